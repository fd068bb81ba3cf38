#pragma once
// How deep the names of a TOML text reach, seen before it is parsed.
#include <cstddef>
#include <string_view>

namespace disburse {

/// Parts of a dotted name; far more than any file of this program has.
inline constexpr std::size_t most_name_parts = 64;

/// Line of the first key or table header of more than `most_name_parts` parts; 0 where there is none. The parser makes
/// a table of each part and walks them by recursion, so that a header of tens of thousands would end the program.
int line_of_deep_name(std::string_view text);

}  // namespace disburse
