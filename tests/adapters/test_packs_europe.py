"""Mails of the marketplaces in France and Spain, told by the shipped packs."""

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.reader import read_message
from torimodosu.resources import resource

SHIPPED = load_catalogue(resource("catalogue"))

FRENCH = [
    ("confirmation-commande", "Votre commande Amazon.fr", "order_confirmation"),
    ("auto-confirm", "Commandé : « Cuillère »", "order_confirmation"),
    ("shipment-tracking", "Expédié : « Cuillère »", "shipment"),
    ("shipment-tracking", "Votre commande Amazon a été expédiée", "shipment"),
    ("confirmation-commande", "Votre commande Amazon.fr a été expédiée", "shipment"),
    ("order-update", "En cours de livraison : « Cuillère »", "delivery"),
    ("order-update", "Livré : Votre commande Amazon.fr", "delivery"),
    ("order-update", "Votre commande a été annulée", "cancellation"),
    ("order-update", "Votre remboursement", "refund"),
    ("promotions", "Votre commande Amazon.fr mérite mieux", "other"),
]
SPANISH = [
    ("auto-confirm", "Pedido: «Cuchara» y 1 producto más", "order_confirmation"),
    ("auto-confirm", "Tu pedido de Amazon.es", "order_confirmation"),
    ("confirmar-envio", "Enviado: «Cuchara»", "shipment"),
    ("confirmar-envio", "Tu pedido de Amazon.es ha sido enviado", "shipment"),
    ("confirmar-envio", "Se ha enviado tu pedido de Amazon.es", "shipment"),
    ("order-update", "Entregado: «Cuchara»", "delivery"),
    ("order-update", "Tu pedido ha sido cancelado", "cancellation"),
    ("devolucion", "Reembolso de tu compra", "refund"),
    ("vendedores", "Tu pedido de Amazon.es merece más", "other"),
]
CASES = [
    *(("amazon.fr", *case) for case in FRENCH),
    *(("amazon.es", *case) for case in SPANISH),
]


@pytest.mark.parametrize(("service", "sender", "subject", "kind"), CASES)
def test_a_mail_tells_its_service_and_kind(
    service: str, sender: str, subject: str, kind: str
) -> None:
    mail = f"From: {sender}@{service}\nSubject: {subject}\n\n-\n"
    told = classify(read_message(mail.encode()), SHIPPED)
    assert (told.service, told.kind) == (service, MailKind(kind))
