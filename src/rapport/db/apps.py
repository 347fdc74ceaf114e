"""The one Django application: its tables read rapport_person."""

from django.apps import AppConfig


class RapportConfig(AppConfig):
    name = "rapport.db"
    label = "rapport"
