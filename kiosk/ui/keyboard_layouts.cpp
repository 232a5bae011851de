// Accents and letters that real keyboards hide behind a dead key have keys of their own. Punjabi, Bengali and
// Gujarati follow InScript, Urdu the phonetic layout, Arabic and Cyrillic what is printed on real keyboards.
// Arabic letters and marks are written as \u: their order would run the other way in an editor.
#include "kiosk/ui/keyboard_layout.h"

namespace nextplease::ui {
namespace {

constexpr std::array kLayouts {
    KeyboardLayout { "en", "ABC",
        {
            KeyRow { U"1234567890" },
            KeyRow { U"qwertyuiop", U"QWERTYUIOP" },
            KeyRow { U"asdfghjkl", U"ASDFGHJKL" },
            KeyRow { U"zxcvbnm", U"ZXCVBNM" },
        },
        U",", U"'.", U"" },
    KeyboardLayout { "cy", "ABC",
        {
            KeyRow { U"âêîôûŵŷáïö", U"ÂÊÎÔÛŴŶÁÏÖ" },
            KeyRow { U"qwertyuiop", U"QWERTYUIOP" },
            KeyRow { U"asdfghjklé", U"ASDFGHJKLÉ" },
            KeyRow { U"zxcvbnmë", U"ZXCVBNMË" },
        },
        U",", U"'.", U"íóúàèìòẁẃ" },
    KeyboardLayout { "pl", "ABC",
        {
            KeyRow { U"ąćęłńóśźż", U"ĄĆĘŁŃÓŚŹŻ" },
            KeyRow { U"qwertyuiop", U"QWERTYUIOP" },
            KeyRow { U"asdfghjkl", U"ASDFGHJKL" },
            KeyRow { U"zxcvbnm", U"ZXCVBNM" },
        },
        U",", U"-.", U"„”–§…" },
    KeyboardLayout { "ro", "ABC",
        {
            KeyRow { U"ăâîșț", U"ĂÂÎȘȚ" },
            KeyRow { U"qwertyuiop", U"QWERTYUIOP" },
            KeyRow { U"asdfghjkl", U"ASDFGHJKL" },
            KeyRow { U"zxcvbnm", U"ZXCVBNM" },
        },
        U",", U"-.", U"„”«»–…" },
    KeyboardLayout { "pt", "ABC",
        {
            KeyRow { U"áâãàéêíóôõ", U"ÁÂÃÀÉÊÍÓÔÕ" },
            KeyRow { U"qwertyuiop", U"QWERTYUIOP" },
            KeyRow { U"asdfghjklç", U"ASDFGHJKLÇ" },
            KeyRow { U"zxcvbnmú", U"ZXCVBNMÚ" },
        },
        U",", U"-.", U"ªº«»üÜ–…" },
    KeyboardLayout { "tr", "ABC",
        {
            KeyRow { U"çğöşüâîû", U"ÇĞÖŞÜÂÎÛ" },
            KeyRow { U"qwertyuıop", U"QWERTYUIOP" },
            KeyRow { U"asdfghjkli", U"ASDFGHJKLİ" },
            KeyRow { U"zxcvbnm", U"ZXCVBNM" },
        },
        U",", U"'.", U"“”–…₺" },
    KeyboardLayout { "uk", "АБВ",
        {
            KeyRow { U"ґєїхю", U"ҐЄЇХЮ" },
            KeyRow { U"йцукенгшщз", U"ЙЦУКЕНГШЩЗ" },
            KeyRow { U"фівапролдж", U"ФІВАПРОЛДЖ" },
            KeyRow { U"ячсмитьб", U"ЯЧСМИТЬБ" },
        },
        U",", U"’.", U"«»№₴–…", false },
    KeyboardLayout { "ru", "АБВ",
        {
            KeyRow { U"ёхъэю", U"ЁХЪЭЮ" },
            KeyRow { U"йцукенгшщз", U"ЙЦУКЕНГШЩЗ" },
            KeyRow { U"фывапролдж", U"ФЫВАПРОЛДЖ" },
            KeyRow { U"ячсмитьб", U"ЯЧСМИТЬБ" },
        },
        U",", U"-.", U"«»№₽–…", false },
    KeyboardLayout { "ar", "ابت",
        {
            KeyRow { U"\u0621\u0623\u0625\u0622\u0626\u0624\u0649\u0629",
                U"\u064E\u064F\u0650\u0651\u0652\u0670\u0653\u0654" },
            KeyRow { U"\u0636\u0635\u062B\u0642\u0641\u063A\u0639\u0647\u062E\u062D" },
            KeyRow { U"\u0634\u0633\u064A\u0628\u0644\u0627\u062A\u0646\u0645\u0643" },
            KeyRow { U"\u0638\u0637\u0630\u062F\u0632\u0631\u0648\u062C" },
        },
        U"\u060C", U"\u061F.", U"\u061B«»\u0640\u064B\u064C\u064D…", false },
    KeyboardLayout { "ur", "ابپ",
        {
            KeyRow { U"\u0622\u0679\u0688\u0691\u062E\u063A\u0635\u0636\u0630\u062B",
                U"\u064E\u064F\u0650\u0651\u0652\u0670\u0653\u0654\u06C3\u06C2" },
            KeyRow { U"\u0642\u0648\u0639\u0631\u062A\u06D2\u0621\u06CC\u06C1\u067E",
                U"\u0642\u0624\u0639\u0631\u062A\u06D3\u0626\u06CC\u06C1\u067E" },
            KeyRow { U"\u0627\u0633\u062F\u0641\u06AF\u062D\u062C\u06A9\u0644\u06BE" },
            KeyRow { U"\u0632\u0634\u0686\u0637\u0628\u0646\u0645\u06BA",
                U"\u0698\u0634\u0686\u0638\u0628\u0646\u0645\u06BA" },
        },
        U"\u060C", U"\u061F\u06D4", U"\u061B“”…", false },
    KeyboardLayout { "pa", "ਕਖਗ",
        {
            KeyRow { U"\u0A71\u0A02ਣੜਅਆ\u0A36\u0A5Bਡ\u0A3C", U"\u0A03ੴਣੜ\u0A59\u0A5A\u0A5Eੲਢਞ" },
            KeyRow { U"\u0A4C\u0A48\u0A3E\u0A40\u0A42ਬਹਗਦਜ", U"ਔਐਆਈਊਭਙਘਧਝ" },
            KeyRow { U"\u0A4B\u0A47\u0A4D\u0A3F\u0A41ਪਰਕਤਚ", U"ਓਏਅਇਉਫਰਖਥਛ" },
            KeyRow { U"\u0A70ਮਨਵਲਸਯਟ", U"\u0A02ਮਨਵ\u0A33\u0A36ੳਠ" },
        },
        U",", U"?।", U"॥₹“”–…", false },
    KeyboardLayout { "bn", "কখগ",
        {
            KeyRow { U"\u09C3ৎণশষয\u0981ডট\u09BC", U"ঋৎণশষয\u0981ঢঠঞ" },
            KeyRow { U"\u09CC\u09C8\u09BE\u09C0\u09C2বহগদজ", U"ঔঐআঈঊভঙঘধঝ" },
            KeyRow { U"\u09CB\u09C7\u09CD\u09BF\u09C1পরকতচ", U"ওএঅইউফরখথছ" },
            KeyRow { U"\u0982মনলস\u09DF\u09DC", U"\u0983মনলস\u09DF\u09DD" },
        },
        U",", U"?।", U"॥৳“”–…", false },
    KeyboardLayout { "gu", "કખગ",
        {
            KeyRow { U"\u0AC3\u0AC5ળણશષડટ\u0ABC\u0A83", U"ઋઍળણશષઢઠઞ\u0A83" },
            KeyRow { U"\u0ACC\u0AC8\u0ABE\u0AC0\u0AC2બહગદજ", U"ઔઐઆઈઊભઙઘધઝ" },
            KeyRow { U"\u0ACB\u0AC7\u0ACD\u0ABF\u0AC1પરકતચ", U"ઓએઅઇઉફરખથછ" },
            KeyRow { U"\u0AC9\u0A82મનવલસય", U"ઑ\u0A81મનવલસય" },
        },
        U",", U"?.", U"।₹“”–…", false },
    KeyboardLayout { "zh", "ABC",
        {
            KeyRow { U"1234567890" },
            KeyRow { U"qwertyuiop", U"QWERTYUIOP" },
            KeyRow { U"asdfghjkl", U"ASDFGHJKL" },
            KeyRow { U"zxcvbnm", U"ZXCVBNM" },
        },
        U",", U"'.", U"" },
};

constexpr std::u32string_view kSignRow[] { U"1234567890", U"-/:;()£&@\"", U"?!',.+=%#*" };

} // namespace

const KeyboardLayout& latin_layout()
{
    return kLayouts.front();
}

const KeyboardLayout& layout_for(const Language& language)
{
    for (const KeyboardLayout& layout : kLayouts)
        if (language.text() == layout.language)
            return layout;
    for (const KeyboardLayout& layout : kLayouts)
        if (language.text().substr(0, language.text().find('-')) == layout.language)
            return layout;
    return latin_layout();
}

SignRows sign_rows(const KeyboardLayout& layout)
{
    return { { kSignRow[0], kSignRow[1], kSignRow[2] },
        layout.signs.empty() ? std::u32string_view(U"[]_€$~…–’") : layout.signs };
}

} // namespace nextplease::ui
