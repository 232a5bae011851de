#include "kiosk/printing/case_receipt.h"

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
    if (sent.reply == ReplyWish::None) {
        said.dates.push_back(
            words.say(Text::VisitorMessageSentNoAnswer, { { "date", date(sent.first.respond_by) } }));
    } else {
        said.dates.push_back(
            words.say(Text::VisitorMessageSentRespond, { { "date", date(sent.first.respond_by) } }));
        said.dates.push_back(
            words.say(Text::VisitorMessageSentAcknowledge, { { "date", date(sent.first.acknowledge_by) } }));
        said.dates.push_back(words.say(Text::VisitorMessageSentLate));
    }
    const Worded& ombudsman = configuration.complaints.ombudsman;
    said.procedure.push_back(words.say(Text::VisitorMessageSentUnhappy));
    said.procedure.push_back(words.say(Text::VisitorMessageSentOmbudsman,
        { { "ombudsman",
            ombudsman.empty() ? words.say(Text::VisitorMessageSentOmbudsmanDefault)
                              : words_in(ombudsman, words.language(), configuration.languages) } }));
    return said;
}

} // namespace nextplease::printing
