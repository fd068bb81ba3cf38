// The words that programme files use for payers, kinds, bases, shapes, schemes and roundings.
#include "engine/programme_definition.hpp"

#include <set>

#include <initializer_list>

namespace disburse {
namespace {

template <class Enum>
std::optional<Enum> word_to(std::string_view text, std::initializer_list<Enum> all) {
  for (const Enum value : all) {
    if (text == to_string(value)) return value;
  }
  return std::nullopt;
}

}  // namespace

const char* to_string(Payer payer) {
  switch (payer) {
    case Payer::city: return "city";
    case Payer::region: return "region";
    case Payer::central: return "central";
    case Payer::fund: return "fund";
  }
  return "";
}

const char* to_string(Kind kind) {
  switch (kind) {
    case Kind::regular: return "regular";
    case Kind::arrears: return "arrears";
    case Kind::recovery: return "recovery";
    case Kind::lump_sum: return "lump_sum";
    case Kind::contribution: return "contribution";
    case Kind::overpayment: return "overpayment";
    case Kind::suspended: return "suspended";
    case Kind::restored: return "restored";
    case Kind::late_claim: return "late_claim";
  }
  return "";
}

const char* to_string(Basis basis) {
  switch (basis) {
    case Basis::projected: return "projected";
    case Basis::calibrated: return "calibrated";
    case Basis::planned: return "planned";
  }
  return "";
}

const char* to_string(Shape shape) {
  switch (shape) {
    case Shape::formula: return "formula";
    case Shape::driver_cost: return "driver_cost";
    case Shape::planned_lines: return "planned_lines";
  }
  return "";
}

std::optional<Payer> payer_from(std::string_view text) {
  return word_to(text, {Payer::city, Payer::region, Payer::central, Payer::fund});
}

std::optional<Kind> kind_from(std::string_view text) {
  return word_to(text, {Kind::regular, Kind::arrears, Kind::recovery, Kind::lump_sum, Kind::contribution});
}

std::optional<Basis> basis_from(std::string_view text) {
  return word_to(text, {Basis::projected, Basis::calibrated, Basis::planned});
}

std::optional<Shape> shape_from(std::string_view text) {
  return word_to(text, {Shape::formula, Shape::driver_cost, Shape::planned_lines});
}

std::optional<Scheme> scheme_from(std::string_view text) {
  return word_to(text, {Scheme::civil_service, Scheme::enterprise, Scheme::resident});
}

std::optional<Rounding> rounding_from(std::string_view text) {
  if (text == "half_up") return Rounding::half_up;
  if (text == "down") return Rounding::down;
  if (text == "up") return Rounding::up;
  if (text == "half_even") return Rounding::half_even;
  return std::nullopt;
}

std::vector<std::string> parameters_of(const ProgrammeDefinition& programme) {
  std::set<std::string> paths;
  for (const Component& component : programme.components) {
    paths.insert(component.parameters.begin(), component.parameters.end());
  }
  if (programme.shape == Shape::driver_cost) paths.insert({programme.id + ".driver", programme.id + ".unit_cost"});
  return {paths.begin(), paths.end()};
}

}  // namespace disburse
