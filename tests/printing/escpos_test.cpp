#include "kiosk/printing/escpos.h"
#include "tests/printing/escpos_reader.h"

#include <doctest/doctest.h>
#include <random>

using namespace nextplease;
using namespace nextplease::printing;
using escpos::Answers;
using escpos::Question;

namespace {

Raster noise(int width, int height, unsigned seed)
{
    std::mt19937 chance(seed);
    Raster raster(width, height);
    for (auto& byte : raster.rows)
        byte = static_cast<std::uint8_t>(chance());
    return raster;
}

// Rows of which `black` tells whether they have ink.
template <class Black>
Raster striped(int height, Black black)
{
    Raster raster(384, height);
    for (int y = 0; y < height; ++y)
        if (black(y))
            raster.rows[static_cast<std::size_t>(y) * raster.stride() + 3] = 0xA5;
    return raster;
}

std::string hex(std::string_view bytes)
{
    std::string made;
    for (const char c : bytes) {
        constexpr char kDigits[] = "0123456789ABCDEF";
        const auto byte = static_cast<std::uint8_t>(c);
        made += { kDigits[byte >> 4], kDigits[byte & 15], ' ' };
    }
    return made;
}

} // namespace

TEST_CASE("A slip is initialised, printed in pictures and cut, byte for byte")
{
    Raster raster(16, 2);
    raster.rows = { 0x80, 0x01, 0xFF, 0x00 };
    CHECK(hex(escpos::job(raster).bytes)
        == "1B 40 1B 61 00 1D 50 CB CB 1D 61 00 "
           "1D 76 30 00 02 00 02 00 80 01 FF 00 "
           "1D 56 42 00 ");
}

TEST_CASE("What a reader of our own makes of a slip is the same dots, whatever they are")
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const Raster raster =
            escpos::harmless(noise(seed % 2 == 0 ? 576 : 384, 300 + static_cast<int>(seed), seed));
        testing::EscposReader reader(raster.width);
        const testing::ReadPaper paper = reader.read(escpos::job(raster).bytes);
        CHECK(paper.complaints.empty());
        REQUIRE(paper.slips.size() == 1);
        CHECK(paper.slips[0].cut);
        CHECK(paper.slips[0].raster == raster);
    }
}

TEST_CASE("Blank rows are fed, not sent, and stay as high as they are")
{
    const Raster raster = striped(1000, [](int y) { return y == 30 || (400 <= y && y < 410) || y == 415; });
    const escpos::Job job = escpos::job(raster);
    CHECK(job.bytes.size() < 30 * raster.stride());
    testing::EscposReader reader(raster.width);
    const testing::ReadPaper paper = reader.read(job.bytes);
    CHECK(paper.complaints.empty());
    CHECK(paper.slips.at(0).raster == raster);
}

TEST_CASE("No picture command is higher than the 128 rows that small printers hold")
{
    const escpos::Job job = escpos::job(striped(700, [](int) { return true; }));
    CHECK(job.largest == 128U * 48U);
}

TEST_CASE("No dots read as a command that printers obey in the middle of a picture")
{
    Raster raster(384, 40);
    for (std::size_t i = 0; i + 1 < raster.rows.size(); i += 3) {
        raster.rows[i] = 0x10;
        raster.rows[i + 1] = i % 2 == 0 ? 0x04 : i % 5 == 0 ? 0x05 : 0x14;
    }
    const std::string bytes = escpos::job(raster).bytes;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        const bool command =
            bytes[i] == 0x10 && (bytes[i + 1] == 4 || bytes[i + 1] == 5 || bytes[i + 1] == 0x14);
        CHECK_FALSE(command);
    }
    // One dot beside another, and no dot is lost.
    const Raster sent = escpos::harmless(raster);
    for (std::size_t i = 0; i < raster.rows.size(); ++i)
        CHECK((sent.rows[i] & raster.rows[i]) == raster.rows[i]);
    CHECK(escpos::harmless(sent) == sent);
}

TEST_CASE("A slip torn at any byte is cut off, and the next one is whole")
{
    const Raster torn = noise(384, 300, 7);
    const Raster whole = escpos::harmless(noise(384, 200, 8));
    const escpos::Job job = escpos::job(torn);
    for (std::size_t sent = 1; sent < job.bytes.size(); sent += 61) {
        CAPTURE(sent);
        testing::EscposReader reader(384);
        const testing::ReadPaper paper =
            reader.read(job.bytes.substr(0, sent) + escpos::completion(job) + escpos::job(whole).bytes);
        REQUIRE(paper.slips.size() >= 2);
        CHECK(paper.slips.back().cut);
        CHECK(paper.slips.back().raster == whole);
    }
}

TEST_CASE("The questions are DLE EOT 1 to 4, and GS r 1 when all is done")
{
    CHECK(hex(escpos::ask(Question::Printer)) == "10 04 01 ");
    CHECK(hex(escpos::ask(Question::OfflineCause)) == "10 04 02 ");
    CHECK(hex(escpos::ask(Question::ErrorCause)) == "10 04 03 ");
    CHECK(hex(escpos::ask(Question::Paper)) == "10 04 04 ");
    CHECK(hex(escpos::ask_when_done()) == "1D 72 01 ");
}

TEST_CASE("Each bit of each answer means what the manual says")
{
    struct Bit {
        int question; // 1 to 4
        int bits;
        DeviceState state;
    };
    constexpr Bit kBits[] { { 1, 0x08, DeviceState::Offline }, { 1, 0x04, DeviceState::Ready /* drawer */ },
        { 1, 0x20, DeviceState::Ready }, { 1, 0x40, DeviceState::Ready /* feed button */ },
        { 2, 0x04, DeviceState::CoverOpen }, { 2, 0x08, DeviceState::Ready /* feed button */ },
        { 2, 0x20, DeviceState::PaperOut }, { 2, 0x40, DeviceState::Fault }, { 3, 0x04, DeviceState::Fault },
        { 3, 0x08, DeviceState::Fault /* cutter */ }, { 3, 0x20, DeviceState::Fault },
        { 3, 0x40, DeviceState::Fault /* too hot */ }, { 4, 0x04, DeviceState::PaperNearEnd },
        { 4, 0x08, DeviceState::PaperNearEnd }, { 4, 0x20, DeviceState::PaperOut },
        { 4, 0x40, DeviceState::PaperOut }, { 4, 0x6C, DeviceState::PaperOut } };
    for (const Bit& bit : kBits) {
        CAPTURE(bit.question);
        CAPTURE(bit.bits);
        const auto byte = [&](int question) {
            return static_cast<std::uint8_t>(0x12 | (question == bit.question ? bit.bits : 0));
        };
        CHECK(escpos::state_of({ byte(1), byte(2), byte(3), byte(4) }) == bit.state);
    }
    CHECK(escpos::state_of({ .printer = 0x12 }) == DeviceState::Ready);
    CHECK(escpos::state_of({ .paper = 0x72 }) == DeviceState::Unknown); // it did not answer the first
}

TEST_CASE("Of several troubles the one that must be mended first is told")
{
    const std::uint8_t offline = 0x1A, open = 0x12 | 0x04 | 0x20, out = 0x72;
    CHECK(escpos::state_of({ offline, open, {}, out }) == DeviceState::CoverOpen);
    CHECK(escpos::state_of({ offline, 0x32, {}, out }) == DeviceState::PaperOut);
    CHECK(escpos::state_of({ offline, 0x52, {}, 0x1E }) == DeviceState::Fault);
    CHECK(escpos::state_of({ offline, 0x12, {}, 0x1E }) == DeviceState::Offline);
}

TEST_CASE("Only exactly one byte of the right form is an answer")
{
    int answers = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const auto one = static_cast<std::uint8_t>(byte);
        const bool right =
            (byte & 0x01) == 0 && (byte & 0x02) != 0 && (byte & 0x10) != 0 && (byte & 0x80) == 0;
        CHECK(escpos::is_answer(one) == right);
        CHECK_FALSE((escpos::is_answer(one) && escpos::is_done_answer(one)));
        answers += right ? 1 : 0;
        CHECK(escpos::answer_in(std::string(1, static_cast<char>(byte))).has_value() == right);
    }
    CHECK(answers == 16);
    CHECK_FALSE(escpos::answer_in("").has_value());
    CHECK_FALSE(escpos::answer_in("\x12\x12").has_value()); // answers somebody else too
    CHECK_FALSE(escpos::answer_in("\x10\x04\x01").has_value()); // an echo
    CHECK_FALSE(escpos::answer_in("\x14\x12").has_value());
}
