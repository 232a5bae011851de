// Working days: Monday to Friday, except bank holidays of England and Wales and the days on which the council
// is closed. What "within 5 working days" means.
//
// Bank holidays follow the Banking and Financial Dealings Act 1971 (sections 1 and schedule 1), common law
// (Good Friday, 25 December) and the yearly proclamations (New Year's Day, early May): on a weekend they are
// replaced by the next day that is none. What was proclaimed for one year alone is known from 2018 on (VE Day
// 2020, the Jubilee and the State Funeral 2022, the Coronation 2023); later ones are configured.
//
// Requests for information are answered within 20 working days on which no part of the United Kingdom has a
// bank holiday (Freedom of Information Act 2000, section 10(6)): those days are told apart by Nations.
#pragma once

#include "core/domain/hours.h"

#include <set>
#include <vector>

namespace nextplease {

// REQUIRES: 1583 <= year <= 4099 (the Gregorian reckoning).
LocalDate easter_sunday(int year);

// In order of the calendar, substitute days in place of those that fall on a weekend. REQUIRES: year >= 2018.
std::vector<LocalDate> bank_holidays(int year);

// Whose bank holidays a day must not be.
enum class Nations { EnglandAndWales, UnitedKingdom };
// As bank_holidays, of any part of the United Kingdom: also 2 January, the first Monday of August and St
// Andrew's Day (Scotland), St Patrick's Day and 12 July (Northern Ireland), and 15 June 2026 (Scotland).
std::vector<LocalDate> bank_holidays_of_any_nation(int year);

// What kiosk.conf says beyond the rules.
struct CalendarRules {
    std::set<LocalDate> one_offs; // bank holidays of one year alone
    std::set<LocalDate> moved_away; // by the rules bank holidays, but moved to another day that year
    std::set<LocalDate> closures; // the council is closed
    bool closures_stop_clock = true; // false: they count as working days all the same
    enum class AfterHours { NextWorkingDay, SameDay };
    AfterHours after_hours = AfterHours::NextWorkingDay; // as which day what comes after closing counts
};

class WorkingDays {
public:
    explicit WorkingDays(CalendarRules rules = {})
        : rules_(std::move(rules))
    {
    }

    bool is_bank_holiday(LocalDate date, Nations nations = Nations::EnglandAndWales) const;
    bool is_working_day(LocalDate date, Nations nations = Nations::EnglandAndWales) const;

    // The last day of "within `days` working days of `receipt`": the day of receipt is not counted, and the
    // answer is a working day. REQUIRES: days >= 1.
    LocalDate due(LocalDate receipt, int days, Nations nations = Nations::EnglandAndWales) const;

    // Working days after `from`, up to and including `to`: count(d, due(d, n)) == n. 0 if `to` is not later.
    int count(LocalDate from, LocalDate to) const;

    // The day of receipt of what came at that local time. Where the rules say so, what comes when the office
    // is closed for the rest of that day, or on a day that is no working day, is taken to come on the next
    // working day; so nothing that comes later is ever due earlier. Before the office opens it is that day.
    LocalDate receipt_day(const LocalTime& received, const OpeningHours& hours) const;

private:
    CalendarRules rules_;
};

} // namespace nextplease
