// What figures rest on, and how to make them again.
#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {

Exhibit ExhibitMaker::documents() const {
  Exhibit one{"documents",
              words("各项依据管着多少钱", "What rests on each document"),
              words("“决定”一列相加等于全部支出；“涉及”可重叠。",
                    "The column “decides” sums to the outlay; “touches” overlaps."),
              unit(),
              nullptr,
              {},
              {}};
  one.headings = {words("文件或依据", "document or ground"), words("状态", "status"), words("决定", "decides"),
                  words("涉及", "touches"), words("参数", "parameters")};
  for (const Json& spend : run_.at("documents")) {
    std::string parameters;
    for (const Json& path : spend.at("parameters"))
      parameters += (parameters.empty() ? "" : "、") + path.get<std::string>();
    const std::string document = spend.at("document");
    one.rows.push_back({document.empty() ? words("没有文件的假定", "assumptions without a document") : document,
                        status_label(spend.at("status"), language_), wan_cell(spend.at("ruled_fen")),
                        wan_cell(spend.at("touched_fen")), parameters});
  }
  return one;
}

Exhibit ExhibitMaker::findings() const {
  Exhibit one{"findings", words("核对结果与说明", "Findings and notes"), "", "", nullptr, {}, {}};
  one.headings = {words("级别", "severity"), words("位置", "where"), words("说明", "message")};
  for (const Json& finding : run_.at("findings"))
    one.rows.push_back({finding.at("severity"), finding.at("where"), finding.at("message")});
  return one;
}

Exhibit ExhibitMaker::reproduce(const std::string& command) const {
  Exhibit one{
      "reproduce",
      words("如何重做", "How to make it again"),
      words("同样的版本、情景和输入给出同样的字节。", "The same version, scenario and inputs give the same bytes."),
      "",
      nullptr,
      {},
      {}};
  one.headings = {words("项", "item"), words("值", "value")};
  const Json& manifest = run_.at("manifest");
  for (const char* key : {"version", "commit", "seed", "replicates", "mode", "first_month", "months"})
    one.rows.push_back(
        {key, manifest.at(key).is_string() ? manifest.at(key).get<std::string>() : manifest.at(key).dump()});
  for (const auto& [name, digest] : manifest.at("digests").items())
    one.rows.push_back({name, digest.get<std::string>()});
  one.rows.push_back(
      {words("命令", "command"),
       "disburse " + command + (run_.contains("scenario") ? " " + run_.at("scenario").get<std::string>() : "")});
  return one;
}

}  // namespace disburse
