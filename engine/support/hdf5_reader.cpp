// Reading HDF5 from memory, strictly: what is not exactly as wanted is refused before anything is allocated for it.
#include <algorithm>
#include <fstream>
#include <optional>

#include "engine/base/error.hpp"
#include "engine/support/hdf5_handle.hpp"

namespace disburse {
namespace {

using namespace hdf5_detail;

constexpr std::size_t most_objects = 1'000;
constexpr int deepest_group = 4;  // a group may be its own member by a hard link
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_attribute = std::size_t{64} * 1024;

struct Fail {
  std::string file;
  [[noreturn]] void operator()(
      const std::string& object, const Message& problem,
      const Message& remedy = "The file is damaged or from another program: write it again"_m) const {
    throw Hdf5Error(file, object, problem, remedy);
  }
  /// For what the library reports itself.
  [[noreturn]] void library(const std::string& object, const Message& problem) const {
    const std::string words = last_failure();
    (*this)(object, words.empty() ? problem : "{} ({})"_m(problem, words));
  }
};

/// "signed integer of 4 bytes, big-endian": what stands there instead of the wanted type.
Message type_in_words(hid_t type) {
  const std::size_t bytes = H5Tget_size(type);
  const Message order = H5Tget_order(type) == H5T_ORDER_BE ? ", big-endian"_m : Message();
  switch (H5Tget_class(type)) {
    case H5T_INTEGER:
      return H5Tget_sign(type) == H5T_SGN_NONE ? "unsigned integer of {} bytes{}"_m(bytes, order)
                                               : "signed integer of {} bytes{}"_m(bytes, order);
    case H5T_FLOAT: return "floating-point number of {} bytes{}"_m(bytes, order);
    case H5T_STRING: return H5Tis_variable_str(type) > 0 ? "text of variable length"_m : "text of {} bytes"_m(bytes);
    case H5T_COMPOUND: return "compound"_m;
    case H5T_REFERENCE: return "reference"_m;
    case H5T_VLEN: return "list of variable length"_m;
    default: return "type of another kind"_m;
  }
}

bool is_fixed_text(hid_t type) {
  return H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) == 0 && H5Tget_strpad(type) == H5T_STR_NULLPAD &&
         H5Tget_cset(type) == H5T_CSET_UTF8;
}

/// Data in other files, made-up data, unknown filters: a file could carry any other of the machine that way.
void check_storage(hid_t set, const std::string& path, const Fail& fail) {
  const Handle list(H5Dget_create_plist(set), H5Pclose);
  if (!list) fail.library(path, "its layout cannot be read"_m);
  const H5D_layout_t layout = H5Pget_layout(list.get());
  if (layout != H5D_CHUNKED && layout != H5D_CONTIGUOUS && layout != H5D_COMPACT) {
    fail(path, "its data do not stand in the file itself (virtual)"_m);
  }
  if (H5Pget_external_count(list.get()) != 0) fail(path, "its data do not stand in the file itself (external)"_m);
  const int filters = H5Pget_nfilters(list.get());
  if (filters < 0) fail.library(path, "its filters cannot be read"_m);
  for (unsigned i = 0; i < static_cast<unsigned>(filters); ++i) {
    unsigned flags = 0;
    std::size_t values = 0;
    const H5Z_filter_t filter = H5Pget_filter2(list.get(), i, &flags, &values, nullptr, 0, nullptr, nullptr);
    if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE && filter != H5Z_FILTER_FLETCHER32) {
      fail(path, "it is packed by an unknown filter (number {})"_m(filter),
           "Write it with gzip, shuffle, Fletcher32 or none"_m);
    }
  }
}

std::size_t count_of(const std::vector<hsize_t>& extents, std::size_t size, std::size_t limit, const std::string& path,
                     const Fail& fail) {
  hsize_t most = limit / std::max<std::size_t>(size, 1);
  hsize_t count = 1;
  for (const hsize_t extent : extents) {
    if (extent != 0 && count > most / extent) {
      fail(path, "it is larger than {} bytes"_m(limit), "Split the file"_m);
    }
    count *= extent;
  }
  return static_cast<std::size_t>(count);
}

constexpr std::string_view opening = "\x89HDF\r\n\x1a\n";

void check_opening(std::string_view bytes, const Fail& fail) {
  if (bytes.starts_with(opening)) return;
  fail("", bytes.empty() ? "it is empty"_m : "it is no HDF5 file"_m, "Name an HDF5 file that this program wrote"_m);
}

}  // namespace

struct Hdf5Reader::State {
  Fail fail;
  std::size_t limit = 0;
  bool limit_of_one_read = false;                   // else of all reads together
  std::optional<std::pair<hsize_t, hsize_t>> rows;  // [begin, end) of every data set
  Handle file;
  std::vector<std::string> sets;
  std::size_t objects = 0;

  void walk(hid_t group, const std::string& prefix, int depth);
  void visit(hid_t group, const std::string& prefix, hsize_t index, int depth);
  Handle open(const std::string& path) const;
  std::vector<hsize_t> extents(hid_t set, const std::string& path) const;
  std::size_t take(hid_t set, std::size_t size, const std::string& path);
  std::string attribute_bytes(hid_t attribute, hid_t type, const std::string& name, std::size_t& count) const;
  Handle open_attribute(const std::string& name, const std::string& object) const;

  template <class T>
  std::vector<T> values(const std::string& path, hid_t type, const char* wanted) {
    const Handle set = open(path);
    const Handle found(H5Dget_type(set.get()), H5Tclose);
    if (!found) fail.library(path, "its type cannot be read"_m);
    if (H5Tequal(found.get(), type) <= 0) {
      fail(path, "it holds a {} instead of a {}"_m(type_in_words(found.get()), wanted));
    }
    std::vector<T> data(take(set.get(), sizeof(T), path));
    read(set, type, data.empty() ? nullptr : data.data(), path);
    return data;
  }
  void read(const Handle& set, hid_t type, void* into, const std::string& path) const;
  void open_file(const Handle& access, const char* name);
  std::string text_block(const std::string& path, std::size_t& width);
};

void Hdf5Reader::State::walk(hid_t group, const std::string& prefix, int depth) {
  if (depth > deepest_group) fail(prefix, "groups lie too deep in one another"_m);
  H5G_info_t info;
  if (H5Gget_info(group, &info) < 0) fail.library(prefix, "its members cannot be listed"_m);
  for (hsize_t i = 0; i < info.nlinks; ++i) visit(group, prefix, i, depth);
}

void Hdf5Reader::State::visit(hid_t group, const std::string& prefix, hsize_t index, int depth) {
  if (++objects > most_objects) fail("", "it holds more than {} objects"_m(most_objects));
  std::string name(longest_name + 1, '\0');
  const ssize_t length =
      H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, index, name.data(), name.size(), default_list);
  if (length <= 0) fail.library(prefix, "the name of a member cannot be read"_m);
  if (static_cast<std::size_t>(length) > longest_name) fail(prefix, "the name of a member is too long"_m);
  name.resize(static_cast<std::size_t>(length));
  const std::string path = prefix + name;
  H5L_info_t link;
  if (H5Lget_info(group, name.c_str(), &link, default_list) < 0) fail.library(path, "its link cannot be read"_m);
  if (link.type != H5L_TYPE_HARD)
    fail(path, "it is a link to somewhere else"_m, "Write the data into the file itself"_m);
  const Handle object(H5Oopen(group, name.c_str(), default_list), H5Oclose);
  if (!object) fail.library(path, "it cannot be opened"_m);
  const H5I_type_t kind = H5Iget_type(object.get());
  if (kind == H5I_GROUP) {
    walk(object.get(), path + "/", depth + 1);
  } else if (kind == H5I_DATASET) {
    sets.push_back(path);
  } else {
    fail(path, "it is neither a group nor a data set"_m);
  }
}

Handle Hdf5Reader::State::open(const std::string& path) const {
  // Only what the walk met: a path of hard links, so that no other file is ever opened.
  if (!std::binary_search(sets.begin(), sets.end(), path)) fail(path, "the data set is missing"_m);
  Handle set(H5Dopen2(file.get(), path.c_str(), default_list), H5Dclose);
  if (!set) fail.library(path, "it cannot be opened"_m);
  check_storage(set.get(), path, fail);
  return set;
}

std::vector<hsize_t> Hdf5Reader::State::extents(hid_t set, const std::string& path) const {
  const Handle space(H5Dget_space(set), H5Sclose);
  if (!space) fail.library(path, "its shape cannot be read"_m);
  const int rank = H5Sget_simple_extent_ndims(space.get());
  if (H5Sget_simple_extent_type(space.get()) != H5S_SIMPLE || (rank != 1 && rank != 2)) {
    fail(path, "it has neither one dimension nor two"_m);
  }
  std::vector<hsize_t> found(static_cast<std::size_t>(rank));
  if (H5Sget_simple_extent_dims(space.get(), found.data(), nullptr) != rank) {
    fail.library(path, "its shape cannot be read"_m);
  }
  return found;
}

std::size_t Hdf5Reader::State::take(hid_t set, std::size_t size, const std::string& path) {
  std::vector<hsize_t> found = extents(set, path);
  if (rows) {
    if (found.size() != 1 || rows->second > found[0]) fail(path, "it has not so many rows"_m);
    found[0] = rows->second - rows->first;
  }
  const std::size_t count = count_of(found, size, limit, path, fail);
  if (!limit_of_one_read) limit -= count * size;  // one sum for the whole file: many sets may each claim the limit
  return count;
}

void Hdf5Reader::State::read(const Handle& set, hid_t type, void* into, const std::string& path) const {
  if (into == nullptr) return;
  Handle memory;
  Handle space;
  if (rows) {
    const hsize_t count = rows->second - rows->first;
    memory = Handle(H5Screate_simple(1, &count, nullptr), H5Sclose);
    space = Handle(H5Dget_space(set.get()), H5Sclose);
    if (!memory || !space ||
        H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, &rows->first, nullptr, &count, nullptr) < 0) {
      fail.library(path, "its rows cannot be chosen"_m);
    }
  }
  if (H5Dread(set.get(), type, rows ? memory.get() : whole, rows ? space.get() : whole, default_list, into) < 0) {
    fail.library(path, "its data are damaged"_m);
  }
}

void Hdf5Reader::State::open_file(const Handle& access, const char* name) {
  file = Handle(H5Fopen(name, H5F_ACC_RDONLY, access.get()), H5Fclose);
  if (!file) fail.library("", "it is cut short or damaged"_m);
  const Handle root(H5Gopen2(file.get(), "/", default_list), H5Gclose);
  if (!root) fail.library("", "its root cannot be opened"_m);
  walk(root.get(), "", 0);
  std::sort(sets.begin(), sets.end());
}

std::string Hdf5Reader::State::text_block(const std::string& path, std::size_t& width) {
  const Handle set = open(path);
  const Handle found(H5Dget_type(set.get()), H5Tclose);
  if (!found) fail.library(path, "its type cannot be read"_m);
  if (!is_fixed_text(found.get())) {
    fail(path, "it holds a {} instead of UTF-8 text of fixed length"_m(type_in_words(found.get())));
  }
  const std::size_t size = H5Tget_size(found.get());
  if (size == 0 || (width != 0 && size != width)) {
    fail(path, "its texts have {} bytes instead of {}"_m(size, width));
  }
  width = size;
  std::string block(take(set.get(), size, path) * size, '\0');
  read(set, found.get(), block.empty() ? nullptr : block.data(), path);
  return block;
}

Handle Hdf5Reader::State::open_attribute(const std::string& name, const std::string& object) const {
  if (object != "/" && !std::binary_search(sets.begin(), sets.end(), object)) {
    fail(object, "the data set is missing"_m);
  }
  Handle attribute(H5Aopen_by_name(file.get(), object.c_str(), name.c_str(), default_list, default_list), H5Aclose);
  if (!attribute) fail.library(object, "the attribute \"{}\" is missing"_m(name));
  return attribute;
}

std::string Hdf5Reader::State::attribute_bytes(hid_t attribute, hid_t type, const std::string& name,
                                               std::size_t& count) const {
  const Handle space(H5Aget_space(attribute), H5Sclose);
  const hssize_t points = space ? H5Sget_simple_extent_npoints(space.get()) : -1;
  const std::size_t size = H5Tget_size(type);
  if (points < 0) fail.library(name, "the attribute cannot be read"_m);
  count = static_cast<std::size_t>(points);
  if (size == 0 || count == 0 || count > longest_attribute / size) fail(name, "the attribute is empty or too large"_m);
  std::string bytes(count * size, '\0');
  if (H5Aread(attribute, type, bytes.data()) < 0) fail.library(name, "the attribute cannot be read"_m);
  return bytes;
}

Hdf5Reader::Hdf5Reader(std::string file, std::string_view bytes, std::size_t limit)
    : state_(std::make_unique<State>()) {
  start_library();
  state_->fail.file = std::move(file);
  state_->limit = limit;
  const Fail& fail = state_->fail;
  if (bytes.size() > limit) fail("", "it is larger than {} bytes"_m(limit), "Split the file"_m);
  check_opening(bytes, fail);
  const Handle access = memory_access();
  // The library copies the image and takes it as not const only because of its C interface.
  if (!access || H5Pset_file_image(access.get(), const_cast<char*>(bytes.data()), bytes.size()) < 0) {
    fail.library("", "it cannot be opened"_m);
  }
  state_->open_file(access, memory_name().c_str());
}

Hdf5Reader::Hdf5Reader(const std::filesystem::path& file, std::size_t limit) : state_(std::make_unique<State>()) {
  start_library();
  state_->fail.file = file.string();
  state_->limit = limit;
  state_->limit_of_one_read = true;
  std::string bytes(opening.size(), '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  check_opening(bytes, state_->fail);
  const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  if (!access) state_->fail.library("", "it cannot be opened"_m);
  state_->open_file(access, file.c_str());
}

Hdf5Reader::~Hdf5Reader() = default;

const std::vector<std::string>& Hdf5Reader::data_sets() const { return state_->sets; }

bool Hdf5Reader::has(const std::string& path) const {
  return std::binary_search(state_->sets.begin(), state_->sets.end(), path);
}

std::vector<std::size_t> Hdf5Reader::shape(const std::string& path) {
  const Handle set = state_->open(path);
  const std::vector<hsize_t> extents = state_->extents(set.get(), path);
  return {extents.begin(), extents.end()};
}

bool Hdf5Reader::has_attribute(const std::string& name, const std::string& object) {
  if (object != "/" && !has(object)) return false;
  const htri_t found = H5Aexists_by_name(state_->file.get(), object.c_str(), name.c_str(), default_list);
  if (found < 0) state_->fail.library(object, "its attributes cannot be read"_m);
  return found > 0;
}

std::string Hdf5Reader::text_attribute(const std::string& name, const std::string& object) {
  const Handle attribute = state_->open_attribute(name, object);
  const Handle type(H5Aget_type(attribute.get()), H5Tclose);
  if (!type) state_->fail.library(name, "the attribute cannot be read"_m);
  if (!is_fixed_text(type.get())) {
    state_->fail(name, "the attribute is a {} instead of UTF-8 text of fixed length"_m(type_in_words(type.get())));
  }
  std::size_t count = 0;
  std::string text = state_->attribute_bytes(attribute.get(), type.get(), name, count);
  if (count != 1) state_->fail(name, "the attribute holds {} texts instead of one"_m(count));
  text.resize(std::min(text.find('\0'), text.size()));
  return text;
}

std::vector<std::int64_t> Hdf5Reader::integer_attribute(const std::string& name) {
  const Handle attribute = state_->open_attribute(name, "/");
  const Handle type(H5Aget_type(attribute.get()), H5Tclose);
  if (!type) state_->fail.library(name, "the attribute cannot be read"_m);
  if (H5Tequal(type.get(), int64_type()) <= 0) {
    state_->fail(name, "the attribute is a {} instead of a signed integer of 8 bytes"_m(type_in_words(type.get())));
  }
  std::size_t count = 0;
  const std::string bytes = state_->attribute_bytes(attribute.get(), type.get(), name, count);
  std::vector<std::int64_t> values(count);
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(values.data()));
  return values;
}

void Hdf5Reader::select_rows(std::size_t begin, std::size_t end) {
  EXPECT(begin <= end);
  state_->rows = {begin, end};
}

std::vector<std::int64_t> Hdf5Reader::int64_values(const std::string& path) {
  return state_->values<std::int64_t>(path, int64_type(), "signed integer of 8 bytes");
}

std::vector<std::int32_t> Hdf5Reader::int32_values(const std::string& path) {
  return state_->values<std::int32_t>(path, int32_type(), "signed integer of 4 bytes");
}

std::vector<std::uint8_t> Hdf5Reader::uint8_values(const std::string& path) {
  return state_->values<std::uint8_t>(path, uint8_type(), "unsigned integer of 1 byte");
}

std::vector<double> Hdf5Reader::double_values(const std::string& path) {
  return state_->values<double>(path, double_type(), "floating-point number of 8 bytes");
}

std::vector<std::string> Hdf5Reader::texts(const std::string& path) {
  std::size_t width = 0;
  const std::string block = state_->text_block(path, width);
  std::vector<std::string> found;
  found.reserve(block.size() / width);
  for (std::size_t at = 0; at < block.size(); at += width) {
    const std::string_view text(block.data() + at, width);
    found.emplace_back(text.substr(0, std::min(text.find('\0'), width)));
  }
  return found;
}

std::string Hdf5Reader::fixed_texts(const std::string& path, std::size_t width) {
  return state_->text_block(path, width);
}

}  // namespace disburse
