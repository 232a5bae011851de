#include "core/base/error.h"
#include "core/reception/live_estimates.h"
#include "core/reception/log_import.h"
#include "core/reception/simulation.h"
#include "core/reception/snapshot.h"
#include "kiosk/app/window.h"
#include "kiosk/app/worker.h"
#include "kiosk/board/board_face.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/picture.h"
#include "kiosk/demo/sample_cases.h"
#include "kiosk/demo/sample_contacts.h"
#include "kiosk/demo/sample_morning.h"
#include "kiosk/desk/desk_face.h"
#include "kiosk/manager/manager_face.h"
#include "kiosk/visitor/visitor_face.h"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>

namespace nextplease::cli {
namespace {

using Which = FaceArguments::Face;

// A folder that goes when the picture is taken.
class ThrowAwayFolder {
public:
    ThrowAwayFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "nextplease-picture-XXXXXX").string();
        if (!mkdtemp(pattern.data()))
            throw Failure(Failure::Kind::Unavailable,
                fmt::format(
                    "no temporary folder can be made ({}): see that there is room on the disk, or set TMPDIR",
                    pattern));
        path_ = pattern;
    }
    ~ThrowAwayFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ThrowAwayFolder(const ThrowAwayFolder&) = delete;
    ThrowAwayFolder& operator=(const ThrowAwayFolder&) = delete;
    std::string store() const { return "sqlite:" + (path_ / "store.db").string(); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::unique_ptr<app::Face> make_face(const PictureArguments& asked, const Configuration& configuration,
    app::Commands& commands, const std::shared_ptr<const Snapshot>& snapshot)
{
    const Language language(asked.language.empty() ? configuration.languages.front().text() : asked.language);
    words(language); // refuses one that there are no words in
    switch (asked.face) {
    case Which::Visitor:
        return visitor::make_visitor_face_at(configuration, commands,
            asked.screen.empty() ? "home" : asked.screen, language,
            { asked.large_print, asked.contrast, asked.reach }, snapshot);
    case Which::Desk: {
        constexpr const char* kSampleDeskCode = "Desk 3"; // where the sample morning ends
        DeskCode desk(asked.desk.empty() ? kSampleDeskCode : asked.desk);
        if (asked.desk.empty() && !configuration.office.find(desk) && !configuration.office.desks.empty())
            desk = configuration.office.desks.front().code;
        return desk::make_desk_face_at(configuration, commands, desk,
            asked.screen.empty() ? "console" : asked.screen, language, snapshot);
    }
    case Which::Manager:
        return manager::make_manager_face_at(
            configuration, commands, asked.screen.empty() ? "seen" : asked.screen, language, snapshot);
    case Which::Board:
    case Which::Paper:
        break;
    }
    if (!asked.screen.empty() && asked.screen != "board")
        throw InputError(fmt::format("the board has no screen \"{}\": write board", asked.screen));
    auto face = board::make_board_face(configuration, language);
    face->show(snapshot);
    return face;
}

void take_picture(const PictureArguments& asked, const Configuration& configuration, Reception& reception)
{
    LiveEstimates estimates(configuration);
    estimates.catch_up(reception.store(), reception.now());
    const auto snapshot = std::make_shared<const Snapshot>(
        read_snapshot(reception.store(), configuration, estimates, reception.now()));
    if (asked.face == Which::Paper)
        return picture_paper(asked, configuration, *snapshot);
    app::DirectCommands commands(reception);
    const auto face = make_face(asked, configuration, commands, snapshot);
    const auto [width, height] = asked.size.value_or(
        asked.face == Which::Visitor ? std::pair { 1080, 1920 } : std::pair { 1920, 1080 });
    app::save_picture(*face, width, height, asked.file);
}

void play(Reception& reception, ManualClock& clock, Instant until)
{
    try {
        play_sample_morning(reception, clock, until);
    } catch (const std::logic_error&) {
        throw InputError(
            fmt::format("{} has other services or desks than the sample morning, which a picture shows: use "
                        "the kiosk.conf that came with the program, or show the store with --live",
                reception.configuration().source));
    }
}

// The visits of some weeks before, so that a manager's figures have something to say.
void remember_some_weeks(
    Store& store, const Configuration& configuration, LocalDate today, const std::filesystem::path& folder)
{
    constexpr int kCalendarDays = 98;
    constexpr int kOpenDays = 68;
    constexpr std::uint64_t kSeed = 7;
    constexpr double kOrdinary = 0.62; // of what the desks can bear: a council that is just below its goal
    SimulationRules rules = simulation_rules(configuration);
    rules.leave_share = 0.2;
    rules.visitors_a_day *= kOrdinary;
    const SimulatedLog log =
        simulated_log(rules, configuration, { add_days(today, -kCalendarDays), kOpenDays, kSeed });
    const std::filesystem::path file = folder / "visits.csv";
    std::ofstream(file) << log.visits;
    import_log(store, configuration, file, UnknownNames::TakeAsFound);
}

} // namespace

void run_command(const PictureArguments& asked, const Surroundings& around)
{
    const Configuration& configuration = around.configuration();
    if (asked.live) {
        const auto store = around.open(Opening::Existing);
        Reception reception(*store, configuration, around.clock());
        return take_picture(asked, configuration, reception);
    }
    const ThrowAwayFolder folder;
    const auto store = open_store(folder.store(), Opening::Create);
    const Instant until = sample_instant(configuration,
        asked.face == Which::Visitor || asked.face == Which::Paper ? kSampleKiosk : kSampleDesk);
    ManualClock clock(sample_instant(configuration, std::chrono::hours { 9 }));
    if (asked.face == Which::Manager)
        remember_some_weeks(*store, configuration, configuration.zone.date(until), folder.path());
    Reception reception(*store, configuration, clock);
    play(reception, clock, until);
    if (asked.face == Which::Desk || asked.face == Which::Manager)
        add_sample_cases(reception);
    if (asked.face == Which::Desk)
        add_sample_contacts(reception);
    take_picture(asked, configuration, reception);
}

} // namespace nextplease::cli
