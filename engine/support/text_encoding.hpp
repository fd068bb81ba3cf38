#pragma once
// The encodings of text files from offices: recognised by their bytes, turned into UTF-8.
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace disburse {

enum class Encoding : std::uint8_t { utf8, utf8_mark, gb18030, utf16_le, utf16_be };
const char* to_string(Encoding encoding);  ///< "UTF-8", "UTF-8 with mark", "GB18030", ...

/// What is wrong with the bytes, and where.
class NotText : public Failure {
 public:
  NotText(Message what, std::size_t at) : Failure(std::move(what)), offset(at) {}
  std::size_t offset;
  std::size_t line = 0, column = 0;  ///< from 1, the column in characters; 0: not known
};

struct DecodedText {
  std::string text;  ///< UTF-8 without mark
  Encoding encoding = Encoding::utf8;
};

/// A mark decides; else UTF-8 where all bytes are; else GB18030 (GB 18030-2005, which holds GBK and GB 2312) where all
/// bytes are. Errors: NotText where they are neither, or some lines are the one and some the other, a NUL stands in the
/// text, or a UTF-16 file is cut.
DecodedText decode(std::string_view bytes);

/// UTF-8 text in GB18030. Errors: NotText for broken UTF-8.
std::string to_gb18030(std::string_view text);

}  // namespace disburse
