// Takes contacts that another system lists into the store, whole or not at all: the calls of a telephone
// system (C-phone, M-phone) and what a mail room scanned (M-post). Two formats, each CSV with its header in
// that order.
//
//   call,offered,answered,seconds,service
//     call      the telephone system's own reference: any text, once in the file. Such systems count anew
//               when they restart, so the same reference at another time of offer is another call
//     offered   when it began to ring: a local time such as 2026-10-13T10:24:05
//     answered  yes or no
//     seconds   whole seconds until it was answered, or until the caller hung up; 0 to 86400
//     service   a code of kiosk.conf; may be empty
//
//   item,received,scanned,scannable,service
//     item       the mail room's own reference: any text that no other item ever has
//     received   when it came: a local time
//     scanned    when it was scanned: a local time; empty: not yet
//     scannable  yes or no; what is not scannable has no scanned time and is in no figure of M-post
//     service    a code of kiosk.conf; may be empty
//
// In the autumn hour that comes twice a time is the first, unless something would then end before it began. A
// file may be imported again when it has grown: what is there already is left alone with all that a desk did
// since, and an item that is scanned by now, or turned out to be scannable or not, is so in the store. No
// time may be later than now.
#pragma once

#include "core/domain/other_contact.h"
#include "core/reception/configuration.h"
#include "core/store/store.h"

#include <filesystem>

namespace nextplease {

struct ContactImportSummary {
    long rows = 0; // = added + updated + already_there
    long added = 0;
    long updated = 0; // scanned since the earlier import, or scannable or not
    long already_there = 0;
};

enum class ContactLog { Calls, Post };

// Every row is checked before any is stored; all are stored in one unit of work. Throws InputError "FILE:line
// N: what is wrong, what to do" for the first bad row, also where the store tells another story of it;
// Failure if the file cannot be read or the store fails. Nothing is then imported.
ContactImportSummary import_contacts(Store& store, const Configuration& configuration,
    const std::filesystem::path& file, ContactLog log, Instant now);

} // namespace nextplease
