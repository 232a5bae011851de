#include "core/store/sql_keeper.h"

#include "core/store/sql_forgetting.h"

namespace nextplease {
namespace {

// A transaction that is undone where `work` throws.
template <class Work>
auto in_unit(Connection& connection, Connection::Mode mode, const Work& work)
{
    connection.begin(mode);
    try {
        auto result = work();
        connection.commit();
        return result;
    } catch (...) {
        connection.roll_back();
        throw;
    }
}

} // namespace

Forgotten SqlKeeper::forget(const ForgetLimits& limits, int at_most)
{
    return in_unit(*connection_, Connection::Mode::Write,
        [&] { return SqlForgetting(*connection_, limits, SqlForgetting::Deed::Forget, at_most).run(); });
}

Forgotten SqlKeeper::to_forget(const ForgetLimits& limits, int at_most)
{
    return in_unit(*connection_, Connection::Mode::Read,
        [&] { return SqlForgetting(*connection_, limits, SqlForgetting::Deed::Count, at_most).run(); });
}

std::vector<SubjectRow> SqlKeeper::everything_about(const Subject& subject)
{
    return in_unit(*connection_, Connection::Mode::Read,
        [&] { return nextplease::everything_about(*connection_, subject); });
}

} // namespace nextplease
