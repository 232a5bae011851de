#include "core/reception/contact_import.h"

#include "core/base/error.h"
#include "core/domain/receipt.h"
#include "core/reception/csv.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_map>

namespace nextplease {
namespace {

constexpr std::size_t kColumns = 5;
using Columns = std::array<std::string_view, kColumns>;
constexpr Columns kCalls { "call", "offered", "answered", "seconds", "service" };
constexpr Columns kPost { "item", "received", "scanned", "scannable", "service" };
constexpr int kLongestCall = 86'400;
constexpr std::size_t kLongestReference = 100;

struct Row {
    int line = 0;
    OtherContact contact;
};

// Checks row after row and makes the contact that it tells of.
class LogReader {
public:
    LogReader(const Configuration& configuration, std::string file, ContactLog log, Instant now)
        : configuration_(configuration)
        , file_(std::move(file))
        , log_(log)
        , columns_(log == ContactLog::Calls ? kCalls : kPost)
        , now_(now)
    {
    }

    void take(const CsvRecord& record)
    {
        line_ = record.line;
        if (!header_seen_) {
            if (!std::equal(record.cells.begin(), record.cells.end(), columns_.begin(), columns_.end()))
                fail(fmt::format("this is not the header of such a log: the first line must be {}",
                    fmt::join(columns_, ",")));
            header_seen_ = true;
            return;
        }
        if (record.cells.size() != kColumns)
            fail(fmt::format("{} cells where there should be {}: write {}", record.cells.size(), kColumns,
                fmt::join(columns_, ",")));
        OtherContact contact;
        contact.channel = log_ == ContactLog::Calls ? Channel::Phone : Channel::Post;
        contact.log = reference(record.cells[0]);
        contact.received = time(1, record.cells[1], std::nullopt);
        contact.service = service(record.cells[4]);
        contact.actor = "import";
        if (log_ == ContactLog::Calls)
            read_call(record.cells, contact);
        else
            read_item(record.cells, contact);
        contact.request = RequestId(request_of(contact));
        rows_.push_back({ line_, std::move(contact) });
    }

    const std::vector<Row>& rows() const
    {
        if (!header_seen_)
            throw InputError(
                fmt::format("{} is empty: its first line must be {}", file_, fmt::join(columns_, ",")));
        if (rows_.empty())
            throw InputError(fmt::format("{} has no rows after its header: nothing is imported", file_));
        return rows_;
    }

    [[noreturn]] void fail_at(int line, std::string_view reason) const
    {
        throw InputError(fmt::format("{}:line {}: {}", file_, line, reason));
    }

private:
    // Telephone systems count calls anew when they restart, and a mail room's numbers stay on the envelopes.
    std::string request_of(const OtherContact& contact) const
    {
        return log_ == ContactLog::Calls
            ? fmt::format("{} {}@{}", columns_[0], contact.log, contact.received.time_since_epoch().count())
            : fmt::format("{} {}", columns_[0], contact.log);
    }

    [[noreturn]] void fail(std::string_view reason) const { fail_at(line_, reason); }

    std::string reference(const std::string& cell)
    {
        if (cell.empty() || cell.size() > kLongestReference)
            fail(fmt::format("\"{}\" must have 1 to {} letters: write the log's own reference", columns_[0],
                kLongestReference));
        const auto [before, is_new] = lines_.emplace(cell, line_);
        if (!is_new)
            fail(fmt::format("{} \"{}\" stands in line {} too: give each its own, or leave one out",
                columns_[0], cell, before->second));
        return cell;
    }

    Instant time(std::size_t column, const std::string& cell, std::optional<Instant> not_before) const
    {
        const auto local = parse_iso_time(cell);
        if (!local)
            fail(fmt::format("\"{}\" is \"{}\", which is not a time: write it as 2026-10-13T10:24:05",
                columns_[column], cell));
        auto at = configuration_.zone.instant(*local);
        if (!at)
            fail(fmt::format(
                "\"{}\" is {}, which the clocks skipped that night in {}: write the time that they showed",
                columns_[column], cell, configuration_.zone.name()));
        if (not_before && *at < *not_before) {
            const Instant second = *at + std::chrono::hours { 1 };
            if (configuration_.zone.local(second) == *local)
                at = second;
        }
        if (not_before && *at < *not_before)
            fail(fmt::format("\"{}\" is {}, before \"{}\": correct one of them", columns_[column], cell,
                columns_[column - 1]));
        if (*at > now_)
            fail(fmt::format("\"{}\" is {}, and that is still to come: correct it", columns_[column], cell));
        if (receipt(*at, now_) == Receipt::LongAgo)
            fail(fmt::format("\"{}\" is {}, and that is more than {} years ago: correct it", columns_[column],
                cell, kOldestReceipt.count()));
        return *at;
    }

    ServiceCode service(const std::string& cell) const
    {
        ServiceCode code(cell);
        if (!code.empty() && !configuration_.office.find(code))
            fail(fmt::format("service \"{}\" is not known: write a code of {}, or leave it empty", cell,
                configuration_.source));
        return code;
    }

    bool yes_no(std::size_t column, const std::string& cell) const
    {
        if (cell != "yes" && cell != "no")
            fail(fmt::format("\"{}\" is \"{}\": write yes or no", columns_[column], cell));
        return cell == "yes";
    }

    void read_call(const std::vector<std::string>& cells, OtherContact& call) const
    {
        int seconds = 0;
        const char* const last = cells[3].data() + cells[3].size();
        const auto [end, error] = std::from_chars(cells[3].data(), last, seconds);
        if (error != std::errc {} || end != last || seconds < 0 || seconds > kLongestCall)
            fail(fmt::format(
                "\"seconds\" is \"{}\": write a whole number from 0 to {}", cells[3], kLongestCall));
        const Instant over = call.received + Seconds { seconds };
        if (over > now_)
            fail(fmt::format("\"seconds\" is {}, and the call would still ring: correct it", seconds));
        if (yes_no(2, cells[2])) {
            call.acknowledged = over;
            call.answered = over;
        } else
            call.lost = over;
        call.log_says.over = over;
    }

    void read_item(const std::vector<std::string>& cells, OtherContact& item) const
    {
        if (!yes_no(3, cells[3])) {
            if (!cells[2].empty())
                fail("\"scanned\" has a time, and \"scannable\" is no: correct one of them");
            item.set_aside = SetAside::NotScannable;
            item.log_says.scannable = false;
        } else if (!cells[2].empty()) {
            item.answered = time(2, cells[2], item.received);
            item.acknowledged = item.answered;
            item.log_says.over = item.answered;
        }
    }

    const Configuration& configuration_;
    std::string file_;
    ContactLog log_;
    Columns columns_;
    Instant now_;
    int line_ = 0;
    bool header_seen_ = false;
    std::unordered_map<std::string, int> lines_; // of each reference
    std::vector<Row> rows_;
};

void tell(Records& records, EventKind kind, const OtherContact& contact, Instant now)
{
    constexpr std::string_view kActor = "import";
    Event event;
    event.kind = kind;
    event.at = now;
    event.service = contact.service;
    event.actor = kActor;
    event.detail =
        fmt::format("{} contact={} log={}", word(contact.channel), contact.id.value(), contact.log);
    records.add(event);
}

void add(Records& records, OtherContact contact, Instant now)
{
    contact.id = records.add(contact);
    tell(records, EventKind::ContactLogged, contact, now);
}

// Whether the log tells of the same thing as when it was imported, with no more than an item can come to
// since: scanned, or found to be scannable or not. What a desk did is no part of it.
bool same_story(const OtherContact& stored, const OtherContact& row)
{
    if (stored.received != row.received || stored.service != row.service)
        return false;
    const OtherContact::LogSays &before = stored.log_says, &now = row.log_says;
    if (row.channel != Channel::Post)
        return before == now && stored.lost == row.lost;
    if (!before.over)
        return true;
    return now.scannable && (!now.over || now.over == before.over);
}

// What the log says now, where nobody at a desk has said otherwise.
void take_over(Records& records, OtherContact item, const OtherContact::LogSays& says, Instant now)
{
    const bool was_scannable = item.log_says.scannable;
    item.log_says = says;
    std::optional<EventKind> changed;
    if (!says.scannable && was_scannable && item.is_open()) {
        item.set_aside = SetAside::NotScannable;
        changed = EventKind::ContactSetAside;
    }
    if (says.scannable && !was_scannable && item.set_aside == SetAside::NotScannable) {
        item.set_aside.reset();
        changed = EventKind::ContactTakenBack;
    }
    if (says.over && !item.answered) {
        item.acknowledged = std::min(item.acknowledged.value_or(*says.over), *says.over);
        item.answered = says.over;
        changed = EventKind::ContactAnswered;
    }
    records.put(item);
    if (changed)
        tell(records, *changed, item, now);
}

void take_row(
    Records& records, const Row& row, const LogReader& reader, Instant now, ContactImportSummary& summary)
{
    ++summary.rows;
    const auto stored = records.contact_of(row.contact.request);
    if (!stored) {
        add(records, row.contact, now);
        ++summary.added;
        return;
    }
    if (!same_story(*stored, row.contact))
        reader.fail_at(row.line,
            fmt::format("\"{}\" is in the store with another content: correct the line, or leave it out",
                row.contact.log));
    const OtherContact::LogSays& says = row.contact.log_says;
    if (says == stored->log_says || stored->log_says.over) {
        ++summary.already_there;
        return;
    }
    take_over(records, *stored, says, now);
    ++summary.updated;
}

} // namespace

ContactImportSummary import_contacts(Store& store, const Configuration& configuration,
    const std::filesystem::path& file, ContactLog log, Instant now)
{
    LogReader reader(configuration, file.string(), log, now);
    read_csv(file, [&](const CsvRecord& record) { reader.take(record); });
    ContactImportSummary summary;
    const std::vector<Row>& rows = reader.rows();
    store.write([&](Records& records) {
        summary = {};
        for (const Row& row : rows)
            take_row(records, row, reader, now, summary);
    });
    return summary;
}

} // namespace nextplease
