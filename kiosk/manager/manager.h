// The manager's model: which figures are asked for, what is opened, and the view of the answers. It draws
// nothing and reads nothing itself: figures are worked out on the store's thread, from visits that stay in
// memory there. UI thread.
#pragma once

#include "core/reception/case_register.h"
#include "core/reception/complaint_report.h"
#include "core/reception/contact_report.h"
#include "core/reception/estimate_report.h"
#include "core/reception/feedback_report.h"
#include "core/reception/findings.h"
#include "core/reception/indicator_report.h"
#include "core/reception/promises_today.h"
#include "kiosk/app/face.h"
#include "kiosk/manager/choices.h"
#include "kiosk/manager/exporting.h"
#include "kiosk/manager/staffing.h"
#include "kiosk/manager/view.h"

#include <functional>
#include <map>
#include <memory>

namespace nextplease::manager {

// A visit of the table with its names, as the list behind a figure shows it.
struct VisitLine {
    Instant arrived;
    std::string service, desk;
    Seconds wait { 0 };
    Counted counted = Counted::Waiting;
    bool late = false;
    int among = 0; // so many of the table came in the same second before it
    std::string number {}; // of the ticket; only in lists
};

// What the store's thread works out; the view is prepared from it.
struct SeenAnswer {
    SeenReport report;
    std::vector<std::string> services, desks; // names of the table's places
    std::optional<VisitLine> longest;
};
struct BehindAnswer {
    std::string title;
    std::string about {};
    std::optional<Choice> choose {}; // of its days
    std::vector<std::string> means {};
    enum class Listed { Visits, Findings, Nothing };
    Listed listed = Listed::Visits;
    std::int64_t count = 0;
    std::vector<VisitLine> visits {};
    std::vector<Finding> found {};
    int chosen = -1;
    std::vector<std::string> story {}; // of the chosen one
};
// A figure that is opened: its name, what it means, and what is read for it; nothing where it has no list.
struct Opening {
    std::string title;
    std::vector<std::string> means;
    std::function<Findings(Reception&, std::size_t at_most)> find {};
    enum class First { Listed, Open };
    First first = First::Listed; // whether the story of the first one is opened too
    std::string about {};
};
struct PublishedAnswer {
    IndicatorReport indicators;
    ContactReport contacts; // by month, a year back
    FeedbackReport feedback; // by month
    EstimateReport estimate;
    int back = 0; // so many periods before the last one that is over
};

using PromisesAnswer = std::vector<PromiseToday>; // as kiosk.conf has the promises

struct ComplaintsAnswer {
    ComplaintReport months, services; // of twelve months
    RegisterPage open; // now
    int back = 0; // so many times twelve months before those that end today
};

class Manager {
public:
    static constexpr int kCasesAtOnce = 60; // that the register is read by

    // All must outlive it.
    Manager(const Configuration& configuration, app::Commands& commands, const Language& language);

    void show(std::shared_ptr<const Snapshot> snapshot);
    // Something changed since it was last asked.
    bool changed();

    const Words& words() const { return words_; }
    const View& view() const { return view_; }
    const Choice& choice() const { return choice_; }
    const std::optional<SeenAnswer>& answer() const { return seen_; }

    void show_tab(Tab tab);
    void open_menu(Menu menu);
    void choose(int item); // of the open menu
    void choose(const Choice& choice);
    // What lies under the mouse in a drawing, or a row of a table, was pressed.
    void open_stretch(int index); // of the trend
    void open_hour(int row, int column);
    void open_wait(int bin);
    void open_row(int row); // of the table of services, desks, hours or weekdays; -1: all
    void open_left(int row); // those of it who left
    void open_seen();
    void open_strict(); // of whom the strict share counts
    void open_longest(); // the list of the seen, and the story of who waited longest
    void open_beside(); // who was seen in the period beside
    void open_late();
    // -1: the sum of the rows. Nothing where there is no such thing.
    void open_part(Part part, int index);
    void open_visit(int row); // of the list behind, whatever it lists
    void turn(const std::string& table, int pages = 1); // on, or back; by the key of its rows
    void move(int later); // the period of the page by its own length
    void choose_behind(); // the days of the list behind
    void close(); // the menu, else the list behind
    // A file of what the page shows; nothing where the page is of now.
    void make(Export how);
    Staffing& staffing() { return staffing_; }

private:
    void ask();
    void ask_published();
    void ask_complaints();
    void ask_promises();
    void read_the_rest();
    // Adds to the answer what is listed, at most so many.
    using ReadList = std::function<void(Reception&, BehindAnswer&, std::size_t at_most)>;
    void open_list(BehindAnswer head, ReadList read, Opening::First first);
    void read_on(); // more of the list behind, where there is more
    void open(const Behind& behind, std::string title,
        std::optional<Choice> choose = std::nullopt); // of what is asked for
    void open(const SeenQuestion& asked, const Behind& behind, BehindAnswer head, Opening::First first);
    std::optional<Behind> behind_row(
        int row) const; // all visits of a row; nothing where there is no such row
    std::string row_title(int row) const;
    std::string about_words(const SeenQuestion& asked, const Behind& behind) const;
    void open_found(Opening opening);
    void open_today(const Behind& behind, std::string title, std::vector<std::string> means);
    void open_desk_today(const DeskCode& desk, const std::string& title);
    void open_live(Part part, int index);
    void open_published(Part part, int index);
    void open_indicator(std::size_t place);
    void open_complaints(Part part, int index);
    void open_complaints_tile(int index);
    void prepare();
    void failed(const std::string& why);
    MakeDocument document_of_page() const; // empty: there is none
    void say(Exported said);
    std::vector<MenuItem> menu_items(Menu menu) const;
    // Of the table, that the menu's items after the first stand for.
    std::vector<std::uint8_t> places(Menu menu) const;
    std::string days_words(const SeenQuestion::Days& days) const;
    void prepare_chips();
    ReportingPeriod published_period(int back) const;
    SeenQuestion::Days complaints_days(int back) const;
    int& back_of_page(); // of the published figures or the complaints
    void go_back(int back); // that page, to so many of its periods before the latest

    const Configuration& configuration_;
    app::Commands& commands_;
    const Words& words_;
    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<VisitTable> table_; // touched on the store's thread alone
    Choice choice_;
    Tab tab_ = Tab::Seen;
    std::optional<Menu> open_;
    std::map<std::string, int> pages_; // of tables with more rows than room
    std::optional<SeenAnswer> seen_;
    std::optional<BehindAnswer> behind_;
    ReadList read_list_;
    std::size_t list_length_ = 0; // so much of it was asked for
    std::int64_t list_number_ = 0; // so that only the answers of the open one are taken
    int cases_wanted_ = kCasesAtOnce; // of the register
    std::optional<PublishedAnswer> published_;
    std::optional<ComplaintsAnswer> complaints_;
    std::optional<PromisesAnswer> promises_;
    Staffing staffing_;
    std::optional<Exported> said_; // of the last export
    int published_back_ = 0, complaints_back_ = 0; // as chosen
    bool asked_published_ = false; // and no answer yet
    bool asked_complaints_ = false;
    bool asked_promises_ = false;
    Instant promises_at_ {}; // when they were asked for last
    std::string failed_;
    bool begun_ = false;
    Instant refreshed_ {};
    std::optional<LocalDate> read_to_ {}; // the last day that was asked for
    LocalDate published_on_ {}; // the day on which the published figures were asked for
    std::int64_t asked_ = 0; // so that only the latest answer is taken
    View view_;
    bool changed_ = true;
};

} // namespace nextplease::manager
