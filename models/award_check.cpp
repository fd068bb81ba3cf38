// What contradicts the law in a person for whom an award is asked.
#include <algorithm>

#include "models/award.hpp"
#include "models/award_gap.hpp"
#include "models/resident_award.hpp"
#include "models/retirement_age.hpp"

namespace disburse {
namespace {

class PersonCheck {
 public:
  PersonCheck(const ParameterTree& law, const Person& person, InputErrors& errors)
      : law_(law), person_(person), errors_(errors) {}

  void run() {
    if (!person_.death.month.is_none()) check_death();
    if (person_.retired.is_none()) return;
    if (const auto gap = award_gap(law_, person_)) {
      check_span();
      // After a death there are survivors' benefits, which need no award.
      if (person_.death.month.is_none())
        reject("retired", "no pension is awarded by the law on record for {}"_m(to_string(person_.retired)), *gap,
               "Give a later month, or died for what survivors get"_m);
      return;
    }
    check_age();
    check_service();
    if (!has_divisor(law_, person_.birth, person_.retired)) {
      reject("retired", "the age at retirement has no divisor"_m, "the table goes from 40 to 70"_m,
             "Mend birth or retired"_m);
    }
  }

 private:
  void reject(const char* key, Message problem, Message why, Message remedy) {
    errors_.add(person_.place_of(key), key, std::move(problem), std::move(why), std::move(remedy));
  }

  /// 弹性退休: some months before the statutory month, not before the old age; some months after it.
  void check_age() {
    const StatutoryRetirement statutory = statutory_retirement(law_, person_.group, person_.birth);
    const Month old_age = statutory.month - statutory.delay;
    const auto early = static_cast<int>(law_.integer("retirement.most_early", person_.retired));
    const auto late = static_cast<int>(law_.integer("retirement.most_late", person_.retired));
    const Month earliest = std::max(old_age, statutory.month - early);
    if (person_.retired < earliest) {
      reject(
          "retired", "{} lies before {}, the earliest month"_m(to_string(person_.retired), to_string(earliest)),
          "the statutory month by birth and group is {}; it may be brought forward by at most {} months, not before the old age in {}"_m(
              to_string(statutory.month), early, to_string(old_age)),
          "Give that month or a later one"_m);
    }
    const Month latest = std::max(statutory.month + late, served_in());
    if (person_.retired > latest) {
      reject(
          "retired", "{} lies after {}, the latest month"_m(to_string(person_.retired), to_string(latest)),
          "the statutory month by birth and group is {}; it may be put off by at most {} months, longer only until the least years of contribution are reached"_m(
              to_string(statutory.month), late),
          "Give that month or an earlier one"_m);
    }
  }

  /// The month in which the least service is reached when each month until retirement counts.
  Month served_in() const {
    const auto least = static_cast<int>(law_.integer("retirement.minimum_service", person_.retired));
    return person_.retired - std::max(0, person_.service_months - least);
  }

  void check_service() {
    const auto least = static_cast<int>(law_.integer("retirement.minimum_service", person_.retired));
    if (person_.service_months < least) {
      reject("service_months", "{} months are too few"_m(person_.service_months), "a monthly pension needs {}"_m(least),
             "Give at least so many"_m);
    }
    check_span();
    if (person_.transition_months > person_.service_months) {
      reject("transition_months", "is more than service_months"_m, "it is a part of it"_m, "Mend one of them"_m);
    }
    if (person_.local_years > person_.service_months / 12 + 1) {
      reject("local_years", "is more than the years of service"_m, "it is a part of them"_m, "Mend one of them"_m);
    }
  }

  void check_span() {
    if (person_.service_months > person_.retired - person_.joined + 1) {
      reject("service_months",
             "{} months exceed the time since {}"_m(person_.service_months, to_string(person_.joined)),
             "no month counts twice"_m, "Mend service_months or joined"_m);
    }
  }

  void check_death() {
    const Death& death = person_.death;
    if (!person_.retired.is_none() && death.month < person_.retired) {
      reject("died", "{} lies before the retirement in {}"_m(to_string(death.month), to_string(person_.retired)),
             "who dies at work does not retire"_m, "Leave retired out, or mend died"_m);
    }
    if (person_.scheme == Scheme::civil_service && !death.basic_wage) {
      reject("basic_wage", "is missing"_m, "the survivors of a civil servant get months of the last basic wage"_m,
             "Write basic_wage = \"3500.00\""_m);
    }
  }

  const ParameterTree& law_;
  const Person& person_;
  InputErrors& errors_;
};

}  // namespace

void check_person(const ParameterTree& law, const Person& person, InputErrors& errors) {
  if (person.scheme == Scheme::resident) return check_resident(law, person, errors);
  PersonCheck(law, person, errors).run();
}

}  // namespace disburse
