"""Trains everything that is learned, in the order one rests on another: `make train`, or `python -m training [name …]`.

Each step has a fixed seed and prints its held-out figures; what ships is written into `src/andregang/language/data`.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
STEPS = {
    "parallel": HERE / "parallel" / "build_means.py",
    "ad_lines": HERE / "ad_lines" / "train.py",
    "evidence": HERE / "evidence" / "train.py",
    "answers": HERE / "answers" / "train.py",
}


def main() -> int:
    wanted = sys.argv[1:] or [name for name, script in STEPS.items() if script.exists()]
    for name in wanted:
        if name not in STEPS:
            print(f"no step called {name}; there are: {', '.join(STEPS)}")
            return 2
        print(f"== {name}", flush=True)
        ended = subprocess.run([sys.executable, str(STEPS[name])], cwd=HERE.parent, check=False)
        if ended.returncode:
            return ended.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
