// One roster, written by ten offices in their ways, is one roster when it comes in.
#include "scenarios/office/import.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>

#include "engine/support/text_encoding.hpp"
#include "engine/support/zip_archive.hpp"
#include "scenarios/office/identity.hpp"
#include "support/places.hpp"
#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using Line = std::vector<std::string>;
using Lines = std::vector<Line>;

/// A pensioner in plain numbers, to be written in any way.
struct Person {
  std::string identity;
  int joined_year = 0, joined_month = 0, retired_year = 0, retired_month = 0;
  int service_months = 0;
  std::int64_t pension_fen = 0;
};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string decimal(std::int64_t value, int places) {
  std::string digits = std::to_string(value);
  while (digits.size() <= static_cast<std::size_t>(places)) digits.insert(digits.begin(), '0');
  return digits.substr(0, digits.size() - static_cast<std::size_t>(places)) + "." +
         digits.substr(digits.size() - static_cast<std::size_t>(places));
}

std::vector<Person> any_persons() {
  const int count = *rc::gen::inRange(1, 12);
  std::vector<Person> persons;
  for (int i = 0; i < count; ++i) {
    Person person;
    const int born = *rc::gen::inRange(1940, 1960);
    std::string number = "999999" + std::to_string(born) + two(*rc::gen::inRange(1, 13)) + "15" + two(i) +
                         std::to_string(1 + 2 * *rc::gen::inRange(0, 5));
    number += check_digit(number);
    person.identity = number;
    person.joined_year = born + 20;
    person.joined_month = *rc::gen::inRange(1, 13);
    person.retired_year = born + 61;
    person.retired_month = *rc::gen::inRange(1, 13);
    person.service_months = *rc::gen::inRange(180, 500);
    person.pension_fen = *rc::gen::inRange<std::int64_t>(100'000, 1'200'000);
    persons.push_back(person);
  }
  return persons;
}

const Line plain_headings{"姓名", "公民身份号码", "险种", "状态", "参加工作时间", "退休时间", "月养老金", "缴费年限"};

using Write = std::function<Line(const Person&)>;

Line plain(const Person& one) {
  return {"测试甲",
          one.identity,
          "机关事业",
          "领取",
          std::to_string(one.joined_year) + "-" + two(one.joined_month),
          std::to_string(one.retired_year) + "-" + two(one.retired_month),
          decimal(one.pension_fen, 2),
          std::to_string(one.service_months / 12) + "年" + std::to_string(one.service_months % 12) + "个月"};
}

Lines lines_of(const std::vector<Person>& persons, const Line& headings, const Write& write) {
  Lines lines{headings};
  for (const Person& one : persons) lines.push_back(write(one));
  return lines;
}

std::string csv(const Lines& lines, const std::string& separator, const std::string& end) {
  std::string text;
  for (const Line& line : lines) {
    for (std::size_t c = 0; c < line.size(); ++c) text += (c == 0 ? "" : separator) + line[c];
    text += end;
  }
  return text;
}

std::string html(const Lines& lines) {
  std::string page = "<html><body><table border=1>";
  for (const Line& line : lines) {
    page += "<tr>";
    for (const std::string& cell : line) page += "<td>" + cell + "</td>";
    page += "</tr>";
  }
  return page + "</table></body></html>";
}

std::string xlsx(const std::vector<std::pair<std::string, Lines>>& sheets) {
  const auto parts = plain_workbook(sheets);
  return zip_archive({parts.begin(), parts.end()});
}

/// The files of one office: name and bytes.
using Files = std::vector<std::pair<std::string, std::string>>;

Files in_wan_yuan(const std::vector<Person>& persons) {
  Lines lines = lines_of(persons, plain_headings, [](const Person& one) {
    Line line = plain(one);
    line[6] = "#=" + decimal(one.pension_fen, 6);
    return line;
  });
  lines.insert(lines.begin(), {"离退休人员花名册（单位：万元）"});
  return {{"a.xlsx", xlsx({{"Sheet1", lines}})}};
}

Files in_two_rows_of_headings(const std::vector<Person>& persons) {
  Lines lines = lines_of(
      persons, {"姓名", "公民身份号码", "险种", "状态", "参加工作时间", "退休时间", "月养老金", "", "", "缴费年限"},
      [](const Person& one) {
        Line line = plain(one);
        const std::int64_t part = one.pension_fen / 3;
        line[6] = decimal(one.pension_fen - part, 2);
        line.insert(line.begin() + 7, decimal(part, 2));
        line.insert(line.begin() + 8, decimal(one.pension_fen, 2));
        return line;
      });
  lines.insert(lines.begin() + 1, Line{"", "", "", "", "", "", "基础养老金", "过渡性养老金", "合计", ""});
  return {{"a.xlsx", xlsx({{"Sheet1", lines}})}};
}

Files in_pages_with_sums(const std::vector<Person>& persons) {
  Lines lines{{"花名册"}};
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    if (i % 4 == 0)
      lines.push_back(
          {"序号", "状态", "月基本养老金（元）", "身份证号码", "退休年月", "险种类型", "参加工作年月", "缴费月数"});
    const Person& one = persons[i];
    lines.push_back({std::to_string(i + 1), "正常发放", decimal(one.pension_fen, 2), one.identity,
                     std::to_string(one.retired_year) + two(one.retired_month), "机关事业单位",
                     std::to_string(one.joined_year) + "年" + std::to_string(one.joined_month) + "月",
                     std::to_string(one.service_months)});
    sum += one.pension_fen;
  }
  lines.push_back({"合计", std::to_string(persons.size()) + "人", decimal(sum, 2)});
  lines.push_back({"制表人：测试乙"});
  return {{"a.xlsx", xlsx({{"Sheet1", lines}})}};
}

Files in_parts(const std::vector<Person>& persons) {
  const auto half = persons.begin() + static_cast<std::ptrdiff_t>(persons.size() / 2);
  std::vector<std::pair<std::string, Lines>> sheets{{"第二页", lines_of({half, persons.end()}, plain_headings, plain)},
                                                    {"说明", {{"本表由财务科填报"}}}};
  if (half != persons.begin())
    sheets.insert(sheets.begin(), {"第一页", lines_of({persons.begin(), half}, plain_headings, plain)});
  return {{"a.xlsx", xlsx(sheets)}};
}

Line in_six_digits(const Person& one) {
  Line line = plain(one);
  line[4] = "#=" + std::to_string(one.joined_year) + two(one.joined_month);
  line[5] = "#=" + std::to_string(one.retired_year) + two(one.retired_month);
  line[6] = "#=" + decimal(one.pension_fen, 2);
  return line;
}

/// All ten ways.
std::vector<Files> offices_of(const std::vector<Person>& persons) {
  const Lines lines = lines_of(persons, plain_headings, plain);
  Lines reversed = lines;
  for (Line& line : reversed) std::reverse(line.begin(), line.end());
  return {{{"a.csv", csv(lines, ",", "\n")}},
          {{"a.csv", to_gb18030(csv(lines, ",", "\r\n"))}},
          {{"a.txt", csv(reversed, "\t", "\r")}},
          {{"a.xlsx", xlsx({{"机关事业", lines}})}},
          in_wan_yuan(persons),
          in_two_rows_of_headings(persons),
          in_pages_with_sums(persons),
          in_parts(persons),
          {{"a.xls", html(lines)}},
          {{"A.XLSX", xlsx({{"Sheet1", lines_of(persons, plain_headings, in_six_digits)}})}}};
}

Roster imported(const Files& files) {
  const ScratchFolder folder;
  ImportRequest request;
  for (const auto& [name, bytes] : files) {
    folder.write(name, bytes);
    request.files.push_back(folder.path() / name);
  }
  request.columns = source_dir() / "scenarios/office/columns.toml";
  request.limits = source_dir() / "scenarios/office/checks.toml";
  request.key = "a key of thirty-two characters...";
  request.as_of = Month(2023, 12);
  Imported result = import_rosters(request);
  for (const OfficeFinding& finding : result.findings) RC_ASSERT(finding.severity != Severity::error);
  return std::move(result.roster);
}

/// Members by key, so that their order does not count.
std::vector<std::pair<std::string, std::vector<std::int64_t>>> by_key(const Roster& roster) {
  std::vector<std::pair<std::string, std::vector<std::int64_t>>> members;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const Member member = roster.member(i);
    members.emplace_back(
        std::string(roster.key[i].view()),
        std::vector<std::int64_t>{static_cast<std::int64_t>(member.scheme), static_cast<std::int64_t>(member.sex),
                                  member.birth.index(), member.joined.index(), member.retired.index(),
                                  member.service_months, member.pension.fen()});
  }
  std::sort(members.begin(), members.end());
  return members;
}

RC_GTEST_PROP(OfficeImport, ten_offices_write_one_roster, ()) {
  const std::vector<Person> persons = any_persons();
  const auto wanted = by_key(imported({{"a.csv", csv(lines_of(persons, plain_headings, plain), ",", "\n")}}));
  RC_ASSERT(wanted.size() == persons.size());
  for (std::size_t i = 0; i < persons.size(); ++i) {
    const bool found = std::any_of(wanted.begin(), wanted.end(), [&](const auto& one) {
      return one.second[5] == persons[i].service_months && one.second[6] == persons[i].pension_fen;
    });
    RC_ASSERT(found);
  }
  const std::vector<Files> offices = offices_of(persons);
  for (std::size_t office = 0; office < offices.size(); ++office) {
    RC_LOG() << "office " << office << "\n";
    RC_ASSERT(by_key(imported(offices[office])) == wanted);
  }
}

}  // namespace
}  // namespace disburse
