// The life of a case: what may be done to it, one function for all steps. Pure: it is told the time, and
// whoever calls it stores the change and its event in one unit of work.
//
//   Logged --acknowledge--> Acknowledged --respond--> Responded --close--> Closed
//     |  put right, withdraw, refuse, route (from each before it is answered) ---->
//     escalate (from each of the first stage, closed too) --> Logged in the second stage, with clocks of its
//     own; not what goes by a procedure of the law
//     ask the Ombudsman (from each): what is answered or closed --> WithOmbudsman --decide--> Closed; else
//     our steps and clocks go on, and what ends our part --> WithOmbudsman. Not investigated: it goes back to
//     where it was
//     add an action, finish one (from each): a closed case with an action left is open until it is done
//
// Sources: C-complaint-ack, C-complaint-full, C-escalated, M-complaint, and the Ombudsman's code of 2024
// ("LGO code"), clauses 2.4, 6.2 to 6.8.
#pragma once

#include "core/domain/case.h"
#include "core/domain/working_days.h"

#include <variant>

namespace nextplease {

// One stage's limits, in the days of CaseRules::count.
struct StageRules {
    int acknowledge = 5;
    int respond = 10;
    std::optional<int> extension; // at most so many days past the first date; none: as many as are needed
    std::optional<int> extensions; // at most so many times; none: any
    friend bool operator==(const StageRules&, const StageRules&) = default;
};

struct CaseRules {
    StageRules first, second;
    enum class Count { WorkingDays, CalendarDays };
    Count count = Count::WorkingDays;
    enum class RespondFrom { Receipt, Acknowledgement };
    RespondFrom respond_from = RespondFrom::Receipt; // where the clock of the answer starts
    int longest_weeks =
        52; // from the day on which a stage begins: no extension goes past it (M-complaint: 12)
    friend bool operator==(const CaseRules&, const CaseRules&) = default;
};

// The steps.
namespace case_step {
struct Acknowledge {
    std::string handler; // who deals with it: the person is told (C)
    CaseUnderstanding understood {}; // what is empty stays as it was
};
struct PutRight {
    std::string what;
    std::vector<Remedy> remedies {};
};
struct Pass {
    std::string to;
};
struct Extend {
    std::string reason; // that the person is told
    LocalDate until;
};
struct Respond {
    CaseOutcome outcome = CaseOutcome::None; // Upheld, PartlyUpheld or NotUpheld
    std::string words {}; // in short, what was found; may be empty
    std::vector<Remedy> remedies {};
    std::vector<CaseAction> actions {}; // that are still to be done (LGO code 6.6)
};
struct Escalate {
    std::string reason;
    std::string handler; // other than who had the first stage; empty: as kiosk.conf has it
};
struct AskOmbudsman {
    std::string reason {};
};
struct Decide {
    std::optional<bool> upheld; // none: the Ombudsman did not investigate, and sent it back to us
    std::string words {};
};
struct Withdraw {
    std::string reason;
};
struct Refuse {
    std::string reason; // that the person is told, with the way to the Ombudsman (LGO code 2.4)
    RefusalGround ground = RefusalGround::Other;
};
struct Reclassify {
    CaseKind kind = CaseKind::ServiceRequest;
    std::string reason;
    std::string handler {}; // of what becomes a complaint, where nobody has it
};
// Its service or category was wrong; each is left as it is where it is nullopt.
struct Correct {
    std::optional<ServiceCode> service {};
    std::optional<CategoryCode> category {};
    std::string handler {}; // who deals with it by that; empty: as before
};
struct Route {
    std::string procedure; // a code of kiosk.conf, known to be one
    std::string to; // the office that runs it
};
struct Close {
    std::string words {};
};
// Each is left as it is where it is nullopt.
struct Change {
    std::optional<std::vector<ServiceCode>> also {};
    std::optional<std::string> partners {}, documents {};
    std::optional<std::string> summary {}, wanted {}, not_ours {}, adjustments {};
    std::optional<std::vector<Remedy>> remedies {};
};
struct AddAction {
    std::string what;
    LocalDate due;
};
struct FinishAction {
    int number = 1; // of the case's actions, from 1
};
} // namespace case_step
using CaseStep = std::variant<case_step::Acknowledge, case_step::PutRight, case_step::Pass, case_step::Extend,
    case_step::Respond, case_step::Escalate, case_step::AskOmbudsman, case_step::Decide, case_step::Withdraw,
    case_step::Refuse, case_step::Reclassify, case_step::Route, case_step::Close, case_step::Change,
    case_step::AddAction, case_step::FinishAction, case_step::Correct>;

// Why a step may not be done now.
struct CaseObstacle {
    enum class Kind {
        UnknownCase,
        ClosedAlready,
        DoneAlready, // acknowledged, answered, in the second stage or with the Ombudsman already
        AcknowledgeFirst,
        RespondFirst,
        OmbudsmanHasIt, // decide it first
        NotWithOmbudsman,
        NotAComplaint,
        SameKind,
        ReasonMissing,
        HandlerMissing,
        NobodyAbove, // who could look at it again: nobody is named
        GoesElsewhere, // by a procedure of the law, which has no second stage of ours
        SameHandler, // somebody other than `handler`, who had the first stage, has the second one
        AboutHandler, // it is about `handler`, and is never given to them
        OutcomeMissing,
        DateNotLater, // than `date`
        DateTooLate, // later than `date`
        ExtendedAlready, // as often as may be
        UnknownProcedure,
        UnknownService,
        UnknownCategory,
        ActionMissing, // what is to be done was not said
        UnknownAction,
        ActionsLeft, // it cannot be closed before they are done
        TimeTooEarly, // before the latest step, on `date`
        TimeToCome,
        // Of letters: what they tell of did not happen.
        NotExtended,
        NotRefused,
        NotRouted,
        NotDecided,
        NotARequest,
    };
    Kind kind = Kind::UnknownCase;
    std::optional<LocalDate> date {};
    std::string handler {};
    friend bool operator==(const CaseObstacle&, const CaseObstacle&) = default;
};

// The moment of a step, and the days that are counted from.
struct CaseMoment {
    Instant at;
    LocalDate date; // of `at`, at the reception
    LocalDate receipt; // the day as which something received now counts
    LocalDate began; // the day as which the stage under way counts as begun
    std::string actor;
    std::string about {}; // an officer whom the case is about, and to whom it is never given; may be empty
    std::optional<LocalDate> acknowledged {}; // the day on which the stage under way was
    std::optional<LocalDate> came {}; // the day on which that stage began, at whatever hour; none: `began`
};

struct CaseChange {
    Case record;
    CaseEvent event; // its request is left empty
};
using CaseStepResult = std::variant<CaseChange, CaseObstacle>;

CaseStepResult take_step(const Case& record, const CaseStep& step, const CaseRules& rules,
    const WorkingDays& calendar, const CaseMoment& moment);

// The clocks of a stage that begins at `began`, which counts as received on `receipt`.
StageClocks stage_clocks(const StageRules& stage, const CaseRules& rules, const WorkingDays& calendar,
    Instant began, LocalDate receipt);

// The day that is so many days after `from`, as the rules count days.
LocalDate due_day(const WorkingDays& calendar, const CaseRules& rules, LocalDate from, int days);
// Those of the stage under way.
const StageRules& stage_rules(const Case& record, const CaseRules& rules);

// The latest day to which an answer may be put off now. Its weeks run from `came`, as in CaseMoment.
LocalDate longest_extension(
    const Case& record, const CaseRules& rules, const WorkingDays& calendar, LocalDate came);
// The latest day by which an action may be promised on that day: further off it is no promise.
LocalDate longest_action(LocalDate today);

// The rules' days are told by `calendar` anew, for the calendar changed: what is owed and not yet done may
// become due later, never earlier. nullopt: nothing is. `receipt` of the stage under way.
std::optional<CaseChange> recount(const Case& record, const CaseRules& rules, const WorkingDays& calendar,
    LocalDate receipt, const CaseMoment& moment);

// Which steps may be taken now, the likely one first, by the name of their command: "acknowledge", "respond".
std::vector<std::string_view> next_steps(const Case& record);

} // namespace nextplease
