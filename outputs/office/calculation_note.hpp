#pragma once
// 测算说明: how a run's figures were made, as offices write it.
#include <string>

#include "outputs/writers/json_parts.hpp"

namespace disburse {

/// A docx from run.json: 政策依据, 数据来源与口径, 基准人数推演, 标准, 分月表, 结果与预算对比, 不确定性区间,
/// 未计入事项, 附表. Every sentence carries a number of the run. Errors: nlohmann::json::exception where `run` is no
/// run.json.
std::string calculation_note(const Json& run);

}  // namespace disburse
