// The chapters of the reference on values and files.
#include "scenario/reference_texts.hpp"

namespace doorstroom::scenario {

namespace {

constexpr ReferenceSection sections[] = {
    {2, "Values", "",
     R"(How numbers, times, shares and conditions are written. Every example may stand in [the small scenario](#a-small-scenario) above.)"},
    {3, "Names", "",
     R"(Things are known by their `id`: a letter a to z, then letters, digits, `_` or `-`, 80 at most. Names of one kind differ in more than capitals, `-` and `_`; statuses, measures and screening services share one set of names. `refer` and `stay` have meanings of their own.

Arrivals, stock, measures and screening services draw their luck under their id. To rename one without changing anybody's life, keep the old name as its `key`.)"},
    {3, "Texts for readers", "", R"(A text, or one in each language.

```json at=/measures/0/label
{ "nl": "Begeleiding", "en": "Guidance" }
```)"},
    {3, "Dates", "", R"(`"2025-01-31"`: year, month, day. Years begin on 1 January.)"},
    {3, "Numbers", "", R"(Plainly, with a point for decimals and nothing between thousands:

```json at=/arrivals/0/per_year
1320
```

or with where it comes from:

```json at=/arrivals/0/per_year
{ "value": 1320, "range": [1100, 1500], "status": "cited", "source": "SERV 2017, 2.1" }
```

| key | value | meaning |
|---|---|---|
| `value` | the number | **required** |
| `range` | `[low, high]` | A 90 % interval around the value, in its unit. |
| `range_factor` | `[low, high]` | The same as factors of the value: `[0.8, 1.2]` is 20 % less to 20 % more. Instead of `range`. |
| `status` | `cited`, `public`, `derived` or `assumption` | Stands in a source document; comes from a public source; follows from such numbers by arithmetic; or was chosen by the modeller. The first three need a `source`. The report says how much of a result rests on which. |
| `source` | text | Where it can be looked up. |
| `group` | text | Numbers of one group are uncertain together: they move up and down as one. |
| `note` | text | Anything else. |
| `unit` | text | May be given to be on the safe side; must then be the unit of the number (`euro`, `people`, `per month`, ...). |

`status`, `source`, `group`, `note` and `range_factor` may also stand beside the entries of a path, a table by distance, shares or a distribution: they hold for each entry that says nothing itself.

```json at=/labour_market/exits/0/per_month
{
  "by_distance": { "small": 0.12, "medium": 0.06, "large": 0.03, "very_large": 0.015, "unbridgeable": 0.004 },
  "range_factor": [0.8, 1.25], "status": "assumption", "source": "round figures"
}
```)"},
    {3, "Tables by distance", "",
     R"(Where it says *for each distance*, one value for everybody, or one for each class of distance to the labour market; every class is named. The classes are those of `distance_classes` (if there are none: small, medium, large, very_large, unbridgeable), and the true class counts, not the assessed one.

```json at=/measures/0/lock_in
{ "by_distance": { "small": 0.4, "medium": 0.5, "large": 0.6, "very_large": 0.7, "unbridgeable": 1 } }
```)"},
    {3, "Spans of time", "",
     R"(A number and days, weeks, months or years, in one text. A month is 30.4375 days, a year 365.25. Decimals are allowed; no span is longer than 1,000,000 days.

```json at=/measures/0/max_duration
"18 months"
```

```json at=/measures/0/max_duration
"1.5 years"
```

```json at=/measures/0/max_duration
{ "value": "540 days", "range": ["500 days", "600 days"], "status": "assumption" }
```)"},
    {3, "Paths over time", "",
     R"(A number that never changes, or numbers by year, month or day. Each holds from its first day until the next one begins.

```json at=/resources/0/level
{ "2025": 200, "2026-07": 240, "2028-03-15": 260 }
```

| key | value | meaning |
|---|---|---|
| a year (`2025`), month (`2025-07`) or day (`2025-07-15`) | [number](#numbers) | What holds from its first day on. |
| `interpolate` | `step` or `linear` | linear: between two entries the number moves from one to the other in equal monthly steps. Usually `step`. |
| `growth` | number, or a text like `"3 % a year"` | Yearly growth after the last entry, each 1 January; 0.03 is 3 % a year. |

```json at=/arrivals/0/per_year
{ "2025": 1000, "2027": { "value": 1200, "range": [1000, 1500] }, "growth": "2 % a year" }
```

```json at=/resources/0/level
{ "2025": 200, "2030": 320, "interpolate": "linear" }
```

Before its first entry a resource does not exist: it limits nothing and costs nothing. Every other path says something about the first day of the horizon. A path that is put over another (see [files that build on others](#files-that-build-on-others)) replaces it whole.)"},
    {3, "Lengths of time", "",
     R"(How long something takes, which may differ between people: a span, the same for all, or a distribution.

| written as | what is given |
|---|---|
| `"4 months"` | the same for everybody |
| `exponential` | `mean` |
| `gamma` | `mean` and either `sd` (standard deviation) or `shape` |
| `lognormal` | `mean` and `sd` |
| `weibull` | `mean` and `shape`, at least 0.15 |
| `uniform` | `[shortest, longest]` |
| `triangular` | `[shortest, likeliest, longest]` |

`mean`, `sd` and the corners are spans. `sd` is at most 20 times the mean. The first four may have a `min` and a `max`: whoever would be shorter takes `min`, whoever would be longer takes `max`.

```json at=/measures/0/phases/0/duration
"4 months"
```

```json at=/measures/0/phases/0/duration
{ "exponential": { "mean": "6 months" } }
```

```json at=/measures/0/phases/0/duration
{ "gamma": { "mean": "12 months", "sd": "4 months", "min": "3 months", "max": "18 months" } }
```

```json at=/measures/0/phases/0/duration
{ "gamma": { "mean": "12 months", "shape": 9 } }
```

```json at=/measures/0/phases/0/duration
{ "lognormal": { "mean": { "value": "5 months", "range": ["4 months", "6 months"] }, "sd": "2 months" } }
```

```json at=/measures/0/phases/0/duration
{ "weibull": { "mean": "5 months", "shape": 1.5 }, "status": "assumption", "source": "as in neighbouring measures" }
```

```json at=/measures/0/phases/0/duration
{ "uniform": ["2 months", "6 months"] }
```

```json at=/measures/0/phases/0/duration
{ "triangular": ["2 months", "3 months", "8 months"] }
```)"},
    {3, "Shares", "",
     R"(A number from 0 to 1, or `"rest"`: what the others leave. Shares that belong together add up to 1, or one of them is the rest. Shares of destinations may differ by distance.

```json at=/measures/0/afterwards
[ { "to": "job_nec", "p": { "by_distance": { "small": 0.6, "medium": 0.4, "large": 0.3, "very_large": 0.2, "unbridgeable": 0 } } },
  { "to": "inactive", "p": 0.05 },
  { "to": "unemployed", "p": "rest" } ]
```)"},
    {3, "Shares of an attribute", "",
     R"(The share of each value, which add up to 1; a value that is not named has none.

```json at=/arrivals/0/people/attributes/mmpp
{ "no": 0.65, "yes": "rest", "status": "assumption" }
```

Or, with `by`, for each value of another attribute. An attribute may depend on one other, but not in a circle.

```json at=/arrivals/0/people/attributes/distance
{ "by": "mmpp", "no": { "small": 0.5, "medium": 0.4, "large": "rest" }, "yes": { "large": 0.5, "very_large": "rest" } }
```)"},
    {3, "Margins", "",
     R"(A table of shares or people over several attributes, bands of age and bands of time unemployed. Doorstroom finds the population that has all margins of a profile and nothing beyond them, and draws people from it; a combination without a row does not occur. [Margins](margins.md) says more, also about CSV files.

```json at=/arrivals/0/people
{
  "margins": [
    {
      "columns": ["distance", "unemployed_for", "share"],
      "rows": [
        ["medium", "0-12 months", 0.45], ["medium", "12-24 months", 0.15],
        ["large", "0-12 months", 0.1], ["large", "12-24 months", 0.1], ["large", "24-120 months", 0.2]
      ],
      "status": "public", "source": "annual report"
    },
    { "columns": ["age", "people"], "rows": [["18-25 years", 150], ["25-55 years", 600], ["55-65 years", 250]] }
  ]
}
```

| key | value | meaning |
|---|---|---|
| `file` | text | A CSV file with the table, relative to the file that names it. Instead of `columns` and `rows`. |
| `columns` | names | [Attributes](#attributes), `age` and `unemployed_for`; the last one is `share` (the numbers add up to 1) or `people` (they have any total). |
| `rows` | list of rows | For each column a value of the attribute or a band (`"25-55 years"`, `"0-12 months"`), then a [number](#numbers). |

Bands follow each other without gaps; the second limit no longer belongs to the band, and people are spread evenly within it. Margins that share a column agree on it, but for rounding.)"},
    {3, "Conditions", "",
     R"(What somebody must meet: one test for each thing that is tested; all must hold. A test is a value, a list of values of which one must hold, or a range of numbers: `min` belongs to it, `below` no longer does. An empty condition always holds.

```json at=/referral/1/when
{ "assessed_distance": ["large", "very_large"], "region": "north", "age": { "min": 25, "below": 55 } }
```

```json at=/referral/1/when
{ "months_unemployed": { "min": 12 }, "has_been_in": "workshop" }
```

| may be tested | compared with | where |
|---|---|---|
| an [attribute](#attributes) | its values | everywhere; rules and priority classes only where it is registered and not latent |
| `assessed_<attribute>` | the values of a latent attribute, or `unknown` before the first screening | rules and priority classes |
| `age` | years | everywhere |
| `months_unemployed` | months on the clock of unemployment | rules and priority classes |
| `months_waiting` | months on the list | priority classes |
| `coming_from` | the [measure](#measures) somebody has just left | rules and priority classes |
| `has_been_in` | [measures](#measures) and [screening services](#screening-services) somebody has been in | rules and priority classes |

Factors on hazards (`groups`) look at attributes, latent ones too, and age.)"},
    {2, "Files that build on others", "",
     R"(A proposal is written as what differs from another scenario.

```json file=proposal.json
{
  "extends": "example.json",
  "name": "proposal",
  "resources": [
    { "id": "posts", "level": { "2025": 150, "2027": 220 } },
    { "id": "budget", "$delete": true }
  ],
  "measures": [
    { "id": "guidance", "needs": [ { "resource": "contingent" } ], "max_duration": "12 months" }
  ],
  "referral": [
    { "id": "north", "when": { "region": "north" }, "refer_to": "workshop", "before": "far" }
  ]
}
```

- Objects merge key by key; `null` takes a key away.
- Items of lists that have an `id` merge with the item of that id; others are added at the end. `"$delete": true` takes an item away; `before` or `after` with the id of another puts it beside that one.
- Everything else is replaced whole: numbers, paths, spans, distributions, conditions, shares, lists without ids (`needs`, `refer_to`, `afterwards`), and drop-out.
- The file keeps its own `name`; `extends` names the other file, seen from this one. That may extend a third.

`include` takes up parts from other files, which hold keys of a scenario (also further items of the same lists) and cannot extend anything:

```json file=screening-part.json
{
  "screening": [
    { "id": "in_depth", "duration": "3 weeks", "sees": { "distance": { "one_class": 0.05 } }, "valid_for": "2 years" }
  ]
}
```

```json file=with-parts.json
{
  "extends": "example.json",
  "include": ["screening-part.json"],
  "name": "with-parts",
  "referral": [ { "id": "unseen", "refer_to": "in_depth" } ]
}
```

`doorstroom check` reports what is wrong with a file; `scenario.resolved.json` among the results of a run is the whole scenario, with everything it extends and every default.)"},
};

}  // namespace

std::span<const ReferenceSection> chapters_on_values() {
  return sections;
}

}  // namespace doorstroom::scenario
