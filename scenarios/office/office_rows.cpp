#include "scenarios/office/office_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <map>

#include "engine/base/random.hpp"
#include "scenarios/office/identity.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

enum Columns : std::size_t {
  name,
  identity,
  sex,
  birth,
  joined,
  retired,
  scheme,
  role,
  category,
  hardship,
  pension,
  account,
  service,
  base,
  annuity,
  grade,
  died,
};

const std::vector<std::string>& headings() {
  static const std::vector<std::string> all{"姓名",           "公民身份号码",   "性别",     "出生日期", "参加工作时间",
                                            "退休时间",       "险种",           "状态",     "人员类别", "特殊困难人员",
                                            "月养老金（元）", "个人账户养老金", "缴费年限", "缴费基数", "职业年金基数",
                                            "缴费档次",       "死亡日期"};
  return all;
}

std::string month_text(Month month) {
  return month.is_none() ? "" : fmt::format("{}年{}月", month.year(), month.month());
}

std::string amount_text(Money amount) { return amount == Money{} ? "" : yuan_text(amount); }

/// Identity numbers that are all different: days and serial numbers are counted up within birth month and sex.
class Identities {
 public:
  std::string next(Month born, Sex sex_of_member) {
    constexpr int serials = 500;
    constexpr int days = 28;
    int& count = counts_[{born, sex_of_member}];
    const int day = 1 + count / serials % days;
    const int serial = count % serials * 2 + (sex_of_member == Sex::male ? 1 : 0);
    ++count;
    const std::string digits = fmt::format("999999{:04}{:02}{:02}{:03}", born.year(), born.month(), day, serial);
    return digits + check_digit(digits);
  }

 private:
  std::map<std::pair<Month, Sex>, int> counts_;
};

std::vector<std::string> row_of(const Roster& roster, std::size_t i, Identities& identities) {
  const Member member = roster.member(i);
  const bool waiting = member.role == Role::pensioner && member.retired > roster.as_of;
  const char* const given[] = {"测试甲", "测试乙", "测试·丙", "测试𠮷"};
  return {given[i % 4],
          identities.next(member.birth, member.sex),
          office_word(member.sex),
          month_text(member.birth),
          month_text(member.joined),
          month_text(member.retired),
          office_word(member.scheme),
          waiting ? "待领取" : office_word(member.role),
          office_word(member.category),
          member.hardship ? "是" : "否",
          amount_text(member.pension),
          amount_text(member.account_pension),
          fmt::format("{}年{}个月", member.service_months / 12, member.service_months % 12),
          amount_text(member.base),
          amount_text(member.annuity_base),
          member.grade == 0 ? "" : std::to_string(member.grade),
          ""};
}

/// A way to spoil a row, and the rule that must find it; false when this row cannot be spoilt so.
struct Fault {
  const char* rule;
  std::function<bool(std::vector<std::string>&)> spoil;
};

bool put(std::string& cell, const char* text) {
  cell = text;
  return true;
}

const std::vector<Fault>& faults() {
  using Row = std::vector<std::string>;
  static const std::vector<Fault> all{
      {"identity_check_digit",
       [](Row& row) {
         return put(row[identity], (row[identity].substr(0, 17) + (row[identity][17] == '0' ? '1' : '0')).c_str());
       }},
      {"identity_length", [](Row& row) { return put(row[identity], row[identity].substr(0, 17).c_str()); }},
      {"identity_missing", [](Row& row) { return put(row[identity], ""); }},
      {"identity_character", [](Row& row) { return put(row[identity], ("A" + row[identity].substr(1)).c_str()); }},
      {"sex_conflict", [](Row& row) { return put(row[sex], row[sex] == "男" ? "女" : "男"); }},
      {"unknown_code", [](Row& row) { return put(row[role], "不详"); }},
      {"impossible_date", [](Row& row) { return put(row[joined], "1990年13月"); }},
      {"impossible_duration", [](Row& row) { return put(row[service], "三十年"); }},
      {"impossible_amount", [](Row& row) { return put(row[pension], "面议"); }},
      {"negative_amount", [](Row& row) { return put(row[pension], "-1200.50"); }},
      {"paid_after_death", [](Row& row) { return row[role] == "领取" && put(row[died], "2023-11-05"); }},
      {"joined_before_birth", [](Row& row) { return put(row[joined], "1860年1月"); }},
  };
  return all;
}

/// Spoils the row by the fault that the draw names, or by the next one that this row can have.
const char* spoil(std::vector<std::string>& row, std::uint32_t word) {
  const std::vector<Fault>& all = faults();
  const auto first = below(word, static_cast<std::uint32_t>(all.size()));
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Fault& fault = all[(first + k) % all.size()];
    if (fault.spoil(row)) return fault.rule;
  }
  return "";
}

}  // namespace

SyntheticOffice synthetic_office(const Roster& roster, std::uint64_t seed, double fault_rate) {
  SyntheticOffice office;
  const auto file_of = [](Scheme scheme) {
    return office_word(scheme) + std::string(scheme == Scheme::civil_service ? ".xlsx" : ".csv");
  };
  for (std::size_t s = 0; s < scheme_count; ++s) {
    office.tables.push_back({file_of(static_cast<Scheme>(s)),
                             std::string(office_word(static_cast<Scheme>(s))) + "参保人员花名册（测试数据）",
                             headings(),
                             {},
                             {}});
  }
  Identities identities;
  const auto limit = static_cast<std::uint64_t>(fault_rate * 4294967296.0);
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const auto s = static_cast<std::size_t>(roster.scheme[i]);
    OfficeText& table = office.tables[s];
    std::vector<std::string> row = row_of(roster, i, identities);
    const Words words = draw(seed, Stream::office, i, 0);
    const std::size_t head = s == 0 ? 2 : 1;  // a workbook has a title above the headings
    const std::size_t number = table.rows.size() + head + 1;
    if (words[0] < limit) {
      constexpr std::uint32_t kinds = 16;
      const std::uint32_t kind = below(words[1], kinds);
      if (kind == 0) {  // the row stands twice
        table.rows.push_back(row);
        office.planted.push_back({table.file, number + 1, "duplicate"});
      } else if (kind == 1 && s == 0) {
        table.numeric_identity.push_back(table.rows.size());
        office.planted.push_back({table.file, number, "identity_lost_digits"});
      } else {
        office.planted.push_back({table.file, number, spoil(row, words[2])});
      }
    }
    table.rows.push_back(std::move(row));
  }
  return office;
}

}  // namespace disburse
