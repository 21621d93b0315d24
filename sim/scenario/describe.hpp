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
  form("end", horizon.end, {.doc = "The day after the last one.", .required = true});
}

template <class Form>
void describe(Form& form, Attribute& attribute) {
  form("id", attribute.id, {.doc = "Name of the attribute.", .required = true});
  form("label", attribute.label, {.doc = "What readers see."});
  form("values", attribute.values, {.doc = "Its values, in order.", .required = true});
  form("latent", attribute.latent,
       {.doc = "Nobody in the simulated system sees it; a screening assesses it, with error. Rules "
               "use `assessed_<id>`."});
  form("registered", attribute.registered,
       {.doc = "Is it registered? Rules may use only what is registered or assessed."});
  form("shares", attribute.shares,
       {.doc = "Shares of its values where a stream or stock group gives none."});
}

template <class Form>
void describe(Form& form, Status& status) {
  form("id", status.id, {.doc = "Name of the status.", .required = true});
  form("label", status.label, {.doc = "What readers see."});
  form("registered", status.registered,
       {.doc = "Is someone with this status a registered jobseeker? Who is not leaves the lists."});
  form("paid_work", status.paid_work, {.doc = "Is it paid work, and in which economy?"});
  form("unemployment", status.unemployment,
       {.doc = "The clock of unemployment: runs, frozen (goes on afterwards), or stopped (starts "
               "anew, unless the stay was shorter than `spell_reset_days`)."});
}

template <class Form>
void describe(Form& form, Profile& profile) {
  form("attributes", profile.attributes,
       {.doc = "Shares of the values of each attribute.", .keys = Names::attribute});
  form("margins", profile.margins,
       {.doc = "Tables of shares or people over attributes, bands of age and bands of time "
               "unemployed, which hold at once."});
  form("age", profile.age, {.doc = "Age."});
  form("unemployed_for", profile.unemployed_for, {.doc = "Time already unemployed."});
}

template <class Form>
void describe(Form& form, Arrivals& arrivals) {
  form("id", arrivals.id, {.doc = "Name of the stream.", .required = true});
  form("key", arrivals.key,
       {.doc = "Name under which its people draw their luck, if not the id: keep it when the id "
               "changes, and everybody stays who they are."});
  form("label", arrivals.label, {.doc = "What readers see."});
  form(
      "per_year", arrivals.per_year,
      {.doc = "People a year.", .required = true, .at_least = 0, .at_most = 1e9, .unit = "people"});
  form("factor", arrivals.factor,
       {.doc = "Multiplies the people a year over time.", .at_least = 0, .at_most = 1000});
  form("seasonality", arrivals.seasonality,
       {.doc = "Factor for a month (jan ... dec); the twelve must average 1.",
        .at_least = 0,
        .at_most = 12});
  form("variation", arrivals.variation,
       {.doc = "Do the daily numbers vary by chance (poisson) or not at all (even)?"});
  form("status", arrivals.status, {.doc = "Status on entry.", .refers = Names::status});
  form("people", arrivals.people, {.doc = "What these people are like."});
  form("refer_to", arrivals.refer_to,
       {.doc = "The measure or screening service they go to; without it the referral rules decide.",
        .refers = activity});
  form("first_contact", arrivals.first_contact, {.doc = "Time until they are first seen."});
}

template <class Form>
void describe(Form& form, Stock& stock) {
  form("id", stock.id, {.doc = "Name of the group.", .required = true});
  form("key", stock.key, {.doc = "As for arrivals."});
  form("label", stock.label, {.doc = "What readers see."});
  form("people", stock.people,
       {.doc = "Number of people.",
        .required = true,
        .at_least = 0,
        .at_most = 2e8,
        .unit = "people",
        .whole = true});
  form("status", stock.status, {.doc = "Their status.", .refers = Names::status});
  form("profile", stock.profile, {.doc = "What they are like."});
  form("waiting_for", stock.waiting_for,
       {.doc = "The measure or service they wait for.", .refers = activity});
  form("in", stock.in, {.doc = "The measure they are in.", .refers = Names::measure});
  form("elapsed", stock.elapsed,
       {.doc = "Time already spent waiting, in the measure or in the status."});
  form("length_biased", stock.length_biased,
       {.doc = "For people in a measure: the elapsed time is as an observer finds it, longer stays "
               "being met more often."});
  form("refer", stock.refer, {.doc = "Do the referral rules look at them?"});
  form("first_contact", stock.first_contact,
       {.doc = "Time from the start until they do; without it: the first day."});
}

template <class Form>
void describe(Form& form, DurationFactor& factor) {
  form("below", factor.below, {.doc = "Up to this duration; the last one has none."});
  form("factor", factor.factor,
       {.doc = "Multiplies the hazard.", .required = true, .at_least = 0, .at_most = 1000});
}

template <class Form>
void describe(Form& form, GroupFactor& factor) {
  form("when", factor.when, {.doc = "For whom.", .required = true});
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
  form("p", place.p, {.doc = "Share, or \"rest\".", .required = true, .at_least = 0, .at_most = 1});
}

template <class Form>
void describe(Form& form, Exit& exit) {
  form("id", exit.id, {.doc = "Name of the way out.", .required = true});
  form("label", exit.label, {.doc = "What readers see."});
  form(
      "kind", exit.kind,
      {.doc = "Which effects of measures touch it: lock-in, post effect and aftercare on finding a "
              "job, aftercare on losing one."});
  form("from", exit.from, {.doc = "The status it leaves.", .refers = Names::status});
  form("to", exit.to,
       {.doc = "Where it leads: one name, or several with shares.",
        .required = true,
        .refers = destination,
        .or_word = "refer"});
  form("per_month", exit.per_month,
       {.doc = "Hazard a month.",
        .required = true,
        .at_least = 0,
        .at_most = 1000,
        .unit = "per month"});
  form("by_time_unemployed", exit.by_time_unemployed,
       {.doc = "Factors by time unemployed, ascending."});
  form("by_time_in_status", exit.by_time_in_status,
       {.doc = "Factors by time in the status (tenure), ascending."});
  form("groups", exit.groups, {.doc = "Factors for groups; all that apply multiply."});
  form("calibration", exit.calibration,
       {.doc = "Factor over time: a residual that makes the model meet observed totals.",
        .at_least = 0,
        .at_most = 1000});
  form("elasticity", exit.elasticity,
       {.doc = "Power to which the calibration factor is raised.", .at_least = -10, .at_most = 10});
  form("factor", exit.factor,
       {.doc = "Factor over time that comes on top, raised to no power: a recession, say.",
        .at_least = 0,
        .at_most = 1000});
}

template <class Form>
void describe(Form& form, Drift& drift) {
  form("from", drift.from,
       {.doc = "Class that someone moves out of, to the next one.",
        .required = true,
        .refers = Names::distance_class});
  form("per_month", drift.per_month,
       {.doc = "Hazard a month while unemployed and in no measure.",
        .required = true,
        .at_least = 0,
        .at_most = 1000,
        .unit = "per month"});
  form("after", drift.after, {.doc = "Time unemployed before it begins."});
}

template <class Form>
void describe(Form& form, LabourMarket& market) {
  form("exits", market.exits,
       {.doc = "Ways out of statuses: jobs found and lost, sickness, ...", .defines = Names::exit});
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
       {.doc = "Share of each value.",
        .required = true,
        .at_least = 0,
        .at_most = 1,
        .keys = Names::attribute_value});
  form("pool_from", split.pool_from,
       {.doc = "Month and day (\"10-01\") from which unused amounts are open to everybody."});
}

template <class Form>
void describe(Form& form, Resource& resource) {
  form("id", resource.id, {.doc = "Name of the resource.", .required = true});
  form("key", resource.key, {.doc = "As for arrivals."});
  form("label", resource.label, {.doc = "What readers see."});
  form("kind", resource.kind,
       {.doc = "places (held, given back), contingent (one per start) or budget (euro).",
        .required = true});
  form("payer", resource.payer, {.doc = "Who pays, for a budget."});
  form("level", resource.level,
       {.doc = "Places: how many there are.",
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
       {.doc = "Likewise, for each quarter.",
        .at_least = 0,
        .at_most = 1e13,
        .unit = amount_unit,
        .decimals = 3});
  form("per_month", resource.per_month,
       {.doc = "Likewise, for each month.",
        .at_least = 0,
        .at_most = 1e13,
        .unit = amount_unit,
        .decimals = 3});
  form("binding", resource.binding,
       {.doc = "Does a shortage stop a start? If not it is only counted."});
  form("release", resource.release,
       {.doc = "How the amount of a period becomes available: monthly (evenly) or at_once."});
  form("release_shares", resource.release_shares,
       {.doc = "Share of the year released each month, instead of `release`: twelve numbers.",
        .at_least = 0,
        .at_most = 1});
  form("carry_over", resource.carry_over,
       {.doc = "What is left goes to the next period: none, full, or a share.",
        .at_least = 0,
        .at_most = 1});
  form("given_back_on_early_end", resource.given_back_on_early_end,
       {.doc = "Money: is the unused part of a commitment given back when someone leaves early?"});
  form("used_at_start", resource.used_at_start,
       {.doc = "Used already in the period in which the horizon begins.",
        .at_least = 0,
        .at_most = 1e13,
        .unit = amount_unit,
        .decimals = 3});
  form("split", resource.split, {.doc = "Division over regions or providers."});
  form("serves_first", resource.serves_first,
       {.doc = "Measures in the order in which their lists are served where they share this.",
        .refers = activity});
}

}  // namespace doorstroom::scenario
