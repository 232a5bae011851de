#include "kiosk/report/complaint_words.h"

#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::report {

std::string complaint_group_name(const ComplaintGroup& group, const ComplaintReport& report,
    const Configuration& configuration, const Words& words)
{
    switch (report.question.by) {
    case ComplaintGrouping::Service:
        if (!group.key.empty())
            return name_of(ServiceCode(group.key), words, configuration);
        break;
    case ComplaintGrouping::Directorate:
        for (const Directorate& directorate : configuration.office.directorates) {
            if (directorate.code.text() == group.key)
                return directorate.name;
        }
        break;
    case ComplaintGrouping::Category:
        if (const auto* category = configuration.complaints.find(CategoryCode(group.key)))
            return words_in(category->words, words.language(), configuration.languages);
        if (group.key.empty())
            return words.say(Text::CliComplaintsOrdinary);
        break;
    case ComplaintGrouping::Handler:
        if (group.key == "forgotten") // as sql_forgetting.cpp leaves a name that is no office of kiosk.conf
            return words.say(Text::CliComplaintsForgotten);
        break;
    default:
        break;
    }
    return group.key.empty() ? words.say(Text::CliComplaintsNone) : group.key;
}

Definitions complaint_definitions(const ComplaintReport& report, const Words& words)
{
    return {
        { "complaints", words.say(Text::CliComplaintsDefinitionComplaints) },
        { "in_time", words.say(Text::CliComplaintsDefinitionInTime) },
        { "with_extension", words.say(Text::CliComplaintsDefinitionExtension) },
        { "outcome", words.say(Text::CliComplaintsDefinitionOutcome) },
        { "actions", words.say(Text::CliComplaintsDefinitionActions) },
        { "ombudsman", words.say(Text::CliComplaintsDefinitionOmbudsman) },
        { "period", words.say(Text::CliComplaintsDefinitionPeriod, { { "zone", report.zone } }) },
    };
}

std::string kind_words(CaseKind kind, const Words& words)
{
    switch (kind) {
    case CaseKind::Complaint:
        return words.say(Text::CliComplaintsKindComplaint);
    case CaseKind::Comment:
        return words.say(Text::CliComplaintsKindComment);
    case CaseKind::Compliment:
        return words.say(Text::CliComplaintsKindCompliment);
    case CaseKind::ServiceRequest:
        return words.say(Text::CliComplaintsKindServiceRequest);
    }
    return {};
}

std::string outcome_words(CaseOutcome outcome, const Words& words)
{
    switch (outcome) {
    case CaseOutcome::None:
        return words.say(Text::CliComplaintsOutcomeUndecided);
    case CaseOutcome::PutRight:
        return words.say(Text::CliComplaintsOutcomePutRight);
    case CaseOutcome::Upheld:
        return words.say(Text::CliComplaintsOutcomeUpheld);
    case CaseOutcome::PartlyUpheld:
        return words.say(Text::CliComplaintsOutcomePartlyUpheld);
    case CaseOutcome::NotUpheld:
        return words.say(Text::CliComplaintsOutcomeNotUpheld);
    case CaseOutcome::Withdrawn:
        return words.say(Text::CliComplaintsOutcomeWithdrawn);
    case CaseOutcome::Refused:
        return words.say(Text::CliComplaintsOutcomeRefused);
    case CaseOutcome::Routed:
        return words.say(Text::CliComplaintsOutcomeRouted);
    case CaseOutcome::Done:
        break;
    }
    return {};
}

std::string ground_words(RefusalGround ground, const Words& words)
{
    switch (ground) {
    case RefusalGround::TooOld:
        return words.say(Text::CliComplaintsGroundTooOld);
    case RefusalGround::DecidedBefore:
        return words.say(Text::CliComplaintsGroundDecidedBefore);
    case RefusalGround::Court:
        return words.say(Text::CliComplaintsGroundCourt);
    case RefusalGround::OtherRoute:
        return words.say(Text::CliComplaintsGroundOtherRoute);
    case RefusalGround::NotOurs:
        return words.say(Text::CliComplaintsGroundNotOurs);
    case RefusalGround::Unreasonable:
        return words.say(Text::CliComplaintsGroundUnreasonable);
    case RefusalGround::Other:
        return words.say(Text::CliComplaintsGroundOther);
    case RefusalGround::None:
        break;
    }
    return {};
}

std::string remedy_words(Remedy remedy, const Words& words)
{
    switch (remedy) {
    case Remedy::Apology:
        return words.say(Text::CliComplaintsRemedyApology);
    case Remedy::Explanation:
        return words.say(Text::CliComplaintsRemedyExplanation);
    case Remedy::Act:
        return words.say(Text::CliComplaintsRemedyAct);
    case Remedy::Reconsider:
        return words.say(Text::CliComplaintsRemedyReconsider);
    case Remedy::CorrectRecord:
        return words.say(Text::CliComplaintsRemedyCorrectRecord);
    case Remedy::Money:
        return words.say(Text::CliComplaintsRemedyMoney);
    case Remedy::ChangePolicy:
        return words.say(Text::CliComplaintsRemedyChangePolicy);
    }
    return {};
}

} // namespace nextplease::report
