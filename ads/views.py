"""The ads' pages: each view reads, calls one service, and answers."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh, reswap, retarget
from django_htmx.middleware import HtmxDetails

from ads import (
    artefacts,
    documents,
    format_tiles,
    formats,
    lifecycle,
    presenters,
    queries,
    script_pages,
    scripts,
    services,
    turns,
)
from ads.forms import BriefForm
from ads.models import Ad
from ads.states import Status
from vigen_site.errors import DomainError, Invalid, NotFound
from vigen_site.limits import count

FILTERS = {
    "": "All",
    "in_progress": "In the making",
    "draft": "Drafts",
    "generated": "Ready",
    "failed": "Failed",
    "cancelled": "Cancelled",
}
NONE_SUCH = {
    "in_progress": "Nothing is being made right now.",
    "draft": "You have no drafts.",
    "generated": "No ad is ready yet.",
    "failed": "No ad has failed.",
    "cancelled": "You have cancelled none.",
}


class HtmxHttpRequest(HttpRequest):
    """A request as django-htmx's middleware leaves it."""

    htmx: HtmxDetails


@login_not_required
@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """One's own ads; for everybody else, what this is."""
    if not request.user.is_authenticated:
        return render(request, "ads/landing.html", {"form": BriefForm()})
    chosen = request.GET.get("status", "").lower()
    chosen = chosen if chosen in FILTERS else ""
    cursor = request.GET.get("cursor", "")
    page = queries.ads_of(
        _me(request),
        status=Status(chosen.upper()) if chosen else None,
        cursor=cursor if queries.is_run_id(cursor) else None,
    )
    context = {
        "cards": [presenters.card(ad) for ad in page.ads],
        "filters": [(value, words, value == chosen) for value, words in FILTERS.items()],
        "chosen": chosen,
        "none_such": NONE_SUCH.get(chosen, ""),
        "first": _address(status=chosen) if cursor else "",
        "next": _address(status=chosen, cursor=page.cursor) if page.cursor else "",
        "form": None if page.ads or chosen else BriefForm(),
    }
    return render(request, "ads/dashboard.html", context)


@require_safe
def detail(request: HttpRequest, run_id: str) -> HttpResponse:
    """One ad, in whatever state it is. Of a draft there is nothing but its script."""
    ad = queries.ad_for(_me(request), run_id)
    if ad.status == Status.DRAFT:
        return redirect("ads:script", run_id)
    return render(request, "ads/detail.html", _state(ad))


@login_not_required
@require_safe
def fragment(request: HtmxHttpRequest, run_id: str) -> HttpResponse:
    """What the page of an ad in the making asks for again and again: what has changed since, or nothing."""
    if not request.htmx:
        return redirect("ads:detail", run_id)
    if not request.user.is_authenticated:
        return HttpResponseClientRefresh()
    try:
        ad = queries.ad_for(_me(request), run_id)
    except NotFound:
        return HttpResponseClientRedirect(reverse("ads:dashboard"))
    if ad.status != Status.IN_PROGRESS:
        response = render(request, "ads/_state.html", {**_state(ad), "fresh": True})
        return retarget(reswap(response, "outerHTML"), "#ad")
    if _has_seen(request, ad):
        return HttpResponse(status=204)
    context: dict[str, Any] = {"progress": presenters.progress(ad)}
    if request.GET.get("done") != str(ad.stages_done):
        context |= {**_state(ad), "fresh": True}
    elif request.GET.get("pictures") != str(context["progress"].pictures):
        context["new_pictures"] = _state(ad)["scenes"]
    return render(request, "ads/_poll.html", context)


@login_not_required
@require_safe
def card(request: HtmxHttpRequest, run_id: str) -> HttpResponse:
    """The card of an ad in the making, drawn again if anything has changed."""
    if not request.htmx:
        return redirect("ads:dashboard")
    if not request.user.is_authenticated:
        return HttpResponseClientRefresh()
    try:
        ad = queries.ad_for(_me(request), run_id)
    except NotFound:
        return HttpResponseClientRefresh()
    if _has_seen(request, ad):
        return HttpResponse(status=204)
    return render(request, "ads/_card.html", {"card": presenters.card(ad)})


@require_POST
def cancel(request: HttpRequest, run_id: str) -> HttpResponse:
    """Stop the making."""
    try:
        services.cancel(user_id=_me(request), run_id=run_id)
    except DomainError as refusal:
        return _refused(request, run_id, refusal)
    return redirect("ads:detail", run_id)


@require_POST
def retry(request: HttpRequest, run_id: str) -> HttpResponse:
    """Go on where a run stopped, or make another version of a finished ad."""
    act = services.remake if "another" in request.POST else services.retry
    try:
        count(request, "create", endpoint="create-page")
        act(user_id=_me(request), run_id=run_id)
    except DomainError as refusal:
        return _refused(request, run_id, refusal)
    return redirect("ads:detail", run_id)


@require_POST
def other_format(request: HttpRequest, run_id: str) -> HttpResponse:
    """Order the ad in another format, or find the one that was ordered before; its own page follows."""
    try:
        cut = formats.wanted(request.POST.get("format"), paid="paid" in request.POST)
        count(request, "create", endpoint="create-page")
        ad, _is_new = formats.adapt(user_id=_me(request), run_id=run_id, cut=cut)
    except DomainError as refusal:
        return _refused(request, run_id, refusal)
    return redirect("ads:detail", ad.run_id)


@require_POST
def delete(request: HttpRequest, run_id: str) -> HttpResponse:
    """Remove the ad and its files."""
    try:
        services.delete(user_id=_me(request), run_id=run_id)
    except DomainError as refusal:
        return _refused(request, run_id, refusal)
    messages.success(request, "The ad is deleted.")
    return redirect("ads:dashboard")


@require_safe
def watch(request: HttpRequest, run_id: str) -> HttpResponse:
    """Lead the player to the film; a player that stayed open past the address's end asks here again."""
    return redirect(services.video_url(user_id=_me(request), run_id=run_id))


@require_safe
def download(request: HttpRequest, run_id: str, kind: str) -> HttpResponse:
    """Lead to a file that the browser saves."""
    ad = queries.ad_for(_me(request), run_id)
    name = presenters.DOWNLOADS.get(kind, "")
    address = artefacts.url(ad, name, download_as=presenters.file_name(ad, kind))
    if address is None or not artefacts.is_stored(ad, name):
        raise NotFound("This file is not there.")
    return redirect(address)


@require_safe
def captions(request: HttpRequest, run_id: str) -> HttpResponseBase:
    """The caption track, from our own address: players take none from another without being told so."""
    return _from_here(request, run_id, presenters.DOWNLOADS["vtt"], "text/vtt; charset=utf-8")


@require_safe
def film(request: HttpRequest, run_id: str) -> HttpResponseBase:
    """The film, from our own address: a page may fetch none from a bucket, and shares what it has fetched."""
    count(request, "video", endpoint="film-page")
    return _from_here(request, run_id, presenters.DOWNLOADS["mp4"], "video/mp4")


def _from_here(request: HttpRequest, run_id: str, name: str, kind: str) -> HttpResponseBase:
    ad = queries.ad_for(_me(request), run_id)
    if not artefacts.is_stored(ad, name):
        raise NotFound("This file is not there.")
    return FileResponse(default_storage.open(ad.artefacts[name], "rb"), content_type=kind)


def _has_seen(request: HttpRequest, ad: Ad) -> bool:
    """Whether the page that asks shows this already: the version of the record, and whose turn is before."""
    ahead = turns.words(turns.ahead_of(ad))
    return request.GET.get("seen") == str(ad.version) and request.GET.get("ahead", "") == ahead


def _me(request: HttpRequest) -> str:
    return str(request.user.pk)


def _state(ad: Ad) -> dict[str, Any]:
    """All that the page of an ad shows."""
    script, review = documents.script(ad), scripts.review(ad)
    is_refused = ad.error_code == lifecycle.SCRIPT_REFUSED and script is not None
    return {
        **(script_pages.editor(ad) if is_refused else {}),
        "ad": ad,
        "card": presenters.card(ad),
        "progress": presenters.progress(ad),
        "first": formats.first_of(ad) if ad.status == Status.IN_PROGRESS else None,
        "tiles": format_tiles.tiles(ad),
        "script": script,
        "scenes": presenters.scenes(ad, script),
        "review": review,
        "reasons": presenters.reasons_of(ad, review),
        "refused": is_refused,
        "own_script": bool(ad.the_brief.script),
        "facts": presenters.brief_facts(ad),
        "downloads": presenters.downloads(ad),
        "share_as": presenters.file_name(ad, "mp4"),
        "share_from": reverse("ads:film", args=[ad.run_id])
        if settings.BUCKET
        else reverse("ads:download", args=[ad.run_id, "mp4"]),
        "questions": presenters.questions_of(ad),
        "brief_at_fault": presenters.is_brief_at_fault(ad),
        "recording_at_fault": presenters.is_recording_at_fault(ad),
        "language": ad.the_brief.language,
        "captions_shown": ad.the_brief.captions,
        "has_captions": "captions.vtt" in ad.artefacts,
    }


def _refused(request: HttpRequest, run_id: str, refusal: DomainError) -> HttpResponse:
    """A refusal is told on the ad's own page, which shows what is really the case."""
    if isinstance(refusal, NotFound):
        raise refusal
    said = str(refusal)
    if said == Invalid.message:  # Here are no fields to look at: what is said of them is all there is to say.
        said = " ".join(sentence for found in refusal.errors.values() for sentence in found) or said
    messages.error(request, said)
    return redirect("ads:detail", run_id)


def _address(**parameters: str | None) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in parameters.items() if value})
    return f"{reverse('ads:dashboard')}?{query.urlencode()}"
