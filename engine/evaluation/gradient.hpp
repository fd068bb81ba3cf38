#pragma once
// The gradient (梯度): the expected value's derivatives by any number of assumptions, all from one pass.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/derivatives/smooth_projection.hpp"
#include "engine/members/population.hpp"
#include "engine/session/session.hpp"

namespace disburse {

class Gradient {
 public:
  /// Of the programmes under `law`, along the paths of `population`, by the parameters `paths`. One pass serves
  /// Dual::lanes parameters.
  Gradient(const LoadedData& data, const Scenario& scenario, const ParameterTree& law, const Population& population,
           const std::vector<std::string>& paths, int threads);

  /// What falls on `line` (all lines when empty) in a fiscal year, of one programme or of all: the unrounded amount.
  double fen(const std::string& line, int year, std::optional<std::size_t> programme = std::nullopt) const;
  /// Its derivative, fen by yuan or by 1 of a rate. Empty where the parameter is no amount or rate, or moves whole
  /// members and months alone: there the expected value has steps and no derivative.
  std::optional<double> slope(const std::string& path, const std::string& line, int year,
                              std::optional<std::size_t> programme = std::nullopt) const;

 private:
  struct Cell {
    double fen = 0.0;
    std::map<std::string, double> slopes;
  };
  template <class Get>
  double sum(const std::string& line, int year, std::optional<std::size_t> programme, const Get& get) const;

  std::map<SmoothLedger::Key, Cell> cells_;
  std::map<std::string, bool> reached_;
};

}  // namespace disburse
