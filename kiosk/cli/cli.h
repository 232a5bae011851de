// The command line: every face, verb and report by name. Exit status: 0 done, 1 refused, 2 wrong usage, 3 the
// outside world failed. What goes wrong is said in one sentence on standard error; standard output holds
// results alone.
#pragma once

namespace nextplease::cli {

int run(int argc, char** argv);

} // namespace nextplease::cli
