#include "core/reception/contacts.h"
#include "core/reception/sentences.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/contact_output.h"
#include "text_keys.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

using Verb = ContactArguments::Verb;

// The other contacts of one reception, logged and answered from the command line.
class Contacts {
public:
    Contacts(const ContactArguments& asked, const Surroundings& around)
        : asked_(asked)
        , around_(around)
        , configuration_(around.configuration())
        , store_(asked.verb == Verb::List ? around.open_for_reading() : around.open(Opening::Create))
        , reception_(*store_, configuration_, around.clock())
    {
    }

    void run()
    {
        const ContactId id(asked_.id);
        switch (asked_.verb) {
        case Verb::Log:
            return tell(log_contact(reception_, wish(), RequestId(asked_.request), kActor));
        case Verb::Acknowledge:
            return tell(acknowledge_contact(reception_, id, kActor, when()));
        case Verb::Answer:
            return tell(answer_contact(reception_, id, kActor,
                { asked_.avoidable, asked_.resolved, asked_.reason, asked_.explanation, asked_.apology,
                    when() }));
        case Verb::Explain:
            return tell(
                explain_contact(reception_, id, asked_.explanation, asked_.apology, asked_.until, kActor));
        case Verb::SetAside:
            return tell(set_contact_aside(reception_, id, *asked_.set_aside, kActor));
        case Verb::TakeBack:
            return tell(take_back_contact(reception_, id, kActor));
        case Verb::Checked:
            return check();
        case Verb::List:
            return list();
        }
    }

private:
    ContactWish wish() const
    {
        ContactWish wish;
        wish.channel = asked_.channel;
        wish.service = ServiceCode(asked_.service);
        wish.about = asked_.about;
        wish.avoidable = asked_.avoidable;
        wish.answered = asked_.answered ? ContactWish::Answered::Now : ContactWish::Answered::Later;
        wish.set_aside = asked_.set_aside;
        wish.resolved = asked_.resolved;
        wish.reason = asked_.reason;
        if (asked_.received) {
            wish.received = instant_of("--received", *asked_.received);
            check_received(*wish.received, around_.clock().now());
        }
        if (asked_.acknowledged) {
            wish.acknowledged = instant_of("--acknowledged", *asked_.acknowledged);
            check_acknowledged(*wish.acknowledged, wish.received.value_or(around_.clock().now()));
        }
        return wish;
    }

    Instant instant_of(const char* option, const LocalTime& time) const
    {
        const auto at = configuration_.zone.instant(time);
        if (!at)
            throw WrongUsage(
                fmt::format("{} {} is an hour that the clocks skipped: write the time that they showed",
                    option, to_iso(time)));
        return *at;
    }

    // When it was done, of one that is in the log.
    std::optional<Instant> when() const
    {
        if (!asked_.at)
            return std::nullopt;
        const Instant at = instant_of("--at", *asked_.at);
        std::optional<OtherContact> contact;
        store_->read([&](Records& records) { contact = records.contact(ContactId(asked_.id)); });
        if (at > around_.clock().now())
            throw Refused("--at is still to come: write when it was");
        if (contact && at < contact->received)
            throw Refused(fmt::format("--at is before it came, {}: write when it was",
                to_iso(configuration_.zone.local(contact->received))));
        if (contact && contact->acknowledged && at < *contact->acknowledged)
            throw Refused(fmt::format("--at is before it was acknowledged, {}: write when it was",
                to_iso(configuration_.zone.local(*contact->acknowledged))));
        return at;
    }

    void check_acknowledged(Instant acknowledged, Instant received) const
    {
        if (acknowledged < received)
            throw Refused("--acknowledged is before it came: write --received too, or correct it");
        if (acknowledged > around_.clock().now())
            throw Refused("--acknowledged is still to come: write when it was");
    }

    void tell(const ContactReply& reply) const
    {
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            refuse(*refusal, around_);
        const Instant now = around_.clock().now();
        const OpenContact one = with_dates({ std::get<OtherContact>(reply) }, configuration_, now).front();
        if (asked_.output == Output::Json)
            return write_result(contact_json(one, now));
        const Words& words = around_.words();
        std::string text = contact_line(one, configuration_, words, now);
        if (asked_.verb == Verb::Answer && one.owes_explanation())
            text += words.say(Text::CliContactOwed, { { "id", one.contact.id.value() } }) + '\n';
        write_result(text);
    }

    void check()
    {
        check_channel(reception_, asked_.channel, kActor);
        const std::string date = to_iso(configuration_.zone.date(around_.clock().now()));
        const std::string channel(word(asked_.channel));
        write_result(asked_.output == Output::Json
                ? fmt::format("{{\n  \"channel\": \"{}\",\n  \"checked_on\": \"{}\"\n}}\n", channel, date)
                : around_.words().say(Text::CliContactChecked, { { "channel", channel }, { "date", date } })
                    + '\n');
    }

    void list() const
    {
        std::vector<OtherContact> contacts;
        const Instant now = around_.clock().now();
        const LocalDate today = configuration_.zone.date(now);
        store_->read([&](Records& records) {
            if (asked_.open)
                contacts = records.open_contacts(kMost);
            else
                records.each_contact(
                    configuration_.zone.days(asked_.from.value_or(today), asked_.to.value_or(today)),
                    [&](const OtherContact& contact) { contacts.push_back(contact); });
        });
        const std::vector<OpenContact> dated = with_dates(std::move(contacts), configuration_, now);
        if (asked_.output == Output::Json)
            return write_result(contacts_json(dated, now));
        std::string text;
        for (const OpenContact& one : dated)
            text += contact_line(one, configuration_, around_.words(), now);
        write_result(dated.empty() ? around_.words().say(Text::CliContactNone) + '\n' : text);
    }

    static constexpr int kMost = 100'000;
    inline static const Actor kActor { "command line", {} };

    const ContactArguments& asked_;
    const Surroundings& around_;
    const Configuration& configuration_;
    std::unique_ptr<Store> store_;
    Reception reception_;
};

} // namespace

void run_command(const ContactImportArguments& asked, const Surroundings& around)
{
    const auto store = around.open(Opening::Create);
    const ContactImportSummary summary =
        import_contacts(*store, around.configuration(), asked.file, asked.log, around.clock().now());
    if (asked.output == Output::Json)
        return write_result(contact_import_json(summary));
    const Words& words = around.words();
    write_result(words.count(Text::CliImportRows, summary.rows) + '\n'
        + words.say(Text::CliContactImported,
            { { "added", summary.added }, { "updated", summary.updated },
                { "known", summary.already_there } })
        + '\n');
}

void run_command(const ContactArguments& asked, const Surroundings& around)
{
    Contacts(asked, around).run();
}

} // namespace nextplease::cli
