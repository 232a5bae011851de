#include "kiosk/printing/escpos.h"

#include <algorithm>

namespace nextplease::printing::escpos {
namespace {

constexpr int kBand = 128; // rows a picture command
constexpr int kLeastFeed = 24; // blank rows that are worth a command of their own
constexpr int kMostFeed = 255; // rows that one command feeds
constexpr std::uint8_t kDle = 0x10;

// ESC @ initialise; ESC a 0 to the left; GS P: a unit of feed is a dot at 203 dots an inch; GS a 0: the
// printer tells nothing unasked.
constexpr std::string_view kBegin("\x1B@\x1B\x61\x00\x1DP\xCB\xCB\x1D\x61\x00", 12);
// GS V B 0: feeds to the knife and cuts; printers without one only feed.
constexpr std::string_view kCut("\x1DVB\x00", 4);

void add_feed(std::string& bytes, int rows)
{
    for (; rows > 0; rows -= kMostFeed) {
        bytes += "\x1BJ";
        bytes += static_cast<char>(std::min(rows, kMostFeed));
    }
}

void add_picture(Job& made, const Raster& raster, int from, int to)
{
    const auto low = [](std::size_t n) { return static_cast<char>(n & 0xFF); };
    const auto high = [](std::size_t n) { return static_cast<char>(n >> 8); };
    const auto rows = static_cast<std::size_t>(to - from);
    made.bytes += std::string("\x1Dv0\x00", 4);
    for (const char c : { low(raster.stride()), high(raster.stride()), low(rows), high(rows) })
        made.bytes += c;
    const auto first =
        raster.rows.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(from) * raster.stride());
    made.bytes.append(first, first + static_cast<std::ptrdiff_t>(rows * raster.stride()));
    made.largest = std::max(made.largest, rows * raster.stride());
}

// The first row from `y` on that is not blank; the height if there is none.
int next_black(const Raster& raster, int y)
{
    while (y < raster.height && raster.blank(y))
        ++y;
    return y;
}

// The end of the picture that begins at `y`: before blank rows that are worth feeding, or after a band.
int end_of_picture(const Raster& raster, int y)
{
    const int most = std::min(raster.height, y + kBand);
    int end = y;
    while (end < most) {
        const int black = next_black(raster, end);
        if (black - end >= kLeastFeed || black >= raster.height)
            return end;
        end = std::min(most, black + 1);
    }
    return end;
}

bool has(std::optional<std::uint8_t> answer, int bits)
{
    return answer && (*answer & bits) != 0;
}

} // namespace

Raster harmless(Raster raster)
{
    for (std::size_t i = 0; i + 1 < raster.rows.size(); ++i) {
        const std::uint8_t next = raster.rows[i + 1];
        if (raster.rows[i] == kDle && (next == 0x04 || next == 0x05 || next == 0x14))
            raster.rows[i] = 0x30; // the dot beside the one that is there
    }
    return raster;
}

Job job(const Raster& given)
{
    const Raster raster = harmless(given);
    Job made { .bytes = std::string(kBegin) };
    for (int y = 0; y < raster.height;) {
        const int black = next_black(raster, y);
        if (black >= raster.height) {
            add_feed(made.bytes, raster.height - y);
            break;
        }
        if (black - y >= kLeastFeed) {
            add_feed(made.bytes, black - y);
            y = black;
        }
        const int end = std::max(end_of_picture(raster, y), y + 1);
        add_picture(made, raster, y, end);
        y = end;
    }
    made.bytes += kCut;
    return made;
}

std::string completion(const Job& job)
{
    std::string bytes(job.largest, '\0');
    bytes += kBegin;
    bytes += kCut;
    return bytes;
}

std::string ask(Question question)
{
    return { '\x10', '\x04', static_cast<char>(question) };
}

std::string ask_when_done()
{
    return "\x1Dr\x01";
}

bool is_answer(std::uint8_t byte)
{
    return (byte & 0x93) == 0x12;
}

bool is_done_answer(std::uint8_t byte)
{
    return (byte & 0x90) == 0;
}

// The bits are those of Epson's manual, which other makers' agree with.
DeviceState state_of(const Answers& answers)
{
    if (!answers.printer)
        return DeviceState::Unknown;
    if (has(answers.offline_cause, 0x04))
        return DeviceState::CoverOpen;
    if (has(answers.paper, 0x60) || has(answers.offline_cause, 0x20))
        return DeviceState::PaperOut;
    if (has(answers.offline_cause, 0x40) || has(answers.error_cause, 0x6C))
        return DeviceState::Fault;
    if (has(answers.printer, 0x08))
        return DeviceState::Offline;
    if (has(answers.paper, 0x0C))
        return DeviceState::PaperNearEnd;
    return DeviceState::Ready;
}

std::optional<std::uint8_t> answer_in(std::string_view received)
{
    if (received.size() != 1 || !is_answer(static_cast<std::uint8_t>(received.front())))
        return std::nullopt;
    return static_cast<std::uint8_t>(received.front());
}

} // namespace nextplease::printing::escpos
