// The icons of the look: on a 24 grid, stroke 2, round caps and joins, drawn by Cairo from paths.
#pragma once

#include "kiosk/ui/text_painter.h"

#include <string_view>

namespace nextplease::ui {

enum class Icon {
    Globe,
    TextSize,
    Contrast,
    Lower,
    Speak,
    Help,
    Calendar,
    Place,
    Bubble,
    Clock,
    People,
    Person,
    Chevron,
    Arrow,
    Back,
    Tick,
    Cross,
    Printer,
    Phone,
    Wheelchair,
    Hearing,
    Eye,
    Interpreter,
    Quiet,
    Pushchair,
    Lock,
    Bell,
    Call,
    Play,
    Finish,
    Transfer,
    Hold,
    NoShow,
    Undo,
    Redo,
    Up,
    Down,
    Download,
    Backspace,
    Shift,
    Enter,
    Pencil,
    IdCard,
    Letter,
    Key,
    Screen,
    Kiosk,
    Cup,
    Out,
    More,
    Walk,
    Logo, // ridge line over a ground line, to stand in a rounded square
    Closed, // hollow square with a bar
    Now, // a triangle that points onwards: next, or being served now
    Hourglass,
    Plus,
    Minus,
    Unfold,
    FaceVeryBad, // five faces, in order
    FaceBad,
    FaceMiddling,
    FaceGood,
    FaceVeryGood,
    Disc, // and the other parts of the signs of pace: see widgets.h
    DiscTick,
    Warning,
    WarningEdge,
    WarningMark,
    Diamond,
    DiamondCross,
};

// Points the other way in right-to-left languages.
bool mirrored(Icon icon);

// By its name in kiosk.conf ("idcard", "letter", ...); false if there is none.
bool icon_named(std::string_view name, Icon& icon);

// `px` pixels square.
Mask icon_mask(Icon icon, int px, bool mirror);

// Modules of a QR code (level M) as a mask without quiet zone, `module_px` pixels a module.
// Throws InputError if `text` is too long for a code.
Mask qr_mask(const std::string& text, int module_px);
int qr_modules(const std::string& text); // along one side

} // namespace nextplease::ui
