"""Where the bundled program begins."""

from torimodosu.__main__ import main

if __name__ == "__main__":
    main()
