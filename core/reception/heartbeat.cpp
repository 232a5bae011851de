#include "core/reception/heartbeat.h"

namespace nextplease {
namespace {

constexpr std::string_view kFace = "face:";

void tell(Reception& reception, const std::string& face, DeviceState state)
{
    reception.store().write([&](Records& records) {
        records.put(DeviceRecord {
            reception.configuration().machine, std::string(kFace) + face, state, reception.now() });
    });
}

} // namespace

void beat(Reception& reception, const std::string& face)
{
    tell(reception, face, DeviceState::Ready);
}

void sign_off(Reception& reception, const std::string& face)
{
    tell(reception, face, DeviceState::Offline);
}

std::optional<std::string> face_of(const DeviceRecord& device)
{
    if (!device.device.starts_with(kFace))
        return std::nullopt;
    return device.device.substr(kFace.size());
}

bool has_signed_off(const DeviceRecord& face)
{
    return face.state == DeviceState::Offline;
}

bool is_silent(const DeviceRecord& face, Instant now)
{
    return !has_signed_off(face) && now - face.since >= kSilentAfter;
}

} // namespace nextplease
