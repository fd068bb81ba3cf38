#include "support/city.hpp"

namespace disburse {

Session session_with(const std::vector<std::string>& sets, const std::string& scenario) {
  Options options;
  options.scenario = scenario;
  options.sets = sets;
  return open_session(options);
}

const Session& base_session() {
  static const Session session = session_with({});
  return session;
}

Roster thinned(const Roster& roster, std::size_t n, std::size_t first) {
  Roster part;
  part.as_of = roster.as_of;
  part.evolves_from = roster.evolves_from;
  for (std::size_t i = first; i < roster.size(); i += n) part.add(roster.key[i], roster.member(i));
  part.digest = digest_of(part);
  return part;
}

}  // namespace disburse
