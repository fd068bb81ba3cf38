#pragma once
// What the HDF5 reader and writer share and nobody else includes: handles that close themselves, checked calls.
#include <hdf5.h>

#include <string>
#include <utility>

#include "engine/support/hdf5.hpp"

namespace disburse::hdf5_detail {

// The library's macros are plain zeros or expand to calls; named here once so that no cast of theirs spreads.
inline constexpr hid_t whole = 0;         // H5S_ALL
inline constexpr hid_t default_list = 0;  // H5P_DEFAULT

/// One identifier of the library, closed at the end of its scope.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);
  Handle() = default;
  Handle(hid_t id, Close close) : id_(id), close_(close) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { release(); }

  hid_t get() const { return id_; }
  explicit operator bool() const { return id_ >= 0; }
  /// Closes now and says whether that worked.
  bool release() { return id_ < 0 || close_(std::exchange(id_, -1)) >= 0; }

 private:
  hid_t id_ = -1;
  Close close_ = nullptr;
};

/// Sets the library up: silent, without plug-ins, without work at exit. Call it before any other call.
void start_library();

/// The library's own words on its last failure, which are then forgotten; empty when there are none.
std::string last_failure();

/// Types as they stand in the file, whatever the machine: little-endian.
hid_t int64_type();
hid_t int32_type();
hid_t uint8_type();
hid_t double_type();

/// Text of `width` bytes, UTF-8, padded with zeros; an empty handle when the library fails.
Handle text_type(std::size_t width);

/// A file access list for a file that stands in memory alone; an empty handle when the library fails.
Handle memory_access();

/// A name no open file has: the library takes two files in memory with one name for one file.
std::string memory_name();

}  // namespace disburse::hdf5_detail
