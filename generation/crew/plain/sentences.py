"""A text as somebody typed it, taken apart into whole sentences; no word of it is changed."""

import re

from generation.crew.plain.tongues import Tongue

SAID = re.compile(r"“[^“”\n]{4,200}”")

_PICTOGRAM = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u2b50]")
_BULLET = re.compile(r"^\s*(?:[-*•·–—►✓]|\(?\d{1,2}[.)](?=\s+[A-ZÀ-Þ]))\s+")
_END = re.compile(r"(?<=[.!?])[”]?\s+(?=[“(¿¡]?[-−]?[A-ZÀ-Þ\d€$£])|(?<=[.!?]”)\s+|(?<=\w\w);\s+(?=\S+\s\S+)")
_DOT = "\u2024"

_SHORT_FORMS = re.compile(
    r"(?<!\w)(?:Sr|Sra|Srta|Dr|Dra|Dña|D|St|Sta|Sto|Ste|S|Nr|Str|\w+str|ca|z|u|z\.\s?B|d\.\s?h|u\.\s?a|bzw|max|"
    r"Av|Avd|Avda|Tel|Tél|Telf|Télf|Tfno|Tlf|Tfn|Fax|Mob|Cel|n|nº|no|N|p\.\s?ej|Mme|Mlle|M|Hr|Fr|Fa|Sig|Sig\.ra|Dott|"
    r"Dott\.ssa|Prof|Ing|Arch|Avv|inkl|zzgl|usw|env|approx|aprox|Ctra|Pza|Pl|C|Bd|Bld|Rte|Imp|Rés|bât|R|V|Lg|Tv|Gal|Eng|"
    r"Jh|Mo|Di|Mi|Do|Sa|So|Lun|Mar|Mer|Gio|Ven|Sab|Dom|Seg|Ter|Qua|Qui|Sex|Sáb|P\.zza|C\.so|V\.le|Exmo|Cía|Cie|Ges|geb|"
    r"vgl|evtl|ggf|exkl|mind|etc)\.$",
    re.IGNORECASE,
)
"""Behind these a point ends no sentence ("Tél. 05 61 …", "Av. da Liberdade"), whatever follows."""

_UNITS = re.compile(r"\d\s?(?:min|Min|Std|J|h|km|kg|g|l|Tg|Wo|Mon|pers|Pers)\.$")
"""Behind these a point ends no sentence if a number or a small letter follows."""

_ORDINAL = re.compile(
    r"\b(?:der|die|das|dem|den|am|zum|beim|im|jede[rsnm]?|ab|bis|vom|zur|ihr|dein|unser|und|oder|–|-)\s\d{1,2}\.$",
    re.IGNORECASE,
)
"""German: "das 2. | Kind", "ab 18. | Dezember"."""

_LONGEST_ENTRY, _MOST_ENTRIES = 6, 5


def sentences_of(text: str, tongue: Tongue) -> list[str]:
    """Whole sentences, each with its end. The short entries of a list are one sentence, behind what introduces it."""
    found: list[str] = []
    for line in _listed([_bare_line(line) for line in _signs(text, tongue).split("\n")], tongue):
        # What somebody said may be several sentences, and is one quotation.
        whole = SAID.sub(lambda said: re.sub(r"[.;](?=\s)", _DOT, said.group()), line)
        begun = len(found)
        for piece in _END.sub("\n", whole).split("\n"):
            bare = re.sub(r"^[-–—]+\s+", "", piece.replace(_DOT, ".").strip(" ,;")).rstrip(" –—-")
            if len(found) > begun and _goes_on(found[-1], bare, tongue):
                found[-1] = f"{found[-1]} {bare}"
            elif re.search(r"\w", bare):
                found.append(bare)
    return [_finished(one) for one in found]


def _goes_on(before: str, after: str, tongue: Tongue) -> bool:
    if _UNITS.search(before):
        return after[:1].isdigit() or after[:1].islower()
    if tongue.code == "de" and _ORDINAL.search(before):
        return True
    return bool(_SHORT_FORMS.search(before))


def _bare_line(line: str) -> tuple[bool, str]:
    """A line without what makes it an entry of a list, and whether it is one."""
    bare = _BULLET.sub("", line)
    return bare != line, bare.strip()


def _within(entry: str, tongue: Tongue) -> str:
    """An entry in the middle of a sentence: German keeps the capitals of its nouns."""
    plain = tongue.code == "de" or not re.match(r"[A-ZÀ-Þ][a-zà-ÿ]", entry)
    return entry if plain else f"{entry[:1].lower()}{entry[1:]}"


def _listed(lines: list[tuple[bool, str]], tongue: Tongue) -> list[str]:
    """The lines, with entries of a list that are no sentences joined into one."""
    told: list[str] = []
    entries = 0
    for is_entry, line in lines:
        short = 0 < len(line.split()) <= _LONGEST_ENTRY and not re.search(r"[.!?:]$", line)
        headed = bool(told) and told[-1].endswith(":")
        if short and headed:
            told[-1], entries = f"{told[-1]} {_within(line, tongue)}", 1
        elif short and entries and (is_entry or entries > 0) and entries < _MOST_ENTRIES:
            told[-1], entries = f"{told[-1]}, {_within(line, tongue)}", entries + 1
        else:
            told.append(line)
            entries = 1 if short and is_entry else 0
    return told


def _signs(text: str, tongue: Tongue) -> str:
    text = (
        _PICTOGRAM.sub(" ", text.replace("\r\n", "\n")).replace("’", "'").replace(" & ", f" {tongue.and_} ")
    )
    text = re.sub(r"\s+[|•·]\s+", "\n- ", text)
    text = re.sub(r"«\s?|„|‟|(?<![\w.!?,])\"(?=\S)", "“", text)
    text = re.sub(r"\s?»|(?<=\S)[“\"](?=[\s.,;:!?)]|$)", "”", text)
    text = re.sub(r"!+", "!", re.sub(r"\.{2,}|…", ".", text))
    return re.sub(r"[^\S\n]+", " ", text)


def _finished(text: str) -> str:
    text = re.sub(r"^¡(.+)!$", r"\1.", text)
    text = re.sub(r"\s*[!,:]$", ".", text)
    text = text[:1].upper() + text[1:]
    return text if re.search(r"[.?]”?$", text) else f"{text}."
