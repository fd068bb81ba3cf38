#pragma once
// The words by which people know the engine's enumerators, in both languages.
#include <string>

#include "engine/base/finding.hpp"
#include "engine/budget/paper.hpp"
#include "engine/comparison/bridge.hpp"
#include "engine/law/parameters.hpp"
#include "engine/law/programme_definition.hpp"
#include "engine/members/roster.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string label(Basis basis, Language language);
std::string label(const Payer& payer, Language language);  ///< as the law names it
std::string label(Kind kind, Language language);
std::string label(Cause cause, Language language);
std::string label(Scheme scheme, Language language);
std::string label(Role role, Language language);
std::string label(Sex sex, Language language);
std::string label(Category category, Language language);
std::string label(Severity severity, Language language);
std::string label(ProjectChange change, Language language);
/// A project's name, marked where the document before lacks it or it ends: "高龄津贴（新增）".
std::string marked_name(const std::string& name, ProjectChange change, Language language);
/// A status as the JSON key word names it: "enacted", "announced", "derived", "assumed".
std::string status_label(const std::string& status, Language language);
/// A unit as parameters declare it, as people write it: "yuan_per_month" is 元/月. Unknown words stay as they
/// are.
std::string distribution_label(const std::string& distribution, Language language);
std::string unit_label(const std::string& unit, Language language);

}  // namespace disburse
