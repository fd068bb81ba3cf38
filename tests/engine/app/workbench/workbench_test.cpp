// Every address: what it answers, and that it is what the command line says.
#include "engine/app/workbench/workbench.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "engine/app/options/shell_words.hpp"
#include "engine/app/workbench/asked_command.hpp"
#include "scenarios/published/county.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using Json = nlohmann::ordered_json;

class WorkbenchTest : public testing::Test {
 protected:
  HttpReply reply(const std::string& method, const std::string& path, const std::string& body = "",
                  const std::string& user = "王") {
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.user = user;
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

  /// Hands in a file and returns what it is asked for by.
  std::string upload(const std::string& name, const std::string& bytes) {
    HttpRequest request;
    request.method = "POST";
    request.path = "/api/upload";
    request.query["name"] = name;
    request.body = bytes;
    request.user = "王";
    return Json::parse(bench_.answer(request).body)["upload"];
  }
  Json result(const std::string& body) { return get("/api/work/" + work(body) + "/result"); }
  std::vector<std::string> files(const std::string& number) { return get("/api/work/" + number)["files"]; }

  /// As the command line reads it: of these tests no run has more than a scenario and its changes.
  static Options read_command(const std::vector<std::string>& words) {
    Options options;
    options.input.scenario = words.at(2);
    for (std::size_t i = 3; i + 1 < words.size(); i += 2) {
      EXPECT_EQ(words[i], "--set");
      options.input.sets.push_back(words[i + 1]);
    }
    options.command = shell_line(words);
    return options;
  }

  ScratchFolder folder_;
  Workbench bench_{{folder_.path() / "page",
                    folder_.path() / "schemes",
                    {},
                    1,
                    folder_.path() / "ledger",
                    folder_.path() / "agencies",
                    read_command}};
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
  const HttpReply file = reply("GET", "/api/work/" + number + "/files/2025年部门预算（草案）.xlsx");
  EXPECT_EQ(file.status, 200u);
  EXPECT_EQ(file.body.substr(0, 2), "PK");
  EXPECT_EQ(
      file.headers.at(0).second,
      "attachment; "
      "filename*=UTF-8''2025%E5%B9%B4%E9%83%A8%E9%97%A8%E9%A2%84%E7%AE%97%EF%BC%88%E8%8D%89%E6%A1%88%EF%BC%89.xlsx");
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

const char* const small_office =
    "公民身份号码,险种,状态,退休时间,月养老金（元）,自定\r\n"
    "999999195803121019,机关事业,领取,2018-03,5000.00,1\r\n"
    "999999195803121018,机关事业,领取,2018-03,5000.00,1\r\n";

TEST_F(WorkbenchTest, imports_rosters_and_keeps_nothing_of_them) {
  const std::string key = upload("机关.csv", small_office);
  const std::string asked = R"({"kind": "import", "uploads": [")" + key + R"("], )";
  const Json preview =
      result(asked + R"("control": [{"scheme": "civil_service", "role": "pensioner", "persons": 7}]})");
  EXPECT_EQ(preview["schema"], "disburse/import/1");
  EXPECT_EQ(preview["tables"][0]["name"], "机关.csv");
  EXPECT_EQ(preview["tables"][0]["columns"][5]["heading"], nullptr) << "it could hold anything";
  EXPECT_EQ(preview["tables"][0]["first_rows"].size(), 2u);
  EXPECT_EQ(preview.dump().find("19580312"), std::string::npos);
  EXPECT_NE(preview.dump().find("control_persons"), std::string::npos);
  const Json named = result(asked + R"("columns": [{"table": "机关.csv", "column": "F", "field": "grade"}]})");
  EXPECT_EQ(named["tables"][0]["columns"][5]["field"], "grade");
  const std::string made = work(asked + R"("quarantine": true, "save": true})");
  EXPECT_EQ(files(made), (std::vector<std::string>{"待核.xlsx", "花名册.h5"}));
  EXPECT_EQ(reply("POST", "/api/work", asked + "\"save\": false}").status, 422u) << "the file went with the import";
  EXPECT_EQ(post("/api/forget", R"({"work": [")" + made + R"("]})")["work"], 1);
  EXPECT_TRUE(files(made).empty());
}

TEST_F(WorkbenchTest, names_files_and_not_where_the_server_keeps_them) {
  const std::string key = upload("机关.csv", "nothing\r\n");
  const std::string number = work(R"({"kind": "import", "uploads": [")" + key + R"("]})");
  EXPECT_EQ(get("/api/work/" + number)["state"], "failed");
  const std::string told = reply("GET", "/api/work/" + number + "/result").body;
  EXPECT_NE(told.find("机关.csv"), std::string::npos) << told;
  EXPECT_EQ(told.find("disburse-serve-"), std::string::npos) << told;
}

TEST_F(WorkbenchTest, shows_a_study_to_its_user_alone) {
  const std::string number = work(R"({"kind": "cash"})");
  for (const std::string part : {"", "/result", "/events", "/files/x"})
    EXPECT_EQ(reply("GET", "/api/work/" + number + part, "", "李").status, 404u) << part;
  EXPECT_EQ(reply("POST", "/api/cancel/" + number, "", "李").status, 404u);
  EXPECT_EQ(Json::parse(reply("POST", "/api/forget", R"({"work": [")" + number + R"("]})", "李").body)["work"], 0);
  EXPECT_EQ(reply("GET", "/api/work/" + number + "/result").status, 200u);
}

TEST_F(WorkbenchTest, issues_runs_makes_them_again_and_finds_where_two_part) {
  EXPECT_EQ(result(R"({"kind": "issue", "name": "甲"})")["schema"], "disburse/run/1");
  result(R"({"kind": "issue", "name": "乙", "sets": ["unity_award.ordinary_per_payment=660"]})");
  EXPECT_EQ(get("/api/runs")["runs"].size(), 2u);
  EXPECT_EQ(result(R"({"kind": "verify", "run": "甲"})")["counts"]["error"], 0);
  const Json again = result(R"({"kind": "reproduce", "run": "乙"})");
  EXPECT_EQ(again["same"], true) << again;
  const Json apart = result(R"({"kind": "difference", "run": "甲", "other": "乙"})");
  EXPECT_EQ(apart["parts_at"], "inputs");
  EXPECT_EQ(apart["inputs"][0]["what"], "scenario_digest");
  EXPECT_EQ(apart["parameters"].size(), 1u);
  EXPECT_EQ(apart["parameters"][0]["path"], "unity_award.ordinary_per_payment");
  EXPECT_EQ(apart["in_month"].size(), 1u);
  EXPECT_EQ(reply("POST", "/api/work", R"({"kind": "issue", "name": "甲"})").status, 422u);
  EXPECT_EQ(reply("POST", "/api/work", R"({"kind": "verify", "run": "../甲"})").status, 422u);
}

TEST_F(WorkbenchTest, starts_an_agency_from_its_document) {
  const std::string key = upload("county.txt", county_document);
  const std::string asked = R"({"kind": "init", "name": "beishan", "region": "ningxia", "uploads": [")" + key + R"("])";
  const std::string number = work(asked + "}");
  const Json start = get("/api/work/" + number + "/result");
  EXPECT_EQ(start["schema"], "disburse/agency-start/1");
  ASSERT_EQ(start["needs"].size(), 1u);
  EXPECT_EQ(start["needs"][0]["name"], "resident_pensioners");
  EXPECT_EQ(start["needs"][0]["fen"], 1'170'000'000) << "1,170.00 of table 2";
  EXPECT_EQ(files(number), std::vector<std::string>{"beishan.zip"});
  const std::string counted = work(asked + R"(, "counts": ["resident_pensioners=12345"]})");
  EXPECT_TRUE(get("/api/work/" + counted + "/result")["needs"].empty());
  EXPECT_EQ(result(R"({"kind": "check", "name": "beishan", "work": ")" + counted + R"("})")["schema"],
            "disburse/check/1");
  std::filesystem::create_directory(folder_.path() / "agencies");
  work(asked + R"(, "save": true})");
  EXPECT_TRUE(std::filesystem::exists(folder_.path() / "agencies" / "beishan" / "agency.toml"));
  EXPECT_EQ(reply("POST", "/api/work", asked + "}").status, 422u) << "the document went with the folder";
  const std::string other = upload("county.txt", county_document);
  EXPECT_EQ(get("/api/work/" +
                work(R"({"kind": "init", "name": "../x", "save": true, "uploads": [")" + other + R"("]})"))["state"],
            "failed");
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "x"));
}

TEST_F(WorkbenchTest, drafts_under_what_is_entered) {
  const auto draft = [this](const std::string& entries) {
    return post("/api/draft", R"({"year": 2025, "entries": )" + entries + "}");
  };
  const Json plain = draft("{}");
  const Json entered = draft(R"({"line": [{"code": "2080502", "basic": "100.00"}],
                                 "statement": [{"section": "基本支出", "text": "另行说明。"}]})");
  EXPECT_EQ(entered["schema"], "disburse/budget-draft/1");
  EXPECT_NE(plain["tables"], entered["tables"]);
  bool said = false;
  for (const Json& one : entered["text"]) {
    const bool own = one["section"] == "基本支出";
    said = said || (own && one["text"] == "另行说明。" && one["proposed"] != one["text"]);
    if (!own) {
      EXPECT_EQ(one["text"], one["proposed"]) << one;
    }
  }
  EXPECT_TRUE(said);
  EXPECT_EQ(reply("POST", "/api/draft", R"({"year": 2025, "entries": {"line": [{"code": "1"}]}})").status, 422u);
  EXPECT_EQ(reply("POST", "/api/draft", R"({"year": 2025, "entries": {"lin": []}})").status, 422u);
}

TEST_F(WorkbenchTest, describes_every_study_with_the_keys_that_it_takes) {
  const Json schema =
      get("/api/openapi.json")["paths"]["/api/work"]["post"]["requestBody"]["content"]["application/json"]["schema"];
  ASSERT_EQ(schema["oneOf"].size(), study_kinds().size());
  for (const Json& kind : schema["oneOf"]) {
    // A key of another type than is written is told with that key's name: so the study reads it.
    for (const auto& [key, type] : kind["properties"].items()) {
      if (key == "kind") continue;
      Json body{{"kind", kind["properties"]["kind"]["enum"][0]},
                {key, type["type"] == "integer" ? Json("x") : Json(7)}};
      if (type["type"] == "number") body[key] = "x";
      const HttpReply answer = reply("POST", "/api/work", body.dump());
      EXPECT_EQ(answer.status, 422u) << body;
      EXPECT_EQ(answer.body.find("is no known key"), std::string::npos) << body << answer.body;
      EXPECT_EQ(answer.body.find("不认识这个键"), std::string::npos) << body << answer.body;
    }
  }
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
