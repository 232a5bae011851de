// The figures of the pages beside seen-in-time, and what is behind each of them: what is read for it, and
// what it means.
#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/report/cell_words.h"
#include "kiosk/report/column_words.h"
#include "kiosk/report/complaint_words.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

// The days of a group such as "2026-10".
std::optional<SeenQuestion::Days> month_days(const std::string& key)
{
    const auto first = parse_iso_date(key + "-01");
    if (!first)
        return std::nullopt;
    const auto next = std::chrono::year_month { first->year(), first->month() } + std::chrono::months { 1 };
    return SeenQuestion::Days { *first, add_days(LocalDate { next / std::chrono::day { 1 } }, -1) };
}

Finding finding_of(const VisitNow& now)
{
    Finding finding;
    finding.at = now.visit.arrived;
    finding.service = now.visit.service;
    finding.reference = now.visit.number.text();
    finding.visit = now.visit.id;
    finding.waited = now.wait;
    finding.standing = now.pace == Pace::Past ? Standing::OpenLate : Standing::Open;
    if (now.visit.desk)
        finding.desk = *now.visit.desk;
    return finding;
}

// Who waits now, the longest wait first.
Findings waiting(const Snapshot& room, const std::optional<ServiceCode>& service)
{
    Findings found;
    for (const VisitNow& now : room.waiting) {
        if (!service || now.visit.service == *service)
            found.first.push_back(finding_of(now));
    }
    std::stable_sort(found.first.begin(), found.first.end(),
        [](const Finding& a, const Finding& b) { return a.waited > b.waited; });
    found.count = static_cast<std::int64_t>(found.first.size());
    return found;
}

Findings at_desks(const Snapshot& room)
{
    Findings found;
    for (const DeskNow& desk : room.desks) {
        if (desk.current)
            found.first.push_back(finding_of(*desk.current));
    }
    found.count = static_cast<std::int64_t>(found.first.size());
    return found;
}

Findings open_cases(Store& store, LocalDate today, RegisterQuestion::Which which, std::size_t at_most)
{
    RegisterQuestion question;
    question.which = which;
    question.at_most = static_cast<int>(at_most);
    const RegisterPage page = register_page(store, today, question);
    Findings found { which == RegisterQuestion::Which::Late ? page.counts.late : page.counts.open, {} };
    for (const Case& record : page.rows)
        found.first.push_back(finding_of(record));
    return found;
}

} // namespace

void Manager::open_found(Opening opening)
{
    BehindAnswer head { .title = std::move(opening.title) };
    head.about = std::move(opening.about);
    head.means = std::move(opening.means);
    head.listed = opening.find ? BehindAnswer::Listed::Findings : BehindAnswer::Listed::Nothing;
    open_list(
        std::move(head),
        [find = std::move(opening.find)](Reception& reception, BehindAnswer& answer, std::size_t at_most) {
            if (!find)
                return;
            Findings found = find(reception, at_most);
            answer.count = found.count;
            answer.found = std::move(found.first);
        },
        opening.first);
}

void Manager::open_part(Part part, int index)
{
    if (!snapshot_)
        return;
    switch (tab_) {
    case Tab::Live:
        return open_live(part, index);
    case Tab::Published:
        return open_published(part, index);
    case Tab::Complaints:
        return open_complaints(part, index);
    case Tab::Seen:
    case Tab::Staffing:
        return;
    }
}

// ---- Live ----

void Manager::open_live(Part part, int index)
{
    const auto place = static_cast<std::size_t>(std::max(index, 0));
    const LiveView& view = view_.live;
    const LocalDate today = snapshot_->local.date;
    const auto row_name = [&](const TableView& table) { return table.rows.at(place).name; };
    const auto of_room = [&](std::string title, Text means, Findings found) {
        open_found(
            { std::move(title), { words_.say(means) }, [found](Reception&, std::size_t) { return found; } });
    };
    switch (part) {
    case Part::Tile:
        if (place >= view.tiles.size())
            return;
        if (index <= 1) // how many, and the longest of them
            return of_room(view.tiles.at(place).label, Text::ManagerMeansWaiting, waiting(*snapshot_, {}));
        if (index == 2)
            return of_room(view.tiles.at(place).label, Text::ManagerMeansDesks, at_desks(*snapshot_));
        return open_today({ .which = Behind::Which::Seen }, view.tiles.at(place).label,
            { words_.say(Text::ManagerMeansToday),
                share_line(snapshot_->today.within, snapshot_->today.seen, words_) });
    case Part::Service:
        if (place < view.services.rows.size())
            of_room(row_name(view.services), Text::ManagerMeansWaiting,
                waiting(*snapshot_, snapshot_->services.at(place).code));
        return;
    case Part::Desk:
        if (place < view.desks.rows.size())
            open_desk_today(snapshot_->desks.at(place).desk, row_name(view.desks));
        return;
    case Part::Device:
        if (place < view.devices.rows.size()) {
            const TableRow& row = view.devices.rows.at(place);
            const bool face = row.cells.at(1).text.empty();
            open_found({ row.name,
                { words_.say(face ? Text::ManagerMeansFace : Text::ManagerMeansDevice),
                    face ? row.cells.at(0).text
                         : words_.say(Text::ManagerLiveDeviceSince,
                             { { "state", row.cells.at(0).text }, { "time", row.cells.at(1).text } }) } });
        }
        return;
    case Part::Promise:
        if (promises_ && place < promises_->size()) {
            const Standard& standard = configuration_.standards.at(place);
            const StandardFigures& begun = promises_->at(place).begun;
            open_found(
                { words_.say(Text::ManagerBehindPromise,
                      { { "title", row_name(view.promises) }, { "days", days_long(today, today, words_) } }),
                    { words_.say(Text::ManagerMeansPromise), report::limit_words(standard, words_),
                        share_line(begun.within, begun.decided(), words_),
                        words_.say(Text::CliStandardDefinitionShare) },
                    [place](Reception& reception, std::size_t at_most) {
                        return promise_findings_today(
                            reception.store(), reception.configuration(), place, reception.now(), at_most);
                    } });
        }
        return;
    default:
        return;
    }
}

void Manager::open_today(const Behind& behind, std::string title, std::vector<std::string> means)
{
    SeenQuestion question;
    question.from = question.to = snapshot_->local.date;
    BehindAnswer head { .title = std::move(title) };
    head.means = std::move(means);
    open(question, behind, std::move(head), Opening::First::Listed);
}

void Manager::open_desk_today(const DeskCode& desk, const std::string& title)
{
    if (!seen_)
        return;
    Behind behind;
    behind.which = Behind::Which::Seen;
    for (std::size_t i = 0; i < seen_->desks.size(); ++i) {
        if (seen_->desks[i] == desk.text())
            behind.desk = static_cast<std::uint8_t>(i);
    }
    if (behind.desk)
        open_today(behind, title, { words_.say(Text::ManagerMeansDesk) });
}

// ---- Published figures ----

void Manager::open_published(Part part, int index)
{
    if (!published_ || index < 0)
        return;
    const auto place = static_cast<std::size_t>(index);
    const ReportingPeriod& period = published_->indicators.period;
    const LocalDate from = period.first(), to = period.last();
    const auto open_of_period = [&](Opening opening) {
        opening.about = days_words({ from, to });
        open_found(std::move(opening));
    };
    switch (part) {
    case Part::Indicator:
        return open_indicator(place);
    case Part::Avoidable: {
        if (place >= kAvoidableContacts.size())
            return;
        const ContactFigures& total = published_->contacts.total;
        return open_of_period({ avoidable_words(kAvoidableContacts.at(place), words_),
            { share_line(total.by_type.at(place), total.coded, words_),
                words_.say(Text::CliIndicatorDefinitionAvoidable) },
            [=](Reception& reception, std::size_t at_most) {
                return contact_findings(reception.store(), reception.configuration(),
                    { SaidQuestion::What::Avoidable, kAvoidableContacts.at(place) }, from, to, at_most);
            } });
    }
    case Part::Satisfaction: {
        const auto& months = published_->feedback.groups;
        const auto days = place < months.size() ? month_days(months.at(place).key) : std::nullopt;
        if (!days)
            return;
        const Satisfaction& figures = months.at(place).figures;
        return open_found({ words_.say(Text::ManagerBehindPromise,
                                { { "title", words_.say(Text::ManagerSatisfaction) },
                                    { "days", month_long(days->from, words_) } }),
            { share_line(figures.satisfied, figures.visits, words_),
                words_.say(Text::CliIndicatorDefinitionSatisfaction) },
            [days = *days](Reception& reception, std::size_t at_most) {
                return feedback_findings(
                    reception.store(), reception.configuration(), days.from, days.to, at_most);
            } });
    }
    case Part::Estimate: {
        std::vector<std::string> means { view_.published.estimate };
        for (const auto& [key, meaning] : report::estimate_definitions(words_))
            means.push_back(report::term_words(key, words_) + ": " + meaning);
        means.push_back(words_.say(Text::ManagerMeansNotListed));
        return open_found({ words_.say(Text::CliEstimateTitle), std::move(means) });
    }
    default:
        return;
    }
}

void Manager::open_indicator(std::size_t place)
{
    using Kind = Indicator::Kind;
    if (place >= published_->indicators.indicators.size())
        return;
    const Indicator indicator = published_->indicators.indicators.at(place);
    const LocalDate from = published_->indicators.period.first(), to = published_->indicators.period.last();
    const IndicatorValue& now = indicator.now;
    Opening opening { view_.published.indicators.rows.at(place).name,
        { now.denominator ? share_line(now.numerator, *now.denominator, words_)
                          : number_words(now.numerator, words_),
            report::indicator_definition(indicator, words_) } };
    opening.about = days_words({ from, to });
    const auto contacts = [&](SaidQuestion::What what) {
        return [=](Reception& reception, std::size_t at_most) {
            return contact_findings(
                reception.store(), reception.configuration(), { what, {} }, from, to, at_most);
        };
    };
    const auto cases = [&](const CaseQuestion& question) {
        return [=](Reception& reception, std::size_t at_most) {
            return case_findings(reception.store(), reception.configuration(), question, from, to, at_most);
        };
    };
    switch (indicator.kind) {
    case Kind::Standard:
        opening.find = [=, id = indicator.id](Reception& reception, std::size_t at_most) {
            const auto& standards = reception.configuration().standards;
            for (std::size_t i = 0; i < standards.size(); ++i) {
                if (standards[i].id == id)
                    return promise_findings(
                        reception.store(), reception.configuration(), i, from, to, reception.now(), at_most);
            }
            return Findings {};
        };
        break;
    case Kind::Avoidable:
        opening.find = contacts(SaidQuestion::What::Avoidable);
        break;
    case Kind::Resolved:
        opening.find = contacts(SaidQuestion::What::Resolvable);
        break;
    case Kind::Satisfaction:
        opening.find = [=](Reception& reception, std::size_t at_most) {
            return feedback_findings(reception.store(), reception.configuration(), from, to, at_most);
        };
        break;
    case Kind::MonitoredCalls:
    case Kind::Checked:
        opening.means.push_back(words_.say(Text::ManagerMeansNotListed));
        break;
    case Kind::Complaints:
        opening.find = cases({});
        break;
    case Kind::ComplaintsOf:
        opening.find = cases({ .directorate = indicator.directorate.empty()
                ? DirectorateCode()
                : DirectorateCode(indicator.id.substr(indicator.id.find('.') + 1)) });
        break;
    case Kind::Upheld:
        opening.find = cases({ .what = CaseQuestion::What::Decided });
        break;
    }
    open_found(std::move(opening));
}

// ---- Complaints ----

void Manager::open_complaints(Part part, int index)
{
    if (!complaints_)
        return;
    const auto place = static_cast<std::size_t>(std::max(index, 0));
    const ComplaintsView& view = view_.complaints;
    const LocalDate from = *complaints_->months.question.from, to = *complaints_->months.question.to;
    const std::string received = words_.say(Text::CliIndicatorDefinitionComplaints);
    const auto open_since = [&](Opening opening) {
        opening.about = days_words({ from, to });
        open_found(std::move(opening));
    };
    const auto cases = [](const CaseQuestion& question, LocalDate first, LocalDate last) {
        return [=](Reception& reception, std::size_t at_most) {
            return case_findings(
                reception.store(), reception.configuration(), question, first, last, at_most);
        };
    };
    switch (part) {
    case Part::Tile:
        if (place < view.tiles.size())
            open_complaints_tile(index);
        return;
    case Part::Month: {
        const auto& months = complaints_->months.groups;
        const auto days = place < months.size() ? month_days(months.at(place).key) : std::nullopt;
        if (days)
            open_found({ words_.say(Text::ManagerBehindPromise,
                             { { "title", words_.say(Text::ManagerComplaintsReceived) },
                                 { "days", month_long(days->from, words_) } }),
                { received }, cases({}, std::max(days->from, from), std::min(days->to, to)) });
        return;
    }
    case Part::Service: {
        const auto& groups = complaints_->services.groups;
        if (index < 0)
            return open_since({ words_.say(Text::ManagerAll), { received }, cases({}, from, to) });
        if (place < groups.size())
            open_since({ view.services.rows.at(place).name, { received },
                cases({ .service = ServiceCode(groups.at(place).key) }, from, to) });
        return;
    }
    case Part::Upheld: {
        const auto& groups = complaints_->services.groups;
        if (index >= 0 && place >= groups.size())
            return;
        CaseQuestion question { .what = CaseQuestion::What::Upheld };
        if (index >= 0)
            question.service = ServiceCode(groups.at(place).key);
        const std::string name = index < 0 ? words_.say(Text::ManagerAll) : view.services.rows.at(place).name;
        return open_since({ area_words(name, words_.say(Text::CliColumnUpheld), words_), { received },
            cases(question, from, to) });
    }
    case Part::Case:
        if (place < complaints_->open.rows.size()) {
            const Findings found { 1, { finding_of(complaints_->open.rows.at(place)) } };
            open_found({ found.first.front().reference, {},
                [found](Reception&, std::size_t) { return found; }, Opening::First::Open });
        }
        return;
    default:
        return;
    }
}

void Manager::open_complaints_tile(int index)
{
    const LocalDate from = *complaints_->months.question.from, to = *complaints_->months.question.to;
    const std::string title = view_.complaints.tiles.at(static_cast<std::size_t>(index)).label;
    const auto cases = [&](CaseQuestion::What what) {
        return [=](Reception& reception, std::size_t at_most) {
            return case_findings(reception.store(), reception.configuration(), { what }, from, to, at_most);
        };
    };
    const auto open = [](RegisterQuestion::Which which) {
        return [which](Reception& reception, std::size_t at_most) {
            return open_cases(reception.store(), reception.today(), which, at_most);
        };
    };
    const PromiseFigures& answered = complaints_->months.total.first.answered;
    const std::string period = days_words({ from, to });
    switch (index) {
    case 0:
        return open_found({ title, { words_.say(Text::CliIndicatorDefinitionComplaints) },
            cases(CaseQuestion::What::Complaints), Opening::First::Listed, period });
    case 1:
        return open_found({ title,
            { words_.say(Text::ManagerMeansAnswered),
                share_line(answered.in_time + answered.in_extended_time, answered.decided(), words_) },
            cases(CaseQuestion::What::Answered), Opening::First::Listed, period });
    case 2:
        return open_found(
            { title, { words_.say(Text::ManagerMeansOpenCases) }, open(RegisterQuestion::Which::AllOpen) });
    default:
        return open_found(
            { title, { words_.say(Text::ManagerMeansLateCases) }, open(RegisterQuestion::Which::Late) });
    }
}

} // namespace nextplease::manager
