#pragma once
// Something that a study moves: a number with a range, numbers with a common cause, a question with answers, a lever.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/law/shape_quantile.hpp"
#include "engine/law/unknowns.hpp"

namespace disburse {

/// A number of the law with its shape; quantiles are within the parameter's own bounds.
struct MovedNumber {
  std::string path, distribution;
  ShapeQuantile shape;
  Unit unit = Unit::rate;
  double low = 0.0, base = 0.0, high = 0.0;  ///< a low above the high moves against the others of its cause
  double least = 0.0, most = 0.0;
  Place place;
  double quantile(double u) const;
  double at(double position) const;  ///< -1 low, 0 base, 1 high, on straight lines
  Override change(double number) const;
};

/// One input of a study. It is moved by a number: of a range the value itself, of a cause its position (-1 low, 0 base,
/// 1 high), of a question or lever the place of an option, 0 being the base. Not-a-number leaves it at its base.
struct Input {
  enum class Kind : std::uint8_t { range, cause, question, lever };
  Kind kind = Kind::range;
  std::string path;  ///< of the parameter, or the identifier of cause, question or lever
  std::string name, name_en, source;
  std::vector<MovedNumber> numbers;            ///< one of a range, all of a cause
  std::vector<std::vector<Override>> options;  ///< of a question or lever; the first changes nothing
  std::vector<std::string> option_names, option_names_en;
  std::vector<double> weights;               ///< of a question's options
  ShapeQuantile position;                    ///< of a cause
  double low = 0.0, base = 0.0, high = 0.0;  ///< the ends that a tornado asks for; of options: found by it
  double least = 0.0, most = 0.0;

  bool has_options() const { return kind == Kind::question || kind == Kind::lever; }
  double value(double u) const;         ///< at a probability, not rounded yet; of a lever the base
  double rounded(double number) const;  ///< as a parameter holds it
  std::vector<double> ends() const;     ///< low and high, or every option but the base
  std::vector<Override> changes(double number) const;
  /// As text of the unit, of a cause all its numbers, of options the name.
  std::string text(double number) const;
};

/// The ranges of the law, then the causes and questions that are still open (`month`: in which bases are read).
std::vector<Input> study_inputs(const ParameterTree& law, const Unknowns& open, Month month);
/// The levers at the ends that they have in `year`.
std::vector<Input> study_levers(const ParameterTree& law, const Unknowns& unknowns, int year);

/// Every input's changes; what several causes do to one number adds up.
std::vector<Override> changes_at(const std::vector<Input>& inputs, const std::vector<double>& values);

}  // namespace disburse
