#include "engine/law/programme_names.hpp"

#include <functional>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

Message choices(const std::vector<const NamedProgramme*>& found) {
  std::vector<Message> parts;
  for (const NamedProgramme* one : found)
    parts.push_back("{} ({})"_m(one->id, Message::named(one->name, one->name_en)));
  return joined(parts, "; "_m);
}

std::string nearest(const std::string& text, const std::vector<NamedProgramme>& programmes) {
  std::vector<std::string> names;
  for (const NamedProgramme& one : programmes)
    for (const std::string& name : {one.id, one.name, one.name_en}) {
      if (!name.empty()) names.push_back(name);
    }
  return nearest_name(text, names);
}

}  // namespace

MeantProgramme meant_programme(const std::string& text, const std::vector<NamedProgramme>& programmes) {
  using Fits = std::function<bool(const std::string& name)>;
  const Fits readings[] = {[&](const std::string& name) { return name == text; },
                           [&](const std::string& name) { return name.starts_with(text); },
                           [&](const std::string& name) { return name.find(text) != std::string::npos; }};
  for (const Fits& fits : readings) {
    std::vector<const NamedProgramme*> found;
    for (const NamedProgramme& one : programmes) {
      if (!text.empty() && (fits(one.id) || fits(one.name) || (!one.name_en.empty() && fits(one.name_en))))
        found.push_back(&one);
    }
    if (found.size() == 1) return {found.front()->id, {}};
    if (!found.empty()) return {"", "Write one of: {}"_m(choices(found))};
  }
  const std::string near = nearest(text, programmes);
  return {"", near.empty() ? "disburse list programmes names them"_m : "Did you mean {}?"_m(near)};
}

MeantProgramme meant_programme(const std::string& text, const std::vector<ProgrammeDefinition>& programmes) {
  std::vector<NamedProgramme> named;
  for (const ProgrammeDefinition& one : programmes) named.push_back({one.id, one.name, one.name_en});
  return meant_programme(text, named);
}

}  // namespace disburse
