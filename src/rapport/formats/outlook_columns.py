"""The columns of Outlook's contacts, in English, French, German and Spanish, and what each is to Rapport.

Headers are compared folded; those not named here are kept as they stand.
"""

# what it is → the headers it goes by. After a colon: the label of a phone.
COLUMNS: dict[str, str] = {
    "prefix": "title|anrede|tratamiento",
    "first": "first name|given name|prenom|vorname|nombre",
    "middle": "middle name|deuxieme prenom|zweiter vorname|weitere vornamen|2. vorname|segundo nombre",
    "last": "last name|surname|family name|nom|nom de famille|nachname|apellidos|apellido",
    "suffix": "suffix|suffixe|namenszusatz|sufijo",
    "whole": "display name|full name|name|nom complet|nom d'affichage|anzeigename|nombre para mostrar",
    "alias": "nickname|surnom|spitzname|rufname|apodo|alias",
    "yomi_first": "given yomi|prenom yomi|yomi vorname|nombre yomi",
    "yomi_last": "surname yomi|nom yomi|yomi nachname|apellido yomi|apellidos yomi",
    "organisation": "company|organization|societe|firma|organizacion|compania|empresa",
    "role": "job title|fonction|position|puesto|cargo",
    "mail": "e-mail address|email address|e-mail|adresse de messagerie|adresse e-mail|e-mail-adresse"
    "|direccion de correo electronico|direccion del correo electronico|correo electronico"
    "|e-mail 2 address|adresse de messagerie 2|e-mail 2: adresse|direccion de correo electronico 2"
    "|direccion del correo electronico 2|e-mail 3 address|adresse de messagerie 3|e-mail 3: adresse"
    "|direccion de correo electronico 3|direccion del correo electronico 3",
    "mail_type": "e-mail type|e-mail 2 type|e-mail 3 type|type de messagerie|type de messagerie 2"
    "|type de messagerie 3|e-mail-typ|e-mail 2: typ|e-mail 3: typ|tipo de correo electronico"
    "|tipo de correo electronico 2|tipo de correo electronico 3",
    "phone:work": "business phone|business phone 2|telephone (bureau)|telephone 2 (bureau)"
    "|telefon geschaftlich|telefon geschaftlich 2|telefon (geschaftlich)|telefon (geschaftlich 2)"
    "|telefono del trabajo|telefono del trabajo 2",
    "phone:home": "home phone|home phone 2|telephone (domicile)|telephone 2 (domicile)|telefon privat"
    "|telefon privat 2|telefon (privat)|telefon (privat 2)|telefono particular|telefono particular 2",
    "phone:mobile": "mobile phone|tel. mobile|telephone mobile|mobiltelefon|mobiltelefon 2|movil"
    "|telefono movil|numero de movil",
    "phone:main": "primary phone|telephone principal|haupttelefon|telefono principal",
    "phone:company": "company main phone|telephone societe|telefon firma|telefono de la compania"
    "|numero de centralita de la organizacion",
    "phone:car": "car phone|telephone (voiture)|telephone voiture|autotelefon|telefono del automovil",
    "phone:other": "other phone|telephone (autre)|weiteres telefon|otro telefono",
    "phone:assistant": "assistant's phone|telephone de l'assistant(e)|telefon assistent"
    "|telefono del ayudante",
    "phone:callback": "callback|rappel|ruckmeldung|devolucion de llamada",
    "phone:radio": "radio phone|radio telephone",
    "phone:pager": "pager|recepteur de radiomessagerie|localizador",
    "phone:work fax": "business fax|telecopie (bureau)|fax geschaftlich|fax del trabajo",
    "phone:home fax": "home fax|telecopie (domicile)|fax privat|fax particular",
    "phone:other fax": "other fax|telecopie (autre)|weiteres fax|otro fax",
    "phone:isdn": "isdn|rnis|rdsi",
    "phone:tty": "tty/tdd phone|telephone tdd/tty|telefon fur horbehinderte|telefono tty-tdd",
    "phone:telex": "telex",
    "page": "web page|web page 2|personal web page|page web|webseite|pagina web",
    "note": "notes|notizen|notas",
    "tags": "categories|kategorien|categorias",
    "city:1": "home city|ville (domicile)|ort privat|ciudad particular|ciudad de residencia"
    "|ciudad del domicilio",
    "city:2": "business city|ville (bureau)|ort geschaftlich|ciudad de trabajo|ciudad del trabajo",
    "city:3": "other city|ville (autre)|weiterer ort|otra ciudad",
    "country:1": "home country/region|home country|pays/region (domicile)|pays (domicile)"
    "|land/region privat|land privat|pais o region del domicilio|pais/region del domicilio",
    "country:2": "business country/region|business country|pays/region (bureau)|pays (bureau)"
    "|land/region geschaftlich|land geschaftlich|pais o region del trabajo|pais/region del trabajo",
    "country:3": "other country/region|other country|pays/region (autre)|pays (autre)"
    "|weiteres/e land/region|weiteres land|otro pais o region|otro pais/region",
}
KNOWN: dict[str, str] = {header: what for what, headers in COLUMNS.items() for header in headers.split("|")}

# What Outlook writes in every row and nobody has said.
UNSAID = frozenset({
    "0/0/00", "0.0.00", "00/00/00", "normal", "normale", "unspecified", "non specifie", "keine angabe",
    "nicht angegeben", "unbestimmt", "sin especificar", "false", "faux", "falsch", "falso", "smtp",
})  # fmt: skip
