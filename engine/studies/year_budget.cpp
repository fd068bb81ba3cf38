#include "engine/studies/year_budget.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/budget/check.hpp"
#include "engine/budget/draft_tables.hpp"
#include "engine/budget/official.hpp"
#include "engine/studies/assumed/band_study.hpp"
#include "engine/studies/assumed/turning_readings.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/outturn_score.hpp"

namespace disburse {
namespace {

constexpr int last_year = 2035;  // a rolling plan looks three years ahead; further on every basis is an assumption

void check_year(int year, const Budget& budget) {
  if (year >= budget.fiscal_year && year <= last_year) return;
  InputErrors errors;
  errors.add({"--year", 0, 0}, "", "{} cannot be drafted"_m(year),
             "the last budget known is that of {}"_m(budget.fiscal_year),
             "Choose a year from {} to {}"_m(budget.fiscal_year, last_year));
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
    const DatedValue* value = value_in_force(parameter, month);
    if (value != nullptr) values["parameter:" + path] = value_text(value->value);
  }
  const auto whole = [](double number) { return std::to_string(std::llround(number)); };
  const auto in_wan = [](double number) { return fmt::format("{:.1f}", std::round(number / 1000.0) / 10.0); };
  values["headcount"] = whole(figure.headcount);
  values["headcount_wan"] = in_wan(figure.headcount);
  values["deaths"] = whole(figure.deaths);
  values["year"] = std::to_string(year);
  values["last_year"] = std::to_string(year - 1);
  values["amount"] = printed_wan(figure.line);
  const ProgrammeDefinition& definition = session.programmes[p]->definition();
  values["name"] = definition.name;
  values["clause"] = definition.clause;
  if (definition.shape == Shape::driver_cost) {
    values["business"] = values["parameter:" + definition.id + ".driver"];
    if (definition.reading) values["business"] += definition.reading->unit_name;
  }
  for (const PopulationFlow& flow : run.contributors) {
    if (flow.scheme != session.programmes[p]->definition().scheme) continue;
    for (const FlowMonth& one : flow.years) {
      if (one.month.year() == year) values["paying_wan"] = in_wan(one.closing);
    }
  }
  return values;
}

std::vector<IndicatorText> indicators_of(const Session& session, const FormMapping& mapping, const RunResult& run,
                                         int year) {
  std::vector<IndicatorText> texts = mapping.indicators;
  for (IndicatorText& text : texts) {
    for (std::size_t p = 0; p < session.programmes.size(); ++p) {
      const ProgrammeDefinition& definition = session.programmes[p]->definition();
      if (definition.project != text.programme) continue;
      const auto values = form_values(session, run, p, year);
      text.value = filled(text.value, values, mapping.file);
      text.new_level3 = filled(text.new_level3, values, mapping.file);
    }
  }
  return texts;
}

/// The form of a project that the last document lacks; head and agency are those of its other forms.
BudgetForm new_form(const Session& session, const FormMapping& mapping, const RunResult& run, std::size_t p, int year) {
  const ProgrammeDefinition& definition = session.programmes[p]->definition();
  BudgetForm form;
  form.programme = definition.project;
  form.function = definition.line;
  form.name = definition.name;
  form.agency = session.document.agency;
  if (!session.document.forms.empty()) {
    form.department = session.document.forms.front().department;
    form.department_code = session.document.forms.front().department_code;
  }
  form.period = std::to_string(year) + official::year;
  if (!mapping.new_form) return form;
  const auto values = form_values(session, run, p, year);
  const auto fill = [&](const std::string& text) { return filled(text, values, mapping.file); };
  form.attribute = mapping.new_form->attribute;
  form.rating = mapping.new_form->rating;
  for (const std::string& goal : mapping.new_form->goals) form.goals.push_back(fill(goal));
  const IndicatorOf own = definition.shape == Shape::driver_cost ? IndicatorOf::business : IndicatorOf::persons;
  for (const NewFormText::Indicator& one : mapping.new_form->indicators) {
    if (one.of != IndicatorOf::any && one.of != own) continue;
    form.indicators.push_back({0, one.level1, one.level2, fill(one.level3), fill(one.value)});
  }
  return form;
}

/// A class that table 1 has no row for could not be printed there.
void check_classes(const FormMapping& mapping, const DraftFigures& figures, const BudgetDocument& document) {
  InputErrors errors;
  for (const std::string& code : missing_lines(document, figures)) {
    if (code.size() != class_digits) continue;
    const auto named = figures.line_names.find(code);
    const std::string name = named == figures.line_names.end() ? code : named->second;
    if (find_row(*find_table(document, official::table_1_expense), official::class_rows + name) != nullptr) continue;
    errors.add({mapping.file, 0, 0}, "line", "the class {} has no row {} in table 1"_m(code, name),
               "a new project pays on one of its lines"_m,
               "Give its name as table 1 prints it: [[line]] code = \"{}\" name = \"...\""_m(code));
  }
  throw_if_any(Door::data, std::move(errors));
}

/// What the engine says of one year: projects, and the outturn expected of the year before. `document` is the year
/// before's: projects that it lacks are added, those without money any more end.
DraftFigures figures_of(const Session& session, const YearBudgetRequest& request, const RunResult& run, int year,
                        const BudgetDocument& document) {
  const FormMapping& mapping = request.forms;
  DraftFigures figures;
  figures.year = year;
  if (year == session.budget.fiscal_year) return figures;
  for (std::size_t p = 0; p < run.programmes.size(); ++p) {
    const ProgrammeDefinition& definition = session.programmes[p]->definition();
    if (definition.shape == Shape::planned_lines) continue;
    figures.projects[definition.project] += year_of(run, year).programmes[p].line;
  }
  for (const LineFigure& line : year_of(run, year - 1).lines) figures.executed[line.code] = line.amount.projected;
  lay_outturns(request.outturns, run, year - 1, figures.executed);
  ProjectChanges changes = project_changes(document, figures.projects);
  figures.ended = std::move(changes.ended);
  figures.line_names = mapping.line_names;
  for (std::size_t p = 0; p < run.programmes.size(); ++p) {
    const bool first = changes.added.erase(session.programmes[p]->definition().project) != 0;
    if (first) figures.added.push_back(new_form(session, mapping, run, p, year));
  }
  check_classes(mapping, figures, document);
  return figures;
}

/// The indicators of an earlier draft have been said already: only the last year's texts are laid on.
BudgetDocument draft_until(const Session& session, const RunResult& run, const YearBudgetRequest& request,
                           BudgetDocument& before) {
  BudgetDocument document = session.document;
  for (int year = session.budget.fiscal_year; year <= request.year; ++year) {
    DraftFigures figures = figures_of(session, request, run, year, document);
    if (year == request.year) {
      if (year != session.budget.fiscal_year) figures.indicators = indicators_of(session, request.forms, run, year);
      if (request.entries) enter(*request.entries, figures);
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

/// What does not tie in the draft; faults that stand in the published document are not its own.
std::vector<Finding> untied_in(const BudgetDocument& draft, const BudgetDocument& published) {
  const std::set<std::string> known = known_faults(published);
  std::vector<Finding> untied = check(draft);
  std::erase_if(untied,
                [&known](const Finding& one) { return one.severity != Severity::error || known.contains(one.code); });
  return untied;
}

void refuse_untied(const std::vector<Finding>& untied) {
  InputErrors errors;
  for (const Finding& finding : untied) {
    errors.add({}, finding.code, "{}: {}"_m(finding.where, finding.message),
               "the tables must tie before anything is written"_m,
               "Enter the missing figures with --entries, or mend the form mapping"_m);
  }
  throw_if_any(Door::data, std::move(errors));
}

/// The city's components of a programme, each beside the year before; what was paid then and no more is a row too.
std::vector<PaperRow> paper_rows(const RunResult& run, std::size_t p, int year, const std::string& unit) {
  std::vector<PaperRow> rows;
  std::map<std::pair<std::string, Kind>, std::size_t> found;
  for (const ComponentYear& component : run.components) {
    const bool wanted = component.programme == p && component.payer.is_own() && component.amount != Money{} &&
                        (component.year == year || component.year == year - 1);
    if (!wanted) continue;
    const auto [at, fresh] = found.try_emplace({component.id, component.kind}, rows.size());
    const bool once = component.kind == Kind::lump_sum && unit == official::person_months;
    if (fresh) rows.push_back({component.name, once ? std::string(official::person_times) : unit, 0.0, {}, 0.0, {}});
    PaperRow& row = rows[at->second];
    (component.year == year ? row.units : row.last_units) = component.units;
    (component.year == year ? row.amount : row.last_amount) = component.amount;
  }
  return rows;
}

/// Quantity and price of a project that pays no members: its only row. `run` may begin with `year`.
PaperRow driver_row(const Session& session, const RunResult& run, std::size_t p, int year) {
  const ProgrammeDefinition& definition = session.programmes[p]->definition();
  const std::string path = definition.id + ".driver";
  const ParameterTree& law = session.law.parameters;
  const auto quantity = [&](int of) { return static_cast<double>(law.integer(path, Month(of, 12))); };
  PaperRow row;
  row.component = law.find(path)->name;
  row.unit = definition.reading ? definition.reading->unit_name : std::string(official::times);
  row.units = quantity(year);
  row.amount = year_of(run, year).programmes[p].line;
  if (year == run.years.front().year) return row;
  row.last_units = quantity(year - 1);
  row.last_amount = year_of(run, year - 1).programmes[p].line;
  return row;
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
    const bool drafted = find_form(document, definition.project) != nullptr;
    const bool had = find_form(before, definition.project) != nullptr;
    if (definition.shape == Shape::planned_lines || (!drafted && !had)) continue;
    PaperProject project;
    if (drafted != had) project.change = drafted ? ProjectChange::added : ProjectChange::ended;
    project.programme = definition.project;
    project.name = definition.name;
    project.line = definition.line;
    project.projected = year_of(run, year).programmes[p].line;
    project.drafted = printed_total(document, definition.project);
    project.last_budget = printed_total(before, definition.project);
    project.low = project.projected - spread[p].down;
    project.high = project.projected + spread[p].up;
    project.basis = definition.basis_reason;
    project.rows =
        paper_rows(run, p, year, definition.reading ? definition.reading->unit_name : std::string(official::times));
    if (definition.shape == Shape::driver_cost && project.projected != Money{})
      project.rows = {driver_row(session, run, p, year)};
    paper.projects.push_back(std::move(project));
  }
}

/// What the drafter has to look at because the list of projects is another one than that of the last document.
void add_change_notes(DraftedBudget& budget, const Session& session) {
  BudgetPaper& paper = budget.paper;
  std::vector<Message> added;
  std::vector<Message> ended;
  for (const PaperProject& project : paper.projects) {
    if (project.change == ProjectChange::kept) continue;
    (project.change == ProjectChange::added ? added : ended).push_back(Message::verbatim(project.name));
  }
  if (!added.empty()) {
    paper.notes.push_back(
        "New projects, which last year's document lacks: {}. Their performance forms are drafted by the layout; the "
        "agency "
        "completes and settles the indicators."_m(joined(added, ", "_m)));
  }
  if (!ended.empty()) {
    paper.notes.push_back("Projects that end, which spend nothing this year: {}."_m(joined(ended, ", "_m)));
  }
  for (const BudgetRow& row : find_table(budget.document, official::table_2)->rows) {
    if (!row.code.empty() && row.name == row.code) {
      budget.paper.notes.push_back("Line {} is new; its official name is still to be entered."_m(row.code));
      budget.hints.push_back(
          "Name line {} with [[line]] in scenarios/forms/{}.toml."_m(row.code, session.scenario.forms));
    }
  }
}

void add_notes(DraftedBudget& budget, const Session& session, const RunResult& run, const YearBudgetRequest& request) {
  BudgetPaper& paper = budget.paper;
  const int first = session.budget.fiscal_year;
  if (request.year == first) {
    paper.notes.push_back(
        "The tables of this year sum the published document's own items again; the working paper shows what is "
        "projected. The "
        "two may differ."_m);
    return;
  }
  const bool known = std::any_of(request.outturns.begin(), request.outturns.end(),
                                 [&](const Outturn& one) { return one.year == request.year - 1; });
  paper.notes.push_back(
      known ? "The spending of {} is its final account where one was given; the rest is projected."_m(request.year - 1)
            : "The spending of {} is what this program projects, not the final account."_m(request.year - 1));
  if (!request.entries) {
    paper.notes.push_back("Basic expenditure and the three public expenses are those of the budget of {}."_m(first));
    budget.hints.push_back("Newer figures of basic expenditure and the three public expenses: --entries FILE."_m);
  }
  paper.notes.push_back(
      "Low and high: the 10 % and 90 % points where every assumption, every common cause (what was solved from one "
      "figure "
      "moves together) and every reading of the source is drawn at once and their effects are added, without the "
      "chance of "
      "individual deaths."_m);
  std::vector<Message> carried;
  constexpr std::size_t most = 6;
  for (std::size_t i = 0; i < run.carried.size() && i < most; ++i) {
    carried.push_back(Message::verbatim(run.carried[i].name));
  }
  if (!carried.empty())
    paper.notes.push_back(
        "Carried on without a document in later years are, among others: {}."_m(joined(carried, ", "_m)));
}

}  // namespace

Scenario through_year(Scenario scenario, int year) {
  const Month last = std::max(Month(year, 12), scenario.horizon.end() - 1);
  scenario.horizon.count = last - scenario.horizon.first + 1;
  scenario.horizon_origin = "--year";
  scenario.digest = digest_of(scenario);
  return scenario;
}

namespace {

/// A line below nothing is no budget: contributions would exceed what is paid.
void check_not_negative(const RunResult& run, const Scenario& scenario) {
  InputErrors errors;
  for (const YearFigure& year : run.years) {
    for (const YearOfProgramme& one : year.programmes) {
      if (one.line >= Money{}) continue;
      errors.add({scenario.name, 0, 0}, one.id,
                 "{} (10,000 yuan) are projected for {}"_m(wan_text(one.line), year.year),
                 "a budget grants no less than nothing, and contributions exceed what is paid"_m,
                 "Check what was changed: headcounts, contribution rates, unit and digits"_m);
    }
  }
  throw_if_any(Door::data, std::move(errors));
}

}  // namespace

DraftedBudget draft_year(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                         const YearBudgetRequest& request) {
  check_year(request.year, data->budget);
  EXPECT(scenario.horizon.contains(Month(request.year, 12)));
  const Session session = make_session(*data, scenario);
  const RunResult result = run(session, request.threads, Papers::left_out);
  check_not_negative(result, scenario);
  DraftedBudget budget;
  budget.paper.terms = request.forms.terms;
  budget.paper.sections = stated_sections();
  if (request.entries) budget.paper.statements = request.entries->statements;
  BudgetDocument before;
  budget.document = draft_until(session, result, request, before);
  if (request.entries) budget.paper.replaced = enter_indicators(*request.entries, budget.document);
  budget.untied = untied_in(budget.document, session.document);
  if (request.must_tie) refuse_untied(budget.untied);
  const DraftRanges ranges = request.ranges ? ranges_of_draft(data, scenario, request.year, request.threads)
                                            : DraftRanges{std::vector<ProjectSpread>(result.programmes.size()), {}};
  fill_paper(budget.paper, session, result, budget.document, before, ranges.spreads, request.year);
  add_notes(budget, session, result, request);
  if (request.year != session.budget.fiscal_year) add_change_notes(budget, session);
  for (const BudgetRemark& remark : budget.document.remarks) {
    if (remark.code == "code_mended") budget.paper.notes.push_back(remark.text);
  }
  budget.manifest = result.manifest;
  // The document's own year has lines to be turned, not a whole alone.
  budget.manifest.doubts = request.ranges && request.year == session.budget.fiscal_year
                               ? turning_readings(data, scenario, request.year)
                               : ranges.turning;
  return budget;
}

}  // namespace disburse
