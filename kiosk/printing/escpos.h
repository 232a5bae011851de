// ESC/POS, the language of ticket printers: the bytes of a job, questions to the printer and its answers.
// Pure.
#pragma once

#include "core/domain/device_state.h"
#include "kiosk/printing/raster.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nextplease::printing::escpos {

// One slip, ready to be sent.
struct Job {
    std::string bytes;
    std::size_t largest = 0; // bytes of dots that one command takes
};

// Initialises the printer, prints `raster` in bands that small buffers hold, blank rows as feed, and cuts.
// None of its data reads as a command that printers obey at once, in the middle of a picture (DLE EOT, DLE
// ENQ, DLE DC4): where it would, one dot is added; see harmless().
Job job(const Raster& raster);

// The raster with single dots added so that no two of its bytes, as sent, begin a real-time command.
Raster harmless(Raster raster);

// What brings a printer back that was sent an unknown part of `job`: blanks for the dots that it may still be
// waiting for (outside of a picture they mean nothing), and the torn slip is cut off.
std::string completion(const Job& job);

// Questions. The first four are answered at once, whatever the printer is doing; the last when all before it
// was printed.
enum class Question : std::uint8_t { Printer = 1, OfflineCause = 2, ErrorCause = 3, Paper = 4 };
std::string ask(Question question);
std::string ask_when_done();

// True for a byte that has the fixed bits of an answer to a Question, or to ask_when_done().
bool is_answer(std::uint8_t byte);
bool is_done_answer(std::uint8_t byte);

// What was answered. A question that was not answered is absent.
struct Answers {
    std::optional<std::uint8_t> printer {}, offline_cause {}, error_cause {}, paper {};
};
// The worst that it tells. Unknown if `printer` is absent.
DeviceState state_of(const Answers& answers);

// The answer in everything that came back after one question: exactly one byte of the right form. More, or
// anything else, is not to be trusted (a printer that echoes, chatters or answers another program).
std::optional<std::uint8_t> answer_in(std::string_view received);

} // namespace nextplease::printing::escpos
