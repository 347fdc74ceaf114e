"""What a column of a table of people can be, and the words that head it in four languages."""

from enum import StrEnum


class Field(StrEnum):
    """What a column says of a person."""

    NAME = "name"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    ALIAS = "alias"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    OTHER = "other"  # another way to reach them
    ORGANISATION = "organisation"
    ROLE = "role"
    CITY = "city"
    COUNTRY = "country"
    NOTE = "note"
    TAGS = "tags"
    SINCE = "since"  # known since
    KEY = "key"  # what the source calls the record


_WORDS = {
    Field.NAME: "name|nom|full name|fullname|contact|contact name|display name|person|who|nom complet"
    "|nom et prenom|prenom et nom|nom prenom|prenom nom|personne|qui|vollstandiger name|ganzer name"
    "|nombre completo",
    Field.FIRST: "first name|firstname|first|given name|givenname|forename|prenom|vorname|nombre",
    Field.MIDDLE: "middle name|middlename|additional name|deuxieme prenom|segundo nombre",
    Field.LAST: "last name|lastname|last|surname|family name|familyname|nom de famille|nachname"
    "|familienname|apellido|apellidos",
    Field.ALIAS: "nickname|alias|aka|maiden name|also known as|surnom|pseudo|spitzname|apodo",
    Field.EMAIL: "email|e-mail|mail|email address|e-mail address|mail address|courriel|adresse e-mail"
    "|adresse email|adresse mail|adresse courriel|adresse de messagerie|adresse electronique"
    "|e-mail-adresse|mailadresse|correo|correo electronico|work email|personal email|home email"
    "|email pro|email perso|emails|e-mails",
    Field.PHONE: "phone|phone number|telephone|telephone number|tel|mobile|mobile phone|cell|cell phone"
    "|cellphone|work phone|home phone|numero|numero de telephone|tel.|portable|telephone portable"
    "|fixe|gsm|telefon|handy|mobil|telefonnummer|telefono|movil|phones|whatsapp|signal",
    Field.LINK: "url|link|website|web site|web|web page|webpage|homepage|profile|profile url|linkedin"
    "|linkedin url|linkedin profile|site|site web|site internet|lien|profil|profil linkedin|page web"
    "|webseite|pagina web|blog|github|twitter|mastodon|instagram|facebook",
    Field.OTHER: "telegram|skype|discord|slack|im|threema|matrix|wechat|messenger",
    Field.ORGANISATION: "company|company name|organization|organisation|employer|firm|business|account"
    "|societe|entreprise|employeur|structure|boite|firma|unternehmen|organization name|empresa"
    "|organizacion",
    Field.ROLE: "role|title|job title|jobtitle|position|job|occupation|profession|function|poste"
    "|fonction|metier|intitule de poste|titre|beruf|funktion|puesto|cargo",
    Field.CITY: "city|town|location|place|home city|ville|localite|commune|lieu|stadt|ort|ciudad",
    Field.COUNTRY: "country|country code|nation|pays|land|pais",
    Field.NOTE: "note|notes|comment|comments|remark|remarks|description|about|bio|memo|remarque"
    "|remarques|commentaire|commentaires|observations|notiz|notizen|bemerkung|bemerkungen|notas"
    "|comentarios",
    Field.TAGS: "tag|tags|label|labels|category|categories|group|groups|list|lists|etiquette|etiquettes"
    "|mot-cle|mots-cles|categorie|groupe|groupes|kategorie|kategorien|gruppe|gruppen|etiquetas"
    "|categoria|categorias|grupo",
    Field.SINCE: "since|known since|met on|date met|first met|connected on|depuis|connu depuis|connue depuis"
    "|rencontre le|date de rencontre",
    Field.KEY: "id|uid|uuid|identifier|contact id|external id|identifiant|ref|reference",
}
SYNONYMS = {word: field for field, words in _WORDS.items() for word in words.split("|")}
