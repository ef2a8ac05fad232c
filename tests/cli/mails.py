"""Made-up mails of a shop, for tests of the commands."""

SENDER = "auto-confirm@amazon.co.jp"
SUBJECT = "Amazon.co.jpでのご注文 250-7777777-0000001"
ORDER = """注文番号
250-7777777-0000001

* 鉛筆 12本
数量: 1
500 JPY

合計
500 JPY
"""


def mail(
    body: str = ORDER,
    *,
    subject: str = SUBJECT,
    sender: str = SENDER,
    date: str = "Fri, 13 Mar 2026 15:20:00 +0900",
    number: int = 1,
) -> bytes:
    return (
        f"From: {sender}\nSubject: {subject}\nMessage-ID: <{number}@mails.example>\n"
        f"Date: {date}\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{body}"
    ).encode()
