// The worked checks that the reference scenario must pass, whatever the scale it is run at.
#pragma once

#include "calibration/flanders.hpp"

namespace doorstroom::tests {

/// (a) The stock of jobseekers lies within 3 % of the published one at the end of every year.
void expect_the_published_stock(const Flanders& run);
/// (c) 1,000 social orientations a year never clear the list.
void expect_orientation_never_to_catch_up(const Flanders& run);
/// (e) 4,000 to 5,000 wait for tailored employment while 3 to 8 % of its places are empty.
void expect_a_list_beside_empty_places(const Flanders& run);
/// (f) Of those whose article 60 led to unemployment benefit 14 % leave in the first year, and half
/// are still there after five.
void expect_few_to_leave_after_art60(const Flanders& run);
/// (g) 72 % of the jobs found last 6 months, and 48 % two years.
void expect_jobs_to_last(const Flanders& run);

/// Every measure starts people while it is open, and every limited contingent is kept to.
void expect_every_measure_to_start(const Flanders& run, const scenario::Scenario& scenario);

/// All of them, of one replication of scenarios/flanders-2017.json at a scale.
void expect_the_worked_checks(double scale);

}  // namespace doorstroom::tests
