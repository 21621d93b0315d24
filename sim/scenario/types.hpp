// Which scenario types are objects with described members, and how they are called in the schema.
#pragma once

#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom::scenario {

/// Name of a described type in the JSON Schema; empty for values.
template <class T>
inline constexpr std::string_view type_name = "";

template <>
inline constexpr std::string_view type_name<Horizon> = "horizon";
template <>
inline constexpr std::string_view type_name<Attribute> = "attribute";
template <>
inline constexpr std::string_view type_name<Status> = "status";
template <>
inline constexpr std::string_view type_name<Profile> = "profile";
template <>
inline constexpr std::string_view type_name<Arrivals> = "arrivals";
template <>
inline constexpr std::string_view type_name<Stock> = "stock";
template <>
inline constexpr std::string_view type_name<DurationFactor> = "duration_factor";
template <>
inline constexpr std::string_view type_name<GroupFactor> = "group_factor";
template <>
inline constexpr std::string_view type_name<Destination> = "destination";
template <>
inline constexpr std::string_view type_name<Exit> = "exit";
template <>
inline constexpr std::string_view type_name<Drift> = "drift";
template <>
inline constexpr std::string_view type_name<LabourMarket> = "labour_market";
template <>
inline constexpr std::string_view type_name<Statute> = "statute";
template <>
inline constexpr std::string_view type_name<DaysWorked> = "days_worked";
template <>
inline constexpr std::string_view type_name<WorkRight> = "work_right";
template <>
inline constexpr std::string_view type_name<LimitStep> = "limit_step";
template <>
inline constexpr std::string_view type_name<AfterLimit> = "after_limit";
template <>
inline constexpr std::string_view type_name<BenefitLimit> = "benefit_limit";
template <>
inline constexpr std::string_view type_name<Benefits> = "benefits";
template <>
inline constexpr std::string_view type_name<Split> = "split";
template <>
inline constexpr std::string_view type_name<ShareOf> = "share_of";
template <>
inline constexpr std::string_view type_name<Resource> = "resource";
template <>
inline constexpr std::string_view type_name<Need> = "need";
template <>
inline constexpr std::string_view type_name<PriorityClass> = "priority_class";
template <>
inline constexpr std::string_view type_name<MaximumWait> = "maximum_wait";
template <>
inline constexpr std::string_view type_name<EmployerChoice> = "employer_choice";
template <>
inline constexpr std::string_view type_name<CounsellorChange> = "counsellor_change";
template <>
inline constexpr std::string_view type_name<WaitingList> = "waiting_list";
template <>
inline constexpr std::string_view type_name<DropOut> = "drop_out";
template <>
inline constexpr std::string_view type_name<Gap> = "gap";
template <>
inline constexpr std::string_view type_name<Phase> = "phase";
template <>
inline constexpr std::string_view type_name<CumulatedLimit> = "cumulated_limit";
template <>
inline constexpr std::string_view type_name<OpenPeriod> = "open_period";
template <>
inline constexpr std::string_view type_name<Closing> = "closing";
template <>
inline constexpr std::string_view type_name<Approval> = "approval";
template <>
inline constexpr std::string_view type_name<Extension> = "extension";
template <>
inline constexpr std::string_view type_name<PostEffect> = "post_effect";
template <>
inline constexpr std::string_view type_name<Aftercare> = "aftercare";
template <>
inline constexpr std::string_view type_name<Misfit> = "misfit";
template <>
inline constexpr std::string_view type_name<Measure> = "measure";
template <>
inline constexpr std::string_view type_name<Misclassification> = "misclassification";
template <>
inline constexpr std::string_view type_name<Screening> = "screening";
template <>
inline constexpr std::string_view type_name<ListTooLong> = "list_too_long";
template <>
inline constexpr std::string_view type_name<ReferralChoice> = "referral_choice";
template <>
inline constexpr std::string_view type_name<ReferralRule> = "referral_rule";
template <>
inline constexpr std::string_view type_name<Observed> = "observed";
template <>
inline constexpr std::string_view type_name<Carousel> = "carousel";
template <>
inline constexpr std::string_view type_name<Output> = "output";
template <>
inline constexpr std::string_view type_name<Scenario> = "scenario";

/// A type with described members.
template <class T>
concept Described = !type_name<T>.empty();

template <class... Types>
struct TypeList {
  /// Calls visit(std::type_identity<Type>()) for each of them.
  template <class Visit>
  static void for_each(Visit visit) {
    (visit(std::type_identity<Types>()), ...);
  }
};

/// All of them; the scenario itself comes first.
using DescribedTypes =
    TypeList<Scenario, Horizon, Attribute, Status, Profile, Arrivals, Stock, DurationFactor,
             GroupFactor, Destination, Exit, Drift, LabourMarket, Statute, DaysWorked, WorkRight,
             LimitStep, AfterLimit, BenefitLimit, Benefits, ShareOf, EmployerChoice,
             CounsellorChange, Split, Resource, Need, PriorityClass, MaximumWait, WaitingList,
             DropOut, Gap, Phase, CumulatedLimit, OpenPeriod, Closing, Approval, Extension,
             PostEffect, Aftercare, Misfit, Measure, Misclassification, Screening, ListTooLong,
             ReferralChoice, ReferralRule, Observed, Carousel, Output>;

/// A described type whose items are known by their id.
template <class T>
concept Named = Described<T> && requires(T item) {
  { item.id } -> std::convertible_to<std::string>;
};

/// A described type of which one file never gives a part: either one key or another.
template <class T>
inline constexpr bool replaced_whole = false;
template <>
inline constexpr bool replaced_whole<DropOut> = true;

/// A map whose entries stand for themselves. One whose values are numbers is one thing (shares,
/// factors by month) and is replaced whole.
template <class T>
inline constexpr bool is_table = false;
template <class T>
inline constexpr bool is_table<std::map<std::string, T>> =
    !std::is_same_v<T, Quantity> && !std::is_same_v<T, Share>;

/// A described type that may be written as a name alone ("to": "job_nec").
template <class T>
inline constexpr bool may_be_a_name = false;
template <>
inline constexpr bool may_be_a_name<Destination> = true;
template <>
inline constexpr bool may_be_a_name<ReferralChoice> = true;

}  // namespace doorstroom::scenario
