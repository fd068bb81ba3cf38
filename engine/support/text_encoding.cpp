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
      throw NotText(std::string("not ") + from, bytes.size() - left);
    }
  }
  return result;
}

std::string checked(std::string text) {
  const std::size_t nul = text.find('\0');
  if (nul != std::string::npos) throw NotText("a NUL byte", nul);
  return text;
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
      throw NotText("UTF-8 in line " + std::to_string(line) + " and not UTF-8 at byte " + std::to_string(not_utf8),
                    begin);
    begin = end + 1;
  }
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
    if (!is_utf8(bytes, offset)) throw NotText("not UTF-8, though the mark says so", offset);
    return {checked(std::string(bytes.substr(3))), Encoding::utf8_mark};
  }
  if (bytes.starts_with("\xFF\xFE"))
    return {checked(converted(bytes.substr(2), "UTF-16LE", "UTF-8")), Encoding::utf16_le};
  if (bytes.starts_with("\xFE\xFF"))
    return {checked(converted(bytes.substr(2), "UTF-16BE", "UTF-8")), Encoding::utf16_be};
  if (is_utf8(bytes, offset)) return {checked(std::string(bytes)), Encoding::utf8};
  refuse_mixture(bytes, offset);
  try {
    return {checked(converted(bytes, "GB18030", "UTF-8")), Encoding::gb18030};
  } catch (const NotText& neither) {
    throw NotText(
        "neither UTF-8 (byte " + std::to_string(offset) + ") nor GB18030 (byte " + std::to_string(neither.offset) + ")",
        neither.offset);
  }
}

std::string to_gb18030(std::string_view text) { return converted(text, "UTF-8", "GB18030"); }

}  // namespace disburse
