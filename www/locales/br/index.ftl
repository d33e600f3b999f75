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
