// Contacts by other channels, as a line for people and as JSON.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/other_contact.h"
#include "core/reception/configuration.h"
#include "core/reception/contact_import.h"
#include "core/reception/contact_register.h"

#include <string>
#include <vector>

namespace nextplease::cli {

// "17  email  2026-10-13T10:24:05  Housing  rent  still to answer, to answer by 2026-10-15", ended by a line
// feed.
std::string contact_line(
    const OpenContact& one, const Configuration& configuration, const Words& words, Instant now);
std::string contact_json(const OpenContact& one, Instant now);
std::string contact_import_json(const ContactImportSummary& summary);
std::string contacts_json(const std::vector<OpenContact>& contacts, Instant now);

} // namespace nextplease::cli
