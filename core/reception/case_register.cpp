#include "core/reception/case_register.h"

namespace nextplease {

RegisterPage register_page(Store& store, LocalDate today, const RegisterQuestion& asked)
{
    using Which = RegisterQuestion::Which;
    RegisterPage page { .asked = asked, .today = today, .counts = {}, .rows = {}, .chosen = {} };
    OpenCases which { .first = asked.first, .at_most = asked.at_most + 1 };
    if (asked.which == Which::DueToday)
        which.due_from = which.due_to = today;
    if (asked.which == Which::Late)
        which.due_to = add_days(today, -1);
    store.read([&](Records& records) {
        page.counts = records.count_open_cases(today, {});
        page.rows = asked.which == Which::Closed ? records.closed_cases(which.first, which.at_most)
                                                 : records.open_cases(which);
        page.reading = reading_obstacle(records, asked.reader);
        if (!asked.chosen)
            return;
        if (const auto record = records.case_of(*asked.chosen))
            page.chosen = CaseStory { *record, records.events_of(record->id) };
    });
    page.more = page.rows.size() > static_cast<std::size_t>(asked.at_most);
    if (page.more)
        page.rows.pop_back();
    return page;
}

} // namespace nextplease
