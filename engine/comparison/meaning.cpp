#include "engine/comparison/meaning.hpp"

#include <cmath>

namespace disburse {
namespace {

/// Units are persons times months and may be fractions in an expectation; millionths are exact enough for a fen.
constexpr std::int64_t unit_fineness = 1'000'000;

std::int64_t fine(double units) { return static_cast<std::int64_t>(std::floor(units * 1e6 + 0.5)); }

/// 110000 -> "110,000"; fractions to two places.
std::string units_text(double units) {
  const std::int64_t hundredths = static_cast<std::int64_t>(std::floor(units * 100.0 + 0.5));
  const std::string text = wan_text(Money::fen(hundredths * 10'000));
  return text.ends_with(".00") ? text.substr(0, text.size() - 3) : text;
}

double projected_units(const ProgrammeDefinition& definition, const ProgrammeResult& programme, int fiscal_year,
                       const ParameterTree& law) {
  if (definition.shape == Shape::driver_cost) {
    return static_cast<double>(law.integer(definition.id + ".driver", Month(fiscal_year, 1)));
  }
  double units = 0.0;
  for (const MonthlyFigure& month : programme.monthly) {
    if (month.month.year() == fiscal_year) units += month.headcount;
  }
  return units;
}

Money price(Money amount, double units) {
  const std::int64_t count = fine(units);
  return count == 0 ? Money{}
                    : Money::fen(rounded_quotient(Int128{amount.fen()} * unit_fineness, count, Rounding::half_up));
}

void split(DifferenceMeaning& meaning, Money budget, Money difference) {
  const Int128 more = Int128{fine(meaning.projected_units)} - fine(meaning.budget_units);
  meaning.volume_effect =
      Money::fen(rounded_quotient(more * budget.fen(), fine(meaning.budget_units), Rounding::half_up));
  meaning.price_effect = difference - meaning.volume_effect;
}

void say_units(DifferenceMeaning& meaning) {
  meaning.sentences.push_back("The budget counts {} {} at {} yuan; projected are {} at {} yuan."_m(
      units_text(meaning.budget_units), meaning.unit_name, grouped_yuan_text(meaning.budget_price),
      units_text(meaning.projected_units), grouped_yuan_text(meaning.projected_price)));
}

/// At the official rate: what the budget's own persons would cost, and how many units the budget pays.
void say_standard(DifferenceMeaning& meaning, const BudgetReading& reading, const Parameter& standard, Money rate,
                  Money budget) {
  if (rate == Money{}) return;
  const Money due = rate * reading.units;
  const double affordable = static_cast<double>(budget.fen()) / static_cast<double>(rate.fen());
  const std::string gap = wan_text(due > budget ? due - budget : budget - due);
  Message sentence =
      "At {} yuan ({}) the budget's own {} {} cost {}; appropriated are {} ({}, 10,000 yuan), which pay {}"_m(
          grouped_yuan_text(rate), Message::named(standard.name, standard.name_en), units_text(meaning.budget_units),
          meaning.unit_name, wan_text(due), wan_text(budget), due > budget ? "{} less"_m(gap) : "{} more"_m(gap),
          units_text(std::floor(affordable)));
  if (reading.units_per_person > 1) {
    const std::string persons = units_text(std::floor(affordable / static_cast<double>(reading.units_per_person)));
    sentence = "{}, that is {} ordinary equivalents of {} {} each"_m(std::move(sentence), persons,
                                                                     reading.units_per_person, meaning.unit_name);
  }
  meaning.sentences.push_back("{}."_m(std::move(sentence)));
}

/// The budget gives no number of persons: which number it would pay at the projected price.
void say_implied(DifferenceMeaning& meaning, Money budget) {
  if (meaning.projected_price == Money{}) return;
  const double implied = static_cast<double>(budget.fen()) / static_cast<double>(meaning.projected_price.fen());
  meaning.sentences.push_back("The budget names no number of {}; at {} yuan each it pays {}, projected are {}."_m(
      meaning.unit_name, grouped_yuan_text(meaning.projected_price), units_text(std::floor(implied)),
      units_text(meaning.projected_units)));
}

/// A line that is a remainder: what the others pay moves it as much as the whole does.
void say_payers(DifferenceMeaning& meaning, const ProgrammeResult& programme) {
  if (programme.by_payer.size() < 2) return;
  const Money others = programme.outlay - programme.amount.projected;
  meaning.sentences.push_back("The whole outlay is {}, others bear {}, this line {} (10,000 yuan)."_m(
      wan_text(programme.outlay), wan_text(others), wan_text(programme.amount.projected)));
}

}  // namespace

std::optional<DifferenceMeaning> meaning_of(const ProgrammeDefinition& definition, const ProgrammeResult& programme,
                                            const ParameterTree& law, int fiscal_year) {
  if (!definition.reading || !programme.amount.budget) return std::nullopt;
  const BudgetReading& reading = *definition.reading;
  const Money budget = *programme.amount.budget;
  DifferenceMeaning meaning;
  meaning.unit_name = Message::named(reading.unit_name, reading.unit_name_en);
  meaning.budget_units = static_cast<double>(reading.units);
  meaning.projected_units = projected_units(definition, programme, fiscal_year, law);
  meaning.projected_price = price(programme.amount.projected, meaning.projected_units);
  if (reading.units == 0) {
    meaning.price_effect = *programme.amount.difference();
    say_implied(meaning, budget);
  } else {
    meaning.budget_price = price(budget, meaning.budget_units);
    split(meaning, budget, *programme.amount.difference());
    if (*programme.amount.difference() == Money{}) return meaning;  // nothing to explain
    say_units(meaning);
    say_payers(meaning, programme);
    if (!reading.standard.empty()) {
      const Month december(fiscal_year, 12);
      say_standard(meaning, reading, *law.find(reading.standard), law.money(reading.standard, december), budget);
    }
  }
  if (!reading.note.empty()) meaning.sentences.push_back("{}."_m(Message::named(reading.note, reading.note_en)));
  return meaning;
}

}  // namespace disburse
