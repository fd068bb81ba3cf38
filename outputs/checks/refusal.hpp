#pragma once
// Rejected input as a document (disburse/refusal/1), for those who show each fault where it was made.
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string refusal_json(const InputRejected& rejected, Language language);
/// The same of a failure that is no fault of the input: one sentence.
std::string refusal_json(const Message& sentence, Language language);

}  // namespace disburse
