#include "outputs/text/reasons.hpp"

namespace disburse {

std::string reason_text(const StatedReason& reason, Language language) {
  switch (reason.code) {
    case Reason::other_scheme: return say(language, "不属于本项目所在险种", "belongs to another scheme");
    case Reason::not_in_role:
      return say(language, "本项目不向这类人员发放", "the programme does not pay this kind of member");
    case Reason::not_yet_retired:
      return say(language, "尚未退休或未到领取年龄，次月起享受待遇",
                 "not yet retired or of pension age; benefits begin the month after");
    case Reason::no_longer_at_work:
      return say(language, "已退休或已领取待遇，本项目只在在职或缴费期间发放",
                 "retired already; the programme pays only those at work or contributing");
    case Reason::no_payment_month: return say(language, "本月不是发放月份", "not a month of payment");
    case Reason::paid_at_retirement: return say(language, "只在退休时一次性发放", "paid once, at retirement");
    case Reason::no_rate:
      return say(language, "本项目对这类人员没有标准", "the programme has no rate for such a member");
    case Reason::not_fully_funded:
      return say(language, "所在单位的职业年金单位缴费不是记账方式",
                 "the employer's annuity contributions are not booked ones");
    case Reason::no_months_in_batch:
      return say(language, "本人在做实时段内没有缴费月份", "no month of the member lies in the batch");
    case Reason::not_yet_a_member: return say(language, "尚未参保", "not yet a member");
    case Reason::made_good:
      return say(language, "退休时已将记账部分全部做实", "the booked annuity was made good at retirement");
    case Reason::switched_off: return say(language, "本情景不含这一项目", "the scenario leaves the programme out");
    case Reason::pays_no_member:
      return say(language, "本项目按业务量支出，不向个人发放", "the programme pays for services, not to persons");
    case Reason::condition: return say(language, reason.label.zh.c_str(), reason.label.en.c_str());
  }
  return "";
}

}  // namespace disburse
