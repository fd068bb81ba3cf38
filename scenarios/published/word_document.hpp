#pragma once
// The text of a Word document (docx): paragraphs as lines, tables row by row.
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/published/published_lines.hpp"

namespace disburse {

/// Errors: InputRejected(Door::data) for what is no docx.
std::vector<PublishedLine> read_word_lines(std::string_view bytes, const std::string& file);

}  // namespace disburse
