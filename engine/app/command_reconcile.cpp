// disburse reconcile: last month's roster and this month's, person by person.
#include "engine/app/commands.hpp"
#include "engine/error.hpp"
#include "engine/roster_file.hpp"
#include "outputs/writers/reconciliation.hpp"

namespace disburse {

int command_reconcile(const Options& options, std::string& out, std::string& talk) {
  constexpr std::size_t two = 2;
  if (options.files.size() != two) {
    InputErrors errors;
    errors.add({"reconcile", 0, 0}, "files", std::to_string(options.files.size()) + " rosters are named",
               "one month is held against another", "Write disburse reconcile LAST.h5 THIS.h5");
    throw InputRejected(Door::command_line, std::move(errors));
  }
  const Roster before = read_roster(options.files[0]);
  const Roster after = read_roster(options.files[1]);
  if (after.as_of < before.as_of) {
    InputErrors errors;
    errors.add({options.files[1], 0, 0}, "as_of",
               "is of " + to_string(after.as_of) + ", before " + to_string(before.as_of),
               "joined and left would change places", "Name the earlier roster first");
    throw InputRejected(Door::roster, std::move(errors));
  }
  Reconciliation reconciliation = reconcile(before, after, static_cast<std::size_t>(options.who.value_or(0)));
  if (options.publish) hide_small_cells(reconciliation);
  out = options.format == Format::json ? reconciliation_json(reconciliation)
                                       : reconciliation_table(reconciliation, options.language);
  talk.clear();
  return exit_done;
}

}  // namespace disburse
