#include "engine/app/opened_journal.hpp"

#include <cstdio>

#include "outputs/text/messages.hpp"

namespace disburse {

std::unique_ptr<Journal> opened_journal(const Options& options, std::string identity) {
  if (!options.replicates.journal) return nullptr;
  auto journal = std::make_unique<Journal>(*options.replicates.journal, std::move(identity));
  if (!journal->loss().empty() && !options.output.quiet)
    std::fputs((say(options.output.language, journal->loss()) + "\n").c_str(), stderr);
  return journal;
}

}  // namespace disburse
