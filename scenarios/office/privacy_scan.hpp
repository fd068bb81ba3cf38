#pragma once
// Looks for what should not be there: valid identity numbers in files.
#include <filesystem>
#include <string>
#include <vector>

namespace disburse {

struct PrivacyHit {
  std::string file;      ///< below the folder
  std::size_t line = 0;  ///< 0 in a binary file or an archive's part
};

struct PrivacyScan {
  std::size_t files = 0;
  std::vector<PrivacyHit> hits;
};

/// Every file below `folder`, and the parts of zip archives (xlsx, docx): 18 characters that stand alone, pass the
/// check digit and hold a day of birth. `allow_test_area`: numbers of the area 999999, which is assigned to nobody, are
/// none. Errors: std::system_error where a file cannot be read.
PrivacyScan scan_for_identities(const std::filesystem::path& folder, bool allow_test_area);

}  // namespace disburse
