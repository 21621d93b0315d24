// What first made somebody's life different in another world.
#pragma once

#include <cstdint>
#include <span>

#include "compare/translation.hpp"
#include "model/event.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// How a policy reaches somebody.
enum class Reach : std::uint8_t {
  direct,            // their own referral, class or parameters differ
  indirect,          // only the queue reached them: others came before or after them
  base_only,         // there is no such person in the alternative
  alternative_only,  // nor in the base
};
inline constexpr std::size_t reaches = 4;

/// "direct", "indirect", "base_only", "alternative_only".
const char* name_of(Reach reach);

/// Two worlds in which lives are the same until something is different.
class DivergenceJudge final {
 public:
  DivergenceJudge(const Model& base, const Model& alternative);

  /// Of what two lives have on the day from the first event on in which they differ, in the
  /// numbering of the base. One of them there must be.
  [[nodiscard]] Reach judge(std::span<const Event> base, std::span<const Event> alternative) const;

 private:
  [[nodiscard]] Reach of(const Event& event) const;
  [[nodiscard]] bool is_refusal_of(const Event& refusal, const Event& start) const;

  const Model& base_;
  bool same_rules_;
};

}  // namespace doorstroom
