// What is held of one person, as a JSON object for programs and as a text for people.
#pragma once

#include "core/base/local_time.h"
#include "core/reception/sealing.h"
#include "core/store/forgetting.h"

#include <optional>
#include <string>
#include <vector>

namespace nextplease::cli {

struct SubjectFile {
    std::string subject; // such as "A001-2026-10-13" or "K-318"
    std::string store;
    Instant made;
    const std::vector<SubjectRow>& rows;
    const std::optional<SecretKey>& key; // nullopt: what was sealed stays so
    const Zone& zone; // of the text; JSON has UTC
};

// Throw Refused where `key` is not the one that something was sealed to.
std::string subject_json(const SubjectFile& file);
std::string subject_text(const SubjectFile& file);

} // namespace nextplease::cli
