#pragma once
// Bounds of values (上下限): what a parameter can hold at all, checked wherever a value comes in (law files, recipes,
// scenario files, workbooks, the command line, the ends of sweeps), and what of it is plausible.
#include <map>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/law/parameters.hpp"

namespace disburse {

/// Two values of which the first is not the greater; of tables, amounts of steps.
struct ValueBand {
  Value low, high;
};

/// What holds for every parameter of a unit that says nothing of its own.
struct UnitBounds {
  std::optional<Value> minimum, maximum;
  Rate spread = Rate(1, 1);        ///< plausible: from the least known value over it to the greatest times it
  std::int64_t spread_months = 0;  ///< of months: so many before the first known one and after the last
};

/// Another parameter without which one does nothing: it acts where that has the value `value`, or any but 0.
struct Need {
  std::string path;
  std::string value;  ///< as written; empty: any but 0
};

/// models/bounds.toml.
struct Bounds {
  std::map<Unit, UnitBounds> units;
  std::map<std::string, ValueBand, std::less<>> plausible;  ///< by path, where known values say too little
  std::map<std::string, Need, std::less<>> needs;           ///< by path
};

/// `law` with the bounds of its unit on each parameter that has none of its own. Published values outside them go to
/// `errors`.
ParameterTree bounded(const ParameterTree& law, const Bounds& bounds, InputErrors& errors);

/// The unit's word; in Chinese as people say it ("元/月").
Message unit_name(Unit unit);
/// Of a table, that of its steps' amounts; of any other, itself.
Unit amount_unit(Unit unit);

/// Values of one parameter share a type; the unordered ones (sets, choices, tables) compare as equal.
std::strong_ordering order_of(const Value& a, const Value& b);
/// The amounts of a table's steps, each as a value; of any other value the value itself.
std::vector<Value> amounts_of(const Value& value);
/// Whether choice and bounds allow `value`; what is wrong goes to `errors`, with the bounds, why, and how to mend it.
bool check_value(const Parameter& parameter, const Value& value, const Place& place, InputErrors& errors);

}  // namespace disburse
