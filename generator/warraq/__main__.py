"""Allows `python -m warraq`."""

from warraq.cli import main

if __name__ == "__main__":
    main()
