#include "outputs/text/labels.hpp"

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

/// An enumerator's name in both languages.
template <class Enum>
struct Label {
  Enum value;
  const char* zh;
  const char* en;
};
template <Coded Enum>
using Labels = std::array<Label<Enum>, enumerator_count<Enum>>;

/// A name in each language for each enumerator, so that a new one has them or the build fails.
template <Coded Enum>
constexpr bool complete(const Labels<Enum>& labels) {
  for (const Label<Enum>& one : labels) {
    if (one.zh == nullptr || one.en == nullptr) return false;
  }
  return in_order(labels, &Label<Enum>::value);
}

template <Coded Enum>
std::string word(const Labels<Enum>& labels, Enum value, Language language) {
  const Label<Enum>& found = labels.at(static_cast<std::size_t>(value));
  return say(language, found.zh, found.en);
}

constexpr Labels<Basis> bases{{{Basis::projected, "独立测算", "projected"},
                               {Basis::calibrated, "按预算校准", "calibrated"},
                               {Basis::planned, "按计划", "planned"}}};
static_assert(complete(bases));

constexpr Labels<Kind> kinds{{{Kind::regular, "正常发放", "regular"},
                              {Kind::arrears, "补发", "arrears"},
                              {Kind::recovery, "追回", "recovery"},
                              {Kind::lump_sum, "一次性", "lump sum"},
                              {Kind::contribution, "缴费", "contribution"},
                              {Kind::overpayment, "死亡迟报多发", "overpayment after death"},
                              {Kind::suspended, "暂停发放", "suspended"},
                              {Kind::restored, "恢复补发", "restored"},
                              {Kind::late_claim, "延迟申领", "late claim"}}};
static_assert(complete(kinds));

constexpr Labels<Cause> causes{{{Cause::opening, "期初人数", "opening headcount"},
                                {Cause::entrants, "新增人员", "entrants"},
                                {Cause::deaths, "死亡", "deaths"},
                                {Cause::mix, "人员结构", "mix"},
                                {Cause::rate, "标准", "rate"},
                                {Cause::adjustment, "年度调整", "adjustment"},
                                {Cause::arrears, "补发", "arrears"},
                                {Cause::one_off, "一次性支付", "one-off"},
                                {Cause::contribution, "缴费", "contributions"},
                                {Cause::timing, "时点", "timing"},
                                {Cause::irregular, "迟报、暂停、延迟申领", "irregular"},
                                {Cause::rounding, "舍入", "rounding"}}};
static_assert(complete(causes));

constexpr Labels<Scheme> schemes{{{Scheme::civil_service, "机关事业单位", "civil service"},
                                  {Scheme::enterprise, "企业职工", "enterprise"},
                                  {Scheme::resident, "城乡居民", "resident"}}};
static_assert(complete(schemes));

constexpr Labels<Role> roles{{{Role::pensioner, "领取待遇", "pensioner"},
                              {Role::active, "在职", "active"},
                              {Role::payer, "缴费", "paying contributions"},
                              {Role::leaver, "离职或转移", "left or transferred"}}};
static_assert(complete(roles));

constexpr Labels<Category> categories{{{Category::ordinary, "普通", "ordinary"},
                                       {Category::pre_liberation_worker, "建国前老工人", "pre-1949 worker"},
                                       {Category::state_school_teacher, "国企退休教师", "state-enterprise teacher"},
                                       {Category::lixiu, "离休", "lixiu cadre"}}};
static_assert(complete(categories));

constexpr Labels<Severity> severities{
    {{Severity::error, "错误", "error"}, {Severity::warning, "警告", "warning"}, {Severity::note, "提示", "note"}}};
static_assert(complete(severities));

constexpr Labels<ProjectChange> changes{{{ProjectChange::kept, "延续", "kept"},
                                         {ProjectChange::added, "新增", "new"},
                                         {ProjectChange::ended, "取消", "ended"}}};
static_assert(complete(changes));

constexpr Labels<Sex> sexes{{{Sex::male, "男", "male"}, {Sex::female, "女", "female"}}};
static_assert(complete(sexes));

}  // namespace

std::string label(Basis basis, Language language) { return word(bases, basis, language); }
std::string label(Kind kind, Language language) { return word(kinds, kind, language); }
std::string label(Cause cause, Language language) { return word(causes, cause, language); }
std::string label(Scheme scheme, Language language) { return word(schemes, scheme, language); }
std::string label(Role role, Language language) { return word(roles, role, language); }
std::string label(Category category, Language language) { return word(categories, category, language); }
std::string label(Severity severity, Language language) { return word(severities, severity, language); }
std::string label(ProjectChange change, Language language) { return word(changes, change, language); }
std::string label(Sex sex, Language language) { return word(sexes, sex, language); }

std::string marked_name(const std::string& name, ProjectChange change, Language language) {
  if (change == ProjectChange::kept) return name;
  return name + say(language, "（", " (") + label(change, language) + say(language, "）", ")");
}

std::string label(const Payer& payer, Language language) {
  return say(language, payer.definition().name.c_str(), payer.definition().name_en.c_str());
}

std::string status_label(const std::string& status, Language language) { return word(statuses, status, language); }

std::string distribution_label(const std::string& distribution, Language language) {
  if (language == Language::en) return distribution;
  if (distribution == "answers") return "各种口径及其权重";
  if (distribution == "lever") return "政策选择，不抽取";
  if (distribution == "triangular") return "三角";
  if (distribution == "uniform") return "均匀";
  if (distribution == "normal") return "正态";
  if (distribution == "lognormal") return "对数正态";
  return distribution;
}

std::string unit_label(const std::string& unit, Language language) { return word(units, unit, language); }

}  // namespace disburse
