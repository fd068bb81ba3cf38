#include "scenarios/office/control.hpp"

#include "engine/law/parameters.hpp"
#include "engine/law/programme_definition.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/office/control_form.hpp"

namespace disburse {
namespace {

void control(const char* rule, bool wrong, Message text, std::vector<OfficeFinding>& findings) {
  if (wrong) findings.push_back({rule, Severity::error, true, "控制数", 0, "", std::move(text), {}});
}

}  // namespace

void check_control(const std::filesystem::path& file, StockCounts& counts, std::vector<OfficeFinding>& findings) {
  InputErrors errors;
  FormDocument document(file, control_form(), errors);
  throw_if_any(Door::data, document.in_cells(errors));
  TomlTable root = document.root();
  root.schema("disburse/office-control/1");
  for (TomlTable& table : root.tables("control")) {
    const auto scheme = from_code<Scheme>(table.text("scheme"));
    const std::string role_word = table.word("role", code_words<Role>());
    const auto persons = table.optional_integer("persons");
    const auto monthly = table.optional_text("monthly");
    if (!scheme) {
      table.reject("scheme", "is no scheme"_m, "figures belong to one"_m,
                   "Write civil_service, enterprise or resident"_m);
      continue;
    }
    const Role role = from_code<Role>(role_word).value_or(Role::pensioner);
    const auto& [count, total] = counts[std::pair(*scheme, role)];
    control("control_persons", persons && *persons != count,
            "There are {} persons, the control says {}."_m(count, persons.value_or(0)), findings);
    const auto wanted = monthly ? parse_value(Unit::yuan, *monthly) : std::nullopt;
    if (monthly && !wanted)
      table.reject("monthly", "is no amount"_m, "it is compared to the fen"_m, "Write \"1234.56\""_m);
    const Money amount = wanted ? std::get<Money>(*wanted) : Money{};
    control("control_money", wanted && amount != total,
            "The monthly amounts sum to {} yuan, the control says {} yuan."_m(yuan_text(total), yuan_text(amount)),
            findings);
    table.finish();
  }
  root.finish();
  throw_if_any(Door::data, document.in_cells(errors));
}

}  // namespace disburse
