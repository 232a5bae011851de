#include "kiosk/demo/scripted_visit.h"

#include "core/base/error.h"
#include "core/reception/sentences.h"
#include "kiosk/app/display.h"
#include "kiosk/demo/demo_reception.h"
#include "kiosk/demo/scripted_face.h"
#include "text_keys.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>

namespace nextplease {
namespace {

using namespace std::chrono_literals;

constexpr auto kFlash = 3500ms; // until the board's band stands still

// The screens side by side, at their real size.
constexpr ScriptedFace::Place kVisitorPlace { 0, 1080, 1920 };
constexpr ScriptedFace::Place kDeskPlace { 1080, 1920, 1080 };
constexpr ScriptedFace::Place kBoardPlace { 3000, 1920, 1080 };
constexpr ScreenSize kWholeScreen { 4920, 1920 };

void say(const std::string& line)
{
    std::cout << line << std::endl;
}

class ScriptedVisit {
public:
    ScriptedVisit(const DemoOptions& options, const Configuration& configuration)
        : pictures_(options.scripted)
        , words_(words(configuration.languages.front()))
        , demo_(configuration, options.store, folder_.path())
        , desk_name_(name_of(demo_.free_desk().code, words_, configuration))
        , service_(service_at_free_desk())
    {
        std::error_code error;
        std::filesystem::create_directories(pictures_, error);
        if (error)
            throw Failure(Failure::Kind::Unavailable,
                fmt::format("the folder {} for the pictures cannot be made: {}", pictures_.string(),
                    error.message()));
    }

    void play()
    {
        if (const ScreenSize screen = screen_size();
            screen.width < kWholeScreen.width || screen.height < kWholeScreen.height)
            throw Failure(Failure::Kind::Unavailable,
                fmt::format(
                    "the display is {}x{}, and a scripted visit needs {}x{} for three screens: start it as "
                    "kiosk/run does, on Xvfb",
                    screen.width, screen.height, kWholeScreen.width, kWholeScreen.height));
        others_before();
        const LocalTime local = demo_.configuration().zone.local(demo_.ten_o_clock());
        say(words_.say(Text::DemoScriptBegin,
            { { "time", clock_face(local.since_midnight) }, { "date", long_date(local.date, words_) } }));
        const auto common = demo_.common_arguments(demo_.clock().run(1));
        const auto arguments = [&](std::vector<std::string> own) {
            own.insert(own.begin(), common.begin(), common.end());
            return own;
        };
        ScriptedFace visitor(
            "visitor", kVisitorPlace, arguments({ "visitor" }), folder_.path() / "visitor.json");
        ScriptedFace desk("desk", kDeskPlace, arguments({ "desk", "--desk", demo_.free_desk().code.text() }),
            folder_.path() / "desk.json");
        ScriptedFace board("board", kBoardPlace, arguments({ "board" }), folder_.path() / "board.json");
        for (ScriptedFace* face : { &visitor, &desk, &board })
            face->settle();
        std::this_thread::sleep_for(kReadingTime);
        picture(board, "board-before");
        const Visit visit = take_ticket(visitor, desk);
        serve(visit, desk, board);
        say(words_.say(Text::DemoScriptEnd, { { "folder", pictures_.string() } }));
    }

private:
    Visit done(const Reply& reply) const
    {
        if (const auto* refusal = std::get_if<Refusal>(&reply))
            throw Failure(Failure::Kind::Unavailable, sentence(*refusal, words_, demo_.configuration()));
        return std::get<Done>(reply).visit;
    }

    ServiceCode service_at_free_desk() const
    {
        const Configuration& configuration = demo_.configuration();
        const LocalTime local = configuration.zone.local(demo_.ten_o_clock());
        for (const DeskService& offered : demo_.free_desk().services) {
            const Service* service = configuration.office.find(offered.service);
            if (service && service->hours.open_at(local))
                return offered.service;
        }
        throw InputError(fmt::format("{}: {} serves nothing that is open at 10:00, when the demo begins",
            configuration.source, demo_.free_desk().code.text()));
    }

    // The other desks are busy, and people wait for them; nobody waits for the free one.
    void others_before()
    {
        Reception& reception = demo_.reception();
        const auto take = [&](const ServiceCode& service) {
            return done(reception.take({ .service = service }, new_request(), "kiosk"));
        };
        Instant now = demo_.ten_o_clock() - Minutes { 12 };
        for (const Desk& desk : demo_.configuration().office.desks) {
            if (&desk == &demo_.free_desk())
                continue;
            demo_.clock().set(now);
            const Visit visit = take(desk.services.front().service);
            demo_.clock().set(now += Minutes { 2 });
            done(reception.call(desk.code, visit.id, new_request(), "desk:" + desk.code.text()));
            demo_.clock().set(now += Seconds { 20 });
            if (desk.uses_start)
                done(reception.start(visit.id, new_request(), { "desk:" + desk.code.text(), desk.code }));
        }
        for (const Service& service : demo_.configuration().office.services) {
            const bool for_others =
                std::none_of(demo_.free_desk().services.begin(), demo_.free_desk().services.end(),
                    [&](const DeskService& offered) { return offered.service == service.code; });
            demo_.clock().set(now = std::min(now + Seconds { 30 }, demo_.ten_o_clock()));
            if (for_others)
                take(service.code);
        }
        demo_.clock().set(demo_.ten_o_clock());
    }

    void picture(const ScriptedFace& face, const std::string& what)
    {
        const std::string file = fmt::format("{:02}-{}.png", ++pictures_taken_, what);
        face.picture(pictures_ / file);
        say("    " + words_.say(Text::DemoScriptPicture, { { "file", file } }));
    }

    void touch(const ScriptedFace& face, const std::string& key)
    {
        const ProbeItem item = face.item(key);
        say(words_.say(Text::DemoScriptTouch, { { "label", item.label } }));
        face.touch(item);
    }

    Visit take_ticket(ScriptedFace& visitor, ScriptedFace& desk)
    {
        const std::string language = "language." + words_.language().text();
        if (visitor.item_now(language)) {
            picture(visitor, "visitor-languages");
            touch(visitor, language);
        }
        visitor.wait_for_screen("home");
        picture(visitor, "visitor-services");
        touch(visitor, "service." + service_.text());
        visitor.wait_for_screen("confirm");
        picture(visitor, "visitor-confirm");
        touch(visitor, "confirm.take");
        visitor.wait_for_screen("ticket");
        picture(visitor, "visitor-ticket");
        const Visit visit = latest_ticket();
        say(words_.say(Text::DemoScriptNumber, { { "number", visit.number.text() } }));
        picture(desk, "desk-waiting");
        touch(visitor, "ticket.done");
        return visit;
    }

    Visit latest_ticket()
    {
        std::optional<Visit> latest;
        demo_.reception().store().read([&](Records& records) {
            for (const Visit& visit : records.visits_of(demo_.reception().today())) {
                if (visit.service == service_ && (!latest || visit.id > latest->id))
                    latest = visit;
            }
        });
        if (!latest || latest->state != VisitState::Waiting)
            throw Failure(Failure::Kind::Unavailable,
                "the scripted visit stopped: the kiosk shows a ticket, and the store has none that waits");
        return *latest;
    }

    // The key of a verb, wherever kiosk.conf has put it.
    std::string key_of(std::string_view verb) const
    {
        const std::string key = console_key(verb, demo_.configuration().desks);
        return key == "Ctrl+Z" ? "ctrl+z" : key;
    }

    void press(const ScriptedFace& face, const std::string& key)
    {
        say(words_.say(Text::DemoScriptPress, { { "desk", desk_name_ }, { "key", key } }));
        face.press(key);
    }

    void wait_for_state(const Visit& visit, VisitState state)
    {
        wait_until(fmt::format("{} being {}", visit.number.text(), word(state)), [&] {
            const auto now = demo_.reception().find(visit.number.text());
            return now && now->state == state;
        });
    }

    void serve(const Visit& visit, ScriptedFace& desk, ScriptedFace& board)
    {
        const std::string number = visit.number.text();
        if (desk.item_now("desk.open")) {
            press(desk, key_of("break"));
            wait_until("the opening of the desk", [&] { return !desk.item_now("desk.open"); });
        }
        press(desk, key_of("call_next"));
        wait_for_state(visit, VisitState::Called);
        wait_until(number + " on the board", [&] {
            const auto call = board.item_now("call");
            return call && call->label.find(number) != std::string::npos
                && call->label.find(desk_name_) != std::string::npos;
        });
        say(words_.say(Text::DemoScriptBoard, { { "number", number }, { "desk", desk_name_ } }));
        std::this_thread::sleep_for(kFlash);
        picture(desk, "desk-called");
        picture(board, "board-called");
        press(desk, key_of("start"));
        wait_for_state(visit, VisitState::Serving);
        say(words_.say(Text::DemoScriptSeen, { { "number", number } }));
        std::this_thread::sleep_for(kReadingTime);
        picture(desk, "desk-serving");
        finish(desk);
        wait_for_state(visit, VisitState::Served);
        say(words_.say(Text::DemoScriptFinished, { { "number", number } }));
        std::this_thread::sleep_for(kReadingTime);
        picture(desk, "desk-finished");
    }

    // And what came of it, where kiosk.conf asks: resolved, and not avoidable.
    void finish(ScriptedFace& desk)
    {
        press(desk, key_of("finish"));
        const Configuration& configuration = demo_.configuration();
        if (configuration.desks.rule_for(configuration.office.find(service_)) == ResultRule::None)
            return;
        desk.wait_for_screen("finish");
        std::this_thread::sleep_for(kReadingTime);
        picture(desk, "desk-outcome");
        press(desk, "1");
        press(desk, "n");
    }

    std::filesystem::path pictures_;
    const Words& words_;
    TemporaryFolder folder_;
    DemoReception demo_;
    std::string desk_name_;
    ServiceCode service_;
    int pictures_taken_ = 0;
};

} // namespace

int play_scripted_visit(const DemoOptions& options, const Configuration& configuration)
{
    ScriptedVisit(options, configuration).play();
    return 0;
}

} // namespace nextplease
