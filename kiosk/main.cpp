// Hands the command line to the command it names; everything is composed there.
#include "kiosk/cli/cli.h"

int main(int argc, char** argv)
{
    return nextplease::cli::run(argc, argv);
}
