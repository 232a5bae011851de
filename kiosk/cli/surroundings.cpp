#include "kiosk/cli/surroundings.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "kiosk/demo/demo_clock.h"

#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace nextplease::cli {
namespace {

constexpr std::string_view kSqlite = "sqlite:";

std::filesystem::path user_store()
{
    // https://specifications.freedesktop.org/basedir-spec: a relative $XDG_DATA_HOME is to be ignored.
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data && *data == '/')
        return std::filesystem::path(data) / "nextplease" / "store.db";
    const char* home = std::getenv("HOME");
    if (home && *home == '/')
        return std::filesystem::path(home) / ".local" / "share" / "nextplease" / "store.db";
    throw InputError(
        "there is no user's data folder to keep a store in: write where it is with --store PATH");
}

bool is_file(const std::string& url)
{
    return url.starts_with(kSqlite) || url.find(':') == std::string::npos;
}

std::filesystem::path path_of(const std::string& url)
{
    return url.starts_with(kSqlite) ? url.substr(kSqlite.size()) : url;
}

// With the whole path, so that what is said of it holds anywhere.
std::string chosen_store(const std::string& given, const Configuration& configuration)
{
    const std::string url = !given.empty() ? given : configuration.store;
    if (url.empty())
        return std::string(kSqlite) + user_store().string();
    const bool whole = !is_file(url) || path_of(url).empty();
    return whole ? url
                 : std::string(kSqlite) + std::filesystem::absolute(path_of(url)).lexically_normal().string();
}

std::unique_ptr<Clock> clock_of(const std::string& option)
{
    if (option.empty())
        return std::make_unique<SystemClock>();
    return parse_clock(option);
}

} // namespace

Surroundings::Surroundings(const CommonArguments& common)
    : given_store_(common.store)
    , configuration_(read_configuration(find_configuration(common.config)))
    , store_url_(chosen_store(common.store, configuration_))
    , clock_(clock_of(common.clock))
    , words_(nextplease::words(Language("en")))
{
}

std::filesystem::path Surroundings::store_path() const
{
    return path_of(store_url_);
}

bool Surroundings::store_exists() const
{
    std::error_code ignored;
    return std::filesystem::exists(store_path(), ignored);
}

std::unique_ptr<Store> Surroundings::open(Opening opening) const
{
    const bool file = is_file(store_url_);
    if (file && opening == Opening::Create && store_path().has_parent_path()) {
        std::error_code ignored; // opening the store says what is wrong
        std::filesystem::create_directories(store_path().parent_path(), ignored);
    } else if (file && opening != Opening::Create && !store_exists()) {
        throw InputError(
            fmt::format("there is no store yet at {}: take a ticket or import a log first, or write where "
                        "it is with --store",
                store_path().string()));
    }
    return open_store(store_url_, opening);
}

std::unique_ptr<Store> Surroundings::open_for_reading() const
{
    const bool closed = store_exists() && access(store_path().c_str(), W_OK) != 0;
    return open(closed ? Opening::ReadOnly : Opening::Existing);
}

void Surroundings::log_what_is_used() const
{
    log::set_level(log::Level::Info);
    log::info(fmt::format("configuration {}, store {}", configuration_.source, store_url_));
}

} // namespace nextplease::cli
