#include "core/reception/what_if.h"

#include "core/base/error.h"
#include "core/base/local_time.h"
#include "core/domain/staffing_search.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr int kMostDesks = 100;
constexpr int kMostPercent = 1000;

[[noreturn]] void refuse(std::string_view text)
{
    throw InputError(
        fmt::format("what-if \"{}\" is not understood: write \"desks 11:00-14:00 +1\", \"service H "
                    "desks 2\" or \"visitors +10%\"",
            text));
}

std::vector<std::string_view> parts_of(std::string_view text, char between)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(between), text.size());
        std::string_view part = text.substr(0, end);
        while (part.starts_with(' '))
            part.remove_prefix(1);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        if (!part.empty())
            parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::optional<int> whole_number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc {} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

// "+1" or "-2"
std::optional<int> signed_number(std::string_view text)
{
    if (text.starts_with('+') && text.size() > 1 && text[1] != '-')
        return whole_number(text.substr(1));
    return text.starts_with('-') ? whole_number(text) : std::nullopt;
}

std::optional<OpenSpan> span(std::string_view text)
{
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto from = parse_clock_face(text.substr(0, dash));
    const auto to = parse_clock_face(text.substr(dash + 1));
    if (!from || !to || *to <= *from)
        return std::nullopt;
    return OpenSpan { *from, *to };
}

std::optional<MoreDesks> more_desks(const std::vector<std::string_view>& words)
{
    if (words.size() != 3 || words[0] != "desks")
        return std::nullopt;
    const auto time = span(words[1]);
    const auto more = signed_number(words[2]);
    if (!time || !more || *more == 0 || std::abs(*more) > kMostDesks)
        return std::nullopt;
    return MoreDesks { *time, *more };
}

std::optional<DesksOfService> desks_of_service(const std::vector<std::string_view>& words)
{
    if (words.size() != 4 || words[0] != "service" || words[2] != "desks")
        return std::nullopt;
    const auto desks = whole_number(words[3]);
    if (!desks || *desks < 1 || *desks > kMostDesks)
        return std::nullopt;
    return DesksOfService { ServiceCode(std::string(words[1])), *desks };
}

std::optional<MoreVisitors> more_visitors(const std::vector<std::string_view>& words)
{
    if (words.size() != 2 || words[0] != "visitors" || !words[1].ends_with('%'))
        return std::nullopt;
    const auto percent = signed_number(words[1].substr(0, words[1].size() - 1));
    if (!percent || *percent <= -100 || *percent > kMostPercent)
        return std::nullopt;
    return MoreVisitors { 1 + *percent / 100.0 };
}

// Steps that lie at least partly in the time.
std::vector<std::size_t> steps_in(const OpenSpan& time, const StaffingModel& model)
{
    std::vector<std::size_t> steps;
    for (std::size_t step = 0; step < model.steps.size(); ++step) {
        if (model.steps[step].time.from < time.to && time.from < model.steps[step].time.to)
            steps.push_back(step);
    }
    if (steps.empty())
        throw InputError(
            fmt::format("what-if: the reception is closed from {} to {}: write hours of that day",
                clock_face(time.from), clock_face(time.to)));
    return steps;
}

class Change {
public:
    Change(StaffingModel& model, Rota& rota)
        : model_(model)
        , rota_(rota)
        , order_(opening_order(model))
    {
    }

    void operator()(const MoreDesks& change)
    {
        const std::vector<std::size_t> steps = steps_in(change.time, model_);
        for (int i = 0; i < change.more; ++i)
            open_another(steps);
        for (int i = 0; i > change.more; --i)
            close_one(steps, change);
    }

    void operator()(const DesksOfService& change)
    {
        const auto known = std::find_if(model_.services.begin(), model_.services.end(),
            [&](const PlannedService& one) { return one.code == change.service; });
        if (known == model_.services.end())
            throw InputError(fmt::format(
                "what-if: there is no service {}: write a code of kiosk.conf", change.service.text()));
        if (static_cast<std::size_t>(change.desks) > model_.desks.size())
            throw InputError(fmt::format(
                "what-if: {} desks cannot serve {}: there are only {}; write fewer, or more with --max-desks",
                change.desks, change.service.text(), model_.desks.size()));
        const auto service = static_cast<std::size_t>(known - model_.services.begin());
        int left = change.desks;
        const auto keep = [&](bool served) {
            for (const std::size_t desk : order_) {
                int& rank = model_.desks[desk].rank[service];
                if ((rank > 0) != served || kept_[desk])
                    continue;
                kept_[desk] = 1;
                rank = left > 0 ? std::max(rank, 1) : 0;
                --left;
            }
        };
        kept_.assign(model_.desks.size(), 0);
        keep(true);
        keep(false);
    }

    void operator()(const MoreVisitors& change)
    {
        for (PlannedStep& step : model_.steps)
            step.visitors *= change.factor;
    }

private:
    void open_another(const std::vector<std::size_t>& steps)
    {
        const auto closed = [&](std::size_t desk) {
            return std::none_of(
                steps.begin(), steps.end(), [&](std::size_t step) { return rota_.is_open(desk, step); });
        };
        auto desk = std::find_if(order_.begin(), order_.end(), closed);
        if (desk == order_.end()) {
            model_.desks.push_back({ DeskCode {}, std::vector<int>(model_.services.size(), 1) });
            Rota larger(model_.desks.size(), rota_.steps());
            for (std::size_t one = 0; one < rota_.desks(); ++one) {
                for (std::size_t step = 0; step < rota_.steps(); ++step) {
                    if (rota_.is_open(one, step))
                        larger.open(one, step);
                }
            }
            rota_ = larger;
            desk = order_.insert(order_.end(), model_.desks.size() - 1);
        }
        for (const std::size_t step : steps)
            rota_.open(*desk, step);
    }

    void close_one(const std::vector<std::size_t>& steps, const MoreDesks& change)
    {
        for (const std::size_t step : steps) {
            const auto open = std::find_if(
                order_.rbegin(), order_.rend(), [&](std::size_t desk) { return rota_.is_open(desk, step); });
            if (open == order_.rend())
                throw InputError(fmt::format("what-if: {} fewer are more desks than are open at {}",
                    -change.more, clock_face(model_.steps[step].time.from)));
            rota_.close(*open, step);
        }
    }

    StaffingModel& model_;
    Rota& rota_;
    std::vector<std::size_t> order_;
    std::vector<char> kept_; // desks that were gone through
};

} // namespace

WhatIf parse_what_if(const std::string& text)
{
    WhatIf what_if { text, {} };
    for (const std::string_view part : parts_of(text, ',')) {
        const std::vector<std::string_view> words = parts_of(part, ' ');
        if (const auto desks = more_desks(words))
            what_if.changes.emplace_back(*desks);
        else if (const auto service = desks_of_service(words))
            what_if.changes.emplace_back(*service);
        else if (const auto visitors = more_visitors(words))
            what_if.changes.emplace_back(*visitors);
        else
            refuse(part);
    }
    if (what_if.changes.empty())
        refuse(text);
    return what_if;
}

void apply(const WhatIf& what_if, StaffingModel& model, Rota& rota)
{
    Change change(model, rota);
    for (const auto& one : what_if.changes)
        std::visit(change, one);
}

} // namespace nextplease
