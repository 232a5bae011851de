// The same program with the same arguments once more, in the place of this one.
#pragma once

namespace nextplease::app {

// Does not return. Throws Failure if it cannot. REQUIRES: no other thread is at work that must end well.
[[noreturn]] void restart_program();

} // namespace nextplease::app
