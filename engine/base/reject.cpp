#include "engine/app/reject.hpp"

#include "engine/error.hpp"

namespace disburse {

void reject_option(const std::string& where, std::string problem, std::string why, std::string remedy) {
  InputErrors errors;
  errors.add({where, 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::command_line, std::move(errors));
}

}  // namespace disburse
