#pragma once
// The workbooks in which figures of a budget are entered: entries by hand, and later versions.
#include "engine/storage/form_workbook.hpp"

namespace disburse {

/// 科目, 经济分类, 三公经费, 文字: what `budget --entries` takes.
const Form& entries_form();
/// 预算版本: what `--versions` takes; rows of one version stand together.
const Form& versions_form();

}  // namespace disburse
