// Identifiers that cannot be mixed up: a VisitId is not an EventId, a DeskCode is not a ServiceCode.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace nextplease {

// A row number given by the store. Zero means "not stored yet".
template <class Tag>
class RowId {
public:
    constexpr RowId() = default;
    constexpr explicit RowId(std::int64_t value)
        : value_(value)
    {
    }
    constexpr std::int64_t value() const { return value_; }
    friend constexpr auto operator<=>(RowId, RowId) = default;

private:
    std::int64_t value_ = 0;
};

// A short text chosen by people (kiosk.conf) or made for them (a ticket number).
template <class Tag>
class Code {
public:
    Code() = default;
    explicit Code(std::string text)
        : text_(std::move(text))
    {
    }
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    friend auto operator<=>(const Code&, const Code&) = default;

private:
    std::string text_;
};

using VisitId = RowId<struct VisitTag>;
using EventId = RowId<struct EventTag>;
using CaseId = RowId<struct CaseTag>;
using EstimateId = RowId<struct EstimateTag>;
using CaseEventId = RowId<struct CaseEventTag>;
using FeedbackId = RowId<struct FeedbackTag>;
using AppointmentId = RowId<struct AppointmentTag>;
using NoticeId = RowId<struct NoticeTag>;
using ContactId = RowId<struct ContactTag>;
using StaffId = RowId<struct StaffTag>;
using MonitoredCallId = RowId<struct MonitoredCallTag>;

using ServiceCode = Code<struct ServiceTag>;
using DeskCode = Code<struct DeskTag>;
using PriorityCode = Code<struct PriorityTag>; // empty: the ordinary class
using NeedCode = Code<struct NeedTag>;
using TicketNumber = Code<struct TicketNumberTag>; // as printed, such as "B042"
using DirectorateCode = Code<struct DirectorateTag>; // empty: none
using CategoryCode = Code<struct CategoryTag>; // of a complaint; empty: an ordinary one
using RequestId = Code<struct RequestTag>; // empty: the command may be repeated
using Language = Code<struct LanguageTag>; // BCP 47, such as "en"

} // namespace nextplease

template <class Tag>
struct std::hash<nextplease::Code<Tag>> {
    std::size_t operator()(const nextplease::Code<Tag>& code) const noexcept
    {
        return std::hash<std::string> {}(code.text());
    }
};

template <class Tag>
struct std::hash<nextplease::RowId<Tag>> {
    std::size_t operator()(nextplease::RowId<Tag> id) const noexcept
    {
        return std::hash<std::int64_t> {}(id.value());
    }
};
