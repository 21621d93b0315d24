// Replications for tests, with everything that was told kept.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/recorder.hpp"
#include "engine/replication.hpp"
#include "model/model.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {

/// An event with its day and its person.
struct Told {
  Day day;
  PersonId person;
  Event event;
};

/// How the resources and lists stood at the end of a month.
struct Stand {
  Day day;
  std::vector<AccountState> accounts;
  std::vector<Amount> committed;     // by account
  std::vector<Amount> paid;          // by account
  std::vector<std::int64_t> length;  // by list
  std::vector<HeldBack> held_back;
};

/// Everything one replication told.
struct Simulation {
  std::shared_ptr<const Model> model;
  std::vector<Told> told;
  std::vector<Stand> stands;
  std::vector<ClosedPeriod> periods;
  Effort effort;
  std::int64_t audit_checks = 0;

  /// The name of a person: "stream:2025-01-01:0" or "stock:0".
  [[nodiscard]] std::string name(PersonId person) const { return to_text(*model, person); }
  [[nodiscard]] std::size_t measure(std::string_view id) const;
  [[nodiscard]] std::size_t status(std::string_view id) const;
  /// Position of the first account of a resource.
  [[nodiscard]] std::size_t account(std::string_view resource) const;
  /// Events of one kind about the subject with that name; all subjects where it is empty.
  [[nodiscard]] std::vector<Told> events(EventKind kind, std::string_view subject = {}) const;
  /// One person's life, an event a line: "2025-01-03 started training 2 granted". An amount of 0
  /// and no reason are left out, and so are events whose kind is among `but` and ideal referrals
  /// that are no different.
  [[nodiscard]] std::vector<std::string> life(std::string_view person,
                                              const std::vector<EventKind>& but = {}) const;
  /// The same for everybody who has that event, with the name instead of the subject:
  /// "2025-01-03 stock:4".
  [[nodiscard]] std::vector<std::string> who(EventKind kind, std::string_view subject = {}) const;
  /// The stand at the end of a day that is the last of its month.
  [[nodiscard]] const Stand& at(std::string_view date) const;
};

/// Simulates one replication under the audit. Throws ScenarioError, AuditFailure.
Simulation simulate(const std::string& json, std::uint32_t replication = 0);
Simulation simulate(const scenario::Scenario& scenario, std::uint32_t replication = 0);
/// As simulate, with further recorders.
Simulation simulate(std::shared_ptr<const Model> model, std::uint32_t replication,
                    std::vector<Recorder*> more);

/// The name of what an event is about: its status, list, measure or attribute.
std::string subject_of(const Model& model, const Event& event);
/// One event as a line without its day (see Simulation::life).
std::string line_of(const Model& model, const Event& event);

}  // namespace doorstroom::tests
