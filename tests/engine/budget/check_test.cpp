#include "engine/budget/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine/budget/layout.hpp"
#include "engine/support/files.hpp"
#include "engine/support/publication.hpp"
#include "outputs/text/messages.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

const std::string root = source_dir();

const BudgetDocument& published() {
  static const BudgetDocument document = read_budget(root + "/scenarios/agencies/zhongwei/budgets/2024.toml");
  return document;
}

const std::vector<Finding>& findings() {
  static const std::vector<Finding> found = check(published());
  return found;
}

std::vector<Finding> with_code(const std::vector<Finding>& found, const std::string& code) {
  std::vector<Finding> some;
  std::copy_if(found.begin(), found.end(), std::back_inserter(some), [&](const Finding& f) { return f.code == code; });
  return some;
}

bool mentions(const Finding& finding, const std::string& text) {
  return (say(Language::zh, finding.where) + say(Language::zh, finding.message)).find(text) != std::string::npos;
}

/// A finding that the document does not have as it is published.
bool finds_something_new(const BudgetDocument& document) {
  const auto found = check(document);
  return std::any_of(found.begin(), found.end(), [](const Finding& finding) {
    return std::find(findings().begin(), findings().end(), finding) == findings().end();
  });
}

std::string moved(const std::string& text, Money by) {
  std::string changed = wan_text(*printed_amount(text) + by);
  std::erase(changed, ',');
  return changed;
}

constexpr Money one_wan = Money::yuan(10'000);

// ---- what the published document has ----------------------------------------------------------------

struct Expected {
  const char* code;
  Severity severity;
  std::vector<std::string> mentioned;
};

// By hand, from the printed document.
const std::vector<Expected>& computed_findings() {
  static const std::vector<Expected> expected = {
      {"class_code_mismatch", Severity::error, {"表2 201 卫生健康支出", "21011", "210"}},
      {"row_sum_wrong", Severity::error, {"表4", "上年预算·公务用车小计", "2.90", "2.75"}},
      {"row_sum_wrong", Severity::error, {"表4", "本年预算·公务用车小计", "2.90", "2.75"}},
      {"period_conflict", Severity::error, {"2018年1月至2019年12月", "2016年1月至2017年12月", "2016年1月至2022年12月"}},
      {"vehicle_cost_differs", Severity::warning, {"2.75", "0.35", "2.40"}},
      {"growth_from_zero", Severity::warning, {"对机关事业单位基本养老保险基金的补助", "100%", "20,000.00"}},
      {"growth_from_zero", Severity::warning, {"财政对城乡居民基本养老保险基金的补助", "100%", "2,400.00"}},
      {"driver_differs_from_amount", Severity::warning, {"5.5万人", "6,600.00", "6,078.00", "50650"}},
      {"rounding_difference", Severity::note, {"表2 2101102", "18.20", "18.19"}},
      {"rounding_difference", Severity::note, {"表2 2080109", "265.09", "265.10"}},
      {"rounding_difference", Severity::note, {"344.19", "344.18", "9,054.87", "9,054.86"}},
      {"text_scope_differs", Severity::note, {"4,846.49", "4,848.62", "2.13"}},
  };
  return expected;
}

TEST(BudgetCheck, published_document_has_the_faults_that_a_reader_finds) {
  for (const Expected& expected : computed_findings()) {
    const auto matches = [&](const Finding& finding) {
      return finding.code == expected.code && finding.severity == expected.severity &&
             std::all_of(expected.mentioned.begin(), expected.mentioned.end(),
                         [&](const std::string& text) { return mentions(finding, text); });
    };
    EXPECT_EQ(std::count_if(findings().begin(), findings().end(), matches), 1)
        << expected.code << " " << expected.mentioned.front();
  }
}

TEST(BudgetCheck, published_document_has_no_other_finding) {
  EXPECT_EQ(findings().size(), computed_findings().size() + published().remarks.size());
}

TEST(BudgetCheck, remarks_are_notes_with_their_place) {
  const auto remarks = with_code(findings(), "old_group_name");
  ASSERT_EQ(remarks.size(), 1u);
  EXPECT_EQ(remarks[0].severity, Severity::note);
  EXPECT_TRUE(mentions(remarks[0], "名词解释 15"));
}

TEST(BudgetCheck, every_finding_says_where_in_the_file) {
  for (const Finding& finding : findings()) EXPECT_TRUE(mentions(finding, "（2024.toml:")) << finding.code;
}

TEST(BudgetCheck, findings_are_the_golden_ones) {
  std::string text;
  for (const Finding& finding : findings()) {
    text +=
        std::string(to_string(finding.severity)) + " " + finding.code + " " + say(Language::zh, finding.where) + "\n";
  }
  const std::string golden = root + "/tests/golden/check-zhongwei-2024.txt";
  if (std::getenv("DISBURSE_UPDATE_GOLDEN") != nullptr) publish_file(golden, text);
  EXPECT_EQ(text, read_file(golden, 1u << 20));
}

// ---- planted faults ---------------------------------------------------------------------------------

/// Moves one cell by 1.00 万元 (or 1.00 per cent) up and, where it stays positive, down.
std::vector<std::string> cells_that_nothing_ties(const std::string& table_id) {
  std::vector<std::string> untied;
  BudgetDocument document = published();
  for (BudgetTable& table : document.tables) {
    if (!table_id.empty() && table.id != table_id) continue;
    for (BudgetRow& row : table.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string original = row.cells[i];
        if (original.empty()) continue;
        for (const Money by : {one_wan, -one_wan}) {
          if (*printed_amount(original) + by < Money{}) continue;
          row.cells[i] = moved(original, by);
          if (!finds_something_new(document)) untied.push_back(table.id + "/" + row.key + "/" + std::to_string(i));
        }
        row.cells[i] = original;
      }
    }
  }
  return untied;
}

class PlantedFault : public testing::TestWithParam<std::string> {};

TEST_P(PlantedFault, in_any_cell_is_found) {
  EXPECT_EQ(cells_that_nothing_ties(GetParam()), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Tables, PlantedFault,
                         testing::Values("表1收入", "表1支出", "表2", "表3", "表4", "表5", "表6收入", "表6支出", "表7",
                                         "表8"));

TEST(BudgetCheck, percentage_printed_on_a_base_of_zero_is_found) {
  BudgetDocument document = published();
  for (BudgetTable& table : document.tables) {
    for (BudgetRow& row : table.rows) {
      if (row.key == "2080507") row.cells.back() = "100.00";
    }
  }
  EXPECT_EQ(with_code(check(document), "percent_of_zero").size(), 1u);
}

TEST(BudgetCheck, wrong_money_in_a_form_is_found) {
  BudgetDocument document = published();
  for (BudgetForm& form : document.forms) {
    for (std::string* text : {&form.total, &form.fiscal, &form.other}) {
      const std::string original = *text;
      *text = moved(original, one_wan);
      EXPECT_TRUE(finds_something_new(document)) << form.programme;
      *text = original;
    }
  }
}

/// The first number of the text, one larger.
std::string with_first_number_raised(const std::string& text) {
  const auto start = text.find_first_of("0123456789");
  const auto end = text.find_first_not_of("0123456789", start);
  return text.substr(0, start) + std::to_string(std::stol(text.substr(start, end - start)) + 1) +
         (end == std::string::npos ? "" : text.substr(end));
}

std::vector<std::string> indicators_that_nothing_ties() {
  std::vector<std::string> untied;
  BudgetDocument document = published();
  for (BudgetForm& form : document.forms) {
    for (BudgetIndicator& indicator : form.indicators) {
      const std::string original = indicator.value;
      const bool target = original.starts_with("≥") || original.ends_with("%");
      if (original.find_first_of("0123456789") == std::string::npos || target) continue;
      indicator.value = with_first_number_raised(original);
      if (!finds_something_new(document)) untied.push_back(form.programme + " " + original);
      indicator.value = original;
    }
  }
  return untied;
}

// Targets in per cent stand for themselves. These counts are printed once in the whole document, without an
// amount per head, so that there is nothing to hold them against.
TEST(BudgetCheck, wrong_indicator_is_found_unless_it_is_printed_only_once) {
  const std::vector<std::string> printed_once = {
      "heating_allowance 1944人",
      "heating_allowance 5601人（预估）",
      "scheme_administration 16.4万人（预估）",
      "scheme_administration 15.5万人（预估）",
      "work_injury_investigation 8.8万人（预估）",
      "resident_pension 740人",
      "resident_pension 3850人",
      "electronic_signature 1666枚",
  };
  EXPECT_EQ(indicators_that_nothing_ties(), printed_once);
}

std::vector<std::string> figures_that_nothing_ties() {
  std::vector<std::string> untied;
  BudgetDocument document = published();
  for (TextFigure& figure : document.figures) {
    for (std::string* text : {&figure.amount, &figure.change, &figure.percent, &figure.share}) {
      const std::string original = *text;
      if (original.empty()) continue;
      *text = moved(original, one_wan);
      if (!finds_something_new(document)) untied.push_back(figure.key + " " + original);
      *text = original;
    }
  }
  return untied;
}

// Money that the document prints once and that no table has: paid elsewhere last year, and the value of
// assets.
TEST(BudgetCheck, wrong_figure_of_the_text_is_found_unless_it_is_printed_only_once) {
  const std::vector<std::string> printed_once = {"2023年财政代编做实 3000", "房屋面积 0",    "土地面积 0", "车辆 22.04",
                                                 "办公家具 13.00",          "其他资产 88.67"};
  EXPECT_EQ(figures_that_nothing_ties(), printed_once);
}

TEST(BudgetCheck, wrong_count_in_the_text_is_found) {
  BudgetDocument document = published();
  for (TextFigure& figure : document.figures) {
    if (figure.count_equals.empty()) continue;
    const std::string original = figure.count;
    figure.count = with_first_number_raised(original);
    EXPECT_FALSE(with_code(check(document), "text_differs_from_form").empty()) << figure.key;
    figure.count = original;
  }
}

// ---- size and severity ------------------------------------------------------------------------------

std::vector<Finding> after_moving_reception_by(Money by) {
  BudgetDocument document = published();
  for (BudgetTable& table : document.tables) {
    for (BudgetRow& row : table.rows) {
      if (table.id != "表3" || row.key != "30217") continue;
      for (const std::size_t column : {0u, 2u}) row.cells[column] = moved(row.cells[column], by);
    }
  }
  return check(document);
}

TEST(BudgetCheck, hundredth_of_ten_thousand_is_rounding_and_two_are_a_fault) {
  const auto rounded = after_moving_reception_by(Money::yuan(100));
  EXPECT_TRUE(with_code(rounded, "reception_differs").empty());
  EXPECT_GT(with_code(rounded, "rounding_difference").size(), with_code(findings(), "rounding_difference").size());
  const auto wrong = after_moving_reception_by(Money::yuan(200));
  ASSERT_EQ(with_code(wrong, "reception_differs").size(), 1u);
  EXPECT_EQ(with_code(wrong, "reception_differs")[0].severity, Severity::error);
}

TEST(BudgetCheck, mended_cells_are_no_longer_reported) {
  BudgetDocument document = published();
  for (BudgetTable& table : document.tables) {
    for (BudgetRow& row : table.rows) {
      if (row.code == "201") row.code = "210";
      if (table.id == "表4") row.cells[2] = row.cells[14] = "2.75";
    }
  }
  const auto found = check(document);
  EXPECT_TRUE(with_code(found, "class_code_mismatch").empty());
  EXPECT_TRUE(with_code(found, "row_sum_wrong").empty());
}

TEST(BudgetCheck, missing_row_of_an_official_form_is_reported) {
  BudgetDocument document = published();
  for (BudgetTable& table : document.tables) {
    if (table.id == "表6收入") {
      std::erase_if(table.rows, [](const BudgetRow& row) { return row.key == "本年收入合计"; });
    }
  }
  EXPECT_FALSE(with_code(check(document), "cell_missing").empty());
}

}  // namespace
}  // namespace disburse
