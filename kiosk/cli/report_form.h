// In which form a report is asked for, where it goes, and in which language.
#pragma once

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace nextplease::cli {

enum class Format {
    Table, // for a terminal
    Csv,
    Json,
    Html,
    Xlsx,
    Pdf,
};

struct ReportForm {
    Format format = Format::Table;
    std::filesystem::path file {}; // empty: standard output
    std::string language {}; // empty: English
};

// As it was typed.
struct FormTyped {
    std::string format = "table";
    std::filesystem::path file;
    std::string language;
};
void add_form(CLI::App* command, FormTyped& typed);
// Throws WrongUsage.
ReportForm form_of(const FormTyped& typed);

} // namespace nextplease::cli
