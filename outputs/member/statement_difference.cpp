#include "outputs/member/statement_difference.hpp"

#include <set>
#include <tuple>

#include "engine/support/text_table.hpp"
#include "outputs/member/cited_parameters.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"
#include "outputs/text/reasons.hpp"

namespace disburse {
namespace {

/// Consecutive months in which a component differs by the same for the same reason.
struct Span {
  const PaymentDifference* first;
  const PaymentDifference* last;
};

bool continues(const PaymentDifference& a, const PaymentDifference& b) {
  const auto told = [](const PaymentDifference& p) {
    return std::tie(p.programme, p.component, p.payer, p.kind, p.before, p.after, p.reason_before, p.reason_after,
                    p.parameters);
  };
  const auto delay = [](const PaymentDifference& p, Month paid) { return paid.is_none() ? -1 : paid - p.due; };
  return b.due == a.due + 1 && told(a) == told(b) && delay(a, a.paid_before) == delay(b, b.paid_before) &&
         delay(a, a.paid_after) == delay(b, b.paid_after);
}

std::vector<Span> spans_of(const std::vector<PaymentDifference>& payments) {
  std::vector<Span> spans;
  for (const PaymentDifference& payment : payments) {
    Span* open = nullptr;
    for (Span& span : spans) {
      if (continues(*span.last, payment)) open = &span;
    }
    if (open != nullptr) {
      open->last = &payment;
    } else {
      spans.push_back({&payment, &payment});
    }
  }
  return spans;
}

std::string months_text(const Span& span) {
  const std::string first = to_string(span.first->due);
  return span.first == span.last ? first : first + ".." + to_string(span.last->due);
}

/// When it is paid, if that moved.
std::string paid_text(const Span& span) {
  const PaymentDifference& one = *span.first;
  if (one.paid_before == one.paid_after || one.paid_before.is_none() || one.paid_after.is_none()) return "";
  return to_string(one.paid_before) + " → " + to_string(one.paid_after);
}

/// The amount, or why there is none.
std::string side_text(Month paid, Money amount, const std::optional<StatedReason>& reason, Language language) {
  if (!paid.is_none()) return grouped_yuan_text(amount);
  return reason ? reason_text(*reason, language) : say(language, "无", "none");
}

std::string signed_yuan(Money amount) { return (amount > Money{} ? "+" : "") + grouped_yuan_text(amount); }

std::string cause_text(const DifferingParameter& change, Language language) {
  std::string text = say(language, "因：", "because: ") + change.name + " " + change.path + "  " + change.before +
                     " → " + change.after;
  text += say(language, "（", " (") + change.origin;
  if (!change.reference_after.empty()) text += say(language, "：", ": ") + change.reference_after;
  return text + say(language, "）", ")");
}

std::vector<std::string> causes(const PaymentDifference& payment, bool member_differs, Language language) {
  std::vector<std::string> texts;
  for (const DifferingParameter& change : payment.parameters) texts.push_back(cause_text(change, language));
  if (texts.empty() && member_differs) {
    texts.push_back(say(language, "因：两个情景中此人的资料不同（如退休月份、月养老金）",
                        "because: the two scenarios tell different things of the member"));
  } else if (texts.empty() && payment.paid_before != payment.paid_after) {
    texts.push_back(say(language, "因：发放月份改变", "because: the month of payment moved"));
  }
  for (const Step& step : payment.steps_after) {
    texts.push_back("- " + say(language, step.text) + "  =  " + grouped_yuan_text(step.amount) +
                    say(language, " 元", " yuan"));
  }
  return texts;
}

Json steps_json(const std::vector<Step>& steps) {
  Json part = Json::array();
  for (const Step& step : steps)
    part.push_back({{"text", say(Language::zh, step.text)}, {"amount_fen", step.amount.fen()}});
  return part;
}

Json side_json(Month paid, Money amount, const std::optional<StatedReason>& reason, const std::vector<Step>& steps) {
  return {{"paid", paid.is_none() ? Json(nullptr) : Json(to_string(paid))},
          {"amount_fen", amount.fen()},
          {"reason", reason ? Json(reason_text(*reason, Language::zh)) : Json(nullptr)},
          {"steps", steps_json(steps)}};
}

}  // namespace

std::string difference_table(const StatementDifference& difference, Language language) {
  std::string text = say(language, "成员 ", "member ") + difference.key + say(language, "：", ": ") +
                     difference.before + " → " + difference.after + "\n";
  if (difference.payments.empty()) {
    return text + say(language, "两个情景下每一笔待遇都相同。\n", "Every payment is the same in both scenarios.\n");
  }
  TextTable table({{say(language, "所属月份", "months due"), Align::left},
                   {say(language, "内容", "what"), Align::left},
                   {say(language, "原(元)", "before, yuan"), Align::right},
                   {say(language, "现(元)", "after, yuan"), Align::right},
                   {say(language, "差额", "difference"), Align::right},
                   {say(language, "发放", "paid"), Align::left},
                   {say(language, "负担", "payer"), Align::left},
                   {say(language, "类型", "kind"), Align::left}});
  std::set<std::vector<std::string>> told;  // the same cause is not told twice
  for (const Span& span : spans_of(difference.payments)) {
    const PaymentDifference& one = *span.first;
    table.row({months_text(span), one.component_name,
               side_text(one.paid_before, one.before, one.reason_before, language),
               side_text(one.paid_after, one.after, one.reason_after, language), signed_yuan(one.after - one.before),
               paid_text(span), label(one.payer, language), label(one.kind, language)});
    const std::vector<std::string> notes = causes(one, difference.member_differs, language);
    if (!told.insert(notes).second) continue;
    for (const std::string& note : notes) add_note(table, note);
  }
  text += table.text();
  return text + say(language, "全期付给本人：", "paid to the member: ") + grouped_yuan_text(difference.total_before) +
         " → " + grouped_yuan_text(difference.total_after) + say(language, " 元，差额 ", " yuan, ") +
         signed_yuan(difference.total_after - difference.total_before) + say(language, " 元\n", " yuan\n");
}

std::string difference_json(const StatementDifference& difference, const DoubtedManifest& manifest) {
  Json document;
  document["schema"] = "disburse/explain-against/1";
  document["key"] = difference.key;
  document["before"] = difference.before;
  document["after"] = difference.after;
  document["member_differs"] = difference.member_differs;
  document["total_before_fen"] = difference.total_before.fen();
  document["total_after_fen"] = difference.total_after.fen();
  document["payments"] = Json::array();
  for (const PaymentDifference& payment : difference.payments) {
    Json entry{{"programme", payment.programme},
               {"component", payment.component},
               {"due", to_string(payment.due)},
               {"payer", to_string(payment.payer)},
               {"kind", to_string(payment.kind)},
               {"on_death", payment.on_death},
               {"difference_fen", (payment.after - payment.before).fen()}};
    entry["before"] = side_json(payment.paid_before, payment.before, payment.reason_before, payment.steps_before);
    entry["after"] = side_json(payment.paid_after, payment.after, payment.reason_after, payment.steps_after);
    entry["because"] = Json::array();
    for (const DifferingParameter& change : payment.parameters) {
      entry["because"].push_back({{"path", change.path},
                                  {"name", change.name},
                                  {"before", change.before},
                                  {"after", change.after},
                                  {"origin", change.origin},
                                  {"reference", change.reference_after}});
    }
    document["payments"].push_back(std::move(entry));
  }
  document["findings"] = findings_part(doubts_and(manifest));
  document["manifest"] = manifest_part(manifest);
  return json_text(document);
}

}  // namespace disburse
