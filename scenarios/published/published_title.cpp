#include "scenarios/published/published_title.hpp"

#include <algorithm>
#include <optional>
#include <regex>
#include <string_view>

namespace disburse {
namespace {

/// "表二某某中心单位：万元", as this program's own drafts print it: the name; empty for other lines.
std::string name_beside_unit(std::string_view text) {
  constexpr std::string_view table = "表", behind = "单位：万元";
  if (!text.starts_with(table) || !text.ends_with(behind)) return {};
  text = text.substr(table.size(), text.size() - table.size() - behind.size());
  static constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view numeral : numerals) {
      if (!text.starts_with(numeral)) continue;
      text.remove_prefix(numeral.size());
      more = true;
    }
  }
  return std::string(text);
}

/// Without what numbers an annex: "附件1：".
std::string without_annex(const std::string& name) {
  static const std::regex annex("^附件?[0-9一二三四五六七八九十]*(：|:)?");
  return std::regex_replace(name, annex, "");
}

struct Said {
  std::string agency;
  int year = 0;
  bool of_heading = false;  ///< 2024年预算数
};

std::optional<Said> said_by(const std::string& text) {
  static const std::regex before("^(.*?)(20[0-9]{2})年(度)?(部门|单位)?预算");
  static const std::regex in_front("^(20[0-9]{2})年(度)?(.+?)(部门|单位)预算(公开|文本|说明|报告|（|$)");
  static const std::regex behind("^(.+?)(部门|单位)预算(公开)?(?:（|\\()(20[0-9]{2})年(度)?(?:）|\\))$");
  constexpr std::size_t longest_title = 160;  // bytes
  std::smatch found;
  if (std::regex_search(text, found, before)) {
    if (!found.suffix().str().starts_with("数")) return Said{found[1].str(), std::stoi(found[2].str())};
    static const std::regex heading("(20[0-9]{2})年(度)?预算数");
    Said last{{}, 0, true};  // last year's may stand before it
    for (std::sregex_iterator at(text.begin(), text.end(), heading), end; at != end; ++at)
      last.year = std::max(last.year, std::stoi((*at)[1]));
    return last;
  }
  if (text.size() > longest_title) return std::nullopt;
  if (std::regex_search(text, found, in_front)) return Said{found[3].str(), std::stoi(found[1].str())};
  if (std::regex_search(text, found, behind)) return Said{found[1].str(), std::stoi(found[4].str())};
  return std::nullopt;
}

}  // namespace

DocumentTitle title_of(const std::vector<PublishedLine>& lines) {
  DocumentTitle title;
  std::string above;
  for (const PublishedLine& line : lines) {
    const std::string text = line.joined();
    if (title.agency.empty()) title.agency = name_beside_unit(text);
    auto said = said_by(text);
    for (std::size_t i = 0; line.of_table && line.words.size() > 1 && i < line.words.size(); ++i) {
      if (i == 0) said.reset();  // each cell says its own
      if (!said) said = said_by(line.words[i]);
    }
    if (said) {
      if (!said->of_heading)
        return {said->year, without_annex(said->agency.empty() ? above : said->agency), line.place};
      title.year = std::max(title.year, said->year);
    }
    above = text;
  }
  return title;
}

}  // namespace disburse
