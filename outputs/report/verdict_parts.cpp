#include "outputs/report/verdict_parts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "outputs/text/number_text.hpp"

namespace disburse::verdicts {

std::string wan(Money amount, const Wording& words) { return wan_text(amount) + words(" 万元", " (10,000 yuan)"); }

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

std::string causes_sentence(std::vector<ToldCause> reasons, const Wording& words) {
  std::erase_if(reasons, [](const ToldCause& one) { return one.amount == Money{}; });
  const auto size = [](const ToldCause& one) { return std::abs(one.amount.fen()); };
  std::stable_sort(reasons.begin(), reasons.end(),
                   [&](const ToldCause& a, const ToldCause& b) { return size(a) > size(b); });
  reasons.resize(std::min(reasons.size(), causes_told));
  std::vector<std::string> parts;
  for (const ToldCause& one : reasons) parts.push_back(one.name + " " + signed_wan_text(one.amount));
  if (parts.empty()) return "";
  return words("主要原因（万元）：", "Main causes (10,000 yuan): ") + joined(parts, words("；", "; ")) +
         words("。", ".");
}

void add_unless_empty(std::vector<std::string>& points, std::string point) {
  if (!point.empty()) points.push_back(std::move(point));
}

Money LineEnd::over() const {
  const Money more = amount - budget;
  return signed_wan_text(more) == "0.00" ? Money{} : more;
}

namespace {

std::string month_text(Month month, const Wording& words) {
  return words.language == Language::zh ? std::to_string(month.month()) + " 月" : to_string(month);
}

}  // namespace

std::string over_text(const LineEnd& line, const Wording& words) {
  std::string text = line.code + words(" 将超支 ", " will exceed its budget by ") + wan(line.over(), words);
  if (line.used_up) text += words("，", ", used up in ") + month_text(*line.used_up, words) + words("用完", "");
  return text;
}

std::string lines_sentence(const std::vector<LineEnd>& lines, const std::string& opening, const Wording& words) {
  std::vector<std::string> over;
  Money left;
  for (const LineEnd& line : lines) {
    if (line.over() > Money{})
      over.push_back(over_text(line, words));
    else
      left += -line.over();
  }
  if (over.empty())
    return opening + words("各科目都在预算之内，共余 ", "every line stays within its budget, with ") +
           wan(left, words) + words("。", " left.");
  const std::string rest = over.size() == lines.size() ? ""
                           : left > Money{}            ? words("；其余科目有余", "; the others have money left")
                                            : words("；其余科目正好用完", "; the others come out even");
  return opening + joined(over, words("；", "; ")) + rest + words("。", ".");
}

std::string remedy_sentence(const std::vector<LineEnd>& lines, const Wording& words) {
  Money lacking;
  std::optional<Month> first;
  const LineEnd* richest = nullptr;
  for (const LineEnd& line : lines) {
    if (line.over() > Money{}) {
      lacking += line.over();
      if (line.used_up) first = first ? std::min(*first, *line.used_up) : *line.used_up;
    } else if (richest == nullptr || line.over() < richest->over()) {
      richest = &line;
    }
  }
  if (lacking == Money{}) return "";
  std::string text = words("可办：", "To do: ");
  if (first) text += words("在 ", "before ") + month_text(*first, words) + words("以前", " ");
  text += words("追加或调剂 ", "add or move ") + wan(lacking, words);
  if (richest != nullptr && richest->over() < Money{}) {
    text += words("；余额最多的科目是 ", "; the line with the most left is ") + richest->code +
            words("，预计余 ", ", with ") + wan(-richest->over(), words);
  }
  return text + words("。", ".");
}

void sort_ends(std::vector<LineEnd>& ends) {
  std::stable_sort(ends.begin(), ends.end(), [](const LineEnd& a, const LineEnd& b) { return a.over() > b.over(); });
}

}  // namespace disburse::verdicts
