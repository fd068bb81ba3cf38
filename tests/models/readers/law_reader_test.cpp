// The law's files: the shipped ones load, and every way to get them wrong is reported with its line and remedy.
#include "models/readers/law_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/made_law.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class LawReader : public MadeLaw {};

TEST_F(LawReader, reads_what_is_declared) {
  const Law law = read_law(models_);
  const Parameter* amount = law.parameters.find("common.amount");
  ASSERT_NE(amount, nullptr);
  EXPECT_EQ(amount->name, "金额");
  EXPECT_EQ(to_string(amount->place), "models/common/common.toml:4:1");
  ASSERT_EQ(amount->values.size(), 2u);
  EXPECT_EQ(amount->values[1].place.line, 11);
  EXPECT_EQ(amount->values[1].status, Status::assumed);
  EXPECT_EQ(amount->values[1].known, (Date{2024, 7, 1}));
  EXPECT_EQ(amount->values[1].until, Month(2024, 12));
  EXPECT_EQ(law.parameters.rate("common.factor.civil_service", Month(2024, 1)), Rate(3, 5));
  EXPECT_EQ(law.parameters.find("common.factor.civil_service")->note, "a note");
  EXPECT_EQ(law.parameters.money("award.amount", Month(2024, 1)), Money::yuan(600));
  EXPECT_EQ(law.life_tables.at("short").source, "made for tests");
  EXPECT_EQ(law.life_tables.at("short").first_age, 60);
  EXPECT_EQ(law.life_tables.at("short").q[1][0], Rate(1, 20));
}

TEST_F(LawReader, reads_a_programme) {
  const Law law = read_law(models_);
  ASSERT_EQ(law.programmes.size(), 1u);
  const ProgrammeDefinition& award = law.programmes[0];
  EXPECT_EQ(award.id, "award");
  EXPECT_EQ(award.project, "award");
  EXPECT_EQ(award.line, "2089999");
  EXPECT_EQ(award.basis, Basis::projected);
  EXPECT_EQ(award.shape, Shape::formula);
  EXPECT_EQ(award.scheme, Scheme::enterprise);
  EXPECT_EQ(award.rounding, Rounding::down);
  ASSERT_EQ(award.components.size(), 2u);
  EXPECT_EQ(award.components[0].kind, Kind::lump_sum);
  EXPECT_FALSE(award.components[0].on_death);
  EXPECT_FALSE(award.components[0].counts_persons);
  EXPECT_EQ(award.components[1].payer.id(), "central");
  EXPECT_TRUE(award.components[0].payer.is_own());
  EXPECT_EQ(award.own.id(), "city");
  EXPECT_TRUE(award.components[1].on_death);
  EXPECT_TRUE(award.components[1].counts_persons);
  ASSERT_TRUE(award.reading.has_value());
  EXPECT_EQ(award.reading->units, 100);
}

TEST_F(LawReader, payers_are_named_once_and_one_spends_the_own_budget) {
  const struct {
    const char *what, *with, *message;
  } cases[] = {
      {"id = \"central\"", "id = \"city\"", "\"city\" is there already"},
      {"name = \"中央\"", "name = \"市\"", "\"市\" is there already"},
      {"name_en = \"central\"", "name_en = \"city\"", "\"city\" is there already"},
      {"id = \"central\"", "id = \"Central\"", "no plain name"},
      {"purse = \"own\"", "purse = \"fund\"", "0 payers spend the agency's own budget"},
      {"purse = \"government\"", "purse = \"own\"", "2 payers spend the agency's own budget"},
      {"purse = \"government\"", "purse = \"goverment\"", "government"},
  };
  for (const auto& each : cases) {
    write("payers.toml", replaced(good_payers, each.what, each.with));
    EXPECT_THAT(faults(), testing::Contains(AllOf(HasSubstr("models/payers.toml"), HasSubstr(each.message))))
        << each.with;
  }
}

TEST_F(LawReader, a_payer_that_is_not_listed_is_refused_with_the_known_ones) {
  spoil_programme("payer = \"central\"", "payer = \"centrall\"");
  EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("award.toml"), HasSubstr("city"), HasSubstr("central"))));
}

TEST_F(LawReader, bounds_are_those_of_the_unit_where_a_parameter_says_none) {
  write("bounds.toml", replaced(good_bounds(), "[unit.yuan_per_payment]\n",
                                "[unit.yuan_per_payment]\nminimum = \"0\"\nmaximum = \"700\"\n"));
  const Law law = read_law(models_);
  bool any = false;
  for (const auto& [path, parameter] : law.parameters.all()) {
    if (parameter.unit != Unit::yuan_per_payment) continue;
    any = true;
    EXPECT_TRUE(parameter.minimum && parameter.maximum) << path;
  }
  EXPECT_TRUE(any);
  write("bounds.toml",
        replaced(good_bounds(), "[unit.yuan_per_payment]\n", "[unit.yuan_per_payment]\nmaximum = \"500\"\n"));
  EXPECT_FALSE(faults().empty()) << "600 is published";
}

TEST_F(LawReader, a_unit_without_bounds_and_a_band_of_nothing_are_told) {
  write("bounds.toml", replaced(good_bounds(), "[unit.rate]\n", "[unit.rte]\n"));
  EXPECT_THAT(faults(), testing::Contains(HasSubstr("rate")));
  write("bounds.toml", replaced(good_bounds(), "[plausible]\n", "[plausible]\n\"no.such\" = [\"0\", \"1\"]\n"));
  EXPECT_THAT(faults(), testing::Contains(HasSubstr("no.such")));
}

TEST_F(LawReader, without_a_list_of_payers_that_alone_is_told) {
  fs::remove(models_ / "payers.toml");
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("models/payers.toml")));
}

TEST_F(LawReader, the_digest_follows_the_bytes_and_not_the_place) {
  const std::string first = read_law(models_).digest;
  EXPECT_EQ(first.size(), 64u);
  fs::rename(models_, root_ / "elsewhere");
  EXPECT_EQ(read_law(root_ / "elsewhere" / "").digest, first);
  fs::rename(root_ / "elsewhere", models_);
  write("tables/short.csv", good_table);
  EXPECT_EQ(read_law(models_).digest, first);
  spoil_common("\"45\"", "\"46\"");
  EXPECT_NE(read_law(models_).digest, first);
}

TEST_F(LawReader, other_files_are_left_alone) {
  write("common/README.md", "text");
  write("common/.hidden.toml", "this is no TOML");
  write("programmes/award.cpp", "// a formula");
  EXPECT_THAT(faults(), ElementsAre());
}

/// What is wrong with programmes comes last: a layer that is not there is said first.
TEST_F(LawReader, faults_of_all_files_come_at_once) {
  spoil_common("status = \"enacted\", ", "");
  spoil_programme("payer = \"city\"", "payer = \"ciyt\"");
  write("tables/short.csv", "# source: made for tests\nage,male,female\n60,1.1,0.05\n61,1,1\n");
  EXPECT_THAT(faults(),
              ElementsAre(AllOf(HasSubstr("models/common/common.toml:10:"), HasSubstr("status: the key is missing")),
                          HasSubstr("models/tables/short.csv:3: male: \"1.1\" is no probability"),
                          AllOf(HasSubstr("models/programmes/award.toml:17:"), HasSubstr("they are city, central"),
                                HasSubstr("Did you mean city?"))));
}

TEST_F(LawReader, several_faults_in_one_parameter_come_at_once) {
  spoil_common(
      R"({ from = "2023-01", known = "2023-01-01", value = "60", status = "enacted", reference = "a document" })",
      R"({ from = "2023-1", known = "2023-02-30", value = 60, status = "sure", refrence = "a document" })");
  EXPECT_THAT(faults(), UnorderedElementsAre(
                            HasSubstr("common.toml:10:12: parameter.amount.values[1].from: \"2023-1\" is no month"),
                            HasSubstr("values[1].known: \"2023-02-30\" is no day"),
                            HasSubstr("values[1].value: the value has the wrong type (wanted is a string in quotes)"),
                            HasSubstr("they are enacted, announced, derived, assumed"),
                            HasSubstr("values[1].reference: the key is missing"),
                            AllOf(HasSubstr("values[1].refrence"), HasSubstr("Did you mean reference?"))));
}

struct Fault {
  const char* what;
  const char* with;
  const char* place;  ///< "common.toml:10:"
  const char* problem;
  const char* remedy;
};

TEST_F(LawReader, faults_of_parameters_have_line_and_remedy) {
  const Fault cases[] = {
      {"schema = \"disburse/parameters/1\"", "schema = \"disburse/parameters/2\"",
       "common.toml:1:", "another kind of file or another version", "Write schema = \"disburse/parameters/1\""},
      {"title = \"测试\"", "titel = \"测试\"", "common.toml:2:", "titel: the key is not known", "Did you mean title?"},
      {"unit = \"yuan_per_month\"", "unit = \"yuan_per_moth\"", "common.toml:6:", "not one of the allowed words",
       "Did you mean yuan_per_month?"},
      {"unit = \"yuan_per_month\"\n", "", "common.toml:4:", "unit: the key is missing", "Add unit"},
      {"minimum = \"0\"", "minimum = \"none\"", "common.toml:7:", "\"none\" does not fit", "Write it as 600"},
      {"maximum = \"1000\"", "maximum = \"50\"", "common.toml:10:", "60.00 is outside the range", "within the range"},
      {"value = \"60\"", "value = \"sixty\"", "common.toml:10:", "\"sixty\" does not fit", "Write it as 600"},
      {"value = \"60\"", "value = \"60.001\"", "common.toml:10:", "\"60.001\" does not fit", "Write it as 600"},
      {"value = \"60\"", "value = \"\"", "common.toml:10:", "the text is empty", "Write what it stands for"},
      {"reference = \"a document\"", "reference = \"\"", "common.toml:10:", "the text is empty", "Write what"},
      {", reference = \"ours\" },", " },", "common.toml:11:", "reference: the key is missing", "Add reference"},
      {"from = \"2024-01\"", "from = \"2023-01\"", "common.toml:11:", "from = 2023-01 does not follow 2023-01",
       "Sort the values"},
      {"until = \"2024-12\"", "until = \"2023-12\"", "common.toml:11:", "until lies before from", "2024-01 or later"},
      {"from = \"2023-01\", known", "from = \"2023-01\", until = \"2024-01\", known",
       "common.toml:11:", "overlaps the value before it", "End the earlier one with 2023-12"},
      {"[parameter.\"factor.civil_service\"]", "[parameter.factor.civil_service]",
       "common.toml:", "neither name, unit nor values", "[parameter.\"factor.civil_service\"]"},
      {"note = \"a note\"", "nott = \"a note\"", "common.toml:17:", "the key is not known", "Did you mean note?"},
      {"note = \"a note\"", "choices = [\"a\"]", "common.toml:17:", "choices have no meaning", "Remove choices"},
      {"value = \"0.6\"", "value = \"0.6元\"", "common.toml:18:", "does not fit", "0.16"},
      {"unit = \"rate\"", "unit = \"choice\"", "common.toml:14:", "the parameter has no choices", "Add choices"},
  };
  for (const Fault& each : cases) {
    spoil_common(each.what, each.with);
    EXPECT_THAT(faults(),
                testing::Contains(AllOf(HasSubstr(each.place), HasSubstr(each.problem), HasSubstr(each.remedy))))
        << each.with;
  }
}

TEST_F(LawReader, one_fault_is_one_message) {
  for (const auto& [what, with] :
       {std::pair{"value = \"60\"", "value = \"sixty\""}, std::pair{"unit = \"yuan_per_month\"", "unit = \"moon\""},
        std::pair{"title = \"测试\"\n", ""}}) {
    spoil_common(what, with);
    EXPECT_EQ(faults().size(), 1u) << with;
  }
}

TEST_F(LawReader, a_repeated_key_or_parameter_is_refused) {
  spoil_common("unit = \"rate\"", "unit = \"rate\"\nunit = \"rate\"");
  EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("common.toml:17:"), HasSubstr("is no valid TOML"))));
  spoil_common("[parameter.\"factor.civil_service\"]", "[parameter.amount]");
  EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("common.toml:14:"), HasSubstr("is no valid TOML"))));
}

TEST_F(LawReader, faults_of_programmes_have_line_and_remedy) {
  const Fault cases[] = {
      {"id = \"award\"", "id = \"awards\"", "award.toml:2:", "differs from the file's name award", "rename the file"},
      {"line = \"2089999\"", "line = \"20899\"", "award.toml:5:", "is no functional code", "2080507"},
      {"basis = \"projected\"", "basis = \"guessed\"", "award.toml:6:", "projected, calibrated, planned", "Write one"},
      {"basis_reason = \"独立计算\"\n", "", "award.toml:1:", "basis_reason: the key is missing", "Add basis_reason"},
      {"shape = \"formula\"", "shape = \"formla\"", "award.toml:8:", "formula, member, driver_cost, planned_lines",
       "Did you mean formula?"},
      {"scheme = \"enterprise\"", "scheme = \"farmers\"", "award.toml:9:", "civil_service, enterprise, resident",
       "Write one of them"},
      {"rounding = \"down\"", "rounding = \"bankers\"", "award.toml:11:", "half_up, down, up, half_even", "Write one"},
      {"rounding_reference = \"假设\"\n", "", "award.toml:11:", "the rounding has no reference",
       "Add rounding_reference"},
      {"kind = \"lump_sum\"", "kind = \"lumpsum\"", "award.toml:18:", "regular, arrears, recovery, lump_sum",
       "Did you mean lump_sum?"},
      {"id = \"funeral\"", "id = \"ordinary\"", "award.toml:23:", "the component ordinary is there already",
       "another id"},
      {"id = \"funeral\"", "id = \"Funeral grant\"", "award.toml:23:", "is no plain name", "base_pension"},
      {"on_death = true", "on_death = \"yes\"", "award.toml:27:", "wrong type", "true or false"},
      {"counts_persons = true", "count_persons = true", "award.toml:28:", "not known here",
       "Did you mean counts_persons?"},
      {"\"common.amount\"", "\"common.amuont\"", "award.toml:", "there is no parameter common.amuont",
       "Did you mean common.amount?"},
      {"standard = \"award.amount\"", "standard = \"award.amout\"", "award.toml:", "there is no parameter award.amout",
       "Did you mean award.amount?"},
      {"units = 100", "units = -1", "award.toml:32:", "is negative", "65148"},
  };
  for (const Fault& each : cases) {
    spoil_programme(each.what, each.with);
    EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr(each.place), HasSubstr(each.problem), HasSubstr(each.remedy))))
        << each.with;
  }
}

TEST_F(LawReader, a_formula_without_components_pays_nobody) {
  std::string text = good_programme;
  const auto begin = text.find("[[component]]");
  text.erase(begin, text.find("[reading]") - begin);
  write("programmes/award.toml", text);
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("the programme has no component")));
  write("programmes/award.toml", replaced(text, "shape = \"formula\"", "shape = \"planned_lines\""));
  EXPECT_THAT(faults(), ElementsAre());
}

TEST_F(LawReader, file_names_must_be_plain_and_differ) {
  write("common/award.toml", good_common);
  write("common/Two Words.toml", good_common);
  EXPECT_THAT(
      faults(),
      testing::IsSupersetOf(
          {AllOf(HasSubstr("models/programmes/award.toml"), HasSubstr("another file of the law is called award.toml")),
           AllOf(HasSubstr("models/common/Two Words.toml"), HasSubstr("no plain name")),
           AllOf(HasSubstr("award.amount is there already"), HasSubstr("models/common/award.toml:4"))}));
}

TEST_F(LawReader, a_missing_folder_is_reported) {
  fs::remove_all(models_ / "tables");
  EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("models/tables"), HasSubstr("DISBURSE_DATA"))));
}

TEST_F(LawReader, a_life_table_that_is_offered_must_be_there) {
  write("common/mortality.toml", R"(schema = "disburse/parameters/1"
title = "死亡率"
[parameter.table]
name = "生命表"
unit = "choice"
choices = ["short", "shrt"]
values = [ { from = "2000-01", known = "2000-01-01", value = "short", status = "assumed", reference = "ours" } ]
)");
  EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("mortality.toml:3"), HasSubstr("there is no life table shrt"),
                                          HasSubstr("Did you mean short?"))));
}

TEST_F(LawReader, an_empty_set_of_months_is_a_value) {
  const std::string months = R"([parameter.paid_in]
name = "发放月份"
unit = "months_of_year"
values = [ { from = "2000-01", known = "2000-01-01", value = "", status = "assumed", reference = "ours" } ]
)";
  write("common/months.toml", "schema = \"disburse/parameters/1\"\ntitle = \"月份\"\n" + months);
  EXPECT_EQ(read_law(models_).parameters.months("months.paid_in", Month(2024, 1)).size(), 0);
}

}  // namespace
}  // namespace disburse
