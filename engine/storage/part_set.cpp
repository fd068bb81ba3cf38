// All parts of one run: none of another, none twice, none missing.
#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/storage/part_file.hpp"

namespace disburse {
namespace {

std::string name_of(const Share& share) { return std::to_string(share.index + 1) + "/" + std::to_string(share.count); }

/// The first line in which two texts differ, of each.
std::pair<std::string, std::string> first_difference(std::string_view one, std::string_view other) {
  const auto line = [](std::string_view& text) {
    const std::string_view own = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(own.size() + 1, text.size()));
    return own;
  };
  while (!one.empty() || !other.empty()) {
    const std::string_view first = line(one), second = line(other);
    if (first != second) return {std::string(first), std::string(second)};
  }
  return {};
}

class PartSet {
 public:
  void read(const std::string& file) {
    try {
      parts_.push_back(std::make_unique<PartFile>(file));
    } catch (const InputRejected& rejected) {
      for (const InputError& error : rejected.errors()) errors_.add(error);
      complete_ = false;
    }
  }

  std::vector<std::unique_ptr<PartFile>> close() {
    check_same_run();
    std::stable_sort(parts_.begin(), parts_.end(), [](const auto& a, const auto& b) { return index(a) < index(b); });
    check_once();
    // Which ones are missing cannot be told while one could not be read.
    if (errors_.empty() && complete_) check_all();
    throw_if_any(Door::data, std::move(errors_));
    return std::move(parts_);
  }

 private:
  using Part = std::unique_ptr<PartFile>;
  static std::size_t index(const Part& part) { return part->head().share.index; }

  void check_same_run() {
    for (const Part& part : parts_) {
      const PartHead& own = part->head();
      const PartHead& first = parts_.front()->head();
      const auto complain = [&](const std::string& ours, const std::string& theirs) {
        errors_.add(
            {part->path(), 0, 0}, "",
            "is a part of another run than {}: \"{}\" there, \"{}\" here"_m(parts_.front()->path(), theirs, ours),
            "sums of different runs make no run"_m, "Name the parts of one run"_m);
      };
      if (own.share.count != first.share.count)
        complain(name_of(own.share), name_of(first.share));
      else if (own.identity != first.identity)
        std::apply(complain, first_difference(own.identity, first.identity));
      else if (own.command != first.command)
        complain(own.command, first.command);
    }
  }

  void check_once() {
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      if (index(parts_[i]) != index(parts_[i - 1])) continue;
      errors_.add({parts_[i]->path(), 0, 0}, "",
                  "is part {}, and so is {}"_m(name_of(parts_[i]->head().share), parts_[i - 1]->path()),
                  "its members would count twice"_m, "Name each part once"_m);
    }
  }

  void check_all() {
    EXPECT(!parts_.empty());
    const std::size_t count = parts_.front()->head().share.count;
    std::string missing;
    std::size_t number = 0, told = 0;
    constexpr std::size_t most_told = 20;
    for (std::size_t i = 0; i < count; ++i) {
      if (number < parts_.size() && index(parts_[number]) == i) {
        ++number;
      } else if (++told <= most_told) {
        missing += (missing.empty() ? "" : ", ") + name_of({i, count});
      }
    }
    if (told == 0) return;
    errors_.add({parts_.front()->path(), 0, 0}, "", "{} of {} parts are missing: {}"_m(told, count, missing),
                "their members and replicates would not count"_m, "Run them, and name them as well"_m);
  }

  std::vector<Part> parts_;
  InputErrors errors_;
  bool complete_ = true;
};

}  // namespace

std::vector<std::unique_ptr<PartFile>> complete_parts(const std::vector<std::string>& files) {
  PartSet set;
  for (const std::string& file : files) set.read(file);
  return set.close();
}

}  // namespace disburse
