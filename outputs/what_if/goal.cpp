#include "outputs/what_if/goal.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string question(const GoalResult& result, Language language) {
  const std::string line =
      result.line.empty() ? std::string(say(language, "全部科目", "all lines")) : result.line + " " + result.line_name;
  std::string text = say(language, "情景 ", "scenario ") + result.scenario + "  " + std::to_string(result.year) + "\n" +
                     result.name + " (" + result.path + ")  " + say(language, "现为 ", "now ") + result.base_value +
                     say(language, "，", "; ") + line + say(language, " 预计 ", " projected ") +
                     wan_text(result.base_amount) + say(language, " 万元\n目标 ", "; target ") +
                     wan_text(result.target) + say(language, " 万元", " (10,000 yuan)");
  if (result.confidence > 0.0) {
    text += say(language, "，不超过它的概率 ", ", not exceeded with ") + percent_text(result.confidence, 1) +
            say(language, "（个体死亡 ", " (chance: ") + count_text(result.replicates, 0) +
            say(language, " 次", " replicates") +
            (result.assumptions > 0 ? say(language, "，不确定假定 ", "; assumptions: ") +
                                          count_text(result.assumptions, 0) + say(language, " 组", " sets")
                                    : std::string()) +
            say(language, "）", ")");
  }
  return text + "\n";
}

std::string no_solution(const GoalPoint& point, Language language) {
  return say(language, "范围内无解：取 ", "no solution in the range: at ") + point.low +
         say(language, " 时 ", " it is ") + wan_text(point.solution.at_low) + say(language, " 万元，取 ", ", at ") +
         point.high + say(language, " 时 ", " it is ") + wan_text(point.solution.at_high) + say(language, " 万元", "") +
         (point.solution.at_low == point.solution.at_high
              ? say(language, "；该参数不影响这个科目", "; the parameter does not move this line")
              : std::string());
}

std::string single(const GoalResult& result, Language language) {
  const GoalPoint& point = result.points.front();
  if (!point.solution.found) return no_solution(point, language) + "\n";
  std::string text = say(language, "取 ", "at ") + point.value + say(language, " 时", "") +
                     (result.confidence > 0.0 ? say(language, "该概率下不超过 ", " it does not exceed ")
                                              : say(language, "支出 ", " it is ")) +
                     grouped_yuan_text(point.solution.amount) + say(language, " 元，距目标 ", " yuan, ") +
                     grouped_yuan_text(result.target - point.solution.amount) +
                     say(language, " 元\n", " below the target\n");
  if (!point.next.empty()) {
    text += say(language, "取 ", "at ") + point.next + say(language, " 时 ", " it would be ") +
            grouped_yuan_text(point.solution.beyond) + say(language, " 元，超过目标\n", " yuan, above it\n");
  }
  text += say(language, "按 ", "a full projection at ") + point.value + say(language, " 全部重新测算：", ": ") +
          wan_text(point.full) + say(language, " 万元（期望值）", " (expected)") +
          (point.by_slider ? say(language, "；求解用人月数直接计算\n", "; the search used kept person-months\n")
                           : say(language, "；求解时逐次重新测算\n", "; the search projected anew each time\n"));
  return text;
}

}  // namespace

std::string goal_table(const GoalResult& result, Language language) {
  if (result.given_path.empty()) return question(result, language) + single(result, language);
  TextTable table({{result.given_name, Align::right},
                   {result.name, Align::right},
                   {say(language, "支出（万元）", "amount, 10,000 yuan"), Align::right},
                   {"", Align::left}});
  for (const GoalPoint& point : result.points) {
    if (point.solution.found)
      table.row({point.given, point.value, wan_text(point.full), ""});
    else
      table.row({point.given, "-", "-", no_solution(point, language)});
  }
  return question(result, language) + table.text();
}

std::string goal_json(const GoalResult& result, const DoubtedManifest& manifest) {
  Json document;
  document["schema"] = "disburse/solve/1";
  document["scenario"] = result.scenario;
  document["vary"] = result.path;
  document["unit"] = result.unit;
  document["along"] = result.given_path.empty() ? Json(nullptr) : Json(result.given_path);
  document["line"] = result.line.empty() ? Json(nullptr) : Json(result.line);
  document["year"] = result.year;
  document["target_fen"] = result.target.fen();
  document["confidence"] = result.confidence > 0.0 ? Json(result.confidence) : Json(nullptr);
  document["base"] = {{"value", result.base_value}, {"amount_fen", result.base_amount.fen()}};
  document["points"] = Json::array();
  for (const GoalPoint& point : result.points) {
    Json one;
    one["given"] = point.given.empty() ? Json(nullptr) : Json(point.given);
    one["solved"] = point.solution.found;
    one["value"] = point.solution.found ? Json(point.value) : Json(nullptr);
    one["amount_fen"] = point.solution.found ? Json(point.solution.amount.fen()) : Json(nullptr);
    one["expected_fen"] = point.solution.found ? Json(point.full.fen()) : Json(nullptr);
    one["next"] = point.next.empty() ? Json(nullptr) : Json(point.next);
    one["next_amount_fen"] = point.next.empty() ? Json(nullptr) : Json(point.solution.beyond.fen());
    one["low"] = {{"value", point.low}, {"amount_fen", point.solution.at_low.fen()}};
    one["high"] = {{"value", point.high}, {"amount_fen", point.solution.at_high.fen()}};
    one["by_person_months"] = point.by_slider;
    document["points"].push_back(std::move(one));
  }
  document["findings"] = findings_part(doubts_and(manifest));
  document["manifest"] = manifest_part(manifest);
  return json_text(document);
}

}  // namespace disburse
