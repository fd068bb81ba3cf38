#pragma once
// Workbooks that people fill in instead of writing TOML: what their sheets and columns are, and the text they become,
// so that one reader holds for both.
#include <filesystem>
#include <memory>
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
  bool given = false;     ///< the template writes it: a row that holds nothing else is not filled in
  bool optional = false;  ///< a sheet may be without it
};

/// A sheet whose rows become entries of the list `key`.
struct FormSheet {
  std::string sheet, key;
  std::vector<FormColumn> columns;
  std::string inner = {};  ///< a list within the entry: rows that are alike in `columns` belong together
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

/// Where a value of the text stands in the workbook that it was made from.
struct FormCell {
  int line = 0, column = 0;  ///< of the text, from 1
  std::string place;         ///< "entries.xlsx[科目!C7]"
  std::string key, heading;  ///< as the text and the sheet call it; empty of a whole row
  std::vector<std::pair<std::string, std::string>> words = {};  ///< that may be written there
};

/// A filled workbook as TOML, and where its values stand.
struct FormText {
  std::string toml;
  std::vector<FormCell> cells;  ///< in order of the text
};

/// Digits and signs in full width become plain ones, thousands lose their commas. A missing sheet has no entries; a
/// sheet without its headings, a cell with an error and a number that is not whole go to `errors` with sheet and cell.
FormText toml_of_workbook(const std::filesystem::path& file, const Form& form, InputErrors& errors);

/// A document that a reader takes: TOML as it stands, or a filled workbook.
class FormDocument {
 public:
  /// Errors: as TomlDocument and toml_of_workbook.
  FormDocument(const std::filesystem::path& file, const Form& form, InputErrors& errors);
  TomlTable root() { return document_->root(); }
  /// What was found wrong with the text, said of the cells that it was made from.
  InputErrors in_cells(const InputErrors& errors) const;

 private:
  std::vector<FormCell> cells_;
  std::string name_;
  std::unique_ptr<TomlDocument> document_;
};

}  // namespace disburse
