#include "engine/law/declared_parameter.hpp"

namespace disburse {

const Parameter& declared(const ParameterTree& law, std::string_view path) {
  if (const Parameter* parameter = law.find(path)) return *parameter;
  InputErrors errors;
  errors.add(
      {"common/" + std::string(path.substr(0, path.find('.'))) + ".toml", 0, 0}, std::string(path),
      "no layer of the law declares this parameter"_m, "a rule that these months follow reads it"_m,
      "Name in agency.toml the region whose law has it, declare it in the agency's folder, or leave the programme out (left_out)"_m);
  throw InputRejected(Door::data, std::move(errors));
}

}  // namespace disburse
