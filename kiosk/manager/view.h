// What the manager's screen shows, ready to be painted: words, drawings and which button does what.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/clocks.h"
#include "kiosk/chart/drawing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nextplease::manager {

enum class Tab { Seen, Live, Published, Complaints, Staffing };
// What has a menu: the filters of one row, how the trend and the table are told, and the day that is planned.
enum class Menu { Days, Service, Desk, Booked, Weekday, Beside, Trend, By, Files, PlanDay };

struct ChipView {
    Menu menu = Menu::Days;
    std::string label;
    friend bool operator==(const ChipView&, const ChipView&) = default;
};
// What can be opened on the pages beside seen-in-time: one of them by its place.
enum class Part {
    Tile,
    Service,
    Promise,
    Desk,
    Device,
    Indicator,
    Avoidable,
    Satisfaction,
    Estimate,
    Month,
    Upheld, // of a service; complaints
    Case
};
struct MenuItem {
    std::string label;
    bool chosen = false;
};

struct HeadlineView {
    std::string title; // "Seen within 10 minutes"
    std::string percent; // empty: nobody was seen
    std::string verdict; // "Just below the goal of 95 %: 10 people short"
    std::optional<Pace> pace;
    std::string people; // "1,210 of the 1,284 people whom we saw."
    std::string strict, strict_words;
    std::string beside; // "September: 95.0 % of 2,988. Strict 93.3 %."
};

struct ChartView {
    std::string title, note; // the note at the end side of the title
    std::string foot; // under the drawing; may be empty
    chart::Drawing drawing;
    std::string nothing; // in place of the drawing
    // What each area of the drawing stands for, by its series and index, for who does not see it.
    std::vector<std::vector<std::string>> said {};
    const std::string& said_of(const chart::Area& area) const;
};

struct Cell {
    std::string text;
    std::optional<Pace> pace {}; // with its sign before it
    bool opens = false; // the last one of a row: something other than the row does
};
struct TableRow {
    std::string letter; // a tile before the name; may be empty
    std::string name;
    std::vector<Cell> cells;
    bool opens = false; // the visits behind it
};
struct TableView {
    std::string title;
    std::vector<std::string> columns; // of the cells
    std::vector<TableRow> rows;
    std::optional<TableRow> sum;
    std::string nothing;
    int page = 0; // that is shown, where there are more rows than room
    std::int64_t count = 0; // of all rows, where the later ones are read when they are turned to
};

struct SeenView {
    HeadlineView headline;
    ChartView trend, hours, waits;
    TableView groups; // by service, desk, hour or weekday
};

// Large figures and who waits now.
struct TileView {
    std::string label, value, note;
    std::optional<Pace> pace {};
};
struct LiveView {
    std::string cut_off; // why it may be old; empty: it is of now
    std::vector<TileView> tiles;
    TableView services, promises, desks, devices;
};

struct PublishedView {
    TableView indicators;
    ChartView avoidable, satisfaction;
    std::string estimate; // the estimate's own error, in a sentence
};

struct ComplaintsView {
    std::vector<TileView> tiles;
    ChartView months;
    TableView services, open;
};

// A day's plan, and what if something were otherwise.
struct StaffingView {
    std::string day; // which day; the chip's label
    std::string begin, stop; // the buttons
    std::string intro; // what it is, how far it is, or why there is no plan
    std::optional<float> progress {}; // 0 to 1 while it is planned
    std::string title, expected, basis; // of the plan; empty: there is none yet
    ChartView shares, desks; // of what is chosen
    TableView what_ifs; // the plan first
    TableView hours; // of each desk
    int chosen = 0; // row of what_ifs
};

// What is behind a figure, over everything else: visits, contacts, cases or feedback; what the figure means;
// and the story of one of them.
struct BehindView {
    std::string title, count;
    std::string about; // period and filters, and the order
    std::vector<std::string> means; // shown while no story is
    std::vector<std::string> columns;
    std::vector<TableRow> rows;
    std::int64_t rows_to_read = 0; // with those that are here
    int page = 0;
    int chosen = -1;
    std::vector<std::string> story;
    std::string choose; // shows the page of these days; empty: there is none
    std::string close;
};

// Something to be pressed that makes a file of what is shown.
struct ExportView {
    std::vector<std::string> labels; // spreadsheet, PDF, print; empty: there is nothing to make a file of
    std::string more; // opens the menu of the others
    std::string said; // what came of the last one; empty: nothing was asked
    bool done = true;
};

struct View {
    const Words* words = nullptr; // of the language that all of it is said in
    std::string product, site, now; // the bar
    std::vector<std::string> tabs;
    Tab tab = Tab::Seen;
    std::vector<ChipView> chips;
    std::string earlier, later; // move the period; empty: there is nothing to move to
    std::optional<Menu> open;
    std::vector<MenuItem> menu;
    std::string waiting; // "Reading ..." while nothing is known yet, or what went wrong
    SeenView seen;
    LiveView live;
    PublishedView published;
    ComplaintsView complaints;
    StaffingView staffing;
    ExportView exports;
    std::optional<BehindView> behind;
};

// The tables of all pages, each with the page that it stands on and the key of its rows: a table is turned
// by that.
struct KeyedTable {
    const char* key;
    Tab tab;
    TableView* table;
};
std::vector<KeyedTable> tables_of(View& view);

} // namespace nextplease::manager
