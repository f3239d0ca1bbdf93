"""The ads' pages: each view reads, calls one service, and answers."""

from dataclasses import replace
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
    lifecycle,
    picture_pages,
    presenters,
    queries,
    script_pages,
    scripts,
    services,
)
from ads.examples import EXAMPLES
from ads.forms import BriefForm, from_brief
from ads.models import Ad
from ads.questions import INTRODUCTION, TooLittleSaid
from ads.states import Stage, Status
from vigen_site.errors import DomainError, NotFound
from vigen_site.limits import count
from vigen_site.pages import WRITTEN_BEFORE, keep_form, keeps_form, kept_form

BEGUN = "Welcome. Here is what you wrote: add what you like, and press the button."
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


@login_not_required
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A visitor's first brief, written on the start page: it is there once they have an account."""
    target = reverse("ads:create")
    keep_form(request, path=target)
    return redirect(
        target if request.user.is_authenticated else f"{reverse('accounts:sign_up')}?next={target}"
    )


@keeps_form
def create(request: HttpRequest) -> HttpResponse:
    """Write a brief and order an ad."""
    if request.method != "POST":
        if kept := _kept(request):
            return _brief_page(request, kept)
        return _brief_page(request, BriefForm(initial=_start(request)))
    form = _sent_form(request)
    if not form.is_valid():
        return _brief_page(request, form, status=400)
    try:
        count(request, "create", endpoint="create-page")
        ad = _ordered(request, form)
    except DomainError as refusal:
        # The refusal is shown above the form, so that nothing that was written is lost.
        _refuse(form, refusal)
        return _brief_page(request, form, status=refusal.status)
    return redirect("ads:detail", ad.run_id)


def _start(request: HttpRequest) -> dict[str, Any]:
    """What a new brief begins with: another ad's, an example, or nothing."""
    if run_id := request.GET.get("from", ""):
        brief = queries.ad_for(_me(request), run_id).the_brief
        return from_brief(replace(brief, seed=0))
    return EXAMPLES.get(request.GET.get("example", ""), {})


def _kept(request: HttpRequest) -> BriefForm | None:
    """The brief that was sent after the sign-in had run out."""
    sent = kept_form(request)
    if sent is None:
        return None
    messages.info(request, BEGUN if "begun" in sent else WRITTEN_BEFORE)
    return BriefForm(sent)


def _ordered(request: HttpRequest, form: BriefForm) -> Ad:
    """The ad: in the making, or with nothing but its script to read first."""
    if "draft" in request.POST:
        return scripts.draft(user_id=_me(request), brief=form.brief, once_key=form.once_key)
    return services.order(user_id=_me(request), brief=form.brief, once_key=form.once_key)


@keeps_form
def edit(request: HttpRequest, run_id: str) -> HttpResponse:
    """Change the brief, and make the ad again if that is wanted."""
    ad = queries.ad_for(_me(request), run_id)
    if request.method != "POST":
        if kept := _kept(request):
            return _brief_page(request, kept, ad=ad)
        form = BriefForm(initial=from_brief(ad.the_brief))
        form.questions = presenters.questions_of(ad)
        return _brief_page(request, form, ad=ad)
    form = _sent_form(request)
    if not form.is_valid():
        return _brief_page(request, form, ad=ad, status=400)
    changes = {"name": form.brief.name, "desc": form.brief.desc, **form.brief.extras()}
    try:
        services.update(user_id=_me(request), run_id=run_id, changes=changes)
        if "again" in request.POST:
            services.retry(user_id=_me(request), run_id=run_id, start=_start_of_another_try(ad, form))
    except DomainError as refusal:
        _refuse(form, refusal)
        return _brief_page(request, form, ad=ad, status=refusal.status)
    if "again" not in request.POST:
        messages.success(request, "The brief is saved.")
    return redirect("ads:detail", run_id)


def _start_of_another_try(before: Ad, form: BriefForm) -> Stage:
    """With a new script, if that is all that may differ; else as far on as the changes of the brief allow."""
    is_same = before.the_brief == form.brief
    return Stage.SCRIPT if is_same and not services.is_edited(before) else Stage.VISUALS


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
    if request.GET.get("seen") == str(ad.version):
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
    if request.GET.get("seen") == str(ad.version):
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
    ad = queries.ad_for(_me(request), run_id)
    name = presenters.DOWNLOADS["vtt"]
    if not artefacts.is_stored(ad, name):
        raise NotFound("This file is not there.")
    return FileResponse(
        default_storage.open(ad.artefacts[name], "rb"), content_type="text/vtt; charset=utf-8"
    )


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
        "script": script,
        "scenes": presenters.scenes(ad, script),
        "review": review,
        "reasons": presenters.reasons_of(ad, review),
        "refused": is_refused,
        "own_script": bool(ad.the_brief.script),
        "facts": presenters.brief_facts(ad),
        "downloads": presenters.downloads(ad),
        # A page may fetch only from its own address; a film in a bucket is downloaded, then shared.
        "share_as": "" if settings.BUCKET else presenters.file_name(ad, "mp4"),
        "questions": presenters.questions_of(ad),
        "brief_at_fault": presenters.is_brief_at_fault(ad),
        "recording_at_fault": presenters.is_recording_at_fault(ad),
        "language": ad.the_brief.language,
        "captions_shown": ad.the_brief.captions,
        "has_captions": "captions.vtt" in ad.artefacts,
    }


def _brief_page(
    request: HttpRequest, form: BriefForm, *, ad: Ad | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "ad": ad,
        "examples": [] if ad else list(EXAMPLES.items()),
        "pictures": picture_pages.tiles(_me(request), form["pictures"].value(), field="pictures"),
        "recordings": picture_pages.recordings(_me(request), form["recording"].value()),
        "logos": picture_pages.tiles(_me(request), form["logo"].value(), field="logo"),
    }
    return render(request, "ads/brief.html", context, status=status)


def _sent_form(request: HttpRequest) -> BriefForm:
    """The form as it was sent; files that came with it are pictures of the brief now, or errors at their field."""
    data, refused = picture_pages.with_sent_files(request)
    form = BriefForm(data)
    for field, sentences in refused.items():
        form.add_error(field, sentences)
    return form


def _refuse(form: BriefForm, refusal: DomainError) -> None:
    """Say no at the fields that are at fault, else above the form."""
    if isinstance(refusal, TooLittleSaid):
        form.questions = refusal.questions
        form.add_error("desc", INTRODUCTION)
        return
    at_fields = {field: list(words) for field, words in refusal.errors.items() if field in form.fields}
    for field, sentences in at_fields.items():
        form.add_error(field, sentences)
    if not at_fields:
        form.add_error(None, str(refusal))


def _refused(request: HttpRequest, run_id: str, refusal: DomainError) -> HttpResponse:
    """A refusal is told on the ad's own page, which shows what is really the case."""
    if isinstance(refusal, NotFound):
        raise refusal
    messages.error(request, str(refusal))
    return redirect("ads:detail", run_id)


def _address(**parameters: str | None) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in parameters.items() if value})
    return f"{reverse('ads:dashboard')}?{query.urlencode()}"
