// The council's words in further languages come from files beside kiosk.conf.
#include "core/base/error.h"
#include "core/reception/configuration.h"
#include "tests/configuration/small_conf.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <fstream>

using namespace nextplease;
using namespace nextplease::testing;

namespace {

void write(const std::filesystem::path& file, const std::string& text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string message_of(const std::filesystem::path& file)
{
    try {
        read_configuration(file);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

std::string without_polish()
{
    std::string text;
    std::istringstream lines(small_conf());
    for (std::string line; std::getline(lines, line);) {
        if (line.find(".pl = ") == std::string::npos)
            text += line + "\n";
    }
    return text;
}

constexpr const char* kPolish = R"("Northmoor" = "Northmoor PL"
"Ask at the desk." = "Zapytaj."
"Council Tax" = "Podatek"
"Housing" = "Mieszkania"
"Desk 1" = "Stanowisko 1"
)";

} // namespace

TEST_CASE("A file of words fills in a language that kiosk.conf leaves out")
{
    const TempFolder folder;
    write(folder / "kiosk.conf", without_polish());
    write(folder / "words/pl.toml", kPolish);
    const Configuration configuration = read_configuration(folder / "kiosk.conf");
    CHECK(configuration.office.services.at(0).name.at(Language("pl")) == "Podatek");
    CHECK(configuration.office.desks.at(0).name.at(Language("pl")) == "Stanowisko 1");
    CHECK(configuration.site.at(Language("en")) == "Northmoor");
}

TEST_CASE("What stands in kiosk.conf goes before a file of words")
{
    const TempFolder folder;
    write(folder / "kiosk.conf", small_conf());
    write(folder / "words/pl.toml", "\"Council Tax\" = \"Something else\"\n");
    const Configuration configuration = read_configuration(folder / "kiosk.conf");
    CHECK(configuration.office.services.at(0).name.at(Language("pl")) == "Podatek");
}

TEST_CASE("Words that are in neither are named, with both remedies")
{
    const TempFolder folder;
    write(folder / "kiosk.conf", without_polish());
    write(
        folder / "words/pl.toml", "\"Northmoor\" = \"Northmoor PL\"\n\"Ask at the desk.\" = \"Zapytaj.\"\n");
    const std::string message = message_of(folder / "kiosk.conf");
    CHECK(message.find("service.name.pl is missing") != std::string::npos);
    CHECK(message.find("site.words") != std::string::npos);
}

TEST_CASE("A mistake in a file of words is named by its own file and line")
{
    const TempFolder folder;
    write(folder / "kiosk.conf", without_polish());
    write(folder / "words/pl.toml", "\"Northmoor\" = \"a\"\n\"Housing\" = \"  \"\n");
    CHECK(message_of(folder / "kiosk.conf").find("pl.toml:2:") != std::string::npos);
    write(folder / "words/pl.toml", "Housing = \n");
    CHECK(message_of(folder / "kiosk.conf").find("pl.toml:1:") != std::string::npos);
}

TEST_CASE("A folder of words that is named and not there is refused")
{
    const TempFolder folder;
    write(folder / "kiosk.conf",
        small_conf_with(
            "languages = [\"en\", \"pl\"]", "languages = [\"en\", \"pl\"]\nwords = \"elsewhere\""));
    CHECK(message_of(folder / "kiosk.conf").find("there is no folder") != std::string::npos);
}
