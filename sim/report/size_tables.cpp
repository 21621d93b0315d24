#include "report/size_tables.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/csv.hpp"

namespace doorstroom {

namespace {

std::string share_with_interval(std::size_t held, std::size_t replications) {
  const Interval interval = interval_of_share(held, replications);
  return fmt::format("{},{},{}",
                     number_text(static_cast<double>(held) / static_cast<double>(replications)),
                     number_text(interval.low), number_text(interval.high));
}

std::string interval_text(const Interval& interval) {
  return number_text(interval.low) + ',' + number_text(interval.high);
}

std::string rows_of(const SizeResult& result, const PathFigures& path, std::string_view name) {
  const Question& question = result.question;
  const std::size_t n = path.replications.count;
  std::string text;
  for (const TargetFigure& figure : path.targets) {
    const Target& target = question.targets[figure.target];
    text +=
        fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", name, figure.year, csv_field(target.text),
                    unit_of(target.statistic), number_text(target.bound_in(figure.year)),
                    number_text(figure.summary.mean), number_text(figure.summary.sd),
                    number_text(figure.quantile), interval_text(figure.quantile_interval),
                    share_with_interval(figure.held, n), n);
  }
  for (std::size_t y = 0; y < question.years.size(); ++y) {
    text += fmt::format("{},{},all targets,,,,,,,,{},{}\n", name, question.years[y],
                        share_with_interval(path.held_in_year[y], n), n);
  }
  return text + fmt::format("{},all years,all targets,,,,,,,,{},{}\n", name,
                            share_with_interval(path.held_in_all, n), n);
}

}  // namespace

std::string_view name_of(SizeOutcome outcome) {
  switch (outcome) {
    case SizeOutcome::already_met:
      return "already_met";
    case SizeOutcome::reachable:
      return "reachable";
    case SizeOutcome::other_resource_binds:
      return "other_resource_binds";
    case SizeOutcome::unreachable:
      return "unreachable";
  }
  return {};
}

std::string path_csv(const SizeResult& result) {
  std::string text = "year,resource,now,found,step\n";
  for (std::size_t y = 0; y < result.question.years.size(); ++y) {
    const double found = result.path ? result.after.levels[y] : no_figure;
    text +=
        fmt::format("{},{},{},{},{}\n", result.question.years[y], csv_field(result.resource),
                    number_text(result.present[y]), number_text(found), number_text(result.step));
  }
  return text;
}

std::string targets_csv(const SizeResult& result) {
  const bool unlimited = result.after.levels.front() >= unlimited_level;
  return "path,year,target,unit,bound,mean,sd,quantile,quantile_low,quantile_high,probability,"
         "probability_low,probability_high,replications\n" +
         rows_of(result, result.before, "now") +
         rows_of(result, result.after, unlimited ? "unlimited" : "found");
}

std::string prices_csv(const SizeResult& result) {
  std::string text =
      "year,resource,raised_by,waiting_months_saved,waiting_months_low,waiting_months_high,"
      "euro,euro_low,euro_high,replications\n";
  for (const UnitPrice& price : result.prices) {
    text += fmt::format("{},{},{},{},{},{},{},{}\n", price.year, csv_field(result.resource),
                        number_text(price.more), number_text(price.waiting_months),
                        interval_text(price.waiting_interval), number_text(price.euro),
                        interval_text(price.euro_interval), result.search_replications);
  }
  return text;
}

std::string binding_csv(const SizeResult& result) {
  std::string text = "resource,alone_enough,year,now,needed_mean,needed\n";
  for (const BindingResource& resource : result.binding) {
    for (const BindingResource::Need& need : resource.needs) {
      text += fmt::format("{},{},{},{},{},{}\n", csv_field(resource.id),
                          resource.alone ? "yes" : "no", need.year, number_text(need.now),
                          number_text(need.mean), number_text(need.high));
    }
  }
  return text;
}

std::string frontier_csv(const SizeResult& result) {
  std::string text =
      "part,year,level,target,unit,bound,mean,sd,quantile,quantile_low,quantile_high,probability,"
      "probability_low,probability_high,replications\n";
  const Question& question = result.question;
  for (const FrontierPoint& point : result.frontier) {
    const std::size_t n = point.figures.replications.count;
    for (const TargetFigure& figure : point.figures.targets) {
      const Target& target = question.targets[figure.target];
      const auto year = std::ranges::find(question.years, figure.year) - question.years.begin();
      text += fmt::format(
          "{},{},{},{},{},{},{},{},{},{},{},{}\n", number_text(point.part), figure.year,
          number_text(point.figures.levels[static_cast<std::size_t>(year)]), csv_field(target.text),
          unit_of(target.statistic), number_text(target.bound_in(figure.year)),
          number_text(figure.summary.mean), number_text(figure.summary.sd),
          number_text(figure.quantile), interval_text(figure.quantile_interval),
          share_with_interval(figure.held, n), n);
    }
  }
  return text;
}

}  // namespace doorstroom
