// The table and the document of errors against published accounts.
#include "outputs/planning/published.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

using ::testing::HasSubstr;

std::vector<PublishedAccount> two_years() {
  std::vector<PublishedAccount> accounts(2);
  accounts[0].agency = accounts[1].agency = "甲县";
  accounts[0].what = accounts[1].what = "养老金";
  accounts[0].year = 2022;
  accounts[0].outturn = Money::fen(100'000'000);
  accounts[1].year = 2023;
  accounts[1].outturn = Money::fen(125'000'000);
  accounts[1].budget = Money::fen(150'000'000);
  for (PublishedAccount& one : accounts) one.why_none = "no roster and no law of this agency"_m;
  return accounts;
}

TEST(PublishedAccounts, a_row_has_each_estimates_error_and_names_who_knew_nothing) {
  const auto accounts = two_years();
  const std::string text = published_table(accounts, score_published(accounts), Language::zh);
  EXPECT_THAT(text, HasSubstr("+20.0%"));  // 150 granted, 125 spent
  EXPECT_THAT(text, HasSubstr("-20.0%"));  // 100 the year before
  EXPECT_THAT(text, HasSubstr("- 甲县 2022 养老金：本程序：没有该机构的花名册和政策；当年预算未公布；以前年度未公布"));
}

TEST(PublishedAccounts, the_document_has_fen_and_empty_places_where_nothing_is_known) {
  const auto accounts = two_years();
  const auto document = nlohmann::json::parse(published_json(accounts, score_published(accounts), Language::en));
  EXPECT_EQ(document.at("schema"), "disburse/published-scores/1");
  const auto& first = document.at("accounts")[0];
  EXPECT_EQ(first.at("outturn_fen"), 100'000'000);
  EXPECT_TRUE(first.at("budget_fen").is_null());
  EXPECT_TRUE(first.at("errors").at("budget").is_null());
  const auto& second = document.at("accounts")[1];
  EXPECT_DOUBLE_EQ(second.at("errors").at("budget").get<double>(), 0.2);
  EXPECT_DOUBLE_EQ(second.at("errors").at("last_year").get<double>(), -0.2);
  EXPECT_DOUBLE_EQ(document.at("mean_absolute").at("budget").get<double>(), 0.2);
}

}  // namespace
}  // namespace disburse
