#include "engine/projection/explain.hpp"

#include "engine/base/error.hpp"

namespace disburse {
UsedParameter used_parameter(const ParameterTree& law, const std::string& path, Month month) {
  const Parameter* parameter = law.find(path);
  EXPECT(parameter != nullptr);
  const DatedValue& value = law.at(path, month);
  return {path,
          parameter->name,
          to_string(parameter->unit),
          value_text(value.value),
          to_string(value.status),
          value.reference,
          parameter->origin,
          value.from,
          value.known,
          parameter->name_en};
}

namespace {

/// Turns the payments of one programme into statement entries.
class StatementWriter : public PaymentListener {
 public:
  StatementWriter(Statement& statement, const Programme& programme, const ParameterTree& law)
      : statement_(statement), programme_(programme), law_(law) {}

  void pay(std::size_t component, std::size_t offset, Money amount) override {
    const Component& part = programme_.definition().components[component];
    StatementEntry entry = opened(offset);
    entry.paid = programme_.paid_month(component, entry.due);
    entry.component = part.id;
    entry.component_name = part.name;
    entry.component_name_en = part.name_en;
    entry.formula = part.formula;
    entry.payer = part.payer;
    entry.kind = part.kind;
    entry.on_death = part.on_death;
    entry.amount = amount;
    entry.steps = std::move(steps_);
    steps_.clear();
    for (const std::string& path : part.parameters) entry.parameters.push_back(used_parameter(law_, path, entry.due));
    if (!part.on_death && traits_of(part.kind).part_of_pay) statement_.total += amount;
    statement_.entries.push_back(std::move(entry));
  }

  void nothing(std::size_t offset, Reason reason) override {
    StatementEntry entry = opened(offset);
    entry.reason = reason;
    statement_.entries.push_back(std::move(entry));
  }

  void step(Step step) override { steps_.push_back(std::move(step)); }

 private:
  StatementEntry opened(std::size_t offset) const {
    StatementEntry entry;
    entry.programme = programme_.definition().id;
    entry.programme_name = programme_.definition().name;
    entry.programme_name_en = programme_.definition().name_en;
    entry.clause = programme_.definition().clause;
    entry.due = programme_.horizon().month(static_cast<int>(offset));
    entry.paid = Month::none();
    return entry;
  }

  Statement& statement_;
  const Programme& programme_;
  const ParameterTree& law_;
  std::vector<Step> steps_;
};

}  // namespace

Statement explain(const std::vector<std::unique_ptr<Programme>>& programmes, const ParameterTree& law,
                  const std::string& key, const Member& member, const std::string& only) {
  Statement statement;
  statement.key = key;
  statement.member = member;
  for (const auto& programme : programmes) {
    if (!only.empty() && programme->definition().id != only) continue;
    StatementWriter writer(statement, *programme, law);
    programme->explain(member, writer);
  }
  return statement;
}

}  // namespace disburse
