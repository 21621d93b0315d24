// The chapters of the reference on the objects of a scenario.
#include <vector>

#include "scenario/reference_texts.hpp"

namespace doorstroom::scenario {

namespace {

constexpr ReferenceSection sections[] = {
    {2, "A small scenario", "",
     R"(Three places to go: a screening tells how far people are from the labour market; those far from it are guided, the others follow a workshop. The examples on this page are pieces that may stand in this scenario.

```json file=example.json
{
  "name": "example",
  "title": { "nl": "Een voorbeeld", "en": "An example" },
  "horizon": { "start": "2025-01-01", "end": "2030-01-01" },

  "attributes": [
    { "id": "region", "values": ["north", "south"], "shares": { "north": 0.4, "south": "rest" } },
    { "id": "mmpp", "values": ["no", "yes"], "shares": { "no": 0.7, "yes": "rest" } }
  ],

  "labour_market": {
    "exits": [
      { "id": "job_finding", "kind": "job_finding", "to": "job_nec", "per_month": 0.03 },
      { "id": "job_loss", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.02 }
    ]
  },

  "arrivals": [
    {
      "id": "jobseekers", "per_year": 1000,
      "people": {
        "attributes": { "distance": { "medium": 0.6, "large": "rest" } },
        "age": { "uniform": ["18 years", "60 years"] },
        "unemployed_for": { "gamma": { "mean": "10 months", "sd": "8 months" } }
      }
    }
  ],

  "resources": [
    { "id": "posts", "kind": "places", "level": 200 },
    { "id": "contingent", "kind": "contingent", "per_year": 600 },
    { "id": "budget", "kind": "budget", "payer": "work", "per_year": 1500000 }
  ],

  "screening": [
    { "id": "checklist", "duration": "1 week", "sees": { "distance": { "one_class": 0.2 } } }
  ],

  "referral": [
    { "id": "unseen", "when": { "assessed_distance": "unknown" }, "refer_to": "checklist" },
    { "id": "far", "when": { "assessed_distance": ["large", "very_large"] }, "refer_to": "guidance" },
    { "id": "others", "refer_to": "workshop" }
  ],

  "measures": [
    {
      "id": "guidance",
      "needs": [ { "resource": "contingent" }, { "resource": "budget", "amount": 2500 } ],
      "waiting_list": { "leave_after": { "exponential": { "mean": "24 months" } } },
      "phases": [
        { "id": "preparation", "duration": "3 months" },
        { "id": "internship", "duration": "3 months", "needs": [ { "resource": "posts" } ] }
      ],
      "afterwards": [ { "to": "job_nec", "p": 0.3 }, { "to": "unemployed", "p": "rest" } ]
    },
    { "id": "workshop", "phases": [ { "id": "course", "duration": "6 weeks" } ], "afterwards": "unemployed" }
  ]
}
```)"},
    {2, "The file", "scenario",
     R"(A file is an object with these keys, in any order. Besides, it may have `extends` and `include` (see [files that build on others](#files-that-build-on-others)) and `$schema`, for editors. A dash under *default*: nothing, or what the meaning says.)"},
    {3, "Horizon", "horizon", ""},
    {2, "People", "",
     R"(People come in through streams of arrivals, or are there from the start. Each is drawn as one person, with attributes, an age and a history.)"},
    {3, "Attributes", "attribute",
     R"(A property of people with a few named values, drawn when they enter. The distance to the labour market is the attribute `distance`: it need not be declared, is latent, and has the classes of `distance_classes`. Age is not an attribute but a fact; every person whose age is given has one.

```json at=/attributes/-
{ "id": "learning_potential", "values": ["low", "high"], "latent": true, "shares": { "low": 0.3, "high": "rest" } }
```)"},
    {3, "Arrivals", "arrivals", R"(A stream of people who come in day by day.

```json at=/arrivals/-
{
  "id": "ocmw_clients", "label": { "nl": "OCMW-cliënten", "en": "OCMW clients" },
  "per_year": { "2025": 300, "2027": 350, "growth": 0.02 },
  "seasonality": { "jan": 1.2, "jul": 0.8 },
  "people": { "attributes": { "distance": { "large": 0.4, "very_large": "rest" } }, "age": "35 years" },
  "refer_to": "checklist"
}
```)"},
    {3, "Profiles", "profile", "What the people of a stream or of a group of the stock are like."},
    {3, "Stock groups", "stock",
     R"(A group of people who are there when the simulation begins: on a waiting list, in a measure, or with a status.

```json at=/stock
[
  {
    "id": "waiting_at_start", "people": 250,
    "profile": { "attributes": { "distance": { "large": 1 } }, "age": "40 years", "unemployed_for": "2 years" },
    "waiting_for": "guidance", "elapsed": { "uniform": ["0 months", "9 months"] }
  },
  {
    "id": "guided_at_start", "people": 180,
    "profile": { "attributes": { "distance": { "large": 1 } }, "age": "40 years" },
    "in": "guidance", "length_biased": true
  }
]
```)"},
    {2, "Labour market", "",
     R"(What happens to people outside measures: the status they have, and the ways out of it.)"},
    {3, "Statuses", "status",
     R"(Where somebody stands in the labour market. These are always there; `unemployed` is what people fall back to, and `out` is final.

{statuses}

Others may be added, or one of these defined anew.

```json at=/statuses
[ { "id": "self_employed", "label": "self-employed", "paid_work": "nec" } ]
```)"},
    {3, "The labour market", "labour_market", ""},
    {3, "Ways out of a status", "exit",
     R"(A way out of a status has a hazard: the rate at which it happens to those exposed to it. The hazard of somebody is `per_month` times every factor that holds for them. Whoever leaves a status for a measure or for the rules is unemployed.

```json at=/labour_market/exits/-
{
  "id": "sickness", "to": "sick",
  "per_month": { "value": 0.004, "status": "assumption" },
  "by_time_unemployed": [ { "below": "12 months", "factor": 1 }, { "factor": 1.5 } ],
  "groups": [ { "when": { "mmpp": "yes" }, "factor": 2 } ]
}
```)"},
    {3, "Factors by duration", "duration_factor", ""},
    {3, "Factors for groups", "group_factor", ""},
    {3, "Destinations", "destination",
     R"(Where people go: one name that takes everybody (`"to": "job_nec"`), or a list with [shares](#shares). A registered status asks the referral rules, where there are any; `refer` does so without changing the status.

```json at=/measures/0/after_drop_out
[ { "to": "inactive", "p": 0.2 }, { "to": "refer", "p": "rest" } ]
```)"},
    {3, "Drifts of the distance", "drift",
     R"(People who are unemployed and in no measure drift away from the labour market, a class at a time.

```json at=/labour_market/distance_drift
[ { "from": "small", "per_month": 0.02, "after": "6 months" }, { "from": "medium", "per_month": 0.01 } ]
```)"},
    {2, "What limits", "", R"(Resources are the only thing that limits starts.)"},
    {3, "Resources", "resource",
     R"(There are three kinds. *Places* are held from start to end and then given back. A *contingent* gives one unit (or the amount needed) for each start and is renewed each year, quarter or month. A *budget* is euro, renewed likewise.

```json at=/resources/-
{ "id": "desks", "kind": "places", "level": { "2025": 40, "2027": 55 }, "split": { "by": "region", "shares": { "north": 0.5, "south": "rest" } } }
```

```json at=/resources/-
{ "id": "trajectories", "kind": "contingent", "per_year": { "2025": 1320, "2026": 1100 }, "release": "monthly", "carry_over": 0.5 }
```

```json at=/resources/-
{ "id": "welfare", "kind": "budget", "payer": "welfare", "per_year": { "2025": 1430000, "growth": "2 % a year" }, "binding": false }
```)"},
    {3, "Shares of a stock", "share_of", R"(```json at=/resources/1
{ "id": "contingent", "kind": "contingent", "share_of": { "of": "unemployed", "share": 0.12 } }
```)"},
    {3, "Splits", "split",
     R"(Divides a resource over the values of a registered attribute, such as a region or a provider: each person uses the part of their own value.)"},
    {3, "Needs", "need", R"(What somebody takes of a resource.

```json at=/measures/1/needs
[ { "resource": "posts", "amount": 0.5 }, { "resource": "budget", "amount": { "2025": 400, "2027": 425 } } ]
```)"},
    {2, "What people go through", "", ""},
    {3, "Measures", "measure",
     R"(A measure is a sequence of phases with a waiting list in front and an outcome behind. Most keys may be left out; [the small scenario](#a-small-scenario) has a short measure and a longer one.)"},
    {3, "Phases", "phase", R"(```json at=/measures/0/phases/0
{
  "id": "preparation", "duration": { "gamma": { "mean": "4 months", "sd": "1 month" } },
  "drop_out": { "share": 0.15 },
  "gap": { "duration": "2 weeks", "drop_out": { "per_month": 0.05 } },
  "decision": [ { "to": "workshop", "p": 0.1 } ]
}
```)"},
    {3, "Gaps", "gap", ""},
    {3, "Drop-out", "drop_out",
     "Either a hazard or a share. Outside the suited classes of distance it is multiplied (see "
     "[misfit](#misfit))."},
    {3, "Periods in which a measure is open", "open_period", R"(```json at=/measures/0/open
[ { "until": "2027-07-01" }, { "from": "2028-01-01" } ]
```)"},
    {3, "Closing", "closing", ""},
    {3, "Approval", "approval",
     "Consent of somebody else, such as the sickness insurance, before joining the list."},
    {3, "Extension", "extension", ""},
    {3, "Cumulated limits", "cumulated_limit", R"(```json at=/measures/0/cumulated
[ { "over": ["internship"], "at_most": "6 months" } ]
```)"},
    {3, "Post effect", "post_effect", ""},
    {3, "Aftercare", "aftercare", R"(```json at=/measures/0/aftercare
{ "duration": "6 months", "job_loss_factor": 0.8, "needs": [ { "resource": "posts", "amount": 0.1 } ] }
```)"},
    {3, "Misfit", "misfit",
     R"(Somebody whose true distance is not among the `suited` classes is so many classes away from the nearest one; the factors apply once for each of them.)"},
    {3, "Changes of counsellor", "counsellor_change", ""},
    {2, "What people live on", "benefits",
     R"(A person lives on one statute at a time: a benefit, a wage, or nothing. It is their attribute `benefit`, so streams, groups, rules and breakdowns can name it; what is said of it when they enter is what they fall back to, or the right they have. A status says which statute its people have, or `right`. Nothing is paid event by event: the table `ledger` adds up days.

```json at=/benefits
{
  "statutes": [
    { "id": "none" },
    { "id": "unemployment_benefit", "payer": "rva", "per_month": { "2025": 1400, "growth": "2 % a year" },
      "degressive": [ { "below": "12 months", "factor": 1 }, { "factor": 0.6 } ] },
    { "id": "living_wage", "payer": "ocmw", "per_month": 1200 },
    { "id": "wage" }
  ],
  "right": { "to": "unemployment_benefit", "needs": [ { "days": 312, "within": "21 months" } ] },
  "limit": { "steps": [ { "from": "2026-01-01", "after": "24 months" } ],
             "then": [ { "to": "living_wage", "p": 0.3 }, { "to": "none", "p": "rest" } ] }
}
```)"},
    {3, "Statutes", "statute", ""},
    {3, "Work that gives a right", "work_right",
     R"(When work ends (a job, or a measure that `counts_as_work`), the days worked in the period before are added up. If they suffice, the person has the right from then on, the benefit begins at its highest, and the days are used up. At most four stretches of work are remembered.)"},
    {3, "Days worked", "days_worked", ""},
    {3, "Limits in time", "benefit_limit", ""},
    {3, "Steps of a limit", "limit_step", ""},
    {3, "After a limit", "after_limit", ""},
    {2, "How people wait", "", ""},
    {3, "Waiting lists", "waiting_list",
     R"(Every measure and screening service has one; for what a later phase needs there is one more.

```json at=/measures/0/waiting_list
{
  "leave_after": { "exponential": { "mean": "24 months" } },
  "max_wait": { "after": "3 years", "then": "refer" },
  "priority": [ { "id": "long", "when": { "months_unemployed": { "min": 24 } } } ],
  "accept_probability": 0.9, "refer_again_after_refusal": "3 months"
}
```)"},
    {3, "Priority classes", "priority_class", ""},
    {3, "Longest waits", "maximum_wait", ""},
    {3, "Employers who choose", "employer_choice",
     R"(Some places go to whom the employer prefers among all who wait. How much somebody is liked is drawn once; the weights say how much more often people of one class come first than those of another.

```json at=/measures/0/waiting_list
{ "employer_choice": { "share": 0.3, "preference": { "by_distance": { "small": 4, "medium": 3, "large": 2, "very_large": 1, "unbridgeable": 1 } } } }
```)"},
    {2, "Who goes where", "", ""},
    {3, "Screening services", "screening",
     R"(A screening service assesses latent attributes, with error. It has a waiting list and needs resources, like a measure. What it sees of an attribute is known to the rules as `assessed_<attribute>`.

```json at=/screening/0
{
  "id": "checklist", "duration": { "uniform": ["3 days", "2 weeks"] },
  "needs": [ { "resource": "posts", "amount": 0.1 } ],
  "sees": { "distance": { "one_class": 0.2, "two_classes": 0.02 } },
  "valid_for": "2 years"
}
```)"},
    {3, "Errors of screening", "misclassification", ""},
    {3, "Referral rules", "referral_rule",
     R"(Rules are asked in order; the first one that holds decides. They are asked when people come in, after screening, after a measure, after a refusal or the longest wait, when a measure opens or closes, and when somebody reaches an age or duration that a rule names.

```json at=/referral/1
{
  "id": "far", "when": { "assessed_distance": ["large", "very_large"], "age": { "below": 55 } },
  "refer_to": [ { "to": "guidance", "share": 0.8 }, { "to": "workshop", "share": "rest" } ],
  "if_list_too_long": { "months": 12, "then": "next" }
}
```

```json at=/referral/1
{ "id": "far", "when": { "assessed_distance": "large" }, "refer_to": ["guidance", "workshop", "stay"], "choose": "in_order" }
```)"},
    {3, "Choices of a rule", "referral_choice", ""},
    {3, "Long lists", "list_too_long", ""},
    {2, "Results", "", ""},
    {3, "Output", "output", R"(```json at=/output
{
  "breakdowns": { "waiting": ["region"], "starts": ["region", "mmpp"] },
  "equity": ["region"],
  "carousel": { "durable_job_months": 12, "window_months": 24, "by": ["region"], "alike": ["distance", "mmpp"] },
  "observed": [ { "indicator": "starts", "subject": "guidance", "values": { "2025-12-31": 48 } } ]
}
```)"},
    {3, "Observed figures", "observed", ""},
    {3, "Carousel", "carousel",
     R"(A cycle is: a measure of line 2 or 3, then unemployment or the OCMW, then a measure of the same or a lower `rung` again, without a durable job in between. [The data dictionary](../../output/README.md) has it in full.)"},
    {3, "Indicators", "",
     R"(What may be broken down by attributes, and observed. [The data dictionary](../../output/README.md) says what each of them counts.

{indicators})"},
};

}  // namespace

std::span<const ReferenceSection> chapters_on_keys() {
  return sections;
}

std::span<const ReferenceSection> reference_sections() {
  static const std::vector<ReferenceSection> all = [] {
    std::vector<ReferenceSection> joined;
    for (const auto chapters : {chapters_on_keys(), chapters_on_values()}) {
      joined.insert(joined.end(), chapters.begin(), chapters.end());
    }
    return joined;
  }();
  return all;
}

}  // namespace doorstroom::scenario
