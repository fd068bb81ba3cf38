#include "scenarios/library/scenario_window.hpp"

#include "scenarios/library/spoken_change.hpp"

namespace disburse {
namespace {

constexpr std::string_view between = "..";

std::optional<Window> parse_window(std::string_view text) {
  Window window;
  return read_window_text(text, window.first, window.last) ? std::optional(window) : std::nullopt;
}

std::string text_of(const Window& window) {
  return to_string(window.first) + std::string(between) + (window.last ? to_string(*window.last) : "");
}

}  // namespace

std::optional<Window> read_window(TomlTable& root) {
  const auto text = root.optional_text("window");
  if (!text) return std::nullopt;
  const auto window = parse_window(*text);
  if (const auto turned = turned_months(*text)) {
    root.reject("window", "\"{}\" ends before it begins"_m(*text), "its changes would never be in force"_m,
                "Write \"{}\", or a later end"_m(*turned));
  } else if (!window) {
    root.reject("window", "\"{}\" is no range of months"_m(*text),
                "it says from which month to which the changes hold"_m,
                "Write it as \"2024-01..2024-12\", or \"2025-01..\" where they do not end"_m);
  }
  return window;
}

void apply_window(const Window& window, Override& change, TomlTable& table) {
  if (!change.from) {
    change.from = window.first;
    change.until = window.last;
    return;
  }
  const bool begins_before = *change.from < window.first;
  const bool ends_after = window.last && (!change.until || *change.until > *window.last);
  if (begins_before) {
    table.reject("from", "{} lies before the file's window {}"_m(to_string(*change.from), text_of(window)),
                 "a change holds in no month to which its file does not speak"_m,
                 "Begin it in {} or later, or widen the window"_m(to_string(window.first)));
  }
  if (ends_after) {
    table.reject(change.until ? "until" : "from",
                 change.until ? "the change ends after the file's window {}"_m(text_of(window))
                              : "the change has no end, unlike the file's window {}"_m(text_of(window)),
                 "a change holds in no month to which its file does not speak"_m,
                 "Add until = \"{}\" or an earlier month, or widen the window"_m(to_string(*window.last)));
  }
}

}  // namespace disburse
