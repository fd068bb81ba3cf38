// An agency of any schemes, with the law of a region or the nation's alone: what `check -A` passes runs in every
// command, and what cannot is refused by name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include <string>
#include <vector>

#include "scenarios/published/county.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

struct SchemeCase {
  const char* scheme;
  const char* counts;  // of roster.toml: name and persons
  const char* gift;    // the id of a made-up programme that pays each pensioner the same
  const char* formula;
};

const std::vector<SchemeCase>& cases() {
  static const std::vector<SchemeCase> all{
      {"civil_service", "civil_service_active 40 civil_service_retirees 20", "gift_a", "civil_service_pension"},
      {"enterprise", "enterprise_retirees 50", "gift_b", nullptr},
      {"resident", "resident_payers 60 resident_pensioners 30", "gift_c", "resident_pension"}};
  return all;
}

std::string gift(const SchemeCase& one) {
  const std::string id = one.gift;
  return "schema = \"disburse/programme/1\"\nid = \"" + id + "\"\nname = \"慰问金" + id + "\"\nname_en = \"" + id +
         "\"\nscheme = \"" + one.scheme +
         "\"\nshape = \"member\"\nbasis = \"projected\"\nbasis_reason = \"虚构示例\"\nclause = \"虚构示例\"\n"
         "[who]\nroles = [\"pensioner\"]\nwhile = \"drawing\"\n"
         "[[component]]\nid = \"payment\"\nname = \"慰问金\"\npayer = \"own\"\nkind = \"lump_sum\"\n"
         "counts_persons = true\namount = { standard = \"" +
         id + ".standard\" }\nwhen = { every = \"month\" }\n[parameter.standard]\nname = \"标准" + id +
         "\"\nunit = \"yuan_per_payment\"\n"
         "uncertain = { low = \"80\", high = \"150\", distribution = \"uniform\", source = \"虚构示例\" }\n"
         "values = [ { from = \"2020-01\", known = \"2020-01-01\", value = \"100\", status = \"assumed\", "
         "reference = \"虚构示例\" } ]\n";
}

std::string counts(const SchemeCase& one) {
  std::istringstream words(one.counts);
  std::string text, name, persons;
  while (words >> name >> persons)
    text += "[counts." + name + "]\nvalues = [ { from = \"2000-01\", known = \"2000-01-01\", value = \"" + persons +
            "\", status = \"assumed\", reference = \"虚构示例\" } ]\n";
  return text;
}

std::string quoted_list(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "\"" : ", \"") + word + "\"";
  return "[" + text + "]";
}

/// The made-up county, with the schemes whose bits are set in `schemes`.
class AnyAgency : public testing::TestWithParam<std::tuple<int, const char*>> {
 protected:
  void SetUp() override {
    const auto& [schemes, region] = GetParam();
    folder_.write("budget.txt", county_document);
    const std::string with = *region == 0 ? "" : std::string(" --region ") + region;
    const Ran ran = folder_.run("init county --from budget.txt" + with);
    ASSERT_TRUE(ran.exit_code == 0 || ran.exit_code == 4) << ran.err;
    std::string roster = folder_.read("county/roster.toml");
    for (std::size_t i = 0; i < cases().size(); ++i) {
      const SchemeCase& one = cases()[i];
      if ((schemes >> i & 1) == 0) continue;
      named_.emplace_back(one.scheme);
      if (one.formula != nullptr) formulas_.emplace_back(one.formula);
      roster += counts(one);
      folder_.write(std::string("county/programmes/") + one.gift + ".toml", gift(one));
    }
    folder_.write("county/roster.toml", roster);
    folder_.write("actuals.csv", "项目,月份,金额（元）\nproject_1,2025-01,25000.00\n");
  }
  /// The agency with its schemes, without these programmes of nation and region.
  void leave_out(const std::vector<std::string>& programmes) const {
    std::string agency = folder_.read("county/agency.toml");
    const auto from_line = [&](const std::string& key, const std::string& value) {
      const std::size_t at = agency.find(key + " = ");
      ASSERT_NE(at, std::string::npos) << key;
      agency.replace(at, agency.find('\n', at) - at, key + " = " + value);
    };
    from_line("schemes", quoted_list(named_));
    from_line("left_out", quoted_list(programmes));
    folder_.write("county/agency.toml", agency);
  }
  std::vector<std::string> commands() const {
    return {"run -A ./county --format json",
            "run -A ./county --horizon 2025-01..2027-12",
            "compare -A ./county base --set project_2.driver=1100",
            "budget -A ./county --year 2026",
            "plan -A ./county --horizon 2025-01..2027-12",
            "cash -A ./county",
            "sensitivity -A ./county",
            "reforecast -A ./county --actuals actuals.csv --absent unknown"};
  }
  std::string region() const { return std::get<1>(GetParam()); }

  ScratchFolder folder_;
  std::vector<std::string> named_, formulas_;
};

TEST_P(AnyAgency, what_check_passes_runs_in_every_command) {
  std::vector<std::string> without{"annuity_funding"};
  if (region().empty()) {
    without.insert(without.end(), {"civil_service_pension", "resident_pension"});
  } else {
    without.insert(without.end(), {"unity_award", "heating_allowance"});
  }
  leave_out(without);
  const Ran checked = folder_.run("check -A ./county");
  ASSERT_EQ(checked.exit_code, 0) << checked.out << checked.err;
  for (const std::string& command : commands()) {
    const Ran ran = folder_.run(command);
    // Without uncertain figures there is nothing to vary, which is said by name.
    const bool nothing_to_vary = named_.empty() && command.starts_with("sensitivity") && ran.exit_code == 4;
    EXPECT_TRUE(ran.exit_code == 0 || nothing_to_vary) << command << "\n" << ran.err;
  }
}

TEST_P(AnyAgency, a_rule_that_lacks_its_parameters_is_refused_in_one_sentence) {
  if (!region().empty() || formulas_.empty()) GTEST_SKIP() << "the law has all that it reads";
  leave_out({"annuity_funding"});
  const Ran checked = folder_.run("check -A ./county --lang en");
  EXPECT_EQ(checked.exit_code, 4) << checked.out;
  for (const std::string& id : formulas_) EXPECT_THAT(checked.err, HasSubstr("left_out = [\"" + id + "\"]"));
  for (const std::string& command : commands()) {
    const Ran ran = folder_.run(command + " --lang en");
    EXPECT_EQ(ran.exit_code, 4) << command << "\n" << ran.err;
    EXPECT_THAT(ran.err, Not(HasSubstr("fault of the program")));
    EXPECT_THAT(ran.err, HasSubstr(std::to_string(formulas_.size()) + " error"));
  }
}

INSTANTIATE_TEST_SUITE_P(SchemesAndRegion, AnyAgency,
                         testing::Combine(testing::Range(0, 8), testing::Values("", "ningxia")));

}  // namespace
}  // namespace disburse
