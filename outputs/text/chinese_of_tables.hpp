#pragma once
// Chinese of what may be wrong with the tables of offices (messages.hpp has the other parts of the catalogue).
#include "outputs/text/messages.hpp"

namespace disburse {

std::span<const Translation> chinese_of_tables();

}  // namespace disburse
