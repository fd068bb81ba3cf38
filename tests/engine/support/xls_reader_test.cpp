// Old Excel workbooks: what is none is refused at its door, whether or not this program reads them.
#include "engine/support/xls_reader.hpp"

#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

TEST(XlsReader, refuses_what_is_no_workbook_at_the_door_that_asked) {
  const ScratchFolder folder;
  // The first bytes of a compound file, and nothing behind them; a text; nothing.
  for (const std::string& bytes :
       {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), std::string("姓名,身份证号\n"), std::string()}) {
    folder.write("old.xls", bytes);
    for (const Door door : {Door::roster, Door::data}) {
      try {
        read_xls(folder.path() / "old.xls", door);
        FAIL() << bytes.size() << " bytes were read";
      } catch (const InputRejected& rejected) {
        EXPECT_EQ(rejected.door(), door);
        EXPECT_EQ(rejected.errors().size(), 1U);
        EXPECT_NE(rejected.errors().begin()->place.file.find("old.xls"), std::string::npos);
      }
    }
  }
}

}  // namespace
}  // namespace disburse
