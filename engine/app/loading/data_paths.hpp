#pragma once
// Where the data files stand: law, and what is an agency's own.
#include <filesystem>
#include <string>
#include <vector>

#include "models/readers/law_reader.hpp"
#include "scenarios/agencies/agency.hpp"

namespace disburse {

struct DataPaths {
  std::filesystem::path root;
  Agency agency;

  /// The nation's law, the region's, the agency's: each overlays the one before.
  std::vector<LawLayer> law() const;
  LawScope scope() const { return {agency.schemes, agency.left_out}; }
  std::filesystem::path scenarios() const { return agency.folder / "scenarios"; }
  /// The budget that a scenario names: budgets/NAME.toml; a name may begin with the agency's.
  std::filesystem::path budget(const std::string& name) const;
  /// The recipe that a scenario names: rosters/NAME.toml; roster.toml for "roster" and for a name that begins with the
  /// agency's.
  std::filesystem::path roster(const std::string& name) const;
  /// What recipes are laid over: assumed mixes, and nobody.
  std::filesystem::path default_roster() const { return root / "scenarios" / "rosters" / "default.toml"; }
  std::filesystem::path forms() const { return agency.folder / "forms.toml"; }
  std::filesystem::path calendar() const { return agency.folder / "calendar.toml"; }
  std::filesystem::path unknowns() const { return agency.folder / "unknowns.toml"; }
  std::filesystem::path published() const { return root / "scenarios" / "actuals" / "published"; }
  std::filesystem::path office() const { return root / "scenarios" / "office"; }
};

/// Where a program at `program` looks: share/disburse beside it or one folder up (an installed program, whose prefix
/// may be moved; a build folder has a link of that name), and those two folders themselves. Nowhere else: a program
/// never reads the tree that it was built from unless it stands in there.
std::vector<std::filesystem::path> data_candidates(const std::filesystem::path& program);

/// The folder that DISBURSE_DATA names if it is set; else the first candidate that holds models/ and
/// scenarios/agencies/. Errors: InputRejected(Door::command_line) when none does.
std::filesystem::path find_root();

/// The data of the agency `asked`: a name below scenarios/agencies or a folder anywhere. Where it is empty, of the one
/// that DISBURSE_AGENCY names, else of that of disburse.toml beside the data, else of the only one there is.
/// Errors: InputRejected at the door of who named it: there is none of this name, or several and nobody chose.
DataPaths find_data(const std::string& asked = "");

}  // namespace disburse
