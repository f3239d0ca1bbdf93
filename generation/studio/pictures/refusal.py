"""Why a picture is not taken."""

from generation.studio.errors import StudioError


class PictureRefused(StudioError, ValueError):
    """A file cannot be used as a picture. The message says why and what to send instead.

    Also a ValueError, for callers that know nothing of the studio.
    """

    code = "picture_refused"
    permanent = True
