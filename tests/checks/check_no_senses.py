#!/usr/bin/env python3
"""S20: no step needs the visitor's voice, face or finger print, for the programs cannot hear, see or scan any.

Nothing in the sources opens a microphone, a camera or a reader of fingers, and nothing that could is linked.
"""
import re

import sources

SENSES = re.compile(
    r"SND_PCM_STREAM_CAPTURE|\bsnd_pcm_read|\barecord\b|\bparec\b|/dev/video|\bv4l2?\b|VIDIOC_|\bopencv\b|\bgst_|gstreamer"
    r"|\blibcamera\b|\bfprint\b|\bfacial\b|\bbiometr|\bpocketsphinx\b|\bvosk\b|\bwhisper\b", re.IGNORECASE)


def faults(root):
    for folder, kinds in ((("core", "kiosk"), (".cpp", ".h", ".txt")),):
        for name, path in sources.files(root, folder, kinds):
            for number, line in enumerate(sources.text_of(path).splitlines(), 1):
                if found := SENSES.search(line):
                    yield f'{name}:{number}: "{found.group(0)}": the kiosk neither listens nor looks'
    for name in ("CMakeLists.txt", "assets/packages.txt"):
        path = root / name
        if path.exists() and (found := SENSES.search(sources.text_of(path))):
            yield f'{name}: "{found.group(0)}": the kiosk neither listens nor looks'


GOOD = {"kiosk/sound/alsa.cpp": "snd_pcm_open(&pcm, name, SND_PCM_STREAM_PLAYBACK, 0);\n", "CMakeLists.txt": "alsa\n"}
BAD = [
    ({"kiosk/sound/ear.cpp": "snd_pcm_open(&pcm, name, SND_PCM_STREAM_CAPTURE, 0);\n"}, "neither listens nor looks"),
    ({"core/base/eye.h": 'open("/dev/video0");\n'}, "neither listens nor looks"),
    ({"CMakeLists.txt": "pkg_check_modules(GST gstreamer-1.0)\n"}, "neither listens nor looks"),
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
