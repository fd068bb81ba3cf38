#pragma once
// 敏感性分析报告: a study as offices write it.
#include <string>

#include "outputs/writers/json_parts.hpp"

namespace disburse {

/// A docx from a study's JSON and, for the months and reserves, of the run beside it (null: none): 目的, 参数表,
/// 龙卷风, 两两热力, 全局, 情景, 超预算概率与预备, 方法与局限, 复现信息. Chapters whose method was not asked for say
/// with which option it is. Errors: nlohmann::json::exception where a document is not what its schema says.
std::string sensitivity_paper(const Json& study, const Json* run);

}  // namespace disburse
