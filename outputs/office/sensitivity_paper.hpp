#pragma once
// 敏感性分析报告: a study as offices write it.
#include <string>

#include "engine/planning/study_result.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// A docx from a study and, for the months and reserves, of the run beside it (null: none): 目的, 参数表,
/// 龙卷风, 两两热力, 全局, 情景, 超预算概率与预备, 方法与局限, 复现信息. Chapters whose method was not asked for say
/// with which option it is.
std::string sensitivity_paper(const StudyResult& study, const DoubtedManifest& manifest, const RunResult* run);

}  // namespace disburse
