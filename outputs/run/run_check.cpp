#include "outputs/run/run_check.hpp"

#include <array>
#include <map>
#include <optional>

#include "engine/base/parallel.hpp"
#include "engine/budget/budget.hpp"
#include "engine/comparison/control.hpp"
#include "engine/confined/confined_reading.hpp"
#include "engine/support/csv_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/hdf5.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/text/json_reading.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest = std::size_t{1} << 30;
constexpr const char* run_name = "run.json";
constexpr const char* result_name = "result.h5";
constexpr const char* ledger_name = "ledger.csv";

void add(std::vector<Finding>& findings, const char* code, const std::string& file, Message message) {
  findings.push_back({code, Severity::error, Message::verbatim(file), std::move(message)});
}

std::optional<Json> json_in(const fs::path& file) {
  try {
    return Json::parse(read_file(file, largest));
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

/// Whose the documents say that they are.
void check_origin(const Json& run, const Json& manifest, std::vector<Finding>& findings) {
  for (const char* key : {"scenario", "manifest"}) {
    if (run.contains(key) && run.at(key) == manifest.at(key)) continue;
    add(findings, "run_foreign", run_name,
        "its {} is not that of manifest.json: one of the two is of another run, or was changed"_m(key));
  }
}

constexpr std::array heads = {"scenario",   "commit",        "seed",         "scenario_digest",
                              "law_digest", "budget_digest", "roster_digest"};

/// What of result.h5 is held to run.json.
struct StoredResult {
  std::array<std::string, heads.size()> head;
  std::vector<std::string> programmes;
  std::vector<std::int64_t> projected, outlay;
  std::vector<std::string> ledger_programme, ledger_line, ledger_paid;
  std::vector<std::int64_t> ledger_amount;

  template <class Visit>
  void each_column(Visit visit) {
    visit("programmes/id", programmes);
    visit("programmes/projected", projected);
    visit("programmes/outlay", outlay);
    visit("ledger/programme", ledger_programme);
    visit("ledger/line", ledger_line);
    visit("ledger/paid", ledger_paid);
    visit("ledger/amount", ledger_amount);
  }
};

void pack(Packing& packing, const std::vector<std::int64_t>& values) { packing.add(values); }
void pack(Packing& packing, const std::vector<std::string>& texts) {
  packing.add(std::uint64_t{texts.size()});
  for (const std::string& text : texts) packing.add(text);
}
void unpack(Unpacking& bytes, std::vector<std::int64_t>& values) { values = bytes.values<std::int64_t>(); }
void unpack(Unpacking& bytes, std::vector<std::string>& texts) {
  texts.resize(bytes.count(sizeof(std::uint64_t)));
  for (std::string& text : texts) text = bytes.text();
}

void read_column(Hdf5Reader& reader, const char* path, std::vector<std::int64_t>& values) {
  values = reader.int64_values(path);
}
void read_column(Hdf5Reader& reader, const char* path, std::vector<std::string>& texts) { texts = reader.texts(path); }

std::string packed_result(std::string_view image) {
  Packing packing;
  try {
    Hdf5Reader reader(result_name, image);
    for (const char* name : heads) packing.add(reader.text_attribute(name));
    StoredResult stored;
    stored.each_column([&](const char* path, auto& column) {
      read_column(reader, path, column);
      pack(packing, column);
    });
  } catch (const Hdf5Error& error) {
    InputErrors errors;
    errors.add({result_name, 0, 0}, error.data_set(), error.problem(), {}, error.remedy());
    throw InputRejected(Door::data, std::move(errors));
  }
  return packing.take();
}

/// A folder may have come from anybody: its HDF5 is read in a child. Errors: InputRejected, Unpackable.
StoredResult read_stored_result(const fs::path& file) {
  const std::string image = read_file(file, largest);
  const std::string packed =
      confined_reading(result_name, Door::data, confinement_for(image.size()), [&] { return packed_result(image); });
  Unpacking bytes(packed);
  StoredResult stored;
  for (std::string& text : stored.head) text = bytes.text();
  stored.each_column([&](const char*, auto& column) { unpack(bytes, column); });
  if (!bytes.empty()) throw Unpackable();
  return stored;
}

void check_head(const StoredResult& stored, const RunResult& run, std::vector<Finding>& findings) {
  const Manifest& made = run.manifest;
  const std::array<std::string, heads.size()> wanted = {
      run.scenario.name, made.commit,        std::to_string(made.seed), made.scenario_digest,
      made.law_digest,   made.budget_digest, made.roster_digest};
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (stored.head[i] == wanted[i]) continue;
    add(findings, "run_foreign", result_name,
        "its {} is not that of run.json: one of the two is of another run, or was changed"_m(heads[i]));
  }
}

void check_programmes(const StoredResult& stored, const RunResult& run, std::vector<Finding>& findings) {
  const std::vector<std::string>& ids = stored.programmes;
  for (std::size_t p = 0; p < std::max(ids.size(), run.programmes.size()); ++p) {
    const bool same = p < ids.size() && p < run.programmes.size() && ids[p] == run.programmes[p].id &&
                      stored.projected.at(p) == run.programmes[p].amount.projected.fen() &&
                      stored.outlay.at(p) == run.programmes[p].outlay.fen();
    if (same) continue;
    add(findings, "run_sums", result_name,
        "{}: its sums are not those of run.json"_m(p < ids.size() ? ids[p] : run.programmes[p].id));
  }
}

/// Cells with all that sums need: programme, line, month paid, amount.
std::vector<LedgerCell> ledger_of(const StoredResult& stored, const RunResult& run) {
  std::map<std::string, std::size_t> place;
  for (std::size_t p = 0; p < run.programmes.size(); ++p) place.emplace(run.programmes[p].id, p);
  std::vector<LedgerCell> cells;
  for (std::size_t i = 0; i < stored.ledger_amount.size(); ++i) {
    LedgerCell cell;
    const auto found = place.find(stored.ledger_programme.at(i));
    const auto month = Month::parse(stored.ledger_paid.at(i));
    if (found == place.end() || !month) throw UnsoundDocument("the ledger");
    cell.key.programme = found->second;
    cell.key.line = stored.ledger_line.at(i);
    cell.key.paid = *month;
    cell.amount = Money::fen(stored.ledger_amount[i]);
    cells.push_back(std::move(cell));
  }
  return cells;
}

using Sums = std::map<std::string, Money>;

/// ledger.csv by programme; its columns end in their keys, as "金额[amount]".
Sums ledger_sums(const std::string& text) {
  CsvReader reader(text, ',');
  std::vector<std::string_view> fields;
  std::optional<std::size_t> programme, amount;
  if (reader.next(fields)) {
    for (std::size_t c = 0; c < fields.size(); ++c) {
      if (fields[c].ends_with("[programme]")) programme = c;
      if (fields[c].ends_with("[amount]")) amount = c;
    }
  }
  if (!programme || !amount) throw UnsoundDocument("the columns");
  Sums sums;
  while (reader.next(fields)) {
    const auto value = parse_yuan(fields.at(*amount));
    if (!value) throw UnsoundDocument("an amount");
    sums[std::string(fields.at(*programme))] += *value;
  }
  return sums;
}

void check_ledger_file(const fs::path& folder, const RunResult& run, std::vector<Finding>& findings) {
  Sums stored;
  for (const LedgerCell& cell : run.ledger) stored[run.programmes[cell.key.programme].id] += cell.amount;
  try {
    const Sums written = ledger_sums(read_file(folder / ledger_name, largest));
    for (const auto& [id, sum] : stored) {
      const auto found = written.find(id);
      if (found != written.end() && found->second == sum) continue;
      add(findings, "run_sums", ledger_name, "{}: its sum is not that of result.h5"_m(id));
    }
    for (const auto& [id, sum] : written) {
      if (!stored.contains(id)) add(findings, "run_sums", ledger_name, "{}: result.h5 does not have it"_m(id));
    }
  } catch (const FileFailure&) {
    return;  // missing: told already
  } catch (const std::exception&) {
    add(findings, "run_unsound", ledger_name, "does not hold what its schema says"_m);
  }
}

/// The sums that balanced before the run was published balance still.
void check_sums(const RunResult& run, std::vector<Finding>& findings) {
  Budget budget;
  budget.total = run.total.budget.value_or(Money{});
  for (const ControlLine& line : control_sheet(run, budget)) {
    const bool hidden = line.left.find("nan") != std::string::npos || line.right.find("nan") != std::string::npos;
    if (line.balanced || hidden) continue;  // with --publish, counts of few persons are hidden
    add(findings, "run_sums", run_name, "{}: {} and {} are not the same"_m(line.name, line.left, line.right));
  }
}

}  // namespace

void check_run(const fs::path& folder, const Json& manifest, std::vector<Finding>& findings) {
  const std::optional<Json> document = json_in(folder / run_name);
  if (!document) {
    if (fs::exists(folder / run_name)) add(findings, "run_unsound", run_name, "is no sound JSON"_m);
    return;
  }
  RunResult run;
  try {
    check_origin(*document, manifest, findings);
    run = run_from_json(*document);
  } catch (const std::exception&) {
    add(findings, "run_unsound", run_name, "does not hold what its schema says"_m);
    return;
  }
  try {
    const StoredResult stored = read_stored_result(folder / result_name);
    check_head(stored, run, findings);
    check_programmes(stored, run, findings);
    run.ledger = ledger_of(stored, run);
  } catch (const InputRejected& rejected) {
    for (const InputError& error : rejected.errors()) add(findings, "run_unsound", result_name, error.problem);
    return;
  } catch (const FileFailure&) {
    return;  // missing: told already
  } catch (const Stopped&) {
    throw;
  } catch (const std::exception&) {
    add(findings, "run_unsound", result_name, "does not hold what its schema says"_m);
    return;
  }
  check_ledger_file(folder, run, findings);
  check_sums(run, findings);
}

}  // namespace disburse
