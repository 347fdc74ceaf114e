"""Countries by their ISO 3166-1 codes, in English and French: a list rather than sentences."""

from functools import lru_cache

from django.utils import translation

from rapport.domain.text import fold

NAMES = """
AF Afghanistan|Afghanistan
AX Åland Islands|Îles Åland
AL Albania|Albanie
DZ Algeria|Algérie
AD Andorra|Andorre
AO Angola|Angola
AG Antigua and Barbuda|Antigua-et-Barbuda
AR Argentina|Argentine
AM Armenia|Arménie
AW Aruba|Aruba
AU Australia|Australie
AT Austria|Autriche
AZ Azerbaijan|Azerbaïdjan
BS Bahamas|Bahamas
BH Bahrain|Bahreïn
BD Bangladesh|Bangladesh
BB Barbados|Barbade
BY Belarus|Biélorussie
BE Belgium|Belgique
BZ Belize|Belize
BJ Benin|Bénin
BM Bermuda|Bermudes
BT Bhutan|Bhoutan
BO Bolivia|Bolivie
BA Bosnia and Herzegovina|Bosnie-Herzégovine
BW Botswana|Botswana
BR Brazil|Brésil
BN Brunei|Brunei
BG Bulgaria|Bulgarie
BF Burkina Faso|Burkina Faso
BI Burundi|Burundi
KH Cambodia|Cambodge
CM Cameroon|Cameroun
CA Canada|Canada
CV Cape Verde|Cap-Vert
KY Cayman Islands|Îles Caïmans
CF Central African Republic|République centrafricaine
TD Chad|Tchad
CL Chile|Chili
CN China|Chine
CO Colombia|Colombie
KM Comoros|Comores
CG Congo (Brazzaville)|Congo (Brazzaville)
CD Congo (Kinshasa)|Congo (Kinshasa)
CR Costa Rica|Costa Rica
CI Côte d’Ivoire|Côte d’Ivoire
HR Croatia|Croatie
CU Cuba|Cuba
CW Curaçao|Curaçao
CY Cyprus|Chypre
CZ Czechia|Tchéquie
DK Denmark|Danemark
DJ Djibouti|Djibouti
DM Dominica|Dominique
DO Dominican Republic|République dominicaine
EC Ecuador|Équateur
EG Egypt|Égypte
SV El Salvador|Salvador
GQ Equatorial Guinea|Guinée équatoriale
ER Eritrea|Érythrée
EE Estonia|Estonie
SZ Eswatini|Eswatini
ET Ethiopia|Éthiopie
FO Faroe Islands|Îles Féroé
FJ Fiji|Fidji
FI Finland|Finlande
FR France|France
GF French Guiana|Guyane
PF French Polynesia|Polynésie française
GA Gabon|Gabon
GM Gambia|Gambie
GE Georgia|Géorgie
DE Germany|Allemagne
GH Ghana|Ghana
GI Gibraltar|Gibraltar
GR Greece|Grèce
GL Greenland|Groenland
GD Grenada|Grenade
GP Guadeloupe|Guadeloupe
GT Guatemala|Guatemala
GG Guernsey|Guernesey
GN Guinea|Guinée
GW Guinea-Bissau|Guinée-Bissau
GY Guyana|Guyana
HT Haiti|Haïti
HN Honduras|Honduras
HK Hong Kong|Hong Kong
HU Hungary|Hongrie
IS Iceland|Islande
IN India|Inde
ID Indonesia|Indonésie
IR Iran|Iran
IQ Iraq|Irak
IE Ireland|Irlande
IM Isle of Man|Île de Man
IL Israel|Israël
IT Italy|Italie
JM Jamaica|Jamaïque
JP Japan|Japon
JE Jersey|Jersey
JO Jordan|Jordanie
KZ Kazakhstan|Kazakhstan
KE Kenya|Kenya
KI Kiribati|Kiribati
XK Kosovo|Kosovo
KW Kuwait|Koweït
KG Kyrgyzstan|Kirghizistan
LA Laos|Laos
LV Latvia|Lettonie
LB Lebanon|Liban
LS Lesotho|Lesotho
LR Liberia|Liberia
LY Libya|Libye
LI Liechtenstein|Liechtenstein
LT Lithuania|Lituanie
LU Luxembourg|Luxembourg
MO Macao|Macao
MG Madagascar|Madagascar
MW Malawi|Malawi
MY Malaysia|Malaisie
MV Maldives|Maldives
ML Mali|Mali
MT Malta|Malte
MH Marshall Islands|Îles Marshall
MQ Martinique|Martinique
MR Mauritania|Mauritanie
MU Mauritius|Maurice
YT Mayotte|Mayotte
MX Mexico|Mexique
FM Micronesia|Micronésie
MD Moldova|Moldavie
MC Monaco|Monaco
MN Mongolia|Mongolie
ME Montenegro|Monténégro
MA Morocco|Maroc
MZ Mozambique|Mozambique
MM Myanmar|Birmanie
NA Namibia|Namibie
NR Nauru|Nauru
NP Nepal|Népal
NL Netherlands|Pays-Bas
NC New Caledonia|Nouvelle-Calédonie
NZ New Zealand|Nouvelle-Zélande
NI Nicaragua|Nicaragua
NE Niger|Niger
NG Nigeria|Nigeria
KP North Korea|Corée du Nord
MK North Macedonia|Macédoine du Nord
NO Norway|Norvège
OM Oman|Oman
PK Pakistan|Pakistan
PW Palau|Palaos
PS Palestine|Palestine
PA Panama|Panama
PG Papua New Guinea|Papouasie-Nouvelle-Guinée
PY Paraguay|Paraguay
PE Peru|Pérou
PH Philippines|Philippines
PL Poland|Pologne
PT Portugal|Portugal
PR Puerto Rico|Porto Rico
QA Qatar|Qatar
RE Réunion|La Réunion
RO Romania|Roumanie
RU Russia|Russie
RW Rwanda|Rwanda
KN Saint Kitts and Nevis|Saint-Christophe-et-Niévès
LC Saint Lucia|Sainte-Lucie
PM Saint Pierre and Miquelon|Saint-Pierre-et-Miquelon
VC Saint Vincent and the Grenadines|Saint-Vincent-et-les-Grenadines
WS Samoa|Samoa
SM San Marino|Saint-Marin
ST São Tomé and Príncipe|Sao Tomé-et-Principe
SA Saudi Arabia|Arabie saoudite
SN Senegal|Sénégal
RS Serbia|Serbie
SC Seychelles|Seychelles
SL Sierra Leone|Sierra Leone
SG Singapore|Singapour
SK Slovakia|Slovaquie
SI Slovenia|Slovénie
SB Solomon Islands|Îles Salomon
SO Somalia|Somalie
ZA South Africa|Afrique du Sud
KR South Korea|Corée du Sud
SS South Sudan|Soudan du Sud
ES Spain|Espagne
LK Sri Lanka|Sri Lanka
SD Sudan|Soudan
SR Suriname|Suriname
SE Sweden|Suède
CH Switzerland|Suisse
SY Syria|Syrie
TW Taiwan|Taïwan
TJ Tajikistan|Tadjikistan
TZ Tanzania|Tanzanie
TH Thailand|Thaïlande
TL Timor-Leste|Timor oriental
TG Togo|Togo
TO Tonga|Tonga
TT Trinidad and Tobago|Trinité-et-Tobago
TN Tunisia|Tunisie
TR Turkey|Turquie
TM Turkmenistan|Turkménistan
TV Tuvalu|Tuvalu
UG Uganda|Ouganda
UA Ukraine|Ukraine
AE United Arab Emirates|Émirats arabes unis
GB United Kingdom|Royaume-Uni
US United States|États-Unis
UY Uruguay|Uruguay
UZ Uzbekistan|Ouzbékistan
VU Vanuatu|Vanuatu
VA Vatican City|Vatican
VE Venezuela|Venezuela
VN Vietnam|Viêt Nam
WF Wallis and Futuna|Wallis-et-Futuna
YE Yemen|Yémen
ZM Zambia|Zambie
ZW Zimbabwe|Zimbabwe
"""


def countries() -> tuple[tuple[str, str], ...]:
    """Codes and names in the reader's language, by name."""
    return _in("fr" if (translation.get_language() or "en").startswith("fr") else "en")


@lru_cache(maxsize=2)
def _in(language: str) -> tuple[tuple[str, str], ...]:
    found = []
    for line in NAMES.strip().splitlines():
        code, _space, names = line.partition(" ")
        english, _bar, french = names.partition("|")
        found.append((code, french if language == "fr" else english))
    return tuple(sorted(found, key=lambda pair: fold(pair[1])))
