#include "kiosk/report/making.h"

#include "core/domain/reporting_period.h"
#include "core/reception/calendar_words.h"
#include "core/reception/sentences.h"
#include "kiosk/report/cell_words.h"
#include "text_keys.h"

#include <array>
#include <fmt/format.h>

namespace nextplease::report {
namespace {

std::string iso_instant(Instant at)
{
    static const Zone utc("UTC");
    return to_iso(utc.local(at)) + "Z";
}

// There is an event with a higher id.
bool any_after(Records& records, std::int64_t id)
{
    return !records.events_after(EventId(id), 1).empty();
}

// Its file's name alone: a published page need not say where that lies.
std::string store_words(const std::string& name)
{
    const std::size_t folders = name.rfind('/');
    return folders == std::string::npos ? name : name.substr(folders + 1);
}

std::string data_words(const Making& making)
{
    const Words& words = making.words;
    if (!making.data.at)
        return words.say(Text::CliDocumentDataNone, { { "store", store_words(making.data.store) } });
    const LocalTime at = making.configuration.zone.local(*making.data.at);
    return words.say(Text::CliDocumentDataVersion,
        { { "event", number_words(making.data.last_event.value(), words) },
            { "time",
                fmt::format("{} {}, {}", long_date(at.date, words), static_cast<int>(at.date.year()),
                    clock_face(at.since_midnight)) },
            { "store", store_words(making.data.store) } });
}

std::string day_words(const std::optional<LocalDate>& day, Text open_end, const Words& words)
{
    return day ? fmt::format("{} {}", long_date(*day, words), static_cast<int>(day->year()))
               : words.say(open_end);
}

} // namespace

const Table* first_table(const Document& document)
{
    for (const Section& section : document.sections) {
        for (const auto& part : section.parts) {
            if (const auto* table = std::get_if<Table>(&part))
                return table;
        }
    }
    return nullptr;
}

DataVersion data_version(Store& store)
{
    DataVersion version { store.name() };
    store.read([&](Records& records) {
        if (!any_after(records, 0))
            return;
        // Doubled until nothing is later, then halved: the last id lies in (low, high].
        std::int64_t low = 0, high = 1;
        while (any_after(records, high)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            const std::int64_t middle = low + (high - low) / 2;
            (any_after(records, middle) ? low : high) = middle;
        }
        const auto last = records.events_after(EventId(low), 1);
        version.last_event = last.front().id;
        version.at = last.front().at;
    });
    return version;
}

std::string period_words(const Days& days, const Words& words)
{
    return words.say(Text::CliReportPeriod,
        { { "from", day_words(days.from, Text::CliReportFirstVisit, words) },
            { "to", day_words(days.to, Text::CliReportLastVisit, words) } });
}

namespace {

std::string so_far(std::string words, const LocalDate& last, const Making& making)
{
    if (last < making.configuration.zone.date(making.now))
        return words;
    return making.words.say(Text::CliListed,
        { { "before", std::move(words) }, { "next", making.words.say(Text::ManagerSoFar) } });
}

} // namespace

std::string period_name(std::string name, const Making& making)
{
    if (const auto month = parse_month(name))
        return so_far(month_long(month->first(), making.words), month->last(), making);
    if (const auto quarter = parse_quarter(name))
        return so_far(days_long(quarter->first(), quarter->last(), making.words), quarter->last(), making);
    return name;
}

Document begin_document(const Making& making, std::string stem, std::string title, const Days& days)
{
    const Words& words = making.words;
    const Configuration& configuration = making.configuration;
    Document document { .stem = std::move(stem),
        .title = std::move(title),
        .council = words_in(configuration.site, words.language(), configuration.languages),
        .logo = configuration.printer.logo,
        .language = words.language(),
        .asked = { { words.say(Text::CliDocumentPeriod),
            days.to ? so_far(period_words(days, words), *days.to, making) : period_words(days, words) } },
        .sections = {},
        .definitions = { { words.say(Text::CliDocumentPercent),
            words.say(Text::CliDocumentPercentDefinition) } },
        .about = {},
        .made = iso_instant(making.now) };
    const LocalTime now = configuration.zone.local(making.now);
    document.about = {
        { words.say(Text::CliDocumentMade),
            fmt::format("{} {}, {} ({})", long_date(now.date, words), static_cast<int>(now.date.year()),
                clock_face(now.since_midnight), configuration.zone.name()) },
        { words.say(Text::CliDocumentData), data_words(making) },
        { words.say(Text::CliDocumentProgram), making.program },
    };
    return document;
}

std::string grouping_words(std::string_view by, const Words& words)
{
    static constexpr std::array<std::pair<std::string_view, Text>, 11> kWords { {
        { "service", Text::CliDocumentGroupService },
        { "desk", Text::CliDocumentGroupDesk },
        { "hour", Text::CliDocumentGroupHour },
        { "weekday", Text::CliDocumentGroupWeekday },
        { "day", Text::CliDocumentGroupDay },
        { "month", Text::CliDocumentGroupMonth },
        { "quarter", Text::CliDocumentGroupQuarter },
        { "directorate", Text::CliDocumentGroupDirectorate },
        { "channel", Text::CliDocumentGroupChannel },
        { "category", Text::CliDocumentGroupCategory },
        { "handler", Text::CliDocumentGroupHandler },
    } };
    for (const auto& [word, text] : kWords) {
        if (word == by)
            return words.say(text);
    }
    return {};
}

void add_grouping(Document& document, std::string_view by, const Words& words)
{
    if (!by.empty())
        document.asked.push_back({ words.say(Text::CliDocumentGrouped), grouping_words(by, words) });
}

} // namespace nextplease::report
