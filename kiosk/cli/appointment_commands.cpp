#include "core/base/catalogue.h"
#include "core/reception/appointment_import.h"
#include "core/reception/reception.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/json_output.h"
#include "text_keys.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using Verb = AppointmentArguments::Verb;

constexpr std::array<Text, 4> kStates { Text::CliAppointmentBooked, Text::CliAppointmentArrived,
    Text::CliAppointmentCancelled, Text::CliAppointmentMissed };

// In the order of CheckIn::Kind.
constexpr std::array<Text, 8> kCheckedIn { Text::CliCheckinEarly, Text::CliCheckinInTime,
    Text::CliCheckinLate, Text::CliCheckinTooLate, Text::CliCheckinAnotherDay, Text::CliCheckinDayPassed,
    Text::CliCheckinAlreadyArrived, Text::CliCheckinCancelled };

// The appointments of one reception, asked and changed from the command line.
class Appointments {
public:
    Appointments(const AppointmentArguments& asked, const Surroundings& around)
        : asked_(asked)
        , around_(around)
        , words_(around.words())
        , configuration_(around.configuration())
        , store_(around.open(Opening::Create))
        , reception_(*store_, configuration_, around.clock())
    {
    }

    void run()
    {
        switch (asked_.verb) {
        case Verb::Add:
            return tell(reception_.add_appointment(wanted(), "command line"));
        case Verb::Cancel:
            return tell(reception_.cancel_appointment(asked_.reference, asked_.apology, "command line"));
        case Verb::Move:
            return tell(reception_.move_appointment(
                asked_.reference, instant(asked_.at), asked_.apology, "command line"));
        case Verb::CheckIn:
            return check_in();
        case Verb::Import:
            return import();
        case Verb::List:
            return list();
        }
    }

private:
    bool json() const { return asked_.output == Output::Json; }

    Appointment wanted() const
    {
        Appointment appointment;
        appointment.reference = asked_.reference;
        appointment.service = ServiceCode(asked_.service);
        appointment.at = instant(asked_.at);
        appointment.language = language();
        for (const std::string& need : asked_.needs)
            appointment.needs.emplace_back(need);
        appointment.interpreter = Language(asked_.interpreter);
        appointment.note = asked_.note;
        return appointment;
    }

    Instant instant(const LocalTime& time) const
    {
        const auto at = configuration_.zone.instant(time);
        if (!at)
            throw WrongUsage("--at " + to_iso(time) + ": the clocks skip that hour; write another time");
        return *at;
    }

    Language language() const
    {
        const Language language(asked_.language);
        if (!language.empty())
            words(language); // refuses one that there are no words in
        return language;
    }

    void tell(const AppointmentReply& reply) const
    {
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            refuse(*refusal, around_);
        const auto& appointment = std::get<Appointment>(reply);
        write_result(json() ? appointment_json(appointment, configuration_.zone) : line_of(appointment));
    }

    // "K7M-4PX: Housing, 2026-10-13T10:40:00, booked"
    std::string line_of(const Appointment& appointment) const
    {
        std::string line = fmt::format("{}: {}, {}, {}", appointment.reference,
            name_of(appointment.service, words_, configuration_),
            to_iso(configuration_.zone.local(appointment.at)),
            words_.say(kStates.at(static_cast<std::size_t>(appointment.state))));
        for (const NeedCode& need : appointment.needs)
            line += ", " + need.text();
        if (!appointment.interpreter.empty())
            line += ", " + appointment.interpreter.text();
        return line + (appointment.note.empty() ? "" : ": " + appointment.note) + '\n';
    }

    void check_in()
    {
        const CheckInReply reply =
            reception_.check_in(asked_.reference, language(), RequestId(asked_.request), "command line");
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            refuse(*refusal, around_);
        const auto& answer = std::get<CheckedIn>(reply);
        const LocalTime at = configuration_.zone.local(answer.appointment.at);
        const std::string said = words_.say(kCheckedIn.at(static_cast<std::size_t>(answer.kind)),
            { { "reference", answer.appointment.reference },
                { "number", answer.visit ? answer.visit->number.text() : "" },
                { "date", long_date(at.date, words_) }, { "time", clock_face(at.since_midnight) } });
        if (!answer.visit)
            throw Refused(said);
        write_result(json() ? check_in_json(answer, configuration_.zone) : said + '\n');
    }

    void import()
    {
        const AppointmentSummary summary =
            import_appointments(*store_, configuration_, asked_.file, reception_.now());
        if (json())
            return write_result(appointment_import_json(summary));
        std::string text = words_.count(Text::CliImportRows, summary.rows) + '\n';
        if (summary.added == 0 && summary.rows > 0)
            text += words_.say(Text::CliImportNothingNew) + '\n';
        else
            text += words_.say(Text::CliImportAdded,
                        { { "added", summary.added }, { "known", summary.already_there } })
                + '\n';
        write_result(text);
    }

    void list()
    {
        const LocalDate today = reception_.today();
        const LocalDate from = asked_.from.value_or(std::min(today, asked_.to.value_or(today)));
        const LocalDate to = asked_.to.value_or(std::max(from, today));
        const std::vector<Appointment> found = reception_.appointments(from, to);
        if (json())
            return write_result(appointments_json(found, configuration_.zone));
        std::string text;
        for (const Appointment& appointment : found)
            text += line_of(appointment);
        write_result(text.empty() ? words_.say(Text::CliAppointmentNone) + '\n' : text);
    }

    const AppointmentArguments& asked_;
    const Surroundings& around_;
    const Words& words_;
    const Configuration& configuration_;
    std::unique_ptr<Store> store_;
    Reception reception_;
};

} // namespace

void run_command(const AppointmentArguments& asked, const Surroundings& around)
{
    Appointments(asked, around).run();
}

} // namespace nextplease::cli
