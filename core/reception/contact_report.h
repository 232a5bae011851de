// Contacts over a period, visits and all other channels: how many, resolved at the first one or not,
// avoidable or not (NI 14), by type and reason, with their trend from month to month. The rules of counting
// are core/domain/contact_result.h; abusive and junk mail is no contact.
#pragma once

#include "core/domain/contact_result.h"
#include "core/domain/standard.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <map>
#include <string>
#include <vector>

namespace nextplease {

enum class ContactGrouping {
    None,
    Channel,
    Service,
    Directorate,
    Month, // local: of the result of a visit, of the receipt of another contact
    Quarter,
};
std::string_view word(ContactGrouping grouping); // as --by takes them; "" for None
std::optional<ContactGrouping> contact_grouping(std::string_view word);

struct ContactQuestion {
    std::optional<LocalDate> from {}; // local day; none: since the first
    std::optional<LocalDate> to {}; // included; none: until the last
    ContactGrouping by = ContactGrouping::None;
};

struct ContactFigures {
    std::int64_t contacts = 0; // matters of visits that were seen to, and other contacts, open ones too
    std::int64_t coded = 0; // of contacts: somebody said whether they were avoidable; the denominator of that
    std::int64_t avoidable = 0; // of coded
    std::array<std::int64_t, kAvoidableContacts.size()> by_type {};
    // Of avoidable: "chasing: no reply to a letter". Small and capital letters and blanks make no other
    // reason.
    std::map<std::string, std::int64_t> reasons;
    std::int64_t resolvable = 0; // of contacts: somebody said whether they were resolved; the denominator
    std::int64_t resolved = 0; // of resolvable: at this first contact
    std::int64_t set_aside = 0; // abusive or junk: in no other figure

    // nullopt where nobody said.
    std::optional<double> share_avoidable() const;
    std::optional<double> share_resolved() const;
    friend bool operator==(const ContactFigures&, const ContactFigures&) = default;
};

struct ContactGroup {
    std::string key; // word of a channel, code of a service or directorate (empty: none), "2026-10"
    ContactFigures figures;
};

struct ContactReport {
    ContactQuestion question;
    std::string zone;
    ContactFigures total;
    std::vector<ContactGroup> groups; // in the order of kiosk.conf, of channels or of time; none last
};

// REQUIRES: from <= to.
ContactReport contact_report(
    Store& store, const Configuration& configuration, const ContactQuestion& question);

} // namespace nextplease
