// Writing the roster file: as a whole in memory, or piece by piece on the disk.
#include "engine/roster_writer.hpp"

#include "engine/roster_columns.hpp"
#include "engine/roster_file_check.hpp"

namespace disburse {

using namespace roster_detail;

namespace {

template <class T>
std::string_view bytes_of(const std::vector<T>& column) {
  return {reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T)};
}

}  // namespace

RosterWriter::RosterWriter(Hdf5Writer& writer, const RosterOrigin& origin, const Roster& head, std::size_t members)
    : writer_(writer), as_of_(head.as_of), members_(members) {
  EXPECT(!head.as_of.is_none());
  writer.attribute("filetype", filetype);
  writer.attribute("version", format_version);
  writer.attribute("scenario", origin.scenario);
  writer.attribute("seed", std::to_string(origin.seed));
  writer.attribute("as_of", to_string(head.as_of));
  writer.attribute("source", head.source);
  writer.attribute("program_version", origin.version);
  writer.attribute("commit", origin.commit);
  for (const Column& column : columns) writer.create(about(column), column.type, members, key_width);
}

void RosterWriter::add(const Roster& members) {
  digest_.add(members);
  std::size_t column = 0;
  const auto put = [&](const auto& values) { writer_.write(columns[column++].name, written_, bytes_of(values)); };
  put(members.key);
  put(members.scheme);
  put(members.role);
  put(members.sex);
  put(members.category);
  put(members.hardship);
  put(months_to_file(members.birth));
  put(months_to_file(members.joined));
  put(months_to_file(members.retired));
  put(members.service_months);
  put(members.pension);
  put(members.account_pension);
  put(members.base);
  put(members.annuity_base);
  put(members.grade);
  EXPECT(column == columns.size());
  written_ += members.size();
}

void RosterWriter::finish() {
  EXPECT(written_ == members_);
  writer_.attribute("digest", digest_.hex(as_of_));
}

std::string roster_image(const Roster& roster, const RosterOrigin& origin) {
  Hdf5Writer writer;
  RosterWriter rows(writer, origin, roster, roster.size());
  rows.add(roster);
  rows.finish();
  return writer.image();
}

}  // namespace disburse
