#pragma once
// Words of a published document: which are amounts and codes, and how printed names are told equal.
#include <optional>
#include <string>
#include <string_view>

namespace disburse {

/// "12,345.67", "-3", "0" as the reader of budgets takes them: "12345.67"; empty for what is no amount.
std::optional<std::string> amount_of(std::string_view word);
/// A number in full-width digits, points and commas in plain ones; other words as they are.
std::string half_width(std::string_view word);
/// "二〇二五年部门预算" with its year in digits; other words as they are.
std::string year_in_digits(std::string_view word);
/// "18OO.00", "1,8000.00", "（50.00）", "1800.00（注1）": meant as an amount, and none.
bool looks_like_amount(std::string_view word);
/// Three, five or seven digits.
bool is_code(std::string_view word);
/// A name without spaces and with one kind of bracket and quotation mark, so that "(一)" is "（一）".
std::string plain_name(std::string_view text);

}  // namespace disburse
