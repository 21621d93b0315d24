#include "scenario/compile.hpp"

#include "scenario/compiler.hpp"

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
  return Compiler(scenario).compile();
}

}  // namespace doorstroom::scenario
