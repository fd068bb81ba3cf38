#include "scenarios/office/control_form.hpp"

namespace disburse {

const Form& control_form() {
  static const Form form{"disburse/office-control/1",
                         {{"控制数",
                           "control",
                           {{"险种",
                             "scheme",
                             false,
                             {{"机关事业", "civil_service"}, {"企业职工", "enterprise"}, {"城乡居民", "resident"}},
                             true},
                            {"人员",
                             "role",
                             false,
                             {{"领取待遇", "pensioner"}, {"在职", "active"}, {"缴费", "payer"}, {"离职", "leaver"}},
                             true},
                            {"人数", "persons", true},
                            {"月待遇（元）", "monthly"}}}}};
  return form;
}

}  // namespace disburse
