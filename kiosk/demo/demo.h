// A whole reception on one screen: the three faces as processes of this program, on a store of its own, with
// simulated visitors and receptionists.
#pragma once

#include "core/base/time.h"
#include "core/reception/configuration.h"

#include <filesystem>
#include <optional>
#include <string>

namespace nextplease {

struct DemoOptions {
    double speed = 10; // how many times as fast as life; more than 0, at most 1000
    std::optional<Seconds> run_for; // of real time; none: until stopped, or the reception's day ends
    std::string store; // URL; empty: a store in a temporary folder, gone afterwards
    // Not empty: one visit is played by script with real input, for a machine without a person or a screen,
    // and pictures of every step are saved here. Needs an X display (Xvfb will do), xdotool and ImageMagick.
    std::filesystem::path scripted;
};

// Runs it, telling on standard output what happens, until Ctrl+C or as the options say. Returns the exit
// status: 0, or 3 if the faces could not run or a step of the script failed. `configuration` was read from a
// file: the faces read it again. Throws InputError for options that cannot be, Failure if the store cannot be
// made.
int run_demo(const DemoOptions& options, const Configuration& configuration);

} // namespace nextplease
