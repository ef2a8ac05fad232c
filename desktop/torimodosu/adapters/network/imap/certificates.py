"""The certificate of a server that is not trusted: what is wrong with it."""

import hashlib
import ssl
from collections.abc import Mapping

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError

from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.servers.trouble import CertificateFault, Untrusted

# The numbers of OpenSSL (openssl-verification-options(1), x509_vfy.h).
_FAULTS: Mapping[int, CertificateFault] = {
    9: CertificateFault.NOT_YET_VALID,
    10: CertificateFault.EXPIRED,
    62: CertificateFault.OTHER_NAME,
    64: CertificateFault.OTHER_NAME,
    **dict.fromkeys((2, 18, 19, 20, 21), CertificateFault.UNKNOWN_ISSUER),
}


def look_at_certificate(
    server: MailServer, error: ssl.SSLCertVerificationError, timeout: SocketTimeout
) -> Untrusted:
    """Return what is wrong with the certificate of *server*, as *error* tells.

    It is fetched once more for its fingerprint. Nothing is sent over that connection.
    """
    fault = _FAULTS.get(error.verify_code, CertificateFault.OTHER)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # it is looked at, and then hung up
    is_tls = server.security is Security.TLS
    try:
        client = IMAPClient(
            server.host,
            port=server.port,
            ssl=is_tls,
            ssl_context=context if is_tls else None,
            timeout=timeout,
        )
    except (OSError, IMAPClientError):
        return Untrusted(fault=fault)
    try:
        if not is_tls:
            client.starttls(context)
        certificate = client.socket().getpeercert(binary_form=True)
    except (OSError, IMAPClientError):
        return Untrusted(fault=fault)
    finally:
        client.shutdown()
    return Untrusted(fault=fault, fingerprint=_fingerprint(certificate or b""))


def _fingerprint(certificate: bytes) -> str:
    digest = hashlib.sha256(certificate).hexdigest().upper()
    pairs = (digest[start : start + 2] for start in range(0, len(digest), 2))
    return ":".join(pairs) if certificate else ""
