"""The index of a bag's mails as a page that any browser opens.

The page is for whoever gets the bag, so it speaks Japanese and English side by side.
It loads nothing, runs nothing, and shows the words of mails as text only.
"""

from collections.abc import Mapping, Sequence
from html import escape

from torimodosu.recovery.evidence.index import HEADINGS, Row
from torimodosu.recovery.mail.kind import MailKind

KINDS: Mapping[MailKind, tuple[str, str]] = {
    MailKind.ORDER_CONFIRMATION: ("注文の確認", "Order confirmation"),
    MailKind.SHIPMENT: ("発送", "Shipment"),
    MailKind.DELIVERY: ("配達", "Delivery"),
    MailKind.CANCELLATION: ("キャンセル", "Cancellation"),
    MailKind.REFUND: ("返金", "Refund"),
    MailKind.ORDER_ON_HOLD: ("注文の一時停止", "Order on hold"),
    MailKind.ACCOUNT_CHANGED: ("アカウントの変更", "Account changed"),
    MailKind.PASSWORD_RESET: ("パスワードの再設定", "Password reset"),
    MailKind.SECURITY_CODE: ("セキュリティコード", "Security code"),
    MailKind.SIGN_IN_ALERT: ("サインインの通知", "Sign-in alert"),
    MailKind.ACCOUNT_REPLY: ("問い合わせへの返事", "Reply to an enquiry"),
    MailKind.CARD_USAGE: ("カード利用の通知", "Card usage notice"),
    MailKind.CARD_REFUND: ("カード返金の通知", "Card refund notice"),
    MailKind.OTHER: ("その他", "Other"),
}

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 15px/1.6 system-ui, sans-serif; margin: 2rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
p { max-width: 60rem; margin: .3rem 0; }
table { border-collapse: collapse; margin-top: 1.5rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; }
th { border-bottom: 2px solid var(--line); white-space: nowrap; }
th small, td small { display: block; font-weight: normal; opacity: .75; }
td { border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:nth-child(even) td { background: var(--soft); }
.number { text-align: right; white-space: nowrap; }
td.date, td.kind { white-space: nowrap; }
td.hash { font: .8rem/1.5 ui-monospace, monospace; min-width: 17rem; }
@media print { body { margin: 0; font-size: 9pt; } tr { break-inside: avoid; } }
"""
_INTRODUCTION = """
<p>ここにあるメールは、受け取ったままの内容で mails フォルダーに入っています。
ファイル名は内容の SHA-256 で、変わっていないことを確かめる値です。<br>
<span lang="en">The mails listed here lie in the folder “mails”, byte for byte as they
were received. Each file is named after its SHA-256, which shows whether it is
unchanged.</span></p>
<p>このフォルダー全体は BagIt 1.0 (RFC 8493) 形式です。
対応するどのソフトでも検証できます。<br>
<span lang="en">The folder as a whole is a BagIt 1.0 bag (RFC 8493), which any BagIt
program can verify.</span></p>
<p>journal.txt は作業の記録です。各行は前の行の SHA-256 を含むので、
あとから変えたり消したりするとわかります。<br>
<span lang="en">journal.txt tells what was done. Each line holds the SHA-256 of the line
before, so that a later change or loss shows.</span></p>
"""


def index_page(rows: Sequence[Row]) -> bytes:
    """Return the index as an HTML page in UTF-8."""
    head = "".join(
        f'<th class="{"number" if "bytes" in en else ""}">'
        f"{_both(ja, en) if ja != en else en}</th>"
        for ja, en in HEADINGS
    )
    mails = len({row.sha256 for row in rows})
    body = "".join(map(_line, rows))
    return (
        '<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>証拠のメール Evidence mails</title>\n<style>{_STYLE}</style>\n"
        f"</head>\n<body>\n<h1>証拠のメール Evidence mails ({mails})</h1>\n"
        f"{_INTRODUCTION}<table>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n</body>\n</html>\n"
    ).encode()


def _line(row: Row) -> str:
    day, _, time = row.date.partition("T")
    kind = _both(*KINDS[MailKind(row.kind)]) if row.kind else ""
    return (
        f'<tr><td class="date">{day}<small>{time}</small></td>'
        f"<td>{_text(row.sender)}</td><td>{_text(row.subject)}</td>"
        f'<td class="kind">{kind}</td><td>{_text(row.source)}</td>'
        f'<td class="number">{row.offset}</td><td class="number">{row.length}</td>'
        f'<td class="hash"><a href="mails/{row.sha256}{row.ending}">'
        f"{row.sha256}</a></td>"
        "</tr>\n"
    )


def _text(cell: str) -> str:
    """Return *cell* escaped, and isolated so that it cannot turn its neighbours.

    These are the words of mails and paths; every other cell is the program's own.
    """
    return f"<bdi>{escape(cell)}</bdi>" if cell else ""


def _both(ja: str, en: str) -> str:
    return f'{ja}<small lang="en">{en}</small>'
