#pragma once
// What a reader of TOML tables takes from a text, and what it finds wrong.
#include <string>
#include <vector>

#include "engine/support/toml_reader.hpp"
#include "support/refusals.hpp"

namespace disburse {

/// `read(root, errors)` on a file that holds `text`: keys of all that was found, sorted.
template <class Read>
std::vector<std::string> toml_faults(const std::string& text, Read read) {
  const ScratchFolder folder;
  folder.write("made.toml", text);
  InputErrors errors;
  TomlDocument document(folder.path() / "made.toml", errors);
  TomlTable root = document.root();
  read(root, errors);
  return keys_of(errors);
}

}  // namespace disburse
