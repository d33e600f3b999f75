title = Fiche du contact
lead = Votre propre disposition des fiches de contacts et ce qui la remplacera après la réinitialisation.
which-view = Cette page ne peut pas savoir avec quel affichage vos contacts s’ouvrent. L’affichage se choisit dans la fiche du contact.
my-view = Mon affichage du formulaire
common-view = Affichage commun du formulaire
as-it-is-now = Tel qu’il est
after-reset = Après la réinitialisation
after-reset-common = Après la réinitialisation : Affichage commun du formulaire
no-own-view = Vous n’avez pas d’affichage personnel. Voici l’affichage commun, que tout le monde peut utiliser.
no-view = Vous n’avez pas d’affichage personnel, et il n’y a pas d’affichage commun. Les contacts se présentent tels que Bitrix24 les dispose de lui-même.
reset-to-standard = Il n’y a pas d’affichage commun. Après la réinitialisation, les contacts se présentent tels que Bitrix24 les dispose de lui-même.
common-unread = L’affichage commun n’a pas pu être lu.
same = L’affichage commun a les mêmes champs aux mêmes endroits.
differences = Ce qui diffère de votre affichage est marqué.
moved = Déplacé
added = Ajouté
changed = Modifié
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
undo = Revenir en arrière
again = Réessayer
look = Voir l’affichage
cancel = Annuler
copy = Copier
copied = Copié
installation = Installation
details = Pour votre administrateur
said = Réponse de Bitrix24 :
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
ask-reset = Réinitialiser votre affichage ?
ask-reset-text = Votre propre affichage, que vous voyez ci-dessous, est supprimé : { section-count }, { field-count }. Les contacts et leurs données restent tels quels, ainsi que les affichages des autres. Vous pouvez revenir en arrière.
confirm-reset = Réinitialiser l’affichage
ask-replace = Remplacer l’affichage actuel ?
ask-replace-text = Après la réinitialisation, vous avez disposé un autre affichage, que vous voyez ci-dessous : { section-count }, { field-count }. L’affichage du { $date } prend sa place. Une sauvegarde de l’actuel est conservée.
confirm-replace = Remplacer l’affichage
reset-done = Votre affichage est réinitialisé
reset-done-text = « Mon affichage du formulaire » n’a plus de disposition personnelle. Rechargez les contacts ouverts.
reset-done-unkept-text = La sauvegarde n’a pas pu être conservée : vous ne pouvez revenir en arrière que tant que cette page est ouverte.
undo-done = Votre affichage est rétabli
undo-done-text = « Mon affichage du formulaire » est disposé comme avant. Rechargez les contacts ouverts.
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
tab-my-view = Mon affichage

## People, comparison, runs over many people
tab-people = Personnes
people-title = Personnes
people-lead = Qui a un affichage personnel des fiches de contacts. Sélectionnez des personnes pour réinitialiser, remplacer ou sauvegarder leurs affichages, ou une ou deux pour comparer.
reading-people = Lecture des personnes…
people-unread = Toutes les personnes n’ont pas pu être lues
nobody-there = Il n’y a personne dans ce Bitrix24 que l’application puisse voir.
nobody-found = Personne n’a été trouvé.
nobody-found-yet = Personne n’a été trouvé pour l’instant.
find-people = Rechercher
find-everybody = Afficher tout le monde
department = Service
all-departments = Tous les services
own-only = Seulement avec un affichage personnel
selected-only = Seulement les personnes sélectionnées
select-in-portal = Choisir dans Bitrix24…
select-ids = Saisir des ID…
ids-hint = ID de personnes, séparés par n’importe quoi
select-these = Sélectionner ces personnes
ids-unknown = Tout le monde n’a pas été trouvé
ids-unknown-text = Personne n’a ces ID : { $ids }.
ids-none-text = Votre saisie ne contient aucun ID. Un ID est un nombre, comme dans l’adresse d’un profil.
selected-people =
    { $people ->
        [one] { $people } personne sélectionnée
        [many] { $people } de personnes sélectionnées
       *[other] { $people } personnes sélectionnées
    }
select-found =
    { $people ->
        [one] Sélectionner { $people } personne trouvée
        [many] Sélectionner les { $people } de personnes trouvées
       *[other] Sélectionner les { $people } personnes trouvées
    }
select-nobody = Effacer la sélection
reset-many = Réinitialiser…
give-many = Donner un affichage…
back-up = Sauvegarder
compare = Comparer
found-people =
    { $people ->
        [one] { $people } personne
        [many] { $people } de personnes
       *[other] { $people } personnes
    }
found-part = { $read } personnes sur { $total } ont été lues.
reading-views =
    { $people ->
        [one] Lecture de { $people } autre affichage…
        [many] Lecture de { $people } d’autres affichages…
       *[other] Lecture de { $people } autres affichages…
    }
views-unread = Certains affichages n’ont pas pu être lus
people-caption = Personnes et leurs affichages
person = Personne
select-page = sélectionner tout le monde sur cette page
column-own = Affichage personnel
column-size = Contenu
column-differs = Diffère de l’affichage commun
yes = Oui
no = Non
not-readable = Illisible
view-size = { section-count }, { field-count }
pages = Pages du tableau
previous = Précédente
next = Suivante
page-range = { $first }–{ $last } sur { $total }
find-person = Rechercher une personne
found-persons = Personnes trouvées
more-people =
    { $people ->
        [one] et { $people } autre
        [many] et { $people } d’autres
       *[other] et { $people } autres
    }
other-person = Choisir quelqu’un d’autre
give-which = Quel affichage doivent-elles recevoir ?
compare-which = Avec quel affichage faut-il comparer ?
source-common = L’affichage commun
source-person = L’affichage d’une personne
source-backup = Un affichage d’une sauvegarde
choose-backup = Sauvegarde
accept-view = Continuer
no-view-there = Il n’y a pas d’affichage à cet endroit
no-view-there-common = Il n’y a pas d’affichage commun : les contacts se présentent comme Bitrix24 les dispose de lui-même.
no-view-there-person = Cette personne n’a pas d’affichage personnel.
view-unread = L’affichage n’a pas pu être lu
comparison = Comparaison
back-to-people = Retour à la liste
compare-other = Comparer avec un autre affichage…
swap = Échanger les côtés
no-view-to-compare = Pas d’affichage personnel. Les contacts se présentent comme dans l’affichage commun ou comme Bitrix24 les dispose de lui-même.
compared-same = Les deux ont les mêmes champs aux mêmes endroits.
compared-different = Ce qui diffère de l’autre affichage est marqué.
missing-here = Absents de cet affichage
not-compared = Les affichages n’ont pas pu être lus
type-number = Saisissez { $number } pour confirmer :
ask-reset-many =
    { $people ->
        [one] Réinitialiser l’affichage de { $people } personne ?
        [many] Réinitialiser les affichages de { $people } de personnes ?
       *[other] Réinitialiser les affichages de { $people } personnes ?
    }
ask-reset-many-text = Leurs affichages personnels sont supprimés ; les données des contacts restent telles quelles. Chaque affichage est d’abord sauvegardé, vous pouvez donc revenir en arrière. Les personnes sans affichage personnel sont ignorées.
confirm-reset-many = Réinitialiser les affichages
ask-give-many =
    { $people ->
        [one] Donner cet affichage à { $people } personne ?
        [many] Donner cet affichage à { $people } de personnes ?
       *[other] Donner cet affichage à { $people } personnes ?
    }
ask-give-many-text = « { $name } » prend la place de leurs affichages personnels. Chacun d’eux est d’abord sauvegardé, vous pouvez donc revenir en arrière.
confirm-give-many = Donner l’affichage
run-reset = Réinitialisation des affichages : { $done } sur { $total }…
run-give = Attribution de l’affichage : { $done } sur { $total }…
run-restore = Rétablissement des affichages : { $done } sur { $total }…
run-back-up = Sauvegarde des affichages : { $done } sur { $total }…
time-left = Temps restant : environ { $time }.
time-left-unknown = On ne sait pas encore combien de temps cela prendra.
run-not-lasting = Laissez cette page ouverte : ce navigateur ne garde pas les sauvegardes au-delà.
run-closing = Vous pouvez fermer cette page : ce qui aura été fait pourra être annulé ici plus tard.
run-closing-back-up = Cela ne change l’affichage de personne.
stop = Arrêter
stop-now = Arrêter immédiatement
report-reset = Les affichages sont réinitialisés
report-give = L’affichage est donné
report-restore = Les affichages sont rétablis
report-back-up = Les affichages sont sauvegardés
report-back-up-text = Elles sont sous « Sauvegardes ».
report-reset-incomplete = Tous les affichages ne sont pas réinitialisés
report-give-incomplete = Tout le monde n’a pas l’affichage
report-restore-incomplete = Tous les affichages ne sont pas rétablis
report-back-up-incomplete = Tous les affichages ne sont pas sauvegardés
report-interrupted = Commencé le { $date } ; la page a été fermée avant la fin.
report-stopped = L’opération s’est terminée avant la fin.
outcome-done =
    { $people ->
        [one] Fait pour { $people } personne
        [many] Fait pour { $people } de personnes
       *[other] Fait pour { $people } personnes
    }
outcome-nothing =
    { $people ->
        [one] Rien à faire pour { $people } personne
        [many] Rien à faire pour { $people } de personnes
       *[other] Rien à faire pour { $people } personnes
    }
outcome-refused =
    { $people ->
        [one] Refusé pour { $people } personne
        [many] Refusé pour { $people } de personnes
       *[other] Refusé pour { $people } personnes
    }
outcome-unknown =
    { $people ->
        [one] Inconnu pour { $people } personne
        [many] Inconnu pour { $people } de personnes
       *[other] Inconnu pour { $people } personnes
    }
outcome-left =
    { $people ->
        [one] Pas fait pour { $people } personne
        [many] Pas fait pour { $people } de personnes
       *[other] Pas fait pour { $people } personnes
    }
look-again = Regarder à nouveau
retry-rest = Réessayer pour le reste
undo-all = Tout rétablir
report-json = Rapport en JSON
report-csv = Rapport en CSV
close = Fermer
looking = Lecture des affichages…
not-undone-all = Les affichages n’ont pas été rétablis
ask-undo-newer =
    { $people ->
        [one] { $people } personne a disposé un autre affichage depuis
        [many] { $people } de personnes ont disposé d’autres affichages depuis
       *[other] { $people } personnes ont disposé d’autres affichages depuis
    }
ask-undo-newer-text = { $names } : l’affichage précédent prend la place du nouveau. Une sauvegarde du nouveau est conservée.
confirm-undo-newer = Rétablir pour tous
undo-others =
    { $others ->
        [one] Rétablir seulement pour { $others } autre personne
        [many] Rétablir seulement pour les { $others } autres
       *[other] Rétablir seulement pour les { $others } autres
    }
tab-common-view = Affichage commun
tab-backups = Sauvegardes
tab-help = Aide
dark = Couleurs sombres
light = Couleurs claires

# Common view
common-lead = La disposition des fiches de contacts que tout le monde peut utiliser. Qui n’a pas d’affichage personnel a celui-ci.
common-none = Il n’y a pas d’affichage commun. Les contacts se présentent tels que Bitrix24 les dispose de lui-même.
common-to-standard = La disposition standard de Bitrix24. Les affichages personnels sont conservés.
common-give = Utiliser l’affichage de quelqu’un…
common-everyone = Définir pour tous…
common-give-which = Quel affichage doit devenir l’affichage commun ?
common-same = Il a les mêmes champs aux mêmes endroits que l’affichage commun.
common-differences = Ce qui diffère de l’affichage commun est marqué.
common-reading = Lecture de l’affichage commun…
common-resetting = Réinitialisation de l’affichage commun…
common-undoing = Rétablissement de l’affichage commun…
common-giving = Définition de l’affichage commun…
common-setting = Définition de l’affichage commun pour tous…
common-ask-reset = Réinitialiser l’affichage commun ?
common-ask-reset-text = L’affichage commun, que vous voyez ci-dessous, est supprimé : { section-count }, { field-count }. Qui n’a pas d’affichage personnel reçoit la disposition standard de Bitrix24. Vous pouvez revenir en arrière.
common-ask-replace = Remplacer l’affichage commun actuel ?
common-ask-replace-text = L’affichage commun a été modifié depuis, vous le voyez ci-dessous : { section-count }, { field-count }. L’affichage du { $date } prend sa place. Une sauvegarde de l’actuel est conservée.
common-ask-give = En faire l’affichage commun ?
common-ask-give-text = « { $name } » prend la place de l’affichage commun. Qui n’a pas d’affichage personnel le reçoit. Une sauvegarde de l’affichage commun est conservée, et vous pouvez revenir en arrière.
confirm-give = En faire l’affichage commun
common-ask-everyone = Définir l’affichage commun pour tous ?
common-ask-everyone-text =
    { $people ->
        [one] { $people } personne perd son affichage personnel et reçoit l’affichage commun. Il est sauvegardé dans ce navigateur, et « Revenir en arrière » le rétablit ; sans la sauvegarde, personne ne le peut.
       *[other] { $people } personnes perdent leurs affichages personnels et reçoivent l’affichage commun. Ils sont sauvegardés dans ce navigateur, et « Revenir en arrière » les rétablit ; sans les sauvegardes, personne ne le peut.
    }
common-everyone-limits = Ne sont pas sauvegardés : lequel des deux affichages était choisi, et les affichages des personnes parties.
common-ask-everyone-nobody-text = Personne n’a d’affichage personnel. Qui a choisi « Mon affichage du formulaire » reçoit l’affichage commun.
common-changed-meanwhile = Entre-temps, quelqu’un a disposé un autre affichage
common-changed-meanwhile-text = Il est sauvegardé lui aussi. Regardez qui perd un affichage, et confirmez encore une fois.
common-everyone-closed = Commencé le { $date } ; la page a été fermée avant votre confirmation. L’affichage de personne n’a été modifié.
confirm-everyone = Définir pour tous
save-backups = Enregistrer les sauvegardes dans un fichier
common-reset-done = L’affichage commun est réinitialisé
common-reset-done-text = Qui n’a pas d’affichage personnel a la disposition standard de Bitrix24. Rechargez les contacts ouverts.
common-undo-done = L’affichage commun est rétabli
common-undo-done-text = Il est disposé comme avant. Rechargez les contacts ouverts.
common-undo-offer = L’affichage commun a été réinitialisé
common-undo-offer-text = Vous pouvez encore le rétablir tel qu’il était le { $date }.
common-nothing-to-reset = Il n’y a rien à réinitialiser
common-nothing-to-reset-text = Il n’y a plus d’affichage commun.
common-given = L’affichage commun est défini
common-given-text = C’est maintenant « { $name } ». Rechargez les contacts ouverts.
common-for-everyone = Tout le monde a l’affichage commun
common-for-everyone-text =
    { $people ->
        [one] { $people } affichage personnel est supprimé. Vous le trouvez sous « Sauvegardes ».
       *[other] { $people } affichages personnels sont supprimés. Vous les trouvez sous « Sauvegardes ».
    }
common-for-everyone-already = Tout le monde a l’affichage commun
common-for-everyone-already-text = Personne n’avait d’affichage personnel.
common-not-read = L’affichage commun n’a pas pu être lu
common-not-reset = L’affichage commun n’a pas été réinitialisé
common-reset-unknown = On ne sait pas si l’affichage commun a été réinitialisé
common-not-undone = L’affichage commun n’a pas été rétabli
common-undo-unknown = On ne sait pas si l’affichage commun est rétabli
common-not-given = L’affichage commun n’a pas été défini
common-given-unknown = On ne sait pas si l’affichage commun a été défini
common-not-for-everyone = L’affichage commun n’a pas été défini pour tous
common-for-everyone-unknown = On ne sait pas si tout le monde a l’affichage commun

# Backups
backups-title = Sauvegardes
backups-lead = Ce qui a été remplacé ou réinitialisé ici est conservé dans ce navigateur, pour vous seul. Les autres navigateurs et appareils ne l’ont pas, et effacer les données du navigateur le supprime : enregistrez dans un fichier ce qui compte.
backups-not-lasting = Ce navigateur ne laisse rien enregistrer à la page : les sauvegardes sont perdues quand vous la fermez. Enregistrez-les dans un fichier.
backups-of-this-page = Ce qui est ci-dessous n’est conservé que tant que cette page est ouverte. Enregistrez-le dans un fichier.
backups-unread = Vos sauvegardes n’ont pas pu être lues
backups-none = Il n’y a pas encore de sauvegardes. Chaque affichage est sauvegardé avant d’être réinitialisé ou remplacé ici.
backups-of-people =
    { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
import = Lire un fichier…
save-all = Tout enregistrer dans un fichier
restore = Restaurer…
restore-chosen =
    { $people ->
        [one] Restaurer { $people } affichage…
       *[other] Restaurer { $people } affichages…
    }
preview = Aperçu
choose-people = Choisir des personnes
save = Enregistrer dans un fichier
delete = Supprimer
why-reset = Avant une réinitialisation
why-replaced = Avant qu’un autre affichage prenne sa place
why-everyone = Avant de définir l’affichage commun pour tous
why-hand = Sauvegardé à la main
why-import = D’un fichier
backup-taken = Tel qu’il était le { $date }.
backup-of-nothing = Il n’y avait pas d’affichage.
backup-foreign = Cette sauvegarde vient d’un autre Bitrix24, { $portal }, et ne peut être restaurée que là-bas.
reading-backups = Lecture des sauvegardes…
reading-file = Lecture du fichier…
restoring = Restauration…
deleting = Suppression…
undoing-deletion = Conservation…
ask-restore =
    { $people ->
        [one] Restaurer cet affichage ?
       *[other] Restaurer { $people } affichages ?
    }
ask-restore-text = Il redevient tel qu’il était le { $date }.
ask-restore-newer-text =
    { $newer ->
        [one] Il y a maintenant un autre affichage. Celui du { $date } prend sa place. Une sauvegarde de l’actuel est conservée.
       *[other] Maintenant, { $newer } personnes ont d’autres affichages. Ceux du { $date } prennent leur place. Des sauvegardes des actuels sont conservées.
    }
confirm-restore = Restaurer
restored = L’affichage est restauré
restored-text = Rechargez les contacts ouverts.
not-restored = L’affichage n’a pas été restauré
restored-unknown = On ne sait pas si l’affichage est restauré
imported =
    { $backups ->
        [one] { $backups } sauvegarde a été lue
       *[other] { $backups } sauvegardes ont été lues
    }
imported-text =
    { $known ->
        [0] Tout ce qui était dans le fichier est dans la liste.
        [one] { $known } autre était déjà là.
       *[other] { $known } autres étaient déjà là.
    }
imported-foreign-text = Certaines viennent d’un autre Bitrix24 et ne peuvent être restaurées que là-bas.
nothing-imported = Il n’y a rien de nouveau dans le fichier
nothing-imported-text =
    { $known ->
        [one] La sauvegarde qu’il contient est déjà là.
       *[other] Les { $known } sauvegardes qu’il contient sont déjà là.
    }
not-imported = Il n’y a aucune sauvegarde dans le fichier
not-imported-text = « { $file } » ne contient aucun affichage d’une fiche de contact enregistré ici.
deleted =
    { $backups ->
        [one] La sauvegarde est supprimée
       *[other] { $backups } sauvegardes sont supprimées
    }
deleted-text = Tant que cette page est ouverte, vous pouvez revenir en arrière.

# Help
help-title = Aide
help-lead = Ce que vous pouvez faire ici, qui peut le faire et ce qui n’est pas possible.
help-view = Mon affichage
help-view-text = Montre comment vous avez disposé les fiches de contacts pour vous et ce qui les remplacera après la réinitialisation. Réinitialiser supprime votre disposition ; les données des contacts ne changent jamais. « Revenir en arrière » la rétablit, même des jours plus tard. Si un autre affichage a été disposé depuis, on vous le demande d’abord.
help-common = Affichage commun
help-common-text = Montre la disposition que tout le monde peut utiliser. Vous pouvez la réinitialiser ou la remplacer par un affichage que quelqu’un a disposé pour soi, ou par celui d’une sauvegarde.
help-everyone = Définir pour tous
help-everyone-text = Supprime les affichages personnels de tous, pour que tous aient l’affichage commun. D’abord tous les affichages sont sauvegardés ; puis vous voyez qui perd le sien. « Revenir en arrière » rend le sien à chacun.
help-people = Personnes
help-people-text = Montre qui a un affichage personnel. Vous pouvez réinitialiser, remplacer ou sauvegarder les affichages de nombreuses personnes, ou en comparer deux. Vous pouvez arrêter à tout moment. Le rapport dit ce qu’il en est de chacun et peut être enregistré.
help-backups = Sauvegardes
help-backups-text = Avant que quelque chose soit remplacé ou supprimé ici, c’est conservé dans ce navigateur. Une sauvegarde contient les sections et les champs ; ni lequel des deux affichages était choisi, ni d’autres colonnes. Vous ou un autre administrateur pouvez lire un fichier de sauvegardes dans un autre navigateur.
help-rights = Droits
help-rights-text = Qui a accès au CRM peut lire, réinitialiser et restaurer son propre affichage. Les affichages des autres et l’affichage commun exigent le droit CRM « Autoriser la modification des paramètres ». Sans lui, « Affichage commun » et « Personnes » ne sont pas ici.
help-limits = Limites
help-limits-text = Bitrix24 accepte deux requêtes par seconde. 1 000 personnes prennent environ une minute, et une réinitialisation avec sauvegardes trois. Bitrix24 ne peut pas verrouiller un affichage : ce que quelqu’un enregistre dans la même seconde peut être perdu.
help-version = Version
