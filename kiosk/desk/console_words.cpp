// Reading what was confided in a case: the passphrase of the team's key is asked for each time, the key is
// opened on the thread of the reception, and what was read is wiped with its panel.
#include "kiosk/desk/console.h"

#include "core/base/error.h"
#include "core/reception/key_file.h"
#include "text_keys.h"

namespace nextplease::desk {
namespace {

struct Read {
    std::shared_ptr<const OpenedCase> opened;
    std::string why_not;
};

struct Reading {
    CaseId record;
    std::filesystem::path key; // empty: none is needed
    Secret passphrase;
    CaseReader reader;
};

struct Unlocked {
    std::optional<SecretKey> key;
    std::string why_not;
};

// What fails here is the key's file, and nothing of the store.
Unlocked unlocked(const Reading& reading, const Words& words)
{
    try {
        auto key = read_locked_key(reading.key).unlock(reading.passphrase);
        if (!key)
            return { std::nullopt, words.say(Text::DeskWordsWrongPassphrase) };
        return { std::move(key), {} };
    } catch (const InputError& error) {
        return { std::nullopt, error.what() };
    } catch (const Failure& failure) {
        return { std::nullopt, failure.what() };
    }
}

Read opened(Reception& reception, const Reading& reading, const SecretKey* key, const Words& words)
{
    OpeningReply reply = open_case(reception, reading.record, key, reading.reader);
    if (const auto* obstacle = std::get_if<OpeningObstacle>(&reply))
        return { nullptr, sentence(*obstacle, words) };
    return { std::make_shared<const OpenedCase>(std::move(std::get<OpenedCase>(reply))), {} };
}

// On the thread of the reception: it takes about a second.
Read read(Reception& reception, const Reading& reading, const Words& words)
{
    if (reading.key.empty())
        return opened(reception, reading, nullptr, words);
    const Unlocked found = unlocked(reading, words);
    return found.key ? opened(reception, reading, &*found.key, words) : Read { nullptr, found.why_not };
}

} // namespace

void Console::ask_for_words()
{
    if (register_->reading)
        return say(MessageView::Kind::Refused, sentence(*register_->reading, words_));
    const Case& record = register_->chosen->record;
    const std::string key = sealed_to(record);
    if (!key.empty() && configuration_.secret_key.empty())
        return say(MessageView::Kind::Refused, words_.say(Text::DeskWordsNoKeyHere));
    WordsDraft draft { .record = record.id, .reference = reference_of(record), .sealed_to = key };
    draft_ = std::move(draft);
    message_.reset();
    if (key.empty())
        return send_words(*words_draft());
    prepare();
}

void Console::type_passphrase(char32_t letter)
{
    WordsDraft* draft = words_draft();
    if (!draft || draft->opened || draft->sealed_to.empty() || under_way_)
        return;
    draft->passphrase.insert(letter);
    prepare();
}

void Console::take_back_passphrase()
{
    WordsDraft* draft = words_draft();
    if (!draft || under_way_)
        return;
    draft->passphrase.apply(ui::KeyCode::Backspace);
    prepare();
}

void Console::send_words(WordsDraft& draft)
{
    if (draft.opened)
        return;
    if (!draft.sealed_to.empty() && draft.passphrase.text.empty())
        return say(MessageView::Kind::Refused, words_.say(Text::DeskWordsNoPassphrase));
    const Reading reading { draft.record,
        draft.sealed_to.empty() ? std::filesystem::path() : configuration_.secret_key,
        Secret(draft.passphrase.utf8()), { staff_, desk_.code } };
    draft.passphrase.clear();
    under_way_ = UnderWay { .deed = Deed::Task, .answer = {}, .desk = {} };
    message_.reset();
    prepare();
    const std::weak_ptr<const int> alive = alive_;
    commands_.submit(
        [this, alive, reading, &words = words_](Reception& reception) -> app::Commands::Then {
            const Read found = read(reception, reading, words);
            return [this, alive, found, id = reading.record] {
                if (alive.lock())
                    words_answered(id, found.opened, found.why_not);
            };
        },
        [this, alive](const std::string& sentence) {
            if (alive.lock())
                failed(sentence);
        });
}

// Whoever closed the panel meanwhile, or left, does not see it: what was read ends with the answer.
void Console::words_answered(
    CaseId id, const std::shared_ptr<const OpenedCase>& opened, const std::string& why_not)
{
    under_way_.reset();
    WordsDraft* draft = words_draft();
    if (!draft || draft->record != id || asks_sign_in())
        return prepare();
    if (!opened)
        return say(MessageView::Kind::Refused, why_not);
    draft->opened = *opened;
    prepare();
}

// Back to the case, whose story tells now that its words were read.
void Console::leave_words()
{
    FormDraft draft;
    draft.panel = Panel::Register;
    draft_ = draft;
    message_.reset();
    ask_register();
}

} // namespace nextplease::desk
