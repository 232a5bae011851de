// A printer that does what the test says.
#pragma once

#include "kiosk/printing/printing.h"

#include <utility>
#include <vector>

namespace nextplease::visitor {

class FakePrinting : public printing::Printing {
public:
    printing::SlipId print(printing::Paper paper) override
    {
        papers.push_back(std::move(paper));
        told.slip = printing::SlipId(static_cast<std::int64_t>(papers.size()));
        told.state = printing::SlipState::Waiting;
        told.why = told.device;
        return told.slip;
    }
    void print_again(printing::SlipId slip) override { again.push_back(slip); }
    void forget(printing::SlipId slip) override { forgotten.push_back(slip); }
    const printing::Now& now() override { return told; }

    // What the printer's thread would tell.
    void tell(DeviceState device, printing::SlipState state)
    {
        told.device = told.why = device;
        told.state = state;
        told.heard = true;
    }
    printing::Now told;
    std::vector<printing::Paper> papers;
    std::vector<printing::SlipId> again, forgotten;
};

} // namespace nextplease::visitor
