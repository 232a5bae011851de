// What the sanitizers are to overlook, all of it in fontconfig, which is not built with them: it loses 288
// bytes once in a process, while Pango has it read the system's fonts.conf; and Pango has it do so on a
// thread of its own, whose locks the thread sanitizer cannot see.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libfontconfig\n";
}

extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions()
{
    return "race:libfontconfig\n";
}
