// Everything that is recorded of one replication, and the figures it gives.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "analysis/durable_figures.hpp"
#include "analysis/leaver_figures.hpp"
#include "analysis/limbo_figures.hpp"
#include "analysis/reentry_figures.hpp"
#include "analysis/waiting_figures.hpp"
#include "model/model.hpp"
#include "record/audit.hpp"
#include "record/capacity_recorder.hpp"
#include "record/carousel_recorder.hpp"
#include "record/equity_recorder.hpp"
#include "record/exits_to_work.hpp"
#include "record/first_durable_jobs.hpp"
#include "record/flow_recorder.hpp"
#include "record/held_back_recorder.hpp"
#include "record/ledger_recorder.hpp"
#include "record/night_recorder.hpp"
#include "record/outcome_recorder.hpp"
#include "record/period_recorder.hpp"
#include "record/referral_recorder.hpp"
#include "record/rights_recorder.hpp"
#include "record/risk_recorder.hpp"
#include "record/sec_fallback.hpp"
#include "record/series_recorder.hpp"
#include "record/starter_recorder.hpp"
#include "record/trajectory_recorder.hpp"
#include "record/waiting_recorder.hpp"

namespace doorstroom {

/// What a scenario wants broken down by attributes.
Breakdowns breakdowns_of(const Model& model, const scenario::Output& output);

/// What counts as a cycle in a scenario.
CycleRules cycle_rules_of(const scenario::Output& output);

/// The recorders of one replication. What follows from their figures (the headline) is worked out
/// by Experiment.
class Observers final {
 public:
  Observers(const Model& model, const Breakdowns& breakdowns, const CycleRules& cycles,
            const std::vector<std::string>& risk_profile);

  [[nodiscard]] std::vector<Recorder*> recorders();
  /// What all of them keep of each person.
  [[nodiscard]] std::size_t bytes_of_people();
  [[nodiscard]] FigureLayout layout() const;
  [[nodiscard]] FigureValues figures() const;
  [[nodiscard]] const WaitingRecorder& waiting() const { return waiting_; }
  [[nodiscard]] const Audit& audit() const { return audit_; }

 private:
  [[nodiscard]] std::vector<const FigureSource*> sources() const;

  RowStore people_;  // what all of them keep of each person
  SeriesRecorder series_;
  WaitingRecorder waiting_;
  WaitingFigures waiting_figures_;
  HeldBackRecorder held_back_;
  PeriodRecorder periods_;
  LedgerRecorder ledger_;
  FlowRecorder flows_;
  OutcomeRecorder outcomes_;
  LeaverFigures leavers_;
  TrajectoryRecorder trajectories_;
  ReferralRecorder referral_;
  EquityRecorder equity_;
  CarouselRecorder carousel_;
  ExitsToWork exits_;
  ReentryFigures reentry_;
  FirstDurableJobs first_jobs_;
  DurableFigures durable_;
  RightsRecorder rights_;
  SecFallback fallback_;
  Limbo limbo_;
  LimboFigures limbo_figures_;
  NightRecorder nights_;
  StarterRecorder starters_;
  CapacityRecorder capacity_;
  RiskRecorder risk_;
  Audit audit_;
};

}  // namespace doorstroom
