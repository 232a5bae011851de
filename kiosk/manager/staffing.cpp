#include "kiosk/manager/staffing.h"

#include "core/base/error.h"
#include "core/base/percent.h"
#include "core/reception/sentences.h"
#include "kiosk/chart/chart_layout.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/report/documents.h"
#include "kiosk/report/plan_words.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease::manager {
namespace {

constexpr std::size_t kDays = 10; // that can be chosen
constexpr ui::Size kShares { 1192, 370 };
constexpr ui::Size kDesks { 1192, 330 };
constexpr float kChartText = 16;

std::string day_words(LocalDate day, const Words& words)
{
    return long_date(day, words);
}

std::string span_words(const OpenSpan& span)
{
    return clock_face(span.from) + "–" + clock_face(span.to);
}

// Morning, the hours around noon, and the afternoon.
std::vector<OpenSpan> parts_of(const std::vector<OpenSpan>& open)
{
    using namespace std::chrono_literals;
    std::vector<OpenSpan> parts;
    if (open.empty())
        return parts;
    const Seconds opens = open.front().from, closes = open.back().to;
    const std::array<Seconds, 4> ends { opens, std::max<Seconds>(opens, 11h), std::min<Seconds>(closes, 14h),
        closes };
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
        if (ends.at(i + 1) - ends.at(i) >= 1h)
            parts.push_back({ ends.at(i), ends.at(i + 1) });
    }
    return parts;
}

ChartView laid_out(const chart::Chart& chart, ui::Size size, const Words& words)
{
    return { .title = chart.title,
        .note = {},
        .foot = {},
        .drawing = chart::lay_out(chart, { size, kChartText }, chart::font_measure(words.language())),
        .nothing = {} };
}

} // namespace

Staffing::Staffing(const Configuration& configuration, app::Commands& commands, const Words& words,
    std::function<void()> changed)
    : configuration_(configuration)
    , commands_(commands)
    , words_(words)
    , changed_(std::move(changed))
{
}

Staffing::~Staffing()
{
    stop();
}

void Staffing::set_today(LocalDate today)
{
    if (today == today_)
        return;
    today_ = today;
    const std::optional<LocalDate> chosen =
        days_.empty() ? std::nullopt : std::optional(days_.at(static_cast<std::size_t>(chosen_day_)));
    days_.clear();
    constexpr int kFurthest = 60; // days on which nothing may be open
    for (int ahead = 1; ahead <= kFurthest && days_.size() < kDays; ++ahead) {
        const LocalDate day = add_days(today, ahead);
        if (!configuration_.hours.on(day).empty())
            days_.push_back(day);
    }
    const auto at = std::find(days_.begin(), days_.end(), chosen.value_or(today));
    chosen_day_ = at == days_.end() ? 0 : static_cast<int>(at - days_.begin());
}

void Staffing::choose_day(int index)
{
    if (index < 0 || index >= static_cast<int>(days_.size()))
        return;
    chosen_day_ = index;
    begin();
}

std::vector<WhatIf> Staffing::what_ifs() const
{
    const LocalDate day = days_.at(static_cast<std::size_t>(chosen_day_));
    std::vector<WhatIf> all;
    for (const OpenSpan& part : parts_of(configuration_.hours.on(day))) {
        for (const int more : { 1, -1 })
            all.push_back({ words_.say(more > 0 ? Text::ManagerStaffingMore : Text::ManagerStaffingFewer,
                                { { "hours", span_words(part) } }),
                { MoreDesks { part, more } } });
    }
    for (const int percent : { 10, 25 })
        all.push_back({ words_.say(Text::ManagerStaffingCrowd, { { "percent", percent } }),
            { MoreVisitors { 1 + percent / 100.0 } } });
    constexpr std::ptrdiff_t kDesksOfIt = 2;
    for (const Service& service : configuration_.office.services) {
        const auto desks = std::count_if(
            configuration_.office.desks.begin(), configuration_.office.desks.end(), [&](const Desk& desk) {
                return std::any_of(desk.services.begin(), desk.services.end(),
                    [&](const DeskService& one) { return one.service == service.code; });
            });
        if (desks < kDesksOfIt)
            continue;
        const bool pair = desks == kDesksOfIt; // one of them would be all that is left
        all.push_back({ words_.say(pair ? Text::ManagerStaffingServiceOne : Text::ManagerStaffingService,
                            { { "service", name_of(service.code, words_, configuration_) } }),
            { DesksOfService { service.code, static_cast<int>(pair ? 1 : kDesksOfIt) } } });
    }
    return all;
}

PlanQuestion Staffing::question() const
{
    PlanQuestion question;
    question.day = days_.at(static_cast<std::size_t>(chosen_day_));
    question.what_ifs = what_ifs();
    question.impossible = PlanQuestion::Impossible::LeaveOut;
    return question;
}

void Staffing::begin()
{
    if (days_.empty())
        return;
    stop();
    work_ = std::make_shared<Work>();
    said_.clear();
    percent_ = 0;
    commands_.submit(
        [this, work = work_, asked = question()](Reception& reception) -> app::Commands::Then {
            std::shared_ptr<const StaffingPlan> made;
            std::string why;
            try {
                auto plan = staffing_plan(
                    reception.store(), reception.configuration(), asked, reception.now(), [&](double done) {
                        work->percent = static_cast<int>(done * 100);
                        return work->stop ? GoOn::Stop : GoOn::Yes;
                    });
                if (plan)
                    made = std::make_shared<const StaffingPlan>(std::move(*plan));
            } catch (const InputError& nothing_to_plan_by) {
                why = nothing_to_plan_by.what();
            }
            return [this, work, made, why] {
                if (work_ != work)
                    return; // stopped, or another day was asked meanwhile
                work_.reset();
                said_ = why;
                if (made) {
                    plan_ = made;
                    chosen_ = 0;
                }
                changed_();
            };
        },
        [this, work = work_](const std::string& why) {
            if (work_ != work)
                return;
            work_.reset();
            said_ = why;
            changed_();
        });
    changed_();
}

void Staffing::stop()
{
    if (!work_)
        return;
    work_->stop = true;
    work_.reset();
    said_ = words_.say(Text::ManagerStaffingStopped);
}

void Staffing::choose_what_if(int row)
{
    if (plan_ && row >= 0 && row <= static_cast<int>(plan_->what_ifs.size()))
        chosen_ = row;
}

bool Staffing::moved()
{
    return work_ && std::exchange(percent_, work_->percent.load()) != work_->percent.load();
}

StaffingView Staffing::view() const
{
    StaffingView view;
    if (!days_.empty())
        view.day = words_.say(Text::ManagerStaffingDay,
            { { "day", day_words(days_.at(static_cast<std::size_t>(chosen_day_)), words_) } });
    view.begin = words_.say(Text::ManagerStaffingBegin);
    view.stop = words_.say(Text::ManagerStaffingCancel);
    view.intro = said_.empty() ? words_.say(Text::ManagerStaffingIntro) : said_;
    if (work_) {
        view.progress = static_cast<float>(work_->percent.load()) / 100.0F;
        view.intro = words_.say(Text::ManagerStaffingPlanning, { { "percent", work_->percent.load() } });
    }
    if (!plan_)
        return view;
    const PlannedDay& day =
        chosen_ == 0 ? plan_->plan : plan_->what_ifs.at(static_cast<std::size_t>(chosen_ - 1)).day;
    view.title = report::plan_title(*plan_, words_);
    view.shares = laid_out(report::plan_share_chart(*plan_, day, words_), kShares, words_);
    view.desks = laid_out(report::plan_desks_chart(*plan_, day, words_), kDesks, words_);
    view.expected = report::plan_expectation(*plan_, words_);
    view.basis = report::plan_basis(*plan_, words_);
    view.chosen = chosen_;
    TableView& table = view.what_ifs;
    table.title = words_.say(Text::ManagerStaffingWhatIf);
    table.columns = { words_.say(Text::CliPlanDeskHours), words_.say(Text::CliPlanInTime),
        words_.say(Text::CliPlanChange) };
    const double planned = plan_->plan.forecast.whole.expected;
    const auto add = [&](std::string name, const PlannedDay& one) {
        const double share = one.forecast.whole.expected;
        table.rows.push_back({ .letter = {},
            .name = std::move(name),
            .cells = { { with_decimal_mark(fmt::format("{:.1f}", one.forecast.desk_hours), words_) },
                { percent_text(share, words_), pace_of(share, plan_->goal * 100) },
                { &one == &plan_->plan ? std::string() : report::change_words(share - planned, words_) } },
            .opens = true });
    };
    add(words_.say(Text::ManagerStaffingPlan), plan_->plan);
    for (const StaffingPlan::Changed& changed : plan_->what_ifs)
        add(changed.what_if.text, changed.day);
    TableView& desks = view.hours;
    desks.title = words_.say(Text::CliPlanTableDesks);
    for (const DeskHours& desk : day.desks)
        desks.rows.push_back({ .letter = {},
            .name = report::desk_words(desk, words_, configuration_),
            .cells = { { report::desk_hours_words(desk) } } });
    desks.columns = { std::string() };
    return view;
}

} // namespace nextplease::manager
