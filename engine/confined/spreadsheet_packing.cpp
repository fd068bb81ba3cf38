#include "engine/confined/spreadsheet_packing.hpp"

#include <utility>

#include "engine/confined/packing.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;

void add(Packing& packing, const SheetCell& cell) {
  packing.add(std::uint64_t{cell.row});
  packing.add(std::uint64_t{cell.column});
  packing.add(cell.kind);
  packing.add(cell.text);
  packing.add(cell.number);
  packing.add(std::uint8_t{cell.from_formula});
  packing.add(cell.decimals);
}

SheetCell cell_of(Unpacking& bytes) {
  SheetCell cell;
  cell.row = bytes.number<std::uint64_t>();
  cell.column = bytes.number<std::uint64_t>();
  if (cell.row >= most_rows || cell.column >= most_columns) throw Unpackable();
  cell.kind = bytes.code(CellKind::error);
  cell.text = bytes.text();
  cell.number = bytes.number<double>();
  cell.from_formula = bytes.flag();
  cell.decimals = bytes.number<std::int8_t>();
  return cell;
}

void add(Packing& packing, const Sheet& sheet) {
  packing.add(sheet.name);
  packing.add(std::uint8_t{sheet.hidden});
  packing.add(std::uint64_t{sheet.cells.size()});
  for (const SheetCell& cell : sheet.cells) add(packing, cell);
  packing.add(sheet.merged);
  packing.add(sheet.hidden_rows);
  packing.add(sheet.hidden_columns);
}

Sheet sheet_of(Unpacking& bytes) {
  Sheet sheet;
  sheet.name = bytes.text();
  sheet.hidden = bytes.flag();
  constexpr std::size_t least_cell = 5 * sizeof(std::uint64_t);
  std::size_t rest = bytes.count(least_cell - sizeof(std::uint64_t));
  sheet.cells.reserve(rest);
  for (; rest > 0; --rest) {
    SheetCell cell = cell_of(bytes);
    const bool follows = sheet.cells.empty() || std::pair(sheet.cells.back().row, sheet.cells.back().column) <
                                                    std::pair(cell.row, cell.column);
    if (!follows) throw Unpackable();
    sheet.cells.push_back(std::move(cell));
  }
  sheet.merged = bytes.values<MergedRange>();
  sheet.hidden_rows = bytes.values<std::size_t>();
  sheet.hidden_columns = bytes.values<std::size_t>();
  return sheet;
}

}  // namespace

void pack(Packing& packing, const Spreadsheet& book) {
  constexpr std::size_t of_a_cell = 5 * sizeof(std::uint64_t);
  std::size_t bytes = 0;
  for (const Sheet& sheet : book.sheets) {
    for (const SheetCell& cell : sheet.cells) bytes += of_a_cell + cell.text.size();
  }
  packing.reserve(bytes);
  packing.add(book.file);
  packing.add(std::uint64_t{book.sheets.size()});
  for (const Sheet& sheet : book.sheets) add(packing, sheet);
}

std::string packed(const Spreadsheet& book) {
  Packing packing;
  pack(packing, book);
  return packing.take();
}

Spreadsheet unpacked_spreadsheet(std::string_view packed_book) {
  Unpacking bytes(packed_book);
  Spreadsheet book;
  book.file = bytes.text();
  for (std::size_t rest = bytes.count(sizeof(std::uint64_t)); rest > 0; --rest) book.sheets.push_back(sheet_of(bytes));
  if (!bytes.empty()) throw Unpackable();
  return book;
}

}  // namespace disburse
