// kiosk.conf as the program uses it. Read once, then constant: any thread.
#pragma once

#include "core/base/local_time.h"
#include "core/domain/case_life.h"
#include "core/domain/deadline.h"
#include "core/domain/office.h"
#include "core/domain/standard.h"
#include "core/domain/working_days.h"
#include "core/reception/board_settings.h"
#include "core/reception/desk_settings.h"
#include "core/reception/sealing.h"
#include "core/reception/sound_settings.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nextplease {

// How the visitor face behaves.
struct VisitorSettings {
    enum class Start { Languages, Services };
    Start start = Start::Languages; // what a visit begins with
    Seconds idle { 60 }; // without a touch, until it asks
    Seconds idle_large_print { 120 };
    Seconds idle_warning { 40 }; // that it waits for an answer
    Seconds slow_answer { 180 }; // the same in slow mode, which asks twice
    std::chrono::milliseconds touch_repeat { 400 }; // the same button again within this is one touch
    std::chrono::milliseconds steady_repeat { 700 }; // the same in steady mode
    std::chrono::milliseconds steady_hold { 300 }; // shorter touches do nothing in steady mode
    int few_tickets = 5; // left of a service's day, from which the kiosk says so; 0: never
    Worded help; // where to find a person
    std::string service_pin; // its hash; empty: there is no way out of the kiosk on its screen
    Worded emergency; // whom to reach when the reception is closed; may be empty
    std::string phone; // of the reception; may be empty
};

// The kiosk's ticket printer.
struct PrinterSettings {
    std::string url; // as printer_address.h reads it; empty: none
    int width_mm = 80; // of the paper: 58 or 80
    std::filesystem::path logo; // a PNG; empty: the logo of the screens
    bool large_print_always = false; // not only for visitors who read in large print
};

// What a complaint can be about that goes to somebody else than the complaints team.
struct ComplaintCategory {
    CategoryCode code;
    Worded words; // as visitors are asked: "Money was taken or wasted"
    Worded handled_by; // "the Assistant Chief Executive"
    bool second_stage = false; // so serious that it goes to the second stage directly
    std::string about {}; // an officer whom all of these are about, and to whom none is given; may be empty
    std::string second_stage_by {}; // who looks at it again; empty: as for all others
};

// A procedure of the law for complaints of some kind: it is told from ours and sent on, not run.
struct StatutoryProcedure {
    std::string code;
    std::string name; // "Housing Benefit appeal"
    std::string handled_by; // the office that runs it
    std::vector<ServiceCode> services {}; // whose complaints may belong to it; may be empty
};

// To whom complaints, comments and compliments about some services are passed.
struct ServiceHead {
    std::vector<ServiceCode> services;
    std::string name; // "Head of Housing"
};

struct ComplaintSettings {
    std::string reference_letter = "K";
    int acknowledge_working_days = 5;
    int respond_working_days = 10;
    Worded handled_by; // of ordinary ones; empty: the catalogue's words
    Worded ombudsman; // how to reach them; empty: the catalogue's words
    Worded contact; // how to reach whoever deals with it; empty: letters do not say
    std::vector<ComplaintCategory> categories; // in the order shown
    CaseRules rules; // the two numbers above are of its first stage too
    std::string second_stage; // who deals with it: "Chief Executive"
    std::optional<Limit> ask_within; // of the answer, for the second stage; none: letters name no day
    std::vector<StatutoryProcedure> procedures;
    std::vector<ServiceHead> heads;

    const ComplaintCategory* find(const CategoryCode& code) const; // nullptr if there is none
    // Who looks again at one of that category; empty: nobody, the Ombudsman is next.
    std::string second_officer(const CategoryCode& code) const;
    const StatutoryProcedure* procedure(const std::string& code) const; // nullptr if there is none
    // That complaints about the service may belong to; nullptr: there is none.
    const StatutoryProcedure* procedure_of(const ServiceCode& service) const;
    std::string head_of(const ServiceCode& service) const; // empty if none is named
    // With the numbers of working days as they stand here.
    CaseRules counted() const;
};

// A promise of the council's Charter.
struct CharterLine {
    Worded promise;
    enum class Standard { None, Visit, Satisfaction, Counted };
    Standard standard = Standard::None; // by which it is counted
    std::string counted {}; // for Counted: the id of a standard
    std::optional<double> goal_percent {}; // none: it is not judged
    std::optional<Minutes> limit {}; // of Visit; none: each service's own
};

// How long what tells of a person is kept. After that it is taken out, and the figures stay what they were.
struct RetentionSettings {
    std::chrono::days visits { 30 }; // notes, needs and names of a visit or an appointment, after it
    std::chrono::months feedback { 12 }; // what was written with feedback
    std::chrono::months contacts { 12 }; // what was noted of a call, letter or e-mail, after it was closed
    std::chrono::months log { 12 }; // who did what, in the log
    std::chrono::years cases { 6 }; // words, contact details and documents of a case, after it was closed
};

// Who answers for what visitors confide, for the notice that they read before they do.
struct PrivacyNotice {
    std::string officer; // how to reach the data protection officer; empty: ask at the desk
    std::string address; // of the whole notice on the web; empty: none
};

// How figures are published, and how it is seen that telephones are answered well.
struct ReportSettings {
    enum class Every { Month, Quarter };
    Every every = Every::Month;
    int monitored_calls = 5; // of each directorate in a month
    std::uint64_t monitoring_seed = 1; // of the random choice
    // Goals of what is no promise; none: published, and not judged.
    std::optional<double> avoidable_percent_at_most {}; // NI 14
    std::optional<double> satisfied_percent {}; // CS 6.5.1
    std::optional<double> monitored_percent {}; // monitored calls answered correctly
};

// Contacts by other channels than a visit.
struct ContactSettings {
    // Whatever comes by these is acknowledged by a machine as it comes (C: "an automatic one counts").
    std::vector<Channel> automatic_acknowledgement;
};

// The letters of the complaints team, from a desk.
struct LetterSettings {
    std::string printer; // the print server's queue for A4; empty: none
    std::filesystem::path folder; // where they are saved; empty: the user's home
};

struct Configuration {
    std::string source; // the file it was read from
    std::string store; // URL; empty: the user's data folder
    std::string machine { "Kiosk 1" }; // how this machine is called, on tickets and at the desks

    Worded site; // "Northmoor Borough Council"
    Zone zone { "Europe/London" };
    std::vector<Language> languages; // in the order shown; the first is the kiosk's own
    OpeningHours hours;
    double goal_percent = 95; // share of visitors seen within the standard
    Minutes limit { 10 }; // the standard where a service has none of its own

    std::vector<Standard> standards; // every promise that is counted, in the order shown
    ReportSettings reports;

    VisitorSettings visitor;
    PrinterSettings printer;
    SoundSettings sound;
    KeypadSettings keypad;
    BoardSettings board;
    std::string public_url; // of the phone page; empty: none

    Office office;
    DeskSettings desks;

    CalendarRules calendar;
    ContactSettings contacts;
    ComplaintSettings complaints;
    std::optional<PublicKey> public_key; // what visitors type is sealed to it; none: it stays readable
    PrivacyNotice privacy;
    RetentionSettings retention;
    std::filesystem::path secret_key; // on the complaints team's own machines; empty: none here
    LetterSettings letters;
    std::vector<CharterLine> charter; // in the order shown
};

// Reads a file. Throws InputError "file:line:column: what is wrong and what to write instead" for the first
// thing wrong, Failure if the file cannot be read.
Configuration read_configuration(const std::filesystem::path& file);

// The same from text; `name` stands for the file in messages.
Configuration parse_configuration(const std::string& text, const std::string& name);

// The file that is used: `given` (--config) if not empty, else $NEXTPLEASE_CONFIG, ./kiosk.conf,
// /etc/nextplease/kiosk.conf. Throws InputError if there is none.
std::filesystem::path find_configuration(const std::string& given);

// Every character of what the council wrote in that language for visitors, any number of times.
std::string characters_in(const Configuration& configuration, const Language& language);

// The words in `language`, else in the first of `fallbacks` that has them, else any, else "".
const std::string& words_in(
    const Worded& words, const Language& language, const std::vector<Language>& fallbacks);

// What a promise is called, and in which language that is: the reader's, else English, else the first of the
// kiosk's. REQUIRES: `title` is not empty.
const Worded::value_type& title_in(
    const Worded& title, const Language& language, const Configuration& configuration);

} // namespace nextplease
