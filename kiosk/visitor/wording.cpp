#include "kiosk/visitor/wording.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::visitor {
namespace {

FrameWords frame_words(const Flow& flow, const Configuration& configuration, const Words& words)
{
    FrameWords made;
    made.site = words_in(configuration.site, words.language(), configuration.languages);
    if (const auto& room = flow.snapshot()) {
        made.date = long_date(room->local.date, words);
        made.short_date = short_date(room->local.date, words);
        made.clock = clock_face(room->local.since_midnight);
    }
    made.bar = { .language = words.say(Text::VisitorBarLanguage),
        .english = {},
        .text_size = words.say(Text::VisitorBarTextSize),
        .contrast = words.say(Text::VisitorBarContrast),
        .lower = words.say(Text::VisitorBarLower),
        .help = words.say(Text::VisitorBarHelp) };
    const Language english("en");
    for (const Language& language : configuration.languages) {
        if (language == english && words.language() != english)
            made.bar.english = nextplease::words(english).own_name();
    }
    return made;
}

std::vector<LanguageCard> language_cards(const Configuration& configuration, const Words& shown)
{
    std::vector<LanguageCard> cards;
    for (const Language& language : configuration.languages) {
        const Words& own = nextplease::words(language);
        cards.push_back({ .language = language,
            .name = std::string(own.own_name()),
            .touch = own.say(Text::VisitorLanguagesTouch),
            .shown = language == shown.language() });
    }
    return cards;
}

std::string without_markup(std::string text)
{
    for (const std::string mark : { "<b>", "</b>" }) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    }
    return text;
}

ServiceCard service_card(
    const ServiceNow& now, const Snapshot& room, const Configuration& configuration, const Words& words)
{
    ServiceCard card;
    card.code = now.code;
    card.open = now.open;
    card.name = name_of(now.code, words, configuration);
    if (const Service* service = configuration.office.find(now.code)) {
        card.letter = service->letter;
        card.hint = words_in(service->hint, words.language(), configuration.languages);
    }
    if (now.open) {
        card.time = wait_words(now.newcomer, words);
        if (card.time.empty())
            card.time = words.say(Text::VisitorHomeNoDesk);
        card.waiting = waiting_words(now.waiting, words);
        card.waiting_short = words.count(Text::VisitorHomeWaitingShort, now.waiting);
    } else {
        if (now.opens)
            card.time = "<b>" + ui::escaped(opening_words(*now.opens, room.local, words)) + "</b>";
        card.waiting = words.say(Text::VisitorHomeClosed);
        card.waiting_short = card.waiting;
    }
    return card;
}

TimeoutWords timeout_words(const Flow& flow, const Words& words)
{
    TimeoutWords made;
    made.digits = std::to_string(flow.seconds_left());
    made.seconds = words.count(Text::VisitorTimeoutSeconds, flow.seconds_left());
    made.share = flow.share_left();
    made.question = words.say(Text::VisitorTimeoutQuestion);
    made.text = words.say(Text::VisitorTimeoutText);
    if (flow.ticket() && flow.screen() == Screen::Ticket)
        made.text = words.say(Text::VisitorTimeoutTicket, { { "number", flow.ticket()->number.text() } })
            + "\n" + made.text;
    made.yes = words.say(Text::VisitorTimeoutYes);
    made.no = words.say(Text::VisitorTimeoutNo);
    return made;
}

} // namespace

HomeWords home_words(const Flow& flow, const Configuration& configuration, const Words& words)
{
    HomeWords made;
    made.question = words.say(Text::VisitorHomeQuestion);
    made.hint = words.say(Text::VisitorHomeHint);
    made.low_hint = words.say(Text::VisitorHomeHintLow);
    made.more = words.say(Text::VisitorHomeMore);
    made.latest_calls = words.say(Text::VisitorHomeLatestCalls);
    if (!flow.snapshot())
        return made;
    const Snapshot& room = *flow.snapshot();
    for (const ServiceNow& service : room.services) {
        ServiceCard card = service_card(service, room, configuration, words);
        card.spoken = card.name + ", " + card.waiting + ", " + without_markup(card.time);
        made.services.push_back(std::move(card));
    }
    constexpr std::size_t kCallsShown = 3;
    for (const Call& call : room.calls) {
        if (made.calls.size() < kCallsShown)
            made.calls.push_back(
                { .number = call.number.text(), .desk = name_of(call.desk, words, configuration) });
    }
    return made;
}

Wording wording_of(const Flow& flow, const Configuration& configuration, const Words& words)
{
    Wording made;
    made.screen = flow.screen();
    made.asking = flow.asking();
    made.frame = frame_words(flow, configuration, words);
    made.back = words.say(Text::VisitorBack);
    switch (made.screen) {
    case Screen::Languages:
        made.question = words.say(Text::VisitorLanguagesQuestion);
        made.languages = language_cards(configuration, words);
        break;
    case Screen::Home:
        made.home = home_words(flow, configuration, words);
        break;
    case Screen::Confirm:
        made.confirm = confirm_words(flow, configuration, words);
        break;
    case Screen::Ticket:
        made.ticket = ticket_words(flow, configuration, words);
        break;
    case Screen::Taking:
    case Screen::AskCancel:
    case Screen::Cancelling:
    case Screen::Cancelled:
    case Screen::Sorry:
    case Screen::Help:
    case Screen::Closed:
    case Screen::CutOff:
    case Screen::Starting:
        made.message = message_words(flow, configuration, words);
        break;
    }
    if (made.asking)
        made.timeout = timeout_words(flow, words);
    return made;
}

} // namespace nextplease::visitor
