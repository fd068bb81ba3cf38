// The enumerators of an enumeration, as the compiler knows them.
#include "engine/base/enumerators.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

namespace disburse {
namespace {

enum class Fruit : std::uint8_t { apple, bitter_melon, c3po_x };

}  // namespace

template <>
inline constexpr bool is_coded<Fruit> = true;

namespace {

using Colours = std::array<std::pair<Fruit, const char*>, enumerator_count<Fruit>>;
constexpr Colours in_place{{{Fruit::apple, "red"}, {Fruit::bitter_melon, "green"}, {Fruit::c3po_x, "gold"}}};
constexpr Colours exchanged{{{Fruit::bitter_melon, "green"}, {Fruit::apple, "red"}, {Fruit::c3po_x, "gold"}}};
constexpr Colours forgotten{{{Fruit::apple, "red"}, {Fruit::bitter_melon, "green"}}};

TEST(Enumerators, are_counted_and_named_by_the_compiler) {
  EXPECT_EQ(enumerator_count<Fruit>, 3U);
  EXPECT_EQ(enumerators<Fruit>[1], Fruit::bitter_melon);
  EXPECT_STREQ(to_string(Fruit::bitter_melon), "bitter_melon");
  EXPECT_STREQ(to_string(Fruit::c3po_x), "c3po_x");
  EXPECT_EQ(code_words<Fruit>(), (std::vector<std::string>{"apple", "bitter_melon", "c3po_x"}));
}

TEST(Enumerators, a_number_without_one_has_no_code) { EXPECT_STREQ(to_string(static_cast<Fruit>(3)), ""); }

TEST(Enumerators, are_found_by_their_whole_code) {
  EXPECT_EQ(from_code<Fruit>("apple"), Fruit::apple);
  EXPECT_FALSE(from_code<Fruit>("appl"));
  EXPECT_FALSE(from_code<Fruit>("Apple"));
  EXPECT_FALSE(from_code<Fruit>(""));
}

TEST(Enumerators, a_table_has_one_entry_for_each_at_its_place) {
  EXPECT_TRUE(in_order(in_place, &Colours::value_type::first));
  EXPECT_FALSE(in_order(exchanged, &Colours::value_type::first));
  EXPECT_FALSE(in_order(forgotten, &Colours::value_type::first));
}

}  // namespace
}  // namespace disburse
