#include "engine/studies/assumed/turning_readings.hpp"

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

/// What an answer makes of the whole and the lines.
struct Answered {
  const Answer* answer;
  Evaluation evaluation;
};

class Turning {
 public:
  Turning(const LoadedData& data, Evaluator& evaluator, int year) : data_(data), evaluator_(evaluator), year_(year) {}

  std::vector<Finding> notes(const Unknowns& open) {
    base_ = evaluator_.evaluate({});
    for (const Question& question : open.questions) {
      std::vector<Answered> answers;
      for (const Answer& answer : question.answers) answers.push_back({&answer, evaluator_.evaluate(answer.changes)});
      if (year_ != data_.budget.fiscal_year) {
        of_a_draft(question, answers);
        continue;
      }
      for (const BudgetLine& line : data_.budget.lines)
        of_a_line(line.code, Message::verbatim(line.code + " " + line.name), line.total, answers);
      of_a_line("", "the whole"_m, data_.budget.total, answers);
    }
    return std::move(notes_);
  }

 private:
  void of_a_line(const std::string& code, const Message& where, Money budget, const std::vector<Answered>& answers) {
    const Money base = base_.line_total(code, year_);
    std::vector<Message> parts;
    for (const Answered& one : answers) {
      const Money amount = one.evaluation.line_total(code, year_);
      const bool other = side_of(amount, budget) != side_of(base, budget);
      if (one.answer != answers.front().answer && !other) continue;
      parts.push_back("by \"{}\" it {}"_m(name_of(*one.answer), outcome(amount, budget)));
    }
    if (parts.size() > 1) note(where, "the finding turns with the reading: {}"_m(joined(parts, ", "_m)));
  }

  void of_a_draft(const Question& question, const std::vector<Answered>& answers) {
    constexpr std::int64_t part = 100;
    const Money base = base_.line_total("", year_);
    std::vector<Message> parts;
    for (const Answered& one : answers) {
      const Money amount = one.evaluation.line_total("", year_);
      const Money away = amount > base ? amount - base : base - amount;
      if (one.answer != answers.front().answer && away.fen() * part < base.fen()) continue;
      parts.push_back("by \"{}\" {}"_m(name_of(*one.answer), wan_text(amount)));
    }
    if (parts.size() < 2) return;
    note(Message::named(question.name, question.name_en),
         "the whole of {} is another one by another reading: {} (10,000 yuan)"_m(year_, joined(parts, ", "_m)));
  }

  void note(const Message& where, Message message) {
    notes_.push_back({std::string(turning_code), Severity::note, where, std::move(message)});
  }

  const LoadedData& data_;
  Evaluator& evaluator_;
  int year_;
  Evaluation base_;
  std::vector<Finding> notes_;
};

}  // namespace

std::vector<Finding> turning_readings(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                                      int year) {
  const Unknowns open = still_open(data->unknowns, scenario.overrides);
  if (open.questions.empty()) return {};
  Evaluator evaluator(data, shortened(scenario, year));
  return Turning(*data, evaluator, year).notes(open);
}

}  // namespace disburse
