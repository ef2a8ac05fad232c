"""Passwords that are nearly the same: who knows one soon finds the other.

`tanaka2019` and `Tanaka2020!` are, and so are `hana-amazon` and `hana-rakuten` at these
shops. They have a stem in common, or differ in one character: one is another, or one
more. The latter is found without comparing each with each: what differs in one place is
the same when that place is left out.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

# One edit of a short text makes any other; a long one is a sentence or random.
_SHORTEST, _LONGEST = 6, 40
_ANY = "\0"  # stands for what is left out
_SHORTEST_STEM = 4  # letters
_SHORTEST_LABEL = 3

_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_LETTER = re.compile(r"[^\W\d_]")
_FIGURES = re.compile(r"\d+")
# What is written for letters, as zxcvbn knows it, one letter for each.
_LEET = str.maketrans("@4831!0$57+", "aabeiiosstt")


def like_groups(labels: Mapping[str, Collection[str]]) -> Sequence[Sequence[str]]:
    """Return the groups of like passwords, each of at least two, in their order.

    *labels* are the passwords with the names of the sites that they are used at, such
    as "amazon": some people add them to one password.
    """
    passwords = list(labels)
    groups = _Groups(len(passwords))
    for alike in _by_stem(labels):
        groups.join(alike)
    for alike in _by_edit(passwords):
        groups.join(alike)
    return [
        [passwords[place] for place in places]
        for places in groups.all()
        if len(places) > 1
    ]


def stems_of(password: str, labels: Iterable[str] = ()) -> frozenset[str]:
    """Return what is left of *password* without what people change in it.

    That are figures and signs around it, the site, and figures within it, which are
    left out in one stem and read as letters in another, as in `p4ssw0rd`. There is none
    where hardly a letter is left.
    """
    folded = unicodedata.normalize("NFKC", password).casefold()
    stem = _AROUND.sub("", folded)
    for label in labels:
        if len(label) >= _SHORTEST_LABEL and label in stem:
            without = _AROUND.sub("", stem.replace(label, "", 1))
            stem = without or stem
    letters = sum(1 for _ in _LETTER.finditer(stem))
    if letters < _SHORTEST_STEM:
        return frozenset()
    return frozenset({stem.translate(_LEET), _FIGURES.sub(_ANY, stem)})


def _by_stem(labels: Mapping[str, Collection[str]]) -> Iterator[Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, (password, of_sites) in enumerate(labels.items()):
        for stem in stems_of(password, of_sites):
            found[stem].append(place)
    yield from found.values()


def _by_edit(passwords: Sequence[str]) -> Iterator[Sequence[int]]:
    """Yield those that differ in one character, one length at a time to save memory."""
    by_length: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for place, password in enumerate(passwords):
        folded = password.casefold()
        if _SHORTEST <= len(folded) <= _LONGEST:
            by_length[len(folded)].append((place, folded))
    for length, longer in sorted(by_length.items()):
        shorter = {folded: place for place, folded in by_length.get(length - 1, ())}
        found: dict[str, list[int]] = defaultdict(list)
        for place, folded in longer:
            for at in range(length):
                before, after = folded[:at], folded[at + 1 :]
                found[f"{before}{_ANY}{after}"].append(place)
                if (other := shorter.get(before + after)) is not None:
                    yield (other, place)
        yield from (places for places in found.values() if len(places) > 1)


class _Groups:
    """Places from 0 on, joined into groups (union by halving paths)."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def join(self, places: Sequence[int]) -> None:
        """Put *places* into one group."""
        first = self._top(places[0])
        for place in places[1:]:
            top = self._top(place)
            first, last = min(first, top), max(first, top)
            self._above[last] = first

    def all(self) -> Iterable[Sequence[int]]:
        """Return the groups in the order of their first places."""
        groups: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._above)):
            groups[self._top(place)].append(place)
        return groups.values()

    def _top(self, place: int) -> int:
        above = self._above
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place
