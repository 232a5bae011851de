#include "core/reception/configuration_cases.h"

#include "core/reception/configuration_keys.h"
#include "core/reception/configuration_values.h"
#include "core/reception/printer_address.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {
namespace {

namespace keys = configuration_keys;

constexpr WholeRange kWorkingDays { 1, 60 };
constexpr WholeRange kExtensions { 0, 20 };

std::set<LocalDate> read_dates(const TomlTable& table, std::string_view key)
{
    std::set<LocalDate> dates;
    const auto value = table.find(key);
    if (!value)
        return dates;
    for (const TomlValue& item : value->list()) {
        const std::string text = item.text();
        const auto date = parse_iso_date(text);
        if (!date)
            item.refuse(fmt::format(
                "{} has \"{}\", which is not a date of the calendar: write year-month-day, such as "
                "\"2026-12-29\"",
                value->name(), text));
        if (!dates.insert(*date).second)
            item.refuse(fmt::format("{} has \"{}\" twice: write it once", value->name(), text));
    }
    return dates;
}

CalendarRules read_calendar_section(const TomlTable& table)
{
    CalendarRules rules;
    rules.one_offs = read_dates(table, "one_offs");
    rules.moved_away = read_dates(table, "moved_away");
    rules.closures = read_dates(table, "closures");
    if (const auto stop = table.find("closures_stop_clock"))
        rules.closures_stop_clock = stop->yes_no();
    if (const auto after = table.find("after_hours")) {
        constexpr auto kChoices = std::to_array<std::string_view>({ "next_working_day", "same_day" });
        rules.after_hours = after->one_of(kChoices) == "same_day" ? CalendarRules::AfterHours::SameDay
                                                                  : CalendarRules::AfterHours::NextWorkingDay;
    }
    const WorkingDays plain;
    for (const LocalDate date : rules.moved_away) {
        if (!plain.is_bank_holiday(date))
            table.find("moved_away")
                ->refuse(fmt::format("calendar.moved_away has \"{}\", and by the rules that is no bank "
                                     "holiday: write the day from which one was moved",
                    to_iso(date)));
    }
    return rules;
}

std::string read_reference_letter(const TomlValue& value)
{
    std::string text = value.text();
    const bool capitals = text.size() <= 2 && text.find_first_of("OI") == std::string::npos
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capitals)
        value.refuse(fmt::format(
            "{} is \"{}\": write one or two capital letters, but not O and I, which look like 0 and 1",
            value.name(), text));
    return text;
}

void read_working_days(const TomlTable& table, std::string_view key, int& days)
{
    if (const auto value = table.find(key))
        days = static_cast<int>(value->whole(kWorkingDays));
}

ComplaintCategory read_category(const TomlTable& table, const std::vector<ComplaintCategory>& before,
    const std::vector<Language>& languages)
{
    ComplaintCategory category;
    category.code = read_code<CategoryCode>(table, "code = \"money\"", "-_", before);
    category.words = need_words(table, "words", languages);
    category.handled_by = need_words(table, "handled_by", languages);
    if (const auto direct = table.find("second_stage"))
        category.second_stage = direct->yes_no();
    if (const auto above = table.find("second_stage_handled_by"))
        category.second_stage_by = above->text();
    if (const auto about = table.find("about"))
        category.about = about->text();
    return category;
}

// That none is given to whom it is about, and that there is a second stage for those that go there.
void check_category(
    const TomlTable& table, const ComplaintCategory& category, const ComplaintSettings& settings)
{
    const auto is_about = [&](const std::string& officer) { return same_officer(officer, category.about); };
    for (const auto& [language, officer] : category.handled_by) {
        if (is_about(officer))
            table.find("about")->refuse(
                fmt::format("complaints.category.about is \"{}\", who deals with these by "
                            "handled_by: write there who else does",
                    category.about));
    }
    if (is_about(category.second_stage_by))
        table.find("second_stage_handled_by")
            ->refuse(
                fmt::format("complaints.category.second_stage_handled_by is \"{}\", whom these are about: "
                            "write who else looks at them again, or take the key out",
                    category.second_stage_by));
    if (category.second_stage && settings.second_stage.empty())
        table.find("second_stage")
            ->refuse(
                "complaints.category.second_stage is true, and there is no second stage: write a section "
                "[complaints.second_stage], or take the key out");
}

std::optional<int> read_limit(const TomlTable& table, std::string_view key, WholeRange range)
{
    const auto value = table.find(key);
    return value ? std::optional(static_cast<int>(value->whole(range))) : std::nullopt;
}

CaseRules read_rules(const TomlTable& table)
{
    CaseRules rules;
    if (const auto count = table.find("count")) {
        constexpr auto kChoices = std::to_array<std::string_view>({ "working_days", "calendar_days" });
        rules.count = count->one_of(kChoices) == "working_days" ? CaseRules::Count::WorkingDays
                                                                : CaseRules::Count::CalendarDays;
    }
    if (const auto from = table.find("respond_from")) {
        constexpr auto kChoices = std::to_array<std::string_view>({ "receipt", "acknowledgement" });
        rules.respond_from = from->one_of(kChoices) == "receipt" ? CaseRules::RespondFrom::Receipt
                                                                 : CaseRules::RespondFrom::Acknowledgement;
    }
    rules.first.extension = read_limit(table, "extension_working_days", kWorkingDays);
    rules.first.extensions = read_limit(table, "extensions", kExtensions);
    if (const auto weeks = table.find("longest_weeks"))
        rules.longest_weeks = static_cast<int>(weeks->whole({ 1, rules.longest_weeks }));
    return rules;
}

Limit read_ask_within(const TomlValue& value)
{
    const auto limit = parse_limit(value.text());
    const bool days = limit
        && (limit->unit == Limit::Unit::Day || limit->unit == Limit::Unit::Week
            || limit->unit == Limit::Unit::WorkingDay);
    if (!days)
        value.refuse(
            fmt::format("{} is \"{}\": write days, working days or weeks, such as \"20 working days\"",
                value.name(), value.text()));
    return *limit;
}

void read_second_stage(const TomlTable& table, ComplaintSettings& settings)
{
    StageRules& stage = settings.rules.second;
    settings.second_stage = table.need("handled_by", "handled_by = \"Chief Executive\"").text();
    read_working_days(table, "acknowledge_working_days", stage.acknowledge);
    read_working_days(table, "respond_working_days", stage.respond);
    stage.extension = read_limit(table, "extension_working_days", kWorkingDays);
    stage.extensions = read_limit(table, "extensions", kExtensions);
    if (const auto within = table.find("ask_within"))
        settings.ask_within = read_ask_within(*within);
}

void read_services(const TomlTable& table, const Office& office, StatutoryProcedure& procedure,
    const std::vector<StatutoryProcedure>& before)
{
    const auto services = table.find("services");
    if (!services)
        return;
    for (const TomlValue& service : services->list()) {
        const ServiceCode code(service.text());
        if (!office.find(code))
            service.refuse(fmt::format("{} has \"{}\", and there is no such service: write the code of a "
                                       "[[service]]",
                services->name(), code.text()));
        for (const StatutoryProcedure& other : before) {
            if (std::find(other.services.begin(), other.services.end(), code) != other.services.end())
                service.refuse(fmt::format("{} has \"{}\" for two of them, {} and {}: write it for one",
                    services->name(), code.text(), other.code, procedure.code));
        }
        procedure.services.push_back(code);
    }
}

std::vector<StatutoryProcedure> read_procedures(const std::vector<TomlTable>& tables, const Office& office)
{
    std::vector<StatutoryProcedure> procedures;
    for (const TomlTable& table : tables) {
        StatutoryProcedure one;
        std::vector<std::string_view> before;
        before.reserve(procedures.size());
        for (const StatutoryProcedure& other : procedures)
            before.push_back(other.code);
        one.code = read_code_text(table, "code = \"housing-benefit\"", "-_", before);
        one.name = table.need("name", "name = \"Housing Benefit appeal\"").text();
        one.handled_by = table.need("handled_by", "handled_by = \"Benefits appeals\"").text();
        read_services(table, office, one, procedures);
        procedures.push_back(one);
    }
    return procedures;
}

std::vector<ServiceHead> read_heads(const std::vector<TomlTable>& tables, const Office& office)
{
    std::vector<ServiceHead> heads;
    for (const TomlTable& table : tables) {
        ServiceHead head;
        head.name = table.need("name", "name = \"Head of Housing\"").text();
        for (const TomlValue& service : table.need("services", "services = [\"housing\"]").list()) {
            head.services.emplace_back(service.text());
            for (const ServiceHead& other : heads) {
                if (std::find(other.services.begin(), other.services.end(), head.services.back())
                    != other.services.end())
                    service.refuse(
                        fmt::format("complaints.head.services has \"{}\" for two of them, {} and {}: "
                                    "write it for one",
                            head.services.back().text(), other.name, head.name));
            }
            if (!office.find(head.services.back()))
                service.refuse(fmt::format("complaints.head.services has \"{}\", and there is no such "
                                           "service: write the code of a [[service]]",
                    service.text()));
        }
        heads.push_back(head);
    }
    return heads;
}

ComplaintSettings read_complaints(
    const TomlTable& table, const std::vector<Language>& languages, const Office& office)
{
    ComplaintSettings settings;
    settings.rules = read_rules(table);
    if (const auto second = table.find("second_stage"))
        read_second_stage(second->table(keys::kSecondStage), settings);
    if (const auto procedures = table.find("procedure"))
        settings.procedures = read_procedures(procedures->tables(keys::kProcedure), office);
    if (const auto heads = table.find("head"))
        settings.heads = read_heads(heads->tables(keys::kServiceHead), office);
    if (const auto letter = table.find("reference_letter"))
        settings.reference_letter = read_reference_letter(*letter);
    read_working_days(table, "acknowledge_working_days", settings.acknowledge_working_days);
    read_working_days(table, "respond_working_days", settings.respond_working_days);
    if (settings.respond_working_days < settings.acknowledge_working_days) {
        const auto given = table.find("respond_working_days");
        (given ? *given : *table.find("acknowledge_working_days"))
            .refuse(fmt::format("complaints.respond_working_days is {}, before it is acknowledged after {}: "
                                "write at least {}",
                settings.respond_working_days, settings.acknowledge_working_days,
                settings.acknowledge_working_days));
    }
    if (const auto handled_by = table.find("handled_by"))
        settings.handled_by = read_words(*handled_by, languages, kAnyLength);
    if (const auto ombudsman = table.find("ombudsman"))
        settings.ombudsman = read_words(*ombudsman, languages, kAnyLength);
    if (const auto contact = table.find("contact"))
        settings.contact = read_words(*contact, languages, kAnyLength);
    if (const auto categories = table.find("category")) {
        for (const TomlTable& one : categories->tables(keys::kCategory)) {
            settings.categories.push_back(read_category(one, settings.categories, languages));
            check_category(one, settings.categories.back(), settings);
        }
    }
    return settings;
}

// C: "an automatic one counts".
ContactSettings read_contacts(const TomlTable& table)
{
    ContactSettings settings;
    const auto automatic = table.find("automatic_acknowledgement");
    if (!automatic)
        return settings;
    for (const TomlValue& item : automatic->list()) {
        const auto by = channel(item.text());
        if (!by || !has_stretch(channel_of(*by), Stretch::Acknowledged))
            item.refuse(fmt::format("{} has \"{}\": write phone, email, text, web, letter, fax, social or "
                                    "out_of_hours",
                automatic->name(), item.text()));
        settings.automatic_acknowledgement.push_back(*by);
    }
    return settings;
}

std::optional<PublicKey> read_public_key(const TomlTable& privacy)
{
    const auto value = privacy.find("public_key");
    if (!value || value->text_or_empty().empty())
        return std::nullopt;
    const auto key = parse_public_key(value->text());
    if (!key)
        value->refuse(fmt::format("{} is no public key: copy the whole line that nextplease key create "
                                  "printed, 44 letters and signs or 64 hexadecimal digits",
            value->name()));
    return key;
}

PrivacyNotice read_notice(const TomlTable& privacy)
{
    PrivacyNotice notice;
    if (const auto officer = privacy.find("officer"))
        notice.officer = officer->text();
    if (const auto address = privacy.find("notice_url")) {
        notice.address = address->text();
        if (!notice.address.starts_with("https://"))
            address->refuse(
                fmt::format("{} is \"{}\": write an address such as \"https://www.northmoor.gov.uk/privacy\"",
                    address->name(), notice.address));
    }
    return notice;
}

RetentionSettings read_retention(const TomlTable& table)
{
    RetentionSettings settings;
    const auto read = [&](std::string_view key, auto& kept, long most) {
        if (const auto value = table.find(key))
            kept = std::remove_reference_t<decltype(kept)> { value->whole({ 1, most }) };
    };
    read("visit_days", settings.visits, 365);
    read("feedback_months", settings.feedback, 120);
    read("contact_months", settings.contacts, 120);
    read("log_months", settings.log, 120);
    read("case_years", settings.cases, 30);
    return settings;
}

void read_measure(const TomlValue& value, const Configuration& configuration, CharterLine& line)
{
    using Standard = CharterLine::Standard;
    const std::string text = value.text();
    if (text == "visit" || text == "satisfaction") {
        line.standard = text == "visit" ? Standard::Visit : Standard::Satisfaction;
        return;
    }
    const auto found = std::find_if(configuration.standards.begin(), configuration.standards.end(),
        [&](const nextplease::Standard& one) { return one.id == text; });
    if (found == configuration.standards.end())
        value.refuse(fmt::format("{} is \"{}\", and no [[standard.promise]] has that id: write \"visit\", "
                                 "\"satisfaction\" or the id of one",
            value.name(), text));
    line.standard = Standard::Counted;
    line.counted = text;
    line.goal_percent = found->goal_percent;
}

// A path; it begins where kiosk.conf lies. Whether it is there is seen when it is used.
std::filesystem::path read_secret_key(const TomlTable& privacy, const std::filesystem::path& source)
{
    const auto value = privacy.find("secret_key");
    if (!value || value->text_or_empty().empty())
        return {};
    const std::filesystem::path file = value->text();
    return file.is_absolute() ? file : source.parent_path() / file;
}

LetterSettings read_letters(const TomlTable& letters, const std::filesystem::path& source)
{
    LetterSettings settings;
    if (const auto printer = letters.find("printer"); printer && !printer->text_or_empty().empty()) {
        const auto address = printer_address(printer->text());
        if (!address || address->link != PrinterAddress::Link::Cups)
            printer->refuse(fmt::format("{} is \"{}\": write a queue of the print server, such as "
                                        "\"cups:office\"",
                printer->name(), printer->text()));
        settings.printer = address->target;
    }
    if (const auto folder = letters.find("folder"); folder && !folder->text_or_empty().empty()) {
        const std::filesystem::path path = folder->text();
        settings.folder = path.is_absolute() ? path : source.parent_path() / path;
    }
    return settings;
}

CharterLine read_charter_line(const TomlTable& table, const Configuration& configuration)
{
    using Standard = CharterLine::Standard;
    CharterLine line;
    line.promise = need_words(table, "promise", configuration.languages);
    if (const auto standard = table.find("standard"))
        read_measure(*standard, configuration, line);
    if (line.standard == Standard::Visit)
        line.goal_percent = configuration.goal_percent;
    if (const auto goal = table.find("goal_percent")) {
        if (line.standard == Standard::None)
            goal->refuse(fmt::format(
                "{} is there without a standard: write standard = \"visit\", \"satisfaction\" or the id of a "
                "promise, or take the goal out",
                goal->name()));
        line.goal_percent = goal->number({ 1, 100 });
    }
    if (const auto limit = table.find("limit_minutes")) {
        if (line.standard != Standard::Visit)
            limit->refuse(fmt::format("{} goes with standard = \"visit\" alone: write that, or take the "
                                      "limit out",
                limit->name()));
        line.limit = Minutes { limit->whole({ 1, 480 }) };
    }
    return line;
}

} // namespace

CalendarRules read_calendar(const TomlTable& root)
{
    const auto value = root.find("calendar");
    return value ? read_calendar_section(value->table(keys::kCalendar)) : CalendarRules {};
}

void read_cases(const TomlTable& root, Configuration& configuration)
{
    if (const auto value = root.find("contacts"))
        configuration.contacts = read_contacts(value->table(keys::kContacts));
    if (const auto value = root.find("complaints"))
        configuration.complaints =
            read_complaints(value->table(keys::kComplaints), configuration.languages, configuration.office);
    if (const auto value = root.find("privacy")) {
        const TomlTable privacy = value->table(keys::kPrivacy);
        configuration.public_key = read_public_key(privacy);
        configuration.secret_key = read_secret_key(privacy, configuration.source);
        configuration.privacy = read_notice(privacy);
    }
    if (const auto value = root.find("retention"))
        configuration.retention = read_retention(value->table(keys::kRetention));
    if (const auto value = root.find("letters"))
        configuration.letters = read_letters(value->table(keys::kLetters), configuration.source);
    if (const auto value = root.find("charter")) {
        for (const TomlTable& table : value->tables(keys::kCharter))
            configuration.charter.push_back(read_charter_line(table, configuration));
    }
}

const ComplaintCategory* ComplaintSettings::find(const CategoryCode& code) const
{
    const auto found =
        std::find_if(categories.begin(), categories.end(), [&](const auto& one) { return one.code == code; });
    return found == categories.end() ? nullptr : &*found;
}

const StatutoryProcedure* ComplaintSettings::procedure(const std::string& code) const
{
    const auto found =
        std::find_if(procedures.begin(), procedures.end(), [&](const auto& one) { return one.code == code; });
    return found == procedures.end() ? nullptr : &*found;
}

const StatutoryProcedure* ComplaintSettings::procedure_of(const ServiceCode& service) const
{
    for (const StatutoryProcedure& one : procedures) {
        if (std::find(one.services.begin(), one.services.end(), service) != one.services.end())
            return &one;
    }
    return nullptr;
}

std::string ComplaintSettings::second_officer(const CategoryCode& code) const
{
    const ComplaintCategory* special = find(code);
    if (!special)
        return second_stage;
    const std::string& officer = special->second_stage_by.empty() ? second_stage : special->second_stage_by;
    return same_officer(officer, special->about) ? std::string() : officer;
}

std::string ComplaintSettings::head_of(const ServiceCode& service) const
{
    for (const ServiceHead& head : heads) {
        if (std::find(head.services.begin(), head.services.end(), service) != head.services.end())
            return head.name;
    }
    return {};
}

CaseRules ComplaintSettings::counted() const
{
    CaseRules all = rules;
    all.first.acknowledge = acknowledge_working_days;
    all.first.respond = respond_working_days;
    return all;
}

} // namespace nextplease
