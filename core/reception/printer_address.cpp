#include "core/reception/printer_address.h"

#include <algorithm>
#include <cctype>

namespace nextplease {
namespace {

constexpr std::string_view kUsualPort = "9100";

bool plain(std::string_view text, std::string_view also)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [also](unsigned char c) {
        return std::isalnum(c) != 0 || also.find(static_cast<char>(c)) != std::string_view::npos;
    });
}

bool is_port(std::string_view text)
{
    if (text.empty() || text.size() > 5
        || !std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; }))
        return false;
    int port = 0;
    for (const char c : text)
        port = port * 10 + (c - '0');
    return 1 <= port && port <= 65535;
}

std::optional<PrinterAddress> host_and_port(std::string_view text)
{
    std::string_view host = text, port = kUsualPort;
    const bool bracketed = text.starts_with('[');
    const auto end = bracketed ? text.find(']') : text.find(':');
    if (bracketed && end == std::string_view::npos)
        return std::nullopt;
    host = bracketed ? text.substr(1, end - 1) : text.substr(0, end);
    const std::string_view rest = end == std::string_view::npos ? "" : text.substr(bracketed ? end + 1 : end);
    if (!rest.empty()) {
        if (rest.front() != ':')
            return std::nullopt;
        port = rest.substr(1);
    }
    if (!plain(host, bracketed ? ":." : ".-") || !is_port(port))
        return std::nullopt;
    return PrinterAddress { PrinterAddress::Link::Tcp, std::string(host), std::string(port) };
}

} // namespace

std::optional<PrinterAddress> printer_address(std::string_view url)
{
    using Link = PrinterAddress::Link;
    const auto colon = url.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view scheme = url.substr(0, colon), rest = url.substr(colon + 1);
    if (scheme == "tcp")
        return host_and_port(rest);
    if (scheme == "cups")
        return plain(rest, "-_.") ? std::optional(PrinterAddress { Link::Cups, std::string(rest) })
                                  : std::nullopt;
    if ((scheme != "usb" && scheme != "file") || !rest.starts_with('/') || rest.size() < 2)
        return std::nullopt;
    return PrinterAddress { scheme == "usb" ? Link::Usb : Link::File, std::string(rest) };
}

} // namespace nextplease
