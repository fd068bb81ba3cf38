// Every golden of golden/programmes/AGENCY/PROGRAMME.toml: the projection gives exactly the cells that it lists. Each
// looks at its own programme alone: a new programme changes none of them.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/app/loading/data_paths.hpp"
#include "engine/law/parameter_extension.hpp"
#include "engine/projection/projection.hpp"
#include "golden/made_ledger.hpp"
#include "models/programme_factory.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// Nobody dies, so that every amount is whole.
Mortality without_deaths() {
  constexpr std::size_t ages = 131;
  LifeTable table;
  table.name = "made";
  for (auto& rates : table.q) {
    rates.assign(ages, Rate());
    rates.back() = Rate(1, 1);
  }
  return Mortality(table, {Rate(1, 1), Rate(1, 1), Rate(1, 1)});
}

Roster roster_of(const MadeLedger& golden) {
  Roster roster;
  roster.as_of = golden.horizon.first - 1;
  roster.source = "made by hand";
  for (std::size_t i = 0; i < golden.members.size(); ++i)
    roster.add(MemberKey::from("M" + std::to_string(i)), golden.members[i]);
  return roster;
}

/// The cells with money, as a golden writes them.
std::vector<std::string> cells_of(const std::vector<LedgerCell>& ledger) {
  std::vector<std::string> cells;
  for (const LedgerCell& cell : ledger) {
    if (cell.amount == Money{}) continue;
    cells.push_back(cell_text(cell.key.line, std::string(cell.key.payer.id()), to_string(cell.key.kind), cell.key.due,
                              cell.key.paid, cell.amount, cell.persons));
  }
  std::sort(cells.begin(), cells.end());
  return cells;
}

std::vector<fs::path> goldens() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(source_dir() / "tests" / "golden" / "programmes")) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class ProgrammeLedgers : public testing::TestWithParam<fs::path> {};

TEST_P(ProgrammeLedgers, are_what_was_written_out_by_hand) {
  const MadeLedger golden = read_made_ledger(GetParam());
  const DataPaths paths = find_data(GetParam().parent_path().filename().string());
  Law law = read_law(paths.law(), paths.scope());
  extend_parameters(law.parameters, golden.horizon.end());
  const auto definition = std::find_if(law.programmes.begin(), law.programmes.end(),
                                       [&](const ProgrammeDefinition& one) { return one.id == golden.programme; });
  ASSERT_NE(definition, law.programmes.end()) << golden.programme;
  const auto programmes = make_programmes({*definition}, law.parameters, golden.budget, golden.horizon);
  const Population population(roster_of(golden), golden.horizon);
  const Projection projection = project(population, programmes, without_deaths(), 1);
  EXPECT_EQ(cells_of(projection.ledger), golden.cells) << golden.title;
}

INSTANTIATE_TEST_SUITE_P(Golden, ProgrammeLedgers, testing::ValuesIn(goldens()), [](const auto& file) {
  return file.param.parent_path().filename().string() + "_" + file.param.stem().string();
});

}  // namespace
}  // namespace disburse
