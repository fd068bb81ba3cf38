#pragma once
// What a study is asked: its inputs, its factors, its output.
#include <string>
#include <vector>

#include "engine/app/session.hpp"
#include "engine/app/surrogate.hpp"
#include "engine/study_result.hpp"

namespace disburse {

/// Fills result.scenario, method, line, programme, output_name, year, budget, inputs and factors.
struct StudyRequest {
  std::vector<Input> inputs;
  Output output;
};
StudyRequest study_request(const LoadedData& data, const ParameterTree& law, const Scenario& scenario,
                           const Options& options, StudyResult& result);

}  // namespace disburse
