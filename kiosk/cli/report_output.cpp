#include "kiosk/cli/report_output.h"

#include "core/base/whole_file.h"
#include "kiosk/cli/commands.h"
#include "kiosk/report/csv_metadata.h"
#include "kiosk/report/html_page.h"
#include "kiosk/report/pdf_file.h"
#include "kiosk/report/workbook.h"

namespace nextplease::cli {
namespace {

void write_text(
    const std::string& text, const std::filesystem::path& file, Controls controls = Controls::Shown)
{
    if (file.empty())
        return write_result(text, {}, controls);
    write_whole(file, text);
}

// Beside an ordinary file only.
void write_metadata(
    const std::string& csv, const report::Document& document, const std::filesystem::path& file)
{
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored))
        write_whole(report::metadata_path(file),
            report::csv_metadata(document, report::csv_head(csv), file.filename().string()));
}

} // namespace

std::string program_version()
{
    return "nextplease " NEXTPLEASE_VERSION;
}

report::Making making_of(Store& store, const Surroundings& around, const Words& words)
{
    return { around.configuration(), words, report::data_version(store), around.clock().now(),
        program_version() };
}

void write_report(
    const ReportForm& form, const ReportWriting& writing, Store& store, const Surroundings& around)
{
    const Words& words = form.language.empty() ? around.words() : nextplease::words(Language(form.language));
    using Detail = report::Making::Detail;
    const auto document = [&](Detail detail = Detail::Whole) {
        report::Making making = making_of(store, around, words);
        making.detail = detail;
        return writing.document(making);
    };
    switch (form.format) {
    case Format::Table:
        return write_text(writing.table(words), form.file, Controls::OurColours);
    case Format::Csv: {
        const std::string csv = writing.csv(words);
        write_text(csv, form.file);
        if (!form.file.empty())
            write_metadata(csv, document(Detail::NamesOnly), form.file);
        return;
    }
    case Format::Json:
        return write_text(
            report::with_provenance(writing.json(words), document(Detail::NamesOnly)), form.file);
    case Format::Html:
        return write_text(report::html_page(document(), words), form.file);
    case Format::Pdf:
        return write_text(report::pdf_file(document(), words), form.file);
    case Format::Xlsx:
        return report::write_workbook(document(), words, form.file);
    }
}

} // namespace nextplease::cli
