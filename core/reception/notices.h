// Notices of delay, put up and taken down by desks; board, kiosk and phones show what stands. On the thread
// of the reception. Throws Failure when the store fails.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/delay_notice.h"
#include "core/reception/snapshot.h"

#include <variant>

namespace nextplease {

struct NoticeWish {
    std::vector<ServiceCode> services {}; // empty: all
    std::string reason {}; // a code of [[late.reason]]; with own words it may be empty
    std::string words {}; // own, alone or after the reason
    std::optional<Minutes> stands {}; // none: as kiosk.conf has it
};
using NoticeReply = std::variant<DelayNotice, Refusal>;

// Takes down what stands for one of the same services: they have one notice at a time.
NoticeReply put_notice(Reception& reception, const NoticeWish& wish, const Actor& actor);
// Refused if it does not stand any more.
NoticeReply clear_notice(Reception& reception, NoticeId notice, const Actor& actor);

// The reason as visitors read it: kiosk.conf's in the language of `words`, then the desk's own words, such as
// what is being done (M).
std::string notice_reason(const DelayNotice& notice, const Words& words, const Configuration& configuration);

// A notice as board, kiosk and phone show it: "Longer waits: Housing", and under it the reason and that we
// are sorry (C-visit: "an apology and an explanation").
struct DelayWords {
    std::string title, text;
    friend bool operator==(const DelayWords&, const DelayWords&) = default;
};
DelayWords delay_words(const DelayNotice& notice, const Words& words, const Configuration& configuration);
// The one that stands about this service; nullptr: none. Valid as long as the snapshot.
const DelayNotice* notice_about(const Snapshot& snapshot, const ServiceCode& service);

} // namespace nextplease
