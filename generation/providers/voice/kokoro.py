"""The embedded voice: Kokoro-82M on this machine's processor."""

from collections.abc import Callable, Sequence

from generation.studio.voice import Narration, narrate, silence

NO_VOICE = "none"


class KokoroVoice:
    """Speaks with the studio's own voices; with ``voice="none"`` it leaves time for reading instead."""

    def narrate(
        self,
        scenes: Sequence[str],
        *,
        voice: str,
        language: str,
        on_progress: Callable[[float], None],
    ) -> Narration:
        """Speak each scene's text, or time it in silence."""
        if voice == NO_VOICE:
            return silence(scenes)
        return narrate(scenes, voice=voice, language=language, on_progress=on_progress)
