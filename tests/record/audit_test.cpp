#include "record/audit.hpp"

#include <functional>

#include <gmock/gmock.h>

#include "engine/replication.hpp"
#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

/// Half a year of honest books: one waits, one is in the measure, one has left it.
void tell(Story& s) {
  s.on("2025-01-02");
  for (int i = 0; i < 4; ++i) s.enter("unemployed");
  s.on("2025-02-01").join(0, "m").join(1, "m").join(2, "m");
  s.on("2025-02-10").start(1, "m").begin_phase(1, "a").start(2, "m").begin_phase(2, "a");
  s.on("2025-03-01").end_measure(2, Reason::completed).become(2, "job_nec");
  s.on("2025-03-05").leave(3, "inactive");
}

/// What the audit says of books that something was done to on 10 March; empty if they balance.
std::string audited(const std::function<void(Story&)>& what) {
  Story s(with_resources("2025-07-01"));
  Audit audit(s.model());
  s.tell(audit);
  tell(s);
  s.on("2025-03-10");
  what(s);
  try {
    s.end();
  } catch (const AuditFailure& failure) {
    return failure.what();
  }
  return {};
}

TEST(Audit, PassesBooksThatBalance) {
  Story s(with_resources("2025-07-01"));
  Audit audit(s.model());
  s.tell(audit);
  tell(s);
  s.end();
  EXPECT_GT(audit.checks(), 20);
}

TEST(Audit, MissesPeopleWhoAreNotThere) {
  EXPECT_THAT(audited([](Story& s) {
                s.only_tell(EventKind::entered, 0, s.status("unemployed"), 0, Reason::arrival);
              }),
              testing::HasSubstr("people with status unemployed: 3 by the events, 2 found"));
}

TEST(Audit, MissesAStatusThatChangedUntold) {
  EXPECT_THAT(audited([](Story& s) { s.people[0].status = StatusIndex(s.status("job_nec")); }),
              testing::HasSubstr("people with status unemployed: 2 by the events, 1 found"));
}

TEST(Audit, MissesSomebodyWhoIsInAMeasureUntold) {
  EXPECT_THAT(audited([](Story& s) { s.people[0].measure = MeasureIndex(s.measure("m")); }),
              testing::HasSubstr("people in m: 1 by the events, 2 found"));
}

TEST(Audit, MissesSomebodyOnAList) {
  EXPECT_THAT(audited([](Story& s) { s.lists.leave(0, ListKind::trajectory); }),
              testing::HasSubstr("on 2025-03-31: people on the list of m: 1 by the events, 0"));
}

TEST(Audit, MissesDaysOfAWait) {
  EXPECT_THAT(audited([](Story& s) {
                // The person joined on 1 February: 37 days ago.
                s.lists.leave(0, ListKind::trajectory);
                s.only_tell(EventKind::left_list, 0, s.list("m"), 36, Reason::gave_up);
              }),
              testing::HasSubstr("days waited on the list of m"));
}

TEST(Audit, MissesAPlaceThatNobodyHolds) {
  EXPECT_THAT(audited([](Story& s) {
                const auto seats = ResourceIndex(s.resource("seats"));
                s.accounts.take(s.accounts.first_account(seats), one_place, false);
              }),
              testing::HasSubstr("places of seats: 1000 by the events, 2000 found"));
}

TEST(Audit, MissesMoneyThatNobodyStartedWith) {
  EXPECT_THAT(audited([](Story& s) {
                const auto money = ResourceIndex(s.resource("money"));
                s.accounts.take(s.accounts.first_account(money), 1, false);
              }),
              testing::HasSubstr("used of money: 20000 by the events, 20001 found"));
}

TEST(Audit, RefusesAStartBeyondTheLevel) {
  EXPECT_THAT(audited([](Story& s) {
                for (int i = 0; i < 6; ++i) {  // five seats, one of them taken
                  s.enter("unemployed");
                  s.start(s.people.slots() - 1, "m");
                }
              }),
              testing::HasSubstr("grants beyond a level: 0 by the events"));
}

}  // namespace
}  // namespace doorstroom::tests
