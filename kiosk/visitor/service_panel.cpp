#include "kiosk/visitor/service_panel.h"

#include "core/reception/service_pin.h"

#include <algorithm>

namespace nextplease::visitor {
namespace {

using namespace std::chrono_literals;

constexpr int kTaps = 5;
constexpr ui::Moment kTapsWithin { 4'000 };
constexpr ui::Moment kClosesAfter { 30'000 }; // without a touch
constexpr std::size_t kLongest = 12;
constexpr int kFreeTries = 3;
constexpr ui::Moment kFirstWait { 30'000 }; // doubled each time
constexpr ui::Moment kLongestWait { 600'000 };

} // namespace

ServicePanel::Check service_pin_check(const std::string& hash)
{
    if (hash.empty())
        return {};
    return [hash](const std::string& pin) {
        return std::async(std::launch::async, [pin, hash] { return service_pin_matches(pin, hash); });
    };
}

ServicePanel::Notice ServicePanel::notice() const
{
    if (checking_)
        return Notice::Checking;
    if (now_ < wait_until_)
        return Notice::Wait;
    return wrong_ ? Notice::Wrong : Notice::None;
}

int ServicePanel::seconds_to_wait() const
{
    return static_cast<int>(std::max<long>(0, std::chrono::ceil<Seconds>(wait_until_ - now_).count()));
}

void ServicePanel::corner_tapped()
{
    if (view_ != View::Hidden || !check_)
        return;
    if (taps_ == 0 || now_ - first_tap_ > kTapsWithin) {
        taps_ = 0;
        first_tap_ = now_;
    }
    if (++taps_ < kTaps)
        return;
    taps_ = 0;
    view_ = View::Pin;
    wrong_ = false;
    pin_.clear();
    opened_ = now_;
}

bool ServicePanel::tick(ui::Moment now, ui::Moment last_input)
{
    const int waited = seconds_to_wait();
    now_ = now;
    if (view_ == View::Hidden)
        return false;
    if (checking_ && checking_->wait_for(0s) == std::future_status::ready) {
        const bool right = checking_->get();
        checking_.reset();
        judge(right);
        return true;
    }
    if (!checking_ && now_ - std::max(opened_, last_input) >= kClosesAfter) {
        close();
        return true;
    }
    return seconds_to_wait() != waited;
}

void ServicePanel::judge(bool right)
{
    opened_ = now_;
    wrong_ = !right;
    if (right) {
        wrong_times_ = 0;
        view_ = View::Menu;
        return;
    }
    if (++wrong_times_ < kFreeTries)
        return;
    ui::Moment wait = kFirstWait;
    for (int i = kFreeTries; i < wrong_times_ && wait < kLongestWait; ++i)
        wait *= 2;
    wait_until_ = now_ + std::min(wait, kLongestWait);
}

void ServicePanel::digit(char digit)
{
    if (view_ != View::Pin || checking_ || now_ < wait_until_ || pin_.size() >= kLongest)
        return;
    wrong_ = false;
    pin_ += digit;
}

void ServicePanel::erase()
{
    if (!pin_.empty())
        pin_.pop_back();
}

void ServicePanel::enter()
{
    if (view_ != View::Pin || checking_ || now_ < wait_until_ || pin_.empty())
        return;
    checking_ = check_(pin_);
    std::fill(pin_.begin(), pin_.end(), '0');
    pin_.clear();
}

void ServicePanel::close()
{
    view_ = View::Hidden;
    std::fill(pin_.begin(), pin_.end(), '0');
    pin_.clear();
    taps_ = 0;
}

void ServicePanel::leave()
{
    if (view_ == View::Menu)
        ending_ = app::Face::Ending::Leave;
}

void ServicePanel::restart()
{
    if (view_ == View::Menu)
        ending_ = app::Face::Ending::Restart;
}

} // namespace nextplease::visitor
