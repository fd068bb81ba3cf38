// Spend by policy document, as a table.
#include "engine/support/text_width.hpp"
#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

std::string document_name(const DocumentSpend& spend, Language language) {
  if (!spend.document.empty()) return spend.document;
  return say(language, "（无文件：", "(no document: ") + status_label(to_string(spend.status), language) +
         say(language, "）", ")");
}

std::string first_of(const std::vector<std::string>& names, Language language) {
  constexpr int width = 44;
  if (names.empty()) return "";
  std::string text = names.front();
  if (names.size() > 1) text += say(language, " 等 ", " and others, ") + std::to_string(names.size());
  return clipped(text, width);
}

}  // namespace

std::string documents_section(const RunResult& result, const TableStyle& style) {
  if (result.documents.empty()) return "";
  const Language language = style.language;
  TextTable table({{say(language, "政策文件", "document"), Align::left},
                   {say(language, "标准所依", "standard set by it"), Align::right},
                   {say(language, "没有它则少支", "less without it"), Align::right},
                   {say(language, "涉及", "touched by it"), Align::right},
                   {say(language, "项目", "programmes"), Align::left}});
  constexpr int longest = 48;
  Money whole;
  Money falling;
  for (const DocumentSpend& spend : result.documents) {
    whole += spend.ruled;
    falling += spend.falls_away;
    if (spend.ruled == Money{} && spend.falls_away == Money{})
      continue;  // those that only touch stand in documents.csv
    table.row({clipped(document_name(spend, language), longest), wan_text(spend.ruled), wan_text(spend.falls_away),
               wan_text(spend.touched), first_of(spend.programmes, language)});
  }
  table.total({say(language, "合计（全部负担方）", "total, all payers"), wan_text(whole), wan_text(falling), "", ""});
  return section_title(say(language, "按政策文件的支出（万元）", "Spend by policy document, in 10,000 yuan"), style) +
         table.text(style.colour) +
         say(language,
             "“标准所依”按各组成部分的标准出自哪份文件归属；“没有它则少支”按年度调整文件不存在时少支出多少归属，\n"
             "其余文件无从假设其不存在，取其余额。两列各自合计都等于全部支出。\n",
             "\"Standard set by it\" books each component on the document that sets its standard; \"less without it\" "
             "books on "
             "a yearly adjustment what would\nnot be paid without it, and leaves the rest where no such case is "
             "defined. "
             "Each of the two sums to the whole outlay.\n");
}

}  // namespace disburse
