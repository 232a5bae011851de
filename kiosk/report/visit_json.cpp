// Every visit as JSON, written as it is read.
#include "kiosk/report/row_file.h"
#include "kiosk/report/visit_export.h"
#include "kiosk/report/visit_rows.h"

#include <nlohmann/json.hpp>

namespace nextplease::report {
namespace {

using Json = nlohmann::ordered_json;

// Codes come from people; most rows have that of the row before.
class QuotedCode {
public:
    const std::string& quoted(std::string_view code)
    {
        if (!made_ || code != last_) {
            made_ = true;
            last_ = code;
            quoted_ =
                code.empty() ? "null" : Json(last_).dump(-1, ' ', false, Json::error_handler_t::replace);
        }
        return quoted_;
    }

private:
    bool made_ = false;
    std::string last_, quoted_;
};

class JsonRow {
public:
    explicit JsonRow(RowFile& out)
        : out_(out)
    {
    }

    void begin()
    {
        out_ += first_ ? "\n    {" : ",\n    {";
        first_ = false;
        column_ = 0;
    }
    void end() { out_ += '}'; }

    void day(LocalDate day)
    {
        name();
        out_ += '"';
        out_.put_day(std::chrono::sys_days { day });
        out_ += '"';
    }
    void time(const std::optional<Instant>& wall)
    {
        name();
        if (!wall) {
            out_ += "null";
            return;
        }
        out_ += '"';
        out_.put_time(*wall);
        out_ += '"';
    }
    void seconds(const std::optional<Seconds>& value)
    {
        name();
        if (value)
            out_.put_number(value->count());
        else
            out_ += "null";
    }
    // As it stands in JSON.
    void value(std::string_view made)
    {
        name();
        out_ += made;
    }

private:
    void name()
    {
        out_ += column_ == 0 ? "\"" : ", \"";
        out_ += visit_columns()[column_++];
        out_ += "\": ";
    }

    RowFile& out_;
    bool first_ = true;
    std::size_t column_ = 0;
};

Json terms(const std::vector<Term>& all)
{
    Json object = Json::object();
    for (const Term& term : all)
        object[term.name] = term.sentence;
    return object;
}

// All but the visits, without the brace that ends it.
std::string head_of(const Configuration& configuration, const VisitQuestion& question, const Document& about)
{
    const auto day = [](const std::optional<LocalDate>& date) {
        return date ? Json(to_iso(*date)) : Json(nullptr);
    };
    Json head {
        { "definitions", terms(about.definitions) },
        { "filters",
            { { "from", day(question.from) }, { "to", day(question.to) },
                { "limit_seconds", question.limit ? Json(question.limit->count()) : Json(nullptr) },
                { "zone", configuration.zone.name() } } },
        { "made", about.made },
        { "data", about.about.at(1).sentence },
        { "program", about.about.at(2).sentence },
    };
    std::string text = head.dump(2, ' ', false, Json::error_handler_t::replace);
    text.erase(text.rfind('\n'));
    return text;
}

} // namespace

std::int64_t write_visits_json(Store& store, const Configuration& configuration,
    const VisitQuestion& question, const Document& about, const std::filesystem::path& file)
{
    return write_row_file(file, [&](RowFile& out) {
        out += head_of(configuration, question, about);
        out += ",\n  \"visits\": [";
        QuotedCode state, service, desk, number;
        JsonRow line(out);
        std::int64_t count = 0;
        VisitRows rows(configuration, question);
        rows.each(store, [&](const ExportedVisit& visit) {
            line.begin();
            line.day(visit.row->day);
            line.value(number.quoted(visit.row->number));
            line.time(visit.arrived);
            line.time(visit.called);
            line.time(visit.seen);
            line.time(visit.ended);
            line.value(state.quoted(word(visit.row->state)));
            line.value(service.quoted(visit.row->service));
            line.value(desk.quoted(visit.row->desk));
            line.seconds(visit.wait);
            line.seconds(visit.row->held);
            line.seconds(visit.walk);
            line.seconds(visit.served);
            line.seconds(visit.limit);
            line.value(!visit.within ? "null" : *visit.within ? "true" : "false");
            line.end();
            out.end_row();
            ++count;
        });
        out += "\n  ]\n}";
        out.end_line();
        return count;
    });
}

} // namespace nextplease::report
