// A scanner types where nothing is typed: a ticket's code or an appointment's reference, at once and with
// Enter.
#include "tests/visitor/flow_fixture.h"

#include <doctest/doctest.h>

namespace nextplease::visitor {
namespace {

struct Scanned {
    std::vector<std::pair<JourneyKind, std::u32string>> codes;
};

class ScanningJourney : public Journey {
public:
    ScanningJourney(Scanned& scanned, JourneyKind kind)
        : scanned_(scanned)
        , kind_(kind)
    {
    }
    std::string name() const override { return "scanned"; }
    Step step(const Words&) const override { return SayingStep {}; }
    bool back() override { return false; }
    void scan(const std::u32string& code) override { scanned_.codes.emplace_back(kind_, code); }

private:
    Scanned& scanned_;
    JourneyKind kind_;
};

struct ScanFixture : Scanned, FlowFixture {
    explicit ScanFixture(VisitorSettings::Start start)
        : FlowFixture(start, scanning(*this))
    {
    }
    static Journeys scanning(Scanned& scanned)
    {
        Journeys journeys;
        for (const JourneyKind kind : { JourneyKind::CheckIn, JourneyKind::MyTicket })
            journeys[kind] = [&scanned, kind](const JourneyContext&) {
                return std::make_unique<ScanningJourney>(scanned, kind);
            };
        return journeys;
    }
    void scan(const std::u32string& code)
    {
        touch();
        for (const char32_t c : code)
            flow.type_ahead(std::u32string(1, c));
        flow.end_scan();
    }
};

} // namespace

TEST_CASE("A code that is scanned on the first screen or on the services opens the journey that it is of")
{
    for (const auto start : { VisitorSettings::Start::Languages, VisitorSettings::Start::Services }) {
        for (const auto& [code, kind] : { std::pair { U"NEXTPLEASE:2026-10-13:B042", JourneyKind::MyTicket },
                 std::pair { U"B042", JourneyKind::MyTicket }, std::pair { U"b42", JourneyKind::MyTicket },
                 std::pair { U"K7M-4PX", JourneyKind::CheckIn },
                 std::pair { U"BK-100234", JourneyKind::CheckIn } }) {
            ScanFixture kiosk(start);
            kiosk.scan(code);
            CHECK(kiosk.flow.screen() == Screen::Journey);
            REQUIRE(kiosk.codes.size() == 1);
            CHECK(kiosk.codes[0].first == kind);
            CHECK(kiosk.codes[0].second == code);
        }
    }
}

TEST_CASE("A stray key is no code, nor is what was typed long before it")
{
    ScanFixture kiosk(VisitorSettings::Start::Services);
    kiosk.scan(U"x");
    CHECK(kiosk.flow.screen() == Screen::Home);
    kiosk.flow.type_ahead(U"+");
    CHECK_FALSE(kiosk.flow.scanning());
    kiosk.flow.type_ahead(U"zz");
    kiosk.wait(Seconds { 2 });
    kiosk.flow.end_scan();
    CHECK(kiosk.flow.screen() == Screen::Home);
    kiosk.flow.type_ahead(U"zz");
    kiosk.wait(Seconds { 2 });
    kiosk.scan(U"B042");
    REQUIRE(kiosk.codes.size() == 1);
    CHECK(kiosk.codes[0].second == U"B042");
}

TEST_CASE("While a visitor stands at another screen, a scan disturbs nobody")
{
    ScanFixture kiosk(VisitorSettings::Start::Services);
    kiosk.touch();
    kiosk.flow.open_help();
    kiosk.scan(U"B042");
    CHECK(kiosk.flow.screen() == Screen::Help);
    CHECK(kiosk.codes.empty());
}

} // namespace nextplease::visitor
