// What a database driver gives: a connection with prepared statements and transactions. One file pair per
// database (sqlite_connection.*); the store itself (sql_store.*) is written once over this.
//
// Placeholders are $1..$n in any order. Integers are 64 bit; texts UTF-8. A connection and its statements
// belong to one thread. Whatever fails throws Failure with a sentence that names the store and the remedy.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

// A prepared statement. Valid as long as its connection.
class Statement {
public:
    virtual ~Statement() = default;

    virtual void bind(int place, std::int64_t value) = 0;
    virtual void bind(
        int place, std::string_view value) = 0; // not copied: it must stay until the statement is reset
    virtual void bind_null(int place) = 0;
    void bind(int place, const char*) = delete; // would be taken for a bool by some overload sets

    // Moves to the next row; false after the last, and the statement is then reset.
    virtual bool step() = 0;
    // Runs to the end and resets. Returns how many rows it inserted, changed or removed.
    virtual std::int64_t run() = 0;
    // Gives up the rows that are left.
    virtual void reset() noexcept = 0;

    // Of the current row, columns from 0. A text is valid until the next step.
    virtual bool is_null(int column) = 0;
    virtual std::int64_t integer(int column) = 0;
    virtual std::optional<std::int64_t> maybe_integer(int column) = 0;
    virtual std::string_view text(int column) = 0; // empty where NULL

    // Of every row, once there is one.
    virtual int columns() = 0;
    virtual std::string_view column_name(int column) = 0;
    virtual bool is_text(int column) = 0; // of the current row
};

// Where the databases need different words in the SQL that is otherwise written once.
struct Dialect {
    std::string_view chosen_key; // type of a key column whose values we choose
    std::string_view growing_key; // the same where the database gives the next higher value
    std::string_view rows_in_key_order; // ends a CREATE TABLE whose rows lie in the order of their key
    std::string_view keep_events; // statements after which no event can be removed, or changed otherwise than
                                  // by taking words and names out of it
    std::string_view count_tables; // a query: how many tables there are, and how many of them are named meta
};

class Connection {
public:
    virtual ~Connection() = default;

    virtual const Dialect& dialect() const = 0;

    // The statement for that text: prepared once and kept, found again by where the text lies, which must
    // therefore be a constant. It comes reset, so one text is not in use twice at once.
    virtual Statement& prepared(std::string_view sql) = 0;
    // Several statements without results, as migrations are.
    virtual void execute(const std::string& sql) = 0;

    // Read: one consistent state, and no writer waits. Write: nobody else writes until the end of it.
    enum class Mode { Read, Write };
    virtual void begin(Mode mode) = 0;
    // When this returns, what was written is on the disk, and if it was anything other processes are told.
    // They notice within a second even where telling them fails.
    virtual void commit() = 0;
    virtual void roll_back() noexcept = 0; // also when nothing is open

    // The key that a growing_key column got in the last insert.
    virtual std::int64_t last_key() = 0;
    // See Store::revision.
    virtual std::int64_t revision() = 0;
    // Inside a unit: a number that is different if anybody but this connection has committed a change since
    // an earlier unit of this connection. nullopt if the database cannot tell.
    virtual std::optional<std::int64_t> foreign_changes() = 0;

    virtual void backup(const std::string& path) = 0;
    virtual bool empty_log() = 0; // see Keeper::empty_log
    virtual std::string name() const = 0;
};

} // namespace nextplease
