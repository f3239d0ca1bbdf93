"""Addresses of the auth endpoints, under /api/auth."""

from django.urls import re_path

from accounts.api import views

urlpatterns = [
    re_path(r"^/register/?$", views.Register.as_view(), name="api-register"),
    re_path(r"^/login/?$", views.Login.as_view(), name="api-login"),
    re_path(r"^/refresh/?$", views.Refresh.as_view(), name="api-refresh"),
    re_path(r"^/logout/?$", views.Logout.as_view(), name="api-logout"),
    re_path(r"^/me/?$", views.Me.as_view(), name="api-me"),
]
