// The year before the budget's against its published outturn.
#include "engine/support/text_width.hpp"
#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr int name_width = 36;

/// The projection's error in per cent of what was spent; a dash where nothing was.
std::string error_text(Money published, Money projected) {
  if (published == Money()) return "-";
  constexpr double percent = 100.0;
  const double error = static_cast<double>((projected - published).fen()) / static_cast<double>(published.fen());
  return signed_count_text(error * percent, 1) + "%";
}

}  // namespace

std::string outturns_section(const RunBeside& beside, const TableStyle& style) {
  if (beside.outturns.empty()) return "";
  const Language language = style.language;
  TextTable table({{say(language, "科目", "line"), Align::left},
                   {say(language, "科目名称", "name"), Align::left},
                   {say(language, "执行数", "outturn"), Align::right},
                   {say(language, "回算", "projected"), Align::right},
                   {say(language, "差异", "difference"), Align::right},
                   {say(language, "差异%", "error"), Align::right}});
  std::string missing;
  Money published;
  Money projected;
  for (const OutturnFigure& line : beside.outturns) {
    if (!line.projected) {
      missing += "- " + line.code + " " + clipped(line.name, name_width) + say(language, "，执行数 ", ", outturn ") +
                 wan_text(line.published) + say(language, "：", ": ") + say(language, line.why) + "\n";
      continue;
    }
    published += line.published;
    projected += *line.projected;
    table.row({line.code, clipped(line.name, name_width), wan_text(line.published), wan_text(*line.projected),
               signed_wan_text(*line.projected - line.published), error_text(line.published, *line.projected)});
  }
  table.total({say(language, "以上合计", "sum of these"), "", wan_text(published), wan_text(projected),
               signed_wan_text(projected - published), error_text(published, projected)});
  return section_title(std::to_string(beside.outturn_year) +
                           say(language, " 年回算与决算对照（万元）", " against its outturn, in 10,000 yuan"),
                       style) +
         table.text(style.colour) + missing;
}

}  // namespace disburse
