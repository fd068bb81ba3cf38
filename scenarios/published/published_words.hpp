#pragma once
// Words of a published document: which are amounts and codes, and how printed names are told equal.
#include <optional>
#include <string>
#include <string_view>

namespace disburse {

/// "12,345.67", "-3", "0" as the reader of budgets takes them: "12345.67"; empty for what is no amount.
std::optional<std::string> amount_of(std::string_view word);
/// Three, five or seven digits.
bool is_code(std::string_view word);
/// A name without spaces and with one kind of bracket and quotation mark, so that "(一)" is "（一）".
std::string plain_name(std::string_view text);

}  // namespace disburse
