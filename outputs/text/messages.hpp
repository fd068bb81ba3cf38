#pragma once
// Sentences in the language asked for. Patterns are English where they are said; their Chinese stands in chinese*.cpp.
#include <span>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/base/message.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// The sentence in the language.
std::string say(Language language, const Message& message);
/// "file:line:column: key: problem (why). remedy", in the stops of the language.
std::string say(Language language, const InputError& error);

/// A pattern and its Chinese. Gaps are {} in the pattern's order, or {0}, {1} where the Chinese has another.
struct Translation {
  std::string_view pattern, chinese;
};
/// The catalogue, by the rooms that say the sentences.
std::span<const Translation> chinese_of_files();
std::span<const Translation> chinese_of_law();
std::span<const Translation> chinese_of_scenarios();
std::span<const Translation> chinese_of_offices();
std::span<const Translation> chinese_of_agencies();
std::span<const Translation> chinese_of_studies();
std::span<const Translation> chinese_of_findings();
std::span<const Translation> chinese_of_unknowns();

}  // namespace disburse
