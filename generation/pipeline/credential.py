"""The keys that this installation signs its films with."""

from pathlib import Path

from django.conf import settings

from generation.studio.provenance import SignerKeys, keys_from, self_made

FOLDER = "content-credential"


def signer_keys() -> SignerKeys:
    """The operator's own (VIGEN_CREDENTIAL_CERTIFICATE and VIGEN_CREDENTIAL_KEY, two PEM files), or
    self-made ones in the data folder."""
    if settings.CREDENTIAL_CERTIFICATE:
        return keys_from(Path(settings.CREDENTIAL_CERTIFICATE), Path(settings.CREDENTIAL_KEY))
    return self_made(Path(settings.DATA_DIR) / FOLDER)
