#include "core/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace nextplease::log {
namespace {

spdlog::logger& logger()
{
    static const std::shared_ptr<spdlog::logger> instance = [] {
        auto made = spdlog::stderr_logger_mt("nextplease");
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l [%t] %v", spdlog::pattern_time_type::utc);
        made->set_level(spdlog::level::warn);
        return made;
    }();
    return *instance;
}

} // namespace

void set_level(Level level)
{
    switch (level) {
    case Level::Debug:
        return logger().set_level(spdlog::level::debug);
    case Level::Info:
        return logger().set_level(spdlog::level::info);
    case Level::Warning:
        return logger().set_level(spdlog::level::warn);
    case Level::Error:
        return logger().set_level(spdlog::level::err);
    }
}

void debug(std::string_view line)
{
    logger().debug(line);
}
void info(std::string_view line)
{
    logger().info(line);
}
void warning(std::string_view line)
{
    logger().warn(line);
}
void error(std::string_view line)
{
    logger().error(line);
}

} // namespace nextplease::log
