// The one implementation of ReadingLog, over whatever Connection a driver gives.
#pragma once

#include "core/store/connection.h"
#include "core/store/reading_log.h"

namespace nextplease {

std::string schema_of_readings(const Dialect& dialect);

class SqlReadingLog : public ReadingLog {
public:
    explicit SqlReadingLog(std::unique_ptr<Connection> connection)
        : connection_(std::move(connection))
    {
    }

    void add(const FeedbackReading& reading) override;
    std::vector<FeedbackReading> all() override;

private:
    std::unique_ptr<Connection> connection_;
};

} // namespace nextplease
