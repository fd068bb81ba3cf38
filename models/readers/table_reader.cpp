// Life tables from CSV, strictly: a shifted row would change every amount without a sign.
#include "models/readers/table_reader.hpp"

#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "engine/support/files.hpp"
#include "models/readers/file_limits.hpp"

namespace disburse {
namespace {

constexpr std::string_view source_mark = "# source: ";
constexpr std::string_view header = "age,male,female";
using file_limits::header_line;
using file_limits::largest_age;
using file_limits::sexes;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> lines = split(bytes, '\n');
  if (lines.back().empty()) lines.pop_back();  // the file ends with a newline
  for (std::string_view& line : lines) {
    if (line.ends_with('\r')) line.remove_suffix(1);
  }
  return lines;
}

std::optional<int> parse_age(std::string_view text) {
  int age = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), age);
  if (error != std::errc{} || end != text.data() + text.size() || age < 0 || age > largest_age) return std::nullopt;
  return age;
}

class Reader {
 public:
  Reader(std::string file, LifeTable& table, InputErrors& errors)
      : file_(std::move(file)), table_(&table), errors_(&errors) {}

  void head(const std::vector<std::string_view>& lines) {
    if (lines.empty() || !lines[0].starts_with(source_mark) || lines[0].size() == source_mark.size()) {
      reject(1, "source", "the first line names no source"_m, "every table must cite one"_m,
             "Begin with \"# source: \" and where the table comes from"_m);
    } else {
      table_->source = lines[0].substr(source_mark.size());
    }
    if (lines.size() < header_line || lines[1] != header) {
      reject(header_line, "header", "the header is not {}"_m(header), "columns are known by their order"_m,
             "Write {} as the second line"_m(header));
    }
  }

  void row(std::string_view line, int number) {
    const auto columns = split(line, ',');
    if (columns.size() != file_limits::life_table_columns) {
      reject(number, "row", "the row has {} columns"_m(columns.size()), "three are wanted"_m,
             "Write age, male and female, separated by commas"_m);
      return;
    }
    check_age(columns[0], number);
    for (std::size_t sex = 0; sex < sexes; ++sex) probability(columns[sex + 1], sex, number);
  }

  void end(int number) {
    if (table_->q[0].empty()) {
      reject(number, "row", "the table has no rows"_m, "nobody could be looked up in it"_m,
             "Add one row for each age"_m);
      return;
    }
    for (std::size_t sex = 0; sex < sexes; ++sex) {
      if (table_->q[sex].back() == Rate(1, 1)) continue;
      reject(number, names[sex], "the last q is {}, not 1"_m(to_string(table_->q[sex].back())),
             "a table that does not end would keep somebody alive for ever"_m, "Give the last age the q 1"_m);
    }
  }

 private:
  static constexpr std::array names = codes<Sex>;

  void check_age(std::string_view text, int number) {
    const auto age = parse_age(text);
    if (!age) {
      reject(number, "age", "\"{}\" is no age"_m(text), "ages are whole numbers from 0 to 150"_m, "Write it as 65"_m);
    } else if (!next_age_) {
      table_->first_age = *age;
    } else if (*age != *next_age_) {
      reject(number, "age", "age {} follows {}"_m(*age, *next_age_ - 1), "ages rise by one"_m,
             "Add, remove or sort rows so that {} stands here"_m(*next_age_));
    }
    if (age) next_age_ = *age + 1;
    if (!age && next_age_) ++*next_age_;
  }

  void probability(std::string_view text, std::size_t sex, int number) {
    const auto q = Rate::parse(text);
    if (!q || *q < Rate() || *q > Rate(1, 1)) {
      reject(number, names[sex], "\"{}\" is no probability"_m(text), "q is a decimal number between 0 and 1"_m,
             "Write it as 0.012345"_m);
    }
    table_->q[sex].push_back(q.value_or(Rate()));
  }

  void reject(int line, const char* key, Message problem, Message why, Message remedy) {
    errors_->add({file_, line, 0}, key, std::move(problem), std::move(why), std::move(remedy));
  }

  std::string file_;
  LifeTable* table_;
  InputErrors* errors_;
  std::optional<int> next_age_;
};

}  // namespace

LifeTable read_life_table(std::string_view bytes, const std::string& name, const std::string& file,
                          InputErrors& errors) {
  LifeTable table;
  table.name = name;
  std::size_t offset = 0;
  if (!is_utf8(bytes, offset)) {
    errors.add({file, 0, 0}, "", "the text is no UTF-8"_m, "tables are UTF-8"_m, "Save the file as UTF-8"_m);
    return table;
  }
  const auto lines = lines_of(bytes);
  Reader reader(file, table, errors);
  reader.head(lines);
  for (std::size_t i = header_line; i < lines.size(); ++i) reader.row(lines[i], static_cast<int>(i) + 1);
  reader.end(static_cast<int>(lines.size()));
  return table;
}

}  // namespace disburse
