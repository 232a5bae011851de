// The one implementation of Keeper, over whatever Connection a driver gives.
#pragma once

#include "core/store/connection.h"
#include "core/store/forgetting.h"

#include <memory>

namespace nextplease {

// Everything in one transaction of that connection; $1 of each statement is the id.
std::vector<SubjectRow> everything_about(Connection& connection, const Subject& subject);

class SqlKeeper : public Keeper {
public:
    explicit SqlKeeper(std::unique_ptr<Connection> connection)
        : connection_(std::move(connection))
    {
    }

    Forgotten forget(const ForgetLimits& limits, int at_most) override;
    Forgotten to_forget(const ForgetLimits& limits, int at_most) override;
    std::vector<SubjectRow> everything_about(const Subject& subject) override;
    bool empty_log() override { return connection_->empty_log(); }

private:
    std::unique_ptr<Connection> connection_;
};

} // namespace nextplease
