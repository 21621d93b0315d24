#include "support/random_scenario.hpp"

#include <iterator>
#include <string>

#include "doorstroom/calendar.hpp"

#include "random/hash.hpp"

namespace doorstroom::tests {

namespace {

/// Choices by name, so that leaving a feature out changes no other choice.
class Scenery final {
 public:
  Scenery(std::uint64_t seed, std::uint32_t features) : seed_(seed), features_(features) {}

  Json scenario();

 private:
  /// A number in [low, high], always the same for a name.
  [[nodiscard]] int pick(const std::string& name, int low, int high) const {
    const auto range = static_cast<std::uint64_t>(high - low + 1);
    return low + static_cast<int>(mix(seed_, hash_of(name)) % range);
  }
  [[nodiscard]] bool has(Feature feature) const { return (features_ & feature) != 0; }
  /// Is a feature used at this place?
  [[nodiscard]] bool uses(Feature feature, const std::string& place) const {
    return has(feature) && pick("uses " + place, 0, 1) == 1;
  }
  [[nodiscard]] double share(const std::string& name) const { return pick(name, 0, 20) / 20.0; }
  [[nodiscard]] std::string days(const std::string& name, int low, int high) const {
    return std::to_string(pick(name, low, high)) + " days";
  }
  [[nodiscard]] std::string date(const std::string& name) const {
    return iso_date(start_ + pick(name, 1, length_));
  }

  [[nodiscard]] Json stay(const std::string& name, int low, int high) const;
  [[nodiscard]] Json people(const std::string& name) const;
  [[nodiscard]] Json market() const;
  [[nodiscard]] Json arrivals() const;
  [[nodiscard]] Json people_at_start() const;
  [[nodiscard]] Json path(const std::string& name, int low, int high) const;
  [[nodiscard]] Json resource(const std::string& id, const std::string& kind) const;
  [[nodiscard]] Json resources() const;
  [[nodiscard]] Json needs(const std::string& place, bool first) const;
  [[nodiscard]] Json list(const std::string& id) const;
  [[nodiscard]] Json phase(const std::string& place, int number, bool last) const;
  [[nodiscard]] Json measure(const std::string& id) const;
  void add_rules_of_thumb(Json& measure, const std::string& id) const;
  [[nodiscard]] Json rules() const;

  std::uint64_t seed_;
  std::uint32_t features_;
  Day start_;
  int length_ = 0;
};

Json Scenery::stay(const std::string& name, int low, int high) const {
  const int mean = pick(name + " mean", low, high);
  const std::string text = std::to_string(mean) + " days";
  switch (mean == 0 ? 0 : pick(name + " family", 0, 3)) {
    case 0:
      return text;
    case 1:
      return {{"exponential", {{"mean", text}}}};
    case 2:
      return {{"gamma", {{"mean", text}, {"shape", 2}, {"max", days(name, mean, 4 * mean)}}}};
    default:
      return {{"uniform", {"0 days", std::to_string(2 * mean) + " days"}}};
  }
}

Json Scenery::people(const std::string& name) const {
  Json attributes;
  const double near = share(name + " near");
  attributes["distance"] = {{"near", near}, {"middle", (1 - near) / 2}, {"far", "rest"}};
  attributes["region"] = {{"north", share(name + " north") / 2}, {"east", 0.25}, {"south", "rest"}};
  return {{"attributes", attributes},
          {"age", {{"uniform", {"18 years", "64 years"}}}},
          {"unemployed_for", {{"uniform", {"0 days", "700 days"}}}}};
}

Json Scenery::market() const {
  Json market = Json::object();
  if (has(labour_market)) {
    market["exits"] = {
        {{"id", "job"},
         {"kind", "job_finding"},
         {"to", "job_nec"},
         {"per_month", {{"by_distance", {{"near", 0.3}, {"middle", 0.1}, {"far", 0.02}}}}},
         {"by_time_unemployed", {{{"below", "180 days"}, {"factor", 1}}, {{"factor", 0.5}}}},
         {"groups", {{{"when", {{"age", {{"min", 50}}}}}, {"factor", 0.5}}}},
         {"calibration", {{"2023", 1}, {"2024-03", 1.5}}}},
        {{"id", "ill"},
         {"to", {{{"to", "sick"}, {"p", 0.7}}, {{"to", "inactive"}, {"p", "rest"}}}},
         {"per_month", 0.05}},
        {{"id", "recovers"}, {"from", "sick"}, {"to", "unemployed"}, {"per_month", 0.3}},
        {{"id", "loss"},
         {"kind", "job_loss"},
         {"from", "job_nec"},
         {"to", "unemployed"},
         {"per_month", 0.15},
         {"by_time_in_status", {{{"below", "90 days"}, {"factor", 2}}, {{"factor", 1}}}}}};
  }
  if (has(drift)) {
    market["distance_drift"] = {{{"from", "near"}, {"per_month", 0.2}, {"after", "60 days"}},
                                {{"from", "middle"}, {"per_month", 0.1}}};
  }
  return market;
}

Json Scenery::arrivals() const {
  Json streams = Json::array();
  for (int i = 0; i < pick("streams", 1, 3); ++i) {
    const std::string id = "s" + std::to_string(i);
    Json stream = {
        {"id", id},
        {"per_year", {{"2023", pick(id, 20, 300)}, {"2024-05", pick(id + " b", 20, 300)}}},
        {"variation", pick(id + " even", 0, 1) == 1 ? "even" : "poisson"},
        {"people", people(id)}};
    if (pick(id + " direct", 0, 2) == 0) stream["refer_to"] = "m0";
    if (pick(id + " contact", 0, 2) == 0) stream["first_contact"] = stay(id + " contact", 0, 20);
    streams.push_back(stream);
  }
  return streams;
}

Json Scenery::people_at_start() const {
  Json cells = Json::array();
  if (!has(stock)) return cells;
  const auto add = [&](const std::string& id, Json more) {
    Json cell = {{"id", id}, {"people", pick(id, 0, 60)}, {"profile", people(id)}};
    cell.update(more);
    cells.push_back(cell);
  };
  add("idle", {{"refer", true}});
  add("waiting", {{"waiting_for", "m1"}, {"elapsed", stay("waiting", 0, 200)}});
  add("inside", {{"in", "m0"}, {"length_biased", true}});
  add("inside2", {{"in", "m1"}, {"elapsed", stay("inside2", 0, 60)}});
  if (has(labour_market))
    add("working", {{"status", "job_nec"}, {"elapsed", stay("work", 1, 900)}});
  return cells;
}

/// A number that may change once or twice.
Json Scenery::path(const std::string& name, int low, int high) const {
  if (!uses(levels, name)) return pick(name, low, high);
  Json path = {{"2020", pick(name + " a", low, high)}};
  path[date(name)] = pick(name + " b", low, high);
  return path;
}

Json Scenery::resource(const std::string& id, const std::string& kind) const {
  Json resource = {{"id", id}, {"kind", kind}};
  const bool late = uses(not_binding, id + " late");
  const auto amounts = [&](int low, int high) -> Json {
    if (!late) return path(id, low, high);
    return {{date(id + " begins"), pick(id, low, high)}};
  };
  if (kind == "places") {
    resource["level"] = amounts(0, 30);
  } else if (kind == "contingent") {
    const char* const every[] = {"per_year", "per_quarter", "per_month"};
    const int period = pick(id + " period", 0, 2);
    resource[every[period]] = amounts(0, 120 / (1 + 3 * period));
    resource["release"] = pick(id + " release", 0, 1) == 1 ? "monthly" : "at_once";
    resource["carry_over"] = share(id + " carry");
  } else {
    resource["per_year"] = amounts(0, 40000);
    resource["carry_over"] = share(id + " carry");
    resource["release"] = "at_once";
    resource["given_back_on_early_end"] = pick(id + " refund", 0, 1) == 1;
  }
  if (uses(not_binding, id)) resource["binding"] = false;
  if (uses(split, id)) {
    resource["split"] = {{"by", "region"},
                         {"shares", {{"north", 0.5}, {"east", 0.3}, {"south", "rest"}}}};
    if (uses(pool, id) && kind != "places") resource["split"]["pool_from"] = "09-15";
  }
  return resource;
}

Json Scenery::resources() const {
  Json all = Json::array({resource("seats", "places"), resource("coach", "places")});
  if (has(phase_needs)) all.push_back(resource("floor", "places"));
  if (has(contingent)) all.push_back(resource("starts", "contingent"));
  if (has(budget)) all.push_back(resource("fees", "budget"));
  if (has(monthly_budget)) all.push_back(resource("money", "budget"));
  if (has(screening)) all.push_back(resource("desk", "places"));
  if (has(aftercare)) all.push_back(resource("care", "places"));
  return all;
}

Json Scenery::needs(const std::string& place, bool first) const {
  Json needs = Json::array();
  if (first) needs.push_back({{"resource", "seats"}});
  if (pick(place + " coach", 0, 1) == 1) {
    needs.push_back({{"resource", "coach"},
                     {"amount", {{"by_distance", {{"near", 0.25}, {"middle", 0.5}, {"far", 1}}}}}});
  }
  if (uses(contingent, place + " starts")) needs.push_back({{"resource", "starts"}});
  if (uses(budget, place + " fees")) {
    needs.push_back({{"resource", "fees"}, {"amount", {{"2020", 150.25}, {date(place), 200}}}});
  }
  if (uses(monthly_budget, place + " money")) {
    needs.push_back({{"resource", "money"},
                     {"per", "month"},
                     {"amount", {{"2020", 70}, {date(place + " money"), 91.5}}}});
  }
  return needs;
}

Json Scenery::list(const std::string& id) const {
  Json list = Json::object();
  if (uses(patience, id)) list["leave_after"] = stay(id + " patience", 0, 150);
  if (uses(refusal, id)) {
    list["accept_probability"] = 0.7;
    list["refer_again_after_refusal"] = stay(id + " pause", 0, 40);
  }
  if (uses(max_wait, id)) {
    list["max_wait"] = {{"after", days(id + " longest", 1, 90)},
                        {"then", pick(id + " then", 0, 1) == 1 ? "refer" : "leave"}};
  }
  if (uses(max_length, id)) list["max_length"] = pick(id + " length", 0, 12);
  if (uses(priority, id)) {
    list["priority"] = {{{"id", "long"}, {"when", {{"months_unemployed", {{"min", 12}}}}}},
                        {{"id", "patient"}, {"when", {{"months_waiting", {{"min", 2}}}}}},
                        {{"id", "from"}, {"when", {{"coming_from", "m0"}}}}};
  }
  return list;
}

Json Scenery::phase(const std::string& place, int number, bool last) const {
  const std::string name = place + std::to_string(number);
  const int shortest = has(no_nights) ? 0 : 2;
  Json phase = {{"id", "p" + std::to_string(number)}, {"duration", stay(name, shortest, 90)}};
  const bool takes_time = phase["duration"] != "0 days";
  if (uses(drop_out, name) && takes_time) phase["drop_out"] = {{"per_month", 0.15}};
  if (number > 0 && uses(phase_needs, name)) {
    phase["needs"] = needs(name, false);
    phase["needs"].push_back({{"resource", "floor"}});
    if (pick(name + " waits", 0, 1) == 1) {
      phase["wait_at_most"] = days(name + " waits", 0, 40);
      phase["without_place"] = pick(name + " without", 0, 1) == 1 ? "skip" : "stop";
    }
  }
  if (number == 0 && uses(phase_needs, name)) phase["needs"] = needs(name, false);
  if (!last && uses(gaps, name)) {
    phase["gap"] = {{"duration", stay(name + " gap", 0, 20)}};
    const bool has_days = phase["gap"]["duration"] != "0 days";
    if (has(drop_out) && has_days) phase["gap"]["drop_out"] = {{"share", 0.1}};
  }
  if (uses(decision, name)) {
    phase["decision"] = {{{"to", "m1"}, {"p", 0.2}}, {{"to", "unemployed"}, {"p", 0.1}}};
  }
  const bool floor = number == 0 || pick(name + " instrument", 0, 1) == 1;
  phase["instrument"] = floor ? "floor_work" : "class";
  return phase;
}

void Scenery::add_rules_of_thumb(Json& m, const std::string& id) const {
  if (uses(extension, id)) m["extension"] = {{"probability", 0.4}, {"by", stay(id + " by", 1, 40)}};
  if (uses(extension, id + " most")) m["max_duration"] = days(id + " most", 20, 200);
  if (uses(cumulated, id)) {
    m["cumulated"] = {{{"over", {"floor_work"}}, {"at_most", days(id + " limit", 10, 150)}}};
  }
  if (uses(aftercare, id)) {
    m["aftercare"] = {{"duration", days(id + " care", 0, 120)}, {"job_loss_factor", 0.5}};
    if (pick(id + " scarce", 0, 1) == 1) m["aftercare"]["needs"] = {{{"resource", "care"}}};
  }
  if (uses(approval, id)) {
    m["approval"] = {{"probability", 0.8}, {"delay", stay(id + " consent", 0, 40)}};
    m["engagement"] = 0.9;
  }
  if (uses(start_delay, id)) m["start_delay"] = stay(id + " delay", 0, 20);
  if (uses(opening, id)) {
    const char* const how[] = {"finish", "back", "move"};
    const Day from = start_ + pick(id + " from", 0, length_ / 2);
    const Day until = from + pick(id + " until", 1, length_);
    m["open"] = {{{"from", iso_date(from)}, {"until", iso_date(until)}}};
    const int running = pick(id + " running", 0, 2);
    const int waiting = pick(id + " waiting", 0, 2);
    m["on_close"] = {{"running", how[running]}, {"waiting", how[waiting]}};
    constexpr int move = 2;
    if (running == move || waiting == move) m["on_close"]["move_to"] = id == "m1" ? "m0" : "m1";
  }
  if (uses(effects, id)) {
    m["lock_in"] = 0.5;
    m["suited"] = {"middle"};
    m["misfit"] = {{"effect_factor", 0.5}, {"drop_out_factor", 1.5}};
    m["improves_distance"] = 0.4;
    m["post_effect"] = {{"factor", 1.5}, {"lasts", "90 days"}};
  }
}

Json Scenery::measure(const std::string& id) const {
  Json m = {{"id", id},
            {"line", id == "m0" ? 1 : 3},
            {"rung", id == "m1" ? 2 : 1},
            {"needs", needs(id, true)},
            {"waiting_list", list(id)}};
  Json phases = Json::array();
  const int count = has(gaps) ? pick(id + " phases", 1, 3) : 1;
  for (int p = 0; p < count; ++p) phases.push_back(phase(id, p, p + 1 == count));
  m["phases"] = phases;
  add_rules_of_thumb(m, id);
  m["afterwards"] = {{{"to", "job_nec"}, {"p", 0.3}},
                     {{"to", "m1"}, {"p", id == "m1" ? 0.0 : 0.1}},
                     {{"to", "refer"}, {"p", 0.1}},
                     {{"to", "unemployed"}, {"p", "rest"}}};
  if (uses(own_status, id)) m["status"] = pick(id + " status", 0, 1) == 1 ? "inside" : "job_sec";
  if (uses(refers_on, id)) m["refers_on"] = true;
  if (uses(own_status, id + " clock")) m["stops_unemployment_clock"] = true;
  if (id == "m2") m["waiting_list"]["kind"] = "sec_job";
  return m;
}

Json Scenery::rules() const {
  Json rules = Json::array();
  if (has(screening)) {
    rules.push_back(
        {{"id", "unknown"}, {"when", {{"assessed_distance", "unknown"}}}, {"refer_to", "look"}});
    rules.push_back(
        {{"id", "near"},
         {"when", {{"assessed_distance", "near"}}},
         {"refer_to", {{{"to", "m0"}, {"share", 0.5}}, {{"to", "stay"}, {"share", 0.5}}}}});
  }
  rules.push_back(
      {{"id", "older"},
       {"when", {{"age", {{"min", 50}}}}},
       {"refer_to", {{{"to", "m2"}, {"share", 0.5}}, {{"to", "m1"}, {"share", "rest"}}}}});
  rules.push_back(
      {{"id", "long"}, {"when", {{"months_unemployed", {{"min", 12}}}}}, {"refer_to", "m1"}});
  Json rest = {{"id", "rest"},
               {"refer_to",
                {{{"to", "m0"}, {"share", 0.6}},
                 {{"to", "m1"}, {"share", 0.3}},
                 {{"to", "stay"}, {"share", "rest"}}}}};
  if (has(long_lists)) rest["if_list_too_long"] = {{"months", 2}, {"then", "next"}};
  rules.push_back(rest);
  return rules;
}

Json Scenery::scenario() {
  start_ = day_of(2023, 11, 1) + pick("start", 0, 100);
  length_ = pick("length", 300, 900);
  Json scenario = {
      {"name", "random"},
      {"horizon", {{"start", iso_date(start_)}, {"end", iso_date(start_ + length_)}}},
      {"seed", seed_ % 1000},
      {"scale", pick("scale", 0, 3) == 0 ? 0.4 : 1.0},
      {"distance_classes", {"near", "middle", "far"}},
      {"attributes", {{{"id", "region"}, {"values", {"north", "east", "south"}}}}},
      {"statuses", {{{"id", "inside"}, {"registered", true}, {"unemployment", "runs"}}}},
      {"labour_market", market()},
      {"arrivals", arrivals()},
      {"stock", people_at_start()},
      {"resources", resources()},
      {"referral", rules()},
      {"output", {{"carousel", {{"durable_job_months", 2}, {"window_months", 6}}}}}};
  scenario["measures"] = {measure("m0"), measure("m1"), measure("m2")};
  if (has(screening)) {
    Json look = {{"id", "look"},
                 {"needs", {{{"resource", "desk"}}}},
                 {"duration", stay("look", 0, 10)},
                 {"waiting_list", list("look")},
                 {"sees", {{"distance", {{"one_class", 0.2}, {"two_classes", 0.05}}}}}};
    if (has(validity)) look["valid_for"] = days("valid", 20, 300);
    scenario["screening"] = Json::array({look});
  }
  return scenario;
}

}  // namespace

std::string names_of(std::uint32_t features) {
  static constexpr const char* names[] = {
      "labour_market", "drift",      "screening",      "validity",  "split",       "pool",
      "contingent",    "budget",     "monthly_budget", "levels",    "patience",    "refusal",
      "max_wait",      "max_length", "priority",       "gaps",      "phase_needs", "drop_out",
      "decision",      "extension",  "cumulated",      "aftercare", "approval",    "start_delay",
      "opening",       "own_status", "refers_on",      "stock",     "no_nights",   "not_binding",
      "long_lists",    "effects"};
  std::string all;
  for (std::size_t bit = 0; bit < std::size(names); ++bit) {
    if ((features >> bit & 1U) == 0) continue;
    all += (all.empty() ? "" : ", ") + std::string(names[bit]);
  }
  return all;
}

Json random_scenario(std::uint64_t seed, std::uint32_t features) {
  return Scenery(seed, features).scenario();
}

}  // namespace doorstroom::tests
