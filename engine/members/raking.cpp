#include "engine/members/raking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace disburse {
namespace {

constexpr int most_rounds = 500;
constexpr double close_enough = 1e-6;  // of a cell's persons
constexpr double same_total = 0.5;     // persons
constexpr int no_cell = -1;
constexpr int months_a_year = 12;

bool in_group(const Margin& margin, const Member& member, Month as_of) {
  if (member.scheme != margin.scheme || member.role != margin.role) return false;
  return member.role != Role::pensioner || member.retired <= as_of;
}

std::int64_t attribute(MarginBy by, const Member& member, Month as_of) {
  switch (by) {
    case MarginBy::all: return 0;
    case MarginBy::sex: return static_cast<std::int64_t>(member.sex);
    case MarginBy::age: return (as_of - member.birth) / months_a_year;
    case MarginBy::pension: return member.pension.fen();
  }
  return 0;
}

/// The cell of each member in one margin, no_cell for those outside.
struct Division {
  std::vector<int> cell;
  std::vector<double> persons;  // a cell, unweighted
};

double total_of(const Margin& margin) {
  double total = 0.0;
  for (const MarginCell& cell : margin.cells) total += cell.persons;
  return total;
}

void check_cells(const Margin& margin, InputErrors& errors) {
  if (margin.cells.empty())
    errors.add(margin.place, margin.name, "has no cells"_m, "there is nothing to meet"_m, "Name them"_m);
  for (std::size_t c = 0; c < margin.cells.size(); ++c) {
    const MarginCell& cell = margin.cells[c];
    if (!(cell.persons >= 0.0))
      errors.add(margin.place, margin.name, "{} has fewer than no persons"_m(cell.name), "it is a headcount"_m,
                 "Mend it"_m);
    if (cell.low > cell.high)
      errors.add(margin.place, margin.name, "{} ends before it begins"_m(cell.name), "nobody is in it"_m,
                 "Turn its ends"_m);
    if (c > 0 && cell.low <= margin.cells[c - 1].high) {
      errors.add(margin.place, margin.name, "{} overlaps {}"_m(cell.name, margin.cells[c - 1].name),
                 "a person is counted once"_m, "Write the cells in order, each from where the last one ended"_m);
    }
  }
}

/// Margins of one group must have one total.
void check_totals(const std::vector<Margin>& margins, InputErrors& errors) {
  for (std::size_t m = 0; m < margins.size(); ++m) {
    for (std::size_t k = 0; k < m; ++k) {
      const bool same = margins[k].scheme == margins[m].scheme && margins[k].role == margins[m].role;
      const double here = total_of(margins[m]);
      const double there = total_of(margins[k]);
      if (!same || std::abs(here - there) <= same_total) continue;
      errors.add(
          margins[m].place, margins[m].name,
          "sums to {} persons, {} to {}"_m(fmt::format("{:.0f}", here), margins[k].name, fmt::format("{:.0f}", there)),
          "they count the same group"_m, "Bring both to one day and one source, or leave one out"_m);
      break;
    }
  }
}

Division divide(const Roster& roster, const Margin& margin, InputErrors& errors) {
  Division division{std::vector<int>(roster.size(), no_cell), std::vector<double>(margin.cells.size(), 0.0)};
  std::size_t outside = 0;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const Member member = roster.member(i);
    if (!in_group(margin, member, roster.as_of)) continue;
    const std::int64_t value = attribute(margin.by, member, roster.as_of);
    const auto at = std::find_if(margin.cells.begin(), margin.cells.end(),
                                 [&](const MarginCell& cell) { return cell.low <= value && value <= cell.high; });
    if (at == margin.cells.end()) {
      ++outside;
      continue;
    }
    division.cell[i] = static_cast<int>(at - margin.cells.begin());
    division.persons[static_cast<std::size_t>(division.cell[i])] += 1.0;
  }
  if (outside > 0) {
    errors.add(margin.place, margin.name, "{} members of the group are in no cell"_m(outside),
               "the cells must cover the whole group"_m, "Add the missing cells, with 0 persons where nobody is"_m);
  }
  for (std::size_t c = 0; c < margin.cells.size(); ++c) {
    if (division.persons[c] > 0.0 || margin.cells[c].persons == 0.0) continue;
    errors.add(margin.place, margin.name,
               "{} is to have {} persons and the roster has none"_m(margin.cells[c].name,
                                                                    fmt::format("{:.0f}", margin.cells[c].persons)),
               "weights make nobody of nobody"_m, "Widen the cell, or add members to the roster"_m);
  }
  return division;
}

std::vector<double> sums_of(const Division& division, const std::vector<double>& weight) {
  std::vector<double> sums(division.persons.size(), 0.0);
  for (std::size_t i = 0; i < weight.size(); ++i) {
    if (division.cell[i] != no_cell) sums[static_cast<std::size_t>(division.cell[i])] += weight[i];
  }
  return sums;
}

void fit(const Margin& margin, const Division& division, std::vector<double>& weight) {
  std::vector<double> factor = sums_of(division, weight);
  for (std::size_t c = 0; c < factor.size(); ++c)
    factor[c] = factor[c] > 0.0 ? margin.cells[c].persons / factor[c] : 0.0;
  for (std::size_t i = 0; i < weight.size(); ++i) {
    if (division.cell[i] != no_cell) weight[i] *= factor[static_cast<std::size_t>(division.cell[i])];
  }
}

double gap(const Margin& margin, const Division& division, const std::vector<double>& weight) {
  const std::vector<double> sums = sums_of(division, weight);
  double widest = 0.0;
  for (std::size_t c = 0; c < sums.size(); ++c)
    widest = std::max(widest, std::abs(sums[c] - margin.cells[c].persons) / std::max(1.0, margin.cells[c].persons));
  return widest;
}

MemberKey copied(const MemberKey& key, int copy) {
  const std::string mark = "+" + std::to_string(copy);
  return MemberKey::from(std::string(key.view().substr(0, key.text.size() - mark.size())) + mark);
}

void measure(Raking& raking, const std::vector<Division>& divisions) {
  double n = 0.0;
  double sum = 0.0;
  double squares = 0.0;
  for (std::size_t i = 0; i < raking.weight.size(); ++i) {
    const auto counted = [i](const Division& division) { return division.cell[i] != no_cell; };
    if (std::none_of(divisions.begin(), divisions.end(), counted)) continue;
    const double w = raking.weight[i];
    raking.least = n == 0.0 ? w : std::min(raking.least, w);
    raking.most = n == 0.0 ? w : std::max(raking.most, w);
    ++n;
    sum += w;
    squares += w * w;
  }
  if (squares > 0.0) raking.effective_share = sum * sum / (n * squares);
}

}  // namespace

Raking rake(const Roster& roster, const std::vector<Margin>& margins) {
  InputErrors errors;
  std::vector<Division> divisions;
  for (const Margin& margin : margins) {
    check_cells(margin, errors);
    divisions.push_back(divide(roster, margin, errors));
  }
  check_totals(margins, errors);
  throw_if_any(Door::data, std::move(errors));

  Raking raking;
  raking.weight.assign(roster.size(), 1.0);
  double widest = margins.empty() ? 0.0 : 1.0;
  while (widest > close_enough && raking.rounds < most_rounds) {
    ++raking.rounds;
    for (std::size_t m = 0; m < margins.size(); ++m) fit(margins[m], divisions[m], raking.weight);
    widest = 0.0;
    for (std::size_t m = 0; m < margins.size(); ++m)
      widest = std::max(widest, gap(margins[m], divisions[m], raking.weight));
  }
  if (widest > close_enough) {
    InputErrors together;
    together.add(margins.front().place, "",
                 "no weights meet all margins: {} of a cell is left"_m(fmt::format("{:.4f}", widest)),
                 "each may be met alone, but cells without members stand between them"_m,
                 "Leave out a margin, or join its cells"_m);
    throw InputRejected(Door::data, std::move(together));
  }
  for (std::size_t m = 0; m < margins.size(); ++m) {
    const std::vector<double> after = sums_of(divisions[m], raking.weight);
    for (std::size_t c = 0; c < after.size(); ++c) {
      raking.cells.push_back(
          {margins[m].name, margins[m].cells[c].name, margins[m].cells[c].persons, divisions[m].persons[c], after[c]});
    }
  }
  measure(raking, divisions);
  return raking;
}

Roster weighted_roster(const Roster& roster, const std::vector<double>& weight) {
  EXPECT(weight.size() == roster.size());
  Roster whole;
  whole.as_of = roster.as_of;
  whole.evolves_from = roster.evolves_from;
  whole.source = roster.source + ", raked";
  whole.reserve(roster.size());
  double running = 0.5;  // so that equal halves round alike
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const double before = std::floor(running);
    running += weight[i];
    const int times = static_cast<int>(std::floor(running) - before);
    for (int copy = 1; copy <= times; ++copy) {
      whole.add(copy == 1 ? roster.key[i] : copied(roster.key[i], copy), roster.member(i));
    }
  }
  whole.digest = digest_of(whole);
  return whole;
}

}  // namespace disburse
