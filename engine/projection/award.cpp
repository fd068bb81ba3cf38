#include "engine/projection/award.hpp"

namespace disburse {

const char* to_string(RetirementGroup group) {
  switch (group) {
    case RetirementGroup::male: return "male";
    case RetirementGroup::female_55: return "female_55";
    case RetirementGroup::female_50: return "female_50";
  }
  return "";
}

}  // namespace disburse
