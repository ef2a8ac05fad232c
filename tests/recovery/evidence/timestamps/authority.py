"""A real time stamp authority: OpenSSL, with certificates made for the test."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

_CONFIGURATION = """\
[ req ]
distinguished_name = dn
[ dn ]
[ ca ]
basicConstraints = critical,CA:true
[ stamps ]
extendedKeyUsage = critical,timeStamping
[ mail ]
extendedKeyUsage = critical,emailProtection
[ loose ]
extendedKeyUsage = timeStamping
[ ca_of_old ]
database = {folder}/issued
new_certs_dir = {folder}
default_md = sha256
policy = any
rand_serial = yes
[ any ]
organizationName = supplied
commonName = supplied
[ tsa ]
default_tsa = one
[ one ]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/signer.pem
signer_key = {folder}/signer.key
{chain}
signer_digest = {digest}
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = {ess}
"""


@dataclass(frozen=True, kw_only=True)
class Authority:
    """An authority in *folder* that answers questions."""

    folder: Path

    def answer(self, question: bytes) -> bytes:
        """Return the answer to a question (RFC 3161)."""
        asked = self.folder / "asked.tsq"
        asked.write_bytes(question)
        return openssl(
            *("ts", "-reply", "-config", self.configuration),
            *("-queryfile", str(asked)),
        )

    @property
    def configuration(self) -> str:
        """Return the path of the configuration."""
        return str(self.folder / "tsa.cnf")

    def verifies(self, answer: Path, data: Path) -> bool:
        """Tell whether OpenSSL finds an answer right."""
        done = subprocess.run(
            [
                *("openssl", "ts", "-verify", "-in", str(answer), "-data", str(data)),
                *("-CAfile", str(self.folder / "ca.pem")),
            ],
            capture_output=True,
            check=False,
        )
        return done.returncode == 0


def openssl(*arguments: str) -> bytes:
    """Run OpenSSL and return what it writes."""
    line = ["openssl", *arguments]
    return subprocess.run(line, capture_output=True, check=True).stdout


def new_authority(  # noqa: PLR0913 -- what OpenSSL is told
    folder: Path,
    *,
    key: str = "rsa:2048",
    use: str = "stamps",
    digest: str = "sha256",
    ess: str = "sha256",
    with_chain: bool = False,
    is_over: bool = False,
) -> Authority:
    """Make an authority, whose certificate another one has signed."""
    folder.mkdir(parents=True, exist_ok=True)
    chain = f"certs = {folder}/ca.pem" if with_chain else ""
    text = _CONFIGURATION.format(folder=folder, chain=chain, digest=digest, ess=ess)
    configuration = folder / "tsa.cnf"
    configuration.write_text(text)
    config = ("-config", str(configuration))
    made = ["-newkey", *key.split(" "), "-nodes", *config]
    _certificate(folder, "ca", made, "ca", "/O=Made up/CN=Made-up Root")
    _certificate(folder, "signer", made, use, "/O=Made up/CN=Made-up Stamps")
    if is_over:
        _make_old(folder, use)
    (folder / "serial").write_text("01\n")
    return Authority(folder=folder)


def _certificate(
    folder: Path, name: str, made: list[str], use: str, subject: str
) -> None:
    issued = [] if name == "ca" else ["-CA", f"{folder}/ca.pem"]
    issued += [] if name == "ca" else ["-CAkey", f"{folder}/ca.key"]
    openssl(
        *("req", "-x509", *made, "-keyout", f"{folder}/{name}.key"),
        *("-out", f"{folder}/{name}.pem", "-subj", subject, "-extensions", use),
        *("-days", "30", *issued),
    )


def _make_old(folder: Path, use: str) -> None:
    """Have the key of the authority certified for a month of long ago."""
    (folder / "issued").touch()
    config = ("-config", str(folder / "tsa.cnf"))
    request = str(folder / "signer.csr")
    openssl(
        *("req", "-new", "-key", f"{folder}/signer.key", "-out", request, *config),
        *("-subj", "/O=Made up/CN=Made-up Stamps"),
    )
    openssl(
        *("ca", "-batch", "-name", "ca_of_old", "-notext", *config, "-in", request),
        *("-cert", f"{folder}/ca.pem", "-keyfile", f"{folder}/ca.key"),
        *("-startdate", "20200101000000Z", "-enddate", "20200201000000Z"),
        *("-extensions", use, "-out", f"{folder}/signer.pem"),
    )
