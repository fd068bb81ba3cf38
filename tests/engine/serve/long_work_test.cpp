#include "engine/serve/long_work.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "engine/base/parallel.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

HttpReply text(const std::string& body) {
  HttpReply reply;
  reply.body = body;
  return reply;
}

HttpReply words(const std::exception& failure) { return text(std::string("failed: ") + failure.what()); }

WorkState ended(const LongWork& work) {
  for (int i = 0; i < 1000; ++i) {
    const WorkState state = work.state();
    if (state != WorkState::waiting && state != WorkState::running) return state;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return work.state();
}

TEST(LongWork, is_done_in_turn_and_keeps_its_answer) {
  WorkRoom room(words);
  const auto first = room.add([](LongWork& work) {
    work.begin(Work::points, 3);
    work.add(2);
    return text("one");
  });
  const auto second = room.add([](LongWork&) -> HttpReply { throw std::runtime_error("bad"); });
  const auto done = room.find(*first), failed = room.find(*second);
  EXPECT_EQ(ended(*failed), WorkState::failed);
  EXPECT_EQ(done->state(), WorkState::done);
  EXPECT_EQ(done->result()->body, "one");
  EXPECT_EQ(failed->result()->body, "failed: bad");
  EXPECT_THAT(done->status(), HasSubstr(R"("state":"done","done":2,"total":3)"));
  for (const char* number : {"", "0", "99", "1x", "-1"}) EXPECT_EQ(room.find(number), nullptr) << number;
}

TEST(LongWork, ends_at_its_next_sign_of_life_when_it_is_cancelled) {
  WorkRoom room(words);
  std::atomic<bool> running = false;
  const auto number = room.add([&](LongWork& work) {
    running = true;
    for (;;) {
      work.add(1);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return text("never");
  });
  const auto waiting = room.add([](LongWork&) { return text("neither"); });
  while (!running) std::this_thread::yield();
  room.find(*waiting)->cancel();
  room.find(*number)->cancel();
  EXPECT_EQ(ended(*room.find(*number)), WorkState::cancelled);
  EXPECT_EQ(ended(*room.find(*waiting)), WorkState::cancelled);
  EXPECT_FALSE(room.find(*number)->result());
}

TEST(LongWork, is_refused_where_too_much_waits) {
  std::atomic<bool> go = false;
  WorkRoom room(words);
  const auto hold = [&](LongWork&) {
    while (!go) std::this_thread::yield();
    return text("");
  };
  int taken = 0;
  while (room.add(hold)) ++taken;
  EXPECT_GE(taken, 8);
  EXPECT_LE(taken, 9);
  go = true;
}

TEST(LongWork, tells_its_states_to_its_end) {
  WorkRoom room(words);
  const auto work = room.find(*room.add([](LongWork&) { return text("x"); }));
  ended(*work);
  const auto feed = feed_of(work);
  EXPECT_THAT(feed->next().value(), HasSubstr("done"));
  EXPECT_FALSE(feed->next());
  EXPECT_TRUE(feed->over());
}

}  // namespace
}  // namespace disburse
