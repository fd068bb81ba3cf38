// The program as its users meet it: exit codes, messages, nothing left behind; and the answers that others rely on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cctype>

#include <nlohmann/json.hpp>

#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;

struct Bad {
  const char* arguments;
  int exit_code;
  const char* message;
};

/// Every line: what a user types, the exit code, and what the message must say.
TEST(CommandLine, wrong_words_are_answered_and_leave_nothing) {
  const Bad cases[] = {
      {"", 2, "--help"},
      {"rnu", 2, "Did you mean run?"},
      {"run --treads 2", 2, "Did you mean --threads?"},
      {"run --threads 0", 2, "--threads"},
      {"run --threads -1", 2, "--threads"},
      {"run --threads 1000000000", 2, "1024"},
      {"run --threads 2x", 2, "--threads"},
      {"run --format pdf", 2, "--format"},
      {"run --lang fr", 2, "--lang"},
      {"run --seed x", 2, "no whole number"},
      {"run --seed 18446744073709551616", 2, "18446744073709551615"},
      {"run --horizon 2024-13..2024-12", 2, "2024-01..2024-12"},
      {"run --horizon 2024-12..2024-01", 2, "ends before it begins"},
      {"run --horizon 2025-01..2025-12", 2, "month after the roster"},
      {"run --horizon 2024-01..2099-12", 2, "goes beyond 2060"},
      {"run --as-known-on 2024-02-30", 2, "is no day"},
      {"run --set unity_award", 2, "no assignment"},
      {"run --set =5", 2, "no assignment"},
      {"run --set unity_award.ordinary_per_paymnt=660", 2, "Did you mean unity_award.ordinary_per_payment?"},
      {"run --set unity_award.ordinary=660", 2, "Did you mean unity_award.ordinary_per_payment?"},
      {"run --set unity_award.ordinary_per_payment=abc", 2, "yuan_per_payment"},
      {"run --set unity_award.ordinary_per_payment=-600", 2, "outside the range"},
      {"run --set unity_award.eligible_share=91", 2, "0.91"},
      {"run --set unity_award.payment_months=4,13", 2, "months_of_year"},
      {"run --set adjustment.announced=2024-00", 2, "month"},
      {"run --set counts.civil_service_retirees=-5", 2, "persons"},
      {"run award-66", 4, "Did you mean award-660?"},
      {"run nosuch", 4, "disburse list scenarios"},
      {"run missing.toml", 4, "cannot be read"},
      {"run --roster missing.h5", 3, "missing.h5"},
      {"run --out no/such/folder", 2, "no/such/folder"},
      {"run --fail-if line.2089999.rate\\>1", 2, "no limit"},
      {"run --fail-if line.2089998.execution_rate\\>1", 2, "Did you mean line.2089999?"},
      {"run --fail-if total.projected\\>5", 2, "no limit"},
      {"explain", 2, "--member"},
      {"explain --member X1", 2, "Keys look like"},
      {"explain --member C000001 --month 2023-12", 2, "no month of the run"},
      {"explain --member C000001 --programme unity_awrd", 2, "Did you mean unity_award?"},
      {"explain --member C000001 --format csv", 2, "--format"},
      {"explain --member C000001 --person x.toml", 2, "one of --member and --person"},
      {"explain --person x.toml", 4, "x.toml"},
      {"compare", 2, "nothing to compare with"},
      {"compare zhongwei-2024 award-66", 4, "Did you mean award-660?"},
      {"check", 2, "files"},
      {"check missing.toml", 4, "missing.toml"},
      {"check missing.h5", 3, "missing.h5"},
      {"list nothing", 2, "topic"},
      {"synthesize", 2, "--out"},
      {"synthesize --out no/such/roster.h5", 2, "no/such"},
  };
  const ScratchFolder folder;
  for (const Bad& each : cases) {
    const Ran ran = folder.run(each.arguments, "DISBURSE_LANG=en");
    EXPECT_EQ(ran.exit_code, each.exit_code) << each.arguments << "\n" << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(each.message)) << each.arguments;
    EXPECT_EQ(ran.out, "") << each.arguments;
    EXPECT_EQ(folder.listing(), "") << each.arguments;
  }
}

struct Spoilt {
  const char* file;
  const char* what;
  const char* with;
  const char* message;
};

/// One line of the data files is spoilt; the run names file, line and remedy and exits 4.
TEST(CommandLine, spoilt_data_files_are_refused_with_their_place) {
  const Spoilt cases[] = {
      {"scenarios/agencies/zhongwei/budgets/2024.toml", "\"2080507\"", "\"20805O7\"", "2024.toml:"},
      {"scenarios/agencies/zhongwei/budgets/2024.toml", "\"20000.00\"", "\"-20000.00\"", "2024.toml:"},
      {"scenarios/agencies/zhongwei/budgets/2024.toml", "programme = \"unity_award\"",
       "programme = \"heating_allowance\"", "2024.toml:"},
      {"scenarios/agencies/zhongwei/scenarios/zhongwei-2024.toml", "horizon = \"2024-01..2024-12\"",
       "horizon = \"2024-01..2024-13\"", "zhongwei-2024.toml:9:11: horizon"},
      {"scenarios/agencies/zhongwei/scenarios/zhongwei-2024.toml", "seed = 20240101", "seeds = 20240101",
       "Did you mean seed?"},
      {"scenarios/agencies/zhongwei/programmes/unity_award.toml", "value = \"600\"", "value = \"six\"",
       "unity_award.toml:"},
      {"models/regions/ningxia/programmes/unity_award.toml", "unit = \"yuan_per_payment\"",
       "unit = \"yuan_per_paymnt\"", "Did you mean yuan_per_payment?"},
      {"scenarios/agencies/zhongwei/programmes/unity_award.toml", "known = \"2023-12-01\"", "known = \"2023-02-30\"",
       "is no day"},
      {"models/regions/ningxia/programmes/unity_award.toml", "id = \"unity_award\"", "id = \"heating_allowance\"",
       "unity_award.toml:2"},
      {"models/regions/ningxia/programmes/unity_award.toml", "payer = \"own\"", "payer = \"town\"", "city"},
      {"models/regions/ningxia/common/adjustment.toml", "from = \"2022-01\"", "from = \"2021-01\"", "adjustment.toml:"},
      {"models/common/mortality.toml", "status = \"assumed\", reference", "status = \"guessed\", reference",
       "mortality.toml:"},
      {"models/tables/wpp2024_china.csv", "60,0.011414", "60,1.011414", "wpp2024_china.csv:"},
      {"models/tables/wpp2024_china.csv", "\n61,", "\n62,", "wpp2024_china.csv:"},
      {"scenarios/agencies/zhongwei/roster.toml", "\"5429\"", "\"-5429\"", "roster.toml:"},
  };
  for (const Spoilt& each : cases) {
    const ScratchFolder folder;
    copy_data(folder);
    spoil(folder, each.file, each.what, each.with);
    const std::string before = folder.listing();
    const Ran ran = folder.run("run --out result", "DISBURSE_LANG=en DISBURSE_DATA=.");
    EXPECT_EQ(ran.exit_code, 4) << each.file << ": " << each.with << "\n" << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(each.message)) << each.file << ": " << each.with;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(folder.listing(), before);
  }
}

TEST(CommandLine, all_faults_of_all_law_files_come_at_once) {
  const ScratchFolder folder;
  copy_data(folder);
  spoil(folder, "scenarios/agencies/zhongwei/programmes/unity_award.toml", "value = \"600\"", "value = \"six\"");
  spoil(folder, "scenarios/agencies/zhongwei/programmes/unity_award.toml", "value = \"3000\"", "value = \"many\"");
  spoil(folder, "models/regions/ningxia/programmes/heating_allowance.toml", "unit = \"months\"", "unit = \"moons\"");
  const Ran ran = folder.run("run", "DISBURSE_DATA=.");
  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(ran.err, HasSubstr("six"));
  EXPECT_THAT(ran.err, HasSubstr("many"));
  EXPECT_THAT(ran.err, HasSubstr("moons"));
}

TEST(CommandLine, a_finished_run_is_never_overwritten) {
  const ScratchFolder folder;
  folder.write("result", "precious");
  const Ran ran = folder.run("run --out result", "DISBURSE_LANG=en");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("never overwritten"));
  EXPECT_EQ(folder.read("result"), "precious");
  EXPECT_EQ(folder.run("synthesize --out result").exit_code, 2);
  EXPECT_EQ(folder.read("result"), "precious");
}

TEST(CommandLine, a_full_disk_under_standard_output_is_no_success) {
  const ScratchFolder folder;
  for (const char* command :
       {"run >/dev/full", "run --format json >/dev/full", "--help >/dev/full", "list programmes >/dev/full"}) {
    EXPECT_EQ(folder.run(command).exit_code, 1) << command;
  }
}

TEST(CommandLine, a_file_limit_while_the_folder_is_written_leaves_nothing) {
  const ScratchFolder folder;
  const Ran ran = folder.run("run --out result", "ulimit -f 16;");
  EXPECT_EQ(ran.exit_code, 1) << ran.err;
  EXPECT_EQ(folder.listing(), "");
}

TEST(CommandLine, goes_without_huge_pages_where_addresses_are_few) {
  const ScratchFolder folder;
  const Ran few = folder.run("run --format csv", "ulimit -v 800000;");  // KiB; the heap asks for more
  const Ran many = folder.run("run --format csv");
  EXPECT_EQ(few.exit_code, 0) << few.err;
  EXPECT_EQ(few.out, many.out);
}

TEST(CommandLine, rosters_of_another_kind_are_refused) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --out result").exit_code, 0);
  folder.write("text.h5", "no HDF5 at all");
  EXPECT_EQ(folder.run("run --roster text.h5").exit_code, 3);
  const Ran another = folder.run("run --roster result/result.h5");
  EXPECT_EQ(another.exit_code, 3);
  EXPECT_THAT(another.err, HasSubstr("disburse/result"));
  ASSERT_EQ(folder.run("synthesize --out roster.h5").exit_code, 0);
  folder.write("cut.h5", folder.read("roster.h5").substr(0, 100'000));
  EXPECT_EQ(folder.run("run --roster cut.h5").exit_code, 3);
}

TEST(CommandLine, the_real_budget_has_errors_and_a_limit_can_be_crossed) {
  const ScratchFolder folder;
  const Ran check =
      folder.run("check '" + source_dir().string() + "/scenarios/agencies/zhongwei/budgets/2024.toml' --format json");
  EXPECT_EQ(check.exit_code, 6);
  EXPECT_EQ(json::parse(check.out).at("schema"), "disburse/check/1");
  EXPECT_EQ(folder.run("check '" + source_dir().string() + "/scenarios/agencies/zhongwei/scenarios/award-660.toml'")
                .exit_code,
            0);
  EXPECT_EQ(
      folder.run("check '" + source_dir().string() + "/models/regions/ningxia/programmes/unity_award.toml'").exit_code,
      0);
  EXPECT_EQ(folder.run("run --fail-if line.2089999.execution_rate\\>1.02").exit_code, 5);
  EXPECT_EQ(folder.run("run --fail-if total.projected\\>38000万元").exit_code, 0);
}

TEST(CommandLine, a_comparison_certifies_what_did_not_move) {
  const ScratchFolder folder;
  const Ran ran = folder.run("compare zhongwei-2024 award-660 adjustment-4 --format json");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const json comparison = json::parse(ran.out);
  EXPECT_EQ(comparison.at("schema"), "disburse/compare/1");
  ASSERT_EQ(comparison.at("variants").size(), 2u);
  for (const json& programme : comparison.at("variants").at(0).at("programmes")) {
    const bool award = programme.at("id") == "unity_award";
    EXPECT_EQ(programme.at("untouched"), !award);
    EXPECT_EQ(programme.at("line").at("difference_fen") == 0, !award);
  }
  EXPECT_THAT(folder.run("compare zhongwei-2024 --set unity_award.ordinary_per_payment=660").out, HasSubstr("+646.63"));
}

TEST(CommandLine, an_award_is_worked_out_for_a_person_in_a_file) {
  const ScratchFolder folder;
  const std::string sheet = "'" + source_dir().string() + "/scenarios/persons/enterprise-2024-04.toml'";
  const json award = json::parse(folder.run("explain --format json --person " + sheet).out);
  EXPECT_EQ(award.at("schema"), "disburse/award/1");
  EXPECT_EQ(award.at("pension_fen"), 447'736);  // 4,477.36, the official sheet
  EXPECT_THAT(folder.run("explain --person " + sheet).out, HasSubstr("95,751.34 ÷ 139"));
  folder.write("early.toml",
               "schema = \"disburse/person/1\"\nlabel = \"early\"\nscheme = \"enterprise\"\ngroup = \"male\"\n"
               "birth = \"1970-01\"\njoined = \"1990-01\"\nretired = \"2024-01\"\nservice_months = 100\n");
  const Ran early = folder.run("explain --lang en --person early.toml");
  EXPECT_EQ(early.exit_code, 4);
  EXPECT_THAT(early.err, HasSubstr("the earliest month"));
  EXPECT_THAT(early.err, HasSubstr("too few"));
}

TEST(CommandLine, a_flag_beats_the_environment_and_the_environment_the_scenario) {
  const ScratchFolder folder;
  const auto seed_of = [&](const std::string& arguments, const std::string& environment) {
    return json::parse(folder.run("run --format json " + arguments, environment).out).at("manifest").at("seed");
  };
  EXPECT_EQ(seed_of("", ""), 20240101);
  EXPECT_EQ(seed_of("", "DISBURSE_SEED=7"), 7);
  EXPECT_EQ(seed_of("--seed 8", "DISBURSE_SEED=7"), 8);
  EXPECT_EQ(folder.run("run", "DISBURSE_THREADS=none").exit_code, 2);
  EXPECT_EQ(folder.run("run --threads 1", "DISBURSE_THREADS=none").exit_code, 0);
  EXPECT_THAT(folder.run("run", "DISBURSE_HORIZON=2025-01..2025-12").err, HasSubstr("DISBURSE_HORIZON"));
  EXPECT_EQ(folder.run("run", "DISBURSE_FORMAT=json").out, folder.run("run --format json").out);
}

TEST(CommandLine, the_surroundings_do_not_move_a_byte) {
  const ScratchFolder folder;
  const std::string base = folder.run("run --format json").out;
  for (const char* surroundings : {"LANG=C LC_ALL=C", "LC_ALL=de_DE.UTF-8", "TZ=Pacific/Kiritimati", "env -u HOME",
                                   "umask 000;", "HDF5_PLUGIN_PATH=/nonexistent"}) {
    EXPECT_EQ(folder.run("run --format json", surroundings).out, base) << surroundings;
  }
}

TEST(CommandLine, equal_runs_on_one_and_two_threads_write_equal_bytes) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --threads 1 --out one").exit_code, 0);
  ASSERT_EQ(folder.run("run --threads 2 --out two").exit_code, 0);
  int compared = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "one")) {
    const std::string name = entry.path().filename().string();
    if (name == "run-log.json") continue;
    EXPECT_EQ(folder.read("one/" + name), folder.read("two/" + name)) << name;
    ++compared;
  }
  EXPECT_GE(compared, 12);
}

TEST(CommandLine, a_roster_that_was_written_and_read_back_gives_the_same_result) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --out roster.h5").exit_code, 0);
  // Bands are of what is assumed, and a roster of one's own leaves nothing of the recipe's to assume.
  EXPECT_EQ(folder.run("run --format json --no-bands --roster roster.h5").out,
            folder.run("run --format json --no-bands").out);
  EXPECT_EQ(folder.run("check roster.h5").exit_code, 0);
  struct stat status {};
  ASSERT_EQ(::stat((folder.path() / "roster.h5").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u) << "a file that holds members is its owner's alone";
}

/// The document of `run --format json` as others rely on it.
TEST(CommandLine, the_json_of_a_run_has_its_keys_and_its_sums) {
  const ScratchFolder folder;
  const json run = json::parse(folder.run("run --format json").out);
  EXPECT_EQ(run.at("schema"), "disburse/run/1");
  EXPECT_EQ(run.at("scenario"), "zhongwei-2024");
  for (const char* digest : {"scenario", "law", "budget", "roster"}) {
    EXPECT_EQ(run.at("manifest").at("digests").at(digest).get<std::string>().size(), 64u) << digest;
  }
  EXPECT_FALSE(run.at("lines").empty());
  EXPECT_FALSE(run.at("programmes").empty());
  std::int64_t programmes = 0;
  for (const json& programme : run.at("programmes")) {
    std::int64_t line = 0, paid = 0, payers = 0, by_line = 0;
    for (const json& month : programme.at("monthly")) {
      line += month.at("line_fen").get<std::int64_t>();
      paid += month.at("paid_fen").get<std::int64_t>();
    }
    for (const json& payer : programme.at("by_payer")) payers += payer.at("paid_fen").get<std::int64_t>();
    for (const json& part : programme.at("by_line")) by_line += part.at("projected_fen").get<std::int64_t>();
    EXPECT_EQ(line, programme.at("projected_fen")) << programme.at("id");
    EXPECT_EQ(by_line, programme.at("projected_fen")) << programme.at("id");
    EXPECT_EQ(paid, payers) << programme.at("id");
    EXPECT_EQ(programme.at("difference_fen").get<std::int64_t>(),
              programme.at("projected_fen").get<std::int64_t>() - programme.at("budget_fen").get<std::int64_t>());
    EXPECT_EQ(programme.at("line").is_null(), programme.at("id") == "basic_expenditure");
    EXPECT_EQ(programme.at("headcount").is_null(), programme.at("basis") == "planned") << programme.at("id");
    programmes += line;
  }
  std::int64_t lines = 0;
  for (const json& line : run.at("lines")) lines += line.at("projected_fen").get<std::int64_t>();
  EXPECT_EQ(lines, programmes);
  EXPECT_EQ(run.at("total").at("projected_fen"), programmes);
  EXPECT_EQ(run.at("total").at("budget_fen"), 37'355'530'000);
  EXPECT_FALSE(run.at("population").empty());
  EXPECT_FALSE(run.contains("risk"));
}

TEST(CommandLine, nothing_that_looks_like_an_identity_number_leaves) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("run --out result").exit_code, 0);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "result")) {
    const std::string name = entry.path().filename().string();
    if (name == "result.h5") continue;  // digests and columns in binary
    // Such a number stands alone: digits within a digest or behind a decimal point are none.
    std::string word;
    for (const char c : folder.read("result/" + name) + "\n") {
      if (c == '.' || std::isalnum(static_cast<unsigned char>(c)) != 0) {
        word += c;
        continue;
      }
      if (word.find('.') != std::string::npos) word.clear();
      const std::size_t digits = static_cast<std::size_t>(
          std::count_if(word.begin(), word.end(), [](unsigned char letter) { return std::isdigit(letter) != 0; }));
      EXPECT_FALSE(word.size() == 18 && digits >= 17) << name << ": " << word;
      EXPECT_FALSE(word.size() == 15 && digits == 15) << name << ": " << word;
      word.clear();
    }
  }
}

}  // namespace
}  // namespace disburse
