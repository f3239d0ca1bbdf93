"""The brief as a form. It has no rules of its own: those of ``ads.briefs`` speak at its fields."""

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import QueryDict

from ads import briefs
from ads.briefs import FORMATS, MOST_COLORS, MOST_PICTURES, OWN_VOICE, SPEAKS, TONES, VOICES, Brief
from ads.languages import LANGUAGES
from ads.questions import TooLittleSaid
from vigen_site.dynamo import new_id
from vigen_site.errors import Invalid

LENGTHS = ("6", "15", "20", "30", "60")
OTHER = "other"
PACES = [("0.9", "A little slower"), ("1.0", "Natural"), ("1.1", "A little faster"), ("1.2", "Fast")]
MORE = (
    "audience",
    "offer",
    "call_to_action",
    "contact",
    "must_say",
    "must_not_say",
    "tone",
    "voice",
    "recording",
    "speed",
    "pronunciations",
    "script",
    "language",
    "brand_colors",
    "captions",
    "paid",
    "seed",
)
"""The fields that are folded away until they are wanted."""

OPTIONAL = (*MORE, "pictures", "logo")


ACCENTS = {
    "a": "English, American",
    "b": "English, British",
    "e": "Spanish",
    "f": "French",
    "i": "Italian",
    "p": "Portuguese, Brazilian",
    "h": "Hindi",
    "j": "Japanese",
    "z": "Chinese",
}
"""The groups in which voices are listed, by the first letter of their names."""


@dataclass(frozen=True)
class Voice:
    """A voice to choose. ``sample`` is a static file to listen to."""

    value: str
    name: str
    who: str
    sample: str
    is_chosen: bool


@dataclass(frozen=True)
class VoiceGroup:
    """The voices of one accent. ``speaks`` is the brief's language for it."""

    title: str
    speaks: str
    voices: tuple[Voice, ...]
    is_open: bool = False


def _voice_group(first: str, title: str, chosen: str) -> VoiceGroup:
    found = []
    for value, words in VOICES.items():
        if value.startswith((f"{first}f_", f"{first}m_")):
            name, _, who = words.partition(", ")
            kind = who.rpartition(" ")[2].capitalize()
            found.append(Voice(value, name, kind, f"voices/{value}.m4a", value == chosen))
    return VoiceGroup(title, "en-GB" if first == "b" else SPEAKS[first], tuple(found))


class ColorsInput(forms.Widget):
    """Several text inputs of one name, one a colour."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        del files
        given = data.getlist(name) if isinstance(data, QueryDict) else data.get(name, [])
        return [color.strip() for color in given if color.strip()]


class LinesInput(forms.Textarea):
    """A list, one entry a line."""

    def format_value(self, value: Any) -> str | None:
        """The lines as one text."""
        text: str | None = "\n".join(value) if isinstance(value, list | tuple) else value
        return text


class LengthInput(forms.Widget):
    """A choice of usual lengths, or a number of one's own."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        del files
        chosen = data.get(name)
        return data.get(f"{name}_other") or None if chosen == OTHER else chosen


def _text(
    label: str, *, hint: str = "", words: str = "", required: bool = False, rows: int = 0
) -> forms.Field:
    attrs = {"placeholder": hint}
    widget = forms.Textarea({**attrs, "rows": rows}) if rows else forms.TextInput(attrs)
    return _Field(label=label, help_text=words, widget=widget, required=required)


def _lines(label: str, *, hint: str, words: str, rows: int = 2) -> forms.Field:
    widget = LinesInput({"placeholder": hint, "rows": rows})
    return _Field(label=label, help_text=words, widget=widget)


class _Field(forms.Field):
    """A field that takes what comes: nothing is refused, cut or lost before the brief's rules see it."""

    def validate(self, value: Any) -> None:
        """``required`` is only shown; that something is missing is for the brief's rules to say."""


class BriefForm(forms.Form):
    """What a person writes about what they sell. ``brief`` is there once the form is valid."""

    name = _text("Product or brand", hint="Nordwind Coffee", required=True)
    desc = _text(
        "What should people know?",
        hint="What is it, who is it for, why do they want it?",
        words="Facts make good ads: names, numbers, prices, what comes with it. No others will be claimed.",
        required=True,
        rows=6,
    )
    format = _Field(label="Format", required=True)
    length = _Field(label="Length", required=True, widget=LengthInput)
    audience = _text("Audience", hint="People who make coffee at home")
    offer = _text("Offer", hint="First bag half price")
    call_to_action = _text("Call to action", hint="Taste the first bag", words="What people should do next.")
    contact = _text("Where to find you", hint="nordwind.example", words="Address, website or phone number.")
    must_say = _lines(
        "Words that must be said",
        hint="Roasted on Tuesdays\nNo subscription",
        words="A line for each phrase, at most five. They are spoken exactly so.",
    )
    must_not_say = _lines(
        "Words that must not be said",
        hint="cheap\ndiscount",
        words="A line for each word or phrase, such as a rival’s name. The ad neither says nor shows them.",
    )
    tone = _Field(label="Tone", widget=forms.Select(choices=[(tone, tone.capitalize()) for tone in TONES]))
    voice = _Field(label="Voice", help_text="Listen before you choose.")
    recording = _Field(label="Your own recording", widget=forms.HiddenInput)
    language = _Field(label="Language", widget=forms.Select(choices=list(LANGUAGES.items())))
    speed = _Field(label="Pace of the voice", widget=forms.Select(choices=PACES))
    pronunciations = _lines(
        "How names are said",
        hint="Nguyen = win",
        words="A line each: the name, “=”, and how it sounds in plain letters.",
    )
    script = _lines(
        "Your own script",
        hint="Fresh every morning | We bake at five, before you wake.",
        words="A line for each scene: what is shown, “|”, what is said. Left empty, a script is written for you.",
        rows=4,
    )
    brand_colors = _Field(label="Brand colours", widget=ColorsInput)
    captions = _Field(label="Captions in the picture", widget=forms.CheckboxInput)
    paid = _Field(
        label="For paid placements",
        help_text="Keep words and captions above the buttons that Reels and TikTok lay over ads. Changes tall "
        "(9:16) ads only.",
        widget=forms.CheckboxInput,
    )
    pictures = _Field(
        label="Pictures",
        help_text=f"Up to {MOST_PICTURES}, the most important first. Things before a plain ground are cut out.",
        widget=forms.MultipleHiddenInput,
    )
    logo = _Field(label="Logo", help_text="Best as a PNG, with nothing behind it.", widget=forms.HiddenInput)
    seed = _Field(widget=forms.HiddenInput)
    once = _Field(widget=forms.HiddenInput)

    brief: Brief
    questions: Sequence[str] = ()
    """What the description leaves open; shown as a list at its field."""

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs.setdefault("label_suffix", "")
        kwargs["initial"] = {**BLANK, "once": new_id(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = field.required and name not in OPTIONAL

    def clean(self) -> dict[str, Any]:
        """Let the brief's rules judge all fields at once."""
        try:
            self.brief = briefs.read(self.cleaned_data)
        except Invalid as refusal:
            if isinstance(refusal, TooLittleSaid):
                self.questions = refusal.questions
            for field, messages in refusal.errors.items():
                shown = messages if field != "desc" or not self.questions else messages[:1]
                for message in shown:
                    self.add_error(field, message)
        return self.cleaned_data

    @property
    def once_key(self) -> str:
        """One key for one press of the button, or two; another brief from the same page is another ad."""
        token = self.cleaned_data.get("once") or ""
        try:
            token = str(uuid.UUID(token))
        except ValueError:
            token = new_id()
        return f"form-{token}-{hashlib.sha256(repr(self.brief).encode()).hexdigest()[:16]}"

    # What the page's own controls need to know.

    @property
    def has_more_errors(self) -> bool:
        """Whether a list of errors above the form helps: questions are asked at their field alone."""
        asked = {"desc"} if self.questions else set()
        return bool(set(self.errors) - asked) and not self.non_field_errors()

    @property
    def voices(self) -> list["VoiceGroup"]:
        """The voices by language. A group is open when its voice is chosen, or none is and it speaks the ad's."""
        chosen, language = str(self["voice"].value() or ""), str(self["language"].value() or "")
        groups = [_voice_group(first, words, chosen) for first, words in ACCENTS.items()]
        anywhere = chosen not in ("", "none", OWN_VOICE)
        return [
            replace(
                group,
                is_open=any(one.is_chosen for one in group.voices) if anywhere else group.speaks == language,
            )
            for group in groups
        ]

    @property
    def formats(self) -> list[tuple[str, str, bool]]:
        """Value, words, and whether it is chosen."""
        chosen = self["format"].value()
        return [(value, words, value == chosen) for value, words in FORMATS.items()]

    @property
    def lengths(self) -> list[tuple[str, bool]]:
        """The usual lengths, and which is chosen."""
        return [(value, value == self._length) for value in LENGTHS]

    @property
    def other_length(self) -> str | None:
        """A length that is none of the usual ones, as it was written; None where one of those is chosen."""
        if self.is_bound and self.data.get("length") == OTHER:
            return str(self.data.get("length_other", ""))
        return None if self._length in LENGTHS else self._length

    @property
    def colors(self) -> list[str]:
        """What the colour fields hold; empty ones at the end."""
        given = list(self["brand_colors"].value() or [])[:MOST_COLORS]
        return given + [""] * (MOST_COLORS - len(given))

    @property
    def is_more_open(self) -> bool:
        """Whether the folded part must be seen: something in it is filled in, or wrong."""
        return any(self.errors.get(name) or self._differs(name) for name in MORE)

    @property
    def _length(self) -> str:
        return str(self["length"].value() or "")

    def _differs(self, name: str) -> bool:
        value = self[name].value()
        if name not in BLANK or (not value and not BLANK[name]):
            return False  # Nothing is nothing, whether it is an empty text or an empty list.
        return value not in (None, BLANK[name]) and str(value) != str(BLANK[name])


_DEFAULTS = Brief(name="", desc="")
BLANK: dict[str, Any] = {"name": "", "desc": "", **_DEFAULTS.extras()}
"""An empty form."""


def from_brief(brief: Brief) -> dict[str, Any]:
    """The form's initial values for a brief that exists."""
    return {"name": brief.name, "desc": brief.desc, **brief.extras()}
