// What people read of cases: why a step may not be done, and the names of what a case and its events are.
#pragma once

#include "core/base/catalogue.h"
#include "core/domain/case_life.h"

#include <string>

namespace nextplease {

std::string sentence(const CaseObstacle& obstacle, const Words& words);
// "an apology", as a part of a list.
std::string words_of(Remedy remedy, const Words& words);
// "It is too old": why a complaint is not looked into.
std::string words_of(RefusalGround ground, const Words& words);

// "Acknowledged": a step of a case that was taken.
std::string words_of(CaseEventKind kind, const Words& words);

// Who did it, as people call them: of an actor such as "staff:Ann", "desk:Desk 1" or "kiosk".
std::string actor_words(const std::string& actor, const Words& words);

} // namespace nextplease
