#include "core/reception/letters.h"

#include "core/reception/case_words.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 8> kKinds { "acknowledgement", "extension", "response", "ombudsman",
    "refusal", "routing", "request", "decision" };

// Staff texts are in these.
Language language_of(const Case& record)
{
    const Language& wished = record.reply_language.empty() ? record.language : record.reply_language;
    return wished == Language("pl") || wished == Language("ur") ? wished : Language("en");
}

// The latest event of that kind in the stage under way; nullptr: there is none.
const CaseEvent* latest(const CaseStory& story, CaseEventKind kind)
{
    for (auto event = story.events.rbegin(); event != story.events.rend(); ++event) {
        if (event->kind == kind)
            return &*event;
        if (event->kind == CaseEventKind::Escalated)
            return nullptr;
    }
    return nullptr;
}

std::string reason_of(const CaseStory& story, CaseEventKind kind)
{
    const CaseEvent* event = latest(story, kind);
    return event ? event->reason : std::string();
}

class Writer {
public:
    Writer(const CaseStory& story, const Configuration& configuration)
        : story_(story)
        , case_(story.record)
        , configuration_(configuration)
        , words_(nextplease::words(language_of(story.record)))
        , zone_(configuration.zone)
    {
        letter_.language = words_.language();
        letter_.large_print = case_.reply == ReplyWish::LargePrint;
        letter_.council = words_in(configuration.site, words_.language(), configuration.languages);
    }

    Letter write(LetterKind kind, LocalDate today)
    {
        letter_.date = dated(today);
        const bool complaint = case_.kind == CaseKind::Complaint;
        letter_.subject = say(complaint ? Text::DeskLetterSubjectComplaint : Text::DeskLetterSubjectOther,
            { { "date", received() } });
        add(Text::DeskLetterReference, { { "reference", reference_of(case_) } });
        switch (kind) {
        case LetterKind::Acknowledgement:
            complaint ? acknowledge() : add(Text::DeskLetterAckNoted);
            break;
        case LetterKind::Extension:
            extend();
            break;
        case LetterKind::Response:
            respond();
            break;
        case LetterKind::Ombudsman:
            ombudsman();
            break;
        case LetterKind::Refusal:
            refuse();
            break;
        case LetterKind::Routing:
            route();
            break;
        case LetterKind::Request:
            request();
            break;
        case LetterKind::Decision:
            decision();
            break;
        }
        add_contact();
        letter_.closing = say(Text::DeskLetterClose);
        // The office that runs a procedure of the law does not sign our letters.
        letter_.signed_by = kind == LetterKind::Routing ? handler_of({}, words_, configuration_) : handler();
        return letter_;
    }

private:
    void acknowledge()
    {
        const bool answered_before = case_.second && case_.first.responded;
        const LocalDate began = zone_.date(clocks_of(case_).began);
        const bool again = case_.second && began != zone_.date(case_.received);
        add(again ? Text::DeskLetterAckThanksAgain : Text::DeskLetterAckThanks, { { "date", dated(began) } });
        add_understanding();
        add(Text::DeskLetterAckHandler, { { "handler", handler() } });
        // As it was promised, also in a copy that is made after it was put off.
        const StageClocks& stage = clocks_of(case_);
        if (const auto by = stage.first_respond_by ? stage.first_respond_by : stage.respond_by)
            add(Text::DeskLetterAckRespond, { { "date", dated(*by) } });
        if (!case_.understood.adjustments.empty())
            add(Text::DeskLetterAckAdjustments, { { "adjustments", case_.understood.adjustments } });
        add(answered_before ? Text::DeskLetterAckAgain : Text::DeskLetterAckProcedure);
        if (const StatutoryProcedure* own = own_procedure(case_, configuration_))
            add(Text::DeskLetterAckOwnProcedure, { { "procedure", own->name } });
        const std::string officer = next_handler();
        if (case_.second)
            add(Text::DeskLetterAckFinal);
        else if (officer.empty())
            add(Text::DeskLetterAckOmbudsman);
        else
            add(Text::DeskLetterAckThen, { { "officer", officer } });
    }

    void add_understanding()
    {
        const CaseUnderstanding& understood = case_.understood;
        if (!understood.summary.empty())
            add(Text::DeskLetterAckSummary, { { "summary", understood.summary } });
        if (!understood.wanted.empty())
            add(Text::DeskLetterAckWanted, { { "wanted", understood.wanted } });
        if (!understood.not_ours.empty())
            add(Text::DeskLetterAckNotOurs, { { "not_ours", understood.not_ours } });
        if (understood.summary.empty() && understood.wanted.empty() && understood.not_ours.empty())
            return;
        add(Text::DeskLetterAckCorrect);
    }

    void extend()
    {
        const StageClocks& stage = clocks_of(case_);
        const auto first = stage.first_respond_by ? stage.first_respond_by : stage.respond_by;
        const auto told = told_before() ? told_before() : first;
        add(Text::DeskLetterExtendSorry, { { "date", told ? dated(*told) : std::string() } });
        add(Text::DeskLetterExtendReason, { { "reason", reason_of(story_, CaseEventKind::Extended) } });
        if (stage.respond_by)
            add(Text::DeskLetterExtendUntil, { { "date", dated(*stage.respond_by) } });
        add(Text::DeskLetterExtendOmbudsman, { { "ombudsman", ombudsman_words() } });
    }

    // The day that was told before the latest extension: of an extension already, where there were several.
    std::optional<LocalDate> told_before() const
    {
        const CaseEvent* event = latest(story_, CaseEventKind::Extended);
        const std::string field = case_.second ? "second_respond_by=" : "respond_by=";
        const std::string lines = event ? '\n' + event->before : std::string();
        const std::size_t at = lines.find('\n' + field);
        if (at == std::string::npos)
            return std::nullopt;
        const std::size_t from = at + 1 + field.size();
        return parse_iso_date(lines.substr(from, lines.find('\n', from) - from));
    }

    void respond()
    {
        if (const CaseEvent* done = latest(story_, CaseEventKind::PutRight)) {
            add(Text::DeskLetterPutRight, { { "what", done->reason } });
        } else {
            if (!configuration_.complaints.second_stage.empty())
                add(Text::DeskLetterAnswerStage, { { "stage", std::to_string(stage_of(case_)) } });
            add(found());
            const std::string reason = reason_of(story_, CaseEventKind::Responded);
            if (!reason.empty())
                add(Text::DeskLetterAnswerFound, { { "reason", reason } });
        }
        add_remedies();
        add_actions();
        const std::string officer = next_handler();
        if (officer.empty()) {
            add(Text::DeskLetterAnswerFinal);
            return ombudsman();
        }
        add(Text::DeskLetterAnswerNext, { { "officer", officer } });
        if (const auto by = last_day_to_ask(case_, configuration_))
            add(Text::DeskLetterAnswerAskBy, { { "date", dated(*by) } });
    }

    Text found() const
    {
        if (case_.outcome == CaseOutcome::Upheld)
            return Text::DeskLetterAnswerUpheld;
        if (case_.outcome == CaseOutcome::PartlyUpheld)
            return Text::DeskLetterAnswerPartly;
        return Text::DeskLetterAnswerNotUpheld;
    }

    void add_remedies()
    {
        std::string all;
        for (const Remedy one : case_.remedies)
            all += (all.empty() ? "" : ", ") + words_of(one, words_);
        if (!all.empty())
            add(Text::DeskLetterAnswerRemedies, { { "remedies", all } });
    }

    void add_actions()
    {
        if (!case_.actions.empty())
            add(Text::DeskLetterAnswerActions);
        for (const CaseAction& action : case_.actions)
            add(action.done ? Text::DeskLetterAnswerActionDone : Text::DeskLetterAnswerAction,
                { { "what", action.what }, { "date", dated(action.done.value_or(action.due)) } });
    }

    void refuse()
    {
        add(Text::DeskLetterRefuseSorry);
        add(Text::DeskLetterRefuseReason, { { "reason", reason_of(story_, CaseEventKind::Refused) } });
        ombudsman();
    }

    void route()
    {
        const StatutoryProcedure* procedure = configuration_.complaints.procedure(case_.procedure);
        add(Text::DeskLetterRoute, { { "procedure", procedure ? procedure->name : case_.procedure } });
        add(Text::DeskLetterAckHandler, { { "handler", handler() } });
    }

    void request()
    {
        add(Text::DeskLetterRequestTaken);
        add(Text::DeskLetterRefuseReason, { { "reason", reason_of(story_, CaseEventKind::Reclassified) } });
        add(Text::DeskLetterAckHandler, { { "handler", handler() } });
        add(Text::DeskLetterRequestAgain);
    }

    void decision()
    {
        if (!case_.ombudsman_upheld)
            add(Text::DeskLetterDecisionSentBack);
        else
            add(*case_.ombudsman_upheld ? Text::DeskLetterDecisionUpheld : Text::DeskLetterDecisionNotUpheld);
        const std::string words = reason_of(story_, CaseEventKind::OmbudsmanDecided);
        if (!words.empty())
            add(Text::DeskLetterDecisionWords, { { "words", words } });
        if (case_.ombudsman_upheld.value_or(false)) {
            add_remedies();
            add_actions();
        }
        if (case_.ombudsman_upheld)
            add(Text::DeskLetterDecisionEnd);
    }

    // "Who deals with it, and how you can contact them" (C, the Charter).
    void add_contact()
    {
        const std::string contact =
            words_in(configuration_.complaints.contact, words_.language(), configuration_.languages);
        if (!contact.empty())
            add(Text::DeskLetterContact, { { "contact", contact } });
    }

    void ombudsman()
    {
        add(Text::DeskLetterOmbudsmanWho);
        add(Text::DeskLetterOmbudsmanHow, { { "ombudsman", ombudsman_words() } });
        add(Text::DeskLetterOmbudsmanSoon);
    }

    std::string ombudsman_words() const
    {
        const Worded& own = configuration_.complaints.ombudsman;
        return own.empty() ? words_.say(Text::VisitorMessageSentOmbudsmanDefault)
                           : words_in(own, words_.language(), configuration_.languages);
    }

    // Of a draft, who would deal with it.
    std::string handler() const
    {
        return case_.handler.empty() ? proposed_handler(case_, configuration_) : case_.handler;
    }

    // Who would look at it again; empty: nobody, and the Ombudsman is next.
    std::string next_handler() const
    {
        Case dealt_with = case_;
        dealt_with.handler = handler();
        return next_officer(dealt_with, configuration_);
    }

    std::string received() const { return dated(zone_.date(case_.received)); }
    std::string dated(LocalDate date) const
    {
        return fmt::format("{} {}", long_date(date, words_), int { date.year() });
    }
    std::string say(Text text, Parts parts = {}) const { return words_.say(text, parts); }
    void add(Text text, Parts parts = {}) { letter_.paragraphs.push_back(words_.say(text, parts)); }

    const CaseStory& story_;
    const Case& case_;
    const Configuration& configuration_;
    const Words& words_;
    const Zone& zone_;
    Letter letter_;
};

} // namespace

std::string_view word(LetterKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind));
}

std::optional<LetterKind> letter_kind(std::string_view word)
{
    const auto found = std::find(kKinds.begin(), kKinds.end(), word);
    if (found == kKinds.end())
        return std::nullopt;
    return static_cast<LetterKind>(found - kKinds.begin());
}

std::optional<LetterKind> letter_due(const CaseStory& story)
{
    for (auto event = story.events.rbegin(); event != story.events.rend(); ++event) {
        switch (event->kind) {
        case CaseEventKind::Acknowledged:
        case CaseEventKind::Received:
            return LetterKind::Acknowledgement;
        case CaseEventKind::Extended:
            return LetterKind::Extension;
        case CaseEventKind::Responded:
        case CaseEventKind::PutRight:
            return LetterKind::Response;
        case CaseEventKind::Escalated:
            return LetterKind::Acknowledgement;
        case CaseEventKind::Refused:
            return LetterKind::Refusal;
        case CaseEventKind::Routed:
            return LetterKind::Routing;
        case CaseEventKind::OmbudsmanAsked:
            return LetterKind::Ombudsman;
        case CaseEventKind::Passed:
        case CaseEventKind::Changed:
        case CaseEventKind::Recounted:
        case CaseEventKind::Opened:
        case CaseEventKind::ActionAdded:
        case CaseEventKind::ActionDone:
        case CaseEventKind::Resealed:
            continue; // nothing is written; the letter before stands
        case CaseEventKind::OmbudsmanDecided:
            return LetterKind::Decision;
        case CaseEventKind::Reclassified:
            // What is a complaint now is acknowledged as one.
            if (story.record.kind == CaseKind::Complaint)
                return LetterKind::Acknowledgement;
            return story.record.kind == CaseKind::ServiceRequest ? std::optional(LetterKind::Request)
                                                                 : std::nullopt;
        case CaseEventKind::Withdrawn:
        case CaseEventKind::Closed:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<CaseObstacle> letter_obstacle(const CaseStory& story, LetterKind kind)
{
    using Kind = CaseObstacle::Kind;
    const auto happened = [&](CaseEventKind event) { return latest(story, event) != nullptr; };
    const bool complaint = story.record.kind == CaseKind::Complaint;
    if (kind == LetterKind::Request) {
        const bool is_one = story.record.kind == CaseKind::ServiceRequest;
        return is_one && happened(CaseEventKind::Reclassified)
            ? std::nullopt
            : std::optional(CaseObstacle { Kind::NotARequest });
    }
    if (kind == LetterKind::Acknowledgement) {
        // The words of a comment or compliment are passed on: that is what its letter says.
        const bool told = complaint
            ? happened(CaseEventKind::Acknowledged) && clocks_of(story.record).acknowledged
            : happened(CaseEventKind::Acknowledged) || happened(CaseEventKind::Passed);
        return told ? std::nullopt : std::optional(CaseObstacle { Kind::AcknowledgeFirst });
    }
    if (!complaint)
        return CaseObstacle { Kind::NotAComplaint };
    if (kind == LetterKind::Extension && !happened(CaseEventKind::Extended))
        return CaseObstacle { Kind::NotExtended };
    if (kind == LetterKind::Response && !happened(CaseEventKind::Responded)
        && !happened(CaseEventKind::PutRight))
        return CaseObstacle { Kind::RespondFirst };
    if (kind == LetterKind::Refusal && !happened(CaseEventKind::Refused))
        return CaseObstacle { Kind::NotRefused };
    if (kind == LetterKind::Routing && !happened(CaseEventKind::Routed))
        return CaseObstacle { Kind::NotRouted };
    if (kind == LetterKind::Decision && !happened(CaseEventKind::OmbudsmanDecided))
        return CaseObstacle { Kind::NotDecided };
    return std::nullopt;
}

Letter letter_of(const CaseStory& story, LetterKind kind, const Configuration& configuration, LocalDate today)
{
    return Writer(story, configuration).write(kind, today);
}

std::string text_of(const Letter& letter)
{
    std::string text = letter.council + "\n" + letter.date + "\n\n" + letter.subject + "\n";
    for (const std::string& paragraph : letter.paragraphs)
        text += "\n" + paragraph + "\n";
    return text + "\n" + letter.closing + "\n" + letter.signed_by + "\n";
}

} // namespace nextplease
