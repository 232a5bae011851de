#include "kiosk/cli/system_user.h"

#include <pwd.h>
#include <unistd.h>

namespace nextplease::cli {

std::string system_user()
{
    const passwd* user = getpwuid(geteuid());
    return user && user->pw_name ? user->pw_name : std::to_string(geteuid());
}

} // namespace nextplease::cli
