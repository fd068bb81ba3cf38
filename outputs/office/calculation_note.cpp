#include "outputs/office/calculation_note.hpp"

#include <fmt/format.h>

#include "outputs/json_cells.hpp"
#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/office/docx.hpp"

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;
constexpr double fen_a_yuan = 100.0;

std::string persons(const Json& count) { return count_cell(count, 1); }
std::string percent(const Json& share) { return percent_cell(share, 2); }

void grounds(Docx& docx, const Json& run) {
  docx.heading("一、政策依据");
  Money ruled, assumed;
  Rows rows{{"文件或依据", "状态", "决定（万元）", "涉及（万元）"}};
  std::size_t named = 0;
  for (const Json& one : run.at("documents")) {
    const std::string document = one.at("document");
    ruled += money_of_fen(one.at("ruled_fen"));
    if (document.empty()) assumed += money_of_fen(one.at("ruled_fen"));
    if (!document.empty()) ++named;
    rows.push_back({document.empty() ? "没有文件的假定" : document, status_label(one.at("status"), Language::zh),
                    wan_cell(one.at("ruled_fen")), wan_cell(one.at("touched_fen"))});
  }
  docx.paragraph(
      fmt::format("本测算依据 {} 份文件，全部支出 {} 万元中由文件决定 {} 万元，由没有文件的假定决定 {} 万元。", named,
                  wan_text(ruled), wan_text(ruled - assumed), wan_text(assumed)));
  docx.table(rows, {50, 14, 18, 18});
}

void sources(Docx& docx, const Json& run) {
  const Json& manifest = run.at("manifest");
  docx.heading("二、数据来源与口径");
  double opening = 0.0;
  for (const Json& flow : run.at("population")) {
    if (flow.at("opening").is_number()) opening += flow.at("opening").get<double>();
  }
  docx.paragraph(fmt::format("情景 {}，自 {} 起 {} 个月，期初领取待遇 {} 人；人员库摘要 {}。",
                             run.at("scenario").get<std::string>(), manifest.at("first_month").get<std::string>(),
                             manifest.at("months").get<int>(), count_text(opening, 0),
                             manifest.at("digests").at("roster").get<std::string>().substr(0, 16)));
  const Json& share = run.at("basis_share");
  docx.paragraph(fmt::format("按金额计，{} 为独立测算，{} 按预算校准，{} 按计划列入。", percent(share.at("projected")),
                             percent(share.at("calibrated")), percent(share.at("planned"))));
}

void heads(Docx& docx, const Json& run) {
  docx.heading("三、基准人数推演");
  Rows rows{{"险种", "期初", "新增", "死亡", "其他减少", "期末"}};
  for (const Json& flow : run.at("population")) {
    docx.paragraph(fmt::format("{}：期初 {} 人，新增 {} 人，死亡 {} 人，其他减少 {} 人，期末 {} 人。",
                               scheme_name(flow.at("scheme"), Language::zh), persons(flow.at("opening")),
                               persons(flow.at("entrants")), persons(flow.at("deaths")),
                               persons(flow.at("other_exits")), persons(flow.at("closing"))));
    rows.push_back({scheme_name(flow.at("scheme"), Language::zh), persons(flow.at("opening")),
                    persons(flow.at("entrants")), persons(flow.at("deaths")), persons(flow.at("other_exits")),
                    persons(flow.at("closing"))});
  }
  docx.table(rows, {25, 15, 15, 15, 15, 15});
}

const Json* year_of(const Json& run) {
  for (const Json& year : run.at("years")) {
    if (year.at("year") == run.at("fiscal_year")) return &year;
  }
  return nullptr;
}

const Json* programme_named(const Json& run, const Json& id) {
  for (const Json& programme : run.at("programmes")) {
    if (programme.at("id") == id) return &programme;
  }
  return nullptr;
}

void standards(Docx& docx, const Json& run) {
  docx.heading("四、标准");
  Rows rows{{"项目", "人数", "人次", "人均（元）", "各级合计（万元）"}};
  const Json* year = year_of(run);
  std::size_t paid = 0;
  for (const Json& one : year == nullptr ? Json::array() : year->at("programmes")) {
    const Json* programme = programme_named(run, one.at("id"));
    if (programme == nullptr || one.at("units") == 0.0) continue;
    ++paid;
    rows.push_back({programme->at("name"), persons(one.at("headcount")), persons(one.at("units")),
                    count_text(one.at("average_fen").get<double>() / fen_a_yuan, 2), wan_cell(one.at("outlay_fen"))});
  }
  docx.paragraph(fmt::format("共 {} 个项目按人发放，每人次平均标准见下表，支出等于人次乘人均。", paid));
  docx.table(rows, {36, 15, 16, 15, 18});
}

void months(Docx& docx, const Json& run) {
  docx.heading("五、公式与分月表");
  Rows rows{{"月份", "市级科目支出（万元）", "累计（万元）"}};
  Money sum;
  std::string most, least;
  Money high, low;
  for (const Json& month : run.at("monthly")) {
    const Money amount = money_of_fen(month.at("line_fen"));
    const std::string name = month.at("month");
    sum += amount;
    if (most.empty() || amount > high) {
      most = name;
      high = amount;
    }
    if (least.empty() || amount < low) {
      least = name;
      low = amount;
    }
    rows.push_back({name, wan_text(amount), wan_text(sum)});
  }
  docx.paragraph(
      fmt::format("每月支出为当月应发人员逐人按标准计算之和，{} 个月合计 {} 万元；最多的月份 {}，{} 万元；"
                  "最少的月份 {}，{} 万元。",
                  run.at("monthly").size(), wan_text(sum), most, wan_text(high), least, wan_text(low)));
  docx.table(rows, {34, 33, 33});
}

void outcome(Docx& docx, const Json& run) {
  docx.heading("六、结果与预算、上年对比");
  const Json& total = run.at("total");
  docx.paragraph(fmt::format("{} 年预计支出 {} 万元，预算（{}）{} 万元，差异 {} 万元，执行率 {}。",
                             run.at("fiscal_year").get<int>(), wan_cell(total.at("projected_fen")),
                             run.at("budget_version").get<std::string>(), wan_cell(total.at("budget_fen")),
                             signed_wan_text(money_of_fen(total.at("difference_fen"))),
                             percent(total.at("execution_rate"))));
  Rows rows{{"项目", "预算", "预计", "差异", "执行率"}};
  for (const Json& one : run.at("programmes")) {
    rows.push_back({one.at("name"), wan_cell(one.at("budget_fen")), wan_cell(one.at("projected_fen")),
                    signed_wan_text(money_of_fen(one.at("difference_fen"))), percent(one.at("execution_rate"))});
  }
  docx.table(rows, {40, 16, 16, 14, 14});
  for (const Json& one : run.at("programmes")) {
    if (!one.at("meaning").is_object() || money_of_fen(one.at("difference_fen")) == Money{}) continue;
    std::string text;
    for (const Json& sentence : one.at("meaning").at("sentences")) text += sentence.get<std::string>();
    docx.paragraph(one.at("name").get<std::string>() + "：" + text);
  }
  const Json& years = run.at("years");
  for (std::size_t y = 1; y < years.size(); ++y) {
    const Money change = money_of_fen(years[y].at("line_fen")) - money_of_fen(years[y - 1].at("line_fen"));
    docx.paragraph(fmt::format("{} 年支出 {} 万元，比上年 {} 万元。", years[y].at("year").get<int>(),
                               wan_cell(years[y].at("line_fen")), signed_wan_text(change)));
  }
}

void uncertainty(Docx& docx, const Json& run) {
  docx.heading("七、不确定性区间");
  if (!run.contains("risk")) {
    docx.paragraph("本次只算期望值，模拟 0 次，没有区间。");
    return;
  }
  Rows rows{{"项目或科目", "10%", "50%", "90%", "超支概率", "预备 95%"}};
  for (const Json& figure : run.at("risk").at("figures")) {
    if (figure.at("year") != run.at("fiscal_year")) continue;
    const bool both = figure.contains("both") && figure.at("both").is_object();
    const Json& spread = both ? figure.at("both") : figure.at("chance");
    const bool whole = figure.at("of") == "total";
    if (whole) {
      docx.paragraph(
          fmt::format("模拟 {} 次，{} 年支出有 80% 的把握在 {} 至 {} 万元之间；超过预算的概率 {}，以 90%、95% "
                      "的把握不超支所需预备为 "
                      "{} 和 {} 万元。",
                      run.at("manifest").at("replicates").get<int>(), run.at("fiscal_year").get<int>(),
                      wan_cell(spread.at("p10_fen")), wan_cell(spread.at("p90_fen")), percent(figure.at("over")),
                      wan_cell(figure.at("reserve_90_fen")), wan_cell(figure.at("reserve_95_fen"))));
    }
    const std::string name = whole ? "合计" : figure.at("name").get<std::string>();
    rows.push_back({name, wan_cell(spread.at("p10_fen")), wan_cell(spread.at("p50_fen")),
                    wan_cell(spread.at("p90_fen")), percent(figure.at("over")), wan_cell(figure.at("reserve_95_fen"))});
  }
  docx.table(rows, {27, 15, 15, 15, 13, 15});
}

void left_out(Docx& docx, const Json& run) {
  docx.heading("八、未计入事项");
  Money carried;
  for (const Json& one : run.at("carried")) carried += money_of_fen(one.at("outlay_fen"));
  docx.paragraph(fmt::format("{} 个参数在测算期内没有新值、沿用旧值，涉及支出 {} 万元。", run.at("carried").size(),
                             wan_text(carried)));
  for (const Json& one : run.at("carried")) {
    docx.paragraph(fmt::format("{}：沿用 {} 起的 {}，涉及 {} 万元。", one.at("name").get<std::string>(),
                               one.at("since").get<std::string>(), one.at("value").get<std::string>(),
                               wan_cell(one.at("outlay_fen"))));
  }
  docx.paragraph(fmt::format("预算文件核对结果共 {} 条，见附表。", run.at("findings").size()));
}

void annex(Docx& docx, const Json& run) {
  docx.heading("附表：核对结果与复现信息");
  Rows rows{{"位置", "说明"}};
  for (const Json& finding : run.at("findings")) rows.push_back({finding.at("where"), finding.at("message")});
  if (rows.size() > 1) docx.table(rows, {30, 70});
  const Json& manifest = run.at("manifest");
  docx.paragraph(fmt::format("程序版本 {}（{}），随机种子 {}；同样的版本、情景和输入给出同样的结果。",
                             manifest.at("version").get<std::string>(), manifest.at("commit").get<std::string>(),
                             manifest.at("seed").get<std::uint64_t>()));
  Rows digests{{"输入", "摘要"}};
  for (const auto& [name, digest] : manifest.at("digests").items())
    digests.push_back({name, digest.get<std::string>()});
  docx.table(digests, {20, 80});
}

}  // namespace

std::string calculation_note(const Json& run) {
  Docx docx;
  docx.title(fmt::format("{} 年待遇支出测算说明", run.at("fiscal_year").get<int>()));
  grounds(docx, run);
  sources(docx, run);
  heads(docx, run);
  standards(docx, run);
  months(docx, run);
  outcome(docx, run);
  uncertainty(docx, run);
  left_out(docx, run);
  annex(docx, run);
  return docx.bytes();
}

}  // namespace disburse
