title = Tarjeta del contacto
lead = Su propia disposición de las tarjetas de contactos y lo que ocupará su lugar al restablecerla.
which-view = Esta página no puede saber con qué vista se abren sus contactos. La vista se elige en la tarjeta del contacto.
my-view = Mi vista del formulario
common-view = Vista común del formulario
as-it-is-now = Como es ahora
after-reset = Tras restablecer
after-reset-common = Tras restablecer: Vista común del formulario
no-own-view = No tiene una vista propia. Esta es la vista común, que todos pueden usar.
no-view = No tiene una vista propia ni hay una vista común. Los contactos se ven como Bitrix24 los dispone por sí mismo.
reset-to-standard = No hay una vista común. Tras restablecer, los contactos se ven como Bitrix24 los dispone por sí mismo.
common-unread = No se pudo leer la vista común.
same = La vista común tiene los mismos campos en los mismos lugares.
differences = Está marcado lo que difiere de su vista.
moved = Movido
added = Añadido
changed = Modificado
missing = Falta
missing-fields = No están en la vista común
always = Mostrar siempre
untitled = Sección sin título
no-fields = Sin campos
field-company = Compañía
field-requisites = Datos fiscales
field-observer = Observadores
field-utm = Parámetros UTM
reset = Restablecer…
download = Descargar copia de seguridad
undo = Deshacer
again = Intentar de nuevo
look = Ver la vista
cancel = Cancelar
copy = Copiar
copied = Copiado
installation = Instalación
details = Para su administrador
said = Respuesta de Bitrix24:
connecting = Conectando con Bitrix24…
reading = Leyendo su vista…
reading-common = Leyendo la vista común…
resetting = Restableciendo su vista…
undoing = Recuperando su vista…
section-count =
    { $sections ->
        [one] { $sections } sección
       *[other] { $sections } secciones
    }
field-count =
    { $fields ->
        [one] { $fields } campo
       *[other] { $fields } campos
    }
ask-reset = ¿Restablecer su vista?
ask-reset-text = Se elimina su propia vista, que se ve abajo: { section-count }, { field-count }. Los contactos y sus datos no cambian, ni las vistas de otras personas. Puede deshacerlo.
confirm-reset = Restablecer la vista
ask-replace = ¿Reemplazar la vista actual?
ask-replace-text = Después de restablecer, usted dispuso otra vista, que se ve abajo: { section-count }, { field-count }. La vista del { $date } ocupa su lugar. Se conserva una copia de seguridad de la actual.
confirm-replace = Reemplazar la vista
reset-done = Su vista está restablecida
reset-done-text = «Mi vista del formulario» ya no tiene una disposición propia. Vuelva a cargar los contactos abiertos.
reset-done-unkept-text = La copia no pudo conservarse: solo puede deshacerlo mientras esta página esté abierta.
undo-done = Su vista está de vuelta
undo-done-text = «Mi vista del formulario» está dispuesta como antes. Vuelva a cargar los contactos abiertos.
undo-offer = Su vista fue restablecida
undo-offer-text = Aún puede recuperarla como estaba el { $date }.
nothing-to-reset = No hay nada que restablecer
nothing-to-reset-text = Su vista ya fue restablecida en otro lugar.
not-connected = Esta página no está conectada con Bitrix24
not-read = No se pudo leer su vista
not-reset = Su vista no se restableció
reset-unknown = No se sabe si su vista se restableció
not-undone = Su vista no se recuperó
undo-unknown = No se sabe si su vista está de vuelta
cause-outside = Esta página funciona dentro de Bitrix24. Ábrala allí, en la tarjeta de un contacto o entre las aplicaciones.
cause-not-loaded = La biblioteca de Bitrix24 no se cargó. Revise la conexión a Internet y si un bloqueador de anuncios la detiene.
cause-silent = Bitrix24 no respondió a esta página.
cause-offline = Su dispositivo está sin conexión. Conéctelo a Internet.
cause-access-denied = Su cuenta no tiene acceso a esta parte del CRM. Un administrador de su Bitrix24 puede dárselo.
cause-auth = Bitrix24 no aceptó la aplicación. Cierre esta página y ábrala de nuevo. Si no ayuda, avise a un administrador.
cause-scope = A la aplicación le falta un permiso. Un administrador puede marcarlo en los ajustes de la aplicación.
cause-rejected = Bitrix24 rechazó la solicitud. Muestre este mensaje a un administrador.
cause-busy = Bitrix24 recibió demasiadas solicitudes. Espere un minuto.
cause-operating-limit = Bitrix24 bloqueó esto por hasta diez minutos, porque se usó demasiado.
cause-unavailable = Bitrix24 no funciona o está sobrecargado.
cause-plan = El plan de su Bitrix24 no incluye esto. Solo puede cambiarlo quien lo paga.
cause-deleted = Este Bitrix24 fue eliminado.
cause-blocked = Bitrix24 bloqueó las aplicaciones por sobrecarga. Un administrador puede consultar al soporte.
cause-network = Falló la conexión con Bitrix24. Revise su conexión a Internet.
cause-timeout = Bitrix24 no respondió a tiempo. Puede estar ocupado o la conexión puede ser lenta.
cause-unexpected-answer = Bitrix24 dio una respuesta incomprensible. Si se repite, avise a un administrador.
cause-no-connection = Esta página perdió Bitrix24. Ciérrela y ábrala de nuevo.
cause-conflict = Otra persona cambiaba la vista al mismo tiempo.
cause-aborted = Usted lo canceló.
cause-fault = Algo falla en esta página. Ciérrela y ábrala de nuevo. Si no ayuda, avise a los autores de la aplicación.

tabs = Pantallas
goes-on = En curso
tab-my-view = Mi vista

## People, comparison, runs over many people
tab-people = Personas
people-title = Personas
people-lead = Quién tiene una vista propia de las tarjetas de contactos. Seleccione personas para restablecer, reemplazar o guardar sus vistas, o una o dos para comparar.
reading-people = Leyendo quién está…
people-unread = No se pudo leer a todas las personas
nobody-there = En este Bitrix24 no hay nadie a quien la aplicación pueda ver.
nobody-found = No se encontró a nadie.
nobody-found-yet = Por ahora no se encontró a nadie.
find-people = Buscar
find-everybody = Mostrar a todos
department = Departamento
all-departments = Todos los departamentos
own-only = Solo con vista propia
selected-only = Solo las seleccionadas
select-in-portal = Elegir en Bitrix24…
select-ids = Introducir ID…
ids-hint = ID de personas, con cualquier separador
select-these = Seleccionar a estas personas
ids-unknown = No se encontró a todos
ids-unknown-text = Nadie tiene estos ID: { $ids }.
ids-none-text = No hay ningún ID en lo que ha escrito. Un ID es un número, como en la dirección de un perfil.
selected-people =
    { $people ->
        [one] { $people } persona seleccionada
        [many] { $people } de personas seleccionadas
       *[other] { $people } personas seleccionadas
    }
select-found =
    { $people ->
        [one] Seleccionar { $people } encontrada
        [many] Seleccionar las { $people } encontradas
       *[other] Seleccionar las { $people } encontradas
    }
select-nobody = Quitar la selección
reset-many = Restablecer…
give-many = Dar una vista…
back-up = Guardar copias
compare = Comparar
found-people =
    { $people ->
        [one] { $people } persona
        [many] { $people } de personas
       *[other] { $people } personas
    }
found-part = Se han leído { $read } de { $total } personas.
reading-views =
    { $people ->
        [one] Leyendo { $people } vista más…
        [many] Leyendo { $people } de vistas más…
       *[other] Leyendo { $people } vistas más…
    }
views-unread = No se pudieron leer algunas vistas
people-caption = Personas y sus vistas
person = Persona
select-page = seleccionar a todos en esta página
column-own = Vista propia
column-size = Contenido
column-differs = Difiere de la común
yes = Sí
no = No
not-readable = No se puede leer
view-size = { section-count }, { field-count }
pages = Páginas de la tabla
previous = Anterior
next = Siguiente
page-range = { $first }–{ $last } de { $total }
find-person = Buscar a una persona
found-persons = Personas encontradas
more-people =
    { $people ->
        [one] y { $people } más
        [many] y { $people } más
       *[other] y { $people } más
    }
other-person = Elegir a otra persona
give-which = ¿Qué vista deben recibir?
compare-which = ¿Con qué vista se debe comparar?
source-common = La vista común
source-person = La vista de una persona
source-backup = Una vista de una copia de seguridad
choose-backup = Copia de seguridad
accept-view = Continuar
no-view-there = Ahí no hay ninguna vista
no-view-there-common = No hay vista común: los contactos se ven como Bitrix24 los dispone por sí mismo.
no-view-there-person = Esta persona no tiene una vista propia.
view-unread = No se pudo leer la vista
comparison = Comparación
back-to-people = Volver a la lista
compare-other = Comparar con otra vista…
swap = Intercambiar los lados
no-view-to-compare = No hay vista propia. Los contactos se ven como en la vista común o como Bitrix24 los dispone por sí mismo.
compared-same = Ambas tienen los mismos campos en los mismos lugares.
compared-different = Está marcado lo que difiere de la otra vista.
missing-here = No están en esta vista
not-compared = No se pudieron leer las vistas
type-number = Escriba { $number } para confirmar:
ask-reset-many =
    { $people ->
        [one] ¿Restablecer la vista de { $people } persona?
        [many] ¿Restablecer las vistas de { $people } de personas?
       *[other] ¿Restablecer las vistas de { $people } personas?
    }
ask-reset-many-text = Se eliminan sus vistas propias; los datos de los contactos no cambian. Antes se guarda una copia de cada vista, para que pueda deshacerlo. Se omite a quien no tiene una vista propia.
confirm-reset-many = Restablecer las vistas
ask-give-many =
    { $people ->
        [one] ¿Dar esta vista a { $people } persona?
        [many] ¿Dar esta vista a { $people } de personas?
       *[other] ¿Dar esta vista a { $people } personas?
    }
ask-give-many-text = «{ $name }» ocupa el lugar de sus vistas propias. Antes se guarda una copia de cada una, para que pueda deshacerlo.
confirm-give-many = Dar la vista
run-reset = Restableciendo vistas: { $done } de { $total }…
run-give = Dando la vista: { $done } de { $total }…
run-restore = Recuperando vistas: { $done } de { $total }…
run-back-up = Guardando copias: { $done } de { $total }…
time-left = Falta aproximadamente: { $time }.
time-left-unknown = Todavía no se sabe cuánto tardará.
run-not-lasting = Deje esta página abierta: este navegador no guarda las copias más allá de ella.
run-closing = Puede cerrar esta página: lo hecho hasta entonces podrá deshacerse aquí más tarde.
run-closing-back-up = Esto no cambia la vista de nadie.
stop = Detener
stop-now = Detener de inmediato
report-reset = Las vistas están restablecidas
report-give = La vista está dada
report-restore = Las vistas están de vuelta
report-back-up = Las copias de las vistas están guardadas
report-back-up-text = Están en «Copias».
report-reset-incomplete = No todas las vistas están restablecidas
report-give-incomplete = No todos tienen la vista
report-restore-incomplete = No todas las vistas están de vuelta
report-back-up-incomplete = No se guardaron copias de todas las vistas
report-interrupted = Se inició el { $date }; la página se cerró antes de que terminara.
report-stopped = Terminó antes de tiempo.
outcome-done =
    { $people ->
        [one] Hecho para { $people } persona
        [many] Hecho para { $people } de personas
       *[other] Hecho para { $people } personas
    }
outcome-nothing =
    { $people ->
        [one] Nada que hacer para { $people } persona
        [many] Nada que hacer para { $people } de personas
       *[other] Nada que hacer para { $people } personas
    }
outcome-refused =
    { $people ->
        [one] Rechazado para { $people } persona
        [many] Rechazado para { $people } de personas
       *[other] Rechazado para { $people } personas
    }
outcome-unknown =
    { $people ->
        [one] No se sabe para { $people } persona
        [many] No se sabe para { $people } de personas
       *[other] No se sabe para { $people } personas
    }
outcome-left =
    { $people ->
        [one] Sin hacer para { $people } persona
        [many] Sin hacer para { $people } de personas
       *[other] Sin hacer para { $people } personas
    }
look-again = Mirar de nuevo
retry-rest = Reintentar el resto
undo-all = Deshacer todo
report-json = Informe en JSON
report-csv = Informe en CSV
close = Cerrar
looking = Leyendo vistas…
not-undone-all = Las vistas no se recuperaron
ask-undo-newer =
    { $people ->
        [one] { $people } persona ha dispuesto otra vista desde entonces
        [many] { $people } de personas han dispuesto otras vistas desde entonces
       *[other] { $people } personas han dispuesto otras vistas desde entonces
    }
ask-undo-newer-text = { $names }: la vista anterior ocupa el lugar de la nueva. Se conserva una copia de seguridad de la nueva.
confirm-undo-newer = Deshacer para todos
undo-others =
    { $others ->
        [one] Deshacer solo para { $others } otra persona
        [many] Deshacer solo para las { $others } otras
       *[other] Deshacer solo para las { $others } otras
    }
tab-common-view = Vista común
tab-backups = Copias
tab-help = Ayuda
dark = Colores oscuros
light = Colores claros

# Common view
common-lead = La disposición de las tarjetas de contactos que todos pueden usar. Quien no tiene una vista propia tiene esta.
common-none = No hay una vista común. Los contactos se ven como Bitrix24 los dispone por sí mismo.
common-to-standard = La disposición estándar de Bitrix24. Las vistas propias se conservan.
common-give = Usar la vista de alguien…
common-everyone = Fijar para todos…
common-give-which = ¿Qué vista debe ser la común?
common-same = Tiene los mismos campos en los mismos lugares que la vista común.
common-differences = Está marcado lo que difiere de la vista común.
common-reading = Leyendo la vista común…
common-resetting = Restableciendo la vista común…
common-undoing = Recuperando la vista común…
common-giving = Fijando la vista común…
common-setting = Fijando la vista común para todos…
common-ask-reset = ¿Restablecer la vista común?
common-ask-reset-text = Se elimina la vista común, que se ve abajo: { section-count }, { field-count }. Quienes no tienen una vista propia reciben la disposición estándar de Bitrix24. Puede deshacerlo.
common-ask-replace = ¿Reemplazar la vista común de ahora?
common-ask-replace-text = La vista común ha cambiado desde entonces, se ve abajo: { section-count }, { field-count }. La vista del { $date } ocupa su lugar. Se conserva una copia de seguridad de la actual.
common-ask-give = ¿Hacer de esta la vista común?
common-ask-give-text = «{ $name }» ocupa el lugar de la vista común. La reciben quienes no tienen una vista propia. Se conserva una copia de seguridad de la vista común y puede deshacerlo.
confirm-give = Hacerla común
common-ask-everyone = ¿Fijar la vista común para todos?
common-ask-everyone-text =
    { $people ->
        [one] { $people } persona pierde su vista propia y recibe la común. Está guardada en este navegador y «Deshacer» la recupera; sin la copia, nadie puede.
       *[other] { $people } personas pierden sus vistas propias y reciben la común. Están guardadas en este navegador y «Deshacer» las recupera; sin las copias, nadie puede.
    }
common-everyone-limits = No se guarda cuál de las dos vistas estaba elegida ni las vistas de quienes ya no están en la empresa.
common-ask-everyone-nobody-text = Nadie tiene una vista propia. Quien eligió «Mi vista del formulario» recibe la común.
common-changed-meanwhile = Mientras tanto alguien ha dispuesto otra vista
common-changed-meanwhile-text = También se ha guardado. Mire quién pierde una vista y confirme otra vez.
common-everyone-closed = Se inició el { $date }, y la página se cerró antes de que lo confirmara. No se cambió la vista de nadie.
confirm-everyone = Fijar para todos
save-backups = Guardar las copias en un archivo
common-reset-done = La vista común se restableció
common-reset-done-text = Quienes no tienen una vista propia tienen la disposición estándar de Bitrix24. Vuelva a cargar los contactos abiertos.
common-undo-done = La vista común está de vuelta
common-undo-done-text = Está dispuesta como antes. Vuelva a cargar los contactos abiertos.
common-undo-offer = La vista común se restableció
common-undo-offer-text = Aún puede recuperarla como estaba el { $date }.
common-nothing-to-reset = No hay nada que restablecer
common-nothing-to-reset-text = Ya no hay una vista común.
common-given = La vista común está fijada
common-given-text = Ahora es «{ $name }». Vuelva a cargar los contactos abiertos.
common-for-everyone = Todos tienen la vista común
common-for-everyone-text =
    { $people ->
        [one] Se eliminó { $people } vista propia. La encuentra en «Copias».
       *[other] Se eliminaron { $people } vistas propias. Las encuentra en «Copias».
    }
common-for-everyone-already = Todos tienen la vista común
common-for-everyone-already-text = Nadie tenía una vista propia.
common-not-read = No se pudo leer la vista común
common-not-reset = La vista común no se restableció
common-reset-unknown = No se sabe si la vista común se restableció
common-not-undone = La vista común no se recuperó
common-undo-unknown = No se sabe si la vista común está de vuelta
common-not-given = La vista común no se fijó
common-given-unknown = No se sabe si la vista común se fijó
common-not-for-everyone = La vista común no se fijó para todos
common-for-everyone-unknown = No se sabe si todos tienen la vista común

# Backups
backups-title = Copias de seguridad
backups-lead = Lo que aquí se reemplazó o restableció se conserva en este navegador, solo para usted. Otros navegadores y dispositivos no lo tienen, y borrar los datos del navegador lo elimina: guarde lo importante en un archivo.
backups-not-lasting = Este navegador no deja que la página guarde nada: las copias se pierden cuando la cierra. Guárdelas en un archivo.
backups-of-this-page = Lo que está abajo se guarda solo mientras esta página esté abierta. Guárdelo en un archivo.
backups-unread = No se pudieron leer sus copias de seguridad
backups-none = Aún no hay copias. Cada vista se guarda antes de restablecerla o reemplazarla aquí.
backups-of-people =
    { $people ->
        [one] { $people } persona
       *[other] { $people } personas
    }
import = Leer de un archivo…
save-all = Guardar todo en un archivo
restore = Recuperar…
restore-chosen =
    { $people ->
        [one] Recuperar { $people } vista…
       *[other] Recuperar { $people } vistas…
    }
preview = Vista previa
choose-people = Elegir personas
save = Guardar en un archivo
delete = Eliminar
why-reset = Antes de restablecer
why-replaced = Antes de que otra vista ocupara su lugar
why-everyone = Antes de fijar la vista común para todos
why-hand = Guardada a mano
why-import = De un archivo
backup-taken = Como estaba el { $date }.
backup-of-nothing = No había ninguna vista.
backup-foreign = Esta copia viene de otro Bitrix24, { $portal }, y solo puede recuperarse allí.
reading-backups = Leyendo las copias…
reading-file = Leyendo el archivo…
restoring = Recuperando…
deleting = Eliminando…
undoing-deletion = Conservándola…
ask-restore =
    { $people ->
        [one] ¿Recuperar esta vista?
       *[other] ¿Recuperar { $people } vistas?
    }
ask-restore-text = Vuelve a estar como el { $date }.
ask-restore-newer-text =
    { $newer ->
        [one] Ahora hay otra vista. La del { $date } ocupa su lugar. Se conserva una copia de la actual.
       *[other] Ahora { $newer } personas tienen otras vistas. Las del { $date } ocupan su lugar. Se conservan copias de las actuales.
    }
confirm-restore = Recuperar
restored = La vista se recuperó
restored-text = Vuelva a cargar los contactos abiertos.
not-restored = La vista no se recuperó
restored-unknown = No se sabe si la vista se recuperó
imported =
    { $backups ->
        [one] Se leyó { $backups } copia
       *[other] Se leyeron { $backups } copias
    }
imported-text =
    { $known ->
        [0] Todo lo que había en el archivo está en la lista.
        [one] { $known } más ya estaba aquí.
       *[other] { $known } más ya estaban aquí.
    }
imported-foreign-text = Algunas vienen de otro Bitrix24 y solo pueden recuperarse allí.
nothing-imported = No hay nada nuevo en el archivo
nothing-imported-text =
    { $known ->
        [one] La copia que contiene ya está aquí.
       *[other] Las { $known } copias que contiene ya están aquí.
    }
not-imported = No hay ninguna copia en el archivo
not-imported-text = «{ $file }» no contiene ninguna vista de una tarjeta de contacto guardada aquí.
deleted =
    { $backups ->
        [one] La copia se eliminó
       *[other] Se eliminaron { $backups } copias
    }
deleted-text = Mientras esta página esté abierta, puede deshacerlo.

# Help
help-title = Ayuda
help-lead = Qué puede hacer aquí, quién puede hacerlo y qué no es posible.
help-view = Mi vista
help-view-text = Muestra cómo ha dispuesto para usted las tarjetas de contactos y qué ocupará su lugar al restablecerlas. Restablecer elimina su disposición; los datos de los contactos nunca cambian. «Deshacer» la recupera, incluso días después. Si desde entonces se dispuso otra vista, se le pregunta antes.
help-common = Vista común
help-common-text = Muestra la disposición que todos pueden usar. Puede restablecerla o reemplazarla por una vista que alguien dispuso para sí, o por una de una copia.
help-everyone = Fijar para todos
help-everyone-text = Elimina las vistas propias de todos, para que todos tengan la común. Primero se guardan todas las vistas; luego ve quién pierde la suya. «Deshacer» devuelve a cada uno la suya.
help-people = Personas
help-people-text = Muestra quién tiene una vista propia. Puede restablecer, reemplazar o guardar las vistas de muchas personas, o comparar dos. Puede detenerlo en cualquier momento. El informe dice qué ha sido de cada uno y puede guardarse.
help-backups = Copias de seguridad
help-backups-text = Antes de reemplazar o eliminar algo aquí, se guarda en este navegador. Una copia contiene secciones y campos; no cuál de las dos vistas estaba elegida ni otras columnas. Usted u otro administrador pueden leer un archivo de copias en otro navegador.
help-rights = Permisos
help-rights-text = Quien tiene acceso a CRM puede leer, restablecer y recuperar su propia vista. Para las vistas de otros y la común hace falta el permiso de CRM «Permitir cambiar la configuración». Sin él, «Vista común» y «Personas» no están aquí.
help-limits = Límites
help-limits-text = Bitrix24 acepta dos solicitudes por segundo. 1000 personas tardan cerca de un minuto, y restablecerlas con copias, tres. Bitrix24 no puede bloquear una vista: lo que alguien guarda en el mismo segundo puede perderse.
help-version = Versión
