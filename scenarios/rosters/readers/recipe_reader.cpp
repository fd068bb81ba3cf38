// Reads a roster recipe strictly: what the synthesis will ask for is there, of the right unit, and consistent.
#include "scenarios/roster_recipe.hpp"

#include <algorithm>
#include <array>

#include "engine/parameter_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

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
    Needed{"enterprise_retired_2022", Unit::persons},
    Needed{"enterprise_retired_2023", Unit::persons},
    Needed{"enterprise_retired_2024_to_september", Unit::persons},
    Needed{"enterprise_retired_2024_from_october", Unit::persons},
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
      errors.add(table.place(), prefix + "." + want.name, "the parameter is missing", "the synthesis needs it",
                 "Add [" + prefix + "." + want.name + "]");
    } else if (parameter->unit != want.unit) {
      errors.add(parameter->place, parameter->path, std::string("the unit is ") + to_string(parameter->unit),
                 "the synthesis reads it otherwise", std::string("Write unit = \"") + to_string(want.unit) + "\"");
    }
  }
}

bool is_share(const std::optional<Rate>& rate) { return rate && *rate >= Rate() && *rate <= Rate(1, 1); }

Rate share(TomlTable& table, const std::string& key) {
  const std::string text = table.text(key);
  const auto rate = Rate::parse(text);
  if (is_share(rate)) return *rate;
  if (!text.empty()) {
    table.reject(key, "\"" + text + "\" is no share", "wanted is a decimal from 0 to 1", "Write it as \"0.31\"");
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
      table.reject("from", "ages " + std::to_string(from) + " to " + std::to_string(to) + " do not follow",
                   "the groups cover all ages from 60 without gap, the first at least three years",
                   "Begin this group at " + std::to_string(expected));
      return groups;
    }
    groups.push_back({static_cast<int>(from), static_cast<int>(to), share(table, "share"), share(table, "female")});
    sum = sum + groups.back().share;
    table.finish();
  }
  if (sum == Rate()) root.reject("age_group", "the shares sum to 0", "nobody would be 60", "Add [[age_group]] tables");
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
      table.reject("points", "a point is malformed", "wanted are a probability and an amount in yuan",
                   "Write [\"0.5\", \"5500\"]");
      return distribution;
    }
    distribution.points.push_back(*point);
  }
  if (!is_rising(distribution.points)) {
    table.reject("points", "the points do not rise from probability 0 to 1", "each probability has one amount",
                 "Begin with \"0\", end with \"1\", in rising order");
    return distribution;
  }
  distribution.minimum = distribution.points.front().amount;
  distribution.maximum = parse_yuan(maximum).value_or(Money());
  if (distribution.maximum < distribution.points.back().amount) {
    table.reject("maximum", "\"" + maximum + "\" is below the last point, or no amount", "no point exceeds it",
                 "Write an amount in yuan, as \"24264\"");
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
      root.reject("distribution", std::string(name) + " is there " + std::to_string(found) + " times",
                  "the synthesis needs it once", std::string("Write one [[distribution]] of the name ") + name);
    }
  }
}

void read_head(TomlTable& root, Recipe& recipe) {
  if (root.text("schema") != "disburse/recipe/1") {
    root.reject("schema", "this is no recipe of a kind known here", "another schema may mean other things",
                "Write schema = \"disburse/recipe/1\"");
  }
  recipe.title = root.text("title");
  recipe.source = root.text("source");
  recipe.as_of = root.month("as_of");
  // The names of the parameters say 2022 to 2024; another year is another recipe schema.
  if (recipe.as_of != Month(2023, 12)) {
    root.reject("as_of", "the roster would be taken at " + to_string(recipe.as_of),
                "the counts are those of 2022 to 2024", "Write as_of = \"2023-12\"");
  }
  const auto seed = root.integer("seed");
  if (seed < 0) root.reject("seed", "the seed is negative", "it counts from 0", "Write seed = 1");
  recipe.seed = static_cast<std::uint64_t>(seed);
}

}  // namespace

const Distribution& Recipe::distribution(std::string_view distribution_name) const {
  for (const Distribution& distribution : distributions) {
    if (distribution.name == distribution_name) return distribution;
  }
  throw ProgramFault("no distribution " + std::string(distribution_name));
}

Recipe read_recipe(const std::filesystem::path& file, ParameterTree& into) {
  InputErrors errors;
  Recipe recipe;
  recipe.file = file;
  recipe.name = file.stem().string();
  TomlDocument document(file, errors);
  if (document.parsed()) {
    recipe.digest = sha256_hex(document.bytes());
    TomlTable root = document.root();
    read_head(root, recipe);
    const std::string origin = "recipe " + recipe.name;
    read_group(root, "counts", needed_counts, origin, into, errors);
    read_group(root, "roster", needed_assumptions, origin, into, errors);
    recipe.age_groups = read_age_groups(root);
    read_distributions(root, recipe);
    root.finish();
  }
  throw_if_any(Door::data, std::move(errors));
  return recipe;
}

}  // namespace disburse
