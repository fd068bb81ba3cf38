#include "models/award_gap.hpp"

#include "models/award.hpp"

namespace disburse {

const char* lacking_value(const ParameterTree& law, std::initializer_list<const char*> paths, Month month) {
  for (const char* path : paths) {
    const Parameter* parameter = law.find(path);
    if (parameter == nullptr || value_in_force(*parameter, month) == nullptr) return path;
  }
  return nullptr;
}

Message lacking_text(const ParameterTree& law, const char* path, Month month) {
  const Parameter* parameter = law.find(path);
  if (parameter == nullptr || parameter->values.empty())
    return "{} is not on record. To have it, add the parameter to the agency's file"_m(path);
  return "{} ({}) is on record from {} on and not in {}. To have it, add a value with from = \"{}\" to the agency's file"_m(
      Message::named(parameter->name, parameter->name_en), path, to_string(parameter->values.front().from),
      to_string(month), to_string(month));
}

std::optional<Message> award_gap(const ParameterTree& law, const Person& person) {
  if (person.retired.is_none() || person.scheme == Scheme::resident) return std::nullopt;
  if (generation_of(law, person.scheme, person.joined, person.retired) == Generation::before)
    return "who retired before the reform keeps the old pension, and has no award"_m;
  const char* path = lacking_value(
      law, {"award.base", "award.share_per_year", "award.divisor", "award.transition", "retirement.minimum_service"},
      person.retired);
  return path == nullptr ? std::nullopt : std::optional(lacking_text(law, path, person.retired));
}

}  // namespace disburse
