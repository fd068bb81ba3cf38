// Spend by policy document, as a table.
#include "engine/support/text_width.hpp"
#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

std::string document_name(const DocumentSpend& spend, Language language) {
  if (spend.shared)
    return say(language, "（几份文件共有，上列各计一次）", "(shared by several, in full in each above)");
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
             "“标准所依”按各组成部分的标准出自哪份文件归属；“没有它则少支”是只去掉这一份文件时少支出多少：年度调整文件"
             "\n"
             "即当年不调整，期内生效的其他文件即沿用原数；此前已生效的文件无从假设其不存在，取其余额。几份文件共有的部"
             "分\n"
             "各计一次，另行扣除。两列各自合计都等于全部支出。\n",
             "\"Standard set by it\" books each component on the document that sets its standard; \"less without it\" "
             "is what is not paid\nwhen that one alone is left out: no adjustment of the year, or the older number "
             "where "
             "another document comes into\nforce within the horizon; the rest stays where no such case is defined. "
             "What "
             "several share is in each, and taken off\nonce. Each of the two sums to the whole outlay.\n");
}

}  // namespace disburse
