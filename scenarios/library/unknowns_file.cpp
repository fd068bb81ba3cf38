#include "scenarios/library/unknowns_file.hpp"

#include <algorithm>

#include "engine/law/furthest_year.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

Rate read_weight(TomlTable& table) {
  const std::string text = table.text("weight");
  const auto weight = parse_value(Unit::rate, text);
  if (weight && std::get<Rate>(*weight) <= Rate(1, 1)) return std::get<Rate>(*weight);
  if (!text.empty()) {
    table.reject("weight", "\"{}\" is no share"_m(text), "the weights of a question sum to 1"_m,
                 "Write weight = \"0.5\""_m);
  }
  return {};
}

/// The change once more for each later year, in the same months; a month that it sets moves along.
std::vector<Override> every_year(const Override& first) {
  constexpr int year = 12;
  std::vector<Override> all{first};
  while (all.back().from->year() < furthest_year) {
    Override next = all.back();
    next.from = *next.from + year;
    next.until = *next.until + year;
    if (const auto month = Month::parse(next.value)) next.value = to_string(*month + year);
    all.push_back(std::move(next));
  }
  return all;
}

std::vector<Override> read_changes(TomlTable& table, const std::string& reason) {
  Override change;
  change.path = table.text("path");
  change.value = table.text("value");
  change.reason = reason;
  change.origin = "unknowns";
  change.place = table.place();
  change.from = table.optional_month("from");
  change.until = table.optional_month("until");
  if (change.until && !change.from) {
    table.reject("until", "until has no earlier from"_m, "a change that ends begins in a month"_m,
                 "Add from = \"2025-01\", no later than until"_m);
  } else if (change.until && *change.until < *change.from) {
    table.reject("until",
                 "the window ends in {}, before it begins in {}"_m(to_string(*change.until), to_string(*change.from)),
                 "the change would never be in force"_m,
                 "Give a last month of {} or later, or exchange the two"_m(to_string(*change.from)));
  }
  const bool yearly = table.optional_flag("every_year").value_or(false);
  const bool in_a_year =
      change.from && change.until && *change.from <= *change.until && *change.until < *change.from + 12;
  if (yearly && !in_a_year) {
    table.reject("every_year", "the change does not say its months within a year"_m,
                 "it holds in the same months of each later year"_m,
                 "Add from = \"2025-01\" and until = \"2025-12\""_m);
  }
  table.finish();
  return yearly && in_a_year ? every_year(change) : std::vector{change};
}

Question read_question(TomlTable& table) {
  Question question{table.text("id"), table.text("name"), table.text("name_en"), {}, table.place()};
  for (TomlTable& part : table.tables("answer")) {
    Answer answer;
    answer.id = part.text("id");
    answer.name = part.text("name");
    answer.name_en = part.text("name_en");
    answer.weight = read_weight(part);
    answer.reason = part.text("reason");
    for (TomlTable& change : part.tables("changes")) {
      for (Override& one : read_changes(change, answer.name)) answer.changes.push_back(std::move(one));
    }
    part.finish();
    question.answers.push_back(std::move(answer));
  }
  if (question.answers.size() < 2 || !question.answers.front().changes.empty()) {
    table.reject("answer", "a question has two answers or more, and the first changes nothing"_m,
                 "the first is what the data say, the base"_m, "Put the answer without changes first"_m);
  }
  for (std::size_t a = 1; a < question.answers.size(); ++a) {
    if (!question.answers[a].changes.empty()) continue;
    table.reject("answer", "{} changes nothing"_m(question.answers[a].id), "it would be the base once more"_m,
                 "Name what it changes, or leave it out"_m);
  }
  table.finish();
  return question;
}

CommonCause read_cause(TomlTable& table) {
  CommonCause cause;
  cause.id = table.text("id");
  cause.name = table.text("name");
  cause.name_en = table.text("name_en");
  cause.source = table.text("source");
  cause.distribution = table.word("distribution", {"triangular", "uniform", "normal"});
  for (TomlTable& part : table.tables("moves")) {
    cause.moves.push_back({part.text("path"), part.text("low"), part.text("high"), part.place()});
    part.finish();
  }
  if (cause.moves.empty())
    table.reject("moves", "the cause moves nothing"_m, "it is a common one of numbers"_m,
                 "Name paths with low and high"_m);
  cause.place = table.place();
  table.finish();
  return cause;
}

/// A month, or one with {year} in it.
std::string month_text(TomlTable& table, const char* key) {
  const std::string text = table.optional_text(key).value_or("");
  std::string tried = text;
  if (const auto at = tried.find("{year}"); at != std::string::npos) tried.replace(at, 6, "2024");
  if (!text.empty() && !Month::parse(tried))
    table.reject(key, "\"{}\" is no month"_m(text), "a change begins and ends in months"_m, "Write \"2025-01\""_m);
  return text;
}

std::vector<LeverChange> read_lever_changes(TomlTable& table, const char* key) {
  std::vector<LeverChange> changes;
  for (TomlTable& part : table.tables(key)) {
    LeverChange change;
    change.path = part.text("path");
    change.value = part.optional_text("value").value_or("");
    change.scale = part.optional_text("scale").value_or("");
    change.from = month_text(part, "from");
    change.until = month_text(part, "until");
    change.place = part.place();
    if (change.value.empty() == change.scale.empty() ||
        (!change.scale.empty() && !parse_value(Unit::rate, change.scale))) {
      part.reject("value", "a lever's end has a value or a factor"_m, "one of both says where it stands"_m,
                  "Write value = \"660\", or scale = \"1.1\""_m);
    }
    part.finish();
    changes.push_back(std::move(change));
  }
  return changes;
}

Lever read_lever(TomlTable& table) {
  Lever lever;
  lever.id = table.text("id");
  lever.name = table.text("name");
  lever.name_en = table.text("name_en");
  lever.low_name = table.text("low_name");
  lever.high_name = table.text("high_name");
  lever.low = read_lever_changes(table, "low");
  lever.high = read_lever_changes(table, "high");
  lever.place = table.place();
  table.finish();
  return lever;
}

}  // namespace

Unknowns read_unknowns(const std::filesystem::path& path, InputErrors& errors) {
  Unknowns unknowns;
  TomlDocument document(path, errors);
  if (!document.parsed()) return unknowns;
  TomlTable root = document.root();
  root.schema("disburse/unknowns/1");
  root.text("title");
  for (TomlTable& table : root.tables("question")) unknowns.questions.push_back(read_question(table));
  for (TomlTable& table : root.tables("cause")) unknowns.causes.push_back(read_cause(table));
  for (TomlTable& table : root.tables("lever")) unknowns.levers.push_back(read_lever(table));
  root.finish();
  return unknowns;
}

}  // namespace disburse
