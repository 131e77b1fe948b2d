"""`python -m andregang` and the `andregang` command."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from andregang.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
