#include "core/reception/configuration_printer.h"

#include "core/reception/configuration_keys.h"
#include "core/reception/printer_address.h"

#include <fmt/format.h>

namespace nextplease {

PrinterSettings read_printer(const TomlTable& root, const std::filesystem::path& source)
{
    PrinterSettings settings;
    const auto value = root.find("printer");
    if (!value)
        return settings;
    const TomlTable printer = value->table(configuration_keys::kPrinter);
    if (const auto url = printer.find("url")) {
        settings.url = url->text_or_empty();
        if (!settings.url.empty() && !printer_address(settings.url))
            url->refuse(fmt::format("{} is \"{}\": write such as \"usb:/dev/usb/lp0\", "
                                    "\"tcp:192.0.2.1:9100\", \"cups:tickets\" or \"file:/tmp/tickets.bin\"",
                url->name(), settings.url));
    }
    if (const auto width = printer.find("width_mm")) {
        settings.width_mm = static_cast<int>(width->whole({ 58, 80 }));
        if (settings.width_mm != 58 && settings.width_mm != 80)
            width->refuse(fmt::format("{} is {}: write 58 or 80", width->name(), settings.width_mm));
    }
    if (const auto logo = printer.find("logo"); logo && !logo->text_or_empty().empty()) {
        const std::filesystem::path file = logo->text();
        if (file.extension() != ".png")
            logo->refuse(fmt::format("{} is \"{}\": write the path of a PNG file, such as \"logo.png\"",
                logo->name(), file.string()));
        settings.logo = file.is_absolute() ? file : source.parent_path() / file;
    }
    if (const auto large = printer.find("large_print_always"))
        settings.large_print_always = large->yes_no();
    return settings;
}

} // namespace nextplease
