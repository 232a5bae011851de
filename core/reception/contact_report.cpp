#include "core/reception/contact_report.h"

#include "core/reception/group_place.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/domain/reporting_period.h"

namespace nextplease {
namespace {

constexpr std::array<std::string_view, 6> kGroupingWords { "", "channel", "service", "directorate", "month",
    "quarter" };

// In small letters (of the Latin alphabet), with one blank between words and none around them.
std::string folded(std::string_view reason)
{
    std::string words;
    bool blank = false;
    for (const char c : reason) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            blank = !words.empty();
            continue;
        }
        if (blank)
            words += ' ';
        blank = false;
        words += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return words;
}

// What a contact says of itself.
struct Said {
    StandardChannel channel = StandardChannel::Visit;
    ServiceCode service;
    Instant at;
    bool coded = false;
    std::optional<AvoidableContact> avoidable {};
    std::string reason {};
    std::optional<bool> resolved {};
    bool set_aside = false;
};

void add(ContactFigures& figures, const Said& said)
{
    if (said.set_aside) {
        ++figures.set_aside;
        return;
    }
    ++figures.contacts;
    if (said.coded)
        ++figures.coded;
    if (said.avoidable) {
        ++figures.avoidable;
        ++figures.by_type.at(static_cast<std::size_t>(*said.avoidable));
        if (const std::string reason = folded(said.reason); !reason.empty())
            ++figures.reasons[std::string(word(*said.avoidable)) + ": " + reason];
    }
    if (said.resolved) {
        ++figures.resolvable;
        figures.resolved += *said.resolved ? 1 : 0;
    }
}

class Groups {
public:
    Groups(ContactReport& report, const Configuration& configuration)
        : report_(report)
        , configuration_(configuration)
    {
    }

    void count(const Said& said)
    {
        add(report_.total, said);
        if (report_.question.by != ContactGrouping::None)
            add(groups_[place_of(said)], said);
    }

    void finish()
    {
        for (auto& [place, figures] : groups_)
            report_.groups.push_back({ place.second, std::move(figures) });
    }

private:
    GroupPlace place_of(const Said& said) const
    {
        const Office& office = configuration_.office;
        switch (report_.question.by) {
        case ContactGrouping::Channel:
            return { static_cast<std::size_t>(said.channel), std::string(word(said.channel)) };
        case ContactGrouping::Service:
            return place_in(office.services, said.service);
        case ContactGrouping::Directorate:
            return place_in(office.directorates, office.directorate_of(said.service));
        case ContactGrouping::Quarter:
            return { 0, period_of(configuration_.zone.date(said.at), ReportingPeriod::Kind::Quarter).key() };
        case ContactGrouping::Month:
        case ContactGrouping::None:
            break;
        }
        return { 0, period_of(configuration_.zone.date(said.at), ReportingPeriod::Kind::Month).key() };
    }

    ContactReport& report_;
    const Configuration& configuration_;
    std::map<GroupPlace, ContactFigures> groups_;
};

// Finish says of each matter whether it was avoidable: not marked is not avoidable.
Said said_of(const ResultRecord& record)
{
    Said said;
    said.service = record.service;
    said.at = record.at;
    said.coded = true;
    said.avoidable = record.result.avoidable;
    said.reason = record.result.words;
    said.resolved = record.result.resolved;
    return said;
}

Said said_of(const OtherContact& contact)
{
    Said said;
    said.channel = channel_of(contact.channel);
    said.service = contact.service;
    said.at = contact.received;
    said.coded = contact.avoidable || contact.resolved;
    said.avoidable = contact.avoidable;
    said.reason = contact.reason;
    said.resolved = contact.resolved;
    said.set_aside = is_no_contact(contact.set_aside);
    return said;
}

} // namespace

std::optional<double> ContactFigures::share_avoidable() const
{
    if (coded == 0)
        return std::nullopt;
    return static_cast<double>(avoidable) / static_cast<double>(coded);
}

std::optional<double> ContactFigures::share_resolved() const
{
    if (resolvable == 0)
        return std::nullopt;
    return static_cast<double>(resolved) / static_cast<double>(resolvable);
}

std::string_view word(ContactGrouping grouping)
{
    return kGroupingWords.at(static_cast<std::size_t>(grouping));
}

std::optional<ContactGrouping> contact_grouping(std::string_view word)
{
    const auto at = std::find(kGroupingWords.begin(), kGroupingWords.end(), word);
    if (at == kGroupingWords.end())
        return std::nullopt;
    return static_cast<ContactGrouping>(at - kGroupingWords.begin());
}

ContactReport contact_report(
    Store& store, const Configuration& configuration, const ContactQuestion& question)
{
    ContactReport report { question, configuration.zone.name(), {}, {} };
    Groups groups(report, configuration);
    const Period period = configuration.zone.days(question.from, question.to);
    std::unordered_set<VisitId> coded;
    Said said;
    // In one unit: a visit that is finished and coded between two of them would count as uncoded.
    store.read([&](Records& records) {
        records.each_result(period, [&](const ResultRecord& record) {
            coded.insert(record.visit);
            groups.count(said_of(record));
        });
        records.each_contact(period, [&](const OtherContact& contact) { groups.count(said_of(contact)); });
        records.scan(period, [&](const VisitRow& row) {
            if (row.state != VisitState::Served || coded.contains(row.id))
                return;
            if (said.service.text() != row.service)
                said.service = ServiceCode(std::string(row.service));
            said.at = row.arrived;
            groups.count(said);
        });
    });
    groups.finish();
    return report;
}

} // namespace nextplease
