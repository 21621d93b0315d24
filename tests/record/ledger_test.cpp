// The ledger: benefits by people-days and the amount of each day, budgets by what was paid.
#include <cmath>
#include <map>

#include <gmock/gmock.h>

#include "model/model.hpp"
#include "record/ledger_recorder.hpp"
#include "scenario/compile.hpp"
#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

/// Figures of one replication by "date payer item subject unit".
std::map<std::string, double> ledger_of(const std::string& json) {
  const auto model = std::make_shared<const Model>(scenario::compile(read(json).scenario));
  LedgerRecorder recorder(*model);
  simulate(model, 0, {&recorder});
  FigureLayout layout;
  recorder.describe(layout);
  FigureValues values;
  recorder.give(values);
  std::map<std::string, double> figures;
  const FigureTable& table = layout.tables.front();
  EXPECT_EQ(table.name, "ledger");
  EXPECT_EQ(table.keys.size(), values.size());
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    std::string name;
    for (const std::string& value : table.keys[i].values) name += value + " ";
    figures[name + table.keys[i].unit] = values[i];
  }
  return figures;
}

constexpr const char* statutes = R"(
    "benefits": {"statutes": [{"id": "ui", "payer": "rva", "per_month": {"2025-01-01": 1000,
                                                                         "2025-03-01": 2000},
                               "degressive": [{"below": "90 days", "factor": 1},
                                              {"factor": 0.5}]}],
                 "right": {"to": "ui", "needs": [{"days": 312, "within": "21 months"}]}})";

TEST(Ledger, PaysEachDayTheAmountAndTheStepOfThatDay) {
  // Two people, 60 days on the benefit when it begins: the step of 90 days is left on 31 January.
  const auto figures = ledger_of(in("2025-01-01", "2025-05-01", std::string(statutes) + R"(,
      "stock": [{"id": "p", "people": 2, "profile": {"unemployed_for": "60 days"}}])"));
  const auto euro = [&](const char* date) {
    return figures.at(std::string(date) + " rva benefit ui euro");
  };
  EXPECT_NEAR(euro("2025-01-31"), 2 * (30 + 1 * 0.5) * 1000 / 30.4375, 0.005);
  EXPECT_NEAR(euro("2025-02-28"), 2 * 28 * 0.5 * 1000 / 30.4375, 0.005);
  EXPECT_NEAR(euro("2025-03-31"), 2 * 31 * 0.5 * 2000 / 30.4375, 0.005);
  EXPECT_EQ(figures.at("2025-04-30 rva benefit ui people"), 2);
}

TEST(Ledger, EndsWithThePerson) {
  const auto figures = ledger_of(in("2025-01-01", "2025-03-01", std::string(statutes) + R"(,
      "stock": [{"id": "p", "people": 4}],
      "labour_market": {"exits": [{"id": "away", "to": "out", "per_month": 1000,
        "by_time_in_status": [{"below": "10 days", "factor": 0}, {"factor": 1}]}]})"));
  EXPECT_NEAR(figures.at("2025-01-31 rva benefit ui people"), 4 * 10 / 31.0, 1e-9);
  EXPECT_NEAR(figures.at("2025-01-31 rva benefit ui euro"), 4 * 10 * 1000 / 30.4375, 0.005);
  EXPECT_EQ(figures.at("2025-02-28 rva benefit ui euro"), 0);
}

TEST(Ledger, BooksBudgetsInTheMonthInWhichTheyPay) {
  const auto figures = ledger_of(in("2025-01-01", "2026-03-01", R"(
      "stock": [{"id": "p", "people": 2, "refer": true}],
      "referral": [{"id": "r", "refer_to": "m"}],
      "resources": [{"id": "fee", "kind": "budget", "payer": "vdab", "item": "guidance",
                     "unlimited": true},
                    {"id": "wage", "kind": "budget", "payer": "ocmw", "item": "wages",
                     "per_year": 1000000}],
      "measures": [{"id": "m", "needs": [{"resource": "fee", "amount": 150.5},
                                         {"resource": "wage", "amount": 365, "per": "month"}],
                    "phases": [{"id": "a", "duration": "400 days"}]}])"));
  EXPECT_EQ(figures.at("2025-01-31 vdab guidance fee euro"), 301);
  EXPECT_EQ(figures.at("2025-02-28 vdab guidance fee euro"), 0);
  EXPECT_EQ(figures.at("2026-01-31 vdab guidance fee euro"), 0);
  // 365 euro a month is 12 euro a day of the year.
  EXPECT_EQ(figures.at("2025-01-31 ocmw wages wage euro"), 2 * 31 * 12);
  EXPECT_EQ(figures.at("2025-02-28 ocmw wages wage euro"), 2 * 28 * 12);
  EXPECT_EQ(figures.at("2026-02-28 ocmw wages wage euro"), 2 * (400 - 365 - 31) * 12);
}

TEST(Ledger, BooksMonthlyMoneyOfABudgetWithoutAnAmount) {
  const auto figures = ledger_of(in("2025-01-01", "2025-04-01", R"(
      "stock": [{"id": "p", "people": 3, "refer": true}],
      "referral": [{"id": "r", "refer_to": "m"}],
      "resources": [{"id": "care", "kind": "budget", "payer": "welfare", "item": "places",
                     "unlimited": true}],
      "measures": [{"id": "m", "needs": [{"resource": "care", "amount": 365, "per": "month"}],
                    "phases": [{"id": "a", "duration": "40 days"}]}])"));
  EXPECT_EQ(figures.at("2025-01-31 welfare places care euro"), 3 * 31 * 12);
  EXPECT_EQ(figures.at("2025-02-28 welfare places care euro"), 3 * 9 * 12);
  EXPECT_EQ(figures.at("2025-03-31 welfare places care euro"), 0);
}

}  // namespace
}  // namespace doorstroom::tests
