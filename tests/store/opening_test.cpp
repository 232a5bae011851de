// Opening stores: where they are, what is refused and in which words. SQLite only.
#include "core/base/error.h"
#include "core/store/migrations.h"
#include "core/store/sqlite_connection.h"
#include "tests/store/store_fixture.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::string input_error_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

std::string opening_failure(const std::filesystem::path& file, Opening opening)
{
    return failure_of([&] { open_store(file.string(), opening); });
}

std::filesystem::path made_store(const TempFolder& folder)
{
    const std::filesystem::path file = folder / "store.db";
    store_visit(*open_store(file.string(), Opening::Create), waiting_visit("A001"));
    return file;
}

// A file system of a few pages, or one that can only be read, as a broken disk would be. Needs root; where it
// is not to be had, the test says so and passes.
class Mounted {
public:
    Mounted(std::filesystem::path where, const char* type, unsigned long flags, const char* options)
        : where_(std::move(where))
        , mounted_(mount("none", where_.c_str(), type, flags, options) == 0)
    {
        if (!mounted_)
            MESSAGE("skipped: this user may not mount file systems");
    }
    ~Mounted()
    {
        if (mounted_)
            umount2(where_.c_str(), MNT_DETACH);
    }
    Mounted(const Mounted&) = delete;
    Mounted& operator=(const Mounted&) = delete;

    bool done() const { return mounted_; }
    bool remount_read_only()
    {
        return mount("none", where_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    std::filesystem::path where_;
    bool mounted_;
};

} // namespace

TEST_CASE("A store is named by sqlite:PATH or by a bare path, and made with its folders")
{
    const TempFolder folder;
    const std::string path = (folder / "new folder/50% of #1?/store.db").string();
    CHECK(open_store("sqlite:" + path, Opening::Create)->name() == "sqlite:" + path);
    CHECK(open_store(path, Opening::Existing)->name() == "sqlite:" + path);
    CHECK(std::filesystem::is_regular_file(path));
}

TEST_CASE("A URL that no driver reads is refused, saying what to write")
{
    const auto refused = [](const std::string& url) {
        return input_error_of([&] { open_store(url, Opening::Create); });
    };
    CHECK(contains(refused("postgresql://localhost/reception"), "PostgreSQL driver"));
    CHECK(contains(refused("mysql:reception"), "write \"sqlite:PATH\""));
    CHECK(contains(refused("sqlite:"), "names no file"));
    CHECK(contains(refused(""), "names no file"));
    CHECK(contains(refused("sqlite:/tmp/"), "names no file"));
}

TEST_CASE("A store that is not there is made only where that was asked for")
{
    const TempFolder folder;
    for (const Opening opening : { Opening::Existing, Opening::ReadOnly })
        CHECK(contains(opening_failure(folder / "absent.db", opening),
            "there is no store at " + folder.path().string()));
    CHECK(std::filesystem::is_empty(folder.path()));
    std::ofstream(folder / "empty.db");
    for (const Opening opening : { Opening::Existing, Opening::ReadOnly })
        CHECK(contains(opening_failure(folder / "empty.db", opening), "holds no store yet"));
    CHECK(contains(opening_failure(folder.path(), Opening::Create), "is not a file"));
}

TEST_CASE("A store of a newer program is refused, and the sentence names both versions")
{
    const TempFolder folder;
    const auto file = made_store(folder);
    const int newer = schema_version() + 41;
    open_sqlite(file, Opening::Existing)
        ->execute("UPDATE meta SET value = '" + std::to_string(newer) + "' WHERE name = 'schema'");
    for (const Opening opening : { Opening::Create, Opening::Existing, Opening::ReadOnly }) {
        const std::string sentence = input_error_of([&] { open_store(file.string(), opening); });
        CHECK(contains(sentence, "schema " + std::to_string(newer)));
        CHECK(contains(sentence, "up to " + std::to_string(schema_version())));
        CHECK(contains(sentence, file.string()));
    }
}

TEST_CASE("A file of another kind is refused and left as it is")
{
    const TempFolder folder;
    const auto file = folder / "letter.txt";
    const std::string letter(5000, 'x');
    std::ofstream(file) << letter;
    for (const Opening opening : { Opening::Create, Opening::Existing, Opening::ReadOnly })
        CHECK(contains(opening_failure(file, opening), "is not a store but some other kind of file"));
    std::string now;
    std::getline(std::ifstream(file), now);
    CHECK(now == letter);
}

TEST_CASE("A database of another program is refused and left as it is")
{
    const TempFolder folder;
    const auto file = folder / "other.db";
    open_sqlite(file, Opening::Create)->execute("CREATE TABLE album (title TEXT)");
    for (const Opening opening : { Opening::Create, Opening::Existing, Opening::ReadOnly })
        CHECK(contains(opening_failure(file, opening), "is a database of another program"));
    Statement& tables = open_sqlite(file, Opening::Existing)->prepared("SELECT 1");
    (void)tables;
}

TEST_CASE("A damaged store says so instead of telling stories")
{
    const TempFolder folder;
    const auto file = made_store(folder);
    const auto size = std::filesystem::file_size(file);
    std::fstream damage(file, std::ios::in | std::ios::out | std::ios::binary);
    damage.seekp(100); // past the header: the schema's own page
    for (std::uintmax_t i = 100; i < size; ++i)
        damage.put('\x5a');
    damage.close();
    const std::string sentence = opening_failure(file, Opening::Existing);
    CHECK(contains(sentence, "put back the latest backup"));
    CHECK(contains(sentence, file.string()));
}

TEST_CASE("A store opened only to be read can be read and not written")
{
    const TempFolder folder;
    const auto file = made_store(folder);
    const auto store = open_store(file.string(), Opening::ReadOnly);
    CHECK(visits_on(*store, kToday).size() == 1);
    CHECK(contains(
        failure_of([&] { store->write([](Records& records) { records.add(waiting_visit("A002")); }); }),
        "opened only to be read"));
    // And it sees what others write meanwhile.
    store_visit(*open_store(file.string(), Opening::Existing), waiting_visit("A002"));
    CHECK(visits_on(*store, kToday).size() == 2);
}

TEST_CASE("A folder that cannot be made or written is named")
{
    const TempFolder folder;
    std::ofstream(folder / "file") << "in the way";
    CHECK(contains(opening_failure(folder / "file/store.db", Opening::Create), (folder / "file").string()));
    CHECK_FALSE(opening_failure("/proc/store.db", Opening::Create).empty());
    if (geteuid() == 0) {
        MESSAGE("permissions do not bind root: a read-only disk is tried instead");
        return;
    }
    std::filesystem::create_directory(folder / "closed");
    chmod((folder / "closed").c_str(), 0500);
    CHECK(
        contains(opening_failure(folder / "closed/store.db", Opening::Create), (folder / "closed").string()));
    const auto file = made_store(folder);
    chmod(file.c_str(), 0400);
    CHECK(contains(opening_failure(file, Opening::Existing), "give read and write permission on the file"));
    chmod((folder / "closed").c_str(), 0700);
}

TEST_CASE("A store on a read-only disk can be read, and writing says why it cannot")
{
    const TempFolder folder;
    const auto where = folder / "disk";
    std::filesystem::create_directory(where);
    Mounted disk(where, "tmpfs", 0, "size=4m");
    if (!disk.done())
        return;
    store_visit(*open_store((where / "store.db").string(), Opening::Create), waiting_visit("A001"));
    REQUIRE(disk.remount_read_only());
    const auto file = where / "store.db";
    CHECK(contains(opening_failure(file, Opening::Existing), "can only be read"));
    CHECK(contains(opening_failure(where / "new.db", Opening::Create), "can only be read"));
    CHECK(visits_on(*open_store(file.string(), Opening::ReadOnly), kToday).size() == 1);
}

TEST_CASE("A disk that becomes full while a store is open gives one sentence and loses nothing")
{
    const TempFolder folder;
    const auto where = folder / "disk";
    std::filesystem::create_directory(where);
    const Mounted disk(where, "tmpfs", 0, "size=512k");
    if (!disk.done())
        return;
    const auto file = where / "store.db";
    const auto store = open_store(file.string(), Opening::Create);
    std::string sentence;
    int stored = 0;
    while (sentence.empty() && stored < 10'000) {
        sentence = failure_of([&] { store_visit(*store, waiting_visit("A" + std::to_string(stored))); });
        stored += sentence.empty() ? 1 : 0;
    }
    CHECK(contains(sentence, "has no more room on its disk"));
    CHECK(visits_on(*store, kToday).size() == static_cast<std::size_t>(stored));
}

TEST_CASE("Events can be neither changed nor removed, even by hand")
{
    const TempFolder folder;
    const auto file = made_store(folder);
    open_store(file.string(), Opening::Existing)->write([](Records& records) {
        records.add(event_of(records.open_visits().at(0).id, EventKind::Taken));
    });
    const auto connection = open_sqlite(file, Opening::Existing);
    CHECK(contains(
        failure_of([&] { connection->execute("UPDATE event SET kind = 'left'"); }), "never changed"));
    CHECK(contains(failure_of([&] { connection->execute("DELETE FROM event"); }), "never removed"));
}

TEST_CASE("A store that somebody keeps locked is given up after five seconds, saying so")
{
    const TempFolder folder;
    const auto file = made_store(folder);
    const auto holder = open_sqlite(file, Opening::Existing);
    const auto store = open_store(file.string(), Opening::Existing);
    holder->begin(Connection::Mode::Write);
    const auto start = std::chrono::steady_clock::now();
    const std::string sentence = failure_of([&] { store_visit(*store, waiting_visit("A002")); });
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(contains(sentence, "locked by another program for 5 seconds"));
    CHECK(took >= std::chrono::seconds { 5 });
    CHECK(visits_on(*store, kToday).size() == 1); // reading goes on meanwhile
    holder->roll_back();
    store_visit(*store, waiting_visit("A002"));
}
