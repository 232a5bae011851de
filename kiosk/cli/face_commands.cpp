#include "core/base/error.h"
#include "core/base/log.h"
#include "kiosk/app/restart.h"
#include "kiosk/app/window.h"
#include "kiosk/board/board_face.h"
#include "kiosk/cli/commands.h"
#include "kiosk/desk/desk_face.h"
#include "kiosk/manager/manager_face.h"
#include "kiosk/printing/printer.h"
#include "kiosk/sound/start.h"
#include "kiosk/ui/glyphs.h"
#include "kiosk/visitor/visitor_face.h"

#include "core/base/error.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using Which = FaceArguments::Face;

// What the kiosk has beside its screen.
struct Owned {
    std::unique_ptr<sound::Loudspeaker> speaker;
    std::unique_ptr<printing::Printing> printer;
    std::unique_ptr<sound::HallAnnouncer> announcer;
};

app::MakeFace maker(
    const FaceArguments& asked, const Configuration& configuration, const Language& language, Owned& owned)
{
    switch (asked.face) {
    case Which::Visitor:
        return [&](app::Commands& commands) {
            // Their threads begin when the signals that end a face are already waited for.
            owned.speaker = sound::make_loudspeaker(configuration.sound);
            owned.printer = printing::make_printer(configuration.printer);
            return visitor::make_visitor_face(configuration, commands,
                visitor::Devices { .speaker = owned.speaker.get(), .printer = owned.printer.get() });
        };
    case Which::Desk:
        return [&, language](app::Commands& commands) {
            if (!configuration.printer.url.empty())
                owned.printer = printing::make_printer(configuration.printer);
            return desk::make_desk_face(
                configuration, commands, DeskCode(asked.desk), language, owned.printer.get());
        };
    case Which::Manager:
        return [&, language](app::Commands& commands) {
            return manager::make_manager_face(configuration, commands, language);
        };
    case Which::Board:
    case Which::Paper:
        break;
    }
    return [&, language](app::Commands& commands) {
        owned.announcer = sound::make_announcer(configuration.sound, configuration.board);
        return board::make_board_face(configuration, language,
            { .zone = configuration.board.zone(asked.zone),
                .announcer = owned.announcer.get(),
                .commands = &commands });
    };
}

// A screen with holes in its words is not shown.
void require_fonts(const Configuration& configuration)
{
    for (const Language& language : configuration.languages) {
        const std::string missing = ui::characters_without_glyph(
            language, characters_in(configuration, language) + std::string(words(language).characters()));
        if (!missing.empty())
            throw Failure(Failure::Kind::Unavailable,
                fmt::format("the fonts here lack characters of \"{}\" ({}): install fonts-noto-core and "
                            "fonts-noto-cjk, or take \"{}\" out of site.languages in {}",
                    language.text(), missing, language.text(), configuration.source));
    }
}

// How it is called among the faces of this machine.
std::string face_name(const FaceArguments& asked)
{
    switch (asked.face) {
    case Which::Visitor:
        return "visitor";
    case Which::Desk:
        return "desk:" + asked.desk;
    case Which::Manager:
        return "manager";
    case Which::Board:
    case Which::Paper:
        break;
    }
    return asked.zone.empty() ? "board" : "board:" + asked.zone;
}

std::string title(const FaceArguments& asked)
{
    switch (asked.face) {
    case Which::Visitor:
        return "Nextplease";
    case Which::Desk:
        return "Nextplease: " + asked.desk;
    case Which::Manager:
        return "Nextplease: manager";
    case Which::Board:
    case Which::Paper:
        break;
    }
    return "Nextplease: board";
}

} // namespace

void run_command(const FaceArguments& asked, const Surroundings& around)
{
    const Configuration& configuration = around.configuration();
    const Language language(asked.language.empty() ? configuration.languages.front().text() : asked.language);
    words(language); // refuses one that there are no words in, before a window opens
    const DeskCode desk(asked.desk);
    if (asked.face == Which::Desk && !configuration.office.find(desk))
        refuse({ .kind = Refusal::Kind::UnknownDesk, .desk = desk }, around);
    if (!asked.zone.empty() && !configuration.board.zone(asked.zone))
        throw InputError(
            fmt::format("--zone {}: there is no such zone; write the code of a [[board.zone]] in {}",
                asked.zone, configuration.source));
    if (asked.face == Which::Visitor)
        require_fonts(configuration);
    around.log_what_is_used();
    try {
        around.open(Opening::Create); // made and brought up to date before the face's threads open it
    } catch (const Failure& failure) {
        log::error(failure.what()); // the face says that it is cut off, and comes back by itself
    }
    const bool visitor = asked.face == Which::Visitor;
    if (visitor && !configuration.public_key)
        log::warning("no privacy.public_key is set: whoever has this machine's disk can read what visitors "
                     "type; see nextplease check");
    std::error_code ignored;
    if (visitor && std::filesystem::exists(configuration.secret_key, ignored))
        log::warning(
            fmt::format("the complaints team's secret key {} is on this machine, which visitors touch: "
                        "take it away; only the team's own machines have it",
                configuration.secret_key.string()));
    const SoundSettings& sound = configuration.sound;
    const app::WindowOptions options { .title = title(asked),
        .beats_as = face_name(asked),
        .size = asked.size,
        .position = asked.position,
        .cursor = asked.face == Which::Desk || asked.face == Which::Manager || asked.size.has_value(),
        .kiosk = visitor && !asked.size,
        .keypad = visitor ? std::optional(configuration.keypad) : std::nullopt,
        .jack_card = sound.headset_card,
        .jack = visitor && sound.output == SoundSettings::Output::Alsa ? sound.headset_jack : "",
        .probe = asked.probe,
        .close_after_frames = asked.frames };
    Owned owned; // outlives the face
    const auto ending = app::run_window(options, around.store_url(), configuration, around.clock(),
        maker(asked, configuration, language, owned));
    if (ending == app::Face::Ending::Restart)
        app::restart_program();
}

} // namespace nextplease::cli
