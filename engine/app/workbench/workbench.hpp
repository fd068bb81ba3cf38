#pragma once
// The workbench: every address that `disburse serve` answers.
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/app/workbench/asked_body.hpp"
#include "engine/app/workbench/asked_command.hpp"
#include "engine/app/workbench/desk.hpp"
#include "engine/app/workbench/ledger.hpp"
#include "engine/app/workbench/page_files.hpp"
#include "engine/app/workbench/schemes.hpp"
#include "engine/app/workbench/uploads.hpp"
#include "engine/app/workbench/work_folder.hpp"
#include "engine/serve/http_reply.hpp"
#include "engine/serve/http_request.hpp"
#include "engine/serve/long_work.hpp"

namespace disburse {

struct WorkbenchTerms {
  std::filesystem::path page;           ///< the built page's folder
  std::filesystem::path schemes;        ///< where planners' schemes are kept
  InputOptions input;                   ///< the scenario that the page opens with, and the roster of all
  int threads = 0;                      ///< of long work; 0: one per core
  std::filesystem::path runs = {};      ///< where issued runs are kept
  std::filesystem::path agencies = {};  ///< where folders of new agencies are kept
  ReadCommand read_command = {};        ///< of a run that is made again
  std::optional<std::string> key = {};  ///< file with the key of pseudonyms (import --key)
};

class Workbench;

/// One address. `answer` has the request; paths end in a variable part where `path` ends in "/".
struct Route {
  const char* method;
  const char* path;
  HttpReply (Workbench::*answer)(const HttpRequest& request);
  const char* summary;   ///< English, for the OpenAPI document
  const char* asks;      ///< keys of the body, as Described writes them
  const char* document;  ///< schema of the answer; empty: no JSON document
};

class Workbench {
 public:
  explicit Workbench(WorkbenchTerms terms);

  /// Errors become answers: 422 for what was asked wrongly, 500 for a fault.
  HttpReply answer(const HttpRequest& request);
  /// Words for what the door and the request reader refuse.
  static HttpReply refuse(unsigned status);

  static const std::vector<Route>& routes();
  const WorkbenchTerms& terms() const { return terms_; }
  bool has_page() const { return page_.whole(); }

 private:
  // answers_figures.cpp
  HttpReply what_if(const HttpRequest& request);
  HttpReply table(const HttpRequest& request);
  HttpReply movable(const HttpRequest& request);
  HttpReply causes(const HttpRequest& request);
  HttpReply run(const HttpRequest& request);
  HttpReply draft(const HttpRequest& request);
  HttpReply members(const HttpRequest& request);
  // answers_scenarios.cpp
  HttpReply session(const HttpRequest& request);
  HttpReply scenarios(const HttpRequest& request);
  HttpReply save_scheme(const HttpRequest& request);
  HttpReply openapi(const HttpRequest& request);
  HttpReply runs(const HttpRequest& request);
  // answers_uploads.cpp
  HttpReply upload(const HttpRequest& request);
  HttpReply forget(const HttpRequest& request);
  // answers_work.cpp
  HttpReply begin_work(const HttpRequest& request);
  HttpReply work(const HttpRequest& request);
  HttpReply cancel_work(const HttpRequest& request);

  /// Names of scenarios become what the library or the schemes have. Errors: InputRejected(Door::command_line).
  InputOptions located(InputOptions input) const;
  Asking asking_of(const HttpRequest& request);
  std::string work_json(const std::string& number, const LongWork& work) const;

  WorkbenchTerms terms_;
  PageFiles page_;
  Schemes schemes_;
  Ledger ledger_;
  Desks desks_;
  WorkFolder folder_;
  Uploads uploads_;
  WorkRoom room_;
};

/// The answer to what went wrong, in both languages' words of the request.
HttpReply failure_reply(const std::exception& failure, Language language);
HttpReply json_reply(std::string document);

}  // namespace disburse
