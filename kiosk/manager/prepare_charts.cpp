// Words that the charts of the manager's pages share.
#include "core/base/percent.h"
#include "core/reception/calendar_words.h"
#include "kiosk/manager/prepare.h"
#include "kiosk/report/cell_words.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::manager {

std::string share_line(std::int64_t part, std::int64_t whole, const Words& words)
{
    if (whole == 0)
        return words.say(Text::ManagerNothingSaid);
    return words.say(Text::ManagerBehindCounted,
        { { "part", number_words(part, words) }, { "whole", number_words(whole, words) },
            { "percent", percent_text(static_cast<double>(part) / static_cast<double>(whole), words) } });
}

std::string area_words(const std::string& what, const std::string& figure, const Words& words)
{
    return words.say(Text::ManagerBehindPromise, { { "title", what }, { "days", figure } });
}

std::vector<std::string> month_names(const std::vector<LocalDate>& firsts, LastMonth last, const Words& words)
{
    std::vector<std::string> names;
    names.reserve(firsts.size());
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        std::string name = month_short(firsts[i], words);
        if (last == LastMonth::SoFar && i + 1 == firsts.size())
            name += '\n' + words.say(Text::ManagerSoFar);
        else if (i == 0 || firsts[i].year() != firsts[i - 1].year())
            name += fmt::format("\n{}", static_cast<int>(firsts[i].year()));
        names.push_back(std::move(name));
    }
    return names;
}

LastMonth last_month(const std::string& key, LocalDate today)
{
    const bool grows = to_iso(today).starts_with(key) && add_days(today, 1).month() == today.month();
    return grows ? LastMonth::SoFar : LastMonth::Whole;
}

} // namespace nextplease::manager
