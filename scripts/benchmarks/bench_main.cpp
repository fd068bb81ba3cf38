// The benchmark runs in the memory in which the program runs.
#include <benchmark/benchmark.h>

#include "engine/app/process/heap.hpp"

int main(int argc, char** argv) {
  disburse::prepare_heap();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
