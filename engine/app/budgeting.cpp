#include "engine/app/budgeting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/app/ranges.hpp"
#include "engine/budget_check.hpp"
#include "scenarios/form_mapping.hpp"

namespace disburse {
namespace {

constexpr int last_year = 2035;  // a rolling plan looks three years ahead; further on every basis is an assumption

Options up_to(const Options& options, const Scenario& scenario) {
  Options own = options;
  const Month last(options.year, 12);
  const Month end = scenario.horizon.end() - 1;
  own.horizon = {to_string(scenario.horizon.first) + ".." + to_string(std::max(last, end)), "--year"};
  return own;
}

void check_year(int year, const Budget& budget) {
  if (year >= budget.fiscal_year && year <= last_year) return;
  InputErrors errors;
  errors.add({"--year", 0, 0}, "", std::to_string(year) + " cannot be drafted",
             "the last budget known is that of " + std::to_string(budget.fiscal_year),
             "Choose a year from " + std::to_string(budget.fiscal_year) + " to " + std::to_string(last_year));
  throw InputRejected(Door::command_line, std::move(errors));
}

const YearFigure& year_of(const RunResult& run, int year) {
  return run.years[static_cast<std::size_t>(year - run.years.front().year)];
}

/// Every parameter's value in the year and what the run tells of one programme, as the forms name them.
std::map<std::string, std::string> form_values(const Session& session, const RunResult& run, std::size_t p, int year) {
  const YearOfProgramme& figure = year_of(run, year).programmes[p];
  std::map<std::string, std::string> values;
  const Month month(year, 12);
  for (const auto& [path, parameter] : session.law.parameters.all()) {
    const bool has_value = !parameter.values.empty() && parameter.values.front().from <= month;
    if (has_value) values["parameter:" + path] = value_text(session.law.parameters.at(path, month).value);
  }
  const auto whole = [](double number) { return std::to_string(std::llround(number)); };
  const auto in_wan = [](double number) { return fmt::format("{:.1f}", std::round(number / 1000.0) / 10.0); };
  values["headcount"] = whole(figure.headcount);
  values["headcount_wan"] = in_wan(figure.headcount);
  values["deaths"] = whole(figure.deaths);
  values["year"] = std::to_string(year);
  values["last_year"] = std::to_string(year - 1);
  values["amount"] = printed_wan(figure.line);
  for (const PopulationFlow& flow : run.contributors) {
    if (flow.scheme != session.programmes[p]->definition().scheme) continue;
    for (const FlowMonth& one : flow.years) {
      if (one.month.year() == year) values["paying_wan"] = in_wan(one.closing);
    }
  }
  return values;
}

std::filesystem::path forms_file(const Session& session) {
  return session.paths.forms() / (session.scenario.forms + ".toml");
}

std::vector<IndicatorText> indicators_of(const Session& session, const FormMapping& mapping, const RunResult& run,
                                         int year) {
  std::vector<IndicatorText> texts = mapping.indicators;
  for (IndicatorText& text : texts) {
    for (std::size_t p = 0; p < session.programmes.size(); ++p) {
      const ProgrammeDefinition& definition = session.programmes[p]->definition();
      if (definition.project != text.programme) continue;
      const auto values = form_values(session, run, p, year);
      text.value = filled(text.value, values, forms_file(session).string());
      text.new_level3 = filled(text.new_level3, values, forms_file(session).string());
    }
  }
  return texts;
}

/// What the engine says of one year: projects, and the outturn expected of the year before.
DraftFigures figures_of(const Session& session, const RunResult& run, int year) {
  DraftFigures figures;
  figures.year = year;
  if (year == session.budget.fiscal_year) return figures;
  for (std::size_t p = 0; p < run.programmes.size(); ++p) {
    const ProgrammeDefinition& definition = session.programmes[p]->definition();
    if (definition.shape == Shape::planned_lines) continue;
    figures.projects[definition.project] = year_of(run, year).programmes[p].line;
  }
  for (const LineFigure& line : year_of(run, year - 1).lines) figures.executed[line.code] = line.amount.projected;
  return figures;
}

/// The indicators of an earlier draft have been said already: only the last year's texts are laid on.
BudgetDocument draft_until(const Session& session, const RunResult& run, const Options& options, BudgetPaper& paper,
                           BudgetDocument& before) {
  FormMapping mapping;
  if (!session.scenario.forms.empty()) mapping = read_form_mapping(forms_file(session), session.document);
  paper.terms = mapping.terms;
  paper.sections = stated_sections();
  BudgetDocument document = session.document;
  for (int year = session.budget.fiscal_year; year <= options.year; ++year) {
    DraftFigures figures = figures_of(session, run, year);
    if (year == options.year) {
      if (year != session.budget.fiscal_year) figures.indicators = indicators_of(session, mapping, run, year);
      if (options.entries) paper.statements = read_entries(*options.entries, session.document, figures);
      before = document;
    }
    document = draft_budget(document, figures);
  }
  return document;
}

/// Codes of errors that the published document has, and a draft on its layout may keep.
std::set<std::string> known_faults(const BudgetDocument& published) {
  std::set<std::string> codes;
  for (const Finding& finding : check(published)) {
    if (finding.severity == Severity::error) codes.insert(finding.code);
  }
  return codes;
}

void check_ties(const BudgetDocument& draft, const BudgetDocument& published) {
  const std::set<std::string> known = known_faults(published);
  InputErrors errors;
  for (const Finding& finding : check(draft)) {
    if (finding.severity != Severity::error || known.contains(finding.code)) continue;
    errors.add({finding.where, 0, 0}, finding.code, finding.message, "the tables must tie before anything is written",
               "Enter the missing figures with --entries, or mend the form mapping");
  }
  throw_if_any(Door::data, std::move(errors));
}

/// The city's components of a programme, each beside the year before; what was paid then and no more is a row too.
std::vector<PaperRow> paper_rows(const RunResult& run, std::size_t p, int year, const std::string& unit) {
  std::vector<PaperRow> rows;
  std::map<std::pair<std::string, Kind>, std::size_t> found;
  for (const ComponentYear& component : run.components) {
    const bool wanted = component.programme == p && component.payer == Payer::city && component.amount != Money{} &&
                        (component.year == year || component.year == year - 1);
    if (!wanted) continue;
    const auto [at, fresh] = found.try_emplace({component.id, component.kind}, rows.size());
    const bool once = component.kind == Kind::lump_sum && unit == "人月";
    if (fresh) rows.push_back({component.name, once ? "人次" : unit, 0.0, {}, 0.0, {}});
    PaperRow& row = rows[at->second];
    (component.year == year ? row.units : row.last_units) = component.units;
    (component.year == year ? row.amount : row.last_amount) = component.amount;
  }
  return rows;
}

Money printed_total(const BudgetDocument& document, const std::string& programme) {
  const BudgetForm* form = find_form(document, programme);
  return form == nullptr ? Money{} : printed_amount(form->total).value_or(Money{});
}

void fill_paper(BudgetPaper& paper, const Session& session, const RunResult& run, const BudgetDocument& document,
                const BudgetDocument& before, const std::vector<ProjectSpread>& spread, int year) {
  paper.scenario = session.scenario.name;
  paper.title = session.scenario.title;
  paper.year = year;
  for (std::size_t p = 0; p < run.programmes.size(); ++p) {
    const ProgrammeDefinition& definition = session.programmes[p]->definition();
    if (definition.shape == Shape::planned_lines || find_form(document, definition.project) == nullptr) continue;
    PaperProject project;
    project.programme = definition.project;
    project.name = definition.name;
    project.line = definition.line;
    project.projected = year_of(run, year).programmes[p].line;
    project.drafted = printed_total(document, definition.project);
    project.last_budget = printed_total(before, definition.project);
    project.low = project.projected - spread[p].down;
    project.high = project.projected + spread[p].up;
    project.basis = definition.basis_reason;
    project.rows = paper_rows(run, p, year, definition.reading ? definition.reading->unit_name : "次");
    paper.projects.push_back(std::move(project));
  }
}

void add_notes(BudgetPaper& paper, const Session& session, const RunResult& run, const Options& options) {
  const int first = session.budget.fiscal_year;
  if (options.year == first) {
    paper.notes.push_back("本年度各表按公开文件自身的明细数重新加总，测算依据列示程序的测算数，两者可以不同。");
    return;
  }
  paper.notes.push_back(fmt::format("{} 年执行数为程序测算的预计执行数，不是决算数。", options.year - 1));
  if (!options.entries) {
    paper.notes.push_back(fmt::format("基本支出、“三公”经费沿用 {} 年预算数；如有新数，用 --entries 录入。", first));
  }
  paper.notes.push_back(
      "低、高为各项不确定假定分别取低值、高值时偏差的平方和开方（假定相互独立，约 10% 和 90% "
      "分位），不含个体死亡的随机波动。");
  std::string carried;
  constexpr std::size_t most = 6;
  for (std::size_t i = 0; i < run.carried.size() && i < most; ++i) {
    carried += (carried.empty() ? "" : "、") + run.carried[i].name;
  }
  if (!carried.empty()) paper.notes.push_back("以后年度沿用、没有文件依据的标准包括：" + carried + "等。");
}

}  // namespace

DraftedBudget draft_year(const Options& options) {
  const Scenario first = scenario_of(options, find_data());
  const Options own = up_to(options, first);
  const Scenario scenario = scenario_of(own, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(own, scenario));
  check_year(options.year, data->budget);
  const Session session = make_session(*data, scenario);
  const RunResult result = run(session, options.threads);
  DraftedBudget budget;
  BudgetDocument before;
  budget.document = draft_until(session, result, options, budget.paper, before);
  check_ties(budget.document, session.document);
  fill_paper(budget.paper, session, result, budget.document, before,
             spreads(data, scenario, options.year, options.threads), options.year);
  add_notes(budget.paper, session, result, options);
  for (const BudgetRemark& remark : budget.document.remarks) {
    if (remark.code == "code_mended") budget.paper.notes.push_back(remark.text);
  }
  budget.manifest = result.manifest;
  return budget;
}

}  // namespace disburse
