// A new complaint, comment or compliment: what is asked, and what the person is told afterwards.
#include "kiosk/desk/prepare.h"

#include "core/reception/sentences.h"
#include "kiosk/printing/case_receipt.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

class Asking {
public:
    Asking(const Scene& scene, const FormDraft& draft)
        : scene_(scene)
        , words_(scene.words)
        , draft_(draft)
    {
    }

    PanelView panel()
    {
        PanelView panel;
        panel.title = words_.say(Text::DeskComplaintTitle);
        panel.groups = { kinds(), channels(), services() };
        const bool complaint = draft_.has("kind.complaint");
        if (complaint && !scene_.configuration.complaints.categories.empty())
            panel.groups.push_back(categories());
        panel.second_column = panel.groups.size();
        panel.groups.push_back(replies());
        panel.groups.push_back(languages());
        panel.words_label = words_.say(Text::DeskComplaintWords);
        panel.words_field = words_.say(Text::DeskComplaintField);
        if (!draft_.has("reply.none"))
            panel.contact = { words_.say(Text::DeskComplaintContact),
                words_.say(Text::DeskComplaintContactField) };
        panel.day = { words_.say(Text::DeskComplaintReceived), words_.say(Text::DeskComplaintReceivedField) };
        panel.send = words_.say(Text::DeskComplaintSend);
        return panel;
    }

private:
    void add(ChoiceGroup& group, const std::string& key, std::string label) const
    {
        group.choices.push_back(
            { .key = key, .label = std::move(label), .letter = {}, .chosen = draft_.has(key) });
    }
    void add(ChoiceGroup& group, const std::string& key, Text text) const
    {
        add(group, key, words_.say(text));
    }

    ChoiceGroup kinds() const
    {
        ChoiceGroup group { .label = {}, .columns = 3 };
        add(group, "kind.complaint", Text::DeskComplaintKindComplaint);
        add(group, "kind.comment", Text::DeskComplaintKindComment);
        add(group, "kind.compliment", Text::DeskComplaintKindCompliment);
        return group;
    }

    ChoiceGroup channels() const
    {
        ChoiceGroup group { .label = words_.say(Text::DeskComplaintChannel), .columns = 3 };
        add(group, "channel.", Text::DeskComplaintHere);
        add(group, "channel.phone", Text::DeskContactPhone);
        add(group, "channel.letter", Text::DeskContactLetter);
        add(group, "channel.email", Text::DeskContactEmail);
        add(group, "channel.text", Text::DeskContactText);
        add(group, "channel.social", Text::DeskContactSocial);
        return group;
    }

    ChoiceGroup services() const
    {
        ChoiceGroup group { .label = words_.say(Text::DeskComplaintService), .columns = 3 };
        for (const Service& service : scene_.configuration.office.services)
            add(group, "service." + service.code.text(), name_of(service.code, words_, scene_.configuration));
        add(group, "service.", Text::DeskComplaintOther);
        return group;
    }

    ChoiceGroup categories() const
    {
        ChoiceGroup group { .label = words_.say(Text::DeskComplaintCategory), .columns = 2 };
        add(group, "category.", Text::DeskComplaintOrdinary);
        for (const ComplaintCategory& one : scene_.configuration.complaints.categories)
            add(group, "category." + one.code.text(),
                words_in(one.words, words_.language(), scene_.configuration.languages));
        return group;
    }

    ChoiceGroup replies() const
    {
        ChoiceGroup group { .label = words_.say(Text::DeskComplaintReply), .columns = 3 };
        add(group, "reply.none", Text::DeskComplaintReplyNone);
        add(group, "reply.phone", Text::DeskContactPhone);
        add(group, "reply.email", Text::DeskContactEmail);
        add(group, "reply.letter", Text::DeskContactLetter);
        add(group, "reply.large_print", Text::DeskComplaintReplyLarge);
        add(group, "reply.braille", Text::DeskComplaintReplyBraille);
        return group;
    }

    ChoiceGroup languages() const
    {
        ChoiceGroup group { .label = words_.say(Text::DeskComplaintLanguage), .columns = 5 };
        for (const Language& language : scene_.configuration.languages)
            add(group, "language." + language.text(), std::string(nextplease::words(language).own_name()));
        return group;
    }

    const Scene& scene_;
    const Words& words_;
    const FormDraft& draft_;
};

// For reading out: in the language of staff, whatever the person's.
PanelView told(const Scene& scene, const Case& recorded, bool prints)
{
    const Words& words = scene.words;
    const printing::CaseSlip receipt = printing::receipt_of(recorded, words, scene.configuration);
    PanelView panel;
    panel.title = words.say(Text::DeskComplaintRecorded, { { "reference", receipt.reference } });
    panel.lines = { words.say(Text::DeskComplaintTell), receipt.handler };
    panel.lines.insert(panel.lines.end(), receipt.dates.begin(), receipt.dates.end());
    panel.lines.insert(panel.lines.end(), receipt.procedure.begin(), receipt.procedure.end());
    ChoiceGroup moves { .label = {}, .columns = 3 };
    if (prints)
        moves.choices.push_back(
            { .key = "complaint.print", .label = words.say(Text::DeskComplaintPrint), .letter = "P" });
    moves.choices.push_back(
        { .key = "complaint.register", .label = words.say(Text::DeskComplaintToRegister), .letter = "R" });
    panel.groups = { moves };
    return panel;
}

} // namespace

PanelView prepare_complaint(const Scene& scene, const FormDraft& draft, const Case* recorded, bool prints)
{
    PanelView panel = recorded ? told(scene, *recorded, prints) : Asking(scene, draft).panel();
    panel.place = PanelView::Place::Wide;
    panel.cancel = scene.words.say(recorded ? Text::DeskRegisterClose : Text::DeskActionCancel);
    return panel;
}

} // namespace nextplease::desk
