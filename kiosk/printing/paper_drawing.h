// A slip set in type: where everything stands on 58 or 80 mm of paper, and its dots. The same text path as
// the screens (kiosk/ui), so that any script comes out right; dots are black or white at half coverage,
// without dithering, and the QR code stands on whole dots.
//
// One thread per drawer.
#pragma once

#include "kiosk/printing/paper.h"
#include "kiosk/printing/raster.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/text_setter.h"

#include <filesystem>
#include <optional>

namespace nextplease::printing {

// Eight dots to a millimetre.
constexpr int kDotsPerMillimetre = 8;
int dots_of(int paper_mm); // that a printer of that paper prints: 58 mm -> 384, 80 mm -> 576

// What stands where, for tests: dots from the top left.
struct Placed {
    enum class Kind { Text, Number, Code, Logo, Line };
    Kind kind;
    ui::Rect box;
    std::string text {};
    int em = 0; // of a Text or Number
    int module = 0; // of a Code: dots a module
};

struct DrawnPaper {
    Raster raster;
    std::vector<Placed> placed;
    int unknown_glyphs = 0;
    bool overflow = false; // something is wider than the paper
};

class PaperDrawer {
public:
    // `logo`: a PNG, or empty for the logo of the screens. Throws Failure if it cannot be read.
    explicit PaperDrawer(int paper_mm, const std::filesystem::path& logo = {});

    DrawnPaper draw(const Paper& paper) const;

private:
    int width_;
    ui::TextSetter setter_;
    std::optional<ui::Mask> logo_;
};

} // namespace nextplease::printing
