// The keyboard on the screen: what is on its keys in each language, and where they stand.
#include "kiosk/ui/keyboard.h"
#include "tests/ui/ui_fixture.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace nextplease;
using namespace nextplease::ui;

namespace {

struct Alphabet {
    const char* language;
    std::u32string letters;
};

// The letters in which the language is written, small ones only where there are capitals; in Indic scripts
// with the signs for vowels.
const std::vector<Alphabet> kAlphabets {
    { "en", U"abcdefghijklmnopqrstuvwxyz" },
    { "cy", U"abcdefghijlmnoprstuwyâêîôûŵŷáéíóúïöëàèìòẃẁ" },
    { "pl", U"aąbcćdeęfghijklłmnńoóprsśtuwyzźżqvx" },
    { "ro", U"aăâbcdefghiîjklmnopqrsștțuvwxyz" },
    { "uk", U"абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’" },
    { "ru", U"абвгдеёжзийклмнопрстуфхцчшщъыьэюя" },
    { "pt", U"aáâãàbcçdeéêfghiíjklmnoóôõpqrstuúvwxyz" },
    { "tr", U"abcçdefgğhıijklmnoöprsştuüvyzâîû" },
    { "ar",
        U"\u0627\u0628\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635\u0636"
        U"\u0637\u0638\u0639\u063A\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u064A"
        U"\u0621\u0622\u0623\u0624\u0625\u0626\u0629\u0649\u064E\u064F\u0650\u0651\u0652\u064B\u064C\u064D" },
    { "ur",
        U"\u0627\u0622\u0628\u067E\u062A\u0679\u062B\u062C\u0686\u062D\u062E\u062F\u0688\u0630\u0631\u0691"
        U"\u0632\u0698\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063A\u0641\u0642\u06A9\u06AF\u0644\u0645"
        U"\u0646\u06BA\u0648\u06C1\u06BE\u0621\u06CC\u06D2\u0624\u0626\u06C2\u06C3\u064E\u064F\u0650\u0651" },
    { "pa",
        U"ੳਅੲਸਹਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜ\u0A36\u0A59\u0A5A\u0A5B\u0A5E\u0A33"
        U"ਆਇਈਉਊਏਐਓਔ\u0A3E\u0A3F\u0A40\u0A41\u0A42\u0A47\u0A48\u0A4B\u0A4C\u0A4D\u0A70\u0A71\u0A02\u0A3C" },
    { "bn",
        U"অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ\u09DC\u09DD\u09DFৎ\u0982\u0983\u0981"
        U"\u09BE\u09BF\u09C0\u09C1\u09C2\u09C3\u09C7\u09C8\u09CB\u09CC\u09CD" },
    { "gu",
        U"અઆઇઈઉઊઋઍએઐઑઓઔકખગઘઙચછજઝઞટઠડઢણતથદધનપફબભમયરલવશષસહળ\u0A82\u0A83"
        U"\u0ABE\u0ABF\u0AC0\u0AC1\u0AC2\u0AC3\u0AC5\u0AC7\u0AC8\u0AC9\u0ACB\u0ACC\u0ACD" },
    { "zh", U"abcdefghijklmnopqrstuvwxyz" },
};

KeyboardForm form_of(const std::string& language, KeyboardKind kind = KeyboardKind::Words)
{
    KeyboardForm form { .kind = kind, .language = Language(language), .lines = true };
    const float rows = static_cast<float>(keyboard_rows(form));
    form.area = { 24, 880, 1032, rows * 104 + (rows - 1) * kKeyGap };
    return form;
}

// Every way in which the keyboard of that form can stand.
std::vector<KeyboardState> states()
{
    std::vector<KeyboardState> all;
    for (const bool latin : { false, true })
        for (const bool shifted : { false, true })
            for (const auto page : { KeyboardState::Page::Letters, KeyboardState::Page::Signs })
                all.push_back({ page, shifted, latin });
    return all;
}

std::set<char32_t> reachable(const KeyboardForm& form, bool latin)
{
    std::set<char32_t> letters;
    for (const KeyboardState& state : states())
        if (state.latin == latin)
            for (const PlacedKey& key : place_keys(form, state))
                if (key.act == KeyAct::Letter)
                    letters.insert(key.letter);
    return letters;
}

bool has(const KeyboardForm& form, const KeyboardState& state, KeyAct act)
{
    for (const PlacedKey& key : place_keys(form, state))
        if (key.act == act)
            return true;
    return false;
}

} // namespace

TEST_CASE("Every letter of every language has a key")
{
    for (const Alphabet& alphabet : kAlphabets) {
        const std::set<char32_t> letters = reachable(form_of(alphabet.language), false);
        for (const char32_t letter : alphabet.letters)
            CHECK_MESSAGE(letters.contains(letter),
                alphabet.language << " lacks " << TextDraft { .text = std::u32string(1, letter) }.utf8());
    }
}

TEST_CASE("Digits and the signs of an address can be typed in every language, and Latin letters too")
{
    for (const Alphabet& alphabet : kAlphabets) {
        const KeyboardForm form = form_of(alphabet.language);
        const bool latin = layout_for(form.language).latin;
        std::set<char32_t> letters = reachable(form, false);
        for (const char32_t sign : std::u32string(U"0123456789@./-,?!"))
            CHECK_MESSAGE(letters.contains(sign), alphabet.language << " " << static_cast<char>(sign));
        CHECK(has(form, {}, KeyAct::Script) != latin);
        letters = reachable(form, true);
        for (char32_t c = U'a'; c <= U'z'; ++c)
            CHECK(letters.contains(c));
        for (char32_t c = U'A'; c <= U'Z'; ++c)
            CHECK(letters.contains(c));
    }
}

TEST_CASE("L5: every key's letter is in the fonts")
{
    UiFixture fixture;
    for (const Alphabet& alphabet : kAlphabets) {
        for (const KeyboardState& state : states()) {
            for (const PlacedKey& key : place_keys(form_of(alphabet.language), state)) {
                if (key.act != KeyAct::Letter)
                    continue;
                const std::string face = TextDraft { .text = std::u32string(1, key.letter) }.utf8();
                const int unknown =
                    fixture.painter
                        .measured({ .text = face, .language = Language(alphabet.language), .px = 44 })
                        .unknown_glyphs;
                CHECK_MESSAGE(unknown == 0, alphabet.language << " " << face);
            }
        }
    }
}

TEST_CASE("No two keys shown together have the same name, and none lies on another")
{
    std::vector<KeyboardForm> forms;
    for (const Alphabet& alphabet : kAlphabets)
        for (const auto kind : { KeyboardKind::Words, KeyboardKind::Email })
            forms.push_back(form_of(alphabet.language, kind));
    forms.push_back(form_of("en", KeyboardKind::Code));
    forms.push_back(form_of("en", KeyboardKind::Digits));
    for (KeyboardForm form : forms) {
        for (const auto shape : { KeyboardForm::Shape::Stacked, KeyboardForm::Shape::Wide }) {
            form.shape = shape;
            const bool wide = shape == KeyboardForm::Shape::Wide;
            form.area = wide ? Rect { 40, 508, 1840, 408 } : form_of("en", form.kind).area;
            for (const KeyboardState& state : states()) {
                std::set<std::string> names;
                const std::vector<PlacedKey> keys = place_keys(form, state);
                for (const PlacedKey& key : keys) {
                    CHECK_MESSAGE(
                        names.insert(key_name(key)).second, form.language.text() << " " << key_name(key));
                    CHECK(key.at.w >= (wide ? 88 : 95.9F));
                    CHECK(key.at.h >= (wide ? 95.9F : 103.9F));
                    CHECK(key.at.x >= form.area.x - 0.1F);
                    CHECK(key.at.right() <= form.area.right() + 0.1F);
                    if (wide)
                        CHECK(!key.at.inset(-7.9F).overlaps(beside_keys(form)));
                    const auto near = std::find_if(keys.begin(), keys.end(), [&](const PlacedKey& other) {
                        return &other != &key && key.at.inset(-7.9F).overlaps(other.at);
                    });
                    CHECK_MESSAGE(near == keys.end(), form.language.text() << " " << key_name(key));
                }
            }
        }
    }
}

TEST_CASE("The English keyboard stands where the look puts it")
{
    const std::vector<PlacedKey> keys = place_keys(form_of("en"), {});
    const auto at = [&keys](const std::string& name) {
        for (const PlacedKey& key : keys)
            if (key_name(key) == name)
                return key.at;
        return Rect {};
    };
    CHECK(at("key.1").x == doctest::Approx(24));
    CHECK(at("key.1").w == doctest::Approx(96));
    CHECK(at("key.p").right() == doctest::Approx(1056));
    CHECK(at("key.a").x == doctest::Approx(76)); // the home row stands in
    CHECK(at("key.shift").w == doctest::Approx(148));
    CHECK(at("key.z").x == doctest::Approx(180));
    CHECK(at("key.delete").x == doctest::Approx(908));
    CHECK(at("key.signs").w == doctest::Approx(148));
    CHECK(at("key.space").w == doctest::Approx(408));
    CHECK(at("key.new-line").right() == doctest::Approx(1056));
}

TEST_CASE("Only what fits is offered: capitals and digits for codes, digits for numbers, no blank in e-mail")
{
    CHECK(reachable(form_of("en", KeyboardKind::Code), false).size() == 36);
    CHECK(!has(form_of("en", KeyboardKind::Code), {}, KeyAct::Space));
    CHECK(reachable(form_of("ur", KeyboardKind::Digits), false).size() == 11); // and + for abroad
    const std::set<char32_t> email = reachable(form_of("ur", KeyboardKind::Email), false);
    CHECK(email.contains(U'@'));
    CHECK(email.contains(U'a'));
    CHECK(!has(form_of("ur", KeyboardKind::Email), {}, KeyAct::Space));
    CHECK(!has(form_of("ur", KeyboardKind::Email), {}, KeyAct::Script));
    KeyboardForm line = form_of("en");
    line.lines = false;
    CHECK(!has(line, {}, KeyAct::NewLine));
    CHECK(!has(line, {}, KeyAct::Up));
}
