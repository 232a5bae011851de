// The board's face with an announcer beside it: what is said, what stands at its foot, and for whom it is.
#include "core/reception/charter.h"
#include "kiosk/board/board_face.h"
#include "kiosk/board/content.h"
#include "tests/board/hall.h"
#include "tests/support/ui_driver.h"
#include "text_keys.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace nextplease;
using namespace nextplease::board;
using namespace std::chrono_literals;

namespace {

class RecordingAnnouncer : public sound::Announcer {
public:
    void announce(std::vector<sound::Utterance> sentences) override
    {
        for (const sound::Utterance& one : sentences)
            said.push_back(one.language.text() + ": " + one.text);
        said.emplace_back("-");
    }
    std::size_t pending() const override { return waiting; }
    void set_volume(int level) override { volume = level; }
    bool can_say(const Language& language) const override { return language != Language("ro"); }
    State state() const override { return now; }

    std::vector<std::string> said;
    std::size_t waiting = 0;
    int volume = -1;
    State now = State::Heard;
};

const Configuration& shipped()
{
    static const Configuration read = read_configuration(NEXTPLEASE_CONF);
    return read;
}

struct Wall {
    explicit Wall(const Configuration& configuration, const BoardZone* zone = nullptr)
        : face(make_board_face(configuration, Language("en"), { .zone = zone, .announcer = &announcer }))
    {
        show();
        ui.emplace(*face, 1920, 1080);
    }
    void show() { face->show(std::make_shared<const Snapshot>(hall.snapshot)); }
    void call(const std::string& number, const std::string& service, const std::string& language)
    {
        hall.call(number, "Desk 3");
        hall.snapshot.calls.front().service = ServiceCode(service);
        hall.snapshot.calls.front().language = Language(language);
        show();
        ui->advance(100ms);
    }

    RecordingAnnouncer announcer;
    Hall hall;
    std::unique_ptr<app::Face> face;
    std::optional<UiDriver> ui;
};

} // namespace

TEST_CASE("H1, L7: a call is announced in the kiosk's language and the visitor's as it takes the band")
{
    Wall wall(shipped());
    wall.call("B042", "B", "pl");
    CHECK(wall.announcer.said
        == std::vector<std::string> { "en: Ticket B042, Desk 3", "pl: Numer B042, Stanowisko 3", "-" });
    CHECK(wall.ui->says("B042"));
    wall.announcer.said.clear();
    wall.ui->advance(9s);
    wall.call("A001", "A", "en");
    CHECK(wall.announcer.said == std::vector<std::string> { "en: Ticket A001, Desk 3", "-" });
    wall.announcer.said.clear();
    wall.ui->advance(9s);
    wall.call("A002", "A", "ro"); // there is no voice for it here
    CHECK(wall.announcer.said == std::vector<std::string> { "en: Ticket A002, Desk 3", "-" });
}

TEST_CASE("Twenty calls in a second are all announced, in order, while the board shows each")
{
    Wall wall(shipped());
    std::vector<std::string> expected;
    for (int i = 1; i <= 20; ++i) {
        const std::string number = "B" + std::to_string(100 + i);
        wall.call(number, "B", "en");
        expected.push_back("en: Ticket " + number + ", Desk 3");
        expected.emplace_back("-");
    }
    for (int i = 0; i < 20 * 9; ++i)
        wall.ui->advance(1s);
    CHECK(wall.announcer.said == expected);
}

TEST_CASE("The volume goes by the hour")
{
    Configuration configuration = shipped();
    configuration.board.volume = 3;
    configuration.board.volumes = { { 12h, 6 }, { 17h, 0 } };
    CHECK(configuration.board.volume_at(9h) == 3);
    CHECK(configuration.board.volume_at(12h) == 6);
    CHECK(configuration.board.volume_at(18h) == 0);
    Wall wall(configuration); // at ten
    CHECK(wall.announcer.volume == 3);
    wall.hall.snapshot.local.since_midnight = 13h;
    wall.show();
    CHECK(wall.announcer.volume == 6);
}

TEST_CASE("Where nothing can be heard the board says so, and stops saying it")
{
    Wall wall(shipped());
    const std::string sentence = words(Language("en")).say(Text::BoardNoSound);
    CHECK_FALSE(wall.ui->says(sentence));
    wall.announcer.now = sound::Announcer::State::Broken;
    wall.ui->advance(1s);
    CHECK(wall.ui->says(sentence));
    wall.announcer.now = sound::Announcer::State::Heard;
    wall.ui->advance(1s);
    CHECK_FALSE(wall.ui->says(sentence));
}

TEST_CASE("A board of a zone shows and announces its own services alone")
{
    const BoardZone zone { "upstairs", { ServiceCode("E"), ServiceCode("F") } };
    Wall wall(shipped(), &zone);
    wall.call("A001", "A", "en");
    CHECK(wall.announcer.said.empty());
    CHECK_FALSE(wall.ui->says("A001"));
    wall.call("E001", "E", "en");
    CHECK(wall.announcer.said.size() == 2);
    CHECK(wall.ui->says("E001"));
    const Content content =
        content_of(wall.hall.snapshot, words(Language("en")), shipped(), { .zone = &zone });
    REQUIRE(content.services.size() == 2);
    CHECK(content.services.front().letter == "E");
}

TEST_CASE("Messages and last month's figures take turns; cut off, only that is said")
{
    Configuration configuration = shipped();
    configuration.board.messages = {
        { .title = { { Language("en"), "First" } }, .text = { { Language("en"), "one" } }, .until = {} },
        { .title = { { Language("en"), "Old" } },
            .text = { { Language("en"), "two" } },
            .until = LocalDate { std::chrono::year { 2026 }, std::chrono::October, std::chrono::day { 12 } } }
    };
    CharterFigures figures;
    CharterResult result;
    result.line = configuration.charter.at(0);
    result.line.standard = CharterLine::Standard::Visit;
    result.of = 440;
    result.within = 411;
    figures.lines = { result };
    Hall hall;
    const Content content = content_of(
        hall.snapshot, words(Language("en")), configuration, { .zone = nullptr, .figures = &figures });
    REQUIRE(content.notices.size() == 2); // the old one is past its day
    CHECK(content.notices[0].title == "First");
    CHECK(content.notices[1].kind == Notice::Kind::Figure);
    CHECK(content.notices[1].text.starts_with("93 in 100 people (411 of 440)"));

    hall.snapshot.cut_off = "gone";
    const Content cut = content_of(
        hall.snapshot, words(Language("en")), configuration, { .zone = nullptr, .figures = &figures });
    REQUIRE(cut.notices.size() == 1);
    CHECK(cut.notices[0].kind == Notice::Kind::CutOff);

    configuration.board.messages[1].until.reset();
    Wall wall(configuration);
    CHECK(wall.ui->says("First"));
    CHECK_FALSE(wall.ui->says("Old"));
    wall.ui->advance(13s);
    CHECK(wall.ui->says("Old"));
}
