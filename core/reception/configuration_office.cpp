#include "core/reception/configuration_office.h"

#include "core/reception/configuration_desks.h"
#include "core/reception/configuration_keys.h"
#include "core/reception/configuration_needs.h"
#include "core/reception/configuration_standards.h"
#include "core/reception/configuration_values.h"

#include <algorithm>
#include <fmt/format.h>

namespace nextplease {
namespace {

namespace keys = configuration_keys;

// What fits on a card of the kiosk without shrinking.
constexpr std::size_t kLongestName = 18;
constexpr std::size_t kLongestHint = 26;

constexpr std::size_t kLongestElsewhere = 120; // two lines above the button
constexpr int kMostTicketsADay = 999; // the numbers of a letter

constexpr WholeRange kMinutesOfService { 1, 240 };
constexpr WholeRange kMinutesOfLimit { 1, 480 };
constexpr WholeRange kHeadStart { -240, 240 };

std::string read_letter(const TomlTable& table)
{
    const TomlValue value = table.need("letter", "letter = \"A\"");
    const std::string text = value.text();
    const bool capitals = text.size() <= 2
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capitals)
        value.refuse(
            fmt::format("{} is \"{}\": write one or two capital letters, such as \"A\"", value.name(), text));
    // Read aloud or from afar, O and I are taken for digits.
    if (text.find_first_of("OI") != std::string::npos)
        value.refuse(fmt::format(
            "{} is \"{}\": write letters other than O and I, which look like 0 and 1", value.name(), text));
    return text;
}

Document read_document(const TomlTable& table, const std::vector<Language>& languages)
{
    Document document;
    document.icon = read_icon(table.need("icon", "icon = \"letter\""));
    document.name = need_words(table, "name", languages);
    if (const auto hint = table.find("hint"))
        document.hint = read_words(*hint, languages, kAnyLength);
    return document;
}

Service read_service(const TomlTable& table, const Office& office, const Configuration& configuration)
{
    Service service;
    service.code = read_code<ServiceCode>(table, "code = \"A\"", "-_", office.services);
    service.letter = read_letter(table);
    service.name = need_words(table, "name", configuration.languages, kLongestName);
    if (const auto hint = table.find("hint"))
        service.hint = read_words(*hint, configuration.languages, kLongestHint);
    read_duration(table, "usual_minutes", kMinutesOfService, service.usual);
    service.limit = configuration.limit;
    read_duration(table, "limit_minutes", kMinutesOfLimit, service.limit);
    Minutes head_start { 0 };
    read_duration(table, "head_start_minutes", kHeadStart, head_start);
    service.head_start = head_start;
    read_duration(table, "last_ticket_minutes", { 0, 240 }, service.last_ticket);
    if (const auto cap = table.find("tickets_a_day"))
        service.tickets_a_day = static_cast<int>(cap->whole({ 1, kMostTicketsADay }));
    if (const auto elsewhere = table.find("elsewhere"))
        service.elsewhere = read_words(*elsewhere, configuration.languages, kLongestElsewhere);
    if (const auto outcome = table.find("outcome"))
        service.result = read_result_rule(*outcome);
    if (const auto directorate = table.find("directorate"))
        service.directorate = read_directorate(*directorate, office);
    service.hours = configuration.hours;
    if (const auto hours = table.find("hours"))
        service.hours = read_service_hours(hours->table(keys::kServiceHours), configuration.hours);
    if (const auto bring = table.find("bring")) {
        for (const TomlTable& document : bring->tables(keys::kBring))
            service.bring.push_back(read_document(document, configuration.languages));
    }
    return service;
}

// "A", or { code = "A", rank = 2 }.
DeskService read_desk_service(
    const TomlValue& item, const std::vector<DeskService>& before, const std::vector<Service>& services)
{
    DeskService offered;
    TomlValue code = item;
    if (!item.is_text()) {
        const TomlTable table = item.table(keys::kDeskService);
        code = table.need("code", "{ code = \"A\", rank = 2 }");
        if (const auto rank = table.find("rank"))
            offered.rank = static_cast<int>(rank->whole({ 1, 99 }));
    }
    offered.service = ServiceCode(code.text());
    const auto same = [&](const auto& one) { return one.service == offered.service; };
    if (std::none_of(services.begin(), services.end(),
            [&](const Service& service) { return service.code == offered.service; }))
        code.refuse(fmt::format("{} has \"{}\", and there is no such service: write codes of [[service]]: {}",
            item.name(), offered.service.text(), fmt::join(codes_of(services), ", ")));
    if (std::any_of(before.begin(), before.end(), same))
        code.refuse(fmt::format("{} has \"{}\" twice: write it once", item.name(), offered.service.text()));
    return offered;
}

Desk read_desk(const TomlTable& table, const Office& office, const std::vector<Language>& languages)
{
    Desk desk;
    desk.code = read_code<DeskCode>(table, "code = \"Desk 1\"", " -_", office.desks);
    desk.name = need_words(table, "name", languages, kLongestName);
    const TomlValue services = table.need("services", "services = [\"A\"]");
    for (const TomlValue& item : services.list())
        desk.services.push_back(read_desk_service(item, desk.services, office.services));
    if (desk.services.empty())
        services.refuse(
            fmt::format("{} is empty: write the codes of the services that this desk serves, such as [\"A\"]",
                services.name()));
    if (const auto opens = table.find("opens")) {
        desk.opens = parse_clock_face(opens->text());
        if (!desk.opens)
            opens->refuse(fmt::format(
                "{} is \"{}\": write a time of day such as \"09:00\"", opens->name(), opens->text()));
    }
    if (const auto breaks = table.find("breaks"))
        desk.breaks = read_spans(*breaks);
    if (const auto uses_start = table.find("uses_start"))
        desk.uses_start = uses_start->yes_no();
    return desk;
}

QueueRules read_rules(const TomlTable& root, const std::vector<Language>& languages)
{
    QueueRules rules;
    if (const auto value = root.find("queue")) {
        const TomlTable queue = value->table(keys::kQueue);
        read_duration(queue, "undo_seconds", { 0, 300 }, rules.undo_within);
        read_duration(queue, "no_show_grace_minutes", { 0, 480 }, rules.no_show_grace);
        read_count(queue, "more_time_behind", { 1, 20 }, rules.more_time_behind);
        read_count(queue, "more_time_at_most", { 0, 10 }, rules.more_time_at_most);
        read_count(queue, "party_at_most", { 1, 50 }, rules.party_at_most);
        read_count(queue, "matters_at_most", { 0, 5 }, rules.matters_at_most);
        read_count(queue, "farthest_seat_metres", { 1, 200 }, rules.farthest_seat_metres);
    }
    if (const auto value = root.find("priority")) {
        for (const TomlTable& table : value->tables(keys::kPriority)) {
            PriorityClass priority;
            priority.code = read_code<PriorityCode>(table, "code = \"access\"", "-_", rules.priorities);
            priority.name = need_words(table, "name", languages);
            priority.head_start =
                Minutes { table.need("head_start_minutes", "head_start_minutes = 10").whole(kHeadStart) };
            rules.priorities.push_back(std::move(priority));
        }
    }
    return rules;
}

bool served_somewhere(const ServiceCode& service, const std::vector<Desk>& desks)
{
    return std::any_of(desks.begin(), desks.end(), [&](const Desk& desk) {
        return std::any_of(desk.services.begin(), desk.services.end(),
            [&](const DeskService& offered) { return offered.service == service; });
    });
}

} // namespace

Office read_office(const TomlTable& root, const Configuration& configuration)
{
    Office office;
    office.rules = read_rules(root, configuration.languages);
    office.directorates = read_directorates(root);
    const std::vector<TomlTable> services =
        root.need("service", "a section [[service]]").tables(keys::kService);
    for (const TomlTable& table : services)
        office.services.push_back(read_service(table, office, configuration));
    for (const TomlTable& table : root.need("desk", "a section [[desk]]").tables(keys::kDesk))
        office.desks.push_back(read_desk(table, office, configuration.languages));
    for (std::size_t i = 0; i < services.size(); ++i) {
        const std::string& code = office.services[i].code.text();
        if (!served_somewhere(office.services[i].code, office.desks))
            services[i].refuse(fmt::format(
                "no desk serves the service \"{0}\": write \"{0}\" into the services of a desk", code));
    }
    read_needs(root, configuration.languages, office);
    office.appointments = read_appointments(root);
    office.groups = read_groups(root, configuration.languages, office);
    return office;
}

} // namespace nextplease
