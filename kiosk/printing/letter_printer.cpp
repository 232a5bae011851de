#include "kiosk/printing/letter_printer.h"

#include "core/base/error.h"

#include <cups/cups.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <unistd.h>

namespace nextplease::printing {
namespace {

constexpr int kPatience = 4000; // milliseconds

struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};

// Its owner's alone, and gone at the end: a letter names people.
class PassingFile {
public:
    explicit PassingFile(const std::string& bytes)
        : path_((std::filesystem::temp_directory_path() / "nextplease-letter-XXXXXX").string())
    {
        const int opened = mkstemp(path_.data());
        if (opened >= 0)
            ::close(opened);
        std::ofstream out(path_, std::ios::binary);
        out << bytes;
        out.close();
        if (opened >= 0 && out)
            return;
        ::unlink(path_.c_str());
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the pages cannot be written for the printer to {}: see that the folder is there and "
                        "not full",
                path_));
    }
    ~PassingFile() { ::unlink(path_.c_str()); }
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

void print(const PassingFile& file, const char* title, const std::string& queue)
{
    const std::unique_ptr<http_t, CloseHttp> http(
        httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, kPatience, nullptr));
    const auto refuse = [&](const char* why) {
        throw Failure(Failure::Kind::Unavailable,
            fmt::format("the printer {} does not take the pages: {}", queue, why));
    };
    if (!http)
        refuse("there is no print server");
    if (cupsPrintFile2(http.get(), queue.c_str(), file.path().c_str(), title, 0, nullptr) == 0)
        refuse(cupsLastErrorString());
}

} // namespace

void print_letter(const ui::LetterPage& letter, const std::string& queue)
{
    print_pdf(ui::pdf_of(letter), "Letter", queue);
}

void print_pdf(const std::string& pdf, const std::string& title, const std::string& queue)
{
    const PassingFile file(pdf);
    print(file, title.c_str(), queue);
}

} // namespace nextplease::printing
