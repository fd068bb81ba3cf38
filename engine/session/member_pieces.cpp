#include "engine/session/member_pieces.hpp"

#include <algorithm>

namespace disburse {

void each_piece(const Session& session, const std::function<void(const Roster&)>& visit) {
  const std::size_t pieces = std::max<std::size_t>(1, (session.opening + members_a_piece - 1) / members_a_piece);
  if (!session.file && pieces == 1) return visit(session.roster);
  for (std::size_t i = 0; i < pieces; ++i) {
    const std::size_t begin = i * members_a_piece;
    const bool last = i + 1 == pieces;
    if (session.file) {
      visit(members_of(session.file->rows(begin, std::min(begin + members_a_piece, session.opening)),
                       session.law.parameters, session.scenario, last));
    } else {
      visit(session.roster.slice(begin, last ? session.roster.size() : begin + members_a_piece));
    }
  }
}

bool can_be_made_anew(const Session& session) {
  return session.handed_in || (session.file && session.opening <= most_made_anew);
}

void each_piece_under(const ParameterTree& law, const Session& session,
                      const std::function<void(const Roster&)>& visit) {
  if (session.handed_in) return visit(members_of(*session.handed_in, law, session.scenario));
  for (std::size_t begin = 0; begin == 0 || begin < session.opening; begin += members_a_piece) {
    const std::size_t end = std::min(begin + members_a_piece, session.opening);
    visit(members_of(session.file->rows(begin, end), law, session.scenario, end == session.opening));
  }
}

Roster first_piece(const Session& session) {
  if (!session.file) return session.roster.slice(0, std::min(members_a_piece, session.roster.size()));
  return members_of(session.file->rows(0, std::min(members_a_piece, session.opening)), session.law.parameters,
                    session.scenario, false);
}

void SessionPaths::each(int threads, const std::function<void(const MemberPaths&)>& visit) const {
  hand_out(threads, [&](MemberPaths&& paths) { visit(paths); });
}

void SessionPaths::hand_out(int threads, const std::function<void(MemberPaths&&)>& take) const {
  each_piece(session_, [&](const Roster& members) {
    take([&] {
      const Population population(members, session_.scenario.horizon);
      return member_paths(population, session_.programmes, columns_, survival_paths(population, *session_.mortality),
                          threads);
    }());
  });
}

}  // namespace disburse
