#include "engine/app/workbench/workbench.hpp"

#include <algorithm>
#include <system_error>

#include "engine/app/loading/loading.hpp"
#include "engine/base/parallel.hpp"
#include "outputs/checks/refusal.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

constexpr unsigned not_found = 404, unprocessable = 422, internal_error = 500, stopping = 503;

/// What language an answer is wanted in, before anything else of the request is known.
Language language_of(const HttpRequest& request) {
  const auto asked = request.query.find("lang");
  const bool english = (asked != request.query.end() && asked->second == "en") ||
                       request.body.find(R"("lang":"en")") != std::string::npos;
  return english ? Language::en : Language::zh;
}

Message words_for(unsigned status) {
  constexpr unsigned unauthorized = 401, forbidden = 403, no_method = 405, too_large = 413, wrong_kind = 415,
                     misdirected = 421, long_header = 431;
  switch (status) {
    case unauthorized: return "the token is missing: open the address that disburse serve printed"_m;
    case forbidden: return "another site may not ask here"_m;
    case not_found: return "there is no such address"_m;
    case no_method: return "GET and POST alone are answered"_m;
    case too_large: return "more than 16 MiB are not taken"_m;
    case wrong_kind: return "the body is neither application/json nor application/octet-stream"_m;
    case misdirected: return "this server answers to its own address alone"_m;
    case long_header: return "the header is too long"_m;
    case internal_error: return "the program could not answer; nothing was changed"_m;
    default: return "this is no request that can be read"_m;
  }
}

bool leads_to(const Route& route, const HttpRequest& request) {
  const std::string_view path(route.path);
  if (request.method != route.method) return false;
  return path.ends_with('/') ? request.path.starts_with(path) && request.path.size() > path.size()
                             : request.path == path;
}

}  // namespace

const std::vector<Route>& Workbench::routes() {
  static const std::vector<Route> list{
      {"GET", "/api/session", &Workbench::session, "version, user and folder of the schemes", "", "disburse/session/1"},
      {"GET", "/api/scenarios", &Workbench::scenarios, "scenarios of the library and schemes", "",
       "disburse/scenarios/1"},
      {"GET", "/api/openapi.json", &Workbench::openapi, "this document", "", ""},
      {"POST", "/api/movable", &Workbench::movable, "what may be moved, with ranges, values and sources",
       "scenario horizon lang", "disburse/movable/1"},
      {"POST", "/api/what-if", &Workbench::what_if, "all figures under some changes", "scenario sets[] horizon lang",
       "disburse/what-if/1"},
      {"POST", "/api/table", &Workbench::table, "up to four sets of changes beside the scenario",
       "scenario horizon lang drafts{name sets[]}", "disburse/scenario-table/1"},
      {"POST", "/api/causes", &Workbench::causes, "why the figures moved: causes, shares of each change, who gains",
       "scenario sets[] horizon lang", "disburse/compare/1"},
      {"POST", "/api/run", &Workbench::run, "the main job, as the command line writes it",
       "scenario sets[] horizon lang", "disburse/run/1"},
      {"POST", "/api/draft", &Workbench::draft,
       "a year's budget under what was entered, without papers, and what does not tie yet", budget_asks,
       "disburse/budget-draft/1"},
      {"POST", "/api/members", &Workbench::members, "a programme's components, and whom it pays in groups",
       "scenario sets[] horizon lang programme", "disburse/members/1"},
      {"POST", "/api/schemes", &Workbench::save_scheme, "a scenario file, saved or shown",
       "scenario sets[] horizon lang name title reason save? replace?", "disburse/scheme/1"},
      {"GET", "/api/runs", &Workbench::runs, "issued runs (台账), the last first", "", "disburse/runs/1"},
      {"POST", "/api/upload", &Workbench::upload,
       "keeps a file (application/octet-stream) for a study; ?name= its name, ?after= the upload that it goes on", "",
       "disburse/upload/1"},
      {"POST", "/api/forget", &Workbench::forget, "removes files that were handed in, and what studies read and made",
       "uploads[] work[]", "disburse/forgotten/1"},
      {"POST", "/api/work", &Workbench::begin_work,
       "begins a study that lasts; each kind has keys and an answer of its own", "", "disburse/work/1"},
      {"GET", "/api/work/", &Workbench::work,
       "NUMBER: its state; NUMBER/events: the same as events; NUMBER/result: its answer", "", "disburse/work/1"},
      {"POST", "/api/cancel/", &Workbench::cancel_work, "NUMBER: ends it", "", "disburse/work/1"}};
  return list;
}

Workbench::Workbench(WorkbenchTerms terms)
    : terms_(std::move(terms)),
      page_(terms_.page),
      schemes_(terms_.schemes, find_data(terms_.input.agency).scenarios()),
      ledger_(terms_.runs),
      uploads_([this] { return folder_.fresh(); }),
      room_([](const std::exception& failure) { return failure_reply(failure, Language::zh); }) {
  if (terms_.input.scenario.empty()) terms_.input.scenario = default_scenario(terms_.input.agency);
}

HttpReply Workbench::refuse(unsigned status) {
  HttpReply reply;
  reply.status = status;
  const Message words = words_for(status);
  reply.body =
      refusal_json(Message::verbatim(say(Language::zh, words) + "（" + say(Language::en, words) + "）"), Language::zh);
  return reply;
}

HttpReply Workbench::answer(const HttpRequest& request) {
  if (!request.path.starts_with("/api/")) return page_.answer(request.path);
  const auto& list = routes();
  const auto route = std::find_if(list.begin(), list.end(), [&](const Route& one) { return leads_to(one, request); });
  if (route == list.end()) return refuse(not_found);
  try {
    return (this->*route->answer)(request);
  } catch (const std::exception& failure) {
    return failure_reply(failure, language_of(request));
  }
}

InputOptions Workbench::located(InputOptions input) const {
  if (input.scenario.empty()) input.scenario = terms_.input.scenario;
  if (input.scenario != terms_.input.scenario) input.scenario = schemes_.located(input.scenario);
  input.agency = terms_.input.agency;
  input.roster = terms_.input.roster;
  return input;
}

HttpReply failure_reply(const std::exception& failure, Language language) {
  HttpReply reply;
  if (const auto* rejected = dynamic_cast<const InputRejected*>(&failure)) {
    reply.status = unprocessable;
    reply.body = refusal_json(*rejected, language);
    return reply;
  }
  reply.status = dynamic_cast<const Stopped*>(&failure) != nullptr ? stopping : internal_error;
  reply.body = refusal_json(message_of(failure), language);
  return reply;
}

HttpReply json_reply(std::string document) {
  HttpReply reply;
  reply.body = std::move(document);
  return reply;
}

}  // namespace disburse
