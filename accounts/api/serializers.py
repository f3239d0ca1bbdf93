"""What the auth endpoints take and give."""

from typing import Any

from rest_framework import serializers

from accounts.addresses import LONGEST
from accounts.services import LONGEST_NAME, LONGEST_PASSWORD


class RegisterInput(serializers.Serializer[None]):
    email = serializers.CharField(max_length=LONGEST)
    full_name = serializers.CharField(max_length=LONGEST_NAME)
    password = serializers.CharField(
        min_length=8, max_length=LONGEST_PASSWORD, trim_whitespace=False, write_only=True
    )


class LoginInput(serializers.Serializer[None]):
    email = serializers.CharField(max_length=1000)
    password = serializers.CharField(trim_whitespace=False, write_only=True, max_length=1000)


class LeaveInput(serializers.Serializer[None]):
    password = serializers.CharField(
        trim_whitespace=False, max_length=1000, help_text="The present one, to be sure that it is you."
    )


class RefreshInput(serializers.Serializer[None]):
    refresh_token = serializers.CharField(trim_whitespace=False, max_length=4000)


class UserOutput(serializers.Serializer[Any]):
    user_id = serializers.UUIDField()
    email = serializers.EmailField()
    full_name = serializers.CharField()
    role = serializers.CharField()
    created_at = serializers.CharField()
    updated_at = serializers.CharField()


class RefusalOutput(serializers.Serializer[None]):
    detail = serializers.CharField()
    error_code = serializers.CharField()
    timestamp = serializers.DateTimeField()


class TokensOutput(serializers.Serializer[None]):
    access_token = serializers.CharField()
    refresh_token = serializers.CharField()
    token_type = serializers.CharField(default="bearer")
