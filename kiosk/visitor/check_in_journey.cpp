// "I have an appointment": the reference, typed or scanned, and what checking in came to, said kindly and
// with what happens next. "An appointment that is kept; when changed or cancelled, an apology" (C).
#include "core/reception/sentences.h"
#include "kiosk/visitor/journey_parts.h"
#include "kiosk/visitor/queue_journeys.h"

#include <array>
#include <ratio>
#include <utility>

namespace nextplease::visitor {
namespace {

using Kind = CheckIn::Kind;

class CheckInJourney : public Journey {
public:
    explicit CheckInJourney(const JourneyContext& context)
        : configuration_(context.configuration)
        , make_request_(context.make_request)
        , language_(context.language)
    {
        draft_.limit = 40;
    }

    std::string name() const override
    {
        switch (stage_) {
        case Stage::Typing:
            return "check-in.reference";
        case Stage::Looking:
            return "check-in.looking";
        case Stage::Said:
        case Stage::Over:
            return answer_ ? name_of(answer_->kind) : "check-in.no-number";
        case Stage::Failed:
            break;
        }
        return "check-in.failed";
    }

    Step step(const Words& words) const override
    {
        switch (stage_) {
        case Stage::Typing:
            return typing(words);
        case Stage::Looking:
            return one_moment(words, Text::VisitorCheckInUnderWay);
        case Stage::Said:
        case Stage::Over:
            return answer_ ? said(*answer_, words) : said_no_number(words);
        case Stage::Failed:
            break;
        }
        return store_unreachable(words);
    }

    void typed() override { problem_.reset(); }

    void next() override
    {
        if (stage_ == Stage::Typing)
            look_up();
        else if (stage_ == Stage::Failed)
            send(); // the same request: whatever was done is not done twice
        else if (stage_ == Stage::Said)
            stage_ = Stage::Over;
    }

    bool back() override
    {
        if (stage_ == Stage::Looking)
            return true;
        if (stage_ == Stage::Said && answer_ && answer_->visit) {
            stage_ = Stage::Over; // the ticket is theirs: it must be seen
            return true;
        }
        if (stage_ == Stage::Typing)
            return false;
        stage_ = Stage::Typing;
        return true;
    }

    void scan(const std::u32string& code) override
    {
        fill(draft_, code);
        next();
    }

    bool waiting() const override { return stage_ == Stage::Looking; }

    End end() const override
    {
        if (stage_ != Stage::Over)
            return End::No;
        return ticket() ? End::Ticket : End::Home;
    }
    const Visit* ticket() const override { return answer_ && answer_->visit ? &*answer_->visit : nullptr; }

    std::vector<Errand> errands() override { return std::exchange(errands_, {}); }

    // For pictures: as if this had been answered.
    void answered(const CheckInReply& reply)
    {
        if (const auto* refusal = std::get_if<Refusal>(&reply)) {
            answer_.reset();
            refusal_ = *refusal;
            const bool unknown = refusal->kind == Refusal::Kind::UnknownAppointment;
            problem_ = Text::VisitorCheckInUnknown;
            stage_ = unknown ? Stage::Typing : Stage::Said;
            return;
        }
        answer_ = std::get<CheckedIn>(reply);
        // In time there is nothing to explain: the ticket says it all.
        stage_ = answer_->kind == Kind::InTime && answer_->visit ? Stage::Over : Stage::Said;
    }
    void failed() { stage_ = Stage::Failed; }
    ui::TextDraft& draft() { return draft_; }

private:
    enum class Stage { Typing, Looking, Said, Failed, Over };

    void look_up()
    {
        if (reference_key(draft_.utf8()).empty()) {
            problem_ = Text::VisitorCheckInEmpty;
            return;
        }
        request_ = make_request_();
        send();
    }

    void send()
    {
        stage_ = Stage::Looking;
        errands_.push_back({ .job = [this, typed = draft_.utf8(), language = language_(), request = request_](
                                        Reception& reception) -> std::function<void()> {
                                const CheckInReply reply =
                                    reception.check_in(typed, language, request, "kiosk");
                                return [this, reply] { answered(reply); };
                            },
            .failed = [this] { failed(); } });
    }

    Step typing(const Words& words) const
    {
        TypingStep step { .question = words.say(Text::VisitorCheckInQuestion),
            .hint = words.say(Text::VisitorCheckInHint),
            .label = words.say(Text::VisitorCheckInLabel) };
        if (problem_)
            step.problem = words.say(*problem_);
        step.keys = TypingStep::Keys::Code;
        step.draft = &draft_;
        step.next = step_next(words.say(Text::VisitorCheckInNext));
        return step;
    }

    static std::string name_of(Kind kind)
    {
        constexpr std::array<const char*, 8> kNames { "early", "in-time", "late", "too-late", "another-day",
            "day-passed", "already", "cancelled" };
        return std::string("check-in.") + kNames.at(static_cast<std::size_t>(kind));
    }

    struct Answer {
        Text heading, title, text;
        ui::Icon icon;
    };

    static Answer answer_of(Kind kind)
    {
        using enum ui::Icon;
        switch (kind) {
        case Kind::Early:
            return { Text::VisitorCheckInEarly, Text::VisitorCheckInIsAt, Text::VisitorCheckInEarlyText,
                Clock };
        case Kind::Late:
            return { Text::VisitorCheckInLate, Text::VisitorCheckInWasAt, Text::VisitorCheckInLateText,
                Tick };
        case Kind::TooLate:
            return { Text::VisitorCheckInTooLate, Text::VisitorCheckInWasAt, Text::VisitorCheckInTooLateText,
                Clock };
        case Kind::AnotherDay:
            return { Text::VisitorCheckInAnotherDay, Text::VisitorCheckInIsOn,
                Text::VisitorCheckInAnotherDayText, Calendar };
        case Kind::DayPassed:
            return { Text::VisitorCheckInDayPassed, Text::VisitorCheckInWasOn,
                Text::VisitorCheckInDayPassedText, Calendar };
        case Kind::Cancelled:
            return { Text::VisitorCheckInCancelled, Text::VisitorCheckInWasOn,
                Text::VisitorCheckInCancelledText, Calendar };
        case Kind::InTime:
        case Kind::AlreadyArrived:
            break;
        }
        return { Text::VisitorCheckInAlready, Text::VisitorCheckInIsAt, Text::VisitorCheckInAlreadyText,
            Tick };
    }

    // With what the desk wrote when it cancelled or moved the appointment (C).
    static std::string explained(const CheckedIn& came, const std::string& text)
    {
        const std::string& apology = came.appointment.apology;
        if (apology.empty())
            return text;
        if (came.kind == Kind::Cancelled)
            return apology;
        const bool at_another_time = came.kind == Kind::AnotherDay || came.kind == Kind::Early;
        return at_another_time ? apology + ' ' + text : text;
    }

    Step said(const CheckedIn& came, const Words& words) const
    {
        const Answer answer = answer_of(came.kind);
        const LocalTime at = configuration_.zone.local(came.appointment.at);
        SayingStep step;
        step.words.heading = words.say(answer.heading);
        step.words.lines = { { answer.icon,
            words.say(answer.title,
                { { "time", clock_face(at.since_midnight) }, { "date", long_date(at.date, words) } }),
            explained(came, words.say(answer.text)) } };
        if (came.visit) {
            step.large = came.visit->number.text();
            step.large_label = words.say(Text::VisitorTicketNumber);
            step.words.main = step_next(words.say(Text::VisitorCheckInShowTicket));
        } else {
            step.words.first = step_back(words.say(Text::VisitorBack));
            step.words.main = step_next(words.say(Text::VisitorCheckInTakeTicket));
        }
        return step;
    }

    // There is the appointment, and no number left for it.
    Step said_no_number(const Words& words) const
    {
        SayingStep step;
        step.words.heading = words.say(Text::VisitorSorryNoTicket);
        step.words.lines = { { ui::Icon::Person, words.say(Text::VisitorCutOffReception),
            words.say(Text::VisitorCutOffReceptionText) } };
        step.words.first = step_back(words.say(Text::VisitorBack));
        return step;
    }

    const Configuration& configuration_;
    std::function<RequestId()> make_request_;
    std::function<Language()> language_;
    mutable ui::TextDraft draft_;
    Stage stage_ = Stage::Typing;
    RequestId request_;
    std::optional<Text> problem_;
    std::optional<CheckedIn> answer_;
    std::optional<Refusal> refusal_;
    std::vector<Errand> errands_;
};

// A visitor of the picture's own room, or of none.
Visit some_visit(const JourneyContext& context)
{
    if (context.snapshot && !context.snapshot->waiting.empty())
        return context.snapshot->waiting.back().visit;
    Visit visit;
    visit.number = TicketNumber("B042");
    visit.service = context.configuration.office.services.front().code;
    return visit;
}

} // namespace

std::unique_ptr<Journey> make_check_in(const JourneyContext& context)
{
    return std::make_unique<CheckInJourney>(context);
}

std::vector<JourneyPlace> check_in_places(const Configuration&)
{
    std::vector<JourneyPlace> places;
    using Prepare = std::function<void(CheckInJourney&, const JourneyContext&)>;
    const auto add = [&](const std::string& name, const Prepare& prepare) {
        places.push_back(
            { "check-in." + name, JourneyKind::CheckIn, [prepare](const JourneyContext& context) {
                 auto journey = std::make_unique<CheckInJourney>(context);
                 prepare(*journey, context);
                 return journey;
             } });
    };
    const auto add_answer = [&](const std::string& name, Kind kind, bool joins) {
        add(name, [kind, joins](CheckInJourney& journey, const JourneyContext& context) {
            CheckedIn answer { .kind = kind, .appointment = {} };
            const Instant now = context.snapshot ? context.snapshot->now : Instant {};
            using TenMinutes = std::chrono::duration<std::int64_t, std::ratio<600>>;
            answer.appointment.at = std::chrono::floor<TenMinutes>(now) + TenMinutes { 4 };
            if (kind == Kind::AnotherDay)
                answer.appointment.at += std::chrono::days { 2 };
            if (kind == Kind::DayPassed)
                answer.appointment.at -= std::chrono::days { 1 };
            if (joins)
                answer.visit = some_visit(context);
            journey.answered(answer);
        });
    };
    add("reference", [](CheckInJourney& journey, const JourneyContext&) { fill(journey.draft(), U"K7M-4"); });
    add("unknown", [](CheckInJourney& journey, const JourneyContext&) {
        fill(journey.draft(), U"K7M-4PX");
        journey.answered(Refusal { .kind = Refusal::Kind::UnknownAppointment });
    });
    add_answer("early", Kind::Early, true);
    add_answer("late", Kind::Late, true);
    add_answer("too-late", Kind::TooLate, true);
    add_answer("already", Kind::AlreadyArrived, true);
    add_answer("another-day", Kind::AnotherDay, false);
    add_answer("day-passed", Kind::DayPassed, false);
    add_answer("cancelled", Kind::Cancelled, false);
    add("looking", [](CheckInJourney& journey, const JourneyContext&) {
        fill(journey.draft(), U"K7M-4PX");
        journey.next();
    });
    add("failed", [](CheckInJourney& journey, const JourneyContext&) { journey.failed(); });
    return places;
}

} // namespace nextplease::visitor
