// One person as a counter clerk writes one down: what is said, what is left out, and all that is wrong at once.
#include "scenarios/persons/person_reader.hpp"

#include <gtest/gtest.h>

#include "support/refusals.hpp"

namespace disburse {
namespace {

const std::string head = "schema = \"disburse/person/1\"\nlabel = \"甲\"\n";
const std::string worker =
    head + "scheme = \"enterprise\"\ngroup = \"female_55\"\nbirth = \"1970-02\"\njoined = \"1990-07\"\n";

Person read(const std::string& text) {
  const ScratchFolder folder;
  folder.write("person.toml", text);
  return read_person(folder.path() / "person.toml");
}

std::vector<std::string> wrong(const std::string& text) {
  return refusals("person.toml", text, [](const std::filesystem::path& file) { read_person(file); });
}

using Keys = std::vector<std::string>;

/// What the calculator finds wrong later is said where the value stands, and not at the head of the file.
TEST(PersonReader, knows_where_every_value_stands) {
  const Person person = read(worker + "\nretired = \"2020-01\"\n");
  EXPECT_EQ(person.place_of("birth").line, 5);  // schema, label, scheme, group, birth
  EXPECT_EQ(person.place_of("joined").line, 6);
  EXPECT_EQ(person.place_of("retired").line, 8);
  EXPECT_EQ(person.place_of("index").line, person.place.line) << "left out: the person";
}

TEST(PersonReader, takes_what_is_said) {
  const Person person = read(worker + R"(retired = "2025-04"
service_months = 417
transition_months = 66
index = "0.7382"
deemed_index = "1.2"
intellectual = true
local_years = 20
mountain_area = true
account_balance = "95751.34"
annuity_balance = "1000"
old_base_wage = "1.01"
old_allowance = "2.02"
old_increase = "3.03"
back_paid_months = 12
back_payment = "2400"
[[addition]]
name = "护龄补贴"
amount = "10.50"
)");
  EXPECT_EQ(person.label, "甲");
  EXPECT_EQ(person.scheme, Scheme::enterprise);
  EXPECT_EQ(person.group, RetirementGroup::female_55);
  EXPECT_EQ(person.birth, Month(1970, 2));
  EXPECT_EQ(person.joined, Month(1990, 7));
  EXPECT_EQ(person.retired, Month(2025, 4));
  EXPECT_EQ(person.service_months, 417);
  EXPECT_EQ(person.transition_months, 66);
  EXPECT_EQ(person.index, Rate(7382, 10000));
  EXPECT_EQ(person.deemed_index, Rate(12, 10));
  EXPECT_TRUE(person.intellectual && person.mountain_area);
  EXPECT_EQ(person.local_years, 20);
  EXPECT_EQ(person.account_balance, 95751.34_yuan);
  EXPECT_EQ(person.annuity_balance, 1000_yuan);
  EXPECT_EQ(person.old_base_wage, 1.01_yuan);
  EXPECT_EQ(person.old_allowance, 2.02_yuan);
  EXPECT_EQ(person.old_increase, 3.03_yuan);
  EXPECT_EQ(person.back_paid_months, 12);
  EXPECT_EQ(person.back_payment, 2400_yuan);
  ASSERT_EQ(person.additions.size(), 1U);
  EXPECT_EQ(person.additions[0].name, "护龄补贴");
  EXPECT_EQ(person.additions[0].amount, 10.5_yuan);
  EXPECT_TRUE(person.death.month.is_none());
}

TEST(PersonReader, leaves_open_what_is_not_said) {
  const Person person = read(worker + "retired = \"2025-04\"\n");
  EXPECT_EQ(person.index, Rate(1, 1));
  EXPECT_FALSE(person.deemed_index || person.old_base_wage || person.old_allowance || person.old_increase);
  EXPECT_EQ(person.service_months, 0);
  EXPECT_EQ(person.account_balance, Money{});
  EXPECT_FALSE(person.death.public_institution);
}

TEST(PersonReader, wants_a_retirement_of_the_living_alone) {
  EXPECT_EQ(wrong(worker), Keys{"retired"});
  const Person dead = read(worker + "died = \"2024-05\"\nemployer = \"institution\"\nbasic_wage = \"3000\"\n");
  EXPECT_TRUE(dead.retired.is_none());
  EXPECT_EQ(dead.death.month, Month(2024, 5));
  EXPECT_TRUE(dead.death.public_institution);
  EXPECT_EQ(dead.death.basic_wage, 3000_yuan);
}

TEST(PersonReader, wants_a_group_of_all_but_residents) {
  const std::string resident =
      head + "scheme = \"resident\"\nbirth = \"1960-02\"\njoined = \"2010-07\"\nretired = \"2020-02\"\n";
  EXPECT_EQ(wrong(resident), Keys{});
  EXPECT_EQ(
      wrong(head + "scheme = \"civil_service\"\nbirth = \"1960-02\"\njoined = \"1980-07\"\nretired = \"2020-02\"\n"),
      Keys{"group"});
}

TEST(PersonReader, names_all_that_is_wrong_at_once) {
  EXPECT_EQ(wrong(head + R"(scheme = "military"
group = "female_60"
birth = "1970-02"
joined = "1990-07"
retired = "2025-04"
service_months = 961
transition_months = -1
index = "5.01"
deemed_index = "0"
account_balance = "-1"
employer = "factory"
colour = "red"
[[addition]]
name = "护龄补贴"
)"),
            (Keys{"account_balance", "amount", "colour", "deemed_index", "employer", "group", "index", "scheme",
                  "service_months", "transition_months"}));
}

TEST(PersonReader, takes_bounds_and_refuses_what_lies_beyond) {
  const std::string person = worker + "retired = \"2025-04\"\n";
  EXPECT_EQ(wrong(person + "service_months = 960\nindex = \"5\"\n"), Keys{});
  EXPECT_EQ(wrong(person + "service_months = 961\n"), Keys{"service_months"});
  EXPECT_EQ(wrong(person + "index = \"5.0001\"\n"), Keys{"index"});
}

TEST(PersonReader, refuses_a_life_out_of_order) {
  EXPECT_EQ(wrong(head + "scheme = \"resident\"\nbirth = \"1990-07\"\njoined = \"1990-07\"\nretired = \"2025-04\"\n"),
            Keys{"joined"})
      << "nobody works in the month of birth";
  EXPECT_EQ(wrong(worker + "retired = \"1990-07\"\n"), Keys{"retired"});
  EXPECT_EQ(wrong(worker + "retired = \"2025-04\"\ndied = \"1990-07\"\n"), Keys{"died"});
}

}  // namespace
}  // namespace disburse
