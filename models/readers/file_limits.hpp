#pragma once
// Shapes and limits of the law's files: columns, header lines, the longest that is read. No number of the law.
#include <cstddef>

namespace disburse::file_limits {

inline constexpr std::size_t largest_file = std::size_t{4} << 20;  // bytes
inline constexpr std::size_t code_length = 7;  // 类款项 of the functional classification: 3 + 2 + 2
inline constexpr int largest_age = 150;
inline constexpr std::size_t band_ends = 2;  // of a plausible band
inline constexpr std::size_t sexes = 2;
inline constexpr std::size_t life_table_columns = 1 + sexes;
inline constexpr int header_line = 2;  // behind the line that names the source

inline constexpr std::size_t most_misspelt = 2;  // names in one file; more that are not there are a missing layer

}  // namespace disburse::file_limits
