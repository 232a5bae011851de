#include "core/reception/ticket_code.h"

#include <algorithm>
#include <cctype>

namespace nextplease {
namespace {

constexpr std::string_view kOwn = "NEXTPLEASE:";
constexpr std::string_view kPage = "/t/";

std::string capitals(std::string_view text)
{
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(),
        [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return made;
}

bool is_number(std::string_view text)
{
    const auto digits =
        std::find_if(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    const auto letters = digits - text.begin();
    return letters >= 1 && letters <= 2 && text.end() - digits >= 2 && text.end() - digits <= 4
        && std::all_of(text.begin(), digits, [](char c) { return 'A' <= c && c <= 'Z'; })
        && std::all_of(digits, text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

} // namespace

std::string ticket_code(const Visit& ticket, const Configuration& configuration)
{
    if (configuration.public_url.empty())
        return std::string(kOwn) + to_iso(ticket.day) + ":" + ticket.number.text();
    return configuration.public_url + std::string(kPage) + ticket.number.text();
}

std::optional<ScannedTicket> scanned_ticket(std::string_view code, const Configuration& configuration)
{
    std::string read = capitals(code);
    const std::string page = capitals(configuration.public_url) + capitals(kPage);
    if (!configuration.public_url.empty() && read.starts_with(page)) {
        const std::string number = read.substr(page.size());
        return is_number(number) ? std::optional(ScannedTicket { {}, TicketNumber(number) }) : std::nullopt;
    }
    std::replace(read.begin(), read.end(), ';', ':');
    if (!read.starts_with(kOwn))
        return std::nullopt;
    const std::string rest = read.substr(kOwn.size());
    const auto colon = rest.find(':');
    if (colon == std::string::npos || !is_number(rest.substr(colon + 1)))
        return std::nullopt;
    const auto day = parse_iso_date(rest.substr(0, colon));
    if (!day)
        return std::nullopt;
    return ScannedTicket { *day, TicketNumber(rest.substr(colon + 1)) };
}

} // namespace nextplease
