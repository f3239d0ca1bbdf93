"""Signing up, in and out, and the account's own page."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import attempts, leaving, links, services
from accounts.account_page import CHANGES, forms_for
from accounts.forms import LeaveForm, NewPasswordForm, SignInForm, SignUpForm
from accounts.identity import Identity
from vigen_site import limits
from vigen_site.errors import Invalid

BACKEND = "django.contrib.auth.backends.ModelBackend"


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Django's own door, with a limit on how often it may be tried."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: str, **kwargs: object) -> HttpResponse:
        """Count the try first, so that guessing costs the guesser and not our processor."""
        try:
            attempts.count(request, email=request.POST.get("username", ""), door="page")
        except limits.LimitReached as refusal:
            form = self.get_form_class()(request)
            return _too_fast(request, self.template_name, self.get_context_data(form=form), refusal)
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The door that needs no password is shown to whoever can use it."""
        at_home = settings.DATABASE == "embedded" and links.is_from_this_machine(self.request)
        return super().get_context_data(at_home=at_home, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Note the address as known."""
        attempts.remember(self.request, email=form.cleaned_data["username"])
        return super().form_valid(form)


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()


@login_not_required
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    form = SignUpForm(request.POST or None)
    context = {"form": form, "next": request.POST.get("next", request.GET.get("next", ""))}
    if form.is_valid():
        try:
            limits.count(request, "register", key="ip", endpoint="register-page")
            person = services.register(**form.cleaned_data)
        except limits.LimitReached as refusal:
            return _too_fast(request, "accounts/sign_up.html", context, refusal)
        except Invalid as refusal:
            form.refuse(refusal)
        else:
            login(request, person, backend=BACKEND)
            return redirect(_next(request))
    return render(request, "accounts/sign_up.html", context)


@login_not_required
@never_cache
@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in by a one-time link made on this machine."""
    user_id = links.take(token) if links.is_from_this_machine(request) else None
    try:
        person = Identity.objects.get(pk=user_id or "")
    except Identity.DoesNotExist:
        return render(request, "accounts/link_spent.html", status=403)
    if person.is_leaving:
        leaving.go_on(person.pk)
        return render(request, "accounts/link_spent.html", status=403)
    login(request, person, backend=BACKEND)
    return redirect(_next(request))


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    person = _person(request)
    forms = forms_for(person)
    change = CHANGES.get(request.POST.get("change", ""))
    if request.method == "POST" and change:
        limits.count(request, "change", endpoint="account")
        if change.name != "name":
            _count_guess(request, person)
        form = change.form_for(person, request.POST)
        forms[change.name] = form
        if change.make(person, form):
            update_session_auth_hash(request, person)
            messages.success(request, change.done)
            return redirect("accounts:account")
    return render(request, "accounts/account.html", {"forms": forms, "leave": LeaveForm(person=person)})


@sensitive_post_parameters()
@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Delete the account with everything in it."""
    person = _person(request)
    limits.count(request, "change", endpoint="leave")
    _count_guess(request, person)
    form = LeaveForm(request.POST, person=person)
    if not form.is_valid():
        context = {"forms": forms_for(person), "leave": form}
        return render(request, "accounts/account.html", context, status=400)
    leaving.leave(person)
    logout(request)
    messages.success(request, "Your account is deleted, with everything in it.")
    return redirect("accounts:sign_in")


@login_not_required
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest, token: str) -> HttpResponse:
    """Set a password by a one-time link that whoever runs the site has made. Looking at it does not use it up."""
    person = services.whose_password_link(token)
    if person is None:
        return render(request, "accounts/link_spent.html", {"for_password": True}, status=403)
    form = NewPasswordForm(request.POST or None)
    if form.is_valid() and _set_password(person, form, token):
        login(request, person, backend=BACKEND)
        messages.success(request, "Your new password is saved. Every other browser is signed out.")
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/new_password.html", {"form": form, "person": person})


def _set_password(person: Identity, form: NewPasswordForm, token: str) -> bool:
    password = form.cleaned_data["new_password"]
    try:
        services.check_password(password, of=person)
    except Invalid as refusal:
        form.refuse(refusal)
        return False
    if links.take(token, kind=links.PASSWORD) is None:
        return False
    services.change_password(person, password=password)
    return True


@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    person = _person(request)
    services.sign_out_everywhere(person)
    update_session_auth_hash(request, person)
    messages.success(request, "Every other browser and every API token is signed out.")
    return redirect("accounts:account")


def _count_guess(request: HttpRequest, person: Identity) -> None:
    """Whoever finds a browser open may not try passwords for ever."""
    if person.has_usable_password():
        limits.count(request, "login", endpoint="login-account-page")


def _person(request: HttpRequest) -> Identity:
    """The signed-in person; LoginRequiredMiddleware lets nobody else through."""
    return Identity.objects.get(pk=request.user.pk)


def _next(request: HttpRequest) -> str:
    """Where to go on to: an address of ours that was asked for, or the start page."""
    asked = request.POST.get("next", request.GET.get("next", ""))
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(asked, allowed_hosts=hosts, require_https=request.is_secure()):
        return asked
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def _too_fast(
    request: HttpRequest, template: str, context: dict[str, object], refusal: limits.LimitReached
) -> HttpResponse:
    minutes = -(-refusal.seconds // 60)
    wait = f"Too many tries. Wait {minutes} minute{'s' if minutes > 1 else ''} and try again."
    response = render(request, template, {**context, "refusal": wait}, status=refusal.status)
    response["Retry-After"] = str(refusal.retry_after)
    return response
