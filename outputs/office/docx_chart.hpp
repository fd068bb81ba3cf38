#pragma once
// A native chart in a paper, drawn by whatever opens the document: bars that lie across, one below the other.
#include <string>

#include "outputs/report/chart.hpp"

namespace disburse {

/// The part word/charts/chartN.xml of `chart`: its categories from the top down, its series on either side of
/// zero and labelled with their values, a nothing unlabelled. Values stand in the part itself, since a paper brings no
/// workbook. `axis` names what is measured.
std::string bar_chart_part(const Chart& chart, const std::string& axis);

/// A paragraph of the document that shows the chart of `relation` as wide as the text. `number` counts the document's
/// drawings from 1; `description` is for those who cannot see it; the height follows the bars.
std::string chart_paragraph(const std::string& relation, std::size_t number, const std::string& description,
                            std::size_t bars);

}  // namespace disburse
