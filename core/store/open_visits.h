// The open visits and the latest numbers as a connection last read them, kept from one unit of work to the
// next: most of what taking a ticket and calling it read has not changed since this connection's own last
// unit.
//
// They are right as long as nobody else has committed since, which the database tells (Connection::
// foreign_changes), and every change of this connection is told here. Whoever undoes a unit forgets them.
#pragma once

#include "core/domain/visit.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nextplease {

class OpenVisits {
public:
    // At the beginning of a unit. `foreign_changes` as the connection tells it; nullopt: it cannot tell.
    void begin(std::optional<std::int64_t> foreign_changes)
    {
        if (!foreign_changes || foreign_changes != seen_)
            forget();
        seen_ = foreign_changes;
    }
    void forget()
    {
        visits_.reset();
        latest_.clear();
        last_id_.reset();
    }

    // By id; nullopt if they must be read.
    const std::optional<std::vector<Visit>>& visits() const { return visits_; }
    void keep(const std::vector<Visit>& visits)
    {
        if (seen_)
            visits_ = visits;
    }
    // The latest number of a day that begins with that letter, if it is kept; and the day's last visit.
    const TicketNumber* latest(LocalDate day, const std::string& letter) const
    {
        const auto found = latest_.find({ day, letter });
        return found == latest_.end() ? nullptr : &found->second;
    }
    void keep_latest(LocalDate day, const std::string& letter, const TicketNumber& number)
    {
        latest_.insert_or_assign({ day, letter }, number);
    }
    std::optional<std::int64_t> last_id(LocalDate day) const
    {
        return last_id_ && last_id_->first == day ? std::optional(last_id_->second) : std::nullopt;
    }
    void keep_last_id(LocalDate day, std::int64_t id) { last_id_ = { day, id }; }

    // A visit was added, as the last of its day.
    void add(const Visit& visit)
    {
        keep_last_id(visit.day, visit.id.value());
        for (auto& [of, number] : latest_) {
            if (of.first == visit.day && begins_number(visit.number.text(), of.second))
                number = visit.number;
        }
        put(visit, Number::Same);
    }
    // A visit was replaced.
    void put(const Visit& visit) { put(visit, Number::MayDiffer); }

    // Whether a number is of that letter: the letter and then digits only.
    static bool begins_number(std::string_view number, std::string_view letter)
    {
        return number.size() > letter.size() && number.starts_with(letter)
            && std::all_of(number.begin() + static_cast<std::ptrdiff_t>(letter.size()), number.end(),
                [](char c) { return '0' <= c && c <= '9'; });
    }

private:
    enum class Number { Same, MayDiffer };

    void put(const Visit& visit, Number its_number)
    {
        if (!visits_) {
            if (its_number == Number::MayDiffer)
                latest_.clear();
            return;
        }
        const auto place = std::lower_bound(visits_->begin(), visits_->end(), visit.id,
            [](const Visit& one, VisitId id) { return one.id < id; });
        const bool known = place != visits_->end() && place->id == visit.id;
        if (its_number == Number::MayDiffer && !(known && place->number == visit.number))
            latest_.clear();
        if (known && is_open(visit.state))
            *place = visit;
        else if (known)
            visits_->erase(place);
        else if (is_open(visit.state))
            visits_->insert(place, visit);
    }

    std::optional<std::int64_t> seen_;
    std::optional<std::vector<Visit>> visits_;
    std::map<std::pair<LocalDate, std::string>, TicketNumber> latest_;
    std::optional<std::pair<LocalDate, std::int64_t>> last_id_;
};

} // namespace nextplease
