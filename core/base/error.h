// The exceptions: a failing outside world (Failure) and a wrong file from a person (InputError).
// What a person may simply not do now is neither: see domain/refusal.h.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace nextplease {

// The outside world failed: disk, store, display, device. what() is one sentence that says what is
// wrong and what to do. Nothing half-done is left behind by the code that throws it.
class Failure : public std::runtime_error {
public:
    enum class Kind {
        Unavailable, // not there, not readable or writable, busy for too long: may work later
        InDoubt, // it is not known whether a commit happened: look the request id up, never repeat blindly
        Corrupt, // what was read is not what we wrote
    };
    Failure(Kind kind, const std::string& sentence)
        : std::runtime_error(sentence)
        , kind_(kind)
    {
    }
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

// A file, an option or a value that a person gave cannot be used. what() says where ("file:line:column:"
// when there is a file), what is wrong and what to write instead. Nothing of it has been used.
class InputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace nextplease
