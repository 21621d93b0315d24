// What the members of a scenario mean, and those of screening, referral and output.
#pragma once

#include "scenario/describe_benefits.hpp"
#include "scenario/describe_measures.hpp"

namespace doorstroom::scenario {

template <class Form>
void describe(Form& form, Misclassification& error) {
  form("one_class", error.one_class,
       {.doc = "Probability of seeing a neighbouring class, both sides together.",
        .required = true,
        .at_least = 0,
        .at_most = 1});
  form("two_classes", error.two_classes,
       {.doc = "Probability of seeing a class two off, both sides together; with `one_class` at "
               "most 1.",
        .at_least = 0,
        .at_most = 1});
  form("differs_by", error.differs_by,
       {.doc = "An attribute, such as the office, by which assessors differ; without it they are "
               "all alike.",
        .refers = Names::attribute});
  form("factors", error.factors,
       {.doc = "Factor on both probabilities for each value of that attribute; 1 where none is "
               "given.",
        .at_least = 0,
        .at_most = 1000,
        .keys = Names::attribute_value});
}

template <class Form>
void describe(Form& form, Screening& screening) {
  form("id", screening.id,
       {.doc = "Name of the service; also that of its waiting list.", .required = true});
  form("key", screening.key,
       {.doc = "Name under which people draw their luck in it, if not the id. Keep it when the id "
               "changes, and everybody lives the same life as before."});
  form("label", screening.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("needs", screening.needs, {.doc = "Resources it needs: its desks or hours, its money."});
  form("duration", screening.duration, {.doc = "How long it takes.", .required = true});
  form("waiting_list", screening.waiting_list, {.doc = "How people wait for it."});
  form("sees", screening.sees,
       {.doc = "The latent attributes it assesses, and how often it errs.",
        .keys = Names::attribute});
  form("valid_for", screening.valid_for,
       {.doc = "How long the assessment counts; after that the person is screened again and keeps "
               "their place on a list. Without it: for good."});
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
       {.doc = "If it is longer: wait all the same (wait), take the next measure of the rule "
               "(next), or remain in basic services (stay)."});
}

template <class Form>
void describe(Form& form, ReferralChoice& choice) {
  form("to", choice.to,
       {.doc = "A measure, a screening service, or \"stay\" in basic services.",
        .required = true,
        .refers = activity,
        .or_word = "stay"});
  form("share", choice.share,
       {.doc = "Share of those the rule holds for, or \"rest\": what the others leave. A ranked "
               "list has none.",
        .at_least = 0,
        .at_most = 1});
}

template <class Form>
void describe(Form& form, ReferralRule& rule) {
  form("id", rule.id, {.doc = "Name of the rule.", .required = true});
  form("label", rule.label,
       {.doc = "How it is called in results, in Dutch and English; without it: its id."});
  form("when", rule.when,
       {.doc = "Whom it holds for, by what is registered or assessed; without it: everybody whom "
               "no rule before it took."});
  form("refer_to", rule.refer_to,
       {.doc = "Where to: one name, or several with shares or in order of preference.",
        .required = true,
        .refers = activity,
        .or_word = "stay"});
  form("choose", rule.choose,
       {.doc = "With several: one is drawn by its share (by_share), or the first is taken that "
               "takes people (in_order)."});
  form("if_list_too_long", rule.if_list_too_long,
       {.doc = "What happens when the list is long; without it: people wait."});
}

template <class Form>
void describe(Form& form, Observed& observed) {
  form("indicator", observed.indicator,
       {.doc = "The indicator, as in `tables/series.csv`.", .required = true});
  form("subject", observed.subject,
       {.doc = "What it is about, as in `tables/series.csv`: a measure, status or resource.",
        .required = true});
  form("values", observed.values,
       {.doc = "The figure by date, each the last day of a month.",
        .required = true,
        .keyed_by = "date"});
}

template <class Form>
void describe(Form& form, Carousel& carousel) {
  form("durable_job_months", carousel.durable_job_months,
       {.doc = "A job of so many months is durable: who comes back after one begins anew. The "
               "figures are given with a year as well.",
        .at_least = 1,
        .at_most = 120});
  form("window_months", carousel.window_months,
       {.doc = "Who comes back within so many months after the end of a measure may be in a cycle. "
               "The figures are given with five years as well.",
        .at_least = 1,
        .at_most = 120});
  form(
      "profile", carousel.profile,
      {.doc = "Attributes at entry by which `tables/risk.csv` tells who goes round: at most three, "
              "with at most 64 combinations of their values. Without it that table is empty.",
       .refers = Names::attribute});
}

template <class Form>
void describe(Form& form, Output& output) {
  form("breakdowns", output.breakdowns,
       {.doc = "For each indicator the attributes by which it is broken down.",
        .refers = Names::attribute,
        .keyed_by = "indicator"});
  form("observed", output.observed, {.doc = "Observed figures, drawn beside the projection."});
  form("equity", output.equity,
       {.doc = "Attributes by whose groups need, joining and starting are compared.",
        .refers = Names::attribute});
  form("carousel", output.carousel,
       {.doc = "What counts as a cycle in `tables/carousel.csv`, and for whom the risk is told."});
}

template <class Form>
void describe(Form& form, Scenario& scenario) {
  form("name", scenario.name,
       {.doc = "Short name: a letter, then letters, digits, `-` and `_`. Results go to "
               "`output/<name>/`.",
        .required = true});
  form("title", scenario.title, {.doc = "Title for readers; without it: the name."});
  form("description", scenario.description,
       {.doc = "What it is about, for readers of the report."});
  form("horizon", scenario.horizon, {.doc = "The days that are simulated.", .required = true});
  form("seed", scenario.seed,
       {.doc = "Where all chance begins. Scenarios with the same seed have the same people with "
               "the same luck."});
  form("replications", scenario.replications,
       {.doc = "How often it is simulated, each time with other luck.",
        .at_least = 1,
        .at_most = 100000});
  form("scale", scenario.scale,
       {.doc = "Share of the people that is simulated, with as large a share of places, starts and "
               "money: 0.1 for a quick look at a large scenario. Results are given at full size, "
               "but chance counts for more.",
        .at_least = smallest_scale,
        .at_most = 1});
  form("distance_classes", scenario.distance_classes,
       {.doc = "Classes of distance to the labour market, nearest first. Without it: small, "
               "medium, large, very_large, unbridgeable."});
  form("attributes", scenario.attributes,
       {.doc = "Attributes of people, besides their distance and age.",
        .defines = Names::attribute});
  form("statuses", scenario.statuses,
       {.doc = "Statuses besides the usual ones.", .defines = Names::status});
  form("benefits", scenario.benefits,
       {.doc = "What people live on; without it nothing is said about that."});
  form(
      "labour_market", scenario.labour_market,
      {.doc =
           "What happens outside measures: jobs found and lost, sickness, a distance that grows."});
  form("arrivals", scenario.arrivals,
       {.doc = "Streams of people who come in. There are arrivals or stock.",
        .defines = Names::stream});
  form("stock", scenario.stock,
       {.doc = "Groups of people who are there at the start.", .defines = Names::stock});
  form("resources", scenario.resources,
       {.doc = "What limits starts: places, contingents and budgets. Nothing else does.",
        .defines = Names::resource});
  form("screening", scenario.screening,
       {.doc = "Screening services.", .defines = Names::screening});
  form("referral", scenario.referral,
       {.doc = "Who is referred where: the first rule that holds decides. Who meets none stays in "
               "basic services.",
        .defines = Names::rule});
  form("measures", scenario.measures, {.doc = "The measures.", .defines = Names::measure});
  form("output", scenario.output, {.doc = "What is reported besides the usual tables."});
}

}  // namespace doorstroom::scenario
