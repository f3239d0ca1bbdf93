"""Settings, top to bottom. Every variable read here is listed in .env.example."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from dotenv import load_dotenv

from vigen_site import env
from vigen_site.embedded.address import embedded_database_url
from vigen_site.secret_key import own_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
load_dotenv(env.text("VIGEN_ENV_FILE", str(BASE_DIR / ".env")))

VERSION = "0.1.0"

# --- Where this installation keeps what it owns ---------------------------------------------------

DATA_DIR = Path(env.text("VIGEN_DATA_DIR", str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = env.secret("VIGEN_SECRET_KEY") or own_secret_key(DATA_DIR)
DEBUG = env.flag("VIGEN_DEBUG", default=False)

# --- The address ----------------------------------------------------------------------------------

PORT = env.number("VIGEN_PORT", 8000, least=1, most=65535)
PUBLIC_URL = env.url("VIGEN_PUBLIC_URL")  # Where people reach it; empty on one's own machine.
ALLOWED_HOSTS = env.words("VIGEN_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
if PUBLIC_URL:
    ALLOWED_HOSTS.append(PUBLIC_URL.partition("://")[2].partition(":")[0])
    CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
BEHIND_TLS = PUBLIC_URL.startswith("https://")
# How many proxies of ours stand in front; their last hops of X-Forwarded-For are believed, no others.
TRUSTED_PROXIES = env.number("VIGEN_TRUSTED_PROXIES", 0, most=10)
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Applications ---------------------------------------------------------------------------------

INSTALLED_APPS = [
    "vigen_site",
    "accounts",
    "ads",
    "generation",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_q",
    "rest_framework",
    "drf_spectacular",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vigen_site.squeezing.SqueezedPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vigen_site.pages.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "vigen_site.pages.DomainErrorMiddleware",
    "vigen_site.pages.permissions_policy",
]

ROOT_URLCONF = "vigen_site.urls"
WSGI_APPLICATION = "vigen_site.wsgi.application"
ASGI_APPLICATION = "vigen_site.asgi.application"
APPEND_SLASH = False

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vigen_site.pages.site",
            ],
        },
    },
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

# --- Records: DynamoDB, embedded or Amazon's ------------------------------------------------------

DATABASE = env.choice("VIGEN_DATABASE", "embedded", of=("embedded", "amazon"))
AWS_REGION = env.text("AWS_REGION", env.text("AWS_DEFAULT_REGION", "us-east-1"))
TABLE_PREFIX = env.text("VIGEN_TABLE_PREFIX", "vigen-")
EMBEDDED_DATABASE_DIR = DATA_DIR / "database"
# An endpoint that was set from outside is somebody else's server; then none is started.
EMBEDDED_DATABASE_IS_OURS = DATABASE == "embedded" and "AWS_ENDPOINT_URL_DYNAMODB" not in os.environ
if DATABASE == "embedded":
    # botocore, and with it PynamoDB, takes its address and its keys from the environment.
    os.environ.setdefault("AWS_ENDPOINT_URL_DYNAMODB", embedded_database_url(EMBEDDED_DATABASE_DIR))
    if not env.text("VIGEN_BUCKET"):  # With a bucket there are real keys, or a role, which these would hide.
        os.environ.setdefault("AWS_ACCESS_KEY_ID", "embedded")
        os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "embedded")

# --- The queue: django-q2, a doorbell only. The SQLite file holds nothing of value. ----------------

REDIS_URL = env.url("VIGEN_REDIS_URL", schemes=("redis", "rediss", "unix"))
QUEUE = env.choice("VIGEN_QUEUE", "redis" if REDIS_URL else "sqlite", of=("sqlite", "redis", "sqs"))
SQS_QUEUE = env.text("VIGEN_SQS_QUEUE", "vigen")
if QUEUE == "redis" and not REDIS_URL:
    raise env.SettingError("VIGEN_QUEUE is redis, but VIGEN_REDIS_URL does not say where. Set it.")
# Nothing may hang where nobody answers; a worker's own wait for the next message lasts a second.
PATIENT_REDIS_URL = f"{REDIS_URL}{'&' if '?' in REDIS_URL else '?'}socket_connect_timeout=2&socket_timeout=10"
BROKERS: dict[str, dict[str, Any]] = {
    "sqlite": {"orm": "default"},
    "redis": {"redis": PATIENT_REDIS_URL},
    "sqs": {
        "broker_class": "vigen_site.queue.SqsBroker",
        "sqs": {"aws_region": AWS_REGION, "receive_message_wait_time_seconds": 20},
    },
}

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "queue.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DATABASE_ROUTERS = ["vigen_site.queue.QueueOnly"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

WORKERS = env.number("VIGEN_WORKERS", max(1, (os.cpu_count() or 2) // 2), least=1, most=64)

# --- The life of a run (docs/reliability.md) -------------------------------------------------------

RUN_LEASE_SECONDS = env.number("VIGEN_RUN_LEASE_SECONDS", 30, least=3, most=600)
RUN_MAX_ATTEMPTS = env.number("VIGEN_RUN_MAX_ATTEMPTS", 3, least=1, most=20)
# The longest that each stage may take, whether or not its worker gives signs of life.
RUN_STAGE_SECONDS = {
    "script_generation": env.number("VIGEN_SECONDS_SCRIPT", 600, least=5, most=7200),
    "script_evaluation": env.number("VIGEN_SECONDS_REVIEW", 900, least=5, most=7200),
    "video_generation": env.number("VIGEN_SECONDS_VISUALS", 900, least=5, most=7200),
    "audio_generation": env.number("VIGEN_SECONDS_AUDIO", 600, least=5, most=7200),
    "editing": env.number("VIGEN_SECONDS_EDITING", 1800, least=5, most=7200),
}
# How long a finished stage waits for a database or a storage that does not answer before it is given up.
RUN_PATIENCE_SECONDS = env.number("VIGEN_RUN_PATIENCE_SECONDS", 180, least=1, most=3600)
RUNS_AT_ONCE = env.number("VIGEN_RUNS_AT_ONCE", 5, least=1, most=1000)
RUNS_PER_DAY = env.number("VIGEN_RUNS_PER_DAY", 100, least=0)  # 0: as many as one likes.
DRAIN_SECONDS = env.number("VIGEN_DRAIN_SECONDS", 6, least=1, most=28)
STALL_SECONDS = env.number("VIGEN_STALL_SECONDS", 15, least=5, most=600)
ABANDONED_HOURS = env.number("VIGEN_ABANDONED_HOURS", 24, least=1)

# "rehearsal" makes nothing worth watching, quickly: for tests of what becomes of runs when parts die.
PIPELINE = env.choice("VIGEN_PIPELINE", "studio", of=("studio", "rehearsal"))
REHEARSAL_MILLISECONDS = env.number("VIGEN_REHEARSAL_MILLISECONDS", 200, least=0, most=60_000)

_LONGEST_RUN = sum(RUN_STAGE_SECONDS.values()) + RUN_PATIENCE_SECONDS
Q_CLUSTER: dict[str, Any] = {
    "name": "vigen",
    "workers": WORKERS,
    # A message is at most a hint: it is taken once and never retried. The record is the truth, and the
    # reaper rings again. `timeout` only catches what no deadline of ours could; see docs/adr/0004.
    "timeout": _LONGEST_RUN + 300,
    "retry": _LONGEST_RUN + 3600,
    "max_attempts": 1,
    "ack_failures": True,
    "queue_limit": 1,
    "bulk": 1,
    "recycle": 20,
    "guard_cycle": 0.5,
    "poll": 0.2,
    "save_limit": -1,
    "catch_up": False,
    "scheduler": False,
    "label": "Queue",
    **BROKERS[QUEUE],
}

# --- Media: files with signed addresses, or a private bucket --------------------------------------

BUCKET = env.text("VIGEN_BUCKET")
MEDIA_URL_SECONDS = 15 * 60
MEDIA_ROOT = DATA_DIR / "media"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "vigen_site.media.storage.SignedFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if BUCKET:
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": BUCKET,
            "region_name": AWS_REGION,
            "default_acl": None,
            "file_overwrite": False,
            "querystring_auth": True,
            "querystring_expire": MEDIA_URL_SECONDS,
            # boto3 would sign with SigV2 where a custom endpoint is set in us-east-1.
            "signature_version": "s3v4",
            "custom_domain": env.text("VIGEN_CLOUDFRONT_DOMAIN") or None,
            "cloudfront_key_id": env.text("VIGEN_CLOUDFRONT_KEY_ID") or None,
            "cloudfront_key": env.secret("VIGEN_CLOUDFRONT_KEY") or None,
        },
    }

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]

# --- One shared, atomic cache: sessions, rate limits, cached addresses ----------------------------

CACHES: dict[str, dict[str, Any]] = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "vigen_site.cache.SqliteCache", "LOCATION": str(DATA_DIR / "cache.sqlite3")}
    )
}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_COOKIE_NAME = "vigen_session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Who somebody is ------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.Identity"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "ads:dashboard"
LOGOUT_REDIRECT_URL = "accounts:sign_in"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCESS_TOKEN_SECONDS = 24 * 3600
REFRESH_TOKEN_SECONDS = 7 * 24 * 3600

# Done by workers now and then; see vigen_site/chores.py.
CHORES = ["accounts.leaving.finish"]

# --- The API --------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.api.authentication.BearerAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["vigen_site.api_parser.PatientJSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer", "vigen_site.api_page.ApiPage"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "vigen_site.api.answer_for",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Vigen",
    "DESCRIPTION": "From a product brief to a finished video advertisement.",
    "VERSION": VERSION,
    "SERVE_INCLUDE_SCHEMA": False,
    "SORT_OPERATIONS": False,
    "ENUM_NAME_OVERRIDES": {
        "AdStatusEnum": "ads.api.serializers.STATUSES",
        "StageStatusEnum": "ads.api.serializers.STAGE_STATUSES",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "vigen_site.api_schema.without_trailing_slashes",
    ],
}

# Every limit counts per endpoint and per person or address.
RATE_LIMITS = {
    "register": env.rate("VIGEN_RATE_REGISTER", "3/300s"),
    "login": env.rate("VIGEN_RATE_LOGIN", "5/300s"),
    "refresh": env.rate("VIGEN_RATE_REFRESH", "20/60s"),
    "me": env.rate("VIGEN_RATE_ME", "30/60s"),
    "create": env.rate("VIGEN_RATE_CREATE", "5/60s"),
    "list": env.rate("VIGEN_RATE_LIST", "20/60s"),
    "read": env.rate("VIGEN_RATE_READ", "30/60s"),
    "status": env.rate("VIGEN_RATE_STATUS", "15/1s"),
    "video": env.rate("VIGEN_RATE_VIDEO", "10/60s"),
    "keep": env.rate("VIGEN_RATE_KEEP", "20/3600s"),
    "change": env.rate("VIGEN_RATE_CHANGE", "10/60s"),
}
RATELIMIT_IP_META_KEY = "vigen_site.limits.client_address"
# The SQLite cache counts exactly (tests/vigen_site/test_cache.py), which django-ratelimit cannot know.
SILENCED_SYSTEM_CHECKS = ["django_ratelimit.E003", "django_ratelimit.W001"]

# --- The crew -------------------------------------------------------------------------------------

# CrewAI keeps its last task outputs in a small file: it stays with our data, not in somebody's home.
os.environ.setdefault("CREWAI_STORAGE_DIR", str(DATA_DIR / "crew"))
LLM = env.text("VIGEN_LLM", "embedded/copywriter")
LLM_REVIEWER = env.text("VIGEN_LLM_REVIEWER")  # A second model for the review; the writer's own if empty.
LLM_API_KEY = env.secret("VIGEN_LLM_API_KEY")
LLM_BASE_URL = env.url("VIGEN_LLM_BASE_URL")
LLM_PRICES = env.prices("VIGEN_LLM_PRICES")  # Dollars a million tokens in and out, by model.
LLM_TIMEOUT = env.number("VIGEN_LLM_TIMEOUT", 60, least=1, most=600)

# --- The makers: one class per kind, by import string (docs/providers.md) -------------------------

PROVIDERS: dict[str, dict[str, Any]] = {
    "voice": {"BACKEND": env.text("VIGEN_VOICE", "generation.providers.voice.kokoro.KokoroVoice")},
    "music": {"BACKEND": env.text("VIGEN_MUSIC", "generation.providers.music.composer.EmbeddedComposer")},
}

# --- Where films come from: the keys of their content credential (docs/provenance.md) -------------

CREDENTIAL_CERTIFICATE = env.text("VIGEN_CREDENTIAL_CERTIFICATE")
CREDENTIAL_KEY = env.text("VIGEN_CREDENTIAL_KEY")
if bool(CREDENTIAL_CERTIFICATE) != bool(CREDENTIAL_KEY):
    raise env.SettingError("Set VIGEN_CREDENTIAL_CERTIFICATE and VIGEN_CREDENTIAL_KEY, both or neither.")

# --- Safety ---------------------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True  # Scripts take the token from the form they send.
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = BEHIND_TLS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *env.words("VIGEN_MEDIA_ORIGINS")],
        # blob: is a recording that its owner has just made and listens to before it is sent.
        "media-src": [SELF, "blob:", *env.words("VIGEN_MEDIA_ORIGINS")],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

# --- Files that people send -----------------------------------------------------------------------

# What reads them: (source, *, folder) -> what is kept, a file at its ``path``; a ValueError is a refusal in words.
PICTURE_READER = "generation.studio.pictures.receive"
RECORDING_READER = "generation.studio.voice.recordings.receive"
LARGEST_UPLOAD_REQUEST = 64 * 1024 * 1024  # Several pictures in one form, for browsers without scripts.
DATA_UPLOAD_MAX_NUMBER_FILES = 12
FILE_UPLOAD_HANDLERS = [
    "vigen_site.uploading.QuotaHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- Logs -----------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname:<7} {name}: {message}", "style": "{"}},
    "filters": {"plain_words": {"()": "vigen_site.queue_log.PlainWords"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "vigen": {"level": env.choice("VIGEN_LOG_LEVEL", "INFO", of=("DEBUG", "INFO", "WARNING", "ERROR"))},
        "django.request": {"level": "ERROR"},
        "crewai": {"level": "ERROR"},
        "django-q": {
            "level": "WARNING",
            "handlers": ["console"],
            "filters": ["plain_words"],
            "propagate": False,
        },
    },
}
