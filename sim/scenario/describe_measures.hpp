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
       {.doc = "What is needed.", .required = true, .refers = Names::resource});
  form("amount", need.amount,
       {.doc = "How much: places, starts or euro. Prices may be a path over the years.",
        .at_least = 0,
        .at_most = 1e7,
        .unit = amount_unit,
        .decimals = 3});
  form("per", need.per, {.doc = "Money only: once at the start, or for every month of the stay."});
}

template <class Form>
void describe(Form& form, PriorityClass& priority) {
  form("id", priority.id, {.doc = "Name of the class.", .required = true});
  form("label", priority.label, {.doc = "What readers see."});
  form("when", priority.when, {.doc = "Who belongs to it.", .required = true});
}

template <class Form>
void describe(Form& form, MaximumWait& wait) {
  form("after", wait.after, {.doc = "The longest wait.", .required = true});
  form("then", wait.then, {.doc = "refer: the rules are asked again; leave: only off the list."});
}

template <class Form>
void describe(Form& form, WaitingList& list) {
  form("kind", list.kind, {.doc = "Somebody is on at most one list of each kind."});
  form("leave_after", list.leave_after, {.doc = "How long people are prepared to wait."});
  form("max_length", list.max_length,
       {.doc = "Longest list; 0: nobody waits.",
        .at_least = 0,
        .at_most = 1e9,
        .unit = "people",
        .whole = true});
  form("max_wait", list.max_wait, {.doc = "Longest wait, after which the person must go."});
  form("priority", list.priority,
       {.doc = "Classes in the order in which they are served; who meets none comes last.",
        .defines = Names::priority});
  form("accept_probability", list.accept_probability,
       {.doc = "Probability that someone takes the place that is offered.",
        .at_least = 0,
        .at_most = 1});
  form("refer_again_after_refusal", list.refer_again_after_refusal,
       {.doc = "When someone who refused is referred again; without it: not by itself."});
}

template <class Form>
void describe(Form& form, DropOut& drop_out) {
  form("per_month", drop_out.per_month,
       {.doc = "Hazard a month.", .at_least = 0, .at_most = 1000, .unit = "per month"});
  form("share", drop_out.share,
       {.doc = "Or: share of those who begin that drops out; the hazard follows from it.",
        .at_least = 0,
        .at_most = 0.999});
}

template <class Form>
void describe(Form& form, Gap& gap) {
  form("duration", gap.duration, {.doc = "Time until the next phase.", .required = true});
  form("drop_out", gap.drop_out, {.doc = "Drop-out during the gap."});
}

template <class Form>
void describe(Form& form, Phase& phase) {
  form("id", phase.id, {.doc = "Name of the phase.", .required = true});
  form("label", phase.label, {.doc = "What readers see."});
  form("duration", phase.duration,
       {.doc = "How long it lasts; \"open\": it has no end of its own.",
        .required = true,
        .or_word = open_end});
  form("drop_out", phase.drop_out, {.doc = "Drop-out during the phase."});
  form("needs", phase.needs, {.doc = "Resources needed in this phase only."});
  form("wait_at_most", phase.wait_at_most,
       {.doc = "How long someone waits for them; without it: as long as it takes."});
  form("without_place", phase.without_place,
       {.doc = "Then: skip the phase or stop the trajectory."});
  form("gap", phase.gap, {.doc = "Time between this phase and the next."});
  form("instrument", phase.instrument,
       {.doc = "Name under which the time counts for cumulated limits, if not the phase's own."});
  form("decision", phase.decision,
       {.doc = "Decision at the end: who goes elsewhere; the others continue."});
}

template <class Form>
void describe(Form& form, CumulatedLimit& limit) {
  form("over", limit.over,
       {.doc = "Phases or instruments whose time is added up over a person's life.",
        .required = true,
        .refers = Names::phase | Names::instrument});
  form("at_most", limit.at_most, {.doc = "The most they may add up to.", .required = true});
}

template <class Form>
void describe(Form& form, OpenPeriod& period) {
  form("from", period.from, {.doc = "First day on which people may join."});
  form("until", period.until, {.doc = "First day on which they may not."});
}

template <class Form>
void describe(Form& form, Closing& closing) {
  form("running", closing.running,
       {.doc = "People in the measure: finish, back (to unemployment, referred again) or move."});
  form("waiting", closing.waiting, {.doc = "People waiting for it, likewise."});
  form("move_to", closing.move_to,
       {.doc = "Where they move, while places last.", .refers = Names::measure});
}

template <class Form>
void describe(Form& form, Approval& approval) {
  form("probability", approval.probability,
       {.doc = "Probability of consent.", .at_least = 0, .at_most = 1});
  form("delay", approval.delay, {.doc = "Time until it is given or refused."});
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
  form("lasts", effect.lasts, {.doc = "How long after completing.", .required = true});
}

template <class Form>
void describe(Form& form, Aftercare& care) {
  form("duration", care.duration, {.doc = "How long.", .required = true});
  form("job_loss_factor", care.job_loss_factor,
       {.doc = "Multiplies the hazard of losing a job.", .at_least = 0, .at_most = 1000});
  form("job_finding_factor", care.job_finding_factor,
       {.doc = "Multiplies the hazard of finding one.", .at_least = 0, .at_most = 1000});
  form("needs", care.needs, {.doc = "What it takes; without it there is no aftercare."});
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
       {.doc = "Likewise: multiplies drop-out.", .at_least = 0, .at_most = 1000});
}

template <class Form>
void describe(Form& form, Measure& measure) {
  form("id", measure.id, {.doc = "Name of the measure.", .required = true});
  form("key", measure.key, {.doc = "As for arrivals."});
  form("label", measure.label, {.doc = "What readers see."});
  form("line", measure.line,
       {.doc = "1: fast activation, 2: second line, 3: third track.", .at_least = 1, .at_most = 3});
  form("rung", measure.rung,
       {.doc = "Step of the ladder: going to the same or a lower one again may be a carousel.",
        .at_least = 0,
        .at_most = 100});
  form("circuit", measure.circuit,
       {.doc = "Where it takes place: nec (regular economy), sec (social economy) or care."});
  form("open", measure.open, {.doc = "When people may join; without it: always."});
  form("on_close", measure.on_close, {.doc = "What closing means for those in it and waiting."});
  form("suited", measure.suited,
       {.doc = "Distance classes (true ones) it is meant for; without it: all.",
        .refers = Names::distance_class});
  form("needs", measure.needs, {.doc = "Resources needed from start to end."});
  form("approval", measure.approval, {.doc = "Consent that is needed before joining."});
  form("engagement", measure.engagement,
       {.doc = "Probability of being engaged enough to be admitted.", .at_least = 0, .at_most = 1});
  form("start_delay", measure.start_delay, {.doc = "Time between grant and start."});
  form("waiting_list", measure.waiting_list, {.doc = "How people wait for it."});
  form("phases", measure.phases,
       {.doc = "What it consists of, in order.", .required = true, .defines = Names::phase});
  form("max_duration", measure.max_duration, {.doc = "Longest stay in all."});
  form("cumulated", measure.cumulated, {.doc = "Limits on time added up over a life."});
  form("extension", measure.extension, {.doc = "Extension of the last phase."});
  form("lock_in", measure.lock_in,
       {.doc = "Multiplies the hazard of finding a job during the measure.",
        .at_least = 0,
        .at_most = 1000});
  form("post_effect", measure.post_effect, {.doc = "Effect on finding a job after completing."});
  form("improves_distance", measure.improves_distance,
       {.doc = "Probability that completing it makes the distance a class smaller.",
        .at_least = 0,
        .at_most = 1});
  form("misfit", measure.misfit, {.doc = "What being placed outside the suited classes does."});
  form("afterwards", measure.afterwards,
       {.doc = "Where people go who complete it; without it they leave the model.",
        .refers = destination,
        .or_word = "refer"});
  form("after_drop_out", measure.after_drop_out,
       {.doc = "Where people go who drop out; without it: unemployed.",
        .refers = destination,
        .or_word = "refer"});
  form("aftercare", measure.aftercare, {.doc = "Support after completing."});
  form("status", measure.status,
       {.doc = "Status of someone in it, if it gives one.", .refers = Names::status});
  form("stops_unemployment_clock", measure.stops_unemployment_clock,
       {.doc = "Does the time in it not count as unemployment?"});
  form(
      "refers_on", measure.refers_on,
      {.doc = "Are people referred on from inside it, by the rules (on crossing a limit they name, "
              "when a measure opens) and where a decision or a way out names a measure? They keep "
              "their place until the next measure starts."});
}

template <class Form>
void describe(Form& form, Misclassification& error) {
  form("one_class", error.one_class,
       {.doc = "Probability of seeing a neighbouring class.",
        .required = true,
        .at_least = 0,
        .at_most = 1});
  form("two_classes", error.two_classes,
       {.doc = "Probability of seeing a class two off.", .at_least = 0, .at_most = 1});
}

template <class Form>
void describe(Form& form, Screening& screening) {
  form("id", screening.id, {.doc = "Name of the service.", .required = true});
  form("key", screening.key, {.doc = "As for arrivals."});
  form("label", screening.label, {.doc = "What readers see."});
  form("needs", screening.needs, {.doc = "Its capacity."});
  form("duration", screening.duration, {.doc = "How long it takes.", .required = true});
  form("waiting_list", screening.waiting_list, {.doc = "How people wait for it."});
  form("sees", screening.sees,
       {.doc = "The latent attributes it assesses, and how often it errs.",
        .keys = Names::attribute});
  form("valid_for", screening.valid_for,
       {.doc = "How long the assessment counts; without it: for good."});
  form("then", screening.then,
       {.doc = "The service that follows; without it the referral rules decide.",
        .refers = Names::screening});
}

template <class Form>
void describe(Form& form, ListTooLong& limit) {
  form("months", limit.months,
       {.doc = "Length of the list in months of starts, at the pace of the last twelve months.",
        .required = true,
        .at_least = 0.01,
        .at_most = 1200,
        .unit = "months"});
  form("then", limit.then,
       {.doc = "wait all the same, take the next measure, or stay in basic services."});
}

template <class Form>
void describe(Form& form, ReferralChoice& choice) {
  form("to", choice.to,
       {.doc = "A measure, a screening service, or \"stay\" in basic services.",
        .required = true,
        .refers = activity,
        .or_word = "stay"});
  form("share", choice.share, {.doc = "Share, or \"rest\".", .at_least = 0, .at_most = 1});
}

template <class Form>
void describe(Form& form, ReferralRule& rule) {
  form("id", rule.id, {.doc = "Name of the rule.", .required = true});
  form("label", rule.label, {.doc = "What readers see."});
  form("when", rule.when, {.doc = "For whom; without it: for everybody left."});
  form("refer_to", rule.refer_to,
       {.doc = "Where to: one name, or several with shares.",
        .required = true,
        .refers = activity,
        .or_word = "stay"});
  form("choose", rule.choose, {.doc = "by_share: a draw; in_order: the first that takes people."});
  form("if_list_too_long", rule.if_list_too_long, {.doc = "What a long list means."});
}

template <class Form>
void describe(Form& form, Observed& observed) {
  form("indicator", observed.indicator, {.doc = "As in tables/series.csv.", .required = true});
  form("subject", observed.subject, {.doc = "As in tables/series.csv.", .required = true});
  form("values", observed.values,
       {.doc = "Figure by date (last day of the month).", .required = true});
}

template <class Form>
void describe(Form& form, Output& output) {
  form("breakdowns", output.breakdowns,
       {.doc = "For each indicator the attributes by which it is broken down.",
        .refers = Names::attribute});
  form("observed", output.observed, {.doc = "Observed figures, drawn beside the projection."});
}

template <class Form>
void describe(Form& form, Scenario& scenario) {
  form("name", scenario.name,
       {.doc = "Short name: letters, digits, - and _. Results go to output/<name>/.",
        .required = true});
  form("title", scenario.title, {.doc = "Title for readers."});
  form("description", scenario.description, {.doc = "What it is about, for readers."});
  form("horizon", scenario.horizon, {.doc = "What is simulated.", .required = true});
  form("seed", scenario.seed, {.doc = "Scenarios with the same seed have the same people."});
  form("replications", scenario.replications,
       {.doc = "How often it is simulated.", .at_least = 1, .at_most = 100000});
  form("distance_classes", scenario.distance_classes,
       {.doc = "Classes of distance to the labour market, nearest first."});
  form("attributes", scenario.attributes,
       {.doc = "Attributes of people.", .defines = Names::attribute});
  form("statuses", scenario.statuses,
       {.doc = "Statuses besides the usual ones.", .defines = Names::status});
  form("labour_market", scenario.labour_market, {.doc = "What happens outside measures."});
  form("arrivals", scenario.arrivals, {.doc = "Who comes in.", .defines = Names::stream});
  form("stock", scenario.stock, {.doc = "Who is there at the start.", .defines = Names::stock});
  form("resources", scenario.resources, {.doc = "What limits starts.", .defines = Names::resource});
  form("screening", scenario.screening,
       {.doc = "Screening services.", .defines = Names::screening});
  form(
      "referral", scenario.referral,
      {.doc = "Who is referred where: the first rule that holds decides.", .defines = Names::rule});
  form("measures", scenario.measures, {.doc = "The measures.", .defines = Names::measure});
  form("output", scenario.output, {.doc = "What is reported."});
}

}  // namespace doorstroom::scenario
