"""A page in Chromium without a window, asked through its own protocol on two pipes: nothing else is needed."""
import base64
import json
import os
import shutil
import subprocess

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

# Of every letter that is shown: the contrast of its colour with the ground under it (WCAG 2.2, 1.4.3), least first.
CONTRASTS = """(() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => { const f = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
  const ground = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; n = walk.nextNode();) {
    const e = n.parentElement, s = getComputedStyle(e);
    if (!n.data.trim() || s.display === 'none' || s.visibility === 'hidden' || ['TITLE', 'DESC', 'STYLE'].includes(e.tagName.toUpperCase())) continue;
    const ink = e.namespaceURI.includes('svg') ? s.fill : s.color;
    const [a, b] = [light(parts(ink)), light(ground(e))];
    found.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), n.data.trim().slice(0, 40), ink]);
  }
  return found.sort((a, b) => a[0] - b[0]);
})()"""


class Browser:
    """One page, in which no script of its own may run."""

    def __init__(self, folder):
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        words = [PROGRAM, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update", f"--user-data-dir={folder}/chromium"]
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "sh", *words], pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(folder)})
        os.close(theirs_in), os.close(theirs_out)
        self.read, self.write = os.fdopen(ours_in, "rb", 0), os.fdopen(ours_out, "wb", 0)
        self.number, self.session, self.buffer, self.requests, self.loaded = 0, None, b"", [], False
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for name in ("Page.enable", "Network.enable", "Accessibility.enable"):
            self.ask(name)
        self.ask("Emulation.setScriptExecutionDisabled", value=True)

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        self.read.close(), self.write.close()

    def message(self):
        while b"\0" not in self.buffer:
            more = self.read.read(1 << 20)
            if not more:
                raise RuntimeError("Chromium has ended")
            self.buffer += more
        one, self.buffer = self.buffer.split(b"\0", 1)
        said = json.loads(one)
        if said.get("method") == "Network.requestWillBeSent":
            self.requests.append(said["params"]["request"]["url"])
        self.loaded |= said.get("method") == "Page.loadEventFired"
        return said

    def ask(self, method, **parameters):
        self.number += 1
        asked = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            asked["sessionId"] = self.session
        self.write.write(json.dumps(asked).encode() + b"\0")
        while True:
            said = self.message()
            if said.get("id") == self.number:
                if "error" in said:
                    raise RuntimeError(f"{method}: {said['error']}")
                return said["result"]

    def open(self, path, width=1280):
        self.requests, self.loaded = [], False
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.ask("Page.navigate", url=f"file://{path}")
        while not self.loaded:
            self.message()

    def value(self, expression):
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def media(self, name):
        self.ask("Emulation.setEmulatedMedia", media=name)

    def roles(self):
        """Of everything that a screen reader is told of: (role, name)."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored")]

    def printed(self):
        return base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
