"""Addresses of the ads' API, below /api."""

from django.urls import re_path

from ads.api import formats, scripts, uploads, views

app_name = "ads_api"

RUN = r"^/ads/(?P<run_id>[^/]+)"

urlpatterns = [
    re_path(r"^/uploads/?$", uploads.UploadList.as_view(), name="uploads"),
    re_path(r"^/uploads/(?P<picture_id>[^/]+)/?$", uploads.UploadDetail.as_view(), name="upload"),
    re_path(r"^/ads/?$", views.AdList.as_view(), name="list"),
    re_path(RUN + r"/?$", views.AdDetail.as_view(), name="detail"),
    re_path(RUN + r"/status/?$", views.AdStatus.as_view(), name="status"),
    re_path(RUN + r"/script/?$", scripts.AdScript.as_view(), name="script"),
    re_path(RUN + r"/formats/?$", formats.AdFormats.as_view(), name="formats"),
    re_path(RUN + r"/video-url/?$", views.AdVideoUrl.as_view(), name="video-url"),
    re_path(RUN + r"/cancel/?$", views.AdCancel.as_view(), name="cancel"),
    re_path(RUN + r"/retry/?$", views.AdRetry.as_view(), name="retry"),
]
