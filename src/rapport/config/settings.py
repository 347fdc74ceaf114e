"""Django's settings: one application, no accounts, nothing that needs another machine."""

import functools
import hashlib
import os
from pathlib import Path

from rapport.config import engine

engine.install()  # before anything imports sqlite3

from django.utils.functional import lazy  # noqa: E402 - the engine comes first
from django.utils.translation import gettext_lazy as _  # noqa: E402 - the same

from rapport.config import paths, secret  # noqa: E402 - the same
from rapport.config.database import databases, sqlite  # noqa: E402 - the same

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = paths.data_dir()
INSTANCE = hashlib.sha256(str(DATA_DIR).encode()).hexdigest()[:8]  # browsers share cookies across ports

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
# Read when the first cookie is signed: looking at the settings makes no file.
SECRET_KEY = lazy(functools.cache(lambda: secret.read_or_make(DATA_DIR)), str)()

INSTALLED_APPS = ["rapport.db"]
ROOT_URLCONF = "rapport.web.urls"
APPEND_SLASH = False
MIDDLEWARE = [
    "rapport.web.middleware.guard",
    "rapport.web.bounds.bounded",
    "rapport.web.caching.revisit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "rapport.web.middleware.launched",
    "rapport.web.middleware.store",
    "rapport.web.middleware.language",
    "rapport.web.middleware.landed",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "rapport.web.stores.Addressed",
]

DATABASES = databases(DATA_DIR, os.environ.get("RAPPORT_DATABASE_URL"))
DEMO_DATABASE = sqlite(DATA_DIR / "demo" / paths.DATABASE)  # beside it, never inside it
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_NAME = f"rapport_{INSTANCE}"
SESSION_COOKIE_AGE = 30 * 24 * 3600  # seconds; `rapport open` starts a new one
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "rapport.web.views.errors.forged"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "environment": "rapport.web.jinja.environment",
            "context_processors": ["rapport.web.context.page"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.Jinja2"
STATIC_DIR = PACKAGE / "web" / "static"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # each owner has a time zone of their own

FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = None  # web/bounds.py looks at the length before anything is read
LOGGING_CONFIG = None  # a command prints what it has to say; the server sets up its own log
