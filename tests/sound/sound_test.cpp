// Sound as numbers, and words as a voice must be given them.
#include "kiosk/sound/chime.h"
#include "kiosk/sound/pcm.h"
#include "kiosk/sound/spelling.h"

#include <cmath>
#include <doctest/doctest.h>

using namespace nextplease::sound;

namespace {

Pcm tone(double share)
{
    Pcm pcm;
    for (int i = 0; i < kRate; ++i)
        pcm.samples.push_back(static_cast<std::int16_t>(std::sin(i * 0.1) * 32'767 * share));
    return pcm;
}

std::string bytes_of(const Pcm& pcm)
{
    std::string bytes = wav_header(pcm.rate, pcm.samples.size());
    for (const std::int16_t sample : pcm.samples) {
        bytes += static_cast<char>(sample & 0xFF);
        bytes += static_cast<char>(static_cast<std::uint16_t>(sample) >> 8);
    }
    return bytes;
}

} // namespace

TEST_CASE("S18: ticket numbers and references are said letter by letter, other words as they stand")
{
    CHECK(as_spoken("A012") == "A 0 1 2");
    CHECK(as_spoken("Look for B042 on the big screen") == "Look for B 0 4 2 on the big screen");
    CHECK(as_spoken("AB123, please") == "A B 1 2 3, please");
    CHECK(as_spoken("K-318") == "K 3 1 8");
    CHECK(as_spoken("12 minutes, at 10:24, Desk 3") == "12 minutes, at 10:24, Desk 3");
    CHECK(as_spoken("A1 road, COVID19, ABCD12") == "A1 road, COVID19, ABCD12");
    CHECK(as_spoken("numer \u2066B042\u2069 ż") == "numer B 0 4 2 ż");
    CHECK(as_spoken("<b>about 12 min</b>, up to 18") == "about 12 min, up to 18");
    CHECK(as_spoken("") == "");
}

TEST_CASE("A WAV that was written is read back, and one whose length is unknown is read to its end")
{
    const Pcm before = tone(0.5);
    std::string bytes = bytes_of(before);
    CHECK(pcm_of_wav(bytes)->samples == before.samples);
    bytes.replace(40, 4, "\xff\xff\xff\x7f");
    CHECK(pcm_of_wav(bytes)->samples == before.samples);
    for (const std::size_t length : { std::size_t { 0 }, std::size_t { 11 }, std::size_t { 30 } })
        CHECK_FALSE(pcm_of_wav(bytes.substr(0, length)));
    CHECK_FALSE(pcm_of_wav("MThd and something else entirely that is no sound"));
}

TEST_CASE("Another rate keeps the length and the loudness")
{
    const Pcm fast = at_rate(tone(0.5), 44'100);
    CHECK(fast.samples.size() == 44'100);
    CHECK(std::abs(rms_dbfs(fast.samples) - rms_dbfs(tone(0.5).samples)) < 0.2);
    CHECK(duration(fast) == std::chrono::seconds { 1 });
}

TEST_CASE("Louder is never over the edge")
{
    Pcm pcm = tone(0.9);
    amplify(pcm, 20);
    CHECK(peak_dbfs(pcm.samples) <= 0);
    CHECK(rms_dbfs(Pcm {}.samples) == -120);
}

TEST_CASE("H3: the chime is as loud as speech and never over -1 dBFS")
{
    const Pcm sign = chime();
    CHECK(rms_dbfs(sign.samples) >= -23);
    CHECK(rms_dbfs(sign.samples) <= -16);
    CHECK(peak_dbfs(sign.samples) <= -1);
    CHECK(duration(sign) < std::chrono::seconds { 2 });
    CHECK(std::abs(sign.samples.front()) < 400); // no click at either end
    CHECK(std::abs(sign.samples.back()) < 400);
}
