#include "engine/replicates/ensemble.hpp"

#include "engine/parallel.hpp"

namespace disburse {
namespace {

constexpr std::uint32_t chunk = 64;  // replicates of one task: their sums stay in a core's cache

}  // namespace

std::int64_t taken_up(std::int64_t fen, const Rate& share) {
  if (share.numerator() == share.denominator()) return fen;
  return rounded_quotient(Int128{fen} * share.numerator(), share.denominator(), Rounding::half_up);
}

Ensemble::Ensemble(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& survival,
                   const Measures& measures, int threads)
    : schemes_(member_paths(population, programmes, survival, threads)),
      fixed_(measures.all().size()),
      of_immortals_(measures.all().size()) {
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    for (const FixedPayment& payment : programmes[p]->fixed_payments()) {
      for (const std::uint32_t m : measures.of(p, payment.line, payment.paid)) fixed_[m] += payment.amount.fen();
    }
  }
  of_immortals_ = fixed_;
  for (const SchemePaths& scheme : schemes_) {
    std::vector<std::vector<std::uint32_t>> counted;
    for (const std::vector<Column>* columns : {&scheme.columns.alive(), &scheme.columns.lumps()}) {
      for (const Column& column : *columns) {
        counted.push_back(measures.of(column.programme, programmes[column.programme]->definition().line, column.paid));
      }
    }
    const std::vector<Column>& alive = scheme.columns.alive();
    std::vector<std::int64_t> immortal = scheme.columns.if_all_live();
    for (const PathBlock& block : scheme.blocks) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        for (std::size_t j = 0; j < block.alive; ++j) {
          immortal[block.columns[j]] -= block.amount(i, j);
        }
      }
    }
    for (std::size_t j = 0; j < alive.size(); ++j) {
      for (const std::uint32_t m : counted[j]) of_immortals_[m] += taken_up(immortal[j], alive[j].share);
    }
    counted_.push_back(std::move(counted));
  }
}

std::vector<std::int64_t> Ensemble::amounts_of(std::uint64_t seed, std::uint32_t first, std::uint32_t count,
                                               Simd simd) const {
  const std::size_t measures = fixed_.size();
  std::vector<std::int64_t> amounts;
  for (std::uint32_t r = 0; r < count; ++r) amounts.insert(amounts.end(), fixed_.begin(), fixed_.end());
  for (std::size_t s = 0; s < schemes_.size(); ++s) {
    const SchemeColumns& columns = schemes_[s].columns;
    const std::size_t width = columns.width();
    const std::size_t alive = columns.alive().size();
    std::vector<std::int64_t> sums(count * width);
    std::vector<std::int64_t> deaths(count);
    add_deaths(schemes_[s], seed, first, count, simd, sums, deaths);
    for (std::uint32_t r = 0; r < count; ++r) {
      std::int64_t* own = amounts.data() + r * measures;
      for (std::size_t j = 0; j < width; ++j) {
        const std::int64_t moved = sums[r * width + j];
        const Rate& share = j < alive ? columns.alive()[j].share : columns.lumps()[j - alive].share;
        const std::int64_t fen = taken_up(j < alive ? columns.if_all_live()[j] - moved : moved, share);
        for (const std::uint32_t m : counted_[s][j]) own[m] += fen;
      }
    }
  }
  return amounts;
}

Replicates Ensemble::run(std::uint64_t seed, std::uint32_t first, std::uint32_t count, int threads, const Watch& watch,
                         Simd simd) const {
  const std::size_t measures = fixed_.size();
  Replicates result(measures, count);
  const std::size_t chunks = (count + chunk - 1) / chunk;
  for_blocks(chunks, threads, [&](std::size_t c) {
    const auto begin = static_cast<std::uint32_t>(c) * chunk;
    const std::uint32_t size = std::min(chunk, count - begin);
    const PieceKey key{watch.kind, first + begin};
    std::vector<std::int64_t> amounts(size * measures);
    if (watch.journal == nullptr || !watch.journal->find(key, amounts)) {
      amounts = amounts_of(seed, first + begin, size, simd);
      if (watch.journal != nullptr) watch.journal->add(key, amounts);
    }
    for (std::size_t m = 0; m < measures; ++m) {
      for (std::uint32_t r = 0; r < size; ++r) result.at(m, begin + r) = amounts[r * measures + m];
    }
    if (watch.done) watch.done(size);
  });
  return result;
}

}  // namespace disburse
