// The left column: the visitor at the desk, their clocks, and the verbs; and the top bar.
#include "kiosk/desk/prepare.h"

#include "core/reception/device_words.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::desk {
namespace {

std::string language_name(const Language& language, const Words& words)
{
    constexpr std::array<std::pair<std::string_view, Text>, 13> kNames { { { "en", Text::DeskLanguageEn },
        { "pl", Text::DeskLanguagePl }, { "ur", Text::DeskLanguageUr }, { "cy", Text::DeskLanguageCy },
        { "ro", Text::DeskLanguageRo }, { "uk", Text::DeskLanguageUk }, { "pt", Text::DeskLanguagePt },
        { "tr", Text::DeskLanguageTr }, { "ar", Text::DeskLanguageAr }, { "pa", Text::DeskLanguagePa },
        { "bn", Text::DeskLanguageBn }, { "gu", Text::DeskLanguageGu }, { "zh", Text::DeskLanguageZh } } };
    for (const auto& [code, name] : kNames) {
        if (language.text() == code)
            return words.say(name);
    }
    return language.text();
}

// Typed by people in any language: it runs its own way, whatever the screen's (Unicode FSI and PDI).
std::string set_apart(const std::string& typed)
{
    return "\u2068" + typed + "\u2069";
}

Text state_text(DeskState state)
{
    switch (state) {
    case DeskState::Open:
        return Text::DeskStateOpen;
    case DeskState::Paused:
        return Text::DeskStatePaused;
    case DeskState::Closed:
        break;
    }
    return Text::DeskStateClosed;
}

Text go_text(DeskState state)
{
    switch (state) {
    case DeskState::Open:
        return Text::DeskBarBreak;
    case DeskState::Paused:
        return Text::DeskBarBack;
    case DeskState::Closed:
        break;
    }
    return Text::DeskBarOpen;
}

CardView card_without_visitor(const Scene& scene)
{
    const Words& words = scene.words;
    CardView card;
    switch (scene.situation.desk) {
    case DeskState::Closed:
        card.kind = CardView::Kind::Closed;
        card.title = words.say(Text::DeskCardClosed);
        card.hint = words.say(Text::DeskCardClosedHint);
        card.open = words.say(Text::DeskBarOpen);
        break;
    case DeskState::Paused:
        card.kind = CardView::Kind::Paused;
        card.title = words.say(Text::DeskCardPaused);
        card.hint = words.say(Text::DeskCardPausedHint,
            { { "time", wall_clock(scene.snapshot.desk(scene.desk.code)->since, scene.configuration) } });
        card.open = words.say(Text::DeskBarBack);
        break;
    case DeskState::Open:
        card.kind = CardView::Kind::Free;
        card.title = words.say(Text::DeskCardFree);
        card.hint = words.say(Text::DeskCardNobody);
        if (const VisitNow* next = scene.situation.next)
            card.hint = words.say(Text::DeskCardNext,
                { { "number", next->visit.number.text() },
                    { "service", name_of(next->visit.service, words, scene.configuration) },
                    { "minutes", whole_minutes(next->wait) } });
        break;
    }
    return card;
}

// What the verb would do, under its name.
std::string verb_note(Verb verb, const Scene& scene)
{
    const Words& words = scene.words;
    const Situation& situation = scene.situation;
    const VisitNow* about = verb == Verb::CallNext ? situation.next : situation.current;
    const std::string number = about ? about->visit.number.text() : std::string {};
    const int recalls = about ? about->visit.recalls : 0;
    // accessibility.md K3: a slow walker is called at least twice more before they count as not there.
    constexpr int kRecallsBeforeNoShow = 2;
    switch (verb) {
    case Verb::CallNext:
        return words.say(Text::DeskNoteNext, { { "number", number } });
    case Verb::Recall:
        return words.count(Text::DeskNoteCalled, recalls + 1);
    case Verb::Start:
        return words.say(Text::DeskNoteIsHere, { { "number", number } });
    case Verb::Finish:
        return words.say(Text::DeskNoteFinish, { { "number", number } });
    case Verb::Transfer:
        return words.say(Text::DeskNoteTransfer);
    case Verb::Hold:
        return words.say(Text::DeskNoteHold);
    case Verb::NoShow:
        if (recalls < kRecallsBeforeNoShow)
            return words.count(Text::DeskNoteMoreCalls, kRecallsBeforeNoShow - recalls);
        if (about && about->visit.called
            && scene.snapshot.now - *about->visit.called < scene.configuration.office.rules.walk())
            return words.say(Text::DeskNoteWalking, { { "number", number } });
        return words.say(Text::DeskNoteNoShow, { { "number", number } });
    case Verb::Undo:
        return words.say(Text::DeskNoteUndo,
            { { "number", number }, { "seconds", static_cast<long>(situation.undo_left.count()) } });
    }
    return {};
}

ClockView clock_without_time(Text label, Text instead, const Words& words)
{
    return { words.say(label), words.say(instead), false, {} };
}

// The machine that needs somebody most: whoever mends it sees the next.
void add_device(BarView& bar, const Scene& scene)
{
    const DeviceRecord* worst = nullptr;
    for (const DeviceRecord& one : scene.snapshot.devices) {
        if (one.state > DeviceState::Ready && (!worst || one.state > worst->state))
            worst = &one;
    }
    if (!worst)
        return;
    bar.device = scene.words.say(Text::DeskBarDevice,
        { { "machine", worst->machine }, { "state", device_words(worst->state, scene.words) } });
    bar.device_stopped = !can_print(worst->state);
}

} // namespace

long whole_minutes(Seconds time)
{
    return static_cast<long>(std::chrono::floor<Minutes>(time).count());
}

std::string stopwatch(Seconds time)
{
    const auto seconds = std::max(time, Seconds { 0 }).count();
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string wall_clock(Instant at, const Configuration& configuration)
{
    return clock_face(configuration.zone.local(at).since_midnight);
}

std::string reason(May may, const Scene& scene)
{
    const Words& words = scene.words;
    const VisitNow* current = scene.situation.current;
    const std::string number = current ? current->visit.number.text() : std::string {};
    switch (may) {
    case May::Yes:
        return {};
    case May::CutOff:
        return words.say(Text::DeskOffCutOff);
    case May::FinishFirst:
        return words.say(Text::DeskOffFinishFirst, { { "number", number } });
    case May::OpenFirst:
        return words.say(Text::DeskOffOpenFirst);
    case May::OnBreak:
        return words.say(Text::DeskOffOnBreak);
    case May::NobodyWaits:
        return words.say(Text::DeskOffNobodyWaits);
    case May::ServesNot:
        return words.say(Text::DeskOffServesNot);
    case May::NobodyCalled:
        return words.say(Text::DeskOffNobodyCalled);
    case May::WithYou:
        return words.say(Text::DeskOffWithYou, { { "number", number } });
    case May::StartFirst:
        return words.say(Text::DeskOffStartFirst);
    case May::NobodyHere:
        return words.say(Text::DeskOffNobodyHere);
    case May::NothingToUndo:
        return words.say(Text::DeskOffNothingToUndo);
    case May::UndoOver:
        return words.say(Text::DeskOffUndoOver,
            { { "seconds", static_cast<long>(scene.configuration.office.rules.undo_within.count()) } });
    case May::DeskClosed:
        return words.say(Text::DeskOffDeskClosed);
    case May::NotLate:
        return words.say(Text::DeskOffNotLate);
    case May::SignInFirst:
        return words.say(Text::DeskSignInTitle);
    case May::NobodySignedIn:
        return words.say(Text::DeskOffNobodySignedIn);
    }
    return {};
}

BarView prepare_bar(const Scene& scene)
{
    const Words& words = scene.words;
    BarView bar;
    bar.product = words.say(Text::DeskProduct);
    bar.desk = name_of(scene.desk.code, words, scene.configuration);
    for (const DeskService& offered : scene.desk.services)
        bar.services += (bar.services.empty() ? "" : words.say(Text::CommonListSeparator))
            + name_of(offered.service, words, scene.configuration);
    bar.services_short = words.count(Text::DeskBarServices, static_cast<long>(scene.desk.services.size()));
    bar.state = scene.situation.desk;
    bar.state_words = words.say(state_text(bar.state));
    bar.goes = bar.state != DeskState::Open;
    bar.stop_or_go = words.say(go_text(bar.state));
    bar.may_stop = may_stop(scene.situation);
    bar.close = words.say(Text::DeskBarClose);
    bar.stop_key = console_key("break", scene.configuration.desks);
    bar.close_key = console_key("close", scene.configuration.desks);
    bar.staff = scene.staff;
    bar.help = words.say(Text::DeskBarHelp);
    bar.clock = clock_face(scene.snapshot.local.since_midnight);
    add_device(bar, scene);
    return bar;
}

namespace {

// The apology that is owed to the visitor at the desk, until it was given.
std::optional<BannerView> late_here(const VisitNow& current, const Scene& scene)
{
    if (current.pace != Pace::Past || current.apologised)
        return std::nullopt;
    const long limit = whole_minutes(current.limit);
    const long waited = whole_minutes(current.wait);
    if (waited <= limit)
        return BannerView { BannerView::Kind::Late,
            scene.words.say(Text::DeskLateJustPast, { { "limit", limit } }) };
    return BannerView { BannerView::Kind::Late,
        scene.words.say(Text::DeskLateBanner, { { "minutes", waited }, { "limit", limit } }) };
}

} // namespace

std::optional<BannerView> prepare_banner(const Scene& scene)
{
    if (scene.situation.cut_off)
        return BannerView { BannerView::Kind::CutOff,
            scene.words.say(Text::DeskCutOffBanner,
                { { "time", wall_clock(scene.snapshot.last_known, scene.configuration) } }) };
    if (const DeskNow* asks = needs_help(scene.snapshot, scene.desk.code))
        return BannerView { BannerView::Kind::Help,
            scene.words.say(Text::DeskHelpMeBanner,
                { { "desk", name_of(asks->desk, scene.words, scene.configuration) },
                    { "key", key_cap(Extra::HelpMe, scene.configuration.desks) } }) };
    if (const VisitNow* current = scene.situation.current)
        return late_here(*current, scene);
    const bool ready = scene.situation.desk == DeskState::Open;
    const VisitNow* next = ready ? scene.situation.next : nullptr;
    if (!next || next->pace != Pace::Past || next->visit.seen)
        return std::nullopt;
    // Before they are called: there is time to find out why.
    return BannerView { BannerView::Kind::Late,
        scene.words.say(Text::DeskLateNext,
            { { "number", next->visit.number.text() }, { "minutes", whole_minutes(next->wait) },
                { "limit", whole_minutes(next->limit) } }) };
}

CardView prepare_card(const Scene& scene)
{
    if (!scene.situation.current)
        return card_without_visitor(scene);
    const Words& words = scene.words;
    const Visit& visit = scene.situation.current->visit;
    CardView card;
    card.kind = scene.situation.called() ? CardView::Kind::Called : CardView::Kind::Serving;
    card.title = words.say(scene.situation.called() ? Text::DeskCardCalled : Text::DeskCardServing);
    card.number = visit.number.text();
    card.service = name_of(visit.service, words, scene.configuration);
    card.taken =
        words.say(Text::DeskCardTaken, { { "time", wall_clock(visit.arrived, scene.configuration) } });
    if (!visit.language.empty())
        card.language = language_name(visit.language, words);
    if (!visit.priority.empty())
        card.priority = name_of(visit.priority, words, scene.configuration);
    card.note = listed(prepare_facts(visit, scene), words);
    if (!visit.note.empty())
        card.note += (card.note.empty() ? "" : "\n") + set_apart(visit.note);
    card.note_title = words.say(Text::DeskCardNote);
    return card;
}

std::array<ClockView, 3> prepare_clocks(const Scene& scene)
{
    const Words& words = scene.words;
    const VisitNow* current = scene.situation.current;
    if (!current)
        return { clock_without_time(Text::DeskClockWaited, Text::DeskClockNone, words),
            clock_without_time(Text::DeskClockSinceCall, Text::DeskClockNone, words),
            clock_without_time(Text::DeskClockWithYou, Text::DeskClockNone, words) };
    const Instant now = moment_of(scene.snapshot);
    const Visit& visit = current->visit;
    ClockView waited { words.say(Text::DeskClockWaited), stopwatch(current->wait), true, current->pace };
    ClockView since_call { words.say(Text::DeskClockSinceCall), stopwatch(now - visit.called.value_or(now)),
        true, {} };
    ClockView with_you = clock_without_time(Text::DeskClockWithYou, Text::DeskClockNotYet, words);
    if (visit.started) {
        with_you.value = stopwatch(now - *visit.started);
        with_you.runs = true;
    }
    return { waited, since_call, with_you };
}

std::vector<VerbView> prepare_verbs(const Scene& scene, std::optional<Verb> under_way)
{
    std::vector<VerbView> verbs;
    for (const Verb verb : kVerbs) {
        VerbView view;
        view.verb = verb;
        view.label = scene.words.say(label_of(verb));
        view.cap = key_cap(verb, scene.configuration.desks);
        view.may = may(verb, scene.situation);
        view.note = view.may == May::Yes ? verb_note(verb, scene) : reason(view.may, scene);
        view.likely = view.may == May::Yes && verb == likely(scene.situation);
        view.under_way = under_way == verb;
        verbs.push_back(view);
    }
    return verbs;
}

std::string item_key(Verb verb)
{
    switch (verb) {
    case Verb::CallNext:
        return "verb.call_next";
    case Verb::Recall:
        return "verb.recall";
    case Verb::Start:
        return "verb.start";
    case Verb::Finish:
        return "verb.finish";
    case Verb::Transfer:
        return "verb.transfer";
    case Verb::Hold:
        return "verb.hold";
    case Verb::NoShow:
        return "verb.no_show";
    case Verb::Undo:
        return "verb.undo";
    }
    return {};
}

Text label_of(Verb verb)
{
    constexpr std::array kLabels { Text::DeskVerbCallNext, Text::DeskVerbRecall, Text::DeskVerbStart,
        Text::DeskVerbFinish, Text::DeskVerbTransfer, Text::DeskVerbHold, Text::DeskVerbNoShow,
        Text::DeskVerbUndo };
    return kLabels.at(static_cast<std::size_t>(verb));
}

} // namespace nextplease::desk
