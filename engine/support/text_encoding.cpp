#include "engine/support/text_encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "engine/support/files.hpp"

namespace disburse {
namespace {

struct Close {
  void operator()(void* handle) const { iconv_close(handle); }
};

/// `bytes` from one encoding to another.
std::string converted(std::string_view bytes, const char* from, const char* to) {
  const std::unique_ptr<void, Close> handle(iconv_open(to, from));
  if (handle.get() == reinterpret_cast<void*>(-1)) throw std::runtime_error(std::string("iconv knows no ") + from);
  std::string result;
  char* in = const_cast<char*>(bytes.data());  // iconv reads it only
  std::size_t left = bytes.size();
  char buffer[1 << 16];
  while (left > 0) {
    char* out = buffer;
    std::size_t room = sizeof buffer;
    const std::size_t done = iconv(handle.get(), &in, &left, &out, &room);
    result.append(buffer, sizeof buffer - room);
    if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
      throw NotText("not {}"_m(from), bytes.size() - left);
    }
  }
  return result;
}

std::string checked(std::string text) {
  const std::size_t nul = text.find('\0');
  if (nul == std::string::npos) return text;
  NotText fault("a NUL byte"_m, nul);
  const std::size_t before = text.find_last_of("\n\r", nul);
  fault.line = 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(nul), '\n'));
  fault.column = 1;
  for (std::size_t at = before == std::string::npos ? 0 : before + 1; at < nul; ++at)
    fault.column += (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U ? 1U : 0U;
  throw fault;
}

/// Chinese written in UTF-8 beyond doubt: three characters of three bytes, and nothing else that is not ASCII. GB18030
/// bytes take that shape too rarely to meet in an office's file.
bool is_chinese_utf8(std::string_view line) {
  std::size_t ignored = 0;
  if (!is_utf8(line, ignored)) return false;
  constexpr int beyond_doubt = 3;
  int characters = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    if (byte < 0x80U) continue;
    if (byte < 0xE3U || byte > 0xEFU) return false;
    i += 2;
    ++characters;
  }
  return characters >= beyond_doubt;
}

/// Throws where one line is UTF-8 in a file that as a whole is not: two files were joined.
void refuse_mixture(std::string_view bytes, std::size_t not_utf8) {
  std::size_t line = 1;
  for (std::size_t begin = 0; begin < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (is_chinese_utf8(bytes.substr(begin, end - begin)))
      throw NotText("UTF-8 in line {} and not UTF-8 at byte {}"_m(line, not_utf8), not_utf8);
    begin = end + 1;
  }
}

/// Bytes of the character that begins here: of UTF-16, of UTF-8 or of GB18030.
std::size_t length_at(std::string_view bytes, std::size_t at, Encoding encoding) {
  if (encoding == Encoding::utf16_le || encoding == Encoding::utf16_be) return 2;
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (byte < 0x80U) return 1;
  if (encoding == Encoding::gb18030)
    return at + 1 < bytes.size() && bytes[at + 1] >= '0' && bytes[at + 1] <= '9' ? 4 : 2;
  return byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : 2;
}

/// The character that begins here where it is ASCII; else a star.
char ascii_at(std::string_view bytes, std::size_t at, Encoding encoding) {
  const bool little = encoding == Encoding::utf16_le;
  if (!little && encoding != Encoding::utf16_be) return length_at(bytes, at, encoding) == 1 ? bytes[at] : '*';
  if (at + 1 >= bytes.size()) return '*';
  const char high = little ? bytes[at + 1] : bytes[at];
  return high == 0 ? (little ? bytes[at] : bytes[at + 1]) : '*';
}

/// Tells line and column of the offset, counting characters from `begin`; a line ends in LF, CR LF or CR.
void locate(NotText& fault, std::string_view bytes, std::size_t begin, Encoding encoding) {
  fault.line = fault.column = 1;
  char last = 0;
  for (std::size_t at = begin; at < std::min(fault.offset, bytes.size());) {
    const std::size_t length = length_at(bytes, at, encoding);
    const char c = ascii_at(bytes, at, encoding);
    if (c == '\n' || c == '\r') {
      if (c == '\r' || last != '\r') ++fault.line;
      fault.column = 1;
    } else {
      ++fault.column;
    }
    last = c;
    at += length;
  }
}

/// Runs `reading`; a fault of it gets its place in `bytes`.
template <class Reading>
DecodedText located(std::string_view bytes, std::size_t begin, Encoding encoding, Reading reading) {
  try {
    return reading();
  } catch (NotText& fault) {
    if (fault.line == 0) locate(fault, bytes, begin, encoding);
    throw;
  }
}

DecodedText from_utf16(std::string_view bytes, Encoding encoding) {
  return located(bytes, 2, encoding, [&]() -> DecodedText {
    try {
      return {checked(converted(bytes.substr(2), to_string(encoding), "UTF-8")), encoding};
    } catch (NotText& fault) {
      if (fault.line == 0) fault.offset += 2;
      throw;
    }
  });
}

}  // namespace

const char* to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::utf8_mark: return "UTF-8 with mark";
    case Encoding::gb18030: return "GB18030";
    case Encoding::utf16_le: return "UTF-16LE";
    case Encoding::utf16_be: return "UTF-16BE";
  }
  return "";
}

DecodedText decode(std::string_view bytes) {
  std::size_t offset = 0;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    return located(bytes, 3, Encoding::utf8, [&]() -> DecodedText {
      if (!is_utf8(bytes, offset)) throw NotText("not UTF-8, though the mark says so"_m, offset);
      return {checked(std::string(bytes.substr(3))), Encoding::utf8_mark};
    });
  }
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes, Encoding::utf16_le);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes, Encoding::utf16_be);
  if (is_utf8(bytes, offset)) return {checked(std::string(bytes)), Encoding::utf8};
  located(bytes, 0, Encoding::utf8, [&]() -> DecodedText {
    refuse_mixture(bytes, offset);
    return {};
  });
  try {
    return located(bytes, 0, Encoding::gb18030, [&]() -> DecodedText {
      return {checked(converted(bytes, "GB18030", "UTF-8")), Encoding::gb18030};
    });
  } catch (const NotText& neither) {
    if (neither.message() == "a NUL byte"_m) throw;
    // The encoding in which more of the file could be read is the file's own.
    const bool utf8 = offset > neither.offset;
    return located(bytes, 0, utf8 ? Encoding::utf8 : Encoding::gb18030, [&]() -> DecodedText {
      throw NotText("neither UTF-8 (byte {}) nor GB18030 (byte {})"_m(offset, neither.offset),
                    utf8 ? offset : neither.offset);
    });
  }
}

std::string to_gb18030(std::string_view text) { return converted(text, "UTF-8", "GB18030"); }

}  // namespace disburse
