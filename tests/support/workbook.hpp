#pragma once
// Small workbooks for tests, written part by part, in a folder that goes away with them.
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace disburse {

class TestWorkbook {
 public:
  explicit TestWorkbook(const std::map<std::string, std::string>& parts);
  explicit TestWorkbook(const std::string& bytes);
  ~TestWorkbook();
  TestWorkbook(const TestWorkbook&) = delete;
  TestWorkbook& operator=(const TestWorkbook&) = delete;
  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path folder_, file_;
};

/// The parts of a workbook with one sheet 名册 that holds `rows` (<row> elements); shared text 0 is rich text, style 1
/// a date, style 2 a percentage in red.
std::map<std::string, std::string> workbook_parts(const std::string& rows);

/// A workbook of plain sheets: name and rows of cells, all inline text but those that begin with "#=", numbers.
std::map<std::string, std::string> plain_workbook(
    const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& sheets);

/// A file inside an archive; empty when it is not there.
std::string archive_part(const std::filesystem::path& archive, const std::string& name);

}  // namespace disburse
