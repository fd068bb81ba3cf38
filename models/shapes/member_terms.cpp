#include "models/shapes/member_terms.hpp"

#include "engine/base/error.hpp"

namespace disburse {
namespace {

/// Looks the parameters of one month up; those that the grant does not name are left alone.
template <class N>
class MonthReader {
 public:
  MonthReader(const typename N::Law& law, Month month) : law_(law), month_(month) {}

  typename N::Money money(const std::string& path) const {
    return path.empty() ? typename N::Money() : typename N::Money(law_.money(path, month_));
  }
  typename N::Rate rate(const std::string& path) const {
    return path.empty() ? typename N::Rate(1, 1) : typename N::Rate(law_.rate(path, month_));
  }
  std::int64_t integer(const std::string& path, std::int64_t otherwise) const {
    return path.empty() ? otherwise : law_.integer(path, month_);
  }
  std::int64_t threshold(const Condition& condition) const {
    const std::string& path = condition.label.parameter;
    if (path.empty()) return 0;
    const bool is_month = condition.test == Test::retired_from || condition.test == Test::retired_until;
    return is_month ? law_.month_value(path, month_).index() : law_.integer(path, month_);
  }
  const StepTable& steps(const std::string& path) const { return law_.table(path, month_); }
  NumberTable numbers(const std::string& path) const {
    return path.empty() ? NumberTable() : law_.numbers(path, month_);
  }
  bool is_listed(const std::string& months) const { return law_.months(months, month_).contains(month_); }

 private:
  const typename N::Law& law_;
  Month month_;
};

template <class N>
void read_base(const AmountRule& amount, const MonthReader<N>& reader, GrantTermsOf<N>& terms) {
  if (amount.base == AmountBase::standard) {
    terms.standard = reader.money(amount.parameter);
  } else if (!amount.parameter.empty()) {
    terms.steps = reader.steps(amount.parameter);
  }
  for (const auto& [category, path] : amount.by_category) {
    const auto at = static_cast<std::size_t>(category);
    if (terms.by_category.size() <= at) terms.by_category.resize(at + 1);
    terms.by_category[at] = reader.money(path);
  }
}

template <class N>
GrantTermsOf<N> terms_in(const Grant& grant, const MonthReader<N>& reader) {
  const AmountRule& amount = grant.amount;
  GrantTermsOf<N> terms;
  read_base(amount, reader, terms);
  terms.factor = reader.rate(amount.share) * typename N::Rate(reader.integer(amount.times, 1), 1);
  terms.times_by_years = reader.numbers(amount.times_by_years);
  terms.years_beyond = reader.integer(amount.years_beyond, 0);
  terms.years_at_most = reader.integer(amount.years_at_most, 0);
  terms.at_least = reader.money(amount.at_least);
  terms.at_most = reader.money(amount.at_most);
  for (const Condition& condition : grant.conditions) terms.thresholds.push_back(reader.threshold(condition));
  for (const PayerShare& part : grant.shared) terms.shares.push_back(reader.rate(part.share));
  return terms;
}

template <class N>
void check_shares(const Grant& grant, const ContextOf<N>& context, Month month) {
  if (grant.shared.empty()) return;
  const ParameterTree& law = tree_of(context.law);
  Rate sum;
  for (const PayerShare& part : grant.shared) sum = sum + law.rate(part.share, month);
  if (sum <= Rate(1, 1)) return;
  InputErrors errors;
  errors.add(context.definition.place, "component.shared",
             "the parts of {} sum to {} in {}"_m(context.definition.components[grant.component].id, to_string(sum),
                                                 to_string(month)),
             "nothing but a debt would be left for the payer of the rest"_m, "Lower one of the shares"_m);
  throw InputRejected(Door::data, std::move(errors));
}

template <class N>
std::vector<GrantRunOf<N>> runs_of(const Grant& grant, const ContextOf<N>& context) {
  std::vector<GrantRunOf<N>> runs;
  for (std::int32_t t = 0; t < context.horizon.count; ++t) {
    const Month month = context.horizon.month(t);
    const MonthReader<N> reader(context.law, month);
    check_shares(grant, context, month);
    GrantTermsOf<N> terms = terms_in(grant, reader);
    if (grant.due == Due::months_of_year && !reader.is_listed(grant.months)) continue;
    if (!runs.empty() && runs.back().months.end == t && runs.back().terms == terms) {
      ++runs.back().months.end;
    } else {
      runs.push_back({{t, t + 1}, std::move(terms)});
    }
  }
  return runs;
}

}  // namespace

std::vector<GrantRunOf<Exact>> grant_runs(const Grant& grant, const ContextOf<Exact>& context) {
  return runs_of(grant, context);
}
std::vector<GrantRunOf<Smooth>> grant_runs(const Grant& grant, const ContextOf<Smooth>& context) {
  return runs_of(grant, context);
}

}  // namespace disburse
