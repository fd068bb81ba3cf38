#pragma once
// The server: sockets, deadlines, numbers. It listens on 127.0.0.1 or on a unix socket and nowhere else.
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "engine/base/error.hpp"
#include "engine/serve/door.hpp"
#include "engine/serve/http_reply.hpp"
#include "engine/serve/http_request.hpp"

namespace disburse {

/// Whose every field bounds what a stranger can take of the machine.
struct ServerLimits {
  std::chrono::milliseconds header{3000};   ///< from connecting to the end of the header
  std::chrono::milliseconds body{20000};    ///< from there to the end of the body
  std::chrono::milliseconds pause{15000};   ///< between two requests of one connection
  std::chrono::milliseconds answer{30000};  ///< for taking the answer
  std::size_t connections = 128;            ///< beyond these the oldest that has not asked for anything goes
  std::size_t workers = 4;                  ///< requests that are answered at once
};

/// What answers: called on any of the workers' threads, for requests that were let in.
using Handler = std::function<HttpReply(const HttpRequest&)>;
/// The answer to a request that was refused with a status, in words.
using Refuser = std::function<HttpReply(unsigned status)>;

/// The port or the socket is another program's already.
class AddressTaken : public Failure {
 public:
  using Failure::Failure;
};

class HttpServer {
 public:
  /// Listens on 127.0.0.1; 0 takes a free port. Errors: AddressTaken; std::system_error.
  HttpServer(int port, Handler handler, Refuser refuser, ServerLimits limits = {});
  /// Listens on a unix socket that its owner and group may use; one that nobody listens on any more is replaced.
  /// Errors: AddressTaken; std::system_error.
  HttpServer(const std::filesystem::path& socket, Handler handler, Refuser refuser, ServerLimits limits = {});
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const;  ///< 0 of a unix socket
  /// Before `run`: who is let in.
  void admit(DoorRules rules);
  /// Answers on this thread until `stop`, or until the program is asked to stop.
  void run();
  /// From any thread.
  void stop();

 private:
  class Core;
  std::unique_ptr<Core> core_;
};

}  // namespace disburse
