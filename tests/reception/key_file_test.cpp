// The file of the secret key: opened by its passphrase alone, and kept from everybody else.
#include "core/base/error.h"
#include "core/reception/key_file.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <sys/stat.h>

using namespace nextplease;
using nextplease::testing::TempFolder;

namespace {

constexpr Hardness kQuick { 1, 8 }; // the least that the library allows

Secret secret(std::string_view text)
{
    return Secret(text);
}

std::string error_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    return { std::istreambuf_iterator<char>(stream), {} };
}

unsigned mode_of(const std::filesystem::path& file)
{
    struct stat found { };
    REQUIRE(stat(file.c_str(), &found) == 0);
    return found.st_mode & 0777U;
}

} // namespace

TEST_CASE("A key file opens with its passphrase and with no other one")
{
    const TempFolder folder;
    const auto file = folder / "team.key";
    const SecretKey key = make_secret_key();
    LockedKey(key, secret("correct horse battery"), kQuick).save(file);
    const LockedKey locked = read_locked_key(file);
    CHECK(locked.public_key() == key.public_key()); // known without the passphrase
    CHECK(locked.hardness() == kQuick);
    CHECK_FALSE(locked.unlock(secret("correct horse battery ")));
    CHECK_FALSE(locked.unlock(secret("")));
    const auto opened = locked.unlock(secret("correct horse battery"));
    REQUIRE(opened);
    CHECK(opened->open(seal(secret("hello"), key.public_key()))->text() == "hello");
}

TEST_CASE("The secret key itself does not stand in its file, and the same key is never locked alike")
{
    const TempFolder folder;
    const SecretKey key = make_secret_key();
    LockedKey(key, secret("correct horse battery"), kQuick).save(folder / "one");
    LockedKey(key, secret("correct horse battery"), kQuick).save(folder / "two");
    const std::string bytes(key.bytes().begin(), key.bytes().end());
    const std::string one = text_of(folder / "one");
    CHECK(one.find(bytes) == std::string::npos);
    const auto line = [](const std::string& text) { return text.substr(text.find("\nnextplease")); };
    CHECK(line(one) != line(text_of(folder / "two")));
}

TEST_CASE("Unless it is said otherwise, trying a passphrase takes three passes over 256 MB")
{
    CHECK(Hardness {} == Hardness { 3, 256 * 1024 });
}

TEST_CASE("Only its owner can read a key file, and it is never overwritten")
{
    const TempFolder folder;
    const auto file = folder / "team.key";
    const LockedKey locked(make_secret_key(), secret("correct horse battery"), kQuick);
    locked.save(file);
    CHECK(mode_of(file) == 0600U);
    const std::string before = text_of(file);
    CHECK(error_of([&] { locked.save(file); }).find("exists already") != std::string::npos);
    CHECK(text_of(file) == before);
    CHECK_THROWS_AS(locked.save(folder / "no" / "such" / "folder"), Failure);
}

TEST_CASE("With another passphrase the file is replaced as a whole, for its owner alone")
{
    const TempFolder folder;
    const auto file = folder / "team.key";
    const SecretKey key = make_secret_key();
    LockedKey(key, secret("correct horse battery"), kQuick).save(file);
    LockedKey(key, secret("staple of another kind"), kQuick).replace(file);
    CHECK(mode_of(file) == 0600U);
    CHECK_FALSE(read_locked_key(file).unlock(secret("correct horse battery")));
    CHECK(read_locked_key(file).unlock(secret("staple of another kind")));
    CHECK(std::distance(std::filesystem::directory_iterator(folder / ""), {}) == 1);
    CHECK_THROWS_AS(LockedKey(key, secret("x"), kQuick).replace(folder / "no" / "folder"), Failure);
}

TEST_CASE("What is no key file is refused by name")
{
    const TempFolder folder;
    const auto file = folder / "other.txt";
    const SecretKey key = make_secret_key();
    LockedKey(key, secret("correct horse battery"), kQuick).save(folder / "team.key");
    const std::string good = text_of(folder / "team.key");
    const auto refused = [&](const std::string& text) {
        std::ofstream(file) << text;
        return error_of([&] { read_locked_key(file); }).find("other.txt holds no secret key")
            != std::string::npos;
    };
    CHECK_FALSE(refused(good));
    CHECK(refused(""));
    CHECK(refused("nothing of the kind\n"));
    CHECK(refused("nextplease-secret-key:AAAA\n"));
    CHECK(refused(good.substr(0, good.size() - 3))); // cut off
    std::string greedy = good;
    greedy.replace(greedy.find(":1:8:"), 5, ":1:99999999:"); // would take all memory
    CHECK(refused(greedy));
    std::string hasty = good;
    hasty.replace(hasty.find(":1:8:"), 5, ":1:7:"); // less than the library takes
    CHECK(refused(hasty));
    CHECK_THROWS_AS(read_locked_key(file), InputError);
    CHECK_THROWS_AS(read_locked_key(folder / "missing"), Failure);
    CHECK_THROWS_AS(read_locked_key(folder / ""), Failure);
}

TEST_CASE("A passphrase has at least twelve characters, in whatever script")
{
    CHECK_FALSE(is_passphrase("elevenchars"));
    CHECK(is_passphrase("twelve chars"));
    CHECK_FALSE(is_passphrase("zażółćgęślą")); // 11 letters in 20 bytes
    CHECK(is_passphrase("zażółćgęślą!"));
}
