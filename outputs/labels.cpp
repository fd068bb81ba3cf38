#include "outputs/labels.hpp"

#include <array>

namespace disburse {
namespace {

struct Word {
  const char* key;
  const char* zh;
  const char* en;
};

template <std::size_t n>
std::string word(const std::array<Word, n>& words, const std::string& key, Language language) {
  for (const Word& entry : words) {
    if (key == entry.key) return say(language, entry.zh, entry.en);
  }
  return key;
}

constexpr std::array<Word, 4> statuses{{{"enacted", "已施行", "enacted"},
                                        {"announced", "已公布", "announced"},
                                        {"derived", "推算", "derived"},
                                        {"assumed", "假定", "assumed"}}};

constexpr std::array<Word, 15> units{{{"yuan", "元", "yuan"},
                                      {"yuan_per_month", "元/月", "yuan/month"},
                                      {"yuan_per_year", "元/年", "yuan/year"},
                                      {"yuan_per_payment", "元/次", "yuan/payment"},
                                      {"yuan_per_unit", "元/单位", "yuan/unit"},
                                      {"rate", "", ""},
                                      {"persons", "人", "persons"},
                                      {"count", "", ""},
                                      {"months", "个月", "months"},
                                      {"years", "年", "years"},
                                      {"months_of_year", "月", "(months of the year)"},
                                      {"month", "月份", "(month)"},
                                      {"choice", "", ""},
                                      {"yuan_by_step", "元（分档）", "yuan by step"},
                                      {"number_by_step", "分档", "by step"}}};

}  // namespace

std::string label(Basis basis, Language language) {
  switch (basis) {
    case Basis::projected: return say(language, "独立测算", "projected");
    case Basis::calibrated: return say(language, "按预算校准", "calibrated");
    case Basis::planned: return say(language, "按计划", "planned");
  }
  return "";
}

std::string label(Payer payer, Language language) {
  switch (payer) {
    case Payer::city: return say(language, "市本级", "city");
    case Payer::region: return say(language, "自治区", "region");
    case Payer::central: return say(language, "中央", "central");
    case Payer::fund: return say(language, "基金", "fund");
  }
  return "";
}

std::string label(Kind kind, Language language) {
  switch (kind) {
    case Kind::regular: return say(language, "正常发放", "regular");
    case Kind::arrears: return say(language, "补发", "arrears");
    case Kind::recovery: return say(language, "追回", "recovery");
    case Kind::lump_sum: return say(language, "一次性", "lump sum");
    case Kind::contribution: return say(language, "缴费", "contribution");
    case Kind::overpayment: return say(language, "死亡迟报多发", "overpayment after death");
    case Kind::suspended: return say(language, "暂停发放", "suspended");
    case Kind::restored: return say(language, "恢复补发", "restored");
    case Kind::late_claim: return say(language, "延迟申领", "late claim");
  }
  return "";
}

std::string label(Cause cause, Language language) {
  switch (cause) {
    case Cause::opening: return say(language, "期初人数", "opening headcount");
    case Cause::entrants: return say(language, "新增人员", "entrants");
    case Cause::deaths: return say(language, "死亡", "deaths");
    case Cause::mix: return say(language, "人员结构", "mix");
    case Cause::rate: return say(language, "标准", "rate");
    case Cause::adjustment: return say(language, "年度调整", "adjustment");
    case Cause::arrears: return say(language, "补发", "arrears");
    case Cause::one_off: return say(language, "一次性支付", "one-off");
    case Cause::contribution: return say(language, "缴费", "contributions");
    case Cause::timing: return say(language, "时点", "timing");
    case Cause::irregular: return say(language, "迟报、暂停、延迟申领", "irregular");
    case Cause::rounding: return say(language, "舍入", "rounding");
  }
  return "";
}

std::string label(Scheme scheme, Language language) {
  switch (scheme) {
    case Scheme::civil_service: return say(language, "机关事业单位", "civil service");
    case Scheme::enterprise: return say(language, "企业职工", "enterprise");
    case Scheme::resident: return say(language, "城乡居民", "resident");
  }
  return "";
}

std::string label(Role role, Language language) {
  switch (role) {
    case Role::pensioner: return say(language, "领取待遇", "pensioner");
    case Role::active: return say(language, "在职", "active");
    case Role::payer: return say(language, "缴费", "paying contributions");
    case Role::leaver: return say(language, "离职或转移", "left or transferred");
  }
  return "";
}

std::string label(Sex sex, Language language) {
  return sex == Sex::male ? say(language, "男", "male") : say(language, "女", "female");
}

std::string label(Category category, Language language) {
  switch (category) {
    case Category::ordinary: return say(language, "普通", "ordinary");
    case Category::pre_liberation_worker: return say(language, "建国前老工人", "pre-1949 worker");
    case Category::state_school_teacher: return say(language, "国企退休教师", "state-enterprise teacher");
    case Category::lixiu: return say(language, "离休", "lixiu cadre");
  }
  return "";
}

std::string label(Severity severity, Language language) {
  switch (severity) {
    case Severity::error: return say(language, "错误", "error");
    case Severity::warning: return say(language, "警告", "warning");
    case Severity::note: return say(language, "提示", "note");
  }
  return "";
}

std::string status_label(const std::string& status, Language language) { return word(statuses, status, language); }

std::string distribution_label(const std::string& distribution, Language language) {
  if (language == Language::en) return distribution;
  if (distribution == "triangular") return "三角";
  if (distribution == "uniform") return "均匀";
  if (distribution == "normal") return "正态";
  if (distribution == "lognormal") return "对数正态";
  return distribution;
}

std::string unit_label(const std::string& unit, Language language) { return word(units, unit, language); }

}  // namespace disburse
