"""What the browsers on this computer have saved: metadata only, never a secret."""

from torimodosu.adapters.browsers.home import HomeBrowsers

__all__ = ["HomeBrowsers"]
