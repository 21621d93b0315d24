// As describe.hpp, for measures, screening services and referral rules.
#pragma once

#include "doorstroom/scenario/scenario.hpp"

#include "scenario/describe.hpp"

namespace doorstroom::scenario {

/// The word for a phase without an end of its own.
inline constexpr std::string_view open_end = "open";

template <class Form>
void describe(Form& form, Need& need) {
  form("resource", need.resource,
       {.doc = "The resource that is needed.", .required = true, .refers = Names::resource});
  form("amount", need.amount,
       {.doc = "How much of it: places (also parts of one), starts or euro. Only amounts of euro "
               "may change over time.",
        .at_least = 0,
        .at_most = 1e7,
        .unit = amount_unit,
        .decimals = 3});
  form("per", need.per,
       {.doc = "Money only: once, at the start, or for every month of the stay. Money paid by the "
               "month comes from a budget given per year and released at once."});
}

template <class Form>
void describe(Form& form, PriorityClass& priority) {
  form("id", priority.id,
       {.doc = "Name of the class; \"other\" is the class of those who meet none.",
        .required = true});
  form("label", priority.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("when", priority.when,
       {.doc = "Who belongs to it; judged on joining and on the first of each month.",
        .required = true});
}

template <class Form>
void describe(Form& form, MaximumWait& wait) {
  form("after", wait.after, {.doc = "The longest wait, at least a day.", .required = true});
  form("then", wait.then,
       {.doc = "Then: the referral rules are asked again (refer), or the person is only taken off "
               "the list (leave)."});
}

template <class Form>
void describe(Form& form, EmployerChoice& choice) {
  form("share", choice.share,
       {.doc = "Share of the places for which the employer chooses among all who wait.",
        .required = true,
        .at_least = 0,
        .at_most = 1});
  form("preference", choice.preference,
       {.doc = "Weight of a person in that choice (by true distance).",
        .at_least = 0,
        .at_most = 1000});
}

template <class Form>
void describe(Form& form, CounsellorChange& change) {
  form("probability", change.probability,
       {.doc = "Probability that another counsellor takes over between two phases.",
        .required = true,
        .at_least = 0,
        .at_most = 1});
  form("drop_out", change.drop_out,
       {.doc = "Share of those who drop out because of it.",
        .required = true,
        .at_least = 0,
        .at_most = 1});
}

template <class Form>
void describe(Form& form, WaitingList& list) {
  form("kind", list.kind,
       {.doc = "Somebody is on at most one list of each kind; starting one measure leaves the "
               "other lists of its kind. Screening services always have the kind screening."});
  form("leave_after", list.leave_after,
       {.doc = "How long people are prepared to wait, from the day of joining; without it: as long "
               "as it takes."});
  form("max_length", list.max_length,
       {.doc = "Longest list: who comes when it is full is turned away. 0: who cannot start at "
               "once is turned away. Without it: no limit.",
        .at_least = 0,
        .at_most = 1e9,
        .unit = "people",
        .whole = true});
  form("max_wait", list.max_wait,
       {.doc = "Longest wait, after which somebody must leave the list."});
  form("priority", list.priority,
       {.doc = "Classes in the order in which they are served; who meets none comes last. Within a "
               "class those who joined first come first.",
        .defines = Names::priority});
  form(
      "accept_probability", list.accept_probability,
      {.doc =
           "Probability that somebody takes the place that is offered; without it: everybody does.",
       .at_least = 0,
       .at_most = 1});
  form("refer_again_after_refusal", list.refer_again_after_refusal,
       {.doc = "Time after which somebody who refused is referred again; without it they are not, "
               "until something else happens to them."});
  form("employer_choice", list.employer_choice,
       {.doc = "Employers may take whom they prefer, instead of the first in the order of the "
               "list; without it they do not."});
}

template <class Form>
void describe(Form& form, DropOut& drop_out) {
  form("per_month", drop_out.per_month,
       {.doc = "Hazard a month: about this part of those who are there drops out each month. "
               "Either this or `share`.",
        .at_least = 0,
        .at_most = 1000,
        .unit = "per month"});
  form("share", drop_out.share,
       {.doc = "Share of those who begin that drops out before the end; the hazard follows from it "
               "and the duration.",
        .at_least = 0,
        .at_most = 0.999});
}

template <class Form>
void describe(Form& form, Gap& gap) {
  form("duration", gap.duration,
       {.doc = "Time between the end of this phase and the beginning of the next.",
        .required = true});
  form("drop_out", gap.drop_out, {.doc = "Drop-out during the gap."});
}

template <class Form>
void describe(Form& form, Phase& phase) {
  form("id", phase.id, {.doc = "Name of the phase, within its measure.", .required = true});
  form("label", phase.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("duration", phase.duration,
       {.doc = "How long it lasts, for those who do not drop out. A phase that is open has no end "
               "of its own: it ends by drop-out, ways out of the status, limits or the closing of "
               "the measure.",
        .required = true,
        .or_word = open_end});
  form("drop_out", phase.drop_out, {.doc = "Drop-out during the phase; without it: none."});
  form("needs", phase.needs,
       {.doc = "Resources needed in this phase only. Those of the first phase are needed to start; "
               "for those of a later phase people wait on a list of its own (`<measure>.<phase>`), "
               "ahead of new starts."});
  form("wait_at_most", phase.wait_at_most,
       {.doc = "How long somebody waits for what a later phase needs; without it: as long as it "
               "takes."});
  form("ends_with_right", phase.ends_with_right,
       {.doc = "Does it end on the day on which the days worked give the right to a benefit, if "
               "that is earlier (article 60)?"});
  form("without_place", phase.without_place,
       {.doc = "After `wait_at_most`: skip the phase or stop the trajectory."});
  form("gap", phase.gap, {.doc = "Time between this phase and the next."});
  form("instrument", phase.instrument,
       {.doc = "Name under which the time in it counts for cumulated limits, if not the phase's "
               "own. Phases of several measures may share one."});
  form("decision", phase.decision,
       {.doc = "Decision at the end of the phase: who leaves the measure and where to; the share "
               "that is left continues. Without it: all continue.",
        .refers = destination,
        .or_word = "refer"});
}

template <class Form>
void describe(Form& form, CumulatedLimit& limit) {
  form(
      "over", limit.over,
      {.doc = "Phases or instruments whose time is added up over somebody's life, in all measures.",
       .required = true,
       .refers = Names::phase | Names::instrument});
  form(
      "at_most", limit.at_most,
      {.doc = "The most they may add up to; whoever reaches it ends the phase.", .required = true});
}

template <class Form>
void describe(Form& form, OpenPeriod& period) {
  form("from", period.from,
       {.doc = "First day on which people may join; without it: from the beginning."});
  form("until", period.until, {.doc = "First day on which they may not; without it: for ever."});
}

template <class Form>
void describe(Form& form, Closing& closing) {
  form("running", closing.running,
       {.doc = "People in the measure finish it, go back to unemployment and are referred again "
               "(back), or move to another measure (move)."});
  form("waiting", closing.waiting,
       {.doc = "People on its list may still start (finish), are referred again (back), or move to "
               "the list of another measure (move)."});
  form("move_to", closing.move_to,
       {.doc = "Where those move who move, while places last; required with move.",
        .refers = Names::measure});
}

template <class Form>
void describe(Form& form, Approval& approval) {
  form("probability", approval.probability,
       {.doc = "Probability that consent is given.", .at_least = 0, .at_most = 1});
  form("delay", approval.delay, {.doc = "Time until it is given or refused; without it: none."});
}

template <class Form>
void describe(Form& form, Extension& extension) {
  form("probability", extension.probability,
       {.doc = "Probability that the last phase is extended, once.",
        .required = true,
        .at_least = 0,
        .at_most = 1});
  form("by", extension.by, {.doc = "By how long.", .required = true});
}

template <class Form>
void describe(Form& form, PostEffect& effect) {
  form("factor", effect.factor,
       {.doc = "Multiplies the hazard of finding a job.",
        .required = true,
        .at_least = 0,
        .at_most = 1000});
  form("lasts", effect.lasts, {.doc = "How long it lasts after completing.", .required = true});
}

template <class Form>
void describe(Form& form, Aftercare& care) {
  form("duration", care.duration, {.doc = "How long it lasts after completing.", .required = true});
  form("job_loss_factor", care.job_loss_factor,
       {.doc = "Multiplies the hazards of losing a job for those who have one.",
        .at_least = 0,
        .at_most = 1000});
  form("job_finding_factor", care.job_finding_factor,
       {.doc = "Multiplies the hazards of finding a job for those who have none.",
        .at_least = 0,
        .at_most = 1000});
  form("needs", care.needs,
       {.doc = "Resources it takes; who finds none free on completing has no aftercare. Without "
               "it: none are needed."});
}

template <class Form>
void describe(Form& form, Misfit& misfit) {
  form(
      "effect_factor", misfit.effect_factor,
      {.doc = "Per class outside the suited ones: multiplies the probability of paid work and of a "
              "smaller distance.",
       .at_least = 0,
       .at_most = 1});
  form("drop_out_factor", misfit.drop_out_factor,
       {.doc = "Likewise: multiplies the hazard of dropping out.", .at_least = 0, .at_most = 1000});
}

template <class Form>
void describe(Form& form, Measure& measure) {
  form("id", measure.id,
       {.doc = "Name of the measure; also that of its waiting list.", .required = true});
  form("key", measure.key,
       {.doc = "Name under which people draw their luck in it, if not the id. Keep it when the id "
               "changes, and everybody lives the same life as before."});
  form("label", measure.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("line", measure.line,
       {.doc = "Line of the continuum: 1 fast activation, 2 second line, 3 third track.",
        .at_least = 1,
        .at_most = 3});
  form("rung", measure.rung,
       {.doc = "Step of the ladder: going to the same or a lower one again may be a carousel.",
        .at_least = 0,
        .at_most = 100});
  form("circuit", measure.circuit,
       {.doc =
            "Where it takes place: the regular economy (nec), the social economy (sec) or care."});
  form("open", measure.open,
       {.doc = "Periods in which people may join, ascending; without it: always."});
  form("on_close", measure.on_close,
       {.doc = "What closing means for those in it and those waiting for it."});
  form("suited", measure.suited,
       {.doc = "Distance classes (true ones) it is meant for; without it: all.",
        .refers = Names::distance_class});
  form("needs", measure.needs,
       {.doc = "Resources needed from the start to the end of the whole measure: places are held, "
               "a contingent gives one unit, money is paid. A start needs all of them at once."});
  form("approval", measure.approval,
       {.doc = "Consent that is needed before joining the list; without it: none."});
  form("engagement", measure.engagement,
       {.doc = "Probability of being engaged enough to be admitted to the list; without it: "
               "everybody is.",
        .at_least = 0,
        .at_most = 1});
  form("start_delay", measure.start_delay,
       {.doc = "Time between the grant of a place and the start, with the resources held; without "
               "it: none."});
  form("waiting_list", measure.waiting_list, {.doc = "How people wait for it."});
  form("phases", measure.phases,
       {.doc = "What it consists of, in order: 1 to 100 phases.",
        .required = true,
        .defines = Names::phase});
  form(
      "max_duration", measure.max_duration,
      {.doc = "Longest stay in all, gaps and waiting for a phase included; without it: no limit."});
  form("cumulated", measure.cumulated,
       {.doc = "Limits on the time in phases or instruments, added up over somebody's life."});
  form("extension", measure.extension, {.doc = "Extension of the last phase; without it: none."});
  form("counsellor_change", measure.counsellor_change,
       {.doc = "Another counsellor may take over between two phases; without it nobody does."});
  form("least_phases", measure.least_phases,
       {.doc = "No phase is skipped for lack of a place if fewer than so many would remain.",
        .at_least = 0,
        .at_most = 15});
  form("lock_in", measure.lock_in,
       {.doc = "Multiplies the hazards of finding a job during the measure (lock-in): below 1 "
               "because people have less time to look for one.",
        .at_least = 0,
        .at_most = 1000});
  form("post_effect", measure.post_effect,
       {.doc = "Effect on finding a job after completing; without it: none."});
  form("improves_distance", measure.improves_distance,
       {.doc = "Probability that completing it makes the distance a class smaller; without it: 0.",
        .at_least = 0,
        .at_most = 1});
  form("misfit", measure.misfit,
       {.doc = "What being placed outside the suited classes does to the effect and to drop-out."});
  form("afterwards", measure.afterwards,
       {.doc = "Where people go who complete it; without it they leave the model (status out).",
        .refers = destination,
        .or_word = "refer"});
  form("after_drop_out", measure.after_drop_out,
       {.doc = "Where people go who drop out; without it: unemployed.",
        .refers = destination,
        .or_word = "refer"});
  form("aftercare", measure.aftercare, {.doc = "Support after completing; without it: none."});
  form("status", measure.status,
       {.doc = "Status of somebody in it (a social-economy job, say); without it they keep the one "
               "they had.",
        .refers = Names::status});
  form("benefit", measure.benefit,
       {.doc = "The statute of somebody in it (art. 60: a wage); without it: as their status says.",
        .refers = Names::statute});
  form("counts_as_work", measure.counts_as_work,
       {.doc = "Do its days count towards the right to a benefit?"});
  form("freezes_degressivity", measure.freezes_degressivity,
       {.doc = "Does the benefit to which work gives a right not decline in it?"});
  form("stops_unemployment_clock", measure.stops_unemployment_clock,
       {.doc = "Does the clock of unemployment stand still while somebody is in it?"});
  form(
      "refers_on", measure.refers_on,
      {.doc = "Are people referred on from inside it, by the rules (on crossing a limit they name, "
              "when a measure opens) and where a decision or a way out names a measure? They keep "
              "their place until the next measure starts."});
}

}  // namespace doorstroom::scenario
