#pragma once
// What planners save (我的方案): scenario files in one folder, plain TOML, that anybody may take along.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/law/scenario.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

struct SchemeRequest {
  std::string name, title, reason, author;
  std::string scenario;           ///< that it extends
  std::string horizon;            ///< empty: that of the scenario
  std::vector<std::string> sets;  ///< as --set writes them
};

/// A name that is a file's name on any system, and nothing else.
bool is_scheme_name(const std::string& name);

class Schemes {
 public:
  /// `library`: the folder of the agency's own scenarios, which keep their names.
  Schemes(std::filesystem::path folder, std::filesystem::path library)
      : folder_(std::move(folder)), library_(std::move(library)) {}

  const std::filesystem::path& folder() const { return folder_; }
  std::vector<std::string> names() const;
  /// The file of a scheme; empty where there is none of this name.
  std::filesystem::path file_of(const std::string& name) const;
  /// A scenario part by part ("a+b"): bare names of the library as they stand, schemes as their files.
  /// Errors: InputRejected(Door::command_line) for anything that is a path.
  std::string located(const std::string& scenario) const;

  /// The scheme as a scenario file (disburse/scenario/1). Errors: InputRejected(Door::command_line): a name that is no
  /// file's name, no changes, changes that say nothing.
  static std::string toml_of(const SchemeRequest& request);
  /// Writes it and returns its file; one of the same name is replaced when `replace` says so.
  /// Errors: as toml_of; InputRejected(Door::command_line) where there is one; FileFailure.
  std::filesystem::path save(const SchemeRequest& request, bool replace) const;

 private:
  std::filesystem::path folder_, library_;
};

}  // namespace disburse
