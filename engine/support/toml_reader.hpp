#pragma once
// Strict TOML: every key that is not asked for is an error, every error has file, line, key and remedy, and all of
// them are reported at once.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/error.hpp"
#include "engine/base/money.hpp"

namespace toml {
inline namespace v3 {
class table;
class node;
}  // namespace v3
}  // namespace toml

namespace disburse {

/// A view of one table. Ask for each key that may be there, then call `finish`; what was not asked for is reported
/// with the nearest name that was. Wrong or missing values are reported and a neutral value is returned, so that
/// reading goes on and finds the next error.
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string file, std::string path, InputErrors& errors);

  bool has(const std::string& key) const;
  /// Required, not empty.
  std::string text(const std::string& key);
  std::optional<std::string> optional_text(const std::string& key);
  /// Required, one of `allowed`; "" after an error, which names them all and the nearest.
  std::string word(const std::string& key, const std::vector<std::string>& allowed);
  /// As `word`; empty when absent or wrong.
  std::optional<std::string> optional_word(const std::string& key, const std::vector<std::string>& allowed);
  /// The required key `schema`, which must be `expected` ("disburse/NAME/MAJOR").
  void schema(const std::string& expected);
  std::int64_t integer(const std::string& key);
  std::optional<std::int64_t> optional_integer(const std::string& key);
  std::optional<bool> optional_flag(const std::string& key);
  /// A string "2024-01".
  Month month(const std::string& key);
  std::optional<Month> optional_month(const std::string& key);
  /// A string or TOML date 2024-07-01.
  Date date(const std::string& key);
  std::optional<Date> optional_date(const std::string& key);
  /// A string in 万元, as "12345.67".
  Money wan(const std::string& key);
  std::optional<Money> optional_wan(const std::string& key);
  /// An array of strings; empty when absent.
  std::vector<std::string> texts(const std::string& key);
  /// A required sub-table; an empty stand-in when missing.
  TomlTable table(const std::string& key);
  std::optional<TomlTable> optional_table(const std::string& key);
  /// An array of tables (or of inline tables); empty when absent.
  std::vector<TomlTable> tables(const std::string& key);
  /// An array of arrays of strings; empty when absent.
  std::vector<std::vector<std::string>> rows(const std::string& key);
  /// Marks keys as known here without reading them, so that a misspelt one finds its nearest.
  void mention(const std::vector<std::string>& keys) { asked_.insert(keys.begin(), keys.end()); }
  /// The names of all keys, sorted; asking for them does not mark them as read.
  std::vector<std::string> keys() const;

  Place place() const;                        ///< where the table stands
  Place place(const std::string& key) const;  ///< where the key's value stands
  /// Reports a problem with `key` in the words of the caller.
  void reject(const std::string& key, Message problem, Message why, Message remedy);
  InputErrors& errors() { return *errors_; }
  /// Reports every key that was never asked for.
  void finish();

 private:
  const toml::node* find(const std::string& key);
  const toml::node* need(const std::string& key, const char* kind);
  void wrong_type(const std::string& key, const Message& wanted);
  std::string full(const std::string& key) const;

  const toml::table* table_;
  std::string file_;
  std::string path_;
  InputErrors* errors_;
  std::set<std::string> asked_;
};

/// A list of tables of which each has a name, so that two such lists can be joined.
struct NamedList {
  enum Newcomers : std::uint8_t {
    first,   ///< what only the upper list has stands before the lower's
    last,    ///< or after it
    sorted,  ///< or by name; what both have is the upper's alone. In the others it is joined key by key
  };
  std::string list;  ///< the key that holds the list
  std::string name;  ///< the key that names an entry
  Newcomers newcomers = last;
};

/// A parsed file; keeps the tree that its TomlTable views.
class TomlDocument {
 public:
  /// Reads and parses; what is wrong goes to `errors` and the document is then empty. `name` is the file's name in
  /// messages. Errors: std::system_error when the file cannot be opened.
  TomlDocument(const std::filesystem::path& path, InputErrors& errors);
  /// Parses bytes already in memory.
  TomlDocument(std::string_view bytes, std::string name, InputErrors& errors);
  ~TomlDocument();
  TomlDocument(TomlDocument&&) noexcept;
  TomlDocument& operator=(TomlDocument&&) noexcept;

  /// Lays another file over this one: tables are joined key by key, `lists` by name, all else is replaced. What the
  /// upper file says is placed in its own file by messages. Parsed are both or neither.
  void lay(TomlDocument upper, const std::vector<NamedList>& lists);
  TomlTable root();
  const std::string& bytes() const { return bytes_; }
  bool parsed() const { return parsed_; }

 private:
  void parse();
  std::string bytes_;
  std::string name_;
  InputErrors* errors_;
  std::unique_ptr<toml::table> table_;
  bool parsed_ = false;
};

}  // namespace disburse
