#pragma once
// A synthetic office (合成花名册文件): the roster as tables of text, as an office would have them, with planted faults.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/members/roster.hpp"

namespace disburse {

/// A table as it stands in a file: a title, headings, rows.
struct OfficeText {
  std::string file;  ///< with its ending
  std::string title;
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> numeric_identity;  ///< rows whose identity number is a numeric cell
};

/// A fault that was put in on purpose.
struct Planted {
  std::string file;
  std::size_t row = 0;  ///< as import counts it
  std::string rule;     ///< that must find it
};

struct SyntheticOffice {
  std::vector<OfficeText> tables;  ///< civil service (a workbook), enterprise (GB18030), residents (UTF-8)
  std::vector<Planted> planted;
};

/// The members' identity numbers are of the area 999999, which is assigned to nobody; their names say that they are
/// test data. One row in 1 / `fault_rate` is spoilt, by draws from `seed`; 0: none.
SyntheticOffice synthetic_office(const Roster& roster, std::uint64_t seed, double fault_rate);

}  // namespace disburse
