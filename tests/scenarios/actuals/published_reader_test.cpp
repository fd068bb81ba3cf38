// Published accounts of other agencies, read from TOML.
#include "scenarios/actuals/published_reader.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include "engine/support/publication.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

std::vector<PublishedAccount> accounts_of(const std::string& text) {
  const fs::path path = fs::temp_directory_path() / ("disburse-published-" + std::to_string(::getpid()) + ".toml");
  publish_file(path, "schema = \"disburse/published/1\"\ntitle = \"虚构\"\n" + text);
  try {
    std::vector<PublishedAccount> accounts = read_published(path);
    fs::remove(path);
    return accounts;
  } catch (...) {
    fs::remove(path);
    throw;
  }
}

TEST(PublishedReader, amounts_are_in_ten_thousands_and_what_a_page_did_not_show_is_empty) {
  const auto accounts = accounts_of(
      "[[account]]\nagency = \"甲县\"\nyear = 2023\nwhat = \"养老金\"\noutturn = \"12.34\"\nheads = 5\nsource = "
      "\"虚构\"\n");
  ASSERT_EQ(accounts.size(), 1U);
  EXPECT_EQ(accounts[0].agency, "甲县");
  EXPECT_EQ(accounts[0].year, 2023);
  EXPECT_EQ(accounts[0].outturn, Money::fen(12'340'000));
  EXPECT_FALSE(accounts[0].budget);
  EXPECT_FALSE(accounts[0].heads_planned);
  EXPECT_EQ(accounts[0].heads, 5);
  EXPECT_FALSE(accounts[0].estimate);
}

TEST(PublishedReader, says_all_that_is_wrong_at_once) {
  try {
    accounts_of("[[account]]\nagency = \"甲县\"\nyear = \"2023\"\nwhat = \"养老金\"\noutturn = \"many\"\nhead = 5\n");
    FAIL() << "it was read";
  } catch (const InputRejected& rejected) {
    EXPECT_GE(rejected.errors().size(), 4U);  // a year as text, no amount, an unknown key, no source
  }
}

TEST(PublishedReader, the_shipped_file_is_read) {
  const auto accounts = read_published(source_dir() / "scenarios" / "actuals" / "published" / "residents.toml");
  EXPECT_FALSE(accounts.empty());
  for (const PublishedAccount& account : accounts) EXPECT_FALSE(account.source.empty()) << account.agency;
}

}  // namespace
}  // namespace disburse
