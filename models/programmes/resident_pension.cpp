// 城乡居民基本养老保险: base pension by payer, additions, account pension, contribution subsidies, funeral grant.
#include <algorithm>
#include <vector>

#include "engine/programme.hpp"

namespace disburse {
namespace {

class ResidentPension final : public RuleProgramme<ResidentPension> {
 public:
  explicit ResidentPension(const ProgrammeContext& context)
      : RuleProgramme(context),
        central_(component("base_central")),
        region_(component("base_region")),
        city_(component("city_supplement")),
        age_(component("age_addition")),
        years_(component("year_addition")),
        account_(component("account_pension")),
        funeral_(component("funeral_grant")),
        subsidy_city_(component("subsidy_city")),
        subsidy_region_(component("subsidy_region")),
        hardship_(component("hardship_contribution")) {
    for (int t = 0; t < horizon().count; ++t) terms_.push_back(terms_in(context.law, horizon().month(t)));
  }

  bool concerns(Scheme scheme, Role role) const override {
    return scheme == Scheme::resident && (role == Role::pensioner || role == Role::payer);
  }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    if (member.role == Role::payer) {
      subsidise(member, reader);
    } else {
      draw_pension(member, reader);
    }
  }

 private:
  struct Terms {
    Money central, region, city, per_further_year, funeral, subsidy_city, hardship;
    std::int64_t years_required = 0;
    StepTable by_age;
    StepTable subsidy;  ///< by yearly grade, region and county together
    bool contribution_month = false;
  };

  static Terms terms_in(const ParameterTree& law, Month month) {
    Terms terms;
    terms.central = law.money("resident_pension.base_central", month);
    terms.region = law.money("resident_pension.base_region", month);
    terms.city = law.money("resident_pension.city_supplement", month);
    terms.by_age = law.table("resident_pension.age_addition", month);
    terms.years_required = law.integer("resident_pension.years_required", month);
    terms.per_further_year = law.money("resident_pension.per_further_year", month);
    terms.funeral = law.money("resident_pension.funeral_grant", month);
    terms.subsidy = law.table("resident_pension.subsidy", month);
    terms.subsidy_city = law.money("resident_pension.subsidy_city", month);
    terms.hardship = law.money("resident_pension.hardship_contribution", month);
    terms.contribution_month = law.months("resident_pension.contribution_months", month).contains(month);
    return terms;
  }

  template <class Reader>
  void draw_pension(const Member& member, Reader& reader) const {
    const std::int64_t full_years = member.service_months / 12;
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      const Terms& terms = terms_[t];
      const Month month = horizon().month(static_cast<int>(t));
      if (month <= member.retired) {
        reader.nothing(t, Reason::not_yet_retired);
        continue;
      }
      const Money by_age = terms.by_age.at_least(age_in(member.birth, month));
      const Money by_years = terms.per_further_year * std::max<std::int64_t>(0, full_years - terms.years_required);
      reader.pay(central_, t, terms.central);
      reader.pay(region_, t, terms.region);
      reader.pay(city_, t, terms.city);
      if (by_age != Money{}) reader.pay(age_, t, by_age);
      if (by_years != Money{}) reader.pay(years_, t, by_years);
      if (member.account_pension != Money{}) reader.pay(account_, t, member.account_pension);
      reader.pay(funeral_, t, terms.funeral);
    }
  }

  /// The subsidy follows the grade; the county pays a fixed amount of it, the region the rest.
  template <class Reader>
  void subsidise(const Member& member, Reader& reader) const {
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      const Terms& terms = terms_[t];
      if (!terms.contribution_month) {
        reader.nothing(t, Reason::no_payment_month);
        continue;
      }
      const Money whole = terms.subsidy.at_least(member.grade);
      const Money city = std::min(whole, terms.subsidy_city);
      reader.pay(subsidy_city_, t, city);
      if (whole != city) reader.pay(subsidy_region_, t, whole - city);
      if (member.hardship) reader.pay(hardship_, t, terms.hardship);
    }
  }

  std::size_t central_, region_, city_, age_, years_, account_, funeral_, subsidy_city_, subsidy_region_, hardship_;
  std::vector<Terms> terms_;  // one a month
};

}  // namespace

std::unique_ptr<Programme> make_resident_pension(const ProgrammeContext& context) {
  return std::make_unique<ResidentPension>(context);
}

}  // namespace disburse
