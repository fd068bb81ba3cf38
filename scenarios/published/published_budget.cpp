#include "scenarios/published/published_budget.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/budget/computed_cells.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "scenarios/published/filled_workbook.hpp"
#include "scenarios/published/project_lines.hpp"
#include "scenarios/published/published_forms.hpp"
#include "scenarios/published/published_text.hpp"
#include "scenarios/published/published_title.hpp"
#include "scenarios/published/published_units.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

using Lines = std::vector<PublishedLine>;

constexpr std::size_t sections = project_list + 1;  // tables 1 to 9, foreign ones, a list; in 0 what stands around
constexpr std::size_t forms_section = 9;
constexpr std::string_view text_begins = "情况说明";
constexpr const char* no_unit_code = "000000";

struct Parts {
  std::vector<Lines> of;           ///< the lines of each table
  std::vector<std::size_t> order;  ///< the table of each line of the document
};

bool holds_money(const PublishedLine& line) {
  return std::any_of(line.words.begin(), line.words.end(), [](const std::string& word) {
    const auto amount = amount_of(word);
    return amount && word.find('.') != std::string::npos && parse_wan(*amount).value_or(Money{}) != Money{};
  });
}

/// A title that comes again goes on with its table; the explanatory text ends them, and so does what prints another
/// unit behind the amounts without a title.
Parts parted(const Lines& lines, const OfficialTables& official) {
  Parts parts{std::vector<Lines>(sections), {}};
  std::size_t current = 0;
  std::optional<PrintedUnit> unit;
  bool amounts = false;  // since the title
  for (const PublishedLine& line : lines) {
    const std::string text = line.joined();
    const auto said = unit_said(line);
    if (const int table = table_titled(official, text); table != 0) {
      if (current != static_cast<std::size_t>(table)) unit.reset();
      current = static_cast<std::size_t>(table);
      amounts = false;
    } else if (!line.of_table && text.ends_with(text_begins)) {
      current = 0;
    } else if (current != forms_section && current != 0 && amounts && said && unit && !(*said == *unit)) {
      current = foreign_table;
    }
    if (said) unit = said;
    amounts = amounts || holds_money(line);
    parts.of[current].push_back(line);
    parts.order.push_back(current);
  }
  return parts;
}

/// A table of no official kind with money in it is named, so that nobody thinks it was read.
void tell_foreign(const Lines& lines, const OfficialTables& official, std::vector<ReadingNote>& notes) {
  std::string title;
  bool told = false;
  for (const PublishedLine& line : lines) {
    const std::string text = line.joined();
    if (table_titled(official, text) == foreign_table) {
      title = text;
      told = false;
    }
    if (title.empty()) title = text;
    if (!holds_money(line) || told) continue;
    notes.push_back({line.place, "{}: no official table holds its amounts, they are not read"_m(title)});
    told = true;
  }
}

std::size_t figures_of(const PublishedTables& tables) {
  std::size_t figures = 0;
  for (const BudgetTable& table : tables.tables) {
    if (!tables.read.contains(find_layout(table.id)->number)) continue;
    for (const BudgetRow& row : table.rows)
      figures += static_cast<std::size_t>(
          std::count_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.empty(); }));
  }
  return figures;
}

/// The same tables with nothing but zeros, in which every relation holds.
BudgetDocument zeroed(BudgetDocument document) {
  for (BudgetTable& table : document.tables) {
    for (BudgetRow& row : table.rows) std::fill(row.cells.begin(), row.cells.end(), "0");
  }
  return document;
}

class Computation {
 public:
  explicit Computation(PublishedBudget& budget) : budget_(budget) {}

  /// Fills the tables that were not printed. Those that were stay as they are, faults included: `check` tells them.
  void run() {
    for (const ComputedCell& cell : computed_cells(zeroed(budget_.document))) {
      if (cell.rule == ComputedCell::Rule::per_cent) continue;
      Money value = amount(cell.parts.front());
      for (std::size_t i = 1; i < cell.parts.size(); ++i)
        value = cell.rule == ComputedCell::Rule::less ? value - amount(cell.parts[i]) : value + amount(cell.parts[i]);
      set(cell.cell, value);
    }
  }

 private:
  BudgetTable& table(const TableCell& cell) { return budget_.document.tables[cell.table]; }
  std::string& text(const TableCell& cell) { return table(cell).rows[cell.row].cells[cell.column]; }
  Money amount(const TableCell& cell) { return printed_amount(text(cell)).value_or(Money{}); }

  void set(const TableCell& cell, Money value) {
    if (budget_.read.contains(find_layout(table(cell).id)->number)) return;
    text(cell) = value == Money{} ? "0" : plain(value);
  }
  static std::string plain(Money value) {
    std::string text = wan_text(value);
    std::erase(text, ',');
    return text;
  }

  PublishedBudget& budget_;
};

void name_tables(BudgetDocument& document) {
  const std::string last = std::to_string(document.fiscal_year - 1) + "年";
  const std::string year = std::to_string(document.fiscal_year) + "年";
  for (BudgetTable& table : document.tables) {
    for (std::string& heading : table.headings) {
      for (const auto& [word, printed] : {std::pair<std::string, std::string>{"上年", last}, {"本年", year}}) {
        // 本年收入合计 and the like are names; a heading of a year has a figure's name behind it.
        for (const char* figure : {"执行数", "预算数"}) {
          for (std::size_t at; (at = heading.find(word + figure)) != std::string::npos;)
            heading.replace(at, word.size(), printed);
        }
      }
    }
  }
}

void refuse(const std::filesystem::path& file, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add({file.string(), 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::data, std::move(errors));
}

/// The whole of table 2, where the document prints none.
void add_whole(PublishedTables& tables, const BudgetDocument& document) {
  BudgetTable& functional = tables.tables[2];
  if (find_row(functional, "合计") != nullptr) return;
  BudgetRow whole;
  whole.key = "合计";
  whole.code = document.unit_code;
  whole.name = document.agency;
  for (std::size_t column = 0; column < functional.rows.front().cells.size(); ++column) {
    Money sum;
    for (const BudgetRow& row : functional.rows) {
      if (row.code.size() == 3) sum += printed_amount(row.cells[column]).value_or(Money{});
    }
    std::string text = wan_text(sum);
    std::erase(text, ',');
    whole.cells.push_back(column + 1 == functional.rows.front().cells.size() ? "" : text);
  }
  functional.rows.insert(functional.rows.begin(), std::move(whole));
}

/// Two documents are read as one where each prints a part of it.
/// Errors: InputRejected(Door::data): two titles, or two of one table.
void check_one_budget(const std::vector<std::filesystem::path>& files, const std::vector<Lines>& texts,
                      const OfficialTables& official) {
  DocumentTitle first;
  std::size_t with_functions = files.size();
  constexpr std::size_t functions = 2;  // the table without which it is no budget
  for (std::size_t i = 0; i < files.size(); ++i) {
    const DocumentTitle title = title_of(texts[i]);
    if (title.printed() && !first.printed()) first = title;
    if (title.printed() && (title.year != first.year || title.agency != first.agency))
      refuse(
          files[i],
          "it is {} of {}, and {} is {} of {}"_m(title.year, title.agency, first.place.file, first.year, first.agency),
          "two budgets cannot be read as one"_m, "Name the documents of one agency and one year, or init each"_m);
    const Lines table = parted(texts[i], official).of[functions];
    if (std::none_of(table.begin(), table.end(), holds_money)) continue;
    if (with_functions != files.size())
      refuse(files[i], "it prints a table of functions, and so does {}"_m(files[with_functions].filename().string()),
             "two budgets cannot be read as one"_m, "Name the document that holds"_m);
    with_functions = i;
  }
}

/// What names the document, where it stands; what was not printed is put in and told.
void name_document(PublishedBudget& budget, PublishedTables& tables, const DocumentTitle& title,
                   const std::filesystem::path& file) {
  BudgetDocument& document = budget.document;
  document.fiscal_year = title.year;
  document.agency = title.agency;
  document.unit_code = tables.unit_code.empty() ? no_unit_code : tables.unit_code;
  BudgetRow& first = tables.tables[2].rows.front();
  if (first.key == "合计" && first.code.empty()) first.code = document.unit_code;
  if (first.key == "合计" && !is_code(first.name) && first.name != "合计" && first.name != "总计")
    document.agency = first.name;
  if (tables.unit_code.empty())
    tables.notes.push_back(
        whole_note("the agency's code is not printed: {} stands in its place"_m(no_unit_code), Reading::usual));
  if (document.agency.empty()) {
    document.agency = "（单位名称）";
    tables.notes.push_back(whole_note("the agency's name was not found"_m, Reading::lost));
  }
  if (title.printed()) budget.places.push_back({"title", document.agency, title.place});
  document.title = document.agency + std::to_string(document.fiscal_year) + "年部门预算";
  document.version = "年初预算";
  document.source = document.title + "（公开文本）：" + file.filename().string();
}

template <class T>
void move_behind(std::vector<T>& into, std::vector<T>& from) {
  into.insert(into.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void read_text(const Lines& lines, PublishedBudget& budget) {
  PublishedText text = read_published_text(lines, budget.document);
  budget.document.figures = std::move(text.figures);
  move_behind(budget.notes, text.notes);
  move_behind(budget.places, text.places);
}

}  // namespace

PublishedBudget read_published_budget(const std::vector<std::filesystem::path>& files, const OfficialTables& official) {
  Lines lines;
  std::vector<Lines> texts;
  for (const std::filesystem::path& file : files) texts.push_back(read_published_lines(file));
  if (files.size() > 1) check_one_budget(files, texts, official);
  for (const Lines& text : texts) lines.insert(lines.end(), text.begin(), text.end());
  const Parts parts = parted(lines, official);
  const std::vector<PrintedUnit> units = units_of(parts.of, parts.order);
  PublishedBudget budget;
  const DocumentTitle title = title_of(lines);
  PublishedTables tables = fill_tables(official, parts.of, title.year);
  bring_into_wan(tables, units, files.front().string());
  sum_blank_rows(tables);
  BudgetDocument& document = budget.document;
  if (tables.tables[2].rows.empty())
    refuse(files.front(), "no table of functions with amounts was found"_m,
           "without 一般公共预算支出 by function it is no department budget, or its pages are pictures"_m,
           "Name the published budget as txt, docx, xlsx, csv, html or pdf with text"_m);
  if (title.year == 0)
    refuse(files.front(), "no year was found"_m, "a budget is for one year"_m,
           "Let a line say 2024年部门预算, as the title does"_m);
  name_document(budget, tables, title, files.front());
  add_whole(tables, document);
  document.tables = std::move(tables.tables);
  budget.read = tables.read;
  budget.cells = figures_of({document.tables, budget.read, {}, {}});
  budget.notes = std::move(tables.notes);
  move_behind(budget.places, tables.places);
  tell_foreign(parts.of[foreign_table], official, budget.notes);
  document.forms = read_published_forms(parts.of[forms_section], budget.notes, units[forms_section], &budget.places);
  std::vector<BudgetForm> listed = read_project_list(parts.of[project_list], budget.notes, budget.places);
  move_behind(document.forms, listed);
  Computation(budget).run();
  name_tables(document);
  assign_lines(document, budget.notes);
  read_text(parts.of[0], budget);
  return budget;
}

}  // namespace disburse
