// The month of death as a function of a draw, and the same from its upper 16 bits.
#include "engine/replicates/death_table.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

constexpr std::int64_t certain = std::int64_t{1} << 48;

/// A quarter dies in month 0, a quarter in month 1, nobody in month 2, an eighth in month 3.
DeathTable quarters() { return DeathTable({certain, certain * 3 / 4, certain / 2, certain / 2, certain * 3 / 8}); }

TEST(DeathTable, gives_the_first_month_whose_share_holds_the_draw) {
  const DeathTable table = quarters();
  EXPECT_TRUE(table.mortal());
  EXPECT_EQ(table.month(0), 0);
  EXPECT_EQ(table.month(0x3FFFFFFF), 0) << "the last of the first quarter";
  EXPECT_EQ(table.month(0x40000000), 1);
  EXPECT_EQ(table.month(0x7FFFFFFF), 1);
  EXPECT_EQ(table.month(0x80000000), 3) << "nobody dies in month 2";
  EXPECT_EQ(table.month(0x9FFFFFFF), 3);
  EXPECT_EQ(table.month(0xA0000000), -1) << "five eighths die, the others live on";
  EXPECT_EQ(table.month(0xFFFFFFFF), -1);
  EXPECT_EQ(table.month(0x80000000, 2), 3) << "the search may begin later";
}

TEST(DeathTable, of_the_immortal_knows_no_death) {
  const DeathTable table({certain, certain, certain});
  EXPECT_FALSE(table.mortal());
  EXPECT_EQ(table.month(0), -1);
  EXPECT_FALSE(DeathTable().mortal());
}

TEST(UpperTables, agree_with_the_whole_draw_wherever_they_are_sure) {
  const std::vector<DeathTable> tables{quarters(), DeathTable({certain, certain - certain / 1000, certain / 3, 0}),
                                       DeathTable({certain, certain - (1 << 16), certain - (1 << 16)})};
  const UpperTables upper(tables);
  for (std::uint32_t t = 0; t < tables.size(); ++t) {
    const std::uint32_t last = tables[t].threshold();
    for (std::uint32_t high = 0; high <= last; high += 37) {
      const UpperTables::Found found = upper.month(t, high);
      const int lowest = tables[t].month(high << 16), highest = tables[t].month(high << 16 | 0xFFFF);
      if (found.sure) {
        EXPECT_EQ(found.month, lowest) << t << " " << high;
        EXPECT_EQ(found.month, highest) << t << " " << high;
      } else {
        EXPECT_EQ(found.month, lowest) << t << " " << high;
      }
    }
  }
}

}  // namespace
}  // namespace disburse
