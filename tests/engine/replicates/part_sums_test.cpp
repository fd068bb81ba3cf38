// Replicates in parts: any number of them, over any pieces of the members, join to the bits of the whole.
#include "engine/replicates/part_sums.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <memory>

#include "engine/replicates/small_city.hpp"
#include "support/memory_store.hpp"

namespace disburse {
namespace {

constexpr std::uint32_t made = 200;

/// A thousandth of the city in three pieces, with the replicates and moments of the whole.
struct Cut {
  const Small& small = five_years();
  std::vector<MemberPaths> pieces;
  Replicates whole{0, 0};
  std::vector<Moments> exact;

  Cut() {
    KeptPaths kept;
    auto shown = std::make_shared<KeptPaths>();
    for (std::size_t first = 0; first < 3; ++first) {
      const Population population(thinned(small.population.members(), 9, first), small.session.scenario.horizon);
      pieces.push_back(member_paths(population, small.session.programmes, small.ensemble.map().columns(),
                                    survival_paths(population, *small.session.mortality), 1));
      shown->add(pieces.back());
    }
    const Ensemble ensemble(small.ensemble.map(), shown);
    whole = ensemble.run(seed, 0, made, 1);
    exact = closed_form(ensemble, small.measures, 1).yearly;
  }

  ReplicateJob job(std::size_t parts) const {
    return {small.ensemble.map(), small.measures, pieces.size(), parts, seed, made};
  }

  void keep(std::size_t parts, std::size_t part, PieceStore& into, int threads = 1, const Watch& watch = {}) const {
    const ReplicateJob own = job(parts);
    const std::vector<bool> wanted = wanted_pieces(own, part);
    keep_part(
        own, part,
        [&](const auto& visit) {
          for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
            if (wanted[piece]) visit(pieces[piece], piece);
          }
        },
        threads, watch, into);
  }

  std::vector<MemoryStore> all(std::size_t parts, int threads = 1) const {
    std::vector<MemoryStore> stores(parts);
    for (std::size_t part = 0; part < parts; ++part) keep(parts, part, stores[part], threads);
    return stores;
  }
};

const Cut& cut() {
  static const Cut made_once;
  return made_once;
}

std::vector<const PieceStore*> handles(const std::vector<MemoryStore>& stores) {
  std::vector<const PieceStore*> all;
  for (const MemoryStore& store : stores) all.push_back(&store);
  return all;
}

bool is_the_whole(const JoinedReplicates& joined) {
  for (std::size_t m = 0; m < cut().small.measures.all().size(); ++m) {
    if (joined.replicates.of(m) != cut().whole.of(m)) return false;
    const Moments &one = joined.moments[m], &other = cut().exact[m];
    if (std::bit_cast<std::uint64_t>(one.mean) != std::bit_cast<std::uint64_t>(other.mean)) return false;
    if (std::bit_cast<std::uint64_t>(one.variance) != std::bit_cast<std::uint64_t>(other.variance)) return false;
  }
  return true;
}

TEST(PartSums, of_any_number_of_parts_join_to_the_whole) {
  for (const std::size_t parts : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 40U}) {
    const std::vector<MemoryStore> stores = cut().all(parts);
    EXPECT_TRUE(is_the_whole(joined_replicates(cut().job(parts), handles(stores)))) << parts;
  }
}

TEST(PartSums, do_not_depend_on_threads) {
  const std::vector<MemoryStore> one = cut().all(4, 1), three = cut().all(4, 3);
  for (std::size_t part = 0; part < one.size(); ++part) EXPECT_EQ(one[part].pieces(), three[part].pieces()) << part;
}

TEST(PartSums, are_taken_from_a_journal_of_the_same_tiles) {
  MemoryStore journal, first, second;
  Watch watch;
  watch.journal = &journal;
  cut().keep(2, 1, first, 1, watch);
  EXPECT_EQ(journal.taken(), 0);
  const std::size_t tiles = journal.pieces().size();
  EXPECT_GT(tiles, 0U);
  cut().keep(2, 1, second, 1, watch);
  EXPECT_EQ(static_cast<std::size_t>(journal.taken()), tiles);
  EXPECT_EQ(first.pieces(), second.pieces());
}

TEST(PartSums, name_the_part_that_lacks_any_of_its_sums) {
  const std::vector<MemoryStore> stores = cut().all(3);
  for (std::size_t part = 0; part < stores.size(); ++part) {
    for (const auto& [key, numbers] : stores[part].pieces()) {
      std::vector<MemoryStore> spoilt = cut().all(3);
      spoilt[part].erase(key);
      try {
        joined_replicates(cut().job(3), handles(spoilt));
        FAIL() << "part " << part << " kind " << key.kind;
      } catch (const PartLacks& lacks) {
        EXPECT_EQ(lacks.part(), part);
      }
      if (key.kind == static_cast<std::uint64_t>(PartKind::tile) && key.first > 0) break;  // one of each kind
    }
  }
}

TEST(PartSums, tiles_begin_where_every_part_begins) {
  // 25 draws of 8; three parts begin with 0, 8 and 16 draws; a tile has 64 replicates at most.
  EXPECT_EQ(tile_limits(200, 3), (std::vector<std::uint32_t>{0, 64, 128, 192, 200}));
  EXPECT_EQ(tile_limits(200, 2), (std::vector<std::uint32_t>{0, 64, 96, 128, 192, 200}));
  EXPECT_EQ(tile_limits(16, 5), (std::vector<std::uint32_t>{0, 8, 16})) << "no tile is less than a draw";
  EXPECT_EQ(tile_limits(8, 1), (std::vector<std::uint32_t>{0, 8}));
}

TEST(PartSums, leave_pieces_out_that_others_work_on) {
  // Three pieces, three parts: one each.
  for (std::size_t part = 0; part < 3; ++part) {
    std::vector<bool> own(3);
    own[part] = true;
    EXPECT_EQ(wanted_pieces(cut().job(3), part), own) << part;
  }
  EXPECT_EQ(wanted_pieces(cut().job(1), 0), std::vector<bool>(3, true));
}

RC_GTEST_PROP(PartSumsProperty, every_tile_is_worked_on_for_every_piece, ()) {
  const auto parts = *rc::gen::inRange<std::size_t>(1, 60);
  const auto draws = *rc::gen::inRange<std::uint32_t>(1, 60);
  const std::vector<std::uint32_t> limits = tile_limits(draws * replicates_a_draw, parts);
  RC_ASSERT(limits.front() == 0U);
  RC_ASSERT(limits.back() == draws * replicates_a_draw);
  for (std::size_t i = 1; i < limits.size(); ++i) {
    RC_ASSERT(limits[i] > limits[i - 1]);
    RC_ASSERT(limits[i] - limits[i - 1] <= replicates_a_tile);
    RC_ASSERT(limits[i] % replicates_a_draw == 0U);
  }
}

}  // namespace
}  // namespace disburse
