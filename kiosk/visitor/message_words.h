// What the steps of a compliment, comment or complaint say.
#pragma once

#include "kiosk/printing/slips.h"
#include "kiosk/visitor/message_journey.h"

namespace nextplease::visitor {

// "message.words"; the contact by its kind: "message.phone".
std::string message_step_name(MessageStep step, const MessageDraft& draft);

struct MessageShown {
    MessageStep step;
    const MessageDraft& draft;
    ui::TextDraft* typing = nullptr; // of a step in which something is typed
    TypingProblem problem = TypingProblem::None;
    std::vector<Language> reply_languages;
    std::vector<MessageStep> rows; // of the review
    const Case* sent = nullptr;
};
Step message_step(const MessageShown& shown, const Words& words, const Configuration& configuration);

// What somebody who sent a message is told, on the screen and on a slip; a sentence each.
struct SentWords {
    std::string title, reference, reference_label;
    std::string handler; // who deals with it
    std::vector<std::string> dates; // by when what happens
    std::vector<std::string> procedure; // what else there is, the Ombudsman included; of a complaint
    std::string keep; // the reference
};
SentWords sent_words(const Case& sent, const Words& words, const Configuration& configuration);

// Says on the step of a message that was sent how its slip is getting on, right under the reference, where it
// is seen in every print. Paper keeps the reference, so the advice to write it down goes; where there is no
// paper the printing's words give it.
void tell_printing(Step& step, const PrintingWords& printing);

} // namespace nextplease::visitor
