#include "engine/members/roster.hpp"

#include <algorithm>

#include "engine/base/digest.hpp"
#include "engine/base/error.hpp"

namespace disburse {
namespace {

template <class T>
std::string_view bytes_of(const std::vector<T>& column) {
  static_assert(std::is_trivially_copyable_v<T>);
  return {reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T)};
}

}  // namespace

void Roster::reserve(std::size_t members) {
  each_column([&](auto& column) { column.reserve(members); }, *this);
}

void Roster::append(const Roster& members) {
  each_column([](auto& into, const auto& from) { into.insert(into.end(), from.begin(), from.end()); }, *this, members);
}

void Roster::add(const MemberKey& member_key, const Member& member) {
  key.push_back(member_key);
  each_column_of(member_columns<Exact>,
                 [&](const auto& column) { (this->*column.values).push_back(column.stored(member)); });
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

std::string RosterDigest::hex(const RosterHead& head) {
  std::string text = "roster/2 " + to_string(head.as_of) + "\n";
  if (head.is_carried()) text += "carried\n";
  std::size_t at = 0;
  text += columns_[at++].hex() + "\n";
  each_column_of(member_columns<Exact>, [&](const auto& column) {
    const std::string hex = columns_[at++].hex();
    if (!column.carried || head.is_carried()) text += hex + "\n";
  });
  return sha256_hex(text);
}

std::string digest_of(const Roster& roster) {
  RosterDigest digest;
  digest.add(roster);
  return digest.hex(roster);
}

}  // namespace disburse
