// Writing the roster file: as a whole in memory, or piece by piece on the disk.
#include "engine/storage/roster_writer.hpp"

#include "engine/storage/roster_columns.hpp"
#include "engine/storage/roster_file_check.hpp"

namespace disburse {

using namespace roster_detail;

namespace {

template <class T>
std::string_view bytes_of(const std::vector<T>& column) {
  return {reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T)};
}

}  // namespace

RosterWriter::RosterWriter(Hdf5Writer& writer, const RosterOrigin& origin, const Roster& head, std::size_t members)
    : writer_(writer), head_(head), members_(members) {
  EXPECT(!head.as_of.is_none());
  writer.attribute("filetype", filetype);
  writer.attribute("version", format_version);
  writer.attribute("scenario", origin.scenario);
  writer.attribute("seed", std::to_string(origin.seed));
  writer.attribute("as_of", to_string(head.as_of));
  writer.attribute("source", head.source);
  writer.attribute("program_version", origin.version);
  writer.attribute("commit", origin.commit);
  if (head_.is_carried()) writer.attribute("carried", "yes");
  for (const RosterColumn& column : columns()) {
    if (!column.carried || head_.is_carried()) writer.create(about(column), column.type, members, key_width);
  }
}

void RosterWriter::add(const Roster& members) {
  digest_.add(members);
  writer_.write("key", written_, bytes_of(members.key));
  each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
    if (column.carried && !head_.is_carried()) return;
    const auto& values = members.*One::values;
    if constexpr (holds_months<One>)
      writer_.write(column.name, written_, bytes_of(months_to_file(values)));
    else
      writer_.write(column.name, written_, bytes_of(values));
  });
  written_ += members.size();
}

void RosterWriter::finish() {
  EXPECT(written_ == members_);
  writer_.attribute("digest", digest_.hex(head_));
}

std::string roster_image(const Roster& roster, const RosterOrigin& origin) {
  Hdf5Writer writer;
  RosterWriter rows(writer, origin, roster, roster.size());
  rows.add(roster);
  rows.finish();
  return writer.image();
}

}  // namespace disburse
