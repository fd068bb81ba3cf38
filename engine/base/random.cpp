#include "engine/base/random.hpp"

#include <algorithm>

#include "engine/base/error.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#include <Random123/philox.h>

namespace disburse {

Words philox(const Words& counter, const std::array<std::uint32_t, 2>& key) {
  const philox4x32_ctr_t ctr = {{counter[0], counter[1], counter[2], counter[3]}};
  const philox4x32_key_t k = {{key[0], key[1]}};
  const philox4x32_ctr_t out = philox4x32_R(10, ctr, k);
  return {out.v[0], out.v[1], out.v[2], out.v[3]};
}

}  // namespace disburse
#pragma GCC diagnostic pop

namespace disburse {
namespace {

constexpr std::uint32_t low(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
constexpr std::uint32_t high(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }

}  // namespace

Words draw(std::uint64_t seed, Stream stream, std::uint64_t key, std::uint32_t event, std::uint32_t replicate) {
  EXPECT(replicate < (1u << 24));
  // The last word holds the replicate above the stream: both stay apart from every key and event.
  const std::uint32_t last = replicate << 8 | static_cast<std::uint32_t>(stream);
  return philox({low(key), high(key), event, last}, {low(seed), high(seed)});
}

std::uint32_t draw32(std::uint64_t seed, Stream stream, std::uint64_t key, std::uint32_t event,
                     std::uint32_t replicate) {
  return draw(seed, stream, key, event, replicate)[0];
}

std::uint64_t draw_key(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

std::vector<std::uint32_t> permutation(std::uint64_t seed, Stream stream, std::uint32_t count) {
  std::vector<std::uint64_t> order(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = std::uint64_t{draw32(seed, stream, i, 0)} << 32 | i;
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> numbers(count);
  std::transform(order.begin(), order.end(), numbers.begin(), low);
  return numbers;
}

}  // namespace disburse
