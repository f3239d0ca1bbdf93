"""The certificate and key that films are signed with: given by the operator, or made here, once."""

import datetime as dt
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from generation.studio.errors import StudioError

CHAIN_FILE, KEY_FILE = "content-credential.crt.pem", "content-credential.key.pem"
NAME = "Vigen, self-made"
YEARS = 10
# A clock that is a little behind must not find a certificate that is not valid yet.
_EARLIER = dt.timedelta(days=1)
_RENEW_BEFORE = dt.timedelta(days=30)


class KeysUnusable(StudioError):
    """The certificate or the key cannot be used."""

    code = "credential_keys_unusable"
    permanent = True


@dataclass(frozen=True)
class SignerKeys:
    """PEM texts: the certificate with those it descends from, the signer's own first, and its private key."""

    chain: bytes
    key: bytes = field(repr=False)


def keys_from(certificate: Path, key: Path) -> SignerKeys:
    """An operator's own certificate chain and P-256 key. Raises KeysUnusable."""
    try:
        found = SignerKeys(certificate.read_bytes(), key.read_bytes())
        leaf = x509.load_pem_x509_certificates(found.chain)[0]
        private = serialization.load_pem_private_key(found.key, password=None)
    except (OSError, ValueError, TypeError, IndexError) as error:
        raise KeysUnusable(f"The content credential's certificate or key cannot be read: {error}.") from error
    if not isinstance(private, ec.EllipticCurvePrivateKey) or not isinstance(private.curve, ec.SECP256R1):
        raise KeysUnusable("The content credential's key must be an unencrypted P-256 key (ES256).")
    if leaf.public_key() != private.public_key():
        raise KeysUnusable("The content credential's certificate and key do not belong together.")
    return found


def self_made(folder: Path) -> SignerKeys:
    """The installation's own keys, kept in ``folder``; made the first time, and when they run out."""
    paths = folder / CHAIN_FILE, folder / KEY_FILE
    if all(path.is_file() for path in paths):
        kept = keys_from(*paths)
        leaf = x509.load_pem_x509_certificates(kept.chain)[0]
        if leaf.not_valid_after_utc - _now() > _RENEW_BEFORE:
            return kept
    made = _make()
    folder.mkdir(parents=True, exist_ok=True)
    _write(paths[1], made.key)
    _write(paths[0], made.chain)
    return made


def _make() -> SignerKeys:
    """A root and a certificate signed by it: C2PA does not allow a signer that vouches for itself."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate(f"{NAME} root", root_key, issuer=f"{NAME} root", by=root_key, is_root=True)
    leaf = _certificate(NAME, key, issuer=f"{NAME} root", by=root_key, is_root=False)
    pem = serialization.Encoding.PEM
    plain = serialization.NoEncryption()
    return SignerKeys(
        leaf.public_bytes(pem) + root.public_bytes(pem),
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain),
    )


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    *,
    issuer: str,
    by: ec.EllipticCurvePrivateKey,
    is_root: bool,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_now() - _EARLIER)
        .not_valid_after(_now() + dt.timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(_usage(is_root), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
    )
    if not is_root:
        # One of the purposes that the C2PA specification allows for signers.
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(purpose, critical=False)
    return builder.sign(by, hashes.SHA256())


def _usage(is_root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_root,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_root,
        crl_sign=is_root,
        encipher_only=False,
        decipher_only=False,
    )


def _named(name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "A self-hosted Vigen"),
        ]
    )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _write(path: Path, data: bytes) -> None:
    """Complete or not at all, and for nobody else to read."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).replace(path)
