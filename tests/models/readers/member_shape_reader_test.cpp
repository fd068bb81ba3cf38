// Whom a programme pays, how much, when and borne by whom: what its file's tables become, and what they may not say.
#include "models/readers/member_shape_reader.hpp"

#include <gtest/gtest.h>

#include "support/made_programme.hpp"
#include "support/toml_text.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

const PayerList& payers() {
  static const PayerList list(
      {{"city", "市本级", "city", Purse::own}, {"region", "自治区", "region", Purse::government}});
  return list;
}

constexpr const char* who = "[who]\nroles = [\"pensioner\"]\nwhile = \"drawing\"\n";

struct Read {
  ProgrammeDefinition programme;
  Keys faults;
};

/// A file with [who] as given and one component.
Read read(const std::string& component, const std::string& head = who) {
  Read made;
  made.faults = toml_faults(head + "[[component]]\n" + component, [&](TomlTable& root, InputErrors&) {
    read_member_shape(root, made.programme);
    for (TomlTable& table : root.tables("component")) {
      Component whole = made_part("whole", *payers().find("city"), {}).component;
      whole.monthly = table.optional_flag("monthly").value_or(false);
      read_grant(table, whole, payers(), made.programme);
      table.finish();
    }
    root.finish();
  });
  return made;
}

constexpr const char* plain = "amount = { standard = \"a.standard\" }\nwhen = { every = \"month\" }\n";

TEST(MemberShapeReader, a_flat_monthly_amount_is_one_grant) {
  const Read made = read(plain);
  EXPECT_EQ(made.faults, Keys{});
  ASSERT_EQ(made.programme.members.grants.size(), 1U);
  const Grant& grant = made.programme.members.grants[0];
  EXPECT_EQ(grant.amount.base, AmountBase::standard);
  EXPECT_EQ(grant.amount.parameter, "a.standard");
  EXPECT_EQ(grant.due, Due::every_month);
  EXPECT_FALSE(grant.paid_later);
  EXPECT_EQ(made.programme.members.roles, std::vector<Role>{Role::pensioner});
  ASSERT_EQ(made.programme.components.size(), 1U);
  EXPECT_EQ(made.programme.components[0].parameters, Keys{"a.standard"});
}

TEST(MemberShapeReader, dues_are_months_of_a_parameter_or_once) {
  const auto due = [](const std::string& when) {
    const Read made = read("amount = { of = \"pension\" }\nwhen = " + when + "\n");
    EXPECT_EQ(made.faults, Keys{}) << when;
    return made;
  };
  const Read months = due("{ months = \"a.months\", paid = \"month_after\" }");
  EXPECT_EQ(months.programme.members.grants[0].due, Due::months_of_year);
  EXPECT_EQ(months.programme.members.grants[0].months, "a.months");
  EXPECT_TRUE(months.programme.members.grants[0].paid_later);
  EXPECT_EQ(due("{ once = \"retirement\" }").programme.members.grants[0].due, Due::at_retirement);
  const Read death = due("{ once = \"death\" }");
  EXPECT_EQ(death.programme.members.grants[0].due, Due::on_death);
  EXPECT_TRUE(death.programme.components[0].on_death);
  EXPECT_EQ(read("amount = { of = \"pension\" }\nwhen = { every = \"month\", once = \"death\" }\n").faults.size(), 1U);
}

TEST(MemberShapeReader, amounts_begin_with_one_thing) {
  const auto base = [](const std::string& amount) {
    return read("amount = " + amount + "\nwhen = { every = \"month\" }\n");
  };
  EXPECT_EQ(base("{ by_age = \"a.steps\" }").programme.members.grants[0].amount.base, AmountBase::by_age);
  EXPECT_EQ(base("{ of = \"annuity_base\" }").programme.members.grants[0].amount.base, AmountBase::annuity_base);
  const Read category = base("{ by_category = { lixiu = \"a.lixiu\" } }");
  EXPECT_EQ(category.programme.members.grants[0].amount.by_category.at(Category::lixiu), "a.lixiu");
  EXPECT_EQ(base("{ share = \"a.share\" }").faults.size(), 1U) << "a share of nothing";
  EXPECT_EQ(base("{ standard = \"a.b\", of = \"pension\" }").faults.size(), 1U);
  EXPECT_EQ(base("{ of = \"pension\", years_beyond = \"a.years\" }").faults, Keys{"years_beyond"})
      << "years count where the amount is multiplied by them";
  EXPECT_EQ(base("{ of = \"pension\", per_year = true, years_beyond = \"a.years\" }").faults, Keys{});
}

TEST(MemberShapeReader, parts_of_other_payers_become_components_that_count_nobody_again) {
  const Read made =
      read(std::string(plain) +
           "[[component.shared]]\nid = \"part\"\nname = \"部分\"\npayer = \"region\"\nshare = \"a.share\"\n");
  EXPECT_EQ(made.faults, Keys{});
  ASSERT_EQ(made.programme.components.size(), 2U);
  const Component& part = made.programme.components[1];
  EXPECT_EQ(part.id, "part");
  EXPECT_EQ(part.payer.id(), "region");
  EXPECT_FALSE(part.counts_persons);
  EXPECT_TRUE(made.programme.components[0].counts_persons);
  EXPECT_EQ(part.parameters, (Keys{"a.standard", "a.share"}));
  ASSERT_EQ(made.programme.members.grants[0].shared.size(), 1U);
  EXPECT_EQ(made.programme.members.grants[0].shared[0].component, 1U);
  EXPECT_EQ(read(std::string(plain) +
                 "[[component.shared]]\nid = \"part\"\nname = \"部分\"\npayer = \"city\"\nshare = \"a.share\"\n")
                .faults,
            Keys{"payer"})
      << "the payer of the rest has no part";
}

TEST(MemberShapeReader, common_conditions_stand_in_every_grant) {
  const std::string head =
      std::string(who) + "[[condition]]\nhardship = true\nreason = \"不是\"\nreason_en = \"is not\"\n";
  const Read made = read(std::string(plain) +
                             "[[component.condition]]\nage_from = \"a.age\"\nreason = \"未满\"\n"
                             "reason_en = \"younger\"\n",
                         head);
  EXPECT_EQ(made.faults, Keys{});
  ASSERT_EQ(made.programme.members.grants[0].conditions.size(), 2U);
  EXPECT_EQ(made.programme.members.grants[0].conditions[0].test, disburse::Test::hardship);
  EXPECT_EQ(made.programme.members.grants[0].conditions[1].test, disburse::Test::age_from);
  EXPECT_EQ(made.programme.components[0].parameters, (Keys{"a.standard", "a.age"}));
}

TEST(MemberShapeReader, roles_fit_the_phase_of_life) {
  const auto phase = [](const std::string& roles, const std::string& phase_word) {
    return read(plain, "[who]\nroles = [" + roles + "]\nwhile = \"" + phase_word + "\"\n").faults;
  };
  EXPECT_EQ(phase("\"pensioner\"", "contributing"), Keys{"roles"});
  EXPECT_EQ(phase("\"payer\"", "contributing"), Keys{});
  EXPECT_EQ(phase("\"leaver\"", "drawing"), Keys{"roles"});
  EXPECT_EQ(phase("\"leaver\"", "any"), Keys{});
  EXPECT_EQ(phase("\"farmer\"", "any"), Keys{"roles"});
  EXPECT_EQ(read(plain, "[who]\nwhile = \"any\"\n").faults, Keys{"roles"});
}

TEST(MemberShapeReader, what_can_never_be_paid_or_suspended_is_refused) {
  EXPECT_EQ(read("monthly = true\namount = { of = \"pension\" }\nwhen = { once = \"death\" }\n").faults,
            Keys{"monthly"});
  EXPECT_EQ(read("amount = { of = \"base\" }\nwhen = { once = \"retirement\" }\n",
                 "[who]\nroles = [\"active\"]\nwhile = \"contributing\"\n")
                .faults,
            Keys{"when"});
}

TEST(MemberShapeReader, parameters_must_be_there_and_of_a_unit_that_fits) {
  const Read made = read("amount = { standard = \"a.standard\", share = \"a.share\" }\nwhen = { every = \"month\" }\n");
  ParameterTree tree;
  Parameter one;
  one.path = "a.standard";
  one.unit = Unit::yuan_per_month;
  tree.add(one);
  InputErrors missing;
  check_member_parameters(made.programme, tree, missing);
  EXPECT_EQ(keys_of(missing), Keys{"share"});
  one.path = "a.share";
  tree.add(one);
  InputErrors misfit;
  check_member_parameters(made.programme, tree, misfit);
  EXPECT_EQ(keys_of(misfit), Keys{"share"}) << "an amount is no rate";
}

}  // namespace
}  // namespace disburse
