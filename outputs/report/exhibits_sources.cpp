// What figures rest on, and how to make them again.
#include "outputs/report/run_exhibits.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

/// What people call the parameter; its path where the run does not say.
const std::string& parameter_name(const RunResult& run, const std::string& path) {
  for (const Parameter& parameter : run.parameters) {
    if (parameter.path == path) return parameter.name;
  }
  return path;
}

}  // namespace

Exhibit documents_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one =
      exhibit_of("documents", words("各项依据管着多少钱", "What rests on each document"), words.unit(),
                 {name_column(words("文件或依据", "document or ground")), text_column(words("状态", "status")),
                  money_column(words("决定", "decides")), money_column(words("没有它则少支", "falls away without it")),
                  money_column(words("涉及", "touches")), text_column(words("参数", "parameters"))});
  one.note =
      words("“决定”和“没有它则少支”两列相加各等于全部支出；“没有它则少支”是只去掉这一份文件；“涉及”可重叠。",
            "The columns “decides” and “falls away” each sum to the outlay; “falls away” is with that one left out "
            "alone; “touches” overlaps.");
  for (const DocumentSpend& spend : run.documents) {
    std::string parameters;
    for (const std::string& path : spend.parameters)
      parameters += (parameters.empty() ? "" : "、") + parameter_name(run, path);
    one.add({spend.shared ? words("几份文件共有，上列各计一次", "shared by several, in full in each above")
             : spend.document.empty() ? words("没有文件的假定", "assumptions without a document")
                                      : spend.document,
             status_label(to_string(spend.status), words.language), spend.ruled, spend.falls_away, spend.touched,
             parameters});
  }
  return one;
}

Exhibit findings_exhibit(const std::vector<Finding>& findings, const Wording& words) {
  Exhibit one = exhibit_of("findings", words("核对结果与说明", "Findings and notes"), "",
                           {text_column(words("级别", "severity")), text_column(words("位置", "where")),
                            text_column(words("说明", "message"))});
  for (const Finding& finding : findings)
    one.add({label(finding.severity, words.language), say(words.language, finding.where),
             say(words.language, finding.message)});
  return one;
}

Exhibit reproduce_exhibit(const Manifest& manifest, const std::vector<std::string>& commands, const Wording& words) {
  Exhibit one = exhibit_of("reproduce", words("如何重做", "How to make it again"), "",
                           {text_column(words("项", "item")), text_column(words("值", "value"))});
  one.note = words("同样的版本和输入，依次执行下列命令，得到同样的字节。",
                   "The same version and inputs and these commands, one after the other, give the same bytes.");
  const bool stochastic = manifest.mode == "stochastic";
  one.add({words("版本", "version"), manifest.version});
  one.add({words("程序提交", "commit"), manifest.commit});
  one.add({words("随机种子", "seed"), std::to_string(manifest.seed)});
  one.add({words("模拟次数", "replicates"), std::to_string(manifest.replicates)});
  one.add({words("方式", "mode"), stochastic ? words("随机模拟", "stochastic") : words("期望值", "expected value")});
  one.add({words("首月", "first month"), manifest.horizon.count == 0 ? "" : to_string(manifest.horizon.first)});
  one.add({words("月数", "months"), std::to_string(manifest.horizon.count)});
  one.add({words("情景摘要", "digest of the scenario"), manifest.scenario_digest});
  one.add({words("政策参数摘要", "digest of the law"), manifest.law_digest});
  one.add({words("预算摘要", "digest of the budget"), manifest.budget_digest});
  one.add({words("花名册摘要", "digest of the roster"), manifest.roster_digest});
  for (const std::string& command : commands) one.add({words("命令", "command"), command});
  return one;
}

}  // namespace disburse
