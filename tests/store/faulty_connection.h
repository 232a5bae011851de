// A connection that fails at a chosen moment, as a full disk or a lost server would.
#pragma once

#include "core/base/error.h"
#include "core/store/connection.h"

#include <map>
#include <memory>

namespace nextplease::testing {

// Counts down every statement that is run, begin and commit; the one on which it comes to zero fails. A
// commit fails either before it has happened or, with `lost_answer`, after.
struct Fault {
    int after = -1; // -1: never
    bool lost_answer = false;

    void pass(const char* what)
    {
        if (after >= 0 && after-- == 0)
            throw Failure(Failure::Kind::Unavailable, std::string("injected failure of ") + what);
    }
};

class FaultyStatement : public Statement {
public:
    FaultyStatement(Statement& real, Fault& fault)
        : real_(real)
        , fault_(fault)
    {
    }
    void bind(int place, std::int64_t value) override { real_.bind(place, value); }
    void bind(int place, std::string_view value) override { real_.bind(place, value); }
    void bind_null(int place) override { real_.bind_null(place); }
    bool step() override
    {
        fault_.pass("a step");
        return real_.step();
    }
    std::int64_t run() override
    {
        fault_.pass("a statement");
        return real_.run();
    }
    void reset() noexcept override { real_.reset(); }
    bool is_null(int column) override { return real_.is_null(column); }
    std::int64_t integer(int column) override { return real_.integer(column); }
    std::optional<std::int64_t> maybe_integer(int column) override { return real_.maybe_integer(column); }
    std::string_view text(int column) override { return real_.text(column); }
    int columns() override { return real_.columns(); }
    std::string_view column_name(int column) override { return real_.column_name(column); }
    bool is_text(int column) override { return real_.is_text(column); }

private:
    Statement& real_;
    Fault& fault_;
};

class FaultyConnection : public Connection {
public:
    FaultyConnection(std::unique_ptr<Connection> real, Fault& fault)
        : real_(std::move(real))
        , fault_(fault)
    {
    }
    const Dialect& dialect() const override { return real_->dialect(); }
    Statement& prepared(std::string_view sql) override
    {
        Statement& real = real_->prepared(sql);
        return statements_.try_emplace(&real, real, fault_).first->second;
    }
    void execute(const std::string& sql) override
    {
        fault_.pass("several statements");
        real_->execute(sql);
    }
    void begin(Mode mode) override
    {
        fault_.pass("begin");
        real_->begin(mode);
    }
    void commit() override
    {
        if (fault_.lost_answer && fault_.after == 0)
            real_->commit();
        fault_.pass("commit");
        real_->commit();
    }
    void roll_back() noexcept override { real_->roll_back(); }
    std::int64_t last_key() override { return real_->last_key(); }
    std::int64_t revision() override { return real_->revision(); }
    std::optional<std::int64_t> foreign_changes() override { return real_->foreign_changes(); }
    void backup(const std::string& path) override { real_->backup(path); }
    bool empty_log() override { return real_->empty_log(); }
    std::string name() const override { return real_->name(); }

private:
    std::unique_ptr<Connection> real_;
    Fault& fault_;
    std::map<Statement*, FaultyStatement> statements_;
};

} // namespace nextplease::testing
