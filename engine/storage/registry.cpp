#include "engine/storage/registry.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>
#include <string>

namespace disburse {
namespace {

constexpr int application = 0x64697362;  // "disb"
constexpr int version = 1;
constexpr int patience_ms = 2000;  // another run may be writing
constexpr unsigned owner_only = 0600;

constexpr const char* tables = R"(
CREATE TABLE estimate (made TEXT NOT NULL, kind TEXT NOT NULL, scenario TEXT NOT NULL, year INTEGER NOT NULL,
  programme TEXT NOT NULL, amount_fen INTEGER NOT NULL, low_fen INTEGER, high_fen INTEGER,
  PRIMARY KEY (made, kind, scenario, year, programme)) STRICT;
CREATE TABLE outturn (year INTEGER NOT NULL, programme TEXT NOT NULL, amount_fen INTEGER NOT NULL,
  PRIMARY KEY (year, programme)) STRICT;
)";

}  // namespace

struct Registry::State {
  std::string file;
  sqlite3* handle = nullptr;
  bool fresh = false;  // made by this program and not kept yet
  bool changing = false;

  ~State() {
    sqlite3_close(handle);  // an open transaction is taken back
    struct stat status {};
    // Empty: another run may have made something of it meanwhile.
    if (!fresh || ::stat(file.c_str(), &status) != 0 || status.st_size != 0) return;
    ::unlink(file.c_str());
    ::unlink((file + "-journal").c_str());  // where SQLite could not sync its own going back
  }

  /// What SQLite says, where a planner may meet it; its own words for the rest.
  Message reason() const {
    switch (sqlite3_errcode(handle)) {
      case SQLITE_CANTOPEN: return "the file cannot be opened or made"_m;
      case SQLITE_READONLY: return "it may not be written"_m;
      case SQLITE_FULL: return "No space left on device"_m;
      case SQLITE_CORRUPT: return "it is damaged"_m;
      case SQLITE_NOTADB: return "it is no database"_m;
      case SQLITE_BUSY:
      case SQLITE_LOCKED: return "it is locked"_m;
      default: return Message::verbatim(sqlite3_errmsg(handle));
    }
  }
  [[noreturn]] void fail(const Message& what, const Message& remedy) const {
    throw RegistryUnusable("{}: {} ({}). {}"_m(file, what, reason(), remedy));
  }
  void check(int code) const {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) fail("is in use by another run"_m, "Try again when it is done"_m);
    if (code == SQLITE_NOTADB) fail("is no registry"_m, "Name another file; a new one is made"_m);
    const Message remedy = "Nothing was changed; see that the disk has room and the file may be written"_m;
    if (code == SQLITE_READONLY || code == SQLITE_CANTOPEN) fail("cannot be read or written"_m, remedy);
    throw RegistryFailed("{}: {} ({}). {}"_m(file, "cannot be read or written"_m, reason(), remedy));
  }
  void begin() {
    if (changing) return;
    run("BEGIN IMMEDIATE");
    changing = true;
  }
  void run(const char* sql) const { check(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr)); }
};

namespace {

/// One prepared statement.
class Statement {
 public:
  Statement(sqlite3* handle, const char* sql, const std::function<void(int)>& check) : check_(check) {
    check_(sqlite3_prepare_v2(handle, sql, -1, &statement_, nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& text(int at, const std::string& value) {
    check_(sqlite3_bind_text(statement_, at, value.c_str(), -1, SQLITE_TRANSIENT));
    return *this;
  }
  Statement& number(int at, std::int64_t value) {
    check_(sqlite3_bind_int64(statement_, at, value));
    return *this;
  }
  Statement& amount(int at, const std::optional<Money>& value) {
    check_(value ? sqlite3_bind_int64(statement_, at, value->fen()) : sqlite3_bind_null(statement_, at));
    return *this;
  }
  bool step() {
    const int code = sqlite3_step(statement_);
    check_(code);
    return code == SQLITE_ROW;
  }
  void again() { check_(sqlite3_reset(statement_)); }
  std::string text_at(int column) const {
    const auto* text = sqlite3_column_text(statement_, column);
    return text == nullptr ? "" : reinterpret_cast<const char*>(text);
  }
  std::int64_t number_at(int column) const { return sqlite3_column_int64(statement_, column); }
  std::optional<Money> amount_at(int column) const {
    if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
    return Money::fen(number_at(column));
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
  std::function<void(int)> check_;
};

}  // namespace

Registry::Registry(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
  state_->file = file.string();
  const bool fresh = !std::filesystem::exists(std::filesystem::symlink_status(file));
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW;
  if (sqlite3_open_v2(file.c_str(), &state_->handle, flags, nullptr) != SQLITE_OK)
    state_->fail("cannot be opened"_m, "Name a file that may be written"_m);
  state_->fresh = fresh;
  if (fresh) ::chmod(file.c_str(), owner_only);
  state_->check(sqlite3_busy_timeout(state_->handle, patience_ms));
  const auto check = [this](int code) { state_->check(code); };
  const auto pragma = [&](const char* sql) {
    Statement statement(state_->handle, sql, check);
    statement.step();
    return statement.number_at(0);
  };
  const std::int64_t held = pragma("PRAGMA user_version");
  const std::int64_t whose = pragma("PRAGMA application_id");
  if (held == 0 && whose == 0 && pragma("SELECT count(*) FROM sqlite_master") == 0) {
    const std::string make = std::string(tables) + "PRAGMA application_id=" + std::to_string(application) +
                             "; PRAGMA user_version=" + std::to_string(version) + ";";
    state_->begin();
    state_->run(make.c_str());
    return;
  }
  if (whose != application)
    throw RegistryUnusable("{}: is a database of another program. Name another file"_m(state_->file));
  if (held != version) {
    throw RegistryUnusable(
        "{}: is a registry of version {}, this program knows {}. Use the program that wrote it, or name another file"_m(
            state_->file, held, version));
  }
}

Registry::~Registry() = default;

void Registry::add(const std::vector<IssuedEstimate>& estimates) {
  const auto check = [this](int code) { state_->check(code); };
  state_->begin();
  Statement insert(state_->handle, "INSERT OR REPLACE INTO estimate VALUES (?,?,?,?,?,?,?,?)", check);
  for (const IssuedEstimate& one : estimates) {
    insert.text(1, to_string(one.made)).text(2, one.kind).text(3, one.scenario).number(4, one.year);
    insert.text(5, one.programme).amount(6, one.amount).amount(7, one.low).amount(8, one.high).step();
    insert.again();
  }
}

void Registry::add(const std::vector<Outturn>& outturns) {
  const auto check = [this](int code) { state_->check(code); };
  state_->begin();
  Statement insert(state_->handle, "INSERT OR REPLACE INTO outturn VALUES (?,?,?)", check);
  for (const Outturn& one : outturns) {
    insert.number(1, one.year).text(2, one.programme).amount(3, one.amount).step();
    insert.again();
  }
}

void Registry::keep() {
  if (state_->changing) state_->run("COMMIT");
  state_->changing = false;
  state_->fresh = false;
}

std::vector<IssuedEstimate> Registry::estimates() const {
  Statement query(state_->handle,
                  "SELECT made, kind, scenario, year, programme, amount_fen, low_fen, high_fen FROM estimate "
                  "ORDER BY year, programme, made, kind, scenario",
                  [this](int code) { state_->check(code); });
  std::vector<IssuedEstimate> all;
  while (query.step()) {
    IssuedEstimate one;
    one.made = Date::parse(query.text_at(0)).value_or(Date{});
    one.kind = query.text_at(1);
    one.scenario = query.text_at(2);
    one.year = static_cast<int>(query.number_at(3));
    one.programme = query.text_at(4);
    one.amount = Money::fen(query.number_at(5));
    one.low = query.amount_at(6);
    one.high = query.amount_at(7);
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Outturn> Registry::outturns() const {
  Statement query(state_->handle, "SELECT year, programme, amount_fen FROM outturn ORDER BY year, programme",
                  [this](int code) { state_->check(code); });
  std::vector<Outturn> all;
  while (query.step())
    all.push_back({static_cast<int>(query.number_at(0)), query.text_at(1), Money::fen(query.number_at(2))});
  return all;
}

}  // namespace disburse
