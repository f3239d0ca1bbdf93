"""Where a film comes from, signed into the file itself (C2PA content credentials)."""

from generation.studio.provenance.credential import Credential, read, sign
from generation.studio.provenance.keys import SignerKeys, keys_from, self_made

__all__ = ["Credential", "SignerKeys", "keys_from", "read", "self_made", "sign"]
