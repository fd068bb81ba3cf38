#pragma once
// One member's statement (个人待遇清单) as a table and as JSON (disburse/explain/1).
#include <string>

#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/explain.hpp"
#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// By programme: months, amount, payer, arithmetic, or why nothing; then every parameter once, with its
/// source.
std::string statement_table(const Statement& statement, Language language);

/// Every month unfolded; `parameters` of an entry are the marks of the document's own list.
std::string statement_json(const Statement& statement, const DoubtedManifest& manifest);

}  // namespace disburse
