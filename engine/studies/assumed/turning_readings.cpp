#include "engine/studies/assumed/turning_readings.hpp"

#include <algorithm>
#include <optional>

#include "engine/evaluation/evaluator.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/studies/assumed/shortened.hpp"

namespace disburse {
namespace {

/// Below it a difference is rounding: 1万元.
constexpr Money nothing = Money::fen(1'000'000);

/// -1 within the budget, 1 above it, 0 at it.
int side_of(Money amount, Money budget) {
  if (amount > budget + nothing) return 1;
  return amount + nothing < budget ? -1 : 0;
}

Message outcome(Money amount, Money budget) {
  switch (side_of(amount, budget)) {
    case 1: return "overspends by {}"_m(wan_text(amount - budget));
    case -1: return "leaves {}"_m(wan_text(budget - amount));
    default: return "meets its budget"_m;
  }
}

Message name_of(const Answer& answer) { return Message::named(answer.name, answer.name_en); }

/// What a scenario leaves open, and what each answer makes of it.
struct Read {
  std::vector<Override> changes;  ///< that make it out of the evaluator's scenario
  Unknowns open;
  Evaluation base;
  std::vector<std::vector<Evaluation>> answers;  ///< by question and answer
};

/// Answer by answer over all scenarios, since those whose members are the same share them.
void evaluate_all(Evaluator& evaluator, const Unknowns& all, std::vector<Read>& reads) {
  const auto under = [&](const Read& read, const std::vector<Override>& more) {
    std::vector<Override> changes = read.changes;
    changes.insert(changes.end(), more.begin(), more.end());
    return evaluator.evaluate(changes);
  };
  for (Read& read : reads) {
    read.base = under(read, {});
    read.answers.resize(read.open.questions.size());
  }
  for (const Question& question : all.questions) {
    for (const Answer& answer : question.answers) {
      for (Read& read : reads) {
        for (std::size_t q = 0; q < read.open.questions.size(); ++q) {
          if (read.open.questions[q].id == question.id) read.answers[q].push_back(under(read, answer.changes));
        }
      }
    }
  }
}

class Turning {
 public:
  Turning(const LoadedData& data, const Read& read, int year) : data_(data), read_(read), year_(year) {}

  std::vector<Finding> notes() {
    for (std::size_t q = 0; q < read_.answers.size(); ++q) {
      const Question& question = read_.open.questions[q];
      if (year_ != data_.budget.fiscal_year) {
        std::vector<Money> wholes;
        for (const Evaluation& one : read_.answers[q]) wholes.push_back(one.line_total("", year_));
        if (auto note = turning_of_draft(question, wholes, year_)) notes_.push_back(std::move(*note));
        continue;
      }
      for (const BudgetLine& line : data_.budget.lines)
        of_a_line(line.code, Message::verbatim(line.code + " " + line.name), line.total, q);
      of_a_line("", "the whole"_m, data_.budget.total, q);
    }
    return std::move(notes_);
  }

 private:
  void of_a_line(const std::string& code, const Message& where, Money budget, std::size_t q) {
    const Money base = read_.base.line_total(code, year_);
    std::vector<Message> parts;
    for (std::size_t a = 0; a < read_.answers[q].size(); ++a) {
      const Money amount = read_.answers[q][a].line_total(code, year_);
      const bool other = side_of(amount, budget) != side_of(base, budget);
      if (a != 0 && !other) continue;
      parts.push_back("by \"{}\" it {}"_m(name_of(read_.open.questions[q].answers[a]), outcome(amount, budget)));
    }
    if (parts.size() > 1)
      notes_.push_back({std::string(turning_code), Severity::note, where,
                        "the finding turns with the reading: {}"_m(joined(parts, ", "_m))});
  }

  const LoadedData& data_;
  const Read& read_;
  int year_;
  std::vector<Finding> notes_;
};

/// What makes `variant` out of `base` where it is nothing but changes that follow the base's; empty otherwise.
std::optional<std::vector<Override>> changes_after(const Scenario& base, const Scenario& variant) {
  const auto same = [](const Override& one, const Override& other) {
    return one.path == other.path && one.value == other.value && one.from == other.from && one.until == other.until;
  };
  const bool alike = base.horizon == variant.horizon && base.seed == variant.seed && base.recipe == variant.recipe &&
                     base.budget == variant.budget && base.as_known_on == variant.as_known_on &&
                     base.switched_off.empty() && variant.switched_off.empty();
  const std::vector<Override>& own = variant.overrides;
  if (!alike || own.size() < base.overrides.size() ||
      !std::equal(base.overrides.begin(), base.overrides.end(), own.begin(), same))
    return std::nullopt;
  return std::vector<Override>(own.begin() + static_cast<std::ptrdiff_t>(base.overrides.size()), own.end());
}

}  // namespace

std::optional<Finding> turning_of_draft(const Question& question, const std::vector<Money>& wholes, int year) {
  constexpr std::int64_t part = 100;
  const Money base = wholes.front();
  std::vector<Message> parts;
  for (std::size_t a = 0; a < wholes.size(); ++a) {
    const Money away = wholes[a] > base ? wholes[a] - base : base - wholes[a];
    if (a > 0 && away.fen() * part < base.fen()) continue;
    parts.push_back("by \"{}\" {}"_m(name_of(question.answers[a]), wan_text(wholes[a])));
  }
  if (parts.size() < 2) return std::nullopt;
  return Finding{std::string(turning_code), Severity::note, Message::named(question.name, question.name_en),
                 "the whole of {} is another one by another reading: {} (10,000 yuan)"_m(year, joined(parts, ", "_m))};
}

std::vector<Finding> turning_readings(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                                      int year) {
  return turning_readings(data, scenario, {}, year).front();
}

std::vector<std::vector<Finding>> turning_readings(const std::shared_ptr<const LoadedData>& data, const Scenario& base,
                                                   const std::vector<Scenario>& variants, int year) {
  std::vector<Read> reads(1);
  reads.front().open = still_open(data->unknowns, base.overrides);
  std::vector<std::optional<std::size_t>> shared;  // by variant: its place among them
  for (const Scenario& variant : variants) {
    auto changes = changes_after(base, variant);
    shared.push_back(changes ? std::optional(reads.size()) : std::nullopt);
    if (!changes) continue;
    Read& read = reads.emplace_back();
    read.changes = std::move(*changes);
    read.open = still_open(data->unknowns, variant.overrides);
  }
  const bool any = std::any_of(reads.begin(), reads.end(), [](const Read& one) { return !one.open.questions.empty(); });
  if (any) {
    Evaluator evaluator(data, shortened(base, year));
    evaluate_all(evaluator, data->unknowns, reads);
  }
  std::vector<std::vector<Finding>> notes{Turning(*data, reads.front(), year).notes()};
  for (std::size_t v = 0; v < variants.size(); ++v)
    notes.push_back(shared[v] ? Turning(*data, reads[*shared[v]], year).notes()
                              : turning_readings(data, variants[v], year));
  return notes;
}

}  // namespace disburse
