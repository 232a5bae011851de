#include "kiosk/desk/desk_face.h"

#include "core/base/error.h"
#include "kiosk/desk/desk_screen.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace nextplease::desk {
namespace {

using ui::KeyCode;

// As it is called in [console.keys]; empty: it cannot stand there.
std::string name_of_key(KeyCode key)
{
    if (key == KeyCode::Undo)
        return "Ctrl+Z";
    constexpr std::array kFunctions { KeyCode::F2, KeyCode::F3, KeyCode::F4, KeyCode::F5, KeyCode::F6,
        KeyCode::F7, KeyCode::F8, KeyCode::F9, KeyCode::F10, KeyCode::F11, KeyCode::F12 };
    for (std::size_t i = 0; i < kFunctions.size(); ++i) {
        if (kFunctions.at(i) == key)
            return "F" + std::to_string(i + 2);
    }
    return {};
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
    case Panel::Finish:
        return "finish";
    case Panel::Apologise:
        return "apology";
    case Panel::Notice:
        return "notice";
    case Panel::Ticket:
        return "ticket";
    case Panel::Change:
        return "change";
    case Panel::Break:
        return "break";
    case Panel::Appointments:
        return "appointments";
    case Panel::Contacts:
        return "contacts";
    case Panel::Register:
        return "register";
    case Panel::Words:
        return "case-words";
    case Panel::Complaint:
        return "complaint";
    case Panel::SignIn:
        return "sign-in";
    }
    return "console";
}

class DeskFace : public app::Face {
public:
    DeskFace(const Configuration& configuration, app::Commands& commands, const DeskCode& desk,
        const Language& language, printing::Printing* printer = nullptr)
        : console_(configuration, commands, desk, language, printer)
    {
    }

    void show(std::shared_ptr<const Snapshot> snapshot) override { console_.show(std::move(snapshot)); }
    bool tick(ui::Moment now, ui::Moment last_input) override
    {
        const Panel before = console_.panel();
        console_.idle_for(std::chrono::floor<Seconds>(now - last_input));
        return console_.tick(now) || console_.panel() != before;
    }
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
        // A panel that opens or closes is another screen, for which nothing that was pressed before it was
        // seen should count; but receptionists type ahead.
        const std::vector<KeyCode> keys = frame.input.keys();
        const std::u32string letters = frame.input.characters();
        frame.input.screen(screen_name(console_.panel()));
        // Nothing of what was confided stays in the painter's memory.
        const bool confided = console_.panel() == Panel::Words || console_.panel() == Panel::Complaint;
        if (std::exchange(confided_, confided) && !confided)
            frame.canvas.wipe_texts();
        const Banner banner = console_.view().banner ? Banner::Shown : Banner::None;
        const Layout layout = layout_for(frame.canvas.room(), banner);
        console_.fit(rows_height(layout), desk_places(layout), !layout.right_column);
        Painting painting { frame, layout, console_.view() };
        paint(painting);
        if (painting.intent)
            painting.intent(console_);
        if (!painting.focus.empty())
            frame.input.set_focus(painting.focus);
        const Panel before = console_.panel();
        take_keys(frame.input, keys, letters);
        // What Enter does in a panel that just opened: it sends it.
        const bool line_gone = frame.input.focus() == kNoteKey && console_.view().form.words_label.empty();
        if (console_.form_draft() && (console_.panel() != before || line_gone))
            frame.input.set_focus(kSendKey);
    }

    std::string take_copied() override { return console_.take_copied(); }

    Console& console() { return console_; }

private:
    // In the order in which the keys move through it: what is open, the list, the verbs, the top bar.
    void paint(Painting& painting)
    {
        if (console_.panel() == Panel::Help) {
            paint_help(painting);
            paint_message(painting);
            paint_bar(painting);
            return;
        }
        if (console_.panel() == Panel::SignIn) {
            paint_sign_in(painting);
            paint_message(painting);
            paint_bar(painting);
            return;
        }
        const bool wide =
            console_.panel() != Panel::None && painting.view.form.place == PanelView::Place::Wide;
        wide ? paint_wide(painting) : paint_left(painting);
        if (!wide)
            paint_list(painting);
        if (console_.panel() == Panel::None)
            paint_verbs(painting);
        if (!takes_all())
            paint_extras(painting);
        const bool room_tab = painting.view.list.kind == ListKind::Room;
        if (painting.layout.right_column || room_tab) {
            paint_today(painting);
            paint_desks(painting);
            paint_equipment(painting);
        }
        paint_message(painting);
        paint_bar(painting);
    }

    // Contacts, complaints and their register, which ask for most, take the place of the extras too.
    bool takes_all() const
    {
        return console_.panel() == Panel::Complaint || console_.panel() == Panel::Register
            || console_.panel() == Panel::Contacts;
    }

    // In place of the visitor's card and the list.
    void paint_wide(Painting& painting)
    {
        Layout layout = painting.layout;
        layout.panel = wide_panel(layout);
        if (takes_all())
            layout.panel.h = layout.extras.bottom() - layout.panel.y;
        Painting part { painting.frame, layout, painting.view };
        paint_form_of(part);
        painting.intent = part.intent;
        painting.focus = part.focus;
    }

    void paint_left(Painting& painting)
    {
        paint_banner(painting);
        const bool form_open = console_.panel() != Panel::None;
        form_open ? paint_card_above_form(painting) : paint_card(painting);
        form_open ? paint_form_of(painting) : paint_clocks(painting);
    }

    void paint_form_of(Painting& painting)
    {
        if (TransferDraft* transfer = console_.transfer_draft()) {
            paint_form(painting, transfer->note);
        } else if (HoldDraft* hold = console_.hold_draft()) {
            const std::u32string before = hold->reason.text;
            paint_form(painting, hold->reason);
            if (!painting.intent && hold->reason.text != before)
                painting.intent = [](Console& console) { console.typed(); };
        } else if (FormDraft* form = console_.form_draft()) {
            form->panel == Panel::Complaint ? paint_complaint(painting, *form)
                                            : paint_form(painting, form->line, &form->day);
        } else if (console_.words_draft()) {
            paint_words(painting);
        }
    }

    void take_keys(ui::Interaction& input, const std::vector<KeyCode>& keys, const std::u32string& letters)
    {
        const bool lines = console_.panel() == Panel::Complaint && input.focus() == kNoteKey;
        const bool typing =
            input.focus() == kNoteKey || input.focus() == kContactKey || input.focus() == kDayKey;
        for (const KeyCode key : keys) {
            // Words of a complaint have paragraphs; what was typed is sent from anywhere else.
            if (lines && key == KeyCode::Enter)
                console_.form_draft()->line.insert(U'\n');
            else
                take_key(key, typing);
        }
        if (!typing)
            take_letters(input, letters);
        if (input.scroll() != 0)
            console_.scroll(input.scroll() > 0 ? 1 : -1);
    }

    // The line that is open to be typed into; nullptr: there is none.
    ui::TextDraft* line()
    {
        if (TransferDraft* transfer = console_.transfer_draft())
            return &transfer->note;
        if (HoldDraft* hold = console_.hold_draft())
            return &hold->reason;
        FormDraft* form = console_.form_draft();
        return form && !console_.view().form.words_label.empty() ? &form->line : nullptr;
    }

    // In a panel letters choose; what is typed after a transfer's or a hold's choice goes into its line. With
    // no panel they press what they are printed on.
    void take_letters(ui::Interaction& input, const std::u32string& letters)
    {
        bool chosen = false;
        for (const char32_t letter : letters) {
            if (console_.panel() == Panel::SignIn) {
                take_sign_in_letter(letter);
            } else if (console_.panel() == Panel::Words) {
                console_.type_passphrase(letter);
            } else if (console_.panel() == Panel::None) {
                press_letter(letter);
            } else if (chosen) {
                if (ui::TextDraft* words = line())
                    words->insert(letter);
            } else if (console_.choose_by_letter(letter)) {
                // A form has more to choose by letters, unless its line was chosen.
                chosen = !console_.form_draft() || console_.wants_line();
                input.set_focus(chosen ? kNoteKey : kSendKey);
            }
        }
    }

    // The first digit chooses who it is, and the next ones are the PIN.
    void take_sign_in_letter(char32_t letter)
    {
        const bool chosen = console_.sign_in_name_chosen();
        if (chosen)
            console_.type_pin(letter);
        else
            console_.choose_by_letter(letter);
    }

    void press_letter(char32_t letter)
    {
        if (letter >= U'a' && letter <= U'z')
            letter = letter - U'a' + U'A';
        if (letter >= U'A' && letter <= U'Z')
            console_.press_key(std::string(1, static_cast<char>(letter)));
    }

    void take_key(KeyCode key, bool typing)
    {
        // While a line is typed, Ctrl+Z means the line.
        const std::string name = name_of_key(key);
        if (!name.empty() && !(typing && key == KeyCode::Undo) && console_.press_key(name))
            return;
        switch (key) {
        case KeyCode::F1:
            console_.toggle_help();
            break;
        case KeyCode::Backspace:
            if (console_.panel() == Panel::SignIn)
                console_.take_back_pin();
            else if (console_.panel() == Panel::Words)
                console_.take_back_passphrase();
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
    bool confided_ = false; // was on the screen
};

// The room as it has to be for that screen: only somebody who is being served can be finished.
std::shared_ptr<const Snapshot> room_for(
    const std::string& screen, const DeskCode& code, const std::shared_ptr<const Snapshot>& snapshot)
{
    if (screen != "finish" && screen != "hold")
        return snapshot;
    auto room = std::make_shared<Snapshot>(*snapshot);
    for (DeskNow& desk : room->desks) {
        if (desk.desk != code || !desk.current || desk.current->visit.state != VisitState::Called)
            continue;
        Visit& visit = desk.current->visit;
        visit.state = VisitState::Serving;
        visit.started = visit.called;
        visit.seen = visit.called;
    }
    return room;
}

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
    else if (screen == "finish")
        console.press(Verb::Finish);
    else if (screen == "apology")
        console.press(Extra::Apologise);
    else if (screen == "notice")
        console.press(Extra::Notice);
    else if (screen == "ticket")
        console.press(Extra::Ticket);
    else if (screen == "change")
        console.press(Extra::Change);
    else if (screen == "appointments")
        console.press(Extra::Appointments);
    else if (screen == "contacts")
        console.press(Extra::Contacts);
    else if (screen == "contacts-open" || screen == "contact") {
        console.press(Extra::Contacts);
        console.choose("contacts.open");
        if (screen == "contact")
            console.choose_by_letter(U'1'); // the most urgent one
    } else if (screen == "break")
        console.press_stop_or_go();
    else if (screen == "register")
        console.press(Extra::Register);
    else if (screen == "register-closed") {
        console.press(Extra::Register);
        console.choose("register.closed");
    } else if (screen == "case" || screen == "letter" || screen == "step" || screen == "story") {
        console.press(Extra::Register);
        console.choose_by_letter(U'5'); // one that was put off
        if (screen == "story")
            console.choose("register.story");
        if (screen == "letter")
            console.choose("register.letter");
        else if (screen == "step")
            console.choose("step.respond.upheld");
    } else if (screen == "complaint") {
        console.press(Extra::Register);
        console.choose("register.new");
    } else if (screen == "why")
        console.press(Extra::Why);
    else if (screen == "for-me")
        console.show_list(ListKind::ForMe);
    else if (screen == "aside")
        console.show_list(ListKind::Aside);
    else if (screen == "selected")
        console.select_first();
    else
        throw InputError(
            fmt::format("the desk has no screen \"{}\": write one of console, transfer, hold, help, "
                        "finish, apology, notice, ticket, change, break, appointments, contacts, "
                        "contacts-open, contact, register, register-closed, case, story, step, letter, "
                        "complaint, why, for-me, aside, selected",
                screen));
}

} // namespace

std::unique_ptr<app::Face> make_desk_face(const Configuration& configuration, app::Commands& commands,
    const DeskCode& desk, const Language& language, printing::Printing* printer)
{
    return std::make_unique<DeskFace>(configuration, commands, desk, language, printer);
}

std::unique_ptr<app::Face> make_desk_face_at(const Configuration& configuration, app::Commands& commands,
    const DeskCode& desk, const std::string& screen, const Language& language,
    const std::shared_ptr<const Snapshot>& snapshot)
{
    auto face = std::make_unique<DeskFace>(configuration, commands, desk, language);
    face->show(room_for(screen, desk, snapshot));
    put_at(face->console(), screen);
    return face;
}

} // namespace nextplease::desk
