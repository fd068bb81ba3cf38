#pragma once
// The two languages in which a table can be printed. Keys of JSON, CSV and HDF5 stay English in both.
#include <string>

namespace disburse {

enum class Language { zh, en };

inline std::string say(Language language, const char* zh, const char* en) { return language == Language::zh ? zh : en; }

}  // namespace disburse
