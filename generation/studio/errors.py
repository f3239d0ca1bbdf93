"""What can go wrong in the studio, in words that a person can act on."""


class StudioError(Exception):
    """The studio could not do what was asked.

    ``code`` is stable and for programs; the message is for people;
    ``permanent`` says whether the same call could succeed another time.
    """

    code = "studio_error"
    permanent = False


class ScriptUnusable(StudioError):
    """The script has nothing that could be shown or said."""

    code = "script_unusable"
    permanent = True


class FontMissing(StudioError):
    """A text is written in letters that no font here has."""

    code = "font_missing"
    permanent = True


class VoiceFailed(StudioError):
    """The narration could not be spoken. ``permanent``: the same call fails again."""

    code = "voice_failed"

    def __init__(self, message: str, *, permanent: bool = False):
        super().__init__(message)
        self.permanent = permanent


class EncoderMissing(StudioError):
    """There is no ffmpeg to encode with."""

    code = "encoder_missing"
    permanent = True


class EncoderFailed(StudioError):
    """ffmpeg stopped before the film was complete."""

    code = "encoder_failed"


class DiskFull(StudioError):
    """There is no room left for the film."""

    code = "disk_full"


class FilmRefused(StudioError):
    """The finished file was measured and is not fit to be delivered."""

    code = "film_refused"

    def __init__(self, reasons: tuple[str, ...]):
        super().__init__("The finished file was refused: " + "; ".join(reasons))
        self.reasons = reasons
