#include "analysis/paper_walk.hpp"

#include "model/sample_profile.hpp"

namespace doorstroom {

namespace {

/// Everything is open and no list is long.
class NoLists final : public Lists {
 public:
  [[nodiscard]] bool is_open(MeasureIndex) const override { return true; }
  [[nodiscard]] bool is_full(MeasureIndex) const override { return false; }
  [[nodiscard]] double months_of_starts(MeasureIndex) const override { return 0; }
};

/// One fixed chance for everything on paper: what is said does not depend on the seed.
constexpr Luck paper_luck{20170101, 0};

LuckKey whose_on_paper(std::size_t source, std::size_t number) {
  return {mix(source + 1, number)};
}

double arrivals_a_year(const Stream& stream, Day start) {
  double people = 0;
  for (std::size_t i = 0; i < stream.rates.size(); ++i) {
    const Day until = i + 1 < stream.rates.size() ? stream.rates[i + 1].from : never;
    const Day end = std::min(until, start + 365);
    if (stream.rates[i].from < end)
      people += stream.rates[i].per_day * (end - stream.rates[i].from);
  }
  return people;
}

KnownFacts facts(const SamplePerson& person, Profile profile, const std::vector<Visits>& visits) {
  KnownFacts known;
  known.profile = profile;
  known.age = person.age;
  known.unemployed = person.unemployed;
  known.visits = visits;
  return known;
}

}  // namespace

std::vector<SamplePerson> sample_people(const Model& model, std::size_t each) {
  std::vector<SamplePerson> people;
  const auto add = [&](std::size_t source, const Sampler& sampler, double total) {
    for (std::size_t i = 0; i < each; ++i) {
      const LuckKey whose = whose_on_paper(source, i);
      const SampledPerson drawn = sample_person(sampler, paper_luck, whose);
      SamplePerson person;
      person.truth = drawn.profile;
      person.assessed = person.truth;
      person.age = drawn.age;
      person.unemployed = drawn.unemployed;
      person.weight = total / static_cast<double>(each);
      person.source = source;
      people.push_back(person);
    }
  };
  for (std::size_t s = 0; s < model.streams.size(); ++s) {
    add(s, model.streams[s].people, arrivals_a_year(model.streams[s], model.horizon.start));
  }
  for (std::size_t c = 0; c < model.stock.size(); ++c) {
    add(model.streams.size() + c, model.stock[c].profile, model.stock[c].people);
  }
  return people;
}

KnownFacts facts_without_error(const Model& model, const SamplePerson& person,
                               const std::vector<Visits>& visits) {
  Profile profile = person.truth;
  for (const Attribute& attribute : model.attributes) {
    if (!attribute.assessed.exists()) continue;
    const Attribute& image = model.attributes[attribute.assessed.position()];
    profile.set(image.field, profile.code(attribute.field) + 1);  // code 0: unknown
  }
  return facts(person, profile, visits);
}

Walked walk(const Model& model, const TableRules& rules, const Reception& reception,
            const SamplePerson& person, LuckKey whose) {
  Walked walked;
  walked.assessed = person.truth;
  walked.to = reception.refer_to;
  constexpr int most_steps = 20;
  bool ask = !walked.to.exists() && reception.refer;
  std::vector<Visits> visits(model.measures.size());
  for (int step = 0; step < most_steps; ++step) {
    if (ask) {
      const Referral referral =
          rules.refer(facts(person, walked.assessed, visits), whose, paper_luck, NoLists());
      walked.rule = referral.rule;
      walked.to = referral.to;
    }
    if (!walked.to.exists()) return walked;
    const Measure& measure = model.measures[walked.to.position()];
    if (!measure.is_screening) return walked;
    walked.passed.push_back(walked.to);
    visits[walked.to.position()].begin();
    for (const Assessment& assessment : measure.assessments) {
      const Attribute& latent = model.attributes[assessment.latent.position()];
      const Attribute& image = model.attributes[assessment.assessed.position()];
      const Draw draw = paper_luck.draw(whose, assessment.lane, {1});
      const std::size_t seen =
          assessment.seen[person.truth.code(assessment.by)][person.truth.code(latent.field)].pick(
              draw.first);
      walked.assessed.set(image.field, static_cast<unsigned>(seen));
    }
    const Destination& next = measure.afterwards.places.front();
    ask = next.refer;
    walked.to = next.measure;
  }
  return {};
}

}  // namespace doorstroom
