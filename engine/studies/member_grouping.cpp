#include "engine/studies/member_grouping.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/base/reject.hpp"
#include "engine/comparison/small_cells.hpp"
#include "engine/law/programme_names.hpp"

namespace disburse {
namespace {

constexpr int months_a_year = 12, years_a_group = 10;

using Key = std::tuple<Scheme, Role, Category, Sex, int>;
struct Group {
  std::int64_t persons = 0;
  Money paid;
  std::string member;
};

/// What one member is paid if alive throughout, component by component; what is paid on death is left out.
class ComponentSums : public PaymentListener {
 public:
  explicit ComponentSums(const ProgrammeDefinition& programme)
      : programme_(programme), all(programme.components.size()) {}
  void pay(std::size_t component, std::size_t, Money amount) override {
    if (programme_.components[component].on_death) return;
    all[component] += amount;
    member += amount;
    paid = true;
  }
  void nothing(std::size_t, Reason) override {}
  void step(Step) override {}

 private:
  const ProgrammeDefinition& programme_;

 public:
  std::vector<Money> all;  ///< over members
  Money member;            ///< of the present one
  bool paid = false;
};

const Programme& programme_of_id(const Session& session, const std::string& text) {
  MeantProgramme meant = meant_programme(text, session.law.programmes);
  for (const auto& programme : session.programmes) {
    if (programme->definition().id == meant.id) return *programme;
  }
  reject_option("--programme", "there is no programme {}"_m(text), "nobody is paid by it"_m, std::move(meant.remedy));
}

std::vector<MemberGroup> listed(const std::map<Key, Group>& groups) {
  std::vector<std::int64_t> counts;
  for (const auto& [key, group] : groups) counts.push_back(group.persons);
  const std::vector<bool> hidden = suppressed(counts);
  std::vector<MemberGroup> list;
  std::size_t at = 0;
  for (const auto& [key, group] : groups) {
    MemberGroup one;
    std::tie(one.scheme, one.role, one.category, one.sex, one.from_age) = key;
    if (!hidden[at++]) {
      one.persons = group.persons;
      one.paid = group.paid;
      one.member = group.member;
    }
    list.push_back(std::move(one));
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const MemberGroup& a, const MemberGroup& b) { return b.paid < a.paid; });
  return list;
}

}  // namespace

MemberGroups member_groups(const Session& session, const std::string& id) {
  const Programme& programme = programme_of_id(session, id);
  MemberGroups result{session.scenario.name, programme.definition(), {}, {}};
  ComponentSums sums(programme.definition());
  std::map<Key, Group> groups;
  const Roster& roster = session.roster;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const Member member = roster.member(i);
    if (!programme.concerns(member.scheme, member.role)) continue;
    sums.member = {};
    sums.paid = false;
    programme.explain(member, sums);
    if (!sums.paid) continue;
    const int age = (roster.as_of - member.birth) / months_a_year / years_a_group * years_a_group;
    Group& group = groups[{member.scheme, member.role, member.category, member.sex, age}];
    ++group.persons;
    group.paid += sums.member;
    if (group.member.empty()) group.member = std::string(roster.key[i].view());
  }
  for (std::size_t c = 0; c < programme.definition().components.size(); ++c)
    result.components.push_back({programme.definition().components[c], sums.all[c]});
  result.groups = listed(groups);
  return result;
}

}  // namespace disburse
