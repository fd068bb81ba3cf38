#pragma once
// One row of an office's table as a member, with everything that is wrong with it.
#include <functional>

#include "engine/roster.hpp"
#include "scenarios/office/findings.hpp"
#include "scenarios/office/table.hpp"

namespace disburse {

/// Limits of the checks (checks.toml).
struct CheckLimits {
  std::array<int, scheme_count> youngest{};
  std::array<Money, scheme_count> largest{};
  int certification_age = 0;
  int certification_months = 0;
  int outlier_deviations = 0;
};
CheckLimits read_limits(const std::filesystem::path& file);

struct OfficePerson {
  Member member;
  std::string identity;  ///< 18 characters, in memory only until the pseudonym is made; empty when the row has none
  std::size_t row = 0;
  bool faulty = false;
};

class RowReader {
 public:
  RowReader(const OfficeTable& table, const Mapping& mapping, const CheckLimits& limits, Month as_of,
            std::optional<Scheme> scheme, std::vector<OfficeFinding>& findings)
      : table_(table), mapping_(mapping), limits_(limits), as_of_(as_of), scheme_(scheme), findings_(findings) {}

  OfficePerson read(const OfficeRow& row);

 private:
  std::string_view text(Field field) const;
  CellKind kind(Field field) const;
  void find(const char* rule, Severity severity, bool certain, Field field, std::string message);
  void read_identity_of(OfficePerson& person);
  void read_codes(OfficePerson& person);
  void read_dates(OfficePerson& person);
  void read_amounts(OfficePerson& person);
  void check_whole(const OfficePerson& person);
  Month month(Field field, const char* what);
  Money money(Field field);

  const OfficeTable& table_;
  const Mapping& mapping_;
  const CheckLimits& limits_;
  Month as_of_;
  std::optional<Scheme> scheme_;
  std::vector<OfficeFinding>& findings_;
  const OfficeRow* row_ = nullptr;
  std::size_t first_finding_ = 0;
  bool faulty_ = false;
  Month died_, certified_;
  bool has_identity_birth_ = false;
};

}  // namespace disburse
