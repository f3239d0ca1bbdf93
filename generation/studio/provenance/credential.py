"""The credential itself: "this was made by a machine", signed, and read back."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import c2pa
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

from generation.studio.errors import StudioError
from generation.studio.provenance.keys import KeysUnusable, SignerKeys

# IPTC's word for pictures that were put together from parts, some of which a model made.
MADE_BY_MODELS = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
_ACTIONS = "c2pa.actions"


class SigningFailed(StudioError):
    """The content credential could not be signed into the film."""

    code = "signing_failed"


@dataclass(frozen=True)
class Credential:
    """What a film says about where it comes from.

    ``is_intact``: the signature fits the file as it is. ``is_trusted``: a public list knows
    the signer, which is never so for a self-made certificate.
    """

    source_type: str
    signer: str
    is_intact: bool
    is_trusted: bool

    @property
    def is_generated(self) -> bool:
        return self.source_type == MADE_BY_MODELS


def sign(path: Path, keys: SignerKeys, *, title: str) -> None:
    """Sign the credential into the MP4 at ``path``; the index stays in front of the pictures.

    The file is replaced when everything went well and untouched otherwise. Raises SigningFailed
    or KeysUnusable.
    """
    signed = path.with_name(f"{path.stem}.signed{path.suffix}")
    try:
        signer = c2pa.Signer.from_callback(
            _signature(keys), c2pa.C2paSigningAlg.ES256, keys.chain.decode(), None
        )
        with c2pa.Builder(json.dumps(_manifest(title))) as builder:
            builder.sign_file(str(path), str(signed), signer)
        signed.replace(path)
    except c2pa.C2paError as error:
        raise SigningFailed(f"The content credential could not be signed: {error}") from error
    finally:
        signed.unlink(missing_ok=True)


def read(path: Path) -> Credential | None:
    """The credential of a film, or None when it has none that can be read."""
    try:
        with c2pa.Reader(str(path)) as reader:
            whole: dict[str, Any] = json.loads(reader.json())
    except c2pa.C2paError:
        return None
    manifest = whole["manifests"][whole["active_manifest"]]
    return Credential(
        source_type=_source_type(manifest),
        signer=str(manifest.get("signature_info", {}).get("common_name", "")),
        is_intact=whole.get("validation_state") in {"Valid", "Trusted"},
        is_trusted=whole.get("validation_state") == "Trusted",
    )


def _manifest(title: str) -> dict[str, Any]:
    made = {"action": "c2pa.created", "digitalSourceType": MADE_BY_MODELS, "softwareAgent": {"name": "Vigen"}}
    return {
        "claim_generator_info": [{"name": "Vigen"}],
        "title": title,
        "format": "video/mp4",
        "assertions": [{"label": _ACTIONS, "data": {"actions": [made]}}],
    }


def _signature(keys: SignerKeys) -> Any:
    private = serialization.load_pem_private_key(keys.key, password=None)
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        raise KeysUnusable("The content credential's key must be an unencrypted P-256 key (ES256).")

    def signature(data: bytes) -> bytes:
        # COSE wants the two numbers side by side instead of wrapped in ASN.1 (RFC 9053, 2.1).
        r, s = utils.decode_dss_signature(private.sign(data, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    return signature


def _source_type(manifest: dict[str, Any]) -> str:
    for assertion in manifest.get("assertions", []):
        if str(assertion.get("label", "")).startswith(_ACTIONS):
            for action in assertion["data"].get("actions", []):
                if "digitalSourceType" in action:
                    return str(action["digitalSourceType"])
    return ""
