#include "cases/worked_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "cases/case_file.hpp"
#include "engine/law/parameter_extension.hpp"
#include "engine/law/programme.hpp"
#include "models/programme_factory.hpp"
#include "outputs/text/reasons.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

struct Payment {
  std::string component;
  Month due, paid;
  Money amount;
  friend bool operator==(const Payment&, const Payment&) = default;
};

std::ostream& operator<<(std::ostream& out, const Payment& payment) {
  return out << payment.component << " due " << payment.due << " paid " << payment.paid << ": " << payment.amount;
}

class Recorder : public PaymentListener {
 public:
  explicit Recorder(const Programme& programme) : programme_(programme) {}
  void pay(std::size_t component, std::size_t offset, Money amount) override {
    const Month due = programme_.horizon().month(static_cast<int>(offset));
    payments.push_back(
        {programme_.definition().components[component].id, due, programme_.paid_month(component, due), amount});
    Money sum;
    for (const Step& step : steps_) sum += step.amount;
    if (!steps_.empty()) {
      EXPECT_EQ(sum, amount) << "the steps of the explanation sum to the amount";
    }
    steps_.clear();
  }
  void nothing(std::size_t offset, Reason reason) override {
    reasons[programme_.horizon().month(static_cast<int>(offset))] = reason_text(reason, Language::zh);
  }
  void step(Step step) override { steps_.push_back(std::move(step)); }

  std::vector<Payment> payments;
  std::map<Month, std::string> reasons;

 private:
  const Programme& programme_;
  std::vector<Step> steps_;
};

std::vector<Payment> expected_payments(const Case& worked) {
  std::vector<Payment> expected;
  for (const ExpectedPayment& payment : worked.payments) {
    for (Month due = payment.first; due <= payment.last; ++due) {
      expected.push_back({payment.component, due, payment.paid.is_none() ? due : payment.paid,
                          payment.amount + payment.change * (due - payment.first)});
    }
  }
  return expected;
}

void sort(std::vector<Payment>& payments) {
  std::sort(payments.begin(), payments.end(), [](const Payment& a, const Payment& b) {
    return std::tie(a.due, a.component) < std::tie(b.due, b.component);
  });
}

}  // namespace

void expect_case_holds(const fs::path& file, Law law) {
  const Case worked = read_case(file);
  InputErrors errors;
  for (const CaseChange& change : worked.changes) {
    law.parameters.override_value({change.path, change.value, "case", "case", {}}, errors);
  }
  ASSERT_TRUE(errors.empty()) << to_string(*errors.begin());
  extend_parameters(law.parameters, worked.horizon.first);
  const auto definition = std::find_if(law.programmes.begin(), law.programmes.end(),
                                       [&](const ProgrammeDefinition& d) { return d.id == worked.programme; });
  ASSERT_NE(definition, law.programmes.end()) << worked.programme;
  const auto programmes = make_programmes({*definition}, law.parameters, Budget{}, worked.horizon);
  Recorder recorder(*programmes.front());
  programmes.front()->explain(worked.member, recorder);

  std::vector<Payment> expected = expected_payments(worked);
  sort(expected);
  sort(recorder.payments);
  EXPECT_EQ(recorder.payments, expected) << worked.title;
  for (const ExpectedNothing& nothing : worked.nothing) {
    EXPECT_EQ(recorder.reasons[nothing.due], nothing.reason) << worked.title << " " << nothing.due;
  }
}

std::vector<fs::path> case_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace disburse
