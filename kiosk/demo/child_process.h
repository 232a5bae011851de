// Another process of this program. It ends when this object goes, and when this process dies in any way.
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace nextplease {

class ChildProcess {
public:
    // Starts this program again with those arguments. `name` is for messages. One thread: the one that lives
    // longest. Throws Failure if it cannot be started.
    ChildProcess(std::string name, const std::vector<std::string>& arguments);
    ~ChildProcess(); // asks it to end, and makes it end if it does not
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    const std::string& name() const { return name_; }
    pid_t pid() const { return pid_; }
    bool running();
    // REQUIRES: !running(). It ended by itself with status 0, as when its window is closed.
    bool ended_well() const { return status_ == 0; }

private:
    std::string name_;
    pid_t pid_ = -1;
    bool ended_ = false;
    int status_ = 0; // as waitpid gives it
};

} // namespace nextplease
