#include "core/reception/csv.h"

#include "core/base/error.h"

#include <algorithm>
#include <csv.h>
#include <exception>
#include <fmt/format.h>
#include <fstream>

namespace nextplease {
namespace {

// How many bytes the UTF-8 character that begins with `lead` has; 0 if none begins so.
std::size_t length_of_character(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

// What length alone does not tell of three and four bytes (the Unicode Standard, table 3-7): no character is
// written longer than it need be, none is half a pair of UTF-16, and none is past U+10FFFF.
bool may_begin(char lead, char second)
{
    const auto next = static_cast<unsigned char>(second);
    switch (static_cast<unsigned char>(lead)) {
    case 0xE0:
        return next >= 0xA0;
    case 0xED:
        return next < 0xA0;
    case 0xF0:
        return next >= 0x90;
    case 0xF4:
        return next < 0x90;
    default:
        return true;
    }
}

// Feeds the library line by line, so that every record knows the line at which it began.
class Reader {
public:
    Reader(std::string name, const std::function<void(const CsvRecord&)>& tell)
        : name_(std::move(name))
        , tell_(tell)
    {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0)
            throw Failure(Failure::Kind::Unavailable, "out of memory while reading " + name_);
        record_.line = 1;
    }
    ~Reader() { csv_free(&parser_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    void feed(const std::string& line)
    {
        ++line_;
        if (!is_utf8(line))
            fail("the text is not UTF-8: save the file as \"CSV UTF-8\"");
        if (const std::size_t end = line.find('\r');
            end != std::string::npos && line.substr(end) != "\r\n" && line.substr(end) != "\r")
            fail("lines end with a carriage return alone: save the file with line feeds, as \"CSV UTF-8\" "
                 "has them");
        ended_ = false;
        const std::size_t read =
            csv_parse(&parser_, line.data(), line.size(), &Reader::cell, &Reader::end, this);
        rethrow();
        if (read != line.size())
            fail("a quote stands in the middle of a cell: put the cell in quotes, and double those inside");
        const bool blank = line.find_first_not_of(" \t\r\n") == std::string::npos;
        if (ended_ || (blank && record_.line == line_))
            record_.line = line_ + 1;
    }

    void finish()
    {
        const int result = csv_fini(&parser_, &Reader::cell, &Reader::end, this);
        rethrow();
        if (result != 0) {
            line_ = record_.line;
            fail("a cell begins with a quote that nothing closes: close it");
        }
    }

private:
    static void cell(void* text, std::size_t size, void* reader)
    {
        static_cast<Reader*>(reader)->record_.cells.emplace_back(static_cast<const char*>(text), size);
    }

    // No exception may pass through the library, which is C: it is kept, and goes on in rethrow().
    static void end(int, void* data)
    {
        Reader& reader = *static_cast<Reader*>(data);
        reader.ended_ = true;
        if (reader.thrown_)
            return;
        try {
            reader.tell_(reader.record_);
        } catch (...) {
            reader.thrown_ = std::current_exception();
        }
        reader.record_.cells.clear();
    }

    void rethrow() const
    {
        if (thrown_)
            std::rethrow_exception(thrown_);
    }

    [[noreturn]] void fail(std::string_view reason) const
    {
        throw InputError(fmt::format("{}:line {}: {}", name_, line_, reason));
    }

    std::string name_;
    const std::function<void(const CsvRecord&)>& tell_;
    csv_parser parser_ {};
    CsvRecord record_;
    int line_ = 0;
    bool ended_ = false;
    std::exception_ptr thrown_;
};

bool is_number(std::string_view text)
{
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    return !digits.empty() && digits.find_first_not_of("0123456789.") == std::string_view::npos;
}

} // namespace

bool is_utf8(std::string_view text)
{
    const auto follows = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = length_of_character(static_cast<unsigned char>(text[at]));
        if (length == 0 || at + length > text.size() || text[at] == '\0')
            return false;
        const std::string_view rest = text.substr(at + 1, length - 1);
        if (!std::all_of(rest.begin(), rest.end(), follows) || (length > 2 && !may_begin(text[at], rest[0])))
            return false;
        at += length;
    }
    return true;
}

void read_csv(const std::filesystem::path& file, const std::function<void(const CsvRecord&)>& tell)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw InputError(fmt::format("there is no file {}: write the path of a CSV file", file.string()));
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file, ignored))
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("{} cannot be read: see that it is a file, and that you may read it", file.string()));
    Reader reader(file.string(), tell);
    std::string line;
    bool first = true;
    while (std::getline(in, line)) {
        if (first && line.starts_with("\xEF\xBB\xBF"))
            line.erase(0, 3);
        first = false;
        if (!in.eof())
            line += '\n';
        reader.feed(line);
    }
    if (in.bad())
        throw Failure(Failure::Kind::Unavailable, file.string() + " could not be read to its end: try again");
    reader.finish();
}

std::string formula_safe(std::string_view text)
{
    std::string safe(text);
    if (!safe.empty() && std::string_view("=+-@\t\r").find(safe.front()) != std::string_view::npos
        && !is_number(safe))
        safe.insert(0, 1, '\'');
    return safe;
}

std::string csv_cell(std::string_view text)
{
    const std::string cell = formula_safe(text);
    if (cell.find_first_of(",\"\r\n") == std::string::npos && !cell.starts_with(' ') && !cell.ends_with(' '))
        return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& cells)
{
    std::string line;
    for (const std::string& cell : cells)
        line += (&cell == &cells.front() ? "" : ",") + csv_cell(cell);
    return line + '\n';
}

} // namespace nextplease
