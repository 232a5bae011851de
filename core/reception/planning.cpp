#include "core/reception/planning.h"

#include "core/base/error.h"
#include "core/reception/arrival_forecast.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr int kDaysOfHistory = 364;
constexpr int kForecastDays = 2000; // on which the plan is judged
constexpr double kReadShare = 0.05; // of the work
constexpr double kSearchedShare = 0.85;
constexpr int kFurtherDesks = 30; // that are tried where there are too few

// Told to stop.
struct Stopped { };

CountingRule counting_rule(const Configuration& configuration)
{
    for (const Standard& standard : configuration.standards) {
        const bool visits =
            std::find(standard.channels.begin(), standard.channels.end(), StandardChannel::Visit)
            != standard.channels.end();
        if (visits && standard.stretch == Stretch::Seen)
            return { standard.lost, standard.lost_grace };
    }
    return {};
}

class Planner {
public:
    Planner(const Configuration& configuration, const PlanQuestion& question, Instant now,
        const Progress& progress)
        : configuration_(configuration)
        , question_(question)
        , today_(configuration.zone.date(now))
        , progress_(progress)
    {
        plan_.question = question;
        plan_.goal = question.goal.value_or(configuration.goal_percent / 100);
        plan_.rule = counting_rule(configuration);
    }

    StaffingPlan run(Store& store)
    {
        choose_day();
        choose_hours();
        say(0);
        learn(store);
        say(kReadShare);
        const Rota rota =
            question_.desks == PlanQuestion::Desks::AsConfigured ? configured_rota() : found_rota();
        const auto parts = static_cast<double>(question_.what_ifs.size() + 1);
        const auto after = [&](double done) { return kSearchedShare + (1 - kSearchedShare) * done / parts; };
        plan_.plan = judged(model_, rota, after(0), after(1));
        plan_.reached = reached(plan_.plan.forecast);
        plan_.by_formula = desks_by_formula(model_, plan_.goal, most_desks());
        for (std::size_t i = 0; i < question_.what_ifs.size(); ++i) {
            StaffingModel model = model_;
            Rota changed = rota;
            try {
                apply(question_.what_ifs[i], model, changed);
            } catch (const InputError&) {
                if (question_.impossible == PlanQuestion::Impossible::Refuse)
                    throw;
                continue;
            }
            const auto from = static_cast<double>(i + 1);
            plan_.what_ifs.push_back(
                { question_.what_ifs[i], judged(model, changed, after(from), after(from + 1)) });
        }
        say(1);
        return std::move(plan_);
    }

private:
    void say(double done) const
    {
        if (progress_(done) == GoOn::Stop)
            throw Stopped {};
    }

    void choose_day()
    {
        plan_.day = question_.day;
        if (!plan_.day && !question_.weekday) {
            constexpr int kLookAhead = 30;
            for (int i = 1; i <= kLookAhead && !plan_.day; ++i) {
                if (const LocalDate date = add_days(today_, i); !configuration_.hours.on(date).empty())
                    plan_.day = date;
            }
        }
        plan_.weekday = plan_.day ? iso_weekday(*plan_.day) : question_.weekday.value_or(1);
    }

    void choose_hours()
    {
        open_ = question_.hours;
        if (open_.empty() && plan_.day)
            open_ = configuration_.hours.on(*plan_.day);
        else if (open_.empty())
            open_ = configuration_.hours.weekdays[static_cast<std::size_t>(plan_.weekday - 1)];
        if (open_.empty())
            throw InputError("the reception is closed on that day: write another, or its hours with --hours "
                             "09:00-17:00");
    }

    int most_desks() const
    {
        return question_.most_desks.value_or(static_cast<int>(configuration_.office.desks.size()));
    }

    void learn(Store& store)
    {
        const LocalDate yesterday = add_days(today_, -1);
        HistoryQuestion asked;
        const LocalDate before = plan_.day ? add_days(*plan_.day, -1) : yesterday;
        asked.to = question_.to.value_or(std::min(before, yesterday));
        asked.from = question_.from.value_or(add_days(asked.to, 1 - kDaysOfHistory));
        asked.weekday = plan_.weekday;
        asked.open = open_;
        asked.step = question_.step;
        asked.limit = question_.limit;
        asked.further_desks =
            std::max(most_desks() - static_cast<int>(configuration_.office.desks.size()), 0);
        ModelOfHistory made = model_of_history(store, configuration_, asked);
        model_ = std::move(made.model);
        plan_.basis = made.basis;
        if (plan_.basis.all_days == 0)
            throw InputError(
                fmt::format("nobody came from {} to {}, so there is nothing to plan by: write other "
                            "days with --from and --to",
                    to_iso(asked.from), to_iso(asked.to)));
        if (!question_.forecast.empty())
            set_forecast(model_, question_.forecast);
        else if (plan_.basis.days == 0)
            throw InputError(
                fmt::format("no day of that weekday from {} to {} had visitors: write other days with "
                            "--from and --to, or what is expected with --forecast",
                    to_iso(asked.from), to_iso(asked.to)));
        plan_.load_spread = model_.load_spread;
        plan_.leaving = model_.patience.has_value();
    }

    Rota found_rota()
    {
        const auto steps = static_cast<std::size_t>(
            (question_.shortest_stay + question_.step - Seconds { 1 }) / question_.step);
        const StaffingBounds bounds { .most_desks = most_desks(),
            .shortest_stay = std::max<std::size_t>(steps, 1) };
        const std::vector<DrawnDay> days = draw_days(model_, question_.replications, question_.seed);
        const auto found = find_rota({ model_, days, plan_.rule, { plan_.goal, question_.each }, bounds },
            [&](double done) { return progress_(kReadShare + (kSearchedShare - kReadShare) * done); });
        if (!found)
            throw Stopped {};
        if (!found->reached)
            see_what_is_enough(days, bounds);
        return found->rota;
    }

    void see_what_is_enough(const std::vector<DrawnDay>& days, StaffingBounds bounds)
    {
        StaffingPlan::TooFew too_few { bounds.most_desks, {}, bounds.most_desks + kFurtherDesks };
        bounds.most_desks = too_few.tried;
        StaffingModel larger = model_;
        while (larger.desks.size() < static_cast<std::size_t>(too_few.tried))
            larger.desks.push_back({ DeskCode {}, std::vector<int>(model_.services.size(), 1) });
        too_few.enough = enough_desks({ larger, days, plan_.rule, { plan_.goal, question_.each }, bounds },
            too_few.desks + 1, [&](double) { return progress_(kSearchedShare); });
        say(kSearchedShare);
        plan_.too_few = too_few;
    }

    // A step counts as open where the desk is open for most of it.
    Rota configured_rota() const
    {
        Rota rota(model_.desks.size(), model_.steps.size());
        const std::vector<Desk>& desks = configuration_.office.desks;
        for (std::size_t desk = 0; desk < desks.size(); ++desk) {
            for (std::size_t step = 0; step < model_.steps.size(); ++step) {
                const OpenSpan& time = model_.steps[step].time;
                const Seconds middle = time.from + (time.to - time.from) / 2;
                const bool on_break = std::any_of(desks[desk].breaks.begin(), desks[desk].breaks.end(),
                    [&](const OpenSpan& span) { return span.from <= middle && middle < span.to; });
                if (!on_break && desks[desk].opens.value_or(time.from) <= middle)
                    rota.open(desk, step);
            }
        }
        return rota;
    }

    PlannedDay judged(const StaffingModel& model, const Rota& rota, double from, double to) const
    {
        // Others than those on which the rota was found.
        const std::vector<DrawnDay> days = draw_days(model, kForecastDays, question_.seed + 1'000'003);
        auto forecast = forecast_of(model, days, rota, plan_.rule, plan_.goal,
            [&](double done) { return progress_(from + (to - from) * done); });
        if (!forecast)
            throw Stopped {};
        PlannedDay day { {}, std::move(*forecast) };
        const std::vector<OpenSpan> times = model.times();
        for (std::size_t desk = 0; desk < rota.desks(); ++desk) {
            DeskHours hours { model.desks[desk].code, {} };
            for (const Stay& stay : stays_of(rota, desk, times))
                hours.open.push_back({ times[stay.from].from, times[stay.to - 1].to });
            if (!hours.open.empty())
                day.desks.push_back(std::move(hours));
        }
        return day;
    }

    bool reached(const RotaForecast& forecast) const
    {
        const Stretches stretches(model_.times(), question_.each);
        for (std::size_t i = 0; i < stretches.count(); ++i) {
            double counted = 0;
            double within = 0;
            for (const std::size_t step : stretches.steps(i)) {
                counted += forecast.steps[step].counted;
                within += forecast.steps[step].counted * forecast.steps[step].expected;
            }
            if (within < plan_.goal * counted)
                return false;
        }
        return true;
    }

    const Configuration& configuration_;
    const PlanQuestion& question_;
    LocalDate today_;
    const Progress& progress_;
    std::vector<OpenSpan> open_;
    StaffingModel model_;
    StaffingPlan plan_;
};

} // namespace

std::optional<StaffingPlan> staffing_plan(Store& store, const Configuration& configuration,
    const PlanQuestion& question, Instant now, const Progress& progress)
{
    try {
        return Planner(configuration, question, now, progress).run(store);
    } catch (const Stopped&) {
        return std::nullopt;
    }
}

} // namespace nextplease
