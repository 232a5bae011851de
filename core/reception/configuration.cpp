#include "core/reception/configuration.h"

#include "core/base/catalogue.h"
#include "core/base/error.h"
#include "core/base/toml_reader.h"
#include "core/reception/configuration_board.h"
#include "core/reception/configuration_cases.h"
#include "core/reception/configuration_desks.h"
#include "core/reception/configuration_keys.h"
#include "core/reception/configuration_office.h"
#include "core/reception/configuration_printer.h"
#include "core/reception/configuration_sound.h"
#include "core/reception/configuration_standards.h"
#include "core/reception/configuration_values.h"
#include "core/reception/service_pin.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace nextplease {
namespace {

namespace keys = configuration_keys;

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    // A folder can be opened, but not read.
    if (stream && !std::filesystem::is_directory(file))
        text << stream.rdbuf();
    if (!stream || stream.bad() || std::filesystem::is_directory(file))
        throw Failure(Failure::Kind::Unavailable,
            fmt::format(
                "the configuration {} cannot be read: check that it is a file and that you may read it",
                file.string()));
    return text.str();
}

std::vector<Language> read_languages(const TomlTable& site)
{
    const TomlValue value = site.need("languages", "languages = [\"en\"]");
    std::vector<std::string_view> known;
    for (const Language& language : languages())
        known.push_back(language.text());
    std::vector<Language> chosen;
    for (const TomlValue& item : value.list()) {
        const Language language(item.one_of(known));
        if (std::find(chosen.begin(), chosen.end(), language) != chosen.end())
            item.refuse(fmt::format("{} has \"{}\" twice: write it once", value.name(), language.text()));
        chosen.push_back(language);
    }
    if (chosen.empty())
        value.refuse("site.languages is empty: write at least one, such as [\"en\"]");
    return chosen;
}

void read_site(const TomlTable& root, Configuration& configuration)
{
    const TomlTable site = root.need("site", "a section [site]").table(keys::kSite);
    configuration.languages = read_languages(site);
    configuration.site = need_words(site, "name", configuration.languages);
    if (const auto zone = site.find("zone")) {
        try {
            configuration.zone = Zone(zone->text());
        } catch (const InputError& error) {
            zone->refuse(error.what());
        }
    }
}

// The council's words in one further language: a file of lines such as "Council Tax" = "Impozit local".
TomlDocument::Translations read_translations(const std::filesystem::path& file)
{
    const TomlDocument document(text_of(file), file.string());
    const TomlTable all = document.any_root();
    TomlDocument::Translations translations;
    for (const std::string& words : all.keys())
        translations[words] = all.find(words)->text();
    return translations;
}

// From the files beside kiosk.conf, before anything is read: where the file itself has the words, it is
// right.
void add_translations(TomlDocument& document, const TomlTable& root, const std::string& name)
{
    const TomlTable site = root.need("site", "a section [site]").table(keys::kSite);
    const std::vector<Language> chosen = read_languages(site);
    const auto named = site.find("words");
    const std::filesystem::path folder =
        std::filesystem::path(name).parent_path() / (named ? named->text() : "words");
    std::error_code ignored;
    if (named && !std::filesystem::is_directory(folder, ignored))
        named->refuse(fmt::format("{} is \"{}\", and there is no folder {}: make it, or leave the key out",
            named->name(), named->text(), folder.string()));
    std::vector<std::string_view> known;
    for (const Language& language : languages())
        known.push_back(language.text());
    for (const Language& language : chosen) {
        const std::filesystem::path file = folder / (language.text() + ".toml");
        if (language != chosen.front() && std::filesystem::exists(file, ignored))
            document.translate(chosen.front().text(), language.text(), read_translations(file), known);
    }
}

void read_standard(const TomlTable& root, Configuration& configuration)
{
    const auto value = root.find("standard");
    if (!value)
        return;
    const TomlTable standard = value->table(keys::kStandard);
    read_duration(standard, "limit_minutes", { 1, 480 }, configuration.limit);
    if (const auto goal = standard.find("goal_percent"))
        configuration.goal_percent = goal->number({ 1, 100 });
}

void read_store(const TomlValue& store, Configuration& configuration)
{
    configuration.store = store.text_or_empty();
    const std::string_view url = configuration.store;
    constexpr std::string_view kSqlite = "sqlite:";
    const bool has_scheme = url.find(':') != std::string_view::npos;
    if (url == kSqlite || (has_scheme && !url.starts_with(kSqlite)))
        store.refuse(fmt::format(
            "{} is \"{}\": write such as \"sqlite:/var/lib/nextplease/store.db\"", store.name(), url));
}

void read_machine(const TomlTable& root, Configuration& configuration)
{
    const auto value = root.find("machine");
    if (!value)
        return;
    const TomlTable machine = value->table(keys::kMachine);
    if (const auto store = machine.find("store"))
        read_store(*store, configuration);
    if (const auto name = machine.find("name")) {
        configuration.machine = name->text();
        constexpr std::size_t kLongest = 24; // what fits on a ticket
        if (configuration.machine.size() > kLongest)
            name->refuse(fmt::format(
                "{} is \"{}\": write at most {} letters", name->name(), configuration.machine, kLongest));
    }
}

// Digits and spaces, as people write it; "" is none.
std::string read_phone(const TomlValue& value)
{
    const std::string phone = value.text_or_empty();
    constexpr std::size_t kLongest = 20;
    const bool fits = phone.size() <= kLongest && phone.find_first_not_of("+0123456789 ") == std::string::npos
        && phone.find_first_of("0123456789") != std::string::npos;
    if (!phone.empty() && !fits)
        value.refuse(fmt::format("{} is \"{}\": write a number such as \"01632 960042\", at most {} digits "
                                 "and spaces",
            value.name(), phone, kLongest));
    return phone;
}

VisitorSettings read_visitor(const TomlTable& root, const std::vector<Language>& languages)
{
    const TomlTable visitor = root.need("visitor", "a section [visitor]").table(keys::kVisitor);
    VisitorSettings settings;
    settings.help = need_words(visitor, "help", languages);
    if (const auto emergency = visitor.find("emergency"))
        settings.emergency = read_words(*emergency, languages, kAnyLength);
    if (const auto phone = visitor.find("phone"))
        settings.phone = read_phone(*phone);
    if (const auto start = visitor.find("start")) {
        constexpr auto kStarts = std::to_array<std::string_view>({ "languages", "services" });
        settings.start = start->one_of(kStarts) == "languages" ? VisitorSettings::Start::Languages
                                                               : VisitorSettings::Start::Services;
    }
    constexpr WholeRange kIdle { 20, 600 };
    read_duration(visitor, "idle_seconds", kIdle, settings.idle);
    read_duration(visitor, "idle_large_print_seconds", kIdle, settings.idle_large_print);
    // Twenty seconds to answer is what accessibility rules ask for at the least (WCAG 2.2.1).
    read_duration(visitor, "idle_warning_seconds", { 20, 120 }, settings.idle_warning);
    read_duration(visitor, "slow_answer_seconds", { 60, 900 }, settings.slow_answer);
    read_duration(visitor, "touch_repeat_milliseconds", { 200, 2'000 }, settings.touch_repeat);
    read_duration(visitor, "steady_repeat_milliseconds", { 500, 3'000 }, settings.steady_repeat);
    read_duration(visitor, "steady_hold_milliseconds", { 100, 2'000 }, settings.steady_hold);
    read_count(visitor, "few_tickets", { 0, 100 }, settings.few_tickets);
    if (const auto pin = visitor.find("service_pin")) {
        settings.service_pin = pin->text_or_empty();
        if (!settings.service_pin.empty() && !is_service_pin_hash(settings.service_pin))
            pin->refuse(
                "visitor.service_pin is not a hash: never write the PIN itself; run  nextplease pin  and "
                "copy the line that it prints");
    }
    return settings;
}

std::string read_public_url(const TomlTable& web)
{
    const auto value = web.find("public_url");
    if (!value || value->text_or_empty().empty())
        return {};
    const std::string url = value->text();
    const auto after_scheme = url.starts_with("https://") ? 8U : url.starts_with("http://") ? 7U : 0U;
    constexpr std::size_t kLongest = 120; // a code with more is hard to read from a screen
    const bool fits = after_scheme > 0 && url.size() > after_scheme && url[after_scheme] != '/'
        && url.size() <= kLongest && url.find_first_of(" \"<>?#") == std::string::npos;
    if (!fits)
        value->refuse(
            fmt::format("{} is \"{}\": write an address such as \"https://queue.example.org\", at most {} "
                        "letters, without ? and #",
                value->name(), url, kLongest));
    return url.back() == '/' ? url.substr(0, url.size() - 1) : url;
}

} // namespace

Configuration parse_configuration(const std::string& text, const std::string& name)
{
    TomlDocument document(text, name);
    const TomlTable root = document.root(keys::kSections);
    add_translations(document, root, name);
    Configuration configuration;
    configuration.source = name;
    read_site(root, configuration);
    configuration.calendar = read_calendar(root);
    configuration.hours =
        read_hours(root.need("hours", "a section [hours]").table(keys::kHours), configuration.calendar);
    read_standard(root, configuration);
    read_machine(root, configuration);
    configuration.visitor = read_visitor(root, configuration.languages);
    configuration.printer = read_printer(root, name);
    configuration.sound =
        read_sound(root, configuration.languages, std::filesystem::path(name).parent_path());
    configuration.keypad = read_keypad(root);
    if (const auto value = root.find("web"))
        configuration.public_url = read_public_url(value->table(keys::kWeb));
    configuration.office = read_office(root, configuration);
    read_standards(root, configuration);
    read_cases(root, configuration);
    configuration.board = read_board(root, configuration);
    configuration.desks = read_desks(root, configuration);
    return configuration;
}

Configuration read_configuration(const std::filesystem::path& file)
{
    return parse_configuration(text_of(file), file.string());
}

std::filesystem::path find_configuration(const std::string& given)
{
    if (!given.empty()) {
        if (!std::filesystem::exists(given))
            throw InputError(
                fmt::format("--config {0}: there is no file {0}; write the path of a kiosk.conf", given));
        return given;
    }
    if (const char* named = std::getenv("NEXTPLEASE_CONFIG"); named && *named) {
        if (!std::filesystem::exists(named))
            throw InputError(fmt::format(
                "NEXTPLEASE_CONFIG names {}, and there is no such file; set it to a kiosk.conf", named));
        return named;
    }
    for (const char* usual : { "kiosk.conf", "/etc/nextplease/kiosk.conf" }) {
        if (std::filesystem::exists(usual))
            return usual;
    }
    throw InputError(
        "there is no kiosk.conf here and no /etc/nextplease/kiosk.conf: name one with --config FILE or "
        "$NEXTPLEASE_CONFIG");
}

std::string characters_in(const Configuration& configuration, const Language& language)
{
    std::string all;
    const auto add = [&](const Worded& worded) {
        if (const auto words = worded.find(language); words != worded.end())
            all += words->second + ' ';
    };
    add(configuration.site);
    add(configuration.visitor.help);
    for (const Service& service : configuration.office.services) {
        add(service.name);
        add(service.hint);
        for (const Document& document : service.bring) {
            add(document.name);
            add(document.hint);
        }
    }
    for (const Desk& desk : configuration.office.desks)
        add(desk.name);
    for (const ServiceGroup& group : configuration.office.groups) {
        add(group.name);
        add(group.hint);
    }
    for (const Need& need : configuration.office.needs) {
        add(need.name);
        add(need.hint);
    }
    for (const CharterLine& line : configuration.charter)
        add(line.promise);
    for (const Standard& standard : configuration.standards)
        add(standard.title);
    for (const ComplaintCategory& category : configuration.complaints.categories) {
        add(category.words);
        add(category.handled_by);
    }
    add(configuration.complaints.handled_by);
    add(configuration.complaints.ombudsman);
    add(configuration.visitor.emergency);
    for (const BoardMessage& message : configuration.board.messages) {
        add(message.title);
        add(message.text);
    }
    return all;
}

const std::string& words_in(
    const Worded& words, const Language& language, const std::vector<Language>& fallbacks)
{
    static const std::string nothing;
    if (const auto found = words.find(language); found != words.end())
        return found->second;
    for (const Language& fallback : fallbacks) {
        if (const auto found = words.find(fallback); found != words.end())
            return found->second;
    }
    return words.empty() ? nothing : words.begin()->second;
}

const Worded::value_type& title_in(
    const Worded& title, const Language& language, const Configuration& configuration)
{
    assert(!title.empty());
    for (const Language& one : { language, Language("en"), configuration.languages.front() }) {
        if (const auto found = title.find(one); found != title.end())
            return *found;
    }
    return *title.begin();
}

} // namespace nextplease
