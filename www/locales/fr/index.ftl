title = Fiche du contact
lead = Votre propre disposition des fiches de contacts et ce qui la remplacera après la réinitialisation.
which-view = Cette page ne peut pas savoir avec quel affichage vos contacts s’ouvrent. L’affichage se choisit dans la fiche du contact.
my-view = Mon affichage du formulaire
common-view = Affichage commun du formulaire
after-reset = Après la réinitialisation
after-reset-common = Après la réinitialisation : Affichage commun du formulaire
no-own-view = Vous n’avez pas d’affichage personnel. Voici l’affichage commun, que tout le monde peut utiliser.
no-view = Vous n’avez pas d’affichage personnel, et il n’y a pas d’affichage commun. Les contacts se présentent tels que Bitrix24 les dispose de lui-même.
reset-to-standard = Il n’y a pas d’affichage commun. Après la réinitialisation, les contacts se présentent tels que Bitrix24 les dispose de lui-même.
common-unread = L’affichage commun n’a pas pu être lu.
same = L’affichage commun a les mêmes champs aux mêmes endroits.
differences = Ce qui diffère de votre affichage est marqué.
moved = Déplacé
added = Ajouté
missing = Absent
missing-fields = Absents de l’affichage commun
always = Toujours afficher
untitled = Section sans titre
no-fields = Aucun champ
field-company = Entreprise
field-requisites = Coordonnées légales
field-observer = Observateurs
field-utm = Paramètres UTM
reset = Réinitialiser…
download = Télécharger une sauvegarde
undo = Annuler la réinitialisation
again = Réessayer
look = Voir l’affichage
cancel = Annuler
copy = Copier
copied = Copié
installation = Installation
details = Pour votre administrateur
said = Réponse de Bitrix24 :
connecting = Connexion à Bitrix24…
reading = Lecture de votre affichage…
reading-common = Lecture de l’affichage commun…
resetting = Réinitialisation de votre affichage…
undoing = Rétablissement de votre affichage…
section-count =
    { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }
field-count =
    { $fields ->
        [one] { $fields } champ
       *[other] { $fields } champs
    }
ask-reset = Réinitialiser votre affichage ?
ask-reset-text = Votre propre affichage, que vous voyez ci-dessous, est supprimé : { section-count }, { field-count }. Les contacts et leurs données restent tels quels, ainsi que les affichages des autres. Vous pouvez revenir en arrière.
confirm-reset = Réinitialiser l’affichage
ask-replace = Remplacer l’affichage actuel ?
ask-replace-text = Après la réinitialisation, vous avez disposé un autre affichage, que vous voyez ci-dessous : { section-count }, { field-count }. Il est perdu quand l’affichage du { $date } prend sa place.
confirm-replace = Remplacer l’affichage
reset-done = Votre affichage est réinitialisé
reset-done-text = « Mon affichage du formulaire » n’a plus de disposition personnelle. Rechargez les contacts ouverts.
undo-done = Votre affichage est rétabli
undo-done-text = « Mon affichage du formulaire » est disposé comme avant. Rechargez les contacts ouverts.
undo-offer = Votre affichage a été réinitialisé
undo-offer-text = Vous pouvez encore le rétablir tel qu’il était le { $date }.
nothing-to-reset = Il n’y a rien à réinitialiser
nothing-to-reset-text = Votre affichage a été réinitialisé ailleurs.
not-connected = Cette page n’est pas connectée à Bitrix24
not-read = Votre affichage n’a pas pu être lu
not-reset = Votre affichage n’a pas été réinitialisé
reset-unknown = On ne sait pas si votre affichage a été réinitialisé
not-undone = Votre affichage n’a pas été rétabli
undo-unknown = On ne sait pas si votre affichage est rétabli
cause-outside = Cette page fonctionne dans Bitrix24. Ouvrez-la là, dans la fiche d’un contact ou parmi les applications.
cause-not-loaded = La bibliothèque de Bitrix24 ne s’est pas chargée. Vérifiez la connexion à Internet et qu’aucun bloqueur de publicités ne l’arrête.
cause-silent = Bitrix24 n’a pas répondu à cette page.
cause-offline = Votre appareil est hors ligne. Connectez-le à Internet.
cause-access-denied = Votre compte n’a pas accès à cette partie du CRM. Un administrateur de votre Bitrix24 peut vous le donner.
cause-auth = Bitrix24 n’a pas accepté l’application. Fermez cette page et rouvrez-la. Si cela n’aide pas, prévenez un administrateur.
cause-scope = Il manque une autorisation à l’application. Un administrateur peut la cocher dans les paramètres de l’application.
cause-rejected = Bitrix24 a refusé la demande. Montrez ce message à un administrateur.
cause-busy = Bitrix24 a reçu trop de demandes. Attendez une minute.
cause-operating-limit = Bitrix24 a bloqué cela pour dix minutes au plus, parce que l’usage était trop intense.
cause-unavailable = Bitrix24 est en panne ou surchargé.
cause-plan = L’abonnement de votre Bitrix24 ne comprend pas cela. Seul celui qui le paie peut y changer quelque chose.
cause-deleted = Ce Bitrix24 a été supprimé.
cause-blocked = Bitrix24 a bloqué les applications pour cause de surcharge. Un administrateur peut s’adresser à l’assistance.
cause-network = La connexion à Bitrix24 a échoué. Vérifiez votre connexion à Internet.
cause-timeout = Bitrix24 n’a pas répondu à temps. Il est peut-être occupé, ou votre connexion lente.
cause-unexpected-answer = Bitrix24 a donné une réponse incompréhensible. Si cela persiste, prévenez un administrateur.
cause-no-connection = Cette page a perdu Bitrix24. Fermez-la et rouvrez-la.
cause-conflict = Quelqu’un d’autre modifiait l’affichage en même temps.
cause-aborted = Vous l’avez annulé.
cause-fault = Cette page a un problème. Fermez-la et rouvrez-la. Si cela n’aide pas, prévenez les auteurs de l’application.

tabs = Écrans
goes-on = En cours
tab-my-view = Ma vue
