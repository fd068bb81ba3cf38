#pragma once
// Where this tree and its program stand. Only places.cpp is compiled with the paths, so that every other test is the
// same in any folder and a compile cache can serve it.
#include <filesystem>

namespace disburse {

/// The root of the source tree.
std::filesystem::path source_dir();
/// The folder of the city whose published budget the project starts from.
inline std::filesystem::path city_dir() { return source_dir() / "scenarios" / "agencies" / "zhongwei"; }
/// The program as it was built.
std::filesystem::path program_path();

}  // namespace disburse
