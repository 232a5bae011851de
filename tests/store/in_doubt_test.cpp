// A disk that takes what is written and then fails to say that it is safe.
#include "core/base/error.h"
#include "core/store/store_file.h"
#include "tests/store/store_fixture.h"

#include <cerrno>
#include <doctest/doctest.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

bool sync_fails = false;

} // namespace

// In place of the C library's, for SQLite too.
extern "C" int fdatasync(int file)
{
    if (sync_fails) {
        errno = EIO;
        return -1;
    }
    return static_cast<int>(syscall(SYS_fdatasync, file));
}

using namespace nextplease;
using namespace nextplease::testing;

TEST_CASE("A commit that the disk does not confirm is in doubt, is not taken for done, and the store goes on")
{
    on_every_driver([](Stores& stores) {
        const auto store = stores.open();
        store_visit(*store, waiting_visit("A001"));
        Failure::Kind kind = Failure::Kind::Corrupt;
        sync_fails = true;
        try {
            store_visit(*store, waiting_visit("A002"));
        } catch (const Failure& failure) {
            kind = failure.kind();
        }
        sync_fails = false;
        CHECK(kind == Failure::Kind::InDoubt);

        // Whether it is there now is for the request id to say; the rest is as it was, here and elsewhere.
        store_visit(*store, waiting_visit("A003"));
        const auto other = stores.open();
        for (Store* const reader : { other.get(), store.get() }) {
            reader->read([&](Records& records) {
                CHECK(records.visit_numbered(kToday, TicketNumber("A001")));
                CHECK(records.visit_numbered(kToday, TicketNumber("A003")));
                const std::size_t open = records.visits_of(kToday).size();
                CHECK((open == 2 || open == 3));
            });
        }
    });
}
