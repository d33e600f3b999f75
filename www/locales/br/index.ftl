title = Cartão do contato
lead = Sua própria organização dos cartões de contatos e o que fica no lugar dela após a redefinição.
which-view = Esta página não consegue saber com qual visualização seus contatos abrem. A visualização é escolhida no cartão do contato.
my-view = Minha visualização do formulário
common-view = Visualização comum do formulário
as-it-is-now = Como está agora
after-reset = Após a redefinição
after-reset-common = Após a redefinição: Visualização comum do formulário
no-own-view = Você não tem uma visualização própria. Esta é a visualização comum, que todos podem usar.
no-view = Você não tem uma visualização própria, e não há visualização comum. Os contatos aparecem como o próprio Bitrix24 os organiza.
reset-to-standard = Não há visualização comum. Após a redefinição, os contatos aparecem como o próprio Bitrix24 os organiza.
common-unread = Não foi possível ler a visualização comum.
same = A visualização comum tem os mesmos campos nos mesmos lugares.
differences = Está marcado o que difere da sua visualização.
moved = Movido
added = Adicionado
changed = Alterado
missing = Ausente
missing-fields = Não estão na visualização comum
always = Mostrar sempre
untitled = Seção sem título
no-fields = Nenhum campo
field-company = Empresa
field-requisites = Dados cadastrais
field-observer = Observadores
field-utm = Parâmetros UTM
reset = Redefinir…
download = Baixar cópia de segurança
undo = Desfazer
again = Tentar novamente
look = Ver a visualização
cancel = Cancelar
copy = Copiar
copied = Copiado
installation = Instalação
details = Para o seu administrador
said = Resposta do Bitrix24:
connecting = Conectando ao Bitrix24…
reading = Lendo sua visualização…
reading-common = Lendo a visualização comum…
resetting = Redefinindo sua visualização…
undoing = Recuperando sua visualização…
section-count =
    { $sections ->
        [one] { $sections } seção
       *[other] { $sections } seções
    }
field-count =
    { $fields ->
        [one] { $fields } campo
       *[other] { $fields } campos
    }
ask-reset = Redefinir sua visualização?
ask-reset-text = Sua própria visualização, que você vê abaixo, será removida: { section-count }, { field-count }. Os contatos e seus dados ficam como estão, assim como as visualizações de outras pessoas. Você pode desfazer.
confirm-reset = Redefinir a visualização
ask-replace = Substituir a visualização atual?
ask-replace-text = Depois da redefinição você organizou outra visualização, que vê abaixo: { section-count }, { field-count }. A visualização de { $date } ocupa o lugar dela. Uma cópia de segurança da atual fica guardada.
confirm-replace = Substituir a visualização
reset-done = Sua visualização foi redefinida
reset-done-text = “Minha visualização do formulário” não tem mais uma organização própria. Recarregue os contatos abertos.
reset-done-unkept-text = A cópia não pôde ser guardada: você só pode desfazer enquanto esta página estiver aberta.
undo-done = Sua visualização está de volta
undo-done-text = “Minha visualização do formulário” está organizada como antes. Recarregue os contatos abertos.
undo-offer = Sua visualização foi redefinida
undo-offer-text = Você ainda pode recuperá-la como estava em { $date }.
nothing-to-reset = Não há nada para redefinir
nothing-to-reset-text = Sua visualização já foi redefinida em outro lugar.
not-connected = Esta página não está conectada ao Bitrix24
not-read = Não foi possível ler sua visualização
not-reset = Sua visualização não foi redefinida
reset-unknown = Não se sabe se sua visualização foi redefinida
not-undone = Sua visualização não foi recuperada
undo-unknown = Não se sabe se sua visualização está de volta
cause-outside = Esta página funciona dentro do Bitrix24. Abra-a lá, no cartão de um contato ou entre os aplicativos.
cause-not-loaded = A biblioteca do Bitrix24 não carregou. Verifique a conexão com a internet e se um bloqueador de anúncios a impede.
cause-silent = O Bitrix24 não respondeu a esta página.
cause-offline = Seu dispositivo está offline. Conecte-o à internet.
cause-access-denied = Sua conta não tem acesso a esta parte do CRM. Um administrador do seu Bitrix24 pode concedê-lo.
cause-auth = O Bitrix24 não aceitou o aplicativo. Feche esta página e abra-a novamente. Se não ajudar, avise um administrador.
cause-scope = Falta uma permissão ao aplicativo. Um administrador pode marcá-la nas configurações do aplicativo.
cause-rejected = O Bitrix24 recusou a solicitação. Mostre esta mensagem a um administrador.
cause-busy = O Bitrix24 recebeu solicitações demais. Espere um minuto.
cause-operating-limit = O Bitrix24 bloqueou isto por até dez minutos, porque foi usado demais.
cause-unavailable = O Bitrix24 está fora do ar ou sobrecarregado.
cause-plan = O plano do seu Bitrix24 não inclui isto. Só quem o paga pode mudar isso.
cause-deleted = Este Bitrix24 foi excluído.
cause-blocked = O Bitrix24 bloqueou os aplicativos por sobrecarga. Um administrador pode procurar o suporte.
cause-network = A conexão com o Bitrix24 falhou. Verifique sua conexão com a internet.
cause-timeout = O Bitrix24 não respondeu a tempo. Ele pode estar ocupado ou a conexão pode estar lenta.
cause-unexpected-answer = O Bitrix24 deu uma resposta incompreensível. Se continuar, avise um administrador.
cause-no-connection = Esta página perdeu o Bitrix24. Feche-a e abra-a novamente.
cause-conflict = Outra pessoa alterava a visualização ao mesmo tempo.
cause-aborted = Você cancelou.
cause-fault = Há algo errado com esta página. Feche-a e abra-a novamente. Se não ajudar, avise os autores do aplicativo.

tabs = Telas
goes-on = Em andamento
tab-my-view = Minha visualização

## People, comparison, runs over many people
tab-people = Pessoas
people-title = Pessoas
people-lead = Quem tem uma visualização própria dos cartões de contatos. Selecione pessoas para redefinir, substituir ou guardar as visualizações delas, ou uma ou duas para comparar.
reading-people = Lendo quem está aqui…
people-unread = Não foi possível ler todas as pessoas
nobody-there = Neste Bitrix24 não há ninguém que o aplicativo possa ver.
nobody-found = Ninguém foi encontrado.
nobody-found-yet = Ninguém foi encontrado até agora.
find-people = Pesquisar
find-everybody = Mostrar todos
department = Departamento
all-departments = Todos os departamentos
own-only = Somente com visualização própria
selected-only = Somente as selecionadas
select-in-portal = Escolher no Bitrix24…
select-ids = Inserir IDs…
ids-hint = IDs de pessoas, com qualquer separador
select-these = Selecionar estas pessoas
ids-unknown = Nem todos foram encontrados
ids-unknown-text = Ninguém tem estes IDs: { $ids }.
ids-none-text = Não há nenhum ID no que você inseriu. Um ID é um número, como no endereço de um perfil.
selected-people =
    { $people ->
        [one] { $people } pessoa selecionada
        [many] { $people } de pessoas selecionadas
       *[other] { $people } pessoas selecionadas
    }
select-found =
    { $people ->
        [one] Selecionar { $people } encontrada
        [many] Selecionar todas as { $people } encontradas
       *[other] Selecionar todas as { $people } encontradas
    }
select-nobody = Limpar seleção
reset-many = Redefinir…
give-many = Dar uma visualização…
back-up = Guardar cópias
compare = Comparar
found-people =
    { $people ->
        [one] { $people } pessoa
        [many] { $people } de pessoas
       *[other] { $people } pessoas
    }
found-part = { $read } de { $total } pessoas foram lidas.
reading-views =
    { $people ->
        [one] Lendo mais { $people } visualização…
        [many] Lendo mais { $people } de visualizações…
       *[other] Lendo mais { $people } visualizações…
    }
views-unread = Algumas visualizações não puderam ser lidas
people-caption = Pessoas e suas visualizações
person = Pessoa
select-page = selecionar todos nesta página
column-own = Visualização própria
column-size = Conteúdo
column-differs = Difere da comum
yes = Sim
no = Não
not-readable = Não pode ser lida
view-size = { section-count }, { field-count }
pages = Páginas da tabela
previous = Anterior
next = Próxima
page-range = { $first }–{ $last } de { $total }
find-person = Pesquisar uma pessoa
found-persons = Pessoas encontradas
more-people =
    { $people ->
        [one] e mais { $people }
        [many] e mais { $people }
       *[other] e mais { $people }
    }
other-person = Escolher outra pessoa
give-which = Qual visualização elas devem receber?
compare-which = Com qual visualização comparar?
source-common = A visualização comum
source-person = A visualização de uma pessoa
source-backup = Uma visualização de uma cópia de segurança
choose-backup = Cópia de segurança
accept-view = Continuar
no-view-there = Não há visualização ali
no-view-there-common = Não há visualização comum: os contatos aparecem como o próprio Bitrix24 os organiza.
no-view-there-person = Esta pessoa não tem uma visualização própria.
view-unread = Não foi possível ler a visualização
comparison = Comparação
back-to-people = Voltar à lista
compare-other = Comparar com outra visualização…
swap = Trocar os lados
no-view-to-compare = Não há visualização própria. Os contatos aparecem como na visualização comum ou como o próprio Bitrix24 os organiza.
compared-same = Ambas têm os mesmos campos nos mesmos lugares.
compared-different = Está marcado o que difere da outra visualização.
missing-here = Não estão nesta visualização
not-compared = Não foi possível ler as visualizações
type-number = Digite { $number } para confirmar:
ask-reset-many =
    { $people ->
        [one] Redefinir a visualização de { $people } pessoa?
        [many] Redefinir as visualizações de { $people } de pessoas?
       *[other] Redefinir as visualizações de { $people } pessoas?
    }
ask-reset-many-text = As visualizações próprias delas são removidas; os dados dos contatos ficam como estão. Antes é guardada uma cópia de cada visualização, para que você possa desfazer. Quem não tem visualização própria é deixado de fora.
confirm-reset-many = Redefinir as visualizações
ask-give-many =
    { $people ->
        [one] Dar esta visualização a { $people } pessoa?
        [many] Dar esta visualização a { $people } de pessoas?
       *[other] Dar esta visualização a { $people } pessoas?
    }
ask-give-many-text = “{ $name }” fica no lugar das visualizações próprias delas. Antes é guardada uma cópia de cada uma, para que você possa desfazer.
confirm-give-many = Dar a visualização
run-reset = Redefinindo visualizações: { $done } de { $total }…
run-give = Dando a visualização: { $done } de { $total }…
run-restore = Recuperando visualizações: { $done } de { $total }…
run-back-up = Guardando cópias: { $done } de { $total }…
time-left = Tempo restante: cerca de { $time }.
time-left-unknown = Ainda não se sabe quanto tempo isso leva.
run-not-lasting = Deixe esta página aberta: este navegador não guarda cópias além dela.
run-closing = Você pode fechar esta página: o que tiver sido feito até lá poderá ser desfeito aqui mais tarde.
run-closing-back-up = Isso não muda a visualização de ninguém.
stop = Parar
stop-now = Parar imediatamente
report-reset = As visualizações estão redefinidas
report-give = A visualização foi dada
report-restore = As visualizações estão de volta
report-back-up = As cópias das visualizações estão guardadas
report-back-up-text = Elas estão em “Cópias”.
report-reset-incomplete = Nem todas as visualizações estão redefinidas
report-give-incomplete = Nem todos têm a visualização
report-restore-incomplete = Nem todas as visualizações estão de volta
report-back-up-incomplete = Nem todas as visualizações têm cópias guardadas
report-interrupted = Iniciado em { $date }; a página foi fechada antes do fim.
report-stopped = Terminou antes do tempo.
outcome-done =
    { $people ->
        [one] Feito para { $people } pessoa
        [many] Feito para { $people } de pessoas
       *[other] Feito para { $people } pessoas
    }
outcome-nothing =
    { $people ->
        [one] Nada a fazer para { $people } pessoa
        [many] Nada a fazer para { $people } de pessoas
       *[other] Nada a fazer para { $people } pessoas
    }
outcome-refused =
    { $people ->
        [one] Recusado para { $people } pessoa
        [many] Recusado para { $people } de pessoas
       *[other] Recusado para { $people } pessoas
    }
outcome-unknown =
    { $people ->
        [one] Não se sabe para { $people } pessoa
        [many] Não se sabe para { $people } de pessoas
       *[other] Não se sabe para { $people } pessoas
    }
outcome-left =
    { $people ->
        [one] Não feito para { $people } pessoa
        [many] Não feito para { $people } de pessoas
       *[other] Não feito para { $people } pessoas
    }
look-again = Olhar de novo
retry-rest = Tentar o restante de novo
undo-all = Desfazer tudo
report-json = Relatório em JSON
report-csv = Relatório em CSV
close = Fechar
looking = Lendo visualizações…
not-undone-all = As visualizações não foram recuperadas
ask-undo-newer =
    { $people ->
        [one] { $people } pessoa organizou outra visualização desde então
        [many] { $people } de pessoas organizaram outras visualizações desde então
       *[other] { $people } pessoas organizaram outras visualizações desde então
    }
ask-undo-newer-text = { $names }: a visualização anterior ocupa o lugar da nova. Uma cópia de segurança da nova fica guardada.
confirm-undo-newer = Desfazer para todos
undo-others =
    { $others ->
        [one] Desfazer somente para { $others } outra pessoa
        [many] Desfazer somente para as { $others } outras
       *[other] Desfazer somente para as { $others } outras
    }
tab-common-view = Visualização comum
tab-backups = Cópias
tab-help = Ajuda
dark = Cores escuras
light = Cores claras

# Common view
common-lead = A organização dos cartões de contatos que todos podem usar. Quem não tem uma visualização própria tem esta.
common-none = Não há visualização comum. Os contatos aparecem como o próprio Bitrix24 os organiza.
common-to-standard = A organização padrão do Bitrix24. As visualizações próprias permanecem.
common-give = Usar a visualização de alguém…
common-everyone = Definir para todos…
common-give-which = Qual visualização deve ser a comum?
common-same = Ela tem os mesmos campos nos mesmos lugares que a visualização comum.
common-differences = Está marcado o que difere da visualização comum.
common-reading = Lendo a visualização comum…
common-resetting = Redefinindo a visualização comum…
common-undoing = Recuperando a visualização comum…
common-giving = Definindo a visualização comum…
common-setting = Definindo a visualização comum para todos…
common-ask-reset = Redefinir a visualização comum?
common-ask-reset-text = A visualização comum, que você vê abaixo, será removida: { section-count }, { field-count }. Quem não tem uma visualização própria recebe a organização padrão do Bitrix24. Você pode desfazer.
common-ask-replace = Substituir a visualização comum de agora?
common-ask-replace-text = A visualização comum mudou desde então, você a vê abaixo: { section-count }, { field-count }. A visualização de { $date } ocupa o lugar dela. Uma cópia de segurança da atual fica guardada.
common-ask-give = Tornar esta a visualização comum?
common-ask-give-text = “{ $name }” ocupa o lugar da visualização comum. Quem não tem uma visualização própria a recebe. Uma cópia de segurança da visualização comum fica guardada, e você pode desfazer.
confirm-give = Tornar comum
common-ask-everyone = Definir a visualização comum para todos?
common-ask-everyone-text =
    { $people ->
        [one] { $people } pessoa perde a visualização própria e recebe a comum. Ela está guardada neste navegador, e “Desfazer” a recupera; sem a cópia ninguém consegue.
       *[other] { $people } pessoas perdem as visualizações próprias e recebem a comum. Elas estão guardadas neste navegador, e “Desfazer” as recupera; sem as cópias ninguém consegue.
    }
common-everyone-limits = Não é guardado qual das duas visualizações estava escolhida, nem as visualizações de quem saiu da empresa.
common-ask-everyone-nobody-text = Ninguém tem uma visualização própria. Quem escolheu “Minha visualização do formulário” recebe a comum.
common-changed-meanwhile = Enquanto isso, alguém organizou outra visualização
common-changed-meanwhile-text = Ela também foi guardada. Veja quem perde uma visualização e confirme mais uma vez.
common-everyone-closed = Iniciado em { $date }; a página foi fechada antes da sua confirmação. A visualização de ninguém foi alterada.
confirm-everyone = Definir para todos
save-backups = Salvar as cópias em um arquivo
common-reset-done = A visualização comum foi redefinida
common-reset-done-text = Quem não tem uma visualização própria tem a organização padrão do Bitrix24. Recarregue os contatos abertos.
common-undo-done = A visualização comum está de volta
common-undo-done-text = Ela está organizada como antes. Recarregue os contatos abertos.
common-undo-offer = A visualização comum foi redefinida
common-undo-offer-text = Você ainda pode recuperá-la como estava em { $date }.
common-nothing-to-reset = Não há nada para redefinir
common-nothing-to-reset-text = Já não há visualização comum.
common-given = A visualização comum está definida
common-given-text = Agora ela é “{ $name }”. Recarregue os contatos abertos.
common-for-everyone = Todos têm a visualização comum
common-for-everyone-text =
    { $people ->
        [one] { $people } visualização própria foi removida. Você a encontra em “Cópias”.
       *[other] { $people } visualizações próprias foram removidas. Você as encontra em “Cópias”.
    }
common-for-everyone-already = Todos têm a visualização comum
common-for-everyone-already-text = Ninguém tinha uma visualização própria.
common-not-read = Não foi possível ler a visualização comum
common-not-reset = A visualização comum não foi redefinida
common-reset-unknown = Não se sabe se a visualização comum foi redefinida
common-not-undone = A visualização comum não foi recuperada
common-undo-unknown = Não se sabe se a visualização comum está de volta
common-not-given = A visualização comum não foi definida
common-given-unknown = Não se sabe se a visualização comum foi definida
common-not-for-everyone = A visualização comum não foi definida para todos
common-for-everyone-unknown = Não se sabe se todos têm a visualização comum

# Backups
backups-title = Cópias de segurança
backups-lead = O que foi substituído ou redefinido aqui fica guardado neste navegador, só para você. Outros navegadores e dispositivos não o têm, e limpar os dados do navegador o remove: salve em um arquivo o que for importante.
backups-not-lasting = Este navegador não deixa a página guardar nada: as cópias se perdem quando você a fecha. Salve-as em um arquivo.
backups-of-this-page = O que está abaixo só fica guardado enquanto esta página estiver aberta. Salve em um arquivo.
backups-unread = Não foi possível ler suas cópias de segurança
backups-none = Ainda não há cópias. Cada visualização é guardada antes de ser redefinida ou substituída aqui.
backups-of-people =
    { $people ->
        [one] { $people } pessoa
       *[other] { $people } pessoas
    }
import = Ler de um arquivo…
save-all = Salvar tudo em um arquivo
restore = Restaurar…
restore-chosen =
    { $people ->
        [one] Restaurar { $people } visualização…
       *[other] Restaurar { $people } visualizações…
    }
preview = Prévia
choose-people = Escolher pessoas
save = Salvar em um arquivo
delete = Excluir
why-reset = Antes de uma redefinição
why-replaced = Antes que outra visualização ocupasse o lugar dela
why-everyone = Antes de definir a visualização comum para todos
why-hand = Guardada manualmente
why-import = De um arquivo
backup-taken = Como estava em { $date }.
backup-of-nothing = Não havia visualização.
backup-foreign = Esta cópia vem de outro Bitrix24, { $portal }, e só pode ser restaurada lá.
reading-backups = Lendo as cópias…
reading-file = Lendo o arquivo…
restoring = Restaurando…
deleting = Excluindo…
undoing-deletion = Mantendo a cópia…
ask-restore =
    { $people ->
        [one] Restaurar esta visualização?
       *[other] Restaurar { $people } visualizações?
    }
ask-restore-text = Volta a ser como era em { $date }.
ask-restore-newer-text =
    { $newer ->
        [one] Agora há outra visualização. A de { $date } ocupa o lugar dela. Uma cópia da atual fica guardada.
       *[other] Agora { $newer } pessoas têm outras visualizações. As de { $date } ocupam o lugar delas. Cópias das atuais ficam guardadas.
    }
confirm-restore = Restaurar
restored = A visualização foi restaurada
restored-text = Recarregue os contatos abertos.
not-restored = A visualização não foi restaurada
restored-unknown = Não se sabe se a visualização foi restaurada
imported =
    { $backups ->
        [one] { $backups } cópia foi lida
       *[other] { $backups } cópias foram lidas
    }
imported-text =
    { $known ->
        [0] Tudo o que havia no arquivo está na lista.
        [one] Mais { $known } já estava aqui.
       *[other] Mais { $known } já estavam aqui.
    }
imported-foreign-text = Algumas vêm de outro Bitrix24 e só podem ser restauradas lá.
nothing-imported = Não há nada de novo no arquivo
nothing-imported-text =
    { $known ->
        [one] A cópia que ele contém já está aqui.
       *[other] As { $known } cópias que ele contém já estão aqui.
    }
not-imported = Não há nenhuma cópia no arquivo
not-imported-text = “{ $file }” não contém nenhuma visualização de um cartão de contato salva aqui.
deleted =
    { $backups ->
        [one] A cópia foi excluída
       *[other] { $backups } cópias foram excluídas
    }
deleted-text = Enquanto esta página estiver aberta, você pode desfazer.

# Help
help-title = Ajuda
help-lead = O que você pode fazer aqui, quem pode fazê-lo e o que não é possível.
help-view = Minha visualização
help-view-text = Mostra como você organizou os cartões de contatos para si e o que fica no lugar após a redefinição. Redefinir remove a sua organização; os dados dos contatos nunca mudam. “Desfazer” a recupera, mesmo dias depois. Se outra visualização foi organizada desde então, você é perguntado antes.
help-common = Visualização comum
help-common-text = Mostra a organização que todos podem usar. Você pode redefini-la ou substituí-la por uma visualização que alguém organizou para si, ou por uma de uma cópia.
help-everyone = Definir para todos
help-everyone-text = Remove as visualizações próprias de todos, para que todos tenham a comum. Primeiro todas as visualizações são guardadas; depois você vê quem perde a sua. “Desfazer” devolve a de cada um.
help-people = Pessoas
help-people-text = Mostra quem tem uma visualização própria. Você pode redefinir, substituir ou guardar as visualizações de muitas pessoas, ou comparar duas. Você pode parar a qualquer momento. O relatório diz o que aconteceu com cada um e pode ser salvo.
help-backups = Cópias de segurança
help-backups-text = Antes que algo seja substituído ou removido aqui, é guardado neste navegador. Uma cópia contém seções e campos; não qual das duas visualizações estava escolhida, nem outras colunas. Você ou outro administrador pode ler um arquivo de cópias em outro navegador.
help-rights = Direitos
help-rights-text = Quem tem acesso ao CRM pode ler, redefinir e restaurar a própria visualização. As visualizações de outras pessoas e a comum exigem o direito de CRM “Permitir alterar configurações”. Sem ele, “Visualização comum” e “Pessoas” não estão aqui.
help-limits = Limites
help-limits-text = O Bitrix24 aceita duas solicitações por segundo. 1.000 pessoas levam cerca de um minuto, e uma redefinição com cópias, três. O Bitrix24 não pode bloquear uma visualização: o que alguém salva no mesmo segundo pode se perder.
help-version = Versão
