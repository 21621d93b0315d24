#!/bin/sh
# As faults_test.sh, at every moment.
EVERY=1
. "$(dirname "$0")/faults.sh"

test_at_every_call_a_run_fails_cleanly() { a_run_fails_cleanly; }
test_at_every_call_a_killed_run_leaves_no_half_result() { a_run_is_killed; }
test_at_every_call_a_stopped_run_leaves_no_half_result() { EVERY=7 a_run_is_stopped; }
test_at_every_call_a_result_that_is_replaced_is_there() { a_result_is_replaced; }
test_at_many_calls_every_command_fails_cleanly() { EVERY=5 every_command_fails_cleanly; }

"$1"
