#pragma once
// A folder of results held to its manifest, and a run's files to each other: what was changed since it was written.
#include <filesystem>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/finding.hpp"

namespace disburse {

/// What differs, file by file; nothing where all is as it was written. A file that the manifest does not know is a
/// warning, everything else an error. A folder without a manifest has one error and is not looked into.
std::vector<Finding> check_folder(const std::filesystem::path& folder);

/// A folder is not as it was written. The text says which files differ and how.
class FolderDiffers : public Failure {
 public:
  using Failure::Failure;
};

/// For who reads a folder of results. Errors: FolderDiffers.
void require_as_written(const std::filesystem::path& folder);
/// The same for a single document: it is held to the manifest beside it where that names it.
void require_document_as_written(const std::filesystem::path& file);

}  // namespace disburse
