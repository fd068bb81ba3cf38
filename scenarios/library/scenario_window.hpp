#pragma once
// The months to which a scenario file speaks (适用时段): its changes without dates hold in these and no others.
#include <optional>

#include "engine/base/calendar.hpp"
#include "engine/law/parameters.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

struct Window {
  Month first;
  std::optional<Month> last;  ///< absent: for good
};

/// The root key `window`, as "2024-01..2024-12" or, without an end, "2025-01.."; empty when the file has none or after
/// an error.
std::optional<Window> read_window(TomlTable& root);

/// Gives `change` the months of `window` when it has none of its own. Dates of its own must lie within the window;
/// problems go to the errors of `table`, the change's own.
void apply_window(const Window& window, Override& change, TomlTable& table);

}  // namespace disburse
