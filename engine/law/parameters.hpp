#pragma once
// The policy parameters (政策参数): dated values with unit, reference, status, and the day since which they are known.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/error.hpp"
#include "engine/base/money.hpp"
#include "engine/base/step_table.hpp"

namespace disburse {

/// How sure a value is.
enum class Status : std::uint8_t {
  enacted,    ///< in force by a published document
  announced,  ///< published, not yet in force when it became known
  derived,    ///< computed from published figures; the reference shows the arithmetic
  assumed,    ///< set by us or by the scenario
};
const char* to_string(Status status);
std::optional<Status> status_from(std::string_view text);

/// What a parameter's text stands for. The unit fixes the type of the value.
enum class Unit : std::uint8_t {
  yuan,              ///< Money, a sum
  yuan_per_month,    ///< Money a month
  yuan_per_year,     ///< Money a year
  yuan_per_payment,  ///< Money a payment
  rate,              ///< Rate, a fraction: 0.16 is 16 %
  yuan_per_unit,     ///< Rate, yuan a unit that need not be whole fen: 300000/319000
  persons,           ///< whole number
  count,             ///< whole number of things
  months,            ///< whole number of months (a duration)
  years,             ///< whole number of years (an age, a service)
  month,             ///< Month, "2024-07"
  months_of_year,    ///< MonthSet, "4,10"
  yuan_by_step,      ///< StepTable, "65: 2, 70: 4": from such an age or grade so many yuan
  number_by_step,    ///< NumberTable, "60: 139, 61: 132": from such an age or so many years the number
  choice,            ///< one of the texts in `choices`
};
const char* to_string(Unit unit);
std::optional<Unit> unit_from(std::string_view text);
std::vector<std::string> unit_words();  ///< every unit's word, for messages
const char* example_of(Unit unit);      ///< a value as it may be written, for messages

/// Calendar months 1 to 12, as a set of bits; bit 0 is January.
struct MonthSet {
  std::uint16_t bits = 0;
  static std::optional<MonthSet> parse(std::string_view text);  ///< "4,10"; "" is no month; twice the same is refused
  bool contains(Month month) const { return (bits >> (month.month() - 1) & 1) != 0; }
  int size() const;
  friend bool operator==(const MonthSet&, const MonthSet&) = default;
};

using Value = std::variant<Money, Rate, std::int64_t, Month, MonthSet, StepTable, NumberTable, std::string>;
/// Reads `text` as `unit` says; empty when it does not fit. Money in yuan; a unit may follow ("600元"). A rate may be
/// a percentage ("16%", exact). Whole numbers are not negative. That a choice is allowed is checked elsewhere.
std::optional<Value> parse_value(Unit unit, std::string_view text);
/// As it would be written in a TOML file.
std::string value_text(const Value& value);
/// A computed number as text that parse_value reads: amounts to a fen, rates to `places`, everything else whole.
std::string number_text(Unit unit, double number, int places);

/// One value of a parameter, from a month on.
struct DatedValue {
  Month from;                  ///< first month of validity
  std::optional<Month> until;  ///< last month of validity; absent: until the next value
  Date known;                  ///< the day since which it is known
  Value value;
  Status status = Status::assumed;
  std::string reference;  ///< document, or the arithmetic, or why it is assumed
  Place place;            ///< file and line, or "--set"
  bool extended = false;  ///< made by the parameter's extension
  bool changed = false;   ///< said by a scenario or on the command line
};

/// How a parameter goes on after its last dated value, one value a year: an assumption, and shown as one.
enum class ExtensionRule : std::uint8_t {
  grow,        ///< the value before, times 1 + a rate
  add,         ///< the value before, plus an amount
  sum,         ///< the sum of other parameters
  every_year,  ///< the month a year later
};
const char* to_string(ExtensionRule rule);
std::optional<ExtensionRule> extension_rule_from(std::string_view text);

struct Extension {
  ExtensionRule rule = ExtensionRule::grow;
  std::vector<std::string> by;  ///< paths: one rate (grow), one amount (add), the parts (sum), none (every_year)
  Month first;                  ///< one value in this month of each year from here on, where none is dated
  Money step;                   ///< amounts are rounded to a multiple of it; 0: to a fen
  Place place;
};

/// What is not known about a value: a planner's low and high (the 10 % and 90 % points) and the shape between.
struct Uncertainty {
  Value low, high;
  std::string distribution;  ///< "triangular", "uniform" or "normal"
  std::string source;
};

/// One changed parameter, with its reason and where it was said.
struct Override {
  std::string path;
  std::string value;
  std::string reason;
  std::string origin;  ///< the scenario's name, or "--set"
  Place place;
  std::optional<Month> from =
      std::nullopt;  ///< absent: from the beginning, and the parameter no longer follows the law
  std::optional<Month> until = std::nullopt;  ///< absent: for good
};

struct Parameter {
  std::string path;  ///< "unity_award.ordinary_per_payment"
  std::string name;  ///< Chinese label
  Unit unit = Unit::count;
  std::vector<std::string> choices;
  std::optional<Value> minimum;
  std::optional<Value> maximum;
  std::vector<DatedValue> values;   ///< in order of `from`, not overlapping; an extension goes on from these
  std::vector<DatedValue> windows;  ///< changes that end, in the order said: over `values` while they last
  Place place;
  std::string origin = "law";  ///< "law", the scenario's name, or "--set"
  std::optional<Extension> extension;
  std::optional<Uncertainty> uncertainty;
  std::string note;     ///< what a reader should know beside the references; may be empty
  std::string name_en;  ///< English label; empty where the data give none
};

/// The value in force in `month`: of the windows that contain it the last one said, or else of the values. Null where
/// the parameter has none.
const DatedValue* value_in_force(const Parameter& parameter, Month month);
/// Values and windows laid over each other, in order of `from`, not overlapping: what holds in each month.
std::vector<DatedValue> values_in_force(const Parameter& parameter);

/// All parameters by path. Reading one that no file declares, or a month without a value, is rejected input
/// (Door::data), since only data can mend it; reading a value as another type than its unit has is a ProgramFault.
class ParameterTree {
 public:
  void add(const Parameter& parameter);
  const Parameter* find(std::string_view path) const;
  const std::map<std::string, Parameter, std::less<>>& all() const { return parameters_; }
  std::vector<std::string> paths() const;

  /// The dated value in force in `month`. After the last value's `from` the last value holds, unless it has `until`.
  const DatedValue& at(std::string_view path, Month month) const;
  Money money(std::string_view path, Month month) const;
  Rate rate(std::string_view path, Month month) const;
  std::int64_t integer(std::string_view path, Month month) const;
  Month month_value(std::string_view path, Month month) const;
  MonthSet months(std::string_view path, Month month) const;
  const StepTable& table(std::string_view path, Month month) const;
  const NumberTable& numbers(std::string_view path, Month month) const;
  const std::string& choice(std::string_view path, Month month) const;

  /// A tree of these parameters alone, for a rule that looks values up while it pays.
  ParameterTree subset(const std::vector<std::string>& wanted) const;

  /// While `log` is set, the path of every value that is looked up goes into it; null ends it. Returns the log before.
  /// For one thread.
  std::set<std::string, std::less<>>* record_reads(std::set<std::string, std::less<>>* log) const {
    return std::exchange(log_, log);
  }

  /// Puts a change in force. Without dates it always holds and the parameter no longer follows the law; from a month
  /// on, it takes the place of later values and an extension goes on from it; a window lies over the values while it
  /// lasts, and what comes after it is what would have been. Problems go to `errors`: an unknown path with the nearest
  /// name, a wrong unit, a value outside the range, a window that ends before it begins or lies where the parameter has
  /// none.
  void override_value(const Override& change, InputErrors& errors);
  /// Says how uncertain `path` is; problems go to `errors` as for override_value, also a low above the high.
  void set_uncertainty(const std::string& path, const std::string& low, const std::string& high,
                       const std::string& distribution, const std::string& source, const Place& place,
                       InputErrors& errors);
  /// Adds a value in a month in which none begins; used by extend_parameters.
  void insert(const std::string& path, DatedValue value);
  /// Drops every value that became known after `date`. Parameters left without a value are errors when they are read.
  void forget_after(const Date& date);

 private:
  Parameter* find_or_report(const std::string& path, const Place& place, InputErrors& errors);
  std::map<std::string, Parameter, std::less<>> parameters_;
  mutable std::set<std::string, std::less<>>* log_ = nullptr;
};

/// Checks order, overlap and range of one parameter's values; used by readers.
void check_values(const Parameter& parameter, InputErrors& errors);

/// Records the reads of a tree while it lives, in place of the log before.
class Recording {
 public:
  Recording(const ParameterTree& law, std::set<std::string, std::less<>>& reads)
      : law_(law), before_(law.record_reads(&reads)) {}
  ~Recording() { law_.record_reads(before_); }
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

 private:
  const ParameterTree& law_;
  std::set<std::string, std::less<>>* before_;
};

}  // namespace disburse
