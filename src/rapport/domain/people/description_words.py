"""Words of descriptions that mean nearly the same, in English and French, folded; one meaning a line.

A word may stand in several lines: an "editor" edits texts, an "éditeur" also publishes them. Feminine
and plural forms are left to the stem (`rapport.domain.people.descriptions`).
"""

MEANINGS = """
editor editing edition editeur editorial
editeur publisher publishing
writer writing author redacteur redaction ecrivain auteur plume
copywriter copywriting redacteur
journalist journalism journaliste journalisme reporter press presse
food culinary cooking cookery cuisine culinaire gastronomie gastronomy recipe recette restaurant cuisinier
wine vin oenologue sommelier vineyard vignoble
magazine revue review periodical periodique
newspaper journal daily quotidien
book livre bookshop bookseller librairie libraire literature litterature literary litteraire novel roman
translator translation traducteur traduction
interpreter interpreting interprete
poet poetry poete poesie
designer design
graphic graphiste graphisme graphique
ux ui interface usability ergonomie ergonome
illustrator illustration illustrateur
architect architecture architecte
interior decorator decoration decorateur interieur
developer developpeur programmer programmeur engineer ingenieur software logiciel coder
web website
app mobile application appli
vr virtual virtuel xr immersive immersif metaverse reality realite
ar augmented augmente reality realite
ai ia
data donnees analyst analyste statistics statistique
game gaming jeu jeux videogame
studio atelier
agency agence
film movie cinema video filmmaker videaste realisateur director cineaste
animation animator animateur
photo photographer photography photographe photographie
music musician musique musicien compositeur composer
theatre theater comedien actor acteur stage scene
dance danse dancer danseur
art artist artiste
museum musee gallery galerie curator conservateur
residency residence
festival
podcast podcaster radio broadcast audio
lawyer attorney avocat law legal juriste juridique droit
notary notaire
accountant accounting accountancy comptable comptabilite bookkeeper
tax impots fiscal fiscaliste
teacher teaching professeur enseignant enseignement educator education
school ecole lycee college
university universite academic universitaire
researcher research chercheur recherche scientist scientifique science
student etudiant
coach coaching
mentor mentoring mentorat
trainer training formateur formation
marketing marketeur growth
communication communications pr publicist
advertising advert publicite pub
sales selling seller vente vendeur commercial
buyer purchasing acheteur achats
client customer
health sante medical healthcare
doctor physician medecin docteur
nurse infirmier
therapist psychologist psychologue therapeute psychotherapist psychotherapeute
dentist dentiste
vet veterinary veterinaire
travel voyage tourism tourisme touristique
hotel hospitality hotellerie
fashion mode clothing vetement couture
beauty cosmetic cosmetique beaute
sport sports athlete fitness
climate climat environment environnement environmental ecology ecologie ecologique durable green
energy energie solar solaire
farm farming farmer agriculture agriculteur ferme
garden gardening jardin jardinier paysagiste
bank banking banque banquier
finance financial financier
investor investment investisseur investissement venture vc
insurance assurance assureur
startup founder fondateur cofounder cofondateur entrepreneur
ceo directeur director head chief manager responsable boss patron dirigeant
recruiter recruiting recruitment recruteur recrutement headhunter hr rh
product produit
project projet
community communaute
association nonprofit ngo ong charity
foundation fondation grant bourse subvention
government administration mairie council
politics political politique
event evenement evenementiel
conference colloque
immobilier estate property
builder construction batiment
furniture meuble mobilier
carpenter menuisier wood bois
car automotive automobile voiture
train railway transport transports mobility mobilite
bike bicycle velo cycling cyclisme
shop store retail boutique magasin commerce
craft artisan artisanat craftsman
child children enfant kids jeunesse
dog chien puppy chiot pet animal
newsletter infolettre
"""

# What typed descriptions are full of and nobody is known by.
LEFT_OUT = """
a an the and or of for from at in on to with by near around about into who which that is are be as any some
someone somebody anyone anybody person people man woman contact contacts know knows known like me my new good
great big small other interesting useful possible potential looking look meet meeting introduce introduction
works working work want wanted need needs one two few his her their our your it they he she i we you us not
un une le la les l d de du des et ou au aux en dans sur pour par chez avec pres autour vers qui que dont est
sont etre comme quelqu quelque quelques personne personnes gens homme femme connait connaitre bon bonne grand
grande petit petite autre autres nouveau nouvelle interessant interessante utile possible cherche rencontrer
rencontre presenter travaille travailler veut besoin son sa ses leur leurs mon ma mes ton ta tes notre votre
nos vos ce cet cette ces il elle ils elles je tu nous vous on y ne pas plus
"""
