#pragma once
// A docx document as offices write it: title, 黑体 and 楷体 headings, 仿宋 body with exact lines, bordered tables.
#include <string>
#include <string_view>
#include <vector>

#include "outputs/report/chart.hpp"

namespace disburse {

class Docx {
 public:
  void title(std::string_view text);        ///< may have several lines
  void heading(std::string_view text);      ///< 一、
  void sub_heading(std::string_view text);  ///< （一）
  void paragraph(std::string_view text);
  /// The first row is the head. Every row has as many cells; figures stand to the right. Columns' widths are
  /// given in per cent of the text's.
  void table(const std::vector<std::vector<std::string>>& rows, const std::vector<int>& widths);
  /// Bars that lie across, drawn by the program that opens the document. `axis` names what is measured, `description`
  /// what the chart shows.
  void chart(const Chart& chart, const std::string& axis, const std::string& description);
  /// The finished bytes.
  std::string bytes() const;

 private:
  void line(std::string_view text, std::string_view run, std::string_view layout);
  std::string body_;
  std::vector<std::string> charts_;  // the parts, in order
};

/// `text` with the five characters that XML reserves replaced, and those that it forbids dropped.
std::string xml_escaped(std::string_view text);

}  // namespace disburse
