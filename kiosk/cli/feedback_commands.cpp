#include "core/reception/feedback_opening.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/json_output.h"
#include "kiosk/cli/team_reader.h"
#include "kiosk/cli/text_table.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

std::string or_dash(const std::string& text)
{
    return text.empty() ? "-" : text;
}

// Each with a line of its own before it; further lines of it stand under the first.
std::string told(const FeedbackOpened& opened, const Zone& zone)
{
    std::string text;
    for (const OpenedFeedback& one : opened.read) {
        text += fmt::format("{}  {} of {}  service {}, language {}\n    ",
            to_iso(zone.local(one.feedback.at)), one.feedback.score, kHighestScore,
            or_dash(one.feedback.service.text()), or_dash(one.feedback.language.text()));
        for (const char c : one.words.text()) {
            text += c;
            if (c == '\n')
                text += "    ";
        }
        text += "\n";
    }
    if (text.empty())
        text = "nobody wrote anything in that time\n";
    if (opened.other_keys > 0)
        text += fmt::format("{} more sealed to another key: see nextplease key rotate\n", opened.other_keys);
    if (opened.damaged > 0)
        text += fmt::format("{} more damaged in the store: look for them in a backup\n", opened.damaged);
    return text;
}

void show(const FeedbackArguments& asked, const Surroundings& around)
{
    const auto store = around.open(Opening::Existing);
    Reception reception(*store, around.configuration(), around.clock());
    const TeamReader team = team_reader(reception, asked.staff, asked.key);
    const FeedbackOpening reply =
        open_feedback(reception, asked.from, asked.to, team.key ? &*team.key : nullptr, team.reader);
    if (const auto* obstacle = std::get_if<OpeningObstacle>(&reply))
        throw Refused(sentence(*obstacle, around.words()));
    const auto& opened = std::get<FeedbackOpened>(reply);
    write_result(asked.output == Output::Json ? feedback_words_json(opened)
                                              : told(opened, around.configuration().zone));
}

void add_score(const FeedbackArguments& asked, const Surroundings& around)
{
    const auto store = around.open(Opening::Create);
    Reception reception(*store, around.configuration(), around.clock());
    const auto reply =
        record_score(reception, asked.score, RequestId(asked.request), Actor { "command line", {} });
    if (const auto* refusal = std::get_if<Refusal>(&reply))
        refuse(*refusal, around);
    const auto& given = std::get<Feedback>(reply);
    if (asked.output == Output::Json)
        return write_result(score_json(given));
    write_result(
        fmt::format("{}  {} of {}  {}, service {}\n", to_iso(around.configuration().zone.local(given.at)),
            given.score, kHighestScore, word(*given.channel), or_dash(given.service.text())));
}

void list_readings(const FeedbackArguments& asked, const Surroundings& around)
{
    const std::string url = around.open(Opening::Existing)->name();
    const std::vector<FeedbackReading> readings = open_reading_log(url)->all();
    if (asked.output == Output::Json)
        return write_result(readings_json(readings));
    std::vector<Row> rows { { "at", "who", "from", "to", "words" } };
    rows.reserve(readings.size() + 1);
    const auto day = [](const std::optional<LocalDate>& date) { return date ? to_iso(*date) : "-"; };
    for (const FeedbackReading& one : readings)
        rows.push_back({ to_iso(around.configuration().zone.local(one.at)), one.actor, day(one.from),
            day(one.to), std::to_string(one.words) });
    write_result(aligned(std::move(rows), LastRow::OneOfThem));
}

} // namespace

void run_command(const FeedbackArguments& asked, const Surroundings& around)
{
    switch (asked.verb) {
    case FeedbackArguments::Verb::Show:
        return show(asked, around);
    case FeedbackArguments::Verb::Readings:
        return list_readings(asked, around);
    case FeedbackArguments::Verb::Add:
        return add_score(asked, around);
    }
}

} // namespace nextplease::cli
