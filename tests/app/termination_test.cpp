#include "kiosk/app/termination.h"

#include <doctest/doctest.h>
#include <semaphore>
#include <unistd.h>

using namespace nextplease::app;

TEST_CASE("SIGTERM and SIGINT ask for the end instead of making it")
{
    for (const int signal : { SIGTERM, SIGINT }) {
        std::binary_semaphore woken { 0 };
        const Termination termination([&woken] { woken.release(); });
        CHECK_FALSE(termination.asked());
        kill(getpid(), signal);
        woken.acquire();
        CHECK(termination.asked());
    }
}

TEST_CASE("The end can come without a signal, and signals are as before afterwards")
{
    {
        const Termination termination([] {});
    }
    sigset_t blocked;
    pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
    CHECK(sigismember(&blocked, SIGTERM) == 0);
}
