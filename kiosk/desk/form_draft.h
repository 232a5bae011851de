// What is chosen and typed in a panel, and thrown away on cancel.
#pragma once

#include "core/domain/visit.h"
#include "core/reception/case_opening.h"
#include "kiosk/desk/console_view.h"
#include "kiosk/ui/text_draft.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace nextplease::desk {

struct TransferDraft {
    VisitId visit;
    std::optional<ServiceCode> to;
    ui::TextDraft note {};
    std::string to_whom {}; // the key of a desk's choice; empty: whoever serves it
};
struct HoldDraft {
    VisitId visit;
    ui::TextDraft reason {};
    std::optional<Minutes> until {};
};

// What was confided in a case: its key's passphrase while it is typed, then the words. Wiped with the draft.
struct WordsDraft {
    CaseId record;
    std::string reference;
    std::string sealed_to; // the key that is needed; empty: none
    ui::TextDraft passphrase {};
    std::optional<OpenedCase> opened {};
    float scroll = 0; // of long words, in reference pixels
};

// Every other panel: the keys of what is chosen, over all its groups.
struct FormDraft {
    Panel panel = Panel::None;
    VisitId visit {}; // that it is about; zero: none
    bool call_next = false; // Finish: and call whoever is next
    std::vector<std::string> chosen {};
    int first = 0; // Register: so many events of a long story are left out
    ui::TextDraft line {};
    // Of a complaint: how to reach the person, and when it came. Of a step of a case: its day.
    ui::TextDraft contact {}, day {};

    bool has(const std::string& key) const
    {
        return std::find(chosen.begin(), chosen.end(), key) != chosen.end();
    }
    // What stands behind `start` in the first choice that begins with it; nullopt: none is chosen.
    std::optional<std::string> after(std::string_view start) const
    {
        for (const std::string& key : chosen) {
            if (key.starts_with(start))
                return key.substr(start.size());
        }
        return std::nullopt;
    }
    std::vector<std::string> all_after(std::string_view start) const
    {
        std::vector<std::string> found;
        for (const std::string& key : chosen) {
            if (key.starts_with(start))
                found.push_back(key.substr(start.size()));
        }
        return found;
    }
};

} // namespace nextplease::desk
