// What a database driver gives: a connection with prepared statements and transactions. One file pair per
// database (sqlite_connection.*); sql_store.cpp is written once over this.
//
// Placeholders are $1..$n in any order. Integers are 64 bit; texts UTF-8; a nullopt is NULL.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nextplease {

// A prepared statement. Reset by its next use. Valid as long as its connection; one thread.
class Statement {
public:
    virtual ~Statement() = default;

    virtual void bind(int place, std::int64_t value) = 0;
    virtual void bind(int place, std::string_view value) = 0; // copied
    virtual void bind_null(int place) = 0;
    void bind(int place, const char*) = delete; // would be taken for a bool by some overload sets

    // Moves to the next row; false after the last, and the statement is then reset.
    virtual bool step() = 0;
    // Runs to the end and resets.
    virtual void run() = 0;
    // Gives up the rows that are left.
    virtual void reset() = 0;

    // Of the current row, columns from 0. A text is valid until the next step.
    virtual bool is_null(int column) = 0;
    virtual std::int64_t integer(int column) = 0;
    virtual std::string_view text(int column) = 0;
};

class Connection {
public:
    virtual ~Connection() = default;

    // The statement for that text, prepared once and kept.
    virtual Statement& prepared(std::string_view sql) = 0;
    // Several statements without results, as migrations are.
    virtual void execute(const std::string& sql) = 0;

    enum class Mode { Read, Write };
    virtual void begin(Mode mode) = 0;
    virtual void commit() = 0;
    virtual void roll_back() noexcept = 0; // also when nothing is open

    // Row id of the last insert.
    virtual std::int64_t last_id() = 0;
    // See Store::revision.
    virtual std::int64_t revision() = 0;
    // Tells other processes that something was committed; never throws, for the 1 Hz fallback finds it too.
    virtual void signal() noexcept = 0;

    virtual void backup(const std::string& path) = 0;
    virtual std::string name() const = 0;
};

} // namespace nextplease
