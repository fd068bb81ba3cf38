#include "outputs/run/run_table.hpp"

#include "outputs/run/run_table_sections.hpp"
#include "outputs/text/doubts.hpp"

namespace disburse {

std::string run_table(const RunResult& result, Language language, bool colour, const RunBeside& beside) {
  const TableStyle style{language, colour ? Colour::on : Colour::off};
  return doubts_text(result.findings, language) + headline_section(result, style) + band_lead(beside, style) +
         programmes_section(result, style) + lines_section(result, style) + bands_section(beside, style) +
         risk_section(result, style) + years_section(result, style) + outturns_section(beside, style) +
         months_section(result, style) + meaning_section(result, style) + payers_section(result, style) +
         population_section(result, style) + basis_section(result, style) + documents_section(result, style) +
         findings_section(result, style, beside.budget_check);
}

}  // namespace disburse
