// The way out of the kiosk for staff: five taps in the corner at the top, then a PIN, then a panel. A model
// without drawing or clock. UI thread.
//
//   Hidden --five taps--> Pin --right--> Menu --leave, restart--> ending()
//     ^                    |  wrong: asked again; from the third on, it waits longer each time
//     +----- close, or half a minute without a touch -----+
#pragma once

#include "kiosk/app/face.h"

#include <functional>
#include <future>
#include <optional>
#include <string>

namespace nextplease::visitor {

class ServicePanel {
public:
    enum class View { Hidden, Pin, Menu };
    enum class Notice { None, Checking, Wrong, Wait };

    // `check` says later whether a PIN is the right one. None: there is no way in.
    using Check = std::function<std::future<bool>(const std::string& pin)>;
    explicit ServicePanel(Check check)
        : check_(std::move(check))
    {
    }

    View view() const { return view_; }
    Notice notice() const;
    int digits() const { return static_cast<int>(pin_.size()); }
    int seconds_to_wait() const;
    app::Face::Ending ending() const { return ending_; }

    // True if something visible changed.
    bool tick(ui::Moment now, ui::Moment last_input);
    void corner_tapped();
    void digit(char digit);
    void erase();
    void enter();
    void close();
    void leave();
    void restart();

private:
    void judge(bool right);

    Check check_;
    View view_ = View::Hidden;
    std::string pin_;
    std::optional<std::future<bool>> checking_;
    bool wrong_ = false;
    int wrong_times_ = 0; // since the last right one, however long ago
    ui::Moment now_ { 0 }, wait_until_ { 0 }, opened_ { 0 };
    int taps_ = 0;
    ui::Moment first_tap_ { 0 };
    app::Face::Ending ending_ = app::Face::Ending::No;
};

// Of the hash in kiosk.conf, on a thread of its own: it takes a tenth of a second, on purpose. Empty: none.
ServicePanel::Check service_pin_check(const std::string& hash);

} // namespace nextplease::visitor
