#pragma once
// Spend by policy document: which paper each yuan rests on.
#include <string>
#include <vector>

#include "engine/projection.hpp"
#include "engine/result.hpp"

namespace disburse {

/// The document a reference names: its words before the first of ：，；。 ("宁人社发〔2017〕163号：政府为…" is
/// 宁人社发〔2017〕163号).
std::string document_of(const std::string& reference);

/// The outlay of every component and year of the run, by document, largest first. A component rests on the
/// document that it names, else on that of its first parameter's value in December; so `ruled` sums to the whole outlay
/// of the components, and what a document also touches stands apart.
/// Errors: InputRejected(Door::data) where a parameter has no value in a year of the run.
std::vector<DocumentSpend> spend_by_document(const RunResult& run, const ProgrammeSet& programmes,
                                             const ParameterTree& law);

}  // namespace disburse
