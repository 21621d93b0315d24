#include "report/page_names.hpp"

#include <map>
#include <utility>

#include "report/language.hpp"
#include "scenario/words.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::ordered_json;

/// Labels by id; an empty object where there are none.
template <class Things>
void add_labels(Json& into, const Things& things) {
  if (into.is_null()) into = Json::object();
  for (const auto& thing : things) into[thing.id] = label_in_both(thing.label, thing.id);
}

/// Statuses with what readers sort them by.
Json statuses(const scenario::Scenario& s) {
  Json json = Json::object();
  for (const auto& status : s.statuses) {
    json[status.id] = label_in_both(status.label, status.id);
    json[status.id]["paid_work"] = std::string(scenario::word(status.paid_work));
  }
  return json;
}

Json phases(const scenario::Scenario& s) {
  Json json = Json::object();
  for (const auto& measure : s.measures) {
    for (const auto& phase : measure.phases) {
      json[measure.id + "." + phase.id] = label_in_both(phase.label, phase.id);
    }
  }
  return json;
}

Json needed_by(const scenario::Scenario& s, const std::string& resource) {
  Json measures = Json::array();
  for (const auto& measure : s.measures) {
    for (const auto& need : measure.needs) {
      if (need.resource == resource) measures.push_back(measure.id);
    }
  }
  return measures;
}

Json resources(const scenario::Scenario& s) {
  Json json = Json::object();
  for (const auto& resource : s.resources) {
    Json one = label_in_both(resource.label, resource.id);
    one["kind"] = std::string(scenario::word(resource.kind));
    one["binding"] = resource.binding;
    one["payer"] = resource.payer;
    one["needed_by"] = needed_by(s, resource.id);
    json[resource.id] = std::move(one);
  }
  return json;
}

/// Labels of what parameters are about, by their path. Items of lists without an id are named after
/// what they lead to.
class PathNames final {
 public:
  explicit PathNames(const scenario::Scenario& scenario) : scenario_(scenario) {
    for (const auto& status : scenario.statuses) label_of_[status.id] = status.label;
    for (const auto& resource : scenario.resources) label_of_[resource.id] = resource.label;
    for (const auto& service : scenario.screening) label_of_[service.id] = service.label;
    for (const auto& measure : scenario.measures) label_of_[measure.id] = measure.label;
  }

  Json all() {
    named("/attributes", scenario_.attributes);
    named("/arrivals", scenario_.arrivals);
    named("/stock", scenario_.stock);
    named("/resources", scenario_.resources);
    named("/referral", scenario_.referral);
    named("/labour_market/exits", scenario_.labour_market.exits);
    for (const auto& exit : scenario_.labour_market.exits) {
      leading("/labour_market/exits/" + exit.id + "/to", exit.to, &scenario::Destination::to);
    }
    named("/screening", scenario_.screening);
    for (const auto& service : scenario_.screening)
      needs("/screening/" + service.id, service.needs);
    named("/measures", scenario_.measures);
    for (const auto& measure : scenario_.measures) inside("/measures/" + measure.id, measure);
    leading("/output/observed", scenario_.output.observed, &scenario::Observed::subject);
    return std::move(json_);
  }

 private:
  void inside(const std::string& path, const scenario::Measure& measure) {
    needs(path, measure.needs);
    leading(path + "/afterwards", measure.afterwards, &scenario::Destination::to);
    leading(path + "/after_drop_out", measure.after_drop_out, &scenario::Destination::to);
    named(path + "/phases", measure.phases);
    for (const auto& phase : measure.phases) {
      const std::string at = path + "/phases/" + phase.id;
      needs(at, phase.needs);
      leading(at + "/decision", phase.decision, &scenario::Destination::to);
    }
  }

  template <class Things>
  void named(const std::string& folder, const Things& things) {
    for (const auto& thing : things) {
      json_[folder + "/" + thing.id] = label_in_both(thing.label, thing.id);
    }
  }

  void needs(const std::string& path, const std::vector<scenario::Need>& needs) {
    leading(path + "/needs", needs, &scenario::Need::resource);
  }

  template <class Thing>
  void leading(const std::string& folder, const std::vector<Thing>& things,
               std::string Thing::*to) {
    for (std::size_t i = 0; i < things.size(); ++i) {
      const std::string& id = things[i].*to;
      json_[folder + "/" + std::to_string(i)] = label_in_both(label_of_[id], id);
    }
  }

  const scenario::Scenario& scenario_;
  std::map<std::string, scenario::Text> label_of_;
  Json json_ = Json::object();
};

}  // namespace

Json text_in_both(const scenario::Text& text) {
  return {{"nl", text.nl}, {"en", text.en}};
}

Json label_in_both(const scenario::Text& label, const std::string& id) {
  return {{"nl", label_or(Language::nl, label, id)}, {"en", label_or(Language::en, label, id)}};
}

Json names_of(const scenario::Scenario& s) {
  Json json;
  json["statuses"] = statuses(s);
  add_labels(json["statutes"], s.benefits.statutes);
  add_labels(json["measures"], s.measures);
  add_labels(json["measures"], s.screening);
  json["phases"] = phases(s);
  json["resources"] = resources(s);
  add_labels(json["attributes"], s.attributes);
  json["paths"] = PathNames(s).all();
  return json;
}

}  // namespace doorstroom
