title = Cartão do contato
lead = Sua própria organização dos cartões de contatos e o que fica no lugar dela após a redefinição.
which-view = Esta página não consegue saber com qual visualização seus contatos abrem. A visualização é escolhida no cartão do contato.
my-view = Minha visualização do formulário
common-view = Visualização comum do formulário
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
ask-replace-text = Depois da redefinição você organizou outra visualização, que vê abaixo: { section-count }, { field-count }. Ela se perde quando a visualização de { $date } ocupar o lugar dela.
confirm-replace = Substituir a visualização
reset-done = Sua visualização foi redefinida
reset-done-text = “Minha visualização do formulário” não tem mais uma organização própria. Recarregue os contatos abertos.
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
people-lead = Quem tem uma visualização própria dos cartões de contatos. Selecione pessoas para redefinir, substituir, guardar ou comparar as visualizações delas.
reading-people = Lendo quem está aqui…
people-unread = Não foi possível ler todas as pessoas
nobody-there = Neste Bitrix24 não há ninguém que o aplicativo possa ver.
nobody-found = Ninguém foi encontrado.
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
stop = Parar
stop-now = Parar imediatamente
report-reset = As visualizações estão redefinidas
report-give = A visualização foi dada
report-restore = As visualizações estão de volta
report-back-up = As cópias das visualizações estão guardadas
report-reset-incomplete = Nem todas as visualizações estão redefinidas
report-give-incomplete = Nem todos têm a visualização
report-restore-incomplete = Nem todas as visualizações estão de volta
report-back-up-incomplete = Nem todas as visualizações têm cópias guardadas
report-interrupted = Isto estava em andamento quando a página foi fechada em { $date }.
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
ask-undo-newer-text = Ela se perde quando a visualização anterior fica no lugar dela: { $names }.
confirm-undo-newer = Desfazer para todos
undo-others =
    { $others ->
        [one] Desfazer somente para { $others } outra pessoa
        [many] Desfazer somente para as { $others } outras
       *[other] Desfazer somente para as { $others } outras
    }
