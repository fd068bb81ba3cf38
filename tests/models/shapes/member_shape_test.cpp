// The shape "member": allowances of tests/models/allowances as single files, held to cases, to each other's readers,
// and to every way of writing them wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "cases/case_file.hpp"
#include "cases/worked_case.hpp"
#include "models/programme_factory.hpp"
#include "support/layers.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const fs::path allowances = source_dir() / "tests" / "models" / "allowances";
constexpr const char* programmes = "models/programmes/";

/// The shipped law with every allowance of the tests as one more file.
class CopiedLaw {
 public:
  CopiedLaw() {
    copy_data(folder_);
    for (const auto& entry : fs::directory_iterator(allowances / "programmes"))
      fs::copy(entry.path(), folder_.path() / programmes);
  }
  const ScratchFolder& folder() const { return folder_; }
  Law law() const { return city_law(folder_.path()); }

 private:
  ScratchFolder folder_;
};

const Law& law_with_allowances() {
  static const Law law = CopiedLaw().law();
  return law;
}

class Allowances : public testing::TestWithParam<fs::path> {};

TEST_P(Allowances, one_file_gives_what_the_case_lists) { expect_case_holds(GetParam(), law_with_allowances()); }

INSTANTIATE_TEST_SUITE_P(Worked, Allowances, testing::ValuesIn(case_files(allowances / "cases")), [](const auto& file) {
  std::string name = file.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(AllowanceCases, every_allowance_has_a_case) {
  std::set<std::string> covered;
  for (const fs::path& file : case_files(allowances / "cases")) covered.insert(read_case(file).programme);
  for (const fs::path& file : case_files(allowances / "programmes")) EXPECT_TRUE(covered.contains(file.stem())) << file;
}

Member any_member() {
  Member member;
  member.scheme = *rc::gen::element(Scheme::civil_service, Scheme::enterprise, Scheme::resident);
  member.role = *rc::gen::element(Role::pensioner, Role::pensioner, Role::payer, Role::active, Role::leaver);
  member.sex = *rc::gen::element(Sex::male, Sex::female);
  member.category = *rc::gen::element(Category::ordinary, Category::state_school_teacher, Category::lixiu);
  member.birth = Month(1915, 1) + *rc::gen::inRange(0, 70 * 12);
  member.retired = member.birth + *rc::gen::inRange(50 * 12, 66 * 12);
  member.joined = *rc::gen::element(Month::none(), member.birth + 20 * 12);
  member.service_months = *rc::gen::inRange(0, 45 * 12);
  member.pension = Money::fen(*rc::gen::inRange(0, 1'000'000));
  return member;
}

/// The shape's programmes, the shipped and those of the tests, over three years with a change of law in between.
const ProgrammeSet& shaped() {
  static const ProgrammeSet all = [] {
    const Law& law = law_with_allowances();
    std::vector<ProgrammeDefinition> definitions;
    for (const ProgrammeDefinition& each : law.programmes) {
      if (each.shape == Shape::member) definitions.push_back(each);
    }
    return make_programmes(definitions, law.parameters, Budget{}, {Month(2024, 1), 36});
  }();
  return all;
}

/// What an explanation tells, by component and month.
class Told : public PaymentListener {
 public:
  void pay(std::size_t component, std::size_t offset, Money amount) override {
    paid[{component, offset}] += amount;
    answered.insert(offset);
  }
  void nothing(std::size_t offset, Reason) override { EXPECT_TRUE(answered.insert(offset).second); }
  void step(Step) override {}
  std::map<std::pair<std::size_t, std::size_t>, Money> paid;
  std::set<std::size_t> answered;
};

RC_GTEST_PROP(MemberShape, an_explanation_tells_what_is_summed_and_every_month_has_an_answer, ()) {
  const Member member = any_member();
  Roster roster;
  roster.add(MemberKey::from("A"), member);
  for (const auto& programme : shaped()) {
    Told told;
    programme->explain(member, told);
    RC_ASSERT(told.answered.size() == 36U);
    StreamSums sums(programme->definition().components.size(), 36);
    if (programme->concerns(member.scheme, member.role)) programme->accumulate(roster, 0, 1, sums);
    for (std::size_t c = 0; c < programme->definition().components.size(); ++c) {
      for (std::size_t t = 0; t < 36; ++t) {
        const auto found = told.paid.find({c, t});
        RC_ASSERT(sums.persons(c, t) == (found == told.paid.end() ? 0 : 1));
        if (found != told.paid.end()) RC_ASSERT(sums.amount(c, t) == found->second.fen());
      }
    }
  }
}

/// Bands paid by two payers: whoever pays what, the whole is the band of the age.
RC_GTEST_PROP(MemberShape, parts_of_payers_sum_to_the_whole, ()) {
  const Member member = any_member();
  for (const auto& programme : shaped()) {
    if (programme->definition().id != "old_age_bands") continue;
    Told told;
    programme->explain(member, told);
    const ParameterTree& law = law_with_allowances().parameters;
    for (std::size_t t = 0; t < 36; ++t) {
      const Month month = Month(2024, 1) + static_cast<int>(t);
      const bool pays = programme->concerns(member.scheme, member.role) && member.scheme != Scheme::civil_service &&
                        month > member.retired;
      const Money band = law.table("old_age_bands.bands", month).at_least((month - member.birth) / 12);
      RC_ASSERT((told.paid[{0, t}] + told.paid[{1, t}] == (pays ? band : Money{})));
    }
  }
}

// ---- strict reading ---------------------------------------------------------------------------------

std::vector<std::string> faults_of(const CopiedLaw& copy) {
  std::vector<std::string> texts;
  try {
    copy.law();
  } catch (const InputRejected& rejected) {
    for (const InputError& error : rejected.errors()) texts.push_back(to_string(error));
  }
  return texts;
}

struct Fault {
  const char* file;
  const char* what;
  const char* with;
  const char* problem;
  const char* remedy;
};

TEST(MemberShape, what_is_written_wrong_is_told_with_line_and_remedy) {
  const Fault cases[] = {
      {"old_age_allowance", "age_from =", "age_form =", "age_form: the key is not known", "Did you mean age_from?"},
      {"old_age_allowance", "age_from =", "age_form =", "the test of a condition is missing", "Add one of them"},
      {"old_age_allowance", "reason_en = \"below the age from which the allowance is paid\"\n", "",
       "reason_en: the key is missing", "Add reason_en"},
      {"old_age_allowance", "age_from = \"old_age_allowance.first_age\"",
       "age_from = \"old_age_allowance.first_age\"\nsex = [\"male\"]", "contradict each other", "another entry"},
      {"old_age_allowance", "\"old_age_allowance.first_age\"", "\"old_age_allowance.frist_age\"",
       "there is no parameter old_age_allowance.frist_age", "Did you mean old_age_allowance.first_age?"},
      {"old_age_allowance", "\"old_age_allowance.first_age\"", "\"old_age_allowance.standard\"",
       "has the unit yuan_per_month (wanted here is years)", "Name another parameter"},
      {"old_age_allowance", "roles = [\"pensioner\", \"payer\"]", "roles = [\"pensionner\"]", "is no role",
       "Did you mean pensioner?"},
      {"old_age_allowance", "while = \"drawing\"", "while = \"contributing\"", "a pensioner does not contribute",
       "while = \"drawing\""},
      {"old_age_allowance", "roles = [\"pensioner\", \"payer\"]", "roles = [\"leaver\"]",
       "a leaver neither contributes nor draws", "while = \"any\""},
      {"old_age_allowance", "amount = { standard", "amount = { standrad", "standrad: the key is not known",
       "Did you mean standard?"},
      {"old_age_allowance", "amount = { standard = \"old_age_allowance.standard\" }", "", "amount: the key is missing",
       "Add amount"},
      {"old_age_allowance", "{ standard =", "{ of = \"pension\", standard =", "contradict each other", "Keep one"},
      {"old_age_allowance", "\"old_age_allowance.standard\" }",
       "\"old_age_allowance.standard\", years_beyond = \"old_age_allowance.first_age\" }", "years do not count here",
       "Add per_year = true"},
      {"old_age_allowance", "every = \"month\"", "evry = \"month\"", "evry: the key is not known",
       "Did you mean every?"},
      {"old_age_allowance", "every = \"month\"", "once = \"death\"", "is not paid every month", "Remove monthly"},
      {"old_age_allowance", "monthly = true", "on_death = true", "on_death: the key is not known", "Remove it"},
      {"old_age_allowance", "monthly = true", "parameters = []", "parameters: the key is not known", "Remove it"},
      {"old_age_allowance", "shape = \"member\"", "shape = \"formula\"", "who: the key is not known", "Remove it"},
      {"old_age_bands", "payer = \"region\"", "payer = \"city\"", "is the payer of the component itself",
       "Name another payer"},
      {"old_age_bands", "id = \"region_part\"", "id = \"allowance\"", "the component allowance is there already",
       "another id"},
      {"old_age_bands", "scheme = [\"resident\", \"enterprise\"]", "scheme = []", "the list is empty", "at least one"},
      {"old_age_bands", "scheme = [\"resident\", ", "scheme = [\"residents\", ", "is not one of the allowed words",
       "Did you mean resident?"},
      {"old_age_bands", "rounding = \"half_up\"\n", "", "the rounding is missing", "Add rounding"},
      {"old_age_allowance", "basis = \"projected\"",
       "basis = \"projected\"\nrounding = \"down\"\nrounding_reference = \"x\"", "the rounding would never act",
       "Remove rounding"},
      {"family_planning", "while = \"drawing\"", "while = \"contributing\"", "would never be paid",
       "while = \"drawing\""},
  };
  for (const Fault& each : cases) {
    const CopiedLaw copy;
    const std::string file = std::string(programmes) + each.file + ".toml";
    spoil(copy.folder(), file, each.what, each.with);
    EXPECT_THAT(faults_of(copy), Contains(AllOf(HasSubstr(std::string(each.file) + ".toml:"), HasSubstr(each.problem),
                                                HasSubstr(each.remedy))))
        << each.with;
  }
}

TEST(MemberShape, parts_that_exceed_the_whole_are_refused) {
  const CopiedLaw copy;
  // Two parts of one half each until June, of 0.6 each from July on.
  spoil(copy.folder(), std::string(programmes) + "old_age_bands.toml", "[parameter.bands]",
        "[[component.shared]]\nid = \"central_part\"\nname = \"高龄津贴（中央负担）\"\npayer = \"central\"\n"
        "share = \"old_age_bands.region_share\"\n\n[parameter.bands]");
  spoil(copy.folder(), std::string(programmes) + "old_age_bands.toml", "value = \"1/3\"", "value = \"0.6\"");
  const Law law = copy.law();
  for (const ProgrammeDefinition& each : law.programmes) {
    if (each.id != "old_age_bands") continue;
    EXPECT_THROW(make_programmes({each}, law.parameters, Budget{}, {Month(2024, 1), 12}), InputRejected);
    EXPECT_NO_THROW(make_programmes({each}, law.parameters, Budget{}, {Month(2024, 1), 6}));
  }
}

}  // namespace
}  // namespace disburse
