#include "kiosk/cli/estimate_output.h"

#include "core/reception/sentences.h"

#include <nlohmann/json.hpp>

namespace nextplease::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& object)
{
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json number(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json day(const std::optional<LocalDate>& date)
{
    return date ? Json(to_iso(*date)) : Json(nullptr);
}

Json minutes(const std::optional<Minutes>& time)
{
    return time ? Json(Seconds(*time).count()) : Json(nullptr);
}

void add_scores(Json& object, const EstimateScores& scores)
{
    object["waited"] = scores.count();
    object["mean_wait_seconds"] = number(scores.mean_wait());
    object["mean_error_seconds"] = number(scores.mean_error());
    object["bias_seconds"] = number(scores.bias());
    object["share_within_p90"] = number(scores.within_p90());
    object["share_within_range"] = number(scores.within_range());
    object["rivals"] = Json::object();
    for (const Rival rival : kRivals)
        object["rivals"][std::string(word(rival))] = Json {
            { "mean_error_seconds", number(scores.mean_error(rival)) },
            { "ratio", number(scores.ratio_to(rival)) },
        };
}

Json definitions(const Words& words)
{
    Json object = Json::object();
    for (const auto& [key, sentence] : estimate_definitions(words))
        object[key] = sentence;
    return object;
}

} // namespace

std::string backtest_json(const BacktestReport& report, const Words& words)
{
    Json object;
    object["definitions"] = definitions(words);
    object["filters"] = Json {
        { "from", day(report.question.from) },
        { "to", day(report.question.to) },
        { "desk_states", report.desk_states == DeskStates::Told ? "known" : "unknown" },
    };
    object["called"] = report.called;
    add_scores(object, report.scores);
    return written(object);
}

std::string estimate_json(
    const EstimateReport& report, const Configuration& configuration, const Words& words)
{
    const EstimateQuestion& asked = report.question;
    Json object;
    object["definitions"] = definitions(words);
    object["filters"] = Json {
        { "from", day(asked.from) },
        { "to", day(asked.to) },
        { "by", asked.by == EstimateGrouping::None ? Json(nullptr) : Json(word(asked.by)) },
        { "zone", report.zone },
    };
    object["given"] = report.given;
    object["without_time"] = report.without_time;
    object["total"] = Json::object();
    add_scores(object["total"], report.total.scores);
    object["groups"] = Json::array();
    for (const EstimateGroup& group : report.groups) {
        Json entry { { "key", group.key },
            { "name",
                asked.by == EstimateGrouping::Service ? name_of(ServiceCode(group.key), words, configuration)
                                                      : group.key } };
        add_scores(entry, group.scores);
        object["groups"].push_back(std::move(entry));
    }
    return written(object);
}

std::string estimates_now_json(const std::vector<ServiceEstimate>& services, Instant now)
{
    const auto date = std::chrono::floor<std::chrono::days>(now);
    Json object { { "at", to_iso(LocalTime { LocalDate { date }, now - date }) + "Z" },
        { "services", Json::array() } };
    for (const ServiceEstimate& one : services) {
        const bool known = one.told.about.has_value();
        const Range& range = one.forecast.range;
        object["services"].push_back(Json {
            { "service", one.service.text() },
            { "people_ahead", one.told.people_ahead },
            { "wait_estimate_seconds", minutes(one.told.about) },
            { "wait_estimate_up_to_seconds", minutes(one.told.up_to) },
            { "p10_seconds", known ? Json(range.p10) : Json(nullptr) },
            { "p50_seconds", known ? Json(range.p50) : Json(nullptr) },
            { "p90_seconds", known ? Json(range.p90) : Json(nullptr) },
        });
    }
    return written(object);
}

} // namespace nextplease::cli
