title = Tarjeta del contacto
lead = Su propia disposición de las tarjetas de contactos y lo que ocupará su lugar al restablecerla.
which-view = Esta página no puede saber con qué vista se abren sus contactos. La vista se elige en la tarjeta del contacto.
my-view = Mi vista del formulario
common-view = Vista común del formulario
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
ask-replace-text = Después de restablecer, usted dispuso otra vista, que se ve abajo: { section-count }, { field-count }. Se pierde cuando la vista del { $date } ocupa su lugar.
confirm-replace = Reemplazar la vista
reset-done = Su vista está restablecida
reset-done-text = «Mi vista del formulario» ya no tiene una disposición propia. Vuelva a cargar los contactos abiertos.
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
