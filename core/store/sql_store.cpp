#include "core/store/sql_store.h"

#include "core/store/migrations.h"
#include "core/store/sql_records.h"

#include <stdexcept>

namespace nextplease {

// A transaction that is undone unless it was finished.
class SqlStore::Unit {
public:
    Unit(SqlStore& store, Connection::Mode mode)
        : store_(store)
    {
        if (store_.in_unit_)
            throw std::logic_error("a unit of work was begun inside another");
        store_.connection_->begin(mode);
        store_.in_unit_ = true;
    }
    ~Unit()
    {
        if (state_ == State::Open) {
            store_.connection_->roll_back();
            store_.open_visits_.forget();
        }
        store_.in_unit_ = false;
    }
    Unit(const Unit&) = delete;
    Unit& operator=(const Unit&) = delete;

    void commit()
    {
        store_.connection_->commit();
        state_ = State::Committed;
    }

private:
    enum class State { Open, Committed };

    SqlStore& store_;
    State state_ = State::Open;
};

SqlStore::SqlStore(std::unique_ptr<Connection> connection, Opening opening)
    : connection_(std::move(connection))
{
    migrate(*connection_, opening);
}

void SqlStore::write(const std::function<void(Records&)>& work)
{
    Unit unit(*this, Connection::Mode::Write);
    open_visits_.begin(connection_->foreign_changes());
    SqlRecords records(*connection_, Connection::Mode::Write, &open_visits_);
    work(records);
    unit.commit();
}

void SqlStore::read(const std::function<void(Records&)>& work)
{
    Unit unit(*this, Connection::Mode::Read);
    SqlRecords records(*connection_, Connection::Mode::Read, nullptr);
    work(records);
    unit.commit();
}

void SqlStore::scan(Period arrived, const std::function<void(const VisitRow&)>& tell)
{
    Unit unit(*this, Connection::Mode::Read);
    scan_visits(*connection_, arrived, tell);
    unit.commit();
}

void SqlStore::scan_numbered(Period arrived, const std::function<void(const VisitRow&)>& tell)
{
    Unit unit(*this, Connection::Mode::Read);
    scan_numbered_visits(*connection_, arrived, tell);
    unit.commit();
}

void SqlStore::scan_events(EventId after, Instant from, const std::function<void(const EventRow&)>& tell)
{
    Unit unit(*this, Connection::Mode::Read);
    nextplease::scan_events(*connection_, after, from, tell);
    unit.commit();
}

void SqlStore::scan_estimates(
    EstimateId after, Instant from, const std::function<void(const EstimateRecord&)>& tell)
{
    Unit unit(*this, Connection::Mode::Read);
    nextplease::scan_estimates(*connection_, after, from, tell);
    unit.commit();
}

void SqlStore::backup(const std::string& path)
{
    if (in_unit_)
        throw std::logic_error("a backup was begun inside a unit of work");
    connection_->backup(path);
}

} // namespace nextplease
