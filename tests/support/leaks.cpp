// What the leak sanitizer is to overlook: fontconfig loses 288 bytes once in a process, while Pango has it
// read the system's fonts.conf.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libfontconfig\n";
}
