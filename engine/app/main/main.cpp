// The program disburse.
#include "engine/app/command_line/disburse_main.hpp"

int main(int argc, char** argv) { return disburse::disburse_main(argc, argv); }
