#include "core/base/error.h"
#include "core/base/whole_file.h"
#include "core/reception/case_opening.h"
#include "core/reception/case_steps.h"
#include "core/reception/case_words.h"
#include "core/reception/letters.h"
#include "kiosk/cli/case_output.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/team_reader.h"
#include "kiosk/cli/text_table.h"
#include "kiosk/cli/typed_text.h"
#include "kiosk/printing/letter_printer.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <iostream>
#include <iterator>
#include <limits>

namespace nextplease::cli {
namespace {

std::string date(const std::optional<LocalDate>& day)
{
    return day ? to_iso(*day) : "-";
}
// Further lines stand under the first, so that none is taken for another field.
std::string indented(const std::string& text)
{
    std::string lines;
    for (const char c : text) {
        lines += c;
        if (c == '\n')
            lines += std::string(16, ' ');
    }
    return lines;
}

std::string or_dash(const std::string& text)
{
    return text.empty() ? "-" : text;
}

std::string shown(const std::optional<Secret>& words, const SealedText& sealed)
{
    if (words)
        return or_dash(words->text());
    if (sealed.empty())
        return "-";
    return sealed.key.empty()
        ? "not shown: read it with --staff NAME"
        : fmt::format("sealed to the key {}: read it with --staff NAME --key FILE", sealed.key);
}

void add_stage(const std::function<void(const char*, const std::string&)>& line, const StageClocks& stage,
    const Zone& zone)
{
    const auto time = [&](const std::optional<Instant>& at) {
        return at ? to_iso(zone.local(*at)) : std::string("-");
    };
    line("acknowledge by", date(stage.acknowledge_by));
    line("acknowledged", time(stage.acknowledged));
    line("respond by", date(stage.respond_by));
    if (stage.extended)
        line("extended", fmt::format("{} from {}", time(stage.extended), date(stage.first_respond_by)));
    line("responded", time(stage.responded));
}

// What was understood, and what was promised to put it right; nothing where nothing was.
void add_promised(const std::function<void(const char*, const std::string&)>& line, const Case& c)
{
    const auto given = [&](const char* label, const std::string& text) {
        if (!text.empty())
            line(label, text);
    };
    given("summary", c.understood.summary);
    given("wanted", c.understood.wanted);
    given("not ours", c.understood.not_ours);
    given("adjustments", c.understood.adjustments);
    given("remedies", joined(c.remedies));
    for (std::size_t i = 0; i < c.actions.size(); ++i) {
        const CaseAction& action = c.actions[i];
        line("action",
            fmt::format("{}: {} by {}, {}", i + 1, action.what, to_iso(action.due),
                action.done ? "done " + to_iso(*action.done) : "not done yet"));
    }
}

std::string story_of(const std::vector<CaseEvent>& events, const Zone& zone)
{
    std::string text;
    for (const CaseEvent& event : events) {
        std::string changed = event.before;
        std::replace(changed.begin(), changed.end(), '\n', ' ');
        changed = on_one_line(changed);
        text += fmt::format(
            "{}  {:17}  {}", to_iso(zone.local(event.at)), word(event.kind), on_one_line(event.actor));
        if (!event.reason.empty())
            text += fmt::format(": {}", on_one_line(event.reason));
        if (!changed.empty())
            text += fmt::format("  (before: {})", changed.substr(0, changed.size() - 1));
        text += '\n';
    }
    return text;
}

std::string sentences(const CaseView& view, const StatutoryProcedure* own, const Zone& zone)
{
    const Case& c = view.record;
    std::string text;
    const auto line = [&](const char* label, const std::string& what) {
        text += fmt::format("{:15} {}\n", label, indented(what));
    };
    line("reference", reference_of(c));
    line("kind", std::string(word(c.kind)));
    line("received", to_iso(zone.local(c.received)));
    line("service", or_dash(c.service.text()));
    line("category", or_dash(c.category.text()));
    line("state", std::string(word(c.state)));
    line("outcome", std::string(word(c.outcome)));
    if (c.ground != RefusalGround::None)
        line("refused because", std::string(word(c.ground)));
    line("handler", or_dash(c.handler));
    if (own)
        line("own procedure",
            fmt::format("{}: nextplease case route {} --procedure {} sends it on", own->name, reference_of(c),
                own->code));
    line("due", date(next_due(c)));
    add_stage(line, c.first, zone);
    if (c.second) {
        line("second stage", to_iso(zone.local(c.second->began)));
        add_stage(line, *c.second, zone);
    }
    if (c.ombudsman_asked)
        line("ombudsman",
            c.ombudsman_upheld         ? (*c.ombudsman_upheld ? "upheld" : "not upheld")
                : is_with_ombudsman(c) ? "asked, not decided yet"
                                       : "not investigated, sent back to us");
    add_promised(line, c);
    if (!c.documents.empty())
        line("documents", c.documents);
    line("reply", std::string(word(c.reply)));
    line("reply language", or_dash(c.reply_language.text()));
    line("contact", shown(view.contact, c.contact));
    line("words", shown(view.words, c.words));
    return text;
}

Row row_of(const Case& c, const Zone& zone)
{
    return { reference_of(c), std::string(word(c.kind)), to_iso(zone.date(c.received)),
        or_dash(c.service.text()), or_dash(c.category.text()), std::string(word(c.state)), date(next_due(c)),
        or_dash(c.handler), std::string(word(c.reply)), or_dash(c.words.key) };
}

std::string table(const std::vector<Case>& cases, const Zone& zone)
{
    std::vector<Row> rows { { "case", "kind", "received", "service", "category", "state", "due", "handler",
        "reply", "sealed to" } };
    rows.reserve(cases.size() + 1);
    for (const Case& record : cases)
        rows.push_back(row_of(record, zone));
    return aligned(std::move(rows), LastRow::OneOfThem);
}

CaseId id_of(const CaseArguments& asked, Store& store)
{
    const auto reference = parse_case_reference(asked.reference);
    if (!reference)
        throw WrongUsage(
            fmt::format("\"{}\" is no reference: write it as on the paper, such as K-318", asked.reference));
    const auto story = case_story(store, reference->id);
    if (!story || story->record.letter != reference->letter)
        throw Refused(fmt::format("there is no case {}-{} in this store: see nextplease case list",
            reference->letter, reference->id.value()));
    return reference->id;
}

// `opened`: what was read of it, for who may.
void tell(const CaseArguments& asked, const Surroundings& around, Store& store, CaseId id,
    const std::optional<OpenedCase>& opened = {})
{
    const auto story = case_story(store, id);
    if (!story)
        throw Refused("there is no such case in this store: see nextplease case list");
    CaseView view { story->record, {}, {} };
    if (opened) {
        view.words = opened->words;
        view.contact = opened->contact;
    }
    const Zone& zone = around.configuration().zone;
    const StatutoryProcedure* own = own_procedure(story->record, around.configuration());
    write_result(asked.output == Output::Json
            ? case_json(view, story->events, own ? own->code : "")
            : sentences(view, own, zone) + '\n' + story_of(story->events, zone));
}

void list(const CaseArguments& asked, const Surroundings& around)
{
    using Due = CaseArguments::Due;
    const Zone& zone = around.configuration().zone;
    const LocalDate today = zone.date(around.clock().now());
    std::vector<Case> cases;
    around.open_for_reading()->read([&](Records& records) {
        if (asked.due == Due::All) {
            records.each_case(zone.days(asked.from, asked.to), [&](const Case& record) {
                if (asked.handler.empty() || record.handler == asked.handler)
                    cases.push_back(record);
            });
            return;
        }
        OpenCases which { .handler = asked.handler, .at_most = std::numeric_limits<int>::max() };
        if (asked.due == Due::Today)
            which.due_from = today;
        if (asked.due != Due::Open)
            which.due_to = asked.due == Due::Today ? today : add_days(today, -1);
        const Period received = zone.days(asked.from, asked.to);
        for (const Case& record : records.open_cases(which)) {
            if (received.contains(record.received))
                cases.push_back(record);
        }
    });
    write_result(asked.output == Output::Json ? cases_json(cases) : table(cases, zone));
}

// The value of a word of the command line, or what it may be.
template <class Value>
Value known_word(
    const std::optional<Value>& value, const char* option, const std::string& given, const char* choices)
{
    if (!value)
        throw WrongUsage(fmt::format("{} {} is not understood: write {}", option, given, choices));
    return *value;
}

constexpr const char* kKindWords = "complaint, comment, compliment or service_request";

std::string refusal_words(CaseRefusal refusal, const CaseArguments& asked)
{
    switch (refusal) {
    case CaseRefusal::UnknownService:
        return fmt::format("there is no service \"{}\": write the code of a [[service]]", asked.service);
    case CaseRefusal::UnknownCategory:
        return fmt::format(
            "there is no category \"{}\" of complaints: write the code of a [[complaints.category]]",
            asked.category);
    case CaseRefusal::UnknownChannel:
        return fmt::format("there is no channel \"{}\": write phone, email, letter or social", asked.channel);
    case CaseRefusal::WordsMissing:
        return "what was said is missing: write --words, or give it on standard input";
    case CaseRefusal::ContactMissing:
        return "a reply is wished, and there is nowhere to send it: write --contact";
    }
    return "this case cannot be logged";
}

void log_case(const CaseArguments& asked, const Surroundings& around, Reception& reception)
{
    const Configuration& configuration = around.configuration();
    CaseWish wish;
    wish.kind = known_word(case_kind(asked.kind), "--kind", asked.kind, kKindWords);
    wish.service = ServiceCode(asked.service);
    wish.category = CategoryCode(asked.category);
    wish.channel = asked.channel;
    if (!asked.reply.empty())
        wish.reply = known_word(reply_wish(asked.reply), "--reply", asked.reply,
            "phone, email, letter, large_print, braille or none");
    wish.language = asked.language.empty() ? configuration.languages.front() : Language(asked.language);
    const auto& languages = configuration.languages;
    if (std::find(languages.begin(), languages.end(), wish.language) == languages.end())
        throw Refused(
            fmt::format("--language {} is not spoken here: write one of [site] languages", asked.language));
    std::string words = asked.words;
    if (words.empty())
        words.assign(std::istreambuf_iterator<char>(std::cin), {});
    check_words(words, "what was said");
    wish.words = Secret(std::string_view(words));
    wish.contact = Secret(std::string_view(asked.contact));
    wish.wanted = asked.wanted.value_or("");
    wish.adjustments = asked.adjustments.value_or("");
    if (asked.received) {
        wish.received = configuration.zone.instant(*asked.received);
        if (!wish.received)
            throw WrongUsage("--received is a time that there is not: the clocks were put forward");
        check_received(*wish.received, around.clock().now());
    }
    const CaseReply reply =
        receive_case(reception, wish, RequestId(asked.request), asked.by.empty() ? "command line" : asked.by);
    if (const auto* refusal = std::get_if<CaseRefusal>(&reply))
        throw Refused(refusal_words(*refusal, asked));
    tell(asked, around, reception.store(), std::get<CaseDone>(reply).record.id);
}

constexpr const char* kRemedyWords =
    "apology, explanation, act, reconsider, correct_record, money or change_policy";
constexpr const char* kGroundWords =
    "too_old, decided_before, court, other_route, not_ours, unreasonable or other";

std::vector<Remedy> remedies_of(const CaseArguments& asked)
{
    std::vector<Remedy> remedies;
    remedies.reserve(asked.remedies.size());
    for (const std::string& word : asked.remedies)
        remedies.push_back(known_word(remedy(word), "--remedy", word, kRemedyWords));
    return remedies;
}

RefusalGround ground_of(const CaseArguments& asked)
{
    if (asked.because.empty())
        return RefusalGround::Other;
    auto ground = refusal_ground(asked.because);
    if (ground == RefusalGround::None)
        ground.reset();
    return known_word(ground, "--because", asked.because, kGroundWords);
}

CaseStep answer_of(const CaseArguments& asked)
{
    case_step::Respond respond { known_word(case_outcome(asked.outcome), "--outcome", asked.outcome,
                                     "upheld, partly_upheld or not_upheld"),
        asked.reason, remedies_of(asked), {} };
    respond.actions.reserve(asked.actions.size());
    for (const auto& [due, what] : asked.actions)
        respond.actions.push_back({ what, due });
    return respond;
}

CaseStep note_of(const CaseArguments& asked)
{
    case_step::Change change { {}, asked.partners, asked.documents, asked.summary, asked.wanted,
        asked.not_ours, asked.adjustments, {} };
    if (!asked.also.empty()) {
        change.also.emplace();
        for (const std::string& code : asked.also)
            change.also->emplace_back(code);
    }
    if (!asked.remedies.empty())
        change.remedies = remedies_of(asked);
    return change;
}

CaseStep correction_of(const CaseArguments& asked)
{
    if (!asked.right_service && !asked.right_category)
        throw WrongUsage("nothing is corrected: write --service, --category or both");
    case_step::Correct correct;
    if (asked.right_service)
        correct.service = ServiceCode(*asked.right_service);
    if (asked.right_category)
        correct.category = CategoryCode(*asked.right_category);
    return correct;
}

CaseStep step_of(const CaseArguments& asked)
{
    const std::string& name = asked.step;
    if (name == "acknowledge")
        return case_step::Acknowledge { asked.handler,
            { asked.summary.value_or(""), asked.wanted.value_or(""), asked.not_ours.value_or(""),
                asked.adjustments.value_or("") } };
    if (name == "put-right")
        return case_step::PutRight { asked.reason, remedies_of(asked) };
    if (name == "pass")
        return case_step::Pass { asked.handler };
    if (name == "extend")
        return case_step::Extend { asked.reason, asked.until.value() };
    if (name == "respond")
        return answer_of(asked);
    if (name == "escalate")
        return case_step::Escalate { asked.reason, asked.handler };
    if (name == "ombudsman")
        return case_step::AskOmbudsman { asked.reason };
    if (name == "decide") {
        if (asked.outcome == "not_investigated")
            return case_step::Decide { {}, asked.reason };
        if (asked.outcome != "upheld" && asked.outcome != "not_upheld")
            known_word(
                std::optional<int> {}, "--decision", asked.outcome, "upheld, not_upheld or not_investigated");
        return case_step::Decide { asked.outcome == "upheld", asked.reason };
    }
    if (name == "withdraw")
        return case_step::Withdraw { asked.reason };
    if (name == "refuse")
        return case_step::Refuse { asked.reason, ground_of(asked) };
    if (name == "reclassify")
        return case_step::Reclassify { known_word(case_kind(asked.kind), "--kind", asked.kind, kKindWords),
            asked.reason };
    if (name == "route")
        return case_step::Route { asked.procedure, {} };
    if (name == "close")
        return case_step::Close { asked.reason };
    if (name == "action")
        return case_step::AddAction { asked.actions.at(0).second, asked.actions.at(0).first };
    if (name == "action-done")
        return case_step::FinishAction { asked.number };
    if (name == "correct")
        return correction_of(asked);
    return note_of(asked);
}

void take_step(const CaseArguments& asked, const Surroundings& around, Reception& reception)
{
    const CaseStep step = step_of(asked);
    const CaseId id = id_of(asked, reception.store());
    std::optional<Instant> at;
    if (asked.at) {
        at = around.configuration().zone.instant(*asked.at);
        if (!at)
            throw WrongUsage("--at is a time that there is not: the clocks were put forward");
    }
    const CaseStepReply reply = step_case(
        reception, id, step, RequestId(asked.request), asked.by.empty() ? "command line" : asked.by, at);
    if (const auto* obstacle = std::get_if<CaseObstacle>(&reply))
        throw Refused(fmt::format("{}: {}", asked.reference, sentence(*obstacle, around.words())));
    tell(asked, around, reception.store(), id);
}

// A letter names people.
void write_letter(const std::string& bytes, const std::filesystem::path& file)
{
    file.empty() ? write_result(bytes) : write_whole(file, bytes, Readers::Owner);
}

void write_letter(const CaseArguments& asked, const Surroundings& around)
{
    const LetterKind kind = known_word(letter_kind(asked.kind), "--kind", asked.kind,
        "acknowledgement, extension, response, ombudsman, refusal, routing, request or decision");
    const auto store = around.open_for_reading();
    const auto story = case_story(*store, id_of(asked, *store));
    if (const auto obstacle = letter_obstacle(story.value(), kind))
        throw Refused(fmt::format("{}: {}", asked.reference, sentence(*obstacle, around.words())));
    const Configuration& configuration = around.configuration();
    const LocalDate today = configuration.zone.date(around.clock().now());
    Letter letter = letter_of(story.value(), kind, configuration, today);
    letter.large_print = letter.large_print || asked.large_print;
    const ui::LetterPage page { letter.language, letter.large_print, letter.council, letter.date,
        letter.subject, letter.paragraphs, letter.closing, letter.signed_by };
    if (asked.print) {
        if (configuration.letters.printer.empty())
            throw Refused(fmt::format(
                "there is no printer for letters: write one in [letters] of {}", configuration.source));
        return printing::print_letter(page, configuration.letters.printer);
    }
    if (asked.output == Output::Json)
        return write_letter(letter_json(letter, kind), asked.file);
    if (asked.file.extension() != ".pdf")
        return write_letter(text_of(letter), asked.file);
    write_letter(ui::pdf_of(page), asked.file);
}

// Nobody reads without the PIN of somebody of the complaints team: so the log says who, here as at a desk.
void show_with_words(const CaseArguments& asked, const Surroundings& around, Reception& reception)
{
    const CaseId id = id_of(asked, reception.store());
    const TeamReader team = team_reader(reception, asked.staff, asked.key);
    const OpeningReply reply = open_case(reception, id, team.key ? &*team.key : nullptr, team.reader);
    if (const auto* obstacle = std::get_if<OpeningObstacle>(&reply))
        throw Refused(fmt::format("{}: {}", asked.reference, sentence(*obstacle, around.words())));
    tell(asked, around, reception.store(), id, std::get<OpenedCase>(reply));
}

void recount(const CaseArguments& asked, Reception& reception)
{
    const int changed = recount_cases(reception, asked.by.empty() ? "command line" : asked.by);
    write_result(asked.output == Output::Json ? fmt::format("{{ \"changed\": {} }}\n", changed)
                                              : fmt::format("{} due later now\n", changed));
}

} // namespace

void run_command(const CaseArguments& asked, const Surroundings& around)
{
    using Verb = CaseArguments::Verb;
    if (asked.verb == Verb::List)
        return list(asked, around);
    if (asked.verb == Verb::Letter)
        return write_letter(asked, around);
    if (asked.verb == Verb::Show && asked.staff.empty()) {
        const auto store = around.open_for_reading();
        return tell(asked, around, *store, id_of(asked, *store));
    }
    const auto store = around.open(asked.verb == Verb::Log ? Opening::Create : Opening::Existing);
    Reception reception(*store, around.configuration(), around.clock());
    if (asked.verb == Verb::Log)
        log_case(asked, around, reception);
    else if (asked.verb == Verb::Show)
        show_with_words(asked, around, reception);
    else if (asked.verb == Verb::Recount)
        recount(asked, reception);
    else
        take_step(asked, around, reception);
}

} // namespace nextplease::cli
