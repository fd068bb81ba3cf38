#include "outputs/office/archive_check.hpp"

#include <cmath>
#include <cstring>
#include <pugixml.hpp>

#include "engine/support/zip_reader.hpp"

namespace disburse {
namespace {

pugi::xml_document parsed(const std::string& part, const std::string& content) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(content.data(), content.size(), pugi::parse_full, pugi::encoding_utf8);
  if (!result)
    throw ArchiveDamaged(
        "the part {} is broken at byte {} ({})"_m(part, result.offset, Message::verbatim(result.description())));
  return document;
}

bool is_xml(const std::string& part) { return part.ends_with(".xml") || part.ends_with(".rels"); }

SheetTally tally_of(const pugi::xml_document& sheet) {
  SheetTally tally;
  for (const pugi::xml_node row : sheet.child("worksheet").child("sheetData").children("row")) {
    for (const pugi::xml_node cell : row.children("c")) {
      ++tally.cells;
      const std::string_view type = cell.attribute("t").value();
      if (!type.empty() && type != "n") continue;
      const pugi::xml_node value = cell.child("v");
      if (!value || cell.child("f")) continue;
      ++tally.numbers;
      const double number = value.text().as_double();
      tally.sum += number;
      tally.size += std::abs(number);
    }
  }
  return tally;
}

}  // namespace

void check_archive(const std::string& name, std::string_view bytes) {
  try {
    ZipReader archive(bytes);
    for (const std::string& part : archive.names()) {
      const auto content = archive.part(part);
      if (content && is_xml(part)) parsed(part, *content);
    }
  } catch (const ArchiveDamaged& damaged) {
    throw ArchiveDamaged("{}: what was made is no sound document: {}. Nothing was published; look at the disk"_m(
        name, damaged.message()));
  }
}

std::vector<SheetTally> sheet_tallies(std::string_view bytes) {
  ZipReader archive(bytes);
  std::vector<SheetTally> tallies;
  for (std::size_t number = 1;; ++number) {
    const std::string part = "xl/worksheets/sheet" + std::to_string(number) + ".xml";
    const auto content = archive.part(part);
    if (!content) return tallies;
    tallies.push_back(tally_of(parsed(part, *content)));
  }
}

std::size_t shared_texts(std::string_view bytes) {
  const std::string part = "xl/sharedStrings.xml";
  const auto content = ZipReader(bytes).part(part);
  if (!content) return 0;
  std::size_t texts = 0;
  const pugi::xml_document table = parsed(part, *content);
  for (const pugi::xml_node text : table.child("sst").children("si")) {
    static_cast<void>(text);
    ++texts;
  }
  return texts;
}

}  // namespace disburse
