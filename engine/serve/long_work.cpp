#include "engine/serve/long_work.hpp"

#include <fmt/format.h>

#include <charconv>

#include "engine/base/parallel.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_waiting = 8, most_kept = 32;

class WorkFeed : public EventFeed {
 public:
  explicit WorkFeed(std::shared_ptr<LongWork> work) : work_(std::move(work)) {}

  std::optional<std::string> next() override {
    const WorkState state = work_->state();
    std::string status = work_->status();
    over_ = state == WorkState::done || state == WorkState::failed || state == WorkState::cancelled;
    if (status == last_) return std::nullopt;
    last_ = status;
    return status;
  }
  bool over() const override { return over_; }

 private:
  std::shared_ptr<LongWork> work_;
  std::string last_;
  bool over_ = false;
};

}  // namespace

const char* to_string(WorkState state) {
  switch (state) {
    case WorkState::waiting: return "waiting";
    case WorkState::running: return "running";
    case WorkState::done: return "done";
    case WorkState::failed: return "failed";
    case WorkState::cancelled: return "cancelled";
  }
  return "";
}

void LongWork::cancel() {
  const std::lock_guard lock(guard_);
  cancelled_ = true;
  if (state_ == WorkState::waiting) state_ = WorkState::cancelled;
}

std::string LongWork::status() const {
  const std::lock_guard lock(guard_);
  const auto now = ended_ == std::chrono::steady_clock::time_point{} ? std::chrono::steady_clock::now() : ended_;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  return fmt::format(R"({{"state":"{}","done":{},"total":{},"seconds":{:.1f}}})", to_string(state_), done_, total_,
                     seconds);
}

WorkState LongWork::state() const {
  const std::lock_guard lock(guard_);
  return state_;
}

std::optional<HttpReply> LongWork::result() const {
  const std::lock_guard lock(guard_);
  return result_;
}

void LongWork::throw_if_cancelled() const {
  if (cancelled_) throw Stopped();
}

void LongWork::expect(double, std::size_t) {
  const std::lock_guard lock(guard_);
  throw_if_cancelled();
}

void LongWork::begin(Work, std::uint64_t total) {
  const std::lock_guard lock(guard_);
  throw_if_cancelled();
  total_ = total;
  done_ = 0;
}

void LongWork::raise_total(std::uint64_t total) {
  const std::lock_guard lock(guard_);
  throw_if_cancelled();
  total_ = total;
}

void LongWork::add(std::uint64_t done) {
  const std::lock_guard lock(guard_);
  throw_if_cancelled();
  done_ += done;
}

WorkRoom::WorkRoom(FailureWords failure) : failure_(std::move(failure)), thread_([this] { work(); }) {}

WorkRoom::~WorkRoom() {
  {
    const std::lock_guard lock(guard_);
    over_ = true;
    for (const auto& one : known_) one.second->cancel();
  }
  wake_.notify_all();
  thread_.join();
}

std::optional<std::string> WorkRoom::add(Task task) {
  const std::lock_guard lock(guard_);
  if (waiting_.size() >= most_waiting) return std::nullopt;
  auto work = std::make_shared<LongWork>();
  known_.emplace(++last_, work);
  while (known_.size() > most_kept) known_.erase(known_.begin());
  waiting_.emplace_back(std::move(work), std::move(task));
  wake_.notify_one();
  return std::to_string(last_);
}

std::shared_ptr<LongWork> WorkRoom::find(const std::string& number) const {
  std::uint64_t wanted = 0;
  const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), wanted);
  if (failed != std::errc{} || end != number.data() + number.size()) return nullptr;
  const std::lock_guard lock(guard_);
  const auto found = known_.find(wanted);
  return found == known_.end() ? nullptr : found->second;
}

void WorkRoom::work() {
  for (;;) {
    std::unique_lock lock(guard_);
    wake_.wait(lock, [this] { return over_ || !waiting_.empty(); });
    if (over_) return;
    auto [work, task] = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    {
      const std::lock_guard own(work->guard_);
      if (work->cancelled_) continue;
      work->state_ = WorkState::running;
      work->begun_ = std::chrono::steady_clock::now();
    }
    WorkState state = WorkState::done;
    std::optional<HttpReply> result;
    try {
      result = task(*work);
    } catch (const Stopped&) {
      state = WorkState::cancelled;
    } catch (const std::exception& failure) {
      state = WorkState::failed;
      result = failure_(failure);
    }
    const std::lock_guard own(work->guard_);
    work->state_ = work->cancelled_ ? WorkState::cancelled : state;
    work->ended_ = std::chrono::steady_clock::now();
    if (work->state_ != WorkState::cancelled) work->result_ = std::move(result);
  }
}

std::shared_ptr<EventFeed> feed_of(std::shared_ptr<LongWork> work) {
  return std::make_shared<WorkFeed>(std::move(work));
}

}  // namespace disburse
