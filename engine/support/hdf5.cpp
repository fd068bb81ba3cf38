// What the HDF5 reader and writer share: error, set-up of the library, types.
#include <atomic>

#include "engine/support/hdf5_handle.hpp"

namespace disburse {

Hdf5Error::Hdf5Error(std::string file, std::string data_set, Message problem, Message remedy)
    : Failure("{}: {}. {}."_m(data_set.empty() ? file : file + ": " + data_set, problem, remedy)),
      file_(std::move(file)),
      data_set_(std::move(data_set)),
      problem_(std::move(problem)),
      remedy_(std::move(remedy)) {}

namespace hdf5_detail {
namespace {

constexpr std::size_t growth = 1 << 20;  // by so many bytes the file in memory grows

herr_t keep_innermost(unsigned depth, const H5E_error2_t* error, void* text) noexcept {
  try {
    if (depth == 0 && error->desc != nullptr) static_cast<std::string*>(text)->assign(error->desc);
  } catch (...) {
    return -1;  // no memory for a message: the failure itself is still told
  }
  return 0;
}

}  // namespace

void start_library() {
  // Leaving the program must not run the library's exit work: after a failure it may crash there.
  static const bool once = [] {
    // It is refused only when somebody else in the process has opened the library before; then it is theirs to say.
    static_cast<void>(H5dont_atexit());
    return H5open() >= 0 && H5PLset_loading_state(0) >= 0;
  }();
  // The error stack belongs to the thread, hence for each reader and writer anew.
  const bool silent = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
  if (!once || !silent) throw Hdf5Error("HDF5", "", "the library cannot be started"_m, "Check how it is installed"_m);
}

std::string last_failure() {
  std::string text;
  if (H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, &keep_innermost, &text) < 0) text.clear();
  if (H5Eclear2(H5E_DEFAULT) < 0) text += " (and its record stays)";
  return text;
}

hid_t int64_type() { return H5T_STD_I64LE; }
hid_t int32_type() { return H5T_STD_I32LE; }
hid_t uint8_type() { return H5T_STD_U8LE; }
hid_t double_type() { return H5T_IEEE_F64LE; }

Handle text_type(std::size_t width) {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  if (!type || H5Tset_size(type.get(), width) < 0 || H5Tset_strpad(type.get(), H5T_STR_NULLPAD) < 0 ||
      H5Tset_cset(type.get(), H5T_CSET_UTF8) < 0) {
    return {};
  }
  return type;
}

Handle memory_access() {
  Handle list(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  // The newest format checks its own structure by sums, so that damage is told and not read.
  if (!list || H5Pset_fapl_core(list.get(), growth, false) < 0 ||
      H5Pset_libver_bounds(list.get(), H5F_LIBVER_V110, H5F_LIBVER_V110) < 0 ||
      H5Pset_fclose_degree(list.get(), H5F_CLOSE_STRONG) < 0) {
    return {};
  }
  return list;
}

std::string memory_name() {
  static std::atomic<std::uint64_t> files = 0;
  return "memory-" + std::to_string(++files);
}

}  // namespace hdf5_detail
}  // namespace disburse
