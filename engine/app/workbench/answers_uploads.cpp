// Files that the page hands in, and what is taken away again.
#include <nlohmann/json.hpp>

#include "engine/app/workbench/workbench.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {
namespace {

std::string asked(const HttpRequest& request, const char* key) {
  const auto found = request.query.find(key);
  return found == request.query.end() ? "" : found->second;
}

}  // namespace

HttpReply Workbench::upload(const HttpRequest& request) {
  const Upload upload = uploads_.add(asked(request, "name"), request.body, asked(request, "after"), request.user);
  Json document;
  document["schema"] = "disburse/upload/1";
  document["upload"] = upload.key;
  document["name"] = upload.name;
  document["bytes"] = upload.bytes;
  return json_reply(json_text(document));
}

HttpReply Workbench::forget(const HttpRequest& request) {
  AskedBody body(request.body);
  const std::vector<std::string> uploads = body.texts("uploads"), works = body.texts("work");
  body.done();
  int files = 0, studies = 0;
  for (const std::string& key : uploads) files += uploads_.forget(key, request.user) ? 1 : 0;
  for (const std::string& number : works)
    studies += folder_.belongs(number, request.user) && folder_.forget(number) ? 1 : 0;
  Json document;
  document["schema"] = "disburse/forgotten/1";
  document["uploads"] = files;
  document["work"] = studies;
  return json_reply(json_text(document));
}

}  // namespace disburse
