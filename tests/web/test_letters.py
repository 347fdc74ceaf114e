"""Letters: read, said in one's own words, changed back, and taken along."""

from email import message_from_bytes
from email.policy import default
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.asks.letters import LetterKind, Words
from rapport.services.asks import letters
from tests.web.portland import NOW, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]
RECONNECT = "/letters/new?kind=reconnect&language=en"


def test_every_kind_can_be_read_in_both_languages(visitor: Client) -> None:
    answer = visitor.get("/letters")
    page = words(answer)
    assert answer.content.decode().count('href="/letters/new?') == len(LetterKind)
    assert "Hello[ {first}]," in page
    assert 'lang="fr"' in visitor.get("/letters?language=fr").content.decode()


def test_ones_own_words_are_kept_and_stand_first(visitor: Client) -> None:
    fields = posted(visitor.get(RECONNECT), RECONNECT.replace("&", "&amp;"))
    said = words(visitor.post(RECONNECT, fields | {"body": "Hey {first}, {weather}"}, follow=True))
    assert "{weather} stays as you typed it" in said
    assert "your own words" in said
    assert "Back to Rapport’s words" in said


def test_how_it_reads_is_shown_before_anything_is_kept(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    fields = posted(visitor.get(RECONNECT), RECONNECT.replace("&", "&amp;"))
    said = words(visitor.post(RECONNECT, fields | {"body": "Hey {first}!", "look": "yes"}))
    assert "Hey Karen!" in said
    assert letters.listing(owner_id, "en") == {}


def test_back_to_rapports_words_and_taken_back(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    draft = letters.Draft(LetterKind.RECONNECT, "en", Words("Hi", "Mine"))
    mine = letters.create(owner_id, draft, at=NOW).id
    said = words(visitor.post(f"/letters/{mine}/bin", follow=True))
    assert "The letter is in the bin" in said
    assert "Mine" not in said


def test_one_of_several_is_chosen(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    for name in ("short", "long"):
        letters.create(
            owner_id, letters.Draft(LetterKind.RECONNECT, "en", Words("Hi", name.upper()), name), at=NOW
        )
    other = letters.listing(owner_id, "en")[LetterKind.RECONNECT][1]
    said = words(visitor.post(f"/letters/{other.id}/choose", follow=True))
    assert f"From now on you start from “{other.name}”." in said
    assert letters.own(owner_id, "en").words[LetterKind.RECONNECT] == other.words


def test_a_letter_goes_along_as_a_draft(visitor: Client) -> None:
    answer = visitor.post(
        "/letters/draft.eml", {"subject": "Un café\r\nBcc: x@y.z", "body": "Ça va ?", "to": "zoe@example.org"}
    )
    assert answer["Content-Type"] == "message/rfc822"
    assert answer["Content-Disposition"] == 'attachment; filename="un-cafe-bcc-xyz.eml"'
    message = message_from_bytes(answer.content, policy=default)
    assert (message["To"], message["Subject"]) == ("zoe@example.org", "Un café Bcc: x@y.z")
    assert "Bcc" not in message


@pytest.mark.parametrize(
    "address", ["/letters/new?kind=nothing&language=en", "/letters/new?kind=ask&language=de", "/letters/new"]
)
def test_what_is_no_letter_is_not_there(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404
