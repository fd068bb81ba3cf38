// Packed values come back as they were, and damaged bytes do no harm.
#include "engine/confined/packing.hpp"

#include <gtest/gtest.h>

#include <random>

namespace disburse {
namespace {

enum class Colour : std::uint8_t { red, green };

TEST(Packing, gives_back_what_was_put_in) {
  Packing packing;
  packing.add(std::int32_t{-7});
  packing.add("文字");
  packing.add(std::vector<double>{1.5, -2.5});
  packing.add(Colour::green);
  packing.add(std::uint8_t{1});
  const std::string bytes = packing.take();
  Unpacking back(bytes);
  EXPECT_EQ(back.number<std::int32_t>(), -7);
  EXPECT_EQ(back.text(), "文字");
  EXPECT_EQ(back.values<double>(), (std::vector<double>{1.5, -2.5}));
  EXPECT_EQ(back.code(Colour::green), Colour::green);
  EXPECT_TRUE(back.flag());
  EXPECT_TRUE(back.empty());
  EXPECT_THROW(back.number<char>(), Unpackable);
}

TEST(Packing, takes_no_length_on_trust) {
  Packing packing;
  packing.add(~std::uint64_t{0});
  const std::string bytes = packing.take();
  EXPECT_THROW(Unpacking(bytes).text(), Unpackable);
  EXPECT_THROW(Unpacking(bytes).values<double>(), Unpackable);
  EXPECT_THROW(Unpacking("\x02").code(Colour::green), Unpackable);
}

}  // namespace
}  // namespace disburse
