// The core alone: the main job and replicates of members, law and budget that are made in code. No file is read.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/parallel.hpp"
#include "engine/law/rule.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {
namespace {

constexpr int pensioners = 1000;
constexpr double yearly_death = 0.12;
const Horizon year{Month(2024, 1), 12};

/// 100 yuan a month to every pensioner.
template <class N>
class FlatBenefit final : public RuleParts {
 public:
  explicit FlatBenefit(const ContextOf<N>& context) : RuleParts(context), benefit_(component("benefit")) {}
  bool concerns(Scheme scheme, Role role) const { return scheme == Scheme::resident && role == Role::pensioner; }
  template <class Reader>
  void entitle(const MemberOf<N>&, Reader& reader) const {
    reader.pay(benefit_, 0, static_cast<std::size_t>(horizon().count), N::Money::yuan(100));
  }

 private:
  std::size_t benefit_;
};

Parameter parameter(const std::string& path, Unit unit, Value value) {
  Parameter made;
  made.path = made.name = path;
  made.unit = unit;
  if (const auto* text = std::get_if<std::string>(&value)) made.choices = {*text};
  made.values.push_back({Month(2000, 1), {}, {2000, 1, 1}, std::move(value), Status::assumed, "made in code", {}});
  return made;
}

ParameterTree parameters() {
  ParameterTree tree;
  tree.add(parameter("mortality.table", Unit::choice, std::string("flat")));
  tree.add(parameter("mortality.improvement_first", Unit::month, Month(2024, 1)));
  tree.add(parameter("mortality.improvement_pace", Unit::rate, Rate()));
  const auto none = *parse_value(Unit::number_by_step, "0: 0");
  tree.add(parameter("mortality.improvement_male", Unit::number_by_step, none));
  tree.add(parameter("mortality.improvement_female", Unit::number_by_step, none));
  for (int s = 0; s < scheme_count; ++s)
    tree.add(parameter(std::string("mortality.factor.") + to_string(static_cast<Scheme>(s)), Unit::rate, Rate(1, 1)));
  for (const char* share :
       {"late_death_share", "recovered_share", "suspended_share", "restored_share", "late_claim_share"})
    tree.add(parameter(std::string("irregular.") + share, Unit::rate, Rate()));
  for (const char* months : {"late_death_months", "suspended_months", "late_claim_months"})
    tree.add(parameter(std::string("irregular.") + months, Unit::months, std::int64_t{1}));
  tree.add(parameter("office.driver", Unit::count, std::int64_t{300}));
  tree.add(parameter("office.unit_cost", Unit::yuan_per_unit, Rate(5, 1)));
  return tree;
}

const PayerList& payers() {
  static const PayerList list({{"city", "市", "city", Purse::own}});
  return list;
}

ProgrammeDefinition programme(const std::string& id, Shape shape) {
  ProgrammeDefinition made;
  made.own = payers().own();
  made.id = made.name = made.name_en = made.project = id;
  made.line = "2089999";
  made.shape = shape;
  return made;
}

LifeTable flat_table() {
  LifeTable table;
  table.name = "flat";
  table.first_age = 0;
  for (std::vector<Rate>& q : table.q) {
    q.assign(120, Rate(12, 100));
    q.back() = Rate(1, 1);
  }
  return table;
}

Roster roster() {
  Roster made;
  made.as_of = Month(2023, 12);
  made.source = "made in code";
  for (int i = 0; i < pensioners; ++i) {
    Member member{};
    member.scheme = Scheme::resident;
    member.role = Role::pensioner;
    member.sex = i % 2 == 0 ? Sex::male : Sex::female;
    member.birth = Month(1950, 1 + i % 12);
    member.joined = Month(2000, 1);
    member.retired = Month(2010, 1);
    made.add(MemberKey::from("R" + std::to_string(100000 + i)), member);
  }
  return made;
}

Scenario scenario() {
  Scenario made;
  made.name = made.title = "made in code";
  made.horizon = year;
  made.seed = 7;
  return made;
}

LoadedData data() {
  LoadedData made;
  made.law.parameters = parameters();
  made.law.payers = payers();
  made.law.life_tables.emplace("flat", flat_table());
  made.law.programmes = {programme("office", Shape::driver_cost)};
  made.budget.fiscal_year = 2024;
  made.budget.lines = {{"2089999", "other", {}, Money::yuan(1'200'000), Money::yuan(1'200'000), {}}};
  made.budget.project = made.budget.total = Money::yuan(1'200'000);
  made.budget.projects = {{"office", "office", "2089999", Money::yuan(1'500)},
                          {"flat", "flat", "2089999", Money::yuan(1'198'500)}};
  made.document.fiscal_year = 2024;
  made.roster = roster();
  made.mortality = mortality_of(made.law.parameters, made.law.life_tables, year);
  return made;
}

/// The session with a programme that is no formula of the law: any rule may be projected.
Session session_of(const LoadedData& made) {
  Session session = make_session(made, scenario());
  ProgrammeDefinition flat = programme("flat", Shape::formula);
  flat.scheme = Scheme::resident;
  Component benefit;
  benefit.id = benefit.name = "benefit";
  benefit.payer = payers().own();
  benefit.monthly = benefit.counts_persons = true;
  flat.components = {benefit};
  session.programmes.push_back(
      make_rule<FlatBenefit>(ProgrammeContext{flat, session.law.parameters, session.budget, year}));
  session.law.programmes.push_back(flat);
  return session;
}

/// 100 yuan a month to those alive on its first day, of whom (1 - 0.12)^(t / 12) are left after t months.
double expected_yuan() {
  double sum = 0.0;
  for (int t = 0; t < 12; ++t) sum += 100.0 * pensioners * std::pow(1.0 - yearly_death, t / 12.0);
  return sum;
}

TEST(CoreAlone, projects_members_that_were_made_in_code) {
  const Session session = session_of(data());
  const RunResult result = run(session, 1);
  ASSERT_EQ(result.programmes.size(), 2U);
  EXPECT_EQ(result.programmes[0].amount.projected, Money::yuan(1500));
  EXPECT_NEAR(static_cast<double>(result.programmes[1].amount.projected.fen()) / 100.0, expected_yuan(), 0.12);
  EXPECT_EQ(result.total.projected, result.programmes[0].amount.projected + result.programmes[1].amount.projected);
  for (const ControlLine& line : result.control) EXPECT_TRUE(line.balanced) << english(line.name);
}

TEST(CoreAlone, replicates_them) {
  const LoadedData made = data();
  const Session session = session_of(made);
  ReplicateRequest request;
  request.replicates = 400;
  request.threads = 1;
  const RiskResult risk = risk_of_session(made, session, request);
  bool seen = false;
  for (const RiskFigure& figure : risk.figures) {
    if (figure.of != RiskFigure::Of::programme || figure.id != "flat") continue;
    seen = true;
    // Deaths of 1,000 members: 4.5 standard errors of the mean are a false alarm in 150,000.
    const double error = static_cast<double>(figure.chance.standard_error.fen()) / 100.0;
    EXPECT_GT(error, 0.0);
    EXPECT_NEAR(static_cast<double>(figure.chance.mean.fen()) / 100.0, expected_yuan(), 4.5 * error);
  }
  EXPECT_TRUE(seen);
}

/// Counts what a study tells it, and stops it when it was told enough.
class Listener : public Progress {
 public:
  explicit Listener(bool stop) : stop_(stop) {}
  void expect(double, std::size_t) override {}
  void begin(Work what, std::uint64_t total) override {
    what_ = what;
    total_ = total;
  }
  void raise_total(std::uint64_t total) override { total_ = total; }
  void add(std::uint64_t done) override {
    done_ += done;
    if (stop_) throw Stopped();
  }
  Work what_ = Work::points;
  std::uint64_t total_ = 0, done_ = 0;

 private:
  bool stop_;
};

TEST(CoreAlone, tells_how_far_it_is_and_stops_when_asked) {
  const LoadedData made = data();
  const Session session = session_of(made);
  ReplicateRequest request;
  request.replicates = 64;
  request.threads = 1;
  Listener listener(false);
  risk_of_session(made, session, request, nullptr, &listener);
  EXPECT_EQ(listener.what_, Work::replicates);
  EXPECT_EQ(listener.done_, listener.total_);
  Listener impatient(true);
  EXPECT_THROW(risk_of_session(made, session, request, nullptr, &impatient), Stopped);
}

}  // namespace
}  // namespace disburse
