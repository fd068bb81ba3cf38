#include "outputs/member/cited_parameters.hpp"

#include <tuple>

#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

constexpr int note_width = 116;
constexpr int widest_value = 24;

auto identity(const UsedParameter& p) {
  return std::tie(p.path, p.value, p.unit, p.status, p.reference, p.origin, p.from, p.known);
}

}  // namespace

CitedParameters::CitedParameters(const Statement& statement) {
  for (const StatementEntry& entry : statement.entries) cite(entry.parameters);
}

void CitedParameters::cite(const std::vector<UsedParameter>& parameters) {
  for (const UsedParameter& parameter : parameters) {
    if (find(parameter) == all_.size()) all_.push_back(parameter);
  }
}

std::size_t CitedParameters::find(const UsedParameter& parameter) const {
  const auto at = std::find_if(all_.begin(), all_.end(),
                               [&](const UsedParameter& known) { return identity(known) == identity(parameter); });
  return static_cast<std::size_t>(at - all_.begin());
}

std::vector<std::size_t> CitedParameters::marks(const std::vector<UsedParameter>& parameters) const {
  std::vector<std::size_t> marks;
  for (const UsedParameter& parameter : parameters) marks.push_back(find(parameter) + 1);
  return marks;
}

std::string marks_text(const std::vector<std::size_t>& marks) {
  std::string text;
  for (const std::size_t mark : marks) text += "[" + std::to_string(mark) + "]";
  return text;
}

void add_note(TextTable& table, const std::string& text) {
  for (const std::string& line : wrapped(printable(text), note_width)) table.note("    " + line);
}

std::string parameters_text(const CitedParameters& cited, Language language) {
  if (cited.all().empty()) return "";
  TextTable table({{"", Align::left},
                   {say(language, "参数", "parameter"), Align::left},
                   {say(language, "名称", "name"), Align::left},
                   {say(language, "取值", "value"), Align::right},
                   {say(language, "单位", "unit"), Align::left},
                   {say(language, "执行起", "from"), Align::left},
                   {say(language, "知悉", "known"), Align::left},
                   {say(language, "状态", "status"), Align::left},
                   {say(language, "来源", "origin"), Align::left}});
  std::size_t mark = 0;
  for (const UsedParameter& used : cited.all()) {
    // A whole table of values would push every column off the screen.
    const bool wide = display_width(used.value) > widest_value;
    table.row({"[" + std::to_string(++mark) + "]", used.path, name_in(used.name, used.name_en, language),
               wide ? say(language, "见下", "below") : used.value, unit_label(used.unit, language),
               to_string(used.from), to_string(used.known), status_label(used.status, language), used.origin});
    if (wide) add_note(table, say(language, "取值：", "value: ") + used.value);
    add_note(table, say(language, "出处：", "source: ") + used.reference);
  }
  return "\n[ " + say(language, "所用参数", "Parameters used") + " ]\n" + table.text();
}

Json parameters_part(const CitedParameters& cited) {
  Json part = Json::array();
  for (const UsedParameter& used : cited.all()) {
    Json entry;
    entry["mark"] = part.size() + 1;
    entry["path"] = used.path;
    entry["name"] = used.name;
    entry["unit"] = used.unit;
    entry["value"] = used.value;
    entry["from"] = to_string(used.from);
    entry["known"] = to_string(used.known);
    entry["status"] = used.status;
    entry["reference"] = used.reference;
    entry["origin"] = used.origin;
    part.push_back(std::move(entry));
  }
  return part;
}

}  // namespace disburse
