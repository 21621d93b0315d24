#include "report/size_words.hpp"

#include <cmath>

#include <fmt/format.h>

#include "doorstroom/calendar.hpp"

namespace doorstroom {

std::string years_in_words(const std::vector<int>& years) {
  if (years.size() == 1) return std::to_string(years.front());
  const bool gaps = years.back() - years.front() + 1 != static_cast<int>(years.size());
  if (!gaps) return fmt::format("{}–{}", years.front(), years.back());
  return fmt::format("{}", fmt::join(years, ", "));
}

std::vector<int> years_that_fail(const SizeResult& result) {
  const Question& question = result.question;
  const std::size_t least = fewest_of(question.probability, result.after.replications.count);
  std::vector<int> failing;
  for (std::size_t y = 0; y < question.years.size(); ++y) {
    if (result.after.held_in_year[y] < least) failing.push_back(question.years[y]);
  }
  return failing;
}

std::string target_figure(Language l, const Target& target, int year, double value) {
  if (std::isnan(value)) return "–";
  switch (target.statistic) {
    case TargetStatistic::waiting_after:
    case TargetStatistic::started_within:
      return percent(l, value, 1);
    case TargetStatistic::list_length:
    case TargetStatistic::cost:
      return number(l, value);
    case TargetStatistic::runs_dry: {
      const auto day = static_cast<DayCount>(std::lround(value));
      if (day >= days_in_year(year)) return l == Language::nl ? "niet op" : "not dry";
      return iso_date(day_of(year, 1, 1) + day).substr(5);
    }
  }
  return {};
}

std::string amount_in_words(Language l, double value) {
  return number(l, value, value == std::round(value) ? 0 : 1);
}

}  // namespace doorstroom
