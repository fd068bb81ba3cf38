// The program disburse.
#include "engine/app/commands.hpp"

int main(int argc, char** argv) { return disburse::disburse_main(argc, argv); }
