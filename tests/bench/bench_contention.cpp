// Processes that take and call flat out on one store: what the tests do for three seconds, for as long as one
// likes.
//
//   bench_contention [SECONDS] [PROCESSES]
#include "tests/store/contention.h"
#include "tests/support/temp_folder.h"

#include <cstdio>
#include <cstdlib>

int main(int count, char** words)
{
    using namespace nextplease::testing;
    const int seconds = count > 1 ? std::atoi(words[1]) : 20;
    const int processes = count > 2 ? std::atoi(words[2]) : 4;
    const TempFolder folder;
    const Contention found = contend(folder.path(), processes, std::chrono::seconds { seconds });
    std::printf("%s\n", found.table().c_str());
    return found.failures + found.duplicate_numbers + found.double_calls + found.lost == 0 ? 0 : 1;
}
