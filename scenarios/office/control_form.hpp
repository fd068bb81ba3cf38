#pragma once
// The workbook in which an office's control totals are entered.
#include "engine/storage/form_workbook.hpp"

namespace disburse {

/// 控制数: what `import --control` takes.
const Form& control_form();

}  // namespace disburse
