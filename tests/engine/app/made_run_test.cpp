// A run as the command makes it, asked from code.
#include "engine/app/made_run.hpp"

#include <gtest/gtest.h>

#include "engine/storage/part_file.hpp"
#include "outputs/run/run_json.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

Options options_of(const char* agency) {
  Options options;
  options.input.agency = agency;
  options.input.scenario = default_scenario(agency);
  options.run.bands = false;
  options.threads = 1;
  return options;
}

TEST(MadeRun, is_of_the_agency_that_is_named) {
  const MadeRun made = make_run(options_of("qingshi"));
  EXPECT_EQ(made.result.fiscal_year, 2025);
  EXPECT_EQ(made.session.budget.fiscal_year, 2025);
  EXPECT_FALSE(made.beside.bands.has_value());
  EXPECT_EQ(made.result.manifest.mode, "expected");
}

TEST(MadeRun, has_replicates_where_they_are_asked_for) {
  Options options = options_of("qingshi");
  options.replicates.stochastic = true;
  options.replicates.replicates = 64;
  const MadeRun made = make_run(options);
  ASSERT_TRUE(made.result.risk.has_value());
  EXPECT_EQ(made.result.risk->replicates, 64U);
  EXPECT_EQ(made.result.manifest.mode, "stochastic");
}

TEST(BegunLog, tells_who_runs_and_how) {
  Options options = options_of("qingshi");
  options.command_line = {"disburse", "run"};
  const RunLog log = begun_log(options);
  EXPECT_EQ(log.command_line, options.command_line);
  EXPECT_EQ(log.threads, 1);
  EXPECT_EQ(log.started.size(), std::string("2024-01-05T09:30:00+0800").size());
}

TEST(MadePart, joins_to_the_run_whatever_the_order_of_the_files) {
  const ScratchFolder folder;
  Options options = options_of("qingshi");
  options.command = "disburse run -A qingshi --no-bands";
  const MadeRun whole = make_run(options);
  std::vector<std::string> files;
  for (const char* part : {"3/3", "1/3", "2/3"}) {
    Options own = options;
    own.run.part = part;
    own.output.out = (folder.path() / std::string(1, part[0])).string();
    Publication publication;
    make_part(own, publication);
    publication.commit();
    files.push_back(*own.output.out);
    const PartFile written(*own.output.out);
    EXPECT_EQ(written.head().command, options.command);
    EXPECT_EQ(std::to_string(written.head().share.index + 1) + "/3", part);
  }
  options.run.parts = files;
  EXPECT_EQ(run_json(make_run(options).result), run_json(whole.result));
  options.replicates.stochastic = true;
  EXPECT_THROW(make_run(options), InputRejected) << "sums of the expected value are no replicates";
}

TEST(MadePart, is_not_written_where_it_cannot_be_had) {
  const ScratchFolder folder;
  Options options = options_of("qingshi");
  options.run.part = "1/2";
  const auto refused = [&](const Options& asked, Door door) {
    Publication publication;
    try {
      make_part(asked, publication);
      ADD_FAILURE() << asked.run.part;
    } catch (const InputRejected& rejected) {
      EXPECT_EQ(rejected.door(), door);
    }
  };
  refused(options, Door::command_line);  // into no file
  options.output.out = (folder.path() / "p").string();
  Options other = options;
  other.run.part = "2/1";
  refused(other, Door::command_line);
  other = options;
  other.output.format = Format::csv;
  refused(other, Door::command_line);
  other = options;
  other.input.scenario = "no-such-scenario";
  refused(other, Door::data);
  EXPECT_EQ(folder.listing(), "");
}

}  // namespace
}  // namespace disburse
