#include "core/domain/numbering.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <fmt/format.h>

namespace nextplease {
namespace {

constexpr std::size_t kDigits = 3;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

TicketNumber ticket_number(const std::string& letter, int serial)
{
    assert(1 <= serial && serial <= kHighestSerial);
    return TicketNumber(fmt::format("{}{:03}", letter, serial));
}

std::optional<int> serial_of(const TicketNumber& number, const std::string& letter)
{
    const std::string& text = number.text();
    if (text.size() != letter.size() + kDigits || !text.starts_with(letter))
        return std::nullopt;
    int serial = 0;
    for (const char c : text.substr(letter.size())) {
        if (!is_digit(c))
            return std::nullopt;
        serial = serial * 10 + (c - '0');
    }
    return serial == 0 ? std::nullopt : std::optional(serial);
}

TicketNumber normalized(const std::string& typed)
{
    std::string letters;
    std::string digits;
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        if (is_digit(c))
            digits += c;
        else if (is_letter(c) && digits.empty())
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        else
            return TicketNumber(typed);
    }
    if (letters.empty() || letters.size() > 2 || digits.empty() || digits.size() > kDigits)
        return TicketNumber(typed);
    return TicketNumber(letters + std::string(kDigits - digits.size(), '0') + digits);
}

bool is_ticket_number(const TicketNumber& number)
{
    const std::string& text = number.text();
    if (text.size() <= kDigits || text.size() > kDigits + 2)
        return false;
    const std::string letters = text.substr(0, text.size() - kDigits);
    return std::all_of(letters.begin(), letters.end(), is_letter) && serial_of(number, letters).has_value();
}

std::optional<int> next_serial(int last, const std::function<bool(int)>& taken)
{
    for (int step = 1; step <= kHighestSerial; ++step) {
        const int serial = (last + step - 1) % kHighestSerial + 1;
        if (!taken(serial))
            return serial;
    }
    return std::nullopt;
}

} // namespace nextplease
