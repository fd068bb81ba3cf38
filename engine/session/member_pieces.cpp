#include "engine/session/member_pieces.hpp"

#include <algorithm>

namespace disburse {

std::size_t piece_count(const Session& session) {
  return std::max<std::size_t>(1, (session.opening + members_a_piece - 1) / members_a_piece);
}

void each_piece(const Session& session, const std::function<void(const Roster&)>& visit) {
  each_piece(
      session, [](std::size_t) { return true; }, UnaskedRows::read,
      [&](const Roster& members, std::size_t) { visit(members); });
}

void each_piece(const Session& session, const std::function<bool(std::size_t piece)>& wanted, UnaskedRows unasked,
                const std::function<void(const Roster&, std::size_t piece)>& visit) {
  const std::size_t pieces = piece_count(session);
  for (std::size_t i = 0; i < pieces; ++i) {
    const std::size_t begin = i * members_a_piece;
    const bool last = i + 1 == pieces;
    const bool asked = wanted(i);
    if (session.file) {
      if (!asked && unasked == UnaskedRows::left_out) continue;
      Roster rows = session.file->rows(begin, std::min(begin + members_a_piece, session.opening));
      if (asked) visit(members_of(std::move(rows), session.law.parameters, session.scenario, last), i);
    } else if (asked && pieces == 1) {
      visit(session.roster, i);
    } else if (asked) {
      visit(session.roster.slice(begin, last ? session.roster.size() : begin + members_a_piece), i);
    }
  }
}

bool can_be_made_anew(const Session& session) {
  return session.handed_in || (session.file && session.opening <= most_made_anew);
}

void each_piece_under(const ParameterTree& law, const Session& session, Share share,
                      const std::function<void(const Roster&, Portion)>& visit) {
  const std::size_t pieces = session.handed_in ? 1 : piece_count(session);
  for (std::size_t i = 0; i < pieces; ++i) {
    const Portion portion = share.of_piece(i, pieces);
    if (portion.empty()) continue;
    if (session.handed_in) return visit(members_of(*session.handed_in, law, session.scenario), portion);
    const std::size_t begin = i * members_a_piece;
    const std::size_t end = std::min(begin + members_a_piece, session.opening);
    visit(members_of(session.file->rows(begin, end), law, session.scenario, end == session.opening), portion);
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
  hand_out(
      threads, [](std::size_t) { return true; }, [&](MemberPaths&& paths, std::size_t) { take(std::move(paths)); });
}

void SessionPaths::hand_out(int threads, const std::function<bool(std::size_t piece)>& wanted,
                            const std::function<void(MemberPaths&&, std::size_t piece)>& take) const {
  each_piece(session_, wanted, UnaskedRows::left_out, [&](const Roster& members, std::size_t piece) {
    take(
        [&] {
          const Population population(members, session_.scenario.horizon);
          return member_paths(population, session_.programmes, columns_,
                              survival_paths(population, *session_.mortality), threads);
        }(),
        piece);
  });
}

}  // namespace disburse
