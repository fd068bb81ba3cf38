// Any bytes as the actuals of a year (first byte even) or as outturns (odd).
#include <cstdint>

#include "fuzz/file.hpp"
#include "scenarios/actuals/actuals_reader.hpp"
#include "scenarios/actuals/outturn_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  if (size == 0) return 0;
  static const std::vector<ProgrammeDefinition> programmes = [] {
    std::vector<ProgrammeDefinition> list(2);
    list[0].id = "unity_award";
    list[0].name = "民族团结奖";
    list[1].id = "resident_pension";
    list[1].name = "城乡居民养老金";
    return list;
  }();
  std::vector<std::vector<ProjectedMonth>> projected(programmes.size());
  for (auto& months : projected) {
    for (int month = 1; month <= 12; ++month) months.push_back({Month(2024, month), Money::fen(100'000'000), 1000.0});
  }
  const std::string path = input_file(data + 1, size - 1, ".csv");
  try {
    if (data[0] % 2 == 0) {
      read_actuals(path, programmes, projected);
    } else {
      read_outturns(path, programmes);
    }
  } catch (const InputRejected&) {
  }
  return 0;
}
