"""Addresses of the account pages, under /account/."""

from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.account, name="account"),
    path("sign-in", views.sign_in, name="sign_in"),
    path("sign-up", views.sign_up, name="sign_up"),
    path("sign-out", views.sign_out, name="sign_out"),
    path("sign-out-everywhere", views.sign_out_everywhere, name="sign_out_everywhere"),
    path("leave", views.leave, name="leave"),
    path("new-password/<str:token>", views.new_password, name="new_password"),
    path("enter/<str:token>", views.enter, name="enter"),
]
