// The receptionist's console without its screen: what may be done now, what is being typed, and what was
// asked of the reception. The screen paints view() and passes on what the receptionist presses.
//
// One verb is under way at a time: what is pressed meanwhile is not done, so that a second press of a key
// calls nobody else. It is over when its answer is seen in the room. UI thread.
#pragma once

#include "core/base/catalogue.h"
#include "core/base/secret.h"
#include "kiosk/app/face.h"
#include "kiosk/desk/console_view.h"
#include "kiosk/desk/prepare.h"
#include "kiosk/printing/printing.h"

#include <memory>
#include <utility>
#include <variant>

namespace nextplease::desk {

class Console {
public:
    // All must outlive it. Throws InputError if there is no such desk. `printer`: of this machine; nullptr:
    // none.
    Console(const Configuration& configuration, app::Commands& commands, const DeskCode& desk,
        const Language& language, printing::Printing* printer = nullptr);

    // The room changed, or a second passed.
    void show(std::shared_ptr<const Snapshot> snapshot);
    // True if the view changed with time alone.
    bool tick(ui::Moment now);

    // Valid until the next call of anything else here.
    const ConsoleView& view() const { return view_; }
    const Words& words() const { return words_; }
    // Whether seconds are shown: then the screen is painted once a second.
    bool shows_seconds() const;
    bool knows_the_room() const { return snapshot_ != nullptr; }

    // How much room the screen has, in reference pixels: the height for rows and lines, the places for other
    // desks.
    void fit(float list_height, int desk_places, bool room_tab);

    // What may not be done says why, as message.
    void press(Verb verb);
    void press(Extra extra);
    void press_stop_or_go(); // F9: opens, pauses, comes back
    void close_desk(); // F10
    // A key as it is called in [console.keys], such as "F2" or "T". False if it is nobody's.
    bool press_key(const std::string& key);

    void show_list(ListKind kind);
    void scroll(int rows);
    void page(int pages);
    // REQUIRES: it is in the list. Selecting it again calls it.
    void select(VisitId visit);
    void select_first(); // nothing in an empty list
    void deselect();
    void call_selected();
    void put_back_selected(); // resume or rejoin

    // Panels. Only one is open.
    Panel panel() const { return view_.panel; }
    void toggle_help();
    // The draft of the panel that is open; nullptr: another one is.
    TransferDraft* transfer_draft() { return std::get_if<TransferDraft>(&draft_); }
    HoldDraft* hold_draft() { return std::get_if<HoldDraft>(&draft_); }
    FormDraft* form_draft() { return std::get_if<FormDraft>(&draft_); }
    WordsDraft* words_draft() { return std::get_if<WordsDraft>(&draft_); }
    // Of the key's passphrase, in Panel::Words. Nobody sees it, and no probe.
    void type_passphrase(char32_t letter);
    void take_back_passphrase();
    // By the key of its item.
    void choose(const std::string& key);
    // By a letter or figure that was typed. False if it stands for nothing.
    bool choose_by_letter(char32_t letter);
    // The line of the panel was typed in: a ready reason that was changed is not the chosen one any more.
    void typed();
    // Enter: sends the panel that is open, else calls whoever is selected.
    void send();
    // Closes what is open: panel, selection, message, in this order.
    void cancel();

    // Signing in. As soon as there is staff, nothing may be done before; a console that was left alone asks
    // for the PIN again, and hides what is confidential until then.
    bool asks_sign_in() const;
    const std::string& signed_in() const { return staff_; } // empty: nobody
    // What is typed next goes into the panel's line.
    bool wants_line() const;
    bool sign_in_name_chosen() const { return !name_.empty(); }
    void type_pin(char32_t letter);
    void take_back_pin();
    // The letter that was copied since; empty: none.
    std::string take_copied() { return std::exchange(copied_, {}); }
    // Nothing was pressed for so long.
    void idle_for(Seconds time);

private:
    // What is asked of the reception.
    enum class Deed {
        CallNext,
        Call,
        Recall,
        Start,
        Finish,
        Transfer,
        Hold,
        NoShow,
        Undo,
        PutBack,
        SetDesk,
        Return,
        Apologise,
        Ticket,
        Change,
        Task, // about no visit
    };
    struct UnderWay {
        Deed deed = Deed::CallNext;
        std::optional<Visit> answer; // done: until the room shows it
        std::optional<DeskState> desk; // the same, of the desk
        ui::Moment answered { 0 };
    };
    using Work = std::function<Reply(Reception&, const RequestId&)>;
    // What is said afterwards, with what is printed for the visitor; or why it was refused.
    struct Said {
        Said(std::string words)
            : answer(std::move(words))
        {
        }
        Said(Refusal refusal)
            : answer(std::move(refusal))
        {
        }
        std::variant<std::string, Refusal> answer;
        std::optional<Appointment> changed {}; // was moved or cancelled
    };
    using Task = std::function<Said(Reception&, const RequestId&)>;

    Scene scene() const;
    const VisitNow* current() const;
    Actor actor() const;
    static std::optional<Verb> verb_of(Deed deed);

    void order(Deed deed, Work work);
    void order_desk(DeskState state, const std::string& reason = {}, std::optional<Minutes> away = {});
    void order_task(Task task);
    void task_answered(const Said& said);
    void answered(Deed deed, const Reply& reply);
    void desk_answered(const DeskReply& reply);
    void ask_for_apology(Deed deed, const Visit& visit);
    void failed(const std::string& sentence);
    std::string said(Deed deed, const Visit& visit) const;
    void say(MessageView::Kind kind, std::string words);
    void refuse(May may);

    bool seen_in_room(const UnderWay& under_way) const;
    void open_panel(Verb verb);
    void close_panel();
    void send_transfer(const TransferDraft& draft);
    void send_hold(const HoldDraft& draft);

    void open_form(Panel panel, VisitId visit);
    void choose_in(FormDraft& draft, const std::string& key);
    void send_form(const FormDraft& draft);
    void send_finish(const FormDraft& draft);
    void order_finish(VisitId visit, const std::optional<ContactResult>& result, bool call_next);
    void send_apology(const FormDraft& draft);
    void send_notice(const FormDraft& draft);
    void send_ticket(const FormDraft& draft, bool serve);
    void send_change(const FormDraft& draft);
    void send_break(const FormDraft& draft);
    void send_appointment(const FormDraft& draft);
    std::string tell_of(const Appointment& changed);
    void print_ticket(const Visit& visit);
    void open_contacts();
    void ask_contacts();
    void contacts_answered(std::shared_ptr<const ContactPage> page);
    void choose_in_contacts(FormDraft& draft, const std::string& key);
    void leave_contact(FormDraft& draft); // back to the list
    void send_contact(const FormDraft& draft);
    void log_contact_of(const FormDraft& draft);
    void send_contact_step(const FormDraft& draft);
    void open_register();
    // Keys of the register lead somewhere at once, but for what was done.
    void choose_in_register(FormDraft& draft, const std::string& key);
    void send_register(const FormDraft& draft);
    void turn_story(FormDraft& draft, const std::string& key);
    void find_case(const FormDraft& draft);
    // Looks it up anew, after a step where there is one.
    void ask_register(const std::optional<CaseStep>& step = {}, const std::string& done = {});
    void register_answered(
        std::shared_ptr<const RegisterPage> page, const std::string& refused, const std::string& done);
    enum class LetterTo { File, Printer };
    void send_letter(LetterTo to);
    void ask_for_words();
    void send_words(WordsDraft& draft);
    void words_answered(
        CaseId id, const std::shared_ptr<const OpenedCase>& opened, const std::string& why_not);
    void leave_words();
    void open_complaint();
    void send_complaint(const FormDraft& draft);
    void complaint_answered(const CaseReply& reply);
    void choose_in_complaint(FormDraft& draft, const std::string& key);
    void put_default_notice();
    void press_finish(bool call_next);
    void press_help();
    void press_change();
    void sign_out_here();

    void send_pin();
    void pin_answered(const std::string& name, bool right, const std::string& why_not);
    void leave_seat();
    void look_after_session();
    void prepare();
    void prepare_list_again();

    const Configuration& configuration_;
    app::Commands& commands_;
    const Desk& desk_;
    printing::Printing* printer_;
    const Words& words_;
    std::shared_ptr<const Snapshot> snapshot_;
    ConsoleView view_;
    ListChoice list_;
    int desk_places_ = 8;
    std::variant<std::monostate, TransferDraft, HoldDraft, FormDraft, WordsDraft> draft_;
    std::shared_ptr<const ContactPage> contacts_; // as they were found last
    ContactPageQuestion contacts_asked_;
    std::shared_ptr<const RegisterPage> register_; // as it was found last
    RegisterQuestion register_asked_;
    std::string sought_; // the reference that is being looked up; empty: none
    std::optional<Letter> letter_; // that is shown
    std::string copied_; // for the clipboard
    std::optional<Case> recorded_; // the complaint that was written down last, while its panel says so
    std::string staff_; // who is signed in; empty: nobody
    bool seated_ = false; // the room showed that they sit here
    bool locked_ = false;
    std::string name_; // chosen to sign in
    Secret pin_;
    bool pin_under_way_ = false;
    bool help_ = false;
    std::optional<UnderWay> under_way_;
    std::optional<MessageView> message_;
    ui::Moment message_since_ { 0 };
    ui::Moment now_ { 0 };
    std::shared_ptr<const int> alive_ = std::make_shared<const int>(0); // answers may come after the console
};

} // namespace nextplease::desk
