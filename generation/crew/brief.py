"""What the writer is told: the product brief, as plain values."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Brief:
    """One product brief. Only ``name`` and ``desc`` are always filled.

    ``language`` is a BCP 47 tag ("en", "en-GB", "es"); ``length`` is the
    wanted length of the ad in seconds; ``seed`` picks among the ads that the
    same brief allows, so that another seed gives another ad. ``must_say`` is
    spoken word for word, ``must_not_say`` never; ``pictures`` is how many
    pictures of their own the person has sent.
    """

    name: str
    desc: str
    audience: str = ""
    tone: str = ""
    offer: str = ""
    call_to_action: str = ""
    contact: str = ""
    language: str = "en"
    length: float = 15.0
    seed: int = 0
    must_say: tuple[str, ...] = ()
    must_not_say: tuple[str, ...] = ()
    pictures: int = 0

    def __post_init__(self) -> None:
        # From JSON they come as lists.
        object.__setattr__(self, "must_say", tuple(self.must_say))
        object.__setattr__(self, "must_not_say", tuple(self.must_not_say))

    @property
    def text(self) -> str:
        """Every word that the person wrote, line by line: all that a script may claim."""
        parts = (
            self.name, self.desc, self.audience, self.offer, self.call_to_action, self.contact, *self.must_say
        )  # fmt: skip
        return "\n".join(part for part in parts if part)

    @property
    def base_language(self) -> str:
        """The language without its region, in lower case: "en" for "en-GB"."""
        return self.language.replace("_", "-").split("-")[0].strip().lower() or "en"

    def as_dict(self) -> dict[str, str | float | int | list[str]]:
        """The fields by name, ready for JSON."""
        given = asdict(self)
        return {key: list(value) if isinstance(value, tuple) else value for key, value in given.items()}
