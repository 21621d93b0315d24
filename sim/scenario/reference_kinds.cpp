#include "scenario/reference_kinds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/contracts.hpp"
#include "scenario/reference.hpp"

namespace doorstroom::scenario {

namespace {

/// "1,000,000" for 1e6.
std::string with_commas(double bound) {
  std::string text = fmt::format("{:g}", bound);
  if (bound != std::floor(bound)) return text;
  text = fmt::format("{:.0f}", bound);
  for (std::size_t at = text.size(); at > 3 + (text.front() == '-' ? 1U : 0U);) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

/// ", 0 to 1 per month": what is allowed.
std::string allowed(const Field& field) {
  std::string text;
  const bool low = std::isfinite(field.at_least);
  const bool high = std::isfinite(field.at_most);
  if (low && high) {
    text += fmt::format(", {} to {}", with_commas(field.at_least), with_commas(field.at_most));
  } else if (low) {
    text += fmt::format(", at least {}", with_commas(field.at_least));
  }
  if (field.unit == amount_unit) {
    text += " places, starts or euro";
  } else if (!field.unit.empty()) {
    text += fmt::format(" {}", field.unit);
  }
  if (field.decimals != any_decimals) text += fmt::format(", at most {} decimals", field.decimals);
  return text;
}

std::string link(std::string_view text, std::string_view title) {
  return fmt::format("[{}](#{})", text, anchor_of(title));
}

struct NameLink {
  Names kind;
  std::string_view word;
  std::string_view section;
};

constexpr std::array name_links{
    NameLink{Names::status, "status", "Statuses"},
    NameLink{Names::measure, "measure", "Measures"},
    NameLink{Names::screening, "screening service", "Screening services"},
    NameLink{Names::resource, "resource", "Resources"},
    NameLink{Names::distance_class, "class of distance", "Tables by distance"},
    NameLink{Names::attribute, "attribute", "Attributes"},
    NameLink{Names::attribute_value, "value of the attribute", "Attributes"},
    NameLink{Names::phase, "phase", "Phases"},
    NameLink{Names::instrument, "instrument", "Phases"},
    NameLink{Names::statute, "statute", "Statutes"},
};

enum class Article { none, indefinite };

/// "a [measure](#measures) or a [screening service](#screening-services)".
std::string links_to(Names kinds, Article article) {
  std::string text;
  for (const NameLink& one : name_links) {
    if (!includes(kinds, one.kind)) continue;
    const bool vowel = std::string_view("aeiou").find(one.word.front()) != std::string_view::npos;
    const std::string_view its_article = article == Article::none ? "" : vowel ? "an " : "a ";
    text += (text.empty() ? "" : " or ") + std::string(its_article) + link(one.word, one.section);
  }
  ENSURES(!text.empty());
  return text;
}

const ReferenceSection& section_of(std::string_view type) {
  const auto sections = reference_sections();
  const auto at = std::ranges::find(sections, type, &ReferenceSection::type);
  ENSURES(at != sections.end());
  return *at;
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
  return small;
}

}  // namespace

std::string anchor_of(std::string_view title) {
  std::string anchor = in_small_letters(title);
  std::erase_if(anchor, [](char c) { return c != ' ' && c != '-' && (c < 'a' || c > 'z'); });
  std::ranges::replace(anchor, ' ', '-');
  return anchor;
}

std::string one_of(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += fmt::format("`{}`", words[i]);
  }
  return text;
}

std::string link_to_one(std::string_view type) {
  std::string words(type);
  std::ranges::replace(words, '_', ' ');
  return link(words, section_of(type).title);
}

std::string link_to_several(std::string_view type) {
  const std::string_view title = section_of(type).title;
  return link(in_small_letters(title), title);
}

std::string kind_of_names(const Field& field) {
  std::string text = "name of " + links_to(field.refers, Article::indefinite);
  if (!field.or_word.empty()) text += fmt::format(", or `{}`", field.or_word);
  return text;
}

std::string kind_of_keys(const Field& field) {
  if (field.keys != Names::none) return links_to(field.keys, Article::none);
  ENSURES(!field.keyed_by.empty());
  return field.keyed_by == "indicator" ? link("indicator", "Indicators")
                                       : std::string(field.keyed_by);
}

std::string kinds_of(const std::string*, const Field& field) {
  if (field.refers == Names::none) return "texts";
  return "names, each of " + links_to(field.refers, Article::indefinite);
}

std::string kinds_of(const Quantity*, const Field& field) {
  return link("numbers", "Numbers") + allowed(field);
}

std::string kinds_of(const Margin*, const Field&) {
  return link("margins", "Margins");
}

std::string kind_of(const Margin*, const Field&) {
  return link("margin", "Margins");
}

std::string kind_of(const bool*, const Field&) {
  return "`true` or `false`";
}

std::string kind_of(const int*, const Field& field) {
  return "whole number" + allowed(field);
}

std::string kind_of(const std::int64_t*, const Field& field) {
  return "whole number" + allowed(field);
}

std::string kind_of(const std::uint64_t*, const Field&) {
  return "whole number, at least 0";
}

std::string kind_of(const double*, const Field& field) {
  return "plain number" + allowed(field);
}

std::string kind_of(const std::string*, const Field& field) {
  return field.refers == Names::none ? "text" : kind_of_names(field);
}

std::string kind_of(const Text*, const Field&) {
  return link("text for readers", "Texts for readers");
}

std::string kind_of(const Day*, const Field&) {
  return link("date", "Dates");
}

std::string kind_of(const Quantity*, const Field& field) {
  return (field.whole ? "whole " : "") + link("number", "Numbers") + allowed(field);
}

std::string kind_of(const Span*, const Field&) {
  return link("span of time", "Spans of time");
}

std::string kind_of(const Path*, const Field& field) {
  return link("path", "Paths over time") + " of numbers" + allowed(field);
}

std::string kind_of(const Stay*, const Field& field) {
  const std::string or_word = field.or_word.empty() ? "" : fmt::format(", or `{}`", field.or_word);
  return link("length of time", "Lengths of time") + or_word;
}

std::string kind_of(const Share*, const Field&) {
  return link("share", "Shares");
}

std::string kind_of(const Condition*, const Field&) {
  return link("condition", "Conditions");
}

std::string kind_of(const AttributeShares*, const Field&) {
  return link("shares of its values", "Shares of an attribute");
}

std::string kind_of(const CarryOver*, const Field& field) {
  return "`none`, `full` or a " + link("number", "Numbers") + allowed(field);
}

}  // namespace doorstroom::scenario
