// Scenarios: those of the library, those that planners saved, and what the server is.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "build_info.hpp"
#include "engine/app/loading/data_paths.hpp"
#include "engine/app/workbench/workbench.hpp"
#include "engine/serve/openapi.hpp"
#include "engine/support/files.hpp"
#include "outputs/text/json_parts.hpp"
#include "scenarios/library/scenario_reader.hpp"

namespace disburse {
namespace {

Json scenario_part(const Scenario& scenario, const std::string& name, bool own) {
  Json part;
  part["name"] = name;
  part["title"] = scenario.title;
  part["reference"] = scenario.reference;
  part["extends"] = scenario.lineage.empty() ? Json(nullptr) : Json(scenario.lineage.front());
  part["horizon"] = to_string(scenario.horizon);
  part["own"] = own;
  part["changes"] = Json::array();
  for (const Override& change : scenario.overrides) part["changes"].push_back(change.path + "=" + change.value);
  return part;
}

}  // namespace

HttpReply Workbench::session(const HttpRequest& request) {
  Json document;
  document["schema"] = "disburse/session/1";
  document["version"] = std::string(build::version) + " (" + build::commit + ")";
  document["user"] = request.user;
  document["scenario"] = terms_.input.scenario;
  document["schemes"] = schemes_.folder().string();
  std::vector<std::string> regions;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(find_root() / "models" / "regions", missing))
    regions.push_back(entry.path().filename().string());
  std::sort(regions.begin(), regions.end());
  document["regions"] = regions;
  return json_reply(json_text(document));
}

HttpReply Workbench::scenarios(const HttpRequest&) {
  const auto library = find_data(terms_.input.agency).scenarios();
  Json document;
  document["schema"] = "disburse/scenarios/1";
  document["scenarios"] = Json::array();
  for (const std::string& name : list_scenarios(library))
    document["scenarios"].push_back(scenario_part(read_scenario(name, library), name, false));
  document["unreadable"] = Json::array();  // a planner's file that is wrong hides no other
  for (const std::string& name : schemes_.names()) {
    try {
      document["scenarios"].push_back(
          scenario_part(read_scenario(schemes_.file_of(name).string(), library), name, true));
    } catch (const InputRejected&) {
      document["unreadable"].push_back(name);
    }
  }
  return json_reply(json_text(document));
}

HttpReply Workbench::runs(const HttpRequest&) { return json_reply(ledger_.json()); }

HttpReply Workbench::save_scheme(const HttpRequest& request) {
  AskedBody body(request.body);
  const InputOptions input = body.input();
  body.language();
  SchemeRequest scheme{body.text("name"),
                       body.text("title"),
                       body.text("reason"),
                       request.user,
                       input.scenario.empty() ? terms_.input.scenario : input.scenario,
                       input.horizon ? input.horizon->value : "",
                       input.sets};
  const bool save = body.flag("save");
  const bool replace = body.flag("replace");
  body.done();
  desks_.at(located(input))->what_if(input.sets);  // what cannot be worked out is not kept
  Json document;
  document["schema"] = "disburse/scheme/1";
  document["name"] = scheme.name;
  document["toml"] = Schemes::toml_of(scheme);
  document["file"] = save ? Json(schemes_.save(scheme, replace).string()) : Json(nullptr);
  return json_reply(json_text(document));
}

HttpReply Workbench::openapi(const HttpRequest&) {
  std::vector<Described> described;
  for (const Route& route : routes())
    described.push_back({route.method, route.path, route.summary, route.asks, route.document});
  for (Described& one : described) {
    if (one.path == "/api/upload") one.query = "name after";
    if (one.path != "/api/work") continue;
    for (const StudyKind& kind : study_kinds()) one.kinds.push_back({kind.kind, kind.asks, kind.document});
  }
  return json_reply(openapi_document(described));
}

}  // namespace disburse
