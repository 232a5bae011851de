#include "kiosk/ui/icon_shapes.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace nextplease::ui {

namespace {

constexpr Shape stroked(std::string_view path, double stroke = 2)
{
    return { Shape::Kind::Path, path, {}, Shape::Paint::Stroke, stroke };
}
// Filled, with a thin stroke that rounds its corners.
constexpr Shape filled(std::string_view path)
{
    return { Shape::Kind::Path, path, {}, Shape::Paint::FillAndStroke, 1 };
}
constexpr Shape area(std::string_view path)
{
    return { Shape::Kind::Path, path, {}, Shape::Paint::Fill, 0 };
}
constexpr Shape circle(double x, double y, double r)
{
    return { Shape::Kind::Ellipse, {}, { x, y, r, r }, Shape::Paint::Stroke, 2 };
}
constexpr Shape ellipse(double x, double y, double rx, double ry)
{
    return { Shape::Kind::Ellipse, {}, { x, y, rx, ry }, Shape::Paint::Stroke, 2 };
}
constexpr Shape disc(double x, double y, double r)
{
    return { Shape::Kind::Ellipse, {}, { x, y, r, r }, Shape::Paint::Fill, 0 };
}
constexpr Shape box(double x, double y, double w, double h, double r, double stroke = 2)
{
    return { Shape::Kind::Box, {}, { x, y, w, h, r }, Shape::Paint::Stroke, stroke };
}
constexpr Shape bar(double x, double y, double w, double h, double r)
{
    return { Shape::Kind::Box, {}, { x, y, w, h, r }, Shape::Paint::Fill, 0 };
}

constexpr Shape kGlobe[] {
    circle(12, 12, 9),
    ellipse(12, 12, 4, 9),
    stroked("M3 12H21"),
};
constexpr Shape kTextSize[] {
    stroked("M2 19L5.5 11L9 19M3.4 16H7.6"),
    stroked("M10.5 19L16.25 5L22 19M12.6 14.2H19.9"),
};
constexpr Shape kContrast[] {
    circle(12, 12, 9),
    filled("M12 4A8 8 0 0 1 12 20Z"),
};
constexpr Shape kLower[] {
    box(5, 2, 14, 20, 2.5),
    stroked("M12 5V12M9 9.2L12 12.2L15 9.2"),
    bar(8, 15.5, 8, 3.6, 1),
};
constexpr Shape kSpeak[] {
    filled("M3 9.5H6.5L11.5 5.5V18.5L6.5 14.5H3Z"),
    stroked("M15 9.2A4 4 0 0 1 15 14.8M17.8 6.4A8 8 0 0 1 17.8 17.6"),
};
constexpr Shape kHelp[] {
    circle(12, 12, 9),
    stroked("M9.3 9.6A2.75 2.75 0 1 1 13 12.1C12.3 12.4 12 12.9 12 13.7"),
    disc(12, 17, 1.25),
};
constexpr Shape kCalendar[] {
    box(3, 5, 18, 16, 2),
    stroked("M3 10H21M8 3V6.5M16 3V6.5M8.5 15.2L11 17.6L15.6 13"),
};
constexpr Shape kPlace[] {
    stroked("M12 15C9.2 11.6 7.8 9.6 7.8 7.2A4.2 4.2 0 0 1 16.2 7.2C16.2 9.6 14.8 11.6 12 15Z"),
    disc(12, 7.2, 1.4),
    disc(4, 19.5, 2),
    disc(12, 19.5, 2),
    disc(20, 19.5, 2),
};
constexpr Shape kBubble[] {
    stroked("M5 4H19A2 2 0 0 1 21 6V15A2 2 0 0 1 19 17H11.5L7 21V17H5A2 2 0 0 1 3 15V6A2 2 0 0 1 5 4Z"),
    stroked("M7.5 8.8H16.5M7.5 12.4H13"),
};
constexpr Shape kClock[] {
    circle(12, 12, 9),
    stroked("M12 7V12L15.4 14"),
};
constexpr Shape kPeople[] {
    circle(9, 8, 3.4),
    stroked("M2.8 19.5C2.8 15.8 5.4 13.8 9 13.8C12.6 13.8 15.2 15.8 15.2 19.5"),
    stroked("M15.4 4.9A3.4 3.4 0 0 1 15.4 11.1M17.6 14.3C19.9 15 21.2 16.9 21.2 19.5"),
};
constexpr Shape kPerson[] {
    circle(12, 7.5, 3.8),
    stroked("M4.5 20.5C4.5 16.3 7.6 14 12 14C16.4 14 19.5 16.3 19.5 20.5"),
};
constexpr Shape kChevron[] {
    stroked("M9 5L16 12L9 19", 2.6),
};
constexpr Shape kUnfold[] {
    stroked("M5 9L12 16L19 9", 2.2),
};
constexpr Shape kArrow[] {
    stroked("M4 12H20M13.5 5.5L20 12L13.5 18.5"),
};
constexpr Shape kBack[] {
    stroked("M20 12H4M10.5 5.5L4 12L10.5 18.5"),
};
constexpr Shape kTick[] {
    stroked("M5 12.5L10 17.5L19 7"),
};
constexpr Shape kCross[] {
    stroked("M6 6L18 18M18 6L6 18"),
};
constexpr Shape kPrinter[] {
    stroked("M7 8V3H17V8M7 17H4.5A1.5 1.5 0 0 1 3 15.5V9.5A1.5 1.5 0 0 1 4.5 8H19.5A1.5 1.5 0 0 1 21 "
            "9.5V15.5A1.5 1.5 0 0 1 19.5 17H17"),
    box(7, 13.5, 10, 7.5, 0.5),
};
constexpr Shape kPhone[] {
    box(6.5, 2, 11, 20, 2.2),
    stroked("M10.8 18.6H13.2"),
};
constexpr Shape kWheelchair[] {
    disc(10, 4, 2),
    stroked("M10 8V13.5H15L17.8 19.5M10 10.3H14.5"),
    stroked("M7.2 10.8A5.6 5.6 0 1 0 14.6 17.6"),
};
constexpr Shape kHearing[] {
    stroked("M6.5 9.2A5.5 5.5 0 0 1 17.5 9.2C17.5 12.6 14.2 13.2 14.2 16.4A3.2 3.2 0 0 1 8.4 18.2M10 9.4A2.1 "
            "2.1 0 0 1 14.1 9.4C14.1 10.8 12.4 11.2 12.4 12.8"),
};
constexpr Shape kEye[] {
    stroked("M2 12C4.8 7.6 8.2 5.5 12 5.5C15.8 5.5 19.2 7.6 22 12C19.2 16.4 15.8 18.5 12 18.5C8.2 18.5 4.8 "
            "16.4 2 12Z"),
    circle(12, 12, 3),
};
constexpr Shape kInterpreter[] {
    stroked("M3 4H14V12H8.5L5.5 15V12H3Z"),
    stroked("M17 9H21V17H18.5V20L15.5 17H10.5V15.5"),
};
constexpr Shape kQuiet[] {
    filled("M3 9.5H6.5L11.5 5.5V18.5L6.5 14.5H3Z"),
    stroked("M15.5 9.5L20.5 14.5M20.5 9.5L15.5 14.5"),
};
constexpr Shape kPushchair[] {
    stroked("M3 5H5.5L8.5 14H19M19 14A8 8 0 0 0 11 6V14"),
    circle(10, 18.5, 1.8),
    circle(17, 18.5, 1.8),
};
constexpr Shape kLock[] {
    box(5, 11, 14, 10, 2),
    stroked("M8 11V8A4 4 0 0 1 16 8V11M12 15V17.2"),
};
constexpr Shape kBell[] {
    stroked("M6 16.5V11A6 6 0 0 1 18 11V16.5L20 18.5H4ZM10.3 21.5H13.7"),
};
constexpr Shape kCall[] {
    filled("M3 10V14.5H6.5L15.5 19.5V5L6.5 10Z"),
    stroked("M18.6 9A4.6 4.6 0 0 1 18.6 15.5"),
};
constexpr Shape kPlay[] {
    filled("M7.5 4.5L19.5 12L7.5 19.5Z"),
};
constexpr Shape kFinish[] {
    circle(12, 12, 9),
    stroked("M7.8 12.3L10.8 15.3L16.4 9"),
};
constexpr Shape kTransfer[] {
    stroked("M4 8H19.5M15.5 4L19.5 8L15.5 12M20 16H4.5M8.5 12L4.5 16L8.5 20"),
};
constexpr Shape kHold[] {
    bar(6.5, 5, 4, 14, 1),
    bar(13.5, 5, 4, 14, 1),
};
constexpr Shape kNoShow[] {
    circle(9, 8, 3.6),
    stroked("M2.5 20C2.5 16.2 5.2 14 9 14C11 14 12.7 14.6 13.9 15.8M16 9.8L21.4 15.2M21.4 9.8L16 15.2"),
};
constexpr Shape kUndo[] {
    stroked("M8.5 5L4 9.5L8.5 14M4 9.5H14.5A5 5 0 0 1 14.5 19.5H9"),
};
constexpr Shape kRedo[] {
    stroked("M15.5 5L20 9.5L15.5 14M20 9.5H9.5A5 5 0 0 0 9.5 19.5H15"),
};
constexpr Shape kUp[] {
    stroked("M12 20V4M5.5 10.5L12 4L18.5 10.5"),
};
constexpr Shape kDown[] {
    stroked("M12 4V20M5.5 13.5L12 20L18.5 13.5"),
};
constexpr Shape kDownload[] {
    stroked("M12 4V15M7.5 10.8L12 15.3L16.5 10.8M4.5 20H19.5"),
};
constexpr Shape kBackspace[] {
    stroked("M9 5.5H20A1 1 0 0 1 21 6.5V17.5A1 1 0 0 1 20 18.5H9L3 12ZM12 9.7L16.6 14.3M16.6 9.7L12 14.3"),
};
constexpr Shape kShift[] {
    stroked("M12 4.5L20 12H16V19H8V12H4Z"),
};
constexpr Shape kEnter[] {
    stroked("M20 6V13.5H5M9.2 9.3L5 13.5L9.2 17.7"),
};
constexpr Shape kPencil[] {
    stroked("M4 20L5 15.5L15.8 4.7A1.6 1.6 0 0 1 18 4.7L19.3 6A1.6 1.6 0 0 1 19.3 8.2L8.5 19ZM13.8 6.7L17.3 "
            "10.2"),
};
constexpr Shape kIdCard[] {
    box(2.5, 5, 19, 14, 2),
    circle(8.5, 11, 2),
    stroked("M5.5 16C5.5 14.4 6.7 13.6 8.5 13.6C10.3 13.6 11.5 14.4 11.5 16M14.5 10H18.5M14.5 14H18.5"),
};
constexpr Shape kLetter[] {
    box(3, 5, 18, 14, 2),
    stroked("M3.6 6.2L12 13L20.4 6.2"),
};
constexpr Shape kKey[] {
    circle(7.5, 12, 4),
    stroked("M11.5 12H21V16M17 12V15"),
};
constexpr Shape kScreen[] {
    box(3, 4, 18, 12, 1.5),
    stroked("M12 16V20M8 20H16"),
};
constexpr Shape kKiosk[] {
    box(6, 2.5, 12, 13, 1.5),
    stroked("M12 15.5V20.5M8 20.5H16"),
};
constexpr Shape kCup[] {
    stroked(
        "M5 8H16V15A4 4 0 0 1 12 19H9A4 4 0 0 1 5 15ZM16 10H18A2.2 2.2 0 0 1 18 14.4H16M8 5V3.5M12.5 5V3.5"),
};
constexpr Shape kOut[] {
    stroked("M10 4H5V20H10M9.5 12H20M15.5 7.5L20 12L15.5 16.5"),
};
constexpr Shape kMore[] {
    disc(5, 12, 1.8),
    disc(12, 12, 1.8),
    disc(19, 12, 1.8),
};
constexpr Shape kWalk[] {
    disc(13, 4, 2),
    stroked("M9 21L11.5 15L10.5 11.5L13.2 8.2L15.5 11.5H18.5M11.5 15L14.5 17.5L15.5 21M10.5 11.5L8 12.8"),
};
constexpr Shape kClosed[] {
    box(2, 2, 20, 20, 2, 2.4),
    stroked("M7 12H17", 2.6),
};
constexpr Shape kDisc[] {
    disc(12, 12, 11),
};
constexpr Shape kDiscTick[] {
    stroked("M7 12.5L10.7 16L17 8.5", 2.6),
};
constexpr Shape kWarning[] {
    area("M12 1.5L23 21.5H1Z"),
};
constexpr Shape kWarningEdge[] {
    stroked("M12 1.5L23 21.5H1Z", 1.8),
};
constexpr Shape kWarningMark[] {
    stroked("M12 8.5V14", 2.6),
    disc(12, 18, 1.6),
};
constexpr Shape kDiamond[] {
    area("M12 .5L23.5 12L12 23.5L.5 12Z"),
};
constexpr Shape kDiamondCross[] {
    stroked("M8.7 8.7L15.3 15.3M15.3 8.7L8.7 15.3", 2.6),
};
constexpr Shape kNow[] {
    area("M3 2.5L22 12L3 21.5Z"),
};
constexpr Shape kHourglass[] {
    stroked("M6 3H18M6 21H18"),
    stroked("M7.5 3V6.5L12 12L16.5 6.5V3M7.5 21V17.5L12 12L16.5 17.5V21"),
};
constexpr Shape kPlus[] {
    stroked("M12 4V20M4 12H20", 3),
};
constexpr Shape kMinus[] {
    stroked("M4 12H20", 3),
};
constexpr Shape kFaceVeryBad[] {
    circle(12, 12, 9.5),
    disc(8.6, 10.8, 1.3),
    disc(15.4, 10.8, 1.3),
    stroked("M7.6 17.4C10.53 13.53 13.47 13.53 16.4 17.4M7 7.6L10 9.2M17 7.6L14 9.2", 1.8),
};
constexpr Shape kFaceBad[] {
    circle(12, 12, 9.5),
    disc(8.6, 9.4, 1.3),
    disc(15.4, 9.4, 1.3),
    stroked("M8 16.6C10.67 14.47 13.33 14.47 16 16.6", 1.8),
};
constexpr Shape kFaceMiddling[] {
    circle(12, 12, 9.5),
    disc(8.6, 9.4, 1.3),
    disc(15.4, 9.4, 1.3),
    stroked("M8 15.6H16", 1.8),
};
constexpr Shape kFaceGood[] {
    circle(12, 12, 9.5),
    disc(8.6, 9.4, 1.3),
    disc(15.4, 9.4, 1.3),
    stroked("M8 14.6C10.67 16.87 13.33 16.87 16 14.6", 1.8),
};
constexpr Shape kFaceVeryGood[] {
    circle(12, 12, 9.5),
    disc(8.6, 9.4, 1.3),
    disc(15.4, 9.4, 1.3),
    stroked("M7 13.4C10.33 17.8 13.67 17.8 17 13.4Z", 1.8),
};
constexpr Shape kLogo[] {
    stroked("M10 40L24 21L33 33L40 25L54 40", 5),
    stroked("M10 50H54", 5),
};

constexpr IconDrawing kDrawings[] {
    { Icon::Globe, "globe", Facing::None, 24, kGlobe },
    { Icon::TextSize, "textsize", Facing::None, 24, kTextSize },
    { Icon::Contrast, "contrast", Facing::None, 24, kContrast },
    { Icon::Lower, "lower", Facing::None, 24, kLower },
    { Icon::Speak, "speak", Facing::Way, 24, kSpeak },
    { Icon::Help, "help", Facing::None, 24, kHelp },
    { Icon::Calendar, "calendar", Facing::None, 24, kCalendar },
    { Icon::Place, "place", Facing::None, 24, kPlace },
    { Icon::Bubble, "bubble", Facing::Way, 24, kBubble },
    { Icon::Clock, "clock", Facing::None, 24, kClock },
    { Icon::People, "people", Facing::None, 24, kPeople },
    { Icon::Person, "person", Facing::None, 24, kPerson },
    { Icon::Chevron, "chevron", Facing::Way, 24, kChevron },
    { Icon::Arrow, "arrow", Facing::Way, 24, kArrow },
    { Icon::Back, "back", Facing::Way, 24, kBack },
    { Icon::Tick, "tick", Facing::None, 24, kTick },
    { Icon::Cross, "cross", Facing::None, 24, kCross },
    { Icon::Printer, "printer", Facing::None, 24, kPrinter },
    { Icon::Phone, "phone", Facing::None, 24, kPhone },
    { Icon::Wheelchair, "wheelchair", Facing::None, 24, kWheelchair },
    { Icon::Hearing, "hearing", Facing::None, 24, kHearing },
    { Icon::Eye, "eye", Facing::None, 24, kEye },
    { Icon::Interpreter, "interpreter", Facing::None, 24, kInterpreter },
    { Icon::Quiet, "quiet", Facing::Way, 24, kQuiet },
    { Icon::Pushchair, "pushchair", Facing::None, 24, kPushchair },
    { Icon::Lock, "lock", Facing::None, 24, kLock },
    { Icon::Bell, "bell", Facing::None, 24, kBell },
    { Icon::Call, "call", Facing::Way, 24, kCall },
    { Icon::Play, "play", Facing::Way, 24, kPlay },
    { Icon::Finish, "finish", Facing::None, 24, kFinish },
    { Icon::Transfer, "transfer", Facing::None, 24, kTransfer },
    { Icon::Hold, "hold", Facing::None, 24, kHold },
    { Icon::NoShow, "noshow", Facing::None, 24, kNoShow },
    { Icon::Undo, "undo", Facing::Way, 24, kUndo },
    { Icon::Redo, "redo", Facing::Way, 24, kRedo },
    { Icon::Up, "up", Facing::None, 24, kUp },
    { Icon::Down, "down", Facing::None, 24, kDown },
    { Icon::Download, "download", Facing::None, 24, kDownload },
    { Icon::Backspace, "backspace", Facing::Way, 24, kBackspace },
    { Icon::Shift, "shift", Facing::None, 24, kShift },
    { Icon::Enter, "enter", Facing::Way, 24, kEnter },
    { Icon::Pencil, "pencil", Facing::None, 24, kPencil },
    { Icon::IdCard, "idcard", Facing::None, 24, kIdCard },
    { Icon::Letter, "letter", Facing::None, 24, kLetter },
    { Icon::Key, "key", Facing::None, 24, kKey },
    { Icon::Screen, "screen", Facing::None, 24, kScreen },
    { Icon::Kiosk, "kiosk", Facing::None, 24, kKiosk },
    { Icon::Cup, "cup", Facing::None, 24, kCup },
    { Icon::Out, "out", Facing::Way, 24, kOut },
    { Icon::More, "more", Facing::None, 24, kMore },
    { Icon::Walk, "walk", Facing::Way, 24, kWalk },
    { Icon::Logo, "", Facing::None, 64, kLogo },
    { Icon::Closed, "", Facing::None, 24, kClosed },
    { Icon::Hourglass, "", Facing::None, 24, kHourglass },
    { Icon::Plus, "", Facing::None, 24, kPlus },
    { Icon::Minus, "", Facing::None, 24, kMinus },
    { Icon::Unfold, "", Facing::None, 24, kUnfold },
    { Icon::FaceVeryBad, "", Facing::None, 24, kFaceVeryBad },
    { Icon::FaceBad, "", Facing::None, 24, kFaceBad },
    { Icon::FaceMiddling, "", Facing::None, 24, kFaceMiddling },
    { Icon::FaceGood, "", Facing::None, 24, kFaceGood },
    { Icon::FaceVeryGood, "", Facing::None, 24, kFaceVeryGood },
    { Icon::Disc, "", Facing::None, 24, kDisc },
    { Icon::DiscTick, "", Facing::None, 24, kDiscTick },
    { Icon::Warning, "", Facing::None, 24, kWarning },
    { Icon::WarningEdge, "", Facing::None, 24, kWarningEdge },
    { Icon::WarningMark, "", Facing::None, 24, kWarningMark },
    { Icon::Diamond, "", Facing::None, 24, kDiamond },
    { Icon::DiamondCross, "", Facing::None, 24, kDiamondCross },
    { Icon::Now, "", Facing::Way, 24, kNow },
};

} // namespace

std::span<const IconDrawing> icon_drawings()
{
    return kDrawings;
}

const IconDrawing& icon_drawing(Icon icon)
{
    const auto* const at = std::find_if(std::begin(kDrawings), std::end(kDrawings),
        [icon](const IconDrawing& one) { return one.icon == icon; });
    assert(at != std::end(kDrawings));
    return *at;
}

} // namespace nextplease::ui
