"""Places, makers, learning, money, media and what else people know about, in English and French."""

WORLD = """
press_release: | press release, press kit, write press release | communique presse, dossier presse
press_contact: | press contact, public relation, media contact, press officer, pr agent, press relation,
    media relation | relation presse, attache presse, attachee presse, contact presse, relation media,
    attachee de presse, attache de presse
journalist: | journalist, reporter, columnist | journaliste, reporter, chroniqueur, chroniqueuse
magazine_editor: | editor magazine, magazine editor, commissioning editor, editor at magazine,
    editor newspaper | redacteur chef, redactrice chef, redaction magazine
radio: radio | broadcaster, radio host | radiophonique, animateur radio
television: tv | television | television, tele
influencer: youtube, tiktok, influence marketing | influencer, youtuber | influenceur, influenceuse, youtubeur
budgeting: budget | budgeting, irregular income | gerer argent, revenu irregulier, revenus varient
wealth: | wealth manage*, invest savings, financial advis* | patrimoine, placement, conseil financier, epargne
business_bank: | business bank, business account | banque pro, compte pro, banque entreprise
loan: micro-credit | loan, small loan, lend money | pret argent, emprunt argent, credit
donation_goods: | give away clothes, donate goods | don vetement, don meuble
mediation: | mediator, mediation, conflict resolution, conflict work | mediatrice, mediateur, mediation,
    conflit
team_coach: | team coach*, coach team | coach equipe, coacher equipe, cohesion equipe, coaching equipe
team_day: team building | team day, offsite, away day, company retreat | journee equipe, seminaire,
    sortie equipe
team_games: | team game, game team, icebreaker | jeu equipe, jeu pour equipe
retrospective: | retrospective, agile coach | retrospective, coach agile
life_coach: | life coach, wellbeing coach | coach vie, developpement personnel
burnout: burn-out, burnout
energy_solar: | solar panel, solar | panneau solaire, solaire, photovoltaique
heat_pump: | heat pump, boiler, heating | pompe chaleur, chaudiere, chauffage
insulation: | insulat* | isoler, isolation, renovation energetique
tiles: | tiler, tiles, flooring, parquet floor, lay floor | carrelage, carreleur, parquet, sol souple
roofing: | roofer, roof | couvreur, toiture
mason: | bricklay*, mason | maconnerie, macon
bathroom: | bathroom, kitchen fitter | salle bain, cuisiniste
radio_repair: | repair radio, repair old radio, fix radio | reparer radio, reparation radio
phone_repair: | phone repair, fix phone, repair phone, phone screen | reparer telephone,
    reparation telephone, ecran telephone
watch_repair: | watchmaker, repair watch, clock repair | horlog*, montre
shoe_repair: | cobbler, shoe repair, repair shoe, leather repair, bag strap | cordonni*, reparer chaussure,
    maroquin*
leather: | leatherwork, leather | cuir
jewellery: | jewell*, jewel* | bijou, bijouti*, joaill*
glass: | stained glass, glassblow* | vitrail, souffleur verre
printmaking: linogravure | linocut, etching, printmaking | gravure, lithographie
painting_art: | oil painting, watercolour, watercolor, life drawing | aquarelle, peinture huile, modele vivant
sculpture: | sculpt* | sculpt*
calligraphy: | calligraph*, lettering | calligraph*
wool: | wool, yarn | laine
dress_alteration < fashion: | alter dress, clothes alteration, alteration, hem, hemming, clothing repair,
    shorten trousers, shorten trouser, shorten dress, mend clothes | retouche, retoucher, ourlet, retoucher
    robe, raccourcir pantalon, raccourcir robe, reparer vetement
costume: | costume, fancy dress, stage costume | costume, location costume
costume_design: | costume designer, costume design | costumi*, creation costume
coat: | coat, winter coat, jacket | manteau, blouson
shoes: | shoe, boots, sneakers, walking shoe | chaussure, basket, bottine
baby_clothes: | baby clothes, clothes for baby, newborn clothes | vetement bebe, layette, vetement enfant,
    vetement nourrisson, body bebe
stage_design: | stage design*, set design*, scenograph* | decor theatre, decorateur theatre, scenographie
theatre_tech: | lighting design*, stage manager, sound engineer | regisseur, regisseuse, createur lumiere,
    ingenieur son
screenwriting: | screenwrit*, screenplay, script feedback, script doctor | scenario, scenariste
cinematography: | director of photography, cinematographer | chef operateur, cheffe operatrice, chef op,
    directeur photo
actor: | actor, actress | comedien, comedienne, acteur, actrice
film_festival: | film festival, festival programmer | festival film, festival cinema, programmateur festival
director: | film director, theatre director | realisateur, realisatrice, metteur scene, metteuse scene
producer: | film producer, music producer | producteur, productrice
record_label: | record label, music label | label musical, maison disque
poetry: | poet, poetry | poete, poesie
fiction: | novelist, short story, beta reader | romancier, romanciere, nouvelle litteraire, beta-lecteur
storytelling: storytelling | storyteller, tell story | conteur, conteuse
anthropology: | anthropolog*, ethnograph*, field interview, fieldwork | anthropolog*, ethnograph*,
    enquete terrain
sociology: | sociolog* | sociolog*
history: | historian, archive | historien, historienne, archive
art_history: | art historian, art history | histoire art, historien art, historienne art
philosophy: | philosoph* | philosoph*
economics: | economist, economics | economiste, economie
biology: | biolog* | biolog*
chemistry: | chemist, chemistry, chemistry lab | chimie, chimiste
physics: | physicist, physics | physique chimie, physicien
maths: | maths, math, mathematic* | math, mathematique
laboratory: | laboratory, lab access | laboratoire, labo
thesis: | thesis, dissertation, phd | these, memoire master, doctorat
thesis_proofreading < proofreading: | proofread thesis, proofread dissertation, check thesis |
    relecture memoire, relire memoire, relit memoire, relecture these, corriger memoire
academic_english: | academic english, english paper, english of my paper, correct english paper |
    anglais academique, anglais scientifique
university: | university, professor | universite, professeur universite, fac
exam: | exam preparation, prepare exam | preparer concours, examen
scholarship: | scholarship | bourse etude
language_certificate: delf, dalf, toefl, ielts, toeic
tour_guide: | tour guide, guided tour, city tour | visite guidee, guide conferenci*
show_around < new_in_town: | show around, shows around, show newcomer, new neighbour, walk neighbourhood,
    walk through neighbourhood, just moved here | faire visiter ville, montrer quartier, decouvrir quartier,
    visite quartier, decouvrir la ville, faire decouvrir
welcome_sponsor < new_in_town: | buddy newcomer, welcome family | parrainage arrivant,
    parrainage nouveau arrivant, famille accueil
market_food: | farmer market, local vegetable, organic vegetable, organic food | marche bio, legume bio,
    amap, producteur local, panier legume
vegan_catering < catering: | vegan cater*, vegetarian cater*, vegetarian food, no meat, meatless | traiteur
    vegan, traiteur vegetarien, sans viande, repas vegetarien
food_truck: food truck
pancakes: | pancake, crepe | crepe, galette
tea: | tea tasting, tea | the, degustation the
coffee: | coffee tasting | degustation cafe
beer: | brewer, brewery, craft beer | brasseur, brasserie, biere
chocolate: | chocolate | chocolat, chocolatier
cake: | cake, birthday cake | gateau, gateau anniversaire
sourdough_starter: | sourdough starter | levain chef
kitchen_rent: | kitchen to rent, rent kitchen, professional kitchen, shared kitchen | cuisine louer,
    louer cuisine, cuisine professionnelle, laboratoire cuisine
lunch_delivery: | lunch delivery, team lunch, lunch team, lunch for team | plateau repas, repas equipe,
    livraison repas
dinner_guests: supper club | dinner expat, dinner stranger, monthly dinner | diner expat, diner mensuel,
    table hote
wine_storage: | wine cellar, store wine | cave vin, stocker vin, cave stocker vin
caving: speleo* | caving, cave tour, visit cave, tour cave | grotte, visite grotte
skincare: | skincare, skin cream, cosmetic | cosmetique, peau sensible, soin peau, creme
makeup: | make-up artist, makeup | maquill*
tattoo: tattoo | | tatou*
acupuncture: acupunct*
pharmacy: | pharmac* | pharmac*
sleep: | sleep, insomnia | sommeil, insomnie
adhd: adhd, tdah | autism, neurodivers* | autisme, neurodivers*
glasses: | optician, glasses | opticien, lunettes
hearing: | hearing aid, deaf | audioprothes*, malentendant, sourd
wheelchair: | wheelchair | fauteuil roulant
blood_donation: | blood donation | don sang
religion: | church, mosque, synagogue, temple, priest | eglise, mosquee, synagogue, paroisse, pretre
wedding_officiant: | wedding officiant, wedding celebrant, blessing wedding | officiant mariage,
    celebrant mariage, ceremonie laique
funeral: | funeral | obseques, funerailles
florist: | florist, flower | fleuriste, fleur, bouquet
party_supplies: | party decoration, tableware | decoration fete, vaisselle pret, vaisselle
magician: | magician | magicien, magicienne
clown: clown
kids_party: | child birthday, kid birthday, birthday party | anniversaire enfant, gouter anniversaire
scouts: | scout group, girl guide | scoutisme
horse: | horse, riding lesson, horse riding, riding | cheval, equitation, monter a cheval, poney
fishing: | fishing, angler | peche, pecheur
birds: | birdwatch*, birding | ornitholog*, oiseau
astronomy: | astronom*, telescope | astronom*, telescope
chess: | chess | echec
board_games_evening: | game night, board game evening | soiree jeu
roleplay: | role-playing, dungeons | jeu role
martial_arts: judo, karate, aikido, boxing | self-defence | boxe, self-defense, art martial
basketball: basketball | | basket-ball
volleyball: volleyball | | volley
rowing: | rowing, kayak, canoe | aviron, kayak, canoe
surf: surf
table_tennis: ping-pong | table tennis
golf: golf
motorbike: | motorbike, motorcycle | moto
boat: | boat | bateau
airport: | airport lift, airport | aeroport
train_travel: | train ticket, interrail | billet train, interrail
travel_planning: | travel agent, trip plan*, plan trip, journey plan* | agence voyage, organiser voyage
bike_trip: | bike journey, bike trip, bike tour, cycle tour, long bike, long ride, bicycle tour, ride weekend
    | voyage velo, randonnee velo, cyclotourisme, sortie velo, balade velo
house_swap: | house swap, home exchange, house sit*, flat swap, apartment swap, swap flat, swap house |
    echange maison, garder maison, echange appartement, echanger appartement
parking: | parking space, garage to rent | place parking, garage louer
post: | parcel, collect parcel | colis, relais colis
neighbour_help: | errand, shopping for | course voisin, faire course
sewing_machine: | sewing machine | machine coudre
printer_scan: | scanner, scan photo | numeriser, scanner
old_photos: | restore photo, digitise photo, old photo, restores photo, restore old photo, family photo,
    photo restoration | restaurer photo, numeriser photo, photo ancienne, retouche photo, restauration photo,
    photo famille
genealogy: | genealog*, family history, family tree | genealog*
handwriting: | read old handwriting, old letter | paleograph*, lettre ancienne
map_making: | map, cartograph* | carte geographique, cartograph*
drone: drone | aerial shot, aerial photo, aerial film | vue aerienne, prise de vue aerienne
sensors: iot
open_source: open source | open-source maintainer | logiciel libre
devops: devops, kubernetes, docker, aws, linux | server, sysadmin | serveur, administrateur systeme
api: api
crm: crm, salesforce, hubspot
erp: erp, odoo, sap
qa: | software test*, test automation, qa engineer | recette logiciel, testeur logiciel
game_testing: | test board game, playtest, try board game, test game | tester jeu, essayer jeu, essaie jeu
ai: chatgpt, ia, llm | artificial intelligence, ai tool | intelligence artificielle
blockchain: blockchain, crypto, bitcoin
logistics: | logistics, warehouse, shipping | logistique, entrepot, expedition
import_export: import-export | customs | douane
sourcing: | supplier, manufacturer, factory | fournisseur, fabricant, usine
packaging: packaging | | emballage
retail: | retail space, pop-up shop, pop-up | boutique ephemere, local commercial, pop-up
market_stall: | market stall, craft fair | stand marche, marche createur
franchise: franchise
sales: | sales training, sell my service, cold call*, sales coach* | vente, prospection,
    commercial independant, demarchage
procurement: | tender, public tender | appel offre, marche public
certification: qualiopi
health_safety: | health and safety | securite travail
hr: | human resources, hr advice | ressource humaine, rh
employment_law < legal: | employment law, employment contract, dismissal, unfair dismissal, fired unfairly |
    droit travail, contrat travail, licenciement, prudhomme, prud homme
divorce < legal: | divorce | divorce
inheritance: | inheritance, will and testament | heritage, succession, testament
notary: | notary | notaire
mayor: | mayor, city council, councillor | maire, elu, conseil municipal
politics: | politician, activist | politique, militant
refugee: | refugee, asylum | refugie, demandeur asile
feminism: | feminis*, women network | feminis*, reseau femme
lgbt: lgbt, lgbtq, queer
parents: playgroup | parent group, toddler group, meet parent, other parent, young parent, playgroup | groupe
    parent, autre parent, rencontrer parent, jeune parent, cafe parent
pitch_feedback: | pitch deck feedback, feedback pitch, pitch coach, practise pitch | avis pitch, retour
    pitch, avis pitch deck, preparer pitch
database: | database | base donnee
quiet_place < desk: | quiet corner, quiet place, somewhere quiet, quiet room | endroit calme, endroit
    tranquille, coin tranquille
plant_watering: | water plant, watering plant, plants watered, houseplant watered | arroser plante, arrosage
    plante
stress: | stress, stress management, anxiety | stress, gestion stress, gerer stress, sophrolog*, angoisse,
    anxiete
literary_agent: | literary agent, book agent, agent for my book, agent book | agent litteraire
subtitles: | subtitle, subtitling, captions | sous-titre, sous-titrer, sous-titrage
stage_light: | stage light, stage lighting, lighting theatre | eclairage scene, lumiere spectacle,
    eclairagiste
"""
