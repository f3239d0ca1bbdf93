"""Addresses of the ads' pages."""

from django.urls import path

from ads import brief_pages, picture_pages, script_pages, views

app_name = "ads"

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("new", brief_pages.create, name="create"),
    path("begin", brief_pages.begin, name="begin"),
    path("new/picture", picture_pages.send, name="picture"),
    path("ads/<str:run_id>", views.detail, name="detail"),
    path("ads/<str:run_id>/progress", views.fragment, name="fragment"),
    path("ads/<str:run_id>/card", views.card, name="card"),
    path("ads/<str:run_id>/edit", brief_pages.edit, name="edit"),
    path("ads/<str:run_id>/script", script_pages.script, name="script"),
    path("ads/<str:run_id>/cancel", views.cancel, name="cancel"),
    path("ads/<str:run_id>/retry", views.retry, name="retry"),
    path("ads/<str:run_id>/formats", views.other_format, name="formats"),
    path("ads/<str:run_id>/delete", views.delete, name="delete"),
    path("ads/<str:run_id>/watch", views.watch, name="watch"),
    path("ads/<str:run_id>/film.mp4", views.film, name="film"),
    path("ads/<str:run_id>/captions.vtt", views.captions, name="captions"),
    path("ads/<str:run_id>/download/<str:kind>", views.download, name="download"),
]
