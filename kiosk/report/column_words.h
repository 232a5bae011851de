// What people call a figure: the heads of columns and the terms of definitions, by the keys that the CSV has.
#pragma once

#include "core/base/catalogue.h"
#include "kiosk/report/document.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nextplease::report {

// The key itself where there are no other words.
std::string term_words(std::string_view key, const Words& words);

Column column(std::string_view key, const Words& words);
std::vector<Column> columns(const std::vector<std::string>& keys, const Words& words);

// Of keys and sentences, by the words of the keys.
void add_definitions(Document& document, const std::vector<std::pair<std::string, std::string>>& definitions,
    const Words& words);

} // namespace nextplease::report
