#pragma once
// What a reader refuses in a file written by a test: the keys of its findings, whatever their words.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/program.hpp"

namespace disburse {

/// Keys of everything that was found, without the tables they stand in, sorted; each finding says why it matters and
/// how to mend it.
inline std::vector<std::string> keys_of(const InputErrors& errors) {
  std::vector<std::string> keys;
  for (const InputError& error : errors) {
    EXPECT_FALSE(error.why.empty()) << to_string(error);
    EXPECT_FALSE(error.remedy.empty()) << to_string(error);
    keys.push_back(error.key.substr(error.key.rfind('.') + 1));  // npos + 1 is 0
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

/// `read` on a file `name` that holds `text`: keys of the findings, none when it is taken.
template <class Read>
std::vector<std::string> refusals(const std::string& name, const std::string& text, Read read) {
  const ScratchFolder folder;
  folder.write(name, text);
  try {
    read(folder.path() / name);
  } catch (const InputRejected& rejected) {
    for (const InputError& error : rejected.errors()) {
      EXPECT_NE(error.place.file.find(name), std::string::npos) << to_string(error);
    }
    return keys_of(rejected.errors());
  }
  return {};
}

}  // namespace disburse
