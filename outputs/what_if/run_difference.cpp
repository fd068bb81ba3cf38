#include "outputs/what_if/run_difference.hpp"

#include <algorithm>

namespace disburse {
namespace {

constexpr std::size_t most_parameters = 100;

Json amount_part(const DifferingAmount& amount) {
  return {{"id", amount.id},
          {"name", amount.name},
          {"name_en", amount.name_en},
          {"first_fen", amount.first.fen()},
          {"second_fen", amount.second.fen()},
          {"difference_fen", (amount.second - amount.first).fen()}};
}

Json amounts_part(const std::vector<DifferingAmount>& amounts) {
  Json list = Json::array();
  for (const DifferingAmount& amount : amounts) list.push_back(amount_part(amount));
  return list;
}

}  // namespace

std::string run_difference_json(const std::string& first, const std::string& second, const RunDifference& difference,
                                const std::vector<ComparedFile>& files) {
  Json document;
  document["schema"] = "disburse/run-difference/1";
  document["first"] = first;
  document["second"] = second;
  document["same"] = difference.first == Parting::nowhere &&
                     std::all_of(files.begin(), files.end(), [](const ComparedFile& file) { return file.same; });
  document["parts_at"] = to_string(difference.first);
  document["files"] = Json::array();
  for (const ComparedFile& file : files) document["files"].push_back({{"name", file.name}, {"same", file.same}});
  document["inputs"] = Json::array();
  for (const DifferingInput& input : difference.inputs)
    document["inputs"].push_back({{"what", input.what}, {"first", input.first}, {"second", input.second}});
  document["parameters"] = Json::array();
  for (const PartedParameter& one : difference.parameters) {
    if (document["parameters"].size() == most_parameters) break;
    document["parameters"].push_back(
        {{"path", one.path}, {"name", one.name}, {"first", one.first}, {"second", one.second}});
  }
  document["parameters_in_all"] = difference.parameters.size();
  document["month"] = difference.month ? Json(to_string(*difference.month)) : Json(nullptr);
  document["in_month"] = amounts_part(difference.in_month);
  document["programmes"] = amounts_part(difference.programmes);
  document["total"] = {{"first_fen", difference.total.first.fen()},
                       {"second_fen", difference.total.second.fen()},
                       {"difference_fen", (difference.total.second - difference.total.first).fen()}};
  return json_text(document);
}

}  // namespace disburse
