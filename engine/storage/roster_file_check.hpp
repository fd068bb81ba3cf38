#pragma once
// What a roster read from a file must keep to, member by member, and the list of what does not.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// Findings in one roster file. A wrong column makes as many as there are members, hence only the first are kept
/// and the others counted.
class RosterFindings {
 public:
  explicit RosterFindings(std::string file) : file_(std::move(file)) {}

  void add(const std::string& key, Message problem, Message why, Message remedy);
  /// Of one member: `column` and the member's key stand before the problem.
  void add(const Roster& roster, std::size_t row, const char* column, Message problem, Message why, Message remedy);
  bool empty() const { return found_ == 0; }
  const std::string& file() const { return file_; }
  /// Throws InputRejected(Door::roster) when something was found.
  void stop_if_any();

 private:
  std::string file_;
  InputErrors kept_;
  std::size_t found_ = 0;
};

constexpr bool is_plausible(Month month) { return month >= Month(1850, 1) && month <= Month(2030, 12); }
inline const Message plausible_months = "months lie between 1850-01 and 2030-12"_m;

/// Months as the file has them, 202312 for December 2023 and 0 for none, turned into Month::index. Months that do
/// not exist, are not plausible, or are `required` and none are findings; false when one does not exist.
bool months_from_file(const Roster& roster, std::span<const std::int32_t> stored, const char* column, bool required,
                      std::vector<std::int32_t>& months, RosterFindings& findings);
/// The other way, for months of the years 1 to 9999.
std::vector<std::int32_t> months_to_file(std::span<const std::int32_t> months);

/// Checks keys, codes, ages, service and money of every member; the first one stands in row `first_row` of the file,
/// counted from 0.
void check_members(const Roster& roster, RosterFindings& findings, std::size_t first_row = 0);

}  // namespace disburse
