// What somebody needs, how many they are, and what else they came for.
#include "tests/visitor/journey_run.h"

using namespace nextplease;
using namespace nextplease::visitor;
using End = Journey::End;

namespace {

Configuration with_needs()
{
    Configuration made = testing::small_configuration();
    const Language english("en");
    made.office.needs = { { .code = NeedCode("interpreter"),
                              .name = { { english, "An interpreter" } },
                              .icon = "interpreter",
                              .asks = Need::Asks::WhichLanguage },
        { .code = NeedCode("seat"), .name = { { english, "A seat" } }, .icon = "person" } };
    made.office.interpreters = { { Language("so"), "Soomaali", "Somali" },
        { Language("bfi"), "BSL", "BSL" } };
    made.office.rules.party_at_most = 3;
    made.office.rules.matters_at_most = 1;
    return made;
}

struct Run : JourneyRun {
    explicit Run(Configuration made = with_needs(), const VisitWishes& wishes = {})
        : JourneyRun("2026-10-13T10:00:00", std::move(made))
    {
        open(&make_needs, ServiceCode("A"), wishes);
    }
    const VisitWishes& wishes() const { return *journey->wishes(); }
};

} // namespace

TEST_CASE("From needs to the confirmation: an interpreter, three people, one more service")
{
    Run run;
    CHECK(run.journey->name() == "needs.what");
    run.choose("need.interpreter");
    run.choose("need.seat");
    CHECK(run.choice("need.seat").chosen);
    run.journey->next();
    CHECK(run.journey->name() == "needs.language");
    run.choose("interpreter.so");
    CHECK(run.journey->name() == "needs.party");
    run.journey->further();
    run.journey->further();
    CHECK(run.as<CountStep>().counted == "3 people");
    run.journey->next();
    CHECK(run.journey->name() == "needs.matters");
    run.choose("matter.B");
    CHECK(run.journey->end() == End::No);
    run.journey->next();
    CHECK(run.journey->end() == End::Home);
    CHECK(run.wishes().needs == std::vector { NeedCode("interpreter"), NeedCode("seat") });
    CHECK(run.wishes().interpreter == Language("so"));
    CHECK(run.wishes().party == 3);
    CHECK(run.wishes().matters == std::vector { ServiceCode("B") });
}

TEST_CASE("What is touched again is taken back, and with the interpreter its language")
{
    VisitWishes before;
    before.needs = { NeedCode("interpreter") };
    before.interpreter = Language("so");
    Run run(with_needs(), before);
    CHECK(run.choice("need.interpreter").chosen);
    run.choose("need.interpreter");
    CHECK_FALSE(run.choice("need.interpreter").chosen);
    CHECK(run.wishes().interpreter.empty());
    run.journey->next();
    CHECK(run.journey->name() == "needs.party");
}

TEST_CASE("The count of people stays between one and the most on a ticket")
{
    Run run;
    run.journey->next();
    run.journey->fewer();
    CHECK(run.as<CountStep>().count == 1);
    for (int i = 0; i < 5; ++i)
        run.journey->further();
    CHECK(run.as<CountStep>().count == 3);
    CHECK(run.as<CountStep>().most == 3);
}

TEST_CASE("Further services are the other open ones, and no more than go on a ticket")
{
    Configuration made = with_needs();
    made.office.services[2].hours.weekdays[1].clear();
    Run run(made);
    run.journey->next();
    run.journey->next();
    REQUIRE(run.as<ChoiceStep>().choices.size() == 1);
    CHECK(run.as<ChoiceStep>().choices[0].letter == "B");

    Run full;
    full.journey->next();
    full.journey->next();
    full.choose("matter.B");
    CHECK(full.choice("matter.N").off == "Only 1 more fits on one ticket");
    full.journey->choose(1);
    CHECK(full.wishes().matters == std::vector { ServiceCode("B") });
    full.choose("matter.B");
    full.choose("matter.N");
    CHECK(full.wishes().matters == std::vector { ServiceCode("N") });
}

TEST_CASE("Back goes step by step, and then to where it was opened")
{
    Run run;
    run.choose("need.interpreter");
    run.journey->next();
    run.choose("interpreter.bfi");
    run.journey->next();
    for (const char* before : { "needs.party", "needs.language", "needs.what" }) {
        CHECK(run.journey->back());
        CHECK(run.journey->name() == before);
    }
    CHECK_FALSE(run.journey->back());
    CHECK(run.wishes().interpreter == Language("bfi"));
}

TEST_CASE("What kiosk.conf does not offer is not asked")
{
    Configuration made = with_needs();
    made.office.needs.clear();
    made.office.rules.matters_at_most = 0;
    CHECK(asks_needs(made));
    Run run(made);
    CHECK(run.journey->name() == "needs.party");
    CHECK_FALSE(run.journey->back());
    run.journey->next();
    CHECK(run.journey->end() == End::Home);
    made.office.rules.party_at_most = 1;
    CHECK_FALSE(asks_needs(made));
}
