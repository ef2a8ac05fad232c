"""How long it takes to guess a password."""

# zxcvbn's figures: a fast hash on one graphics card, and a site that does not slow
# down who tries. (D. Wheeler, USENIX Security 2016; its library's time_estimates.)
_GRAPHICS_CARD = 1e10  # guesses a second
_SITE = 10.0


def seconds_on_graphics_card(guesses_log10: float) -> float:
    """Return the seconds for so many guesses at a stolen list of fast hashes."""
    return _seconds(guesses_log10, _GRAPHICS_CARD)


def seconds_online(guesses_log10: float) -> float:
    """Return the seconds for so many guesses at the sign-in of a site."""
    return _seconds(guesses_log10, _SITE)


def _seconds(guesses_log10: float, a_second: float) -> float:
    return float(10**guesses_log10 / a_second)
