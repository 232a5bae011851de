#include "core/base/error.h"
#include "core/base/whole_file.h"
#include "core/domain/numbering.h"
#include "core/reception/forgetting.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/json_output.h"
#include "kiosk/cli/retention_words.h"
#include "kiosk/cli/subject_output.h"
#include "text_keys.h"

#include <fmt/format.h>
#include <limits>
#include <sys/stat.h>

namespace nextplease::cli {
namespace {

// Whose records, and how their files are called.
struct Named {
    Subject subject;
    std::string name;
};

Named find_ticket(const ExportArguments& asked, Records& records, LocalDate today)
{
    const LocalDate day = asked.day.value_or(today);
    const TicketNumber number = normalized(asked.ticket);
    const auto visit = records.visit_numbered(day, number);
    if (!visit)
        throw Refused(
            fmt::format("there is no ticket {} of {} in this store: write the number and the day as on the "
                        "paper",
                number.text(), to_iso(day)));
    return { visit->id, number.text() + "-" + to_iso(day) };
}

Named find_appointment(const ExportArguments& asked, Records& records)
{
    const auto appointment = records.appointment_referenced(reference_key(asked.appointment));
    if (!appointment)
        throw Refused(
            fmt::format("there is no appointment {} in this store: write the reference as it was given out",
                asked.appointment));
    return { appointment->id, "appointment-" + reference_key(appointment->reference) };
}

Named find_case(const ExportArguments& asked, Records& records)
{
    const auto reference = parse_case_reference(asked.reference);
    const auto found = reference ? records.case_of(reference->id) : std::nullopt;
    if (!found || found->letter != reference->letter)
        throw Refused(
            fmt::format("there is no case {} in this store: see nextplease case list", asked.reference));
    return { found->id, reference_of(*found) };
}

Named find(const ExportArguments& asked, Records& records, LocalDate today)
{
    if (!asked.ticket.empty())
        return find_ticket(asked, records, today);
    return asked.appointment.empty() ? find_case(asked, records) : find_appointment(asked, records);
}

void refuse_existing(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        throw InputError(fmt::format("{} exists already: name another folder", file.string()));
}

} // namespace

std::string forgotten_words(const Forgotten& done, Text text, const Words& words)
{
    return words.say(text,
        { { "visits", static_cast<long>(done.visits) },
            { "appointments", static_cast<long>(done.appointments) },
            { "feedback", static_cast<long>(done.feedback) },
            { "contacts", static_cast<long>(done.contacts) }, { "cases", static_cast<long>(done.cases) },
            { "names", static_cast<long>(done.names) } });
}

void run_command(const PurgeArguments& asked, const Surroundings& around)
{
    const auto store = around.open(Opening::Existing);
    const Configuration& configuration = around.configuration();
    const LocalDate today = configuration.zone.date(around.clock().now());
    ForgottenPast past;
    if (asked.dry_run)
        past.done = kept_too_long(*open_keeper(around.store_url(), Keeping::OnlyLook), configuration, today,
            std::chrono::days { 0 }, std::numeric_limits<int>::max());
    else {
        Reception reception(*store, configuration, around.clock());
        past = forget_past(reception);
    }
    if (asked.output == Output::Json)
        return write_result(forgotten_json(past, asked.dry_run ? Purge::Would : Purge::Done));
    std::string text =
        forgotten_words(past.done, asked.dry_run ? Text::CliPurgeWould : Text::CliPurgeDone, around.words());
    if (!past.log_emptied)
        text += ' ' + around.words().say(Text::CliPurgeLog);
    write_result(text + '\n');
}

void run_command(const ExportArguments& asked, const Surroundings& around)
{
    const std::optional<SecretKey> key; // what was sealed stays so: case show opens it, and says who read it
    const Configuration& configuration = around.configuration();
    const Instant now = around.clock().now();
    Named named;
    around.open_for_reading()->read(
        [&](Records& records) { named = find(asked, records, configuration.zone.date(now)); });
    const auto rows = open_keeper(around.store_url(), Keeping::OnlyLook)->everything_about(named.subject);
    const SubjectFile file { named.name, around.store_url(), now, rows, key, configuration.zone };
    umask(077); // nobody else's
    std::error_code error;
    std::filesystem::create_directories(asked.folder, error); // writing says what is wrong
    const auto json = asked.folder / (named.name + ".json");
    const auto text = asked.folder / (named.name + ".txt");
    refuse_existing(json);
    refuse_existing(text);
    const std::string as_json = subject_json(file); // both, before one is written
    const std::string as_text = subject_text(file);
    WholeFile one(json, Readers::Owner), other(text, Readers::Owner);
    one.write(as_json);
    other.write(as_text);
    one.keep();
    other.keep();
    write_result(around.words().say(Text::CliExportDone,
                     { { "subject", named.name }, { "json", json.string() }, { "text", text.string() } })
        + '\n');
}

} // namespace nextplease::cli
