#include "golden/made_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cases/case_file.hpp"
#include "engine/law/programme_definition.hpp"

namespace disburse {
namespace {

Money yuan_in(TomlTable& table, const std::string& key) {
  const std::string text = table.text(key);
  const auto amount = parse_yuan(text);
  if (!amount)
    table.reject(key, "{} is no amount in yuan"_m(text), "goldens are exact to the fen"_m, "Write it as \"600.00\""_m);
  return amount.value_or(Money{});
}

void read_cell(TomlTable& table, std::vector<std::string>& cells) {
  const std::string line = table.optional_text("line").value_or("");
  const std::string payer = table.text("payer");
  const std::string kind = table.word("kind", code_words<Kind>());
  const Month first = table.month("due");
  const Month last = table.optional_month("until").value_or(first);
  const Month paid = table.optional_month("paid").value_or(Month::none());
  const Money amount = yuan_in(table, "amount");
  const auto persons = static_cast<double>(table.optional_integer("persons").value_or(0));
  table.text("working");
  for (Month due = first; due <= last; ++due)
    cells.push_back(cell_text(line, payer, kind, due, paid.is_none() ? due : paid, amount, persons));
  table.finish();
}

}  // namespace

std::string cell_text(const std::string& line, const std::string& payer, const std::string& kind, Month due, Month paid,
                      Money amount, double persons) {
  return fmt::format("{} {} {} due {} paid {}: {}, {} persons", line.empty() ? "-" : line, payer, kind, to_string(due),
                     to_string(paid), yuan_text(amount), persons);
}

MadeLedger read_made_ledger(const std::filesystem::path& file) {
  InputErrors errors;
  TomlDocument document(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = document.root();
  root.schema("disburse/made_ledger/1");
  MadeLedger golden;
  golden.title = root.text("title");
  golden.programme = root.text("programme");
  golden.horizon = Horizon::parse(root.text("horizon")).value_or(Horizon{});
  for (TomlTable& table : root.tables("member")) golden.members.push_back(read_member(table));
  for (TomlTable& table : root.tables("budget")) {
    BudgetLine line;
    line.code = table.text("line");
    line.basic = yuan_in(table, "basic");
    line.project = yuan_in(table, "project");
    line.total = line.basic + line.project;
    golden.budget.lines.push_back(line);
    table.finish();
  }
  for (TomlTable& table : root.tables("cell")) read_cell(table, golden.cells);
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  std::sort(golden.cells.begin(), golden.cells.end());
  return golden;
}

}  // namespace disburse
