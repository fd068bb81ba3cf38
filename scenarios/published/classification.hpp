#pragma once
// Codes of the government's classification of expenditure (scenarios/published/classification.toml).
#include <filesystem>
#include <string>
#include <vector>

namespace disburse {

struct ClassificationCode {
  std::string code, name;
};

struct Classification {
  std::vector<ClassificationCode> lines, economic;
};

/// Errors: InputRejected(Door::data).
Classification read_classification(const std::filesystem::path& file);

}  // namespace disburse
