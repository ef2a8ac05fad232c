"""The kana on the keys of a Japanese keyboard (JIS X 6002)."""

_PLAIN = {
    **dict(zip("1234567890-^", "ぬふあうえおやゆよわほへ", strict=True)),
    **dict(zip("qwertyuiop@[", "たていすかんなにらせ゛゜", strict=True)),
    **dict(zip("asdfghjkl;:]", "ちとしはきくまのりれけむ", strict=True)),
    **dict(zip("zxcvbnm,./", "つさそひこみもねるめ", strict=True)),
    **dict(zip("\\_", "ーろ", strict=True)),
}
_WITH_SHIFT = dict(zip("#E$%&'()Z", "ぁぃぅぇぉゃゅょっ", strict=True))
_TABLE = str.maketrans(_PLAIN | _WITH_SHIFT)


def typed_as_kana(text: str) -> str:
    """Return what comes when the keys of *text* are pressed for kana, key by key.

    A key that has no kana stays as it is.
    """
    return text.translate(_TABLE)
