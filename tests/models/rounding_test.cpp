// A programme's `rounding` decides how each of its payments is brought to whole fen: "down" in every file, against
// amounts worked out by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "engine/law/parameter_extension.hpp"
#include "models/programme_factory.hpp"
#include "support/layers.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

const fs::path source = source_dir();

/// The shipped law and one allowance of the tests; with "down" in every programme's file where `down` says so.
Law law_rounding(bool down) {
  const ScratchFolder folder;
  copy_data(folder);
  fs::copy(source / "tests" / "models" / "allowances" / "programmes" / "old_age_bands.toml",
           folder.path() / "models" / "programmes");
  for (const std::string layer : {"models", "models/regions/ningxia", "scenarios/agencies/zhongwei"}) {
    for (const auto& entry : fs::directory_iterator(folder.path() / layer / "programmes")) {
      const std::string name = layer + "/programmes/" + entry.path().filename().string();
      const std::string key = "rounding = \"half_up\"";
      if (down && folder.read(name).find(key) != std::string::npos) spoil(folder, name, key, "rounding = \"down\"");
    }
  }
  Law law = city_law(folder.path());
  extend_parameters(law.parameters, Month(2024, 12));
  return law;
}

class Rounded : public testing::TestWithParam<bool> {
 protected:
  /// The amount that half_up gives, or that down gives.
  static Money either(const char* half_up, const char* down) { return *parse_yuan(GetParam() ? down : half_up); }

  void set(const std::string& path, const std::string& value) {
    InputErrors errors;
    law_.parameters.override_value({path, value, "test", "test", {}}, errors);
    ASSERT_TRUE(errors.empty()) << to_string(*errors.begin());
  }

  std::unique_ptr<Programme> programme(const std::string& id, const Budget& budget = {}) const {
    const auto found = std::find_if(law_.programmes.begin(), law_.programmes.end(),
                                    [&](const ProgrammeDefinition& each) { return each.id == id; });
    EXPECT_NE(found, law_.programmes.end()) << id;
    auto made = make_programmes({*found}, law_.parameters, budget, {Month(2024, 1), 12});
    return std::move(made.front());
  }

  /// What the member gets from a component in a month of 2024.
  Money paid(const std::string& id, const Member& member, const std::string& component, int month) const {
    struct Listener : PaymentListener {
      std::string component;
      std::size_t offset = 0;
      const Programme* programme = nullptr;
      Money sum;
      void pay(std::size_t part, std::size_t at, Money amount) override {
        if (at == offset && programme->definition().components[part].id == component) sum += amount;
      }
      void nothing(std::size_t, Reason) override {}
      void step(Step) override {}
    };
    const auto made = programme(id);
    Listener listener;
    listener.component = component;
    listener.offset = static_cast<std::size_t>(month - 1);
    listener.programme = made.get();
    made->explain(member, listener);
    return listener.sum;
  }

  Law law_ = law_rounding(GetParam());
};

INSTANTIATE_TEST_SUITE_P(HalfUpAndDown, Rounded, testing::Bool(),
                         [](const auto& down) { return down.param ? "down" : "half_up"; });

TEST_P(Rounded, contributions_of_the_civil_service) {
  Member member;
  member.role = Role::active;
  member.birth = Month(1980, 1);
  member.base = *parse_yuan("6001.03");  // x 0.24 = 1440.2472
  EXPECT_EQ(paid("civil_service_pension", member, "contribution", 1), either("1440.25", "1440.24"));
}

TEST_P(Rounded, the_rise_of_a_pension) {
  Member member;
  member.birth = Month(1951, 6);
  member.retired = Month(2011, 6);
  member.service_months = 420;
  member.pension = Money::yuan(5650);  // x 0.75 % = 42.375; the rest of the rise is 115
  EXPECT_EQ(paid("civil_service_pension", member, "pension", 7), either("5807.38", "5807.37"));
}

TEST_P(Rounded, an_annuity_made_real) {
  set("annuity_funding.interest", "0");
  Member member;
  member.role = Role::active;
  member.birth = Month(1975, 1);
  member.joined = Month(2000, 1);
  member.annuity_base = *parse_yuan("6500.30");  // 24 months x 8 % = 1.92 times the base: 12480.576
  EXPECT_EQ(paid("annuity_funding", member, "in_service", 6), either("12480.58", "12480.57"));
}

TEST_P(Rounded, the_account_that_a_resident_leaves) {
  set("account.resident_interest", "0.02336");
  Member member;
  member.scheme = Scheme::resident;
  member.role = Role::payer;
  member.birth = Month(1964, 12);
  member.retired = Month(2024, 12);
  member.service_months = 24;
  member.grade = 200;  // and 40 of subsidy: 240 x (1.02336 + 1) = 485.6064
  EXPECT_EQ(paid("resident_pension", member, "account_inheritance", 12), either("485.61", "485.60"));
}

TEST_P(Rounded, parts_of_payers) {
  Member member;
  member.scheme = Scheme::resident;
  member.birth = Month(1942, 1);
  member.retired = Month(2002, 1);
  // 50 a month; a third of it from July on is 16.666...
  EXPECT_EQ(paid("old_age_bands", member, "region_part", 7), either("16.67", "16.66"));
  EXPECT_EQ(paid("old_age_bands", member, "allowance", 7), either("33.33", "33.34"));
}

TEST_P(Rounded, drivers_times_unit_cost) {
  set("electronic_signature.driver", "1667");  // x 120000/1666 = 120072.0288...
  Money year;
  for (const FixedPayment& payment : programme("electronic_signature")->fixed_payments()) year += payment.amount;
  EXPECT_EQ(year, either("120072.03", "120072.02"));
}

TEST_P(Rounded, even_parts_of_a_year) {
  Budget budget;
  budget.fiscal_year = 2024;
  BudgetLine line;
  line.code = "2080109";
  line.basic = Money::yuan(100);
  budget.lines.push_back(line);
  const auto parts = programme("basic_expenditure", budget)->fixed_payments();
  ASSERT_EQ(parts.size(), 12U);
  EXPECT_EQ(parts[0].amount, *parse_yuan("8.33"));
  EXPECT_EQ(parts[1].amount, either("8.34", "8.33")) << "up to February 16.666...";
}

}  // namespace
}  // namespace disburse
