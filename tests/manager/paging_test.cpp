// Tables with more rows than room: each is turned by its own pager, and ends where there is no more.
#include "core/reception/cases.h"
#include "kiosk/manager/manager_face.h"
#include "kiosk/manager/screen.h"
#include "tests/manager/manager_office.h"
#include "tests/support/ui_driver.h"

namespace nextplease::manager {
namespace {

// Paints a view that the test made, and does to the manager what is pressed.
class Shown : public app::Face {
public:
    explicit Shown(Manager& manager)
        : view(manager.view())
        , manager_(manager)
    {
        view.exports.labels.clear();
        view.waiting.clear();
        view.staffing.title = "Plan";
    }
    void show(std::shared_ptr<const Snapshot>) override { }
    bool tick(ui::Moment, ui::Moment) override { return false; }
    bool same(const Snapshot&, const Snapshot&) const override { return true; }
    const ui::Theme& theme() const override { return ui::light_theme(); }
    const Words& words() const override { return manager_.words(); }
    ui::Size reference(float, float) const override { return kReference; }
    void draw(ui::Frame& frame) override
    {
        frame.input.screen("page");
        if (const Act act = paint(frame, view))
            act(manager_);
    }
    View view;

private:
    Manager& manager_;
};

// Only that one of the tables has more rows than there is room for.
void fill(View& view, std::size_t long_one)
{
    const auto tables = tables_of(view);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        TableView& table = *tables[i].table;
        table.columns = { "what" };
        table.rows.assign(i == long_one ? 60 : 1, TableRow { .letter = {}, .name = "Row", .cells = {} });
        table.sum.reset();
    }
    view.tab = tables.at(long_one).tab;
}

} // namespace

TEST_CASE("Every table of every page turns itself and no other one")
{
    ManagerOffice office;
    office.look();
    Shown face(office.manager);
    for (std::size_t place = 0; place < tables_of(face.view).size(); ++place) {
        fill(face.view, place);
        CAPTURE(tables_of(face.view).at(place).key);
        office.manager.show_tab(face.view.tab);
        UiDriver ui(face, 1920, 1080);
        std::vector<std::string> pagers;
        for (const ui::Item& item : ui.items()) {
            if (item.key.ends_with(".more"))
                pagers.push_back(item.key);
        }
        REQUIRE(pagers.size() == 1);
        ui.tap(pagers.front());
        View turned = office.manager.view();
        const auto tables = tables_of(turned);
        for (std::size_t i = 0; i < tables.size(); ++i) {
            CAPTURE(tables[i].key);
            CHECK(tables[i].table->page == (i == place ? 1 : 0));
        }
    }
}

TEST_CASE("The open register is read to its end, page after page")
{
    ManagerOffice office;
    CaseWish wish;
    wish.service = ServiceCode("B");
    wish.words = Secret(std::string_view("The lift was broken."));
    for (int i = 0; i < 70; ++i)
        receive_case(office.reception, wish, {}, "kiosk");
    const auto face = make_manager_face_at(
        office.configuration, office.commands, "complaints", Language("en"), office.room());
    UiDriver ui(*face, 1920, 1080);
    CHECK(ui.says("1–16 / 70"));
    for (int page = 0; page < 4; ++page)
        ui.tap("case.more");
    CHECK(ui.says("65–70 / 70"));
    CHECK(ui.says("K-70"));
}

TEST_CASE("In Urdu the words of a plan stay in their card, and what-ifs stand under it")
{
    ManagerOffice office { Language("ur") };
    office.look();
    Shown face(office.manager);
    fill(face.view, 8);
    StaffingView& staffing = face.view.staffing;
    const std::string sentence =
        "پچھلے ایک سال کے آنے والوں کے ساتھ دن کئی بار کھیلا جاتا ہے تاکہ ڈیسکوں کی تعداد معلوم ہو سکے۔ ";
    staffing.title = sentence;
    staffing.expected = sentence + sentence + sentence;
    staffing.basis = sentence + sentence + "آخر";
    staffing.what_ifs.title = "اگر؟";
    UiDriver ui(face, 1920, 1080);
    float lowest = 0, table = 0;
    for (const ui::Painted& one : ui.painted()) {
        if (one.kind != ui::Painted::Kind::Text)
            continue;
        if (one.text == staffing.what_ifs.title)
            table = one.device.y;
        if (one.text.find("کھیلا") != std::string::npos || one.text.find("آخر") != std::string::npos)
            lowest = std::max(lowest, one.device.y + one.device.h);
    }
    REQUIRE(lowest > 0);
    REQUIRE(table > 0);
    CHECK(lowest <= table);
}

} // namespace nextplease::manager
