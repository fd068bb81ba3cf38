#pragma once
// Work that lasts, beside the answers: one piece after the other on a thread of its own, with progress and cancel.
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "engine/base/progress.hpp"
#include "engine/serve/http_reply.hpp"

namespace disburse {

enum class WorkState : std::uint8_t { waiting, running, done, failed, cancelled };
const char* to_string(WorkState state);

/// One piece of work: who asks for it sees how far it is.
class LongWork : public Progress {
 public:
  /// Ends it at its next sign of life; its result is dropped however far it is.
  void cancel();
  /// A document: state, done, total (0: not known), seconds so far.
  std::string status() const;
  WorkState state() const;
  /// The answer of work that is done or failed.
  std::optional<HttpReply> result() const;

  void expect(double seconds, std::size_t bytes) override;
  void begin(Work what, std::uint64_t total) override;
  void raise_total(std::uint64_t total) override;
  void add(std::uint64_t done) override;

 private:
  friend class WorkRoom;
  void throw_if_cancelled() const;

  mutable std::mutex guard_;
  WorkState state_ = WorkState::waiting;
  bool cancelled_ = false;
  std::uint64_t done_ = 0, total_ = 0;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point ended_{};
  std::optional<HttpReply> result_;
};

/// The room in which it is done, one at a time, the first asked first. What is done is kept for a while.
class WorkRoom {
 public:
  /// Works with the progress that it is given; what it throws but Stopped is for `failure` to put into words.
  using Task = std::function<HttpReply(LongWork&)>;
  using FailureWords = std::function<HttpReply(const std::exception&)>;

  explicit WorkRoom(FailureWords failure);
  ~WorkRoom();
  WorkRoom(const WorkRoom&) = delete;
  WorkRoom& operator=(const WorkRoom&) = delete;

  /// Its number, or nothing where too much waits already.
  std::optional<std::string> add(Task task);
  std::shared_ptr<LongWork> find(const std::string& number) const;

 private:
  void work();

  FailureWords failure_;
  mutable std::mutex guard_;
  std::condition_variable wake_;
  std::deque<std::pair<std::shared_ptr<LongWork>, Task>> waiting_;
  std::map<std::uint64_t, std::shared_ptr<LongWork>> known_;  // by number, the oldest first
  std::uint64_t last_ = 0;
  bool over_ = false;
  std::thread thread_;
};

/// The states of one piece of work as they change, to its end.
std::shared_ptr<EventFeed> feed_of(std::shared_ptr<LongWork> work);

}  // namespace disburse
