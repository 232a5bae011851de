// Last month's figures in words, the same on every screen.
#pragma once

#include "core/base/catalogue.h"
#include "core/reception/charter.h"

#include <string>

namespace nextplease {

// Whether enough people stand behind a figure for a share to be said: fewer tell nothing, and might tell who
// they are.
bool may_be_said(const CharterResult& result);

// "93 in 100 people (412 of 440)", or "93 in 100 (412 of 440)" of what are no people, such as letters;
// rounded down: a share never looks better than it is. Empty: not counted.
std::string result_words(const CharterResult& result, const Words& words);

// "Goal reached: 90 in 100"; empty: there is no goal, or too few people to judge.
std::string verdict_words(const CharterResult& result, const Words& words);

} // namespace nextplease
