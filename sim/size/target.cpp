#include "size/target.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/read_value.hpp"

namespace doorstroom {

namespace {

struct Form {
  std::string_view name;
  TargetStatistic statistic;
  std::string_view unit;
  bool has_span;
  std::string_view example;
};

constexpr std::array<Form, 5> forms{{
    {"waiting_after", TargetStatistic::waiting_after, "share", true,
     "waiting_after(90 days) <= 10 %"},
    {"started_within", TargetStatistic::started_within, "share", true,
     "started_within(90 days) >= 80 %"},
    {"list_length", TargetStatistic::list_length, "people", false, "list_length <= 500"},
    {"runs_dry", TargetStatistic::runs_dry, "days", false, "runs_dry >= 11-01"},
    {"cost", TargetStatistic::cost, "euro", false, "cost <= 3.5M"},
}};

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string> names_of_forms() {
  std::vector<std::string> names;
  for (const Form& form : forms) names.emplace_back(form.name);
  return names;
}

/// Takes a target to pieces; every complaint quotes it whole.
class TargetParser final {
 public:
  TargetParser(std::string_view text, const scenario::Scenario& scenario,
               const scenario::Resource& resource)
      : text_(trimmed(text)), scenario_(scenario), resource_(resource) {}

  Target parse() {
    target_.text = std::string(text_);
    split();
    find_form();
    target_.statistic = form_->statistic;
    read_arguments();
    check_comparison();
    read_bound();
    return target_;
  }

 private:
  [[noreturn]] void fail(const std::string& problem, const std::string& suggestion) const {
    throw SizeRequestError(fmt::format("target \"{}\": {} ({})", text_, problem, suggestion));
  }
  [[nodiscard]] std::string for_example() const {
    return fmt::format("for example {}", form_ == nullptr ? forms[0].example : form_->example);
  }

  /// name(arguments) comparison bound
  void split() {
    const std::size_t sign = text_.find_first_of("<>=");
    const std::string_view left = trimmed(text_.substr(0, sign));
    const std::size_t open = left.find('(');
    name_ = trimmed(left.substr(0, open));
    if (open != std::string_view::npos) {
      if (left.back() != ')') fail("the bracket is not closed", for_example());
      split_arguments(left.substr(open + 1, left.size() - open - 2));
    }
    if (sign == std::string_view::npos) return;
    const std::size_t length = text_.substr(sign + 1).starts_with('=') ? 2 : 1;
    comparison_ = text_.substr(sign, length);
    bound_ = trimmed(text_.substr(sign + length));
  }

  void split_arguments(std::string_view list) {
    while (true) {
      const std::size_t comma = list.find(',');
      arguments_.push_back(trimmed(list.substr(0, comma)));
      if (comma == std::string_view::npos) return;
      list.remove_prefix(comma + 1);
    }
  }

  void find_form() {
    const auto at = std::ranges::find(forms, name_, &Form::name);
    if (at != forms.end()) {
      form_ = &*at;
      return;
    }
    const std::vector<std::string> known = names_of_forms();
    fail(fmt::format("\"{}\" is nothing that can be aimed at", name_),
         did_you_mean_or(name_, known, "targets are on"));
  }

  void read_arguments() {
    std::size_t next = 0;
    if (form_->has_span) {
      if (arguments_.empty()) fail("it does not say after how long", for_example());
      read_span(arguments_[next++]);
    }
    if (next < arguments_.size()) read_subject(arguments_[next++]);
    if (next < arguments_.size()) fail("there is too much between the brackets", for_example());
  }

  void read_span(std::string_view span) {
    const std::optional<double> days = scenario::days_of_span(span);
    if (!days) {
      fail(fmt::format("\"{}\" is no span of time", span),
           "a number and days, weeks, months or years: 90 days");
    }
    constexpr double longest = 100 * days_per_year;
    if (*days > longest) fail(fmt::format("{} is too long", span), "at most 100 years");
    target_.days = static_cast<DayCount>(std::lround(*days));
  }

  void read_subject(std::string_view name) {
    std::vector<std::string> known;
    std::string_view kind = "measure";
    switch (form_->statistic) {
      case TargetStatistic::cost:
        kind = "budget";
        for (const scenario::Resource& r : scenario_.resources) {
          if (r.kind == scenario::ResourceKind::budget) known.push_back(r.id);
        }
        break;
      case TargetStatistic::runs_dry:
        kind = "resource that is sized";
        known.push_back(resource_.id);
        break;
      default:
        for (const scenario::Measure& m : scenario_.measures) known.push_back(m.id);
        for (const scenario::Screening& s : scenario_.screening) known.push_back(s.id);
    }
    if (std::ranges::find(known, name) == known.end()) {
      const std::string suggestion = did_you_mean_or(name, known);
      fail(fmt::format("\"{}\" is no {}", name, kind),
           suggestion.empty() ? "the scenario has none" : suggestion);
    }
    target_.subject = std::string(name);
  }

  void check_comparison() const {
    const std::string_view wanted = target_.direction() == Direction::at_most ? "<=" : ">=";
    if (comparison_ == wanted) return;
    fail(fmt::format("{} is held {} a bound", form_->name,
                     target_.direction() == Direction::at_most ? "below" : "above"),
         fmt::format("write {}, {}", wanted, for_example()));
  }

  void read_bound() {
    switch (form_->statistic) {
      case TargetStatistic::waiting_after:
      case TargetStatistic::started_within:
        target_.bound = share();
        return;
      case TargetStatistic::list_length:
        target_.bound = amount(bound_);
        return;
      case TargetStatistic::cost:
        target_.bound = amount(without_euro(bound_));
        return;
      case TargetStatistic::runs_dry:
        read_date();
        return;
    }
  }

  [[nodiscard]] double share() const {
    std::string_view digits = bound_;
    const bool percent = digits.ends_with('%');
    if (percent) digits = trimmed(digits.substr(0, digits.size() - 1));
    const std::optional<double> value = plain_number(digits);
    const double most = percent ? 100 : 1;
    if (!value || *value > most) {
      fail(fmt::format("\"{}\" is no share", bound_),
           "0 % to 100 %, or 0 to 1; decimals with a point");
    }
    return percent ? *value / 100 : *value;
  }

  /// Digits with at most one point.
  static std::optional<double> plain_number(std::string_view text) {
    if (text.empty() || text.front() < '0' || text.front() > '9') return {};
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
  }

  static std::string_view without_euro(std::string_view text) {
    for (const std::string_view word : {"euro", "€"}) {
      if (text.ends_with(word)) return trimmed(text.substr(0, text.size() - word.size()));
      if (text.starts_with(word)) return trimmed(text.substr(word.size()));
    }
    return text;
  }

  /// 3500000, 3,500,000, 3.5M or 3500k.
  [[nodiscard]] double amount(std::string_view text) const {
    double factor = 1;
    if (text.ends_with('M')) factor = 1e6;
    if (text.ends_with('k')) factor = 1e3;
    if (factor != 1) text = trimmed(text.substr(0, text.size() - 1));
    const std::optional<double> value = plain_number(without_thousands(text));
    constexpr double most = 1e15;
    if (!value || *value * factor > most) {
      fail(fmt::format("\"{}\" is no amount", bound_),
           "for example 3500000, 3,500,000, 3500k or 3.5M; decimals with a point");
    }
    return *value * factor;
  }

  /// Commas may only stand before groups of three digits.
  static std::string without_thousands(std::string_view text) {
    const std::size_t first = text.find(',');
    if (first == std::string_view::npos) return std::string(text);
    const std::string_view whole = text.substr(0, text.find('.'));
    constexpr std::size_t group = 4;  // a comma and three digits
    std::string digits(text.substr(0, first));
    if (digits.empty() || digits.size() >= group) return {};
    for (std::size_t at = first; at < whole.size(); at += group) {
      const std::string_view three = whole.substr(at, group);
      if (three.size() != group || three.front() != ',') return {};
      digits += three.substr(1);
    }
    return digits + std::string(text.substr(whole.size()));
  }

  void read_date() {
    if (resource_.kind == scenario::ResourceKind::places) {
      fail(fmt::format("places are not used up, and {} is of that kind", resource_.id),
           "runs_dry is for contingents and budgets");
    }
    // A year without 29 February: whoever writes it is told that it is no day of every year.
    const std::optional<Day> day = parse_date("2001-" + std::string(bound_));
    if (!day) fail(fmt::format("\"{}\" is no day of the year", bound_), "month and day: 11-01");
    target_.month = civil(*day).month;
    target_.day = civil(*day).day;
  }

  std::string_view text_;
  const scenario::Scenario& scenario_;
  const scenario::Resource& resource_;
  const Form* form_ = nullptr;
  std::string_view name_;
  std::vector<std::string_view> arguments_;
  std::string_view comparison_;
  std::string_view bound_;
  Target target_;
};

}  // namespace

double Target::bound_in(int year) const {
  if (statistic != TargetStatistic::runs_dry) return bound;
  return day_of(year, month, day) - day_of(year, 1, 1);
}

bool Target::holds(double figure, int year) const {
  if (std::isnan(figure)) return true;
  return direction() == Direction::at_most ? figure <= bound_in(year) : figure >= bound_in(year);
}

std::string_view unit_of(TargetStatistic statistic) {
  return std::ranges::find(forms, statistic, &Form::statistic)->unit;
}

Target parse_target(std::string_view text, const scenario::Scenario& scenario,
                    const scenario::Resource& resource) {
  return TargetParser(text, scenario, resource).parse();
}

DayCount follow_up(std::span<const Target> targets) {
  DayCount longest = 0;
  for (const Target& target : targets) longest = std::max(longest, target.days);
  return longest;
}

}  // namespace doorstroom
