#include "scenario/compile.hpp"

#include "scenario/compiler.hpp"
#include "scenario/scale_down.hpp"

namespace doorstroom::scenario {

Model Compiler::compile() {
  out_.horizon = in_.horizon;
  out_.seed = in_.seed;
  attributes();
  statuses();
  streams();
  stock();
  resources();
  benefits();
  exits();
  drift();
  measures();
  cumulated();
  lists();
  ranks();
  rules();
  ages_of_stock();
  find_used_statuses();
  return std::move(out_);
}

Model compile(const Scenario& scenario) {
  Model model = Compiler(scenario).compile();
  scale_down(model, scenario.scale);
  return model;
}

}  // namespace doorstroom::scenario
