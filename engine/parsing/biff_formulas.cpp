#include "engine/parsing/biff_formulas.hpp"

#include <algorithm>
#include <cstring>
#include <map>

#include "engine/parsing/number_format.hpp"

namespace disburse {
namespace {

enum RecordKind : std::uint32_t {
  formula = 0x0006,
  password = 0x002F,
  bound_sheet = 0x0085,
  extended_format = 0x00E0,
  string_result = 0x0207,
  number_format = 0x041E,
  beginning = 0x0809,
  formula_of_biff3 = 0x0206,
  formula_of_biff4 = 0x0406,
};

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

void append_utf8(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80U) {
    put(code);
  } else if (code < 0x800U) {
    put(0xC0U | code >> 6U);
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000U) {
    put(0xE0U | code >> 12U);
    put(0x80U | (code >> 6U & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | code >> 18U);
    put(0x80U | (code >> 12U & 0x3FU));
    put(0x80U | (code >> 6U & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

/// A text of BIFF 8 whose length stands in two bytes; empty where it does not end in this record.
std::optional<std::string> unicode_text(std::string_view record) {
  constexpr std::size_t head = 3;
  if (record.size() < head) return std::nullopt;
  const std::size_t length = number_at(record, 0, 2);
  const std::size_t width = (record[2] & 1) != 0 ? 2 : 1;
  if (record.size() < head + length * width) return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    std::uint32_t code = number_at(record, head + i * width, width);
    const bool pair = code >= 0xD800U && code < 0xDC00U && i + 1 < length;
    if (pair) code = 0x10000U + ((code - 0xD800U) << 10U) + (number_at(record, head + ++i * width, width) & 0x3FFU);
    append_utf8(text, code);
  }
  return text;
}

class BiffReader {
 public:
  std::vector<BiffSheet> read(std::string_view stream) {
    constexpr std::size_t head = 4;
    for (std::size_t at = 0; at + head <= stream.size();) {
      const std::uint32_t kind = number_at(stream, at, 2);
      const std::size_t size = number_at(stream, at + 2, 2);
      if (at + head + size > stream.size() || kind == password) return {};
      position_ = at;
      follow(kind, stream.substr(at + head, size));
      at += head + size;
      if (kind == 0 && size == 0) break;  // what fills the last sector
    }
    doubt_empty_results();
    return std::move(sheets_);
  }

 private:
  /// Programs that do not calculate save every formula as an empty text; a spreadsheet has other results, too.
  void doubt_empty_results() {
    bool calculated = false;
    const auto each = [&](auto use) {
      for (BiffSheet& sheet : sheets_) {
        for (BiffFormula& one : sheet.formulas) use(one);
      }
    };
    each([&](const BiffFormula& one) { calculated = calculated || one.result != FormulaResult::nothing; });
    if (calculated) return;
    each([](BiffFormula& one) { one.result = FormulaResult::unknown; });
  }

  void follow(std::uint32_t kind, std::string_view record) {
    switch (kind) {
      case beginning: begin(record); break;
      case bound_sheet: declare(record); break;
      case number_format: add_format(record); break;
      case extended_format: formats_.push_back(static_cast<int>(number_at(record, 2, 2))); break;
      case formula:
      case formula_of_biff3:
      case formula_of_biff4: add_formula(record); break;
      case string_result: add_text(record); break;
      default: break;
    }
  }

  /// A part of the stream begins: the workbook's own, or that of a sheet.
  void begin(std::string_view record) {
    constexpr std::uint32_t version_8 = 0x0600;
    unicode_ = number_at(record, 0, 2) == version_8;
    sheet_ = nullptr;
    const auto found = by_position_.find(position_);
    if (found != by_position_.end()) sheet_ = &sheets_[found->second];
  }

  void declare(std::string_view record) {
    constexpr std::size_t state_at = 4;
    by_position_[number_at(record, 0, 4)] = sheets_.size();
    sheets_.push_back({record.size() > state_at && (record[state_at] & 3) != 0, {}});
  }

  void add_format(std::string_view record) {
    if (const auto code = unicode_text(record.substr(std::min<std::size_t>(2, record.size()))))
      own_formats_[static_cast<int>(number_at(record, 0, 2))] = *code;
  }

  bool shows_a_date(std::size_t style) const {
    if (style >= formats_.size()) return false;
    const auto own = own_formats_.find(formats_[style]);
    return own != own_formats_.end() ? shows_date(own->second) : is_builtin_date(formats_[style]);
  }

  void add_formula(std::string_view record) {
    constexpr std::size_t result_at = 6;
    constexpr std::size_t least = 14;
    if (sheet_ == nullptr || record.size() < least) return;
    BiffFormula one;
    one.row = number_at(record, 0, 2);
    one.column = number_at(record, 2, 2);
    one.date = shows_a_date(number_at(record, 4, 2));
    if (number_at(record, result_at + 6, 2) != 0xFFFFU) {
      one.result = FormulaResult::number;
      std::memcpy(&one.number, record.data() + result_at, sizeof one.number);
    } else {
      switch (record[result_at]) {
        case 1:
          one.result = FormulaResult::boolean;
          one.number = record[result_at + 2] != 0 ? 1.0 : 0.0;
          break;
        case 2: one.result = FormulaResult::error; break;
        case 3: one.result = FormulaResult::nothing; break;
        default: break;  // a text, which follows
      }
    }
    sheet_->formulas.push_back(std::move(one));
  }

  void add_text(std::string_view record) {
    if (sheet_ == nullptr || sheet_->formulas.empty() || !unicode_) return;
    BiffFormula& last = sheet_->formulas.back();
    const auto text = unicode_text(record);
    if (last.result != FormulaResult::unknown || !text) return;
    last.result = FormulaResult::text;
    last.text = *text;
  }

  std::vector<BiffSheet> sheets_;
  std::map<std::size_t, std::size_t> by_position_;
  std::map<int, std::string> own_formats_;
  std::vector<int> formats_;  // number format of each style
  BiffSheet* sheet_ = nullptr;
  std::size_t position_ = 0;
  bool unicode_ = false;
};

}  // namespace

std::vector<BiffSheet> biff_sheets(std::string_view stream) { return BiffReader().read(stream); }

}  // namespace disburse
