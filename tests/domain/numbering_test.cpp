// Ticket numbers: how they look, what a person may type, and which comes next.
#include "core/domain/numbering.h"

#include <doctest/doctest.h>
#include <set>

using namespace nextplease;

TEST_CASE("A number is its letter and three digits, and leads back to them")
{
    CHECK(ticket_number("B", 42) == TicketNumber("B042"));
    CHECK(ticket_number("AB", 7) == TicketNumber("AB007"));
    CHECK(ticket_number("B", 999) == TicketNumber("B999"));
    for (int serial = 1; serial <= kHighestSerial; ++serial)
        CHECK(serial_of(ticket_number("B", serial), "B") == serial);
    for (const char* wrong : { "", "B", "B42", "B0042", "C042", "AB042", "B04x", "B000", "b042", "B-42" }) {
        CAPTURE(wrong);
        CHECK_FALSE(serial_of(TicketNumber(wrong), "B"));
    }
    CHECK_FALSE(serial_of(TicketNumber("B042"), "BA"));
}

TEST_CASE("What people type is taken as the number that they mean")
{
    for (const char* typed : { "B042", "b042", "b42", "B 42", "b 042", " b42 ", "B-042", "B - 42" }) {
        CAPTURE(typed);
        CHECK(normalized(typed) == TicketNumber("B042"));
    }
    CHECK(normalized("ab7") == TicketNumber("AB007"));
}

TEST_CASE("What is no number stays as it was typed")
{
    for (const char* typed :
        { "", "42", "B", "B0042", "ABC42", "4B2", "B4x", "B42 please", "ż42", "B٤٢", "--" }) {
        CAPTURE(typed);
        CHECK(normalized(typed) == TicketNumber(typed));
    }
}

TEST_CASE("Numbers count from 1 and begin anew after 999")
{
    const auto none_taken = [](int) { return false; };
    CHECK(next_serial(0, none_taken) == 1);
    CHECK(next_serial(1, none_taken) == 2);
    CHECK(next_serial(998, none_taken) == 999);
    CHECK(next_serial(999, none_taken) == 1);
}

TEST_CASE("Numbers of visitors who are still here are skipped")
{
    const std::set<int> here { 1, 2, 5, 999 };
    const auto taken = [&](int serial) { return here.contains(serial); };
    CHECK(next_serial(998, taken) == 3);
    CHECK(next_serial(3, taken) == 4);
    CHECK(next_serial(4, taken) == 6);
}

TEST_CASE("With every number taken there is none, with one free it is found from anywhere")
{
    CHECK_FALSE(next_serial(17, [](int) { return true; }));
    for (int last = 0; last <= kHighestSerial; ++last)
        CHECK(next_serial(last, [](int serial) { return serial != 500; }) == 500);
}

TEST_CASE("What has the form of a ticket number is one, and a reference of an appointment is none")
{
    for (const char* number : { "A001", "BA042", "C999" })
        CHECK(is_ticket_number(TicketNumber(number)));
    for (const char* other : { "A000", "A1", "K7M-4PX", "ABC123", "123", "" })
        CHECK_FALSE(is_ticket_number(TicketNumber(other)));
}
