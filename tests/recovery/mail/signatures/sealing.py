"""Sealing made-up mails as somebody would who passes them on (RFC 8617)."""

from collections.abc import Sequence

from tests.recovery.mail.signatures.signing import (
    DOMAIN,
    NAMES,
    SELECTOR,
    canonical_header,
    sign,
    signature,
    split_fields,
)


def passed_on(  # noqa: PLR0913 -- a choice for each
    header: bytes,
    body: bytes,
    instance: int,
    *,
    cv: str = "",
    domain: str = DOMAIN,
    noted: str = "lists.example; dkim=pass",
    names: Sequence[str] = NAMES,
) -> bytes:
    """Return the header with the three fields of whoever passes the mail on."""
    results = f"ARC-Authentication-Results: i={instance}; {noted}\r\n"
    signed = sign(
        header,
        body,
        tags={"i": f"{instance}", "d": domain},
        field="ARC-Message-Signature",
        names=names,
    )
    message = signed[: signed.index(b"\r\n") + 2]
    cv = cv or ("none" if instance == 1 else "pass")
    seal = f" i={instance}; a=rsa-sha256; d={domain}; s={SELECTOR}; cv={cv}; b="
    fields = split_fields(results.encode() + message + header)
    sealed = []
    for number in range(1, instance + 1):
        for name in ("results", "message", "seal"):
            sealed += [
                canonical_header(key, value, "relaxed")
                for key, value in fields
                if key.startswith("ARC") and name in key.lower()
                if f"i={number};" in value.decode()
            ]
    data = b"\r\n".join(
        [*sealed, canonical_header("ARC-Seal", seal.encode(), "relaxed")]
    )
    seal_field = f"ARC-Seal:{seal}".encode() + signature(data, "rsa-sha256") + b"\r\n"
    return seal_field + message + results.encode() + header
