#include "kiosk/board/content.h"

#include "core/reception/charter_words.h"
#include "core/reception/notices.h"
#include "core/reception/sentences.h"
#include "text_keys.h"

#include <algorithm>

namespace nextplease::board {
namespace {

using Tone = ServiceLine::Tone;

void add_estimate(ServiceLine& line, const ServiceNow& now, const Service& service, const Words& words)
{
    const Estimate& estimate = now.newcomer;
    if (!estimate.about) {
        line.time = words.say(Text::BoardTimeUnknown);
        line.tone = Tone::Quiet;
        return;
    }
    const long about = estimate.about->count();
    if (about == 0)
        line.time = estimate.up_to ? words.say(Text::BoardTimeUpTo, { { "up_to", estimate.up_to->count() } })
                                   : plain_wait_words(estimate, words);
    else
        line.time = estimate.up_to
            ? words.say(Text::BoardTimeRange, { { "about", about }, { "up_to", estimate.up_to->count() } })
            : words.say(Text::BoardTimeSingle, { { "about", about } });
    line.tone = *estimate.about > service.limit ? Tone::Slow : Tone::Usual;
}

ServiceLine line_of(
    const Service& service, const Snapshot& snapshot, const Words& words, const Configuration& configuration)
{
    ServiceLine line;
    line.letter = service.letter;
    line.name = name_of(service.code, words, configuration);
    const ServiceNow* now = snapshot.service(service.code);
    if (!now)
        return line; // kiosk.conf has it since a moment ago
    if (now->open) {
        line.waiting = std::to_string(now->waiting);
        add_estimate(line, *now, service, words);
        return line;
    }
    line.time =
        now->opens ? opening_words(*now->opens, snapshot.local, words) : words.say(Text::BoardServiceClosed);
    line.tone = Tone::Quiet;
    return line;
}

std::string last_known(const Snapshot& snapshot, const Configuration& configuration)
{
    return clock_face(configuration.zone.local(snapshot.last_known).since_midnight);
}

// Whether the room was ever seen; else only what kiosk.conf says is known.
bool ever_known(const Snapshot& snapshot)
{
    return !snapshot.services.empty();
}

void add_messages(
    std::vector<Notice>& notices, LocalDate today, const Words& words, const Configuration& configuration)
{
    const auto say = [&](const Worded& worded) {
        return words_in(worded, words.language(), configuration.languages);
    };
    for (const BoardMessage& message : configuration.board.messages) {
        if (!message.until || today <= *message.until)
            notices.push_back({ Notice::Kind::Message, say(message.title), say(message.text) });
    }
}

void add_figures(std::vector<Notice>& notices, const CharterFigures& figures, const Words& words,
    const Configuration& configuration)
{
    for (const CharterResult& result : figures.lines) {
        if (result.line.standard == CharterLine::Standard::None || !may_be_said(result))
            continue;
        const std::string verdict = verdict_words(result, words);
        notices.push_back(
            { Notice::Kind::Figure, words_in(result.line.promise, words.language(), configuration.languages),
                result_words(result, words) + (verdict.empty() ? "" : ". " + verdict) });
    }
}

// Whoever looks up for a moment must not miss it: it comes back between any two others.
void add_delays(std::vector<Notice>& notices, const Snapshot& snapshot, const BoardZone* zone,
    const Words& words, const Configuration& configuration)
{
    std::vector<Notice> delays;
    for (const DelayNotice& notice : snapshot.notices) {
        const bool ours = notice.services.empty()
            || std::any_of(notice.services.begin(), notice.services.end(),
                [&](const ServiceCode& service) { return in_zone(zone, service); });
        if (!ours)
            continue;
        DelayWords said = delay_words(notice, words, configuration);
        delays.push_back({ Notice::Kind::Delay, std::move(said.title), std::move(said.text) });
    }
    if (delays.empty())
        return;
    std::vector<Notice> turns;
    std::size_t delay = 0;
    for (std::size_t i = 0; i < std::max(notices.size(), delays.size()); ++i) {
        turns.push_back(delays[delay++ % delays.size()]);
        if (i < notices.size())
            turns.push_back(std::move(notices[i]));
    }
    notices = std::move(turns);
}

Notice cut_off_notice(const Snapshot& snapshot, const Words& words, const Configuration& configuration)
{
    return { Notice::Kind::CutOff,
        ever_known(snapshot)
            ? words.say(Text::BoardCutOffSince, { { "time", last_known(snapshot, configuration) } })
            : words.say(Text::BoardCutOffNever),
        words.say(Text::BoardCutOffAdvice) };
}

} // namespace

bool in_zone(const BoardZone* zone, const ServiceCode& service)
{
    return !zone || std::find(zone->services.begin(), zone->services.end(), service) != zone->services.end();
}

Content content_of(
    const Snapshot& snapshot, const Words& words, const Configuration& configuration, const Scope& scope)
{
    Content content;
    content.site = words_in(configuration.site, words.language(), configuration.languages);
    content.date = long_date(snapshot.local.date, words);
    content.clock = clock_face(snapshot.local.since_midnight);
    if (ever_known(snapshot)) {
        for (const Service& service : configuration.office.services) {
            if (in_zone(scope.zone, service.code))
                content.services.push_back(line_of(service, snapshot, words, configuration));
        }
    }
    content.time_column = words.say(Text::BoardColumnTime);
    if (snapshot.cut_off) {
        content.no_call = words.say(Text::BoardCutOffNever);
    } else if (snapshot.open) {
        content.no_call = words.say(Text::BoardNobodyCalled);
    } else {
        content.no_call = words.say(Text::BoardClosedNow);
        if (const auto opens = configuration.hours.next_opening(snapshot.local))
            content.no_call_more = opening_words(*opens, snapshot.local, words);
    }
    if (snapshot.cut_off) {
        if (ever_known(snapshot))
            content.time_column =
                words.say(Text::BoardColumnAsOf, { { "time", last_known(snapshot, configuration) } });
        content.notices = { cut_off_notice(snapshot, words, configuration) };
        return content;
    }
    add_messages(content.notices, snapshot.local.date, words, configuration);
    if (scope.figures && configuration.board.charter_figures)
        add_figures(content.notices, *scope.figures, words, configuration);
    add_delays(content.notices, snapshot, scope.zone, words, configuration);
    return content;
}

} // namespace nextplease::board
