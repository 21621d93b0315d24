#include "scenario/field.hpp"

namespace doorstroom::scenario {

std::string_view kind_of_name(Names kind) {
  switch (kind) {
    case Names::none:
      return "a name";
    case Names::measure:
      return "a measure";
    case Names::screening:
      return "a screening service";
    case Names::resource:
      return "a resource";
    case Names::status:
      return "a status";
    case Names::distance_class:
      return "a distance class";
    case Names::attribute:
      return "an attribute";
    case Names::stream:
      return "a stream of arrivals";
    case Names::stock:
      return "a group of the stock";
    case Names::rule:
      return "a referral rule";
    case Names::phase:
      return "a phase";
    case Names::priority:
      return "a priority class";
    case Names::exit:
      return "a way out of a status";
    case Names::subject:
      return "something a condition can test";
    case Names::attribute_value:
      return "a value of the attribute";
    case Names::instrument:
      return "an instrument";
    case Names::statute:
      return "a statute";
    case Names::column:
      return "an attribute, \"age\" or \"unemployed_for\"";
  }
  return "a name";
}

}  // namespace doorstroom::scenario
