// A report as a document: every figure typed, with what it means and where it comes from. The exporters
// (html_page.h, pdf_file.h, workbook.h) make files of it, in the language of its words.
#pragma once

#include "core/base/local_time.h"
#include "core/domain/standard.h"
#include "kiosk/chart/chart.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace nextplease::report {

// A share is never without what it is a share of.
struct Share {
    std::int64_t part = 0;
    std::int64_t whole = 0; // 0: nothing to divide by
    friend bool operator==(const Share&, const Share&) = default;
};

struct Duration {
    double seconds = 0;
    friend bool operator==(const Duration&, const Duration&) = default;
};

// Any other number, said with so many decimals.
struct Figure {
    double value = 0;
    int decimals = 1;
    friend bool operator==(const Figure&, const Figure&) = default;
};

// Empty where there is nothing to say.
using Cell = std::variant<std::monostate, std::int64_t, Share, Duration, Figure, LocalDate, LocalTime,
    Verdict, std::string>;

struct Column {
    std::string key; // as the CSV has it: "share_seen_within"
    std::string name; // as people read it
};

struct Table {
    std::string caption;
    std::vector<Column> columns; // the first one names the rows
    std::vector<std::vector<Cell>> rows;
    enum class LastRow { Total, OneOfThem };
    LastRow last = LastRow::OneOfThem;
};

struct Term {
    std::string name;
    std::string sentence;
};

struct Section {
    std::string title;
    std::vector<std::variant<std::string, Table, chart::Chart>> parts; // paragraphs, tables and charts
};

struct Document {
    std::string stem; // of file names: "waiting"
    std::string title; // "Waiting"
    std::string council;
    std::filesystem::path logo {}; // a PNG; may be empty
    Language language;
    std::vector<Term> asked; // period, groups, target: what was asked for
    std::vector<Section> sections;
    std::vector<Term> definitions; // what each figure means
    std::vector<Term> about; // time made, data, program
    std::string made; // "2026-11-22T11:16:00Z"
};

// The first table of it, whose columns the CSV has; nullptr: there is none.
const Table* first_table(const Document& document);

} // namespace nextplease::report
