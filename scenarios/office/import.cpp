#include "scenarios/office/import.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/storage/roster_file.hpp"
#include "engine/support/sm3.hpp"
#include "scenarios/office/content_kind.hpp"
#include "scenarios/office/control.hpp"
#include "scenarios/office/doubts.hpp"
#include "scenarios/office/other_rows.hpp"
#include "scenarios/office/plausibility.hpp"
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
    for (const std::filesystem::path& file : request_.files) read_file(file);
    find_duplicates();
    find_same_keys();
    drop_faulty();
    find_outliers();
    find_unusual(result_.roster, limits_, result_.findings);
    if (request_.control) check_control(*request_.control, result_.counts, result_.findings);
    if (request_.set_aside) collect_set_aside();
    return std::move(result_);
  }

 private:
  void read_file(const std::filesystem::path& file) {
    if (file.extension() == ".h5") return read_roster_file(file);
    OpenedFile opened = open_tables(file, names_);
    const std::string name = name_of_input(file);
    if (!opened.other_kind.empty())
      result_.findings.push_back({"file_kind",
                                  Severity::note,
                                  true,
                                  name,
                                  0,
                                  "",
                                  "The file is {}, whatever its name says: it is read as that."_m(opened.other_kind),
                                  {}});
    for (LeftOut& left : opened.left_out) {
      const bool hidden = left.what == "a hidden sheet"_m;  // an old copy, as a rule
      if (left.holds_identities || hidden)
        result_.findings.push_back({"sheet_not_read",
                                    hidden ? Severity::warning : Severity::error,
                                    false,
                                    left.table,
                                    0,
                                    "",
                                    "It is {} with {} rows and was not read."_m(left.what, left.count),
                                    {}});
      result_.left_out.push_back(std::move(left));
    }
    for (auto& table : opened.tables) {
      read_table(*table);
      tables_.push_back(request_.set_aside ? std::move(table) : nullptr);
    }
  }

  void read_table(OfficeTable& table) {
    InputErrors errors;
    ImportedTable imported;
    imported.name = table.name;
    imported.encoding = table.encoding;
    imported.heading_row = table.heading_row;
    imported.mapping = map_columns(table.headings, names_, table.name, errors);
    throw_if_any(Door::roster, std::move(errors));
    std::vector<UnitConflict> conflicts = resolve_units(table, imported.mapping);
    const auto number = static_cast<std::uint32_t>(result_.tables.size());
    const TableEvidence evidence = evidence_in(table, imported.mapping);
    OfficeRowReader reader(table, imported.mapping, evidence, limits_, request_.as_of, scheme_of_table(table),
                           result_.findings);
    TotalsCheck totals(table, imported.mapping);
    RoleCounts others;
    Agreement agreement;
    OfficeRow row;
    while (next(table, row)) {
      const RowRole role = role_of_row(row, imported.mapping, names_);
      if (role != RowRole::person) {
        ++others[role];
        if (role == RowRole::totals) totals.totals(row, result_.findings);
        if (role == RowRole::other_headings) find_other_table(table, row.number, result_);
        continue;
      }
      ++imported.rows;
      if (imported.first_rows.size() < shown_rows) imported.first_rows.push_back(shown(row, imported.mapping));
      if (evidence.has_totals) totals.person(row);
      const std::size_t before = result_.findings.size();
      OfficePerson person = reader.read(row);
      agreement.count(result_.findings, before);
      for (UnitConflict& conflict : conflicts) conflict.add(row);
      auto& [persons, monthly] = result_.counts[std::pair(person.member.scheme, person.member.role)];
      persons += 1;
      monthly += person.member.pension;
      if (person.faulty)
        set_aside(number, row.number, before);
      else
        add(person, number);
    }
    result_.tables.push_back(std::move(imported));
    find_doubts(table, result_.tables.back(), evidence, agreement, result_);
    for (const UnitConflict& conflict : conflicts) find_conflict(table, conflict, result_);
    list_left_out(result_.tables.back(), others, result_);
  }

  /// A broken line ends the import: what follows could stand in any column.
  template <class Action>
  static auto reading(const OfficeTable& table, Action action) {
    try {
      return action();
    } catch (const CsvBroken& broken) {
      InputErrors errors;
      errors.add({table.name, static_cast<int>(broken.line), static_cast<int>(broken.column)}, "", broken.message(),
                 "what follows could stand in any column"_m, "Mend the line, or save as .xlsx"_m);
      throw InputRejected(Door::roster, std::move(errors));
    }
  }

  static TableEvidence evidence_in(OfficeTable& table, const Mapping& mapping) {
    return reading(table, [&] { return evidence_of(table, mapping); });
  }

  /// Without a column of schemes, the sheet's or the file's name may tell it.
  std::optional<Scheme> scheme_of_table(const OfficeTable& table) const {
    if (request_.scheme) return request_.scheme;
    std::optional<Scheme> found;
    for (std::size_t s = 0; s < scheme_count; ++s) {
      const auto scheme = static_cast<Scheme>(s);
      if (table.name.find(office_word(scheme)) == std::string::npos) continue;
      if (found) return std::nullopt;
      found = scheme;
    }
    return found;
  }

  /// A roster that was imported before: checked then, joined to the others now.
  void read_roster_file(const std::filesystem::path& file) {
    const Roster given = read_roster(file);
    if (given.as_of != request_.as_of) {
      InputErrors errors;
      errors.add({file.filename().string(), 0, 0}, "as_of",
                 "the roster is of {}, the import of {}"_m(to_string(given.as_of), to_string(request_.as_of)),
                 "members of two months are not one stock"_m,
                 "Name the month with --as-of, or import that month's files"_m);
      throw InputRejected(Door::roster, std::move(errors));
    }
    ImportedTable imported;
    imported.name = file.filename().string();
    imported.encoding = "HDF5";
    imported.rows = given.size();
    tables_.push_back(nullptr);
    const auto number = static_cast<std::uint32_t>(result_.tables.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
      const Member member = given.member(i);
      auto& [persons, monthly] = result_.counts[std::pair(member.scheme, member.role)];
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

  static bool next(OfficeTable& table, OfficeRow& row) {
    return reading(table, [&] { return table.next(row); });
  }

  /// A row for the preview: what kind of thing stands in each cell.
  static std::vector<Message> shown(const OfficeRow& row, const Mapping& mapping) {
    std::vector<Message> cells;
    for (const MappedColumn& column : mapping.columns)
      cells.push_back(column.column < row.cells.size() ? content_kind(row.cells[column.column].text) : Message{});
    return cells;
  }

  void set_aside(std::size_t table, std::size_t row, std::size_t first_finding) {
    if (!request_.set_aside) return;
    SetAside aside{table, row, {}, {}};
    for (std::size_t i = first_finding; i < result_.findings.size(); ++i) {
      if (result_.findings[i].severity == Severity::error) aside.rules.push_back(result_.findings[i].rule);
    }
    result_.set_aside.push_back(std::move(aside));
  }

  /// The cells of the rows set aside, read once more.
  void collect_set_aside() {
    std::map<std::pair<std::size_t, std::size_t>, SetAside*> wanted;
    for (SetAside& aside : result_.set_aside) wanted[{aside.table, aside.row}] = &aside;
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      if (!tables_[t]) continue;
      OfficeRow row;
      tables_[t]->rewind();
      while (tables_[t]->next(row)) {
        const auto found = wanted.find({t, row.number});
        if (found == wanted.end()) continue;
        for (const OfficeCell& cell : row.cells)
          found->second->cells.push_back(cell.source != nullptr ? cell.source->shown() : std::string(cell.text));
      }
    }
    std::stable_sort(result_.set_aside.begin(), result_.set_aside.end(), [](const SetAside& a, const SetAside& b) {
      return std::pair(a.table, a.row) < std::pair(b.table, b.row);
    });
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
            Message message) {
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
           same ? "It is the person of {}, row {}."_m(table_name(first.table), first.row)
                : "It is the person of {}, row {}: nobody is in two schemes at once."_m(table_name(first.table),
                                                                                        first.row));
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
           "It is the person of {}, row {}."_m(table_name(order[i - 1]->table), order[i - 1]->row));
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
        if (request_.set_aside) result_.set_aside.push_back({origin.table, origin.row, {"duplicate"}, {}});
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
             "The monthly amount of {} yuan lies far from the group's median of {} yuan."_m(
                 yuan_text(Money::fen(result_.roster.pension[origins[i]->member])),
                 yuan_text(Money::fen(std::llround(std::exp(median))))));
      }
    }
  }

  static double middle(std::vector<double> values) {
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), half, values.end());
    return *half;
  }

  const ImportRequest& request_;
  ColumnNames names_;
  CheckLimits limits_;
  Imported result_;
  std::vector<std::unique_ptr<OfficeTable>> tables_;  // kept where rows are set aside
  std::vector<Origin> origins_;
  std::vector<bool> faulty_;
};

}  // namespace

bool Imported::has_errors() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const OfficeFinding& finding) { return finding.severity == Severity::error; });
}

Imported import_rosters(const ImportRequest& request) { return Importer(request).run(); }

}  // namespace disburse
