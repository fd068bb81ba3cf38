// One programme file: its identity, nature and components, and everything that is wrong with them at once.
#include "models/readers/programme_reader.hpp"

#include <gtest/gtest.h>

#include "support/toml_text.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

const PayerList& payers() {
  static const PayerList list(
      {{"city", "市本级", "city", Purse::own}, {"region", "自治区", "region", Purse::government}});
  return list;
}

const std::string head = R"(schema = "disburse/programme/1"
id = "made"
name = "补贴"
name_en = "allowance"
clause = "每人每月。"
line = "2089999"
basis = "projected"
basis_reason = "独立计算"
)";
const std::string component = R"([[component]]
id = "benefit"
name = "补贴"
payer = "city"
kind = "regular"
formula = "n x a"
parameters = ["made.amount"]
)";

struct Read {
  ProgrammeDefinition programme;
  ParameterTree tree;
  Keys faults;
};

Read read(const std::string& text) {
  Read made;
  made.faults = toml_faults(text, [&](TomlTable& root, InputErrors& errors) {
    made.programme = read_programme(root, "made", payers(), made.tree, errors);
  });
  return made;
}

TEST(ProgrammeReader, takes_what_a_file_declares) {
  const Read made =
      read(head + "shape = \"formula\"\nscheme = \"resident\"\nrounding = \"up\"\nrounding_reference = \"假设\"\n" +
           component + R"(on_death = true
counts_persons = true
document = "文件"
[reading]
unit_name = "人月"
units = 65148
units_per_person = 12
reference = "说明"
standard = "made.amount"
[parameter.amount]
name = "标准"
unit = "yuan_per_month"
values = [ { from = "2024-01", known = "2024-01-01", value = "10", status = "assumed", reference = "假设" } ]
)");
  EXPECT_EQ(made.faults, Keys{});
  EXPECT_EQ(made.programme.id, "made");
  EXPECT_EQ(made.programme.project, "made") << "the file's name where none is given";
  EXPECT_EQ(made.programme.line, "2089999");
  EXPECT_EQ(made.programme.basis, Basis::projected);
  EXPECT_EQ(made.programme.scheme, Scheme::resident);
  EXPECT_EQ(made.programme.rounding, Rounding::up);
  EXPECT_EQ(made.programme.own.id(), "city");
  ASSERT_EQ(made.programme.components.size(), 1U);
  EXPECT_TRUE(made.programme.components[0].on_death && made.programme.components[0].counts_persons);
  EXPECT_EQ(made.programme.components[0].document, "文件");
  ASSERT_TRUE(made.programme.reading);
  EXPECT_EQ(made.programme.reading->units, 65148);
  EXPECT_EQ(made.programme.reading->units_per_person, 12);
  EXPECT_NE(made.tree.find("made.amount"), nullptr);
}

TEST(ProgrammeReader, finds_each_fault_under_its_key) {
  const std::string shape = "shape = \"formula\"\n";
  const auto with = [&](const std::string& what, const std::string& by) {
    std::string text = head + shape + component;
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return read(text.replace(at, what.size(), by)).faults;
  };
  EXPECT_EQ(with("id = \"made\"", "id = \"other\""), Keys{"id"});
  EXPECT_EQ(with("2089999", "208999"), Keys{"line"}) << "six digits";
  EXPECT_EQ(with("2089999", "208999x"), Keys{"line"});
  EXPECT_EQ(with("line = \"2089999\"\n", ""), Keys{}) << "a programme may be on no line";
  EXPECT_EQ(with("\"projected\"", "\"guessed\""), Keys{"basis"});
  EXPECT_EQ(with("payer = \"city\"", "payer = \"county\""), Keys{"payer"});
  EXPECT_EQ(with("kind = \"regular\"", "kind = \"suspended\""), Keys{"kind"}) << "it arises in the projection";
  EXPECT_EQ(with("id = \"benefit\"", "id = \"Benefit\""), Keys{"id"});
  EXPECT_EQ(with(shape, shape + "rounding = \"up\"\n"), Keys{"rounding"}) << "without a reference";
  EXPECT_EQ(with(component, ""), Keys{"component"});
  EXPECT_EQ(with(component, component + component), Keys{"id"}) << "an id names one component";
}

TEST(ProgrammeReader, of_planned_money_needs_no_component) {
  EXPECT_EQ(read(head + "shape = \"driver_cost\"\n").faults, Keys{});
}

TEST(ProgrammeReader, a_member_shape_says_its_rounding_where_it_acts_and_only_there) {
  const auto member = [](const std::string& rounding, const std::string& amount) {
    return read(head + "shape = \"member\"\n" + rounding + R"([who]
roles = ["pensioner"]
while = "drawing"
[[component]]
id = "benefit"
name = "补贴"
payer = "city"
kind = "regular"
when = { every = "month" }
amount = )" + amount +
                "\n")
        .faults;
  };
  const std::string rounding = "rounding = \"half_up\"\nrounding_reference = \"假设\"\n";
  EXPECT_EQ(member("", "{ of = \"pension\" }"), Keys{});
  EXPECT_EQ(member(rounding, "{ of = \"pension\" }"), Keys{"rounding"}) << "nothing to round";
  EXPECT_EQ(member("", "{ of = \"pension\", share = \"made.share\" }"), Keys{"rounding"});
  EXPECT_EQ(member(rounding, "{ of = \"pension\", share = \"made.share\" }"), Keys{});
}

TEST(ProgrammeReader, a_reading_counts_units_from_none_on_and_payments_from_one_on) {
  const auto reading = [](const std::string& units, const std::string& each) {
    return read(head + "shape = \"formula\"\n" + component +
                "[reading]\nunit_name = \"人\"\nreference = \"说明\"\nunits = " + units +
                "\nunits_per_person = " + each + "\n")
        .faults;
  };
  EXPECT_EQ(reading("0", "1"), Keys{});
  EXPECT_EQ(reading("-1", "1"), Keys{"units"});
  EXPECT_EQ(reading("1", "0"), Keys{"units_per_person"});
}

TEST(ProgrammeReader, reports_paths_that_the_law_lacks) {
  const Read made = read(head + "shape = \"formula\"\n" + component);
  ASSERT_EQ(made.faults, Keys{});
  InputErrors errors;
  check_parameter_paths(made.programme, made.tree, errors);
  EXPECT_EQ(keys_of(errors), Keys{"component benefit"});
}

TEST(PlainName, is_small_letters_digits_and_underscores_a_letter_first) {
  for (const char* name : {"a", "unity_award", "a1"}) EXPECT_TRUE(is_plain_name(name)) << name;
  for (const char* name : {"", "1a", "_a", "A", "a-b", "a b", "补贴"}) EXPECT_FALSE(is_plain_name(name)) << name;
}

}  // namespace
}  // namespace disburse
