"""The API's description of itself."""

from django.contrib.auth.decorators import login_not_required
from django.urls import re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.permissions import AllowAny

from vigen_site.api_docs import docs

urlpatterns = [
    re_path(
        r"^schema/?$",
        login_not_required(
            SpectacularAPIView.as_view(permission_classes=[AllowAny], authentication_classes=[])
        ),
        name="schema",
    ),
    re_path(r"^docs/?$", docs, name="docs"),
]
