#pragma once
// Tables as an HDF5 file: a strict subset, built in memory and read from memory. Fixed-length UTF-8 text, integers
// and doubles of one or two dimensions; no links but hard ones, no compounds, no variable-length data.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace disburse {

/// A file is not what it should be, or HDF5 failed. The text names file, data set, problem and remedy.
class Hdf5Error : public Failure {
 public:
  Hdf5Error(std::string file, std::string data_set, Message problem, Message remedy);
  const std::string& file() const { return file_; }
  const std::string& data_set() const { return data_set_; }
  const Message& problem() const { return problem_; }
  const Message& remedy() const { return remedy_; }

 private:
  std::string file_, data_set_;
  Message problem_, remedy_;
};

/// What every data set tells of itself.
struct Hdf5About {
  std::string path;         ///< "ledger/amount"; groups appear by themselves
  std::string units;        ///< "fen", "1", "text"
  std::string description;  ///< one line
};

enum class Hdf5Type : std::uint8_t { text, uint8, int32, int64 };

/// Builds a file, in memory or on the disk; equal calls give equal bytes. Publish the image by Publication,
/// and read back a file on the disk before it is: HDF5 itself reports success on a full disk.
class Hdf5Writer {
 public:
  using Shape = std::vector<std::size_t>;  ///< one or two extents; empty: as many rows as values

  Hdf5Writer();
  /// On the disk, for what is larger than memory: see Publication::open. Call `close` at the end.
  explicit Hdf5Writer(const std::filesystem::path& file);
  ~Hdf5Writer();
  Hdf5Writer(const Hdf5Writer&) = delete;
  Hdf5Writer& operator=(const Hdf5Writer&) = delete;

  /// An attribute of the root.
  void attribute(const std::string& name, std::string_view text);
  void attribute(const std::string& name, std::span<const std::int64_t> values);

  void add(const Hdf5About& about, std::span<const std::int64_t> values, const Shape& shape = {});
  void add(const Hdf5About& about, std::span<const std::int32_t> values, const Shape& shape = {});
  void add(const Hdf5About& about, std::span<const std::uint8_t> values, const Shape& shape = {});
  void add(const Hdf5About& about, std::span<const double> values, const Shape& shape = {});
  /// Text without zero bytes; as wide as the longest.
  void add(const Hdf5About& about, std::span<const std::string> texts, const Shape& shape = {});
  /// Texts of `width` bytes each, padded with zeros, one after the other.
  void add_fixed(const Hdf5About& about, std::string_view block, std::size_t width);

  /// A data set of so many rows that are written piece by piece; a text has `width` bytes.
  void create(const Hdf5About& about, Hdf5Type type, std::size_t rows, std::size_t width = 0);
  /// Its rows from `first` on, as they stand in the file.
  void write(const std::string& path, std::size_t first, std::string_view bytes);

  /// The bytes of a file in memory. Call it once, at the end.
  std::string image();
  /// Finishes a file on the disk. Errors: Hdf5Error, as when the disk is full.
  void close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads a file whose bytes are at hand. Every data set is refused unless it is exactly of the wanted type; nothing
/// is allocated before the size it claims is known to be small enough. Errors: Hdf5Error.
class Hdf5Reader {
 public:
  static constexpr std::size_t default_limit = std::size_t{1} << 30;  ///< bytes: of the file, and of all data read

  /// `file` is for messages.
  Hdf5Reader(std::string file, std::string_view bytes, std::size_t limit = default_limit);
  /// A file on the disk, of any size; the limit is that of one read.
  explicit Hdf5Reader(const std::filesystem::path& file, std::size_t limit = default_limit);
  ~Hdf5Reader();
  Hdf5Reader(const Hdf5Reader&) = delete;
  Hdf5Reader& operator=(const Hdf5Reader&) = delete;

  /// Paths of all data sets, sorted.
  const std::vector<std::string>& data_sets() const;
  bool has(const std::string& path) const;
  /// The extents of one or two dimensions.
  std::vector<std::size_t> shape(const std::string& path);

  bool has_attribute(const std::string& name, const std::string& object = "/");
  std::string text_attribute(const std::string& name, const std::string& object = "/");
  std::vector<std::int64_t> integer_attribute(const std::string& name);

  /// From now on rows [begin, end) of every data set are read alone.
  void select_rows(std::size_t begin, std::size_t end);
  std::vector<std::int64_t> int64_values(const std::string& path);
  std::vector<std::int32_t> int32_values(const std::string& path);
  std::vector<std::uint8_t> uint8_values(const std::string& path);
  std::vector<double> double_values(const std::string& path);
  /// Texts up to their first zero byte; whether they are UTF-8 the caller decides.
  std::vector<std::string> texts(const std::string& path);
  /// Texts of exactly `width` bytes, one after the other, with their padding.
  std::string fixed_texts(const std::string& path, std::size_t width);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace disburse
