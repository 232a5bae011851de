#include "tests/bench/bare_insert.h"

#include <sqlite3.h>
#include <stdexcept>

namespace nextplease::bench {
namespace {

void check(bool good)
{
    if (!good)
        throw std::runtime_error("the bare database does not work");
}

} // namespace

void BareInsert::Close::operator()(sqlite3* database) const
{
    sqlite3_close(database);
}
void BareInsert::Close::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

BareInsert::BareInsert(const std::filesystem::path& file)
{
    sqlite3* database = nullptr;
    check(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    database_.reset(database);
    const char* schema = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                         "CREATE TABLE bare (id INTEGER PRIMARY KEY, number TEXT, service TEXT, at BIGINT)";
    check(sqlite3_exec(database, schema, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database,
              "INSERT INTO bare (number, service, at) VALUES ('B042', 'council-tax', 1791885600)", -1,
              &statement, nullptr)
        == SQLITE_OK);
    statement_.reset(statement);
}

void BareInsert::insert()
{
    check(sqlite3_step(statement_.get()) == SQLITE_DONE);
    sqlite3_reset(statement_.get());
}

} // namespace nextplease::bench
