#pragma once
// What a source leaves open (未知事项): readings that exclude each other, numbers that are unknown for one reason, and
// the levers of a planner.
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"

namespace disburse {

/// One possible answer to a question: what the law or the recipe would say then.
struct Answer {
  std::string id, name, name_en;
  Rate weight;                    ///< how far it is believed; those of a question sum to 1
  std::string reason;             ///< why so far
  std::vector<Override> changes;  ///< none: the data as they are, which is the base
};

/// A question that the source does not answer (口径): what was counted, which month, which rule.
struct Question {
  std::string id, name, name_en;
  std::vector<Answer> answers;  ///< the base first
  Place place;
};

/// A number that moves with a common cause: `low` where the cause stands at its 10 % point, `high` at its 90 % point,
/// in between and beyond on the straight lines through the base. A low above the high moves against the others. What
/// several causes do to a number adds up.
struct CausedMove {
  std::string path, low, high;
  Place place;
};

/// Numbers that are unknown for one reason and move together: what was solved from one budget, what one year's data
/// say.
struct CommonCause {
  std::string id, name, name_en;
  std::string source;  ///< why they move together, and so far
  std::string distribution;
  std::vector<CausedMove> moves;
  Place place;
};

/// One change that a lever makes in the year studied. The texts may hold {year} and {next}, the year after.
struct LeverChange {
  std::string path;
  std::string value;        ///< as parse_value reads it; empty where it is scaled
  std::string scale;        ///< a factor on the number in force in December of the year
  std::string from, until;  ///< months; empty: without an end
  Place place;
};

/// What a planner may decide (政策选择): it is never drawn, and stands in a tornado beside what is assumed.
struct Lever {
  std::string id, name, name_en;
  std::string low_name, high_name;
  std::vector<LeverChange> low, high;
  Place place;
};

struct Unknowns {
  std::vector<Question> questions;
  std::vector<CommonCause> causes;
  std::vector<Lever> levers;
};

/// The changes of a lever's end in `year` under `law`. Errors: ProgramFault for a number that cannot be scaled.
std::vector<Override> lever_changes(const std::vector<LeverChange>& changes, const ParameterTree& law, int year);

/// Without what `overrides` decide: a question one of whose parameters is set, and moves of parameters that are set.
Unknowns still_open(const Unknowns& unknowns, const std::vector<Override>& overrides);

/// The number that a value is, in its unit; not-a-number for months, choices and tables.
double number_of(const Value& value);

/// The parameters that questions and causes move.
std::set<std::string> moved_paths(const Unknowns& unknowns);

/// Those that causes move: ranges of their own have no say then. Under a question's answer the range of what it changes
/// has none, under its base answer it has.
std::set<std::string> caused_paths(const Unknowns& unknowns);

/// The changes of a common cause at a position: at -1 its numbers are at their low, at 0 at their base, at 1 at their
/// high; bases as in `month`.
std::vector<Override> cause_changes(const CommonCause& cause, const ParameterTree& law, Month month, double position);

/// One change for each path: where several causes move a number, their distances from its base (`month`) are added,
/// within the parameter's bounds. `moved` holds changes without dates of parameters that are numbers.
std::vector<Override> added_up(const std::vector<Override>& moved, const ParameterTree& law, Month month);

/// The changes of draw `index`: every cause and question by a stream of its own, keyed by its identifier, so that one
/// more does not change the draws of the others.
std::vector<Override> drawn_unknowns(const Unknowns& unknowns, const ParameterTree& law, Month month,
                                     std::uint64_t seed, std::uint32_t index);

/// Unknown paths, values that the law refuses, weights that do not sum to 1.
void check_unknowns(const ParameterTree& law, const Unknowns& unknowns, InputErrors& errors);

}  // namespace disburse
