#pragma once
// Doubts about a run's settings and size, said before every figure: each once, in the first lines of every output.
#include <string>
#include <vector>

#include "engine/projection/doubted_manifest.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// The doubts of the manifest, then `findings`.
std::vector<Finding> doubts_and(const DoubtedManifest& manifest, std::vector<Finding> findings = {});
/// Takes the doubts out of what doubts_and put together.
std::vector<Finding> doubts_out_of(std::vector<Finding>& findings);
/// The manifest of a document, with the doubts among its findings.
DoubtedManifest manifest_with_doubts(const Json& document);

/// One sentence for each doubt among `findings`.
std::vector<std::string> doubt_sentences(const std::vector<Finding>& findings, Language language);
/// The same, each with the mark that says what it asks of the reader: what a publication leaves out, then what is to be
/// checked, then what turns with a reading of the source.
std::vector<std::string> marked_doubts(const std::vector<Finding>& findings, Language language);
/// For the head of a text: a line each and an empty one; nothing where nothing is doubted.
std::string doubts_text(const std::vector<Finding>& findings, Language language);

}  // namespace disburse
