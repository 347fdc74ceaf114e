"""What is typed into pages, checked; each complaint in Rapport's own words."""

from rapport.web.forms.complaints import speak

speak()  # before any form is made: a field takes its complaints along when it is made
