#include "models/readers/payer_reader.hpp"

#include <set>
#include <utility>

#include "models/readers/programme_reader.hpp"

namespace disburse {

PayerList read_payers(TomlTable& root, InputErrors& errors, bool without_agency) {
  root.schema("disburse/payers/1");
  std::vector<PayerDefinition> payers;
  std::set<std::string> ids, names;
  const Place place = root.place();
  int own = 0;
  for (TomlTable& table : root.tables("payer")) {
    PayerDefinition payer;
    payer.id = table.text("id");
    payer.name = table.text("name");
    payer.name_en = table.text("name_en");
    payer.purse = from_code<Purse>(table.word("purse", code_words<Purse>())).value_or(Purse::government);
    if (!payer.id.empty() && !is_plain_name(payer.id)) {
      table.reject("id", "\"{}\" is no plain name"_m(payer.id), "ids are small letters, digits and underscores"_m,
                   "Write it as \"county\""_m);
    }
    for (const auto& [key, seen, text] : {std::tuple("id", &ids, &payer.id), std::tuple("name", &names, &payer.name),
                                          std::tuple("name_en", &names, &payer.name_en)}) {
      if (text->empty() || seen->insert(std::string(key) + *text).second) continue;
      table.reject(key, "\"{}\" is there already"_m(*text), "its money could not be told from the other's"_m,
                   "Give this one another"_m);
    }
    own += payer.purse == Purse::own ? 1 : 0;
    table.finish();
    payers.push_back(std::move(payer));
  }
  root.finish();
  if (own == 0 && without_agency) {
    payers.push_back({"own", "本级", "own level", Purse::own});
    own = 1;
  }
  if (own != 1) {
    errors.add(place, "payer", "{} payers spend the agency's own budget"_m(own),
               "what it pays falls on the budget's lines, what others pay does not"_m,
               "Write purse = \"own\" for one"_m);
  }
  return PayerList(std::move(payers));
}

Payer read_payer(TomlTable& table, const PayerList& payers) {
  // Without a list of payers, whose own errors stand already, any word will do.
  if (payers.all().empty()) return table.text("payer"), Payer();
  std::vector<std::string> words = payers.ids();
  words.emplace_back("own");
  const std::string word = table.word("payer", words);
  return word == "own" ? payers.own() : payers.find(word).value_or(Payer());
}

}  // namespace disburse
