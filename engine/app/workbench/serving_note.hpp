#pragma once
// Where a server runs, noted for the next one: a file of its user alone, as long as the server lives.
#include <filesystem>
#include <string>

namespace disburse {

class ServingNote {
 public:
  /// Notes the address of the server at `port`. Errors: FileFailure.
  ServingNote(int port, const std::string& address);
  ~ServingNote();
  ServingNote(const ServingNote&) = delete;
  ServingNote& operator=(const ServingNote&) = delete;

  /// The address noted for a port; empty where there is none.
  static std::string at(int port);

 private:
  std::filesystem::path file_;
};

}  // namespace disburse
