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

/// A paper (or an assumption in its place) left out, all others in force: what is paid without it.
struct Repeal {
  std::string document;  ///< empty where none stands behind a yearly decision, and of all of them together
  Status status = Status::assumed;
  std::vector<Override> changes = {};          ///< that leave it out
  bool together = false;                       ///< all the others of the list at once
  std::vector<std::size_t> programmes = {};    ///< that were projected without it; the others pay the same
  std::vector<ComponentYear> components = {};  ///< what these then pay; to be filled by the run
};

/// What can be left out, because it comes into force within the horizon and something was in force before:
/// - the yearly decisions on pensions; without one there is no adjustment of its year. Years with one source are one.
/// - papers that set another value than the one before, which without them would have gone on until the next one.
/// Where there are several, the last one of the list is all of them together.
std::vector<Repeal> repeals_of(const ParameterTree& law, Horizon horizon);
/// Whether a component of the programme reads what the paper sets.
bool concerns(const Repeal& repeal, const ProgrammeDefinition& programme);
/// Whether the paper sets something by which members are made and not paid: pensions at award, ages of retirement.
bool makes_members(const Repeal& repeal, const std::vector<ProgrammeDefinition>& programmes);

/// The outlay of every component and year of the run, by document, largest first. A component rests on the
/// document that it names, else on that of its first parameter's value in December; so `ruled` sums to the whole outlay
/// of the components, and what a document also touches stands apart. `repeals` tell what falls away without a paper:
/// that much is its own in the second reading, and what is left without all of them stays where the first has it, or
/// with the older source of a number that a paper left out has set. What falls away without any one of several is in
/// each of theirs; `shared` takes it off once more than once. Errors: InputRejected(Door::data) where a parameter has
/// no value in a year of the run.
std::vector<DocumentSpend> spend_by_document(const RunResult& run, const ProgrammeSet& programmes,
                                             const ParameterTree& law, const std::vector<Repeal>& repeals = {});

}  // namespace disburse
