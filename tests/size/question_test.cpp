#include <gmock/gmock.h>

#include "size/size.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string text = tests::in("2025-01-01", "2030-01-01", R"(
    "arrivals": [{"id": "p", "per_year": 10, "refer_to": "training"}],
    "resources": [{"id": "contingent", "kind": "contingent", "per_year": {"2026": 100}},
                  {"id": "posts", "kind": "places", "level": 5},
                  {"id": "money", "kind": "budget", "payer": "w", "binding": false, "per_year": 9},
                  {"id": "pot", "kind": "budget", "payer": "w", "unlimited": true},
                  {"id": "share", "kind": "contingent",
                   "share_of": {"of": "unemployed", "share": 0.1}}],
    "measures": [{"id": "training", "needs": [{"resource": "contingent"}],
                  "phases": [{"id": "a", "duration": "30 days"}]}])");

SizeRequest request_of(const std::string& resource, const std::string& target,
                       std::vector<int> years = {}) {
  SizeRequest request;
  request.resource = resource;
  request.targets = {target};
  request.years = std::move(years);
  return request;
}

std::string complaint(const SizeRequest& request) {
  try {
    (void)question_of(tests::read(text).scenario, request);
  } catch (const SizeRequestError& error) {
    return error.what();
  }
  return "none";
}

TEST(Question, IsByDefaultAboutAllYearsThatCanBeJudged) {
  const auto years = [](const std::string& resource, const std::string& target) {
    return question_of(tests::read(text).scenario, request_of(resource, target)).years;
  };
  EXPECT_THAT(years("posts", "list_length <= 5"), ElementsAre(2025, 2026, 2027, 2028, 2029));
  EXPECT_THAT(years("posts", "waiting_after(90 days) <= 10 %"),
              ElementsAre(2025, 2026, 2027, 2028));
  EXPECT_THAT(years("posts", "waiting_after(2 years) <= 10 %"), ElementsAre(2025, 2026, 2027));
  EXPECT_THAT(years("contingent", "list_length <= 5"), ElementsAre(2026, 2027, 2028, 2029));
}

TEST(Question, TakesYearsInAnyOrderAndOnce) {
  const SizeRequest request = request_of("posts", "list_length <= 5", {2028, 2026, 2028});
  EXPECT_THAT(question_of(tests::read(text).scenario, request).years, ElementsAre(2026, 2028));
}

TEST(Question, SaysWhatIsWrong) {
  EXPECT_THAT(complaint(request_of("post", "list_length <= 5")),
              HasSubstr("there is no resource \"post\" (did you mean \"posts\"?)"));
  EXPECT_THAT(complaint(request_of("money", "list_length <= 5")), HasSubstr("--under-budget"));
  EXPECT_THAT(complaint(request_of("pot", "list_length <= 5")), HasSubstr("unlimited"));
  EXPECT_THAT(complaint(request_of("share", "list_length <= 5")),
              HasSubstr("follows the people of unemployed"));
  EXPECT_THAT(complaint(request_of("posts", "cost <= 5")), HasSubstr("met by nothing at all"));
  EXPECT_THAT(complaint(request_of("posts", "list_length <= 5", {2024})),
              HasSubstr("2024 is not wholly within the horizon"));
  EXPECT_THAT(complaint(request_of("posts", "waiting_after(90 days) <= 10 %", {2029})),
              HasSubstr("years that can be sized: 2025 to 2028"));
  EXPECT_THAT(complaint(request_of("contingent", "list_length <= 5", {2025})),
              HasSubstr("begins before there is any contingent"));
  EXPECT_THAT(complaint(request_of("posts", "waiting_after(9 years) <= 10 %")),
              HasSubstr("no year of the horizon can be judged"));
  SizeRequest none = request_of("posts", "");
  none.targets.clear();
  EXPECT_THAT(complaint(none), HasSubstr("there is no target"));
}

TEST(Question, LetsABudgetThatOnlyCountsBeSizedUnderBudget) {
  SizeRequest request = request_of("money", "list_length <= 5");
  request.budgets = Budgets::all_bind;
  EXPECT_EQ(complaint(request), "none");
}

}  // namespace
}  // namespace doorstroom
