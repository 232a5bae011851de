#include "core/reception/letters.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 4> kKinds { "acknowledgement", "extension", "response", "ombudsman" };

// Staff texts are in these.
Language language_of(const Case& record)
{
    const Language& wished = record.reply_language.empty() ? record.language : record.reply_language;
    return wished == Language("pl") || wished == Language("ur") ? wished : Language("en");
}

// The reason of the latest event of that kind; empty: none was given.
std::string reason_of(const CaseStory& story, CaseEventKind kind)
{
    for (auto event = story.events.rbegin(); event != story.events.rend(); ++event) {
        if (event->kind == kind)
            return event->reason;
    }
    return {};
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
        }
        letter_.closing = say(Text::DeskLetterClose);
        letter_.signed_by = handler();
        return letter_;
    }

private:
    void acknowledge()
    {
        add(Text::DeskLetterAckThanks, { { "date", received() } });
        add(Text::DeskLetterAckHandler, { { "handler", handler() } });
        if (const auto by = clocks_of(case_).respond_by)
            add(Text::DeskLetterAckRespond, { { "date", dated(*by) } });
        add(Text::DeskLetterAckProcedure, { { "handler", handler() } });
        if (case_.second)
            add(Text::DeskLetterAckFinal);
        else if (!configuration_.complaints.second_stage.empty())
            add(Text::DeskLetterAckThen, { { "officer", configuration_.complaints.second_stage } });
    }

    void extend()
    {
        const StageClocks& stage = clocks_of(case_);
        const auto first = stage.first_respond_by ? stage.first_respond_by : stage.respond_by;
        add(Text::DeskLetterExtendSorry, { { "date", first ? dated(*first) : std::string() } });
        add(Text::DeskLetterExtendReason, { { "reason", reason_of(story_, CaseEventKind::Extended) } });
        if (stage.respond_by)
            add(Text::DeskLetterExtendUntil, { { "date", dated(*stage.respond_by) } });
        add(Text::DeskLetterExtendOmbudsman, { { "ombudsman", ombudsman_words() } });
    }

    void respond()
    {
        Text found = Text::DeskLetterAnswerNone;
        if (case_.outcome == CaseOutcome::Upheld)
            found = Text::DeskLetterAnswerUpheld;
        else if (case_.outcome == CaseOutcome::PartlyUpheld)
            found = Text::DeskLetterAnswerPartly;
        else if (case_.outcome == CaseOutcome::NotUpheld)
            found = Text::DeskLetterAnswerNotUpheld;
        add(found);
        if (const std::string reason = reason_of(story_, CaseEventKind::Responded); !reason.empty())
            add(Text::DeskLetterAnswerFound, { { "reason", reason } });
        const bool another = !case_.second && !configuration_.complaints.second_stage.empty();
        if (another)
            return add(Text::DeskLetterAnswerNext, { { "officer", configuration_.complaints.second_stage } });
        add(Text::DeskLetterAnswerFinal);
        ombudsman();
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

    std::string handler() const
    {
        return case_.handler.empty() ? handler_of(case_.category, words_, configuration_) : case_.handler;
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
        case CaseEventKind::OmbudsmanAsked:
            return LetterKind::Ombudsman;
        case CaseEventKind::Passed:
        case CaseEventKind::Changed:
        case CaseEventKind::Recounted:
        case CaseEventKind::Opened:
            continue; // nothing is written; the letter before stands
        case CaseEventKind::OmbudsmanDecided:
        case CaseEventKind::Withdrawn:
        case CaseEventKind::Reclassified:
        case CaseEventKind::Routed:
        case CaseEventKind::Closed:
            return std::nullopt;
        }
    }
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
