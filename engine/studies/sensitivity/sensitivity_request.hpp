#pragma once
// What a sensitivity study is asked: its method, its inputs and factors, its output.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/evaluation/surrogate.hpp"
#include "engine/planning/study_result.hpp"
#include "engine/session/session.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {

/// tornado: each input at low and high. gradient: derivatives. heatmap: two inputs crossed. morris, sobol, shapley:
/// global indices. full: all but morris and shapley.
enum class StudyMethod : std::uint8_t { tornado, gradient, heatmap, morris, sobol, shapley, full };
const char* to_string(StudyMethod method);

/// Inputs that are taken as one factor.
struct InputGroup {
  std::string name;
  std::vector<std::string> paths;
};

struct SensitivityRequest {
  StudyMethod method = StudyMethod::tornado;
  std::string line;                 ///< functional code; empty: all
  std::string programme;            ///< id; empty: all
  int year = 0;                     ///< 0: the budget's
  std::optional<Money> limit;       ///< what the output is to keep within, instead of its budget
  std::vector<std::string> inputs;  ///< paths or identifiers; empty: all that are uncertain, and the levers
  std::vector<InputGroup> groups;
  std::size_t samples = 1024;                  ///< rows of each matrix of sobol and shapley
  std::size_t trajectories = 50;               ///< of morris
  std::size_t levels = 4;                      ///< of morris
  bool second_order = false;                   ///< of sobol
  double until_width = 0.0;                    ///< of sobol: samples are doubled until no interval is wider; 0: never
  std::optional<ReplicateRequest> replicates;  ///< every point replicated; of tornado alone
  std::string statistic;                       ///< of the replicates: mean, p10, p50, p90, p95; empty: p90
  int threads = 0;
};

/// What is moved and what is looked at.
struct StudySubject {
  std::vector<Input> inputs;  ///< those that are drawn, then levers
  std::size_t drawn = 0;
  Output output;
};
/// Fills result.scenario, method, line, programme, output_name, year, budget, inputs and factors.
/// Errors: InputRejected(Door::command_line): no uncertain value, an unknown output or input, a year that the horizon
/// does not hold.
StudySubject subject_of(const LoadedData& data, const ParameterTree& law, const Scenario& scenario,
                        const SensitivityRequest& request, StudyResult& result);

}  // namespace disburse
