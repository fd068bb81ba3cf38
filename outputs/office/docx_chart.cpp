#include "outputs/office/docx_chart.hpp"

#include <fmt/format.h>

#include <array>

#include "outputs/office/docx.hpp"

namespace disburse {
namespace {

constexpr std::array<const char*, 4> palette{"4B9B6E", "C0504D", "2F6FAB", "D9822B"};
constexpr const char* face = "宋体";

std::string written(double value) { return fmt::format("{:.2f}", value); }

std::string text_style(int hundredths_of_a_point) {
  return fmt::format(
      "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{0}\"><a:latin typeface=\"{1}\"/><a:ea typeface=\"{1}\"/>"
      "</a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>",
      hundredths_of_a_point, face);
}

std::string categories_part(const std::vector<std::string>& categories) {
  std::string part = fmt::format("<c:cat><c:strLit><c:ptCount val=\"{}\"/>", categories.size());
  for (std::size_t c = 0; c < categories.size(); ++c)
    part += fmt::format("<c:pt idx=\"{}\"><c:v>{}</c:v></c:pt>", c, xml_escaped(categories[c]));
  return part + "</c:strLit></c:cat>";
}

std::string values_part(const std::vector<std::optional<double>>& values) {
  std::string part =
      fmt::format("<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val=\"{}\"/>", values.size());
  for (std::size_t c = 0; c < values.size(); ++c) {
    if (values[c]) part += fmt::format("<c:pt idx=\"{}\"><c:v>{}</c:v></c:pt>", c, written(*values[c]));
  }
  return part + "</c:numLit></c:val>";
}

std::string series_part(const Chart& chart, std::size_t s) {
  const Series& series = chart.series[s];
  return fmt::format(
             "<c:ser><c:idx val=\"{0}\"/><c:order val=\"{0}\"/><c:tx><c:v>{1}</c:v></c:tx>"
             "<c:spPr><a:solidFill><a:srgbClr val=\"{2}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"
             "<c:dLbls><c:numFmt formatCode=\"+#,##0.00;-#,##0.00;;\" sourceLinked=\"0\"/>",
             s, xml_escaped(series.name), palette[s % palette.size()]) +
         text_style(800) +
         "<c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName "
         "val=\"0\"/><c:showSerName val=\"0\"/>"
         "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>" +
         categories_part(chart.categories) + values_part(series.values) + "</c:ser>";
}

/// Names to the left of all bars, the first on top; amounts below.
std::string axes_part(const std::string& measured) {
  return "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/>"
         "<c:axPos val=\"l\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
         "val=\"low\"/>" +
         text_style(900) +
         "<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:lblOffset val=\"100\"/></c:catAx>"
         "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>"
         "<c:axPos val=\"b\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/>"
         "</a:solidFill></a:ln></c:spPr></c:majorGridlines><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr "
         "sz=\"900\" b=\"0\"/></a:pPr><a:r><a:rPr lang=\"zh-CN\" sz=\"900\" b=\"0\"><a:ea typeface=\"" +
         std::string(face) + "\"/></a:rPr><a:t>" + xml_escaped(measured) +
         "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
         "<c:numFmt formatCode=\"#,##0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
         "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>" +
         text_style(800) + "<c:crossAx val=\"1\"/><c:crosses val=\"max\"/></c:valAx>";
}

}  // namespace

std::string bar_chart_part(const Chart& chart, const std::string& axis) {
  std::string part =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:roundedCorners val=\"0\"/><c:chart>"
      "<c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"bar\"/>"
      "<c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>";
  for (std::size_t s = 0; s < chart.series.size(); ++s) part += series_part(chart, s);
  return part + "<c:gapWidth val=\"45\"/><c:overlap val=\"100\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>" +
         axes_part(axis) + "</c:plotArea><c:legend><c:legendPos val=\"t\"/><c:overlay val=\"0\"/>" + text_style(900) +
         "</c:legend><c:plotVisOnly val=\"1\"/></c:chart></c:chartSpace>";
}

std::string chart_paragraph(const std::string& relation, std::size_t number, const std::string& description,
                            std::size_t bars) {
  constexpr std::size_t emu_a_millimetre = 36'000, text_width = 156, a_bar = 9, around = 30;
  return fmt::format(
      "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:drawing><wp:inline "
      "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" "
      "distL=\"0\" distR=\"0\"><wp:extent cx=\"{0}\" cy=\"{1}\"/><wp:docPr id=\"{2}\" name=\"图 {2}\" descr=\"{3}\"/>"
      "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
      "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
      "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{4}\"/></a:graphicData></a:graphic>"
      "</wp:inline></w:drawing></w:r></w:p>",
      text_width * emu_a_millimetre, (bars * a_bar + around) * emu_a_millimetre, number, xml_escaped(description),
      relation);
}

}  // namespace disburse
