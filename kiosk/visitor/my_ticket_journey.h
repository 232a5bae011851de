// "Find my ticket": by its number, or by scanning its code. How many are ahead, the estimate, what is to be
// done now; leaving the queue, more time, and queueing again after a missed call. A number alone tells
// nothing about a person: what somebody needs or said is not shown here.
//
// What is touched and asked of the store is in my_ticket_journey.cpp, what is shown in my_ticket_steps.cpp.
#pragma once

#include "kiosk/ui/text_draft.h"
#include "kiosk/visitor/journeys.h"
#include "text_keys.h"

#include <utility>

namespace nextplease::visitor {

class MyTicketJourney : public Journey {
public:
    enum class Stage { Typing, Looking, Shown, AskLeave, AskMoreTime, Working, Left, Refused, Failed, Over };

    explicit MyTicketJourney(const JourneyContext& context)
        : configuration_(context.configuration)
        , make_request_(context.make_request)
        , snapshot_(context.snapshot)
    {
        draft_.limit = 80;
    }

    std::string name() const override;
    Step step(const Words& words) const override;
    void typed() override { problem_.reset(); }
    void choose(int index) override;
    void next() override;
    bool back() override;
    void scan(const std::u32string& code) override;
    bool waiting() const override { return stage_ == Stage::Looking || stage_ == Stage::Working; }
    End end() const override { return stage_ == Stage::Over ? end_ : End::No; }
    const Visit* ticket() const override { return visit_ ? &*visit_ : nullptr; }
    void show(const std::shared_ptr<const Snapshot>& snapshot) override { snapshot_ = snapshot; }
    std::vector<Errand> errands() override { return std::exchange(errands_, {}); }

    // Also for pictures: as if the store had answered so.
    void found(const std::optional<Visit>& visit);
    void answered(const Reply& reply, Stage then);
    void put_at(Stage stage) { stage_ = stage; }
    ui::TextDraft& draft() { return draft_; }

private:
    using Verb = Reply (Reception::*)(VisitId, const RequestId&, const Actor&);

    void look_up();
    void ask_for(Verb verb, Stage then);
    void send();
    void over(End end);

    Visit now() const; // as the room has it, where it does
    const VisitNow* in_room() const;
    int behind() const; // how many more time would let go first
    bool may_rejoin() const;

    // What somebody who waits can do, in the order shown.
    enum class Offer { See, Print, MoreTime, Leave };
    std::vector<Offer> offers() const;

    Step typing(const Words& words) const;
    Step shown(const Words& words) const;
    Step in_queue(const Words& words) const;
    Choice choice_for(Offer offer, const Words& words) const;
    Step state_said(const Words& words) const;
    Step asked(Text question, ui::Icon icon, std::string title, std::string text, Text yes,
        const Words& words) const;
    std::string then_you(const Words& words) const;
    Step left(const Words& words) const;
    Step refused(const Words& words) const;
    std::string ahead(const Words& words) const;
    SayingStep with_number(const Words& words, Text heading, MessageLine line) const;

    const Configuration& configuration_;
    std::function<RequestId()> make_request_;
    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const Snapshot> outdated_; // from before the store's last answer
    mutable ui::TextDraft draft_;
    Stage stage_ = Stage::Typing;
    End end_ = End::StartAgain;
    std::optional<Text> problem_;
    std::optional<Visit> visit_; // as last found
    std::optional<Refusal> refusal_;

    // What was sent last, to be sent again if the store failed.
    std::function<Errand()> errand_;
    std::vector<Errand> errands_;
};

} // namespace nextplease::visitor
