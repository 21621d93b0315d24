// What the members of `benefits` mean.
#pragma once

#include "scenario/describe.hpp"

namespace doorstroom::scenario {

template <class Form>
void describe(Form& form, Statute& statute) {
  form("id", statute.id, {.doc = "Name of the statute.", .required = true});
  form("label", statute.label, {.doc = "What readers see."});
  form("payer", statute.payer, {.doc = "Who pays it."});
  form("per_month", statute.per_month,
       {.doc = "Euro a month for each person; without it nothing is counted.",
        .at_least = 0,
        .at_most = 1e6,
        .unit = "euro per month",
        .decimals = 2});
  form("degressive", statute.degressive,
       {.doc = "Factors on the amount by time on the statute, ascending."});
}

template <class Form>
void describe(Form& form, DaysWorked& needed) {
  form("below_age", needed.below_age,
       {.doc = "For people younger than this; the last one has none.",
        .at_least = 0,
        .at_most = 120,
        .unit = "years"});
  form("days", needed.days,
       {.doc = "Days worked that give the right.",
        .required = true,
        .at_least = 1,
        .at_most = 10000,
        .unit = "days",
        .whole = true});
  form("within", needed.within,
       {.doc = "The period before the day on which work ends.", .required = true});
}

template <class Form>
void describe(Form& form, WorkRight& right) {
  form("to", right.to,
       {.doc = "The statute to which work gives a right.",
        .required = true,
        .refers = Names::statute});
  form("needs", right.needs, {.doc = "Days worked, by age, ascending.", .required = true});
  form("days_per_month", right.days_per_month,
       {.doc = "Days that count for a month worked: 26 in a week of six days.",
        .at_least = 1,
        .at_most = 31,
        .unit = "days per month"});
}

template <class Form>
void describe(Form& form, LimitStep& step) {
  form("from", step.from, {.doc = "The day from which this step holds.", .required = true});
  form("after", step.after,
       {.doc = "How long somebody may be unemployed before the right ends.", .required = true});
}

template <class Form>
void describe(Form& form, AfterLimit& after) {
  form("to", after.to,
       {.doc = "A statute, or a status.",
        .required = true,
        .refers = Names::statute | Names::status});
  form("p", after.p, {.doc = "Share, or \"rest\".", .required = true, .at_least = 0, .at_most = 1});
}

template <class Form>
void describe(Form& form, BenefitLimit& limit) {
  form("steps", limit.steps,
       {.doc = "From which day after how long; each holds besides those before it.",
        .required = true});
  form("except", limit.except, {.doc = "Whom it spares (attributes and age)."});
  form("then", limit.then,
       {.doc = "Where those go whose right ends: to a statute, or to a status.", .required = true});
}

template <class Form>
void describe(Form& form, Benefits& benefits) {
  form("statutes", benefits.statutes,
       {.doc = "What people can live on. The first one is what is assumed of people of whom "
               "nothing is said. It is their attribute `benefit`.",
        .defines = Names::statute});
  form("right", benefits.right, {.doc = "The statute to which work gives a right."});
  form("limit", benefits.limit, {.doc = "That right lasts only so long."});
}

}  // namespace doorstroom::scenario
