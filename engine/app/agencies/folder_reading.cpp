#include "engine/app/agencies/folder_reading.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "engine/app/loading/agency_own.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/base/parallel.hpp"
#include "engine/budget/project_check.hpp"
#include "engine/studies/cash_calendar.hpp"
#include "engine/studies/in_year_estimate.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/year_budget.hpp"
#include "scenarios/actuals/actuals_reader.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "scenarios/budgets/budget_version_reader.hpp"
#include "scenarios/budgets/form_layout_reader.hpp"
#include "scenarios/budgets/form_mapping_reader.hpp"
#include "scenarios/library/scenario_reader.hpp"
#include "scenarios/rosters/readers/recipe_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr const char* toml = ".toml";
constexpr int trial_months = 36;

bool is_hidden(const fs::path& file) { return file.filename().string().starts_with("."); }

/// Of a folder that may be missing, by name.
std::vector<fs::path> files_in(const fs::path& folder, const std::set<std::string>& extensions) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    if (extensions.contains(it->path().extension().string()) && !is_hidden(it->path())) files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class Folder {
 public:
  Folder(const InputOptions& options, int threads)
      : options_(options), threads_(threads), paths_(find_data(options.agency)) {}

  FolderReading read() {
    attempt(paths_.agency.folder, [&] { law_ = law_of(paths_); });
    read_budgets();
    attempt(layout(), [&] { read_form_layout(layout(), paths_.root / "outputs" / "forms"); });
    if (law_) {
      read_recipes();
      attempt(paths_.calendar(), [&] { pay_calendar_of(options_, *law_); });
      read_own_outturns();
      read_scenarios();
    }
    if (found_.data) {
      read_forms();
      read_payments();
    }
    if (found_.errors.empty()) try_out();
    tell_unread();
    return std::move(found_);
  }

 private:
  /// What one file is refused for, if it is; what is wrong with a file that several ask for is said once.
  template <class Read>
  void attempt(const fs::path& file, const Read& reading) {
    try {
      reading();
    } catch (const InputRejected& rejected) {
      for (const InputError& error : rejected.errors()) add(error);
    } catch (const Stopped&) {
      throw;
    } catch (const std::exception& error) {
      add_unreadable(file, error);
    }
  }
  void add_unreadable(const fs::path& file, const std::exception& error) {
    InputErrors errors;
    errors.add({file.string(), 0, 0}, "", "cannot be read"_m, message_of(error), "Mend the file, or take it away"_m);
    add(*errors.begin());
  }
  void add(const InputError& error) {
    if (said_.insert(to_string(error)).second) found_.errors.add(error);
  }

  const fs::path& folder() const { return paths_.agency.folder; }
  fs::path layout() const { return folder() / "layout.toml"; }

  KnownProgrammes known() const {
    KnownProgrammes known;
    for (const ProgrammeDefinition& programme : law_->programmes) {
      known.ids.push_back(programme.id);
      known.basic = known.basic || programme.shape == Shape::planned_lines;
    }
    return known;
  }

  /// Each with its projects held against the programmes, and every file of versions with the budget that it fits best.
  void read_budgets() {
    std::vector<Budget> budgets;
    for (const fs::path& file : files_in(folder() / "budgets", {toml})) {
      attempt(file, [&] {
        const BudgetDocument document = read_budget(file);
        budgets.push_back(budget_of(document));
        InputErrors errors;
        if (law_) check_projects(document, known(), errors);
        throw_if_any(Door::data, std::move(errors));
      });
    }
    for (const fs::path& file : files_in(folder() / "budgets" / "versions", {toml})) {
      std::optional<InputRejected> least;
      const bool fits = std::any_of(budgets.begin(), budgets.end(), [&](const Budget& budget) {
        try {
          read_budget_versions(file, budget);
          return true;
        } catch (const InputRejected& rejected) {
          if (!least || rejected.errors().size() < least->errors().size()) least = rejected;
          return false;
        }
      });
      if (!fits && least) attempt(file, [&] { throw InputRejected(*least); });
    }
  }

  void read_recipes() {
    std::vector<fs::path> recipes = files_in(folder() / "rosters", {toml});
    if (fs::exists(folder() / "roster.toml")) recipes.push_back(folder() / "roster.toml");
    for (const fs::path& file : recipes) {
      attempt(file, [&] {
        ParameterTree known = law_->parameters;  // of which cohorts speak
        read_recipe({file, file.stem().string(), paths_.default_roster()}, known);
      });
    }
  }

  void read_own_outturns() {
    attempt(outturns_file(paths_), [&] { outturns_of(paths_, law_->programmes); });
  }

  /// Scenarios of the same files and months share what was read for them.
  void read_scenarios() {
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::shared_ptr<const LoadedData>> kept;
    const auto session_for = [&](const std::string& name) {
      InputOptions one = options_;
      one.scenario = name;
      const Scenario scenario = scenario_of(one, paths_);
      auto& data = kept[{scenario.budget, scenario.recipe, scenario.roster, to_string(scenario.horizon)}];
      if (data == nullptr) data = std::make_shared<const LoadedData>(load_data(one, scenario));
      make_session(*data, scenario, Digest::left_out);
      return data;
    };
    attempt(paths_.scenarios(), [&] { found_.data = *session_for(options_.scenario); });
    for (const std::string& name : list_scenarios(paths_.scenarios()))
      attempt(paths_.scenarios() / (name + toml), [&] { session_for(name); });
  }

  void read_forms() {
    if (!fs::exists(paths_.forms())) return;
    attempt(paths_.forms(), [&] { read_form_mapping(paths_.forms(), found_.data->document); });
  }

  /// The months, days and documents that come of it: what only shows when it is reckoned.
  void try_out() {
    if (!found_.data) return;
    Scenario scenario = scenario_of(options_, paths_);
    const int year = found_.data->budget.fiscal_year;
    attempt(folder(), [&] {
      scenario.horizon.count = std::max(scenario.horizon.count, trial_months);
      const LoadedData data = load_data(options_, scenario);
      const Session session = make_session(data, scenario, Digest::left_out);
      cash_calendar(session, run(session, threads_), pay_calendar_of(options_, data.law));
    });
    attempt(folder(), [&] {
      const Scenario longer = through_year(scenario, year + 1);
      YearBudgetRequest request{year + 1, {}, {}, threads_, outturns_of(paths_, law_->programmes), false};
      if (fs::exists(paths_.forms())) request.forms = read_form_mapping(paths_.forms(), found_.data->document);
      draft_year(std::make_shared<const LoadedData>(load_data(options_, longer)), longer, request);
    });
  }

  /// Payments of the budget's year; those of another belong to another budget.
  void read_payments() {
    const int year = found_.data->budget.fiscal_year;
    std::optional<InYearStudy> study;
    for (const fs::path& file : files_in(folder() / "actuals", {".csv", ".xlsx", ".xls"})) {
      if (!file.filename().string().starts_with(std::to_string(year))) continue;
      attempt(file, [&] {
        if (!study) {
          const Scenario whole = over_whole_year(scenario_of(options_, paths_), year);
          study.emplace(std::make_shared<const LoadedData>(load_data(options_, whole)), whole);
        }
        read_actuals(file, found_.data->law.programmes, study->projected(), {{"", Absent::unknown}});
      });
    }
  }

  /// Files that stand where nothing looks for them, and no notes for people.
  void tell_unread() {
    static const std::set<std::string> files{"agency.toml",  "payers.toml", "bounds.toml",   "roster.toml",
                                             "layout.toml",  "forms.toml",  "calendar.toml", "unknowns.toml",
                                             "outturns.csv", "places.csv"};
    static const std::map<std::string, std::set<std::string>> folders{{"budgets", {toml}},
                                                                      {"budgets/versions", {toml}},
                                                                      {"rosters", {toml}},
                                                                      {"programmes", {toml}},
                                                                      {"common", {toml}},
                                                                      {"tables", {".csv"}},
                                                                      {"scenarios", {toml, ".xlsx"}},
                                                                      {"actuals", {".csv", ".xlsx", ".xls"}}};
    std::vector<std::string> unread;
    std::error_code failure;
    for (fs::recursive_directory_iterator it(folder(), failure), end; !failure && it != end; it.increment(failure)) {
      if (is_hidden(it->path())) {
        it.disable_recursion_pending();
        continue;
      }
      const std::string extension = it->path().extension().string();
      if (it->is_directory() || extension == ".md") continue;
      const fs::path below = it->path().lexically_relative(folder());
      const auto place = folders.find(below.parent_path().generic_string());
      const bool read = place != folders.end() ? place->second.contains(extension) : files.contains(below.string());
      if (!read) unread.push_back(below.generic_string());
    }
    std::sort(unread.begin(), unread.end());
    for (const std::string& name : unread) {
      const std::string near = nearest_name(name, {files.begin(), files.end()});
      found_.findings.push_back(
          {"file_not_read", Severity::warning, Message::verbatim(name),
           near.empty() ? "nothing reads this file"_m : "nothing reads this file; is it meant as {}?"_m(near)});
    }
  }

  const InputOptions& options_;
  int threads_;
  DataPaths paths_;
  std::optional<Law> law_;
  std::set<std::string> said_;
  FolderReading found_;
};

}  // namespace

FolderReading read_folder(const InputOptions& options, int threads) { return Folder(options, threads).read(); }

}  // namespace disburse
