// The words of programme files, both ways, and the parameters that a programme reads.
#include "engine/law/programme_definition.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(ProgrammeDefinition, words_of_files_stay_what_they_are) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(code_words<Kind>(), (Words{"regular", "arrears", "recovery", "lump_sum", "contribution", "overpayment",
                                       "suspended", "restored", "late_claim"}));
  EXPECT_EQ(code_words<Basis>(), (Words{"projected", "calibrated", "planned"}));
  EXPECT_EQ(code_words<Rounding>(), (Words{"half_up", "down", "up", "half_even"}));
  EXPECT_EQ(from_code<Rounding>("half_even"), Rounding::half_even);
  EXPECT_FALSE(from_code<Basis>(""));
  EXPECT_FALSE(from_code<Rounding>("nearest"));
  EXPECT_FALSE(from_code<Scheme>("civil service"));
}

TEST(ProgrammeDefinition, irregular_kinds_are_made_by_the_projection_and_no_component_has_them) {
  EXPECT_EQ(declared_kinds(), (std::vector<std::string>{"regular", "arrears", "recovery", "lump_sum", "contribution"}));
}

TEST(ProgrammeDefinition, a_contribution_alone_is_no_pay) {
  for (const Kind kind : enumerators<Kind>) EXPECT_EQ(traits_of(kind).part_of_pay, kind != Kind::contribution);
}

TEST(ProgrammeDefinition, tells_its_parameters_once_and_sorted) {
  ProgrammeDefinition programme;
  programme.id = "x";
  Component first, second;
  first.parameters = {"x.standard", "common.months"};
  second.parameters = {"x.standard", "a.first"};
  programme.components = {first, second};
  EXPECT_EQ(parameters_of(programme), (std::vector<std::string>{"a.first", "common.months", "x.standard"}));
  ProgrammeDefinition planned;
  planned.id = "cards";
  planned.shape = Shape::driver_cost;
  EXPECT_EQ(parameters_of(planned), (std::vector<std::string>{"cards.driver", "cards.unit_cost"}));
}

}  // namespace
}  // namespace disburse
