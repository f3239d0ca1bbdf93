"""The page on which a script is read, changed, asked for again and chosen, before the video is made."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from ads import documents, picture_pages, presenters, queries, scripts, services
from ads.briefs import OWN_VOICE
from ads.desk import SceneText
from ads.lines import MOST_LINES
from ads.models import Ad
from ads.script_files import ScriptChanged
from ads.states import Status
from vigen_site.errors import DomainError, Invalid, NotFound
from vigen_site.limits import count
from vigen_site.pages import WRITTEN_BEFORE, keeps_form, kept_form

WRITES = ("rewrite", "variants")
"""What asks the writer: counted like an order."""


@dataclass(frozen=True)
class Row:
    """A scene in the form. ``origin`` is its number in the stored script, 0 where it is new."""

    number: int
    origin: int
    shown: str
    spoken: str
    keep: bool = False
    intent: str = ""
    is_edited: bool = False
    is_new: bool = False
    errors: tuple[str, ...] = ()

    @property
    def text(self) -> SceneText:
        """What the services take."""
        return SceneText(self.origin, self.shown, self.spoken)


@keeps_form
def script(request: HttpRequest, run_id: str) -> HttpResponse:
    """Show the script, or do what a button of the page asks for."""
    ad = queries.ad_for(_me(request), run_id)
    if ad.status == Status.IN_PROGRESS and request.method != "POST":
        return redirect("ads:detail", run_id)
    if request.method != "POST":
        if (kept := kept_form(request)) is None:
            return page(request, ad)
        messages.info(request, WRITTEN_BEFORE)
        return page(request, ad, rows=rows_sent(kept), version=kept.get("version"), sent=kept)
    rows = rows_sent(request.POST)
    if request.POST.get("do") == "add" and len(rows) < MOST_LINES:
        version = request.POST.get("version")
        return page(request, ad, rows=with_one_more(rows), version=version, sent=request.POST)
    data, refused = picture_pages.with_sent_files(request)
    try:
        if refused:
            raise Invalid(errors=refused)
        return _do(request, ad, rows, data)
    except NotFound:
        raise
    except DomainError as refusal:
        return _refused(request, ad, rows, refusal, data)


def page(
    request: HttpRequest,
    ad: Ad,
    *,
    rows: list[Row] | None = None,
    version: object = None,
    sent: QueryDict | None = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page, with what was typed where something was."""
    context = editor(ad, rows=rows, version=version, sent=sent)
    return render(request, "ads/script.html", {**context, "refusal": refusal}, status=status)


def editor(
    ad: Ad, *, rows: list[Row] | None = None, version: object = None, sent: QueryDict | None = None
) -> dict[str, Any]:
    """What the form shows, on its own page or on that of an ad whose script was refused."""
    found, brief = documents.script(ad), ad.the_brief
    recording = brief.recording if sent is None else sent.get("recording", "")
    review = scripts.review(ad)
    return {
        "own_voice": brief.voice == OWN_VOICE,
        "recordings": picture_pages.recordings(ad.user_id, recording),
        "ad": ad,
        "card": presenters.card(ad),
        "script": found,
        "rows": rows or rows_of(found),
        "version": version or int(ad.version),
        "review": review,
        "at_fault": documents.at_fault(found, review),
        "variants": documents.variants(ad),
        "length": brief.length,
        "brief_changed": found is not None and not ad.stages_done and ad.status != Status.FAILED,
        "may_add": len(rows or rows_of(found)) < MOST_LINES,
    }


def rows_of(found: documents.Script | None) -> list[Row]:
    """The stored script as rows of the form."""
    scenes = found.scenes if found else ()
    return [
        Row(one.number, one.number, one.shown, one.spoken, intent=one.intent, is_edited=one.is_edited)
        for one in scenes
    ]


def rows_sent(data: QueryDict) -> list[Row]:
    """The rows as they were sent, whatever they hold."""
    total = min(_number(data.get("count")), MOST_LINES + 1)
    return [
        Row(
            number,
            _number(data.get(f"origin-{number}")),
            data.get(f"shown-{number}", ""),
            data.get(f"spoken-{number}", ""),
            keep=f"keep-{number}" in data,
            intent=data.get(f"intent-{number}", "") if data.get(f"intent-{number}") in INTENTS else "",
        )
        for number in range(1, total + 1)
    ]


INTENTS = frozenset(documents.INTENTS.values())


def with_one_more(rows: list[Row]) -> list[Row]:
    """An empty scene before the ending."""
    place = max(0, len(rows) - 1)
    more = [*rows[:place], Row(0, 0, "", "", is_new=True), *rows[place:]]
    return [replace(row, number=number) for number, row in enumerate(more, start=1)]


def _do(request: HttpRequest, ad: Ad, rows: list[Row], data: QueryDict) -> HttpResponse:
    """Whatever the button is, what was typed and recorded is saved first."""
    me, run_id, wish = _me(request), ad.run_id, request.POST.get("do", "save")
    if wish in WRITES:
        count(request, "create", endpoint="script-page")
    version = _number(request.POST.get("version"))
    if rows:
        ad = scripts.save(user_id=me, run_id=run_id, version=version, scenes=[row.text for row in rows])
    if "own_voice" in data:
        changes = {"recording": data.get("recording", "")}
        ad = services.update(user_id=me, run_id=run_id, changes=changes)
    version = int(ad.version) if rows else version
    if wish == "make":
        count(request, "create", endpoint="create-page")
        scripts.make(user_id=me, run_id=run_id)
        return redirect("ads:detail", run_id)
    if wish == "rewrite":
        scripts.rewrite(user_id=me, run_id=run_id, version=version, keep=kept(ad, rows))
        messages.success(request, "Here is another script. What you kept is as it was.")
    elif wish == "variants":
        scripts.suggest(user_id=me, run_id=run_id, version=version)
        return redirect(reverse("ads:script", args=[run_id]) + "#variants")
    elif wish.startswith("use-"):
        number = _number(wish.removeprefix("use-"))
        scripts.choose(user_id=me, run_id=run_id, version=version, number=number)
        messages.success(request, "That script is yours now. The one you had took its place in the list.")
    else:
        messages.success(request, "The script is saved.")
    return redirect("ads:script", run_id)


def kept(ad: Ad, rows: list[Row]) -> list[int]:
    """The numbers of the scenes that stay: those that are ticked, and those that a person has written in."""
    left = [row for row in rows if row.shown.strip() or row.spoken.strip()]
    found = documents.script(ad)
    edited = [scene.is_edited for scene in found.scenes] if found else []
    pairs = zip(left, edited, strict=False)
    return [number for number, (row, own) in enumerate(pairs, start=1) if row.keep or own]


def _refused(
    request: HttpRequest, ad: Ad, rows: list[Row], refusal: DomainError, data: QueryDict
) -> HttpResponse:
    """Say no with everything that was typed still there."""
    ad = queries.ad_for(ad.user_id, ad.run_id)
    if ad.status == Status.IN_PROGRESS:
        messages.error(request, str(refusal))
        return redirect("ads:detail", ad.run_id)
    marked = [replace(row, errors=tuple(refusal.errors.get(f"scene-{row.number}", ()))) for row in rows]
    words = " ".join(_above(refusal)) or ("" if any(row.errors for row in marked) else str(refusal))
    version: object = request.POST.get("version")
    if isinstance(refusal, ScriptChanged):
        words = f"{refusal} Your words are below as you typed them; save again and they take the place of the others."
        version = int(ad.version)
    return page(
        request,
        ad,
        rows=marked or None,
        version=version,
        sent=data,
        refusal=words or "Some scenes need another look.",
        status=refusal.status,
    )


def _above(refusal: DomainError) -> list[str]:
    """Sentences that belong to no single scene."""
    return [
        words for name, found in refusal.errors.items() if not name.startswith("scene-") for words in found
    ]


def _number(text: object) -> int:
    return int(text) if isinstance(text, str) and text.isdecimal() and len(text) < 10 else 0


def _me(request: HttpRequest) -> str:
    return str(request.user.pk)
