#include "core/reception/heartbeat.h"

namespace nextplease {
namespace {

constexpr std::string_view kFace = "face:";

} // namespace

void beat(Reception& reception, const std::string& face)
{
    reception.store().write([&](Records& records) {
        records.put(DeviceRecord { reception.configuration().machine, std::string(kFace) + face,
            DeviceState::Ready, reception.now() });
    });
}

std::optional<std::string> face_of(const DeviceRecord& device)
{
    if (!device.device.starts_with(kFace))
        return std::nullopt;
    return device.device.substr(kFace.size());
}

bool is_silent(const DeviceRecord& face, Instant now)
{
    return now - face.since >= kSilentAfter;
}

} // namespace nextplease
