#include "scenarios/published/published_budget.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>

#include "engine/budget/computed_cells.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "scenarios/published/project_lines.hpp"
#include "scenarios/published/published_forms.hpp"
#include "scenarios/published/published_units.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

using Lines = std::vector<PublishedLine>;

constexpr std::size_t sections = foreign_table + 1;  // tables 1 to 9, foreign ones; in 0 what stands around them
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

/// "表二某某中心单位：万元", as this program's own drafts print it: the name; empty for other lines.
std::string name_beside_unit(std::string_view text) {
  constexpr std::string_view table = "表", behind = "单位：万元";
  if (!text.starts_with(table) || !text.ends_with(behind)) return {};
  text = text.substr(table.size(), text.size() - table.size() - behind.size());
  static constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view numeral : numerals) {
      if (!text.starts_with(numeral)) continue;
      text.remove_prefix(numeral.size());
      more = true;
    }
  }
  return std::string(text);
}

/// "2024年部门预算": the year, and what stands before it, here or in the line above. Without such a line the headings'
/// year (2024年预算数) and the name beside the unit.
void read_title(const Lines& lines, BudgetDocument& document) {
  static const std::regex title("^(.*?)(20[0-9]{2})年(度)?(部门|单位)?预算");
  int year_of_headings = 0;
  std::string above, named;
  for (const PublishedLine& line : lines) {
    const std::string text = line.joined();
    if (named.empty()) named = name_beside_unit(text);
    std::smatch found;
    if (std::regex_search(text, found, title)) {
      if (!found.suffix().str().starts_with("数")) {
        document.fiscal_year = std::stoi(found[2].str());
        document.agency = found[1].str().empty() ? above : found[1].str();
        return;
      }
      year_of_headings = std::max(year_of_headings, std::stoi(found[2].str()));  // last year's may stand before it
    }
    above = text;
  }
  document.fiscal_year = year_of_headings;
  document.agency = named;
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

}  // namespace

PublishedBudget read_published_budget(const std::vector<std::filesystem::path>& files, const OfficialTables& official) {
  Lines lines;
  for (const std::filesystem::path& file : files) {
    Lines more = read_published_lines(file);
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  const Parts parts = parted(lines, official);
  const std::vector<PrintedUnit> units = units_of(parts.of, parts.order);
  PublishedBudget budget;
  read_title(lines, budget.document);
  PublishedTables tables = fill_tables(official, parts.of, budget.document.fiscal_year);
  bring_into_wan(tables, units, files.front().string());
  BudgetDocument& document = budget.document;
  if (tables.tables[2].rows.empty())
    refuse(files.front(), "no table of functions with amounts was found"_m,
           "without 一般公共预算支出 by function it is no department budget, or its pages are pictures"_m,
           "Name the published budget as txt, docx, xlsx, csv, html or pdf with text"_m);
  if (document.fiscal_year == 0)
    refuse(files.front(), "no year was found"_m, "a budget is for one year"_m,
           "Let a line say 2024年部门预算, as the title does"_m);
  document.unit_code = tables.unit_code.empty() ? no_unit_code : tables.unit_code;
  BudgetRow& first = tables.tables[2].rows.front();
  if (first.key == "合计" && first.code.empty()) first.code = document.unit_code;
  if (first.key == "合计" && !is_code(first.name) && first.name != "合计" && first.name != "总计")
    document.agency = first.name;
  if (document.agency.empty()) document.agency = "（单位名称）";
  add_whole(tables, document);
  document.title = document.agency + std::to_string(document.fiscal_year) + "年部门预算";
  document.version = "年初预算";
  document.source = document.title + "（公开文本）：" + files.front().filename().string();
  document.tables = std::move(tables.tables);
  budget.read = tables.read;
  budget.cells = figures_of({document.tables, budget.read, {}, {}});
  budget.notes = std::move(tables.notes);
  tell_foreign(parts.of[foreign_table], official, budget.notes);
  document.forms = read_published_forms(parts.of[forms_section], budget.notes, units[forms_section]);
  Computation(budget).run();
  name_tables(document);
  assign_lines(document, budget.notes);
  return budget;
}

}  // namespace disburse
