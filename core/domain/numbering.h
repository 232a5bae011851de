// Ticket numbers: a letter (or two) per service and three digits from 1, sequential by business day.
#pragma once

#include "core/base/ids.h"

#include <functional>
#include <optional>
#include <string>

namespace nextplease {

constexpr int kHighestSerial = 999;

// "B" and 42 make "B042". REQUIRES: 1 <= serial <= kHighestSerial.
TicketNumber ticket_number(const std::string& letter, int serial);

// The serial of a number with that letter; nullopt if it is not one.
std::optional<int> serial_of(const TicketNumber& number, const std::string& letter);

// What a person typed ("b42", "B 042") as the number it means ("B042"); unchanged if it is not of that form.
TicketNumber normalized(const std::string& typed);

// It has the form of one: one or two letters and three digits.
bool is_ticket_number(const TicketNumber& number);

// The serial after `last` (0: none yet today); after 999 comes 1 again. Those for which `taken` is true,
// because a visitor is still here with it, are skipped. nullopt if all are taken.
std::optional<int> next_serial(int last, const std::function<bool(int)>& taken);

} // namespace nextplease
