title = Карточка контакта
lead = Ваш собственный вид карточки контакта и то, что заменит его после сброса.
which-view = Эта страница не может узнать, с каким видом открываются ваши контакты. Вид выбирают в карточке контакта.
my-view = Мой вид карточки
common-view = Общий вид карточки
after-reset = После сброса
after-reset-common = После сброса: Общий вид карточки
no-own-view = Собственного вида у вас нет. Это общий вид, доступный всем.
no-view = У вас нет собственного вида, и общего вида тоже нет. Контакты выглядят так, как их показывает сам Битрикс24.
reset-to-standard = Общего вида нет. После сброса контакты выглядят так, как их показывает сам Битрикс24.
common-unread = Не удалось прочитать общий вид.
same = В общем виде те же поля на тех же местах.
differences = Отмечено то, что отличается от вашего вида.
moved = Перемещено
added = Добавлено
missing = Отсутствует
missing-fields = Нет в общем виде
always = Показывать всегда
untitled = Раздел без названия
no-fields = Нет полей
field-company = Компания
field-requisites = Реквизиты
field-observer = Наблюдатели
field-utm = UTM-метки
reset = Сбросить…
download = Скачать резервную копию
undo = Вернуть
again = Повторить
look = Посмотреть вид
cancel = Отмена
copy = Скопировать
copied = Скопировано
installation = Установка
details = Для администратора
said = Ответ Битрикс24:
connecting = Подключение к Битрикс24…
reading = Чтение вашего вида…
reading-common = Чтение общего вида…
resetting = Сброс вашего вида…
undoing = Возврат вашего вида…
section-count =
    { $sections ->
        [one] { $sections } раздел
        [few] { $sections } раздела
       *[other] { $sections } разделов
    }
field-count =
    { $fields ->
        [one] { $fields } поле
        [few] { $fields } поля
       *[other] { $fields } полей
    }
ask-reset = Сбросить ваш вид?
ask-reset-text = Будет удалён ваш собственный вид, показанный ниже: { section-count }, { field-count }. Контакты и их данные не изменятся, как и виды других сотрудников. Сброс можно отменить.
confirm-reset = Сбросить вид
ask-replace = Заменить нынешний вид?
ask-replace-text = После сброса вы настроили другой вид, он показан ниже: { section-count }, { field-count }. Он пропадёт, когда его место займёт вид, сохранённый { $date }.
confirm-replace = Заменить вид
reset-done = Ваш вид сброшен
reset-done-text = В «Моём виде карточки» больше нет ваших настроек. Обновите открытые контакты.
undo-done = Ваш вид возвращён
undo-done-text = «Мой вид карточки» настроен как прежде. Обновите открытые контакты.
undo-offer = Ваш вид был сброшен
undo-offer-text = Его ещё можно вернуть таким, каким он был { $date }.
nothing-to-reset = Сбрасывать нечего
nothing-to-reset-text = Ваш вид уже сброшен в другом месте.
not-connected = Страница не соединена с Битрикс24
not-read = Не удалось прочитать ваш вид
not-reset = Ваш вид не сброшен
reset-unknown = Неизвестно, сброшен ли ваш вид
not-undone = Ваш вид не возвращён
undo-unknown = Неизвестно, возвращён ли ваш вид
cause-outside = Эта страница работает внутри Битрикс24. Откройте её там: в карточке контакта или среди приложений.
cause-not-loaded = Библиотека Битрикс24 не загрузилась. Проверьте подключение к интернету и не мешает ли блокировщик рекламы.
cause-silent = Битрикс24 не ответил этой странице.
cause-offline = Устройство не в сети. Подключите его к интернету.
cause-access-denied = У вас нет доступа к этой части CRM. Его может дать администратор вашего Битрикс24.
cause-auth = Битрикс24 не принял приложение. Закройте страницу и откройте её снова. Если не поможет, сообщите администратору.
cause-scope = Приложению не хватает права доступа. Администратор может отметить его в настройках приложения.
cause-rejected = Битрикс24 отклонил запрос. Покажите это сообщение администратору.
cause-busy = К Битрикс24 было слишком много запросов. Подождите минуту.
cause-operating-limit = Битрикс24 заблокировал это действие на время до десяти минут: оно выполнялось слишком часто.
cause-unavailable = Битрикс24 не работает или перегружен.
cause-plan = Тариф вашего Битрикс24 этого не включает. Изменить это может только тот, кто его оплачивает.
cause-deleted = Этот Битрикс24 удалён.
cause-blocked = Битрикс24 заблокировал приложения из-за перегрузки. Администратор может обратиться в поддержку.
cause-network = Связь с Битрикс24 прервалась. Проверьте подключение к интернету.
cause-timeout = Битрикс24 не ответил вовремя. Возможно, он занят или соединение медленное.
cause-unexpected-answer = Битрикс24 дал непонятный ответ. Если это повторится, сообщите администратору.
cause-no-connection = Страница потеряла Битрикс24. Закройте её и откройте снова.
cause-conflict = Кто-то другой в это же время менял вид.
cause-aborted = Вы отменили это.
cause-fault = На странице произошла ошибка. Закройте её и откройте снова. Если не поможет, сообщите разработчикам приложения.

tabs = Экраны
goes-on = Выполняется
tab-my-view = Мой вид

## People, comparison, runs over many people
tab-people = Сотрудники
people-title = Сотрудники
people-lead = У кого есть собственный вид карточки контакта. Выберите сотрудников, чтобы сбросить, заменить, сохранить или сравнить их виды.
reading-people = Чтение списка сотрудников…
people-unread = Прочитан не весь список сотрудников
nobody-there = В этом Битрикс24 нет никого, кого приложение может видеть.
nobody-found = Никто не найден.
find-people = Поиск
find-everybody = Показать всех
department = Отдел
all-departments = Все отделы
own-only = Только с собственным видом
selected-only = Только выбранные
select-in-portal = Выбрать в Битрикс24…
select-ids = Ввести ID…
ids-hint = ID сотрудников через любой разделитель
select-these = Выбрать их
ids-unknown = Найдены не все
ids-unknown-text = Таких ID нет ни у кого: { $ids }.
ids-none-text = В введённом тексте нет ID. ID — это число, как в адресе профиля сотрудника.
selected-people =
    { $people ->
        [one] Выбран { $people } сотрудник
        [few] Выбраны { $people } сотрудника
        [many] Выбрано { $people } сотрудников
       *[other] Выбрано { $people } сотрудника
    }
select-found =
    { $people ->
        [one] Выбрать { $people } найденного
        [few] Выбрать всех найденных: { $people }
        [many] Выбрать всех найденных: { $people }
       *[other] Выбрать всех найденных: { $people }
    }
select-nobody = Снять выбор
reset-many = Сбросить…
give-many = Назначить вид…
back-up = Сохранить копии
compare = Сравнить
found-people =
    { $people ->
        [one] { $people } сотрудник
        [few] { $people } сотрудника
        [many] { $people } сотрудников
       *[other] { $people } сотрудника
    }
found-part = Прочитано { $read } из { $total }.
reading-views =
    { $people ->
        [one] Чтение ещё { $people } вида…
        [few] Чтение ещё { $people } видов…
        [many] Чтение ещё { $people } видов…
       *[other] Чтение ещё { $people } вида…
    }
views-unread = Некоторые виды не удалось прочитать
people-caption = Сотрудники и их виды карточки
person = Сотрудник
select-page = выбрать всех на этой странице
column-own = Собственный вид
column-size = Содержимое
column-differs = Отличается от общего
yes = Да
no = Нет
not-readable = Не читается
view-size = { section-count }, { field-count }
pages = Страницы таблицы
previous = Назад
next = Вперёд
page-range = { $first }–{ $last } из { $total }
find-person = Поиск сотрудника
found-persons = Найденные сотрудники
more-people =
    { $people ->
        [one] и ещё { $people }
        [few] и ещё { $people }
        [many] и ещё { $people }
       *[other] и ещё { $people }
    }
other-person = Выбрать другого
give-which = Какой вид им назначить?
compare-which = С каким видом сравнить?
source-common = Общий вид
source-person = Вид сотрудника
source-backup = Вид из резервной копии
choose-backup = Резервная копия
accept-view = Продолжить
no-view-there = Такого вида нет
no-view-there-common = Общего вида нет: контакты выглядят так, как их располагает сам Битрикс24.
no-view-there-person = У этого сотрудника нет собственного вида.
view-unread = Не удалось прочитать вид
comparison = Сравнение
back-to-people = Назад к списку
compare-other = Сравнить с другим видом…
swap = Поменять местами
no-view-to-compare = Собственного вида нет. Контакты выглядят как в общем виде или так, как их располагает сам Битрикс24.
compared-same = В обоих те же поля на тех же местах.
compared-different = Отмечено то, что отличается от другого вида.
missing-here = Нет в этом виде
not-compared = Не удалось прочитать виды
type-number = Для подтверждения введите { $number }:
ask-reset-many =
    { $people ->
        [one] Сбросить вид у { $people } сотрудника?
        [few] Сбросить виды у { $people } сотрудников?
        [many] Сбросить виды у { $people } сотрудников?
       *[other] Сбросить виды у { $people } сотрудника?
    }
ask-reset-many-text = Их собственные виды будут удалены; данные контактов не изменятся. Перед этим сохраняется копия каждого вида, так что сброс можно отменить. Те, у кого собственного вида нет, пропускаются.
confirm-reset-many = Сбросить виды
ask-give-many =
    { $people ->
        [one] Назначить этот вид { $people } сотруднику?
        [few] Назначить этот вид { $people } сотрудникам?
        [many] Назначить этот вид { $people } сотрудникам?
       *[other] Назначить этот вид { $people } сотрудника?
    }
ask-give-many-text = «{ $name }» заменит их собственные виды. Перед этим сохраняется копия каждого из них, так что замену можно отменить.
confirm-give-many = Назначить вид
run-reset = Сброс видов: { $done } из { $total }…
run-give = Назначение вида: { $done } из { $total }…
run-restore = Возврат видов: { $done } из { $total }…
run-back-up = Сохранение копий: { $done } из { $total }…
time-left = Осталось примерно { $time }.
time-left-unknown = Сколько это займёт, пока неизвестно.
run-not-lasting = Не закрывайте эту страницу: браузер хранит копии только до её закрытия.
run-closing = Страницу можно закрыть: то, что уже сделано, можно будет отменить здесь позже.
stop = Остановить
stop-now = Остановить сразу
report-reset = Виды сброшены
report-give = Вид назначен
report-restore = Виды возвращены
report-back-up = Копии видов сохранены
report-reset-incomplete = Сброшены не все виды
report-give-incomplete = Вид назначен не всем
report-restore-incomplete = Возвращены не все виды
report-back-up-incomplete = Сохранены копии не всех видов
report-interrupted = Это выполнялось, когда страницу закрыли { $date }.
report-stopped = Выполнение прервалось.
outcome-done =
    { $people ->
        [one] Готово: { $people } сотрудник
        [few] Готово: { $people } сотрудника
        [many] Готово: { $people } сотрудников
       *[other] Готово: { $people } сотрудника
    }
outcome-nothing =
    { $people ->
        [one] Нечего делать: { $people } сотрудник
        [few] Нечего делать: { $people } сотрудника
        [many] Нечего делать: { $people } сотрудников
       *[other] Нечего делать: { $people } сотрудника
    }
outcome-refused =
    { $people ->
        [one] Отказано: { $people } сотрудник
        [few] Отказано: { $people } сотрудника
        [many] Отказано: { $people } сотрудников
       *[other] Отказано: { $people } сотрудника
    }
outcome-unknown =
    { $people ->
        [one] Неизвестно: { $people } сотрудник
        [few] Неизвестно: { $people } сотрудника
        [many] Неизвестно: { $people } сотрудников
       *[other] Неизвестно: { $people } сотрудника
    }
outcome-left =
    { $people ->
        [one] Не сделано: { $people } сотрудник
        [few] Не сделано: { $people } сотрудника
        [many] Не сделано: { $people } сотрудников
       *[other] Не сделано: { $people } сотрудника
    }
look-again = Посмотреть ещё раз
retry-rest = Повторить для остальных
undo-all = Вернуть всё
report-json = Отчёт в JSON
report-csv = Отчёт в CSV
close = Закрыть
looking = Чтение видов…
not-undone-all = Виды не возвращены
ask-undo-newer =
    { $people ->
        [one] { $people } сотрудник с тех пор настроил другой вид
        [few] { $people } сотрудника с тех пор настроили другие виды
        [many] { $people } сотрудников с тех пор настроили другие виды
       *[other] { $people } сотрудника с тех пор настроили другие виды
    }
ask-undo-newer-text = Новый вид пропадёт, когда его заменит прежний: { $names }.
confirm-undo-newer = Вернуть у всех
undo-others =
    { $others ->
        [one] Вернуть только у { $others } другого
        [few] Вернуть только у { $others } других
        [many] Вернуть только у { $others } других
       *[other] Вернуть только у { $others } других
    }
