#include "engine/error.hpp"

#include <algorithm>
#include <numeric>

namespace disburse {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, substituted});
    }
  }
  return row.back();
}

std::string summary(const InputErrors& errors) {
  std::string text;
  for (const InputError& error : errors) text += to_string(error) + "\n";
  return text;
}

}  // namespace

std::string to_string(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

std::string to_string(const InputError& error) {
  std::string text = to_string(error.place);
  if (!text.empty()) text += ": ";
  if (!error.key.empty()) text += error.key + ": ";
  text += error.problem;
  if (!error.why.empty()) text += " (" + error.why + ")";
  text += ".";
  if (!error.remedy.empty()) {
    text += " " + error.remedy;
    if (!error.remedy.ends_with('?')) text += ".";
  }
  return text;
}

InputRejected::InputRejected(Door door, InputErrors errors)
    : std::runtime_error(summary(errors)), door_(door), errors_(std::move(errors)) {}

void throw_if_any(Door door, InputErrors&& errors) {
  if (!errors.empty()) throw InputRejected(door, std::move(errors));
}

void expectation_failed(const char* condition, const char* file, int line) {
  throw ProgramFault(std::string("a fault of the program: ") + condition + " does not hold at " + file + ":" +
                     std::to_string(line));
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  std::string best;
  // Two slips (a swap of letters counts as two), a third of a long name, and never every letter of a short one.
  std::size_t best_distance = std::min(std::max<std::size_t>(2, name.size() / 3) + 1, name.size());
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  if (!best.empty() || name.size() < 3) return best;
  // A name that was broken off: the shortest that begins with it.
  for (const std::string& candidate : known) {
    if (candidate.starts_with(name) && (best.empty() || candidate.size() < best.size())) best = candidate;
  }
  return best;
}

}  // namespace disburse
