// The file of payers alone: what it tells, and what it is refused for.
#include "models/readers/payer_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string entry(const std::string& id, const std::string& purse) {
  return "[[payer]]\nid = \"" + id + "\"\nname = \"" + id + "（中文）\"\nname_en = \"" + id + "\"\npurse = \"" + purse +
         "\"\n";
}

struct Reading {
  PayerList payers;
  std::vector<std::string> faults;
};

Reading read(const std::string& entries, bool without_agency = false) {
  InputErrors errors;
  TomlDocument document("schema = \"disburse/payers/1\"\n" + entries, "payers.toml", errors);
  TomlTable root = document.root();
  Reading reading{read_payers(root, errors, without_agency), {}};
  for (const InputError& error : errors) reading.faults.push_back(to_string(error));
  return reading;
}

TEST(PayerReader, tells_payers_in_the_order_of_the_file) {
  const Reading reading = read(entry("zone", "own") + entry("area", "government") + entry("pool", "fund"));
  EXPECT_TRUE(reading.faults.empty());
  EXPECT_EQ(reading.payers.ids(), (std::vector<std::string>{"zone", "area", "pool"}));
  EXPECT_EQ(reading.payers.own().definition().name, "zone（中文）");
  EXPECT_EQ(reading.payers.own().definition().name_en, "zone");
  EXPECT_TRUE(reading.payers.find("pool")->is_fund());
}

TEST(PayerReader, tells_all_that_is_wrong_at_once_by_line) {
  const Reading reading = read(entry("zone", "government") + entry("zone", "purse"));
  EXPECT_THAT(reading.faults, ElementsAre(HasSubstr("payers.toml:11"), HasSubstr("\"zone\" is there already"),
                                          HasSubstr("\"zone（中文）\" is there already"),
                                          HasSubstr("\"zone\" is there already"), HasSubstr("0 payers spend")));
}

TEST(PayerReader, lets_one_stand_in_where_no_agency_is_there_yet) {
  const Reading before = read(entry("area", "government"), true);
  EXPECT_TRUE(before.faults.empty());
  EXPECT_TRUE(before.payers.own().is_own());
  EXPECT_EQ(read(entry("zone", "own"), true).payers.ids(), std::vector<std::string>{"zone"});
}

TEST(PayerReader, refuses_keys_that_it_does_not_know) {
  EXPECT_THAT(read(entry("zone", "own") + "share = \"1\"\n").faults, ElementsAre(HasSubstr("share")));
}

}  // namespace
}  // namespace disburse
