#include "kiosk/report/document_files.h"

#include "core/reception/csv.h"

#include <fmt/format.h>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

namespace nextplease::report {
namespace {

using Json = nlohmann::ordered_json;

void each_table(const Document& document, const std::function<void(const Table&)>& tell)
{
    for (const Section& section : document.sections) {
        for (const auto& part : section.parts) {
            if (const auto* table = std::get_if<Table>(&part))
                tell(*table);
        }
    }
}

double quotient(const Share& share)
{
    return static_cast<double>(share.part) / static_cast<double>(share.whole);
}

// Value, what it is a share of, and the unit.
struct CsvFigure {
    std::string value, of, unit;
};
struct CsvWriter {
    CsvFigure operator()(std::monostate) const { return {}; }
    CsvFigure operator()(std::int64_t number) const { return { std::to_string(number), "", "count" }; }
    CsvFigure operator()(const Share& share) const
    {
        return { share.whole == 0 ? "" : fmt::format("{:.6f}", quotient(share)), std::to_string(share.whole),
            "share" };
    }
    CsvFigure operator()(const Duration& duration) const
    {
        return { fmt::format("{:.0f}", duration.seconds), "", "seconds" };
    }
    CsvFigure operator()(const Figure& figure) const
    {
        return { fmt::format("{:.{}f}", figure.value, figure.decimals), "", "number" };
    }
    CsvFigure operator()(LocalDate date) const { return { to_iso(date), "", "date" }; }
    CsvFigure operator()(const LocalTime& time) const { return { to_iso(time), "", "time" }; }
    CsvFigure operator()(Verdict verdict) const { return { std::string(word(verdict)), "", "text" }; }
    CsvFigure operator()(const std::string& text) const { return { text, "", "text" }; }
};

struct JsonWriter {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(std::int64_t number) const { return number; }
    Json operator()(const Share& share) const
    {
        return { { "part", share.part }, { "whole", share.whole },
            { "share", share.whole == 0 ? Json() : Json(quotient(share)) } };
    }
    Json operator()(const Duration& duration) const { return duration.seconds; }
    Json operator()(const Figure& figure) const { return figure.value; }
    Json operator()(LocalDate date) const { return to_iso(date); }
    Json operator()(const LocalTime& time) const { return to_iso(time); }
    Json operator()(Verdict verdict) const { return std::string(word(verdict)); }
    Json operator()(const std::string& text) const { return text; }
};

// How many of its columns name a row: the first one, and as many of the texts after it as it takes until no
// two rows are called the same. One column at least is left to be a figure.
std::size_t naming_columns(const Table& table)
{
    for (std::size_t names = 1; names < table.columns.size(); ++names) {
        std::set<std::vector<std::string>> known;
        bool apart = true, texts = true;
        for (const auto& cells : table.rows) {
            std::vector<std::string> name;
            for (std::size_t i = 0; i < names && i < cells.size(); ++i) {
                texts = texts && (i == 0 || std::holds_alternative<std::string>(cells[i]));
                name.push_back(std::visit(CsvWriter {}, cells[i]).value);
            }
            apart = known.insert(std::move(name)).second && apart;
        }
        if (!texts)
            break;
        if (apart)
            return names;
    }
    return 1;
}

Json table_json(const Table& table)
{
    Json made { { "caption", table.caption } };
    for (const Column& column : table.columns)
        made["columns"].push_back({ { "key", column.key }, { "name", column.name } });
    made["rows"] = Json::array();
    for (const auto& cells : table.rows) {
        Json row = Json::object();
        for (std::size_t i = 0; i < cells.size() && i < table.columns.size(); ++i)
            row[table.columns[i].key] = std::visit(JsonWriter {}, cells[i]);
        made["rows"].push_back(std::move(row));
    }
    return made;
}

Json terms(const std::vector<Term>& all)
{
    Json made = Json::array();
    for (const Term& term : all)
        made.push_back({ { "name", term.name }, { "value", term.sentence } });
    return made;
}

} // namespace

std::string document_csv(const Document& document)
{
    std::string text = csv_line({ "table", "row", "column", "value", "of", "unit" });
    each_table(document, [&](const Table& table) {
        const std::size_t names = naming_columns(table);
        for (const auto& cells : table.rows) {
            std::string row;
            for (std::size_t i = 0; i < names && i < cells.size(); ++i)
                row += (i > 0 ? ", " : "") + std::visit(CsvWriter {}, cells[i]).value;
            for (std::size_t i = names; i < cells.size() && i < table.columns.size(); ++i) {
                const CsvFigure figure = std::visit(CsvWriter {}, cells[i]);
                text += csv_line(
                    { table.caption, row, table.columns[i].key, figure.value, figure.of, figure.unit });
            }
        }
    });
    return text;
}

std::string document_json(const Document& document)
{
    Json made { { "title", document.title }, { "council", document.council },
        { "language", document.language.text() }, { "made", document.made },
        { "asked", terms(document.asked) }, { "tables", Json::array() } };
    each_table(document, [&](const Table& table) { made["tables"].push_back(table_json(table)); });
    made["definitions"] = terms(document.definitions);
    made["about"] = terms(document.about);
    return made.dump(2) + '\n';
}

} // namespace nextplease::report
