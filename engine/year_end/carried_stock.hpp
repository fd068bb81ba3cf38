#pragma once
// A carried roster made anew (结转花名册重新生成): what was assumed of the members in the year that ended stays
// assumed.
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/session/session.hpp"

namespace disburse {

class CarriedStock : public MemberStock {
 public:
  /// `roster` was carried from `scenario` of the year before over `data`, whose members its recipe makes; the
  /// scenario's horizon ends with that year. Errors: as apply_scenario.
  CarriedStock(Roster roster, std::shared_ptr<const LoadedData> data, Scenario scenario);

  Roster members(const ParameterTree& law, std::optional<Scheme> only) override;

 private:
  struct Made {
    std::string changes;
    std::optional<Scheme> only;
    Roster members;
  };
  using Reads = std::set<std::string, std::less<>>;

  const Reads& reads_of(std::optional<Scheme> only);

  Roster roster_;
  std::shared_ptr<const LoadedData> data_;
  Scenario scenario_;
  ParameterTree law_;  // of the year before
  std::mutex guard_;
  std::vector<std::pair<std::optional<Scheme>, Reads>> reads_;  // once per question
  std::vector<std::shared_ptr<const Made>> made_;               // the latest
};

}  // namespace disburse
