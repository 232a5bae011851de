#include "core/reception/case_opening.h"

#include "text_keys.h"

namespace nextplease {
namespace {

using Kind = OpeningObstacle::Kind;

// nullopt: it was sealed to another key.
std::optional<Secret> opened(const SealedText& sealed, const SecretKey* key)
{
    if (sealed.key.empty())
        return Secret(std::string_view(sealed.text));
    return key->open(sealed);
}

} // namespace

std::optional<OpeningObstacle> reading_obstacle(Records& records, const CaseReader& reader)
{
    if (reader.staff.empty())
        return OpeningObstacle { Kind::NobodySignedIn };
    const auto member = records.staff_named(staff_key(reader.staff));
    if (!member || !member->active)
        return OpeningObstacle { Kind::NobodySignedIn };
    if (reader.desk) {
        const auto desk = records.desk(*reader.desk);
        if (!desk || desk->staff != member->name)
            return OpeningObstacle { Kind::NobodySignedIn };
    }
    if (!member->complaints)
        return OpeningObstacle { Kind::NotInTeam };
    return std::nullopt;
}

OpeningReply open_case(Reception& reception, CaseId id, const SecretKey* key, const CaseReader& reader)
{
    OpeningReply reply = OpeningObstacle { Kind::UnknownCase };
    reception.store().write([&](Records& records) {
        if (const auto obstacle = reading_obstacle(records, reader)) {
            reply = *obstacle;
            return;
        }
        const auto record = records.case_of(id);
        if (!record)
            return;
        const std::string sealed = sealed_to(*record);
        if (!sealed.empty() && !key) {
            reply = OpeningObstacle { Kind::KeyMissing, sealed };
            return;
        }
        auto words = opened(record->words, key);
        auto contact = opened(record->contact, key);
        if (!words || !contact) {
            reply = OpeningObstacle { Kind::OtherKey, words ? record->contact.key : record->words.key };
            return;
        }
        CaseEvent event;
        event.record = id;
        event.kind = CaseEventKind::Opened;
        event.at = reception.now();
        event.actor = actor_of(records.staff_named(staff_key(reader.staff)).value());
        records.add(event);
        reply = OpenedCase { std::move(*words), std::move(*contact) };
    });
    return reply;
}

std::string sealed_to(const Case& record)
{
    return record.words.key.empty() ? record.contact.key : record.words.key;
}

std::string sentence(const OpeningObstacle& obstacle, const Words& words)
{
    switch (obstacle.kind) {
    case Kind::UnknownCase:
        break;
    case Kind::NobodySignedIn:
        return words.say(Text::DeskWordsNobody);
    case Kind::NotInTeam:
        return words.say(Text::DeskWordsNotInTeam);
    case Kind::KeyMissing:
        return words.say(Text::DeskWordsNoKey);
    case Kind::OtherKey:
        return words.say(Text::DeskWordsOtherKey, { { "key", obstacle.sealed_to } });
    }
    return words.say(Text::DeskCaseRefusedUnknownCase);
}

} // namespace nextplease
