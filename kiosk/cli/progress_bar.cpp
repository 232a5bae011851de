#include "kiosk/cli/progress_bar.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace nextplease::cli {
namespace {

constexpr const char* kClearLine = "\r\x1b[K";

} // namespace

ProgressBar::ProgressBar(std::string what)
    : what_(std::move(what))
    , on_terminal_(isatty(STDERR_FILENO) == 1)
{
}

ProgressBar::~ProgressBar()
{
    if (shown_ >= 0)
        std::fputs(kClearLine, stderr);
}

void ProgressBar::show(double done)
{
    const int percent = std::clamp(static_cast<int>(done * 100), 0, 100);
    if (!on_terminal_ || percent == shown_)
        return;
    shown_ = percent;
    std::fputs((kClearLine + line(what_, percent)).c_str(), stderr);
    std::fflush(stderr);
}

std::string ProgressBar::line(const std::string& what, int percent)
{
    constexpr int kWidth = 40;
    const int full = percent * kWidth / 100;
    return fmt::format("{} [{}{}] {:3} %", what, std::string(static_cast<std::size_t>(full), '#'),
        std::string(static_cast<std::size_t>(kWidth - full), ' '), percent);
}

} // namespace nextplease::cli
