#include "engine/support/xlsx_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "engine/parsing/number_format.hpp"
#include "engine/parsing/xml_stream.hpp"
#include "engine/support/files.hpp"
#include "engine/support/xlsx_sheet.hpp"
#include "engine/support/zip_reader.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20;
constexpr std::size_t most_sheets = 512;
constexpr std::size_t most_relations = 10'000;
constexpr std::size_t most_styles = 100'000;  // a workbook of Excel has 65,490 at most
// A cell of a real file takes two bytes or more of the archive; small files may have many alike.
constexpr std::size_t unsuspected_cells = 500'000;
constexpr std::size_t most_cells = std::size_t{16} << 20;
constexpr std::size_t most_texts = std::size_t{4} << 20;

int whole_number(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// A visitor made of one function for elements that begin.
template <class Begin>
class Elements final : public XmlVisitor {
 public:
  explicit Elements(Begin begin) : begin_(std::move(begin)) {}
  void begin(std::string_view name, const XmlAttributes& attributes) override { begin_(name, attributes); }
  void end(std::string_view) override {}

 private:
  Begin begin_;
};

/// The shared texts of a workbook.
class Texts final : public XmlVisitor {
 public:
  Texts(std::vector<std::string>& texts, std::size_t most) : texts_(texts), most_(most) {}
  void begin(std::string_view name, const XmlAttributes&) override { text_.begin(name); }
  void end(std::string_view name) override {
    text_.end(name);
    if (name != "si") return;
    if (texts_.size() == most_) throw XmlBroken("it has more shared texts than a file of its size can hold"_m);
    texts_.push_back(unescaped_text(text_.take()));
  }
  void text(std::string_view text) override { text_.add(text); }

 private:
  std::vector<std::string>& texts_;
  std::size_t most_;
  RichText text_;
};

/// Another part that a part refers to.
struct Relation {
  std::string type;  ///< the last word of its address: "worksheet", "sharedStrings"
  std::string part;
};
using Relations = std::map<std::string, Relation, std::less<>>;

/// "xl/worksheets/sheet1.xml" of the target "worksheets/sheet1.xml" in the folder "xl/".
std::string resolved(std::string_view folder, std::string target) {
  std::replace(target.begin(), target.end(), '\\', '/');
  std::string whole = target.starts_with('/') ? target.substr(1) : std::string(folder) + target;
  for (std::size_t up = whole.find("../"); up != std::string::npos; up = whole.find("../")) {
    const std::size_t parent = up < 2 ? std::string::npos : whole.rfind('/', up - 2);
    whole.erase(parent == std::string::npos ? 0 : parent + 1, up + 3 - (parent == std::string::npos ? 0 : parent + 1));
  }
  for (std::size_t here = whole.find("./"); here == 0; here = whole.find("./")) whole.erase(0, 2);
  return whole;
}

std::string_view folder_of(std::string_view part) { return part.substr(0, part.rfind('/') + 1); }

class XlsxReader {
 public:
  XlsxReader(std::string file, Door door, std::string_view bytes)
      : file_(std::move(file)),
        door_(door),
        archive_(bytes),
        most_cells_(std::clamp(bytes.size(), unsuspected_cells, most_cells)) {}

  Spreadsheet read() {
    context_.file = file_;
    context_.cells_left = most_cells_;
    Spreadsheet book;
    book.file = file_;
    const std::string main = main_part();
    relations_ = relations_of(main);
    read_workbook(main);
    for (const auto& [id, relation] : relations_) {
      if (relation.type == "sharedStrings") read_texts(relation.part);
      if (relation.type == "styles") read_styles(relation.part);
    }
    for (const Declared& one : declared_) book.sheets.push_back(sheet(one));
    if (book.sheets.empty()) fail("the workbook has no sheet"_m, "Save it again as an Excel workbook"_m);
    throw_if_any(door_, std::move(errors_));
    return book;
  }

 private:
  struct Declared {
    std::string name, relation;
    bool hidden = false;
  };

  [[noreturn]] void fail(Message problem, Message remedy) {
    InputErrors errors;
    errors.add({file_, 0, 0}, "", std::move(problem), "the workbook cannot be trusted as it is"_m, std::move(remedy));
    throw InputRejected(door_, std::move(errors));
  }

  void visit(const std::string& part, XmlVisitor& visitor) {
    const auto name = archive_.meant(part);
    auto opened = name ? archive_.open(*name) : std::nullopt;
    if (!opened) fail("the part {} is missing"_m(part), "Save it again as an Excel workbook (.xlsx)"_m);
    try {
      visit_xml([&](char* to, std::size_t room) { return opened->read(to, room); }, visitor);
    } catch (const XmlBroken& broken) {
      fail("the part {} cannot be read: {}"_m(part, broken.message()), "Save it again as an Excel workbook (.xlsx)"_m);
    }
  }

  /// What a part refers to; nothing where it says nothing.
  Relations relations_of(const std::string& part) {
    const std::string folder(folder_of(part));
    const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    Relations relations;
    if (!archive_.meant(name)) return relations;
    Elements reader([&](std::string_view element, const XmlAttributes& attributes) {
      if (element != "Relationship" || attributes["TargetMode"] == "External") return;
      const std::string_view type = attributes["Type"];
      Relation relation{std::string(type.substr(type.rfind('/') + 1)),
                        resolved(folder, std::string(attributes["Target"]))};
      if (type.empty()) relation.type = type_by_name(relation.part);
      if (relations.size() == most_relations) throw XmlBroken("it has more than 10,000 relations"_m);
      relations[std::string(attributes["Id"])] = std::move(relation);
    });
    visit(name, reader);
    return relations;
  }

  /// The type of a relation whose writer forgot to say it, by the usual names of parts.
  static std::string type_by_name(std::string_view part) {
    const auto has = [&](std::string_view word) { return part.find(word) != std::string_view::npos; };
    return has("worksheets/") ? "worksheet" : has("sharedStrings") ? "sharedStrings" : has("styles") ? "styles" : "";
  }

  /// The workbook's own part, by the archive's relations; by its usual name where there are none.
  std::string main_part() {
    for (const auto& [id, relation] : relations_of("")) {
      if (relation.type == "officeDocument") return relation.part;
    }
    return "xl/workbook.xml";
  }

  void read_workbook(const std::string& main) {
    Elements reader([&](std::string_view element, const XmlAttributes& attributes) {
      if (element == "workbookPr") {
        context_.system_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
      } else if (element == "sheet") {
        if (declared_.size() == most_sheets)
          fail("the workbook has more than {} sheets"_m(most_sheets),
               "Save the sheets that matter in a file of their own"_m);
        declared_.push_back(
            {std::string(attributes["name"]), std::string(attributes["id"]), attributes["state"].ends_with("idden")});
      }
    });
    visit(main, reader);
    // Where nothing is said of texts and styles, they may still stand under their usual names.
    const auto known = [&](std::string_view type) {
      return std::any_of(relations_.begin(), relations_.end(),
                         [&](const auto& one) { return one.second.type == type; });
    };
    for (const char* type : {"sharedStrings", "styles"}) {
      const std::string usual = std::string(folder_of(main)) + type + ".xml";
      if (!known(type) && archive_.meant(usual)) relations_[std::string(" ") + type] = {type, usual};
    }
  }

  void read_texts(const std::string& part) {
    Texts reader(context_.texts, std::min(most_cells_, most_texts));
    visit(part, reader);
  }

  void read_styles(const std::string& part) {
    std::map<int, CellStyle> own;
    bool in_cells = false;
    const auto style_of = [](std::string_view format) {
      const auto decimals = decimals_shown_by(format);
      return CellStyle{shows_date(format), static_cast<std::int8_t>(decimals && *decimals < 30 ? *decimals : -1)};
    };
    Elements reader([&](std::string_view element, const XmlAttributes& attributes) {
      if (element == "numFmt") {
        if (own.size() == most_styles) throw XmlBroken("it has more than 100,000 styles"_m);
        own[whole_number(attributes["numFmtId"])] = style_of(attributes["formatCode"]);
      } else if (element == "cellXfs" || element == "cellStyleXfs" || element == "cellStyles") {
        in_cells = element == "cellXfs";
      } else if (element == "xf" && in_cells) {
        const int id = whole_number(attributes["numFmtId"]);
        const auto found = own.find(id);
        CellStyle style = found != own.end() ? found->second : style_of(builtin_format(id));
        if (found == own.end()) style.date = is_builtin_date(id);
        if (context_.styles.size() == most_styles) throw XmlBroken("it has more than 100,000 styles"_m);
        context_.styles.push_back(style);
      }
    });
    visit(part, reader);
  }

  Sheet sheet(const Declared& declared) {
    Sheet sheet;
    sheet.name = declared.name;
    sheet.hidden = declared.hidden;
    const auto relation = relations_.find(declared.relation);
    if (relation == relations_.end())
      fail("the sheet {} has no part"_m(sheet.name), "Save it again as an Excel workbook"_m);
    if (relation->second.type != "worksheet") return sheet;  // a chart sheet has no cells
    const std::string& part = relation->second.part;
    const auto name = archive_.meant(part);
    auto opened = name ? archive_.open(*name) : std::nullopt;
    if (!opened) fail("the part {} is missing"_m(part), "Save it again as an Excel workbook (.xlsx)"_m);
    try {
      read_xlsx_sheet([&](char* to, std::size_t room) { return opened->read(to, room); }, context_, sheet, errors_);
    } catch (const XmlBroken& broken) {
      fail("the sheet {} cannot be read: {}"_m(sheet.name, broken.message()),
           "Save it again as an Excel workbook (.xlsx)"_m);
    }
    return sheet;
  }

  std::string file_;
  Door door_;
  ZipReader archive_;
  std::size_t most_cells_;
  InputErrors errors_;
  Relations relations_;
  std::vector<Declared> declared_;
  WorkbookContext context_;
};

}  // namespace

Spreadsheet read_xlsx_bytes(std::string_view bytes, const std::string& file, Door door) {
  InputErrors errors;
  constexpr std::string_view compound = "\xD0\xCF\x11\xE0";  // an old xls, or an xlsx behind a password
  if (bytes.starts_with(compound)) {
    errors.add({file, 0, 0}, "", "is an old Excel file (.xls) or protected by a password"_m,
               "neither can be read as .xlsx"_m, "Save it as .xlsx without a password"_m);
    throw InputRejected(door, std::move(errors));
  }
  try {
    if (!bytes.starts_with("PK")) throw ArchiveDamaged("it does not begin as one"_m);
    return XlsxReader(file, door, bytes).read();
  } catch (const ArchiveDamaged& damaged) {
    errors.add({file, 0, 0}, "", "is no sound Excel workbook: {}"_m(damaged.message()),
               "an .xlsx file is a zip archive"_m, "Open it in Excel or WPS and save it as .xlsx"_m);
  }
  throw InputRejected(door, std::move(errors));
}

Spreadsheet read_xlsx(const std::filesystem::path& file, Door door) {
  return read_xlsx_bytes(read_input(file, largest_file, door), file.string(), door);
}

}  // namespace disburse
