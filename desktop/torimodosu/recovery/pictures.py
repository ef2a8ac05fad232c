"""Pictures, by their bytes: whether a file is one, and whether its end is missing."""

# How each kind begins, as the file command knows them (github.com/file/file,
# magic/Magdir).
_PNG, _JPEG, _GIF = b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8"
_TIFF = (b"II*\0", b"MM\0*")
_BMP, _RESERVED = b"BM", slice(6, 10)
_RIFF, _WEBP = b"RIFF", b"WEBP"
# What phones take: the box "ftyp" comes first, and tells whose it is (ISO 14496-12).
_PHONE = b"ftyp"
_PHONES = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")

_END_OF_PNG = b"IEND\xae\x42\x60\x82"
_END_OF_JPEG, _SCAN_OF_JPEG = b"\xff\xd9", b"\xff\xda"
_END_OF_GIF = b";"


def is_picture(raw: bytes) -> bool:
    """Tell whether a file with the bytes *raw* begins as a picture does."""
    if raw.startswith((_PNG, _JPEG, _GIF, *_TIFF)) or _is_webp(raw) or _is_bmp(raw):
        return True
    return raw[4:8] == _PHONE and raw[8:12] in _PHONES


def is_cut_off(raw: bytes) -> bool:
    """Tell whether the end of a picture is missing, as far as its kind tells that."""
    if raw.startswith(_PNG):
        return _END_OF_PNG not in raw
    if raw.startswith(_JPEG):
        return _is_jpeg_cut_off(raw)
    if raw.startswith(_GIF):
        return not raw.rstrip(b"\0").endswith(_END_OF_GIF)
    if _is_webp(raw):
        return int.from_bytes(raw[4:8], "little") + 8 > len(raw)
    return _is_bmp(raw) and int.from_bytes(raw[2:6], "little") > len(raw)


def _is_jpeg_cut_off(raw: bytes) -> bool:
    """Look for the end behind the first scan: before it stands a preview with its own.

    In a scan this mark can stand for nothing else (ITU-T T.81, B.1.1.5).
    """
    place = len(_END_OF_JPEG)
    while raw[place : place + 1] == b"\xff":
        if raw.startswith(_SCAN_OF_JPEG, place):
            return raw.find(_END_OF_JPEG, place) < 0
        # Each segment before tells its length, without its mark.
        place += 2 + int.from_bytes(raw[place + 2 : place + 4], "big")
    return place >= len(raw)


def _is_webp(raw: bytes) -> bool:
    return raw.startswith(_RIFF) and raw[8:12] == _WEBP


def _is_bmp(raw: bytes) -> bool:
    return raw.startswith(_BMP) and raw[_RESERVED] == bytes(4)
