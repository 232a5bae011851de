// The log of contacts that are no visit: writing one down, those that are still to be answered, and what was
// done with one of them.
#include "kiosk/desk/prepare.h"

#include "core/domain/feedback.h"
#include "core/reception/sentences.h"
#include "kiosk/desk/typed_words.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

using Pick = ChoiceGroup::Pick;

Text text_of(Channel channel)
{
    constexpr std::array kTexts { Text::DeskContactPhone, Text::DeskContactEmail, Text::DeskContactLetter,
        Text::DeskContactSocial, Text::DeskContactOutOfHours, Text::DeskContactText, Text::DeskContactWeb,
        Text::DeskContactFax, Text::DeskContactPost };
    return kTexts.at(static_cast<std::size_t>(channel));
}

// A keyboard has few letters left beside those of the services: the first of `wanted` that is none of them.
class FreeLetters {
public:
    explicit FreeLetters(const Configuration& configuration)
    {
        for (const Service& service : configuration.office.services)
            taken_ += service.letter;
    }
    std::string take(std::string_view wanted)
    {
        const std::size_t at = wanted.find_first_not_of(taken_);
        if (at == std::string_view::npos)
            return {};
        taken_ += wanted[at];
        return std::string(1, wanted[at]);
    }

private:
    std::string taken_;
};

class Logging {
public:
    Logging(const Scene& scene, const FormDraft& draft)
        : scene_(scene)
        , words_(scene.words)
        , draft_(draft)
        , letters_(scene.configuration)
    {
    }

    void put_form(PanelView& panel)
    {
        panel.groups.push_back(channels());
        panel.groups.push_back(services());
        panel.second_column = panel.groups.size();
        panel.groups.push_back(becomes());
        panel.groups.push_back(came());
        if (draft_.has("channel.social"))
            panel.groups.push_back(checked());
        if (draft_.has("channel.phone") && draft_.has("answered.now"))
            panel.groups.push_back(scores());
        if (draft_.has("answered.now"))
            add_coding(panel, Text::DeskContactAvoidable);
        panel.words_label = words_.say(Text::DeskContactWords);
        panel.words_field = words_.say(Text::DeskContactField);
        panel.day = { words_.say(Text::DeskContactExactly), words_.say(Text::DeskContactExactlyField) };
        panel.send = words_.say(Text::DeskContactSend);
    }

    // The one tap of NI 14, which also sends the panel.
    void add_coding(PanelView& panel, Text question)
    {
        ChoiceGroup resolved { .label = words_.say(Text::DeskContactResolved), .columns = 2 };
        add(resolved, "resolved.yes", Text::DeskFinishResolved, letters_.take("YV"));
        add(resolved, "resolved.no", Text::DeskFinishUnresolved, letters_.take("XZ"));
        ChoiceGroup types { .label = words_.say(question), .pick = Pick::AtOnce, .columns = 3 };
        add(types, "avoidable.none", Text::DeskFinishNotAvoidable, letters_.take("NO"));
        constexpr std::array kTexts { Text::DeskAvoidableClarification, Text::DeskAvoidableSignposting,
            Text::DeskAvoidableRepeat, Text::DeskAvoidableUnfinished, Text::DeskAvoidableChasing };
        constexpr std::array kLetters { "CL", "SG", "RT", "UW", "PQ" };
        for (const AvoidableContact type : kAvoidableContacts) {
            const auto place = static_cast<std::size_t>(type);
            add(types, "avoidable." + std::string(word(type)), kTexts.at(place),
                letters_.take(kLetters.at(place)));
        }
        panel.groups.push_back(resolved);
        panel.groups.push_back(types);
    }

    // What needs no answer (C: "abusive or junk"; M-social, M-post).
    void add_asides(ChoiceGroup& group, Channel by)
    {
        add(group, "aside.abusive", Text::DeskContactAbusive, letters_.take("BM"));
        add(group, "aside.junk", Text::DeskContactJunk, letters_.take("JK"));
        if (by == Channel::Social)
            add(group, "aside.no_reply", Text::DeskContactNoReply, {});
        if (by == Channel::Post)
            add(group, "aside.not_scannable", Text::DeskContactNotScannable, {});
    }

    void add(ChoiceGroup& group, const std::string& key, Text text, const std::string& letter)
    {
        group.choices.push_back(
            { .key = key, .label = words_.say(text), .letter = letter, .chosen = draft_.has(key) });
    }

private:
    ChoiceGroup channels()
    {
        constexpr std::size_t kWithDigit = 7; // 8 and 9 say whether it is answered
        ChoiceGroup group { .label = {}, .columns = 3 };
        for (const Channel channel : kChannels) {
            const auto place = static_cast<std::size_t>(channel) + 1;
            add(group, "channel." + std::string(word(channel)), text_of(channel),
                place <= kWithDigit ? std::to_string(place) : std::string());
        }
        return group;
    }

    ChoiceGroup services()
    {
        ChoiceGroup group { .label = {}, .columns = 2 };
        for (const Service& service : scene_.configuration.office.services) {
            const std::string key = "service." + service.code.text();
            group.choices.push_back({ .key = key,
                .label = name_of(service.code, words_, scene_.configuration),
                .letter = service.letter,
                .chosen = draft_.has(key) });
        }
        return group;
    }

    ChoiceGroup becomes()
    {
        ChoiceGroup group { .label = words_.say(Text::DeskContactBecomes), .columns = 2 };
        add(group, "answered.now", Text::DeskContactAnswered, "8");
        add(group, "answered.later", Text::DeskContactLater, "9");
        add_asides(group, channel(draft_.after("channel.").value_or("")).value_or(Channel::Phone));
        return group;
    }

    ChoiceGroup came()
    {
        ChoiceGroup group { .label = words_.say(Text::DeskContactCame), .columns = 4 };
        add(group, "came.now", Text::DeskContactNow, {});
        add(group, "came.hour", Text::DeskContactHourAgo, {});
        add(group, "came.hours", Text::DeskContactTwoHoursAgo, {});
        add(group, "came.yesterday", Text::DeskContactYesterday, {});
        return group;
    }

    // M-social: "checked daily", also on a day on which nothing came.
    ChoiceGroup checked()
    {
        ChoiceGroup group { .label = {}, .columns = 2 };
        add(group, "contacts.checked", Text::DeskContactChecked, {});
        return group;
    }

    // CS 6.5.1: what a caller says of us, on the scale of the kiosk.
    ChoiceGroup scores()
    {
        constexpr std::array kTexts { Text::VisitorFeedbackVeryBad, Text::VisitorFeedbackBad,
            Text::VisitorFeedbackMiddling, Text::VisitorFeedbackGood, Text::VisitorFeedbackVeryGood };
        ChoiceGroup group { .label = words_.say(Text::DeskContactScore), .columns = 5 };
        for (int score = kLowestScore; score <= kHighestScore; ++score)
            add(group, "score." + std::to_string(score),
                kTexts.at(static_cast<std::size_t>(score - kLowestScore)), {});
        return group;
    }

    const Scene& scene_;
    const Words& words_;
    const FormDraft& draft_;
    FreeLetters letters_;
};

// "Thu 8 Oct 16:10".
std::string moment_words(Instant at, const Scene& scene)
{
    return short_date(scene.configuration.zone.date(at), scene.words) + " "
        + wall_clock(at, scene.configuration);
}

// The same, but the day alone where it counts to its end.
std::string due_words(Instant at, const Scene& scene)
{
    const Zone& zone = scene.configuration.zone;
    const bool whole_day = zone.date(at + Seconds { 1 }) != zone.date(at);
    return whole_day ? short_date(zone.date(at), scene.words) : moment_words(at, scene);
}

Pace pace_of(Instant due, const ContactPage& page, const Scene& scene)
{
    const Zone& zone = scene.configuration.zone;
    if (due < page.now)
        return Pace::Past;
    return zone.date(due) == zone.date(page.now) ? Pace::Near : Pace::InTime;
}

// What is due first, and by when.
struct Owed {
    std::string words;
    std::optional<Pace> pace; // none: nothing is promised
};
Owed owed(const OpenContact& open, const ContactPage& page, const Scene& scene)
{
    const auto due = open.due();
    const bool acknowledges = open.dates.acknowledge_by && due == open.dates.acknowledge_by;
    const Text step = acknowledges              ? Text::DeskCaseStateLogged
        : open.contact.channel == Channel::Post ? Text::DeskContactToScan
                                                : Text::DeskCaseStateAcknowledged;
    const std::string what = scene.words.say(step);
    if (!due)
        return { scene.words.say(Text::DeskContactNoDate, { { "step", what } }), {} };
    const Pace pace = pace_of(*due, page, scene);
    return { scene.words.say(pace == Pace::Past ? Text::DeskContactLate : Text::DeskContactDue,
                 { { "step", what }, { "when", due_words(*due, scene) } }),
        pace };
}

std::string row_words(const OtherContact& contact, const std::string& about, const Scene& scene)
{
    const Words& words = scene.words;
    return words.say(about.empty() ? Text::DeskContactRowPlain : Text::DeskContactRow,
        { { "channel", words.say(text_of(contact.channel)) },
            { "service",
                contact.service.empty() ? words.say(Text::DeskComplaintOther)
                                        : name_of(contact.service, words, scene.configuration) },
            { "received", moment_words(contact.received, scene) }, { "about", about } });
}

ChoiceGroup tabs(const Scene& scene, const FormDraft& draft, const ContactPage* page)
{
    const Words& words = scene.words;
    ChoiceGroup group { .label = {}, .columns = 2 };
    const bool open = draft.has("contacts.open");
    group.choices.push_back({ .key = "contacts.log",
        .label = words.say(Text::DeskContactTabLog),
        .letter = {},
        .chosen = !open });
    group.choices.push_back({ .key = "contacts.open",
        .label = words.say(Text::DeskContactTabOpen,
            { { "open", page ? static_cast<long>(page->open) : 0L },
                { "late", page ? static_cast<long>(page->late) : 0L } }),
        .letter = "0",
        .chosen = open });
    return group;
}

bool lists_aside(const ContactPage& page)
{
    return page.asked.which == ContactPageQuestion::Which::Aside;
}

std::string why_aside(SetAside why, const Words& words)
{
    constexpr std::array kTexts { Text::DeskContactAbusive, Text::DeskContactJunk, Text::DeskContactNoReply,
        Text::DeskContactNotScannable };
    return words.say(kTexts.at(static_cast<std::size_t>(why)));
}

// Earlier and later ones; and those that were set aside, where a mistake can be put right.
ChoiceGroup moves_group(const ContactPage& page, const Words& words)
{
    ChoiceGroup moves { .label = {}, .columns = 3 };
    if (page.asked.first > 0)
        moves.choices.push_back(
            { .key = "contacts.earlier", .label = words.say(Text::DeskRegisterEarlier), .letter = {} });
    if (page.more)
        moves.choices.push_back(
            { .key = "contacts.later", .label = words.say(Text::DeskRegisterLater), .letter = {} });
    moves.choices.push_back({ .key = "contacts.aside",
        .label = words.say(Text::DeskContactTabAside),
        .letter = {},
        .chosen = lists_aside(page) });
    return moves;
}

void put_list(PanelView& panel, const ContactPage& page, const Scene& scene)
{
    const Words& words = scene.words;
    if (page.rows.empty()) {
        panel.lines = { words.say(lists_aside(page) ? Text::DeskContactNoneAside : Text::DeskContactNone) };
        panel.groups.push_back(moves_group(page, words));
        return;
    }
    constexpr std::size_t kShort = 48; // so much of what it is about stands in the list
    const long first = page.asked.first + 1;
    ChoiceGroup rows { .label = words.say(
                           lists_aside(page) ? Text::DeskContactRowsAside : Text::DeskContactRows,
                           { { "first", first }, { "last", first + static_cast<long>(page.rows.size()) - 1 },
                               { "count", static_cast<long>(page.listed) } }) };
    for (const OpenContact& one : page.rows) {
        Owed due = one.contact.set_aside ? Owed { why_aside(*one.contact.set_aside, words), {} }
                                         : owed(one, page, scene);
        rows.choices.push_back({ .key = "open." + std::to_string(one.contact.id.value()),
            .label = row_words(one.contact, beginning(one.contact.about, kShort), scene),
            .letter = std::to_string(rows.choices.size() + 1),
            .end = std::move(due.words),
            .pace = due.pace });
    }
    rows.columns = 1;
    panel.groups.push_back(rows);
    panel.groups.push_back(moves_group(page, words));
}

// All that is known of it.
std::vector<std::string> story(const OpenContact& open, const ContactPage& page, const Scene& scene)
{
    const Words& words = scene.words;
    const OtherContact& contact = open.contact;
    std::vector<std::string> lines;
    if (!contact.about.empty())
        lines.push_back(contact.about);
    if (contact.acknowledged)
        lines.push_back(words.say(
            Text::DeskContactAcknowledged, { { "when", moment_words(*contact.acknowledged, scene) } }));
    if (contact.told)
        lines.push_back(words.say(Text::DeskContactTold,
            { { "date", short_date(contact.told->until, words) },
                { "explanation", contact.told->explanation }, { "apology", contact.told->apology } }));
    if (contact.set_aside) {
        lines.push_back(why_aside(*contact.set_aside, words));
        return lines;
    }
    OpenContact part = open;
    if (open.dates.acknowledge_by) {
        part.dates.answer_by.reset();
        lines.push_back(owed(part, page, scene).words);
        part.dates = open.dates;
        part.dates.acknowledge_by.reset();
    }
    lines.push_back(owed(part, page, scene).words);
    return lines;
}

ChoiceGroup dates_group(const ContactPage& page, const FormDraft& draft, const Scene& scene)
{
    ChoiceGroup group { .label = scene.words.say(Text::DeskContactBy), .columns = 4 };
    for (const LocalDate day : page.working_days) {
        const std::string key = "by." + to_iso(day);
        group.choices.push_back(
            { .key = key, .label = short_date(day, scene.words), .letter = {}, .chosen = draft.has(key) });
    }
    return group;
}

void put_one(PanelView& panel, const ContactPage& page, const FormDraft& draft, const Scene& scene)
{
    const Words& words = scene.words;
    const OpenContact& open = *page.chosen;
    Logging form(scene, draft);
    panel.title = row_words(open.contact, {}, scene);
    panel.lines = story(open, page, scene);
    ChoiceGroup back { .label = {}, .columns = 2 };
    back.choices.push_back(
        { .key = "contacts.back", .label = words.say(Text::DeskRegisterBack), .letter = "0" });
    ChoiceGroup done { .label = words.say(Text::DeskContactWhat), .columns = 2 };
    panel.send = words.say(Text::DeskRegisterRecord);
    if (open.contact.set_aside) {
        form.add(done, "do.back", Text::DeskContactTakeBack, "1");
        panel.groups = { back, done };
        return;
    }
    if (may_acknowledge(open.contact))
        form.add(done, "do.acknowledge", Text::DeskContactDoAcknowledge, "1");
    const bool post = open.contact.channel == Channel::Post;
    form.add(done, "do.answer", post ? Text::DeskContactDoScan : Text::DeskContactAnswered, "2");
    form.add(done, "do.explain", Text::DeskContactDoExplain, "3");
    form.add_asides(done, open.contact.channel);
    panel.groups = { back, done };
    panel.second_column = panel.groups.size();
    const bool answers = draft.has("do.answer");
    const bool explains = explains_delay(draft, page);
    if (explains && !answers)
        panel.groups.push_back(dates_group(page, draft, scene));
    if (answers)
        form.add_coding(panel, Text::DeskContactAvoidableDone);
    if (explains) {
        panel.words_label = words.say(Text::DeskContactWhy);
        panel.words_field = words.say(Text::DeskRegisterField);
        panel.day = { words.say(Text::DeskContactSorry), words.say(Text::DeskContactSorryWords) };
    }
}

} // namespace

bool explains_delay(const FormDraft& draft, const ContactPage& page)
{
    if (!page.chosen)
        return false;
    const auto past = [&](const std::optional<Instant>& date) { return date && *date < page.now; };
    const ContactDates& dates = page.chosen->dates;
    return draft.has("do.explain") || (draft.has("do.acknowledge") && past(dates.acknowledge_by))
        || (draft.has("do.answer") && (past(dates.answer_by) || past(dates.acknowledge_by)));
}

PanelView prepare_contacts(const Scene& scene, const FormDraft& draft, const ContactPage* page)
{
    PanelView panel;
    panel.place = PanelView::Place::Wide;
    panel.title = scene.words.say(Text::DeskContactTitle);
    panel.cancel = scene.words.say(Text::DeskActionCancel);
    const bool open = draft.has("contacts.open") && page;
    if (open && page->chosen) {
        put_one(panel, *page, draft, scene);
        return panel;
    }
    panel.groups.push_back(tabs(scene, draft, page));
    if (open)
        put_list(panel, *page, scene);
    else
        Logging(scene, draft).put_form(panel);
    return panel;
}

} // namespace nextplease::desk
