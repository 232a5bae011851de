// Who sits at the console: signing in, locking and leaving.
#include "kiosk/desk/console.h"

#include "core/reception/staff.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

constexpr std::size_t kLongestPin = 12;

} // namespace

bool Console::asks_sign_in() const
{
    return snapshot_ && !snapshot_->staff.empty() && (staff_.empty() || locked_);
}

// The room tells who sits here. Whoever sits down elsewhere, or was removed, does not sit here any more.
void Console::look_after_session()
{
    if (staff_.empty())
        return;
    const DeskNow* desk = snapshot_->desk(desk_.code);
    const bool here = desk && desk->staff == staff_;
    if (here)
        seated_ = true;
    else if (seated_ && !snapshot_->cut_off)
        leave_seat();
}

void Console::leave_seat()
{
    staff_.clear();
    seated_ = false;
    locked_ = false;
    name_.clear();
    pin_ = Secret();
    close_panel();
}

void Console::idle_for(Seconds time)
{
    const Minutes lock = configuration_.desks.lock;
    if (staff_.empty() || locked_ || lock == Minutes { 0 } || time < lock)
        return;
    locked_ = true;
    name_ = staff_;
    pin_ = Secret();
    close_panel();
    prepare();
}

void Console::type_pin(char32_t letter)
{
    if (letter < U'0' || letter > U'9' || pin_.text().size() >= kLongestPin || pin_under_way_)
        return;
    pin_ = Secret(std::string(pin_.text()) + static_cast<char>(letter));
    prepare();
}

void Console::take_back_pin()
{
    std::string text(pin_.text());
    if (!text.empty())
        text.pop_back();
    pin_ = Secret(std::move(text));
    prepare();
}

void Console::send_pin()
{
    if (name_.empty())
        return say(MessageView::Kind::Refused, words_.say(Text::DeskSignInWho));
    if (pin_.text().empty() || pin_under_way_)
        return;
    pin_under_way_ = true;
    const std::weak_ptr<const int> alive = alive_;
    const bool unlocks = locked_ && name_ == staff_;
    commands_.submit(
        [this, alive, unlocks, desk = desk_.code, name = name_, pin = pin_](Reception& reception) {
            const SignInReply reply =
                unlocks ? check_pin(reception, name, pin) : sign_in(reception, desk, name, pin);
            std::string why_not;
            const auto* member = std::get_if<StaffMember>(&reply);
            if (const auto* refusal = std::get_if<SignInRefusal>(&reply))
                why_not = refusal->again ? words_.say(Text::DeskSignInLater,
                              { { "time", wall_clock(*refusal->again + Seconds { 59 }, configuration_) } })
                                         : words_.say(Text::DeskSignInWrong);
            return [this, alive, name = member ? member->name : name, right = member != nullptr, why_not] {
                if (alive.lock())
                    pin_answered(name, right, why_not);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock()) {
                pin_under_way_ = false;
                failed(sentence);
            }
        });
    pin_ = Secret();
}

void Console::pin_answered(const std::string& name, bool right, const std::string& why_not)
{
    pin_under_way_ = false;
    if (!right)
        return say(MessageView::Kind::Refused, why_not);
    if (staff_ != name)
        seated_ = false;
    staff_ = name;
    locked_ = false;
    name_.clear();
    message_.reset();
    prepare();
}

} // namespace nextplease::desk
