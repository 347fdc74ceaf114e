"""What people do for a living, in English and French (the form of a line: `concepts.py`)."""

TRADES = """
copywriting < writing: copywriter, copywriting | web copy, website copy, landing page, site copy,
    sales page, ad copy, write website, website words, write copy | redacteur web, redactrice web,
    texte site, rediger site, page accueil, fiche produit, conception redaction, concepteur redacteur,
    rediger page
copy_review: | copy review, review copy | relecture commerciale
writing: | writer, ghostwriter, ghostwriting, author, write article, write blog, blog post, content writer,
    content writing, write content, technical writer, write book | redacteur, redactrice, redaction, auteur,
    autrice, ecrivain, rediger article, article blog, plume, prete plume, redige article
social_posts: linkedin post, post linkedin | ghostwrit* linkedin post, write post, ghostwrite post,
    write my linkedin | ecrire post, rediger post
slogan: slogan, baseline, tagline | catchphrase, strapline | accroche, signature marque
naming: naming | name for, brand name, name company, name start-up, name product | nom marque, trouver nom,
    nom entreprise
ux_writing: ux writing, microcopy | interface text, write interface, interface copy, write ui |
    redaction ux, texte interface, ecrire interface, rediger interface
editing_text: | book editor, text editor of, copy editor, editor novel, editor memoir, editor book,
    editor manuscript, edit novel, edit book, edit manuscript, developmental editing, developmental editor,
    line editing, editor | correction manuscrit, corriger manuscrit, reecriture, editeur roman,
    editrice roman, editeur litterature, editrice litterature, editeur manuscrit, relecture manuscrit,
    editeur jeunesse, editrice jeunesse
publisher: | publisher, publishing house | maison edition, editeur livre, editrice livre, editeur jeu
self_publishing: | self-publish*, publish book, publish my book | autoedit*, auto-edit*, publier livre,
    publier soi-meme
proofreading < editing_text: | proofread*, check spelling, check grammar, check english, correct english,
    spell-check | relecture, relecteur, relectrice, relire, correcteur, correctrice, correction,
    corriger texte, orthographe
fact_check: fact-check* | check facts | verification fait, verifier fait
sensitivity: sensitivity reader | sensitivity reading | lecture sensible, demineur editorial
translation: | translat*, localisation, localization | traduc*, traduire
legal_translation < translation: | legal translation, translate contract, translate legal,
    translation legal text, sworn translator | traduction juridique, traduction contrat, traduire contrat,
    traduc* juridique, traduc* texte juridique, texte juridique, traducteur assermente,
    traductrice assermentee
interpreting: | interpreter, interpreting | interprete, interpretation simultanee, interpretariat
voice: voice-over, voix off | voiceover, voice actor, voice actress, voice artist, voice for, narrator,
    narration | voix pour, comedien voix, doublage, doubleur, doubleuse, narrateur
audiobook: audiobook | audio book | livre audio
sound_design: sound design*, sound effect | foley | bruitage, design sonore, effet sonore, ingenieur son
web_design < graphic_design: webdesign*, web design*, ui design*, design ui | website design*, site design*,
    redesign website, redesign site, design website, design site, portfolio site | refonte site,
    refaire site, design site, dessiner site, maquette site, dessine site
figma: figma
mockup: | mock-up, mockup, wireframe, app design | maquette
template: template | | modele, gabarit
web_development < software: webdev | web develop*, web dev, website develop*, front-end, frontend, backend,
    back-end, full-stack, fullstack, web programmer, build website, code website | developp* web,
    developp* site, integrateur, integratrice, integrateur html, coder site, creer site
django < python: django
flask < python: flask
postgres < software: postgres
react < software: react
node < software: node
vue < software: vue
angular < software: angular
typescript < software: typescript
javascript < software: javascript
python < software: python
ruby < software: ruby
rails < software: rails
php < software: php
laravel < software: laravel
symfony < software: symfony
java < software: java
kotlin < software: kotlin
rust < software: rust
golang < software: golang
html: html, css
software: | developer, programmer, software engineer, coder, software develop* | developpeu*, programmeur,
    programmeuse, ingenieur logiciel
app_development < software: | app developer, mobile developer, ios developer, android developer, build app |
    developp* mobile, developp* appli, developp* application, creer appli
site_speed: | slow website, slow site, fast website, website load, site load, page speed, website second,
    speed website | site lent, vitesse site, site rame, accelerer site
wordpress: wordpress
webflow: webflow, squarespace, wix, framer
shopify: shopify, prestashop, woocommerce | online shop, web shop, webshop, e-commerce | boutique ligne,
    e-commerce, site marchand
static_site: | static site, site static, wordpress static, something static | site statique,
    wordpress statique
hosting: | hosting, web host, host website, domain name | hebergement, hebergeur, heberger site, nom domaine
chat_widget: chatbot | live chat, chat widget, chat bot, chat shop, chat website | chat en ligne, tchat,
    widget chat
chat_group: discord, slack | chat server, chat group, online chat, group chat, chat room, chat community |
    serveur discord, groupe discussion, salon discussion
data_analysis: dashboard, power bi, tableau software | data analy*, data visualis*, data visualiz*,
    analyse data, data cleaning | analyse donnee, analyste donnee, tableau bord, data analyst
sql: sql
data_science: machine learning, data scientist, data science, deep learning | language model |
    apprentissage automatique, modele langue, science donnee
statistics: | statistic*, survey analysis, survey design, questionnaire, survey result | statisti*, sondage,
    enquete, questionnaire, resultat enquete, analyser questionnaire
spreadsheet: excel, google sheet | spreadsheet | tableur
spreadsheet_cleaning: | clean spreadsheet, clean data, tidy spreadsheet | nettoyer tableau,
    tableau nettoyer, nettoyer excel, excel nettoyer, nettoyage donnee
analytics: analytics, matomo | web statistic, website statistic, visitor statistic | statistique site,
    mesure audience
automation: zapier, n8n, airtable, notion | automat*, no-code | automatis*
cybersecurity: | cybersecurity, cyber security, penetration test | cybersecurite, test intrusion
it_support: | computer help, it support, fix laptop, fix computer, fix printer, repair computer,
    repair laptop | depannage informatique, reparer ordinateur, informaticien, probleme ordinateur
seo: seo, sea seo | search engine optimi*, search ranking, find on google, google ranking, find my shop
    google, found on google, google result | referencement, optimise google, article optimise, trouver sur
    google, visible google, position google
ads: google ads, facebook ads, adwords | paid ad, online ad, run ad, ad campaign, instagram ad,
    ad instagram | publicite ligne, campagne publicit*, publicite instagram, pub instagram
email_marketing: newsletter, mailchimp, brevo, substack | email marketing, e-mail marketing, mailing list,
    set newsletter, email campaign | infolettre, emailing, e-mailing, campagne mail
newsletter_swap: | reader newsletter, newsletter swap with, newsletter swap, swap newsletter, swap mention,
    open swap | echange mention, echange newsletter
social_media: community manage*, social media | social network, social media plan, instagram
    account, post on instagram | reseau sociaux, reseaux sociaux, compte instagram, gerer compte, gerer
    instagram, animer reseau
marketing: marketing | growth | acquisition client, strategie marketing
brand_strategy: branding | brand strateg*, brand position* | strategie marque, plateforme marque,
    positionnement
graphic_design: | graphic design*, visual identity, brand identity | graphis*, identite visuelle,
    identite graphique, charte graphique
logo < graphic_design: logo, logotype
flyer < graphic_design: flyer, poster, brochure | leaflet, design poster | affiche, depliant, plaquette
business_card < graphic_design: | business card | carte visite
layout < graphic_design: indesign | layout, typeset* | mise page, maquettiste, composition typographique
presentation_design: powerpoint, keynote slide | slide deck, slides, pitch deck, presentation design, slide
    design, deck design, conference slide | diaporama, presentation powerpoint, diapositive, diapo, pitch
    deck
infographic: infograph* | chart design, data graphic | datavisualisation, infographie
illustration: illustrat* | illustrate, drawing, draw, children illustrator, picture book | dessinateur,
    dessinatrice, dessin, album jeunesse, illustrer album, illustratrice jeunesse, illustrateur jeunesse,
    album enfant
animal_portrait: | portrait dog, portrait cat, dog portrait, cat portrait, pet portrait, portrait pet,
    animal portrait | portrait animal, portrait animaux, portrait chien, portrait chat
comics: manga | comic, graphic novel | bande dessinee, bd
storyboard: storyboard*
mural: street art | mural | fresque, peinture murale
exhibition_design: | exhibition design*, design exhibition, signage | scenograph*, signaletique
fashion: | fashion design*, tailor, seamstress, sewing, sew, dressmak*, made-to-measure dress, bespoke dress
    | couture, couturi*, styliste, robe sur mesure, sur mesure couture
architecture: | architect, floor plan | architecte, plan maison
interior_design: | interior design*, decorate flat, furnish room | decoratrice, decorateur,
    decoration interieur, amenagement interieur, amenager
ux: ux, ux design*, ux/ui | user experience, product designer | experience utilisateur, ergonom*
usability_test: | usability test*, user test*, beta test*, test app, try app, beta tester, try our beta, try
    beta, beta user, app tester | test utilisateur, testeur, testeuse, beta-test*, tester application, tester
    appli, beta-testeur, tester site
user_interviews: | user interview, user research, interview user, interview customer |
    entretien utilisateur, recherche utilisateur
design_system: design system | component library | systeme design
accessibility: wcag | accessibility, screen reader, blind people, blind user, usable by blind, accessibility
    audit | accessibilite, lecteur ecran, aveugle, malvoyant, audit accessibilite
product_management: product manager, product owner | product management | chef produit, cheffe produit
project_management: scrum master | project manage*, project manager | chef projet, cheffe projet,
    gestion projet
assistant: | virtual assistant, personal assistant, assistant inbox, assistant calendar, admin help,
    office assistant | assistant virtuel, assistante virtuelle, assistante, secretariat, office manager
recruiting: | recruiter, recruiting, recruitment, headhunter, hiring manager | recruteur, recruteuse,
    cabinet recrutement, chasseur tete
internship: | intern, internship, trainee | stagiaire, stage, alternant, alternance, apprenti
events: | event planner, event manage*, organise event, organize event, wedding planner | evenementiel,
    organiser evenement, organisation evenement
photography: | photographer, photography, photo shoot, photo of, picture of, picture, photo | photograph*,
    shooting photo, photo
portrait_photo < photography: | headshot, portrait photo, portrait website, portrait linkedin, profile photo,
    profile picture, portrait photographer | portrait photo, photo profil, photo portrait, portrait
    professionnel, photographe portrait, portrait equipe
product_photo < photography: | product photo*, photo product, photo shop, photo ceramic | photo produit,
    packshot
event_photo < photography: | event photo*, wedding photo*, photo wedding, photo event, photo party |
    photograph* evenement, photograph* soiree, photograph* mariage, photo evenement
darkroom: | darkroom, print film, develop film | chambre noire, labo argentique, labo photo
video_editing: | video edit*, edit video, edit film, film editor, cut video | monteu* video, montage video,
    monter video, montage film, monteu*
filming: | videographer, film event, film conference, camera operator, film talk, shoot video,
    cinematograph* | videaste, captation, filmer, cadreur, cadreuse, camera man
animation: motion design* | animation, animated, explainer video, animated explainer | animation video,
    video animee, film animation
colour_grading: | colour grad*, color grad*, colour correction, colourist, colorist | etalonnage, etalonneu*
film_location: | film location, location film, location short film, location shoot, location video |
    lieu tournage, decor tournage
location_scout < film_location: | location scout* | reperage, repereu*, reperage lieu
podcast_editing: | podcast edit*, edit podcast, podcast producer, podcast production, edit audio, audio
    edit*, clean noise, clean audio, sound editor, sound edit*, sound cleanup | montage podcast, monter
    podcast, montage audio, monter audio, monter episode, nettoyer audio, montage son, mixage, monteu* son,
    monteu* podcast, monteu* radio, monteu* audio
podcast_studio: | podcast studio, recording studio, studio podcast | studio enregistrement, studio podcast
podcast_guest: | guest twenty podcast, guest many podcast, podcast guest, guest podcast, invite podcast,
    guest on podcast, interview podcast | invit* podcast, intervenir podcast, podcast inviter
vr: vr, xr, metaverse | virtual reality, virtual world | realite virtuelle, monde virtuel
ar: ar/vr | augmented reality | realite augmentee
games: game design*, gamedev, unity, unreal | game studio, video game, game publisher, game industry |
    jeu video, studio jeu, editeur jeu
board_game: | board game, tabletop game | jeu societe
tax: | tax, tax advis*, tax return, tax consultant, tax question, income tax | impot, fiscal*, fiscaliste,
    declaration revenu, declaration impot
vat < tax: | vat, sales tax | tva
payroll: | payroll, salary slip | paie, bulletin paie, fiche paie
bookkeeping < accounting: | bookkeep*, keep books, bookkeeper, keep accounts | tenir comptabilite,
    comptabilite, tenue compte, saisie comptable, tenir les comptes, tiens comptes, comptes petites
    structures
accounting: | accountant, accounting, accounts | expert-comptable, expert comptable, comptable
auditor: | statutory audit*, financial audit*, auditor | commissaire compte
invoicing: | invoice template, invoicing, invoice software, invoice | facturation, modele facture, facture
debt_collection: | unpaid invoice, client not paid, not paid, late payment, collect debt, chase payment,
    collect invoice | impaye, recouvrement, facture impayee, client paie pas
pricing: | pricing, set price, day rate, what to charge | fixer prix, tarif, fixer tarif, tjm
legal: | lawyer, solicitor, legal advice, attorney, legal help, legal question | avocat, juriste,
    conseil juridique, juridique
contracts < legal: | contract, lawyer contract, check contract, look contract | contrat
copyright < legal: copyright | author right, licensing right | droit auteur
trademark < legal: | trademark, register brand, patent, intellectual property, trade mark, patent attorney |
    depot marque, deposer marque, brevet, propriete intellectuelle
nda: nda | non-disclosure, confidentiality agreement | accord confidentialite
statutes < legal: | association statute, articles of association | statut association, rediger statut
gdpr < legal: rgpd, gdpr | privacy policy, data protection | protection donnee, politique confidentialite
company_setup: | company formation, formation company, register company, set company, start company, found
    company, incorporate, start business, starting business, launch business | creer entreprise, creation
    entreprise, creer societe, immatriculer, creer micro-entreprise, lancer boite, lancer entreprise, aide
    creation entreprise, monter boite
business_plan: business plan | financial plan | previsionnel, plan affaire
fundraising: | raise money, fund-raising round, raise fund, raise capital, raise round, funding round |
    levee fond, lever fond
investors: business angel | investor, angel investor, venture capital, seed capital, investment fund, vc
    fund, seed money, angel | investisseu*, capital-risque, argent amorcage
crowdfunding: crowdfunding, kickstarter, ulule | crowdfund | financement participatif, campagne participative
grants: | grant, grant application, grant writing, funding application, apply funding | subvention,
    dossier subvention, appel projet
eu_funding: | european fund, european funding, eu funding, eu grant, creative fund | fond europeen,
    financement europeen, subvention europeenne
jury: jury | judge competition | membre jury
charity_fundraising: | donation, fundraising charity, charity fundraising, donor, fundraising letter |
    don association, collecte don, donateur, mecenat
sponsorship: sponsor | sponsorship | sponsoring, parrainage
clients: | client referral, first client, new client, find client, paying client, customer lead, pass job,
    referral, pass client, writing job | premier client, trouver client, nouveau client, apporter client,
    recommander freelance, recommandation client
job_board: job board | remote job, job offer, remote design job, job listing | offre emploi, site emploi
cv: | cv, resume review, curriculum, review resume, review cv, reviews cv | cv, curriculum, relire cv,
    relecture cv
interview_practice: | job interview, interview practice, mock interview, prepare interview |
    entretien embauche, preparer entretien, simulation entretien
job_referral: | job referral, refer you, referral bank, referral company, refer at | cooptation, coopter
salary: | salary, pay rise, negotiate pay, negotiate raise | salaire, augmentation, negocier salaire
linkedin_profile: | linkedin profile, profile linkedin, feedback linkedin | profil linkedin
career_change: reconversion | career coach, career change, change career, change job, take stock career,
    skill assessment | changer metier, changer carriere, bilan competence, coach reconversion, point
    carriere, bilan carriere, faire point carriere
mentor: mentor, mentoring | mentorship | mentorat, marraine
founder: | founder, started company, serial entrepreneur, co-founder | cree entreprise, creer sa entreprise,
    a cree, fondateur, fondatrice, cofondateur, cofondatrice
accountability: | accountability, co-working call, body doubling | objectif semaine, binome motivation,
    se motiver
feedback: | feedback, second opinion, critique group | avis exterieur, retour critique
negotiation: | negotiat* | negoci*
moderation: | moderator, moderate panel, panel moderator, host panel, moderate workshop | moderatrice,
    moderateur, animer table ronde, animer debat, animatrice debat
workshop_host: | facilitator, run workshop, host workshop, lead workshop, facilitation | animer atelier,
    animatrice atelier, animateur atelier, facilitatrice, facilitateur, anime atelier
public_speaking: keynote speaker | speaker, give talk, speak at, speak event, keynote, guest speaker,
    talk on | conferenci*, intervenant*, donner conference, prendre parole, donne conference
speaking_coach: | speaker coach*, stage fright, public speaking coach, speaking coach, fear of speaking,
    nervous talk, fear of public speaking, speaking in public, speak in public, public speaking practice,
    voice coach, speaking club | prise parole, trac scene, parler public, trac, coach vocal, prendre parole
    sans trembler, aisance oral
green_it: | green it, digital sobriety, sustainable web | sobriete numerique, numerique responsable,
    eco-conception
sustainability: rse | sustainability, carbon footprint, climate | bilan carbone, developpement durable,
    climat, ecologie
remote_work: remote work | work from home, remote team | teletravail
printing: risograph* | printer poster, printer, print poster, print brochure, printing, print shop, print
    zine, letterpress, printed by hand, wedding invitation, printed card | imprimeur, imprimerie, impression,
    imprimer, typographie plomb, faire-part, imprimeur art
printing_3d: | 3d print*, print 3d, part 3d | impression 3d, imprimante 3d, imprimer 3d
screen_printing: | screen print*, print t-shirt, tote bag, t-shirt, print t-shirt | serigraphie, tee-shirt,
    tote bag, t-shirt
bookbinding: | bookbind*, bind thesis, bind book, book binding | reliure, relieur, relieuse, relier
label_printer: | label printer, print label, shipping label, print shipping label | imprimante etiquette,
    imprimer etiquette
"""
