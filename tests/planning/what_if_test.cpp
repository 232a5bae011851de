// "What if", as it is written and as it changes a plan.
#include "core/reception/what_if.h"

#include "core/base/error.h"
#include "tests/planning/small_model.h"

#include <doctest/doctest.h>

using namespace nextplease;

namespace {

bool refused(const std::string& text)
{
    try {
        parse_what_if(text);
    } catch (const InputError& error) {
        return std::string(error.what()).find("write \"desks 11:00-14:00 +1\"") != std::string::npos;
    }
    return false;
}

struct Changed {
    StaffingModel model = testing::one_service({ 10, 10, 10, 10 }, 300, 3); // 9 to 13
    Rota rota { 3, 8 };

    Changed()
    {
        model.services.push_back({ ServiceCode("H"), Seconds { 600 }, model.services[0].handlings });
        model.desks[0].rank = { 1, 2 };
        model.desks[1].rank = { 1, 0 };
        model.desks[2].rank = { 1, 1 };
        for (std::size_t step = 0; step < 8; ++step)
            rota.open(0, step);
    }
    void by(const std::string& text) { apply(parse_what_if(text), model, rota); }
    std::string desks_open() const
    {
        std::string text;
        for (std::size_t step = 0; step < rota.steps(); ++step)
            text += std::to_string(rota.desks_open(step));
        return text;
    }
    int serving(std::size_t service) const
    {
        return static_cast<int>(std::count_if(model.desks.begin(), model.desks.end(),
            [&](const PlannedDesk& desk) { return desk.rank[service] > 0; }));
    }
};

} // namespace

TEST_CASE("Changes are read as people write them")
{
    const WhatIf one = parse_what_if("desks 11:00-14:00 +1, service H desks 2,visitors -10%");
    REQUIRE(one.changes.size() == 3);
    CHECK(std::get<MoreDesks>(one.changes[0])
        == MoreDesks { { std::chrono::hours { 11 }, std::chrono::hours { 14 } }, 1 });
    CHECK(std::get<DesksOfService>(one.changes[1]) == DesksOfService { ServiceCode("H"), 2 });
    CHECK(std::get<MoreVisitors>(one.changes[2]).factor == doctest::Approx(0.9));
    CHECK(one.text == "desks 11:00-14:00 +1, service H desks 2,visitors -10%");
    CHECK(std::get<MoreDesks>(parse_what_if("  desks   09:00-24:00  -2 ").changes[0]).more == -2);
}

TEST_CASE("What is no change is refused with the way to write one")
{
    for (const char* text : { "", ",", "desks", "desks 11:00-14:00", "desks 11:00-14:00 1",
             "desks 14:00-11:00 +1", "desks 11-14 +1", "desks 11:00-14:00 +0", "desks 11:00-14:00 +-1",
             "desks 11:00-14:00 +1.5", "service H", "service H desks", "service H desks 0",
             "service H desks two", "visitors +10", "visitors 10%", "visitors -100%", "more desks",
             "desks 11:00-14:00 +1 now", "desks 11:00-14:00 +999" }) {
        CAPTURE(text);
        CHECK(refused(text));
    }
}

TEST_CASE("One more desk is one that is closed in all these hours; where there is none, a further one")
{
    Changed changed;
    changed.by("desks 10:00-11:00 +1");
    CHECK(changed.desks_open() == "11221111");
    changed.by("desks 10:30-12:00 +2");
    CHECK(changed.desks_open() == "11243311");
    CHECK(changed.rota.desks() == 4);
    CHECK(changed.model.desks[3].code.empty());
    CHECK(changed.model.desks[3].rank == std::vector<int> { 1, 1 });
    CHECK_THROWS_AS(changed.by("desks 18:00-19:00 +1"), InputError);
}

TEST_CASE("One fewer is the last that opened, and not fewer than none")
{
    Changed changed;
    changed.by("desks 09:00-13:00 +1");
    changed.by("desks 12:00-13:00 -2");
    CHECK(changed.desks_open() == "22222200");
    CHECK_THROWS_AS(changed.by("desks 12:00-12:30 -1"), InputError);
}

TEST_CASE("A service is served by so many desks: by fewer, or by desks that did not serve it before")
{
    Changed changed;
    CHECK(changed.serving(1) == 2);
    changed.by("service H desks 1");
    CHECK(changed.serving(1) == 1);
    changed.by("service H desks 3");
    CHECK(changed.serving(1) == 3);
    CHECK(changed.serving(0) == 3);
    CHECK_THROWS_AS(changed.by("service H desks 4"), InputError);
    CHECK_THROWS_AS(changed.by("service X desks 1"), InputError);
}

TEST_CASE("More visitors come in every step")
{
    Changed changed;
    changed.by("visitors +50%");
    CHECK(changed.model.visitors() == doctest::Approx(60));
}
