"""Pictures of every page on a phone and a desk, in light and dark, and of the sheet on paper: `make screenshots`.

They are written to `screenshots/`, for looking at; nothing compares them.
"""

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}


def main() -> None:
    import pypdfium2
    from playwright.sync_api import sync_playwright

    from browser.conftest import every_page, fill_home, start_server
    from browser.install import find

    out = ROOT / "screenshots"
    out.mkdir(exist_ok=True)
    language = sys.argv[1] if len(sys.argv) > 1 else "nb"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder), language, fill_home(Path(folder), language))
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        try:
            pages = every_page(server)
            for size, viewport in SIZES.items():
                for scheme in ("light", "dark"):
                    context = browser.new_context(viewport=viewport, color_scheme=scheme)
                    page = context.new_page()
                    page.goto(server.entrance)
                    for one in pages:
                        page.goto(server.origin + one.address)
                        # The bar at the bottom stands where it does in the window, not in the middle of the picture.
                        page.screenshot(
                            path=out / f"{named(one.address, server.slugs)}-{size}-{scheme}.png", full_page=True
                        )
                    context.close()
            page = browser.new_page()
            page.goto(server.entrance)
            page.goto(f"{server.origin}/s/{server.slugs[0]}/motet/ark")
            paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
            for number, sheet in enumerate(paper, start=1):
                sheet.render(scale=1.5).to_pil().save(out / f"ark-paper-{number}.png")
            paper.close()
        finally:
            browser.close()
            server.kill()
    print(f"{len(list(out.iterdir()))} pictures in {out.relative_to(ROOT)}/")


def named(address: str, slugs: tuple[str, ...]) -> str:
    """The address as a file name, the preparations called what they are."""
    for slug, name in zip(slugs, ("", "empty", "over"), strict=True):
        address = address.replace(f"/s/{slug}", name or "")
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[0-9a-f]{32}", "id", address)).strip("-") or "front"


if __name__ == "__main__":
    main()
