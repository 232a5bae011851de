// What the screens say that only say something.
#include "core/reception/sentences.h"
#include "kiosk/visitor/wording.h"
#include "text_keys.h"

namespace nextplease::visitor {
namespace {

using Act = Intent::Kind;
using ui::Icon;

// Composes a message from texts.
class Composer {
public:
    Composer(const Flow& flow, const Configuration& configuration, const Words& words)
        : flow_(flow)
        , configuration_(configuration)
        , words_(words)
    {
    }

    MessageWords taking() const
    {
        MessageWords made { .heading = words_.say(Text::VisitorTakingHeading) };
        made.lines.push_back({ Icon::Clock, words_.say(Text::VisitorTakingText), {} });
        if (flow_.slow())
            made.lines.push_back({ Icon::Person, words_.say(Text::VisitorTakingSlow),
                words_.say(Text::VisitorTakingSlowText) });
        return made;
    }

    MessageWords cancelling() const
    {
        MessageWords made { .heading = words_.say(Text::VisitorTakingHeading) };
        made.lines.push_back({ Icon::Clock, words_.say(Text::VisitorCancelUnderWay), {} });
        if (flow_.slow())
            made.lines.push_back({ Icon::Person, words_.say(Text::VisitorTakingSlow),
                words_.say(Text::VisitorCancelSlowText) });
        return made;
    }

    MessageWords ask_cancel() const
    {
        MessageWords made { .heading = words_.say(Text::VisitorCancelQuestion) };
        made.lines.push_back({ Icon::Out, words_.say(Text::VisitorCancelLeaves, { { "number", number() } }),
            words_.say(Text::VisitorCancelText) });
        made.first = button("cancel.keep", Text::VisitorCancelKeep, Act::Back, Icon::Back);
        made.main = button("cancel.yes", Text::VisitorCancelYes, Act::Cancel);
        return made;
    }

    MessageWords cancelled() const
    {
        MessageWords made { .heading = words_.say(Text::VisitorCancelledHeading) };
        made.lines.push_back({ Icon::Tick, words_.say(Text::VisitorCancelledLeft, { { "number", number() } }),
            words_.say(Text::VisitorCancelledText) });
        made.main = button("cancelled.done", Text::VisitorTicketDone, Act::Done);
        return made;
    }

    MessageWords sorry() const
    {
        using Kind = Regret::Kind;
        const Regret regret = flow_.regret().value_or(Regret { .kind = Kind::NoTicket });
        MessageWords made;
        switch (regret.kind) {
        case Kind::ServiceClosed:
            made.heading = words_.say(regret.refusal && regret.refusal->kind != Refusal::Kind::ServiceClosed
                    ? Text::VisitorSorryNoTicket
                    : Text::VisitorSorryClosed);
            made.lines.push_back({ Icon::Closed, reason(regret), words_.say(Text::VisitorSorryClosedNext) });
            break;
        case Kind::NoTicket:
            made.heading = words_.say(Text::VisitorSorryNoTicket);
            made.lines.push_back({ Icon::Cross, reason(regret), words_.say(Text::VisitorSorryAsk) });
            break;
        case Kind::NotCancelled:
            made.heading = words_.say(Text::VisitorSorryNotCancelled);
            made.lines.push_back({ Icon::Call, reason(regret), {} });
            break;
        case Kind::CancelFailed:
            made.heading = words_.say(Text::VisitorSorryNotCancelled);
            made.lines.push_back({ Icon::Cross, words_.say(Text::VisitorSorryTellUs), {} });
            break;
        }
        made.lines.push_back(person());
        if (!flow_.ticket())
            add_contact(made);
        made.main = flow_.ticket() ? button("sorry.ticket", Text::VisitorSorryBackToTicket, Act::Back)
                                   : button("sorry.services", Text::VisitorSorryChooseAnother, Act::Back);
        return made;
    }

    MessageWords help() const
    {
        MessageWords made { .heading = words_.say(Text::VisitorHelpHeading) };
        made.lines = { person(),
            { Icon::Globe, words_.say(Text::VisitorBarLanguage), words_.say(Text::VisitorHelpLanguage) },
            { Icon::TextSize, words_.say(Text::VisitorBarTextSize), words_.say(Text::VisitorHelpTextSize) },
            { Icon::Contrast, words_.say(Text::VisitorBarContrast), words_.say(Text::VisitorHelpContrast) },
            { Icon::Lower, words_.say(Text::VisitorBarLower), words_.say(Text::VisitorHelpLower) },
            { Icon::Speak, words_.say(Text::VisitorBarSpoken), words_.say(Text::VisitorHelpSpoken) },
            { Icon::Hourglass, words_.say(Text::VisitorBarSlow), words_.say(Text::VisitorHelpSlow) },
            { Icon::Hold, words_.say(Text::VisitorHelpSteadyTitle), words_.say(Text::VisitorHelpSteady) } };
        made.first = button("help.back", Text::VisitorBack, Act::Back, Icon::Back);
        const bool steady = flow_.modes().steady;
        made.main = button("help.steady", steady ? Text::VisitorHelpSteadyOff : Text::VisitorHelpSteadyOn,
            Act::ToggleSteady, steady ? std::optional(Icon::Tick) : std::nullopt);
        return made;
    }

    MessageWords closed() const
    {
        MessageWords made { .heading = words_.say(Text::VisitorClosedHeading) };
        const LocalTime now = flow_.snapshot()->local;
        if (const auto opens = configuration_.hours.next_opening(now))
            made.lines.push_back({ Icon::Clock,
                words_.say(Text::VisitorClosedOpens, { { "opens", opening_words(*opens, now, words_) } }),
                words_.say(Text::VisitorClosedComeBack) });
        else
            made.lines.push_back({ Icon::Clock, words_.say(Text::VisitorClosedUnknown), {} });
        add_contact(made);
        if (flow_.offers_tell_us())
            made.main = button("closed.tell_us", Text::VisitorRowTellUs, Act::OpenTellUs, Icon::Bubble);
        return made;
    }

    MessageWords cut_off() const
    {
        MessageWords made { .heading = words_.say(Text::VisitorCutOffHeading) };
        std::string where =
            words_in(configuration_.visitor.help, words_.language(), configuration_.languages);
        made.lines.push_back({ Icon::Person, words_.say(Text::VisitorCutOffReception),
            words_.say(Text::VisitorCutOffReceptionText) + (where.empty() ? "" : "\n" + where) });
        made.lines.push_back({ Icon::Screen, words_.say(Text::VisitorCutOffRecovers),
            words_.say(Text::VisitorCutOffRecoversText) });
        add_contact(made);
        if (flow_.can_try_again())
            made.main = button("cutoff.again", Text::VisitorCutOffTryAgain, Act::TryAgain);
        return made;
    }

private:
    std::string number() const { return flow_.ticket() ? flow_.ticket()->number.text() : std::string {}; }

    ButtonWords button(std::string key, Text text, Act act, std::optional<Icon> icon = {}) const
    {
        return { .key = std::move(key), .label = words_.say(text), .icon = icon, .act = act };
    }

    MessageLine person() const
    {
        std::string where =
            words_in(configuration_.visitor.help, words_.language(), configuration_.languages);
        return { Icon::Person, words_.say(Text::VisitorHelpPerson),
            where.empty() ? words_.say(Text::VisitorHelpAnybody) : where };
    }

    // Where else there is help: by telephone, and in an emergency.
    void add_contact(MessageWords& made) const
    {
        const VisitorSettings& visitor = configuration_.visitor;
        if (!visitor.phone.empty())
            made.lines.push_back({ Icon::Phone, words_.say(Text::VisitorPhoneHeading), visitor.phone });
        const std::string emergency =
            words_in(visitor.emergency, words_.language(), configuration_.languages);
        if (!emergency.empty())
            made.lines.push_back({ Icon::Bell, words_.say(Text::VisitorEmergencyHeading), emergency });
    }

    // The sentences of core/reception/sentences.h tell staff what to do; where a visitor can do something
    // else, it is said here.
    std::string reason(const Regret& regret) const
    {
        if (!regret.refusal)
            return words_.say(Text::VisitorSorryGeneral);
        const Refusal& refusal = *regret.refusal;
        using Kind = Refusal::Kind;
        if (refusal.kind == Kind::ServiceClosed || refusal.kind == Kind::DayFull
            || refusal.kind == Kind::ClosingSoon)
            return sentence(refusal, words_, configuration_,
                flow_.snapshot() ? std::optional(flow_.snapshot()->local) : std::nullopt);
        if (refusal.kind == Kind::NumbersUsedUp)
            return words_.say(Text::VisitorSorryNumbersUsedUp,
                { { "service", name_of(refusal.service, words_, configuration_) } });
        if (refusal.kind == Kind::CalledAlreadyNoLeave && refusal.desk)
            return words_.say(
                Text::VisitorSorryCalled, { { "desk", name_of(*refusal.desk, words_, configuration_) } });
        if (refusal.kind == Kind::Ended)
            return words_.say(Text::VisitorSorryOver);
        return words_.say(Text::VisitorSorryGeneral);
    }

    const Flow& flow_;
    const Configuration& configuration_;
    const Words& words_;
};

} // namespace

MessageWords message_words(const Flow& flow, const Configuration& configuration, const Words& words)
{
    const Composer composer(flow, configuration, words);
    switch (flow.screen()) {
    case Screen::Taking:
        return composer.taking();
    case Screen::Cancelling:
        return composer.cancelling();
    case Screen::AskCancel:
        return composer.ask_cancel();
    case Screen::Cancelled:
        return composer.cancelled();
    case Screen::Sorry:
        return composer.sorry();
    case Screen::Help:
        return composer.help();
    case Screen::Closed:
        return composer.closed();
    case Screen::CutOff:
        return composer.cut_off();
    case Screen::Starting:
        return { .heading = words.say(Text::VisitorStarting) };
    case Screen::Languages:
    case Screen::Home:
    case Screen::Confirm:
    case Screen::TellUs:
    case Screen::Journey:
    case Screen::Ticket:
        return {};
    }
    return {};
}

} // namespace nextplease::visitor
