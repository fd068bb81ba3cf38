// One rule, several readers: sums, rows, one payment, a listener; all of one member say the same.
#include "engine/law/rule.hpp"

#include <gtest/gtest.h>

#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon quarter{Month(2024, 1), 3};

/// The member's pension in all months, and its double in February to those of the hardship list; else a reason.
template <class N>
class MadeRule final : public RuleParts {
 public:
  explicit MadeRule(const ContextOf<N>& context) : RuleParts(context) {}
  bool concerns(Scheme scheme, Role role) const { return scheme == Scheme::resident && role == Role::pensioner; }
  template <class Reader>
  void entitle(const MemberOf<N>& member, Reader& reader) const {
    reader.pay(0, 0, 3, member.pension);
    if (member.hardship) {
      reader.pay(1, 1, member.pension + member.pension);
    } else {
      reader.nothing(1, Reason::no_rate);
    }
  }
};

ProgrammeDefinition definition() {
  ProgrammeDefinition made;
  made.id = "made";
  made.scheme = Scheme::resident;
  made.components = {made_part("basic", payer("city"), {}).component,
                     made_part("hardship", payer("region"), {}).component};
  return made;
}

std::unique_ptr<Programme> programme(const Horizon& horizon = quarter) {
  static const ProgrammeDefinition kept = definition();
  static const ParameterTree law;
  static const Budget budget;
  return make_rule<MadeRule>(ProgrammeContext{kept, law, budget, horizon});
}

Member member(bool hardship, std::int64_t fen = 100) {
  Member made = made_pensioner(Scheme::resident, Money::fen(fen));
  made.hardship = hardship;
  return made;
}

TEST(Rule, sums_rows_and_the_listener_agree) {
  const Roster members = made_roster({member(true), member(false, 40)});
  StreamSums sums(2, 3);
  programme()->accumulate(members, 0, 2, sums);
  // Places: basic in columns 0 to 2; the region's part of the hardship list is nowhere.
  const std::vector<std::int32_t> places{0, 1, 2, -1, -1, -1};
  std::vector<std::int32_t> rows(2 * 3);
  programme()->spread(members, 0, 2, {rows.data(), 3, places});
  EXPECT_EQ(rows, (std::vector<std::int32_t>{100, 100, 100, 40, 40, 40}));
  for (std::size_t t = 0; t < 3; ++t) EXPECT_EQ(sums.amount(0, t), 140) << t;
  EXPECT_EQ(sums.amount(1, 1), 200);
  EXPECT_EQ(sums.amount(1, 0), 0);
  EXPECT_EQ(sums.persons(1, 1), 1);
}

struct Heard : PaymentListener {
  std::vector<std::string> lines;
  void pay(std::size_t component, std::size_t offset, Money amount) override {
    lines.push_back(std::to_string(component) + "@" + std::to_string(offset) + "=" + std::to_string(amount.fen()));
  }
  void nothing(std::size_t offset, Reason reason) override {
    lines.push_back("none@" + std::to_string(offset) + " " + std::to_string(reason.code()));
  }
  void step(Step) override {}
};

std::vector<std::string> heard(const Member& of) {
  Heard listener;
  programme()->explain(of, listener);
  return listener.lines;
}

TEST(Rule, explains_month_by_month) {
  EXPECT_EQ(heard(member(true)), (std::vector<std::string>{"0@0=100", "0@1=100", "0@2=100", "1@1=200"}));
  const std::string no_rate = std::to_string(Reason::no_rate);
  EXPECT_EQ(heard(member(false)), (std::vector<std::string>{"0@0=100", "0@1=100", "0@2=100", "none@1 " + no_rate}));
}

TEST(Rule, tells_in_every_month_why_others_get_nothing) {
  Member other = member(true);
  other.scheme = Scheme::enterprise;
  const std::string scheme = std::to_string(Reason::other_scheme), role = std::to_string(Reason::not_in_role);
  EXPECT_EQ(heard(other), (std::vector<std::string>{"none@0 " + scheme, "none@1 " + scheme, "none@2 " + scheme}));
  other = member(true);
  other.role = Role::payer;
  EXPECT_EQ(heard(other).front(), "none@0 " + role) << "the right scheme, another role";
}

TEST(Rule, without_words_of_its_own_pays_when_due_everybody_and_nothing_fixed) {
  EXPECT_EQ(programme()->paid_month(0, Month(2024, 2)), Month(2024, 2));
  EXPECT_EQ(programme()->take_up(Month(2024, 2)), Rate(1, 1));
  EXPECT_TRUE(programme()->fixed_payments().empty());
  EXPECT_TRUE(programme()->remembered().empty());
  Member carried = member(true);
  programme()->carry(carried);
  EXPECT_EQ(carried.pension, Money::fen(100));
}

TEST(OnePaymentReader, keeps_one_component_in_one_month) {
  OnePaymentReader reader{0, 1, {}};
  EXPECT_TRUE(reader.wants(0));
  EXPECT_FALSE(reader.wants(1));
  reader.pay(0, 0, 1, Money::fen(1));  // ends before it
  reader.pay(0, 1, 2, Money::fen(10));
  reader.pay(0, 2, 3, Money::fen(100));  // begins after it
  reader.pay(1, 1, Money::fen(1000));    // another component
  reader.pay(0, 1, Money::fen(5));
  EXPECT_EQ(reader.amount, Money::fen(15));
}

TEST(RowReader, refuses_what_does_not_fit_and_passes_over_what_has_no_place) {
  std::vector<std::int32_t> row(1);
  const std::vector<std::int32_t> places{0, -1};
  RowReader reader{row.data(), places, 1};
  reader.pay(0, 0, Money::fen(2147483647));
  EXPECT_EQ(row[0], 2147483647);
  EXPECT_THROW(reader.pay(0, 0, Money::fen(1)), std::length_error);
  EXPECT_FALSE(reader.wants(1));
  EXPECT_NO_THROW(reader.pay(1, 0, Money::fen(1)));
}

}  // namespace
}  // namespace disburse
