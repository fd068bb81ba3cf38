#include "scenarios/persons/person_reader.hpp"

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

constexpr std::int64_t longest_service = std::int64_t{12} * 80;

std::optional<Money> optional_yuan(TomlTable& root, const std::string& key) {
  const auto text = root.optional_text(key);
  if (!text) return std::nullopt;
  const auto amount = parse_yuan(*text);
  if (!amount || *amount < Money{}) {
    root.reject(key, "\"{}\" is no amount in yuan"_m(*text), "amounts are exact to the fen and not negative"_m,
                "Write it as \"95751.34\""_m);
    return std::nullopt;
  }
  return amount;
}

std::optional<Rate> optional_index(TomlTable& root, const std::string& key) {
  const auto text = root.optional_text(key);
  if (!text) return std::nullopt;
  const auto index = Rate::parse(*text);
  if (!index || *index <= Rate(0, 1) || *index > Rate(5, 1)) {
    root.reject(key, "\"{}\" is no index"_m(*text), "indices lie between 0 and 5"_m, "Write it as \"0.7382\""_m);
    return std::nullopt;
  }
  return index;
}

int months(TomlTable& root, const std::string& key) {
  const std::int64_t value = root.optional_integer(key).value_or(0);
  if (value < 0 || value > longest_service) {
    root.reject(key, "{} is no number of months of service"_m(value), "it lies between 0 and 960"_m,
                "Count years times twelve and the months"_m);
    return 0;
  }
  return static_cast<int>(value);
}

Scheme scheme_of(TomlTable& root) {
  const std::string word = root.text("scheme");
  if (word == to_string(Scheme::civil_service)) return Scheme::civil_service;
  if (word == to_string(Scheme::resident)) return Scheme::resident;
  if (!word.empty() && word != to_string(Scheme::enterprise)) {  // missing: reported already
    root.reject("scheme", "\"{}\" has no award"_m(word),
                "the calculator knows enterprise, civil_service and resident"_m, "Write one of them"_m);
  }
  return Scheme::enterprise;
}

RetirementGroup group_of(TomlTable& root) {
  const std::string word = root.text("group");
  if (word.empty()) return RetirementGroup::male;  // reported already
  for (const auto group : {RetirementGroup::male, RetirementGroup::female_55, RetirementGroup::female_50}) {
    if (word == to_string(group)) return group;
  }
  root.reject("group", "\"{}\" is no group"_m(word), "the law knows male, female_55 and female_50"_m,
              "Write one of them"_m);
  return RetirementGroup::male;
}

void check_order(TomlTable& root, const Person& person) {
  if (person.joined <= person.birth) {
    root.reject("joined", "lies before the birth"_m, "work begins after birth"_m, "Mend joined or birth"_m);
  }
  // Residents who were of age when the scheme began joined it by drawing the pension.
  const int least = person.scheme == Scheme::resident ? 0 : 1;
  if (!person.retired.is_none() && person.retired < person.joined + least) {
    root.reject("retired", "lies before joined"_m, "a pension follows work"_m, "Mend retired or joined"_m);
  }
  if (!person.death.month.is_none() && person.death.month <= person.joined) {
    root.reject("died", "lies before joined"_m, "survivors' benefits follow contributions"_m, "Mend died or joined"_m);
  }
}

std::vector<NamedAmount<Money>> additions(TomlTable& root) {
  std::vector<NamedAmount<Money>> list;
  for (TomlTable& table : root.tables("addition")) {
    list.push_back({table.text("name"), optional_yuan(table, "amount").value_or(Money{})});
    if (!table.has("amount"))
      table.reject("amount", "is missing"_m, "an addition has a monthly amount"_m, "Write \"10.00\""_m);
    table.finish();
  }
  return list;
}

/// Where every key stands that the calculator may find fault with.
std::map<std::string, Place> places(const TomlTable& root) {
  std::map<std::string, Place> all;
  for (const char* key : {"scheme",          "group",
                          "birth",           "joined",
                          "retired",         "died",
                          "employer",        "basic_wage",
                          "service_months",  "transition_months",
                          "index",           "deemed_index",
                          "intellectual",    "local_years",
                          "mountain_area",   "back_paid_months",
                          "back_payment",    "account_balance",
                          "annuity_balance", "old_base_wage",
                          "old_allowance",   "old_increase"}) {
    if (root.has(key)) all.emplace(key, root.place(key));
  }
  return all;
}

/// What only survivors' benefits ask for.
Death death_of(TomlTable& root) {
  Death death;
  death.month = root.optional_month("died").value_or(Month::none());
  const std::string employer = root.optional_text("employer").value_or("agency");
  death.public_institution = employer == "institution";
  if (employer != "agency" && employer != "institution") {
    root.reject("employer", "\"{}\" is no kind of employer"_m(employer), "agencies and institutions pay differently"_m,
                "Write \"agency\" or \"institution\""_m);
  }
  death.basic_wage = optional_yuan(root, "basic_wage");
  return death;
}

}  // namespace

Person read_person(const std::filesystem::path& file) {
  InputErrors errors;
  TomlDocument document(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = document.root();
  root.schema("disburse/person/1");
  Person person;
  person.place = root.place();
  person.places = places(root);
  person.label = root.text("label");
  person.scheme = scheme_of(root);
  if (person.scheme != Scheme::resident || root.has("group")) person.group = group_of(root);
  person.birth = root.month("birth");
  person.joined = root.month("joined");
  person.death = death_of(root);
  // Who dies at work has no retirement; everyone else has.
  if (person.death.month.is_none() || root.has("retired"))
    person.retired = root.month("retired");
  else
    person.retired = Month::none();
  person.service_months = months(root, "service_months");
  person.transition_months = months(root, "transition_months");
  person.index = optional_index(root, "index").value_or(Rate(1, 1));
  person.deemed_index = optional_index(root, "deemed_index");
  person.intellectual = root.optional_flag("intellectual").value_or(false);
  person.local_years = static_cast<int>(root.optional_integer("local_years").value_or(0));
  person.mountain_area = root.optional_flag("mountain_area").value_or(false);
  person.additions = additions(root);
  person.back_paid_months = months(root, "back_paid_months");
  person.back_payment = optional_yuan(root, "back_payment").value_or(Money{});
  person.account_balance = optional_yuan(root, "account_balance").value_or(Money{});
  person.annuity_balance = optional_yuan(root, "annuity_balance").value_or(Money{});
  person.old_base_wage = optional_yuan(root, "old_base_wage");
  person.old_allowance = optional_yuan(root, "old_allowance");
  person.old_increase = optional_yuan(root, "old_increase");
  check_order(root, person);
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return person;
}

}  // namespace disburse
