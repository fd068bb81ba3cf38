#include "scenarios/published/published_text.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

constexpr std::string_view text_begins = "情况说明";
constexpr std::string_view ends_sentence = "。";

struct Sentence {
  std::string text;
  Place place;
};

/// A heading that ends in no stop parts sentences too.
std::vector<Sentence> sentences_of(const std::vector<PublishedLine>& lines) {
  static const std::regex heading("^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)");
  std::vector<Sentence> sentences;
  Sentence current;
  bool begun = false;
  const auto end = [&] {
    if (!current.text.empty()) sentences.push_back(std::move(current));
    current = {};
  };
  for (const PublishedLine& line : lines) {
    std::string text = line.joined();
    if (text.ends_with(text_begins)) begun = true;
    if (!begun || line.of_table) continue;
    if (std::regex_search(text, heading)) end();
    for (std::size_t at; (at = text.find(ends_sentence)) != std::string::npos;
         text.erase(0, at + ends_sentence.size())) {
      if (current.text.empty()) current.place = line.place;
      current.text += text.substr(0, at);
      end();
    }
    if (text.empty()) continue;
    if (current.text.empty()) current.place = line.place;
    current.text += text;
  }
  end();
  return sentences;
}

bool is_change(const std::string& clause) {
  static constexpr std::array words{"增加", "减少", "增长", "下降", "提高", "降低", "持平", "上年", "比"};
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return clause.find(word) != std::string::npos; });
}

/// What stands between the last comma and the amount.
std::string clause_before(const std::string& sentence, std::size_t at) {
  std::size_t begin = 0;
  for (const std::string_view mark : {"，", "；", "：", "、"}) {
    const std::size_t found = sentence.rfind(mark, at == 0 ? 0 : at - 1);
    if (found != std::string::npos && found + mark.size() <= at) begin = std::max(begin, found + mark.size());
  }
  return sentence.substr(begin, at - begin);
}

/// The cell of a row that the sentence names which has the amount; the leaf before what it is part of.
std::string repeated_cell(const BudgetDocument& document, const std::string& sentence, Money amount) {
  std::string found;
  std::size_t longest = 0;
  for (const BudgetTable& table : document.tables) {
    const TableLayout& layout = *find_layout(table.id);
    for (const BudgetRow& row : table.rows) {
      const std::string name = plain_name(row.name);
      constexpr std::size_t least_name = 9;  // bytes: three characters
      if (name.size() < std::max(least_name, longest + 1) || plain_name(sentence).find(name) == std::string::npos)
        continue;
      for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (row.cells[column].empty() || printed_amount(row.cells[column]) != amount) continue;
        found = official::address(table.id, row.key, layout.columns[column]);
        longest = name.size();
        break;
      }
    }
  }
  return found;
}

bool stands_in_a_table(const BudgetDocument& document, Money amount) {
  const auto holds = [&](const std::string& cell) { return !cell.empty() && printed_amount(cell) == amount; };
  return std::any_of(document.tables.begin(), document.tables.end(), [&](const BudgetTable& table) {
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const BudgetRow& row) { return std::any_of(row.cells.begin(), row.cells.end(), holds); });
  });
}

}  // namespace

PublishedText read_published_text(const std::vector<PublishedLine>& lines, const BudgetDocument& document) {
  static const std::regex money("([0-9][0-9,]*(\\.[0-9]+)?)万元");
  PublishedText text;
  std::string section;
  for (const Sentence& sentence : sentences_of(lines)) {
    const std::size_t mark = sentence.text.find("、");
    constexpr std::size_t numeral = 9;  // bytes of the longest number of a heading
    if (mark != std::string::npos && mark <= numeral) section = sentence.text.substr(0, sentence.text.find("情况") + 6);
    for (auto it = std::sregex_iterator(sentence.text.begin(), sentence.text.end(), money);
         it != std::sregex_iterator(); ++it) {
      const auto printed = amount_of((*it)[1].str());
      const auto amount = printed ? printed_amount(*printed) : std::nullopt;
      if (!amount || *amount == Money{}) continue;
      TextFigure figure;
      figure.key = "text_" + std::to_string(text.figures.size() + 1);
      figure.section = section;
      figure.what = clause_before(sentence.text, static_cast<std::size_t>(it->position()));
      figure.amount = *printed;
      const std::string cell = repeated_cell(document, sentence.text, *amount);
      if (!cell.empty()) figure.equals = {cell};
      if (cell.empty() && !is_change(figure.what) && !stands_in_a_table(document, *amount))
        text.notes.push_back({sentence.place,
                              "the text says {} 万元 ({}), which stands in no table"_m(*printed, figure.what),
                              Reading::usual});
      text.places.push_back({"text/" + figure.key, figure.what + " " + *printed, sentence.place});
      text.figures.push_back(std::move(figure));
    }
  }
  return text;
}

}  // namespace disburse
