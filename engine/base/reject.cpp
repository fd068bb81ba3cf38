#include "engine/base/reject.hpp"

#include "engine/base/error.hpp"

namespace disburse {

void reject_option(const std::string& where, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add({where, 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::command_line, std::move(errors));
}

}  // namespace disburse
