#include "report/sweep_findings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include "report/headline_differences.hpp"
#include "report/scale_text.hpp"
#include "report/sentences.hpp"

namespace doorstroom {

namespace {

/// A figure with where it is least and most.
struct Moved {
  const SweptFigure* figure = nullptr;
  SweptSpan span;
};

/// How far the ends lie apart against the play of chance.
double clearness(const Moved& one) {
  if (one.span.difference.sd > 0) return one.span.difference.mean / one.span.difference.sd;
  return std::numeric_limits<double>::max();
}

class SweepSayings final {
 public:
  explicit SweepSayings(const SweptStudy& study) : study_(study) {
    for (const SweptFigure& figure : study_.figures) {
      moved_.push_back({&figure, span_of(figure, usual_confidence)});
    }
  }

  std::vector<Finding> all() {
    if (study_.base.scenario.scale < 1) {
      findings_.push_back({Weight::warning, "scale", scale_notice(study_.base.scenario.scale)});
    }
    warn_of_replications();
    if (count(Verdict::same) == moved_.size()) {
      warn_that_nothing_moves();
    } else {
      warn_of_noise();
    }
    say_points();
    for (const char* indicator : told) say_clearest(indicator);
    return std::move(findings_);
  }

 private:
  /// In the order in which they are told.
  static constexpr std::array<const char*, 7> told{
      "waiting", "wait_of_starters_p50", "starts", "in_trajectory", "in_paid_work", "used", "paid"};

  template <class Say>
  void add(Weight weight, std::string about, Say say) {
    findings_.push_back(finding_in_both(weight, std::move(about), say));
  }
  [[nodiscard]] std::size_t count(Verdict verdict) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        moved_, [&](const Moved& one) { return one.span.verdict == verdict; }));
  }

  void warn_of_replications() {
    const std::size_t n = study_.replications;
    constexpr std::size_t few = 10;
    if (n >= few) return;
    add(Weight::warning, "replications", [&](Language l) {
      if (n == 1) {
        return filled(l, "Eén replicatie: van geen enkel verschil is te zeggen of het toeval is.",
                      "One replication: of no difference can be said whether it is chance.");
      }
      return filled(l,
                    "Slechts {} replicaties per punt: de intervallen zijn breed en zelf onzeker.",
                    "Only {} replications at each point: the intervals are wide, and uncertain "
                    "themselves.",
                    n);
    });
  }

  void warn_that_nothing_moves() {
    add(Weight::warning, "points", [](Language l) {
      return filled(l,
                    "Alle punten geven dezelfde kerncijfers: wat varieert, verandert hier niets.",
                    "All points give the same headline figures: what is varied changes nothing "
                    "here.");
    });
  }

  void warn_of_noise() {
    const std::size_t noise = count(Verdict::noise);
    if (noise == 0) return;
    add(Weight::warning, "noise", [&](Language l) {
      return filled(l,
                    "Binnen het toeval: van de {} kerncijfers van {} die tussen de punten "
                    "verschillen, zijn er {} niet van toeval te onderscheiden. Meer replicaties "
                    "kunnen dat wel.",
                    "Inside the noise: of the {} headline figures of {} that differ between the "
                    "points, {} cannot be told from chance. More replications may tell.",
                    moved_.size() - count(Verdict::same), study_.year, noise);
    });
  }

  void say_points() {
    const std::size_t pointers = study_.points.pointers.size();
    add(Weight::fact, "points", [&](Language l) {
      if (pointers == 1) {
        return filled(l, "{} waarden van {}, {} replicaties elk: dezelfde mensen bij elke waarde.",
                      "{} values of {}, {} replications each: the same people at each value.",
                      study_.points.size(), study_.points.pointers.front(), study_.replications);
      }
      return filled(l,
                    "{} punten van {} getallen, {} replicaties elk: dezelfde mensen in elk punt.",
                    "{} points of {} numbers, {} replications each: the same people at each point.",
                    study_.points.size(), pointers, study_.replications);
    });
  }

  /// Of the figures of an indicator the one that moves most clearly.
  void say_clearest(std::string_view indicator) {
    const Moved* clearest = nullptr;
    for (const Moved& one : moved_) {
      if (one.figure->indicator != indicator || one.span.verdict != Verdict::more) continue;
      if (clearest == nullptr || clearness(one) > clearness(*clearest)) clearest = &one;
    }
    if (clearest == nullptr) return;
    const SweptFigure& figure = *clearest->figure;
    add(Weight::fact, "figure:" + figure.indicator + ":" + figure.subject, [&](Language l) {
      const SweptSpan& span = clearest->span;
      return filled(l, "{}: {} in {} ligt tussen {} bij {} en {} bij {}.",
                    "{}: {} in {} lies between {} at {} and {} at {}.", name(l, figure),
                    indicator_in_words(l, figure.indicator), study_.year,
                    value(l, figure, span.least), place(span.least), value(l, figure, span.most),
                    place(span.most));
    });
  }

  [[nodiscard]] std::string name(Language l, const SweptFigure& figure) const {
    const std::string label = label_of(study_.base.scenario, figure.subject, l);
    if (!label.empty()) return label;
    return l == Language::nl ? "Alles samen" : "Altogether";
  }

  /// "1,204 (1,150–1,260)": a mean with its interval.
  static std::string value(Language l, const SweptFigure& figure, std::size_t point) {
    const Summary& summary = figure.at[point];
    const Interval interval = interval_of_mean(summary);
    const std::string mean = number(l, summary.mean);
    const std::string low = number(l, interval.low);
    const std::string high = number(l, interval.high);
    return std::isnan(interval.low) || low == high ? mean : mean + " (" + low + "–" + high + ")";
  }

  /// "resources/places/level = 300, ...".
  [[nodiscard]] std::string place(std::size_t point) const {
    std::string text;
    for (std::size_t p = 0; p < study_.points.pointers.size(); ++p) {
      text += (p == 0 ? "" : ", ") + study_.points.pointers[p].substr(1) + " = " +
              study_.points.values[point][p];
    }
    return text;
  }

  const SweptStudy& study_;
  std::vector<Moved> moved_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> sweep_findings(const SweptStudy& study) {
  return SweepSayings(study).all();
}

}  // namespace doorstroom
