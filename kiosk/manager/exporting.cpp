#include "kiosk/manager/exporting.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/whole_file.h"
#include "core/reception/configuration_scheduled.h"
#include "kiosk/printing/letter_printer.h"
#include "kiosk/report/csv_metadata.h"
#include "kiosk/report/document_files.h"
#include "kiosk/report/html_page.h"
#include "kiosk/report/pdf_file.h"
#include "kiosk/report/workbook.h"
#include "text_keys.h"

#include <array>
#include <cstdlib>
#include <fmt/format.h>

namespace nextplease::manager {
namespace {

std::filesystem::path folder_of(const Configuration& configuration)
{
    const std::filesystem::path named = reports_folder(configuration);
    if (!named.empty())
        return named;
    const char* home = std::getenv("HOME");
    return home ? home : ".";
}

// A file of the same minute is kept: this one gets a number then.
std::filesystem::path file_path(
    const std::filesystem::path& folder, const report::Document& document, const LocalTime& now, Export how)
{
    constexpr std::array kEndings { "xlsx", "pdf", "pdf", "html", "csv", "json" };
    static_assert(kEndings.size() == kExports);
    std::string time = clock_face(now.since_midnight);
    std::erase(time, ':');
    const char* ending = kEndings.at(static_cast<std::size_t>(how));
    const std::string name = fmt::format("{}-{}-{}", document.stem, to_iso(now.date), time);
    std::filesystem::path file = folder / fmt::format("{}.{}", name, ending);
    constexpr int kMost = 1000; // in one minute
    for (int number = 2; std::filesystem::exists(file) && number < kMost; ++number)
        file = folder / fmt::format("{}-{}.{}", name, number, ending);
    return file;
}

void write_file(
    const report::Document& document, Export how, const Words& words, const std::filesystem::path& file)
{
    switch (how) {
    case Export::Sheet:
        return report::write_workbook(document, words, file);
    case Export::Html:
        return write_whole(file, report::html_page(document, words));
    case Export::Csv: {
        const std::string text = report::document_csv(document);
        write_whole(file, text);
        return write_whole(report::metadata_path(file),
            report::csv_metadata(document, report::csv_head(text), file.filename().string()));
    }
    case Export::Json:
        return write_whole(file, report::document_json(document));
    case Export::Pdf:
    case Export::Print:
        break;
    }
    write_whole(file, report::pdf_file(document, words));
}

} // namespace

Exported export_document(const MakeDocument& make, Export how, Reception& reception, const Words& words)
{
    const Configuration& configuration = reception.configuration();
    const std::string& printer = configuration.letters.printer;
    if (how == Export::Print && printer.empty())
        return { words.say(Text::ManagerExportPrintingOff), false };
    const Instant now = reception.now();
    const report::Making making { configuration, words, report::data_version(reception.store()), now,
        "nextplease " NEXTPLEASE_VERSION };
    const report::Document document = make(making);
    try {
        if (how == Export::Print) {
            printing::print_pdf(report::pdf_file(document, words), document.title, printer);
            return { words.say(Text::ManagerExportPrinted) };
        }
        const std::filesystem::path file =
            file_path(folder_of(configuration), document, configuration.zone.local(now), how);
        write_file(document, how, words, file);
        return { words.say(Text::ManagerExportSaved, { { "file", file.string() } }) };
    } catch (const Failure& failure) { // of a folder or a printer, and nothing of the store
        log::warning(failure.what());
        return { failure.what(), false };
    }
}

} // namespace nextplease::manager
