#include "core/store/sqlite_connection.h"

#include "core/base/error.h"
#include "core/store/sqlite_gathered_writes.h"
#include "core/store/store_file.h"
#include "core/store/turns.h"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <sqlite3.h>
#include <thread>
#include <unistd.h>
#include <unordered_map>
#include <vector>

namespace nextplease {
namespace {

namespace fs = std::filesystem;

constexpr int kPageBytes = 1024;
constexpr int kCacheKibibytes = 8192;
constexpr int kCheckpointPages = 2000;

constexpr Dialect kDialect {
    .chosen_key = "INTEGER PRIMARY KEY",
    .growing_key = "INTEGER PRIMARY KEY",
    .rows_in_key_order = "WITHOUT ROWID",
    .keep_events = R"(
        CREATE TRIGGER event_not_changed BEFORE UPDATE ON event
        WHEN NOT (
            NEW.id = OLD.id AND NEW.visit IS OLD.visit AND NEW.leg = OLD.leg AND NEW.kind = OLD.kind
            AND NEW.at = OLD.at AND NEW.service = OLD.service AND NEW.desk IS OLD.desk
            AND NEW.request IS OLD.request
            AND (NEW.actor = OLD.actor
                OR substr(OLD.actor, 1, 6) = 'staff:' AND NEW.actor = 'staff'
                    AND OLD.kind NOT IN ('signed_in', 'signed_out')
                OR substr(OLD.actor, 1, 6) = 'staff:' AND substr(NEW.actor, 1, 6) = 'staff:'
                    AND OLD.kind IN ('signed_in', 'signed_out')
                    AND length(NEW.actor) > 6 AND substr(NEW.actor, 7) NOT GLOB '*[^0-9]*')
            AND (NEW.detail = OLD.detail
                OR length(NEW.detail) < length(OLD.detail)
                    AND substr(OLD.detail, 1, length(NEW.detail)) = NEW.detail
                OR OLD.kind = 'needs_changed' AND length(NEW.detail) < length(OLD.detail)
                    AND substr(OLD.detail, 1, instr(NEW.detail, ' ') - 1)
                        = substr(NEW.detail, 1, instr(NEW.detail, ' ') - 1)
                    AND substr(OLD.detail, instr(NEW.detail, ' ') - 1 - length(NEW.detail))
                        = substr(NEW.detail, instr(NEW.detail, ' '))
                OR OLD.kind = 'transferred' AND substr(OLD.detail, 1, 6) = 'staff='
                    AND NEW.detail GLOB 'staff=[0-9]* note=*'
                    AND substr(NEW.detail, 7, instr(NEW.detail, ' note=') - 7) NOT GLOB '*[^0-9]*'
                    AND substr(NEW.detail, instr(NEW.detail, ' note='))
                        = substr(OLD.detail, instr(OLD.detail, ' note='))))
        BEGIN SELECT RAISE(ABORT, 'an event is never changed, only words and names are taken out of it'); END;
        CREATE TRIGGER event_not_removed BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;)",
    .count_tables =
        "SELECT COUNT(*), COALESCE(SUM(name = 'meta'), 0) FROM sqlite_master WHERE type = 'table'",
};

// What SQLite's answer means for a store, to follow its path in a sentence.
const char* remedy_for_sqlite(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "has been locked by another program for 5 seconds: "
               "close the program that holds it open for writing, then try again";
    case SQLITE_FULL:
        return remedy_for(ENOSPC);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return remedy_for(EACCES);
    case SQLITE_CANTOPEN:
        return "cannot be opened: "
               "see that the path is right and that this user may read and write the file and its folder";
    case SQLITE_NOTADB:
        return "is not a store but some other kind of file: name the right file with --store";
    case SQLITE_CORRUPT:
        return "is damaged: keep the file, and put back the latest backup";
    case SQLITE_CONSTRAINT:
        return "refused a record that breaks a rule of the store, and nothing was stored: "
               "this is a fault of the program, please report it";
    default:
        return "cannot be read or written: see that its disk works, then try again";
    }
}

Failure::Kind kind_of(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
        return Failure::Kind::Corrupt;
    default:
        return Failure::Kind::Unavailable;
    }
}

// `detail` is the library's own text, for whoever repairs it.
Failure failure_of(const fs::path& path, int code, int system_error, const std::string& detail)
{
    const char* remedy = remedy_for_sqlite(code);
    const int kind = code & 0xff;
    if (kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY) {
        if (const char* known = remedy_for(system_error))
            remedy = known;
        else if (const char* obstacle =
                     remedy_for(obstacle_at(path, kind == SQLITE_READONLY ? W_OK : R_OK | W_OK)))
            remedy = obstacle; // SQLite tries less when more is refused, and reports what became of that
    }
    return Failure(kind_of(code), fmt::format("the store {} {} ({})", path.string(), remedy, detail));
}

// What statements need of their connection.
class StatementOwner {
public:
    [[noreturn]] virtual void fail(int code, int system_error) const = 0;
    // The statement has given a row, and holds the transaction until it is reset.
    virtual void note_under_way(class SqliteStatement& statement) = 0;
    // If the store was locked, it is no longer waited for.
    virtual void note_unlocked() = 0;

protected:
    ~StatementOwner() = default;
};

class SqliteStatement : public Statement {
public:
    SqliteStatement(sqlite3* database, std::string_view sql, StatementOwner& owner)
        : owner_(owner)
    {
        const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
            SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
        if (code != SQLITE_OK)
            owner_.fail(code, errno);
        // SQLite counts parameters in order of appearance; $n is only a name to it.
        places_.assign(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement_)) + 1, 0);
        for (int index = 1; index < static_cast<int>(places_.size()); ++index)
            places_.at(std::stoul(sqlite3_bind_parameter_name(statement_, index) + 1)) = index;
    }
    ~SqliteStatement() override { sqlite3_finalize(statement_); }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    void bind(int place, std::int64_t value) override
    {
        check(sqlite3_bind_int64(statement_, index_of(place), value));
    }
    void bind(int place, std::string_view value) override
    {
        // An empty view may have no address, and SQLite takes that for NULL.
        check(sqlite3_bind_text(statement_, index_of(place), value.empty() ? "" : value.data(),
            static_cast<int>(value.size()), SQLITE_STATIC));
    }
    void bind_null(int place) override { check(sqlite3_bind_null(statement_, index_of(place))); }

    bool step() override
    {
        errno = 0;
        const int code = sqlite3_step(statement_);
        const int system_error = errno; // SQLite does not keep it where a commit fails
        owner_.note_unlocked();
        if (code == SQLITE_ROW) {
            if (!under_way_)
                owner_.note_under_way(*this);
            under_way_ = true;
            return true;
        }
        sqlite3_reset(statement_);
        under_way_ = false;
        if (code != SQLITE_DONE)
            owner_.fail(code, system_error);
        return false;
    }
    std::int64_t run() override
    {
        while (step()) { }
        return sqlite3_changes64(sqlite3_db_handle(statement_));
    }
    void reset() noexcept override
    {
        if (under_way_)
            sqlite3_reset(statement_);
        under_way_ = false;
    }

    // Asking for the value once spares SQLite its locks and checks; a connection has one thread.
    bool is_null(int column) override { return sqlite3_value_type(value(column)) == SQLITE_NULL; }
    std::int64_t integer(int column) override { return sqlite3_value_int64(value(column)); }
    std::optional<std::int64_t> maybe_integer(int column) override
    {
        sqlite3_value* const found = value(column);
        if (sqlite3_value_type(found) == SQLITE_NULL)
            return std::nullopt;
        return sqlite3_value_int64(found);
    }
    int columns() override { return sqlite3_column_count(statement_); }
    std::string_view column_name(int column) override { return sqlite3_column_name(statement_, column); }
    bool is_text(int column) override { return sqlite3_value_type(value(column)) == SQLITE_TEXT; }
    std::string_view text(int column) override
    {
        sqlite3_value* const found = value(column);
        const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(found));
        if (!text)
            return {};
        return { text, static_cast<std::size_t>(sqlite3_value_bytes(found)) };
    }

private:
    sqlite3_value* value(int column) const { return sqlite3_column_value(statement_, column); }
    int index_of(int place) const { return places_.at(static_cast<std::size_t>(place)); }
    void check(int code)
    {
        if (code != SQLITE_OK)
            owner_.fail(code, errno);
    }

    StatementOwner& owner_;
    sqlite3_stmt* statement_ = nullptr;
    bool under_way_ = false;
    std::vector<int> places_;
};

class SqliteConnection : public Connection, public StatementOwner {
public:
    SqliteConnection(fs::path path, Opening opening)
        : path_(std::move(path))
        , opening_(opening)
        , tick_(tick_file_of(path_))
    {
        open(opening == Opening::ReadOnly && lies_still() ? "?immutable=1" : "");
        try {
            configure();
        } catch (...) {
            close();
            throw;
        }
    }
    ~SqliteConnection() override { close(); }
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    const Dialect& dialect() const override { return kDialect; }

    Statement& prepared(std::string_view sql) override
    {
        std::unique_ptr<SqliteStatement>& kept = statements_[sql.data()];
        if (kept)
            kept->reset();
        else
            kept = std::make_unique<SqliteStatement>(database_, sql, *this);
        return *kept;
    }

    void execute(const std::string& sql) override
    {
        errno = 0;
        const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
        const int system_error = errno;
        turns_.stop_waiting();
        if (code != SQLITE_OK)
            fail(code, system_error);
    }

    void begin(Mode mode) override
    {
        if (mode == Mode::Write && opening_ == Opening::ReadOnly)
            throw Failure(Failure::Kind::Unavailable,
                fmt::format("the store {} was opened only to be read: nothing can be changed in it here",
                    path_.string()));
        changes_before_ = sqlite3_total_changes64(database_);
        if (mode == Mode::Write)
            turns_.before_writing();
        prepared(mode == Mode::Write ? "BEGIN IMMEDIATE" : "BEGIN").run();
    }

    void commit() override
    {
        reset_statements();
        const bool changed = sqlite3_total_changes64(database_) != changes_before_;
        try {
            prepared("COMMIT").run();
        } catch (const Failure& failure) {
            // Written, only not confirmed by the disk: after a power cut it may be there or not.
            if (sqlite3_extended_errcode(database_) == SQLITE_IOERR_FSYNC)
                throw Failure(Failure::Kind::InDoubt, failure.what());
            throw;
        }
        if (changed) {
            ++own_commits_;
            tick_.touch();
            turns_.after_writing();
        }
    }

    void roll_back() noexcept override
    {
        reset_statements();
        if (database_ && !sqlite3_get_autocommit(database_))
            sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
    }

    std::int64_t last_key() override { return sqlite3_last_insert_rowid(database_); }

    std::int64_t revision() override { return data_version() + own_commits_; }
    std::optional<std::int64_t> foreign_changes() override { return data_version(); }

    void backup(const std::string& path) override;
    bool empty_log() override;
    std::string name() const override { return "sqlite:" + path_.string(); }

private:
    // Grows when somebody else commits, and only then.
    std::int64_t data_version()
    {
        Statement& version = prepared("PRAGMA data_version");
        const std::int64_t others = version.step() ? version.integer(0) : 0;
        version.reset();
        return others;
    }

    [[noreturn]] void fail(int code, int system_error) const override
    {
        throw failure_of(path_, code, system_error, sqlite3_errmsg(database_));
    }

    void note_under_way(SqliteStatement& statement) override { under_way_.push_back(&statement); }
    void note_unlocked() override { turns_.stop_waiting(); }

    // A reader of a store in WAL mode makes files beside it, and cannot on a disk that is read-only. As
    // nobody else can write there either, the store may be read as it lies, unless commits wait in such a
    // file.
    bool lies_still() const
    {
        const fs::path log = path_.string() + "-wal";
        std::error_code ignored;
        return obstacle_at(path_, W_OK) == EROFS
            && (!fs::exists(log, ignored) || fs::file_size(log, ignored) == 0);
    }

    void open(const std::string& options)
    {
        // SQLite's count of its memory is read by nobody, and costs a lock for each piece.
        [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
        flags |= opening_ == Opening::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
        flags |= opening_ == Opening::Create ? SQLITE_OPEN_CREATE : 0;
        const int code = sqlite3_open_v2(uri(options).c_str(), &database_, flags, gathered_writes());
        if (code != SQLITE_OK) {
            const Failure failure = failure_of(path_, code, errno, sqlite3_errstr(code));
            close();
            throw failure;
        }
        sqlite3_extended_result_codes(database_, 1);
        wait_when_busy();
    }

    void wait_when_busy()
    {
        sqlite3_busy_handler(
            database_,
            [](void* turns, int attempt) { return static_cast<Turns*>(turns)->go_on(attempt) ? 1 : 0; },
            &turns_);
    }

    std::string uri(const std::string& options) const
    {
        std::string uri = "file:";
        for (const char c : path_.string()) {
            if (c == '%' || c == '?' || c == '#')
                uri += fmt::format("%{:02x}", static_cast<unsigned>(c));
            else
                uri += c;
        }
        return uri + options;
    }

    void configure()
    {
        execute(fmt::format("PRAGMA cache_size = -{}", kCacheKibibytes));
        execute("PRAGMA foreign_keys = ON");
        if (opening_ == Opening::ReadOnly) {
            execute("SELECT COUNT(*) FROM sqlite_master"); // the file is only looked at now
            return;
        }
        if (sqlite3_db_readonly(database_, "main") == 1)
            throw failure_of(path_, SQLITE_READONLY, 0, "opened for reading");
        execute(fmt::format("PRAGMA page_size = {}", kPageBytes));
        execute("PRAGMA auto_vacuum = NONE"); // with sqlite_page_space.h
        execute("PRAGMA secure_delete = ON"); // what is removed is overwritten
        use_write_ahead_log();
        execute("PRAGMA synchronous = FULL");
        execute(fmt::format("PRAGMA wal_autocheckpoint = {}", kCheckpointPages));
    }

    // SQLite does not wait for a lock here, where several processes make the same store at once.
    void use_write_ahead_log()
    {
        int code = SQLITE_OK;
        int attempt = 0;
        do {
            errno = 0;
            code = sqlite3_exec(database_, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
        } while ((code & 0xff) == SQLITE_BUSY && turns_.go_on(attempt++));
        const int system_error = errno;
        turns_.stop_waiting();
        if (code != SQLITE_OK)
            fail(code, system_error);
    }

    void reset_statements() noexcept
    {
        for (SqliteStatement* statement : under_way_)
            statement->reset();
        under_way_.clear();
    }

    void close() noexcept
    {
        statements_.clear();
        sqlite3_close(database_);
        database_ = nullptr;
    }

    fs::path path_;
    Opening opening_;
    sqlite3* database_ = nullptr;
    TickFile tick_;
    Turns turns_ { tick_ };
    std::unordered_map<const char*, std::unique_ptr<SqliteStatement>> statements_; // by where their text lies
    std::vector<SqliteStatement*> under_way_; // they may have been reset since
    sqlite3_int64 changes_before_ = 0;
    std::int64_t own_commits_ = 0;
};

void SqliteConnection::backup(const std::string& path)
{
    const fs::path target = fs::absolute(path);
    const auto fail_copy = [&](const std::string& why) {
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the backup {} cannot be written ({}): "
                        "see that its folder exists, has room and may be written",
                target.string(), why));
    };
    const auto why = [](int code, sqlite3* database) {
        const int system_error = database ? sqlite3_system_errno(database) : 0;
        return std::string(system_error ? std::strerror(system_error) : sqlite3_errstr(code));
    };
    UnfinishedFile copy(target);
    sqlite3* database = nullptr;
    int code = sqlite3_open_v2(copy.path().c_str(), &database,
        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, gathered_writes());
    if (code == SQLITE_OK) {
        // In one step it is one reading transaction: writers go on meanwhile, and the copy is of one moment.
        sqlite3_backup* under_way = sqlite3_backup_init(database, "main", database_, "main");
        if (under_way)
            sqlite3_backup_step(under_way, -1);
        code = under_way ? sqlite3_backup_finish(under_way) : sqlite3_errcode(database);
    }
    const std::string problem = code == SQLITE_OK ? "" : why(code, database);
    sqlite3_close(database);
    if (code != SQLITE_OK)
        fail_copy(problem);
    if (const int error = copy.complete())
        fail_copy(std::strerror(error));
}

bool SqliteConnection::empty_log()
{
    // Not by Turns: whoever waits with the store locked would keep everybody else waiting.
    constexpr int kAttempts = 40;
    constexpr std::chrono::milliseconds kBetween { 25 };
    sqlite3_busy_handler(database_, nullptr, nullptr);
    int code = SQLITE_BUSY;
    for (int attempt = 0; attempt < kAttempts && (code == SQLITE_BUSY || code == SQLITE_LOCKED); ++attempt) {
        if (attempt > 0)
            std::this_thread::sleep_for(kBetween);
        // Most of it without keeping anybody waiting.
        sqlite3_wal_checkpoint_v2(database_, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        code = sqlite3_wal_checkpoint_v2(database_, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    }
    wait_when_busy();
    if (code != SQLITE_OK && code != SQLITE_BUSY && code != SQLITE_LOCKED)
        fail(code, errno);
    return code == SQLITE_OK;
}

} // namespace

std::unique_ptr<Connection> open_sqlite(const fs::path& path, Opening opening)
{
    const fs::path absolute = fs::absolute(path).lexically_normal();
    std::error_code ignored;
    if (opening == Opening::Create && !fs::exists(absolute, ignored))
        make_folder_of(absolute);
    else
        require_file(absolute);
    return std::make_unique<SqliteConnection>(absolute, opening);
}

} // namespace nextplease
