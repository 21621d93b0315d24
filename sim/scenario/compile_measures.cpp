#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "scenario/compiler.hpp"
#include "scenario/drop_out.hpp"
#include "scenario/words.hpp"

namespace doorstroom::scenario {

namespace {

DayCount whole_days_of(double days) {
  return static_cast<DayCount>(std::lround(days));
}

const std::string& key_of(const std::string& key, const std::string& id) {
  return key.empty() ? id : key;
}

}  // namespace

std::vector<Claim> Compiler::claims(const std::vector<Need>& needs) {
  std::vector<Claim> claims;
  for (const Need& need : needs) {
    Claim claim;
    const auto at = std::ranges::find(out_.resources, need.resource, &doorstroom::Resource::id);
    claim.resource = ResourceIndex(static_cast<std::size_t>(at - out_.resources.begin()));
    claim.charge = static_cast<doorstroom::Charge>(need.per);
    const double unit = at->kind == doorstroom::ResourceKind::budget ? 100.0 : 1000.0;
    const auto path = [&](const Path& in) {
      std::vector<LevelFrom> levels;
      for (const Day day : change_days(in, in_.horizon)) {
        levels.push_back({day, static_cast<Amount>(std::llround(value_on(in, day) * unit))});
      }
      levels.front().from = always;
      return levels;
    };
    if (need.amount.classes.empty()) {
      claim.amounts.push_back(path(need.amount.all));
    } else {
      for (const std::string& name : in_.distance_classes) {
        claim.amounts.push_back(path(need.amount.classes.at(name)));
      }
    }
    const bool changes = std::ranges::any_of(
        claim.amounts, [](const std::vector<LevelFrom>& levels) { return levels.size() > 1; });
    if (claim.charge == doorstroom::Charge::month && changes) claim.meter = meters_++;
    claims.push_back(std::move(claim));
  }
  return claims;
}

std::vector<double> Compiler::drop_out(const std::optional<DropOut>& in, const Stays& stays) const {
  if (!in) return {};
  std::vector<double> per_day;
  if (in->per_month) {
    for (const double rate : by_distance(*in->per_month)) per_day.push_back(rate / days_per_month);
    return per_day;
  }
  const std::vector<double> shares = by_distance(*in->share);
  const std::size_t size = std::max(shares.size(), stays.by_distance.size());
  for (std::size_t c = 0; c < size; ++c) {
    const double share = shares.size() == 1 ? shares.front() : shares[c];
    per_day.push_back(drop_out_hazard(stays.of(static_cast<unsigned>(c)), share));
  }
  return per_day;
}

doorstroom::Phase Compiler::phase(const std::string& key, const Phase& in, std::uint32_t part) {
  doorstroom::Phase out;
  out.id = in.id;
  out.stay = stays(in.duration);
  out.stay_lane = lane(Purpose::phase_stay, key, part);
  out.drop_out = drop_out(in.drop_out, out.stay);
  out.claims = claims(in.needs);
  const bool waits = !in.wait_at_most;
  out.without_place = static_cast<doorstroom::WithoutPlace>(in.without_place);
  out.ends_with_right = in.ends_with_right;
  out.wait_at_most = waits ? never.since_epoch : whole_days_of(in.wait_at_most->days);
  if (in.gap) {
    out.gap = stays(std::optional<Stay>(in.gap->duration));
    out.gap_lane = lane(Purpose::gap_stay, key, part);
    out.gap_drop_out = drop_out(in.gap->drop_out, out.gap);
  }
  out_.uses.thresholds = out_.uses.thresholds || !out.drop_out.empty() || !out.gap_drop_out.empty();
  if (!in.decision.empty()) {
    std::vector<Destination> with_rest = in.decision;
    Destination goes_on{"refer", {}};
    goes_on.p.rest = true;
    with_rest.push_back(goes_on);  // the last choice means: continue
    out.decision = destinations(with_rest, "out");
    out.decision_lane = lane(Purpose::phase_decision, key, part);
  }
  return out;
}

void Compiler::misfit(const Measure& in, doorstroom::Measure& out) const {
  if (in.suited.empty()) return;
  for (std::size_t c = 0; c < classes(); ++c) {
    int nearest = static_cast<int>(classes());
    for (const std::string& name : in.suited) {
      const auto at = std::ranges::find(in_.distance_classes, name) - in_.distance_classes.begin();
      nearest = std::min(nearest, std::abs(static_cast<int>(at) - static_cast<int>(c)));
    }
    double effect = 1;
    double drop_out = 1;
    for (int i = 0; i < nearest; ++i) {
      effect *= in.misfit.effect_factor.value;
      drop_out *= in.misfit.drop_out_factor.value;
    }
    out.misfit.push_back(static_cast<std::uint8_t>(nearest));
    out.misfit_effect.push_back(effect);
    out.misfit_drop_out.push_back(drop_out);
  }
}

void Compiler::measure(const Measure& in, doorstroom::Measure& out) {
  const std::string& key = key_of(in.key, in.id);
  out.id = in.id;
  out.line = in.line;
  out.rung = in.rung;
  out.circuit = word(in.circuit);
  for (const OpenPeriod& period : in.open) {
    out.open.push_back({period.from.value_or(always), period.until.value_or(never)});
  }
  out.closing_running = static_cast<doorstroom::WhenClosing>(in.on_close.running);
  out.closing_waiting = static_cast<doorstroom::WhenClosing>(in.on_close.waiting);
  if (!in.on_close.move_to.empty()) out.move_to = measure_index(in.on_close.move_to);
  out.claims = claims(in.needs);
  if (in.approval) {
    out.approval = in.approval->probability.value;
    out.approval_delay = stays(in.approval->delay);
  }
  out.approval_lane = lane(Purpose::approval, key);
  out.approval_delay_lane = lane(Purpose::approval_delay, key);
  if (in.engagement) out.engagement = in.engagement->value;
  out.engagement_lane = lane(Purpose::engagement, key);
  out.start_delay = stays(in.start_delay);
  out.start_delay_lane = lane(Purpose::start_delay, key);
  for (std::size_t p = 0; p < in.phases.size(); ++p) {
    out.phases.push_back(phase(key, in.phases[p], static_cast<std::uint32_t>(p)));
  }
  if (in.max_duration) out.max_duration = std::max(1, whole_days_of(in.max_duration->days));
  out.drop_out_lane = lane(Purpose::drop_out, key);
  if (in.extension) {
    out.extension = in.extension->probability.value;
    out.extension_stay = stays(std::optional<Stay>(in.extension->by));
  }
  out.extension_lane = lane(Purpose::extension, key);
  out.extension_stay_lane = lane(Purpose::extension, key, 1);
  out.lock_in = by_distance(in.lock_in);
  if (in.post_effect) {
    out.post_factor = in.post_effect->factor.value;
    out.post_days = whole_days_of(in.post_effect->lasts.days);
  }
  if (in.improves_distance) out.improves_distance = in.improves_distance->value;
  out.effect_lane = lane(Purpose::effect, key);
  misfit(in, out);
  const std::string rest = "unemployed";
  out.afterwards = destinations(in.afterwards, in.afterwards.empty() ? "out" : rest);
  out.after_drop_out = destinations(in.after_drop_out, rest);
  out.end_state_lane = lane(Purpose::end_state, key);
  if (in.aftercare) {
    out.aftercare.days = whole_days_of(in.aftercare->duration.days);
    out.aftercare.job_loss_factor = in.aftercare->job_loss_factor.value;
    out.aftercare.job_finding_factor = in.aftercare->job_finding_factor.value;
    out.aftercare.claims = claims(in.aftercare->needs);
  }
  out_.uses.after_effects = out_.uses.after_effects || out.post_days > 0 || out.aftercare.days > 0;
  if (!in.status.empty()) out.status = status(in.status);
  out.stops_unemployment_clock = in.stops_unemployment_clock;
  out.benefit = statute(in.benefit);
  out.counts_as_work = in.counts_as_work;
  out.freezes_degressivity = in.freezes_degressivity;
  if (in.counsellor_change) {
    out.counsellor_change = in.counsellor_change->probability.value;
    out.counsellor_drop_out = in.counsellor_change->drop_out.value;
  }
  out.counsellor_lane = lane(Purpose::counsellor, key);
  out.least_phases = static_cast<std::uint8_t>(in.least_phases);
  out.refers_on = in.refers_on;
}

namespace {

/// What is seen of each true class: neighbours by mistake, evenly on both sides where there are
/// two.
std::vector<Shares> what_is_seen(std::size_t classes, const Misclassification& error,
                                 double factor) {
  std::vector<Shares> seen;
  for (std::size_t truth = 0; truth < classes; ++truth) {
    std::vector<double> shares(classes + 1, 0.0);  // code 0 of the image: unknown
    double right = 1;
    const auto spread = [&](double probability, std::size_t off) {
      const bool below = truth >= off;
      const bool above = truth + off < classes;
      const int sides = (below ? 1 : 0) + (above ? 1 : 0);
      if (sides == 0) return;
      if (below) shares[truth - off + 1] += probability / sides;
      if (above) shares[truth + off + 1] += probability / sides;
      right -= probability;
    };
    const double one = std::min(1.0, error.one_class.value * factor);
    spread(one, 1);
    spread(std::min(1 - one, error.two_classes.value * factor), 2);
    shares[truth + 1] += std::max(0.0, right);
    seen.emplace_back(shares);
  }
  return seen;
}

}  // namespace

void Compiler::screening(const Screening& in, doorstroom::Measure& out) {
  const std::string& key = key_of(in.key, in.id);
  Measure as_measure;
  as_measure.id = in.id;
  as_measure.key = in.key;
  as_measure.needs = in.needs;
  as_measure.waiting_list = in.waiting_list;
  Phase look;
  look.id = "screening";
  look.duration.all = in.duration;
  as_measure.phases.push_back(look);
  Destination next{in.then.empty() ? "refer" : in.then, {}};
  next.p.p.all.value = 1;
  as_measure.afterwards.push_back(next);
  measure(as_measure, out);
  out.is_screening = true;
  out.line = 0;
  if (in.valid_for) {
    out.assessment_valid = std::max(1, whole_days_of(in.valid_for->days));
    out_.uses.validity = true;
  }
  for (const auto& [id, error] : in.sees) {
    Assessment assessment;
    const auto latent = std::ranges::find(out_.attributes, id, &doorstroom::Attribute::id);
    assessment.latent = AttributeIndex(static_cast<std::size_t>(latent - out_.attributes.begin()));
    assessment.assessed = latent->assessed;
    if (error.differs_by.empty()) {
      assessment.seen.push_back(what_is_seen(latent->values.size(), error, 1));
    } else {
      const doorstroom::Attribute& by = attribute(error.differs_by);
      assessment.by = by.field;
      for (const std::string& value : by.values) {
        const auto factor = error.factors.find(value);
        assessment.seen.push_back(
            what_is_seen(latent->values.size(), error,
                         factor == error.factors.end() ? 1.0 : factor->second.value));
      }
    }
    assessment.lane = lane(Purpose::assessment, key + "/" + id);
    out.assessments.push_back(std::move(assessment));
  }
}

void Compiler::measures() {
  out_.measures.resize(in_.measures.size() + in_.screening.size());
  for (std::size_t m = 0; m < in_.measures.size(); ++m) measure(in_.measures[m], out_.measures[m]);
  for (std::size_t s = 0; s < in_.screening.size(); ++s) {
    screening(in_.screening[s], out_.measures[in_.measures.size() + s]);
  }
}

/// Limits stand in the order of the measures; a phase counts in every limit that names it, in all
/// measures.
void Compiler::cumulated() {
  for (const Measure& owner : in_.measures) {
    for (const CumulatedLimit& limit : owner.cumulated) {
      const auto number = static_cast<std::uint8_t>(out_.cumulated.size());
      out_.cumulated.push_back({whole_days_of(limit.at_most.days)});
      for (std::size_t m = 0; m < in_.measures.size(); ++m) {
        for (std::size_t p = 0; p < in_.measures[m].phases.size(); ++p) {
          const Phase& phase = in_.measures[m].phases[p];
          const std::string& name = phase.instrument.empty() ? phase.id : phase.instrument;
          if (std::ranges::find(limit.over, name) == limit.over.end()) continue;
          out_.measures[m].phases[p].counted_in.push_back(number);
        }
      }
    }
  }
}

}  // namespace doorstroom::scenario
