#include "outputs/text/doubts.hpp"

#include <algorithm>

#include "outputs/text/json_reading.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
std::vector<Finding> doubts_and(const DoubtedManifest& manifest, std::vector<Finding> findings) {
  findings.insert(findings.begin(), manifest.doubts.begin(), manifest.doubts.end());
  return findings;
}

std::vector<Finding> doubts_out_of(std::vector<Finding>& findings) {
  const auto rest = std::stable_partition(findings.begin(), findings.end(), is_doubt);
  std::vector<Finding> doubts(findings.begin(), rest);
  findings.erase(findings.begin(), rest);
  return doubts;
}

DoubtedManifest manifest_with_doubts(const Json& document) {
  DoubtedManifest manifest = manifest_in(document.at("manifest"));
  std::vector<Finding> findings = findings_in(document.at("findings"));
  manifest.doubts = doubts_out_of(findings);
  return manifest;
}

std::vector<std::string> doubt_sentences(const std::vector<Finding>& findings, Language language) {
  std::vector<std::string> sentences;
  for (const Finding& one : findings) {
    if (!is_doubt(one)) continue;
    sentences.push_back(say(language, one.where) + say(language, "：", ": ") + say(language, one.message) +
                        say(language, "。", "."));
  }
  return sentences;
}

std::vector<std::string> marked_doubts(const std::vector<Finding>& findings, Language language) {
  std::vector<Finding> left_out, doubts, readings;
  for (const Finding& one : findings) {
    (one.code == withheld_code ? left_out : one.code == turning_code ? readings : doubts).push_back(one);
  }
  std::vector<std::string> marked;
  for (const std::string& sentence : doubt_sentences(left_out, language))
    marked.push_back(say(language, "【公布口径】", "[published without] ") + sentence);
  for (const std::string& sentence : doubt_sentences(doubts, language))
    marked.push_back(say(language, "【请核对】", "[please check] ") + sentence);
  for (const std::string& sentence : doubt_sentences(readings, language))
    marked.push_back(say(language, "【口径】", "[reading] ") + sentence);
  return marked;
}

std::string doubts_text(const std::vector<Finding>& findings, Language language) {
  std::string text;
  for (const std::string& sentence : marked_doubts(findings, language)) text += sentence + "\n";
  return text.empty() ? text : text + "\n";
}

}  // namespace disburse
