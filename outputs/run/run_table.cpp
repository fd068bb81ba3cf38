#include "outputs/writers/run_table.hpp"

#include "outputs/writers/run_table_sections.hpp"

namespace disburse {

std::string run_table(const RunResult& result, Language language, bool colour) {
  const TableStyle style{language, colour ? Colour::on : Colour::off};
  return headline_section(result, style) + programmes_section(result, style) + lines_section(result, style) +
         risk_section(result, style) + years_section(result, style) + months_section(result, style) +
         meaning_section(result, style) + payers_section(result, style) + population_section(result, style) +
         basis_section(result, style) + documents_section(result, style) + findings_section(result, style);
}

}  // namespace disburse
