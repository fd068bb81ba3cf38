#pragma once
// One connection: requests one after the other, each within its deadline.
#include <atomic>
#include <functional>
#include <list>
#include <memory>

#include "engine/serve/beast.hpp"
#include "engine/serve/http_server.hpp"
#include "engine/serve/request_fields.hpp"

namespace disburse {

class HttpSession;

/// What the connections of one server share; it outlives them. All but `workers` belongs to the server's own thread.
struct ServedBy {
  Handler handler;
  Refuser refuser;
  ServerLimits limits;
  DoorRules rules;
  boost::asio::thread_pool workers;
  std::list<std::weak_ptr<HttpSession>> sessions;  // the oldest first

  ServedBy(Handler answers, Refuser refuses, ServerLimits bounds)
      : handler(std::move(answers)), refuser(std::move(refuses)), limits(bounds), workers(bounds.workers) {}
};

class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  using Socket = boost::asio::generic::stream_protocol::socket;
  HttpSession(Socket socket, ServedBy& served) : stream_(std::move(socket)), served_(served) {}

  void start() { read(served_.limits.header); }
  /// Has not asked for anything yet, or for nothing more.
  bool idle() const { return idle_; }
  void close();

 private:
  using Stream = boost::beast::basic_stream<boost::asio::generic::stream_protocol>;

  void read(std::chrono::milliseconds deadline);
  void read_body();
  void answer();
  void refuse(unsigned status);
  void write(const HttpReply& reply, bool keep_alive);
  void feed(std::shared_ptr<EventFeed> events, int silent_rounds);

  Stream stream_;
  ServedBy& served_;
  boost::beast::flat_buffer buffer_;
  std::optional<BeastParser> parser_;
  std::string bytes_;
  std::optional<boost::asio::steady_timer> timer_;
  bool idle_ = true;
};

}  // namespace disburse
