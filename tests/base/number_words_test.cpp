// How a count is written, everywhere.
#include "core/base/number_words.h"

#include "text_keys.h"

#include <doctest/doctest.h>

using namespace nextplease;

TEST_CASE("Thousands are set apart as the reader's language does")
{
    const Words& english = words(Language("en"));
    CHECK(number_words(0, english) == "0");
    CHECK(number_words(999, english) == "999");
    CHECK(number_words(1000, english) == "1,000");
    CHECK(number_words(1'234'567, english) == "1,234,567");
    CHECK(number_words(-1358, english) == "−1,358");
    CHECK(number_words(1358, words(Language("pl"))) == "1\u00A0358");
    CHECK(number_words(-100, words(Language("pl"))) == "−100");
}

TEST_CASE("A sentence that counts says its count so")
{
    CHECK(words(Language("en")).count(Text::ManagerBehindAll, 1358).find("1,358") != std::string::npos);
    CHECK(words(Language("pl")).count(Text::ManagerBehindAll, 1358).find("1\u00A0358") != std::string::npos);
}
