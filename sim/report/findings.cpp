#include "report/findings.hpp"

#include <algorithm>
#include <cmath>

#include "report/figure_finder.hpp"
#include "report/finding_words.hpp"
#include "report/group_waits.hpp"
#include "report/warnings.hpp"

namespace doorstroom {

namespace {

/// A fact and how much it is about: people, days or euro, to be compared with facts of its kind.
struct Candidate {
  Finding finding;
  double size = 0;
};

/// Facts of one kind, in the order of the scenario.
using Kind = std::vector<Candidate>;

Finding list_moves(const MeasureOverview& m) {
  return finding(Weight::fact, "list:" + m.id, [&](Language l) {
    const std::string label = label_or(l, m.label, m.id);
    const double end = m.waiting_end.mean;
    const std::string now = number(l, m.waiting_now);
    const std::string then = number(l, end) + band(l, m.waiting_end);
    if (std::abs(end - m.waiting_now) < 0.5) {
      return say(l, "De lijst voor {} telt op het einde {} wachtenden, evenveel als nu.",
                 "The list for {} has {} people waiting at the end, as many as now.", label, then);
    }
    if (is_within_noise(m)) {
      return say(l,
                 "De lijst voor {} telt op het einde {} wachtenden, tegenover {} nu: dat verschil "
                 "kan toeval zijn.",
                 "The list for {} has {} people waiting at the end, against {} now: that "
                 "difference may be chance.",
                 label, then, now);
    }
    return end > m.waiting_now
               ? say(l, "De lijst voor {} groeit van {} naar {} wachtenden.",
                     "The list for {} grows from {} to {} people waiting.", label, now, then)
               : say(l, "De lijst voor {} daalt van {} naar {} wachtenden.",
                     "The list for {} shrinks from {} to {} people waiting.", label, now, then);
  });
}

Finding waits(const MeasureOverview& m) {
  return finding(Weight::fact, "wait:" + m.id, [&](Language l) {
    return say(l,
               "Wie in {} met {} start, heeft doorgaans {} dagen gewacht{}; één op tien wacht "
               "langer dan {} dagen.",
               "Those who start {1} in {0} have typically waited {2} days{3}; one in ten waits "
               "longer than {4} days.",
               month_text(l, m.wait_month), label_or(l, m.label, m.id), number(l, m.wait_p50.mean),
               band(l, m.wait_p50), number(l, m.wait_p90.mean));
  });
}

Finding holds_back(const MeasureOverview& m, const scenario::Text& resource_label) {
  const Brake& brake = m.brakes.front();
  return finding(Weight::fact, "held_back:" + m.id, [&](Language l) {
    return say(l, "Wat de lijst voor {} tegenhoudt: {} ({} van de wachtenden in het laatste jaar).",
               "What holds the list for {} back: {} ({} of those waiting in the last year).",
               label_or(l, m.label, m.id), label_or(l, resource_label, brake.resource),
               percent(l, std::min(brake.share, 1.0)));
  });
}

/// When the last period ran dry, with how often it did.
std::string dry_text(Language l, const PeriodOverview& last) {
  if (std::isnan(last.dry_after)) return {};
  const Day day = last.start + static_cast<DayCount>(std::lround(last.dry_after));
  return say(l, "; in {} op rond {} (in {} van de replicaties)",
             "; in {} around {} (in {} of the replications)", last.period, date_text(l, day),
             percent(l, last.ran_dry));
}

std::size_t dry_periods(const ResourceOverview& r) {
  return static_cast<std::size_t>(
      std::ranges::count_if(r.periods, [](const auto& p) { return p.ran_dry >= 0.5; }));
}

Finding runs_dry(const ResourceOverview& r) {
  return finding(Weight::fact, "resource:" + r.id, [&](Language l) {
    const std::string label = label_or(l, r.label, r.id);
    if (dry_periods(r) == 0) {
      return say(l, "{}: in geen enkel jaar opgebruikt.", "{}: not used up in any year.", label);
    }
    return say(l, "{}: in {} van de {} jaren opgebruikt{}.", "{}: used up in {} of {} years{}.",
               label, dry_periods(r), r.periods.size(), dry_text(l, r.periods.back()));
  });
}

/// Money over the horizon: what is left, and what is missing where the budget does not bind.
struct MoneyBalance {
  double amount = 0;
  double surplus = 0;
  double short_by = 0;
  std::string first_short;
};

MoneyBalance balance_of(const ResourceOverview& r) {
  MoneyBalance balance;
  for (const PeriodOverview& p : r.periods) {
    balance.amount += p.amount.mean;
    const double left = p.amount.mean - p.used.mean;
    if (left >= 0)
      balance.surplus += left;
    else {
      balance.short_by -= left;
      if (balance.first_short.empty()) balance.first_short = p.period;
    }
  }
  return balance;
}

Finding money_left(const ResourceOverview& r) {
  const MoneyBalance balance = balance_of(r);
  const PeriodOverview& last = r.periods.back();
  return finding(Weight::fact, "resource:" + r.id, [&](Language l) {
    std::string text = say(l, "{}: over de hele periode blijft {} euro ongebruikt",
                           "{}: {} euro is left unused over the whole period",
                           label_or(l, r.label, r.id), number(l, balance.surplus));
    constexpr double noticeable = 0.001;  // of what there is
    if (balance.short_by > noticeable * balance.amount) {
      text += say(l, ", en vanaf {} komt er {} euro te kort", ", and from {} on {} euro is missing",
                  balance.first_short, number(l, balance.short_by));
    }
    text +=
        say(l, "; in {} wordt {}{} van {} gebruikt.", "; in {} {}{} of {} is used.", last.period,
            number(l, last.used.mean), band(l, last.used), number(l, last.amount.mean));
    return text;
  });
}

/// The years of the horizon, the latest first.
std::vector<std::string> years_back(const scenario::Scenario& s) {
  std::vector<std::string> years;
  for (int year = civil(s.horizon.end - 1).year; year >= civil(s.horizon.start).year; --year) {
    years.push_back(std::to_string(year));
  }
  return years;
}

class Facts final {
 public:
  Facts(const LoadedScenario& loaded, const RunResult& result, const Overview& overview,
        const FigureFinder& figures)
      : scenario_(loaded.scenario), result_(result), overview_(overview), figures_(figures) {}

  /// Kinds in the order in which their largest fact is told. Who waits longest is said of groups
  /// where they differ, else of a measure.
  std::vector<Kind> kinds() const {
    Kind groups = waiting_groups();
    Kind typical = waiting();
    if (groups.empty()) std::swap(groups, typical);
    return {lists(),    groups,  brakes(),     contingents(), budgets(),
            carousel(), typical, affordable(), returners(),   unserved()};
  }

 private:
  Kind lists() const {
    Kind kind;
    for (const MeasureOverview& m : overview_.measures) {
      if (!m.has_list) continue;
      kind.push_back({list_moves(m), std::abs(m.waiting_end.mean - m.waiting_now)});
    }
    return kind;
  }

  /// The longest wait first; a list from which hardly anybody starts says little of waiting.
  Kind waiting() const {
    constexpr double hardly_any = 12;  // starts a year
    Kind kind;
    for (const MeasureOverview& m : overview_.measures) {
      if (!m.has_list || m.wait_p50.replications == 0) continue;
      const bool says_little = m.starts_last_year < hardly_any;
      kind.push_back({waits(m), says_little ? 0 : m.wait_p50.mean});
    }
    return kind;
  }

  Kind waiting_groups() const {
    std::optional<Finding> longest = longest_waiting_group(scenario_, result_);
    if (!longest) return {};
    return {{std::move(*longest), 1}};
  }

  Kind brakes() const {
    Kind kind;
    for (const MeasureOverview& m : overview_.measures) {
      if (!m.has_list || m.brakes.empty()) continue;
      const auto resource =
          std::ranges::find(overview_.resources, m.brakes.front().resource, &ResourceOverview::id);
      kind.push_back({holds_back(m, resource->label), m.brakes.front().share * m.waiting_end.mean});
    }
    return kind;
  }

  /// The one that is used up most often first, the larger one of two.
  Kind contingents() const {
    Kind kind;
    for (const ResourceOverview& r : overview_.resources) {
      if (r.periods.empty() || r.kind == scenario::ResourceKind::budget) continue;
      const auto dry = static_cast<double>(dry_periods(r));
      kind.push_back({runs_dry(r), dry * r.periods.back().amount.mean});
    }
    return kind;
  }

  Kind budgets() const {
    Kind kind;
    for (const ResourceOverview& r : overview_.resources) {
      if (r.periods.empty() || r.kind != scenario::ResourceKind::budget) continue;
      const MoneyBalance balance = balance_of(r);
      kind.push_back({money_left(r), balance.surplus + balance.short_by});
    }
    return kind;
  }

  /// What the money of the last period could pay, where contingents say what is allowed.
  Kind affordable() const {
    Kind kind;
    for (const ResourceOverview& r : overview_.resources) {
      if (r.periods.empty()) continue;
      const std::string& period = r.periods.back().period;
      const Summary& paid = figures_.find("budget", {period, r.id, "affordable"});
      const Summary& decreed = figures_.find("budget", {period, r.id, "decreed"});
      if (paid.replications == 0 || decreed.replications == 0) continue;
      kind.push_back({finding(Weight::fact, "affordable:" + r.id,
                              [&](Language l) {
                                return say(l,
                                           "{} kan in {} {} starters betalen{}; de contingenten "
                                           "laten er {} toe.",
                                           "{0} can pay {2} starts in {1}{3}; the contingents "
                                           "allow {4}.",
                                           label_or(l, r.label, r.id), period, number(l, paid.mean),
                                           band(l, paid), number(l, decreed.mean));
                              }),
                      std::abs(paid.mean - decreed.mean)});
    }
    return kind;
  }

  /// The last year of which a statistic of the carousel is known.
  struct Known {
    std::string year;
    Summary figure;
  };
  [[nodiscard]] Known last_known(const char* statistic) const {
    for (const std::string& year : years_back(scenario_)) {
      const Summary& figure = figures_.find_where(
          "carousel", {{"year", year}, {"version", "main"}, {"statistic", statistic}});
      if (figure.replications > 0) return {year, figure};
    }
    return {};
  }

  Kind carousel() const {
    const Known rate = last_known("carousel_rate");
    if (!(rate.figure.mean > 0)) return {};  // also where it is not known
    return {{finding(Weight::fact, "carousel",
                     [&](Language l) {
                       return say(l,
                                  "Van wie in {} voor het eerst een activeringsmaatregel "
                                  "beëindigde, ging {}{} in de vijf jaar daarna minstens twee "
                                  "keer rond.",
                                  "Of those who ended an activation measure for the first time in "
                                  "{}, {}{} went round at least twice in the five years after.",
                                  rate.year, share_text(l, rate.figure.mean),
                                  percent_band(l, rate.figure));
                     }),
             rate.figure.mean}};
  }

  Kind returners() const {
    const Known share = last_known("returner_share");
    if (!(share.figure.mean > 0)) return {};
    return {{finding(Weight::fact, "returners",
                     [&](Language l) {
                       return say(l,
                                  "Van de starters in activeringsmaatregelen in {} komt {}{} "
                                  "terug zonder duurzame job sinds een eerdere maatregel.",
                                  "Of the starts in activation measures in {}, {}{} are by people "
                                  "who come back without a durable job since an earlier one.",
                                  share.year, share_text(l, share.figure.mean),
                                  percent_band(l, share.figure));
                     }),
             share.figure.mean}};
  }

  /// Who joined a list and has started nothing two years later, of the last year that is known.
  Kind unserved() const {
    Kind kind;
    for (const MeasureOverview& m : overview_.measures) {
      for (const std::string& year : years_back(scenario_)) {
        const Summary& share =
            figures_.find("outcomes", {year, m.id, "never_started", "730", "unserved"});
        if (share.replications == 0) continue;
        const double joined = figures_.find("headline", {year, "joins", m.id}).mean;
        if (joined > 0 && share.mean > 0)
          kind.push_back({never_started(m, year, share), share.mean * joined});
        break;
      }
    }
    return kind;
  }

  static Finding never_started(const MeasureOverview& m, const std::string& year,
                               const Summary& share) {
    return finding(Weight::fact, "unserved:" + m.id, [&](Language l) {
      return say(l,
                 "Van wie in {} op de lijst voor {} kwam, is {}{} twee jaar later aan geen enkele "
                 "maatregel begonnen.",
                 "Of those who joined the list for {1} in {0}, {2}{3} have started no measure at "
                 "all two years later.",
                 year, label_or(l, m.label, m.id), share_text(l, share.mean),
                 percent_band(l, share));
    });
  }

  const scenario::Scenario& scenario_;
  const RunResult& result_;
  const Overview& overview_;
  const FigureFinder& figures_;
};

/// The largest fact of each kind, then the second largest of each, and so on.
std::vector<Finding> by_importance(std::vector<Kind> kinds) {
  std::size_t most = 0;
  for (Kind& kind : kinds) {
    std::ranges::stable_sort(kind, std::ranges::greater{}, &Candidate::size);
    most = std::max(most, kind.size());
  }
  std::vector<Finding> facts;
  for (std::size_t rank = 0; rank < most; ++rank) {
    for (Kind& kind : kinds) {
      if (rank < kind.size()) facts.push_back(std::move(kind[rank].finding));
    }
  }
  return facts;
}

/// Warnings and the first round of facts open the report, ten sentences at most.
void choose_main(std::vector<Finding>& warnings, std::vector<Finding>& facts) {
  constexpr std::size_t most_warnings = 4;
  const std::size_t shown = std::min(warnings.size(), most_warnings);
  for (std::size_t i = shown; i < warnings.size(); ++i) warnings[i].prominence = Prominence::more;
  for (std::size_t i = most_main_findings - shown; i < facts.size(); ++i) {
    facts[i].prominence = Prominence::more;
  }
}

}  // namespace

std::vector<Finding> findings_of(const LoadedScenario& loaded, const RunResult& result,
                                 const Overview& overview) {
  const FigureFinder figures(result.layout, result.summaries);
  std::vector<Finding> all = warnings_of(loaded, result, overview, figures);
  std::vector<Finding> facts = by_importance(Facts(loaded, result, overview, figures).kinds());
  choose_main(all, facts);
  std::ranges::move(facts, std::back_inserter(all));
  return all;
}

}  // namespace doorstroom
