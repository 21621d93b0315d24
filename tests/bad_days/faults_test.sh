#!/bin/sh
# Disks that are full or broken, and programs that are killed, at some of the moments at which the
# program writes: others every day. faults_slow_test.sh tries all.
#
# Called with the name of one test; PROGRAM is the program, SCENARIOS the folder with the scenarios.
EVERY=31
. "$(dirname "$0")/faults.sh"

test_a_run_fails_cleanly() { a_run_fails_cleanly; }
test_a_killed_run_leaves_no_half_result() { a_run_is_killed; }
test_a_stopped_run_leaves_no_half_result() { EVERY=97 a_run_is_stopped; }
test_a_result_that_is_replaced_is_always_there() { a_result_is_replaced; }
test_every_command_fails_cleanly() { EVERY=151 every_command_fails_cleanly; }

"$1"
