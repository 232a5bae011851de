#include "kiosk/visitor/spoken.h"

#include "text_keys.h"

namespace nextplease::visitor {
namespace {

using sound::Utterance;

// Collects sentences in one language; what is empty is left out.
class Reader {
public:
    explicit Reader(const Words& words)
        : language_(words.language())
    {
    }
    void say(const std::string& text)
    {
        if (!text.empty())
            said_.push_back({ text, language_ });
    }
    void say_in(const Language& language, const std::string& text)
    {
        if (!text.empty())
            said_.push_back({ text, language });
    }
    Said take() { return std::move(said_); }

private:
    Language language_;
    Said said_;
};

void read_frame(Reader& reader, const FrameWords& frame)
{
    reader.say(frame.site);
    reader.say(joined({ frame.date, frame.clock }));
}

void read_languages(Reader& reader, const Wording& wording)
{
    read_frame(reader, wording.frame);
    reader.say(wording.question);
    for (const LanguageCard& card : wording.languages)
        reader.say_in(card.language, card.touch);
}

// While the buttons are low, more stands over them.
void read_home(Reader& reader, const Wording& wording, const Modes& modes)
{
    const HomeWords& home = wording.home;
    read_frame(reader, wording.frame);
    reader.say(home.question);
    reader.say(home.delay);
    reader.say(modes.reach ? home.low_hint : home.hint);
    if (!modes.reach || home.calls.empty())
        return;
    reader.say(home.latest_calls);
    for (const CallLine& call : home.calls)
        reader.say(joined({ call.number, call.desk }));
}

void read_wait(Reader& reader, const WaitWords& wait)
{
    reader.say(wait.notice);
    reader.say(wait.notice_hint);
    reader.say(wait.people.empty() ? std::string {} : wait.people + " " + wait.people_hint);
    reader.say(wait.time);
    reader.say(wait.time_hint);
}

void read_documents(Reader& reader, const std::string& title, const std::vector<DocumentLine>& bring)
{
    if (bring.empty())
        return;
    reader.say(title);
    for (const DocumentLine& line : bring)
        reader.say(joined({ line.name, line.hint }));
}

void read_confirm(Reader& reader, const ConfirmWords& confirm)
{
    reader.say(confirm.question);
    reader.say(joined({ confirm.service, confirm.hint }));
    reader.say(confirm.hours);
    for (const MessageLine& warning : confirm.warnings) {
        reader.say(warning.title);
        reader.say(warning.text);
    }
    read_wait(reader, confirm.wait);
    reader.say(confirm.needs_said);
    read_documents(reader, confirm.bring_title, confirm.bring);
}

void read_printing(Reader& reader, const PrintingWords& printing)
{
    reader.say(printing.title);
    if (printing.hint != printing.title)
        reader.say(printing.hint);
}

void read_ticket(Reader& reader, const TicketWords& ticket)
{
    reader.say(ticket.heading);
    reader.say(joined({ ticket.label, ticket.number }));
    reader.say(joined({ ticket.service, ticket.taken }));
    read_wait(reader, ticket.wait);
    reader.say(ticket.look);
    const bool strip = ticket.printing && !ticket.printing->title.empty();
    if (!strip)
        reader.say(ticket.remember);
    read_documents(reader, ticket.bring_title, ticket.bring);
    reader.say(joined({ ticket.code_title, ticket.code_hint }));
    if (strip)
        read_printing(reader, *ticket.printing);
}

void read_message(Reader& reader, const MessageWords& message)
{
    reader.say(message.heading);
    for (const MessageLine& line : message.lines) {
        reader.say(line.title);
        reader.say(line.text);
    }
}

void read_timeout(Reader& reader, const TimeoutWords& timeout)
{
    reader.say(timeout.question);
    reader.say(timeout.digits.empty() ? std::string {} : timeout.digits + " " + timeout.seconds);
    reader.say(timeout.text);
}

void read_screen(Reader& reader, const Wording& wording, const Modes& modes)
{
    switch (wording.screen) {
    case Screen::Languages:
        return read_languages(reader, wording);
    case Screen::Home:
        return read_home(reader, wording, modes);
    case Screen::Confirm:
        return read_confirm(reader, wording.confirm);
    case Screen::Ticket:
        return read_ticket(reader, wording.ticket);
    default:
        return read_message(reader, wording.message);
    }
}

// What makes a screen worth reading again while it stands: the ticket is called, a message says more.
std::string news(const Wording& wording)
{
    if (wording.screen == Screen::Ticket)
        return wording.ticket.wait.notice;
    return wording.message.lines.empty()
        ? std::string {}
        : wording.message.heading + std::to_string(wording.message.lines.size());
}

const ServiceCard* card_of(const Wording& wording, const std::string& key)
{
    for (const ServiceCard& card : wording.home.services) {
        if (key == "service." + card.code.text())
            return &card;
    }
    return nullptr;
}

std::string switched(bool on, const Words& words)
{
    return words.say(on ? Text::VisitorSpokenSwitchedOn : Text::VisitorSpokenSwitchedOff);
}

// What an item says beside its label: whether it is on, or why it is off.
std::string state_of(const Shown& shown, const ui::Item& item, const Words& words)
{
    const Modes& modes = shown.modes;
    if (item.key == "bar.text_size")
        return switched(modes.large_print, words);
    if (item.key == "bar.contrast")
        return switched(modes.contrast, words);
    if (item.key == "bar.lower")
        return switched(modes.reach, words);
    if (item.key == "bar.spoken" || item.key == "bar.speak")
        return switched(modes.spoken, words);
    if (item.key == "bar.slow")
        return switched(modes.slow, words);
    for (const LanguageCard& card : shown.wording.languages) {
        if (card.shown && item.key == "language." + card.language.text())
            return words.say(Text::VisitorSpokenInUse);
    }
    return item.enabled ? std::string {} : words.say(Text::VisitorSpokenNotNow);
}

std::string item_words(const Shown& shown, const ui::Item& item, const Words& words)
{
    if (const ServiceCard* card = card_of(shown.wording, item.key))
        return joined({ card->name, card->hint, card->waiting, card->time }); // "closed now" is in it
    for (const GroupCard& group : shown.wording.home.groups) {
        if (item.key == "group." + group.code)
            return joined({ group.name, group.hint, group.services });
    }
    if (shown.step && !item.key.starts_with("bar.")) {
        const std::string said = step_item_said(*shown.step, item, words);
        if (!said.empty())
            return said;
    }
    return joined({ item.label, item.remark, state_of(shown, item, words) });
}

// What stands in the field that is typed into.
Said field_said(const TypingStep& step, const Words& words)
{
    const std::string text = step.draft ? step.draft->utf8() : std::string {};
    if (text.empty())
        return { { words.say(Text::VisitorSpokenEmpty), words.language() } };
    if (!step.personal)
        return { { text, words.language() } };
    return { { text, words.language(), sound::Utterance::Privacy::Personal } };
}

} // namespace

std::string joined(const std::vector<std::string>& parts)
{
    std::string whole;
    for (const std::string& part : parts) {
        if (part.empty())
            continue;
        if (!whole.empty())
            whole += ", ";
        whole += part;
    }
    return whole;
}

Announcement announcement_of(const Wording& wording, const Modes& modes, const Words& words)
{
    Reader reader(words);
    if (wording.asking) {
        read_timeout(reader, wording.timeout);
        return { "timeout", reader.take() };
    }
    read_screen(reader, wording, modes);
    Reader changing(words);
    if (wording.screen == Screen::Ticket && wording.ticket.printing)
        read_printing(changing, *wording.ticket.printing);
    const bool low = modes.reach && wording.screen == Screen::Home; // it says more then
    return { std::to_string(static_cast<int>(wording.screen)) + "/" + words.language().text() + "/"
            + (low ? "low" : news(wording)),
        reader.take(), changing.take() };
}

Said item_said(const Shown& shown, const ui::Item& item, const ItemPlace& place, const Words& words)
{
    Said said;
    if (const auto* typing = shown.step ? std::get_if<TypingStep>(shown.step) : nullptr;
        typing && item.label == typing->label)
        said = field_said(*typing, words);
    Language language = words.language();
    for (const LanguageCard& card : shown.wording.languages) {
        if (item.key == "language." + card.language.text())
            language = card.language; // its name, by a voice that knows it
    }
    std::string text = item_words(shown, item, words);
    if (language != words.language()) {
        said.push_back({ item.label, language });
        text = state_of(shown, item, words);
    }
    const std::string where = words.say(Text::VisitorSpokenPlace,
        { { "index", static_cast<long>(place.place) }, { "count", static_cast<long>(place.of) } });
    said.push_back({ text.empty() ? where : text + ". " + where, words.language() });
    return said;
}

} // namespace nextplease::visitor
