#include "scenarios/published/classification.hpp"

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

std::vector<ClassificationCode> read_codes(TomlTable& root, const char* key) {
  std::vector<ClassificationCode> codes;
  for (TomlTable& table : root.tables(key)) {
    codes.push_back({table.text("code"), table.text("name")});
    table.finish();
  }
  return codes;
}

}  // namespace

Classification read_classification(const std::filesystem::path& file) {
  InputErrors errors;
  Classification read;
  TomlDocument document(file, errors);
  if (document.parsed()) {
    TomlTable root = document.root();
    root.schema("disburse/classification/1");
    read.lines = read_codes(root, "lines");
    read.economic = read_codes(root, "economic");
    root.finish();
  }
  throw_if_any(Door::data, std::move(errors));
  return read;
}

}  // namespace disburse
