// What was confided in a case, or the passphrase that opens it.
#include "kiosk/desk/prepare.h"

#include "text_keys.h"

namespace nextplease::desk {
PanelView prepare_case_words(const Scene& scene, const WordsDraft& draft, bool under_way)
{
    const Words& words = scene.words;
    PanelView panel;
    panel.place = PanelView::Place::Wide;
    panel.title = words.say(Text::DeskWordsTitle, { { "reference", draft.reference } });
    panel.cancel = words.say(Text::DeskWordsClose);
    panel.scroll = draft.scroll;
    if (draft.opened) {
        panel.confided.push_back({ words.say(Text::DeskWordsSaid), draft.opened->words });
        if (!draft.opened->contact.empty())
            panel.confided.push_back({ words.say(Text::DeskWordsContact), draft.opened->contact });
        panel.lines.push_back(words.say(Text::DeskWordsHint));
        return panel;
    }
    if (under_way) {
        panel.lines.push_back(words.say(Text::DeskWordsOpening));
        return panel;
    }
    panel.words_label = words.say(Text::DeskWordsPassphrase, { { "key", draft.sealed_to } });
    panel.dots.emplace();
    for (std::size_t i = 0; i < draft.passphrase.text.size(); ++i)
        *panel.dots += "•";
    panel.send = words.say(Text::DeskWordsRead);
    return panel;
}

} // namespace nextplease::desk
