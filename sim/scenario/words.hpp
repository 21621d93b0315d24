// The words of a scenario file for each enumeration. Order is the order in which they are listed
// to users.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom::scenario {

template <class Enum>
struct Words;

template <class Enum, std::size_t size>
using WordList = std::array<std::pair<Enum, std::string_view>, size>;

template <>
struct Words<Standing> {
  static constexpr WordList<Standing, 4> all{{{Standing::cited, "cited"},
                                              {Standing::published, "public"},
                                              {Standing::derived, "derived"},
                                              {Standing::assumption, "assumption"}}};
};
template <>
struct Words<Interpolation> {
  static constexpr WordList<Interpolation, 2> all{
      {{Interpolation::step, "step"}, {Interpolation::linear, "linear"}}};
};
template <>
struct Words<PaidWork> {
  static constexpr WordList<PaidWork, 3> all{
      {{PaidWork::none, "none"}, {PaidWork::nec, "nec"}, {PaidWork::sec, "sec"}}};
};
template <>
struct Words<UnemploymentClock> {
  static constexpr WordList<UnemploymentClock, 3> all{{{UnemploymentClock::runs, "runs"},
                                                       {UnemploymentClock::frozen, "frozen"},
                                                       {UnemploymentClock::stopped, "stopped"}}};
};
template <>
struct Words<MarginUnit> {
  static constexpr WordList<MarginUnit, 2> all{
      {{MarginUnit::share, "share"}, {MarginUnit::people, "people"}}};
};
template <>
struct Words<Variation> {
  static constexpr WordList<Variation, 2> all{
      {{Variation::poisson, "poisson"}, {Variation::even, "even"}}};
};
template <>
struct Words<ExitKind> {
  static constexpr WordList<ExitKind, 3> all{{{ExitKind::job_finding, "job_finding"},
                                              {ExitKind::job_loss, "job_loss"},
                                              {ExitKind::other, "other"}}};
};
template <>
struct Words<ResourceKind> {
  static constexpr WordList<ResourceKind, 3> all{{{ResourceKind::places, "places"},
                                                  {ResourceKind::contingent, "contingent"},
                                                  {ResourceKind::budget, "budget"}}};
};
template <>
struct Words<Release> {
  static constexpr WordList<Release, 2> all{
      {{Release::monthly, "monthly"}, {Release::at_once, "at_once"}}};
};
template <>
struct Words<Charge> {
  static constexpr WordList<Charge, 2> all{{{Charge::start, "start"}, {Charge::month, "month"}}};
};
template <>
struct Words<ListKind> {
  static constexpr WordList<ListKind, 3> all{{{ListKind::trajectory, "trajectory"},
                                              {ListKind::screening, "screening"},
                                              {ListKind::sec_job, "sec_job"}}};
};
template <>
struct Words<AfterWait> {
  static constexpr WordList<AfterWait, 2> all{
      {{AfterWait::refer, "refer"}, {AfterWait::leave, "leave"}}};
};
template <>
struct Words<WithoutPlace> {
  static constexpr WordList<WithoutPlace, 2> all{
      {{WithoutPlace::skip, "skip"}, {WithoutPlace::stop, "stop"}}};
};
template <>
struct Words<WhenClosing> {
  static constexpr WordList<WhenClosing, 3> all{
      {{WhenClosing::finish, "finish"}, {WhenClosing::back, "back"}, {WhenClosing::move, "move"}}};
};
template <>
struct Words<Circuit> {
  static constexpr WordList<Circuit, 4> all{{{Circuit::none, "none"},
                                             {Circuit::nec, "nec"},
                                             {Circuit::sec, "sec"},
                                             {Circuit::care, "care"}}};
};
template <>
struct Words<ListTooLong::Then> {
  static constexpr WordList<ListTooLong::Then, 3> all{{{ListTooLong::Then::wait, "wait"},
                                                       {ListTooLong::Then::next, "next"},
                                                       {ListTooLong::Then::stay, "stay"}}};
};
template <>
struct Words<Choosing> {
  static constexpr WordList<Choosing, 2> all{
      {{Choosing::by_share, "by_share"}, {Choosing::in_order, "in_order"}}};
};

template <class Enum>
std::string_view word(Enum value) {
  for (const auto& [known, text] : Words<Enum>::all) {
    if (known == value) return text;
  }
  return "";
}

}  // namespace doorstroom::scenario
