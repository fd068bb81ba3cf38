#include "engine/serve/http_server.hpp"

#include <sys/stat.h>

#include <variant>

#include "engine/base/parallel.hpp"
#include "engine/serve/http_session.hpp"

namespace disburse {
namespace {

namespace asio = boost::asio;
using boost::beast::error_code;
using tcp = asio::ip::tcp;
using local = asio::local::stream_protocol;

constexpr std::chrono::milliseconds look_for_stop{100};

[[noreturn]] void fail(const error_code& failure, const std::string& where) {
  if (failure == asio::error::address_in_use) throw AddressTaken("{} is in use already"_m(where));
  throw std::system_error(failure.value(), std::system_category(), where);
}

/// Whether somebody answers there; a socket file outlives a program that was killed.
bool somebody_listens(const std::filesystem::path& path) {
  asio::io_context context;
  local::socket socket(context);
  error_code failure;
  socket.connect(local::endpoint(path.string()), failure);
  return !failure;
}

}  // namespace

class HttpServer::Core {
 public:
  Core(Handler handler, Refuser refuser, ServerLimits limits)
      : served_(std::move(handler), std::move(refuser), limits) {}

  void listen(int port) {
    const std::string where = "127.0.0.1:" + std::to_string(port);
    auto& acceptor = acceptor_.emplace<tcp::acceptor>(context_);
    const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), static_cast<unsigned short>(port));
    open(acceptor, endpoint, where);
    port_ = acceptor.local_endpoint().port();
  }

  void listen(const std::filesystem::path& path) {
    if (std::filesystem::is_socket(path)) {
      if (somebody_listens(path)) throw AddressTaken("{} is in use already"_m(path.string()));
      std::filesystem::remove(path);
    }
    auto& acceptor = acceptor_.emplace<local::acceptor>(context_);
    const mode_t before = umask(S_IRWXO | S_IXUSR | S_IXGRP);
    try {
      open(acceptor, local::endpoint(path.string()), path.string());
    } catch (...) {
      umask(before);
      throw;
    }
    umask(before);
    path_ = path;
  }

  ~Core() {
    served_.workers.join();
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
  }

  int port() const { return port_; }
  void admit(DoorRules rules) { served_.rules = std::move(rules); }

  void run() {
    std::visit([this](auto& acceptor) { accept(acceptor); }, acceptor_);
    watch();
    context_.run();
  }

  void stop() { context_.stop(); }

 private:
  template <class Acceptor, class Endpoint>
  static void open(Acceptor& acceptor, const Endpoint& endpoint, const std::string& where) {
    error_code failure;
    const auto check = [&] {
      if (failure) fail(failure, where);
    };
    acceptor.open(endpoint.protocol(), failure);
    check();
    acceptor.set_option(asio::socket_base::reuse_address(true), failure);
    check();
    acceptor.bind(endpoint, failure);
    check();
    acceptor.listen(asio::socket_base::max_listen_connections, failure);
    check();
  }

  void accept(std::monostate&) {}
  template <class Acceptor>
  void accept(Acceptor& acceptor) {
    acceptor.async_accept([this, &acceptor](error_code failure, auto socket) {
      if (failure == asio::error::operation_aborted) return;
      if (!failure) begin(HttpSession::Socket(std::move(socket)));
      accept(acceptor);
    });
  }

  void begin(HttpSession::Socket socket) {
    auto& sessions = served_.sessions;
    sessions.remove_if([](const auto& one) { return one.expired(); });
    if (sessions.size() >= served_.limits.connections) make_room();
    if (sessions.size() >= served_.limits.connections)
      return;  // all of them are being answered: this one waits in vain
    auto session = std::make_shared<HttpSession>(std::move(socket), served_);
    sessions.push_back(session);
    session->start();
  }

  /// The oldest connection that has not asked for anything goes, so that silent ones keep nobody out.
  void make_room() {
    for (auto one = served_.sessions.begin(); one != served_.sessions.end(); ++one) {
      const auto session = one->lock();
      if (session && !session->idle()) continue;
      if (session) session->close();
      served_.sessions.erase(one);
      return;
    }
  }

  /// A signal asks the program's loops to stop; this is one of them.
  void watch() {
    timer_.expires_after(look_for_stop);
    timer_.async_wait([this](error_code) {
      try {
        throw_if_stopped();
        watch();
      } catch (const Stopped&) {
        stop();
      }
    });
  }

  asio::io_context context_{1};
  ServedBy served_;
  std::variant<std::monostate, tcp::acceptor, local::acceptor> acceptor_;
  asio::steady_timer timer_{context_};
  std::filesystem::path path_;
  int port_ = 0;
};

HttpServer::HttpServer(int port, Handler handler, Refuser refuser, ServerLimits limits)
    : core_(std::make_unique<Core>(std::move(handler), std::move(refuser), limits)) {
  core_->listen(port);
}

HttpServer::HttpServer(const std::filesystem::path& socket, Handler handler, Refuser refuser, ServerLimits limits)
    : core_(std::make_unique<Core>(std::move(handler), std::move(refuser), limits)) {
  core_->listen(socket);
}

HttpServer::~HttpServer() = default;
int HttpServer::port() const { return core_->port(); }
void HttpServer::admit(DoorRules rules) { core_->admit(std::move(rules)); }
void HttpServer::run() { core_->run(); }
void HttpServer::stop() { core_->stop(); }

}  // namespace disburse
