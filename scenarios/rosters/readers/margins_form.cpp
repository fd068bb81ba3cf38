#include "scenarios/rosters/readers/margins_form.hpp"

namespace disburse {

const Form& margins_form() {
  static const FormColumn scheme{
      "险种", "scheme", false, {{"机关事业", "civil_service"}, {"企业职工", "enterprise"}, {"城乡居民", "resident"}}};
  static const Form form{
      "disburse/margins/1",
      {{"人数",
        "margin",
        {{"名称", "name"},
         {"来源", "source"},
         scheme,
         {"人员",
          "role",
          false,
          {{"领取待遇", "pensioner"}, {"在职", "active"}, {"缴费", "payer"}, {"离职", "leaver"}}},
         {"分类", "by", false, {{"全部", "all"}, {"性别", "sex"}, {"年龄", "age"}, {"养老金", "pension"}}}},
        "cells",
        {{"范围", "range", false, {{"男", "male"}, {"女", "female"}, {"全部", "all"}}}, {"人数", "persons", true}},
        true},
       {"实发人数", "taken_up", {{"参数", "parameter"}, {"来源", "source"}, scheme, {"人数", "persons", true}}}}};
  return form;
}

}  // namespace disburse
