#pragma once
// Values as bytes for the way between two processes of this program, and back with nothing taken on trust.
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace disburse {

class Packing {
 public:
  template <class Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void add(Number value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    bytes_.append(text);
  }
  template <class Value>
  requires std::is_trivially_copyable_v<Value>
  void add(const std::vector<Value>& values) {
    add(std::uint64_t{values.size()});
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
  }
  /// Before much is added: room for so many bytes and the mark that goes behind them.
  void reserve(std::size_t bytes) { bytes_.reserve(bytes_.size() + bytes + 1); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// The bytes are not what was packed.
class Unpackable : public std::runtime_error {
 public:
  Unpackable() : std::runtime_error("packed bytes are damaged") {}
};

/// Takes them apart in the same order. Errors: Unpackable, before anything is allocated that the bytes do not hold.
class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : rest_(bytes) {}

  template <class Number>
  requires std::is_arithmetic_v<Number> Number number() {
    Number value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  bool flag() { return number<std::uint8_t>() != 0; }
  /// An enumerator up to `last`.
  template <class Enum>
  Enum code(Enum last) {
    const auto value = number<std::underlying_type_t<Enum>>();
    if (value < 0 || value > static_cast<std::underlying_type_t<Enum>>(last)) throw Unpackable();
    return static_cast<Enum>(value);
  }
  std::string text() { return std::string(take(count(1))); }
  template <class Value>
  requires std::is_trivially_copyable_v<Value> std::vector<Value> values() {
    std::vector<Value> all(count(sizeof(Value)));
    const std::string_view bytes = take(all.size() * sizeof(Value));
    if (!all.empty()) std::memcpy(all.data(), bytes.data(), bytes.size());
    return all;
  }
  /// How many follow, of at least `size` bytes each.
  std::size_t count(std::size_t size) {
    const auto many = number<std::uint64_t>();
    if (many > rest_.size() / size) throw Unpackable();
    return static_cast<std::size_t>(many);
  }
  bool empty() const { return rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw Unpackable();
    const std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }
  std::string_view rest_;
};

}  // namespace disburse
