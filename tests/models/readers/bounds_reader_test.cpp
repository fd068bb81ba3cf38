// Bounds by unit and plausible bands: complete, ordered, of parameters that there are.
#include "models/readers/bounds_reader.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "engine/law/unknowns.hpp"
#include "support/shipped_law.hpp"
#include "support/toml_text.hpp"

namespace disburse {
namespace {

std::string text_of(const char* file) {
  std::ifstream in(source_dir() / file);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The nation's, with what the region says of its own parameters' bounds.
std::string shipped_text() {
  const std::string head = "[beyond]\n";
  std::string text = text_of("models/bounds.toml");
  const std::string region = text_of("models/regions/ningxia/bounds.toml");
  return text.insert(text.find(head) + head.size(), region.substr(region.find(head) + head.size()));
}

std::vector<std::string> faults(const std::string& text, Bounds* into = nullptr) {
  return toml_faults(text, [&](TomlTable& root, InputErrors& errors) {
    Bounds read = read_bounds(root, shipped_law(), errors);
    if (into != nullptr) *into = std::move(read);
  });
}

/// The shipped bounds with the first `what` replaced.
std::string with(const std::string& what, const std::string& by) {
  std::string text = shipped_text();
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

using Keys = std::vector<std::string>;

TEST(BoundsReader, takes_the_shipped_ones_for_every_unit_with_an_order) {
  Bounds bounds;
  EXPECT_EQ(faults(shipped_text(), &bounds), Keys{});
  for (const std::string& word : unit_words()) {
    const Unit unit = *unit_from(word);
    EXPECT_EQ(bounds.units.contains(unit), unit != Unit::choice) << word;
  }
  ASSERT_FALSE(bounds.plausible.empty());
  for (const auto& [path, band] : bounds.plausible) {
    ASSERT_NE(shipped_law().find(path), nullptr) << path;
    EXPECT_LE(number_of(band.low), number_of(band.high)) << path;
  }
}

TEST(BoundsReader, misses_a_unit_that_has_none) {
  EXPECT_EQ(faults(with("[unit.yuan_per_payment]", "[unit.yuan_per_paiment]")),
            (Keys{"yuan_per_paiment", "yuan_per_payment"}));
}

TEST(BoundsReader, refuses_a_spread_below_one) {
  std::string text = shipped_text();
  const std::size_t at = text.find("spread = \"");
  ASSERT_NE(at, std::string::npos);
  const std::size_t begin = at + std::string("spread = \"").size();
  text.replace(begin, text.find('"', begin) - begin, "0.99");
  EXPECT_EQ(faults(text), Keys{"spread"});
}

/// Every parameter of a unit with an order has both bounds in the end, its own or its unit's.
TEST(BoundsReader, leaves_no_parameter_without_bounds) {
  for (const auto& [path, parameter] : shipped_law().all()) {
    const bool ordered = parameter.unit != Unit::choice && parameter.unit != Unit::months_of_year;
    EXPECT_EQ(parameter.minimum.has_value(), ordered) << path;
    EXPECT_EQ(parameter.maximum.has_value(), ordered) << path;
  }
}

TEST(BoundsReader, asks_why_a_parameter_reaches_beyond_the_bounds_of_its_unit) {
  const std::string said = "\"outlook.wage_growth\" = \"平均工资也可能下降\"\n";
  EXPECT_EQ(faults(with(said, "")), Keys{"wage_growth"});
  EXPECT_EQ(faults(with(said, said + "\"outlook.adjustment_rate\" = \"不为什么\"\n")), Keys{"adjustment_rate"})
      << "a rate from 0 to 0.1 needs no reason";
  EXPECT_EQ(faults(with(said, said + "\"no.such\" = \"不为什么\"\n")), Keys{"such"});
}

TEST(BoundsReader, refuses_bands_of_no_parameter_and_of_one_end) {
  const std::string band = "[plausible]\n";
  const auto found = faults(with(band, band + "\"unity_award.no_such\" = [\"1\", \"2\"]\n"));
  EXPECT_EQ(found.size(), 1U);
  Bounds bounds;
  ASSERT_EQ(faults(shipped_text(), &bounds), Keys{});
  // A parameter with an amount that has no band yet.
  for (const auto& [path, parameter] : shipped_law().all()) {
    if (parameter.unit != Unit::yuan_per_month || bounds.plausible.contains(path)) continue;
    EXPECT_EQ(faults(with(band, band + "\"" + path + "\" = [\"1\"]\n")).size(), 1U) << path;
    EXPECT_EQ(faults(with(band, band + "\"" + path + "\" = [\"1\", \"many\"]\n")).size(), 1U) << path;
    EXPECT_EQ(faults(with(band, band + "\"" + path + "\" = [\"1\", \"2\"]\n")), Keys{}) << path;
    return;
  }
}

}  // namespace
}  // namespace disburse
