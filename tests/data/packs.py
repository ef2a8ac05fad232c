"""A small data pack, as TOML."""

HEAD = """
[pack]
format = 1
version = "2026.11.1"
last_checked = 2026-11-22
"""
SHOP = """
[services."shop.example"]
name = { ja = "店", en = "Shop" }
login_domains = ["shop.example"]
sender_domains = ["mail.shop.example"]
order_numbers = ['[0-9]{3}-[0-9]{7}']

[[services."shop.example".subjects]]
kind = "shipment"
patterns = ['^発送', '^Shipped']
senders = ["order-update"]
source = "a sample"
grade = "B"
last_checked = 2026-07-31

[services."shop.example".two_step]
methods = ["sms", "totp"]
source = "a data set"
grade = "A"

[[services."shop.example".contacts]]
target = "+81-11-000-0000"
purpose = { ja = "海外から", en = "From abroad" }
source = "a blog"
grade = "C"

[services."shop.example".pages.orders]
name = { ja = "注文", en = "Orders" }
url = "https://shop.example/orders?year={year}"
source = "public code"
grade = "B"
"""
CARD = """
[issuers.card]
name = { ja = "カード", en = "Card" }

[issuers.card.billing]
cycles = [{ closing = 31, payment = 27, months_later = 1 }]
source = "a blog"
grade = "C"

[[issuers.card.reporting_limits]]
days = 60
clock = "back_from_report"
source = "its page"
grade = "A'"
"""
BROWSER = """
[browsers.fox]
name = { ja = "きつね", en = "Fox" }
delete_button = { ja = "削除", en = "Remove" }
filter_address = "about:logins?filter={host}"

[browsers.fox.profiles]
format = "firefox"
login_files = ["dens.db"]
source = "its help"
grade = "A"

[[browsers.fox.profiles.folders]]
config = ["fox"]
home = [".fox", "snap/fox/*/.fox"]

[[browsers.fox.profiles.folders]]
channel = "beta"
local_app_data = ["Fox Beta/User Data"]

[browsers.fox.saved_passwords]
addresses = ["about:logins"]
path_ja = ["設定"]
source = "its help"
grade = "A"

[password_managers.safe]
name = "Safe"
extension_ids = ["aaaabbbbccccddddeeeeffffgggghhhh", "safe@safe.example"]
source = "its page"
grade = "A"
"""
