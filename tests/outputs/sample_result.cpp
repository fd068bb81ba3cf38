#include "tests/outputs/sample_result.hpp"

#include <utility>

#include "support/payers.hpp"

namespace disburse::testing {
namespace {

constexpr Month january(2024, 1);

Money wan(std::int64_t hundredths) { return Money::fen(hundredths * 10'000); }

/// Twelve months with `amount` in those of `paying` (1 to 12).
std::vector<MonthlyFigure> year_of(const std::vector<int>& paying, double persons, Money paid, Money line) {
  std::vector<MonthlyFigure> monthly;
  for (int m = 0; m < 12; ++m) monthly.push_back({january + m, 0.0, Money(), Money()});
  for (const int m : paying) monthly[static_cast<std::size_t>(m - 1)] = {january + (m - 1), persons, paid, line};
  return monthly;
}

const std::vector<int> every_month{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

ProgrammeResult civil_service_pension() {
  ProgrammeResult p;
  p.id = "civil_service_pension";
  p.name = "机关事业单位养老金";
  p.name_en = "Civil-service pension";
  p.line = "2080507";
  p.basis = Basis::calibrated;
  p.basis_reason = "月人均养老金由预算反推";
  p.amount = {wan(20'000'00), wan(20'160'00)};
  p.outlay = wan(38'400'00);
  p.headcount = 5429.5;
  p.monthly = year_of(every_month, 5429.5, wan(3'200'00), wan(1'680'00));
  p.by_line = {{"2080507", "对机关事业单位基本养老保险基金的补助", p.amount}};
  p.by_payer = {{payer("city"), wan(20'160'00)}, {payer("fund"), wan(18'240'00)}};
  return p;
}

ProgrammeResult unity_award() {
  ProgrammeResult p;
  p.id = "unity_award";
  p.name = "民族团结进步奖";
  p.name_en = "Ethnic unity award";
  p.line = "2089999";
  p.amount = {wan(6'078'00), wan(6'600'00)};
  p.outlay = wan(6'600'00);
  p.headcount = 55'000.0;
  p.monthly = year_of({9, 12}, 55'000.0, wan(3'300'00), wan(3'300'00));
  p.by_line = {{"2089999", "其他社会保障和就业支出", p.amount}};
  p.by_payer = {{payer("city"), wan(6'600'00)}};
  // 101,300 payments of 600 yuan are 6,078.00万; 110,000 are 6,600.00万: 8,700 x 600 = 522.00万, price
  // unchanged.
  p.meaning = DifferenceMeaning{
      Message::verbatim("人次"),
      101'300.0,
      110'000.0,
      Money::yuan(600),
      Money::yuan(600),
      wan(522'00),
      Money(),
      {Message::named("按5.5万人每人两次、每次600元计算为6,600.00万元，预算6,078.00万元只够支付50,"
                      "650人，差异全部来自人数。",
                      "55,000 persons at two payments of 600 yuan cost 66.00 million yuan; the budget pays 50,650.")}};
  return p;
}

ProgrammeResult resident_pension() {
  ProgrammeResult p;
  p.id = "resident_pension";
  p.name = "城乡居民养老保险";
  p.name_en = "Resident pension";
  p.line = "2082602";
  p.basis = Basis::calibrated;
  p.amount = {wan(2'400'00), wan(2'340'00)};
  p.outlay = wan(6'000'00);
  p.headcount = 25'000.25;
  p.monthly = year_of(every_month, 25'000.25, wan(500'00), wan(195'00));
  p.by_line = {{"2082602", "财政对城乡居民基本养老保险基金的补助", p.amount}};
  p.by_payer = {{payer("city"), wan(2'340'00)}, {payer("region"), wan(1'260'00)}, {payer("central"), wan(2'400'00)}};
  return p;
}

ProgrammeResult electronic_signature() {
  ProgrammeResult p;
  p.id = "electronic_signature";
  p.name = "电子签名";
  p.name_en = "Electronic signature";
  p.line = "2080109";
  p.basis = Basis::planned;
  p.amount = {std::nullopt, wan(12'00)};
  p.outlay = wan(12'00);
  p.monthly = year_of(every_month, 0.0, wan(1'00), wan(1'00));
  p.by_line = {{"2080109", "社会保险经办机构", p.amount}};
  p.by_payer = {{payer("city"), wan(12'00)}};
  return p;
}

ProgrammeResult basic_expenditure() {
  ProgrammeResult p;
  p.id = "basic_expenditure";
  p.name = "基本支出";
  p.name_en = "Basic expenditure";
  p.basis = Basis::planned;
  p.amount = {Money(), Money()};
  p.monthly = year_of({}, 0.0, Money(), Money());
  p.by_line = {{"2101102", "事业单位医疗", {Money(), Money()}}};
  return p;
}

PopulationFlow flow(Scheme scheme, double opening, double entrants, double deaths, double other, double closing) {
  PopulationFlow result;
  result.scheme = scheme;
  result.year = {january, opening, entrants, deaths, other, closing};
  result.monthly = {result.year};
  result.years = {result.year};
  return result;
}

Parameter award_parameter() {
  Parameter p;
  p.path = "unity_award.ordinary_per_payment";
  p.name = "每人每次奖励标准";
  p.unit = Unit::yuan_per_payment;
  p.values.push_back({january, std::nullopt, Date{2024, 1, 1}, Money::yuan(600), Status::assumed,
                      "预算\"说明\"\n\\第三部分", Place{"law.toml", 3, 1}});
  return p;
}

Scenario scenario() {
  Scenario s;
  s.name = "sample";
  s.title = "样例情景";
  s.author = "测试";
  s.reference = "手工编制";
  s.horizon = {january, 12};
  s.horizon_origin = "sample";
  s.seed = 18'446'744'073'709'551'615U;
  s.seed_origin = "--seed";
  s.budget = "sample-2024";
  s.recipe = "sample-2024";
  s.overrides = {{"unity_award.ordinary_per_payment", "600元", "=试算", "--set", {}}};
  s.digest = "5ce0";
  return s;
}

std::vector<MonthlyFigure> total_months(const std::vector<ProgrammeResult>& programmes) {
  std::vector<MonthlyFigure> total = year_of({}, 0.0, Money(), Money());
  for (const ProgrammeResult& programme : programmes) {
    for (std::size_t m = 0; m < total.size(); ++m) {
      total[m].headcount += programme.monthly[m].headcount;
      total[m].paid += programme.monthly[m].paid;
      total[m].line += programme.monthly[m].line;
    }
  }
  return total;
}

}  // namespace

RunResult sample_result() {
  RunResult r;
  r.scenario = scenario();
  r.manifest = {"0.1.0", "abc123", 18'446'744'073'709'551'615U, 0, "expected", {january, 12}, "aa", "bb", "cc", "dd"};
  r.fiscal_year = 2024;
  r.basis_share = {0.1635, 0.8235, 0.013};
  r.programmes = {civil_service_pension(), unity_award(), resident_pension(), electronic_signature(),
                  basic_expenditure()};
  for (const ProgrammeResult& p : r.programmes) r.lines.push_back(p.by_line.front());
  // Budget 20,000 + 6,078 + 2,400; projected 20,160 + 6,600 + 2,340 + 12.
  r.total = {wan(28'478'00), wan(29'112'00)};
  r.monthly = total_months(r.programmes);
  r.population = {flow(Scheme::civil_service, 5429, 120.25, 96.5, 0, 5452.75),
                  flow(Scheme::resident, 25'000, 1'300, 800.5, 12.25, 25'487.25)};
  r.ledger = {{{0, "2080507", payer("city"), Kind::regular, january, january}, wan(1'680'00), 5429.5},
              {{1, "2089999", payer("city"), Kind::arrears, january, Month(2024, 9)}, wan(3'300'00), 55'000.0}};
  r.findings = {{"class_code_mismatch", Severity::error, Message::verbatim("表2 卫生健康支出"),
                 Message::verbatim("类编码印作201，其下各款属于210。")},
                {"driver_against_amount", Severity::warning, Message::verbatim("绩效表 民族团结进步奖"),
                 Message::verbatim("5.5万人×600元×2次为6,600万元，预算6,078万元。")},
                {"rounding", Severity::note, Message::verbatim("表1"), Message::verbatim("=合计与分项相差0.01万元。")}};
  r.control = {{Message::named("分月合计等于全年", "months = year"), "29112.00", "29112.00", true}};
  r.parameters = {award_parameter()};
  return r;
}

Statement sample_statement() {
  Statement s;
  s.scenario = "sample";
  s.key = "E000123";
  s.member.scheme = Scheme::enterprise;
  s.member.birth = Month(1960, 3);
  s.member.retired = Month(2020, 3);
  s.member.service_months = 420;
  s.member.pension = Money::yuan(3'200);
  const UsedParameter standard{"unity_award.ordinary_per_payment",
                               "每人每次奖励标准",
                               "yuan_per_payment",
                               "600.00",
                               "assumed",
                               "预算说明",
                               "law",
                               january,
                               Date{2024, 1, 1}};
  for (int m = 0; m < 12; ++m) {
    StatementEntry e;
    e.programme = "unity_award";
    e.programme_name = "民族团结进步奖";
    e.clause = "预算绩效目标表";
    e.due = january + m;
    e.paid = Month::none();
    if (m == 8 || m == 11) {
      e.paid = e.due;
      e.component = "ordinary";
      e.component_name = "普通退休人员";
      e.formula = "每次标准";
      e.amount = Money::yuan(600);
      e.steps = {{Message::verbatim("每次标准"), Money::yuan(600)}};
      e.parameters = {standard};
    } else {
      e.reason = StatedReason(Reason::no_payment_month);
    }
    s.entries.push_back(std::move(e));
  }
  s.total = Money::yuan(1'200);
  return s;
}

}  // namespace disburse::testing
