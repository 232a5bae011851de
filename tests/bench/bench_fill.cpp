// A store with a past: so many served visits of six services, a thousand a day, with their events and legs.
//   bench_fill STORE VISITS
#include "tests/bench/bench_office.h"

#include <cstdlib>

int main(int count, char** words)
{
    using namespace nextplease;
    if (count != 3)
        return 2;
    const auto store = open_store(words[1], Opening::Create);
    bench::store_past(*store, std::atoi(words[2]));
    return 0;
}
