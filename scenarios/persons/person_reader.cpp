#include "scenarios/person_reader.hpp"

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

constexpr std::int64_t longest_service = std::int64_t{12} * 80;

std::optional<Money> optional_yuan(TomlTable& root, const std::string& key) {
  const auto text = root.optional_text(key);
  if (!text) return std::nullopt;
  const auto amount = parse_yuan(*text);
  if (!amount || *amount < Money{}) {
    root.reject(key, "\"" + *text + "\" is no amount in yuan", "amounts are exact to the fen and not negative",
                "Write it as \"95751.34\"");
    return std::nullopt;
  }
  return amount;
}

std::optional<Rate> optional_index(TomlTable& root, const std::string& key) {
  const auto text = root.optional_text(key);
  if (!text) return std::nullopt;
  const auto index = Rate::parse(*text);
  if (!index || *index <= Rate(0, 1) || *index > Rate(5, 1)) {
    root.reject(key, "\"" + *text + "\" is no index", "indices lie between 0 and 5", "Write it as \"0.7382\"");
    return std::nullopt;
  }
  return index;
}

int months(TomlTable& root, const std::string& key) {
  const std::int64_t value = root.optional_integer(key).value_or(0);
  if (value < 0 || value > longest_service) {
    root.reject(key, std::to_string(value) + " is no number of months of service", "it lies between 0 and 960",
                "Count years times twelve and the months");
    return 0;
  }
  return static_cast<int>(value);
}

Scheme scheme_of(TomlTable& root) {
  const std::string word = root.text("scheme");
  if (word == to_string(Scheme::civil_service)) return Scheme::civil_service;
  if (word != to_string(Scheme::enterprise)) {
    root.reject("scheme", "\"" + word + "\" has no award", "the calculator knows enterprise and civil_service",
                "Write one of them");
  }
  return Scheme::enterprise;
}

RetirementGroup group_of(TomlTable& root) {
  const std::string word = root.text("group");
  for (const auto group : {RetirementGroup::male, RetirementGroup::female_55, RetirementGroup::female_50}) {
    if (word == to_string(group)) return group;
  }
  root.reject("group", "\"" + word + "\" is no group", "the law knows male, female_55 and female_50",
              "Write one of them");
  return RetirementGroup::male;
}

void check_order(TomlTable& root, const Person& person) {
  if (person.joined <= person.birth) {
    root.reject("joined", "lies before the birth", "work begins after birth", "Mend joined or birth");
  }
  if (person.retired <= person.joined) {
    root.reject("retired", "lies before joined", "a pension follows work", "Mend retired or joined");
  }
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
  person.label = root.text("label");
  person.scheme = scheme_of(root);
  person.group = group_of(root);
  person.birth = root.month("birth");
  person.joined = root.month("joined");
  person.retired = root.month("retired");
  person.service_months = months(root, "service_months");
  person.transition_months = months(root, "transition_months");
  person.index = optional_index(root, "index").value_or(Rate(1, 1));
  person.deemed_index = optional_index(root, "deemed_index");
  person.intellectual = root.optional_flag("intellectual").value_or(false);
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
