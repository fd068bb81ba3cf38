#pragma once
// Programmes by their names (项目名称): "职业年金" for 职业年金虚账做实补助, for those who do not know identifiers.
#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/law/programme_definition.hpp"

namespace disburse {

struct NamedProgramme {
  std::string id, name, name_en;
};

/// Which programme a text means, or what to write instead.
struct MeantProgramme {
  std::string id;  ///< empty where the text means none or several
  Message remedy;  ///< then: the choices, or the nearest
};

/// An identifier or a name in either language as it stands; the beginning of one programme's name alone; a part of one
/// name alone.
MeantProgramme meant_programme(const std::string& text, const std::vector<NamedProgramme>& programmes);
MeantProgramme meant_programme(const std::string& text, const std::vector<ProgrammeDefinition>& programmes);

}  // namespace disburse
