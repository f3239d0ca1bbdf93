"""Every address of the site."""

from django.urls import include, path, re_path

from vigen_site import health
from vigen_site.media.views import media

handler404 = "vigen_site.pages.page_not_found"
handler500 = "vigen_site.pages.server_error"

urlpatterns = [
    path("", include("ads.urls")),
    path("account/", include("accounts.urls")),
    path("api/auth", include("accounts.api.urls")),
    path("api", include("ads.api.urls")),
    path("api/", include("vigen_site.api_urls")),
    re_path(r"^health/?$", health.health, name="health"),
    path("media/<str:token>", media, name="media"),
]
