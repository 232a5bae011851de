// The log of contacts at a desk, worked with keys on a real store: written down and coded, what is still to
// be answered by what is due, and what is late.
#include "core/reception/contact_register.h"
#include "core/reception/contacts.h"
#include "tests/desk/desk_story.h"

namespace nextplease::desk {
namespace {

using ui::KeyCode;
using namespace std::chrono_literals;

constexpr const char* kDesk = "Desk 1";

Configuration with_promises()
{
    Configuration made = testing::small_configuration();
    const auto promise = [&](const char* id, StandardChannel channel, Stretch stretch, Limit limit) {
        Standard standard;
        standard.id = id;
        standard.channels = { channel };
        standard.stretch = stretch;
        standard.limit = limit;
        made.standards.push_back(standard);
    };
    const Limit one { Limit::Unit::WorkingDay, 1 };
    const Limit five { Limit::Unit::WorkingDay, 5 };
    promise("e-ack", StandardChannel::Email, Stretch::Acknowledged, one);
    promise("e-full", StandardChannel::Email, Stretch::Answered, five);
    promise("letter-full", StandardChannel::Letter, Stretch::Answered, five);
    promise("social", StandardChannel::Social, Stretch::Answered, { Limit::Unit::Hour, 2 });
    promise("post", StandardChannel::Post, Stretch::Scanned, { Limit::Unit::SameDay, 0 });
    return made;
}

struct Log : Story {
    explicit Log(const Configuration& made = with_promises())
        : Story(Language("en"), 1920, 1080, made)
    {
        look();
    }
    void open()
    {
        at(kDesk);
        type(kDesk, "c");
    }
    void open_list()
    {
        open();
        type(kDesk, "0");
    }
    void choose(const OtherContact& contact)
    {
        open_list();
        tap(kDesk, "open." + std::to_string(contact.id.value()));
    }
    void write(const char* item, const char* words)
    {
        tap(kDesk, item);
        at(kDesk).type(words);
        look();
    }
    OtherContact came(Channel channel, Seconds ago = 0s, const std::string& about = {})
    {
        ContactWish wish;
        wish.channel = channel;
        wish.about = about;
        wish.received = reception.clock.now() - ago;
        return std::get<OtherContact>(log_contact(reception.reception, wish, {}, { "test" }));
    }
    std::vector<OtherContact> all()
    {
        std::vector<OtherContact> found;
        reception.store->read([&](Records& records) {
            records.each_contact({ Instant {}, reception.clock.now() + 24h },
                [&](const OtherContact& contact) { found.push_back(contact); });
        });
        return found;
    }
    OtherContact now(const OtherContact& contact)
    {
        std::optional<OtherContact> found;
        reception.store->read([&](Records& records) { found = records.contact(contact.id); });
        REQUIRE(found);
        return *found;
    }
    std::string local(Instant at) { return to_iso(reception.configuration.zone.local(at)); }
    bool says(const std::string& words) { return at(kDesk).says(words); }
};

} // namespace

TEST_CASE("NI14: a call that is closed at the desk is coded in one tap, which logs it")
{
    Log log;
    log.open();
    log.type(kDesk, "1"); // by phone: answered as it came
    log.tap(kDesk, "avoidable.chasing");
    CHECK(log.says("The contact is in the log."));
    REQUIRE(log.all().size() == 1);
    CHECK(log.all()[0].avoidable == AvoidableContact::Chasing);
    CHECK(log.all()[0].answered);
    CHECK(log.all()[0].resolved == true);
    log.open();
    log.type(kDesk, "1");
    log.type(kDesk, "x"); // not resolved
    log.type(kDesk, "o"); // not avoidable: N is a service here
    REQUIRE(log.all().size() == 2);
    CHECK_FALSE(log.all()[1].avoidable);
    CHECK(log.all()[1].resolved == false);
}

TEST_CASE("NI14: all five types stand on the log, each with its key")
{
    constexpr std::array kKeys { "c", "s", "r", "u", "p" };
    for (const AvoidableContact type : kAvoidableContacts) {
        Log log;
        log.open();
        log.type(kDesk, "1");
        log.type(kDesk, kKeys.at(static_cast<std::size_t>(type)));
        REQUIRE(log.all().size() == 1);
        CHECK(log.all()[0].avoidable == type);
    }
}

TEST_CASE("C: abusive mail or junk is logged as such, needs no answer and is asked for no code")
{
    Log log;
    for (const auto& [key, why] :
        { std::pair { "m", SetAside::Abusive }, std::pair { "j", SetAside::Junk } }) {
        log.open();
        log.type(kDesk, "2");
        log.type(kDesk, key);
        CHECK_FALSE(log.at(kDesk).shows("avoidable.none"));
        log.key(kDesk, KeyCode::Enter);
        CHECK(log.all().back().set_aside == why);
        CHECK_FALSE(log.all().back().is_open());
    }
}

TEST_CASE("M-social, M-post: what needs no reply or cannot be scanned is set aside for its own channel")
{
    Log log;
    log.open();
    CHECK_FALSE(log.at(kDesk).shows("aside.no_reply"));
    log.type(kDesk, "4");
    log.tap(kDesk, "aside.no_reply");
    log.key(kDesk, KeyCode::Enter);
    REQUIRE(log.all().size() == 1);
    CHECK(log.all()[0].set_aside == SetAside::NoReply);
    log.open();
    log.tap(kDesk, "channel.post");
    log.tap(kDesk, "aside.not_scannable");
    log.key(kDesk, KeyCode::Enter);
    CHECK(log.all().back().set_aside == SetAside::NotScannable);
}

TEST_CASE("A contact came now, an hour ago, yesterday, or exactly then; never later than now")
{
    Log log;
    const auto logged = [&](const char* came, const char* exactly) {
        log.open();
        log.type(kDesk, "3");
        if (*came)
            log.tap(kDesk, came);
        if (*exactly)
            log.write("form.day", exactly);
        log.tap(kDesk, "form.send");
        std::vector<OtherContact> all = log.all();
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        return all.empty() ? std::string() : log.local(all.back().received);
    };
    CHECK(logged("", "") == "2026-10-13T10:00:00");
    CHECK(logged("came.hour", "") == "2026-10-13T09:00:00");
    CHECK(logged("came.hours", "") == "2026-10-13T08:00:00");
    CHECK(logged("came.yesterday", "") == "2026-10-12T12:00:00");
    CHECK(logged("came.hour", "8:15") == "2026-10-13T08:15:00");
    CHECK(logged("", "2026-10-09 16:40") == "2026-10-09T16:40:00");
    log.open();
    log.type(kDesk, "3");
    log.write("form.day", "11:00");
    log.tap(kDesk, "form.send");
    CHECK(log.says("That day is still to come."));
    log.key(kDesk, KeyCode::Escape);
    log.open();
    log.type(kDesk, "3");
    log.write("form.day", "soon");
    log.tap(kDesk, "form.send");
    CHECK(log.says("Write the time as 09:30 or 2026-11-20 09:30, or leave it empty."));
    CHECK(log.all().size() == 6);
}

TEST_CASE("What is still to be answered: the most urgent first, with its day, what is due, and what is late")
{
    Log log;
    log.came(Channel::Letter, 24h, "New bin");
    const OtherContact late = log.came(Channel::Email, 24h * 5, "Rent");
    log.came(Channel::Social, 1h);
    log.came(Channel::Phone, 24h * 30);
    log.open();
    CHECK(log.says("Still to answer: 4, late: 1"));
    log.type(kDesk, "0");
    CHECK(log.says("The most urgent first: 1 to 4 of 4"));
    CHECK(log.says("E-mail, Something else, came Thu 8 Oct 10:00: Rent"));
    CHECK(log.says("to acknowledge, late since Fri 9 Oct"));
    CHECK(log.says("to answer by Tue 13 Oct 11:00")); // two hours run to the minute
    CHECK(log.says("to answer by Mon 19 Oct"));
    CHECK(log.says("to answer, no date"));
    log.type(kDesk, "1"); // the first row
    CHECK(log.says("E-mail, Something else, came Thu 8 Oct 10:00"));
    log.tap(kDesk, "form.cancel");
    static_cast<void>(late);
}

TEST_CASE("Those that do not fit are counted, and a key away")
{
    Log log;
    for (int i = 0; i < 12; ++i)
        log.came(Channel::Letter, 1min * i);
    log.open_list();
    CHECK(log.says("The most urgent first: 1 to 9 of 12"));
    log.tap(kDesk, "contacts.later");
    CHECK(log.says("The most urgent first: 10 to 12 of 12"));
    CHECK_FALSE(log.at(kDesk).shows("contacts.later"));
    log.tap(kDesk, "contacts.earlier");
    CHECK(log.says("The most urgent first: 1 to 9 of 12"));
}

TEST_CASE("The post that a mail room lists leaves the desk's list to what a desk can answer")
{
    Log log;
    log.reception.store->write([&](Records& records) {
        for (int i = 0; i < 60; ++i) {
            OtherContact item;
            item.channel = Channel::Post;
            item.received = log.reception.clock.now() - 48h;
            item.log = "P" + std::to_string(i);
            records.add(item);
        }
    });
    const OtherContact mail = log.came(Channel::Email);
    log.open_list();
    CHECK(log.says("The most urgent first: 1 to 1 of 1"));
    CHECK(log.at(kDesk).shows("open." + std::to_string(mail.id.value())));
}

TEST_CASE("In time a letter is acknowledged and then answered, each with Enter, and the list goes on")
{
    Log log;
    const OtherContact letter = log.came(Channel::Letter);
    log.choose(letter);
    log.key(kDesk, KeyCode::Enter);
    CHECK(log.says("It is acknowledged."));
    CHECK(log.now(letter).acknowledged);
    CHECK_FALSE(log.now(letter).told);
    log.type(kDesk, "1"); // its row again
    CHECK_FALSE(log.at(kDesk).shows("do.acknowledge"));
    log.tap(kDesk, "avoidable.repeat"); // the code answers it
    CHECK(log.says("It is answered."));
    CHECK(log.now(letter).answered);
    CHECK(log.now(letter).avoidable == AvoidableContact::Repeat);
    CHECK(log.now(letter).resolved == true);
    CHECK(log.says("Nothing is still to be answered."));
}

TEST_CASE("C-letter-full: a late answer is taken with an explanation and an apology, and not without")
{
    Log log;
    const OtherContact letter = log.came(Channel::Letter, 24h * 14);
    log.choose(letter);
    log.type(kDesk, "2");
    log.tap(kDesk, "form.send");
    CHECK(log.says("It is late: write why, and say sorry."));
    CHECK_FALSE(log.now(letter).answered);
    log.write("form.words", "The file was lost.");
    log.tap(kDesk, "form.send");
    CHECK(log.now(letter).answered);
    REQUIRE(log.now(letter).told);
    CHECK(log.now(letter).told->explanation == "The file was lost.");
    CHECK(log.now(letter).told->apology == "We are sorry that you had to wait.");
    CHECK(log.now(letter).told->at == log.now(letter).answered);
}

TEST_CASE(
    "C-e-full: a late e-mail that cannot be answered yet gets an explanation, an apology and a new date")
{
    Log log;
    const OtherContact mail = log.came(Channel::Email, 24h * 14);
    log.choose(mail);
    log.type(kDesk, "1"); // late to be acknowledged too
    log.write("form.words", "Two of us are away.");
    log.tap(kDesk, "form.send");
    CHECK(log.says("It is late: write why, say sorry, and choose the new date."));
    CHECK_FALSE(log.now(mail).acknowledged);
    log.tap(kDesk, "by.2026-10-20");
    log.tap(kDesk, "form.send");
    CHECK(log.now(mail).acknowledged);
    REQUIRE(log.now(mail).told);
    CHECK(to_iso(log.now(mail).told->until) == "2026-10-20");
    CHECK(log.says("to answer by Tue 20 Oct")); // the day that was told stands in the list
    log.choose(mail);
    log.type(kDesk, "3"); // put off again
    log.write("form.words", "The survey is late.");
    log.tap(kDesk, "by.2026-10-23");
    log.tap(kDesk, "form.send");
    CHECK(log.says("The new date is recorded."));
    CHECK(to_iso(log.now(mail).told->until) == "2026-10-23");
    CHECK(log.now(mail).is_open());
}

TEST_CASE("An open one that turns out to be abusive is set aside from the list")
{
    Log log;
    const OtherContact mail = log.came(Channel::Email, 24h * 14);
    log.choose(mail);
    log.type(kDesk, "m"); // B is a service here
    log.tap(kDesk, "form.send"); // late, and nobody is owed an apology
    CHECK(log.says("It is set aside."));
    CHECK(log.now(mail).set_aside == SetAside::Abusive);
}

TEST_CASE("A slip on Junk is put right: the contact is taken back from those that were set aside")
{
    Log log;
    const OtherContact mail = log.came(Channel::Email);
    log.choose(mail);
    log.tap(kDesk, "aside.junk");
    log.tap(kDesk, "form.send");
    CHECK(log.says("Nothing is still to be answered."));
    log.tap(kDesk, "contacts.aside");
    CHECK(log.says("Set aside in four weeks, the latest first: 1 to 1 of 1"));
    log.type(kDesk, "1");
    CHECK_FALSE(log.at(kDesk).shows("do.answer"));
    log.key(kDesk, KeyCode::Enter);
    CHECK(log.says("It is taken back, and counts again."));
    CHECK(log.now(mail) == mail);
    CHECK(log.says("Nothing was set aside in the last four weeks."));
    log.tap(kDesk, "contacts.aside"); // and the list of those that are still to be answered
    CHECK(log.at(kDesk).shows("open." + std::to_string(mail.id.value())));
}

TEST_CASE("CS-6.5.1: what a caller says of us is one tap beside the call, and none where nobody asked")
{
    Log log;
    const auto scores = [&] {
        std::vector<int> found;
        log.reception.store->read([&](Records& records) {
            records.each_feedback({ Instant {}, log.reception.clock.now() + 24h },
                [&](const Feedback& given) { found.push_back(given.score); });
        });
        return found;
    };
    log.open();
    log.tap(kDesk, "channel.email");
    CHECK_FALSE(log.at(kDesk).shows("score.4"));
    log.tap(kDesk, "channel.phone");
    log.tap(kDesk, "score.4");
    CHECK(scores().empty());
    log.tap(kDesk, "avoidable.none");
    CHECK(scores() == std::vector<int> { 4 });
    log.open();
    log.tap(kDesk, "channel.phone");
    log.tap(kDesk, "avoidable.none");
    CHECK(log.all().size() == 2);
    CHECK(scores().size() == 1);
}

TEST_CASE("M-social: that social media were checked and nothing came is one tap")
{
    Log log;
    log.open();
    log.tap(kDesk, "channel.social");
    log.tap(kDesk, "contacts.checked");
    CHECK(log.says("Social media: checked today."));
    CHECK(log.all().empty());
    log.reception.store->read([&](Records& records) {
        const LocalDate today = log.reception.configuration.zone.date(log.reception.clock.now());
        CHECK(records.checked_days(Channel::Social, today, today).size() == 1);
    });
}

TEST_CASE("What another desk answered meanwhile leaves the form for the list")
{
    Log log;
    const OtherContact letter = log.came(Channel::Letter);
    log.choose(letter);
    REQUIRE(
        std::holds_alternative<OtherContact>(answer_contact(log.reception.reception, letter.id, { "test" })));
    log.look();
    CHECK(log.says("Nothing is still to be answered."));
}

TEST_CASE("C-e-ack: what a machine acknowledges as it comes asks nobody for an acknowledgement")
{
    Configuration made = with_promises();
    made.contacts.automatic_acknowledgement = { Channel::Email };
    Log log(made);
    log.open();
    log.type(kDesk, "2");
    log.tap(kDesk, "came.yesterday");
    log.tap(kDesk, "form.send");
    REQUIRE(log.all().size() == 1);
    CHECK(log.all()[0].acknowledged == log.all()[0].received);
    log.choose(log.all()[0]);
    CHECK_FALSE(log.at(kDesk).shows("do.acknowledge"));
    CHECK(log.says("to answer by Mon 19 Oct"));
}

} // namespace nextplease::desk
