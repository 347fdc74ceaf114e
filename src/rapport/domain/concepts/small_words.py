"""Words by which a language is known, words that say little, and words that mean different things in both."""

from rapport.domain.concepts.lists import listed

# Of one language only (folded); they say nothing of what is sought or given.
ENGLISH = listed("""
end ten second a about after again all an and another any anybody anyone are around as at back be because
been before being below between both but by can cannot could did do does doing done down each enough ever
every everybody everyone everything few for from further get gets getting give gives given giving go goes
going good got had happy has have having he help helps helped helping her here herself him himself his how i
if in into is it its itself just keen kind know knows known least less let like likes little look looking
looks lot lots make makes many may me might more most much must my myself need needed needing needs never
new next nice no nobody not nothing now of off offer offered offers often on once one only onto open or
other others our out over own people perhaps person possible quite rather really s same several shall she
should simple since small so some somebody someone something sometimes somewhere soon still such take takes
than that the their them themselves then there these they thing things this those three through to too
toward towards try twice two under until up us use used useful using very want wanted wanting wants was we
well were what whatever when where whether which while who whole whom whose why will with within without
would yes yet you your yourself friends friend wish wishes welcome course free hour hours day days week
weeks weekend weekends weekday weekdays month months year years morning mornings evening evenings afternoon
lunchtime night nights today tomorrow monday mondays tuesday tuesdays wednesday wednesdays thursday
thursdays friday fridays saturday saturdays sunday sundays january february march april june july august
september october november december spring summer autumn winter five six seven eight nine eleven twelve
fifteen twenty thirty forty fifty sixty hundred both maybe please around sees seen speak speaks live lives
""")
FRENCH = listed("""
week end mi afin ai aide aider aidera ainsi alors apres assez au aucun aucune aupres aussi autour autre
autres aux avant avec avez avoir avons beaucoup besoin bien bientot bon bons bonne bonnes ca car ce ceci
cela celle celles celui cent ces cet cette ceux chacun chaque cherche chercher chez ci comme comment connait
connaitre contre d dans de deja depuis dernier des deux dire dispo disponible dix doit donc donne donner
dont du elle elles en encore entre envie es est et etre eu eux fait faire faut fois grand grande grands gens
hui ici il ils j je jour jours jusque l la laquelle le lequel les leur leurs lors lui ma mais mal me meme
memes mes mieux moi moins mois mon ne ni nos notre nous nouveau nouvelle on ont ou par parce parmi pas
pendant peu peut peux plus plusieurs possible pour pouvoir pres prochain propose proposer puis qu quand que
quel quelle quelles quelque quelques quelqu quels qui quinze quoi quotidien recherche rechercher sa sait
sans savoir se sera ses seul si sien soi soir soirs son sont souhaite sous souvent sur ta te temps tes toi
ton toujours tous tout toute toutes tres trois trop trouver tu un une vers veut veux vingt voici voila vos
votre vous y propre personne personnes aime souhaiter dispose premiere matin matins midi semaine semaines
week-end week-ends annee annees an ans demain heure heures lundi mardi mercredi jeudi vendredi samedi
dimanche janvier fevrier avril juin juillet aout septembre octobre novembre decembre printemps automne
hiver quatre cinq six huit neuf onze douze vingtaine trente quarante cinquante soixante centaine
chere cher gratuit gratuite parle parler
""")

# Said of nearly everything (stems): half a reason at most, never a reason alone.
WEAK = listed("""
advic answer art artist artiste association audio author beginn big book bring build business buy call calm
campaign city client colleague commun community compan company conference conseil contact content create
creation creative customer debut debutant design designer digital document each email entreprise entretien
equip equipe event evenement experience expert film find fix freelanc groupe group guide help hom home idea
idee image indepen independant industr industry interest internet introduc join learn leav list litteratur
live local long mail maison manag market media meet meeting metier middle minut modern money monde nee
network numerique nom offr online ouvr paper part partag partenaire parti partner parts place plan platform
play point prepar presentation price print prix problem produc produit professional professionn program
programm programme project projet public question quick rapid read ready recommand recommend regular report
reseau rout run save script sell sens serv service session set shar shop short show simpl site situation
social societ software solution son spac space spare special speciali spend stand start start-up startup
stor story studio subject sujet support system tableau talk team tech technique text texte thesis tip topic
town train travail travailler travel type vente version via video ville visit wait web website work workshop
world write writ ecrire ecrit shops quality qualite small petit petite petits petites jeun vieu ancien old
young man woman women femme homm
""")

# Spelled alike in both languages once folded, and meaning something else: they never join an English text
# and a French one.
FALSE_FRIENDS = listed("""
action actual agenda allure ancien apparel application apt as assist attend attire auditor avertissement axe
balance ballot bas benefice blanket bless bout bras bride but cabinet camera canal cane cap car caution cave
chair chance chant charge chat chef chose cite coin collar college combine comment commode compass complet
con concourse conductor confection confidence consistent convenience corps cote crane crayon cure dame date
deception defiance delay demand dent deport derive device dire dispose divers don dot double draft dresser
editor editeur effective emphase enfant engagement engin entree essence etiquette eventual evidence fabric
fade fat figure fin fine finance five flipper fond formation forme former formidable four franc front fuel
gang gendarme genial gentle gourmet grand grappe grave grippe habit hasard hate have herbe hers histoire
hurler ignore impair incident industrie inhabited injure instance intoxication issue jars jet jolly journal
journey labour lame lard large lecture legume lentil lever librairie library licence lie lime limon liner
lit location logement lunatic lune magasin main mare marine marmalade marron mat matinee menu mine minute
mobile moment monnaie morale motion mule net nom note notice novel ombre on once ordinary ours oven pain
pair pan panel parent parking part parcel pat patron pays pension pester petrol phrase physician pie piece
pile pin pince pincer plaid plain plaque plate pour prejudice prep present preservatif pressing prevent
prime prince procure professor proper prune pub quest quitter raisin range rape rate rayon reception
recipient red regard relief relieve remark rente rents report reposition resume retire retraite rime robe
rode rude sable sale salut sang saucer scene secretaire sensible sent serve service serviette short singe
six slip smoking socket sol sort souvenir spectacle spot stage stamp stop store studio supplier supply
support surname table tact tail talon tape tart tenant ton tour train trainee trait traduce travel treat
trouble truth tube turf urge user vacation vein vent venue ventilation vest veste verge vie viol voyage
wagon
""")

TEACHING = {
    "en": """
        lesson class classes teach teaches teacher teaching taught learn learning course workshop coach
        coaching tutor tutoring training instructor tutorial
    """,
    "fr": """
        cours atelier apprendre apprentissage enseigner enseigne enseignant enseignante professeur
        professeure prof formation former formateur formatrice stage initiation apprend apprends
    """,
}
REPAIRING = {
    "en": """
        repair repairs repairing fix fixes fixing broken mend mends mending restored restore restores
        restoring
    """,
    "fr": """
        refaire refait refaits refection reparer repare repares reparation depannage depanner panne
        casse restaurer restauration
    """,
}
HAVING = {
    "en": """
        lend lends lending borrow borrowing rent renting rents buy buying sell selling spare secondhand
        second-hand give-away hire
    """,
    "fr": """
        preter prete pret emprunter emprunt louer loue location vendre vente acheter achat occasion
        donne donner
    """,
}
