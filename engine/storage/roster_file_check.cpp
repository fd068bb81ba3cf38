// Checks of a roster read from a file: each finding names file, column, member, value and remedy.
#include "engine/storage/roster_file_check.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

#include "engine/storage/roster_columns.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

constexpr std::size_t kept_findings = 50;
constexpr int youngest_retirement = 15 * 12;
constexpr std::int64_t most_money = 1'000'000'000'000;  // fen; ten thousand million yuan a month is a slip
constexpr std::int32_t largest_grade = 100'000;         // yuan a year
const Message correct = "Correct the member where the roster is made and write it again"_m;

/// A key or a part of one in a message, whatever bytes it holds.
std::string shown(std::string_view text) {
  std::size_t bad = 0;
  const bool readable = is_utf8(text, bad);
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7f && (byte < 0x80 || readable)) {
      result += c;
    } else {
      static constexpr char digits[] = "0123456789abcdef";
      (result += "\\x") += {digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

std::string month_text(std::int32_t index) { return to_string(Month::from_index(index)); }

/// What is wrong with a key; empty when nothing is.
Message key_problem(const MemberKey& key) {
  std::size_t plain = 0;  // nearly every key is printable ASCII and then zeros
  while (plain < key.text.size() && key.text[plain] > 0x20 && key.text[plain] < 0x7f) ++plain;
  if (plain > 0 && std::all_of(key.text.begin() + static_cast<std::ptrdiff_t>(plain), key.text.end(),
                               [](char c) { return c == '\0'; })) {
    return {};
  }
  const std::string_view text = key.view();
  std::size_t bad = 0;
  if (text.empty()) return "the key is empty"_m;
  if (!is_utf8(text, bad)) return "the key is no UTF-8 at byte {}"_m(bad + 1);
  if (std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; })) {
    return "the key holds a control character"_m;
  }
  if (std::any_of(key.text.begin() + static_cast<std::ptrdiff_t>(text.size()), key.text.end(),
                  [](char c) { return c != '\0'; })) {
    return "the key goes on after a zero byte"_m;
  }
  return {};
}

struct HashedRow {
  std::uint64_t hash;
  std::size_t row;
};

/// Rows by hash of the key, then by key: sorting numbers is several times faster than sorting texts, and keys made
/// to collide cost no more than texts.
std::vector<HashedRow> rows_by_key(const Roster& roster) {
  std::vector<HashedRow> rows(roster.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::array<std::uint64_t, sizeof(MemberKey) / 8> words;
    std::memcpy(words.data(), roster.key[i].text.data(), sizeof words);
    std::uint64_t hash = 0;
    for (const std::uint64_t word : words) hash = (std::rotl(hash, 23) ^ word) * 0x9e3779b97f4a7c15;
    rows[i] = {hash, i};
  }
  std::sort(rows.begin(), rows.end(), [&](const HashedRow& a, const HashedRow& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return roster.key[a.row] != roster.key[b.row] ? roster.key[a.row] < roster.key[b.row] : a.row < b.row;
  });
  return rows;
}

void check_duplicates(const Roster& roster, RosterFindings& findings, std::size_t begin) {
  const auto not_ascending = [](const MemberKey& a, const MemberKey& b) {
    return std::memcmp(a.text.data(), b.text.data(), sizeof a.text) >= 0;
  };
  // A roster that this program made is often in order already, and then no key can stand twice.
  if (std::adjacent_find(roster.key.begin(), roster.key.end(), not_ascending) == roster.key.end()) return;
  const std::vector<HashedRow> rows = rows_by_key(roster);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::size_t first = rows[i - 1].row, again = rows[i].row;
    if (rows[i].hash != rows[i - 1].hash || roster.key[first] != roster.key[again]) continue;
    findings.add(roster, again, "key", "the key stands in row {} and again in row {}"_m(begin + first, begin + again),
                 "a member would be paid twice"_m, "Remove one of the two or give it a key of its own"_m);
  }
}

/// `first` is the number of the first row, as a reader counts.
void check_keys(const Roster& roster, RosterFindings& findings, std::size_t first) {
  for (std::size_t i = 0; i < roster.size(); ++i) {
    Message problem = key_problem(roster.key[i]);
    if (problem.empty()) continue;
    findings.add(roster, i, "key", "{} in row {}"_m(std::move(problem), first + i),
                 "the key names the member in every report"_m, "Write keys of 1 to 32 bytes of printable UTF-8"_m);
  }
  check_duplicates(roster, findings, first);
}

template <Coded Code>
void check_codes(const Roster& roster, std::span<const Code> values, const char* column, RosterFindings& findings) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (static_cast<std::size_t>(values[i]) < enumerator_count<Code>) continue;
    findings.add(roster, i, column, "the code {} is unknown"_m(static_cast<int>(values[i])),
                 "known are {}"_m(roster_detail::code_list<Code>()), correct);
  }
}

void check_money(const Roster& roster, std::span<const std::int64_t> amounts, const char* column,
                 RosterFindings& findings) {
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (amounts[i] >= 0 && amounts[i] <= most_money) continue;
    findings.add(roster, i, column, "{} fen is {}"_m(amounts[i], amounts[i] < 0 ? "negative"_m : "too much"_m),
                 "an amount a month lies between 0 and {} fen"_m(most_money), correct);
  }
}

void check_life(const Roster& roster, std::size_t i, RosterFindings& findings) {
  const Month birth = Month::from_index(roster.birth[i]);
  const Month retired = Month::from_index(roster.retired[i]);
  if (birth.is_none()) return;  // told when the months were read
  if (!retired.is_none() && retired < birth + youngest_retirement) {
    findings.add(roster, i, "retired",
                 "{} lies less than 15 years after the birth in {}"_m(to_string(retired), to_string(birth)),
                 "nobody retires so young"_m, correct);
  }
  const std::int32_t service = roster.service_months[i];
  // Who retires after the roster's date may have the years until then counted already.
  const Month last = retired.is_none() ? roster.as_of : std::max(roster.as_of, retired);
  if (service < 0 || service > std::max(last - birth, 0)) {
    findings.add(roster, i, "service_months",
                 "{} months of service {}"_m(
                     service, service < 0 ? "are negative"_m : "are more than the life since {}"_m(to_string(birth))),
                 "pensions grow with service"_m, correct);
  }
}

void check_lives(const Roster& roster, RosterFindings& findings) {
  for (std::size_t i = 0; i < roster.size(); ++i) {
    check_life(roster, i, findings);
    if (roster.alive[i] < 0 || roster.alive[i] > certain) {
      findings.add(roster, i, "alive", "{} is no chance"_m(roster.alive[i]), "it lies between 0 and 2^48"_m, correct);
    }
    if (roster.hardship[i] > 1) {
      findings.add(roster, i, "hardship", "the code {} is unknown"_m(roster.hardship[i]), "known are 0 no, 1 yes"_m,
                   correct);
    }
    if (roster.grade[i] < 0 || roster.grade[i] > largest_grade) {
      findings.add(roster, i, "grade", "the grade {} is out of range"_m(roster.grade[i]),
                   "a grade lies between 0 and {} yuan a year"_m(largest_grade), correct);
    }
  }
}

/// 202312 as the index of 2023-12; empty for what is no month.
std::optional<std::int32_t> index_of(std::int32_t stored) {
  const int year = stored / 100;
  const int month = stored % 100;
  if (stored == 0) return Month::none().index();
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  return Month(year, month).index();
}

}  // namespace

void RosterFindings::add(const std::string& key, Message problem, Message why, Message remedy) {
  if (++found_ > kept_findings) return;
  kept_.add({file_, 0, 0}, key, std::move(problem), std::move(why), std::move(remedy));
}

void RosterFindings::add(const Roster& roster, std::size_t row, const char* column, Message problem, Message why,
                         Message remedy) {
  add(std::string(column) + "[" + shown(roster.key[row].view()) + "]", std::move(problem), std::move(why),
      std::move(remedy));
}

void RosterFindings::stop_if_any() {
  if (found_ > kept_findings) {
    kept_.add({file_, 0, 0}, "", "{} more findings are not shown"_m(found_ - kept_findings),
              "they are often of one kind"_m, "Correct those above first"_m);
  }
  throw_if_any(Door::roster, std::move(kept_));
}

bool months_from_file(const Roster& roster, std::span<const std::int32_t> stored, const char* column, bool required,
                      std::vector<std::int32_t>& months, RosterFindings& findings) {
  bool all_exist = true;
  months.resize(stored.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const std::optional<std::int32_t> index = index_of(stored[i]);
    months[i] = index.value_or(Month::none().index());
    all_exist = all_exist && index;
    if (required && stored[i] == 0) {
      findings.add(roster, i, column, "the month is missing (0)"_m, "every age counts from it"_m, correct);
    } else if (!index) {
      findings.add(roster, i, column, "{} is no month"_m(stored[i]), "months stand as 202312, none as 0"_m, correct);
    } else if (stored[i] != 0 && !is_plausible(Month::from_index(months[i]))) {
      findings.add(roster, i, column, "{} is out of range"_m(month_text(months[i])), plausible_months, correct);
    }
  }
  return all_exist;
}

std::vector<std::int32_t> months_to_file(std::span<const std::int32_t> months) {
  std::vector<std::int32_t> stored(months.size());
  std::transform(months.begin(), months.end(), stored.begin(), [](std::int32_t index) {
    const Month month = Month::from_index(index);
    if (month.is_none()) return 0;
    EXPECT(month.year() >= 1 && month.year() <= 9999);
    return month.year() * 100 + month.month();
  });
  return stored;
}

void check_members(const Roster& roster, RosterFindings& findings, std::size_t first_row) {
  check_keys(roster, findings, first_row + 1);
  each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
    using Stored = typename One::Stored;
    if constexpr (Coded<Stored>) check_codes<Stored>(roster, roster.*One::values, column.name, findings);
  });
  check_lives(roster, findings);
  each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
    if constexpr (roster_detail::holds_money<One>) check_money(roster, roster.*One::values, column.name, findings);
  });
}

}  // namespace disburse
