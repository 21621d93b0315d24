#include "random/address.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "random/luck.hpp"
#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using statistics::plausible;
using Pair = std::pair<Draw, Draw>;

constexpr Luck luck{20'190'101, 4};
constexpr LuckKey someone{0x0123'4567'89AB'CDEFULL};

/// Two addresses that differ in one way, for i = 0, 1, 2, ...
struct Neighbours {
  std::string differ_in;
  std::function<Pair(std::uint32_t i)> pair;
};

Pair in_purpose(std::uint32_t i) {
  return {luck.draw(LuckKey{i}, lane(Purpose::drift, "groot")),
          luck.draw(LuckKey{i}, lane(Purpose::phase_stay, "groot"))};
}

Pair in_key(std::uint32_t i) {
  return {luck.draw(LuckKey{i}, lane(Purpose::phase_stay, "ibo")),
          luck.draw(LuckKey{i}, lane(Purpose::phase_stay, "ibp"))};
}

Pair along_keys(std::uint32_t i) {
  return {luck.draw(someone, lane(Purpose::phase_stay, fmt::format("m{}", 2 * i))),
          luck.draw(someone, lane(Purpose::phase_stay, fmt::format("m{}", 2 * i + 1)))};
}

Pair in_part(std::uint32_t i) {
  return {luck.draw(LuckKey{i}, lane(Purpose::phase_stay, "ibo", 0)),
          luck.draw(LuckKey{i}, lane(Purpose::phase_stay, "ibo", 1))};
}

Pair along_parts(std::uint32_t i) {
  return {luck.draw(someone, lane(Purpose::phase_stay, "ibo", 2 * i)),
          luck.draw(someone, lane(Purpose::phase_stay, "ibo", 2 * i + 1))};
}

Pair in_occurrence(std::uint32_t i) {
  return {luck.draw(LuckKey{i}, lane(Purpose::patience, "ibo"), Occurrence{0}),
          luck.draw(LuckKey{i}, lane(Purpose::patience, "ibo"), Occurrence{1})};
}

Pair along_occurrences(std::uint32_t i) {
  return {luck.draw(someone, lane(Purpose::patience), Occurrence{2 * i}),
          luck.draw(someone, lane(Purpose::patience), Occurrence{2 * i + 1})};
}

Pair in_block(std::uint32_t i) {
  return {luck.draw(LuckKey{i}, lane(Purpose::patience), Occurrence{}, 0),
          luck.draw(LuckKey{i}, lane(Purpose::patience), Occurrence{}, 1)};
}

Pair in_block_against_occurrence(std::uint32_t i) {
  return {luck.draw(LuckKey{i}, lane(Purpose::patience), Occurrence{0}, 1),
          luck.draw(LuckKey{i}, lane(Purpose::patience), Occurrence{1}, 0)};
}

Pair along_people(std::uint32_t i) {
  return {luck.draw(LuckKey{2 * i}, lane(Purpose::lottery)),
          luck.draw(LuckKey{2 * i + 1}, lane(Purpose::lottery))};
}

Pair in_the_high_half_of_a_person(std::uint32_t i) {
  return {luck.draw(LuckKey{i}, lane(Purpose::lottery)),
          luck.draw(LuckKey{i + (std::uint64_t{1} << 32)}, lane(Purpose::lottery))};
}

Pair in_person_against_occurrence(std::uint32_t i) {
  return {luck.draw(LuckKey{i}, lane(Purpose::lottery), Occurrence{1}),
          luck.draw(LuckKey{i + 1}, lane(Purpose::lottery), Occurrence{0})};
}

Pair in_replication(std::uint32_t i) {
  return {Luck(1, 0).draw(LuckKey{i}, lane(Purpose::lottery)),
          Luck(1, 1).draw(LuckKey{i}, lane(Purpose::lottery))};
}

Pair along_replications(std::uint32_t i) {
  return {Luck(1, 2 * i).draw(someone, lane(Purpose::lottery)),
          Luck(1, 2 * i + 1).draw(someone, lane(Purpose::lottery))};
}

Pair along_seeds(std::uint32_t i) {
  return {Luck(2 * i, 0).draw(someone, lane(Purpose::lottery)),
          Luck(2 * i + 1, 0).draw(someone, lane(Purpose::lottery))};
}

Pair in_seed_against_replication(std::uint32_t i) {
  return {Luck(i, 1).draw(someone, lane(Purpose::lottery)),
          Luck(i + 1, 0).draw(someone, lane(Purpose::lottery))};
}

Pair in_the_number_of_the_draw(std::uint32_t i) {
  const Draw draw = luck.draw(LuckKey{i}, lane(Purpose::lottery));
  return {draw, {draw.second, draw.first}};
}

class NeighbouringDraws : public testing::TestWithParam<Neighbours> {};

/// p-value of independence: 16 x 16 joint cells of four bits of each draw.
double joint_p(const std::vector<Pair>& pairs, int lowest_bit) {
  std::vector<double> cells(256);
  for (const auto& [a, b] : pairs) {
    cells[((a.first >> lowest_bit) & 15) * 16 + ((b.first >> lowest_bit) & 15)] += 1;
  }
  return statistics::chi_square_p(cells);
}

// A part of the address that is left out, folded onto another or only added to it makes the two
// draws equal, here or one person further on.
TEST_P(NeighbouringDraws, AreIndependent) {
  std::vector<Pair> pairs;
  for (std::uint32_t i = 0; i < 40'000; ++i) pairs.push_back(GetParam().pair(i));
  for (const int lowest_bit : {60, 30, 0}) {
    EXPECT_PRED1(plausible, joint_p(pairs, lowest_bit)) << "bits from " << lowest_bit;
  }
  const auto same = [](const Pair& pair) { return pair.first.first == pair.second.first; };
  EXPECT_EQ(std::count_if(pairs.begin(), pairs.end(), same), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Differing, NeighbouringDraws,
    testing::Values(Neighbours{"purpose", in_purpose}, Neighbours{"key", in_key},
                    Neighbours{"keys", along_keys}, Neighbours{"part", in_part},
                    Neighbours{"parts", along_parts}, Neighbours{"occurrence", in_occurrence},
                    Neighbours{"occurrences", along_occurrences}, Neighbours{"block", in_block},
                    Neighbours{"block_or_occurrence", in_block_against_occurrence},
                    Neighbours{"people", along_people},
                    Neighbours{"high_half_of_person", in_the_high_half_of_a_person},
                    Neighbours{"person_or_occurrence", in_person_against_occurrence},
                    Neighbours{"replication", in_replication},
                    Neighbours{"replications", along_replications},
                    Neighbours{"seeds", along_seeds},
                    Neighbours{"seed_or_replication", in_seed_against_replication},
                    Neighbours{"number_of_the_draw", in_the_number_of_the_draw}),
    [](const auto& given) { return given.param.differ_in; });

/// Five hundred ids as scenarios name them.
std::vector<std::string> realistic_ids() {
  std::vector<std::string> ids;
  for (const char* what : {"ibo",
                           "ibo_t",
                           "beroepsopleiding",
                           "arbeidszorg",
                           "lda",
                           "wijk_werken",
                           "art_60",
                           "gtb",
                           "tender_intensief",
                           "nt2",
                           "wse",
                           "maatwerk",
                           "werkplekleren",
                           "jobcoaching",
                           "tijdelijke_werkervaring",
                           "outreach",
                           "arbeidsmatig_activeren",
                           "screening",
                           "bemiddeling",
                           "nazorg"}) {
    for (const char* where :
         {"antwerpen", "limburg", "oost_vlaanderen", "west_vlaanderen", "vlaams_brabant"}) {
      for (int variant = 1; variant <= 5; ++variant) {
        ids.push_back(fmt::format("{}_{}_{}", what, where, variant));
      }
    }
  }
  return ids;
}

// A hundred thousand lanes: of 32 bits 10^10 / 2 / 2^32 = 1.2 pairs are expected to be equal, and a
// pair that is gives each person the same draw for two purposes. Of 64 bits it is 3 in 10^10.
TEST(Lane, IsDifferentForEveryPurposeAndPartOfFiveHundredItems) {
  std::set<std::uint64_t> lanes;
  const std::vector<std::string> ids = realistic_ids();
  ASSERT_EQ(ids.size(), 500U);
  for (const std::string& id : ids) {
    for (std::uint8_t purpose = 1; purpose <= 25; ++purpose) {
      for (std::uint32_t part = 0; part < 8; ++part) {
        lanes.insert(lane(static_cast<Purpose>(purpose), id, part).value);
      }
    }
  }
  EXPECT_EQ(lanes.size(), 100'000U);
}

TEST(Lane, IsDifferentWithoutAnItemAndWithANumberForItsKey) {
  std::set<std::uint64_t> lanes;
  for (std::uint8_t purpose = 1; purpose <= 25; ++purpose) {
    for (std::uint32_t part = 0; part < 8; ++part) {
      lanes.insert(lane(static_cast<Purpose>(purpose), {}, part).value);
      lanes.insert(lane(static_cast<Purpose>(purpose), std::to_string(part)).value);
    }
  }
  EXPECT_EQ(lanes.size(), 25U * 16U);
}

// Lanes of 32 bits in a word of 64 would leave bits the same everywhere.
TEST(Lane, UsesAllOfIts64Bits) {
  std::vector<double> ones(64);
  constexpr int n = 10'000;
  for (std::uint32_t part = 0; part < n; ++part) {
    for (std::size_t bit = 0; bit < 64; ++bit) {
      ones[bit] += static_cast<double>((lane(Purpose::split, "gent", part).value >> bit) & 1);
    }
  }
  for (const double count : ones) {
    EXPECT_PRED1(statistics::plausible_deviation, (count - n / 2.0) / std::sqrt(n / 4.0));
  }
}

// An occurrence shifted by the width of the block loses its high bits, or runs into the block.
TEST(Address, KeepsOccurrenceAndBlockApart) {
  const Lane about = lane(Purpose::phase_stay, "ibo");
  std::set<std::pair<std::uint64_t, std::uint64_t>> draws;
  int addresses = 0;
  for (const std::uint32_t occurrence :
       {0U, 1U, 2U, 255U, 256U, 257U, 65'535U, 65'536U, (1U << 24) - 1, 1U << 24, ~0U}) {
    for (const int block : {0, 1, 2, 127, 128, 255}) {
      const Draw draw =
          luck.draw(someone, about, Occurrence{occurrence}, static_cast<std::uint8_t>(block));
      draws.emplace(draw.first, draw.second);
      ++addresses;
    }
  }
  EXPECT_EQ(draws.size(), static_cast<std::size_t>(addresses));
}

// Every bit of every part of the address matters.
TEST(Address, ChangesTheDrawWithAnyOneOfItsBits) {
  const auto draw = [](std::uint64_t seed, std::uint32_t replication, std::uint64_t whose,
                       std::uint64_t about, std::uint32_t occurrence) {
    return Luck(seed, replication).draw(LuckKey{whose}, Lane{about}, Occurrence{occurrence}).first;
  };
  std::set<std::uint64_t> draws{draw(0, 0, 0, 0, 0)};
  for (int bit = 0; bit < 64; ++bit) {
    const std::uint64_t one = std::uint64_t{1} << bit;
    draws.insert({draw(one, 0, 0, 0, 0), draw(0, 0, one, 0, 0), draw(0, 0, 0, one, 0)});
    if (bit >= 32) continue;
    const auto half = static_cast<std::uint32_t>(one);
    draws.insert({draw(0, half, 0, 0, 0), draw(0, 0, 0, 0, half)});
  }
  EXPECT_EQ(draws.size(), 1U + 3U * 64U + 2U * 32U);
}

}  // namespace
}  // namespace doorstroom
