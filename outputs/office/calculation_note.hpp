#pragma once
// 测算说明: how a run's figures were made, as offices write it.
#include <string>

#include "engine/projection/result.hpp"
#include "engine/projection/run_beside.hpp"

namespace disburse {

/// A docx from a run: 政策依据, 数据来源与口径, 基准人数推演, 标准, 分月表, 结果与预算对比, 不确定性区间,
/// 未计入事项, 附表. Every sentence carries a number of the run.
std::string calculation_note(const RunResult& run, const RunBeside& beside = {});

}  // namespace disburse
