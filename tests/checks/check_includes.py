#!/usr/bin/env python3
"""Which folder may include which, which file wraps which library, and that every source file is built."""
import re

import sources

# Each may include those named, and itself. Faces do not know each other.
CORE = ["core/base", "core/domain", "core/store", "core/reception"]
FACES = ["kiosk/visitor", "kiosk/desk", "kiosk/board", "kiosk/manager"]
SHARED = ["kiosk/ui", "kiosk/printing", "kiosk/sound", "kiosk/app", "kiosk/chart", "kiosk/report"]
LAYERS = {
    "core/base": [],
    "core/domain": CORE[:1],
    "core/store": CORE[:2],
    "core/reception": CORE[:3],
    "kiosk/ui": CORE[:2],
    "kiosk/chart": CORE[:1] + ["kiosk/ui"],
    "kiosk/report": CORE + ["kiosk/ui", "kiosk/chart"],
    "kiosk/printing": CORE + ["kiosk/ui"],
    "kiosk/sound": CORE,
    "kiosk/app": CORE + SHARED[:3],
    **{face: CORE + SHARED for face in FACES},
    "kiosk/phone": CORE,
    "kiosk/demo": CORE + SHARED + FACES,
    "kiosk/cli": CORE + SHARED + ["kiosk/demo"] + FACES,
    "kiosk": CORE + SHARED + ["kiosk/demo", "kiosk/cli"] + FACES,
}

# Library headers, and the only files or folders that may include them: one wrapper per library.
WRAPPERS = [
    (r"sqlite3\.h", ["core/store/sqlite_connection.cpp", "core/store/sqlite_gathered_writes.cpp"]),
    (r"toml\+\+/", ["core/base/toml_reader.cpp"]),
    (r"spdlog/", ["core/base/log.cpp"]),
    (r"date/", ["core/base/local_time.cpp"]),
    (r"boost/", ["core/base/catalogue.cpp"]),
    (r"csv\.h", ["core/reception/"]),
    (r"sodium", ["core/reception/sealing.cpp", "core/reception/key_file.cpp", "core/reception/service_pin.cpp"]),
    (r"CLI/", [
        "kiosk/cli/arguments.cpp",
        "kiosk/cli/appointment_options.cpp",
        "kiosk/cli/case_options.cpp",
        "kiosk/cli/contact_options.cpp",
        "kiosk/cli/estimate_options.cpp",
        "kiosk/cli/period_options.cpp",
        "kiosk/cli/plan_options.cpp",
        "kiosk/cli/policy_options.cpp",
        "kiosk/cli/feedback_options.cpp", "kiosk/cli/key_options.cpp",
        "kiosk/cli/retention_options.cpp",
        "kiosk/cli/published_options.cpp",
        "kiosk/cli/report_form.cpp",
        "kiosk/cli/staff_options.cpp",
        "kiosk/cli/ticket_options.cpp",
    ]),
    (r"nlohmann/", [
        "kiosk/cli/case_output.cpp", "kiosk/cli/complaint_output.cpp",
        "kiosk/cli/estimate_json.cpp",
        "kiosk/cli/json_output.cpp",
        "kiosk/cli/plan_json.cpp",
        "kiosk/cli/policy_json.cpp",
        "kiosk/cli/subject_output.cpp",
        "kiosk/report/csv_metadata.cpp", "kiosk/report/document_files.cpp", "kiosk/report/visit_json.cpp",
        "kiosk/demo/probe_reader.cpp",
    ]),
    (r"xlsxwriter\.h", ["kiosk/report/"]),
    (r"X11/", ["kiosk/app/x_touch.cpp"]),
    (r"alsa/", ["kiosk/sound/alsa.cpp"]),
    (r"qrencode\.h", ["kiosk/ui/"]),
    (r"cups/", ["kiosk/printing/cups_sink.cpp", "kiosk/printing/letter_printer.cpp"]),
    (r"cairo/", ["kiosk/ui/", "kiosk/app/", "kiosk/printing/"]),
    (r"(imgui|backends/imgui|GLFW/|GL/|EGL/|pango/|fontconfig/)", ["kiosk/ui/", "kiosk/app/"]),
]
TOOLKIT = r"(imgui|backends/imgui|GLFW/)"
GENERATED = {"text_keys.h", "text_table.inc"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)


def includes(path):
    return [(mark, name) for mark, name in INCLUDE.findall(sources.text_of(path))]


def folder_of(name):
    parts = name.split("/")[:-1]
    return "/".join(parts[:2])


def layer_faults(name, included):
    mine = folder_of(name)
    if mine not in LAYERS:
        yield f"{name}: the folder {mine} has no place among the layers; give it one in check_includes.py"
        return
    for mark, other in included:
        if mark != '"' or other in GENERATED:
            continue
        if other.count("/") < 1 or not other.startswith(("core/", "kiosk/")):
            yield f"{name}: includes \"{other}\"; write the path from the top, such as \"core/base/ids.h\""
        elif folder_of(other) != mine and folder_of(other) not in LAYERS[mine]:
            yield f"{name}: includes \"{other}\", but {mine} may not use {folder_of(other)}"


def wrapper_faults(name, included):
    for pattern, allowed in WRAPPERS:
        for mark, other in included:
            if mark == "<" and re.match(pattern, other) and not name.startswith(tuple(allowed)):
                yield f"{name}: includes <{other}>, which only {' and '.join(allowed)} may"


def order_faults(root, name, included):
    # Also what proves that the header compiles alone: see CMakeLists.txt beside this file.
    own = name.removesuffix(".cpp") + ".h"
    if name.endswith(".cpp") and (root / own).exists() and (not included or included[0][1] != own):
        yield f"{name}: must include its own header \"{own}\" first"


def reaches_toolkit(name, graph, seen):
    """The chain of includes by which a file comes to see ImGui or GLFW; empty if it does not."""
    if name in seen:
        return []
    seen.add(name)
    for mark, other in graph.get(name, []):
        if mark == "<" and re.match(TOOLKIT, other):
            return [name, f"<{other}>"]
        chain = reaches_toolkit(other, graph, seen) if mark == '"' else []
        if chain:
            return [name] + chain
    return []


def unbuilt_faults(root):
    lists = {path.parent: sources.text_of(path) for name, path in sources.files(root, sources.CODE, (".txt",))}
    for name, path in sources.files(root, sources.CODE, (".cpp",)):
        # In the list of its own folder or one above; or anywhere with its folder, as fixtures of several tests are.
        here = "\n".join(lists.get(folder, "") for folder in path.parents)
        anywhere = "\n".join(lists.values())
        by_folder = f"{path.parent.name}/{path.name}"
        if not re.search(rf"(^|[\s/]){re.escape(path.name)}\b", here) and by_folder not in anywhere:
            yield f"{name}: is not built: name it in the CMakeLists.txt of its folder, or remove it"


def faults(root):
    yield from unbuilt_faults(root)
    graph = {name: includes(path) for name, path in sources.files(root, ("core", "kiosk"), (".h", ".cpp"))}
    for name, included in graph.items():
        yield from layer_faults(name, included)
        yield from wrapper_faults(name, included)
        yield from order_faults(root, name, included)
        if folder_of(name) in FACES and not name.endswith("_face.cpp"):
            chain = reaches_toolkit(name, graph, set())
            if chain:
                yield f"{name}: a face must not see the toolkit, but does: {' -> '.join(chain)}"


GOOD = {
    "core/base/CMakeLists.txt": "add_library(base log.cpp x.cpp)\n",
    "core/CMakeLists.txt": "x.cpp\n",
    "kiosk/CMakeLists.txt": "add_executable(main\n    main.cpp\n    ui/canvas.cpp\n    desk/desk_face.cpp x.cpp)\n",
    "core/base/ids.h": "#pragma once\n#include <string>\n",
    "core/base/log.h": "#pragma once\n",
    "core/base/log.cpp": '#include "core/base/log.h"\n#include <spdlog/spdlog.h>\n',
    "core/reception/reception.h": '#pragma once\n#include "core/base/ids.h"\n#include "text_keys.h"\n',
    "kiosk/ui/canvas.h": '#pragma once\n#include "core/base/ids.h"\n',
    "kiosk/ui/canvas.cpp": '#include "kiosk/ui/canvas.h"\n\n#include <imgui.h>\n',
    "kiosk/app/window.h": "#pragma once\n#include <GLFW/glfw3.h>\n",
    "kiosk/desk/screen.h": '#include "kiosk/ui/canvas.h"\n#include "core/reception/reception.h"\n',
    "kiosk/desk/desk_face.cpp": '#include "kiosk/app/window.h"\n',
    "kiosk/main.cpp": '#include "kiosk/desk/screen.h"\n',
}
BAD = [
    ({"core/base/x.cpp": '#include "core/domain/visit.h"\n'}, "core/base may not use core/domain"),
    ({"core/reception/x.h": '#include "kiosk/ui/canvas.h"\n'}, "core/reception may not use kiosk/ui"),
    ({"kiosk/ui/x.h": '#include "core/reception/reception.h"\n'}, "kiosk/ui may not use core/reception"),
    ({"kiosk/ui/x.h": '  #  include "core/store/store.h"\n'}, "kiosk/ui may not use core/store"),
    ({"kiosk/desk/x.h": '#include "kiosk/board/board.h"\n'}, "kiosk/desk may not use kiosk/board"),
    ({"core/base/x.h": '#include "tests/support/x.h"\n'}, "write the path from the top"),
    ({"core/base/x.h": '#include "ids.h"\n'}, "write the path from the top"),
    ({"core/extra/x.h": "\n"}, "has no place among the layers"),
    ({"core/store/x.cpp": "#include <sqlite3.h>\n"}, "which only core/store/sqlite_connection.cpp and core/store/sqlite_gathered_writes.cpp may"),
    ({"core/reception/x.cpp": "#include <toml++/toml.h>\n"}, "which only core/base/toml_reader.cpp may"),
    ({"core/domain/x.cpp": "#include <spdlog/spdlog.h>\n"}, "which only core/base/log.cpp may"),
    ({"kiosk/board/x.cpp": "#include <imgui.h>\n"}, "which only kiosk/ui/ and kiosk/app/ may"),
    ({"core/base/x.cpp": "#include <cairo/cairo.h>\n"}, "which only kiosk/ui/ and kiosk/app/ and kiosk/printing/ may"),
    ({"core/base/log.cpp": '#include <string>\n#include "core/base/log.h"\n'}, "its own header"),
    ({"core/base/y.cpp": "\n"}, "core/base/y.cpp: is not built"),
    ({"tests/base/x.cpp": "\n"}, "tests/base/x.cpp: is not built"),
    ({"kiosk/desk/model.h": '#include "kiosk/app/window.h"\n'}, "a face must not see the toolkit"),
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
