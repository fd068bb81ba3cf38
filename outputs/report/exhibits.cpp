#include "outputs/report/exhibits.hpp"

#include <cmath>

#include "outputs/report/exhibit_maker.hpp"

namespace disburse {

Json chart_wan(const Json& fen) {
  if (!fen.is_number()) return nullptr;
  return std::round(fen.get<double>() / 1e6 * 100.0) / 100.0;
}

Json series_of(const std::string& name, Json values) { return {{"name", name}, {"values", std::move(values)}}; }

}  // namespace disburse
