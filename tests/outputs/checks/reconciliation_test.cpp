// Two rosters compared: movements by scheme and cause, hidden cells without a figure.
#include "outputs/checks/reconciliation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

Reconciliation made() {
  Reconciliation all;
  all.before_as_of = Month(2024, 5);
  all.after_as_of = Month(2024, 6);
  auto& residents = all.movements[static_cast<std::size_t>(Scheme::resident)];
  residents[static_cast<std::size_t>(RosterCause::entered)] = {1200, 1200, {}, Money::yuan(240'000), false};
  residents[static_cast<std::size_t>(RosterCause::ceased)] = {3, 3, Money::yuan(777), {}, true};
  all.total_before = Money::yuan(5'000'000);
  all.total_after = Money::yuan(5'239'223);
  all.keys[static_cast<std::size_t>(RosterCause::entered)] = {"K1", "K2"};
  return all;
}

/// The line that holds `mark`.
std::string line_of(const std::string& text, const std::string& mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return "";
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

TEST(ReconciliationTable, tells_persons_and_money_of_each_cause_and_in_all) {
  const std::string table = reconciliation_table(made(), Language::en);
  EXPECT_THAT(table, HasSubstr("2024-05 → 2024-06"));
  EXPECT_THAT(line_of(table, "entered, drawing"), testing::AllOf(HasSubstr("1,200"), HasSubstr("240,000.00")));
  EXPECT_THAT(line_of(table, "total"),
              testing::AllOf(HasSubstr("5,000,000.00"), HasSubstr("5,239,223.00"), HasSubstr("239,223.00")));
  EXPECT_THAT(table, HasSubstr("K1 K2"));
  EXPECT_EQ(line_of(table, "retired"), "") << "nobody did";
}

TEST(ReconciliationTable, shows_nothing_of_a_hidden_cell) {
  const std::string line = line_of(reconciliation_table(made(), Language::zh), "不再领取");
  EXPECT_THAT(line, testing::AllOf(HasSubstr("*"), Not(HasSubstr("777")), Not(HasSubstr("3"))));
}

TEST(ReconciliationJson, is_null_where_a_cell_is_hidden) {
  const auto document = nlohmann::json::parse(reconciliation_json(made()));
  EXPECT_EQ(document.at("schema"), "disburse/reconcile/1");
  ASSERT_EQ(document.at("movements").size(), 2U) << "causes with persons alone";
  for (const auto& one : document.at("movements")) {
    const bool hidden = one.at("cause") == "ceased";
    EXPECT_EQ(one.at("persons").is_null(), hidden);
    EXPECT_EQ(one.at("before_fen").is_null(), hidden);
    EXPECT_EQ(one.at("after_fen").is_null(), hidden);
    if (!hidden) {
      EXPECT_EQ(one.at("after_fen"), 24'000'000);
    }
  }
  EXPECT_EQ(document.at("total_after_fen"), 523'922'300);
  EXPECT_EQ(document.at("keys").at("entered").size(), 2U);
  EXPECT_FALSE(document.at("keys").contains("ceased"));
}

}  // namespace
}  // namespace disburse
