#include "kiosk/report/csv_metadata.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace nextplease::report {
namespace {

using Json = nlohmann::ordered_json;

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> ends)
{
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return name.ends_with(end); });
}

// By the rule that names of columns follow: units are in the name.
std::string datatype(const std::string& name)
{
    static constexpr std::array<std::string_view, 35> kTexts { "table", "row", "column", "value", "unit",
        "group", "name", "service", "desk", "hour", "weekday", "day", "month", "quarter", "directorate",
        "channel", "standard", "title", "channels", "limit", "indicator", "definition", "better", "verdict",
        "reasons", "state", "director", "ticket", "category", "handler", "plan", "from", "to", "number",
        "at" };
    if (std::find(kTexts.begin(), kTexts.end(), name) != kTexts.end())
        return "string";
    if (name.starts_with("heard_"))
        return "string";
    if (ends_with_any(name, { "_at", "arrived", "called", "ended" }) || name == "seen_time")
        return "string";
    if (name.starts_with("share") || name.starts_with("ratio")
        || ends_with_any(name, { "_percent", " share" }) || name.find("mean") != std::string::npos
        || name.starts_with("bias") || name == "visitors" || name == "not_seen")
        return "number";
    return "integer";
}

Json terms(const std::vector<Term>& all)
{
    Json made = Json::array();
    for (const Term& term : all)
        made.push_back({ { "name", term.name }, { "value", term.sentence } });
    return made;
}

// What is said of the column, if anything is.
std::string people_call(const Document& document, const std::string& key)
{
    for (const Section& section : document.sections) {
        for (const auto& part : section.parts) {
            const auto* table = std::get_if<Table>(&part);
            if (!table)
                continue;
            for (const Column& column : table->columns) {
                if (column.key == key)
                    return column.name;
            }
        }
    }
    return {};
}

} // namespace

std::filesystem::path metadata_path(const std::filesystem::path& csv)
{
    return csv.string() + "-metadata.json";
}

std::vector<std::string> csv_head(const std::string& csv)
{
    std::size_t begin = 0;
    while (begin < csv.size() && csv[begin] == '#')
        begin = std::min(csv.find('\n', begin), csv.size() - 1) + 1;
    const std::string line = csv.substr(begin, csv.find('\n', begin) - begin);
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t comma = std::min(line.find(',', at), line.size());
        names.push_back(line.substr(at, comma - at));
        at = comma + 1;
    }
    return names;
}

std::string with_provenance(const std::string& json, const Document& document)
{
    Json object = Json::parse(json);
    object["made"] = document.made;
    for (const auto& [place, key] : { std::pair(1, "data"), std::pair(2, "program") })
        object[key] = document.about.at(static_cast<std::size_t>(place)).sentence;
    return object.dump(2) + '\n';
}

std::string csv_metadata(
    const Document& document, const std::vector<std::string>& head, const std::string& file)
{
    Json columns = Json::array();
    for (const std::string& name : head) {
        std::string variable = name; // a name in the W3C's sense has no blanks
        std::replace(variable.begin(), variable.end(), ' ', '_');
        Json one { { "name", variable }, { "titles", name }, { "datatype", datatype(name) } };
        if (const std::string said = people_call(document, name); !said.empty())
            one["dc:description"] = said;
        columns.push_back(std::move(one));
    }
    const Json made {
        { "@context", { "http://www.w3.org/ns/csvw", { { "@language", document.language.text() } } } },
        { "url", file },
        { "dc:title", document.title },
        { "dc:publisher", document.council },
        { "dc:created", document.made },
        { "dialect",
            { { "encoding", "utf-8" }, { "header", true }, { "delimiter", "," }, { "commentPrefix", "#" } } },
        { "tableSchema", { { "columns", columns } } },
        { "notes",
            { { { "asked", terms(document.asked) }, { "definitions", terms(document.definitions) },
                { "about", terms(document.about) } } } },
    };
    return made.dump(2) + '\n';
}

} // namespace nextplease::report
