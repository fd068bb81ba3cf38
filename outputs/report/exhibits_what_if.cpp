// A what-if beside its base.
#include <algorithm>
#include <map>

#include "outputs/report/planning_exhibits.hpp"
#include "outputs/text/change_words.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

/// One variant's exhibits, which share its name and number.
class VariantExhibits {
 public:
  VariantExhibits(const VariantComparison& variant, std::size_t number, int fiscal_year, const Wording& words)
      : variant_(variant), id_("variant" + std::to_string(number) + "-"), fiscal_year_(fiscal_year), words_(words) {}

  Exhibit changes() const {
    Exhibit one = begun("changes", "改了什么", "what was changed", "",
                        {name_column(words_("参数", "parameter")), text_column(words_("单位", "unit")),
                         text_column(words_("月份", "months")), value_column("基准", "base"),
                         value_column("改为", "variant"), text_column(words_("理由", "reason"))});
    for (const ParameterChange& change : variant_.changes) {
      one.add({change.name, unit_label(change.unit, words_.language), months_of(change.path),
               value_of(change.base_value), value_of(change.variant_value), reason_of(change)});
      const std::string ended = ended_growth_text(change, words_.language);
      if (!ended.empty()) one.note += ended + words_("。", ". ");
    }
    return one;
  }

  Exhibit programmes() const {
    Exhibit one = begun("programmes", "各项目变动", "programmes", words_.unit(),
                        {name_column(words_("项目", "programme")), money_column(words_("基准", "base")),
                         money_column(words_("改后", "variant")), difference_column(words_("变动", "change")),
                         difference_column(words_("各级负担变动", "change, all payers"))});
    one.title += words_("（", " (") + std::to_string(fiscal_year_) + words_(" 年度）", ")");
    std::string untouched;
    for (const ProgrammeChange& change : variant_.programmes) {
      const std::string& name = words_.name(change.name, change.name_en);
      if (change.untouched) {
        untouched += (untouched.empty() ? "" : words_("、", ", ")) + name;
        continue;
      }
      one.add({name, change.line.base, change.line.variant, change.line.difference(), change.outlay.difference()});
    }
    if (!one.rows.empty()) {
      one.chart = chart_of(ChartKind::bars_across);
      one.chart->categories = row_names(one);
      one.chart->series = {money_series(one, 3)};
    }
    const AmountChange& total = variant_.total;
    one.add({words_("合计", "all"), total.base, total.variant, total.difference(), {}});
    if (!untouched.empty()) one.note = words_("逐格未变：", "Cell by cell the same: ") + untouched;
    return one;
  }

  /// Every year of the horizon: what each programme that was touched differs by, and the whole.
  Exhibit years() const {
    Exhibit one = begun("years", "各年变动", "years", words_.unit(),
                        {text_column(words_("年度", "year")), name_column(words_("项目", "programme")),
                         money_column(words_("基准", "base")), money_column(words_("改后", "variant")),
                         difference_column(words_("变动", "change"))});
    one.chart = chart_of(ChartKind::stacked);
    Series all{words_("变动", "change"), {}, {}, false};
    for (const YearChange& year : variant_.years) {
      const std::string label = std::to_string(year.year);
      for (const ProgrammeChange& change : variant_.programmes) {
        if (change.untouched) continue;
        const AmountChange amount = in_year(change, year.year);
        one.add({label, words_.name(change.name, change.name_en), amount.base, amount.variant, amount.difference()});
      }
      one.add({label, words_("合计", "all"), year.line.base, year.line.variant, year.line.difference()});
      one.chart->categories.push_back(label);
      all.values.emplace_back(chart_wan(year.line.difference()));
    }
    one.chart->series = {std::move(all)};
    return one;
  }

  Exhibit causes() const {
    const bool several = variant_.years.size() > 1;
    std::vector<ExhibitColumn> columns{name_column(words_("项目", "programme")), text_column(words_("原因", "cause")),
                                       difference_column(words_("变动", "change"))};
    if (several) columns.insert(columns.begin(), text_column(words_("年度", "year")));
    Exhibit one = begun("causes", "变动的原因", "causes", words_.unit(), std::move(columns));
    const auto add = [&](int year, const std::vector<std::pair<std::string, Bridge>>& bridges) {
      for (const auto& [programme, bridge] : bridges) {
        for (const auto& [cause, amount] : bridge.parts) {
          if (several)
            one.add({std::to_string(year), programme_name(programme), label(cause, words_.language), amount});
          else
            one.add({programme_name(programme), label(cause, words_.language), amount});
        }
      }
    };
    add(fiscal_year_, variant_.bridges);
    for (const YearCauses& other : variant_.other_causes) add(other.year, other.bridges);
    return one;
  }

  Exhibit shares() const {
    Exhibit one = begun("shares", "每项改动的份额", "each change's share", words_.unit(),
                        {name_column(words_("改动", "change")), difference_column(words_("变动", "amount"))});
    for (const ChangeShare& share : variant_.shares) one.add({change_name(share.change), share.amount});
    return one;
  }

 private:
  Exhibit begun(const char* id, const char* zh, const char* en, const std::string& unit,
                std::vector<ExhibitColumn> columns) const {
    return exhibit_of(id_ + id, variant_.scenario + words_("：", ": ") + words_(zh, en), unit, std::move(columns));
  }

  ExhibitColumn value_column(const char* zh, const char* en) const {
    return {words_(zh, en), ColumnType::value, 0, false, "-"};
  }

  /// A change of the command line has no reason of its own but that.
  std::string reason_of(const ParameterChange& change) const {
    return change.reason == "given on the command line" ? words_("命令行给出", "given on the command line")
                                                        : change.reason;
  }

  static std::optional<std::string> value_of(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
  }

  /// "PATH@2025-01..2025-06": the months that a change is for.
  std::string months_of(const std::string& path) const {
    const auto at = path.find('@');
    if (at == std::string::npos) return words_("全部月份", "all");
    const std::string months = path.substr(at + 1);
    const auto range = months.find("..");
    if (range == std::string::npos) return words_("", "from ") + months + words_(" 起", "");
    return months.substr(0, range) + words_(" 至 ", " to ") + months.substr(range + 2);
  }

  static AmountChange in_year(const ProgrammeChange& change, int year) {
    AmountChange sum;
    for (const auto& [month, amount] : change.monthly) {
      if (month.year() != year) continue;
      sum.base += amount.base;
      sum.variant += amount.variant;
    }
    return sum;
  }

  std::string programme_name(const std::string& id) const {
    for (const ProgrammeChange& change : variant_.programmes) {
      if (change.id == id) return words_.name(change.name, change.name_en);
    }
    return id;
  }

  /// "PATH = VALUE" by the parameter's name.
  std::string change_name(const std::string& change) const {
    const std::string path = change.substr(0, change.find(" = "));
    for (const ParameterChange& one : variant_.changes) {
      if (one.path != path) continue;
      const std::string months =
          path.find('@') == std::string::npos ? "" : words_("（", " (") + months_of(path) + words_("）", ")");
      return one.name + months + change.substr(path.size());
    }
    return change;
  }

  const VariantComparison& variant_;
  std::string id_;
  int fiscal_year_;
  const Wording& words_;
};

}  // namespace

std::vector<Exhibit> variant_exhibits(const VariantComparison& variant, std::size_t number, int fiscal_year,
                                      const Wording& words) {
  const VariantExhibits make(variant, number, fiscal_year, words);
  std::vector<Exhibit> all{make.changes(), make.programmes()};
  if (variant.years.size() > 1) all.push_back(make.years());
  if (!variant.bridges.empty() || !variant.other_causes.empty()) all.push_back(make.causes());
  if (!variant.shares.empty()) all.push_back(make.shares());
  return all;
}

}  // namespace disburse
