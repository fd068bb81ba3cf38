// Studies that last: begun, watched, cancelled, and what they made.
#include <cctype>
#include <nlohmann/json.hpp>

#include "engine/app/terminal_progress.hpp"
#include "engine/app/workbench/asked_command.hpp"
#include "engine/app/workbench/workbench.hpp"
#include "engine/base/reject.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {
namespace {

constexpr unsigned not_found = 404, too_early = 425;
const std::string work_path = "/api/work/", cancel_path = "/api/cancel/", files_part = "files/";

/// A name as a header takes it, whatever its letters (RFC 5987).
std::string encoded(const std::string& name) {
  std::string text;
  for (const char c : name) {
    constexpr unsigned half = 4, low_half = 15;
    const auto code = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(code) != 0 || c == '.' || c == '-' || c == '_';
    text += plain ? std::string(1, c)
                  : std::string{'%', "0123456789ABCDEF"[code >> half], "0123456789ABCDEF"[code & low_half]};
  }
  return text;
}

HttpReply download(const std::string& name, std::string bytes) {
  HttpReply reply;
  reply.type = "application/octet-stream";
  reply.body = std::move(bytes);
  reply.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name));
  return reply;
}

}  // namespace

std::string Workbench::work_json(const std::string& number, const LongWork& work) const {
  Json document;
  document["schema"] = "disburse/work/1";
  document["number"] = number;
  document.update(Json::parse(work.status()));
  document["files"] = work.state() == WorkState::done ? Json(folder_.files_of(number)) : Json::array();
  return json_text(document);
}

Asking Workbench::asking_of(const HttpRequest& request) {
  Asking asking;
  asking.locate = [this](InputOptions input) { return located(std::move(input)); };
  asking.folder = folder_.fresh();
  asking.uploaded = [this, user = request.user](const std::string& key) { return uploads_.file(key, user); };
  asking.forget = [this, user = request.user](const std::string& key) { uploads_.forget(key, user); };
  asking.key = terms_.key;
  asking.ledger = &ledger_;
  asking.read_command = terms_.read_command;
  asking.agencies = terms_.agencies;
  asking.work = [this, user = request.user](const std::string& number) {
    return folder_.belongs(number, user) ? folder_.folder_of(number) : std::filesystem::path();
  };
  return asking;
}

HttpReply Workbench::begin_work(const HttpRequest& request) {
  AskedBody body(request.body);
  const std::string kind = body.text("kind");
  const Asking asking = asking_of(request);
  AskedCommand asked = asked_command(kind, body, asking);
  body.done();
  asked.options.threads = terms_.threads;
  const auto number = room_.add([asked, folder = asking.folder](LongWork& work) {
    const Listening listening(work);
    return json_reply(document_of(asked, folder));
  });
  if (!number)
    reject_option("kind", "too many studies wait already"_m, "they are done one after the other"_m,
                  "Wait for one to end, or cancel one"_m);
  folder_.name(*number, asking.folder, request.user);
  return json_reply(work_json(*number, *room_.find(*number)));
}

HttpReply Workbench::work(const HttpRequest& request) {
  const std::string rest = request.path.substr(work_path.size());
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string number = rest.substr(0, slash), part = rest.substr(std::min(slash + 1, rest.size()));
  const auto work = room_.find(number);
  if (!work || !folder_.belongs(number, request.user)) return refuse(not_found);
  if (part.empty()) return json_reply(work_json(number, *work));
  if (part == "events") {
    HttpReply reply;
    reply.events = feed_of(work);
    return reply;
  }
  if (part.starts_with(files_part)) {
    const std::string name = part.substr(files_part.size());
    auto bytes = folder_.file(number, name);
    return bytes ? download(name, std::move(*bytes)) : refuse(not_found);
  }
  if (part != "result") return refuse(not_found);
  if (auto result = work->result()) return *result;
  HttpReply reply = json_reply(work_json(number, *work));
  reply.status = too_early;
  return reply;
}

HttpReply Workbench::cancel_work(const HttpRequest& request) {
  const std::string number = request.path.substr(cancel_path.size());
  const auto work = room_.find(number);
  if (!work || !folder_.belongs(number, request.user)) return refuse(not_found);
  work->cancel();
  return json_reply(work_json(number, *work));
}

}  // namespace disburse
