// The middle column: who waits, who is set aside, and what may be done with whoever is selected.
#include "kiosk/desk/prepare.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::desk {
namespace {

constexpr std::size_t kAsideLines =
    3; // that stand under the list; all of them are in the list of those set aside

std::string standard_words(const VisitNow& shown, const Words& words)
{
    if (shown.visit.seen)
        return words.say(Text::DeskListSeen);
    // Counted so that minutes waited and minutes left add up to the standard, as people check it.
    const long waited = whole_minutes(shown.wait);
    const long limit = whole_minutes(shown.limit);
    if (shown.pace == Pace::Past)
        return words.say(Text::DeskListOver, { { "minutes", std::max(1L, waited - limit) } });
    return words.say(Text::DeskListLeft, { { "minutes", std::max(0L, limit - waited) } });
}

// Whoever was seen once and waits again is told from arrival: "the visitor's clock does not restart".
Seconds waited(const VisitNow& shown, const Scene& scene)
{
    return shown.visit.seen ? moment_of(scene.snapshot) - shown.visit.arrived : shown.wait;
}

std::string aside_words(const VisitNow& shown, RowView::Kind kind, const Scene& scene)
{
    const Visit& visit = shown.visit;
    if (kind == RowView::Kind::NoShow) {
        const Instant last =
            visit.ended.value_or(scene.snapshot.now) + scene.configuration.office.rules.no_show_grace;
        return scene.words.say(
            Text::DeskListRejoinUntil, { { "time", wall_clock(last, scene.configuration) } });
    }
    if (!visit.hold_until)
        return visit.note;
    return scene.words.say(Text::DeskListHeldUntil,
        { { "reason", visit.note }, { "time", wall_clock(*visit.hold_until, scene.configuration) } });
}

int turn_of(VisitId visit, const Situation& situation)
{
    if (situation.next && situation.next->visit.id == visit)
        return 1;
    const auto found = std::find(situation.after_next.begin(), situation.after_next.end(), visit);
    return found == situation.after_next.end() ? 0
                                               : 2 + static_cast<int>(found - situation.after_next.begin());
}

RowView row_of(const VisitNow& shown, RowView::Kind kind, const Scene& scene, const ListChoice& choice)
{
    const Words& words = scene.words;
    RowView row;
    row.kind = kind;
    row.id = shown.visit.id;
    row.number = shown.visit.number.text();
    row.service = name_of(shown.visit.service, words, scene.configuration);
    row.minutes = words.say(Text::DeskListMinutes, { { "minutes", whole_minutes(waited(shown, scene)) } });
    row.pace = shown.pace;
    row.seen = shown.visit.seen.has_value();
    row.standard = standard_words(shown, words);
    row.mine = serves(scene.desk, shown.visit.service);
    row.selected = choice.selected == row.id;
    if (kind == RowView::Kind::Waiting)
        row.turn = turn_of(row.id, scene.situation);
    if (kind != RowView::Kind::Waiting)
        row.words = aside_words(shown, kind, scene);
    const std::vector<FactView> facts = prepare_facts(shown.visit, scene);
    for (const FactView& fact : facts)
        row.facts.push_back(fact.icon);
    const std::string gap = words.say(Text::CommonListSeparator);
    row.spoken = row.number + gap + row.service + gap + row.minutes + gap
        + (kind == RowView::Kind::Waiting ? row.standard : row.words);
    if (!facts.empty())
        row.spoken += gap + listed(facts, words);
    if (row.turn == 1)
        row.spoken += gap + words.say(Text::DeskListNextMark);
    else if (row.turn > 1)
        row.spoken += gap + words.say(Text::DeskListTurn, { { "turn", static_cast<long>(row.turn) } });
    return row;
}

struct Shown {
    const VisitNow* visit;
    RowView::Kind kind;
};

std::vector<Shown> aside_of(const Snapshot& snapshot)
{
    std::vector<Shown> aside;
    for (const VisitNow& held : snapshot.held)
        aside.push_back({ &held, RowView::Kind::Held });
    for (const VisitNow& missed : snapshot.no_shows)
        aside.push_back({ &missed, RowView::Kind::NoShow });
    return aside;
}

std::vector<Shown> chosen(const Scene& scene, ListKind kind)
{
    if (kind == ListKind::Aside)
        return aside_of(scene.snapshot);
    std::vector<Shown> shown;
    for (const VisitNow& waiting : scene.snapshot.waiting) {
        if (kind != ListKind::ForMe || serves(scene.desk, waiting.visit.service))
            shown.push_back({ &waiting, RowView::Kind::Waiting });
    }
    return shown;
}

// Those who are set aside and stand under the list: the longest held, and with them the latest who did not
// come.
std::vector<Shown> lines_under(const Snapshot& snapshot)
{
    std::vector<Shown> lines = aside_of(snapshot);
    const std::size_t no_shows = std::min<std::size_t>(snapshot.no_shows.size(), 1);
    const std::size_t held = std::min(snapshot.held.size(), kAsideLines - no_shows);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(held),
        lines.begin() + static_cast<std::ptrdiff_t>(snapshot.held.size()));
    if (lines.size() > kAsideLines)
        lines.resize(kAsideLines);
    return lines;
}

Text nobody_text(ListKind kind)
{
    if (kind == ListKind::Aside)
        return Text::DeskListNobodyAside;
    return kind == ListKind::ForMe ? Text::DeskListNobodyForMe : Text::DeskListNobody;
}

void add_heads(ListView& list, const Scene& scene, bool room_tab)
{
    const Words& words = scene.words;
    const auto waiting = static_cast<long>(scene.snapshot.waiting.size());
    const auto aside = static_cast<long>(scene.snapshot.held.size() + scene.snapshot.no_shows.size());
    const auto mine = static_cast<long>(chosen(scene, ListKind::ForMe).size());
    list.title = words.say(Text::DeskListWaiting);
    list.people = words.count(Text::DeskListPeople, waiting);
    list.tabs = { { ListKind::ForMe, words.say(Text::DeskListForMe, { { "count", mine } }) },
        { ListKind::Everyone, words.say(Text::DeskListEveryone, { { "count", waiting } }) },
        { ListKind::Aside, words.say(Text::DeskListAside, { { "count", aside } }) } };
    if (room_tab)
        list.tabs.push_back({ ListKind::Room, words.say(Text::DeskListRoom) });
    list.number = words.say(Text::DeskListNumber);
    list.service = words.say(Text::DeskListService);
    list.waited = words.say(Text::DeskListWaited);
    list.standard = words.say(Text::DeskListStandard);
    list.held_title = words.say(Text::DeskListOnHold);
    list.no_show_title = words.say(Text::DeskListDidNotCome);
    list.up = words.say(Text::DeskListUp);
    list.down = words.say(Text::DeskListDown);
}

void add_counts(ListView& list, const std::vector<Shown>& shown, const Words& words)
{
    std::array<long, 3> counts {};
    for (const Shown& one : shown) {
        if (!one.visit->visit.seen)
            ++counts.at(static_cast<std::size_t>(one.visit->pace));
    }
    list.in_time = words.say(Text::DeskCountInTime, { { "count", counts[0] } });
    list.near = words.say(Text::DeskCountNear, { { "count", counts[1] } });
    list.past = words.say(Text::DeskCountPast, { { "count", counts[2] } });
}

// For what the visitor came, and which wait was promised, so that the desk says the same.
std::string who_and_told(const VisitNow& shown, const Scene& scene)
{
    const Words& words = scene.words;
    const std::string service = name_of(shown.visit.service, words, scene.configuration);
    const bool waits = shown.visit.state == VisitState::Waiting;
    const std::string wait =
        shown.estimate.next() ? words.say(Text::VisitorWaitNext) : plain_wait_words(shown.estimate, words);
    if (!waits || wait.empty())
        return service;
    return words.say(Text::DeskActionTold, { { "service", service }, { "wait", wait } });
}

} // namespace

const VisitNow* listed(const Snapshot& snapshot, VisitId id)
{
    for (const auto* list : { &snapshot.waiting, &snapshot.held, &snapshot.no_shows }) {
        for (const VisitNow& shown : *list) {
            if (shown.visit.id == id)
                return &shown;
        }
    }
    return nullptr;
}

ListView prepare_list(const Scene& scene, ListChoice& choice)
{
    ListView list;
    list.kind = choice.kind;
    add_heads(list, scene, choice.room_tab);
    if (choice.kind == ListKind::Room)
        return list;
    if (choice.kind != ListKind::Aside) {
        for (const Shown& line : lines_under(scene.snapshot))
            list.aside.push_back(row_of(*line.visit, line.kind, scene, choice));
    }
    const std::vector<Shown> shown = chosen(scene, choice.kind);
    const int all = static_cast<int>(shown.size());
    // The counts, or the actions, take a line; so do those set aside; and where not all fit, the pages.
    float height = choice.height - kLineHeight * static_cast<float>(1 + list.aside.size());
    int places = std::max(1, static_cast<int>(height / kRowHeight));
    if (all > places)
        places = std::max(1, static_cast<int>((height - kLineHeight) / kRowHeight));
    choice.first = std::clamp(choice.first, 0, std::max(0, all - places));
    const int end = std::min(all, choice.first + places);
    for (int i = choice.first; i < end; ++i) {
        const Shown& one = shown[static_cast<std::size_t>(i)];
        list.rows.push_back(row_of(*one.visit, one.kind, scene, choice));
    }
    if (shown.empty())
        list.nobody = scene.words.say(nobody_text(choice.kind));
    if (all > places)
        list.range = scene.words.say(Text::DeskListRange,
            { { "first", static_cast<long>(choice.first + 1) }, { "last", static_cast<long>(end) },
                { "count", static_cast<long>(all) } });
    list.can_go_up = choice.first > 0;
    list.can_go_down = end < all;
    if (choice.kind != ListKind::Aside)
        add_counts(list, shown, scene.words);
    return list;
}

std::optional<ActionView> prepare_action(const Scene& scene, const ListChoice& choice)
{
    if (!choice.selected)
        return std::nullopt;
    const VisitNow* selected = listed(scene.snapshot, *choice.selected);
    if (!selected)
        return std::nullopt;
    const Visit& visit = selected->visit;
    const Words& words = scene.words;
    ActionView action;
    action.may_call = may_call(visit, scene.desk, scene.situation);
    action.call = words.say(Text::DeskActionCall, { { "number", visit.number.text() } });
    action.words =
        action.may_call == May::Yes ? who_and_told(*selected, scene) : reason(action.may_call, scene);
    if (visit.state == VisitState::Held)
        action.put_back = words.say(Text::DeskActionResume);
    if (visit.state == VisitState::NoShow)
        action.put_back = words.say(Text::DeskActionRejoin);
    action.may_put_back = scene.situation.cut_off ? May::CutOff : May::Yes;
    action.cancel = words.say(Text::DeskActionCancel);
    return action;
}

} // namespace nextplease::desk
