// The strict reader: kinds, ranges, keys and places.
#include "core/base/toml_reader.h"

#include "core/base/error.h"

#include <array>
#include <doctest/doctest.h>
#include <functional>

using namespace nextplease;

namespace {

constexpr auto kRoot = std::to_array<std::string_view>({ "value", "table", "row" });
constexpr auto kTable = std::to_array<std::string_view>({ "colour", "size" });

std::string refusal_of(const std::string& text, const std::function<void(const TomlTable&)>& read)
{
    try {
        const TomlDocument document(text, "f");
        read(document.root(kRoot));
    } catch (const InputError& error) {
        return error.what();
    }
    return "read";
}

// What is said when `read` is done to `value = ...`.
std::string refusal_of_value(const std::string& value, const std::function<void(const TomlValue&)>& read)
{
    return refusal_of(
        "value = " + value, [&](const TomlTable& root) { read(root.need("value", "value = 1")); });
}

} // namespace

TEST_CASE("Values are read as what they are")
{
    const TomlDocument document("value = [1, -5, 2.5, 3, true, \"text\", \"\"]", "f");
    const std::vector<TomlValue> values = document.root(kRoot).need("value", "").list();
    REQUIRE(values.size() == 7);
    CHECK(values[0].whole({ 1, 1 }) == 1);
    CHECK(values[1].whole({ -5, 0 }) == -5);
    CHECK(values[2].number({ 0, 3 }) == 2.5);
    CHECK(values[3].number({ 0, 3 }) == 3.0);
    CHECK(values[4].yes_no());
    CHECK(values[5].text() == "text");
    CHECK(values[6].text_or_empty().empty());
    CHECK(values[5].is_text());
    CHECK_FALSE(values[0].is_text());
}

TEST_CASE("A value of another kind, or out of its range, is refused with what to write")
{
    const auto whole = [](const TomlValue& value) { (void)value.whole({ 1, 9 }); };
    CHECK(refusal_of_value("9", whole) == "read");
    CHECK(refusal_of_value("10", whole) == "f:1:9: value is 10: write a whole number from 1 to 9");
    CHECK(refusal_of_value("0", whole) == "f:1:9: value is 0: write a whole number from 1 to 9");
    CHECK(refusal_of_value("1.0", whole)
        == "f:1:9: value is a number with a point: write a whole number from 1 to 9");
    CHECK(
        refusal_of_value("2026-10-13", whole) == "f:1:9: value is a date: write a whole number from 1 to 9");
    CHECK(refusal_of_value("09:00:00", whole)
        == "f:1:9: value is a time of day: write a whole number from 1 to 9");
    CHECK(refusal_of_value("[1]", whole) == "f:1:9: value is a list: write a whole number from 1 to 9");
    CHECK(refusal_of_value("99999999999999999999", whole).starts_with("f:1:"));
    const auto number = [](const TomlValue& value) { (void)value.number({ 1, 9 }); };
    CHECK(refusal_of_value("inf", number) == "f:1:9: value is inf: write a number from 1 to 9");
    CHECK(refusal_of_value("\"1\"", number)
        == "f:1:9: value is text: write a number from 1 to 9, without quotes");
    const auto text = [](const TomlValue& value) { (void)value.text(); };
    CHECK(refusal_of_value("\"\"", text) == "f:1:9: value is empty: write its words between the quotes");
    CHECK(refusal_of_value("\"\\u007f\"", text)
        == "f:1:9: value has a line break or a control character in it: write it on one line");
    CHECK(refusal_of_value("{ a = 1 }", text) == "f:1:9: value is a table: write text in quotes");
    const auto table = [](const TomlValue& value) { (void)value.any_table(); };
    CHECK(refusal_of_value("1", table)
        == "f:1:9: value is a whole number: write a table, such as { key = \"value\" }");
}

TEST_CASE("A misspelt key is refused at its place with the one that was meant")
{
    const auto read = [](const TomlTable& root) { (void)root.need("table", "[table]").table(kTable); };
    CHECK(refusal_of("[table]\nsize = 1\n", read) == "read");
    CHECK(refusal_of("[table]\nsize = 1\n color = 1\n", read)
        == "f:3:2: table.color is not a key: write colour");
    CHECK(refusal_of("table.width = 1\n", read)
        == "f:1:7: table.width is not a key: write one of these: colour, size");
    CHECK(refusal_of("[tabel]\nsize = 1\n", read) == "f:1:2: tabel is not a key: write table");
    CHECK(refusal_of("", read) == "f:1:1: table is missing: write [table]");
}

TEST_CASE("Tables that can be there several times are read in order, and a single one is refused")
{
    const auto read = [](const TomlTable& root) {
        const std::vector<TomlTable> rows = root.need("row", "[[row]]").tables(kTable);
        REQUIRE(rows.size() == 2);
        CHECK(rows[1].need("size", "").whole({ 0, 9 }) == 2);
        rows[1].refuse("here");
    };
    CHECK(refusal_of("[[row]]\nsize = 1\n[[row]]\nsize = 2\n", read) == "f:3:1: here");
    CHECK(refusal_of("[row]\nsize = 1\n", read)
        == "f:1:1: row can be there several times: write [[row]] with two brackets");
}

TEST_CASE("A key given twice is refused, however it is written")
{
    const auto read = [](const TomlTable&) {};
    CHECK(refusal_of("value = 1\nvalue = 2\n", read).starts_with("f:2:"));
    CHECK(refusal_of("value = 1\n\"value\" = 2\n", read).starts_with("f:2:"));
    CHECK(refusal_of("[table]\n[table]\n", read).starts_with("f:2:1: "));
    CHECK(refusal_of("table.size = 1\ntable = 2\n", read).starts_with("f:2:"));
}

TEST_CASE("The nearest word is a slip or two away, or none")
{
    CHECK(nearest("siez", kTable) == "size");
    CHECK(nearest("color", kTable) == "colour");
    CHECK(nearest("colours", kTable) == "colour");
    CHECK(nearest("", kTable).empty());
    CHECK(nearest("weight", kTable).empty());
}
