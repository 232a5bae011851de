// A council by one of the shipped profiles, with a store of its own and a clock that stands still: verbs for
// tests to play a policy's rows with, and the figure that its report then says.
#pragma once

#include "core/reception/contact_import.h"
#include "core/reception/contacts.h"
#include "core/reception/standard_report.h"
#include "tests/support/reception_fixture.h"

#include <fstream>

namespace nextplease::testing {

inline Configuration profile(const std::string& name)
{
    return read_configuration(std::string(NEXTPLEASE_PROFILES) + "/" + name + ".conf");
}

struct PolicyOffice : ReceptionFixture {
    explicit PolicyOffice(const std::string& name)
        : ReceptionFixture("2026-01-02T09:00:00", profile(name))
    {
    }

    Instant at(const std::string& local) const
    {
        const auto time = parse_iso_time(local);
        REQUIRE_MESSAGE(time, local);
        const auto instant = configuration.zone.instant(*time);
        REQUIRE_MESSAGE(instant, local);
        return *instant;
    }
    void go_to(const std::string& local) { clock.set(at(local)); }

    StandardFigures of(const std::string& id)
    {
        for (const StandardAnswer& answer : standard_report(*store, configuration, {}, clock.now()).answers) {
            if (answer.standard.id == id)
                return answer.total;
        }
        FAIL("no such promise: " << id);
        return {};
    }

    OtherContact log(Channel channel, const std::string& received)
    {
        go_to(received);
        ContactWish wish;
        wish.channel = channel;
        return std::get<OtherContact>(log_contact(reception, wish, {}, actor));
    }
    void acknowledge(const OtherContact& contact, const std::string& local)
    {
        go_to(local);
        REQUIRE(std::holds_alternative<OtherContact>(acknowledge_contact(reception, contact.id, actor)));
    }
    void answer(const OtherContact& contact, const std::string& local)
    {
        go_to(local);
        REQUIRE(std::holds_alternative<OtherContact>(answer_contact(reception, contact.id, actor)));
    }
    void explain(const OtherContact& contact, const std::string& local, const std::string& until)
    {
        go_to(local);
        REQUIRE(std::holds_alternative<OtherContact>(explain_contact(reception, contact.id,
            "Two colleagues are ill.", "We are sorry.", *parse_iso_date(until), actor)));
    }

    // Arrives, and is seen after that long.
    void visit(const std::string& service, const std::string& arrived, Seconds wait)
    {
        go_to(arrived);
        const Visit taken = take(service);
        clock.advance(wait);
        const Visit called =
            done(reception.call(configuration.office.desks.at(0).code, taken.id, {}, "test"));
        done(reception.start(called.id, {}, actor));
        done(reception.finish(called.id, ContactResult {}, {}, actor));
    }

    ContactImportSummary import(ContactLog log, const std::string& rows)
    {
        const auto file = folder / "log.csv";
        std::ofstream(file) << (log == ContactLog::Calls ? "call,offered,answered,seconds,service\n"
                                                         : "item,received,scanned,scannable,service\n")
                            << rows;
        return import_contacts(*store, configuration, file, log, clock.now());
    }

    Actor actor { "staff:Clerk One", {} };
};

// Of what was decided: how many within.
inline std::pair<std::int64_t, std::int64_t> share_of(const StandardFigures& figures)
{
    return { figures.within, figures.decided() };
}
using Share = std::pair<std::int64_t, std::int64_t>;

} // namespace nextplease::testing
