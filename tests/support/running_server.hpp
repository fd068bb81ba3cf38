#pragma once
// A server that runs while the object lives, answers with what it was asked, and lets everybody in.
#include <chrono>
#include <string>
#include <thread>

#include "engine/serve/http_server.hpp"
#include "support/loopback.hpp"

namespace disburse {

inline HttpReply echo(const HttpRequest& request) {
  if (request.path == "/fault") throw std::runtime_error("secret");
  if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
  HttpReply reply;
  reply.body = request.method + " " + request.path + " " + request.body;
  return reply;
}

inline HttpReply refuse(unsigned status) {
  HttpReply reply;
  reply.status = status;
  return reply;
}

class Running {
 public:
  explicit Running(ServerLimits limits = {}) : server_(0, echo, refuse, limits), thread_([this] { server_.run(); }) {}
  ~Running() {
    server_.stop();
    thread_.join();
  }
  int port() const { return server_.port(); }
  std::string ask(const std::string& request) const {
    const Loopback socket(port());
    socket.send(request);
    return socket.rest();
  }

 private:
  HttpServer server_;
  std::thread thread_;
};

inline std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
}

}  // namespace disburse
