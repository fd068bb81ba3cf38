#include "engine/roster.hpp"

#include <algorithm>

#include "engine/error.hpp"

namespace disburse {
namespace {

template <class T>
std::string_view bytes_of(const std::vector<T>& column) {
  static_assert(std::is_trivially_copyable_v<T>);
  return {reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T)};
}

}  // namespace

const char* to_string(Scheme scheme) {
  switch (scheme) {
    case Scheme::civil_service: return "civil_service";
    case Scheme::enterprise: return "enterprise";
    case Scheme::resident: return "resident";
  }
  return "";
}

const char* to_string(Role role) {
  switch (role) {
    case Role::pensioner: return "pensioner";
    case Role::active: return "active";
    case Role::payer: return "payer";
    case Role::leaver: return "leaver";
  }
  return "";
}

const char* to_string(Sex sex) { return sex == Sex::male ? "male" : "female"; }

const char* to_string(Category category) {
  switch (category) {
    case Category::ordinary: return "ordinary";
    case Category::pre_liberation_worker: return "pre_liberation_worker";
    case Category::state_school_teacher: return "state_school_teacher";
    case Category::lixiu: return "lixiu";
  }
  return "";
}

MemberKey MemberKey::from(std::string_view text) {
  MemberKey key;
  EXPECT(text.size() <= key.text.size());
  std::copy(text.begin(), text.end(), key.text.begin());
  return key;
}

std::string_view MemberKey::view() const {
  const auto end = std::find(text.begin(), text.end(), '\0');
  return {text.data(), static_cast<std::size_t>(end - text.begin())};
}

void Roster::reserve(std::size_t members) {
  each_column([&](auto& column) { column.reserve(members); }, *this);
}

void Roster::append(const Roster& members) {
  each_column([](auto& into, const auto& from) { into.insert(into.end(), from.begin(), from.end()); }, *this, members);
}

void Roster::add(const MemberKey& member_key, const Member& member) {
  key.push_back(member_key);
  scheme.push_back(member.scheme);
  role.push_back(member.role);
  sex.push_back(member.sex);
  category.push_back(member.category);
  hardship.push_back(member.hardship ? 1 : 0);
  birth.push_back(member.birth.index());
  joined.push_back(member.joined.index());
  retired.push_back(member.retired.index());
  service_months.push_back(member.service_months);
  pension.push_back(member.pension.fen());
  account_pension.push_back(member.account_pension.fen());
  base.push_back(member.base.fen());
  annuity_base.push_back(member.annuity_base.fen());
  grade.push_back(member.grade);
}

std::size_t Roster::find(std::string_view member_key) const {
  const auto at = std::find_if(key.begin(), key.end(), [&](const MemberKey& k) { return k.view() == member_key; });
  return static_cast<std::size_t>(at - key.begin());
}

Roster Roster::slice(std::size_t begin, std::size_t end) const {
  Roster part;
  part.as_of = as_of;
  part.evolves_from = evolves_from;
  part.source = source;
  part.digest = digest;
  each_column(
      [&](auto& into, const auto& from) {
        into.assign(from.begin() + static_cast<std::ptrdiff_t>(begin), from.begin() + static_cast<std::ptrdiff_t>(end));
      },
      part, *this);
  return part;
}

void RosterDigest::add(const Roster& piece) {
  std::size_t column = 0;
  Roster::each_column([&](const auto& values) { columns_[column++].add(bytes_of(values)); }, piece);
  EXPECT(column == columns);
}

std::string RosterDigest::hex(Month as_of) {
  std::string text = "roster/2 " + to_string(as_of) + "\n";
  for (Sha256& column : columns_) text += column.hex() + "\n";
  return sha256_hex(text);
}

std::string digest_of(const Roster& roster) {
  RosterDigest digest;
  digest.add(roster);
  return digest.hex(roster.as_of);
}

}  // namespace disburse
