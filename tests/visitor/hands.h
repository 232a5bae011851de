// Two visitors who do the same: one sees the screen and touches it, the other hears it and has keys alone. A
// journey is a list of what is done; both hands go through it, and what has become of it is compared.
//
//     ByKeys hands(kiosk);
//     hands.do_all({ choose("language.en"), choose("service.B"), choose("confirm.take") });
//     CHECK(hands.unheard() == "");
#pragma once

#include "tests/support/recording_speaker.h"
#include "tests/visitor/sample_kiosk.h"

#include <cctype>
#include <doctest/doctest.h>
#include <map>
#include <set>

namespace nextplease::visitor {

// Words only: capitals, signs, spaces, markup and the marks of direction aside.
inline std::string bare(const std::string& text)
{
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<') {
            i = std::min(text.find('>', i), text.size() - 1);
            continue;
        }
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool isolate = text.compare(i, 2, "\u2066", 0, 2) == 0;
        if (isolate) {
            i += 2;
            continue;
        }
        if (std::isalnum(byte) != 0 || (byte & 0x80) != 0)
            words += static_cast<char>(std::tolower(byte));
    }
    return words;
}

// One thing that a visitor does.
struct Deed {
    enum class Kind { Choose, Type };
    Kind kind = Kind::Choose;
    std::string what; // the item, or the text
};
inline Deed choose(std::string key)
{
    return { Deed::Kind::Choose, std::move(key) };
}
inline Deed type(std::string text)
{
    return { Deed::Kind::Type, std::move(text) };
}

class Hands {
public:
    explicit Hands(SampleKiosk& kiosk)
        : kiosk_(kiosk)
        , face_(make_visitor_face(kiosk.configuration, kiosk.commands, { .speaker = &speaker }))
        , ui((face_->show(kiosk.snapshot()), *face_))
    {
    }
    virtual ~Hands() = default;

    virtual void do_this(const Deed& deed) = 0;
    void do_all(const std::vector<Deed>& deeds)
    {
        for (const Deed& deed : deeds) {
            ui.advance(std::chrono::milliseconds { 800 }); // reads, as people do
            do_this(deed);
            face_->show(kiosk_.snapshot());
            ui.settle();
        }
    }

protected:
    SampleKiosk& kiosk_;

public:
    testing::RecordingSpeaker speaker;

protected:
    std::unique_ptr<app::Face> face_;

public:
    UiDriver ui;
};

// Sees, and touches.
class ByTouch : public Hands {
public:
    using Hands::Hands;
    void do_this(const Deed& deed) override
    {
        if (deed.kind == Deed::Kind::Type)
            return ui.type(deed.what);
        for (const char* const more : { "step.more", "home.more", "message.more" }) {
            if (!ui.shows(deed.what) && ui.shows(more))
                ui.tap(more);
        }
        ui.tap(deed.what);
    }
};

// Hears, by headphones and behind the curtain, and has next, choose and a plain keyboard.
class ByKeys : public Hands {
public:
    explicit ByKeys(SampleKiosk& kiosk)
        : Hands(kiosk)
    {
        ui.key(ui::KeyCode::HeadphonesIn);
        listen();
    }

    void do_this(const Deed& deed) override
    {
        if (deed.kind == Deed::Kind::Type)
            ui.type(deed.what);
        else
            press(deed.what);
        listen();
    }
    // Every text that stood on a screen and was not heard, one a line.
    std::string unheard() const
    {
        const std::string all = bare(speaker.heard);
        std::string missing;
        for (const auto& [text, screen] : seen_) {
            if (bare(text).size() > 1 && !heard(all, text))
                missing += screen + ": " + text + "\n";
        }
        return missing;
    }

private:
    // In large print "3 waiting" stands for "3 people waiting", which is said.
    static bool heard(const std::string& all, const std::string& text)
    {
        if (all.find(bare(text)) != std::string::npos)
            return true;
        const std::size_t short_form = text.find(" waiting");
        if (short_form == std::string::npos)
            return false;
        const std::string count = text.substr(0, short_form);
        return all.find(count + "peoplewaiting") != std::string::npos
            || all.find(count + "personwaiting") != std::string::npos;
    }
    bool go_to(const std::string& key)
    {
        for (std::size_t i = 0; i <= ui.items().size() + 1 && ui.focus() != key; ++i)
            ui.key(ui::KeyCode::Tab);
        return ui.focus() == key;
    }
    void press(const std::string& key)
    {
        for (const char* const more : { "step.more", "home.more", "message.more" }) {
            for (int page = 0; page < 9 && !ui.shows(key) && ui.shows(more); ++page) {
                REQUIRE(go_to(more));
                ui.key(ui::KeyCode::Enter);
                listen();
            }
        }
        REQUIRE_MESSAGE(go_to(key), key << " on " << ui.screen());
        ui.key(ui::KeyCode::Enter);
    }
    // Notes what stands there, and goes once round everything on a screen that is new.
    void listen()
    {
        note();
        std::string things = ui.screen();
        for (const ui::Item& item : ui.items())
            things += " " + item.key + " " + item.label;
        if (!heard_of_.insert(things).second)
            return;
        const std::string here = ui.screen();
        const std::size_t items = ui.items().size();
        for (std::size_t i = 0; i <= items; ++i) {
            ui.key(ui::KeyCode::Tab);
            CHECK_MESSAGE(
                ui.screen() == here, "the focus alone leads from " << here << " to " << ui.screen());
            note();
        }
    }
    // Letters on keys are names of the keys, and what is being typed is heard letter by letter.
    void note()
    {
        for (const ui::Painted& one : ui.painted()) {
            constexpr float kHeader = 104; // the council's name and the time, said at the start alone
            if (one.kind != ui::Painted::Kind::Text || typed(one) || one.device.bottom() < kHeader)
                continue;
            seen_.emplace(one.text, ui.screen());
        }
    }
    bool typed(const ui::Painted& text) const
    {
        const ui::Point middle { text.device.x + text.device.w / 2, text.device.y + text.device.h / 2 };
        for (const ui::Item& item : ui.items()) {
            if ((item.key.starts_with("key.") || item.key == "step.field") && item.device.contains(middle))
                return true;
        }
        return false;
    }

    std::map<std::string, std::string> seen_; // and on which screen
    std::set<std::string> heard_of_;
};

} // namespace nextplease::visitor
