// HDF5 in memory: round trips, equal bytes, and files by other hands that must be refused.
#include "engine/support/hdf5.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hdf5.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <functional>
#include <limits>

#include "engine/base/error.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string small_file() {
  Hdf5Writer writer;
  writer.attribute("filetype", "test/small");
  writer.attribute("version", std::array<std::int64_t, 2>{1, 0});
  writer.attribute("empty", "");
  writer.add({"a/b/long", "fen", "64 bits"},
             std::vector<std::int64_t>{1, -2, std::numeric_limits<std::int64_t>::min()});
  writer.add({"a/int", "1", "32 bits"}, std::vector<std::int32_t>{-7, 8});
  writer.add({"a/byte", "code", "8 bits"}, std::vector<std::uint8_t>{0, 255});
  writer.add({"real", "1", "two dimensions"}, std::vector<double>{1.5, -0.0, 2, 3, 4, 5}, {2, 3});
  writer.add({"words", "text", "texts"}, std::vector<std::string>{"中卫", "", "abc"});
  writer.add({"none", "1", "no rows"}, std::vector<double>{}, {0, 12});
  writer.add_fixed({"keys", "text", "keys"}, std::string_view("ab\0\0cdef", 8), 4);
  return writer.image();
}

/// Bytes of a file that the library writes by `fill`, as another program would.
std::string foreign(const std::function<void(hid_t)>& fill) {
  std::string pattern = (fs::temp_directory_path() / "disburse-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error(pattern);
  const fs::path path = fs::path(pattern) / "foreign.h5";
  const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, 0, 0);
  fill(file);
  H5Fclose(file);
  std::string bytes = read_file(path, 1 << 24);
  fs::remove_all(pattern);
  return bytes;
}

void make_set(hid_t file, hid_t type, std::vector<hsize_t> extents, hid_t list = 0, const void* data = nullptr) {
  const hid_t space = H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr);
  const hid_t set = H5Dcreate2(file, "x", type, space, 0, list, 0);
  if (data != nullptr) H5Dwrite(set, type, 0, 0, 0, data);
  H5Dclose(set);
  H5Sclose(space);
}

/// What the reader says to data set x of the file; empty when it takes it.
template <class Read>
std::string answer(const std::string& bytes, Read read, std::size_t limit = Hdf5Reader::default_limit) {
  try {
    Hdf5Reader reader("foreign.h5", bytes, limit);
    read(reader);
  } catch (const Hdf5Error& error) {
    EXPECT_EQ(error.file(), "foreign.h5");
    EXPECT_FALSE(error.remedy().empty());
    return error.what();
  }
  return {};
}
const auto as_int64 = [](Hdf5Reader& reader) { reader.int64_values("x"); };
const auto as_text = [](Hdf5Reader& reader) { reader.texts("x"); };

TEST(Hdf5, comes_back_as_it_was) {
  const std::string bytes = small_file();
  Hdf5Reader reader("small.h5", bytes);
  EXPECT_EQ(reader.data_sets(),
            (std::vector<std::string>{"a/b/long", "a/byte", "a/int", "keys", "none", "real", "words"}));
  EXPECT_EQ(reader.text_attribute("filetype"), "test/small");
  EXPECT_EQ(reader.text_attribute("empty"), "");
  EXPECT_EQ(reader.integer_attribute("version"), (std::vector<std::int64_t>{1, 0}));
  EXPECT_EQ(reader.int64_values("a/b/long"),
            (std::vector<std::int64_t>{1, -2, std::numeric_limits<std::int64_t>::min()}));
  EXPECT_EQ(reader.int32_values("a/int"), (std::vector<std::int32_t>{-7, 8}));
  EXPECT_EQ(reader.uint8_values("a/byte"), (std::vector<std::uint8_t>{0, 255}));
  EXPECT_EQ(reader.shape("real"), (std::vector<std::size_t>{2, 3}));
  EXPECT_TRUE(std::signbit(reader.double_values("real")[1]));
  EXPECT_EQ(reader.texts("words"), (std::vector<std::string>{"中卫", "", "abc"}));
  EXPECT_EQ(reader.shape("none"), (std::vector<std::size_t>{0, 12}));
  EXPECT_TRUE(reader.double_values("none").empty());
  EXPECT_EQ(reader.fixed_texts("keys", 4), std::string("ab\0\0cdef", 8));
  EXPECT_EQ(reader.text_attribute("units", "a/b/long"), "fen");
  EXPECT_EQ(reader.text_attribute("description", "real"), "two dimensions");
}

TEST(Hdf5, equal_tables_give_equal_bytes_whatever_the_time) {
  const std::string first = small_file();
  ::sleep(1);  // object times, were they kept, have seconds
  EXPECT_EQ(small_file(), first);
}

TEST(Hdf5, several_files_are_open_at_once) {
  const std::string small = small_file();
  Hdf5Writer writer;
  writer.add({"other", "1", "d"}, std::vector<double>{1});
  Hdf5Reader first("small.h5", small);
  const std::string other = writer.image();
  Hdf5Reader second("other.h5", other);
  EXPECT_TRUE(first.has("real"));
  EXPECT_FALSE(second.has("real"));
}

TEST(Hdf5, a_writer_wants_units_shapes_and_texts_without_zero_bytes) {
  Hdf5Writer writer;
  const std::vector<double> one{1.0};
  EXPECT_THROW(writer.add({"x", "", "d"}, one), ProgramFault);
  EXPECT_THROW(writer.add({"x", "1", ""}, one), ProgramFault);
  EXPECT_THROW(writer.add({"x", "1", "d"}, one, {2}), ProgramFault);
  EXPECT_THROW(writer.add({"x", "text", "d"}, std::vector<std::string>{std::string("a\0b", 3)}), ProgramFault);
  EXPECT_THROW(writer.attribute("name", "\xff"), ProgramFault);
  writer.image();
  EXPECT_THROW(writer.image(), ProgramFault);
}

TEST(Hdf5, errors_name_file_data_set_problem_and_remedy) {
  const std::string bytes = small_file();
  Hdf5Reader reader("small.h5", bytes);
  try {
    reader.int32_values("a/b/long");
    ADD_FAILURE() << "taken";
  } catch (const Hdf5Error& error) {
    EXPECT_EQ(error.file(), "small.h5");
    EXPECT_EQ(error.data_set(), "a/b/long");
    EXPECT_EQ(english(error.problem()), "it holds a signed integer of 8 bytes instead of a signed integer of 4 bytes");
    EXPECT_FALSE(error.remedy().empty());
  }
  EXPECT_THROW(reader.int64_values("missing"), Hdf5Error);
  EXPECT_THROW(reader.int64_values("a"), Hdf5Error);
  EXPECT_THROW(reader.fixed_texts("keys", 5), Hdf5Error);
  EXPECT_THROW(reader.text_attribute("none"), Hdf5Error);
  EXPECT_THROW(reader.text_attribute("version"), Hdf5Error);
  EXPECT_THROW(reader.integer_attribute("filetype"), Hdf5Error);
}

TEST(Hdf5, refuses_other_types_and_ranks) {
  const std::array<std::int64_t, 2> data{1, 2};
  EXPECT_EQ(answer(foreign([&](hid_t f) { make_set(f, H5T_STD_I64LE, {2}, 0, data.data()); }), as_int64), "");
  EXPECT_THAT(answer(foreign([](hid_t f) { make_set(f, H5T_STD_I64BE, {2}); }), as_int64), HasSubstr("big-endian"));
  EXPECT_THAT(answer(foreign([](hid_t f) { make_set(f, H5T_STD_U64LE, {2}); }), as_int64), HasSubstr("unsigned"));
  EXPECT_THAT(answer(foreign([](hid_t f) { make_set(f, H5T_IEEE_F64LE, {2}); }), as_int64), HasSubstr("floating"));
  EXPECT_THAT(answer(foreign([](hid_t f) {
                       make_set(f, H5T_STD_I64LE, {2, 1, 1});
                     }),
                     as_int64),
              HasSubstr("neither one dimension nor two"));
  EXPECT_THAT(answer(foreign([](hid_t f) {
                       const hid_t type = H5Tcopy(H5T_C_S1);
                       H5Tset_size(type, H5T_VARIABLE);
                       make_set(f, type, {2});
                       H5Tclose(type);
                     }),
                     as_text),
              HasSubstr("text of variable length"));
  EXPECT_THAT(answer(foreign([](hid_t f) {
                       const hid_t type = H5Tcreate(H5T_COMPOUND, 8);
                       H5Tinsert(type, "a", 0, H5T_STD_I64LE);
                       make_set(f, type, {2});
                       H5Tclose(type);
                     }),
                     as_int64),
              HasSubstr("compound"));
}

TEST(Hdf5, refuses_data_that_stand_elsewhere) {
  EXPECT_THAT(answer(foreign([](hid_t f) { H5Lcreate_soft("/y", f, "x", 0, 0); }), as_int64), HasSubstr("link"));
  EXPECT_THAT(answer(foreign([](hid_t f) { H5Lcreate_external("/etc/passwd", "/y", f, "x", 0, 0); }), as_int64),
              HasSubstr("link"));
  EXPECT_THAT(answer(foreign([](hid_t f) {
                       const hid_t list = H5Pcreate(H5P_DATASET_CREATE);
                       H5Pset_external(list, "/etc/passwd", 0, 16);
                       make_set(f, H5T_STD_I64LE, {2}, list);
                       H5Pclose(list);
                     }),
                     as_int64),
              HasSubstr("external"));
  EXPECT_THAT(answer(foreign([](hid_t f) {
                       const hid_t list = H5Pcreate(H5P_DATASET_CREATE);
                       const hsize_t two = 2;
                       const hid_t space = H5Screate_simple(1, &two, nullptr);
                       H5Pset_virtual(list, space, "/etc/passwd", "y", space);
                       make_set(f, H5T_STD_I64LE, {2}, list);
                       H5Sclose(space);
                       H5Pclose(list);
                     }),
                     as_int64),
              HasSubstr("virtual"));
}

TEST(Hdf5, refuses_unknown_filters_and_claims_beyond_the_limit) {
  const auto chunked = [](hid_t f, hsize_t rows, const std::function<void(hid_t)>& filter) {
    const hid_t list = H5Pcreate(H5P_DATASET_CREATE);
    const hsize_t chunk = 64;
    H5Pset_chunk(list, 1, &chunk);
    filter(list);
    make_set(f, H5T_STD_I64LE, {rows}, list);
    H5Pclose(list);
  };
  EXPECT_EQ(answer(foreign([&](hid_t f) { chunked(f, 64, [](hid_t l) { H5Pset_shuffle(l), H5Pset_deflate(l, 1); }); }),
                   as_int64),
            "");
  EXPECT_THAT(answer(foreign([&](hid_t f) { chunked(f, 64, [](hid_t l) { H5Pset_nbit(l); }); }), as_int64),
              HasSubstr("unknown filter"));
  EXPECT_THAT(answer(foreign([&](hid_t f) { chunked(f, hsize_t{1} << 50, [](hid_t) {}); }), as_int64),
              HasSubstr("larger than"));
  // 8,000 bytes are within 10,000 once, not twice.
  const std::string twice = foreign([&](hid_t f) { chunked(f, 1'000, [](hid_t) {}); });
  EXPECT_THAT(answer(
                  twice, [](Hdf5Reader& r) { r.int64_values("x"), r.int64_values("x"); }, 10'000),
              HasSubstr("larger than"));
}

TEST(Hdf5, a_group_within_itself_ends) {
  EXPECT_THAT(answer(foreign([](hid_t f) {
                       const hid_t group = H5Gcreate2(f, "g", 0, 0, 0);
                       H5Lcreate_hard(f, "g", group, "again", 0, 0);
                       H5Gclose(group);
                     }),
                     as_int64),
              HasSubstr("too deep"));
}

TEST(Hdf5, damage_in_the_data_is_noticed) {
  Hdf5Writer writer;
  std::vector<std::int64_t> values(200'000, 0x0102030405060708);
  writer.add({"x", "1", "d"}, values);
  std::string bytes = writer.image();
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  EXPECT_THAT(answer(bytes, as_int64), HasSubstr("its data are damaged"));
  EXPECT_THAT(answer(bytes.substr(0, 2'000), as_int64), HasSubstr("cut short or damaged"));
}

}  // namespace
}  // namespace disburse
