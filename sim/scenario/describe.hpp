// Every member of a scenario file, described once. A form is asked for each member in turn: the
// reader fills it, the writer prints it, the shape collects it for the JSON Schema and the merge. A
// new key is one line here and one member in include/doorstroom/scenario/.
#pragma once

#include "doorstroom/scenario/scenario.hpp"

#include "scenario/field.hpp"

namespace doorstroom::scenario {

inline constexpr Names activity = Names::measure | Names::screening;
inline constexpr Names destination = Names::status | Names::measure | Names::screening;

template <class Form>
void describe(Form& form, Horizon& horizon) {
  form("start", horizon.start, {.doc = "First day that is simulated.", .required = true});
  form("end", horizon.end,
       {.doc = "The day after the last one that is simulated. At most 68 years after the start; "
               "both lie between 1970 and 2200.",
        .required = true});
}

template <class Form>
void describe(Form& form, Attribute& attribute) {
  form("id", attribute.id,
       {.doc = "Name of the attribute, as used in shares, conditions and splits.",
        .required = true});
  form("label", attribute.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("values", attribute.values,
       {.doc = "Its values, in order, 1 to 63. Of an ordered attribute the first is what is "
               "nearest or least.",
        .required = true});
  form("latent", attribute.latent,
       {.doc = "Nobody in the simulated system sees it; a screening assesses it, with error. Rules "
               "use `assessed_<id>`."});
  form("registered", attribute.registered,
       {.doc = "Is it registered? Rules may use only what is registered or assessed."});
  form("shares", attribute.shares,
       {.doc = "Shares of its values where arrivals or stock give none."});
}

template <class Form>
void describe(Form& form, Status& status) {
  form("id", status.id,
       {.doc = "Name of the status. That of a usual status replaces it.", .required = true});
  form("label", status.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("registered", status.registered,
       {.doc = "Is someone with this status a registered jobseeker? Who is not leaves the lists."});
  form(
      "paid_work", status.paid_work,
      {.doc =
           "Is it paid work: in the regular economy (nec), in the social economy (sec), or none?"});
  form("unemployment", status.unemployment,
       {.doc = "The clock of unemployment: runs, frozen (goes on afterwards), or stopped (starts "
               "anew, unless the stay was shorter than `spell_reset_days`)."});
  form("benefit", status.benefit,
       {.doc = "What people live on: a statute; or \"right\": the benefit their work gives a right "
               "to, or else what they fall back to. Without it nothing changes.",
        .refers = Names::statute,
        .or_word = "right"});
  form("jobseeker", status.jobseeker,
       {.doc = "Does someone with this status count as a jobseeker? Without it: whoever is "
               "registered and not in paid work, in a measure or not; `false` for those who are "
               "registered for another reason."});
}

template <class Form>
void describe(Form& form, Profile& profile) {
  form("attributes", profile.attributes,
       {.doc = "Shares of the values of each attribute.", .keys = Names::attribute});
  form("margins", profile.margins,
       {.doc = "Tables of shares or people over several attributes, bands of age and bands of time "
               "unemployed, which hold at once. What stands in them is not given by the keys "
               "beside them."});
  form("age", profile.age,
       {.doc = "Age, as a length of time (\"40 years\") or a distribution. Needed where a "
               "condition tests age."});
  form("unemployed_for", profile.unemployed_for,
       {.doc = "Time already unemployed when they enter; without it: none."});
  form("days_worked", profile.days_worked,
       {.doc = "Time worked just before they enter, which counts towards the right to a benefit; "
               "without it: none."});
}

template <class Form>
void describe(Form& form, Arrivals& arrivals) {
  form("id", arrivals.id, {.doc = "Name of the stream.", .required = true});
  form("key", arrivals.key,
       {.doc = "Name under which its people draw their luck, if not the id: keep it when the id "
               "changes, and everybody stays who they are."});
  form("label", arrivals.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("per_year", arrivals.per_year,
       {.doc = "People a year; the days of a year share them evenly, but for the seasonality. Says "
               "something about the start of the horizon at the latest.",
        .required = true,
        .at_least = 0,
        .at_most = 1e9,
        .unit = "people"});
  form("factor", arrivals.factor,
       {.doc = "Multiplies the people a year over time; without it: 1. Says something about the "
               "start of the horizon.",
        .at_least = 0,
        .at_most = 1000});
  form("seasonality", arrivals.seasonality,
       {.doc = "Factor for each month (jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, "
               "dec); 1 where none is given. The twelve average 1.",
        .at_least = 0,
        .at_most = 12,
        .keyed_by = "month"});
  form("variation", arrivals.variation,
       {.doc = "Do the numbers of a day vary by chance (poisson), or are people spread as evenly "
               "as whole people can be (even)?"});
  form("status", arrivals.status,
       {.doc = "Their status when they enter.", .refers = Names::status});
  form("people", arrivals.people,
       {.doc = "What these people are like. Says something about every attribute that a rule, "
               "split, table by distance or breakdown uses."});
  form("refer_to", arrivals.refer_to,
       {.doc = "The measure or screening service they go to; without it the referral rules decide.",
        .refers = activity});
  form("first_contact", arrivals.first_contact,
       {.doc = "Time until somebody first refers them; without it: none."});
}

template <class Form>
void describe(Form& form, Stock& stock) {
  form("id", stock.id, {.doc = "Name of the group.", .required = true});
  form("key", stock.key,
       {.doc = "Name under which it draws its luck, if not the id. Keep it when the id changes, "
               "and the same people have the same luck as before."});
  form("label", stock.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("people", stock.people,
       {.doc = "Number of people.",
        .required = true,
        .at_least = 0,
        .at_most = 2e8,
        .unit = "people",
        .whole = true});
  form("status", stock.status, {.doc = "Their status at the start.", .refers = Names::status});
  form("profile", stock.profile, {.doc = "What they are like, as for arrivals."});
  form("waiting_for", stock.waiting_for,
       {.doc = "The measure or screening service whose list they are on. Not together with `in`.",
        .refers = activity});
  form("in", stock.in,
       {.doc = "The measure they are in, holding its places. Not together with `waiting_for`.",
        .refers = Names::measure});
  form("elapsed", stock.elapsed,
       {.doc = "Time already spent on the list, in the measure, or in the status."});
  form("length_biased", stock.length_biased,
       {.doc = "For people in a measure: the elapsed time is as an observer finds it, longer stays "
               "being met more often."});
  form("assessed_by", stock.assessed_by,
       {.doc = "The screening service that has assessed them before the start, at some moment "
               "within the time for which its assessments count.",
        .refers = Names::screening});
  form("refer", stock.refer, {.doc = "Do the referral rules look at them?"});
  form("first_contact", stock.first_contact,
       {.doc = "Time from the start until they do; without it: the first day."});
}

template <class Form>
void describe(Form& form, DurationFactor& factor) {
  form("below", factor.below,
       {.doc = "Holds up to this duration. The last factor of the list has none: it holds from "
               "there on."});
  form("factor", factor.factor,
       {.doc = "Multiplies the hazard.", .required = true, .at_least = 0, .at_most = 1000});
}

template <class Form>
void describe(Form& form, GroupFactor& factor) {
  form("when", factor.when,
       {.doc = "Whom the factor is for: attributes, also latent ones, and age.", .required = true});
  form("factor", factor.factor,
       {.doc = "Multiplies the hazard.", .required = true, .at_least = 0, .at_most = 1000});
}

template <class Form>
void describe(Form& form, Destination& place) {
  form("to", place.to,
       {.doc = "A status, a measure, a screening service, or \"refer\" for the referral rules.",
        .required = true,
        .refers = destination,
        .or_word = "refer"});
  form("p", place.p,
       {.doc = "The share that goes there, or \"rest\": what the others leave. Shares add up to 1.",
        .required = true,
        .at_least = 0,
        .at_most = 1});
}

template <class Form>
void describe(Form& form, Exit& exit) {
  form("id", exit.id, {.doc = "Name of the way out.", .required = true});
  form("label", exit.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form(
      "kind", exit.kind,
      {.doc = "Which effects of measures touch it: lock-in, post effect and aftercare on finding a "
              "job, aftercare on losing one."});
  form("from", exit.from, {.doc = "The status it leads out of.", .refers = Names::status});
  form("to", exit.to,
       {.doc = "Where it leads: one name, or several with shares.",
        .required = true,
        .refers = destination,
        .or_word = "refer"});
  form("per_month", exit.per_month,
       {.doc = "Hazard a month: the rate at which it happens to those who are exposed to it. 0.05 "
               "means that about 5 % of them leave in a month.",
        .required = true,
        .at_least = 0,
        .at_most = 1000,
        .unit = "per month"});
  form("by_time_unemployed", exit.by_time_unemployed,
       {.doc = "Factors on the hazard by time unemployed, ascending."});
  form("by_time_in_status", exit.by_time_in_status,
       {.doc = "Factors on the hazard by time spent in the status `from` (tenure, for a job), "
               "ascending."});
  form("groups", exit.groups,
       {.doc = "Factors on the hazard for groups of people; all that apply to somebody multiply."});
  form("calibration", exit.calibration,
       {.doc = "Factor on the hazard over time: what is needed to meet observed totals.",
        .at_least = 0,
        .at_most = 1000});
  form("elasticity", exit.elasticity,
       {.doc = "Power to which the calibration factor is raised: how strongly a class of distance "
               "follows it. Without it: 1.",
        .at_least = -10,
        .at_most = 10});
  form("factor", exit.factor,
       {.doc = "Factor on the hazard over time that comes on top of the calibration, raised to no "
               "power: a recession, say.",
        .at_least = 0,
        .at_most = 1000});
}

template <class Form>
void describe(Form& form, Drift& drift) {
  form("from", drift.from,
       {.doc = "Class that somebody moves out of, to the next one.",
        .required = true,
        .refers = Names::distance_class});
  form("per_month", drift.per_month,
       {.doc = "Hazard a month while unemployed and in no measure.",
        .required = true,
        .at_least = 0,
        .at_most = 1000,
        .unit = "per month"});
  form("after", drift.after, {.doc = "It begins after this time unemployed."});
}

template <class Form>
void describe(Form& form, LabourMarket& market) {
  form("exits", market.exits,
       {.doc = "Ways out of statuses: jobs found and lost, sickness, recovery, and so on. A status "
               "without one is stayed in.",
        .defines = Names::exit});
  form("distance_drift", market.distance_drift,
       {.doc = "How the distance to the labour market grows."});
  form("spell_reset_days", market.spell_reset_days,
       {.doc = "A job that lasted fewer days does not end a spell of unemployment.",
        .at_least = 0,
        .at_most = 36500,
        .unit = "days",
        .whole = true});
}

template <class Form>
void describe(Form& form, Split& split) {
  form("by", split.by,
       {.doc = "Attribute whose values each get a part.",
        .required = true,
        .refers = Names::attribute});
  form("shares", split.shares,
       {.doc = "The share of each value; every value of the attribute is named.",
        .required = true,
        .at_least = 0,
        .at_most = 1,
        .keys = Names::attribute_value});
  form("pool_from", split.pool_from,
       {.doc = "Month and day (\"10-01\") of each year from which unused amounts are open to "
               "everybody; without it: never."});
}

template <class Form>
void describe(Form& form, ShareOf& share_of) {
  form("of", share_of.of,
       {.doc = "A status or a statute: its people are counted at the start of every year.",
        .required = true,
        .refers = Names::status | Names::statute});
  form("share", share_of.share,
       {.doc = "The share of them.", .required = true, .at_least = 0, .at_most = 10});
}

template <class Form>
void describe(Form& form, Resource& resource) {
  form("id", resource.id, {.doc = "Name of the resource.", .required = true});
  form("key", resource.key,
       {.doc = "Name under which it draws its luck, if not the id. Keep it when the id changes, "
               "and the same people have the same luck as before."});
  form("label", resource.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("kind", resource.kind,
       {.doc = "places (held, given back), contingent (one per start) or budget (euro).",
        .required = true});
  form("payer", resource.payer, {.doc = "Budgets: who pays, for the tables."});
  form("item", resource.item,
       {.doc =
            "Budgets: what the money is for, in the ledger (screening, guidance, premium, ...)."});
  form("unlimited", resource.unlimited,
       {.doc = "A budget without an amount: what is spent is counted, and nothing is limited."});
  form("level", resource.level,
       {.doc =
            "Places: how many there are, from the day the path says. A lower level drains: nobody "
            "is sent away, and nobody starts while it is exceeded. The amounts of a resource are "
            "given by exactly one of `level`, `per_year`, `per_quarter` and `per_month`.",
        .at_least = 0,
        .at_most = 1e9,
        .unit = amount_unit,
        .decimals = 3});
  form("per_year", resource.per_year,
       {.doc = "Amount of each calendar year; before the first entry the resource does not exist "
               "and limits nothing.",
        .at_least = 0,
        .at_most = 1e13,
        .unit = amount_unit,
        .decimals = 3});
  form("per_quarter", resource.per_quarter,
       {.doc = "Likewise, the amount of each calendar quarter.",
        .at_least = 0,
        .at_most = 1e13,
        .unit = amount_unit,
        .decimals = 3});
  form("per_month", resource.per_month,
       {.doc = "Likewise, the amount of each calendar month.",
        .at_least = 0,
        .at_most = 1e13,
        .unit = amount_unit,
        .decimals = 3});
  form("share_of", resource.share_of,
       {.doc = "Instead of an amount: a share of a stock of people, counted at the start of every "
               "year (exemptions as a share of those on a benefit)."});
  form("refill_after", resource.refill_after,
       {.doc = "Places only: how long a place stays empty that somebody has left, before it is "
               "offered again."});
  form("binding", resource.binding,
       {.doc = "Does a shortage stop a start? If not, it is only counted and reported."});
  form("release", resource.release,
       {.doc = "Contingents and budgets: does the amount of a period become available evenly by "
               "month (monthly) or at_once? Without it: monthly; at_once for money that is paid by "
               "the month."});
  form("release_shares", resource.release_shares,
       {.doc = "Instead of `release`: the share of the year that each month releases, twelve "
               "numbers that add up to 1.",
        .at_least = 0,
        .at_most = 1});
  form("carry_over", resource.carry_over,
       {.doc = "Contingents and budgets: how much of what is left goes to the next period.",
        .at_least = 0,
        .at_most = 1});
  form("given_back_on_early_end", resource.given_back_on_early_end,
       {.doc = "Money: is the unused part of a commitment given back when someone leaves early?"});
  form("used_at_start", resource.used_at_start,
       {.doc = "Contingents and budgets: what had been used at the start of the horizon of the "
               "period it lies in; without it: nothing.",
        .at_least = 0,
        .at_most = 1e13,
        .unit = amount_unit,
        .decimals = 3});
  form("split", resource.split,
       {.doc = "Division over regions or providers; without it everybody may use the whole."});
  form("serves_first", resource.serves_first,
       {.doc = "Measures and services in the order in which their lists are served where they "
               "share this resource; those not named come after them, together.",
        .refers = activity});
}

}  // namespace doorstroom::scenario
