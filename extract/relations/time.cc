// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/time.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace entente {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != '.') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

template <std::size_t N>
int index_of(const std::array<std::string_view, N>& names, std::string_view word, bool abbreviated = false) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == word ||
        (abbreviated && word.size() >= 3 && word.size() <= 4 && names[i].starts_with(word))) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekday_names = {"sunday",   "monday", "tuesday", "wednesday",
                                                           "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 13> numbers = {"zero", "one",    "two",   "three", "four",
                                                      "five", "six",    "seven", "eight", "nine",
                                                      "ten",  "eleven", "twelve"};

std::optional<int> number(std::string_view word) {
  if (word == "a" || word == "an") return 1;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == word) return static_cast<int>(i);
  }
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || value > 9999) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return word.empty() ? std::nullopt : std::optional(value);
}

std::string text(year_month_day date) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

std::string text(year_month date) {
  return text(date / day(1)).substr(0, 7);
}
std::string text(year date) {
  return text(date / month(1) / day(1)).substr(0, 4);
}

std::optional<year_month_day> parse_date(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto y = number(iso.substr(0, 4)), m = number(iso.substr(5, 2)), d = number(iso.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const year_month_day date = year(*y) / month(static_cast<unsigned>(*m)) / day(static_cast<unsigned>(*d));
  return date.ok() ? std::optional(date) : std::nullopt;
}

class TimeFinder {
 public:
  TimeFinder(const Sentence& sentence, std::string_view anchor)
      : sentence_(sentence), anchor_(parse_date(anchor)) {
    for (const Token& token : sentence.tokens) words_.push_back(lower(token.form));
  }

  std::vector<TimeExpression> run() {
    for (at_ = 0; at_ < words_.size();) {
      const std::size_t begin = at_;
      const std::string value = read();
      if (value.empty()) {
        at_ = begin + 1;
      } else {
        found_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), value});
      }
    }
    return std::move(found_);
  }

 private:
  std::string_view word(std::size_t ahead = 0) const {
    return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead]) : std::string_view();
  }
  bool capital(std::size_t ahead = 0) const {
    const std::string_view form = sentence_.tokens[at_ + ahead].form;
    return !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
  }

  std::string read() {
    for (const auto reader :
         {&TimeFinder::named_day, &TimeFinder::relative_period, &TimeFinder::week_day, &TimeFinder::ago,
          &TimeFinder::month_date, &TimeFinder::day_month, &TimeFinder::year_only}) {
      const std::size_t begin = at_;
      std::string value = (this->*reader)();
      if (!value.empty()) return value;
      at_ = begin;
    }
    return {};
  }

  std::string named_day() {
    if (!anchor_) return {};
    const std::string_view w = word();
    const int offset = w == "today" ? 0 : w == "yesterday" ? -1 : w == "tomorrow" ? 1 : 9;
    if (offset == 9) return {};
    ++at_;
    return text(year_month_day(sys_days(*anchor_) + days(offset)));
  }

  // "last month", "next week", "this year", "last night".
  std::string relative_period() {
    if (!anchor_) return {};
    const std::string_view w = word(), unit = word(1);
    const int way = w == "last" ? -1 : w == "next" ? 1 : w == "this" ? 0 : 9;
    if (way == 9) return {};
    at_ += 2;
    const bool by_day = unit == "morning" || unit == "afternoon" || unit == "evening";
    if (unit == "night" ? way == -1 : by_day && way == 0)
      return text(year_month_day(sys_days(*anchor_) + days(way)));
    if (unit == "year") return text(anchor_->year() + std::chrono::years(way));
    if (unit == "month") return text(year_month(anchor_->year(), anchor_->month()) + months(way));
    if (unit == "week") {
      const sys_days today(*anchor_);
      const sys_days monday = today - (weekday(today) - std::chrono::Monday) + days(7 * way);
      return text(year_month_day(monday)) + "/" + text(year_month_day(monday + days(6)));
    }
    if (const int index = index_of(month_names, unit, true); index >= 0)
      return text(nearest_month(index, way));
    if (const int index = index_of(weekday_names, unit); index >= 0) return text(near_weekday(index, way));
    return {};
  }

  std::string week_day() {
    const int index = index_of(weekday_names, word());
    if (!anchor_ || index < 0 || !capital()) return {};
    ++at_;
    return text(near_weekday(index, 0));
  }

  // "Tuesday" is the last one unless its clause speaks of the future.
  year_month_day near_weekday(int index, int way) const {
    const sys_days today(*anchor_);
    const weekday wanted(static_cast<unsigned>(index));
    if (way > 0 || (way == 0 && future())) {
      const days ahead = wanted - weekday(today);
      return year_month_day(today + (ahead == days(0) && way > 0 ? days(7) : ahead));
    }
    return year_month_day(today - (weekday(today) - wanted));
  }

  bool future() const {
    for (const std::string& w : words_) {
      if (w == "will" || w == "due" || w == "scheduled" || w == "plans" || w == "expected") return true;
    }
    return false;
  }

  // "two weeks ago".
  std::string ago() {
    const auto count = number(word());
    if (!anchor_ || !count || word(2) != "ago") return {};
    const std::string unit(word(1));
    at_ += 3;
    if (unit.starts_with("day")) return text(year_month_day(sys_days(*anchor_) - days(*count)));
    if (unit.starts_with("week")) return text(year_month_day(sys_days(*anchor_) - days(7 * *count)));
    if (unit.starts_with("month"))
      return text(year_month(anchor_->year(), anchor_->month()) - months(*count));
    if (unit.starts_with("year") && *count < 3000) return text(anchor_->year() - std::chrono::years(*count));
    return {};
  }

  // A month without a year is the nearest past one, or the coming one where the sentence speaks of the
  // future.
  year_month nearest_month(int index, int way) const {
    const month wanted(static_cast<unsigned>(index + 1));
    year_month date(anchor_->year(), wanted);
    const year_month now(anchor_->year(), anchor_->month());
    if (way < 0 ? date >= now : way == 0 && !future() && date > now) date -= std::chrono::years(1);
    if (way > 0 ? date <= now : way == 0 && future() && date < now) date += std::chrono::years(1);
    return date;
  }

  std::optional<year> year_at(std::size_t ahead) const {
    const auto value = number(word(ahead));
    return value && word(ahead).size() == 4 && *value >= 1600 && *value <= 2100 ? std::optional(year(*value))
                                                                                : std::nullopt;
  }

  // "Feb. 24", "February 24, 2022", "April", "April 2003".
  std::string month_date() {
    const int index = index_of(month_names, word(), true);
    if (index < 0 || !capital()) return {};
    ++at_;
    const auto d = number(word());
    const bool has_day = d && *d >= 1 && *d <= 31 && word().size() <= 2;
    if (has_day) ++at_;
    std::size_t comma = word() == "," ? 1 : 0;
    const auto y = year_at(comma);
    if (y) at_ += comma + 1;
    if (!y && !anchor_) return {};
    if (!has_day && !y && index == 4 && at_ == 1) return {};  // "May" that opens a sentence
    const year_month when =
        y ? year_month(*y, month(static_cast<unsigned>(index + 1))) : nearest_month(index, 0);
    if (!has_day) return text(when);
    const year_month_day date = when / day(static_cast<unsigned>(*d));
    return date.ok() ? text(date) : std::string();
  }

  // "24 February 2022".
  std::string day_month() {
    const auto d = number(word());
    if (!d || *d < 1 || *d > 31 || word().size() > 2 || at_ + 1 >= words_.size()) return {};
    const int index = index_of(month_names, word(1), true);
    if (index < 0 || !capital(1)) return {};
    const auto y = year_at(2);
    if (!y && !anchor_) return {};
    at_ += y ? 3 : 2;
    const year_month when =
        y ? year_month(*y, month(static_cast<unsigned>(index + 1))) : nearest_month(index, 0);
    const year_month_day date = when / day(static_cast<unsigned>(*d));
    return date.ok() ? text(date) : std::string();
  }

  std::string year_only() {
    const bool led = at_ > 0 && (words_[at_ - 1] == "in" || words_[at_ - 1] == "since" ||
                                 words_[at_ - 1] == "of" || words_[at_ - 1] == "during");
    const auto y = year_at(0);
    if (!led || !y) return {};
    ++at_;
    return text(*y);
  }

  const Sentence& sentence_;
  std::optional<year_month_day> anchor_;
  std::vector<std::string> words_;
  std::vector<TimeExpression> found_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<TimeExpression> find_times(const Sentence& sentence, std::string_view anchor) {
  return TimeFinder(sentence, anchor).run();
}

std::string date_of(const DependencyTree& tree, std::uint32_t predicate,
                    const std::vector<TimeExpression>& times) {
  const TimeExpression* best = nullptr;
  std::uint32_t nearest = 0;
  auto top = predicate;
  for (int steps = 0; steps < 3; ++steps) {  // the predicate, then the verb that carries it
    for (const TimeExpression& time : times) {
      if (time.end > tree.size() || !tree.dominates(top, time.begin)) continue;
      const std::uint32_t distance = time.begin > predicate ? time.begin - predicate : predicate - time.begin;
      if (!best || distance < nearest) best = &time, nearest = distance;
    }
    if (best || tree.head(top) < 0 || tree.token(top).upos == Upos::verb) break;
    top = static_cast<std::uint32_t>(tree.head(top));
  }
  return best ? best->value : std::string();
}

}  // namespace entente
