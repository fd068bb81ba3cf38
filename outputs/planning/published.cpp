#include "outputs/planning/published.hpp"

#include "engine/support/text_table.hpp"
#include "engine/support/text_width.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr int name_width = 34;

std::string error_text(const std::optional<double>& error) {
  constexpr double percent = 100.0;
  return error ? signed_count_text(*error * percent, 1) + "%" : "-";
}

/// Who had no information, and why.
std::string missing_of(const PublishedAccount& account, const PublishedScore& score, Language language) {
  std::string text;
  const auto lack = [&](const std::string& what) { text += (text.empty() ? "" : say(language, "；", "; ")) + what; };
  if (!account.estimate) lack(say(language, "本程序：", "program: ") + say(language, account.why_none));
  if (!account.budget) lack(say(language, "当年预算未公布", "its budget is not published"));
  if (!score.last_known) lack(say(language, "以前年度未公布", "no earlier year is published"));
  return text;
}

}  // namespace

std::string published_table(const std::vector<PublishedAccount>& accounts, const PublishedScores& scores,
                            Language language) {
  TextTable table({{say(language, "机构", "agency"), Align::left},
                   {say(language, "年度", "year"), Align::right},
                   {say(language, "科目或项目", "line or programme"), Align::left},
                   {say(language, "执行数（万元）", "outturn (10,000 yuan)"), Align::right},
                   {say(language, "本程序", "program"), Align::right},
                   {say(language, "当年预算", "its budget"), Align::right},
                   {say(language, "上次加增长", "last plus growth"), Align::right},
                   {say(language, "按月推", "run-rate"), Align::right}});
  std::string missing;
  for (const PublishedScore& score : scores.scores) {
    const PublishedAccount& account = accounts[score.account];
    table.row({clipped(account.agency, name_width), std::to_string(account.year), clipped(account.what, name_width),
               wan_text(account.outturn), error_text(score.program), error_text(score.budget),
               error_text(score.last_year), error_text(score.run_rate)});
    const std::string lacking = missing_of(account, score, language);
    if (!lacking.empty())
      missing += "- " + account.agency + " " + std::to_string(account.year) + " " + account.what +
                 say(language, "：", ": ") + lacking + "\n";
  }
  table.total({say(language, "平均绝对误差", "mean absolute error"), "", "", "", percent_text(scores.program, 1),
               percent_text(scores.budget, 1), percent_text(scores.last_year, 1), "-"});
  return table.text() +
         say(language,
             "误差＝（估计－执行数）÷执行数。上次加增长：最近一次公布的执行数，按领取人数的增长推算。按月推需要分月执行"
             "数，"
             "各地都没有公布。\n没有信息的：\n",
             "Errors are (estimate - outturn) / outturn. Last plus growth: the last outturn that was published, with "
             "the "
             "growth of the heads. A run-rate needs months, which nobody publishes.\nWithout information:\n") +
         missing;
}

std::string published_json(const std::vector<PublishedAccount>& accounts, const PublishedScores& scores,
                           Language language) {
  Json document;
  document["schema"] = "disburse/published-scores/1";
  document["accounts"] = Json::array();
  for (const PublishedScore& score : scores.scores) {
    const PublishedAccount& account = accounts[score.account];
    Json entry;
    entry["agency"] = account.agency;
    entry["year"] = account.year;
    entry["what"] = account.what;
    entry["source"] = account.source;
    entry["outturn_fen"] = account.outturn.fen();
    entry["budget_fen"] = account.budget ? Json(account.budget->fen()) : Json(nullptr);
    entry["estimate_fen"] = account.estimate ? Json(account.estimate->fen()) : Json(nullptr);
    entry["why_none"] = say(language, account.why_none);
    entry["errors"] = {{"program", or_null(score.program)},
                       {"budget", or_null(score.budget)},
                       {"last_year", or_null(score.last_year)},
                       {"run_rate", or_null(score.run_rate)}};
    document["accounts"].push_back(std::move(entry));
  }
  document["mean_absolute"] = {{"program", or_null(scores.program)},
                               {"budget", or_null(scores.budget)},
                               {"last_year", or_null(scores.last_year)}};
  document["findings"] = Json::array();
  return json_text(document);
}

}  // namespace disburse
