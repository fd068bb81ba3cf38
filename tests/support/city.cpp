#include "support/city.hpp"

namespace disburse {

Session session_with(const std::vector<std::string>& sets, const std::string& scenario) {
  InputOptions options;
  options.scenario = scenario;
  options.sets = sets;
  return open_session(options);
}

const Session& base_session() {
  static const Session session = session_with({});
  return session;
}

InputOptions small_city(const std::string& horizon) {
  InputOptions options;
  options.horizon = {horizon, "--horizon"};
  for (const char* count :
       {"civil_service_retirees=54", "civil_service_entrants=4", "civil_service_active=70", "enterprise_retirees=550",
        "enterprise_retired_2022=20", "enterprise_retired_2023=32", "enterprise_retired_2024_to_september=24",
        "enterprise_retired_2024_from_october=8", "pre_liberation_workers=2", "state_school_teachers=2", "lixiu=2",
        "resident_pensioners=250", "resident_entrants=16", "resident_payers=390", "hardship_cases=38",
        "annuity_heads=32", "annuity_leavers=4"}) {
    options.sets.push_back(std::string("counts.") + count);
  }
  return options;
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
