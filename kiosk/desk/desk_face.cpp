#include "kiosk/desk/desk_face.h"

#include "core/base/error.h"
#include "kiosk/desk/desk_screen.h"

#include <fmt/format.h>

namespace nextplease::desk {
namespace {

using ui::KeyCode;

std::optional<Verb> verb_of(KeyCode key)
{
    switch (key) {
    case KeyCode::F2:
        return Verb::CallNext;
    case KeyCode::F3:
        return Verb::Recall;
    case KeyCode::F4:
        return Verb::Start;
    case KeyCode::F5:
        return Verb::Finish;
    case KeyCode::F6:
        return Verb::Transfer;
    case KeyCode::F7:
        return Verb::Hold;
    case KeyCode::F8:
        return Verb::NoShow;
    case KeyCode::Undo:
        return Verb::Undo;
    default:
        return std::nullopt;
    }
}

const char* screen_name(Panel panel)
{
    switch (panel) {
    case Panel::None:
        return "console";
    case Panel::Transfer:
        return "transfer";
    case Panel::Hold:
        return "hold";
    case Panel::Help:
        return "help";
    }
    return "console";
}

class DeskFace : public app::Face {
public:
    DeskFace(const Configuration& configuration, app::Commands& commands, const DeskCode& desk,
        const Language& language)
        : console_(configuration, commands, desk, language)
    {
    }

    void show(std::shared_ptr<const Snapshot> snapshot) override { console_.show(std::move(snapshot)); }
    bool tick(ui::Moment now, ui::Moment) override { return console_.tick(now); }
    bool same(const Snapshot& before, const Snapshot& after) const override
    {
        return looks_the_same(before, after, console_.shows_seconds());
    }

    const ui::Theme& theme() const override { return ui::light_theme(); }
    const Words& words() const override { return console_.words(); }
    ui::Size reference(float, float) const override { return kReference; }

    void draw(ui::Frame& frame) override
    {
        frame.canvas.fill({ 0, 0, frame.canvas.room().w, frame.canvas.room().h }, frame.theme.paper);
        if (!console_.knows_the_room())
            return;
        frame.input.screen(screen_name(console_.panel()));
        const Banner banner = console_.view().banner ? Banner::Shown : Banner::None;
        const Layout layout = layout_for(frame.canvas.room(), banner);
        console_.fit(rows_height(layout), desk_places(layout), !layout.right_column);
        Painting painting { frame, layout, console_.view() };
        paint(painting);
        if (painting.intent)
            painting.intent(console_);
        if (!painting.focus.empty())
            frame.input.set_focus(painting.focus);
        take_keys(frame.input);
    }

    Console& console() { return console_; }

private:
    // In the order in which the keys move through it: what is open, the list, the verbs, the top bar.
    void paint(Painting& painting)
    {
        paint_left(painting);
        if (console_.panel() == Panel::Help)
            paint_help(painting);
        else
            paint_list(painting);
        if (console_.panel() == Panel::None || console_.panel() == Panel::Help)
            paint_verbs(painting);
        const bool room_tab = painting.view.list.kind == ListKind::Room;
        if (painting.layout.right_column || (room_tab && console_.panel() != Panel::Help)) {
            paint_today(painting);
            paint_desks(painting);
        }
        paint_message(painting);
        paint_bar(painting);
    }

    void paint_left(Painting& painting)
    {
        paint_banner(painting);
        paint_card(painting);
        if (TransferDraft* transfer = console_.transfer_draft()) {
            paint_form(painting, transfer->note);
        } else if (HoldDraft* hold = console_.hold_draft()) {
            const std::u32string before = hold->reason.text;
            paint_form(painting, hold->reason);
            if (!painting.intent && hold->reason.text != before)
                painting.intent = [](Console& console) { console.typed(); };
        } else {
            paint_clocks(painting);
        }
    }

    void take_keys(ui::Interaction& input)
    {
        const bool typing = input.focus() == kNoteKey;
        for (const KeyCode key : input.keys())
            take_key(key, typing);
        if (!typing)
            take_letters(input);
        if (input.scroll() != 0)
            console_.scroll(input.scroll() > 0 ? 1 : -1);
    }

    // Letters choose until one does; what is typed after it goes into the line.
    void take_letters(ui::Interaction& input)
    {
        TransferDraft* transfer = console_.transfer_draft();
        HoldDraft* hold = console_.hold_draft();
        if (!transfer && !hold)
            return;
        ui::TextDraft& line = transfer ? transfer->note : hold->reason;
        bool chosen = false;
        for (const char32_t letter : input.characters()) {
            if (chosen) {
                line.insert(letter);
            } else if (console_.choose_by_letter(letter)) {
                chosen = true;
                input.set_focus(kNoteKey);
            }
        }
    }

    void take_key(KeyCode key, bool typing)
    {
        // While a line is typed, Ctrl+Z means the line.
        if (const auto verb = verb_of(key); verb && !(typing && verb == Verb::Undo)) {
            console_.press(*verb);
            return;
        }
        switch (key) {
        case KeyCode::F1:
            console_.toggle_help();
            break;
        case KeyCode::F9:
            console_.press_stop_or_go();
            break;
        case KeyCode::F10:
            console_.close_desk();
            break;
        case KeyCode::Enter:
            console_.send();
            break;
        case KeyCode::Escape:
            console_.cancel();
            break;
        case KeyCode::PageUp:
            console_.page(-1);
            break;
        case KeyCode::PageDown:
            console_.page(1);
            break;
        default:
            break;
        }
    }

    Console console_;
};

// What a screen's name stands for, put there through what a receptionist would press.
void put_at(Console& console, const std::string& screen)
{
    if (screen == "console")
        return;
    if (screen == "transfer")
        console.press(Verb::Transfer);
    else if (screen == "hold")
        console.press(Verb::Hold);
    else if (screen == "help")
        console.toggle_help();
    else if (screen == "for-me")
        console.show_list(ListKind::ForMe);
    else if (screen == "aside")
        console.show_list(ListKind::Aside);
    else if (screen == "selected")
        console.select_first();
    else
        throw InputError(
            fmt::format("the desk has no screen \"{}\": write one of console, transfer, hold, help, "
                        "for-me, aside, selected",
                screen));
}

} // namespace

std::unique_ptr<app::Face> make_desk_face(const Configuration& configuration, app::Commands& commands,
    const DeskCode& desk, const Language& language)
{
    return std::make_unique<DeskFace>(configuration, commands, desk, language);
}

std::unique_ptr<app::Face> make_desk_face_at(const Configuration& configuration, app::Commands& commands,
    const DeskCode& desk, const std::string& screen, const Language& language,
    const std::shared_ptr<const Snapshot>& snapshot)
{
    auto face = std::make_unique<DeskFace>(configuration, commands, desk, language);
    face->show(snapshot);
    put_at(face->console(), screen);
    return face;
}

} // namespace nextplease::desk
