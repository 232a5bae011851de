// A face with one step in which something is typed, and nothing else: no flow, no store.
#pragma once

#include "kiosk/app/face.h"
#include "kiosk/visitor/typing_step.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace nextplease::visitor {

class TypingFace : public app::Face {
public:
    TypingFace(const std::string& language, Modes modes, TypingStep asked)
        : modes_(modes)
        , words_(nextplease::words(Language(language)))
        , step(std::move(asked))
    {
        step.draft = &draft;
        draft.lines = step.room == TypingStep::Room::Lines;
        draft.limit = draft.lines ? 1'000 : 80;
        wording.back = "Back";
        wording.frame.site = "Northmoor Borough Council";
        wording.frame.date = "Tuesday 13 October";
        wording.frame.short_date = "13 October";
        wording.frame.clock = "10:24";
        wording.frame.bar = { .language = { "Language", { "Language" } },
            .text_size = { "Text size", { "Text", "size" } },
            .contrast = { "Contrast", { "Contrast" } },
            .lower = { "Lower", { "Lower" } },
            .spoken = { "Speak", { "Speak" } },
            .slow = { "More time", { "More", "time" } },
            .help = { "Help", { "Help" } },
            .english = {} };
    }

    void show(std::shared_ptr<const Snapshot>) override { }
    bool tick(ui::Moment, ui::Moment) override { return false; }
    bool same(const Snapshot&, const Snapshot&) const override { return true; }
    const ui::Theme& theme() const override
    {
        return modes_.contrast ? ui::contrast_theme() : ui::light_theme();
    }
    const Words& words() const override { return words_; }
    ui::Size reference(float width, float height) const override
    {
        return width > height ? ui::Size { 1920, 1080 } : ui::Size { 1080, 1920 };
    }
    void draw(ui::Frame& frame) override
    {
        std::optional<Intent> intent;
        const Page page = page_for(frame.canvas, modes_);
        frame.input.screen("typing");
        frame.canvas.fill({ 0, 0, page.room.w, page.room.h }, frame.theme.paper);
        const Scene scene { frame, page, wording, intent };
        draw_top(scene);
        draw_step(scene, step);
        draw_bar(scene);
        if (intent)
            intents.push_back(intent->kind);
    }

private:
    Modes modes_;
    const Words& words_;

public:
    Wording wording;
    TypingStep step;
    ui::TextDraft draft;
    std::vector<Intent::Kind> intents;

    bool asked(Intent::Kind kind) const
    {
        return std::find(intents.begin(), intents.end(), kind) != intents.end();
    }
};

inline std::string said(const ui::TextDraft& draft)
{
    return draft.utf8();
}

} // namespace nextplease::visitor
