#pragma once
// Parameters by their names (参数名称): "普通离退休人员每次标准" or the beginning of it, for those who do not know
// paths.
#include <string>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/law/scenario.hpp"

namespace disburse {

/// What may be changed: a path and its name in both languages.
struct NamedPath {
  std::string path, name, name_en;
  std::string of = {};  ///< what it belongs to: the programme's name
};
std::vector<NamedPath> named_paths(const ParameterTree& law);

/// Whether `text` is written as a path: small letters, digits, dots and underscores.
bool is_path(const std::string& text);

/// The path that `text` names: a path as it stands; a whole name; the beginning of one name alone; a part of one name
/// alone, where nothing else belongs to what is called so. Empty, with an error that lists the choices or the nearest,
/// when none or several are meant.
std::string path_of(const std::string& text, const std::vector<NamedPath>& known, const Place& place,
                    InputErrors& errors);

/// `text` with the law's names in place of paths: "unity_award.ordinary_per_payment=660" as
/// "普通离退休人员每次标准=660".
std::string with_names(const std::string& text, const ParameterTree& law);

}  // namespace disburse
