#pragma once
// A sentence for people, in no language yet: a pattern written at the place that knows what is wrong, and its
// arguments. Patterns are English; outputs/text has the Chinese of each (scripts/check_words.py holds that none lacks
// it).
#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace disburse {

/// What a pattern says in a language; the pattern itself where the language has no other words for it.
using Translate = std::string_view (*)(std::string_view pattern);

/// A pattern with its arguments, or words that are the same in every language (a name, a key, a number), or a name that
/// the data give in both. Arguments may be messages.
class Message {
 public:
  Message() = default;
  /// The empty message. No other text becomes a message by itself: sentences are patterns.
  Message(const char (&)[1]) {}  // NOLINT(google-explicit-constructor)
  Message(std::string_view pattern, std::vector<Message> arguments)
      : pattern_(pattern), arguments_(std::move(arguments)) {}

  /// Words of the data in both languages; the Chinese also where `en` is empty.
  static Message named(std::string zh, std::string en) {
    Message message;
    message.zh_ = std::move(zh);
    message.en_ = std::move(en);
    return message;
  }
  /// Words that are the same in every language.
  static Message verbatim(std::string text) { return named(std::move(text), {}); }

  bool empty() const { return pattern_.empty() && zh_.empty(); }
  /// Calls f(pattern, arguments, Chinese, English) with its parts, for who sends it to another process.
  template <class F>
  void visit(F f) const {
    f(pattern_, arguments_, zh_, en_);
  }
  /// The sentence by the words of `translate`; null gives the pattern's own, English.
  std::string text(Translate translate) const;

  friend bool operator==(const Message&, const Message&) = default;

 private:
  std::string_view pattern_;  ///< of a literal, so it outlives every message
  std::vector<Message> arguments_;
  std::string zh_, en_;
};

/// The English sentence.
std::string english(const Message& message);
/// `first`, `between`, `second` and so on as one message; the empty one of nothing.
Message joined(const std::vector<Message>& parts, Message between);

/// What may fill a gap: a message, a text, a whole number.
inline Message as_argument(Message message) { return message; }
inline Message as_argument(std::string text) { return Message::verbatim(std::move(text)); }
inline Message as_argument(std::string_view text) { return Message::verbatim(std::string(text)); }
inline Message as_argument(const char* text) { return Message::verbatim(text); }
template <std::integral Number>
Message as_argument(Number number) {
  return Message::verbatim(std::to_string(number));
}

/// The text of a pattern, as a template's argument.
template <std::size_t size>
struct PatternText {
  char text[size]{};
  // NOLINTNEXTLINE(google-explicit-constructor): a literal becomes the template's argument
  consteval PatternText(const char (&from)[size]) { std::copy_n(from, size, text); }
  constexpr std::string_view view() const { return {text, size - 1}; }
  consteval std::size_t gaps() const {
    std::size_t count = 0;
    for (std::size_t at = view().find("{}"); at != std::string_view::npos; at = view().find("{}", at + 2)) ++count;
    return count;
  }
};

/// A pattern that waits for its arguments: as many as it has gaps, or it does not compile.
template <PatternText pattern>
struct Pattern {
  template <typename... Arguments>
  Message operator()(Arguments&&... arguments) const {
    static_assert(sizeof...(Arguments) == pattern.gaps(), "a pattern takes one argument for each {}");
    return {pattern.view(), {as_argument(std::forward<Arguments>(arguments))...}};
  }
};

inline namespace message_literals {
/// "no line {}"_m(code); without a gap the message itself.
template <PatternText pattern>
auto operator""_m() {
  if constexpr (pattern.gaps() == 0) {
    return Message(pattern.view(), {});
  } else {
    return Pattern<pattern>{};
  }
}
}  // namespace message_literals

}  // namespace disburse
