#pragma once
// Life tables (生命表) from CSV: a line naming the source, a header, one row for each age.
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/members/mortality.hpp"

namespace disburse {

/// Reads "# source: ...", "age,male,female" and the rows; `file` is the name in messages, `name` the table's own.
/// Refused, each with its line: q that is no decimal in [0, 1], ages that do not rise by one, another number of
/// columns, a last q other than 1. After an error the table returned is not to be used.
LifeTable read_life_table(std::string_view bytes, const std::string& name, const std::string& file,
                          InputErrors& errors);

}  // namespace disburse
