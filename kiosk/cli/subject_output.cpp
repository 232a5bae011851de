#include "kiosk/cli/subject_output.h"

#include "core/base/error.h"
#include "kiosk/cli/commands.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>
#include <nlohmann/json.hpp>

namespace nextplease::cli {
namespace {

using Json = nlohmann::ordered_json;
using Value = std::variant<std::int64_t, std::string>;

std::string utc(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    return to_iso(LocalTime { LocalDate { day }, at - day }) + "Z";
}

bool is_any(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Days are yyyymmdd, and their columns are called so.
bool is_day(std::string_view column)
{
    return column.ends_with("_by") ? column != "promised_by" : is_any(column, { "day", "due", "told_until" });
}

// An instant is seconds since 1970: a number that no count, duration or id of the store comes near.
bool is_instant(std::string_view column, std::int64_t value)
{
    constexpr std::int64_t kFirst = 100'000'000; // 1973
    constexpr std::int64_t kLast = 10'000'000'000; // 2286
    return value >= kFirst && value < kLast && !column.ends_with("_ms")
        && !is_any(column, { "id", "turn", "visit", "appointment", "council_case" });
}

std::string day(std::int64_t value)
{
    return fmt::format("{:04}-{:02}-{:02}", value / 10'000, value / 100 % 100, value % 100);
}

const std::string* text_of(const SubjectRow& row, std::string_view column)
{
    for (const auto& [name, value] : row.columns) {
        if (name == column)
            return std::get_if<std::string>(&value);
    }
    return nullptr;
}

// Hands each column on as it is to be told. What was sealed is one column there, and two in the store.
class Columns {
public:
    using Tell = std::function<void(const std::string&, const Json&)>;

    Columns(const SubjectFile& file, std::function<std::string(Instant)> time)
        : file_(file)
        , time_(std::move(time))
    {
    }

    void each(const SubjectRow& row, const Tell& tell) const
    {
        constexpr std::string_view kText = "_text";
        constexpr std::string_view kKey = "_key";
        for (const auto& [name, value] : row.columns) {
            const auto stem = [&](std::string_view end) { return name.substr(0, name.size() - end.size()); };
            if (name.ends_with(kText) && text_of(row, stem(kText) + std::string(kKey)))
                tell_sealed(stem(kText), *text_of(row, stem(kText) + std::string(kKey)),
                    std::get<std::string>(value), tell);
            else if (!(name.ends_with(kKey) && text_of(row, stem(kKey) + std::string(kText))))
                tell(name, told(name, value));
        }
    }

private:
    Json told(const std::string& name, const Value& value) const
    {
        if (const auto* text = std::get_if<std::string>(&value))
            return *text;
        const std::int64_t number = std::get<std::int64_t>(value);
        constexpr std::int64_t kNever = 99'991'231;
        if (is_day(name))
            return number == kNever ? Json("-") : Json(day(number));
        return is_instant(name, number) ? Json(time_(Instant { Seconds { number } })) : Json(number);
    }

    void tell_sealed(
        const std::string& name, const std::string& key, const std::string& text, const Tell& tell) const
    {
        if (key.empty() || text.empty())
            return tell(name, text);
        if (!file_.key)
            return tell(name + "_sealed_to", key);
        const auto words = file_.key->open({ key, text });
        if (!words)
            throw Refused(
                fmt::format("{} was sealed to the key {}, and the file of --key holds the key {}: name the "
                            "file that belongs to it",
                    file_.subject, key, fingerprint(file_.key->public_key())));
        tell(name, std::string(words->text()));
    }

    const SubjectFile& file_;
    std::function<std::string(Instant)> time_;
};

} // namespace

std::string subject_json(const SubjectFile& file)
{
    const Columns columns(file, utc);
    Json tables = Json::object();
    for (const SubjectRow& row : file.rows) {
        Json object = Json::object();
        columns.each(row, [&](const std::string& name, const Json& value) { object[name] = value; });
        tables[std::string(row.table)].push_back(std::move(object));
    }
    const Json all { { "subject", file.subject }, { "store", file.store }, { "made", utc(file.made) },
        { "tables", tables } };
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string subject_text(const SubjectFile& file)
{
    const Columns columns(file, [&](Instant at) { return to_iso(file.zone.local(at)); });
    std::string text = fmt::format("{}\n{}\n{}\n", file.subject, file.store,
        to_iso(file.zone.local(file.made)) + " " + file.zone.name());
    for (const SubjectRow& row : file.rows) {
        text += fmt::format("\n{}\n", row.table);
        columns.each(row, [&](const std::string& name, const Json& value) {
            text += fmt::format(
                "  {:24} {}\n", name, value.is_string() ? value.get<std::string>() : value.dump());
        });
    }
    return text;
}

} // namespace nextplease::cli
