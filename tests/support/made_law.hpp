#pragma once
// A law small enough to read at a glance, written into a folder of its own, where tests spoil one place of one file.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "models/readers/law_reader.hpp"

namespace disburse {

inline constexpr const char* good_common = R"(schema = "disburse/parameters/1"
title = "测试"

[parameter.amount]
name = "金额"
unit = "yuan_per_month"
minimum = "0"
maximum = "1000"
values = [
  { from = "2023-01", known = "2023-01-01", value = "60", status = "enacted", reference = "a document" },
  { from = "2024-01", until = "2024-12", known = "2024-07-01", value = "45", status = "assumed", reference = "ours" },
]

[parameter."factor.civil_service"]
name = "系数"
unit = "rate"
note = "a note"
values = [ { from = "2000-01", known = "2000-01-01", value = "0.6", status = "assumed", reference = "ours" } ]
)";

inline constexpr const char* good_programme = R"(schema = "disburse/programme/1"
id = "award"
name = "奖励"
name_en = "award"
line = "2089999"
basis = "projected"
basis_reason = "独立计算"
shape = "formula"
scheme = "enterprise"
clause = "每人每次发放。"
rounding = "down"
rounding_reference = "假设"

[[component]]
id = "ordinary"
name = "普通"
payer = "city"
kind = "lump_sum"
formula = "persons x amount"
parameters = ["award.amount", "common.amount"]

[[component]]
id = "funeral"
name = "丧葬"
payer = "central"
kind = "regular"
on_death = true
counts_persons = true

[reading]
unit_name = "人次"
units = 100
reference = "预算"
standard = "award.amount"

[parameter.amount]
name = "标准"
unit = "yuan_per_payment"
values = [ { from = "2023-01", known = "2023-01-01", value = "600", status = "enacted", reference = "a document" } ]
)";

inline constexpr const char* good_payers = R"(schema = "disburse/payers/1"
[[payer]]
id = "city"
name = "市"
name_en = "city"
purse = "own"
[[payer]]
id = "central"
name = "中央"
name_en = "central"
purse = "government"
)";

/// Bounds that leave every unit free.
inline std::string good_bounds() {
  std::string text = "schema = \"disburse/bounds/1\"\ntitle = \"界\"\n[plausible]\n";
  for (const std::string& unit : unit_words()) {
    if (unit == "choice") continue;
    text += "[unit." + unit + "]\nreason = \"for tests\"\n" +
            (unit == "month" ? "spread_months = 36\n" : "spread = \"2\"\n");
  }
  return text;
}

inline constexpr const char* good_table = "# source: made for tests\nage,male,female\n60,0.1,0.05\n61,1,1\n";

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

class MadeLaw : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "disburse-law-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    root_ = name;
    models_ = root_ / "models";
    for (const char* folder : {"common", "programmes", "tables"}) std::filesystem::create_directories(models_ / folder);
    write("payers.toml", good_payers);
    write("bounds.toml", good_bounds());
    write("common/common.toml", good_common);
    write("programmes/award.toml", good_programme);
    write("tables/short.csv", good_table);
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void write(const std::string& name, const std::string& text) const { std::ofstream(models_ / name) << text; }
  void spoil(const std::string& name, const std::string& text, const std::string& what, const std::string& with) const {
    write(name, replaced(text, what, with));
  }
  void spoil_common(const std::string& what, const std::string& with) const {
    spoil("common/common.toml", good_common, what, with);
  }
  void spoil_programme(const std::string& what, const std::string& with) const {
    spoil("programmes/award.toml", good_programme, what, with);
  }

  std::vector<std::string> faults() const {
    std::vector<std::string> texts;
    try {
      read_law(models_);
    } catch (const InputRejected& rejected) {
      EXPECT_EQ(rejected.door(), Door::data);
      for (const InputError& error : rejected.errors()) texts.push_back(to_string(error));
    }
    return texts;
  }

  std::filesystem::path root_, models_;
};

}  // namespace disburse
