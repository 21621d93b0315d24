// A model of a part of the people, with as large a part of everything that is counted.
#pragma once

#include "model/model.hpp"

namespace doorstroom::scenario {

/// Leaves so large a share (0 to 1) of the people, places, starts and money of a model. What is for
/// each person (needs, prices) stays. People are the first ones of each day and stock group.
///
/// Amounts stay whole. The stock groups together, and the parts of a split, add up to the scaled
/// total. What a contingent loses by rounding in one period it gets in a later one. Places are
/// whole where nobody needs less than one.
void scale_down(Model& model, double scale);

}  // namespace doorstroom::scenario
