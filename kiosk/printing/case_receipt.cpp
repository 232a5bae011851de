#include "kiosk/printing/case_receipt.h"

#include "core/reception/case_steps.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::printing {

CaseSlip receipt_of(const Case& sent, const Words& words, const Configuration& configuration)
{
    CaseSlip said;
    said.reference = reference_of(sent);
    said.keep = words.say(Text::PaperCaseKeep);
    if (sent.kind != CaseKind::Complaint) {
        said.title = words.say(sent.kind == CaseKind::Comment ? Text::VisitorMessageSentComment
                                                              : Text::VisitorMessageSentCompliment);
        said.handler = words.say(Text::VisitorMessageSentHandlerOther);
        return said;
    }
    said.title = words.say(Text::VisitorMessageSentComplaint);
    said.handler = words.say(
        Text::VisitorMessageSentHandler, { { "handler", handler_of(sent.category, words, configuration) } });
    const auto date = [&words](const std::optional<LocalDate>& day) {
        return day ? long_date(*day, words) : std::string();
    };
    const StageClocks& stage = clocks_of(sent); // what is most serious begins in the second one
    if (sent.reply == ReplyWish::None) {
        said.dates.push_back(
            words.say(Text::VisitorMessageSentNoAnswer, { { "date", date(stage.respond_by) } }));
    } else {
        said.dates.push_back(
            words.say(Text::VisitorMessageSentRespond, { { "date", date(stage.respond_by) } }));
        said.dates.push_back(
            words.say(Text::VisitorMessageSentAcknowledge, { { "date", date(stage.acknowledge_by) } }));
        said.dates.push_back(words.say(Text::VisitorMessageSentLate));
    }
    const Worded& ombudsman = configuration.complaints.ombudsman;
    Case dealt_with = sent;
    if (dealt_with.handler.empty())
        dealt_with.handler = proposed_handler(sent, configuration);
    // Who had it in the second stage, or alone, is not asked to look again.
    if (!next_officer(dealt_with, configuration).empty())
        said.procedure.push_back(words.say(Text::VisitorMessageSentUnhappy));
    said.procedure.push_back(words.say(Text::VisitorMessageSentOmbudsman,
        { { "ombudsman",
            ombudsman.empty() ? words.say(Text::VisitorMessageSentOmbudsmanDefault)
                              : words_in(ombudsman, words.language(), configuration.languages) } }));
    return said;
}

} // namespace nextplease::printing
