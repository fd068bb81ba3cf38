#pragma once
// The workbook in which published headcounts are entered.
#include "engine/storage/form_workbook.hpp"

namespace disburse {

/// 人数, 实发人数: what --margins takes; rows of one count stand together.
const Form& margins_form();

}  // namespace disburse
