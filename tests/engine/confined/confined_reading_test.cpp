// A reading in a child: results, refusals in both languages, and breakdowns.
#include "engine/confined/confined_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <random>

namespace disburse {
namespace {

using testing::HasSubstr;

constexpr Confinement some{std::size_t{256} << 20, 5, false};

InputRejected refusal() {
  InputErrors errors;
  errors.add({"a.xlsx", 3, 4}, "key", "\"{}\" is no month"_m("2024-13"), Message::named("原因", "why"),
             "{}: {}"_m("a", "{}"_m(7)));
  return {Door::roster, std::move(errors)};
}

TEST(ConfinedReading, gives_what_was_read) {
  EXPECT_EQ(confined_reading("a", Door::data, some, [] { return std::string("read"); }), "read");
  EXPECT_EQ(confined_reading("a", Door::data, some, [] { return std::string(); }), "");
}

TEST(ConfinedReading, refuses_as_the_reader_does) {
  try {
    confined_reading("a", Door::data, some, []() -> std::string { throw refusal(); });
    FAIL();
  } catch (const InputRejected& rejected) {
    const InputRejected wanted = refusal();
    EXPECT_EQ(rejected.door(), Door::roster);
    ASSERT_EQ(rejected.errors().size(), 1u);
    const InputError& error = *rejected.errors().begin();
    EXPECT_EQ(to_string(error), to_string(*wanted.errors().begin()));
    EXPECT_EQ(error.problem, wanted.errors().begin()->problem) << "a message of the same pattern, so it is translated";
    EXPECT_EQ(error.why, wanted.errors().begin()->why);
    EXPECT_EQ(error.remedy, wanted.errors().begin()->remedy);
  }
}

TEST(ConfinedReading, tells_a_breakdown_as_the_files_fault) {
  if (confined([] { return std::string(); }, some).end == ConfinedEnd::unavailable)
    GTEST_SKIP() << "this system has no confinement";
  try {
    confined_reading("a.xlsx", Door::roster, some, []() -> std::string {
      std::raise(SIGSEGV);
      return {};
    });
    FAIL();
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::roster);
    EXPECT_THAT(to_string(*rejected.errors().begin()), HasSubstr("a.xlsx: reading it broke down"));
  }
}

TEST(ConfinedReading, damaged_refusals_do_no_harm) {
  Packing packing;
  pack(packing, refusal());
  const std::string sound = packing.take();
  std::mt19937 random(1);
  std::size_t refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes = sound;
    for (int n = 0; n < 3; ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (i % 3 == 0) bytes.resize(random() % bytes.size());
    try {
      Unpacking back(bytes);
      unpacked_rejection(back);
    } catch (const Unpackable&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 5000u);
}

}  // namespace
}  // namespace disburse
