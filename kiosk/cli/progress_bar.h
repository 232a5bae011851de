// How far a long piece of work is, on one line of a terminal. Nothing is written where standard error is a
// file or a pipe.
#pragma once

#include <string>

namespace nextplease::cli {

class ProgressBar {
public:
    // `what` is a word or two, such as "Planning".
    explicit ProgressBar(std::string what);
    ~ProgressBar(); // the line is gone
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    // `done` from 0 to 1. Writes only when there is something to see.
    void show(double done);

    // The line without the terminal's own signs, such as "Planning [#####     ]  50 %".
    static std::string line(const std::string& what, int percent);

private:
    std::string what_;
    bool on_terminal_;
    int shown_ = -1; // per cent
};

} // namespace nextplease::cli
