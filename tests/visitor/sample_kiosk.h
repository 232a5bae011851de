// The visitor face of the shipped reception on a Tuesday morning at 10:24, on a real store: whole visits can
// be made.
#pragma once

#include "kiosk/app/worker.h"
#include "kiosk/demo/sample_morning.h"
#include "kiosk/visitor/visitor_face.h"
#include "tests/support/plain_estimator.h"
#include "tests/support/temp_folder.h"
#include "tests/support/ui_driver.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

namespace nextplease::visitor {

// A face that stands in for others, so that one driver, with its fonts, can show them one after another.
class Stand : public app::Face {
public:
    void put(std::unique_ptr<app::Face> face) { face_ = std::move(face); }
    void show(std::shared_ptr<const Snapshot> snapshot) override { face_->show(std::move(snapshot)); }
    bool tick(ui::Moment now, ui::Moment last_input) override { return face_->tick(now, last_input); }
    bool same(const Snapshot& before, const Snapshot& after) const override
    {
        return face_->same(before, after);
    }
    const ui::Theme& theme() const override { return face_->theme(); }
    const Words& words() const override { return face_->words(); }
    ui::Size reference(float width, float height) const override { return face_->reference(width, height); }
    void draw(ui::Frame& frame) override { face_->draw(frame); }

private:
    std::unique_ptr<app::Face> face_;
};

// Commands that can be kept waiting, or fail, as a store does.
class TestCommands : public app::Commands {
public:
    enum class Mode { Answer, Wait, Fail };
    explicit TestCommands(Reception& reception)
        : reception_(reception)
    {
    }
    void submit(Job job, std::function<void(const std::string&)> failed) override
    {
        if (mode == Mode::Answer)
            job(reception_)();
        else if (mode == Mode::Wait)
            waiting.push_back(std::move(job));
        else
            failed("no disk");
    }
    void answer_all()
    {
        for (const Job& job : std::exchange(waiting, {}))
            job(reception_)();
    }

    Mode mode = Mode::Answer;
    std::vector<Job> waiting;

private:
    Reception& reception_;
};

// The morning is played once; every test has a copy of its own.
class SampleMorning {
public:
    explicit SampleMorning(const Configuration& configuration)
    {
        ManualClock clock(sample_instant(configuration, std::chrono::hours { 9 }));
        const auto store = open_store("sqlite:" + file().string(), Opening::Create);
        Reception reception(*store, configuration, clock);
        play_sample_morning(reception, clock, sample_instant(configuration, kSampleKiosk));
    }
    std::filesystem::path file() const { return folder_ / "morning.db"; }

private:
    testing::TempFolder folder_;
};

class SampleKiosk {
public:
    SampleKiosk()
        : configuration(read_configuration(NEXTPLEASE_CONF))
        , clock(sample_instant(configuration, kSampleKiosk))
        , store(open_store("sqlite:" + copied_morning().string(), Opening::Existing))
        , reception(*store, configuration, clock)
        , commands(reception)
    {
    }

    std::shared_ptr<Snapshot> snapshot()
    {
        return std::make_shared<Snapshot>(read_snapshot(*store, configuration, estimator_, clock.now()));
    }
    // So that the ticket screen has one to show.
    Visit take(const std::string& service)
    {
        return std::get<Done>(reception.take({ ServiceCode(service), {}, Language("en") }, {}, "test")).visit;
    }
    std::size_t tickets()
    {
        std::size_t count = 0;
        store->read([&](Records& records) { count = records.visits_of(kSampleDay).size(); });
        return count;
    }
    std::unique_ptr<app::Face> at(const std::string& screen, const std::string& language, Modes modes)
    {
        return make_visitor_face_at(configuration, commands, screen, Language(language), modes, snapshot());
    }
    // The same at a step of a journey that the kiosk does not have.
    std::unique_ptr<app::Face> at(const JourneyPlace& place, const std::string& language, Modes modes)
    {
        return make_visitor_face_at(configuration, commands, place, Language(language), modes, snapshot());
    }

private:
    std::filesystem::path copied_morning()
    {
        static const SampleMorning morning(configuration);
        std::filesystem::copy_file(morning.file(), folder_ / "store.db");
        return folder_ / "store.db";
    }

    testing::TempFolder folder_;
    PlainEstimator estimator_;

public:
    Configuration configuration;
    ManualClock clock;
    std::unique_ptr<Store> store;
    Reception reception;
    TestCommands commands;
};

} // namespace nextplease::visitor
