"""Accounts of every kind, made up."""

from hypothesis import strategies as st

from torimodosu.recovery.twostep.account import Algorithm, OtpAccount, OtpType

SHOP = OtpAccount(
    type=OtpType.TOTP, issuer="Amazon", name="taro@example.jp", secret=b"shop secret"
)
MAIL = OtpAccount(
    type=OtpType.TOTP,
    issuer="メール",
    name="",
    secret=bytes(range(40)),
    algorithm=Algorithm.SHA256,
    digits=8,
    period=60,
)
BANK = OtpAccount(
    type=OtpType.HOTP,
    issuer="Bank",
    name="太郎",
    secret=b"bank secret",
    period=0,
    counter=7,
)
GAMES = OtpAccount(
    type=OtpType.STEAM, issuer="Steam", name="taro", secret=b"secret of games", digits=5
)
ALL = (SHOP, MAIL, BANK, GAMES)

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=12)


@st.composite
def accounts(draw: st.DrawFn) -> OtpAccount:
    type_ = draw(st.sampled_from(OtpType))
    is_counted = type_ is OtpType.HOTP
    digits = st.just(5) if type_ is OtpType.STEAM else st.integers(6, 9)
    return OtpAccount(
        type=type_,
        issuer="Steam" if type_ is OtpType.STEAM else draw(TEXTS),
        name=draw(TEXTS),
        secret=draw(st.binary(min_size=1, max_size=64)),
        algorithm=Algorithm.SHA1
        if type_ is OtpType.STEAM
        else draw(st.sampled_from(Algorithm)),
        digits=draw(digits),
        period=0 if is_counted else draw(st.sampled_from([15, 30, 60])),
        counter=draw(st.integers(0, 2**63)) if is_counted else 0,
    )
