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

}  // namespace
}  // namespace disburse
