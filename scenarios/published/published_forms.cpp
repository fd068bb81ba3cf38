#include "scenarios/published/published_forms.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "scenarios/published/form_indicators.hpp"
#include "scenarios/published/published_units.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

using Lines = std::vector<PublishedLine>;

constexpr std::string_view begins = "项目名称";
constexpr std::string_view of_department = "主管部门及代码", of_agency = "实施单位";
constexpr std::string_view of_attribute = "项目属性", of_period = "项目期";
constexpr std::string_view of_money = "资金总额", of_fiscal = "财政拨款", of_other = "其他资金";
constexpr std::string_view of_indicators = "三级指标", of_rating = "综合评定等级";

std::string after(const std::string& text, std::string_view label) {
  const std::size_t at = text.find(label);
  return at == std::string::npos ? "" : text.substr(at + label.size());
}

std::string before(const std::string& text, std::string_view label) { return text.substr(0, text.find(label)); }

/// The number behind the label and the unit behind it: "3525" and "万元" of "年度资金总额：3525万元".
std::pair<std::string, std::string> amount_behind(const std::string& text, std::string_view label) {
  static const std::regex number("^[:：]*([0-9,]+(\\.[0-9]+)?)((万|千|百|亿)?元)?");
  const std::string rest = after(text, label);
  std::smatch found;
  if (!std::regex_search(rest, found, number)) return {};
  return {amount_of(found[1].str()).value_or(""), found[3].str()};
}

/// The unit that the labels of a form's money say, which are printed whole or in pieces; `nearest` where they say none.
PrintedUnit unit_of_form(const Lines& lines, const PrintedUnit& nearest) {
  std::string labels;
  for (const PublishedLine& line : lines) {
    const std::string text = line.joined();
    if (text.find(of_indicators) != std::string::npos) break;
    labels += plain_name(text);
  }
  if (labels.find("（万") != std::string::npos) return {};
  for (const std::string unit : {"千元", "百元", "亿元", "元"}) {
    if (labels.find("（" + unit + "）") != std::string::npos)
      return *unit_said({{"（" + unit + "）"}, false, lines.front().place});
  }
  return nearest;
}

/// Pieces of the form's own labels, which stand in the margin and come between the lines.
bool is_label(const std::string& text) {
  static constexpr std::array pieces{"项目", "资金", "（万", "元）",     "（万元）", "项目资",       "金",
                                     "年度", "总体", "目标", "年度总",   "体目标",   "年度总体目标", "绩",
                                     "效",   "指",   "标",   "绩效指标", "名称"};
  return std::find(pieces.begin(), pieces.end(), text) != pieces.end();
}

/// The lines of one form, walked through once.
class FormReader {
 public:
  FormReader(Lines lines, const PrintedUnit& nearest, std::vector<ReadingNote>& notes)
      : lines_(std::move(lines)), unit_(unit_of_form(lines_, nearest)), notes_(notes) {}

  BudgetForm read() {
    form_.line = lines_.front().place.line;
    form_.name = after(text_until(of_department), begins);
    read_department(text_until(of_attribute));
    const std::string attribute = text_until(of_money);
    const std::size_t period = attribute.rfind(of_period);
    form_.attribute = after(before(attribute.substr(0, period), "（万元）"), of_attribute);
    if (period != std::string::npos) {
      constexpr std::string_view colon = "：";
      std::string text = attribute.substr(period + of_period.size());
      if (text.starts_with(colon)) text.erase(0, colon.size());
      form_.period = before_label(text);
    }
    read_money();
    read_goals();
    form_.indicators = read_indicators(lines_until(of_rating), form_.name, notes_);
    read_rating();
    return form_;
  }

 private:
  bool at(std::string_view label) const { return lines_[next_].joined().find(label) != std::string::npos; }

  /// The label, or one that stands below it in a form: what is not printed takes nothing with it.
  bool at_or_beyond(std::string_view label) const {
    static constexpr std::array order{of_department, of_attribute, of_money, of_indicators, of_rating};
    return std::any_of(std::find(order.begin(), order.end(), label), order.end(),
                       [&](const std::string_view one) { return at(one); });
  }

  Lines lines_until(std::string_view label) {
    Lines taken;
    while (next_ < lines_.size() && !at_or_beyond(label)) taken.push_back(lines_[next_++]);
    return taken;
  }
  std::string text_until(std::string_view label) {
    std::string text;
    for (const PublishedLine& line : lines_until(label)) text += line.joined();
    return text;
  }
  /// What stands before the labels of the money (项目资金), which are printed beside it whole or in pieces.
  static std::string before_label(const std::string& text) { return before(text, "项目"); }

  void read_department(const std::string& text) {
    std::string department = before(after(text, of_department), of_agency);
    form_.agency = after(text, of_agency);
    const std::size_t digits = department.find_last_not_of("0123456789");
    if (digits == std::string::npos) return;
    form_.department_code = department.substr(digits + 1);
    form_.department = department.substr(0, digits + 1);
  }

  /// In 万元; what is no whole number of fen is noted and left blank.
  std::string money_behind(const std::string& text, std::string_view label) {
    const auto [amount, unit] = amount_behind(text, label);
    if (amount.empty()) return "";
    const PrintedUnit in = unit.empty() ? unit_ : *unit_said({{"（" + unit + "）"}, false, lines_.front().place});
    if (auto wan = in_wan(amount, in)) return *wan;
    notes_.push_back({lines_.front().place, "{} {} is no whole number of fen"_m(amount, in.name)});
    return "";
  }

  void read_money() {
    for (; next_ < lines_.size() && !at_or_beyond(of_indicators); ++next_) {
      const std::string text = lines_[next_].joined();
      if (text.find(of_money) != std::string::npos) form_.total = money_behind(text, of_money);
      if (text.find(of_fiscal) != std::string::npos) form_.fiscal = money_behind(text, of_fiscal);
      if (text.find(of_other) == std::string::npos) continue;
      form_.other = money_behind(text, of_other);
      ++next_;
      return;
    }
  }

  void read_goals() {
    static const std::regex numbered("^目标[0-9一二三四五六七八九十]+[:：]");
    for (const PublishedLine& line : lines_until(of_indicators)) {
      const std::string text = line.joined();
      if (is_label(text)) continue;
      if (form_.goals.empty() || std::regex_search(text, numbered)) {
        form_.goals.push_back(text);
      } else {
        form_.goals.back() += text;
      }
    }
    if (next_ < lines_.size() && at(of_indicators)) ++next_;
  }

  void read_rating() {
    if (next_ >= lines_.size()) return;
    std::string text;
    for (const std::string& word : lines_[next_].words) {
      if (!word.empty()) text += (text.empty() ? "" : " ") + word;
    }
    form_.rating = after(text, of_rating);
    form_.rating.erase(0, form_.rating.find_first_not_of(' '));
  }

  Lines lines_;
  PrintedUnit unit_;
  std::vector<ReadingNote>& notes_;
  std::size_t next_ = 0;
  BudgetForm form_;
};

/// The reader of indicators leaves in `line` where each began.
void add_places(const BudgetForm& form, const Place& begun, std::vector<FactPlace>& places) {
  const std::string fact = "表9/" + form.name;
  places.push_back({fact, form.name, begun});
  for (const BudgetIndicator& indicator : form.indicators)
    places.push_back(
        {fact + "/" + indicator.level3, indicator.level3 + " " + indicator.value, {begun.file, indicator.line, 0}});
}

}  // namespace

std::vector<BudgetForm> read_published_forms(const Lines& lines, std::vector<ReadingNote>& notes, PrintedUnit unit,
                                             std::vector<FactPlace>* places) {
  std::vector<BudgetForm> forms;
  for (std::size_t at = 0; at < lines.size();) {
    if (!lines[at].joined().starts_with(begins)) {
      if (const auto said = unit_said(lines[at])) unit = *said;
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < lines.size() && !lines[end].joined().starts_with(begins)) ++end;
    forms.push_back(FormReader(Lines(lines.begin() + static_cast<std::ptrdiff_t>(at),
                                     lines.begin() + static_cast<std::ptrdiff_t>(end)),
                               unit, notes)
                        .read());
    for (std::size_t line = at; line < end; ++line) {
      // The heading of the next form stands behind the last line of this one.
      const auto said =
          lines[line].joined().find("单位：") == std::string::npos ? std::nullopt : unit_said(lines[line]);
      if (said) unit = *said;
    }
    if (places != nullptr) add_places(forms.back(), lines[at].place, *places);
    if (forms.back().total.empty())
      notes.push_back({lines[at].place, "project {}: no money was found"_m(forms.back().name)});
    at = end;
  }
  return forms;
}

}  // namespace disburse
