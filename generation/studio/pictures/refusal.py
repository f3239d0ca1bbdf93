"""Why a picture is not taken."""

from generation.studio.errors import StudioError


class PictureRefused(StudioError):
    """A file cannot be used as a picture. The message says why and what to send instead."""

    code = "picture_refused"
    permanent = True
