// What every document is made with, and what it says of itself.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"
#include "kiosk/report/document.h"

#include <optional>

namespace nextplease::report {

// Which data a report was made from: the last event of the store, which only grows.
struct DataVersion {
    std::string store; // its name
    EventId last_event {}; // zero: none yet
    std::optional<Instant> at {}; // when it happened
};
// A few dozen seeks, however long the log.
DataVersion data_version(Store& store);

struct Making {
    const Configuration& configuration;
    const Words& words;
    DataVersion data;
    Instant now;
    std::string program; // "nextplease 0.1.0"
    // Without what takes another look at the store: enough to say what a file of figures means.
    enum class Detail { Whole, NamesOnly };
    Detail detail = Detail::Whole;
};

// A document that says all this, without sections. Days are local and included; none: the first or the last.
struct Days {
    std::optional<LocalDate> from, to;
};
Document begin_document(const Making& making, std::string stem, std::string title, const Days& days);
// Adds what figures are grouped by, where they are: the word that --by takes.
void add_grouping(Document& document, std::string_view by, const Words& words);
// "service", "hour" and so on, as people read it.
std::string grouping_words(std::string_view by, const Words& words);
// The key of a month or a quarter as people say it: "October 2026", "1 Jul to 30 Sept 2026"; with words where
// it is not over when the document is made: "October 2026, so far". Any other name as it is.
std::string period_name(std::string name, const Making& making);
// "1 October 2026 to 31 October 2026", with words where there is no end.
std::string period_words(const Days& days, const Words& words);

} // namespace nextplease::report
