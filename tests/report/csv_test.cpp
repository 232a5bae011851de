#include "core/reception/csv.h"

#include "core/base/error.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <fstream>

using namespace nextplease;

namespace {

struct Told {
    int line;
    std::vector<std::string> cells;
    friend bool operator==(const Told&, const Told&) = default;
};

std::vector<Told> read(const std::string& text)
{
    const testing::TempFolder folder;
    std::ofstream(folder / "a.csv", std::ios::binary) << text;
    std::vector<Told> told;
    read_csv(folder / "a.csv", [&](const CsvRecord& record) {
        told.push_back({ record.line, record.cells });
    });
    return told;
}

std::string error_of(const std::string& text)
{
    try {
        read(text);
    } catch (const InputError& error) {
        const std::string what = error.what();
        return what.substr(what.find("a.csv"));
    }
    return "";
}

} // namespace

TEST_CASE("Every record knows the line at which it begins, also after quoted line breaks and blank lines")
{
    const auto told = read("a,b\n\"1\nand\nmore\",2\n\n\n3,4\n");
    REQUIRE(told.size() == 3);
    CHECK(told[0] == Told { 1, { "a", "b" } });
    CHECK(told[1] == Told { 2, { "1\nand\nmore", "2" } });
    CHECK(told[2] == Told { 7, { "3", "4" } });
}

TEST_CASE("A file of a spreadsheet is read: byte order mark, CR LF, no line feed at the end, doubled quotes")
{
    const auto told = read("\xEF\xBB\xBF"
                           "a,b\r\n\"say \"\"yes\"\"\",\r\nx,\"y, z\"");
    REQUIRE(told.size() == 3);
    CHECK(told[0].cells == std::vector<std::string> { "a", "b" });
    CHECK(told[1].cells == std::vector<std::string> { "say \"yes\"", "" });
    CHECK(told[2] == Told { 3, { "x", "y, z" } });
}

TEST_CASE("Quotes that do not pair and text that is not UTF-8 are refused with their line")
{
    CHECK(error_of("a\n1\nb\"c\n").starts_with("a.csv:line 3: a quote stands in the middle"));
    CHECK(error_of("a\n1\n\"open\nand on\n").starts_with("a.csv:line 3: a cell begins with a quote"));
    CHECK(error_of("a\n\xE9t\xE9\n").starts_with("a.csv:line 2: the text is not UTF-8"));
    CHECK(error_of(std::string("a\nb\0c\n", 6)).starts_with("a.csv:line 2: the text is not UTF-8"));
    // Half a pair of UTF-16, written longer than need be, and past the last character.
    for (const char* wrong :
        { "\xED\xA0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xC0\x80" })
        CHECK_FALSE(is_utf8(wrong));
    for (const char* right :
        { "\xED\x9F\xBF", "\xE0\xA0\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "Zażółć" })
        CHECK(is_utf8(right));
}

TEST_CASE("A file that is not there is the person's mistake; a folder cannot be read")
{
    const testing::TempFolder folder;
    CHECK_THROWS_AS(read_csv(folder / "none.csv", [](const CsvRecord&) {}), InputError);
    CHECK_THROWS_AS(read_csv(folder.path(), [](const CsvRecord&) {}), Failure);
}

TEST_CASE("What a record's reader throws comes through the C library unharmed")
{
    const testing::TempFolder folder;
    std::ofstream(folder / "a.csv") << "a\nb\nc\n";
    int told = 0;
    const auto refuse = [&](const CsvRecord& record) {
        ++told;
        if (record.line == 2)
            throw InputError("two");
    };
    CHECK_THROWS_WITH_AS(read_csv(folder / "a.csv", refuse), "two", InputError);
    CHECK(told == 2);
}

TEST_CASE("Cells are quoted where they must be, and never a formula")
{
    CHECK(csv_cell("plain text") == "plain text");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("say \"yes\"") == "\"say \"\"yes\"\"\"");
    CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("+44") == "'+44");
    CHECK(csv_cell("@SUM(A1,B1)") == "\"'@SUM(A1,B1)\"");
    CHECK(csv_cell("-2.5") == "-2.5");
    CHECK(csv_cell("-2+3") == "'-2+3");
    CHECK(csv_line({ "", "a", "" }) == ",a,\n");
}

TEST_CASE("What is written is read again")
{
    const std::vector<std::string> cells { "a, b", "\"", "x\ny", " blank ", "" };
    CHECK(read(csv_line(cells)).at(0).cells == cells);
}
