#include "core/base/error.h"
#include "core/reception/forgetting.h"
#include "core/reception/key_file.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/check_printer.h"
#include "kiosk/cli/commands.h"
#include "kiosk/report/figure_words.h"
#include "kiosk/ui/glyphs.h"
#include "text_keys.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace nextplease::cli {
namespace {

// What was understood, line by line, and what is wrong with it.
class Check {
public:
    Check(const Surroundings& around, const CheckArguments& asked)
        : around_(around)
        , asked_(asked)
        , configuration_(around.configuration())
        , words_(around.words())
    {
    }

    void run()
    {
        const LocalTime now = configuration_.zone.local(around_.clock().now());
        line(Text::CliCheckConfiguration, configuration_.source);
        check_store();
        line(Text::CliCheckSite, words_in(configuration_.site, words_.language(), configuration_.languages));
        line(Text::CliCheckTime, configuration_.zone.name() + ", " + to_iso(now));
        for (const Language& language : configuration_.languages)
            check_language(language);
        for (const Service& service : configuration_.office.services)
            line(Text::CliCheckService, about(service));
        for (const Desk& desk : configuration_.office.desks)
            line(Text::CliCheckDesk, about(desk));
        for (const Standard& standard : configuration_.standards)
            line(Text::CliCheckStandard, about(standard));
        check_calendar();
        for (const Directorate& directorate : configuration_.office.directorates)
            line(Text::CliCheckDirectorate, about(directorate));
        check_cases();
        check_retention();
        check_display();
        for (const Finding& found : check_printer(configuration_, words_, around_.clock().now(), asked_))
            found.problem ? problem(found.label, found.what) : line(found.label, found.what);
        write_result(text_);
        if (problems_ > 0)
            throw Refused(words_.count(Text::CliCheckProblems, problems_));
    }

private:
    void line(Text label, const std::string& what)
    {
        text_ += fmt::format("{:14} {}\n", words_.say(label), what);
    }

    void problem(Text label, const std::string& what)
    {
        ++problems_;
        line(label, words_.say(Text::CliCheckProblem) + ": " + what);
    }

    void check_store()
    {
        const std::string path = around_.store_path().string();
        if (!around_.store_exists())
            return check_place_for_store();
        try {
            around_.open(Opening::Existing)->write([](Records&) {});
            line(Text::CliCheckStore,
                words_.say(Text::CliCheckStoreGood, { { "store", around_.store_url() } }));
            check_overdue();
        } catch (const std::exception& error) {
            problem(Text::CliCheckStore, error.what());
        }
    }

    // What was kept a week longer than it may was not forgotten by itself.
    void check_overdue()
    {
        constexpr std::chrono::days kGrace { 7 };
        constexpr int kLookedAt = 1000;
        const auto keeper = open_keeper(around_.store_url(), Keeping::OnlyLook);
        const LocalDate today = configuration_.zone.date(around_.clock().now());
        const Forgotten found = kept_too_long(*keeper, configuration_, today, kGrace, kLookedAt);
        line(Text::CliCheckRetention,
            words_.say(found.all() > 0 ? Text::CliCheckOverdue : Text::CliCheckNothingOverdue));
    }

    // The nearest folder that is there must let us make the rest.
    void check_place_for_store()
    {
        std::filesystem::path folder = std::filesystem::absolute(around_.store_path()).parent_path();
        std::error_code ignored;
        while (folder.has_relative_path() && !std::filesystem::exists(folder, ignored))
            folder = folder.parent_path();
        if (access(folder.c_str(), W_OK) == 0 && std::filesystem::is_directory(folder, ignored))
            line(Text::CliCheckStore,
                words_.say(Text::CliCheckStoreNew, { { "store", around_.store_url() } }));
        else
            problem(Text::CliCheckStore,
                words_.say(Text::CliCheckStoreNoPlace,
                    { { "store", around_.store_url() }, { "folder", folder.string() } }));
    }

    void check_language(const Language& language)
    {
        const Words& spoken = words(language);
        std::string about = language.text() + " " + std::string(spoken.own_name());
        if (!spoken.reviewed())
            about += ", " + words_.say(Text::CliCheckDraft);
        const std::string missing = ui::characters_without_glyph(
            language, characters_in(configuration_, language) + std::string(spoken.characters()));
        if (missing.empty())
            return line(Text::CliCheckLanguage, about);
        problem(Text::CliCheckLanguage,
            about + ", " + words_.say(Text::CliCheckGlyphs, { { "characters", missing } }));
    }

    std::string about(const Service& service) const
    {
        return words_.say(Text::CliCheckServiceWords,
            { { "code", service.code.text() }, { "letter", service.letter },
                { "name", name_of(service.code, words_, configuration_) },
                { "minutes", static_cast<long>(service.limit.count()) } });
    }

    std::string about(const Desk& desk) const
    {
        std::string text = desk.code.text() + ":";
        for (const DeskService& offered : desk.services)
            text += " " + offered.service.text();
        return text;
    }

    std::string about(const Standard& standard) const
    {
        const std::string limit = standard.limit ? report::limit_words(*standard.limit, words_)
                                                 : words_.say(Text::CliCheckStandardOwn);
        const std::string goal = standard.goal_percent ? words_.say(Text::CliCheckStandardGoal,
                                     { { "goal", fmt::format("{:g}", *standard.goal_percent) } })
                                                       : words_.say(Text::CliCheckStandardNoGoal);
        return fmt::format("{}: {} ({}; {}; {})", standard.id,
            title_in(standard.title, words_.language(), configuration_).second,
            report::channel_words(standard, words_), limit, goal);
    }

    std::string about(const Directorate& directorate) const
    {
        std::string services;
        for (const Service& service : configuration_.office.services) {
            if (service.directorate == directorate.code)
                services += (services.empty() ? "" : ", ") + service.code.text();
        }
        const auto or_dash = [](const std::string& text) { return text.empty() ? "-" : text; };
        return words_.say(Text::CliCheckDirectorateWords,
            { { "code", directorate.code.text() }, { "name", directorate.name },
                { "director", or_dash(directorate.director) }, { "services", or_dash(services) },
                { "numbers", static_cast<long>(directorate.numbers.size()) } });
    }

    static std::string listed(const std::set<LocalDate>& days)
    {
        std::string all;
        for (const LocalDate day : days)
            all += (all.empty() ? "" : ", ") + to_iso(day);
        return all.empty() ? "-" : all;
    }

    // By which days what is due is counted: the rules, and what kiosk.conf says beyond them.
    void check_calendar()
    {
        const CalendarRules& calendar = configuration_.calendar;
        const LocalDate today = configuration_.zone.date(around_.clock().now());
        const WorkingDays days(calendar);
        LocalDate next = today;
        while (!days.is_bank_holiday(next))
            next = add_days(next, 1);
        const auto say = [&](Text text, const Parts& parts) {
            line(Text::CliCheckCalendar, words_.say(text, parts));
        };
        say(Text::CliCheckHolidays,
            { { "next", to_iso(next) }, { "one_offs", listed(calendar.one_offs) },
                { "moved", listed(calendar.moved_away) } });
        say(calendar.closures_stop_clock ? Text::CliCheckClosuresStop : Text::CliCheckClosuresCount,
            { { "days", listed(calendar.closures) } });
        const bool next_day = calendar.after_hours == CalendarRules::AfterHours::NextWorkingDay;
        say(next_day ? Text::CliCheckAfterHoursNext : Text::CliCheckAfterHoursSame, {});
    }

    void check_retention()
    {
        const RetentionSettings& kept = configuration_.retention;
        const auto number = [](auto period) { return static_cast<long>(period.count()); };
        line(Text::CliCheckRetention,
            words_.say(Text::CliCheckRetentionWords,
                { { "visits", number(kept.visits) }, { "feedback", number(kept.feedback) },
                    { "contacts", number(kept.contacts) }, { "log", number(kept.log) },
                    { "cases", number(kept.cases) } }));
    }

    void check_cases()
    {
        const ComplaintSettings& complaints = configuration_.complaints;
        std::string categories;
        for (const ComplaintCategory& one : complaints.categories)
            categories += (categories.empty() ? "" : ", ") + one.code.text();
        line(Text::CliCheckComplaints,
            words_.say(Text::CliCheckComplaintsWords,
                { { "letter", complaints.reference_letter },
                    { "acknowledge", static_cast<long>(complaints.acknowledge_working_days) },
                    { "respond", static_cast<long>(complaints.respond_working_days) },
                    { "categories", categories.empty() ? "-" : categories } }));
        const auto& key = configuration_.public_key;
        line(Text::CliCheckPrivacy,
            key ? words_.say(Text::CliCheckKey, { { "key", fingerprint(*key) } })
                : words_.say(Text::CliCheckNoKey));
        check_secret_key();
        const auto& charter = configuration_.charter;
        const auto measured = std::count_if(charter.begin(), charter.end(),
            [](const CharterLine& one) { return one.standard != CharterLine::Standard::None; });
        line(Text::CliCheckCharter,
            words_.count(Text::CliCheckPromises, static_cast<long>(charter.size()),
                { { "measured", static_cast<long>(measured) } }));
    }

    // Where it is, somebody may read; so it is said, whatever machine this is.
    void check_secret_key()
    {
        const std::filesystem::path& file = configuration_.secret_key;
        if (file.empty())
            return;
        std::error_code ignored;
        const auto status = std::filesystem::status(file, ignored);
        if (!std::filesystem::exists(status))
            return line(Text::CliCheckSecretKey,
                words_.say(Text::CliCheckSecretKeyNotHere, { { "file", file.string() } }));
        try {
            const PublicKey key = read_locked_key(file).public_key();
            using std::filesystem::perms;
            if ((status.permissions() & (perms::group_all | perms::others_all)) != perms::none)
                return problem(Text::CliCheckSecretKey,
                    words_.say(Text::CliCheckSecretKeyOpen, { { "file", file.string() } }));
            if (configuration_.public_key && !(key == *configuration_.public_key))
                return problem(Text::CliCheckSecretKey,
                    words_.say(Text::CliCheckSecretKeyOther,
                        { { "file", file.string() }, { "key", fingerprint(key) },
                            { "other", fingerprint(*configuration_.public_key) } }));
            line(Text::CliCheckSecretKey,
                words_.say(
                    Text::CliCheckSecretKeyHere, { { "file", file.string() }, { "key", fingerprint(key) } }));
        } catch (const std::exception& error) {
            problem(Text::CliCheckSecretKey, error.what());
        }
    }

    void check_display()
    {
        for (const char* variable : { "WAYLAND_DISPLAY", "DISPLAY" }) {
            const char* display = std::getenv(variable);
            if (display && *display)
                return line(Text::CliCheckDisplay, display);
        }
        line(Text::CliCheckDisplay, words_.say(Text::CliCheckNoDisplay)); // not needed for reports
    }

    const Surroundings& around_;
    const CheckArguments& asked_;
    const Configuration& configuration_;
    const Words& words_;
    std::string text_;
    int problems_ = 0;
};

} // namespace

void run_command(const CheckArguments& asked, const Surroundings& around)
{
    Check(around, asked).run();
}

} // namespace nextplease::cli
