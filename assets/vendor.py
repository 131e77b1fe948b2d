"""Copies the pinned web assets into the package, with their licences and digests. Needs Node; its result is committed.

python assets/vendor.py
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
STATIC = HERE.parent / "src" / "andregang" / "web" / "static"
AXE = HERE.parent / "tests" / "browser" / "axe.min.js"
COMPONENTS = (
    "base", "alert", "badge", "breadcrumbs", "button", "card", "details", "dialog", "divider", "error-summary", "field",
    "fieldset", "file-upload", "heading", "input", "label", "link", "list", "paragraph", "skip-link", "spinner",
    "table", "tag", "validation-message",
)  # fmt: skip
LICENCES = {
    "@digdir/designsystemet-css": "MIT",
    "@digdir/designsystemet-web": "MIT",
    "@digdir/designsystemet": "MIT",
    "@fontsource-variable/inter": "OFL-1.1",
    "htmx.org": "0BSD",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("package.json", "package-lock.json", "designsystemet.config.json"):
            if (HERE / file).exists():
                shutil.copy(HERE / file, folder)
        install = "ci" if (folder / "package-lock.json").exists() else "install"
        subprocess.run(["npm", install, "--ignore-scripts", "--silent"], cwd=folder, check=True)
        shutil.copy(folder / "package-lock.json", HERE)
        build_theme(folder)
        STATIC.mkdir(parents=True, exist_ok=True)
        copy(folder / "node_modules", folder / "theme")


def build_theme(folder: Path) -> None:
    for step in (["create"], ["build", "--tokens", "./tokens", "--out-dir", "./theme"]):
        subprocess.run(["npx", "designsystemet", "tokens", *step], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def copy(modules: Path, theme: Path) -> None:
    css = modules / "@digdir" / "designsystemet-css" / "dist" / "src"
    parts = ["@layer ds.theme, ds.base, ds.components, app;"]
    # The files of single components stand in no layer, and would win over ours.
    parts += [f"@layer {layer(name)} {{\n{(css / f'{name}.css').read_text('utf-8')}\n}}" for name in COMPONENTS]
    inter = modules / "@fontsource-variable" / "inter" / "files"
    files = {
        "ds.css": ("\n".join(parts).encode(), "@digdir/designsystemet-css"),
        "theme.css": ((theme / "andregang.css").read_bytes(), "@digdir/designsystemet"),
        "ds-web.js": (umd(modules / "@digdir" / "designsystemet-web"), "@digdir/designsystemet-web"),
        "htmx.js": ((modules / "htmx.org" / "dist" / "htmx.min.js").read_bytes(), "htmx.org"),
        "inter-latin.woff2": ((inter / "inter-latin-wght-normal.woff2").read_bytes(), "@fontsource-variable/inter"),
        "inter-latin-ext.woff2": (
            (inter / "inter-latin-ext-wght-normal.woff2").read_bytes(),
            "@fontsource-variable/inter",
        ),
    }
    manifest = []
    for name, (data, package) in files.items():
        (STATIC / name).write_bytes(data)
        version = json.loads((modules / package / "package.json").read_text("utf-8"))["version"]
        digest = hashlib.sha256(data).hexdigest()
        manifest.append(
            {"file": name, "package": package, "version": version, "licence": LICENCES[package], "sha256": digest}
        )
    (STATIC / "MANIFEST.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
    licences = STATIC / "licences"
    licences.mkdir(exist_ok=True)
    for package in sorted(LICENCES):
        text = next((path for path in (modules / package).glob("LICENSE*")), None)
        if text:
            shutil.copy(text, licences / f"{package.strip('@').replace('/', '-')}.txt")
    shutil.copy(modules / "axe-core" / "axe.min.js", AXE)


def layer(component: str) -> str:
    return "ds.base" if component == "base" else "ds.components"


def umd(package: Path) -> bytes:
    script = next((package / "dist" / "umd").glob("*.js")).read_text("utf-8")
    return "\n".join(line for line in script.split("\n") if not line.startswith("//# sourceMappingURL")).encode()


if __name__ == "__main__":
    main()
