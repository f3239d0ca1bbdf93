"""The pages on which a brief is written and changed: nothing that was typed is lost."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from ads import picture_pages, presenters, queries, scripts, services
from ads.examples import EXAMPLES
from ads.forms import BriefForm, from_brief
from ads.models import Ad
from ads.questions import INTRODUCTION, TooLittleSaid
from ads.states import Stage
from vigen_site.errors import DomainError
from vigen_site.limits import count
from vigen_site.pages import WRITTEN_BEFORE, keep_form, keeps_form, kept_form

NOT_KEPT = "This cannot be kept for you right now. Create an account first, or copy what you wrote, and paste it there."
BEGUN = "Welcome. Here is what you wrote: add what you like, and press the button."


@login_not_required
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A visitor's first brief, written on the start page: it is there once they have an account."""
    target = reverse("ads:create")
    if not keep_form(request, path=target):
        messages.warning(request, NOT_KEPT)
        typed = {name: request.POST.get(name, "") for name in ("name", "desc")}
        return render(request, "ads/landing.html", {"form": BriefForm(initial=typed)}, status=429)
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


def _me(request: HttpRequest) -> str:
    return str(request.user.pk)
