// Programme files of the shape "member": [who], conditions, and what each component pays.
#include "models/readers/member_shape_reader.hpp"

#include <algorithm>

#include "models/readers/member_condition_reader.hpp"
#include "models/readers/payer_reader.hpp"

namespace disburse {
namespace {

using Named = std::vector<NamedParameter>;

std::vector<Role> read_roles(TomlTable& who) {
  std::vector<Role> roles;
  for (const std::string& word : who.texts("roles")) {
    if (const auto role = from_code<Role>(word)) {
      roles.push_back(*role);
      continue;
    }
    const std::string near = nearest_name(word, code_words<Role>());
    who.reject("roles", "\"{}\" is no role"_m(word), "they are pensioner, active, payer, leaver"_m,
               near.empty() ? "Write one of them"_m : "Did you mean {}?"_m(near));
  }
  if (!who.has("roles")) {
    who.reject("roles", "the roles are missing"_m, "the programme would pay nobody"_m, "Add roles = [\"pensioner\"]"_m);
  }
  return roles;
}

void check_phase(TomlTable& who, const MemberShape& shape) {
  const auto pays = [&](Role role) {
    return std::find(shape.roles.begin(), shape.roles.end(), role) != shape.roles.end();
  };
  if (shape.phase == Phase::contributing && pays(Role::pensioner)) {
    who.reject("roles", "a pensioner does not contribute"_m, "while = \"contributing\" pays until retirement"_m,
               "Take pensioner off the roles, or write while = \"drawing\""_m);
  }
  if (shape.phase != Phase::any && pays(Role::leaver)) {
    who.reject("roles", "a leaver neither contributes nor draws here"_m, "nobody of this role would be paid"_m,
               "Take leaver off the roles, or write while = \"any\""_m);
  }
}

struct BaseKey {
  const char* key;
  AmountBase base;
  ParameterUse use;
};

constexpr BaseKey parameter_bases[] = {{"standard", AmountBase::standard, ParameterUse::money},
                                       {"by_age", AmountBase::by_age, ParameterUse::yuan_by_step},
                                       {"by_years", AmountBase::by_years, ParameterUse::yuan_by_step},
                                       {"by_grade", AmountBase::by_grade, ParameterUse::yuan_by_step}};

AmountBase read_own_amount(TomlTable& table) {
  const auto base =
      from_code<AmountBase>(table.word("of", {"pension", "account_pension", "base", "annuity_base", "grade"}));
  return base.value_or(AmountBase::pension);
}

std::map<Category, std::string> read_categories(TomlTable table, Named& named) {
  std::map<Category, std::string> paths;
  for (const Category category : enumerators<Category>) {
    const std::string path = read_path(table, to_string(category), ParameterUse::money, named);
    if (!path.empty()) paths.emplace(category, path);
  }
  table.finish();
  return paths;
}

void read_base(TomlTable& table, AmountRule& amount, Named& named) {
  const std::string key = one_of(table, {"standard", "by_age", "by_years", "by_grade", "by_category", "of"},
                                 "what the amount begins with"_m);
  if (key == "by_category") {
    amount.base = AmountBase::by_category;
    amount.by_category = read_categories(table.table(key), named);
  } else if (key == "of") {
    amount.base = read_own_amount(table);
  }
  for (const BaseKey& own : parameter_bases) {
    if (key != own.key) continue;
    amount.base = own.base;
    amount.parameter = read_path(table, key, own.use, named);
  }
  table.mention({"standard", "by_age", "by_years", "by_grade", "by_category", "of"});
}

AmountRule read_amount(TomlTable table, Named& named) {
  AmountRule amount;
  read_base(table, amount, named);
  amount.share = read_path(table, "share", ParameterUse::rate, named);
  amount.times = read_path(table, "times", ParameterUse::number, named);
  amount.times_by_years = read_path(table, "times_by_years", ParameterUse::number_by_step, named);
  amount.per_year = table.optional_flag("per_year").value_or(false);
  amount.years_beyond = read_path(table, "years_beyond", ParameterUse::years, named);
  amount.years_at_most = read_path(table, "years_at_most", ParameterUse::years, named);
  amount.at_least = read_path(table, "at_least", ParameterUse::money, named);
  amount.at_most = read_path(table, "at_most", ParameterUse::money, named);
  for (const char* key : {"years_beyond", "years_at_most"}) {
    if (!table.has(key) || amount.per_year) continue;
    table.reject(key, "years do not count here"_m, "the amount is not multiplied by them"_m,
                 "Add per_year = true, or remove {}"_m(key));
  }
  table.finish();
  return amount;
}

void read_due(TomlTable table, Grant& grant, Named& named) {
  const std::string key = one_of(table, {"every", "months", "once"}, "when it is paid"_m);
  if (key == "every") {
    if (table.word("every", {"month"}) == "month") grant.due = Due::every_month;
  } else if (key == "months") {
    grant.due = Due::months_of_year;
    grant.months = read_path(table, "months", ParameterUse::months_of_year, named);
  } else if (key == "once") {
    grant.due = table.word("once", {"retirement", "death"}) == "death" ? Due::on_death : Due::at_retirement;
  }
  grant.paid_later = table.optional_word("paid", {"same_month", "month_after"}).value_or("") == "month_after";
  table.finish();
}

void check_due(TomlTable& table, const Component& component, const Grant& grant, Phase phase) {
  if (component.monthly && grant.due != Due::every_month) {
    table.reject("monthly", "is not paid every month"_m, "late reports and suspensions concern monthly benefits"_m,
                 "Remove monthly, or write when = { every = \"month\" }"_m);
  }
  if (grant.due == Due::at_retirement && phase == Phase::contributing) {
    table.reject("when", "would never be paid"_m, "it is due in the month after retirement, when nobody contributes"_m,
                 "Write while = \"drawing\" in [who]"_m);
  }
}

void append(std::vector<std::string>& paths, const std::string& path) {
  if (!path.empty() && std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
}

/// The paths that decide a grant's payments, the standard first.
std::vector<std::string> paths_of(const Grant& grant, const std::string& take_up) {
  const AmountRule& amount = grant.amount;
  std::vector<std::string> paths;
  append(paths, amount.parameter);
  for (const auto& [category, path] : amount.by_category) append(paths, path);
  for (const std::string* path : {&amount.share, &amount.times, &amount.times_by_years, &amount.years_beyond,
                                  &amount.years_at_most, &amount.at_least, &amount.at_most, &grant.months})
    append(paths, *path);
  for (const Condition& condition : grant.conditions) append(paths, condition.label.parameter);
  for (const PayerShare& part : grant.shared) append(paths, part.share);
  append(paths, take_up);
  return paths;
}

/// The part of another payer: a component like the one that it is taken from, which counts no person again.
Component read_part(TomlTable& table, const Component& whole, const PayerList& payers, std::string& share,
                    Named& named) {
  Component part = whole;
  part.counts_persons = false;
  part.id = table.text("id");
  part.name = table.text("name");
  part.payer = read_payer(table, payers);
  if (!part.payer.id().empty() && part.payer == whole.payer) {
    table.reject("payer", "is the payer of the component itself"_m, "that one pays what the parts leave"_m,
                 "Name another payer, or remove this part"_m);
  }
  if (!table.has("share")) table.text("share");
  share = read_path(table, "share", ParameterUse::rate, named);
  table.finish();
  return part;
}

bool fits(Unit unit, ParameterUse use) {
  switch (use) {
    case ParameterUse::money:
      return unit == Unit::yuan || unit == Unit::yuan_per_month || unit == Unit::yuan_per_year ||
             unit == Unit::yuan_per_payment;
    case ParameterUse::rate: return unit == Unit::rate;
    case ParameterUse::number: return unit == Unit::months || unit == Unit::count;
    case ParameterUse::years: return unit == Unit::years;
    case ParameterUse::month: return unit == Unit::month;
    case ParameterUse::months_of_year: return unit == Unit::months_of_year;
    case ParameterUse::yuan_by_step: return unit == Unit::yuan_by_step;
    case ParameterUse::number_by_step: return unit == Unit::number_by_step;
  }
  return false;
}

const char* units_of(ParameterUse use) {
  switch (use) {
    case ParameterUse::money: return "yuan, yuan_per_month, yuan_per_year or yuan_per_payment";
    case ParameterUse::rate: return "rate";
    case ParameterUse::number: return "months or count";
    case ParameterUse::years: return "years";
    case ParameterUse::month: return "month";
    case ParameterUse::months_of_year: return "months_of_year";
    case ParameterUse::yuan_by_step: return "yuan_by_step";
    case ParameterUse::number_by_step: return "number_by_step";
  }
  return "";
}

}  // namespace

void read_member_shape(TomlTable& root, ProgrammeDefinition& programme) {
  MemberShape& shape = programme.members;
  TomlTable who = root.table("who");
  shape.roles = read_roles(who);
  shape.phase = from_code<Phase>(who.word("while", code_words<Phase>())).value_or(Phase::drawing);
  shape.take_up = read_path(who, "take_up", ParameterUse::rate, shape.parameters);
  check_phase(who, shape);
  who.finish();
  for (TomlTable& table : root.tables("condition")) {
    shape.common.push_back(read_condition(table, shape.parameters));
  }
}

void read_grant(TomlTable& table, Component component, const PayerList& payers, ProgrammeDefinition& programme) {
  MemberShape& shape = programme.members;
  Grant grant;
  grant.component = programme.components.size();
  grant.conditions = shape.common;
  for (TomlTable& entry : table.tables("condition")) {
    grant.conditions.push_back(read_condition(entry, shape.parameters));
  }
  grant.amount = read_amount(table.table("amount"), shape.parameters);
  read_due(table.table("when"), grant, shape.parameters);
  check_due(table, component, grant, shape.phase);
  component.on_death = grant.due == Due::on_death;
  std::vector<Component> parts;
  for (TomlTable& entry : table.tables("shared")) {
    PayerShare part{grant.component + parts.size() + 1, ""};
    parts.push_back(read_part(entry, component, payers, part.share, shape.parameters));
    grant.shared.push_back(std::move(part));
  }
  component.parameters = paths_of(grant, shape.take_up);
  for (Component& part : parts) part.parameters = component.parameters;
  programme.components.push_back(std::move(component));
  programme.components.insert(programme.components.end(), parts.begin(), parts.end());
  shape.grants.push_back(std::move(grant));
}

void check_member_parameters(const ProgrammeDefinition& programme, const ParameterTree& tree, InputErrors& errors) {
  for (const NamedParameter& named : programme.members.parameters) {
    const Parameter* parameter = tree.find(named.path);
    if (parameter == nullptr) {
      const std::string near = nearest_name(named.path, tree.paths());
      errors.add(named.place, named.key, "there is no parameter {}"_m(named.path), "the programme pays by it"_m,
                 near.empty() ? "Declare it as [parameter.NAME]"_m : "Did you mean {}?"_m(near));
    } else if (!fits(parameter->unit, named.use)) {
      errors.add(named.place, named.key, "the parameter {} has the unit {}"_m(named.path, to_string(parameter->unit)),
                 "wanted here is {}"_m(units_of(named.use)), "Name another parameter, or mend its unit"_m);
    }
  }
}

}  // namespace disburse
