#include "kiosk/manager/manager.h"

#include "core/reception/sentences.h"
#include "kiosk/manager/prepare.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::manager {
namespace {

constexpr Seconds kRefreshEvery { 30 };

// What the first answer needs: the weeks that are shown, the days asked for, and those they are held against.
LocalDate first_needed(const SeenQuestion& asked, LocalDate today)
{
    constexpr int kDaysAWeek = 7;
    const int weeks = stretches_of(SeenQuestion::Trend::Weeks);
    LocalDate from = std::min(add_days(today, -kDaysAWeek * weeks), asked.from);
    if (asked.beside)
        from = std::min(from, asked.beside->from);
    return from;
}

} // namespace

Manager::Manager(const Configuration& configuration, app::Commands& commands, const Language& language)
    : configuration_(configuration)
    , commands_(commands)
    , words_(nextplease::words(language))
    , table_(std::make_shared<VisitTable>(configuration))
    , staffing_(configuration, commands, words_, [this] { prepare(); })
{
}

void Manager::show(std::shared_ptr<const Snapshot> snapshot)
{
    const bool new_day = snapshot_ && snapshot_->local.date != snapshot->local.date;
    snapshot_ = std::move(snapshot);
    const bool old = snapshot_->now - refreshed_ >= kRefreshEvery;
    if (!snapshot_->cut_off && (!begun_ || new_day || old)) {
        refreshed_ = snapshot_->now;
        ask();
        if (tab_ == Tab::Complaints)
            ask_complaints();
        if (tab_ == Tab::Published)
            ask_published();
    }
    if (tab_ == Tab::Live)
        ask_promises();
    staffing_.set_today(snapshot_->local.date);
    prepare();
}

bool Manager::changed()
{
    if (staffing_.moved())
        prepare();
    return std::exchange(changed_, false);
}

void Manager::failed(const std::string& why)
{
    failed_ = why;
    begun_ = false; // tried again with the next picture of the room
    prepare();
}

// Today and the days since the last reading are read anew each time, with the day before them: its visits may
// have been closed since. What went before, once. The first answer needs the weeks that are shown and
// the days that they are compared with; the years before them follow when that answer is on the screen.
void Manager::ask()
{
    const bool first = !std::exchange(begun_, true);
    const SeenQuestion asked = question_of(choice_, snapshot_->local.date);
    const LocalDate today = snapshot_->local.date;
    const LocalDate read_to = std::exchange(read_to_, today).value_or(today);
    const LocalDate from = first ? first_needed(asked, today) : add_days(std::min(read_to, today), -1);
    const std::int64_t number = ++asked_;
    commands_.submit(
        [this, table = table_, asked, from, today, number](Reception& reception) -> app::Commands::Then {
            table->load(reception.store(), from, today, reception.now());
            auto answer = std::make_shared<SeenAnswer>();
            answer->report = seen_report(*table, asked);
            answer->services = table->services();
            answer->desks = table->desks();
            if (answer->report.longest) {
                const VisitFact& fact = table->visits()[*answer->report.longest];
                answer->longest =
                    VisitLine { VisitTable::instant_of(fact.arrived), table->services()[fact.service],
                        table->desks()[fact.desk], Seconds { fact.wait }, fact.counted, fact.late };
            }
            return [this, answer, number] {
                if (number != asked_)
                    return; // another question was asked meanwhile
                seen_ = std::move(*answer);
                failed_.clear();
                prepare();
            };
        },
        [this](const std::string& why) { failed(why); });
    if (first)
        read_the_rest();
}

void Manager::read_the_rest()
{
    const LocalDate today = snapshot_->local.date;
    const LocalDate before = add_days(first_needed(question_of(choice_, today), today), -1);
    commands_.submit(
        [this, table = table_, before](Reception& reception) -> app::Commands::Then {
            table->load(reception.store(), std::nullopt, before, reception.now());
            return [this] { ask(); }; // with the year before
        },
        [this](const std::string& why) { failed(why); });
}

// ---- What is pressed ----

void Manager::show_tab(Tab tab)
{
    tab_ = tab;
    open_.reset();
    behind_.reset();
    said_.reset();
    pages_.clear();
    cases_wanted_ = kCasesAtOnce;
    if (tab == Tab::Published)
        ask_published();
    if (tab == Tab::Complaints)
        ask_complaints();
    if (tab == Tab::Live)
        ask_promises();
    prepare();
}

void Manager::open_menu(Menu menu)
{
    open_ = open_ == menu ? std::nullopt : std::optional(menu);
    prepare();
}

void Manager::turn(const std::string& table, int pages)
{
    int& page = pages_[table];
    page = std::max(0, page + pages);
    if (table == "case" && complaints_ && complaints_->open.more) {
        cases_wanted_ += kCasesAtOnce;
        ask_complaints();
    }
    if (table == "visit")
        read_on();
    prepare();
}

void Manager::move(int later)
{
    if (!snapshot_)
        return;
    if (tab_ == Tab::Published || tab_ == Tab::Complaints)
        return go_back(back_of_page() - later);
    const Choice there = moved(choice_, later, snapshot_->local.date);
    if (!(there == choice_))
        choose(there);
}

void Manager::choose_behind()
{
    if (behind_ && behind_->choose)
        choose(Choice(*behind_->choose));
}

void Manager::close()
{
    if (open_)
        open_.reset();
    else if (behind_) {
        behind_.reset();
        pages_.erase("visit");
    } else
        said_.reset();
    prepare();
}

void Manager::choose(const Choice& choice)
{
    choice_ = choice;
    pages_.clear();
    open_.reset();
    behind_.reset();
    said_.reset();
    if (snapshot_ && !snapshot_->cut_off)
        ask();
    prepare();
}

void Manager::choose(int item)
{
    if (!open_ || item < 0 || item >= static_cast<int>(menu_items(*open_).size()))
        return;
    if (*open_ == Menu::Days && tab_ != Tab::Seen)
        return go_back(item);
    Choice choice = choice_;
    const std::vector<std::uint8_t> known = places(*open_);
    const auto place = item == 0 || item > static_cast<int>(known.size())
        ? std::nullopt
        : std::optional(known.at(static_cast<std::size_t>(item - 1)));
    switch (*open_) {
    case Menu::Days:
        choice.days = static_cast<Days>(item);
        choice.at.reset();
        break;
    case Menu::Service:
        choice.service = place;
        break;
    case Menu::Desk:
        choice.desk = place;
        break;
    case Menu::Booked:
        choice.booked = item == 0 ? std::nullopt : std::optional(item == 2);
        break;
    case Menu::Weekday:
        choice.weekday = item == 0 ? std::nullopt : std::optional(item);
        break;
    case Menu::Beside:
        choice.beside = static_cast<Beside>(item);
        break;
    case Menu::Trend:
        choice.trend = static_cast<SeenQuestion::Trend>(item);
        break;
    case Menu::By:
        choice.by = static_cast<By>(item);
        break;
    case Menu::Files:
        open_.reset();
        return make(static_cast<Export>(kExportButtons + item));
    case Menu::PlanDay:
        open_.reset();
        return staffing_.choose_day(item);
    }
    choose(choice);
}

// ---- What is shown ----

void Manager::prepare()
{
    changed_ = true;
    view_.words = &words_;
    if (!snapshot_)
        return;
    const LocalDate today = snapshot_->local.date;
    const Scene scene { configuration_, words_, today };
    view_.product = words_.say(Text::DeskProduct);
    view_.site = words_in(configuration_.site, words_.language(), configuration_.languages);
    view_.now = short_date(today, words_) + ", " + clock_face(snapshot_->local.since_midnight);
    view_.tabs = { words_.say(Text::ManagerTabSeen), words_.say(Text::ManagerTabLive),
        words_.say(Text::ManagerTabPublished), words_.say(Text::ManagerTabComplaints),
        words_.say(Text::ManagerTabStaffing) };
    view_.tab = tab_;
    view_.open = open_;
    view_.menu = open_ ? menu_items(*open_) : std::vector<MenuItem> {};
    prepare_chips();
    view_.waiting = failed_;
    const bool unknown = (tab_ == Tab::Seen && !seen_) || (tab_ == Tab::Published && !published_)
        || (tab_ == Tab::Complaints && !complaints_);
    if (view_.waiting.empty() && unknown)
        view_.waiting = words_.say(Text::ManagerReading);
    // Charts are laid out for the page that is looked at.
    if (seen_ && tab_ == Tab::Seen) {
        const auto& asked = seen_->report.question.beside;
        view_.seen = prepare_seen(*seen_, choice_.told_by(), scene, asked ? days_words(*asked) : "");
    }
    view_.live = prepare_live(*snapshot_, promises_, scene);
    if (published_ && tab_ == Tab::Published)
        view_.published = prepare_published(*published_, scene);
    if (complaints_ && tab_ == Tab::Complaints)
        view_.complaints = prepare_complaints(*complaints_, scene);
    for (TableView* table :
        { &view_.live.services, &view_.live.promises, &view_.live.desks, &view_.live.devices,
            &view_.published.indicators, &view_.complaints.services, &view_.complaints.open }) {
        for (TableRow& row : table->rows)
            row.opens = true;
        if (table->sum)
            table->sum->opens = true;
    }
    view_.staffing = staffing_.view();
    for (const auto& [key, tab, table] : tables_of(view_)) {
        const auto page = pages_.find(key);
        table->page = tab != tab_ || page == pages_.end() ? 0 : page->second;
    }
    view_.exports = {};
    if (document_of_page())
        view_.exports.labels = { words_.say(Text::ManagerExportSheet), words_.say(Text::ManagerExportPdf),
            words_.say(Text::ManagerExportPrint) };
    view_.exports.more = words_.say(Text::ManagerExportMore);
    if (said_) {
        view_.exports.said = said_->said;
        view_.exports.done = said_->done;
    }
    view_.behind = behind_ ? std::optional(prepare_behind(*behind_, scene)) : std::nullopt;
    if (view_.behind)
        view_.behind->page = pages_.contains("visit") ? pages_.at("visit") : 0;
}

} // namespace nextplease::manager
