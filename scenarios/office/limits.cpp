// Limits of the checks, from checks.toml.
#include "engine/law/parameters.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/office/row_reader.hpp"

namespace disburse {
namespace {

Money yuan_of(TomlTable& table, const char* key) {
  const auto amount = parse_value(Unit::yuan, table.text(key));
  if (amount) return std::get<Money>(*amount);
  table.reject(key, "is no amount"_m, "averages are held against it"_m, "Write \"50000\""_m);
  return {};
}

CheckLimits::Usual read_usual(TomlTable& table) {
  CheckLimits::Usual usual;
  usual.pension_low = yuan_of(table, "pension_low");
  usual.pension_high = yuan_of(table, "pension_high");
  usual.age_low = static_cast<int>(table.integer("age_low"));
  usual.age_high = static_cast<int>(table.integer("age_high"));
  usual.women_low = static_cast<int>(table.integer("women_low"));
  usual.women_high = static_cast<int>(table.integer("women_high"));
  return usual;
}

}  // namespace

CheckLimits read_limits(const std::filesystem::path& file) {
  InputErrors errors;
  TomlDocument document(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = document.root();
  root.schema("disburse/office-checks/1");
  CheckLimits limits;
  TomlTable youngest = root.table("youngest");
  TomlTable largest = root.table("largest");
  for (std::size_t s = 0; s < scheme_count; ++s) {
    limits.youngest[s] = static_cast<int>(youngest.integer(codes<Scheme>[s]));
    const auto amount = parse_value(Unit::yuan, largest.text(codes<Scheme>[s]));
    if (!amount) {
      largest.reject(codes<Scheme>[s], "is no amount"_m, "amounts above it are faults"_m, "Write \"50000\""_m);
    } else {
      limits.largest[s] = std::get<Money>(*amount);
    }
  }
  youngest.finish();
  largest.finish();
  TomlTable certification = root.table("certification");
  limits.certification_age = static_cast<int>(certification.integer("age"));
  limits.certification_months = static_cast<int>(certification.integer("months"));
  certification.finish();
  TomlTable oldest = root.table("oldest");
  limits.oldest = static_cast<int>(oldest.integer("age"));
  oldest.finish();
  TomlTable whole = root.table("whole");
  limits.fewest_pensioners = static_cast<int>(whole.integer("fewest"));
  limits.centenarians = static_cast<int>(whole.integer("centenarians"));
  whole.finish();
  TomlTable usual = root.table("usual");
  for (std::size_t s = 0; s < scheme_count; ++s) {
    TomlTable one = usual.table(codes<Scheme>[s]);
    limits.usual[s] = read_usual(one);
    one.finish();
  }
  usual.finish();
  TomlTable outlier = root.table("outlier");
  limits.outlier_deviations = static_cast<int>(outlier.integer("deviations"));
  outlier.finish();
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return limits;
}

}  // namespace disburse
