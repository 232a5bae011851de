#include "core/reception/configuration_sound.h"

#include "core/reception/configuration_keys.h"
#include "core/reception/configuration_values.h"
#include "core/reception/keypad_keys.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace nextplease {
namespace {

namespace keys = configuration_keys;

void read_text(const TomlTable& table, std::string_view key, std::string& value)
{
    if (const auto found = table.find(key))
        value = found->text_or_empty();
}

void read_output(const TomlTable& sound, SoundSettings& settings, const std::filesystem::path& folder)
{
    if (const auto output = sound.find("output")) {
        constexpr auto kOutputs = std::to_array<std::string_view>({ "alsa", "file", "none" });
        const std::string chosen = output->one_of(kOutputs);
        settings.output = chosen == "alsa" ? SoundSettings::Output::Alsa
            : chosen == "file"             ? SoundSettings::Output::File
                                           : SoundSettings::Output::None;
    }
    std::string file;
    read_text(sound, "file", file);
    if (!file.empty())
        settings.file = folder / file;
    if (settings.output == SoundSettings::Output::File && file.empty())
        sound.refuse(
            "sound.output is \"file\" and there is no sound.file: write the name of a WAV to make, such as "
            "file = \"/tmp/kiosk.wav\"");
}

// A voice is part of a command line: nothing but what espeak-ng's names have.
std::string voice_name(const TomlValue& value)
{
    const std::string name = value.text();
    const bool fits = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_' || c == '+';
    });
    if (!fits || name.starts_with('-'))
        value.refuse(
            fmt::format("{} is \"{}\": write a name that  espeak-ng --voices  lists, such as \"en-gb\"",
                value.name(), name));
    return name;
}

void read_voices(const TomlTable& sound, const std::vector<Language>& languages, SoundSettings& settings)
{
    const auto value = sound.find("voices");
    if (!value)
        return;
    std::vector<std::string_view> known;
    known.reserve(languages.size());
    for (const Language& language : languages)
        known.push_back(language.text());
    const TomlTable voices = value->table(known);
    for (const std::string& key : voices.keys())
        settings.voices[Language(key)] = voice_name(*voices.find(key));
}

} // namespace

SoundSettings read_sound(
    const TomlTable& root, const std::vector<Language>& languages, const std::filesystem::path& folder)
{
    SoundSettings settings;
    const auto value = root.find("sound");
    if (!value)
        return settings;
    const TomlTable sound = value->table(keys::kSound);
    read_output(sound, settings, folder);
    read_text(sound, "device", settings.device);
    if (settings.device.empty())
        sound.find("device")->refuse(
            "sound.device is empty: write a name that  aplay -L  lists, such as \"default\"");
    read_text(sound, "headset_device", settings.headset_device);
    read_text(sound, "headset_card", settings.headset_card);
    read_text(sound, "headset_jack", settings.headset_jack);
    if (const auto only = sound.find("headphones_only"))
        settings.headphones_only = only->yes_no();
    if (const auto volume = sound.find("volume"))
        settings.volume = static_cast<int>(volume->whole({ 1, 7 }));
    if (const auto speed = sound.find("words_a_minute"))
        settings.words_a_minute = static_cast<int>(speed->whole({ 80, 350 }));
    read_voices(sound, languages, settings);
    std::string phrases;
    read_text(sound, "phrases", phrases);
    if (!phrases.empty())
        settings.phrases = folder / phrases;
    if (const auto curtain = sound.find("curtain"))
        settings.curtain = curtain->yes_no();
    return settings;
}

KeypadSettings read_keypad(const TomlTable& root)
{
    KeypadSettings settings;
    const auto section = root.find("keypad");
    const std::pair<std::string_view, std::vector<std::string>*> uses[] { { "next", &settings.next },
        { "previous", &settings.previous }, { "choose", &settings.choose }, { "help", &settings.help },
        { "repeat", &settings.repeat }, { "louder", &settings.louder }, { "quieter", &settings.quieter },
        { "faster", &settings.faster }, { "slower", &settings.slower }, { "speech", &settings.speech },
        { "headset_in", &settings.headset_in }, { "headset_out", &settings.headset_out } };
    if (!section)
        return settings;
    const TomlTable keypad = section->table(keys::kKeypad);
    std::map<std::string, std::string> taken; // key -> what for
    for (const auto& [use, names] : uses) {
        const auto value = keypad.find(use);
        if (value) {
            names->clear();
            for (const TomlValue& item : value->list())
                names->push_back(item.one_of(kKeypadKeys));
        }
        for (const std::string& name : *names) {
            const auto [other, is_new] = taken.emplace(name, use);
            if (!is_new)
                (value ? *value : *section)
                    .refuse(
                        fmt::format("\"{}\" stands for both keypad.{} and keypad.{}: give each key one use",
                            name, other->second, use));
        }
    }
    return settings;
}

} // namespace nextplease
