#pragma once
// Rows under headings, as `disburse list` shows them.
#include <string>
#include <vector>

#include "outputs/text/language.hpp"

namespace disburse {

/// JSON has keys and codes, a table the words of the language.
struct Listing {
  std::vector<std::string> keys;
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

/// With the Chinese headings, or the keys as words.
inline Listing listing_of(const std::vector<std::string>& keys, const std::vector<std::string>& chinese,
                          Language language) {
  return {keys, language == Language::zh ? chinese : keys, {}};
}

}  // namespace disburse
