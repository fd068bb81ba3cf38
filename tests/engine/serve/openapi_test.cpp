#include "engine/serve/openapi.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

TEST(Openapi, describes_each_address_with_its_keys_and_its_document) {
  const auto document = nlohmann::json::parse(openapi_document(
      {{"POST", "/api/a", "does", "sets[] year# lang", "disburse/what-if/1"}, {"GET", "/api/b/", "shows", "", ""}}));
  EXPECT_EQ(document["openapi"], "3.0.3");
  const auto& asked = document["paths"]["/api/a"]["post"];
  const auto& schema = asked["requestBody"]["content"]["application/json"]["schema"];
  EXPECT_EQ(schema["properties"]["sets"]["type"], "array");
  EXPECT_EQ(schema["properties"]["year"]["type"], "integer");
  EXPECT_EQ(schema["properties"]["lang"]["type"], "string");
  EXPECT_EQ(schema["additionalProperties"], false);
  const auto& answer = asked["responses"]["200"]["content"]["application/json"]["schema"];
  EXPECT_EQ(answer["externalDocs"]["url"], "outputs/formats/what-if.md");
  EXPECT_EQ(document["paths"]["/api/b/{number}"]["get"]["parameters"][0]["name"], "number");
}

TEST(Openapi, tells_lists_of_objects_kinds_and_bytes) {
  const auto document =
      nlohmann::json::parse(openapi_document({{"POST",
                                               "/api/w",
                                               "works",
                                               "",
                                               "disburse/work/1",
                                               {{"one", "drafts{name sets[]} share% save?", "disburse/a/1"},
                                                {"two", "entries(line{code basic} note)", "disburse/b/1"}}},
                                              {"POST", "/api/u", "keeps", "", "disburse/upload/1", {}, "name after"}}));
  const auto& kinds =
      document["paths"]["/api/w"]["post"]["requestBody"]["content"]["application/json"]["schema"]["oneOf"];
  ASSERT_EQ(kinds.size(), 2u);
  EXPECT_EQ(kinds[0]["properties"]["kind"]["enum"][0], "one");
  EXPECT_EQ(kinds[0]["properties"]["drafts"]["items"]["properties"]["sets"]["type"], "array");
  EXPECT_EQ(kinds[0]["properties"]["share"]["type"], "number");
  EXPECT_EQ(kinds[0]["properties"]["save"]["type"], "boolean");
  EXPECT_EQ(kinds[0]["required"][0], "kind");
  const auto& entries = kinds[1]["properties"]["entries"];
  EXPECT_EQ(entries["type"], "object");
  EXPECT_EQ(entries["properties"]["line"]["items"]["properties"]["basic"]["type"], "string");
  EXPECT_EQ(entries["properties"]["note"]["type"], "string");
  const auto& upload = document["paths"]["/api/u"]["post"];
  EXPECT_EQ(upload["parameters"][1]["name"], "after");
  EXPECT_TRUE(upload["requestBody"]["content"].contains("application/octet-stream"));
}

}  // namespace
}  // namespace disburse
