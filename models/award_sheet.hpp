#pragma once
// Writing down the parts of an award: each with its working and the parameters it rests on.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/projection/award.hpp"

namespace disburse {

/// Amounts as a sheet shows them.
inline std::string sheet_yuan(Money amount) { return grouped_yuan_text(amount); }

/// A part with the parameters of `paths` as they stand in `month`.
inline AwardPart award_part(const ParameterTree& law, Month month, const char* id, Message name, Message working,
                            Money amount, const std::vector<const char*>& paths, bool counts = true) {
  AwardPart part{id, std::move(name), std::move(working), amount, counts, {}};
  for (const char* path : paths) part.parameters.push_back(used_parameter(law, path, month));
  return part;
}

/// Writes down what an award's calculation finds, in order.
struct AwardSheet {
  const ParameterTree& law;
  Month month;       ///< in which the parameters are read
  Month base_month;  ///< in which the base is read
  std::vector<AwardPart>& parts;
  std::vector<AwardPart>& comparison;
  std::vector<AwardPart>& additions;

  template <class Working>
  Money part(const char* id, const Message& name, const Working& working, Money amount,
             const std::vector<const char*>& paths) const {
    parts.push_back(written(id, name, as_argument(working(sheet_yuan)), amount, paths, true));
    return amount;
  }
  /// A line of the comparison of methods.
  template <class Working>
  Money compared(const char* id, const Message& name, const Working& working, Money amount,
                 const std::vector<const char*>& paths) const {
    comparison.push_back(written(id, name, as_argument(working(sheet_yuan)), amount, paths, false));
    return amount;
  }
  /// What is granted beside both methods.
  template <class Working>
  Money added(const char* id, const Message& name, const Working& working, Money amount,
              const std::vector<const char*>& paths) const {
    additions.push_back(written(id, name, as_argument(working(sheet_yuan)), amount, paths, false));
    return amount;
  }

  AwardPart written(const char* id, Message name, Message working, Money amount, const std::vector<const char*>& paths,
                    bool counts) const {
    AwardPart one{id, std::move(name), std::move(working), amount, counts, {}};
    for (const char* path : paths) {
      const bool is_base = std::string_view(path) == "award.base";
      one.parameters.push_back(used_parameter(law, path, is_base ? base_month : month));
    }
    return one;
  }
};

}  // namespace disburse
