#include "kiosk/board/board_face.h"

#include "core/reception/sentences.h"
#include "kiosk/board/board.h"
#include "kiosk/board/layout.h"
#include "kiosk/board/screen.h"
#include "text_keys.h"

#include <utility>

namespace nextplease::board {
namespace {

constexpr ui::Moment kPageStands { 10'000 };

class BoardFace : public app::Face {
public:
    BoardFace(const Configuration& configuration, const Language& language, const BoardParts& parts)
        : configuration_(configuration)
        , parts_(parts)
        , words_(nextplease::words(language))
        , board_(configuration.board.newest_at_least)
    {
    }

    void show(std::shared_ptr<const Snapshot> snapshot) override
    {
        snapshot_ = std::move(snapshot);
        board_.take(of_zone(*snapshot_));
        read_figures(*snapshot_);
        if (parts_.announcer)
            parts_.announcer->set_volume(configuration_.board.volume_at(snapshot_->local.since_midnight));
        say_all();
        if (!shown_) {
            shown_ = true; // the first picture stands without waiting for a tick
            show_calls();
        }
    }

    bool tick(ui::Moment now, ui::Moment /*last_input*/) override
    {
        using Hall = Board::Hall;
        const bool speaking = parts_.announcer && parts_.announcer->pending() > 0;
        bool changed = board_.tick(now, speaking ? Hall::Speaking : Hall::Silent);
        if (changed)
            show_calls();
        announce();
        changed |= look_at_sound() | std::exchange(changed_, false);
        if (view_.content.notices.size() > 1 && now - notice_since_ >= configuration_.board.notice_stands) {
            notice_since_ = now;
            view_.notice = (view_.notice + 1) % view_.content.notices.size();
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
        return before.calls == after.calls && content(before) == content(after);
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
    Content content(const Snapshot& snapshot) const
    {
        return content_of(snapshot, words_, configuration_, { parts_.zone, figures_ ? &*figures_ : nullptr });
    }

    void say_all()
    {
        Content now = content(*snapshot_);
        changed_ |= now != view_.content;
        view_.content = std::move(now);
    }

    // The room with the calls of this board alone.
    Snapshot of_zone(const Snapshot& snapshot) const
    {
        Snapshot mine = snapshot;
        std::erase_if(mine.calls, [this](const Call& call) { return !in_zone(parts_.zone, call.service); });
        return mine;
    }

    // Last month's figures, once a day.
    void read_figures(const Snapshot& snapshot)
    {
        if (!parts_.commands || !configuration_.board.charter_figures || snapshot.cut_off
            || figures_day_ == snapshot.local.date)
            return;
        figures_day_ = snapshot.local.date;
        parts_.commands->submit(
            [this](Reception& reception) -> app::Commands::Then {
                return [this,
                           figures = charter_figures(reception.store(), reception.configuration(),
                               reception.today(), reception.now())] {
                    figures_ = figures;
                    say_all();
                };
            },
            [this](const std::string&) { figures_day_ = {}; });
    }

    // In the kiosk's own language, then in the visitor's.
    void announce()
    {
        for (const Call& call : board_.rings()) {
            if (!parts_.announcer)
                continue;
            std::vector<sound::Utterance> sentences { sentence(call, words_) };
            const bool other = !call.language.empty() && call.language != words_.language();
            if (other && parts_.announcer->can_say(call.language))
                sentences.push_back(sentence(call, nextplease::words(call.language)));
            parts_.announcer->announce(std::move(sentences));
        }
    }
    sound::Utterance sentence(const Call& call, const Words& words) const
    {
        return {
            words.say(Text::BoardAnnounce,
                { { "number", call.number.text() }, { "place", name_of(call.desk, words, configuration_) } }),
            words.language()
        };
    }

    bool look_at_sound()
    {
        const bool none = parts_.announcer && parts_.announcer->state() != sound::Announcer::State::Heard;
        return std::exchange(view_.no_sound, none) != none;
    }

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
    BoardParts parts_;
    const Words& words_;
    std::shared_ptr<const Snapshot> snapshot_;
    std::optional<CharterFigures> figures_;
    LocalDate figures_day_ {};
    Board board_;
    View view_;
    bool shown_ = false;
    bool changed_ = true;
    std::size_t pages_ = 1;
    ui::Moment page_since_ { 0 };
    ui::Moment notice_since_ { 0 };
};

} // namespace

std::unique_ptr<app::Face> make_board_face(
    const Configuration& configuration, const Language& language, const BoardParts& parts)
{
    return std::make_unique<BoardFace>(configuration, language, parts);
}

} // namespace nextplease::board
