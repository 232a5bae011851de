#include "core/base/error.h"
#include "core/reception/cases.h"
#include "kiosk/cli/commands.h"
#include "kiosk/cli/json_output.h"
#include "kiosk/cli/text_table.h"

#include <fmt/format.h>

namespace nextplease::cli {
namespace {

// What was sealed, opened with the key if one was given; nullopt without one.
std::optional<Secret> opened(const SealedText& sealed, const std::optional<SecretKey>& key,
    const std::string& reference, const std::filesystem::path& file)
{
    if (sealed.key.empty())
        return Secret(std::string_view(sealed.text));
    if (!key)
        return std::nullopt;
    auto words = key->open(sealed);
    if (!words)
        throw Refused(fmt::format("{} was sealed to the key {}, and {} holds the key {}: name the file that "
                                  "belongs to it",
            reference, sealed.key, file.string(), fingerprint(key->public_key())));
    return words;
}

CaseView view_of(const Case& record, const std::optional<SecretKey>& key, const CaseArguments& asked)
{
    CaseView view { record, {}, {} };
    view.words = opened(record.words, key, reference_of(record), asked.key);
    view.contact = opened(record.contact, key, reference_of(record), asked.key);
    return view;
}

std::string date(const std::optional<LocalDate>& day)
{
    return day ? to_iso(*day) : "-";
}
std::string or_dash(const std::string& text)
{
    return text.empty() ? "-" : text;
}

std::string shown(const std::optional<Secret>& words, const SealedText& sealed)
{
    if (words)
        return or_dash(words->text());
    return fmt::format("sealed to the key {}: read it with --key FILE", sealed.key);
}

std::string sentences(const CaseView& view, const Zone& zone)
{
    const Case& c = view.record;
    std::string text;
    const auto line = [&](const char* label, const std::string& what) {
        text += fmt::format("{:15} {}\n", label, what);
    };
    line("reference", reference_of(c));
    line("kind", std::string(word(c.kind)));
    line("received", to_iso(zone.local(c.received)));
    line("service", or_dash(c.service.text()));
    line("category", or_dash(c.category.text()));
    line("acknowledge by", date(c.acknowledge_by));
    line("respond by", date(c.respond_by));
    line("reply", std::string(word(c.reply)));
    line("reply language", or_dash(c.reply_language.text()));
    line("contact", shown(view.contact, c.contact));
    line("words", shown(view.words, c.words));
    return text;
}

Row row_of(const Case& c, const Zone& zone)
{
    return { reference_of(c), std::string(word(c.kind)), to_iso(zone.date(c.received)),
        or_dash(c.service.text()), or_dash(c.category.text()), date(c.acknowledge_by), date(c.respond_by),
        std::string(word(c.reply)), or_dash(c.words.key) };
}

std::string table(const std::vector<CaseView>& views, const Zone& zone)
{
    std::string text;
    for (const CaseView& view : views)
        text += fmt::format("{}\n", fmt::join(row_of(view.record, zone), "  "));
    return text;
}

void show(const CaseArguments& asked, const Surroundings& around, const std::optional<SecretKey>& key)
{
    const auto reference = parse_case_reference(asked.reference);
    if (!reference)
        throw WrongUsage(
            fmt::format("\"{}\" is no reference: write it as on the paper, such as K-318", asked.reference));
    std::optional<Case> found;
    around.open_for_reading()->read([&](Records& records) { found = records.case_of(reference->id); });
    if (!found || found->letter != reference->letter)
        throw Refused(fmt::format("there is no case {}-{} in this store: see nextplease case list",
            reference->letter, reference->id.value()));
    const CaseView view = view_of(*found, key, asked);
    write_result(
        asked.output == Output::Json ? case_json(view) : sentences(view, around.configuration().zone));
}

void list(const CaseArguments& asked, const Surroundings& around, const std::optional<SecretKey>& key)
{
    const Zone& zone = around.configuration().zone;
    std::vector<CaseView> views;
    around.open_for_reading()->read([&](Records& records) {
        records.each_case(zone.days(asked.from, asked.to),
            [&](const Case& record) { views.push_back(view_of(record, key, asked)); });
    });
    write_result(asked.output == Output::Json ? cases_json(views) : table(views, zone));
}

} // namespace

void run_command(const CaseArguments& asked, const Surroundings& around)
{
    std::optional<SecretKey> key;
    if (!asked.key.empty())
        key.emplace(read_secret_key(asked.key));
    if (asked.verb == CaseArguments::Verb::Show)
        return show(asked, around, key);
    list(asked, around, key);
}

void run_command(const KeyArguments& asked)
{
    const SecretKey key = make_secret_key();
    key.save(asked.file);
    write_result(fmt::format("# The secret key {} is in {}. Give it to the complaints team, keep a copy in a "
                             "safe, and none on the kiosk.\n"
                             "# For kiosk.conf:\n"
                             "[privacy]\n"
                             "public_key = \"{}\"\n",
        fingerprint(key.public_key()), asked.file.string(), to_base64(key.public_key())));
}

} // namespace nextplease::cli
