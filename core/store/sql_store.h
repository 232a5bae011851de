// The one implementation of Store, over whatever Connection a driver gives.
#pragma once

#include "core/store/connection.h"
#include "core/store/open_visits.h"
#include "core/store/store.h"

namespace nextplease {

class SqlStore : public Store {
public:
    // Brings the schema up to date unless `opening` is ReadOnly. Throws as open_store does.
    SqlStore(std::unique_ptr<Connection> connection, Opening opening);

    void write(const std::function<void(Records&)>& work) override;
    void read(const std::function<void(Records&)>& work) override;
    void scan(Period arrived, const std::function<void(const VisitRow&)>& tell) override;
    void scan_numbered(Period arrived, const std::function<void(const VisitRow&)>& tell) override;
    void scan_events(EventId after, Instant from, const std::function<void(const EventRow&)>& tell) override;
    void scan_estimates(
        EstimateId after, Instant from, const std::function<void(const EstimateRecord&)>& tell) override;
    std::int64_t revision() override { return connection_->revision(); }
    void backup(const std::string& path) override;
    std::string name() const override { return connection_->name(); }

private:
    class Unit;

    std::unique_ptr<Connection> connection_;
    OpenVisits open_visits_;
    bool in_unit_ = false;
};

} // namespace nextplease
