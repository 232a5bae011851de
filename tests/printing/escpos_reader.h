// What a printer understands of the bytes it gets, written from the printers' manuals and not from the
// sender: the test's own decoder. It knows the commands that a slip may hold, and complains of any other.
#pragma once

#include "kiosk/printing/raster.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nextplease::testing {

struct ReadSlip {
    printing::Raster raster; // pictures and feed under one another
    bool cut = false;
};

struct ReadPaper {
    std::vector<ReadSlip> slips;
    std::vector<std::string> complaints;
    int resets = 0;
    int questions = 0; // DLE EOT, wherever it stood
};

class EscposReader {
public:
    explicit EscposReader(int width)
        : width_(width)
    {
    }

    ReadPaper read(std::string_view bytes)
    {
        bytes_ = bytes;
        while (at_ < bytes_.size())
            command();
        if (!slip_.rows.empty())
            paper_.slips.push_back({ slip_, false });
        return paper_;
    }

private:
    int next()
    {
        if (at_ >= bytes_.size()) {
            paper_.complaints.push_back("ends in the middle of a command");
            return 0;
        }
        return static_cast<std::uint8_t>(bytes_[at_++]);
    }

    void command()
    {
        const int first = next();
        if (first == 0)
            return; // means nothing between commands
        const int second = next();
        if (first == 0x1B && second == '@')
            ++paper_.resets;
        else if (first == 0x1B && second == 'a')
            next();
        else if (first == 0x1B && second == 'J')
            feed(next());
        else if (first == 0x1D && second == 'P') {
            next();
            next();
        } else if (first == 0x1D && (second == 'a' || second == 'r'))
            next();
        else if (first == 0x1D && second == 'V')
            cut();
        else if (first == 0x1D && second == 'v')
            picture();
        else if (first == 0x10 && second == 0x04) {
            next();
            ++paper_.questions;
        } else
            paper_.complaints.push_back("does not know " + std::to_string(first) + " "
                + std::to_string(second) + " at " + std::to_string(at_));
    }

    void feed(int rows)
    {
        slip_.width = width_;
        slip_.height += rows;
        slip_.rows.resize(slip_.stride() * static_cast<std::size_t>(slip_.height));
    }

    void cut()
    {
        if (next() == 'B')
            next();
        paper_.slips.push_back({ slip_, true });
        slip_ = {};
    }

    void picture()
    {
        if (next() != '0' || next() != 0)
            paper_.complaints.push_back("a picture that is not of single dots");
        const int x_low = next(), x_high = next(), y_low = next(), y_high = next();
        const std::size_t stride = static_cast<std::size_t>(x_low + 256 * x_high);
        const int rows = y_low + 256 * y_high;
        if (static_cast<int>(stride) * 8 != width_)
            paper_.complaints.push_back("a picture of another width");
        for (int y = 0; y < rows; ++y) {
            feed(1);
            for (std::size_t x = 0; x < stride; ++x)
                slip_.rows[slip_.rows.size() - stride + x] = static_cast<std::uint8_t>(next());
        }
    }

    int width_;
    std::string_view bytes_;
    std::size_t at_ = 0;
    printing::Raster slip_;
    ReadPaper paper_;
};

} // namespace nextplease::testing
