#include "engine/app/agencies/agency_start.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "engine/app/loading/data_paths.hpp"
#include "engine/budget/check.hpp"
#include "engine/budget/printed.hpp"
#include "models/readers/programme_reader.hpp"
#include "scenarios/published/programme_words.hpp"
#include "scenarios/published/published_budget.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const char* option, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add({option, 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::command_line, std::move(errors));
}

void check_options(const InitOptions& options, const fs::path& root) {
  const bool plain = !options.name.empty() && std::all_of(options.name.begin(), options.name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (!plain) {
    refuse("init", "\"{}\" is no name of a folder"_m(options.name), "it stands in paths and commands"_m,
           "Use small letters, digits, - and _"_m);
  }
  if (options.files.empty())
    refuse("--from", "no document is named"_m, "an agency starts from its published budget"_m,
           "Write --from budget.docx, or .txt, .xlsx, .csv, .html, .pdf"_m);
  if (!options.region.empty() && !fs::is_directory(root / "models" / "regions" / options.region))
    refuse("--region", "there is no region {}"_m(options.region),
           "its law is read from {}"_m("models/regions/" + options.region),
           "Add the folder, or name one that is there"_m);
}

/// The level of government that the agency's own name tells.
std::string level_of(const std::string& agency) {
  constexpr std::array<std::pair<const char*, const char*>, 4> words{
      {{"县", "county"}, {"旗", "banner"}, {"市", "city"}, {"区", "district"}}};
  for (const auto& [word, level] : words) {
    if (agency.find(word) != std::string::npos) return level;
  }
  return "county";
}

/// Ids of the programmes of nation and region, but for the one that spends what is budgeted for the agency itself.
std::vector<std::string> known_programmes(const fs::path& root, const std::string& region) {
  std::vector<std::string> ids;
  std::vector<fs::path> folders{root / "models" / "programmes"};
  if (!region.empty()) folders.push_back(root / "models" / "regions" / region / "programmes");
  for (const fs::path& folder : folders) {
    std::error_code failure;
    for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
      const std::string id = it->path().stem().string();
      const bool read = it->path().extension() == ".toml" && is_plain_name(id) && id != "basic_expenditure";
      if (read && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

class Start {
 public:
  Start(const InitOptions& options, const fs::path& root)
      : words_(read_programme_words(root / "scenarios" / "published" / "programmes.toml")),
        known_(known_programmes(root, options.region)) {
    const std::vector<fs::path> files(options.files.begin(), options.files.end());
    PublishedBudget read =
        read_published_budget(files, read_official_tables(root / "scenarios" / "published" / "official.toml"));
    start_.name = options.name;
    read_given_counts(options.counts);
    start_.region = options.region;
    start_.document = std::move(read.document);
    start_.level = level_of(start_.document.agency);
    start_.read = read.read;
    for (ReadingNote& note : read.notes) start_.tasks.push_back({Money{}, note.place, std::move(note.what)});
    constexpr int tables = 8;
    for (int number = 1; number <= tables; ++number) {
      if (!read.read.contains(number))
        task(Money{}, "table {} was not printed, or not read: it is computed from the others"_m(number));
    }
  }

  AgencyStart take() {
    int planned = 0;
    for (BudgetForm& form : start_.document.forms) {
      if (!project(form)) form.programme = "project_" + std::to_string(++planned);
    }
    refuse_unused_counts();
    for (const Finding& finding : check(start_.document)) {
      if (finding.severity == Severity::error) task(Money{}, "{}: {}"_m(finding.where, finding.message));
    }
    for (const std::string& id : known_) {
      if (!start_.projected.contains(id)) start_.left_out.push_back(id);
    }
    return std::move(start_);
  }

 private:
  void task(Money money, Message what) { start_.tasks.push_back({money, {}, std::move(what)}); }

  void read_given_counts(const std::vector<std::string>& counts) {
    constexpr std::int64_t most = 1'000'000'000;
    for (const std::string& text : counts) {
      const std::size_t equals = std::min(text.find('='), text.size());
      std::int64_t persons = 0;
      const char *begin = text.data() + std::min(equals + 1, text.size()), *end = text.data() + text.size();
      const auto [stopped, failed] = std::from_chars(begin, end, persons);
      if (failed != std::errc{} || stopped != end || persons < 1 || persons > most)
        refuse("--count", "\"{}\" names no headcount"_m(text), "a programme is projected from its persons"_m,
               "Write --count resident_pensioners=1234"_m);
      given_[text.substr(0, equals)] = persons;
    }
  }

  /// A headcount that no programme asks for would change nothing.
  void refuse_unused_counts() const {
    for (const auto& [name, persons] : given_) {
      if (!used_.contains(name))
        refuse("--count", "no project of the document asks for {}"_m(name), "it would change nothing"_m,
               "Leave it out, or see what the list of tasks asks for"_m);
    }
  }

  /// The headcounts that the form's indicators print, by the names of the roster's counts.
  std::vector<StartingCount> counts_of(const BudgetForm& form, const std::string& programme) const {
    std::vector<StartingCount> counts;
    for (const BudgetIndicator& indicator : form.indicators) {
      const std::string name = words_.count(programme, indicator.level3);
      const auto known = [&](const StartingCount& one) { return one.name == name; };
      const std::vector<Quantity> found = quantities_in(indicator.value);
      if (name.empty() || found.empty() || found.front().unit != "人" ||
          std::any_of(counts.begin(), counts.end(), known))
        continue;
      counts.push_back({name, static_cast<std::int64_t>(found.front().value.to_double() + 0.5),
                        form.name + "：" + indicator.level3 + " " + indicator.value});
    }
    return counts;
  }

  /// True where a programme of nation or region projects the form's payments from the headcounts that it prints.
  bool project(BudgetForm& form) {
    const Money money = printed_amount(form.total).value_or(Money{});
    const ProgrammeWords::Programme* found = words_.programme(form.name);
    const bool known = found != nullptr && std::find(known_.begin(), known_.end(), found->id) != known_.end() &&
                       !start_.projected.contains(found->id);
    if (!known) {
      task(money,
           "{}: spent as budgeted, for no programme of nation or region pays it; write its rule in programmes/"_m(
               form.name));
      return false;
    }
    std::vector<StartingCount> counts = counts_of(form, found->id);
    if (const auto given = given_.find(found->needs); given != given_.end()) {
      std::erase_if(counts, [&](const StartingCount& one) { return one.name == found->needs; });
      counts.push_back({found->needs, given->second, form.name + "：按填写的人数"});
      used_.insert(found->needs);
    }
    if (std::none_of(counts.begin(), counts.end(), [&](const auto& one) { return one.name == found->needs; })) {
      start_.needs.push_back({found->needs, found->id, form.name, money});
      task(
          money,
          "{}: spent as budgeted; {} would project it: give counts.{} in roster.toml, take the programme off left_out and write it into the form"_m(
              form.name, found->id, found->needs));
      return false;
    }
    form.programme = found->id;
    start_.projected.emplace(found->id, found->scheme);
    for (const StartingCount& count : counts) start_.counts.push_back(count);
    task(
        money,
        "{}: projected by {} from the printed headcounts; what they do not say is assumed (disburse check -A, list origins)"_m(
            form.name, found->id));
    return true;
  }

  ProgrammeWords words_;
  std::vector<std::string> known_;
  AgencyStart start_;
  std::map<std::string, std::int64_t> given_;
  std::set<std::string> used_;
};

}  // namespace

AgencyStart start_agency(const InitOptions& options) {
  const fs::path root = find_root();
  check_options(options, root);
  return Start(options, root).take();
}

}  // namespace disburse
