#include "core/base/error.h"
#include "kiosk/cli/commands.h"
#include "kiosk/demo/demo.h"

namespace nextplease::cli {

void run_command(const DemoArguments& asked, const Surroundings& around)
{
    DemoOptions options {
        .run_for = asked.run_for, .store = around.given_store(), .scripted = asked.pictures
    };
    options.speed = asked.speed.value_or(options.speed);
    if (run_demo(options, around.configuration()) != 0)
        throw Failure(
            Failure::Kind::Unavailable, "the demo could not go on: what it told until now says why");
}

} // namespace nextplease::cli
