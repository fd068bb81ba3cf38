// Every key of the files that people write by hand: left out, of another kind, misspelt. One refusal for each, at the
// key itself; what may be left out is taken without it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <regex>
#include <set>

#include "models/readers/payer_reader.hpp"
#include "models/readers/programme_reader.hpp"
#include "scenarios/agencies/agency_reader.hpp"
#include "scenarios/budgets/budget_version_reader.hpp"
#include "scenarios/calendars/pay_calendar_reader.hpp"
#include "scenarios/library/scenario_file.hpp"
#include "scenarios/library/unknowns_file.hpp"
#include "scenarios/persons/person_reader.hpp"
#include "scenarios/rosters/readers/margins_reader.hpp"
#include "support/programmes.hpp"
#include "support/refusals.hpp"
#include "support/toml_text.hpp"

namespace disburse {
namespace {

using testing::AnyOf;
using testing::Contains;
using Keys = std::vector<std::string>;

/// A kind of file: one that is right, and how it is read.
struct FileKind {
  std::string name;
  std::string text;
  std::set<std::string> optional;  ///< keys that may be left out
  std::function<Keys(const std::string&)> faults;
};

void PrintTo(const FileKind& kind, std::ostream* out) { *out << kind.name; }

FileKind agency() {
  return {"agency",
          R"(schema = "disburse/agency/1"
name = "north"
title = "北山县社会保险事务中心（示例）"
title_en = "North"
code = "412006"
level = "county"
region = "example"
schemes = ["enterprise"]
left_out = ["heating_allowance"]
scenario = "base"
reference = "虚构示例"
)",
          {"title_en", "code", "region", "left_out"},
          [](const std::string& text) {
            return refusals("agency.toml", text, [](const auto& file) { read_agency(file.parent_path()); });
          }};
}

FileKind person() {
  return {"person",
          R"(schema = "disburse/person/1"
label = "甲"
scheme = "enterprise"
group = "female_55"
birth = "1970-02"
joined = "1990-07"
retired = "2025-04"
service_months = 417
transition_months = 66
index = "0.7382"
account_balance = "95751.34"
)",
          {"service_months", "transition_months", "index", "account_balance"},
          [](const std::string& text) {
            return refusals("person.toml", text, [](const auto& file) { read_person(file); });
          }};
}

FileKind calendar() {
  return {"calendar",
          R"(schema = "disburse/pay-calendar/1"
rule = "提前"
[[pay_day]]
programme = "pension"
day = 15
status = "assumed"
reference = "假定"
[[announcement]]
year = 2024
reference = "通知"
holidays = ["2024-05-01"]
workdays = ["2024-02-04"]
)",
          {"workdays", "holidays"},
          [](const std::string& text) {
            return refusals("days.toml", text, [](const auto& file) {
              read_pay_calendar(file, named_programmes({{"pension", ""}}));
            });
          }};
}

FileKind scenario() {
  return {"scenario",
          R"(schema = "disburse/scenario/1"
name = "what-if"
title = "试算"
author = "甲"
reference = "无"
extends = "base"
horizon = "2024-01..2025-12"
seed = 7
[[override]]
path = "p.x"
value = "1"
reason = "试算"
from = "2024-10"
until = "2025-09"
[[uncertain]]
path = "p.y"
low = "1"
high = "2"
distribution = "normal"
source = "统计"
[[sweep]]
path = "p.z"
values = ["1", "2"]
)",
          {"extends", "horizon", "seed", "until"},
          [](const std::string& text) {
            const ScratchFolder folder;
            folder.write("what-if.toml", text);
            InputErrors errors;
            read_scenario_file(folder.path() / "what-if.toml", errors);
            return keys_of(errors);
          }};
}

FileKind unknowns() {
  return {"unknowns",
          R"(schema = "disburse/unknowns/1"
title = "未知事项"
[[question]]
id = "q"
name = "问"
name_en = "q"
[[question.answer]]
id = "a"
name = "甲"
name_en = "a"
weight = "0.5"
reason = "为何"
[[question.answer]]
id = "b"
name = "乙"
name_en = "b"
weight = "0.5"
reason = "为何"
changes = [ { path = "x.y", value = "1" } ]
[[cause]]
id = "c"
name = "因"
name_en = "c"
source = "统计"
distribution = "triangular"
moves = [ { path = "x.z", low = "1", high = "2" } ]
)",
          {},
          [](const std::string& text) {
            const ScratchFolder folder;
            folder.write("unknowns.toml", text);
            InputErrors errors;
            read_unknowns(folder.path() / "unknowns.toml", errors);
            return keys_of(errors);
          }};
}

FileKind margins() {
  return {"margins",
          R"(schema = "disburse/margins/1"
[[margin]]
name = "按年龄"
source = "公报"
scheme = "enterprise"
role = "pensioner"
by = "age"
cells = [["-59", "10"], ["60-", "20"]]
[[taken_up]]
parameter = "unity_award.eligible_share"
scheme = "enterprise"
persons = 50000
source = "报表"
)",
          {"role", "cells"},  // that a count has no cells is told when a roster is raked to it
          [](const std::string& text) {
            return refusals("margins.toml", text, [](const auto& file) { read_margins(file); });
          }};
}

FileKind versions() {
  return {"versions",
          R"(schema = "disburse/budget-versions/1"
[[version]]
name = "年中追加"
kind = "supplement"
date = "2024-07-15"
reference = "某号文"
changes = [ { line = "2089999", amount = "12.34" } ]
)",
          {"changes"},
          [](const std::string& text) {
            Budget budget;
            budget.fiscal_year = 2024;
            budget.version = "年初预算";
            BudgetLine line;
            line.code = "2089999";
            line.total = Money::yuan(1'000'000);
            budget.lines = {line};
            return refusals("later.toml", text, [&](const auto& file) { read_budget_versions(file, budget); });
          }};
}

FileKind payers() {
  return {"payers",
          R"(schema = "disburse/payers/1"
[[payer]]
id = "city"
name = "市本级"
name_en = "city"
purse = "own"
)",
          {},
          [](const std::string& text) {
            return toml_faults(text, [](TomlTable& root, InputErrors& errors) { read_payers(root, errors); });
          }};
}

FileKind programme() {
  return {"programme",
          R"(schema = "disburse/programme/1"
id = "made"
name = "补贴"
name_en = "allowance"
line = "2089999"
project = "made"
scheme = "resident"
shape = "formula"
basis = "projected"
basis_reason = "独立计算"
clause = "每人每月。"
rounding = "half_up"
rounding_reference = "假设"
[[component]]
id = "benefit"
name = "补贴"
payer = "own"
kind = "regular"
formula = "n x a"
parameters = ["made.amount"]
[parameter.amount]
name = "标准"
unit = "yuan_per_month"
values = [ { from = "2024-01", known = "2024-01-01", value = "10", status = "assumed", reference = "假设" } ]
)",
          {"line", "project", "scheme", "rounding", "formula", "parameters"},
          [](const std::string& text) {
            static const PayerList list({{"city", "市本级", "city", Purse::own}});
            return toml_faults(text, [](TomlTable& root, InputErrors& errors) {
              ParameterTree tree;
              read_programme(root, "made", list, tree, errors);
            });
          }};
}

class KeysOfFiles : public testing::TestWithParam<FileKind> {
 protected:
  /// Calls f(key, text before its line, the line, text behind it) for each key.
  template <class F>
  void each_key(F f) const {
    const std::string& text = GetParam().text;
    static const std::regex assignment("^([a-z_]+) = .*$");
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at) + 1;
      const std::string line = text.substr(at, end - at - 1);
      std::smatch found;
      if (std::regex_match(line, found, assignment)) f(found[1].str(), text.substr(0, at), line, text.substr(end));
      at = end;
    }
  }
};

TEST_P(KeysOfFiles, are_taken_as_they_are) { EXPECT_EQ(GetParam().faults(GetParam().text), Keys{}); }

TEST_P(KeysOfFiles, that_are_wanted_are_named_where_they_are_left_out) {
  each_key([&](const std::string& key, const std::string& before, const std::string&, const std::string& behind) {
    const Keys faults = GetParam().faults(before + behind);
    if (GetParam().optional.contains(key)) {
      EXPECT_EQ(faults, Keys{}) << key << " may be left out";
    } else {
      EXPECT_FALSE(faults.empty()) << key << " is wanted";
    }
  });
}

/// No key of the samples holds a table.
TEST_P(KeysOfFiles, of_another_kind_are_refused_at_the_key) {
  each_key([&](const std::string& key, const std::string& before, const std::string&, const std::string& behind) {
    EXPECT_THAT(GetParam().faults(before + key + " = { odd = 1 }\n" + behind), Contains(key));
  });
}

TEST_P(KeysOfFiles, that_are_misspelt_are_refused_at_the_key) {
  each_key([&](const std::string& key, const std::string& before, const std::string& line, const std::string& behind) {
    const std::string misspelt = key + "_";
    EXPECT_THAT(GetParam().faults(before + misspelt + line.substr(key.size()) + "\n" + behind),
                Contains(AnyOf(misspelt, key)))
        << "or as the key that is missing";
  });
}

INSTANTIATE_TEST_SUITE_P(Each, KeysOfFiles,
                         testing::Values(agency(), person(), calendar(), scenario(), unknowns(), margins(), versions(),
                                         payers(), programme()),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace
}  // namespace disburse
