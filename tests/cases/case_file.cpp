#include "cases/case_file.hpp"

#include "engine/law/programme_definition.hpp"

namespace disburse {
namespace {

Money yuan(TomlTable& table, const std::string& key) {
  const auto text = table.optional_text(key);
  if (!text) return {};
  const auto amount = parse_yuan(*text);
  if (!amount)
    table.reject(key, "{} is no amount in yuan"_m(*text), "cases are exact to the fen"_m, "Write it as \"600.00\""_m);
  return amount.value_or(Money{});
}

template <Coded Enum>
Enum word(TomlTable& table, const std::string& key) {
  return from_code<Enum>(table.word(key, code_words<Enum>())).value_or(Enum{});
}

ExpectedPayment read_payment(TomlTable& table) {
  ExpectedPayment payment;
  payment.component = table.text("component");
  payment.first = table.month("due");
  payment.last = table.optional_month("until").value_or(payment.first);
  payment.paid = table.optional_month("paid").value_or(Month::none());
  payment.amount = yuan(table, "amount");
  payment.change = yuan(table, "change");
  payment.working = table.text("working");
  table.finish();
  return payment;
}

}  // namespace

Member read_member(TomlTable table) {
  Member member;
  member.scheme = word<Scheme>(table, "scheme");
  member.role = word<Role>(table, "role");
  member.sex = word<Sex>(table, "sex");
  if (table.has("category")) member.category = word<Category>(table, "category");
  member.birth = table.month("birth");
  member.joined = table.optional_month("joined").value_or(Month::none());
  member.retired = table.optional_month("retired").value_or(Month::none());
  member.service_months = static_cast<std::int32_t>(table.optional_integer("service_months").value_or(0));
  member.grade = static_cast<std::int32_t>(table.optional_integer("grade").value_or(0));
  member.hardship = table.optional_flag("hardship").value_or(false);
  member.pension = yuan(table, "pension");
  member.account_pension = yuan(table, "account_pension");
  member.base = yuan(table, "base");
  member.annuity_base = yuan(table, "annuity_base");
  table.finish();
  return member;
}

Case read_case(const std::filesystem::path& file) {
  InputErrors errors;
  TomlDocument document(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = document.root();
  root.schema("disburse/case/1");
  Case result;
  result.title = root.text("title");
  result.programme = root.text("programme");
  result.horizon = Horizon::parse(root.optional_text("horizon").value_or("2024-01..2024-12")).value_or(Horizon{});
  result.member = read_member(root.table("member"));
  for (TomlTable& table : root.tables("set")) {
    result.changes.push_back({table.text("path"), table.text("value")});
    table.finish();
  }
  for (TomlTable& table : root.tables("payment")) result.payments.push_back(read_payment(table));
  for (TomlTable& table : root.tables("nothing")) {
    result.nothing.push_back({table.month("due"), table.text("reason")});
    table.finish();
  }
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return result;
}

}  // namespace disburse
