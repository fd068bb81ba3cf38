#include "scenarios/published/project_lines.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

struct OpenLine {
  std::string code, name;
  Money left;
};

/// Every way to part the projects among the lines so that nothing is left, until two are known.
class Placing {
 public:
  Placing(std::vector<Money> projects, std::vector<OpenLine> lines)
      : projects_(std::move(projects)), lines_(std::move(lines)), order_(projects_.size()), at_(projects_.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return projects_[a] > projects_[b]; });
    place(0);
  }
  int ways() const { return ways_; }
  /// For each project the index of its line, of the first way.
  const std::vector<std::size_t>& first() const { return first_; }

 private:
  void place(std::size_t next) {
    constexpr int most_steps = 2'000'000;
    if (ways_ > 1 || ++steps_ > most_steps) return;
    if (next == order_.size()) {
      const bool all = std::all_of(lines_.begin(), lines_.end(), [](const auto& line) { return line.left == Money{}; });
      if (all && ways_++ == 0) first_ = at_;
      return;
    }
    const std::size_t project = order_[next];
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (projects_[project] > lines_[line].left) continue;
      lines_[line].left -= projects_[project];
      at_[project] = line;
      place(next + 1);
      lines_[line].left += projects_[project];
    }
  }

  std::vector<Money> projects_;
  std::vector<OpenLine> lines_;
  std::vector<std::size_t> order_, at_, first_;
  int ways_ = 0;
  int steps_ = 0;
};

std::vector<OpenLine> lines_with_projects(const BudgetDocument& document) {
  std::vector<OpenLine> lines;
  for (const BudgetLine& line : budget_of(document).lines) {
    if (line.project > Money{}) lines.push_back({line.code, line.name, line.project});
  }
  return lines;
}

std::string wan_of(Money money) {
  std::string text = wan_text(money);
  std::erase(text, ',');
  return text;
}

BudgetForm form_of_line(const OpenLine& line) {
  BudgetForm form;
  form.function = line.code;
  form.name = line.name + "项目";
  form.total = wan_of(line.left);
  form.fiscal = form.total;
  return form;
}

/// What a form must have and this document does not print.
void complete(BudgetForm& form, const BudgetDocument& document) {
  const auto unless_empty = [](std::string& text, const std::string& otherwise) {
    if (text.empty()) text = otherwise;
  };
  unless_empty(form.department, document.agency);
  unless_empty(form.department_code, document.unit_code.substr(0, 3));
  unless_empty(form.agency, document.agency);
  unless_empty(form.attribute, "一年期项目");
  unless_empty(form.period, std::to_string(document.fiscal_year) + "年");
  unless_empty(form.rating, "通过□ 退回修改□ 退回，不予纳入财政项目库□");
  if (form.indicators.empty()) form.indicators.push_back({0, "产出指标", "成本指标", form.name, form.total + "万元"});
}

}  // namespace

void assign_lines(BudgetDocument& document, std::vector<ReadingNote>& notes) {
  const std::vector<OpenLine> lines = lines_with_projects(document);
  if (document.forms.empty()) {
    for (const OpenLine& line : lines) document.forms.push_back(form_of_line(line));
    if (!lines.empty())
      notes.push_back(whole_note(
          "no performance form was printed: each line with project money is taken as one project"_m, Reading::usual));
  } else {
    std::vector<Money> amounts;
    for (const BudgetForm& form : document.forms) amounts.push_back(printed_amount(form.total).value_or(Money{}));
    const Placing placing(amounts, lines);
    const bool all_stated = std::all_of(document.forms.begin(), document.forms.end(),
                                        [](const BudgetForm& form) { return !form.function.empty(); });
    if (placing.ways() > 1 && !all_stated)
      notes.push_back(
          whole_note("projects fit their lines in several ways; the first was taken: look at `line` of each form"_m,
                     Reading::guessed));
    for (std::size_t i = 0; i < document.forms.size(); ++i) {
      BudgetForm& form = document.forms[i];
      const bool stated =
          std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.code == form.function; });
      if (stated) continue;
      if (placing.ways() > 0) {
        form.function = lines[placing.first()[i]].code;
      } else if (!lines.empty()) {
        form.function = lines.front().code;
        notes.push_back(
            whole_note("project {}: no line sums to its projects, so {} is a guess"_m(form.name, form.function),
                       Reading::guessed));
      }
    }
  }
  for (BudgetForm& form : document.forms) complete(form, document);
}

}  // namespace disburse
