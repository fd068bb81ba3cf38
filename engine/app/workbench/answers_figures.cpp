// Figures: what moves with a slider, side by side, and why.
#include "engine/app/workbench/asked_command.hpp"
#include "engine/app/workbench/workbench.hpp"
#include "engine/base/reject.hpp"
#include "engine/studies/member_grouping.hpp"
#include "outputs/member/member_groups.hpp"
#include "outputs/what_if/movable.hpp"
#include "outputs/what_if/scenario_table.hpp"
#include "outputs/what_if/what_if.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_drafts = 4;

/// A folder that goes away with the answer.
class FolderForNow {
 public:
  explicit FolderForNow(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~FolderForNow() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  FolderForNow(const FolderForNow&) = delete;
  FolderForNow& operator=(const FolderForNow&) = delete;

 private:
  std::filesystem::path folder_;
};

}  // namespace

HttpReply Workbench::what_if(const HttpRequest& request) {
  AskedBody body(request.body);
  const InputOptions input = body.input();
  const Language language = body.language();
  body.done();
  return json_reply(what_if_json(desks_.at(located(input))->what_if(input.sets), language));
}

HttpReply Workbench::table(const HttpRequest& request) {
  AskedBody body(request.body);
  const InputOptions input = body.input();
  body.language();
  std::vector<std::pair<std::string, std::vector<std::string>>> drafts;
  for (AskedBody& draft : body.objects("drafts")) {
    const std::string name = draft.text("name");
    drafts.emplace_back(name, draft.texts("sets"));
    draft.done();
  }
  body.done();
  if (drafts.empty() || drafts.size() > most_drafts)
    reject_option("drafts", "{} sets of changes are asked for"_m(drafts.size()), "a table has room for one to four"_m,
                  "Name one to four"_m);
  return json_reply(scenario_table_json(desks_.at(located(input))->table(drafts)));
}

HttpReply Workbench::movable(const HttpRequest& request) {
  AskedBody body(request.body);
  const InputOptions input = body.input();
  const Language language = body.language();
  body.done();
  return json_reply(movable_json(desks_.at(located(input))->movable(), language));
}

HttpReply Workbench::causes(const HttpRequest& request) {
  AskedBody body(request.body);
  const AskedCommand asked =
      asked_command("causes", body, {[this](InputOptions input) { return located(std::move(input)); }, {}});
  body.done();
  return json_reply(document_of(asked));
}

HttpReply Workbench::members(const HttpRequest& request) {
  AskedBody body(request.body);
  const InputOptions input = body.input();
  const Language language = body.language();
  const std::string programme = body.text("programme");
  body.done();
  return json_reply(
      member_groups_json(member_groups(desks_.at(located(input))->session(input.sets), programme), language));
}

HttpReply Workbench::draft(const HttpRequest& request) {
  AskedBody body(request.body);
  const Asking asking = asking_of(request);
  const FolderForNow folder(asking.folder);
  AskedCommand asked = asked_budget(body, asking);
  body.done();
  asked.options.output.out.reset();
  asked.options.budget.being_entered = true;
  asked.options.threads = terms_.threads;
  return json_reply(document_of(asked, asking.folder));
}

HttpReply Workbench::run(const HttpRequest& request) {
  AskedBody body(request.body);
  const AskedCommand asked =
      asked_command("run", body, {[this](InputOptions input) { return located(std::move(input)); }, {}});
  body.done();
  return json_reply(document_of(asked));
}

}  // namespace disburse
