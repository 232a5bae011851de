// What every command works with: the configuration, the store's address, the clock and the words.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"
#include "kiosk/cli/arguments.h"

#include <filesystem>
#include <memory>
#include <string>

namespace nextplease::cli {

class Surroundings {
public:
    // Reads the configuration. Throws InputError or Failure as that does.
    explicit Surroundings(const CommonArguments& common);

    const Configuration& configuration() const { return configuration_; }
    const Clock& clock() const { return *clock_; }
    // The command line speaks English: what it says goes into scripts and logs.
    const Words& words() const { return words_; }

    // As --store said; empty where it was not given.
    const std::string& given_store() const { return given_store_; }
    const std::string& store_url() const { return store_url_; }
    // Where the store is on the disk.
    std::filesystem::path store_path() const;
    bool store_exists() const;

    // As open_store; a folder that is missing is made for Create, and where there is no store for Existing an
    // InputError says how to get one.
    std::unique_ptr<Store> open(Opening opening) const;
    // For reports: Existing; ReadOnly where nothing may be written there, as on a copy on a read-only disk.
    std::unique_ptr<Store> open_for_reading() const;

    // One line on standard error for faces: which configuration and which store.
    void log_what_is_used() const;

private:
    std::string given_store_;
    Configuration configuration_;
    std::string store_url_;
    std::unique_ptr<Clock> clock_;
    const Words& words_;
};

} // namespace nextplease::cli
