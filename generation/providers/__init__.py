"""The makers behind one small contract each, chosen in settings.PROVIDERS by import string.

``voice()``, ``voice_for()`` and ``music()`` give the configured maker, one a process. Adding a
maker means one class that fits its Protocol and one line in the settings.
"""

import functools
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from generation.providers.music import Music
from generation.providers.voice import NO_VOICE, OWN_VOICE, Voice
from generation.providers.voice.own_recording import OwnRecording
from generation.providers.voice.silent import SilentVoice


def voice() -> Voice:
    """The configured voice."""
    maker: Voice = _maker("voice", os.getpid())
    return maker


def voice_for(name: str, *, recordings: Sequence[Path] = ()) -> Voice:
    """The voice that speaks an ad: the configured one, nobody where the ad is to be read, or one's own.

    One's own speaks from ``recordings`` and needs none to be asked about languages.
    """
    if name == OWN_VOICE:
        return OwnRecording(recordings)
    return SilentVoice() if name == NO_VOICE else voice()


def music() -> Music:
    """The configured composer."""
    maker: Music = _maker("music", os.getpid())
    return maker


@functools.lru_cache(maxsize=8)
def _maker(kind: str, process: int) -> Any:
    """One maker a process: sessions and clients must not cross a fork."""
    del process
    choice = settings.PROVIDERS[kind]
    try:
        maker = import_string(choice["BACKEND"])
    except ImportError as error:
        raise ImproperlyConfigured(
            f"PROVIDERS[{kind!r}] names {choice['BACKEND']}, which cannot be imported: {error}"
        ) from error
    return maker(**choice.get("OPTIONS", {}))
