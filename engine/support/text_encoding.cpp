#include "engine/support/text_encoding.hpp"

#include <iconv.h>

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
