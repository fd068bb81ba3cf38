#include "scenarios/published/word_document.hpp"

#include <pugixml.hpp>

#include "engine/confined/confined_reading.hpp"
#include "engine/support/zip_reader.hpp"

namespace disburse {
namespace {

constexpr const char* body_part = "word/document.xml";

[[noreturn]] void refuse(const std::string& file, Message problem) {
  InputErrors errors;
  errors.add({file, 0, 0}, "", std::move(problem), "a docx holds its text as word/document.xml"_m,
             "Save the document again in Word or WPS"_m);
  throw InputRejected(Door::data, std::move(errors));
}

/// The text below a node; a line end and a tab part words.
std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:t") {
      text += child.text().get();
    } else if (name == "w:tab" || name == "w:br") {
      text += ' ';
    } else {
      text += text_of(child);
    }
  }
  return text;
}

std::vector<std::string> words_of(const std::string& text, bool apart) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool wide = std::string_view(text).substr(i).starts_with("\u3000");
    if (!wide && text[i] != ' ' && text[i] != '\t' && text[i] != '\n') {
      words.back() += text[i];
    } else if (apart && !words.back().empty()) {
      words.emplace_back();
    }
    i += wide ? std::size_t{2} : std::size_t{0};
  }
  if (apart && words.back().empty()) words.pop_back();
  return words;
}

class Body {
 public:
  explicit Body(std::string file) : file_(std::move(file)) {}

  void read(const pugi::xml_node& parent) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "w:p") {
        ++number_;
        std::vector<std::string> words = words_of(text_of(node), true);
        if (!words.empty()) lines_.push_back({std::move(words), false, {file_, number_, 0}});
      } else if (name == "w:tr") {
        read_row(node);
      } else {
        read(node);
      }
    }
  }
  std::vector<PublishedLine> take() { return std::move(lines_); }

 private:
  void read_row(const pugi::xml_node& row) {
    ++number_;
    std::vector<std::string> cells;
    for (const pugi::xml_node& cell : row.children("w:tc")) {
      cells.push_back(words_of(text_of(cell), false).front());
      const int span = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
      for (int more = 1; more < span; ++more) cells.emplace_back();
    }
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    if (!cells.empty()) lines_.push_back({std::move(cells), true, {file_, number_, 0}});
  }

  std::string file_;
  int number_ = 0;  ///< paragraphs and rows, as they come
  std::vector<PublishedLine> lines_;
};

std::vector<PublishedLine> lines_of(std::string_view bytes, const std::string& file) {
  try {
    ZipReader archive(bytes);
    const auto part = archive.part(body_part);
    pugi::xml_document document;
    if (!part || !document.load_buffer(part->data(), part->size())) refuse(file, "it is no Word document"_m);
    Body body(file);
    body.read(document);
    return body.take();
  } catch (const ArchiveDamaged& damaged) {
    refuse(file, damaged.message());
  }
}

std::string packed(const std::vector<PublishedLine>& lines) {
  Packing packing;
  packing.add(std::uint64_t{lines.size()});
  for (const PublishedLine& line : lines) {
    packing.add(std::uint64_t{line.words.size()});
    for (const std::string& word : line.words) packing.add(word);
    packing.add(std::uint8_t{line.of_table});
    packing.add(line.place.line);
  }
  return packing.take();
}

/// Errors: Unpackable.
std::vector<PublishedLine> unpacked(std::string_view packed_lines, const std::string& file) {
  Unpacking bytes(packed_lines);
  constexpr std::size_t least_line = sizeof(std::uint64_t) + sizeof(std::uint8_t) + sizeof(int);
  std::vector<PublishedLine> lines(bytes.count(least_line));
  for (PublishedLine& line : lines) {
    line.words.resize(bytes.count(sizeof(std::uint64_t)));
    for (std::string& word : line.words) word = bytes.text();
    line.of_table = bytes.flag();
    line.place = {file, bytes.number<int>(), 0};
  }
  return lines;
}

}  // namespace

std::vector<PublishedLine> read_word_lines(std::string_view bytes, const std::string& file) {
  const std::string lines =
      confined_reading(file, Door::data, confinement_for(bytes.size()), [&] { return packed(lines_of(bytes, file)); });
  try {
    return unpacked(lines, file);
  } catch (const Unpackable&) {
    reject_breakdown(file, Door::data);
  }
}

}  // namespace disburse
