#include "scenarios/office/import.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/parameters.hpp"
#include "engine/programme_definition.hpp"
#include "engine/roster_file.hpp"
#include "engine/support/sm3.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/office/identity.hpp"
#include "scenarios/office/row_reader.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr std::size_t shown_rows = 10;
constexpr int months_a_year = 12;

/// Where a member came from, for checks across files.
struct Origin {
  std::string identity;
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t member = 0;  // position among the accepted
};

class Importer {
 public:
  explicit Importer(const ImportRequest& request)
      : request_(request), names_(request.columns, request.mapping), limits_(read_limits(request.limits)) {}

  Imported run() {
    result_.roster.as_of = request_.as_of;
    result_.roster.evolves_from = Month::none();
    for (const std::filesystem::path& file : request_.files) {
      if (file.extension() == ".h5") {
        read_roster_file(file);
        continue;
      }
      for (const auto& table : open_tables(file, names_)) read_table(*table);
    }
    find_duplicates();
    find_same_keys();
    drop_faulty();
    find_outliers();
    if (request_.control) check_control();
    return std::move(result_);
  }

 private:
  void read_table(OfficeTable& table) {
    InputErrors errors;
    ImportedTable imported;
    imported.name = table.name;
    imported.encoding = table.encoding;
    imported.heading_row = table.heading_row;
    imported.mapping = map_columns(table.headings, names_, table.name, errors);
    throw_if_any(Door::roster, std::move(errors));
    const auto number = static_cast<std::uint32_t>(result_.tables.size());
    RowReader reader(table, imported.mapping, limits_, request_.as_of, request_.scheme, result_.findings);
    OfficeRow row;
    while (next(table, row)) {
      if (std::all_of(row.cells.begin(), row.cells.end(),
                      [](std::string_view cell) { return trimmed(cell).empty(); })) {
        continue;
      }
      ++imported.rows;
      if (imported.first_rows.size() < shown_rows) imported.first_rows.push_back(shown(row, imported.mapping));
      const std::size_t before = result_.findings.size();
      OfficePerson person = reader.read(row);
      auto& [persons, monthly] = counts_[std::pair(person.member.scheme, person.member.role)];
      persons += 1;
      monthly += person.member.pension;
      if (person.faulty) {
        set_aside(table, row, before);
        continue;
      }
      add(person, number);
    }
    result_.tables.push_back(std::move(imported));
  }

  /// A roster that was imported before: checked then, joined to the others now.
  void read_roster_file(const std::filesystem::path& file) {
    const Roster given = read_roster(file);
    if (given.as_of != request_.as_of) {
      InputErrors errors;
      errors.add({file.filename().string(), 0, 0}, "as_of",
                 "the roster is of " + to_string(given.as_of) + ", the import of " + to_string(request_.as_of),
                 "members of two months are not one stock",
                 "Name the month with --as-of, or import that month's files");
      throw InputRejected(Door::roster, std::move(errors));
    }
    ImportedTable imported;
    imported.name = file.filename().string();
    imported.encoding = "HDF5";
    imported.rows = given.size();
    const auto number = static_cast<std::uint32_t>(result_.tables.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
      const Member member = given.member(i);
      auto& [persons, monthly] = counts_[std::pair(member.scheme, member.role)];
      persons += 1;
      monthly += member.pension;
      origins_.push_back(
          {"", number, static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(result_.roster.size())});
      // A row number of another import names nobody here.
      const bool numbered = given.key[i].view().starts_with('R');
      result_.roster.add(numbered ? row_key() : given.key[i], member);
    }
    result_.tables.push_back(std::move(imported));
  }

  /// A broken line ends the import: what follows could stand in any column.
  static bool next(OfficeTable& table, OfficeRow& row) {
    try {
      return table.next(row);
    } catch (const CsvBroken& broken) {
      InputErrors errors;
      errors.add({table.name, static_cast<int>(broken.line), 0}, "", broken.what(),
                 "what follows could stand in any column", "Mend the line, or save as .xlsx");
      throw InputRejected(Door::roster, std::move(errors));
    }
  }

  /// A row for the preview: personal cells starred, the identity number masked.
  static std::vector<std::string> shown(const OfficeRow& row, const Mapping& mapping) {
    std::vector<std::string> cells;
    for (const MappedColumn& column : mapping.columns) {
      const std::string_view cell = column.column < row.cells.size() ? row.cells[column.column] : std::string_view{};
      if (column.field == Field::identity)
        cells.push_back(masked(trimmed(cell)));
      else if (!column.field || is_personal(*column.field))
        cells.emplace_back(cell.empty() ? "" : "***");
      else
        cells.emplace_back(cell);
    }
    return cells;
  }

  void set_aside(const OfficeTable& table, const OfficeRow& row, std::size_t first_finding) {
    if (!request_.set_aside) return;
    SetAside aside{table.name, row.number, "", {row.cells.begin(), row.cells.end()}};
    for (std::size_t i = first_finding; i < result_.findings.size(); ++i) {
      if (result_.findings[i].severity == Severity::error)
        aside.rules += (aside.rules.empty() ? "" : " ") + result_.findings[i].rule;
    }
    result_.set_aside.push_back(std::move(aside));
  }

  MemberKey key_of(const OfficePerson& person) {
    constexpr std::size_t digits = 32;
    if (!request_.key.empty() && !person.identity.empty()) {
      return MemberKey::from(hmac_sm3_hex(request_.key, person.identity).substr(0, digits));
    }
    return row_key();
  }

  MemberKey row_key() const { return MemberKey::from("R" + std::to_string(result_.roster.size() + 1)); }

  void add(const OfficePerson& person, std::uint32_t table) {
    origins_.push_back({person.identity, table, static_cast<std::uint32_t>(person.row),
                        static_cast<std::uint32_t>(result_.roster.size())});
    result_.roster.add(key_of(person), person.member);
  }

  void find(const Origin& origin, const char* rule, Severity severity, bool certain, const char* column,
            std::string message) {
    const Member member = result_.roster.member(origin.member);
    const Money monthly = member.role == Role::pensioner ? member.pension : Money{};
    result_.findings.push_back({rule, severity, certain, table_name(origin.table), origin.row, column,
                                std::move(message), monthly * months_a_year});
  }

  std::string table_name(std::uint32_t table) const { return result_.tables[table].name; }

  /// One person twice: the later row is the finding.
  void find_duplicates() {
    faulty_.assign(result_.roster.size(), false);
    std::vector<const Origin*> order;
    for (const Origin& origin : origins_) {
      if (!origin.identity.empty()) order.push_back(&origin);
    }
    std::sort(order.begin(), order.end(), [](const Origin* a, const Origin* b) {
      return std::tie(a->identity, a->member) < std::tie(b->identity, b->member);
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (order[i]->identity != order[i - 1]->identity) continue;
      const Origin& first = *order[i - 1];
      const Origin& second = *order[i];
      const bool same = result_.roster.scheme[first.member] == result_.roster.scheme[second.member];
      find(second, same ? "duplicate" : "two_schemes", Severity::error, true, "公民身份号码",
           "与 " + table_name(first.table) + " 第 " + std::to_string(first.row) + " 行是同一人" +
               (same ? "。" : "，两个险种不能同时参加或领取。"));
      faulty_[second.member] = true;
    }
  }

  /// One pseudonym twice, where a roster file was joined to the others.
  void find_same_keys() {
    std::vector<const Origin*> order;
    for (const Origin& origin : origins_) {
      if (!faulty_[origin.member]) order.push_back(&origin);
    }
    const auto key = [&](const Origin* origin) -> const MemberKey& { return result_.roster.key[origin->member]; };
    std::sort(order.begin(), order.end(), [&](const Origin* a, const Origin* b) {
      return std::tie(key(a), a->member) < std::tie(key(b), b->member);
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (key(order[i]) != key(order[i - 1])) continue;
      find(*order[i], "duplicate", Severity::error, true, "",
           "与 " + table_name(order[i - 1]->table) + " 第 " + std::to_string(order[i - 1]->row) + " 行是同一人。");
      faulty_[order[i]->member] = true;
    }
  }

  void drop_faulty() {
    Roster kept;
    kept.as_of = result_.roster.as_of;
    kept.evolves_from = result_.roster.evolves_from;
    kept.reserve(result_.roster.size());
    std::vector<Origin> origins;
    for (Origin& origin : origins_) {
      if (faulty_[origin.member]) {
        if (request_.set_aside) result_.set_aside.push_back({table_name(origin.table), origin.row, "duplicate", {}});
        continue;
      }
      ++result_.tables[origin.table].accepted;
      const std::size_t was = origin.member;
      origin.member = static_cast<std::uint32_t>(kept.size());
      kept.add(result_.roster.key[was], result_.roster.member(was));
      origin.identity.clear();
      origins.push_back(std::move(origin));
    }
    origins_ = std::move(origins);
    result_.roster = std::move(kept);
  }

  /// Pensions far from their group's: distance of the logarithm from the median in median absolute deviations.
  void find_outliers() {
    std::map<std::tuple<Scheme, Category, Sex>, std::vector<const Origin*>> groups;
    for (const Origin& origin : origins_) {
      const Member member = result_.roster.member(origin.member);
      if (member.role == Role::pensioner && member.pension > Money{}) {
        groups[{member.scheme, member.category, member.sex}].push_back(&origin);
      }
    }
    for (const auto& [group, origins] : groups) {
      constexpr std::size_t fewest = 30;
      if (origins.size() < fewest) continue;
      std::vector<double> logs;
      for (const Origin* origin : origins) {
        logs.push_back(std::log(static_cast<double>(result_.roster.pension[origin->member])));
      }
      const double median = middle(logs);
      std::vector<double> distances;
      for (const double value : logs) distances.push_back(std::abs(value - median));
      const double deviation = std::max(middle(distances), 0.01);
      for (std::size_t i = 0; i < origins.size(); ++i) {
        if (std::abs(logs[i] - median) <= limits_.outlier_deviations * deviation) continue;
        find(*origins[i], "outlier", Severity::warning, false, "月养老金",
             "月待遇 " + yuan_text(Money::fen(result_.roster.pension[origins[i]->member])) + " 元，远离同组中位数 " +
                 yuan_text(Money::fen(std::llround(std::exp(median)))) + " 元。");
      }
    }
  }

  static double middle(std::vector<double> values) {
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), half, values.end());
    return *half;
  }

  /// Headcounts and monthly totals of all rows against figures that the office knows.
  void check_control() {
    InputErrors errors;
    TomlDocument document(*request_.control, errors);
    throw_if_any(Door::data, InputErrors(errors));
    TomlTable root = document.root();
    root.schema("disburse/office-control/1");
    for (TomlTable& table : root.tables("control")) {
      const auto scheme = scheme_from(table.text("scheme"));
      const std::string role_word = table.word("role", {"pensioner", "active", "payer", "leaver"});
      const auto persons = table.optional_integer("persons");
      const auto monthly = table.optional_text("monthly");
      if (!scheme) {
        table.reject("scheme", "is no scheme", "figures belong to one", "Write civil_service, enterprise or resident");
        continue;
      }
      Role role = Role::pensioner;
      for (const Role one : {Role::active, Role::payer, Role::leaver}) {
        if (role_word == to_string(one)) role = one;
      }
      const auto& [count, total] = counts_[std::pair(*scheme, role)];
      control("control_persons", persons && *persons != count,
              std::to_string(count) + " 人，控制数 " + std::to_string(persons.value_or(0)) + " 人");
      const auto wanted = monthly ? parse_value(Unit::yuan, *monthly) : std::nullopt;
      if (monthly && !wanted) table.reject("monthly", "is no amount", "it is compared to the fen", "Write \"1234.56\"");
      const Money amount = wanted ? std::get<Money>(*wanted) : Money{};
      control("control_money", wanted && amount != total,
              "月待遇合计 " + yuan_text(total) + " 元，控制数 " + yuan_text(amount) + " 元");
      table.finish();
    }
    root.finish();
    throw_if_any(Door::data, std::move(errors));
  }

  void control(const char* rule, bool wrong, const std::string& text) {
    if (wrong) result_.findings.push_back({rule, Severity::error, true, "控制数", 0, "", text + "，不符。", {}});
  }

  const ImportRequest& request_;
  ColumnNames names_;
  CheckLimits limits_;
  Imported result_;
  std::vector<Origin> origins_;
  std::vector<bool> faulty_;
  std::map<std::pair<Scheme, Role>, std::pair<std::int64_t, Money>> counts_;
};

}  // namespace

bool Imported::has_errors() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const OfficeFinding& finding) { return finding.severity == Severity::error; });
}

Imported import_rosters(const ImportRequest& request) { return Importer(request).run(); }

}  // namespace disburse
