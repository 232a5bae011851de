// What is known of the machines' devices, in SQL.
#include "core/store/schema_devices.h"
#include "core/store/sql_records.h"
#include "core/store/sql_values.h"

namespace nextplease {

std::string schema_of_devices(const Dialect& dialect)
{
    return fmt::format(R"(
        CREATE TABLE device (
            machine TEXT NOT NULL,
            device TEXT NOT NULL,
            state TEXT NOT NULL,
            since BIGINT NOT NULL,
            PRIMARY KEY (machine, device)
        ) {rows_in_key_order};)",
        fmt::arg("rows_in_key_order", dialect.rows_in_key_order));
}

std::vector<DeviceRecord> SqlRecords::devices()
{
    Statement& rows =
        connection_.prepared("SELECT machine, device, state, since FROM device ORDER BY machine, device");
    std::vector<DeviceRecord> devices;
    while (rows.step()) {
        std::string state;
        DeviceRecord record;
        sql::read_all(rows, record.machine, record.device, state, record.since);
        record.state = device_state(state).value_or(DeviceState::Unknown);
        devices.push_back(record);
    }
    return devices;
}

void SqlRecords::put(const DeviceRecord& device)
{
    Statement& upsert = writing(R"(
        INSERT INTO device (machine, device, state, since) VALUES ($1, $2, $3, $4)
        ON CONFLICT (machine, device) DO UPDATE SET state = excluded.state, since = excluded.since)");
    sql::bind_all(upsert, device.machine, device.device, device.state, device.since);
    upsert.run();
}

} // namespace nextplease
