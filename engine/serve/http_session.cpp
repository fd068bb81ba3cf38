#include "engine/serve/http_session.hpp"

namespace disburse {
namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;

constexpr unsigned internal_error = 500;
constexpr std::chrono::milliseconds feed_round{150};
constexpr int rounds_between_signs_of_life = 30;

}  // namespace

void HttpSession::close() {
  error_code ignored;
  stream_.socket().shutdown(boost::asio::socket_base::shutdown_both, ignored);
  stream_.socket().close(ignored);
}

void HttpSession::read(std::chrono::milliseconds deadline) {
  idle_ = true;
  parser_.emplace();
  limit(*parser_);
  stream_.expires_after(deadline);
  http::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](error_code failure, std::size_t) {
    if (!failure) return self->read_body();
    const bool gone = failure == http::error::end_of_stream || failure == boost::beast::error::timeout ||
                      failure.category() != http::make_error_code(http::error::bad_method).category();
    if (gone) return self->close();
    self->refuse(status_of(failure));
  });
}

void HttpSession::read_body() {
  idle_ = false;
  stream_.expires_after(served_.limits.body);
  http::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](error_code failure, std::size_t) {
    if (!failure) return self->answer();
    if (failure == http::error::body_limit) return self->refuse(status_of(failure));
    if (failure == boost::beast::error::timeout || failure == http::error::partial_message) return self->close();
    self->refuse(status_of(failure));
  });
}

void HttpSession::answer() {
  const bool keep_alive = parser_->get().keep_alive();
  RequestRead read = request_of(parser_->get());
  if (read.status != 0) return refuse(read.status);
  if (const unsigned status = refused_at_door(served_.rules, read.request)) return refuse(status);
  stream_.expires_never();
  boost::asio::post(served_.workers, [self = shared_from_this(), request = std::move(read.request), keep_alive] {
    HttpReply reply;
    try {
      reply = self->served_.handler(request);
    } catch (...) {  // what a handler did not foresee is no reason to leave the user without an answer
      reply = self->served_.refuser(internal_error);
    }
    boost::asio::post(self->stream_.get_executor(),
                      [self, reply = std::move(reply), keep_alive] { self->write(reply, keep_alive); });
  });
}

void HttpSession::refuse(unsigned status) { write(served_.refuser(status), false); }

void HttpSession::write(const HttpReply& reply, bool keep_alive) {
  bytes_ = reply_bytes(reply, keep_alive);
  stream_.expires_after(served_.limits.answer);
  boost::asio::async_write(
      stream_, boost::asio::buffer(bytes_),
      [self = shared_from_this(), keep_alive, events = reply.events](error_code failure, std::size_t) {
        if (failure) return self->close();
        if (events) return self->feed(events, 0);
        if (keep_alive) return self->read(self->served_.limits.pause);
        self->close();
      });
}

void HttpSession::feed(std::shared_ptr<EventFeed> events, int silent_rounds) {
  bytes_.clear();
  while (auto event = events->next()) bytes_ += "data: " + *event + "\n\n";
  const bool over = events->over();
  if (bytes_.empty() && silent_rounds >= rounds_between_signs_of_life) bytes_ = ": \n\n";  // is anybody there?
  const int silent = bytes_.empty() ? silent_rounds + 1 : 0;
  const auto go_on = [self = shared_from_this(), events, silent, over] {
    if (over) return self->close();
    self->timer_.emplace(self->stream_.get_executor(), feed_round);
    self->timer_->async_wait([self, events, silent](error_code stopped) {
      if (!stopped) self->feed(events, silent);
    });
  };
  if (bytes_.empty()) return go_on();
  stream_.expires_after(served_.limits.answer);
  boost::asio::async_write(stream_, boost::asio::buffer(bytes_),
                           [self = shared_from_this(), go_on](error_code failure, std::size_t) {
                             if (failure) return self->close();
                             go_on();
                           });
}

}  // namespace disburse
