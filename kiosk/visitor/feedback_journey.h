// Feedback: how was it, in five faces and a few words. About a visit, by the number of its ticket, or without
// one. Each visit counts once: what is given again replaces what was given.
//
//   Number --next--> Looking --found--> Faces --face--> Words --next--> Sending --done--> Thanks --next-->
//   end
//     ^  empty: Faces   | no such ticket      ^ back: Number      ^ back: Faces    | failed: Failed --next-->
//     Sending
//     +-----------------+
//
// Number and Looking are left out where the visitor's own ticket is known.
#pragma once

#include "core/reception/cases.h"
#include "kiosk/visitor/journeys.h"

namespace nextplease::visitor {

std::unique_ptr<Journey> make_feedback(const JourneyContext& context);

class FeedbackJourney : public Journey {
public:
    explicit FeedbackJourney(const JourneyContext& context);
    static std::vector<JourneyPlace> places(); // see journey_places()

    std::string name() const override { return std::string(name_of(at_)); }
    Step step(const Words& words) const override;
    void choose(int index) override;
    void next() override;
    bool back() override;
    void typed() override;
    bool waiting() const override { return at_ == At::Looking || at_ == At::Sending; }
    End end() const override;
    const Visit* ticket() const override { return own_ ? &*own_ : nullptr; }
    std::vector<Errand> errands() override;

private:
    enum class At { Number, Looking, Faces, Words, Sending, Thanks, Failed };
    static std::string_view name_of(At at);
    // What the store said of a number.
    struct Found {
        std::optional<VisitId> visit;
        TicketNumber number;
        bool given = false; // feedback on it, before
    };

    TypingStep number_step(const Words& words) const;
    FacesStep faces_step(const Words& words) const;
    TypingStep words_step(const Words& words) const;
    SayingStep saying_step(const Words& words) const;
    void look();
    void found(const Found& found);
    void send();

    const Configuration& configuration_;
    std::function<Language()> language_;
    RequestId request_; // of all attempts at sending
    std::optional<Visit> own_; // the visitor's ticket, if this visit took one
    At at_ = At::Number;
    mutable ui::TextDraft number_, words_; // the step hands them to the field
    bool unknown_ = false; // the number that was typed
    Found about_;
    int score_ = 0; // 0: none yet
    bool over_ = false;
    std::vector<Errand> errands_;
};

} // namespace nextplease::visitor
