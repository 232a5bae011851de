// A reception with its store and desks that receptionists sit at: for tests that press what they press.
#pragma once

#include "kiosk/desk/desk_face.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/reception_fixture.h"
#include "tests/support/ui_driver.h"

#include <deque>
#include <map>

namespace nextplease::desk {

// Runs a job when it comes, or keeps them until they are let go: then two desks have pressed at once.
class StoryCommands : public app::Commands {
public:
    explicit StoryCommands(Reception& reception)
        : reception_(reception)
    {
    }
    void submit(Job job, std::function<void(const std::string&)>) override
    {
        ++submitted;
        if (kept)
            jobs_.push_back(std::move(job));
        else
            job(reception_)();
    }
    void let_go()
    {
        kept = false;
        while (!jobs_.empty()) {
            const Then then = jobs_.front()(reception_);
            jobs_.pop_front();
            then();
        }
    }
    bool kept = false;
    int submitted = 0;

private:
    Reception& reception_;
    std::deque<Job> jobs_;
};

class Story {
public:
    explicit Story(const Language& language = Language("en"), int width = 1920, int height = 1080,
        Configuration made = testing::small_configuration())
        : reception("2026-10-13T10:00:00", std::move(made))
        , language_(language)
        , width_(width)
        , height_(height)
    {
        reception.reception.set_desk(DeskCode("Desk 1"), DeskState::Open, "test");
        reception.reception.set_desk(DeskCode("Desk 2"), DeskState::Open, "test");
    }

    // The screen of a desk; made when first asked for.
    UiDriver& at(const std::string& desk)
    {
        Seat& seat = seats_[desk];
        if (!seat.face) {
            seat.commands = std::make_unique<StoryCommands>(reception.reception);
            seat.face =
                make_desk_face(reception.configuration, *seat.commands, DeskCode(desk), language_, printer);
            seat.face->show(picture());
            seat.ui = std::make_unique<UiDriver>(*seat.face, width_, height_);
        }
        return *seat.ui;
    }
    app::Face& face(const std::string& desk)
    {
        at(desk);
        return *seats_[desk].face;
    }
    StoryCommands& commands(const std::string& desk)
    {
        at(desk);
        return *seats_[desk].commands;
    }

    // The watch tells all desks of the room as it is now.
    void look()
    {
        for (auto& [desk, seat] : seats_) {
            seat.face->show(picture());
            seat.ui->settle();
        }
    }
    void pass(Seconds time)
    {
        reception.clock.advance(time);
        look();
    }
    void key(const std::string& desk, ui::KeyCode code)
    {
        at(desk).key(code);
        look();
    }
    void tap(const std::string& desk, const std::string& item)
    {
        at(desk).tap(item);
        look();
    }
    std::shared_ptr<const Snapshot> picture()
    {
        return std::make_shared<const Snapshot>(read_snapshot(
            *reception.store, reception.configuration, PlainEstimator(), reception.clock.now()));
    }
    // What is typed while no line has the focus: letters that are printed on buttons and choices.
    void type(const std::string& desk, const std::string& letters)
    {
        at(desk).type(letters);
        look();
    }
    VisitState state(const Visit& visit) { return reception.now(visit).state; }

    testing::ReceptionFixture reception;
    printing::Printing* printer = nullptr; // of the machines of all desks

private:
    struct Seat {
        std::unique_ptr<StoryCommands> commands;
        std::unique_ptr<app::Face> face;
        std::unique_ptr<UiDriver> ui;
    };
    Language language_;
    int width_, height_;
    std::map<std::string, Seat> seats_;
};

} // namespace nextplease::desk
