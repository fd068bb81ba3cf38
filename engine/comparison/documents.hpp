#pragma once
// Spend by policy document: which paper each yuan rests on.
#include <string>
#include <vector>

#include "engine/projection/projection.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// The document a reference names: its words before the first of ：，；。 ("国办发〔2019〕13号：降低…" is
/// 国办发〔2019〕13号).
std::string document_of(const std::string& reference);

/// A decision of a year (a paper, or an assumption) and those that build on it, left out: what is paid without them.
struct Repeal {
  std::string document;  ///< empty where none stands behind the decision
  Status status = Status::assumed;
  Override change;                        ///< that leaves it out
  std::vector<ComponentYear> components;  ///< what the programmes concerned then pay; to be filled by the run
};

/// The yearly decisions that the horizon has, the newest first: each leaves out the ones before it in this list, too.
/// Years with one source are one decision.
std::vector<Repeal> yearly_decisions(const ParameterTree& law, Horizon horizon);
/// True where a component follows the yearly decisions.
bool follows_yearly_decisions(const ProgrammeDefinition& programme);

/// The outlay of every component and year of the run, by document, largest first. A component rests on the
/// document that it names, else on that of its first parameter's value in December; so `ruled` sums to the whole outlay
/// of the components, and what a document also touches stands apart. `repeals` tell what falls away without the yearly
/// decisions: that much of a component is theirs in the second reading, the rest stays where the first has it.
/// Errors: InputRejected(Door::data) where a parameter has no value in a year of the run.
std::vector<DocumentSpend> spend_by_document(const RunResult& run, const ProgrammeSet& programmes,
                                             const ParameterTree& law, const std::vector<Repeal>& repeals = {});

}  // namespace disburse
