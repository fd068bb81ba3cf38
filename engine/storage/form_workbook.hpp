#pragma once
// Workbooks that people fill in instead of writing TOML: what their sheets and columns are, and the text they become,
// so that one reader holds for both.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

/// A column: its heading, and the key that its cells become. Without a key it only helps who fills in the row.
struct FormColumn {
  std::string heading, key;
  bool whole = false;                                           ///< a whole number; otherwise text
  std::vector<std::pair<std::string, std::string>> words = {};  ///< as people write it, and as the file's key has it
};

/// A sheet whose rows become entries of the list `key`.
struct FormSheet {
  std::string sheet, key;
  std::vector<FormColumn> columns;
  std::vector<std::string> filled;  ///< headings of which a row has one, or it is not filled in and left out
  std::string inner = {};           ///< a list within the entry: rows that are alike in `columns` belong together
  std::vector<FormColumn> inner_columns = {};
  bool inner_texts = false;  ///< the inner list is of lists of text, not of tables
};

struct Form {
  std::string schema;
  std::vector<FormSheet> sheets;
};

/// A row whose first cell begins so shows how it is done, and is not read.
inline constexpr std::string_view form_example = "示例";

/// By its name or, whatever that is, by its bytes; also one of a kind that is not read, which its reader tells.
bool is_workbook(const std::filesystem::path& file);

/// The filled workbook as TOML. A missing sheet has no entries; a sheet without its headings, a cell with an error and
/// a number that is not whole go to `errors` with sheet and cell.
std::string toml_of_workbook(const std::filesystem::path& file, const Form& form, InputErrors& errors);

/// `file` as the document that its reader takes: TOML as it stands, or a filled workbook. Errors: as TomlDocument and
/// toml_of_workbook.
TomlDocument document_of(const std::filesystem::path& file, const Form& form, InputErrors& errors);

}  // namespace disburse
