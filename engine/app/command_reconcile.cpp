// disburse reconcile: last month's roster and this month's, person by person.
#include "engine/app/commands.hpp"
#include "engine/base/error.hpp"
#include "engine/comparison/small_movements.hpp"
#include "engine/storage/roster_file.hpp"
#include "outputs/checks/reconciliation.hpp"

namespace disburse {

int command_reconcile(const Options& options, std::string& out, std::string& talk, Publication&) {
  constexpr std::size_t two = 2;
  if (options.reconcile.files.size() != two) {
    InputErrors errors;
    errors.add({"reconcile", 0, 0}, "files", "{} rosters are named"_m(options.reconcile.files.size()),
               "one month is held against another"_m, "Write disburse reconcile LAST.h5 THIS.h5"_m);
    throw InputRejected(Door::command_line, std::move(errors));
  }
  const Roster before = read_roster(options.reconcile.files[0]);
  const Roster after = read_roster(options.reconcile.files[1]);
  if (after.as_of < before.as_of) {
    InputErrors errors;
    errors.add({options.reconcile.files[1], 0, 0}, "as_of",
               "is of {}, before {}"_m(to_string(after.as_of), to_string(before.as_of)),
               "joined and left would change places"_m, "Name the earlier roster first"_m);
    throw InputRejected(Door::roster, std::move(errors));
  }
  Reconciliation reconciliation = reconcile(before, after, static_cast<std::size_t>(options.reconcile.who.value_or(0)));
  if (options.output.publish) hide_small_movements(reconciliation);
  out = options.output.format == Format::json ? reconciliation_json(reconciliation)
                                              : reconciliation_table(reconciliation, options.output.language);
  talk.clear();
  return exit_done;
}

}  // namespace disburse
