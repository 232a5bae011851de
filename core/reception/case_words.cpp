#include "core/reception/case_words.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

#include <array>

namespace nextplease {
namespace {

Text text_of(CaseObstacle::Kind kind)
{
    using Kind = CaseObstacle::Kind;
    switch (kind) {
    case Kind::UnknownCase:
        return Text::DeskCaseRefusedUnknownCase;
    case Kind::ClosedAlready:
        return Text::DeskCaseRefusedClosedAlready;
    case Kind::DoneAlready:
        return Text::DeskCaseRefusedDoneAlready;
    case Kind::AcknowledgeFirst:
        return Text::DeskCaseRefusedAcknowledgeFirst;
    case Kind::RespondFirst:
        return Text::DeskCaseRefusedRespondFirst;
    case Kind::OmbudsmanHasIt:
        return Text::DeskCaseRefusedOmbudsmanHasIt;
    case Kind::NotWithOmbudsman:
        return Text::DeskCaseRefusedNotWithOmbudsman;
    case Kind::NotAComplaint:
        return Text::DeskCaseRefusedNotAComplaint;
    case Kind::SameKind:
        return Text::DeskCaseRefusedSameKind;
    case Kind::ReasonMissing:
        return Text::DeskCaseRefusedReasonMissing;
    case Kind::HandlerMissing:
        return Text::DeskCaseRefusedHandlerMissing;
    case Kind::NobodyAbove:
        return Text::DeskCaseRefusedNobodyAbove;
    case Kind::AboutHandler:
        return Text::DeskCaseRefusedAboutHandler;
    case Kind::SameHandler:
        return Text::DeskCaseRefusedSameHandler;
    case Kind::OutcomeMissing:
        return Text::DeskCaseRefusedOutcomeMissing;
    case Kind::DateNotLater:
        return Text::DeskCaseRefusedDateNotLater;
    case Kind::DateTooLate:
        return Text::DeskCaseRefusedDateTooLate;
    case Kind::ExtendedAlready:
        return Text::DeskCaseRefusedExtendedAlready;
    case Kind::UnknownProcedure:
        return Text::DeskCaseRefusedUnknownProcedure;
    case Kind::UnknownService:
        return Text::DeskCaseRefusedUnknownService;
    case Kind::UnknownCategory:
        return Text::DeskCaseRefusedUnknownCategory;
    case Kind::GoesElsewhere:
        return Text::DeskCaseRefusedGoesElsewhere;
    case Kind::TimeTooEarly:
        return Text::DeskCaseRefusedTimeTooEarly;
    case Kind::TimeToCome:
        return Text::DeskCaseRefusedTimeToCome;
    case Kind::ActionMissing:
        return Text::DeskCaseRefusedActionMissing;
    case Kind::UnknownAction:
        return Text::DeskCaseRefusedUnknownAction;
    case Kind::ActionsLeft:
        return Text::DeskCaseRefusedActionsLeft;
    case Kind::NotExtended:
        return Text::DeskCaseRefusedNotExtended;
    case Kind::NotRefused:
        return Text::DeskCaseRefusedNotRefused;
    case Kind::NotRouted:
        return Text::DeskCaseRefusedNotRouted;
    case Kind::NotDecided:
        return Text::DeskCaseRefusedNotDecided;
    case Kind::NotARequest:
        return Text::DeskCaseRefusedNotARequest;
    }
    return Text::DeskCaseRefusedUnknownCase;
}

} // namespace

std::string sentence(const CaseObstacle& obstacle, const Words& words)
{
    const std::string date = obstacle.date ? long_date(*obstacle.date, words) : std::string();
    switch (obstacle.kind) {
    case CaseObstacle::Kind::SameHandler:
    case CaseObstacle::Kind::AboutHandler:
        return words.say(text_of(obstacle.kind), { { "handler", obstacle.handler } });
    case CaseObstacle::Kind::DateNotLater:
    case CaseObstacle::Kind::DateTooLate:
    case CaseObstacle::Kind::TimeTooEarly:
        return words.say(text_of(obstacle.kind), { { "date", date } });
    default:
        return words.say(text_of(obstacle.kind));
    }
}

std::string words_of(Remedy remedy, const Words& words)
{
    constexpr std::array kTexts { Text::DeskRemedyApology, Text::DeskRemedyExplanation, Text::DeskRemedyAct,
        Text::DeskRemedyReconsider, Text::DeskRemedyCorrectRecord, Text::DeskRemedyMoney,
        Text::DeskRemedyChangePolicy };
    return words.say(kTexts.at(static_cast<std::size_t>(remedy)));
}

std::string words_of(RefusalGround ground, const Words& words)
{
    constexpr std::array kTexts { Text::DeskRefusalNone, Text::DeskRefusalTooOld,
        Text::DeskRefusalDecidedBefore, Text::DeskRefusalCourt, Text::DeskRefusalOtherRoute,
        Text::DeskRefusalNotOurs, Text::DeskRefusalUnreasonable, Text::DeskRefusalOther };
    return words.say(kTexts.at(static_cast<std::size_t>(ground)));
}

std::string words_of(CaseEventKind kind, const Words& words)
{
    constexpr std::array kTexts { Text::DeskCaseStepReceived, Text::DeskCaseStepAcknowledge,
        Text::DeskCaseStepPutRight, Text::DeskCaseStepPass, Text::DeskCaseStepExtend,
        Text::DeskCaseStepRespond, Text::DeskCaseStepEscalate, Text::DeskCaseStepOmbudsman,
        Text::DeskCaseStepDecided, Text::DeskCaseStepWithdraw, Text::DeskCaseStepRefuse,
        Text::DeskCaseStepReclassified, Text::DeskCaseStepRouted, Text::DeskCaseStepClose,
        Text::DeskCaseStepChanged, Text::DeskCaseStepRecounted, Text::DeskCaseStepOpened,
        Text::DeskCaseStepActionAdded, Text::DeskCaseStepActionDone, Text::DeskCaseStepResealed };
    return words.say(kTexts.at(static_cast<std::size_t>(kind)));
}

std::string actor_words(const std::string& actor, const Words& words)
{
    if (actor == "kiosk")
        return words.say(Text::DeskCaseByKiosk);
    if (actor == "command line")
        return words.say(Text::DeskCaseByCommand);
    if (actor == "rule")
        return words.say(Text::DeskCaseByRule);
    for (const std::string_view before : { "staff:", "desk:", "command line:" }) {
        if (actor.starts_with(before))
            return actor.substr(before.size());
    }
    return actor;
}

} // namespace nextplease
