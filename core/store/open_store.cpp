#include "core/base/error.h"
#include "core/store/forgetting.h"
#include "core/store/sql_keeper.h"
#include "core/store/sql_reading_log.h"
#include "core/store/sql_store.h"
#include "core/store/sqlite_change_signal.h"
#include "core/store/sqlite_connection.h"
#include "core/store/turns.h"

#include <fmt/format.h>

namespace nextplease {
namespace {

bool is_scheme(std::string_view text)
{
    return text.size() > 1 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

// The path in "sqlite:PATH" or "PATH". Throws InputError for everything that is neither.
std::filesystem::path sqlite_path(const std::string& url)
{
    const std::size_t colon = url.find(':');
    const std::string scheme = colon == std::string::npos ? "" : url.substr(0, colon);
    if (scheme == "postgresql" || scheme == "postgres")
        throw InputError(
            fmt::format("the store \"{}\" needs a PostgreSQL driver, which this program has not: "
                        "write \"sqlite:PATH\"",
                url));
    if (scheme != "sqlite" && is_scheme(scheme))
        throw InputError(
            fmt::format("the store \"{}\" begins with \"{}:\", which no driver reads: write \"sqlite:PATH\"",
                url, scheme));
    const std::string path = scheme == "sqlite" ? url.substr(colon + 1) : url;
    if (path.empty() || path.ends_with('/'))
        throw InputError(fmt::format("the store \"{}\" names no file: write \"sqlite:PATH\"", url));
    return std::filesystem::absolute(path).lexically_normal();
}

} // namespace

std::unique_ptr<Store> open_store(const std::string& url, Opening opening)
{
    return std::make_unique<SqlStore>(open_sqlite(sqlite_path(url), opening), opening);
}

std::unique_ptr<Keeper> open_keeper(const std::string& url, Keeping keeping)
{
    const Opening opening = keeping == Keeping::ForgetToo ? Opening::Existing : Opening::ReadOnly;
    return std::make_unique<SqlKeeper>(open_sqlite(sqlite_path(url), opening));
}

std::unique_ptr<ReadingLog> open_reading_log(const std::string& url)
{
    return std::make_unique<SqlReadingLog>(open_sqlite(sqlite_path(url), Opening::Existing));
}

std::unique_ptr<ChangeSignal> change_signal(const std::string& url)
{
    return watch_tick_file(tick_file_of(sqlite_path(url)));
}

} // namespace nextplease
