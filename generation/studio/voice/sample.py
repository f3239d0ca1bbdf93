"""A voice to listen to before it is chosen: one short sentence of each."""

import io
import wave

import numpy as np

from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.catalogue import Voice

SENTENCES = {
    "en": "Hello, I'm {name}. This is how your ad will sound.",
    "es": "Hola, soy {name}. Así va a sonar tu anuncio.",
    "fr": "Bonjour, je suis {name}. Voici comment votre annonce va sonner.",
    "it": "Ciao, sono {name}. Ecco come suonerà il tuo annuncio.",
    "pt": "Olá, sou {name}. É assim que o seu anúncio vai soar.",
    "hi": "नमस्ते, आपका विज्ञापन ऐसा सुनाई देगा।",
    "ja": "こんにちは。あなたの広告は、このような声になります。",
    "zh": "你好，你的广告听起来就是这样。",
}


def sentence_of(voice: Voice) -> str:
    """What a voice says of itself, in its own language."""
    return SENTENCES[voice.language].format(name=voice.label.partition(":")[0])


def wav(samples: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]") -> bytes:
    """Mono samples at 48 kHz as a 16-bit WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return out.getvalue()
