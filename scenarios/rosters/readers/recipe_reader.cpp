// Reads a roster recipe strictly: what the synthesis will ask for is there, of the right unit, and consistent.
#include "scenarios/rosters/readers/recipe_reader.hpp"

#include <algorithm>
#include <array>

#include "engine/base/digest.hpp"
#include "engine/storage/parameter_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/rosters/readers/cohort_reader.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_recipe = std::size_t{4} << 20;

struct Needed {
  const char* name;
  Unit unit;
};

constexpr std::array needed_counts = {
    Needed{"reading", Unit::choice},
    Needed{"civil_service_retirees", Unit::persons},
    Needed{"civil_service_entrants", Unit::persons},
    Needed{"civil_service_active", Unit::persons},
    Needed{"enterprise_retirees", Unit::persons},
    Needed{"pre_liberation_workers", Unit::persons},
    Needed{"state_school_teachers", Unit::persons},
    Needed{"lixiu", Unit::persons},
    Needed{"resident_pensioners", Unit::persons},
    Needed{"resident_entrants", Unit::persons},
    Needed{"resident_payers", Unit::persons},
    Needed{"hardship_cases", Unit::persons},
    Needed{"annuity_heads", Unit::persons},
    Needed{"annuity_leavers", Unit::persons},
};

constexpr std::array needed_assumptions = {
    Needed{"civil_service_pension_mean", Unit::yuan_per_month},
    Needed{"civil_service_award_mean", Unit::yuan_per_month},
    Needed{"contribution_base_mean", Unit::yuan_per_month},
    Needed{"annuity_base_mean", Unit::yuan_per_month},
    Needed{"resident_account_pension_mean", Unit::yuan_per_month},
    Needed{"enterprise_pension_mean", Unit::yuan_per_month},
    Needed{"civil_service_service_mean", Unit::years},
    Needed{"enterprise_service_mean", Unit::years},
    Needed{"civil_service_share_55_59", Unit::rate},
    Needed{"civil_service_women", Unit::rate},
    Needed{"civil_service_entrant_men", Unit::rate},
    Needed{"enterprise_share_50_54", Unit::rate},
    Needed{"enterprise_share_55_59", Unit::rate},
    Needed{"enterprise_women", Unit::rate},
    Needed{"enterprise_entrant_men_60", Unit::rate},
    Needed{"enterprise_entrant_women_55", Unit::rate},
    Needed{"payer_share_16_29", Unit::rate},
    Needed{"payer_share_30_44", Unit::rate},
    Needed{"payer_women", Unit::rate},
    Needed{"active_women", Unit::rate},
    Needed{"resident_long_service", Unit::rate},
    Needed{"resident_scheme_start", Unit::month},
    Needed{"resident_grade", Unit::yuan_per_year},
    Needed{"hardship_grade", Unit::yuan_per_year},
};

constexpr std::array needed_distributions = {"civil_service_pension", "contribution_base", "annuity_base",
                                             "enterprise_pension", "resident_account_pension"};

template <class List>
void read_group(TomlTable& root, const std::string& prefix, const List& needed, const std::string& origin,
                ParameterTree& tree, InputErrors& errors) {
  TomlTable table = root.table(prefix);
  read_parameters(table, prefix, origin, tree, errors);
  for (const Needed& want : needed) {
    const Parameter* parameter = tree.find(prefix + "." + want.name);
    if (parameter == nullptr) {
      errors.add(table.place(), prefix + "." + want.name, "the parameter is missing"_m, "the synthesis needs it"_m,
                 "Add [{}.{}]"_m(prefix, want.name));
    } else if (parameter->unit != want.unit) {
      errors.add(parameter->place, parameter->path, "the unit is {}"_m(to_string(parameter->unit)),
                 "the synthesis reads it otherwise"_m, "Write unit = \"{}\""_m(to_string(want.unit)));
    }
  }
}

bool is_share(const std::optional<Rate>& rate) { return rate && *rate >= Rate() && *rate <= Rate(1, 1); }

Rate share(TomlTable& table, const std::string& key) {
  const std::string text = table.text(key);
  const auto rate = Rate::parse(text);
  if (is_share(rate)) return *rate;
  if (!text.empty()) {
    table.reject(key, "\"{}\" is no share"_m(text), "wanted is a decimal from 0 to 1"_m, "Write it as \"0.31\""_m);
  }
  return {};
}

/// The groups follow each other without gap from 60 on. The first is at least three years wide, so that those who
/// retired in the last two years leave room in it.
std::vector<AgeGroup> read_age_groups(TomlTable& root) {
  std::vector<AgeGroup> groups;
  Rate sum;
  for (TomlTable& table : root.tables("age_group")) {
    const auto from = table.integer("from");
    const auto to = table.integer("to");
    const int expected = groups.empty() ? 60 : groups.back().to + 1;
    if (from != expected || to < from + (groups.empty() ? 2 : 0) || to > 120) {
      table.reject("from", "ages {} to {} do not follow"_m(from, to),
                   "the groups cover all ages from 60 without gap, the first at least three years"_m,
                   "Begin this group at {}"_m(expected));
      return groups;
    }
    groups.push_back({static_cast<int>(from), static_cast<int>(to), share(table, "share"), share(table, "female")});
    sum = sum + groups.back().share;
    table.finish();
  }
  if (sum == Rate())
    root.reject("age_group", "the shares sum to 0"_m, "nobody would be 60"_m, "Add [[age_group]] tables"_m);
  return groups;
}

std::optional<Distribution::Point> read_point(const std::vector<std::string>& row) {
  if (row.size() != 2) return std::nullopt;
  const auto probability = Rate::parse(row[0]);
  const auto amount = parse_yuan(row[1]);
  if (!is_share(probability) || !amount || *amount < Money()) return std::nullopt;
  return Distribution::Point{*probability, *amount};
}

bool is_rising(const std::vector<Distribution::Point>& points) {
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i].probability <= points[i - 1].probability || points[i].amount < points[i - 1].amount) return false;
  }
  return points.size() >= 2 && points.front().probability == Rate() && points.back().probability == Rate(1, 1);
}

Distribution read_distribution(TomlTable& table) {
  Distribution distribution;
  distribution.name = table.text("name");
  const std::string maximum = table.text("maximum");
  for (const auto& row : table.rows("points")) {
    const auto point = read_point(row);
    if (!point) {
      table.reject("points", "a point is malformed"_m, "wanted are a probability and an amount in yuan"_m,
                   "Write [\"0.5\", \"5500\"]"_m);
      return distribution;
    }
    distribution.points.push_back(*point);
  }
  if (!is_rising(distribution.points)) {
    table.reject("points", "the points do not rise from probability 0 to 1"_m, "each probability has one amount"_m,
                 "Begin with \"0\", end with \"1\", in rising order"_m);
    return distribution;
  }
  distribution.minimum = distribution.points.front().amount;
  distribution.maximum = parse_yuan(maximum).value_or(Money());
  constexpr Money most = Money::yuan(1'000'000);
  if (distribution.maximum > most) {
    table.reject("maximum", "{} yuan a month are more than anybody is paid"_m(maximum),
                 "yuan and 10,000 yuan are easily mixed up"_m, "Write an amount in yuan, as \"24264\""_m);
  }
  if (distribution.maximum < distribution.points.back().amount) {
    table.reject("maximum", "\"{}\" is below the last point, or no amount"_m(maximum), "no point exceeds it"_m,
                 "Write an amount in yuan, as \"24264\""_m);
  }
  table.finish();
  return distribution;
}

void read_distributions(TomlTable& root, Recipe& recipe) {
  for (TomlTable& table : root.tables("distribution")) recipe.distributions.push_back(read_distribution(table));
  for (const char* name : needed_distributions) {
    const auto found = std::count_if(recipe.distributions.begin(), recipe.distributions.end(),
                                     [&](const Distribution& distribution) { return distribution.name == name; });
    if (found != 1) {
      root.reject("distribution", "{} is there {} times"_m(name, found), "the synthesis needs it once"_m,
                  "Write one [[distribution]] of the name {}"_m(name));
    }
  }
}

void read_head(TomlTable& root, Recipe& recipe) {
  if (root.text("schema") != "disburse/recipe/1") {
    root.reject("schema", "this is no recipe of a kind known here"_m, "another schema may mean other things"_m,
                "Write schema = \"disburse/recipe/1\""_m);
  }
  recipe.title = root.text("title");
  recipe.source = root.text("source");
  recipe.as_of = root.month("as_of");
  constexpr int december = 12;
  if (recipe.as_of != Month::none() && recipe.as_of.month() != december) {
    root.reject("as_of", "the roster would be taken at {}"_m(to_string(recipe.as_of)),
                "the budget year is the one after it"_m, "Write as_of = \"2023-12\""_m);
  }
  const auto seed = root.integer("seed");
  if (seed < 0) root.reject("seed", "the seed is negative"_m, "it counts from 0"_m, "Write seed = 1"_m);
  recipe.seed = static_cast<std::uint64_t>(seed);
}

/// A count of years that the synthesis does not read would be left out in silence.
void check_late_retirees(const Recipe& recipe, const ParameterTree& into, InputErrors& errors) {
  const std::string prefix = "counts.enterprise_retired_";
  const std::vector<std::string> known = late_retirees(recipe.as_of);
  for (const auto& [path, parameter] : into.all()) {
    const std::string name = path.starts_with(prefix) ? path.substr(path.find('.') + 1) : "";
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) continue;
    errors.add(parameter.place, path, "the roster of {} does not read it"_m(to_string(recipe.as_of)),
               "it counts those who retired in the two years before its date and in the year after"_m,
               "Write one of: {}"_m(known[0] + ", " + known[1] + ", " + known[2] + ", " + known[3]));
  }
}

TomlDocument open_recipe(const std::filesystem::path& file, const std::filesystem::path& below, InputErrors& errors) {
  static const std::vector<NamedList> lists{{"values", "from", NamedList::sorted}, {"distribution", "name"}};
  TomlDocument own(file, errors);
  if (below.empty()) return own;
  TomlDocument document(below, errors);
  document.lay(std::move(own), lists);
  return document;
}

}  // namespace

Recipe read_recipe(const RecipeSource& source, ParameterTree& into) {
  InputErrors errors;
  Recipe recipe;
  recipe.file = source.file;
  recipe.name = source.name;
  TomlDocument document = open_recipe(source.file, source.below, errors);
  if (document.parsed()) {
    recipe.digest = sha256_hex(read_file(source.file, largest_recipe));
    TomlTable root = document.root();
    read_head(root, recipe);
    const std::string origin = "recipe " + recipe.name;
    read_group(root, "counts", needed_counts, origin, into, errors);
    read_group(root, "roster", needed_assumptions, origin, into, errors);
    check_late_retirees(recipe, into, errors);
    recipe.cohorts = read_cohorts(root, into);
    recipe.age_groups = read_age_groups(root);
    read_distributions(root, recipe);
    root.finish();
  }
  throw_if_any(Door::data, std::move(errors));
  return recipe;
}

}  // namespace disburse
