#include "kiosk/visitor/wording.h"

#include "core/reception/notices.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace nextplease::visitor {
namespace {

BarLabel bar_label(std::string text)
{
    BarLabel label { .text = std::move(text), .words = {} };
    std::istringstream parts(label.text);
    for (std::string word; parts >> word;)
        label.words.push_back(std::move(word));
    return label;
}

FrameWords frame_words(const Flow& flow, const Configuration& configuration, const Words& words)
{
    FrameWords made;
    made.site = words_in(configuration.site, words.language(), configuration.languages);
    if (const auto& room = flow.snapshot()) {
        made.date = long_date(room->local.date, words);
        made.short_date = short_date(room->local.date, words);
        made.clock = clock_face(room->local.since_midnight);
    }
    const auto label = [&words](Text text) { return bar_label(words.say(text)); };
    made.bar = { .language = label(Text::VisitorBarLanguage),
        .text_size = label(Text::VisitorBarTextSize),
        .contrast = label(Text::VisitorBarContrast),
        .lower = label(Text::VisitorBarLower),
        .spoken = label(Text::VisitorBarSpoken),
        .slow = label(Text::VisitorBarSlow),
        .help = label(Text::VisitorBarHelp),
        .english = {} };
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
    card.open = now.gives_tickets();
    card.name = name_of(now.code, words, configuration);
    if (const Service* service = configuration.office.find(now.code)) {
        card.letter = service->letter;
        card.hint = words_in(service->hint, words.language(), configuration.languages);
    }
    if (card.open) {
        card.time = wait_words(now.newcomer, words);
        if (card.time.empty())
            card.time = words.say(Text::VisitorHomeNoDesk);
        card.waiting = waiting_words(now.waiting, words);
        card.waiting_short = words.count(Text::VisitorHomeWaitingShort, now.waiting);
    } else {
        if (now.opens)
            card.time = "<b>" + ui::escaped(opening_words(*now.opens, room.local, words)) + "</b>";
        card.waiting = words.say(now.full ? Text::VisitorHomeFull
                : now.closing             ? Text::VisitorHomeClosing
                                          : Text::VisitorHomeClosed);
        card.waiting_short = card.waiting;
    }
    return card;
}

GroupCard group_card(const ServiceGroup& group, const Configuration& configuration, const Words& words)
{
    GroupCard card { .code = group.code,
        .name = words_in(group.name, words.language(), configuration.languages),
        .hint = words_in(group.hint, words.language(), configuration.languages),
        .services = words.count(Text::VisitorHomeGroupCount, static_cast<long>(group.services.size())) };
    ui::Icon icon = ui::Icon::Help;
    if (ui::icon_named(group.icon, icon))
        card.icon = icon;
    return card;
}

// Whether Home shows this service now: of the chosen group, or in no group while the groups are shown.
bool shown_now(const ServiceCode& code, const Flow& flow, const Office& office)
{
    const auto holds = [&code](const ServiceGroup& group) {
        return std::find(group.services.begin(), group.services.end(), code) != group.services.end();
    };
    if (const ServiceGroup* const chosen = flow.group())
        return holds(*chosen);
    return std::none_of(office.groups.begin(), office.groups.end(), holds);
}

// What can be done besides taking a ticket; what is not offered has no button.
std::vector<ButtonWords> row_of_three(const Flow& flow, const Words& words)
{
    using Act = Intent::Kind;
    std::vector<ButtonWords> row;
    const auto add = [&](const char* key, Text text, ui::Icon icon, Act act, JourneyKind kind) {
        row.push_back({ .key = key,
            .label = words.say(text),
            .icon = icon,
            .act = act,
            .index = static_cast<int>(kind) });
    };
    if (flow.offers(JourneyKind::CheckIn))
        add("home.check_in", Text::VisitorRowCheckIn, ui::Icon::Calendar, Act::OpenJourney,
            JourneyKind::CheckIn);
    if (flow.offers(JourneyKind::MyTicket))
        add("home.my_ticket", Text::VisitorRowMyTicket, ui::Icon::Place, Act::OpenJourney,
            JourneyKind::MyTicket);
    if (flow.offers_tell_us())
        add("home.tell_us", Text::VisitorRowTellUs, ui::Icon::Bubble, Act::OpenTellUs, JourneyKind::Message);
    return row;
}

TimeoutWords timeout_words(const Flow& flow, const Words& words)
{
    TimeoutWords made;
    if (!flow.asks_again()) {
        made.digits = std::to_string(flow.seconds_left());
        made.seconds = words.count(Text::VisitorTimeoutSeconds, flow.seconds_left());
        made.share = flow.share_left();
    }
    made.question = words.say(Text::VisitorTimeoutQuestion);
    made.text = words.say(flow.asks_again() ? Text::VisitorTimeoutSlowText : Text::VisitorTimeoutText);
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
    made.in_group = flow.group() != nullptr;
    if (!made.in_group && !configuration.office.groups.empty()) {
        made.question = words.say(Text::VisitorHomeGroupQuestion);
        made.hint = words.say(Text::VisitorHomeGroupHint);
        for (const ServiceGroup& group : configuration.office.groups)
            made.groups.push_back(group_card(group, configuration, words));
    }
    made.row = row_of_three(flow, words);
    if (!flow.snapshot())
        return made;
    const Snapshot& room = *flow.snapshot();
    if (!room.notices.empty()) {
        const DelayWords delay = delay_words(room.notices.back(), words, configuration);
        made.delay = delay.title + ". " + delay.text;
        made.delay_short = delay.title;
    }
    for (const ServiceNow& service : room.services) {
        if (!shown_now(service.code, flow, configuration.office))
            continue;
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

std::vector<JourneyKind> tell_us_kinds(const Flow& flow)
{
    std::vector<JourneyKind> kinds;
    for (const JourneyKind kind : { JourneyKind::Feedback, JourneyKind::Message, JourneyKind::Charter }) {
        if (flow.offers(kind))
            kinds.push_back(kind);
    }
    return kinds;
}

ChoiceStep tell_us_step(const Flow& flow, const Words& words)
{
    ChoiceStep step { .question = words.say(Text::VisitorTellUsQuestion), .hint = {}, .choices = {} };
    for (const JourneyKind kind : tell_us_kinds(flow)) {
        if (kind == JourneyKind::Feedback)
            step.choices.push_back({ .key = "tell_us.feedback",
                .title = words.say(Text::VisitorTellUsFeedback),
                .hint = words.say(Text::VisitorTellUsFeedbackHint),
                .icon = ui::Icon::FaceGood });
        else if (kind == JourneyKind::Message)
            step.choices.push_back({ .key = "tell_us.message",
                .title = words.say(Text::VisitorTellUsMessage),
                .hint = words.say(Text::VisitorTellUsMessageHint),
                .icon = ui::Icon::Bubble });
        else
            step.choices.push_back({ .key = "tell_us.charter",
                .title = words.say(Text::VisitorTellUsCharter),
                .hint = words.say(Text::VisitorTellUsCharterHint),
                .icon = ui::Icon::Finish });
    }
    return step;
}

Wording wording_of(const Flow& flow, const Configuration& configuration, const Words& words)
{
    Wording made;
    made.screen = flow.screen();
    made.asking = flow.asking();
    made.frame = frame_words(flow, configuration, words);
    made.back = words.say(Text::VisitorBack);
    made.more = words.say(Text::VisitorMore);
    made.page = flow.page();
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
    case Screen::TellUs:
        made.step = tell_us_step(flow, words);
        break;
    case Screen::Journey:
        made.step = flow.journey()->step(words);
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
