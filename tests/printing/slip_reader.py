"""Other hands that read slips: zbar for their codes, and npos, a decoder of ESC/POS from npm."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILD = pathlib.Path(sys.argv[3]).resolve() if len(sys.argv) > 3 else None


def codes_in(picture):
    """What the codes in a picture hold: a file, or the bytes of one."""
    if isinstance(picture, bytes):
        with tempfile.NamedTemporaryFile(suffix=".pbm") as file:
            file.write(picture)
            file.flush()
            return codes_in(pathlib.Path(file.name))
    run = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, timeout=120)
    return run.stdout.split()


def npos():
    """Its folder, installed once into the build folder, and why it could not be had: one of them is None."""
    folder = BUILD / "npos"
    found = folder / "node_modules" / "npos"
    if found.exists():
        return found, None
    if not shutil.which("npm") or not shutil.which("node"):
        return None, "npos, the other decoder, needs node and npm"
    try:
        # In a folder beside, so that two tests at once, or one that was stopped, leave nothing half done.
        with tempfile.TemporaryDirectory(prefix="npos-", dir=BUILD) as beside:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(HERE / "decoder" / name, beside)
            subprocess.run(
                ["npm", "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"],
                cwd=beside, check=True, capture_output=True, text=True, timeout=180)
            folder.mkdir(exist_ok=True)
            if not found.exists():
                shutil.move(pathlib.Path(beside) / "node_modules", folder / "node_modules")
    except subprocess.CalledProcessError as error:
        return None, "npm cannot install npos, the other decoder: " + error.stderr.strip().rsplit("\n", 1)[-1]
    except (subprocess.SubprocessError, OSError) as error:
        return None, f"npm cannot install npos, the other decoder: {error}"
    return found, None


def read_by_npos(folder, file):
    """The commands by name, and the dots of all pictures, rows of 0 and 1."""
    run = subprocess.run(["node", HERE / "decoder" / "decode.js", folder, file],
                         capture_output=True, text=True, timeout=180)
    if run.returncode != 0:
        raise AssertionError(run.stderr)
    found = json.loads(run.stdout)
    # It makes one picture of those that follow each other.
    return {"commands": found["commands"], "rows": [row for picture in found["pictures"] for row in picture]}
