// The yardstick: one durable insert of one small row, in a database that has nothing else to do.
#pragma once

#include <filesystem>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace nextplease::bench {

// WAL and synchronous=FULL as the store has them, all else as SQLite comes.
class BareInsert {
public:
    explicit BareInsert(const std::filesystem::path& file);

    void insert();

private:
    struct Close {
        void operator()(sqlite3* database) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
    std::unique_ptr<sqlite3_stmt, Close> statement_;
};

} // namespace nextplease::bench
