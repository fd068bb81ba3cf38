#include "scenarios/actuals/published_reader.hpp"

#include "engine/support/toml_reader.hpp"

namespace disburse {

std::vector<PublishedAccount> read_published(const std::filesystem::path& file) {
  InputErrors errors;
  std::vector<PublishedAccount> accounts;
  TomlDocument document(file, errors);
  if (document.parsed()) {
    TomlTable root = document.root();
    root.schema("disburse/published/1");
    root.text("title");
    for (TomlTable& table : root.tables("account")) {
      PublishedAccount account;
      account.agency = table.text("agency");
      account.year = static_cast<int>(table.integer("year"));
      account.what = table.text("what");
      account.budget = table.optional_wan("budget");
      account.outturn = table.wan("outturn");
      account.heads_planned = table.optional_integer("heads_planned");
      account.heads = table.optional_integer("heads");
      account.source = table.text("source");
      account.why_none = "no roster and no law of this agency"_m;
      table.finish();
      accounts.push_back(std::move(account));
    }
    root.finish();
  }
  throw_if_any(Door::data, std::move(errors));
  return accounts;
}

}  // namespace disburse
