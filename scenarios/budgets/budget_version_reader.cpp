#include "scenarios/budgets/budget_version_reader.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/support/toml_reader.hpp"
#include "scenarios/budgets/budget_forms.hpp"

namespace disburse {
namespace {

/// A project by its identifier, or by its name as templates print it.
std::string programme_of(const std::string& text, const Budget& budget) {
  const auto named = std::find_if(budget.projects.begin(), budget.projects.end(),
                                  [&](const BudgetProject& one) { return one.name == text; });
  return named == budget.projects.end() ? text : named->programme;
}

BudgetChange read_change(TomlTable& table, const Budget& budget, std::map<std::string, Money>& lines) {
  BudgetChange change;
  change.line = table.text("line");
  change.programme = programme_of(table.optional_text("programme").value_or(""), budget);
  change.amount = table.wan("amount");
  change.carried = table.optional_wan("carried").value_or(Money{});
  if (budget.find_line(change.line) == nullptr) {
    std::vector<std::string> codes;
    for (const BudgetLine& line : budget.lines) codes.push_back(line.code);
    const std::string near = nearest_name(change.line, codes);
    table.reject("line", "{} is no line of the budget"_m(change.line), "a version changes what was published"_m,
                 near.empty() ? "Name a functional code (seven digits) of table 2"_m : "Did you mean {}?"_m(near));
  } else if ((lines[change.line] += change.amount) < Money{}) {
    table.reject("amount", "takes more from {} than it has"_m(change.line), "a line cannot be below zero"_m,
                 "Mend the amount"_m);
  }
  const BudgetProject* project = budget.find_project(change.programme);
  if (!change.programme.empty() && (project == nullptr || project->line != change.line)) {
    table.reject("programme", "{} is no project of {}"_m(change.programme, change.line), "its budget would not move"_m,
                 "Name a project of that line, or leave it out"_m);
  }
  if (change.carried < Money{} || change.carried > std::max(change.amount, Money{})) {
    table.reject("carried", "is not a part of the amount"_m, "money carried over comes with it"_m,
                 "Write at most the amount"_m);
  }
  table.finish();
  return change;
}

}  // namespace

std::vector<BudgetVersion> read_budget_versions(const std::filesystem::path& file, const Budget& budget) {
  InputErrors errors;
  FormDocument document(file, versions_form(), errors);
  throw_if_any(Door::data, document.in_cells(errors));
  TomlTable root = document.root();
  root.schema("disburse/budget-versions/1");
  std::map<std::string, Money> lines;
  for (const BudgetLine& line : budget.lines) lines[line.code] = line.total;
  std::vector<BudgetVersion> versions;
  std::set<std::string> names;
  for (TomlTable& table : root.tables("version")) {
    BudgetVersion version;
    version.name = table.text("name");
    version.kind = table.word("kind", {"adjustment", "supplement"});
    version.date = table.date("date");
    version.reference = table.text("reference");
    for (TomlTable& change : table.tables("changes")) version.changes.push_back(read_change(change, budget, lines));
    if (!names.insert(version.name).second || version.name == budget.version)
      table.reject("name", "\"{}\" stands here twice"_m(version.name), "a comparison names its version"_m,
                   "Rename one"_m);
    if (!versions.empty() && version.date < versions.back().date)
      table.reject("date", "lies before the version above"_m, "each stands on the one before"_m, "Put them in order"_m);
    table.finish();
    versions.push_back(std::move(version));
  }
  root.finish();
  throw_if_any(Door::data, document.in_cells(errors));
  return versions;
}

}  // namespace disburse
