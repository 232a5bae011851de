#include "kiosk/board/board_face.h"

#include "core/reception/sentences.h"
#include "kiosk/board/board.h"
#include "kiosk/board/layout.h"
#include "kiosk/board/screen.h"

namespace nextplease::board {
namespace {

constexpr ui::Moment kPageStands { 10'000 };

class BoardFace : public app::Face {
public:
    BoardFace(const Configuration& configuration, const Language& language)
        : configuration_(configuration)
        , words_(nextplease::words(language))
        , board_(configuration.board.newest_at_least)
    {
    }

    void show(std::shared_ptr<const Snapshot> snapshot) override
    {
        board_.take(*snapshot);
        Content content = content_of(*snapshot, words_, configuration_);
        changed_ |= content != view_.content;
        view_.content = std::move(content);
        if (!shown_) {
            shown_ = true; // the first picture stands without waiting for a tick
            show_calls();
        }
    }

    bool tick(ui::Moment now, ui::Moment /*last_input*/) override
    {
        bool changed = std::exchange(changed_, false);
        if (board_.tick(now)) {
            show_calls();
            changed = true;
        }
        if (pages_ > 1 && now - page_since_ >= kPageStands) {
            page_since_ = now;
            view_.page = (view_.page + 1) % pages_;
            changed = true;
        }
        return changed;
    }

    // Everything else that changes is found by tick().
    bool same(const Snapshot& before, const Snapshot& after) const override
    {
        return before.calls == after.calls
            && content_of(before, words_, configuration_) == content_of(after, words_, configuration_);
    }

    const ui::Theme& theme() const override { return ui::board_theme(); }
    const Words& words() const override { return words_; }
    ui::Size reference(float width, float height) const override
    {
        return width >= height ? kLandscape : kPortrait;
    }

    void draw(ui::Frame& frame) override
    {
        frame.input.screen("board");
        pages_ = paint(frame, view_);
    }

private:
    CallShown shown(const Call& call) const
    {
        return { call.number.text(), name_of(call.desk, words_, configuration_) };
    }

    void show_calls()
    {
        view_.band.reset();
        if (board_.band())
            view_.band = shown(*board_.band());
        view_.swapped = board_.swapped();
        view_.before.clear();
        for (const Call& call : board_.before())
            view_.before.push_back(shown(call));
    }

    const Configuration& configuration_;
    const Words& words_;
    Board board_;
    View view_;
    bool shown_ = false;
    bool changed_ = true;
    std::size_t pages_ = 1;
    ui::Moment page_since_ { 0 };
};

} // namespace

std::unique_ptr<app::Face> make_board_face(const Configuration& configuration, const Language& language)
{
    return std::make_unique<BoardFace>(configuration, language);
}

} // namespace nextplease::board
