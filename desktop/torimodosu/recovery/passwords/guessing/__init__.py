"""How many guesses a password takes: zxcvbn's model, made fast and taught Japanese.

The model is that of D. Wheeler, "zxcvbn: Low-Budget Password Strength Estimation"
(USENIX Security 2016), as the library zxcvbn 4.5 has it: its lists of words and its
keyboards are used, and its guesses come out alike where no Japanese rule finds less.
"""
