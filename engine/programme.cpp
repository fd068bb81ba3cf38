#include "engine/programme.hpp"

#include <algorithm>

#include "engine/error.hpp"
#include "engine/rule.hpp"

namespace disburse {

const char* reason_text(Reason reason) {
  switch (reason) {
    case Reason::other_scheme: return "不属于本项目所在险种";
    case Reason::not_in_role: return "本项目不向这类人员发放";
    case Reason::not_yet_retired: return "尚未退休或未到领取年龄，次月起享受待遇";
    case Reason::no_payment_month: return "本月不是发放月份";
    case Reason::retired_before_cohort: return "退休早于本项目覆盖的年度";
    case Reason::retired_too_late: return "退休晚于本年度截止月份";
    case Reason::not_fully_funded: return "所在单位的职业年金单位缴费不是记账方式";
    case Reason::no_months_in_batch: return "本人在做实时段内没有缴费月份";
    case Reason::not_yet_a_member: return "尚未参保";
    case Reason::paid_at_retirement: return "退休时已将记账部分全部做实";
    case Reason::switched_off: return "本情景不含这一项目";
    case Reason::pays_no_member: return "本项目按业务量支出，不向个人发放";
  }
  return "";
}

std::size_t RuleParts::component(std::string_view id) const {
  const auto& all = definition_.components;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Component& c) { return c.id == id; });
  EXPECT(found != all.end());
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace disburse
