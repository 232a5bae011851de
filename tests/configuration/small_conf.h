// The smallest kiosk.conf that is complete, for tests that change a line of it.
#pragma once

#include <doctest/doctest.h>
#include <string>

namespace nextplease::testing {

inline std::string small_conf()
{
    return R"([site]
name.en = "Northmoor"
name.pl = "Northmoor PL"
languages = ["en", "pl"]

[hours]
monday = ["09:00-12:30", "13:30-17:00"]
tuesday = ["09:00-17:00"]

[visitor]
help.en = "Ask at the desk."
help.pl = "Zapytaj przy stanowisku."

[[service]]
code = "A"
letter = "A"
name.en = "Council Tax"
name.pl = "Podatek"

[[service]]
code = "B"
letter = "B"
name.en = "Housing"
name.pl = "Mieszkania"

[[desk]]
code = "Desk 1"
name.en = "Desk 1"
name.pl = "Stanowisko 1"
services = ["A", "B"]
)";
}

// The small file with `old` replaced by `now`, once.
inline std::string small_conf_with(const std::string& old, const std::string& now)
{
    std::string text = small_conf();
    const std::size_t at = text.find(old);
    REQUIRE_MESSAGE(at != std::string::npos, old);
    return text.replace(at, old.size(), now);
}

} // namespace nextplease::testing
