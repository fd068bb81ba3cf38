#include "scenarios/published/form_indicators.hpp"

#include <algorithm>
#include <array>

namespace disburse {
namespace {

using Words = std::vector<std::string>;

constexpr std::array first_level{"产出指标", "效益指标", "满意度指标"};
constexpr std::array second_level{"数量指标",     "质量指标",     "时效指标",       "成本指标",          "经济效益指标",
                                  "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool ends_in_date(const std::string& word) {
  return word.ends_with("年") || word.ends_with("至") || word.ends_with("-") ||
         (!word.empty() && is_digit(word.back()));
}
bool is_year(const std::string& word) {
  constexpr std::size_t year_bytes = 7;  // four digits and 年
  return word.size() == year_bytes && word.ends_with("年") && is_digit(word.front());
}
bool is_month(const std::string& word) {
  const std::size_t digits = word.find_first_not_of("0123456789");
  return digits != std::string::npos && digits > 0 && word.compare(digits, std::string("月").size(), "月") == 0;
}

/// Spaces stand around digits where a page sets them: "2023至 2024年" is one word.
Words without_gaps(const Words& words) {
  Words joined;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    const bool gap = !joined.empty() && ends_in_date(joined.back()) && is_digit(word.front());
    if (gap) {
      joined.back() += word;
    } else {
      joined.push_back(word);
    }
  }
  return joined;
}

struct Group {
  std::string level1, level2;
  std::vector<Words> lines;
  std::vector<int> numbers;  ///< of the lines, in the document
  Place place;
};

/// Takes the words of a form one after the other and parts them where a level begins.
class Levels {
 public:
  explicit Levels(const std::vector<PublishedLine>& lines) {
    for (const PublishedLine& line : lines) {
      const Words words = without_gaps(line.words);
      for (const std::string& word : words) words_.push_back({word, line.place, word == words.front()});
    }
  }

  std::vector<Group> groups() {
    for (std::size_t at = 0; at < words_.size();) {
      if (const std::size_t length = level_at(at); length > 0) {
        at += length;
      } else {
        add(words_[at++]);
      }
    }
    return std::move(groups_);
  }

 private:
  struct Word {
    std::string text;
    Place place;
    bool begins_line = false;
  };

  /// How many words from `at` make up the name of a level; the longest first, so that no name hides another.
  std::size_t level_at(std::size_t at) {
    constexpr std::size_t most_pieces = 4;
    for (std::size_t count = std::min(most_pieces, words_.size() - at); count >= 1; --count) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += words_[at + i].text;
      if (std::find(second_level.begin(), second_level.end(), text) != second_level.end()) {
        groups_.push_back({level1_, text, {}, {}, words_[at].place});
        return count;
      }
      if (std::find(first_level.begin(), first_level.end(), text) != first_level.end()) {
        level1_ = text;
        return count;
      }
    }
    return 0;
  }

  void add(const Word& word) {
    static constexpr std::array margin{"绩", "效", "指", "标", "绩效指标"};
    if (std::find(margin.begin(), margin.end(), word.text) != margin.end()) return;
    if (groups_.empty()) return;
    std::vector<Words>& lines = groups_.back().lines;
    if (word.begins_line || lines.empty()) {
      lines.emplace_back();
      groups_.back().numbers.push_back(word.place.line);
    }
    lines.back().push_back(word.text);
  }

  std::vector<Word> words_;
  std::string level1_;
  std::vector<Group> groups_;
};

std::string joined(const Words& words, std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) text += words[i];
  return text;
}

/// "≥90%", "5.6万人", "2025年", "长期保障" is none.
bool is_figure(const std::string& word) {
  static constexpr std::array<std::string_view, 5> signs{"≥", "≤", ">", "<", "="};
  return (!word.empty() && is_digit(word.front())) ||
         std::any_of(signs.begin(), signs.end(), [&](const auto sign) { return word.starts_with(sign); });
}

class GroupReader {
 public:
  /// `before`: words that were printed above the level's name and belong to no indicator there.
  GroupReader(const Group& group, std::vector<BudgetIndicator>& into, Words before)
      : group_(group), into_(into), waiting_(std::move(before)) {}

  /// What is left: words without a value.
  Words read() {
    if (!waiting_.empty() && read_around_figure()) return {};
    for (std::size_t i = 0; i < group_.lines.size(); ++i) {
      const Words& line = group_.lines[i];
      if (waiting_.empty()) begun_ = group_.numbers[i];
      const bool date_goes_on =
          is_year(line.back()) && i + 1 < group_.lines.size() && is_month(group_.lines[i + 1].front());
      if (line.size() < 2 || date_goes_on) {
        waiting_.push_back(joined(line, 0, line.size()));
      } else {
        give(joined(waiting_, 0, waiting_.size()) + joined(line, 0, line.size() - 1), line.back());
        waiting_.clear();
      }
    }
    if (!waiting_.empty() && end_group()) waiting_.clear();
    return waiting_;
  }

 private:
  /// A name or figures over several lines beside whose middle the level stands.
  bool read_around_figure() {
    std::string name, figures;
    const auto take = [&](const std::string& word) {
      if (!is_figure(word)) {
        name += word;
      } else {
        figures += (figures.empty() ? "" : "\n") + word;
      }
    };
    for (const std::string& word : waiting_) take(word);
    for (const Words& line : group_.lines) {
      if (line.size() != 1) return false;
      take(line.front());
    }
    if (figures.empty() || name.empty()) return false;
    begun_ = group_.numbers.front();
    give(name, figures);
    return true;
  }

  void give(const std::string& name, const std::string& value) {
    into_.push_back({begun_, group_.level1, group_.level2, name, value});
    ++given_;
  }

  /// Single words are left: further lines of the last value, or a name over several lines with its value at the end.
  bool end_group() {
    const bool rates = std::all_of(waiting_.begin(), waiting_.end(),
                                   [](const auto& word) { return word.find("元/") != std::string::npos; });
    if (rates && given_ > 0) {
      for (const std::string& word : waiting_) into_.back().value += "\n" + word;
      return true;
    }
    // Figures alone are those of the next level, printed above its name.
    if (waiting_.size() < 2 || std::all_of(waiting_.begin(), waiting_.end(), is_figure)) return false;
    const bool dated = is_digit(waiting_[1].front()) && !waiting_[0].ends_with("年");
    const std::size_t value = dated ? 1 : waiting_.size() - 1;
    give(joined(waiting_, 0, value), joined(waiting_, value, waiting_.size()));
    return true;
  }

  const Group& group_;
  std::vector<BudgetIndicator>& into_;
  Words waiting_;
  std::size_t given_ = 0;
  int begun_ = 0;  ///< the line in which the indicator begins
};

}  // namespace

std::vector<BudgetIndicator> read_indicators(const std::vector<PublishedLine>& lines, const std::string& name,
                                             std::vector<ReadingNote>& notes) {
  std::vector<BudgetIndicator> indicators;
  Words before;
  const std::vector<Group> groups = Levels(lines).groups();
  for (const Group& group : groups) {
    const std::size_t known = indicators.size();
    if (!group.lines.empty()) before = GroupReader(group, indicators, std::move(before)).read();
    const bool last = &group == &groups.back();
    if (indicators.size() == known) {
      notes.push_back({group.place, "project {}: {} was not read"_m(name, group.level2)});
      before.clear();
    } else if (last && !before.empty()) {
      notes.push_back({group.place, "project {}: {} was not read"_m(name, joined(before, 0, before.size()))});
    }
  }
  return indicators;
}

}  // namespace disburse
