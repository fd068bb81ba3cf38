#include "tests/outputs/sample_study.hpp"

namespace disburse::testing {
namespace {

Money wan(std::int64_t amount) { return Money::yuan(amount * 10'000); }
constexpr double fen_a_wan = 1e6;

void add_inputs(StudyResult& study) {
  study.inputs = {
      {"range", "mortality.factor", "死亡率倍数", "rate", "triangular", "统计", "0.9", "1", "1.1", 0.9, 1.0, 1.1},
      {"range", "award.standard", "每次标准", "yuan_per_payment", "uniform", "办法", "540.00", "600.00", "660.00",
       540.0, 600.0, 660.0},
      {"range", "award.idle", "没有用的数", "rate", "normal", "估计", "0.1", "0.2", "0.3", 0.1, 0.2, 0.3},
      {"lever", "award_rate", "奖励政策", "", "lever", "", "少发", "", "多发", 1.0, 0.0, 2.0}};
  study.factors = {{"mortality.factor", {0}}, {"award.standard", {1}}, {"award.idle", {2}}};
}

void add_bars(StudyResult& study) {
  // (1,030 - 970) / 1,000 is 0.06, 120 of 600 yuan are 0.2: 0.3. A yuan moves 0.5万, so 10万 are 20 yuan.
  study.tornado = {{1, wan(970), wan(1030), 0.3, "620.00", false, false},
                   {0, wan(1005), wan(995), -0.05, std::nullopt, false, false},
                   {3, wan(1002), wan(1004), std::nullopt, std::nullopt, false, true},
                   {2, wan(1000), wan(1000), std::nullopt, std::nullopt, true, false}};
  // 60万 over 120 yuan are 5,000 yuan a yuan; -10万 over 0.2 are -500,000 yuan, -5,000 a percentage point.
  study.slopes = {{1, 500'000.0, std::nullopt, true, false},
                  {0, -50'000'000.0, -500'000.0, false, false},
                  {2, 0.0, 0.0, true, true}};
  study.map = HeatMap{1, 0, {"540.00", "660.00"}, {"0.9", "1.1"}, {{wan(975), wan(965)}, {wan(1035), wan(1025)}}};
}

void add_indices(StudyResult& study) {
  study.trajectories = 10;
  study.levels = 4;
  study.morris = MorrisResult{
      {{-12 * fen_a_wan, 12 * fen_a_wan, 1 * fen_a_wan}, {70 * fen_a_wan, 70 * fen_a_wan, 0.0}, {0.0, 0.0, 0.0}}, 40};
  SobolResult sobol;
  sobol.mean = 1000 * fen_a_wan;
  sobol.variance = 400 * fen_a_wan * fen_a_wan;  // a deviation of 20万
  sobol.first = {{0.1, 0.05, 0.15}, {0.85, 0.8, 0.9}, {0.0, 0.0, 0.0}};
  sobol.total = {{0.125, 0.075, 0.175}, {0.875, 0.825, 0.925}, {0.0, 0.0, 0.0}};
  sobol.second = {{0, 1, {0.025, 0.0, 0.05}}, {1, 2, {0.0, 0.0, 0.0}}};
  sobol.samples = 64;
  sobol.evaluations = 320;
  sobol.convergence = {{8, {0.25, 0.5, 0.0}}, {64, {0.125, 0.875, 0.0}}};
  study.sobol = sobol;
  ShapleyEffects shapley;
  shapley.share = {{0.125, 0.1, 0.15}, {0.875, 0.85, 0.9}, {0.0, 0.0, 0.0}, {0.0, 0.0, 0.0}};
  shapley.variance = 400 * fen_a_wan * fen_a_wan;
  shapley.evaluations = 96;
  shapley.held = {2};
  study.shapley = shapley;
}

}  // namespace

StudyResult sample_study() {
  StudyResult study;
  study.scenario = "sample";
  study.method = "full";
  study.output_name = Message::named("全部科目", "all lines");
  study.year = 2024;
  study.base = wan(1000);
  study.budget = wan(1010);
  study.budget_kind = "budget";
  add_inputs(study);
  add_bars(study);
  add_indices(study);
  study.cases = {{Message::named("乐观", "optimistic"), wan(960), std::nullopt},
                 {Message::named("悲观", "pessimistic"), wan(1045), Month(2024, 12)}};
  study.quantiles = StudyQuantiles{wan(975), wan(1001), wan(1014), wan(1028), wan(1035)};
  study.any_breaks = 0.32;
  study.full_runs = 37;
  study.surrogate_error = 2e-6;
  return study;
}

}  // namespace disburse::testing
