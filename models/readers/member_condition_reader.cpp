#include "models/readers/member_condition_reader.hpp"

#include <algorithm>

namespace disburse {
namespace {

constexpr std::uint32_t passes_false = 1U << 0, passes_true = 1U << 1;

enum class Kind : std::uint8_t { words, flag, years, months, month };

struct TestKey {
  const char* key;
  Test test;
  Kind kind;
};

constexpr TestKey tests[] = {{"scheme", Test::scheme, Kind::words},
                             {"category", Test::category, Kind::words},
                             {"sex", Test::sex, Kind::words},
                             {"hardship", Test::hardship, Kind::flag},
                             {"booked_annuity", Test::booked, Kind::flag},
                             {"age_from", Test::age_from, Kind::years},
                             {"age_below", Test::age_below, Kind::years},
                             {"retired_from", Test::retired_from, Kind::month},
                             {"retired_until", Test::retired_until, Kind::month},
                             {"retired_months_before", Test::retired_since, Kind::months},
                             {"service_years_from", Test::years_from, Kind::years},
                             {"service_years_below", Test::years_below, Kind::years}};

/// The words that a test may list, in the order of their enumerators.
std::vector<std::string> words_of(Test test) {
  if (test == Test::scheme) return code_words<Scheme>();
  return test == Test::sex ? code_words<Sex>() : code_words<Category>();
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// The words listed under `key`, as bits.
std::uint32_t read_words(TomlTable& table, const std::string& key, const std::vector<std::string>& known) {
  std::uint32_t bits = 0;
  const std::size_t before = table.errors().size();
  for (const std::string& word : table.texts(key)) {
    const auto found = std::find(known.begin(), known.end(), word);
    if (found != known.end()) {
      bits |= std::uint32_t{1} << (found - known.begin());
      continue;
    }
    const std::string near = nearest_name(word, known);
    table.reject(key, "\"{}\" is not one of the allowed words"_m(word), "they are {}"_m(joined(known)),
                 near.empty() ? "Write one of them"_m : "Did you mean {}?"_m(near));
  }
  if (bits == 0 && table.errors().size() == before) {
    table.reject(key, "the list is empty"_m, "nobody would ever pass"_m, "List at least one of {}"_m(joined(known)));
  }
  return bits;
}

void read_test(TomlTable& table, const TestKey& own, Condition& condition, std::vector<NamedParameter>& named) {
  condition.test = own.test;
  switch (own.kind) {
    case Kind::words: condition.allowed = read_words(table, own.key, words_of(own.test)); break;
    case Kind::flag:
      condition.allowed = table.optional_flag(own.key).value_or(true) ? passes_true : passes_false;
      break;
    case Kind::years: condition.label.parameter = read_path(table, own.key, ParameterUse::years, named); break;
    case Kind::months: condition.label.parameter = read_path(table, own.key, ParameterUse::number, named); break;
    case Kind::month: condition.label.parameter = read_path(table, own.key, ParameterUse::month, named); break;
  }
}

}  // namespace

std::string read_path(TomlTable& table, const std::string& key, ParameterUse use, std::vector<NamedParameter>& named) {
  std::string path = table.optional_text(key).value_or("");
  if (!path.empty()) {
    named.push_back({path, use, key, table.place(key)});
  } else if (table.has(key)) {
    table.reject(key, "no parameter is named"_m, "numbers of the law are parameters, with date and source"_m,
                 "Write the path of a parameter, as \"unity_award.payment_months\""_m);
  }
  return path;
}

std::string one_of(TomlTable& table, const std::vector<std::string>& keys, const Message& what) {
  std::vector<std::string> there;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(there), [&](const auto& key) { return table.has(key); });
  if (there.size() == 1) return there.front();
  table.mention(keys);
  if (there.empty()) {
    // A misspelt key is told by `finish`; that none is left need not be told as well.
    table.reject("", "{} is missing"_m(what), "one of these says it: {}"_m(joined(keys)), "Add one of them"_m);
  } else {
    table.reject(there.back(), "{} contradict each other"_m(joined(there)), "one of them alone says {}"_m(what),
                 "Keep one, and write another entry for the other"_m);
  }
  return "";
}

Condition read_condition(TomlTable& table, std::vector<NamedParameter>& named) {
  Condition condition;
  std::vector<std::string> keys;
  for (const TestKey& own : tests) keys.emplace_back(own.key);
  const std::string key = one_of(table, keys, "the test of a condition"_m);
  table.mention(keys);
  for (const TestKey& own : tests) {
    if (own.key == key) read_test(table, own, condition, named);
  }
  condition.label.zh = table.text("reason");
  condition.label.en = table.text("reason_en");
  table.finish();
  return condition;
}

}  // namespace disburse
