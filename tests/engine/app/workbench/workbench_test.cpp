// Every address: what it answers, and that it is what the command line says.
#include "engine/app/workbench/workbench.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "engine/app/workbench/asked_command.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using Json = nlohmann::ordered_json;

class WorkbenchTest : public testing::Test {
 protected:
  HttpReply reply(const std::string& method, const std::string& path, const std::string& body = "") {
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.user = "王";
    return bench_.answer(request);
  }
  Json get(const std::string& path) { return Json::parse(reply("GET", path).body); }
  Json post(const std::string& path, const std::string& body) { return Json::parse(reply("POST", path, body).body); }
  /// Begins a study and waits for its end.
  std::string work(const std::string& body) {
    const std::string number = post("/api/work", body)["number"];
    for (int i = 0; i < 3000; ++i) {
      const std::string state = get("/api/work/" + number)["state"];
      if (state != "waiting" && state != "running") break;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return number;
  }

  ScratchFolder folder_;
  Workbench bench_{{folder_.path() / "page", folder_.path() / "schemes", {}, 1}};
};

TEST_F(WorkbenchTest, runs_as_the_command_line_does) {
  const Json asked = post("/api/run", R"({"sets": ["unity_award.ordinary_per_payment=660"]})");
  const Ran ran = folder_.run("run --set unity_award.ordinary_per_payment=660 --format json");
  EXPECT_EQ(asked, Json::parse(ran.out));
  const Json quick = post("/api/what-if", R"({"sets": ["unity_award.ordinary_per_payment=660"]})");
  for (const char* key : {"lines", "programmes", "total", "monthly", "years"}) EXPECT_EQ(quick[key], asked[key]) << key;
}

TEST_F(WorkbenchTest, explains_why_the_figures_moved) {
  const Json causes = post("/api/causes", R"({"sets": ["unity_award.ordinary_per_payment=660"]})");
  EXPECT_EQ(causes["schema"], "disburse/compare/1");
  EXPECT_EQ(causes["variants"].size(), 1u);
  EXPECT_EQ(causes["variants"][0]["attribution"], "shapley");
}

TEST_F(WorkbenchTest, tables_drafts_side_by_side) {
  const Json table =
      post("/api/table", R"({"drafts": [{"name": "甲", "sets": ["unity_award.ordinary_per_payment=660"]}]})");
  EXPECT_EQ(table["scenarios"][1]["name"], "甲");
  EXPECT_EQ(reply("POST", "/api/table", R"({"drafts": []})").status, 422u);
  EXPECT_EQ(reply("POST", "/api/table", R"({"drafts": [{"nam": "x"}]})").status, 422u);
}

TEST_F(WorkbenchTest, saves_schemes_and_lists_them) {
  const std::string body =
      R"({"name": "方案", "sets": ["heating_allowance.standard=5000"], "reason": "试", "save": true})";
  const Json saved = post("/api/schemes", body);
  EXPECT_EQ(saved["schema"], "disburse/scheme/1");
  EXPECT_NE(saved["toml"].get<std::string>().find("author = \"王\""), std::string::npos);
  EXPECT_EQ(reply("POST", "/api/schemes", body).status, 422u);
  bool listed = false;
  const Json list = get("/api/scenarios");
  for (const Json& one : list["scenarios"]) listed = listed || (one["name"] == "方案" && one["own"] == true);
  EXPECT_TRUE(listed) << saved << list;
  EXPECT_EQ(post("/api/what-if", R"({"scenario": "方案"})")["total"],
            post("/api/what-if", R"({"sets": ["heating_allowance.standard=5000"]})")["total"]);
}

TEST_F(WorkbenchTest, lets_a_wrong_scheme_hide_no_other) {
  std::filesystem::create_directory(folder_.path() / "schemes");
  folder_.write("schemes/bad.toml", "[[");
  const Json list = get("/api/scenarios");
  EXPECT_EQ(list["unreadable"], Json({"bad"}));
  EXPECT_GT(list["scenarios"].size(), 5u);
}

TEST_F(WorkbenchTest, refuses_scenarios_that_are_files) {
  for (const char* name : {"/etc/passwd", "../../x", "x.toml", "schemes/x", ""}) {
    const HttpReply answer = reply("POST", "/api/run", Json{{"scenario", std::string(name) + "/"}}.dump());
    EXPECT_EQ(answer.status, 422u) << name;
  }
  EXPECT_EQ(reply("POST", "/api/what-if", R"({"scenario": "award-66"})").status, 422u);
}

TEST_F(WorkbenchTest, answers_what_is_wrong_in_the_language_asked_for) {
  const HttpReply answer =
      reply("POST", "/api/what-if", R"({"sets":["unity_award.ordinary_per_paymen=1"],"lang":"en"})");
  EXPECT_EQ(answer.status, 422u);
  const Json document = Json::parse(answer.body);
  EXPECT_EQ(document["schema"], "disburse/refusal/1");
  EXPECT_NE(document["errors"][0]["remedy"].get<std::string>().find("Did you mean"), std::string::npos);
  EXPECT_EQ(reply("GET", "/api/nothing").status, 404u);
  EXPECT_EQ(reply("GET", "/api/run").status, 404u);
  EXPECT_EQ(reply("POST", "/api/run", "no JSON").status, 422u);
}

TEST_F(WorkbenchTest, does_long_studies_beside_and_keeps_their_files) {
  const std::string number = work(R"({"kind": "budget", "year": 2025})");
  const Json state = get("/api/work/" + number);
  EXPECT_EQ(state["state"], "done");
  EXPECT_EQ(state["files"].size(), 4u);
  EXPECT_EQ(get("/api/work/" + number + "/result")["schema"], "disburse/budget-draft/1");
  const HttpReply file = reply("GET", "/api/work/" + number + "/files/2025年部门预算.xlsx");
  EXPECT_EQ(file.status, 200u);
  EXPECT_EQ(file.body.substr(0, 2), "PK");
  EXPECT_EQ(file.headers.at(0).second,
            "attachment; filename*=UTF-8''2025%E5%B9%B4%E9%83%A8%E9%97%A8%E9%A2%84%E7%AE%97.xlsx");
  const std::string report = work(R"({"kind": "report", "sets": ["unity_award.ordinary_per_payment=660"]})");
  EXPECT_GE(get("/api/work/" + report)["files"].size(), 3u);
  EXPECT_EQ(reply("GET", "/api/work/" + report + "/files/report.html").body.substr(0, 9), "<!DOCTYPE");
  for (const char* rest : {"/files/../actuals.csv", "/files/", "/nothing"})
    EXPECT_EQ(reply("GET", "/api/work/" + number + rest).status, 404u) << rest;
}

TEST_F(WorkbenchTest, tells_the_progress_of_replicates_and_ends_them) {
  const std::string number = work(R"({"kind": "risk", "replicates": 200})");
  EXPECT_GT(get("/api/work/" + number)["total"], 0);
  EXPECT_EQ(get("/api/work/" + number + "/result")["manifest"]["replicates"], 200);
  const std::string more = post("/api/work", R"({"kind": "risk", "replicates": 20000, "assumptions": 1000})")["number"];
  EXPECT_EQ(reply("POST", "/api/cancel/" + more).status, 200u);
  EXPECT_EQ(reply("GET", "/api/work/" + more + "/result").status, 425u);
  EXPECT_EQ(reply("POST", "/api/cancel/999").status, 404u);
}

TEST_F(WorkbenchTest, asks_each_study_with_its_own_keys) {
  for (const char* body : {R"({"kind": "cash"})", R"({"kind": "sensitivity", "method": "tornado"})",
                           R"({"kind": "explain", "member": "C000001"})",
                           R"({"kind": "solve", "vary": "unity_award.ordinary_per_payment", "line": "2089999"})"})
    EXPECT_EQ(get("/api/work/" + work(body))["state"], "done") << body;
  for (const char* body : {R"({"kind": "cas"})", R"({"kind": "sensitivity", "method": "sobl"})",
                           R"({"kind": "reforecast"})", R"({"kind": "cash", "year": 2025})"})
    EXPECT_EQ(reply("POST", "/api/work", body).status, 422u) << body;
  EXPECT_EQ(get("/api/work/" + work(R"({"kind": "explain", "member": "nobody"})"))["state"], "failed");
}

TEST_F(WorkbenchTest, describes_every_address) {
  const Json document = get("/api/openapi.json");
  for (const Route& route : Workbench::routes()) {
    std::string path = route.path;
    if (path.ends_with('/')) path += "{number}";
    EXPECT_TRUE(document["paths"].contains(path)) << path;
  }
  EXPECT_EQ(get("/api/session")["user"], "王");
  EXPECT_EQ(post("/api/movable", "{}")["schema"], "disburse/movable/1");
}

}  // namespace
}  // namespace disburse
