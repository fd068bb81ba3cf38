#pragma once
// The two languages in which a table can be printed. Keys of JSON, CSV and HDF5 stay English in both.
#include <string>

namespace disburse {

enum class Language { zh, en };

/// A name of the data in the language; the Chinese where it has no other.
inline const std::string& name_in(const std::string& zh, const std::string& en, Language language) {
  return language == Language::zh || en.empty() ? zh : en;
}

inline std::string say(Language language, const char* zh, const char* en) { return language == Language::zh ? zh : en; }

}  // namespace disburse
