#include "engine/app/agencies/agency_start.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "engine/app/loading/data_paths.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/budget/check.hpp"
#include "engine/budget/printed.hpp"
#include "models/readers/law_reader.hpp"
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

struct LevelWord {
  const char* word;
  const char* level;
};

/// The level of government that the agency's own name tells; null where it tells none.
const char* level_of(const std::string& agency) {
  constexpr std::array words{LevelWord{"县", "county"}, LevelWord{"旗", "banner"}, LevelWord{"市", "city"},
                             LevelWord{"区", "district"}};
  for (const auto& [word, level] : words) {
    if (agency.find(word) != std::string::npos) return level;
  }
  return nullptr;
}

/// How -A finds the folder: a name alone is looked for among the shipped agencies.
std::string agency_word(const std::string& folder) {
  return shell_word(folder.find('/') == std::string::npos ? "./" + folder : folder);
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

/// A programme of nation or region as the law without an agency has it: what its rule reads, or why it cannot be
/// reckoned.
struct KnownProgramme {
  std::optional<ProgrammeDefinition> definition;
  ParameterTree parameters;
  Message lacks;
};

KnownProgramme programme_in_law(const fs::path& root, const std::string& region, std::vector<std::string> others,
                                const std::string& id) {
  std::vector<LawLayer> layers{{"nation", root / "models", "models"}};
  if (!region.empty()) layers.push_back({region, root / "models" / "regions" / region, "models/regions/" + region});
  std::erase(others, id);
  KnownProgramme known;
  try {
    Law law = read_law(layers, {{}, others, true});
    const auto found = std::find_if(law.programmes.begin(), law.programmes.end(),
                                    [&](const ProgrammeDefinition& one) { return one.id == id; });
    if (found != law.programmes.end()) known.definition = *found;
    known.parameters = std::move(law.parameters);
  } catch (const InputRejected& rejected) {
    known.lacks = rejected.errors().begin()->problem;
  }
  return known;
}

/// A value that stands for one which an agency has to state: nothing, assumed.
bool is_unstated(const Parameter& parameter) {
  if (parameter.values.empty()) return true;
  const DatedValue& last = parameter.values.back();
  if (last.status != Status::assumed) return false;
  const std::string* word = std::get_if<std::string>(&last.value);
  return last.value == Value(Money{}) || last.value == Value(std::int64_t{0}) || last.value == Value(Rate()) ||
         (word != nullptr && *word == "none");
}

class Start {
 public:
  Start(const InitOptions& options, const fs::path& root, const std::string& folder)
      : words_(read_programme_words(root / "scenarios" / "published" / "programmes.toml")),
        known_(known_programmes(root, options.region)),
        root_(root) {
    const std::vector<fs::path> files(options.files.begin(), options.files.end());
    PublishedBudget read =
        read_published_budget(files, read_official_tables(root / "scenarios" / "published" / "official.toml"));
    start_.name = options.name;
    read_given_counts(options.counts);
    start_.region = options.region;
    start_.document = std::move(read.document);
    start_.read = read.read;
    start_.folder = agency_word(folder);
    take_level();
    for (FactPlace& one : read.places)
      start_.places.push_back({std::move(one.fact), std::move(one.text), std::move(one.place)});
    for (ReadingNote& note : read.notes) {
      start_.complete = start_.complete && note.kind == Reading::usual;
      start_.tasks.push_back({Money{}, note.place, std::move(note.what)});
    }
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

  void take_level() {
    const char* level = level_of(start_.document.agency);
    start_.level = level == nullptr ? "county" : level;
    start_.level_guessed = true;
    task(Money{}, level == nullptr ? "agency.toml: level = \"county\" is a guess, for the name tells none"_m
                                   : "agency.toml: level = \"{}\" follows from the name; look at it"_m(start_.level));
  }

  /// What the programme reads and neither document nor law states; a run says so first.
  void note_unfilled(const KnownProgramme& known, const std::vector<StartingCount>& counts, Money money) {
    std::vector<std::string> paths;
    for (const std::string& path : parameters_of(*known.definition)) {
      const Parameter* parameter = known.parameters.find(path);
      if (parameter != nullptr && is_unstated(*parameter)) paths.push_back(path);
    }
    for (const ProgrammeWords::Count& one : words_.counts) {
      const auto stated = [&](const auto& list) {
        return std::any_of(list.begin(), list.end(), [&](const auto& count) { return count.name == one.count; });
      };
      const std::string path = "counts." + one.count;
      if (one.programme == known.definition->id && !stated(counts) && !stated(start_.counts) &&
          std::find(paths.begin(), paths.end(), path) == paths.end())
        paths.push_back(path);
    }
    for (const std::string& path : paths) {
      if (std::find(start_.unfilled.begin(), start_.unfilled.end(), path) != start_.unfilled.end()) continue;
      task(money,
           "{} is not filled in, so that {} counts nothing for it: state it in {}"_m(
               path, known.definition->name, std::string(path.starts_with("counts.") ? "roster.toml" : "programmes/")));
      start_.unfilled.push_back(path);
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
    // Where the law lacks what the programme reads, no headcount helps: none is asked for.
    const KnownProgramme in_law = programme_in_law(root_, start_.region, known_, found->id);
    if (!in_law.definition) {
      task(money, "{}: spent as budgeted; {} would project it, but {}"_m(form.name, found->id, in_law.lacks));
      return false;
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
        "{}: projected by {} from the printed headcounts; what they do not say is assumed: disburse check -A {}, disburse list origins -A {}"_m(
            form.name, found->id, start_.folder, start_.folder));
    note_unfilled(in_law, counts, money);
    return true;
  }

  ProgrammeWords words_;
  std::vector<std::string> known_;
  fs::path root_;
  AgencyStart start_;
  std::map<std::string, std::int64_t> given_;
  std::set<std::string> used_;
};

}  // namespace

AgencyStart start_agency(const InitOptions& options, const std::string& folder) {
  const fs::path root = find_root();
  check_options(options, root);
  return Start(options, root, folder).take();
}

}  // namespace disburse
