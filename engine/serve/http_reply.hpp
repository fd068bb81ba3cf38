#pragma once
// Answers: a body with its kind, headers that keep a browser from doing more with it than it should, or a feed of
// events.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace disburse {

/// Events as they come (text/event-stream). The server asks for the next one a few times a second.
class EventFeed {
 public:
  virtual ~EventFeed() = default;
  EventFeed(const EventFeed&) = delete;
  EventFeed& operator=(const EventFeed&) = delete;
  /// A line of JSON, or nothing new.
  virtual std::optional<std::string> next() = 0;
  /// True after the last one.
  virtual bool over() const = 0;

 protected:
  EventFeed() = default;
};

struct HttpReply {
  unsigned status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<EventFeed> events;  ///< instead of a body
};

/// Headers of every answer: nothing is loaded from elsewhere, framed, sniffed, cached or told to others.
const std::vector<std::pair<std::string, std::string>>& safe_headers();

/// The answer as bytes, with the length of its body. A feed has its header alone.
std::string reply_bytes(const HttpReply& reply, bool keep_alive);

}  // namespace disburse
