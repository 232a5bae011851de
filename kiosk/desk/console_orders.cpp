// What the console asks of the reception, and what it makes of the answers.
#include "kiosk/desk/console.h"

#include "core/base/log.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

namespace nextplease::desk {

std::optional<Verb> Console::verb_of(Deed deed)
{
    switch (deed) {
    case Deed::CallNext:
        return Verb::CallNext;
    case Deed::Recall:
        return Verb::Recall;
    case Deed::Start:
        return Verb::Start;
    case Deed::Finish:
        return Verb::Finish;
    case Deed::Transfer:
        return Verb::Transfer;
    case Deed::Hold:
        return Verb::Hold;
    case Deed::NoShow:
        return Verb::NoShow;
    case Deed::Undo:
        return Verb::Undo;
    case Deed::Call:
    case Deed::PutBack:
    case Deed::SetDesk:
        break;
    }
    return std::nullopt;
}

void Console::order(Deed deed, Work work)
{
    under_way_ = UnderWay { .deed = deed, .answer = {}, .desk = {} };
    message_.reset();
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, deed, work = std::move(work), request = new_request()](Reception& reception) {
            const Reply reply = work(reception, request);
            return [this, alive, deed, reply] {
                if (alive.lock())
                    answered(deed, reply);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

void Console::order_desk(DeskState state)
{
    under_way_ = UnderWay { .deed = Deed::SetDesk, .answer = {}, .desk = {} };
    message_.reset();
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, state, desk = desk_.code, by = actor().name](Reception& reception) {
            const DeskReply reply = reception.set_desk(desk, state, by);
            return [this, alive, reply] {
                if (alive.lock())
                    desk_answered(reply);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

void Console::answered(Deed deed, const Reply& reply)
{
    under_way_.reset();
    if (const auto* refusal = std::get_if<Refusal>(&reply)) {
        std::string words = sentence(*refusal, words_, configuration_, snapshot_->local);
        const Situation situation = situation_of(*snapshot_, desk_, configuration_);
        if (refusal->kind == Refusal::Kind::AlreadyCalled && situation.next
            && situation.next->visit.number != refusal->number)
            words += " "
                + words_.say(Text::DeskSaidNextForYou, { { "number", situation.next->visit.number.text() } });
        say(MessageView::Kind::Refused, words);
        return;
    }
    const Visit& visit = std::get<Done>(reply).visit;
    under_way_ = UnderWay { .deed = deed, .answer = visit, .desk = {}, .answered = now_ };
    if (deed == Deed::Transfer || deed == Deed::Hold)
        close_panel();
    if (deed == Deed::Call || deed == Deed::PutBack)
        list_.selected.reset();
    if (seen_in_room(*under_way_))
        under_way_.reset();
    if (const std::string words = said(deed, visit); !words.empty())
        say(MessageView::Kind::Done, words);
    else
        prepare();
}

void Console::desk_answered(const DeskReply& reply)
{
    under_way_.reset();
    if (const auto* refusal = std::get_if<Refusal>(&reply)) {
        say(MessageView::Kind::Refused, sentence(*refusal, words_, configuration_, snapshot_->local));
        return;
    }
    under_way_ = UnderWay {
        .deed = Deed::SetDesk, .answer = {}, .desk = std::get<DeskDone>(reply).desk.state, .answered = now_
    };
    if (seen_in_room(*under_way_))
        under_way_.reset();
    prepare();
}

void Console::failed(const std::string& sentence)
{
    log::error(sentence);
    under_way_.reset();
    say(MessageView::Kind::Refused, words_.say(Text::DeskSaidFailed));
}

bool Console::seen_in_room(const UnderWay& under_way) const
{
    const DeskNow* desk = snapshot_->desk(desk_.code);
    if (under_way.desk)
        return desk && desk->state == *under_way.desk;
    if (!under_way.answer)
        return false;
    const Visit& answer = *under_way.answer;
    const VisitNow* here = current();
    if (answer.desk == desk_.code && is_open(answer.state))
        return here && here->visit == answer;
    if (here && here->visit.id == answer.id)
        return false;
    const VisitNow* shown = listed(*snapshot_, answer.id);
    return !is_open(answer.state) || (shown && shown->visit.state == answer.state);
}

std::string Console::said(Deed deed, const Visit& visit) const
{
    const std::string number = visit.number.text();
    const auto about = [&](Text text) { return words_.say(text, { { "number", number } }); };
    switch (deed) {
    case Deed::CallNext:
    case Deed::Call:
        return words_.say(Text::DeskSaidCalled,
            { { "number", number },
                { "seconds", static_cast<long>(configuration_.office.rules.undo_within.count()) } });
    case Deed::Recall:
        return about(Text::DeskSaidRecalled);
    case Deed::Finish:
        return about(Text::DeskSaidFinished);
    case Deed::Transfer:
        return words_.say(Text::DeskSaidTransferred,
            { { "number", number }, { "service", name_of(visit.service, words_, configuration_) } });
    case Deed::Hold:
        return about(Text::DeskSaidHeld);
    case Deed::NoShow:
        return words_.say(Text::DeskSaidNoShow,
            { { "number", number },
                { "time",
                    wall_clock(
                        visit.ended.value_or(snapshot_->now) + configuration_.office.rules.no_show_grace,
                        configuration_) } });
    case Deed::Undo:
        return about(Text::DeskSaidUndone);
    case Deed::PutBack:
        return about(Text::DeskSaidBack);
    case Deed::Start:
    case Deed::SetDesk:
        break;
    }
    return {};
}

void Console::say(MessageView::Kind kind, std::string words)
{
    message_ = MessageView { kind, std::move(words) };
    message_since_ = now_;
    if (snapshot_)
        prepare();
}

void Console::refuse(May may)
{
    say(MessageView::Kind::Refused, reason(may, scene()));
}

} // namespace nextplease::desk
