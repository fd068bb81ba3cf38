// Writing HDF5: every data set in chunks with a checksum, no times of objects, so that equal tables give equal bytes.
#include <algorithm>
#include <bit>

#include "engine/base/error.hpp"
#include "engine/support/files.hpp"
#include "engine/support/hdf5_handle.hpp"

namespace disburse {
namespace {

using namespace hdf5_detail;

constexpr std::size_t most_rows_in_chunk = 65'536;
constexpr std::size_t longest_attribute = 60'000;  // what an object's header holds
constexpr unsigned many = 4'096;                   // links and attributes that stay in the header itself

[[noreturn]] void fail(const std::string& what) {
  throw Hdf5Error("HDF5 file", what, "cannot be written: {}"_m(last_failure()),
                  "Free memory or disk space and try again"_m);
}

void check(herr_t status, const std::string& what) {
  if (status < 0) fail(what);
}

Handle checked(hid_t id, Handle::Close close, const std::string& what) {
  if (id < 0) fail(what);
  return {id, close};
}

Handle text_of(std::size_t width, const std::string& what) {
  Handle type = text_type(width);
  if (!type) fail(what);
  return type;
}

/// Groups: their times are the default even when the file's are off, so each gets this list.
Handle group_list(hid_t kind, const std::string& what) {
  Handle list = checked(H5Pcreate(kind), H5Pclose, what);
  check(H5Pset_obj_track_times(list.get(), false), what);
  check(H5Pset_link_phase_change(list.get(), many, 0), what);
  check(H5Pset_attr_phase_change(list.get(), many, 0), what);
  return list;
}

Handle space_of(const std::vector<hsize_t>& extents, const std::string& what) {
  return checked(H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr), H5Sclose, what);
}

Handle data_set_list(const std::vector<hsize_t>& extents, const std::string& what) {
  Handle list = checked(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, what);
  check(H5Pset_obj_track_times(list.get(), false), what);
  if (std::find(extents.begin(), extents.end(), hsize_t{0}) != extents.end()) return list;  // nothing to store
  // Chunks of equal length, so that the last one holds hardly any padding.
  std::vector<hsize_t> chunk = extents;
  const hsize_t chunks = (extents[0] + most_rows_in_chunk - 1) / most_rows_in_chunk;
  chunk[0] = (extents[0] + chunks - 1) / chunks;
  check(H5Pset_chunk(list.get(), static_cast<int>(chunk.size()), chunk.data()), what);
  check(H5Pset_fill_time(list.get(), H5D_FILL_TIME_ALLOC), what);  // padding is zero, not what memory held
  check(H5Pset_fletcher32(list.get()), what);
  return list;
}

/// Bob Jenkins' lookup3, by which HDF5 sums its structure; for texts of 4n bytes, n not a multiple of 3.
std::uint32_t lookup3(std::string_view bytes) {
  const auto word = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; at < bytes.size() && i-- > 0;) {
      value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
  };
  std::uint32_t a = 0xdeadbeef + static_cast<std::uint32_t>(bytes.size()), b = a, c = a;
  std::size_t at = 0;
  for (; bytes.size() - at > 12; at += 12) {
    a += word(at), b += word(at + 4), c += word(at + 8);
    a -= c, a ^= std::rotl(c, 4), c += b;
    b -= a, b ^= std::rotl(a, 6), a += c;
    c -= b, c ^= std::rotl(b, 8), b += a;
    a -= c, a ^= std::rotl(c, 16), c += b;
    b -= a, b ^= std::rotl(a, 19), a += c;
    c -= b, c ^= std::rotl(b, 4), b += a;
  }
  a += word(at), b += word(at + 4), c += word(at + 8);
  c ^= b, c -= std::rotl(b, 14);
  a ^= c, a -= std::rotl(c, 11);
  b ^= a, b -= std::rotl(a, 25);
  c ^= b, c -= std::rotl(b, 16);
  a ^= c, a -= std::rotl(c, 4);
  b ^= a, b -= std::rotl(a, 14);
  c ^= b, c -= std::rotl(b, 24);
  return c;
}

/// H5Fget_file_image takes the mark "open for writing" off the superblock but leaves the sum that was made with it,
/// so that the library refuses its own image.
void renew_superblock_sum(std::string& image) {
  constexpr std::size_t summed = 44;  // superblock of version 3: everything but the sum itself
  EXPECT(image.size() > summed + 4 && image[8] == 3);
  const std::uint32_t sum = lookup3(std::string_view(image).substr(0, summed));
  for (unsigned i = 0; i < 4; ++i) image[summed + i] = static_cast<char>(sum >> (8 * i) & 0xff);
}

void put_attribute(hid_t object, const std::string& name, hid_t type, const Handle& space, const void* value) {
  Handle attribute =
      checked(H5Acreate2(object, name.c_str(), type, space.get(), default_list, default_list), H5Aclose, name);
  check(H5Awrite(attribute.get(), type, value), name);
  if (!attribute.release()) fail(name);
}

void put_text(hid_t object, const std::string& name, std::string_view text) {
  std::size_t bad = 0;
  EXPECT(is_utf8(text, bad) && text.find('\0') == std::string_view::npos && text.size() <= longest_attribute);
  std::string padded(text);
  padded.resize(std::max<std::size_t>(text.size(), 1));
  put_attribute(object, name, text_of(padded.size(), name).get(), checked(H5Screate(H5S_SCALAR), H5Sclose, name),
                padded.data());
}

}  // namespace

struct Hdf5Writer::State {
  Handle file;
  std::filesystem::path on_disk;  // empty: in memory
  std::vector<std::string> groups;

  /// Makes the groups above `path` that are not there yet.
  void make_groups(const std::string& path) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      const std::string group = path.substr(0, slash);
      if (std::find(groups.begin(), groups.end(), group) != groups.end()) continue;
      const Handle list = group_list(H5P_GROUP_CREATE, group);
      Handle made =
          checked(H5Gcreate2(file.get(), group.c_str(), default_list, list.get(), default_list), H5Gclose, group);
      if (!made.release()) fail(group);
      groups.push_back(group);
    }
  }

  Handle create(const Hdf5About& about, hid_t type, const std::vector<hsize_t>& extents) {
    EXPECT(file && !about.units.empty() && !about.description.empty());
    make_groups(about.path);
    const Handle space = space_of(extents, about.path);
    const Handle list = data_set_list(extents, about.path);
    return checked(
        H5Dcreate2(file.get(), about.path.c_str(), type, space.get(), default_list, list.get(), default_list), H5Dclose,
        about.path);
  }

  static void finish(Handle set, const Hdf5About& about) {
    put_text(set.get(), "units", about.units);
    put_text(set.get(), "description", about.description);
    if (!set.release()) fail(about.path);
  }

  void put(const Hdf5About& about, hid_t type, const void* values, std::size_t count, const Shape& shape) {
    EXPECT(shape.size() <= 2);
    std::vector<hsize_t> extents(shape.begin(), shape.end());
    if (extents.empty()) extents.push_back(count);
    hsize_t wanted = 1;
    for (const hsize_t extent : extents) wanted *= extent;
    EXPECT(wanted == count);
    Handle set = create(about, type, extents);
    if (count > 0) check(H5Dwrite(set.get(), type, whole, whole, default_list, values), about.path);
    finish(std::move(set), about);
  }
};

Hdf5Writer::Hdf5Writer() : state_(std::make_unique<State>()) {
  start_library();
  const Handle access = memory_access();
  if (!access) fail("");
  const Handle creation = group_list(H5P_FILE_CREATE, "");
  state_->file = checked(H5Fcreate(memory_name().c_str(), H5F_ACC_TRUNC, creation.get(), access.get()), H5Fclose, "");
}

Hdf5Writer::Hdf5Writer(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
  start_library();
  const Handle creation = group_list(H5P_FILE_CREATE, "");
  const Handle access = checked(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, file.string());
  check(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V110, H5F_LIBVER_V110), file.string());
  state_->file = checked(H5Fcreate(file.c_str(), H5F_ACC_TRUNC, creation.get(), access.get()), H5Fclose, file.string());
  state_->on_disk = file;
}

Hdf5Writer::~Hdf5Writer() = default;

void Hdf5Writer::attribute(const std::string& name, std::string_view text) {
  EXPECT(state_->file);
  put_text(state_->file.get(), name, text);
}

void Hdf5Writer::attribute(const std::string& name, std::span<const std::int64_t> values) {
  EXPECT(state_->file && !values.empty());
  put_attribute(state_->file.get(), name, int64_type(), space_of({values.size()}, name), values.data());
}

void Hdf5Writer::add(const Hdf5About& about, std::span<const std::int64_t> values, const Shape& shape) {
  state_->put(about, int64_type(), values.data(), values.size(), shape);
}

void Hdf5Writer::add(const Hdf5About& about, std::span<const std::int32_t> values, const Shape& shape) {
  state_->put(about, int32_type(), values.data(), values.size(), shape);
}

void Hdf5Writer::add(const Hdf5About& about, std::span<const std::uint8_t> values, const Shape& shape) {
  state_->put(about, uint8_type(), values.data(), values.size(), shape);
}

void Hdf5Writer::add(const Hdf5About& about, std::span<const double> values, const Shape& shape) {
  state_->put(about, double_type(), values.data(), values.size(), shape);
}

void Hdf5Writer::add(const Hdf5About& about, std::span<const std::string> texts, const Shape& shape) {
  std::size_t width = 1;
  for (const std::string& text : texts) {
    EXPECT(text.find('\0') == std::string::npos);
    width = std::max(width, text.size());
  }
  std::string block(texts.size() * width, '\0');
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::copy(texts[i].begin(), texts[i].end(), block.begin() + static_cast<std::ptrdiff_t>(i * width));
  }
  state_->put(about, text_of(width, about.path).get(), block.data(), texts.size(), shape);
}

void Hdf5Writer::add_fixed(const Hdf5About& about, std::string_view block, std::size_t width) {
  EXPECT(width > 0 && block.size() % width == 0);
  state_->put(about, text_of(width, about.path).get(), block.data(), block.size() / width, {});
}

void Hdf5Writer::create(const Hdf5About& about, Hdf5Type type, std::size_t rows, std::size_t width) {
  const Handle text = type == Hdf5Type::text ? text_of(width, about.path) : Handle{};
  const hid_t stored = type == Hdf5Type::uint8   ? uint8_type()
                       : type == Hdf5Type::int32 ? int32_type()
                       : type == Hdf5Type::int64 ? int64_type()
                                                 : text.get();
  State::finish(state_->create(about, stored, {rows}), about);
}

void Hdf5Writer::write(const std::string& path, std::size_t first, std::string_view bytes) {
  Handle set = checked(H5Dopen2(state_->file.get(), path.c_str(), default_list), H5Dclose, path);
  const Handle type = checked(H5Dget_type(set.get()), H5Tclose, path);
  const std::size_t size = H5Tget_size(type.get());
  EXPECT(size > 0 && bytes.size() % size == 0);
  const hsize_t begin = first;
  const hsize_t count = bytes.size() / size;
  if (count == 0) return;
  const Handle memory = space_of({count}, path);
  const Handle space = checked(H5Dget_space(set.get()), H5Sclose, path);
  check(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, &begin, nullptr, &count, nullptr), path);
  check(H5Dwrite(set.get(), type.get(), memory.get(), space.get(), default_list, bytes.data()), path);
  if (!set.release()) fail(path);  // small chunks wait until here for the disk, and only here it says that it is full
}

void Hdf5Writer::close() {
  EXPECT(state_->file && !state_->on_disk.empty());
  check(H5Fflush(state_->file.get(), H5F_SCOPE_LOCAL), state_->on_disk.string());
  if (!state_->file.release()) fail(state_->on_disk.string());
}

std::string Hdf5Writer::image() {
  EXPECT(state_->file && state_->on_disk.empty());
  const hid_t file = state_->file.get();
  check(H5Fflush(file, H5F_SCOPE_LOCAL), "");
  const ssize_t size = H5Fget_file_image(file, nullptr, 0);
  if (size < 0) fail("");
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (H5Fget_file_image(file, bytes.data(), bytes.size()) != size) fail("");
  if (!state_->file.release()) fail("");
  renew_superblock_sum(bytes);
  return bytes;
}

}  // namespace disburse
