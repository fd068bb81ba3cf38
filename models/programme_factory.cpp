#include "models/programme_factory.hpp"

#include "formulas.hpp"

#include "models/shapes/shapes.hpp"

namespace disburse {
namespace {

template <class N>
std::unique_ptr<ProgrammeBase<N>> make(const ContextOf<N>& context, InputErrors& errors) {
  const ProgrammeDefinition& definition = context.definition;
  if (definition.shape == Shape::member) return make_member_shape(context);
  if (definition.shape == Shape::driver_cost) return make_driver_cost(context);
  if (definition.shape == Shape::planned_lines) return make_planned_lines(context);
  const auto found = formulas().find(definition.id);
  if (found != formulas().end()) return found->second.make(context);
  std::vector<std::string> known;
  for (const auto& [name, maker] : formulas()) known.push_back(name);
  const std::string near = nearest_name(definition.id, known);
  errors.add(
      definition.place, "shape", "there is no formula named {}"_m(definition.id),
      "a programme of shape \"formula\" needs models/programmes/{}.cpp"_m(definition.id),
      near.empty() ? "Choose a built-in shape (member, driver_cost, planned_lines)"_m : "Did you mean {}?"_m(near));
  return nullptr;
}

template <class N>
ProgrammeSetOf<N> make_all(const std::vector<ProgrammeDefinition>& definitions, const typename N::Law& law,
                           const Budget& budget, Horizon horizon) {
  InputErrors errors;
  ProgrammeSetOf<N> programmes;
  for (const ProgrammeDefinition& definition : definitions) {
    programmes.push_back(make(ContextOf<N>{definition, law, budget, horizon}, errors));
  }
  throw_if_any(Door::data, std::move(errors));
  return programmes;
}

}  // namespace

ProgrammeSet make_programmes(const std::vector<ProgrammeDefinition>& definitions, const ParameterTree& law,
                             const Budget& budget, Horizon horizon) {
  return make_all<Exact>(definitions, law, budget, horizon);
}

ProgrammeSetOf<Smooth> make_programmes(const std::vector<ProgrammeDefinition>& definitions, const SmoothLaw& law,
                                       const Budget& budget, Horizon horizon) {
  return make_all<Smooth>(definitions, law, budget, horizon);
}

}  // namespace disburse
