#pragma once
// One row of an office's table as a member, with everything that is wrong with it.
#include <functional>

#include "engine/members/roster.hpp"
#include "scenarios/office/evidence.hpp"
#include "scenarios/office/findings.hpp"
#include "scenarios/office/identity.hpp"
#include "scenarios/office/table.hpp"

namespace disburse {

/// Limits of the checks (checks.toml).
struct CheckLimits {
  /// What is usual of a scheme's pensioners as a whole.
  struct Usual {
    Money pension_low, pension_high;    ///< average a month
    int age_low = 0, age_high = 0;      ///< average
    int women_low = 0, women_high = 0;  ///< per cent
  };
  std::array<Usual, scheme_count> usual{};
  int fewest_pensioners = 0;  ///< fewer are too few to judge
  int centenarians = 0;       ///< per cent, at most
  int oldest = 0;             ///< age that nobody reaches
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

class OfficeRowReader {
 public:
  OfficeRowReader(const OfficeTable& table, const Mapping& mapping, const TableEvidence& evidence,
                  const CheckLimits& limits, Month as_of, std::optional<Scheme> scheme,
                  std::vector<OfficeFinding>& findings)
      : table_(table),
        mapping_(mapping),
        evidence_(evidence),
        limits_(limits),
        as_of_(as_of),
        scheme_(scheme),
        findings_(findings) {}

  OfficePerson read(const OfficeRow& row);

 private:
  const std::string& text(Field field) const { return texts_[static_cast<std::size_t>(field)]; }
  const SheetCell* source(Field field) const;
  std::optional<ColumnUnit> unit(Field field) const;
  void take_cells();
  bool has_all_fields();
  void accept_identity(OfficePerson& person, const ReadIdentity& read);
  bool is_january_or_october(Field field) const;
  std::optional<std::int32_t> service();
  void check_dates(const Member& member);
  void find(const char* rule, Severity severity, bool certain, Field field, Message message);
  void read_identity_of(OfficePerson& person);
  void read_codes(OfficePerson& person);
  void read_dates(OfficePerson& person);
  void read_retirement(Member& member);
  void read_amounts(OfficePerson& person);
  void check_whole(const OfficePerson& person);
  Month month(Field field, const Message& what);
  Money money(Field field);

  const OfficeTable& table_;
  const Mapping& mapping_;
  const TableEvidence& evidence_;
  const CheckLimits& limits_;
  Month as_of_;
  std::optional<Scheme> scheme_;
  std::vector<OfficeFinding>& findings_;
  const OfficeRow* row_ = nullptr;
  std::array<std::string, field_count> texts_;  // cleaned
  std::size_t first_finding_ = 0;
  bool faulty_ = false;
  Month died_, certified_;
  bool has_identity_birth_ = false;
};

}  // namespace disburse
