"""The keys that this installation signs its films with."""

from pathlib import Path

from django.conf import settings

from generation.studio.provenance import SignerKeys, keys_from, self_made

FOLDER = "content-credential"


def signer_keys() -> SignerKeys:
    """The operator's own (CONTENT_CREDENTIAL_CERTIFICATE and CONTENT_CREDENTIAL_KEY, two PEM files), or
    self-made ones in the data folder."""
    certificate = getattr(settings, "CONTENT_CREDENTIAL_CERTIFICATE", "")
    key = getattr(settings, "CONTENT_CREDENTIAL_KEY", "")
    if certificate and key:
        return keys_from(Path(certificate), Path(key))
    return self_made(Path(settings.DATA_DIR) / FOLDER)
