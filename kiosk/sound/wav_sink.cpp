// Sound into a file: for tests, and to hear afterwards what a kiosk said.
#include "core/base/error.h"
#include "kiosk/sound/sink.h"

#include <fstream>

namespace nextplease::sound {
namespace {

class WavSink : public Sink {
public:
    explicit WavSink(const std::filesystem::path& file)
        : path_(file)
        , file_(file, std::ios::binary | std::ios::trunc)
    {
        write_header();
    }
    void play(std::span<const std::int16_t> samples) override
    {
        for (const std::int16_t sample : samples) {
            const auto bits = static_cast<std::uint16_t>(sample);
            file_.put(static_cast<char>(bits & 0xFF));
            file_.put(static_cast<char>(bits >> 8));
        }
        samples_ += samples.size();
    }
    void finish() override { write_header(); }
    void stop() override { write_header(); }

private:
    // With what there is by now, so that the file is whole at any time.
    void write_header()
    {
        const std::string header = wav_header(kRate, samples_);
        file_.seekp(0);
        file_.write(header.data(), static_cast<std::streamsize>(header.size()));
        file_.seekp(0, std::ios::end);
        file_.flush();
        if (!file_)
            throw Failure(Failure::Kind::Unavailable,
                "sound cannot be written to " + path_.string()
                    + ": see that the folder is there and has room");
    }

    std::filesystem::path path_;
    std::ofstream file_;
    std::size_t samples_ = 0;
};

} // namespace

std::unique_ptr<Sink> open_wav(const std::filesystem::path& file)
{
    return std::make_unique<WavSink>(file);
}

} // namespace nextplease::sound
