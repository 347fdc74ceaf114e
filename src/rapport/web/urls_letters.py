"""Addresses of the letters, and of what grew."""

from django.urls import URLPattern, path

from rapport.web.views import growth, letters

urlpatterns: list[URLPattern] = [
    path("growth/<str:noun>/<uuid:pk>", growth.page, name="growth"),
    path("letters", letters.page, name="letters"),
    path("letters/draft.eml", letters.download, name="letter-file"),
    path("letters/new", letters.new, name="letter-new"),
    path("letters/<uuid:pk>", letters.edit, name="letter-edit"),
    path("letters/<uuid:pk>/choose", letters.choose, name="letter-choose"),
    path("letters/<uuid:pk>/bin", letters.discard, name="letter-bin"),
]
