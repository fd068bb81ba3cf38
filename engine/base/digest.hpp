#pragma once
// Digests: what names the content of an input.
#include <memory>
#include <string>
#include <string_view>

namespace disburse {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece. Errors: std::runtime_error without a working library.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&& other) noexcept;
  Sha256& operator=(Sha256&&) = delete;

  void add(std::string_view bytes);
  /// Lower-case hexadecimal; nothing is added afterwards.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Lower-case hexadecimal SHA-256.
std::string sha256_hex(std::string_view bytes);

}  // namespace disburse
