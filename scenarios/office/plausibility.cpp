#include "scenarios/office/plausibility.hpp"

#include <algorithm>

#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr int months_a_year = 12;
constexpr int hundred = 100;

/// Sums over a scheme's pensioners.
struct Whole {
  std::int64_t persons = 0, women = 0, centenarians = 0, ages = 0, paid = 0;
  Money pensions;
  Money least, most;
};

Whole whole_of(const Roster& roster, Scheme scheme) {
  Whole whole;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const Member member = roster.member(i);
    if (member.scheme != scheme || member.role != Role::pensioner) continue;
    const int age = age_in(member.birth, roster.as_of);
    ++whole.persons;
    whole.women += member.sex == Sex::female ? 1 : 0;
    whole.centenarians += age >= hundred ? 1 : 0;
    whole.ages += age;
    if (member.pension <= Money{}) continue;
    whole.least = whole.paid == 0 ? member.pension : std::min(whole.least, member.pension);
    whole.most = std::max(whole.most, member.pension);
    whole.pensions += member.pension;
    ++whole.paid;
  }
  return whole;
}

class Judge {
 public:
  Judge(const Whole& whole, Scheme scheme, const CheckLimits& limits, std::vector<OfficeFinding>& findings)
      : whole_(whole),
        usual_(limits.usual[static_cast<std::size_t>(scheme)]),
        scheme_(scheme),
        limits_(limits),
        findings_(findings) {}

  void all() {
    if (whole_.persons < limits_.fewest_pensioners) return;
    pensions();
    const std::int64_t age = whole_.ages / whole_.persons;
    if (age < usual_.age_low || age > usual_.age_high)
      find("average_age_unusual", Severity::warning,
           "The pensioners are {} years old on average; {} to {} is usual."_m(age, usual_.age_low, usual_.age_high));
    const std::int64_t women = whole_.women * hundred / whole_.persons;
    if (women < usual_.women_low || women > usual_.women_high)
      find("share_of_women_unusual", Severity::warning,
           "Women are {} % of the pensioners; {} to {} % is usual."_m(women, usual_.women_low, usual_.women_high));
    if (whole_.centenarians * hundred > limits_.centenarians * whole_.persons)
      find("many_centenarians", Severity::warning,
           "{} of {} pensioners are over a hundred; at most {} % is usual."_m(whole_.centenarians, whole_.persons,
                                                                              limits_.centenarians));
  }

 private:
  void pensions() {
    if (whole_.paid < limits_.fewest_pensioners) return;
    const Money average = Money::fen(whole_.pensions.fen() / whole_.paid);
    constexpr int far = 10;
    const bool unusual = average < usual_.pension_low || average > usual_.pension_high;
    const bool improbable = average * far < usual_.pension_low || average > usual_.pension_high * far;
    if (unusual)
      find(improbable ? "average_pension_improbable" : "average_pension_unusual",
           improbable ? Severity::error : Severity::warning,
           "The average pension is {} yuan a month; {} to {} yuan is usual. Are the amounts in another unit?"_m(
               yuan_text(average), yuan_text(usual_.pension_low), yuan_text(usual_.pension_high)));
    // The residents' base pension is the same for all by law.
    if (scheme_ != Scheme::resident && whole_.least == whole_.most)
      find("pensions_all_equal", Severity::warning,
           "All {} pensions are {} yuan a month; they differ from person to person as a rule."_m(
               whole_.paid, yuan_text(whole_.most)));
  }

  void find(const char* rule, Severity severity, Message message) {
    findings_.push_back(
        {rule, severity, false, office_word(scheme_), 0, "", std::move(message), whole_.pensions * months_a_year});
  }

  const Whole& whole_;
  const CheckLimits::Usual& usual_;
  Scheme scheme_;
  const CheckLimits& limits_;
  std::vector<OfficeFinding>& findings_;
};

}  // namespace

void find_unusual(const Roster& roster, const CheckLimits& limits, std::vector<OfficeFinding>& findings) {
  for (std::size_t s = 0; s < scheme_count; ++s) {
    const auto scheme = static_cast<Scheme>(s);
    const Whole whole = whole_of(roster, scheme);
    Judge(whole, scheme, limits, findings).all();
  }
}

}  // namespace disburse
