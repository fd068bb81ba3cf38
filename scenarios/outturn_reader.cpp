#include "scenarios/outturn_reader.hpp"

#include <algorithm>
#include <charconv>

#include "engine/error.hpp"
#include "engine/support/csv_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_encoding.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = std::size_t{4} << 20;
constexpr int first_year = 2000, last_year = 2200;

struct Columns {
  std::size_t year = 0, programme = 0, amount = 0;
  bool in_wan = false;
};

bool find_columns(const std::vector<std::string_view>& fields, Columns& columns) {
  int found = 0;
  for (std::size_t c = 0; c < fields.size(); ++c) {
    const auto has = [&](std::string_view word) { return fields[c].find(word) != std::string_view::npos; };
    if (has("年度") || has("year")) columns.year = c, ++found;
    if (has("项目") || has("programme")) columns.programme = c, ++found;
    if (has("金额") || has("amount")) {
      columns.amount = c, ++found;
      columns.in_wan = has("万元") || has("wan");
    }
  }
  constexpr int wanted = 3;
  return found == wanted;
}

}  // namespace

std::vector<Outturn> read_outturns(const std::filesystem::path& file,
                                   const std::vector<ProgrammeDefinition>& programmes) {
  const std::string name = file.filename().string();
  InputErrors errors;
  std::vector<Outturn> outturns;
  try {
    const DecodedText decoded = decode(read_file(file, largest_file));
    CsvReader reader(decoded.text, CsvReader::separator_of(decoded.text));
    std::vector<std::string_view> fields;
    Columns columns;
    if (!reader.next(fields) || !find_columns(fields, columns)) {
      errors.add({name, 1, 0}, "", "has not the headings 年度, 项目 and 金额", "columns are found by them",
                 "Write 年度,项目,金额（万元） in the first line");
      throw_if_any(Door::roster, std::move(errors));
    }
    while (reader.next(fields)) {
      const Place place{name, static_cast<int>(reader.line()), 0};
      const auto cell = [&](std::size_t c) { return std::string(c < fields.size() ? trimmed(fields[c]) : ""); };
      const std::string year_text = cell(columns.year);
      int year = 0;
      std::from_chars(year_text.data(), year_text.data() + year_text.size(), year);
      const std::string who = cell(columns.programme);
      const auto programme = std::find_if(programmes.begin(), programmes.end(), [&](const ProgrammeDefinition& one) {
        return one.id == who || one.name == who;
      });
      const bool all = who == "合计" || who == "total";
      const auto amount = columns.in_wan ? parse_wan(cell(columns.amount)) : money_of(cell(columns.amount));
      if (year < first_year || year > last_year)
        errors.add(place, "年度", "\"" + year_text + "\" is no year", "an outturn has one", "Write 2024");
      if (programme == programmes.end() && !all)
        errors.add(place, "项目", "\"" + who + "\" is no programme", "its estimates would not be scored",
                   "disburse list programmes names them; 合计 for all");
      if (!amount)
        errors.add(place, "金额", "\"" + cell(columns.amount) + "\" is no amount", "estimates are held against it",
                   "Write 37100.25");
      if (!errors.empty()) continue;
      outturns.push_back({year, all ? "" : programme->id, *amount});
    }
  } catch (const NotText& not_text) {
    errors.add({name, 0, 0}, "", std::string("the bytes are ") + not_text.what(), "text would be read wrongly",
               "Save the file as CSV in UTF-8");
  } catch (const CsvBroken& broken) {
    errors.add({name, static_cast<int>(broken.line), 0}, "", broken.what(), "columns would be read wrongly",
               "Mend the line");
  }
  throw_if_any(Door::roster, std::move(errors));
  return outturns;
}

}  // namespace disburse
