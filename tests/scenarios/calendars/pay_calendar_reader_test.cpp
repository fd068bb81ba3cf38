// Pay days and holidays as they are written, and every line that is refused.
#include "scenarios/calendars/pay_calendar_reader.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"
#include "support/refusals.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

std::vector<ProgrammeDefinition> programmes() { return named_programmes({{"pension", ""}}); }

std::string calendar(const std::string& day, const std::string& holidays, const std::string& programme = "pension") {
  return "schema = \"disburse/pay-calendar/1\"\nrule = \"r\"\n[[pay_day]]\nprogramme = \"" + programme +
         "\"\nday = " + day + "\nstatus = \"assumed\"\nreference = \"r\"\n" +
         "[[announcement]]\nyear = 2024\nreference = \"r\"\nholidays = [" + holidays +
         "]\nworkdays = [\"2024-02-04\"]\n";
}

Keys refused(const std::string& text) {
  return refusals("days.toml", text, [](const auto& file) { read_pay_calendar(file, programmes()); });
}

TEST(PayCalendarReader, opens_ranges_over_the_end_of_a_month) {
  const ScratchFolder folder;
  folder.write("days.toml", calendar("15", R"("2024-02-27..2024-03-02", "2024-05-01")"));
  const PayCalendar read = read_pay_calendar(folder.path() / "days.toml", programmes());
  std::vector<std::string> days;
  for (const Date& day : read.holidays) days.push_back(to_string(day));
  EXPECT_EQ(days, (Keys{"2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-05-01"}));
  EXPECT_EQ(read.workdays.size(), 1u);
  EXPECT_EQ(read.years, (std::set<int>{2024}));
  ASSERT_EQ(read.pay_days.size(), 1u);
  EXPECT_EQ(read.pay_days[0].day, 15);
  EXPECT_EQ(read.rule, "r");
}

TEST(PayCalendarReader, refuses_days_that_are_none) {
  EXPECT_EQ(refused(calendar("0", "")), (Keys{"day"}));
  EXPECT_EQ(refused(calendar("32", "")), (Keys{"day"}));
  EXPECT_EQ(refused(calendar("31", "")), Keys{});
  EXPECT_EQ(refused(calendar("15", "\"2024-02-30\"")), (Keys{"holidays"}));
  EXPECT_EQ(refused(calendar("15", "\"2024-05-05..2024-05-01\"")), (Keys{"holidays"})) << "it runs backwards";
  EXPECT_EQ(refused(calendar("15", "\"2024-05-01..\"")), (Keys{"holidays"}));
}

TEST(PayCalendarReader, refuses_what_it_does_not_know_all_at_once) {
  EXPECT_EQ(refused(calendar("15", "", "pensoin")), (Keys{"programme"}));
  EXPECT_EQ(refused(calendar("40", "\"x\"", "pensoin")), (Keys{"day", "holidays", "programme"}));
  EXPECT_EQ(refused("schema = \"disburse/other/1\"\nrule = \"r\"\n"), (Keys{"schema"}));
  EXPECT_FALSE(refused(calendar("15", "") + "surprise = 1\n").empty());
}

}  // namespace
}  // namespace disburse
