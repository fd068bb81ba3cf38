#include "engine/app/workbench/asked_body.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

std::vector<std::string> faults(const std::string& text, const std::function<void(AskedBody&)>& read) {
  try {
    AskedBody body(text);
    read(body);
    body.done();
  } catch (const InputRejected& rejected) {
    std::vector<std::string> keys;
    for (const InputError& error : rejected.errors()) keys.push_back(error.key);
    return keys;
  }
  return {};
}

using Keys = std::vector<std::string>;

TEST(AskedBody, gives_what_is_asked_and_defaults) {
  AskedBody body(R"({"scenario": "award-660", "sets": ["a=1", "b=2"], "horizon": "2024-01..2025-12", "lang": "en",
                     "year": 2025, "share": 0.9, "save": true, "drafts": [{"name": "x"}], "nothing": null})");
  const InputOptions input = body.input();
  EXPECT_EQ(input.scenario, "award-660");
  EXPECT_EQ(input.sets, (Keys{"a=1", "b=2"}));
  EXPECT_EQ(input.horizon->value, "2024-01..2025-12");
  EXPECT_EQ(body.language(), Language::en);
  EXPECT_EQ(body.whole("year", 2000, 2100, 0), 2025);
  EXPECT_EQ(body.number("share", 0.0), 0.9);
  EXPECT_TRUE(body.flag("save"));
  EXPECT_EQ(body.objects("drafts").at(0).text("name"), "x");
  EXPECT_EQ(body.text("nothing"), "");
  EXPECT_EQ(body.whole("absent", 0, 9, 7), 7);
  EXPECT_NO_THROW(body.done());
  EXPECT_EQ(AskedBody("{}").input().scenario, "");
}

TEST(AskedBody, tells_every_wrong_key_at_once) {
  const auto read = [](AskedBody& body) {
    body.input();
    body.language();
    body.whole("year", 2000, 2100, 0);
  };
  EXPECT_EQ(faults(R"({"scenario": 1, "sets": "a", "lang": "fr", "year": 1999, "scenaro": "x"})", read),
            (Keys{"scenario", "sets", "lang", "year", "scenaro"}));
  EXPECT_EQ(faults(R"({"sets": ["a", 2]})", read), Keys{"sets"});
  EXPECT_EQ(faults("{}", read), Keys{});
}

TEST(AskedBody, is_an_object_of_little_depth) {
  const auto nothing = [](AskedBody&) {};
  for (const char* text : {"", "[]", "1", "{", "{\"a\": }", "\xff"}) EXPECT_EQ(faults(text, nothing), Keys{""}) << text;
  EXPECT_EQ(faults("{\"a\":" + std::string(100'000, '['), nothing), Keys{""});
  EXPECT_EQ(faults(R"({"a": "[[[[[[[[[[[[[[[[[[[[["})", [](AskedBody& body) { body.text("a"); }), Keys{});
}

TEST(AskedBody, reads_an_object_in_an_object_and_names_its_keys) {
  AskedBody body(R"({"entries": {"line": [{"code": "1", "cod": "2"}]}, "none": null})");
  auto entries = body.object("entries");
  ASSERT_TRUE(entries);
  EXPECT_FALSE(body.object("none"));
  EXPECT_FALSE(body.object("absent"));
  EXPECT_NO_THROW(body.done());
  std::vector<AskedBody> lines = entries->objects("line");
  EXPECT_EQ(lines.at(0).text("code"), "1");
  try {
    lines.at(0).done();
    FAIL() << "cod is no key";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.errors().begin()->key, "entries.line[0].cod");
  }
  EXPECT_EQ(faults(R"({"entries": []})", [](AskedBody& asked) { asked.object("entries"); }), Keys{"entries"});
}

}  // namespace
}  // namespace disburse
