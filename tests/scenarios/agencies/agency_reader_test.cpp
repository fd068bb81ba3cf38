// agency.toml: what it says, and every way of writing it wrong.
#include "scenarios/agencies/agency_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* good = R"(schema = "disburse/agency/1"
name = "north-county"
title = "北山县社会保险事务中心（示例）"
level = "county"
region = "example"
schemes = ["enterprise", "resident"]
left_out = ["heating_allowance"]
scenario = "base"
reference = "虚构示例"
)";

std::string refusal(const std::string& text) {
  const ScratchFolder folder;
  folder.write("agency.toml", text);
  try {
    read_agency(folder.path());
  } catch (const InputRejected& refused) {
    EXPECT_EQ(refused.door(), Door::data);
    return refused.what();
  }
  return "";
}

TEST(AgencyFile, says_what_the_agency_is) {
  const ScratchFolder folder;
  folder.write("agency.toml", good);
  const Agency agency = read_agency(folder.path());
  EXPECT_EQ(agency.name, "north-county");
  EXPECT_EQ(agency.level, "county");
  EXPECT_EQ(agency.region, "example");
  EXPECT_THAT(agency.schemes, ElementsAre(Scheme::enterprise, Scheme::resident));
  EXPECT_THAT(agency.left_out, ElementsAre("heating_allowance"));
  EXPECT_EQ(agency.scenario, "base");
  EXPECT_EQ(agency.folder, folder.path());
}

TEST(AgencyFile, is_refused_with_its_place_where_it_is_wrong) {
  const auto spoilt = [](const std::string& what, const std::string& with) {
    std::string text = good;
    return refusal(text.replace(text.find(what), what.size(), with));
  };
  EXPECT_THAT(spoilt("north-county", "../north"), HasSubstr("agency.toml:2"));
  EXPECT_THAT(spoilt("\"enterprise\", \"resident\"", "\"enterprize\""), HasSubstr("enterprize"));
  EXPECT_THAT(spoilt("schemes = [\"enterprise\", \"resident\"]", ""), HasSubstr("no scheme is named"));
  EXPECT_EQ(spoilt("\"enterprise\", \"resident\"", ""), "") << "it spends what is budgeted alone";
  EXPECT_THAT(spoilt("scenario = \"base\"", ""), HasSubstr("scenario"));
  EXPECT_THAT(spoilt("level", "levle"), HasSubstr("Did you mean level?"));
  EXPECT_THAT(refusal("schema = \"disburse/agency/2\"\n"), HasSubstr("disburse/agency/1"));
}

TEST(Agencies, are_the_folders_that_say_so) {
  const ScratchFolder folder;
  for (const char* name : {"a", "b", "c"}) std::filesystem::create_directory(folder.path() / name);
  folder.write("b/agency.toml", good);
  folder.write("a/agency.toml", good);
  folder.write("c/other.toml", good);
  const auto found = agencies_below(folder.path());
  EXPECT_THAT(found, ElementsAre(folder.path() / "a", folder.path() / "b"));
  EXPECT_TRUE(agencies_below(folder.path() / "nowhere").empty());
}

TEST(Agencies, the_shipped_city_is_one) { EXPECT_EQ(read_agency(city_dir()).name, "zhongwei"); }

}  // namespace
}  // namespace disburse
