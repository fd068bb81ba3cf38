// A planner's table of parameters, read back as a scenario.
#include <algorithm>
#include <map>
#include <set>

#include "engine/confined/foreign_workbook.hpp"
#include "scenarios/library/scenario_file.hpp"
#include "scenarios/library/spoken_change.hpp"

namespace disburse {
namespace {

const char* const parameter_sheet = "参数";
const char* const about_sheet = "说明";

const std::vector<std::string>& headings() {
  static const std::vector<std::string> names{"参数", "名称", "单位",   "基准", "低",   "高",     "分布",  "依据",
                                              "自",   "至",   "原基准", "原低", "原高", "原分布", "原依据"};
  return names;
}

std::optional<std::string> distribution_from(const std::string& text) {
  static const std::map<std::string, std::string> words{{"三角", "triangular"}, {"均匀", "uniform"},
                                                        {"正态", "normal"},     {"triangular", "triangular"},
                                                        {"uniform", "uniform"}, {"normal", "normal"}};
  const auto found = words.find(text);
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

class Reader {
 public:
  Reader(const Spreadsheet& book, InputErrors& errors) : book_(book), errors_(errors) {}

  ScenarioFile read(const std::string& name) {
    file_.name = name;
    file_.place = {book_.file, 0, 0};
    if (const Sheet* about = sheet(about_sheet)) read_about(*about);
    if (const Sheet* table = sheet(parameter_sheet)) read_table(*table);
    return std::move(file_);
  }

 private:
  const Sheet* sheet(const std::string& name) {
    const auto found =
        std::find_if(book_.sheets.begin(), book_.sheets.end(), [&](const Sheet& one) { return one.name == name; });
    if (found != book_.sheets.end()) return &*found;
    errors_.add({book_.file, 0, 0}, name, "the workbook has no sheet of this name"_m,
                "a table of parameters has the sheets 参数 and 说明"_m,
                "Start from disburse list parameters --out FILE.xlsx"_m);
    return nullptr;
  }

  Place place(const Sheet& sheet, std::size_t row, std::size_t column) const {
    return {book_.file + "[" + sheet.name + "!" + cell_name(row, column) + "]", 0, 0};
  }

  void read_about(const Sheet& about) {
    std::map<std::string, std::string*> fields{
        {"基准情景", &file_.extends}, {"标题", &file_.title}, {"作者", &file_.author}, {"依据", &file_.reference}};
    for (std::size_t row = 0; row < about.rows(); ++row) {
      const SheetCell* name = about.at(row, 0);
      const SheetCell* value = about.at(row, 1);
      const auto found = name == nullptr ? fields.end() : fields.find(name->text);
      if (found != fields.end() && value != nullptr) *found->second = value->text;
    }
    if (file_.extends.empty()) {
      errors_.add(place(about, 0, 1), "基准情景", "no scenario is named to start from"_m,
                  "the table holds differences only"_m,
                  "Write 基准情景 in column A and the base scenario's name beside it"_m);
    }
  }

  bool read_headings(const Sheet& table) {
    for (const SheetCell& cell : table.cells) {
      if (cell.row != 0) break;
      const std::vector<std::string>& known = headings();
      if (std::find(known.begin(), known.end(), cell.text) == known.end()) {
        errors_.add(place(table, 0, cell.column), cell.text, "is no heading of this table"_m,
                    "columns are found by their headings"_m,
                    "Write one of 参数, 名称, 单位, 基准, 低, 高, 分布, 依据, 自, 至"_m);
      } else if (!columns_.emplace(cell.text, cell.column).second) {
        errors_.add(place(table, 0, cell.column), cell.text, "stands over two columns"_m, "one of them would be lost"_m,
                    "Keep one"_m);
      }
    }
    bool complete = true;
    for (const char* needed : {"参数", "基准"}) {
      if (columns_.contains(needed)) continue;
      complete = false;
      errors_.add(place(table, 0, 0), needed, "the table has no such column"_m, "it says what is to be changed"_m,
                  "Add the heading {} in the first row"_m(needed));
    }
    return complete;
  }

  const SheetCell* cell(const Sheet& table, std::size_t row, const std::string& heading) const {
    const auto found = columns_.find(heading);
    return found == columns_.end() ? nullptr : table.at(row, found->second);
  }

  /// What a cell says as a parameter's text; a month that a spreadsheet turned into a day is a month again.
  std::string text(const Sheet& table, std::size_t row, const std::string& heading) {
    const SheetCell* found = cell(table, row, heading);
    if (found == nullptr) return "";
    if (found->kind == CellKind::error) {
      errors_.add(place(table, row, found->column), heading, "the cell shows the error {}"_m(found->text),
                  "an error is no value"_m, "Mend the formula, or write the value"_m);
      return "";
    }
    constexpr std::size_t month_length = 7;
    return found->kind == CellKind::date ? found->text.substr(0, month_length) : found->text;
  }

  bool changed(const Sheet& table, std::size_t row, const std::string& heading) {
    const std::string now = text(table, row, heading);
    return columns_.contains("原" + heading) ? now != text(table, row, "原" + heading) : !now.empty();
  }

  void read_table(const Sheet& table) {
    if (!read_headings(table)) return;
    std::set<std::string> seen;
    for (std::size_t row = 1; row < table.rows(); ++row) {
      const std::string path = text(table, row, "参数");
      if (path.empty()) {
        if (!text(table, row, "基准").empty()) {
          errors_.add(place(table, row, columns_.at("参数")), "参数", "the row has a value and no parameter"_m,
                      "the value would be lost"_m, "Write the parameter's path, or clear the row"_m);
        }
        continue;
      }
      const std::string since = text(table, row, "自");
      if (!seen.insert(path + "@" + since).second) {
        errors_.add(place(table, row, columns_.at("参数")), path, "stands in two rows"_m,
                    "the second would silently win"_m, "Keep one of them"_m);
        continue;
      }
      read_change(table, row, path);
      read_uncertainty(table, row, path);
    }
  }

  std::optional<Month> month(const Sheet& table, std::size_t row, const std::string& heading) {
    const std::string given = text(table, row, heading);
    if (given.empty()) return std::nullopt;
    const auto parsed = spoken_month(given);
    if (!parsed) {
      errors_.add(place(table, row, columns_.at(heading)), heading, "\"{}\" is no month"_m(given),
                  "a change holds from month to month"_m, "Write it as 2025-01"_m);
    }
    return parsed;
  }

  void read_change(const Sheet& table, std::size_t row, const std::string& path) {
    const bool dated = !text(table, row, "自").empty() || !text(table, row, "至").empty();
    if (!changed(table, row, "基准") && !dated) return;
    Override change;
    change.path = path;
    change.value = text(table, row, "基准");
    change.place = place(table, row, columns_.at("基准"));
    change.origin = file_.name;
    change.reason = changed(table, row, "依据") ? text(table, row, "依据") : "参数表中改动，未另写依据";
    change.from = month(table, row, "自");
    change.until = month(table, row, "至");
    understand(change, errors_);
    if (change.value.empty()) {
      errors_.add(change.place, path, "the value was cleared"_m, "a parameter has a value"_m,
                  "Write one, or delete the row to leave it as it is"_m);
      return;
    }
    if (change.until && (!change.from || *change.until < *change.from)) {
      errors_.add(place(table, row, columns_.at("至")), path, "its end has no earlier beginning"_m,
                  "a change that ends begins in a month"_m, "Write both 自 and 至"_m);
      return;
    }
    file_.overrides.push_back(std::move(change));
  }

  void read_uncertainty(const Sheet& table, std::size_t row, const std::string& path) {
    const bool said = changed(table, row, "低") || changed(table, row, "高") || changed(table, row, "分布");
    if (!said) return;
    UncertainValue value;
    value.path = path;
    value.low = spoken_value(text(table, row, "低"));
    value.high = spoken_value(text(table, row, "高"));
    value.source = text(table, row, "依据");
    value.origin = file_.name;
    const std::string shape = text(table, row, "分布");
    const std::size_t column = columns_.contains("低") ? columns_.at("低") : columns_.at("参数");
    value.place = place(table, row, column);
    if (value.low.empty() || value.high.empty()) {
      errors_.add(value.place, path, "low and high are not both given"_m, "a range has two ends"_m,
                  "Write 低 and 高, or clear both"_m);
      return;
    }
    const auto distribution = shape.empty() ? std::optional<std::string>("triangular") : distribution_from(shape);
    if (!distribution) {
      errors_.add(value.place, path, "\"{}\" is no distribution that is known"_m(shape), "its shape decides the risk"_m,
                  "Write 三角, 均匀 or 正态"_m);
      return;
    }
    value.distribution = *distribution;
    file_.uncertain.push_back(std::move(value));
  }

  const Spreadsheet& book_;
  InputErrors& errors_;
  ScenarioFile file_;
  std::map<std::string, std::size_t> columns_;
};

}  // namespace

std::optional<ScenarioFile> read_parameter_workbook(const std::filesystem::path& path, InputErrors& errors) {
  const Spreadsheet book = read_foreign_workbook(path, Door::data);
  return Reader(book, errors).read(path.stem().string());
}

}  // namespace disburse
