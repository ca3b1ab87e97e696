<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="ru" sourcelanguage="en">
  <context>
    <name>AboutSection</name>
    <message>
      <source>Version {version}</source>
      <translation>Версия {version}</translation>
    </message>
    <message>
      <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. It shows facts and never says whether a consent is valid in law.</source>
      <translation>Свободная программа под GNU General Public License версии 3 или новее, без каких-либо гарантий. Она показывает факты и не судит о юридической силе согласия.</translation>
    </message>
    <message>
      <source>Copy versions</source>
      <translation>Скопировать версии</translation>
    </message>
    <message>
      <source>Made with</source>
      <translation>Сделано с помощью</translation>
    </message>
    <message>
      <source>Copied.</source>
      <translation>Скопировано.</translation>
    </message>
  </context>
  <context>
    <name>ActivityPage</name>
    <message>
      <source>Search people and recordings</source>
      <translation>Поиск: люди и записи</translation>
    </message>
    <message>
      <source>Clear filters</source>
      <translation>Сбросить фильтры</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>Перейти</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Nothing fits</source>
      <translation>Ничего не нашлось</translation>
    </message>
    <message>
      <source>Search for another name, or clear the filters.</source>
      <translation>Ищите другое имя или сбросьте фильтры.</translation>
    </message>
    <message>
      <source>Nothing has happened yet</source>
      <translation>Пока ничего не было</translation>
    </message>
    <message>
      <source>Whatever you add, seal or change is entered into a log that nobody can change afterwards, you included. It begins with your first recording.</source>
      <translation>Всё, что вы добавляете, запечатываете или меняете, попадает в журнал, который потом никто не изменит, даже вы. Он начнётся с первой записи.</translation>
    </message>
    <message>
      <source>Go to the recordings</source>
      <translation>К записям</translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Журнал</translation>
    </message>
    <message>
      <source>Take it as it is…</source>
      <translation>Принять как есть…</translation>
    </message>
    <message>
      <source>Go to the settings</source>
      <translation>К настройкам</translation>
    </message>
    <message>
      <source>I know why, take it</source>
      <translation>Я знаю причину, принять</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>From here on this log counts as the right one, and what it lacks is not looked for any more. Do this after you restored a backup on purpose, and not otherwise.</source>
      <translation>С этого момента журнал считается верным, а недостающее больше не ищется. Делайте так, только если вы намеренно восстановили резервную копию.</translation>
    </message>
  </context>
  <context>
    <name>ActivityTable</name>
    <message>
      <source>Entries of the log</source>
      <translation>Записи журнала</translation>
    </message>
  </context>
  <context>
    <name>AdditionRow</name>
    <message>
      <source>Try again</source>
      <translation>Повторить</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>Убрать</translation>
    </message>
    <message>
      <source>Waiting for its turn</source>
      <translation>Ждёт своей очереди</translation>
    </message>
    <message>
      <source>Opening the file</source>
      <translation>Открытие файла</translation>
    </message>
  </context>
  <context>
    <name>AppearancesField</name>
    <message>
      <source>Nobody else</source>
      <translation>Больше никто</translation>
    </message>
    <message>
      <source>These</source>
      <translation>Указать</translation>
    </message>
    <message>
      <source>Your own material, in words</source>
      <translation>Свой материал, словами</translation>
    </message>
  </context>
  <context>
    <name>AskPage</name>
    <message>
      <source>Who is asking?</source>
      <translation>Кто спрашивает?</translation>
    </message>
    <message>
      <source>The card tells the partner your name or channel, and where a yes can be taken back. Fill in your profile once, then come back.</source>
      <translation>Карточка называет собеседнику ваше имя или канал и говорит, где отозвать согласие. Заполните профиль один раз и вернитесь.</translation>
    </message>
    <message>
      <source>Fill in the profile</source>
      <translation>Заполнить профиль</translation>
    </message>
    <message>
      <source>The card is in its own window</source>
      <translation>Карточка в отдельном окне</translation>
    </message>
    <message>
      <source>It stays on top while you chat. Close it, or bring it back here.</source>
      <translation>Оно остаётся поверх других, пока вы разговариваете. Закройте его или верните карточку сюда.</translation>
    </message>
    <message>
      <source>Bring it back</source>
      <translation>Вернуть сюда</translation>
    </message>
    <message>
      <source>Asked today</source>
      <translation>Спрошено сегодня</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>Спросить</translation>
    </message>
    <message>
      <source>Search languages</source>
      <translation>Поиск языка</translation>
    </message>
    <message>
      <source>Language to ask in</source>
      <translation>Язык вопроса</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Собеседник</translation>
    </message>
    <message>
      <source>A name to find the asking by, if you like</source>
      <translation>Имя, чтобы потом найти, если хотите</translation>
    </message>
    <message>
      <source>Open the card</source>
      <translation>Открыть карточку</translation>
    </message>
    <message>
      <source>What you ask for</source>
      <translation>О чём вы просите</translation>
    </message>
    <message>
      <source>Each use is asked by itself and may be refused by itself.</source>
      <translation>О каждом использовании спрашивают отдельно, и от каждого можно отказаться.</translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Хранилище открыто только для чтения.</translation>
    </message>
  </context>
  <context>
    <name>AskingRows</name>
    <message>
      <source>What you asked</source>
      <translation>Что вы спросили</translation>
    </message>
    <message>
      <source>Nothing was asked today. What you mark on a card waits here until you add the recording; the marks are then found in it by their time.</source>
      <translation>Сегодня вы никого не спрашивали. Отметки с карточки ждут здесь, пока вы не добавите запись: в ней они найдутся по времени.</translation>
    </message>
    <message>
      <source>Earlier, still waiting</source>
      <translation>Раньше, ещё ждут</translation>
    </message>
    <message>
      <source>On record</source>
      <translation>В хранилище</translation>
    </message>
    <message>
      <source>Open the card</source>
      <translation>Открыть карточку</translation>
    </message>
    <message>
      <source>Take {name} off the list</source>
      <translation>Убрать из списка: {name}</translation>
    </message>
  </context>
  <context>
    <name>AttachSheet</name>
    <message>
      <source>Search people</source>
      <translation>Поиск людей</translation>
    </message>
    <message>
      <source>Permissions on record</source>
      <translation>Записанные разрешения</translation>
    </message>
    <message>
      <source>Nobody on record fits.</source>
      <translation>Никто из записанных не подходит.</translation>
    </message>
    <message>
      <source>Add the conversation</source>
      <translation>Добавить разговор</translation>
    </message>
    <message>
      <source>Add to a permission</source>
      <translation>Добавить к разрешению</translation>
    </message>
    <message>
      <source>The same person once more? Choose what is on record; it then covers this.</source>
      <translation>Снова тот же человек? Выберите запись: она охватит и этот разговор.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
  </context>
  <context>
    <name>AttachmentsField</name>
    <message>
      <source>Add a file…</source>
      <translation>Добавить файл…</translation>
    </message>
    <message>
      <source>Pictures, PDF, text or sound. You can drop them here.</source>
      <translation>Изображения, PDF, текст или звук. Их можно перетащить сюда.</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>Добавить файлы</translation>
    </message>
    <message>
      <source>Label of the file</source>
      <translation>Подпись файла</translation>
    </message>
    <message>
      <source>What the file is</source>
      <translation>Что это за файл</translation>
    </message>
    <message>
      <source>Leave the file out</source>
      <translation>Не включать файл</translation>
    </message>
  </context>
  <context>
    <name>AuthoritiesSection</name>
    <message>
      <source>Time authorities</source>
      <translation>Службы времени</translation>
    </message>
    <message>
      <source>They sign the time at which a digest was shown to them, never the content. Two independent ones are worth more than one. They see the address of this computer.</source>
      <translation>Они подписывают время, когда им показали отпечаток, но не содержание. Две независимые лучше одной. Они видят адрес этого компьютера.</translation>
    </message>
    <message>
      <source>None chosen: the public roots are used.</source>
      <translation>Не выбран: действуют публичные корни.</translation>
    </message>
    <message>
      <source>Choose a root certificate…</source>
      <translation>Выбрать корневой сертификат…</translation>
    </message>
    <message>
      <source>Add authority</source>
      <translation>Добавить службу</translation>
    </message>
    <message>
      <source>Add another</source>
      <translation>Добавить другую</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Имя</translation>
    </message>
    <message>
      <source>Address (RFC 3161)</source>
      <translation>Адрес (RFC 3161)</translation>
    </message>
    <message>
      <source>No authority is set up.</source>
      <translation>Службы не настроены.</translation>
    </message>
    <message>
      <source>Use the public ones</source>
      <translation>Взять публичные</translation>
    </message>
    <message>
      <source>No authority is asked. Permissions are sealed without a time stamp.</source>
      <translation>Ни одна служба не запрашивается. Разрешения запечатываются без метки времени.</translation>
    </message>
    <message numerus="yes">
      <source>%n authority(ies) asked for every seal.</source>
      <translation>
        <numerusform>Для каждой печати запрашивается %n служба.</numerusform>
        <numerusform>Для каждой печати запрашиваются %n службы.</numerusform>
        <numerusform>Для каждой печати запрашивается %n служб.</numerusform>
      </translation>
    </message>
    <message>
      <source>Ask {name}</source>
      <translation>Запрашивать {name}</translation>
    </message>
    <message>
      <source>Demonstration, proves nothing</source>
      <translation>Демонстрация, ничего не доказывает</translation>
    </message>
    <message>
      <source>Own root</source>
      <translation>Свой корень</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Проверить</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Удалить {name}</translation>
    </message>
    <message>
      <source>{name} is no longer asked.</source>
      <translation>{name} больше не запрашивается.</translation>
    </message>
    <message>
      <source>Asking…</source>
      <translation>Запрос…</translation>
    </message>
    <message>
      <source>Test of {name}</source>
      <translation>Проверка {name}</translation>
    </message>
    <message>
      <source>It answered well. Its time: {time}.</source>
      <translation>Ответ верный. Её время: {time}.</translation>
    </message>
    <message>
      <source>Certificates ({patterns})</source>
      <translation>Сертификаты ({patterns})</translation>
    </message>
    <message numerus="yes">
      <source>%n certificate(s) pinned.</source>
      <translation>
        <numerusform>Закреплён %n сертификат.</numerusform>
        <numerusform>Закреплено %n сертификата.</numerusform>
        <numerusform>Закреплено %n сертификатов.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BackupsSection</name>
    <message>
      <source>Make a backup…</source>
      <translation>Создать копию…</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Резервные копии</translation>
    </message>
    <message>
      <source>To restore one, lock this vault, choose Other vaults and then Restore from a backup. A backup opens with the passphrase it was made under.</source>
      <translation>Чтобы восстановить копию, заблокируйте хранилище и выберите «Другие хранилища», затем «Восстановить из копии». Копия открывается той фразой, с которой создана.</translation>
    </message>
    <message>
      <source>A backup is an encrypted copy of the vault, read back and compared. Your recordings are not in it: copy them yourself.</source>
      <translation>Резервная копия — зашифрованная копия хранилища, прочитанная и сверенная. Записей в ней нет: копируйте их сами.</translation>
    </message>
    <message>
      <source>There is no backup yet. A stolen disk would take it all.</source>
      <translation>Копий ещё нет. С украденным диском пропадёт всё.</translation>
    </message>
    <message>
      <source>not found there</source>
      <translation>там не найдено</translation>
    </message>
    <message>
      <source>Where the backup goes</source>
      <translation>Куда сохранить копию</translation>
    </message>
    <message>
      <source>Backup made and compared.</source>
      <translation>Копия создана и сверена.</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Резервная копия</translation>
    </message>
  </context>
  <context>
    <name>BoxCanvas</name>
    <message>
      <source>Faces in the picture</source>
      <translation>Лица на изображении</translation>
    </message>
    <message numerus="yes">
      <source>%n face(s)</source>
      <translation>
        <numerusform>%n лицо</numerusform>
        <numerusform>%n лица</numerusform>
        <numerusform>%n лиц</numerusform>
      </translation>
    </message>
    <message>
      <source>{faces}, {blurred} blurred</source>
      <translation>{faces}, размыто: {blurred}</translation>
    </message>
  </context>
  <context>
    <name>BulkPanel</name>
    <message>
      <source>Working…</source>
      <translation>Выполняется…</translation>
    </message>
    <message>
      <source>How far it is, and the button to stop it, stand at the foot.</source>
      <translation>Ход работы и кнопка остановки — внизу окна.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Renew…</source>
      <translation>Продлить…</translation>
    </message>
    <message>
      <source>Export proofs…</source>
      <translation>Экспорт подтверждений…</translation>
    </message>
    <message>
      <source>Partners withdrew…</source>
      <translation>Собеседники отозвали…</translation>
    </message>
    <message>
      <source>A step is taken only where the status of a permission allows it.</source>
      <translation>Шаг выполняется только там, где это допускает статус разрешения.</translation>
    </message>
    <message>
      <source>New last day</source>
      <translation>Новый последний день</translation>
    </message>
    <message>
      <source>Renew</source>
      <translation>Продлить</translation>
    </message>
    <message>
      <source>Renew the permissions</source>
      <translation>Продлить разрешения</translation>
    </message>
    <message>
      <source>Only if every one of these partners said yes again.</source>
      <translation>Только если каждый из этих собеседников снова сказал «да».</translation>
    </message>
    <message>
      <source>No folder chosen</source>
      <translation>Папка не выбрана</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Выбрать папку…</translation>
    </message>
    <message>
      <source>Export proofs</source>
      <translation>Экспорт подтверждений</translation>
    </message>
    <message>
      <source>One file each, with the fields that are usually shown.</source>
      <translation>По файлу на каждое, с полями, которые обычно показывают.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Причина</translation>
    </message>
    <message>
      <source>All of these partners withdrew</source>
      <translation>Все эти собеседники отозвали разрешение</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>Отозвать</translation>
    </message>
    <message>
      <source>The partners withdrew</source>
      <translation>Собеседники отозвали разрешения</translation>
    </message>
    <message>
      <source>These permissions end at once and can never be given again here. This cannot be undone.</source>
      <translation>Эти разрешения сразу прекращаются, и здесь их нельзя дать снова. Отменить это нельзя.</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Причина, если хотите</translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) selected</source>
      <translation>
        <numerusform>Выбрано %n разрешение</numerusform>
        <numerusform>Выбрано %n разрешения</numerusform>
        <numerusform>Выбрано %n разрешений</numerusform>
      </translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Хранилище открыто только для чтения.</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Показать в папке</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Готово</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Выберите папку</translation>
    </message>
  </context>
  <context>
    <name>CardDelegate</name>
    <message>
      <source>file is away</source>
      <translation>файла нет на месте</translation>
    </message>
  </context>
  <context>
    <name>CardList</name>
    <message>
      <source>Videos you checked</source>
      <translation>Проверенные видео</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Открыть</translation>
    </message>
    <message>
      <source>Remove from the list</source>
      <translation>Убрать из списка</translation>
    </message>
  </context>
  <context>
    <name>CardView</name>
    <message>
      <source>Choose another language</source>
      <translation>Выбрать другой язык</translation>
    </message>
    <message>
      <source>Keep in a small window on top</source>
      <translation>Держать в маленьком окне поверх других</translation>
    </message>
    <message>
      <source>Next card</source>
      <translation>Следующая карточка</translation>
    </message>
    <message>
      <source>A fresh number for the next partner (Ctrl+N)</source>
      <translation>Новый номер для следующего собеседника (Ctrl+N)</translation>
    </message>
    <message>
      <source>Card to read aloud</source>
      <translation>Карточка для чтения вслух</translation>
    </message>
    <message>
      <source>Take the last mark back (Ctrl+Z)</source>
      <translation>Снять последнюю отметку (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Since the card was opened</source>
      <translation>С открытия карточки</translation>
    </message>
  </context>
  <context>
    <name>CauseCard</name>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>ещё %n</numerusform>
        <numerusform>ещё %n</numerusform>
        <numerusform>ещё %n</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ChangeLanes</name>
    <message>
      <source>What changes in picture and sound</source>
      <translation>Что меняется в изображении и звуке</translation>
    </message>
  </context>
  <context>
    <name>CheckHead</name>
    <message>
      <source>Views of this check</source>
      <translation>Виды этой проверки</translation>
    </message>
    <message>
      <source>Coverage</source>
      <translation>Покрытие</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>План</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Решение</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Правка</translation>
    </message>
    <message>
      <source>All checks</source>
      <translation>Все проверки</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Ещё</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>Скопировать как текст</translation>
    </message>
    <message>
      <source>Save the report…</source>
      <translation>Сохранить отчёт…</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Проверить снова</translation>
    </message>
    <message>
      <source>Compare with a timeline…</source>
      <translation>Сравнить с монтажной шкалой…</translation>
    </message>
    <message>
      <source>Remove from the list</source>
      <translation>Убрать из списка</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Клавиши</translation>
    </message>
    <message>
      <source>While editing</source>
      <translation>При правке</translation>
    </message>
  </context>
  <context>
    <name>CheckOverview</name>
    <message>
      <source>Needs a decision</source>
      <translation>Требует решения</translation>
    </message>
    <message>
      <source>In this video</source>
      <translation>В этом видео</translation>
    </message>
    <message>
      <source>picture {picture}, sound {sound}</source>
      <translation>изображение {picture}, звук {sound}</translation>
    </message>
    <message>
      <source>Cuts that may change the meaning</source>
      <translation>Склейки, которые могут менять смысл</translation>
    </message>
    <message>
      <source>In the recording: {range}</source>
      <translation>В записи: {range}</translation>
    </message>
    <message>
      <source>Your timeline</source>
      <translation>Ваша монтажная шкала</translation>
    </message>
    <message numerus="yes">
      <source>Compared with %n recording(s).</source>
      <translation>
        <numerusform>Сравнивалось с %n записью.</numerusform>
        <numerusform>Сравнивалось с %n записями.</numerusform>
        <numerusform>Сравнивалось с %n записями.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n recording(s) cannot be compared yet.</source>
      <translation>
        <numerusform>%n запись пока нельзя сравнить.</numerusform>
        <numerusform>%n записи пока нельзя сравнить.</numerusform>
        <numerusform>%n записей пока нельзя сравнить.</numerusform>
      </translation>
    </message>
    <message>
      <source>Rules: {names}</source>
      <translation>Правила: {names}</translation>
    </message>
  </context>
  <context>
    <name>CheckPage</name>
    <message>
      <source>Check a video…</source>
      <translation>Проверить видео…</translation>
    </message>
    <message>
      <source>Check a video</source>
      <translation>Проверка видео</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Сохранить отчёт</translation>
    </message>
    <message>
      <source>Timelines</source>
      <translation>Монтажные шкалы</translation>
    </message>
    <message>
      <source>Compare with a timeline</source>
      <translation>Сравнить с монтажной шкалой</translation>
    </message>
  </context>
  <context>
    <name>CheckSection</name>
    <message>
      <source>Check the vault</source>
      <translation>Проверить хранилище</translation>
    </message>
    <message>
      <source>Vault check</source>
      <translation>Проверка хранилища</translation>
    </message>
    <message>
      <source>Opens every record and piece of evidence, and computes the log again. What is damaged is named; the rest stays readable.</source>
      <translation>Открывает каждое разрешение и доказательство и пересчитывает журнал. Повреждённое называется, остальное читается.</translation>
    </message>
    <message>
      <source>Storage</source>
      <translation>Место на диске</translation>
    </message>
    <message>
      <source>On disk: {size}. Permissions: {records}, recordings: {recordings}. The recordings themselves stay where they are and are not counted. Folder: {folder}</source>
      <translation>На диске: {size}. Разрешения: {records}, записи: {recordings}. Сами записи остаются на месте и не считаются. Папка: {folder}</translation>
    </message>
    <message>
      <source>{records} records, {evidence} pieces of evidence and {entries} log entries were looked at.</source>
      <translation>Проверено: разрешений {records}, доказательств {evidence}, строк журнала {entries}.</translation>
    </message>
    <message>
      <source>All is as it was written.</source>
      <translation>Всё так, как было записано.</translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) are damaged.</source>
      <translation>
        <numerusform>Повреждён %n элемент.</numerusform>
        <numerusform>Повреждено %n элемента.</numerusform>
        <numerusform>Повреждено %n элементов.</numerusform>
      </translation>
    </message>
    <message>
      <source>Do not delete anything. Restore the newest backup beside it and compare.</source>
      <translation>Ничего не удаляйте. Восстановите рядом последнюю копию и сравните.</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>База данных</translation>
    </message>
    <message>
      <source>Permission</source>
      <translation>Разрешение</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Доказательство</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Журнал</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>Заголовок</translation>
    </message>
  </context>
  <context>
    <name>ConsentPanel</name>
    <message>
      <source>Export proof</source>
      <translation>Экспорт подтверждения</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Изменить…</translation>
    </message>
    <message>
      <source>Add a file…</source>
      <translation>Добавить файл…</translation>
    </message>
    <message>
      <source>Permissions</source>
      <translation>Разрешения</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Доказательство</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>Уровень</translation>
    </message>
    <message>
      <source>History</source>
      <translation>История</translation>
    </message>
    <message>
      <source>Mark a new answer…</source>
      <translation>Отметить новый ответ…</translation>
    </message>
  </context>
  <context>
    <name>ConversationList</name>
    <message>
      <source>Conversations</source>
      <translation>Разговоры</translation>
    </message>
  </context>
  <context>
    <name>ConversationModel</name>
    <message>
      <source>{number}. {partner}, {range}, {status}, {confidence}</source>
      <translation>{number}. {partner}, {range}, {status}, {confidence}</translation>
    </message>
  </context>
  <context>
    <name>ConversationPart</name>
    <message>
      <source>Name the partner</source>
      <translation>Назовите собеседника</translation>
    </message>
    <message>
      <source>Name of the partner</source>
      <translation>Имя собеседника</translation>
    </message>
    <message>
      <source>All conversations</source>
      <translation>Все разговоры</translation>
    </message>
    <message>
      <source>Split at the playhead (S)</source>
      <translation>Разделить здесь (S)</translation>
    </message>
    <message>
      <source>Merge with the next (M)</source>
      <translation>Объединить со следующим (M)</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Исключить</translation>
    </message>
    <message>
      <source>Mark permission</source>
      <translation>Отметить разрешение</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>They said no</source>
      <translation>Сказали «нет»</translation>
    </message>
    <message>
      <source>No clear answer</source>
      <translation>Нет ясного ответа</translation>
    </message>
    <message>
      <source>Add to a permission on record…</source>
      <translation>Добавить к записанному разрешению…</translation>
    </message>
    <message>
      <source>Nothing is on record about this conversation.</source>
      <translation>Об этом разговоре ещё ничего не записано.</translation>
    </message>
    <message>
      <source>Conversation {number}</source>
      <translation>Разговор {number}</translation>
    </message>
    <message>
      <source>{range}, {length} long</source>
      <translation>{range}, длина {length}</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Вернуть</translation>
    </message>
    <message>
      <source>Check where it begins and ends, and move the edges if need be.</source>
      <translation>Проверьте начало и конец и при нужде сдвиньте края.</translation>
    </message>
  </context>
  <context>
    <name>ConversationsPart</name>
    <message>
      <source>Marked stretch</source>
      <translation>Отмеченный отрезок</translation>
    </message>
    <message>
      <source>Make it a conversation</source>
      <translation>Сделать разговором</translation>
    </message>
    <message>
      <source>Forget</source>
      <translation>Забыть</translation>
    </message>
    <message>
      <source>No conversation was found. Mark one by hand: I where it begins, O where it ends, then N.</source>
      <translation>Разговоров не найдено. Отметьте вручную: I в начале, O в конце, затем N.</translation>
    </message>
    <message numerus="yes">
      <source>%n conversation(s)</source>
      <translation>
        <numerusform>%n разговор</numerusform>
        <numerusform>%n разговора</numerusform>
        <numerusform>%n разговоров</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them should be looked at.</source>
      <translation>
        <numerusform>%n из них стоит проверить.</numerusform>
        <numerusform>%n из них стоит проверить.</numerusform>
        <numerusform>%n из них стоит проверить.</numerusform>
      </translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>{start} до {end}</translation>
    </message>
  </context>
  <context>
    <name>CountryField</name>
    <message>
      <source>Not stated</source>
      <translation>Не указано</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>Something broke</source>
      <translation>Что-то сломалось</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Подробности</translation>
    </message>
    <message>
      <source>This is a fault in ConsentKit, not something you did. What was sealed before is safe. What you were just doing may not have been kept.</source>
      <translation>Это ошибка ConsentKit, а не ваша. Всё запечатанное ранее в сохранности. То, что вы делали сейчас, могло не сохраниться.</translation>
    </message>
    <message>
      <source>Close and open ConsentKit again. The details below name no person, file or folder; please send them along when you report it.</source>
      <translation>Закройте и снова откройте ConsentKit. В подробностях нет имён, файлов и папок; приложите их к сообщению об ошибке.</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Скопировать подробности</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Скопировано</translation>
    </message>
  </context>
  <context>
    <name>CredentialsPart</name>
    <message>
      <source>Sidecar (XMP)…</source>
      <translation>Файл-спутник (XMP)…</translation>
    </message>
    <message>
      <source>A small file beside the video with its release code, for editing programs.</source>
      <translation>Небольшой файл рядом с видео с кодом разрешения, для программ монтажа.</translation>
    </message>
    <message>
      <source>Signed copy (C2PA)…</source>
      <translation>Подписанная копия (C2PA)…</translation>
    </message>
    <message>
      <source>The same video with signed credentials in it. You can upload it instead.</source>
      <translation>То же видео с подписанными сведениями внутри. Можно загрузить его вместо исходного.</translation>
    </message>
    <message>
      <source>not there</source>
      <translation>файла нет</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Показать в папке</translation>
    </message>
    <message>
      <source>Save the sidecar</source>
      <translation>Сохранить файл-спутник</translation>
    </message>
    <message>
      <source>Save the signed copy</source>
      <translation>Сохранить подписанную копию</translation>
    </message>
  </context>
  <context>
    <name>DecisionPart</name>
    <message>
      <source>Check again</source>
      <translation>Проверить снова</translation>
    </message>
    <message>
      <source>Put together</source>
      <translation>Группировать</translation>
    </message>
    <message>
      <source>By person</source>
      <translation>По людям</translation>
    </message>
    <message>
      <source>By rule</source>
      <translation>По правилам</translation>
    </message>
    <message>
      <source>Hand over</source>
      <translation>Передать</translation>
    </message>
    <message>
      <source>Plan the publication</source>
      <translation>Составить план публикации</translation>
    </message>
    <message>
      <source>Nothing is decided yet</source>
      <translation>Решения пока нет</translation>
    </message>
    <message>
      <source>Say where and how this video is to appear. Then every rule is asked whether it may, and you see why not and what you can do.</source>
      <translation>Укажите, где и как выйдет это видео. Тогда проверяются все правила, и вы видите, что мешает и что можно сделать.</translation>
    </message>
    <message>
      <source>Change the plan</source>
      <translation>Изменить план</translation>
    </message>
    <message>
      <source>The plan</source>
      <translation>План</translation>
    </message>
    <message>
      <source>A help for keeping records, not legal advice.</source>
      <translation>Помощь в ведении записей, а не юридическая консультация.</translation>
    </message>
    <message>
      <source>This cannot be overruled; it counts in spite of your reason.</source>
      <translation>Это отложить нельзя; правило действует вопреки вашей причине.</translation>
    </message>
    <message>
      <source>Decided on {time}.</source>
      <translation>Решение от {time}.</translation>
    </message>
    <message>
      <source>The whole video</source>
      <translation>Всё видео</translation>
    </message>
    <message>
      <source>Look at these places: somebody may still be known there.</source>
      <translation>Посмотрите эти места: там кого-то ещё можно узнать.</translation>
    </message>
  </context>
  <context>
    <name>Desk</name>
    <message>
      <source>Recordings</source>
      <translation>Записи</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>Спросить</translation>
    </message>
    <message>
      <source>Permissions</source>
      <translation>Разрешения</translation>
    </message>
    <message>
      <source>Check a video</source>
      <translation>Проверка видео</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Опубликовано</translation>
    </message>
    <message>
      <source>Proofs</source>
      <translation>Подтверждения</translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Журнал</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Настройки</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Заблокировать</translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Хранилище открыто только для чтения.</translation>
    </message>
    <message>
      <source>Another program writes to it. You can look, play and verify.</source>
      <translation>В него пишет другая программа. Можно смотреть, воспроизводить и проверять.</translation>
    </message>
    <message>
      <source>See why</source>
      <translation>Почему</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Позже</translation>
    </message>
    <message>
      <source>See it</source>
      <translation>Посмотреть</translation>
    </message>
    <message>
      <source>Add recordings</source>
      <translation>Добавить записи</translation>
    </message>
    <message>
      <source>Video ({patterns});;All files (*)</source>
      <translation>Видео ({patterns});;Все файлы (*)</translation>
    </message>
    <message>
      <source>Nothing is written to the vault until this is cleared up.</source>
      <translation>В хранилище ничего не записывается, пока это не выяснено.</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) waiting</source>
      <translation>
        <numerusform>%n человек ждёт</numerusform>
        <numerusform>%n человека ждут</numerusform>
        <numerusform>%n человек ждут</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n upload(s) to be continued</source>
      <translation>
        <numerusform>%n незавершённая загрузка</numerusform>
        <numerusform>%n незавершённые загрузки</numerusform>
        <numerusform>%n незавершённых загрузок</numerusform>
      </translation>
    </message>
    <message>
      <source>Time stamps</source>
      <translation>Метки времени</translation>
    </message>
  </context>
  <context>
    <name>DetailPanel</name>
    <message>
      <source>Conversations</source>
      <translation>Разговоры</translation>
    </message>
    <message>
      <source>Time stamps</source>
      <translation>Метки времени</translation>
    </message>
    <message>
      <source>See what to do</source>
      <translation>Что нужно сделать</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) to do</source>
      <translation>
        <numerusform>Нужно сделать: %n дело</numerusform>
        <numerusform>Нужно сделать: %n дела</numerusform>
        <numerusform>Нужно сделать: %n дел</numerusform>
      </translation>
    </message>
    <message>
      <source>Everything is done.</source>
      <translation>Всё сделано.</translation>
    </message>
    <message>
      <source>See what was done</source>
      <translation>Что было сделано</translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Хранилище открыто только для чтения.</translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>{start} до {end}</translation>
    </message>
    <message>
      <source>Open in the recording</source>
      <translation>Открыть в записи</translation>
    </message>
    <message>
      <source>To come. ConsentKit asks the time authorities by itself.</source>
      <translation>Ещё нет. ConsentKit сам запросит её у служб времени.</translation>
    </message>
    <message>
      <source>before {time}</source>
      <translation>до {time}</translation>
    </message>
    <message>
      <source>Demonstration</source>
      <translation>Демонстрация</translation>
    </message>
    <message>
      <source>A demonstration authority proves nothing to anybody.</source>
      <translation>Демонстрационная служба никому ничего не доказывает.</translation>
    </message>
  </context>
  <context>
    <name>DropChoice</name>
    <message>
      <source>A new recording</source>
      <translation>Новая запись</translation>
    </message>
    <message>
      <source>A finished video</source>
      <translation>Готовое видео</translation>
    </message>
    <message>
      <source>Put the question away</source>
      <translation>Убрать вопрос</translation>
    </message>
    <message>
      <source>What is {name}?</source>
      <translation>Что такое {name}?</translation>
    </message>
    <message>
      <source>A recording is added to the library; a finished video is checked.</source>
      <translation>Запись добавляется в собрание; готовое видео проверяется.</translation>
    </message>
  </context>
  <context>
    <name>EntryView</name>
    <message>
      <source>Link and time</source>
      <translation>Ссылка и время</translation>
    </message>
    <message>
      <source>Text of the complaint</source>
      <translation>Текст жалобы</translation>
    </message>
    <message>
      <source>Show what is known</source>
      <translation>Показать, что известно</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>A complaint</source>
      <translation>Жалоба</translation>
    </message>
    <message>
      <source>What was written (if you want to keep it)</source>
      <translation>Текст жалобы (если хотите сохранить)</translation>
    </message>
    <message>
      <source>Paste the link with its time, or the link and a time like 1:23.</source>
      <translation>Вставьте ссылку с моментом или ссылку и время, например 1:23.</translation>
    </message>
    <message>
      <source>About “{title}”. Type a time like 1:23, or paste a link with one.</source>
      <translation>О видео «{title}». Введите время, например 1:23, или вставьте ссылку с моментом.</translation>
    </message>
    <message>
      <source>About which video? Paste its link, too.</source>
      <translation>О каком видео? Вставьте и ссылку.</translation>
    </message>
    <message>
      <source>No video of your list has this link.</source>
      <translation>В вашем списке нет видео с такой ссылкой.</translation>
    </message>
    <message>
      <source>At which moment? Add a time like 1:23.</source>
      <translation>Какой момент? Добавьте время, например 1:23.</translation>
    </message>
    <message>
      <source>This is neither a link nor a time.</source>
      <translation>Это не ссылка и не время.</translation>
    </message>
    <message>
      <source>“{title}” at {time}</source>
      <translation>«{title}», момент {time}</translation>
    </message>
  </context>
  <context>
    <name>EraseDialog</name>
    <message>
      <source>Erase the data</source>
      <translation>Стереть данные</translation>
    </message>
    <message>
      <source>Erase the data of {name}?</source>
      <translation>Стереть данные: {name}?</translation>
    </message>
    <message>
      <source>This cannot be undone.</source>
      <translation>Это нельзя отменить.</translation>
    </message>
    <message>
      <source>Destroyed</source>
      <translation>Уничтожается</translation>
    </message>
    <message>
      <source>Name, country, languages, what was agreed, and every sealed excerpt and file of this record. Backups made earlier still hold them: make a new one and delete the old ones.</source>
      <translation>Имя, страна, языки, содержание договорённости и все запечатанные отрывки и файлы этой записи. В прежних резервных копиях они остаются: сделайте новую и удалите старые.</translation>
    </message>
    <message>
      <source>What stays</source>
      <translation>Что остаётся</translation>
    </message>
    <message>
      <source>A mark without any name in the log, so that all other proofs still hold. Your recording file is not touched, and proofs you already handed out stay as they are.</source>
      <translation>Отметка без имени в журнале, чтобы все другие подтверждения остались в силе. Файл записи не изменяется, и уже переданные подтверждения остаются как есть.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Причина</translation>
    </message>
    <message>
      <source>Keep the data</source>
      <translation>Оставить данные</translation>
    </message>
  </context>
  <context>
    <name>EvidenceList</name>
    <message>
      <source>Nothing is attached: it is the creator's own word.</source>
      <translation>Ничего не приложено: это только слово автора.</translation>
    </message>
    <message>
      <source>Play {title}</source>
      <translation>Воспроизвести: {title}</translation>
    </message>
    <message>
      <source>Open {title}</source>
      <translation>Открыть: {title}</translation>
    </message>
    <message>
      <source>{start} to {end}, {size}</source>
      <translation>{start} до {end}, {size}</translation>
    </message>
  </context>
  <context>
    <name>ExportSheet</name>
    <message>
      <source>Export…</source>
      <translation>Экспорт…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Показать в папке</translation>
    </message>
    <message>
      <source>Verify it</source>
      <translation>Проверить его</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>The proof is ready.</source>
      <translation>Подтверждение готово.</translation>
    </message>
    <message>
      <source>Whoever gets it can check it without ConsentKit and without you.</source>
      <translation>Получатель может проверить его без ConsentKit и без вас.</translation>
    </message>
    <message>
      <source>Proof of the permission of {name}</source>
      <translation>Подтверждение разрешения: {name}</translation>
    </message>
    <message>
      <source>The newest entry has no time stamp yet. You can export at once; a proof made later shows the time as well.</source>
      <translation>У последней записи журнала ещё нет метки времени. Экспортировать можно сразу; более позднее подтверждение покажет и время.</translation>
    </message>
    <message>
      <source>Always shown: a proof must not hide which purposes were refused or taken back.</source>
      <translation>Показывается всегда: подтверждение не должно скрывать, в каких целях отказано и что отозвано.</translation>
    </message>
    <message>
      <source>Exporting…</source>
      <translation>Экспорт идёт…</translation>
    </message>
    <message numerus="yes">
      <source>%n of {total} shown</source>
      <translation>
        <numerusform>Показано: %n из {total}</numerusform>
        <numerusform>Показано: %n из {total}</numerusform>
        <numerusform>Показано: %n из {total}</numerusform>
      </translation>
    </message>
    <message>
      <source>Export the proof</source>
      <translation>Экспортировать подтверждение</translation>
    </message>
  </context>
  <context>
    <name>ExportsList</name>
    <message>
      <source>Exported proofs</source>
      <translation>Экспортированные подтверждения</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Показать в папке</translation>
    </message>
    <message>
      <source>Verify</source>
      <translation>Проверить</translation>
    </message>
    <message>
      <source>Copy the short id</source>
      <translation>Копировать короткий номер</translation>
    </message>
    <message>
      <source>Copy the SHA-256</source>
      <translation>Копировать SHA-256</translation>
    </message>
    <message>
      <source>Go to the permission</source>
      <translation>К разрешению</translation>
    </message>
  </context>
  <context>
    <name>GradeShield</name>
    <message>
      <source>Grade {letter}</source>
      <translation>Уровень {letter}</translation>
    </message>
  </context>
  <context>
    <name>GradeView</name>
    <message>
      <source>For the next grade:</source>
      <translation>Для следующего уровня:</translation>
    </message>
    <message>
      <source>{fact} (a listener says so)</source>
      <translation>{fact} (со слов слушателя)</translation>
    </message>
  </context>
  <context>
    <name>GroupCard</name>
    <message>
      <source>unfolded</source>
      <translation>развёрнуто</translation>
    </message>
    <message>
      <source>folded</source>
      <translation>свёрнуто</translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) hold.</source>
      <translation>
        <numerusform>%n правило соблюдено.</numerusform>
        <numerusform>%n правила соблюдены.</numerusform>
        <numerusform>%n правил соблюдены.</numerusform>
      </translation>
    </message>
    <message>
      <source>None of this is so:</source>
      <translation>Ничего из этого нет:</translation>
    </message>
  </context>
  <context>
    <name>HandOverPart</name>
    <message>
      <source>Language of the texts</source>
      <translation>Язык текстов</translation>
    </message>
    <message>
      <source>Open the check</source>
      <translation>Открыть проверку</translation>
    </message>
    <message>
      <source>See the decision</source>
      <translation>К решению</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Обновить</translation>
    </message>
    <message>
      <source>Upload from here</source>
      <translation>Загрузить отсюда</translation>
    </message>
    <message>
      <source>All published videos</source>
      <translation>Все опубликованные видео</translation>
    </message>
    <message>
      <source>Looking whether it is the file that was checked</source>
      <translation>Сверяем файл с проверенным</translation>
    </message>
    <message>
      <source>The whole file is read. A long video takes a moment.</source>
      <translation>Файл читается целиком. Для длинного видео нужно немного времени.</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Посмотрите</translation>
    </message>
    <message>
      <source>Tick what you looked at on the platform.</source>
      <translation>Отметьте то, что проверили на платформе.</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Публикация</translation>
    </message>
    <message>
      <source>Upload the file there by hand; copy the texts from here.</source>
      <translation>Загрузите файл там вручную, а тексты скопируйте отсюда.</translation>
    </message>
    <message>
      <source>Bring the link back</source>
      <translation>Верните ссылку</translation>
    </message>
    <message>
      <source>Paste the video's link. Then everybody in it is known, and a withdrawal or a complaint reaches the right second.</source>
      <translation>Вставьте ссылку на видео. Тогда известно, кто в нём, и отзыв или жалоба приведут к нужной секунде.</translation>
    </message>
    <message>
      <source>Take along</source>
      <translation>Возьмите с собой</translation>
    </message>
    <message>
      <source>Files that tell other programs what the check found.</source>
      <translation>Файлы, которые расскажут другим программам, что показала проверка.</translation>
    </message>
    <message>
      <source>Hand over</source>
      <translation>Передать</translation>
    </message>
    <message>
      <source>Hand over {name}</source>
      <translation>Передать: {name}</translation>
    </message>
    <message>
      <source>This is the file that was checked, and its plan passes.</source>
      <translation>Это проверенный файл, и его план допускается.</translation>
    </message>
    <message>
      <source>Do not publish this video yet.</source>
      <translation>Пока не публикуйте это видео.</translation>
    </message>
    <message>
      <source>The file or a permission changed, or its plan does not pass.</source>
      <translation>Файл или разрешение изменились, либо план не допускается.</translation>
    </message>
    <message>
      <source>Save what the id stands for</source>
      <translation>Сохранить то, что означает номер</translation>
    </message>
  </context>
  <context>
    <name>HistoryList</name>
    <message>
      <source>{date} · {purposes}</source>
      <translation>{date} · {purposes}</translation>
    </message>
    <message>
      <source>Entered {date}</source>
      <translation>Внесено {date}</translation>
    </message>
  </context>
  <context>
    <name>JobList</name>
    <message>
      <source>Work in progress</source>
      <translation>Текущие задачи</translation>
    </message>
    <message>
      <source>Nothing is running.</source>
      <translation>Сейчас ничего не выполняется.</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Готово</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Остановлено</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Не прошло</translation>
    </message>
  </context>
  <context>
    <name>KitView</name>
    <message>
      <source>Watch that moment</source>
      <translation>Посмотреть этот момент</translation>
    </message>
    <message>
      <source>Language of the reply</source>
      <translation>Язык ответа</translation>
    </message>
    <message>
      <source>Reply</source>
      <translation>Ответ</translation>
    </message>
    <message>
      <source>Copy the reply</source>
      <translation>Скопировать ответ</translation>
    </message>
    <message>
      <source>What the answers were</source>
      <translation>Что отвечали</translation>
    </message>
    <message>
      <source>Where else in this video</source>
      <translation>Где ещё в этом видео</translation>
    </message>
    <message>
      <source>Who is there</source>
      <translation>Кто там</translation>
    </message>
    <message>
      <source>Complaint: “{title}” at {time}</source>
      <translation>Жалоба: «{title}», момент {time}</translation>
    </message>
    <message>
      <source>Received on {time}. Answer within 48 hours.</source>
      <translation>Получена {time}. Ответьте в течение 48 часов.</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Закрыта</translation>
    </message>
    <message>
      <source>Erased person</source>
      <translation>Удалённый человек</translation>
    </message>
    <message>
      <source>Permission of {name}</source>
      <translation>Разрешение: {name}</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) without a record</source>
      <translation>
        <numerusform>%n человек без записи о разрешении</numerusform>
        <numerusform>%n человека без записи о разрешении</numerusform>
        <numerusform>%n человек без записи о разрешении</numerusform>
      </translation>
    </message>
    <message>
      <source>Nobody of your recordings is seen or heard there.</source>
      <translation>Никого из ваших записей там не видно и не слышно.</translation>
    </message>
    <message>
      <source>Play the answer of {name}</source>
      <translation>Послушать ответ: {name}</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Open it again</source>
      <translation>Открыть снова</translation>
    </message>
    <message>
      <source>Closed on {time}.</source>
      <translation>Закрыта {time}.</translation>
    </message>
    <message>
      <source>This vault is open read-only: the complaint is not kept.</source>
      <translation>Хранилище открыто только для чтения: жалоба не сохраняется.</translation>
    </message>
    <message>
      <source>What did you do about it?</source>
      <translation>Что вы сделали?</translation>
    </message>
    <message>
      <source>Close the complaint: {what}</source>
      <translation>Закрыть жалобу: {what}</translation>
    </message>
    <message>
      <source>Make another version of the video</source>
      <translation>Сделать другую версию видео</translation>
    </message>
  </context>
  <context>
    <name>Lanes</name>
    <message>
      <source>Picture and sound of the video</source>
      <translation>Изображение и звук видео</translation>
    </message>
  </context>
  <context>
    <name>LanesPanel</name>
    <message>
      <source>Stretch of the video that is shown</source>
      <translation>Видимый отрезок видео</translation>
    </message>
    <message>
      <source>Previous that needs a decision (P)</source>
      <translation>Предыдущий, требующий решения (P)</translation>
    </message>
    <message>
      <source>Next that needs a decision (N)</source>
      <translation>Следующий, требующий решения (N)</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Все</translation>
    </message>
    <message>
      <source>All of it (1)</source>
      <translation>Целиком (1)</translation>
    </message>
    <message>
      <source>Farther (-)</source>
      <translation>Дальше (-)</translation>
    </message>
    <message>
      <source>Closer (+)</source>
      <translation>Ближе (+)</translation>
    </message>
  </context>
  <context>
    <name>LanguagesField</name>
    <message>
      <source>Take {language} away</source>
      <translation>Убрать: {language}</translation>
    </message>
  </context>
  <context>
    <name>LibraryDelegate</name>
    <message>
      <source>Find it…</source>
      <translation>Найти…</translation>
    </message>
  </context>
  <context>
    <name>LibraryList</name>
    <message>
      <source>Recordings</source>
      <translation>Записи</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Открыть</translation>
    </message>
    <message>
      <source>Find the file…</source>
      <translation>Найти файл…</translation>
    </message>
    <message>
      <source>The file was moved…</source>
      <translation>Файл перемещён…</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>Убрать из списка</translation>
    </message>
  </context>
  <context>
    <name>LineView</name>
    <message>
      <source>Stated by you</source>
      <translation>Заявлено вами</translation>
    </message>
    <message>
      <source>The whole video</source>
      <translation>Всё видео</translation>
    </message>
    <message>
      <source>Your reason: {reason}</source>
      <translation>Ваша причина: {reason}</translation>
    </message>
    <message>
      <source>Let it count again</source>
      <translation>Снова учитывать</translation>
    </message>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>ещё %n</numerusform>
        <numerusform>ещё %n</numerusform>
        <numerusform>ещё %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Show it in the player</source>
      <translation>Показать в плеере</translation>
    </message>
    <message>
      <source>Show {range} in the player</source>
      <translation>Показать {range} в плеере</translation>
    </message>
  </context>
  <context>
    <name>LinkPart</name>
    <message>
      <source>Link of the published video</source>
      <translation>Ссылка на опубликованное видео</translation>
    </message>
    <message>
      <source>Why it was published all the same</source>
      <translation>Почему всё же опубликовано</translation>
    </message>
    <message>
      <source>Put it into the list</source>
      <translation>Внести в список</translation>
    </message>
    <message>
      <source>This is no link to a video.</source>
      <translation>Это не ссылка на видео.</translation>
    </message>
  </context>
  <context>
    <name>LockingSection</name>
    <message>
      <source>Lock after a time without use</source>
      <translation>Блокировать при бездействии</translation>
    </message>
    <message>
      <source> min</source>
      <translation> мин</translation>
    </message>
    <message>
      <source>Minutes without use</source>
      <translation>Минуты бездействия</translation>
    </message>
    <message>
      <source>Lock when the computer goes to sleep</source>
      <translation>Блокировать, когда компьютер засыпает</translation>
    </message>
    <message>
      <source>Locking</source>
      <translation>Блокировка</translation>
    </message>
    <message>
      <source>A locked vault shows nothing and keeps no key in memory. Work that is running is let finish before the vault locks by itself. Ctrl+L locks at once.</source>
      <translation>Заблокированное хранилище ничего не показывает и не держит ключей в памяти. Перед автоблокировкой текущие задачи завершаются. Ctrl+L блокирует сразу.</translation>
    </message>
  </context>
  <context>
    <name>LookSection</name>
    <message>
      <source>As the system</source>
      <translation>Как в системе</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Светлая</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Тёмная</translation>
    </message>
    <message>
      <source>Language and look</source>
      <translation>Язык и вид</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Тема</translation>
    </message>
    <message>
      <source>Size of text</source>
      <translation>Размер текста</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Running work was stopped. Nothing half-done was kept.</source>
      <translation>Текущие задачи остановлены. Ничего недоделанного не осталось.</translation>
    </message>
    <message>
      <source>Locked after a time without use.</source>
      <translation>Заблокировано из-за бездействия.</translation>
    </message>
    <message>
      <source>Locked because the computer went to sleep.</source>
      <translation>Заблокировано, так как компьютер заснул.</translation>
    </message>
    <message>
      <source>Open a vault first, then drop the recording again.</source>
      <translation>Сначала откройте хранилище, затем перетащите запись ещё раз.</translation>
    </message>
  </context>
  <context>
    <name>MarkingPanel</name>
    <message>
      <source>Question</source>
      <translation>Вопрос</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Ответ</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Номер</translation>
    </message>
    <message>
      <source>Mark the permission</source>
      <translation>Отметить разрешение</translation>
    </message>
    <message>
      <source>Leave without sealing (Esc)</source>
      <translation>Выйти, не запечатывая (Esc)</translation>
    </message>
    <message>
      <source>Play question and answer</source>
      <translation>Воспроизвести вопрос и ответ</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Listen for this number</source>
      <translation>Слушайте этот номер</translation>
    </message>
    <message>
      <source>What you heard</source>
      <translation>Что вы услышали</translation>
    </message>
    <message>
      <source>Yes, by the person shown</source>
      <translation>Да, от человека в кадре</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Нет</translation>
    </message>
    <message>
      <source>Unclear, or they left</source>
      <translation>Неясно или человек ушёл</translation>
    </message>
    <message>
      <source>The number was repeated</source>
      <translation>Номер повторили</translation>
    </message>
    <message>
      <source>Says to be 18 or older</source>
      <translation>Говорит, что есть 18 лет</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Да</translation>
    </message>
    <message>
      <source>Not asked</source>
      <translation>Не спрошено</translation>
    </message>
    <message>
      <source>Country, as they say</source>
      <translation>Страна, с его слов</translation>
    </message>
    <message>
      <source>Add a language</source>
      <translation>Добавить язык</translation>
    </message>
    <message>
      <source>What may be used</source>
      <translation>Что можно использовать</translation>
    </message>
    <message>
      <source>What may be changed</source>
      <translation>Что можно изменять</translation>
    </message>
    <message>
      <source>What must be done first</source>
      <translation>Что нужно сделать сначала</translation>
    </message>
    <message>
      <source>Worldwide</source>
      <translation>Весь мир</translation>
    </message>
    <message>
      <source>1. Question and answer</source>
      <translation>1. Вопрос и ответ</translation>
    </message>
    <message>
      <source>2. Who</source>
      <translation>2. Кто</translation>
    </message>
    <message>
      <source>Name to find them under</source>
      <translation>Под каким именем искать</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Языки</translation>
    </message>
    <message>
      <source>How to reach them, if you know</source>
      <translation>Как связаться, если знаете</translation>
    </message>
    <message>
      <source>3. What</source>
      <translation>3. Что</translation>
    </message>
    <message>
      <source>Begin with</source>
      <translation>Начать с</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Последний день</translation>
    </message>
    <message>
      <source>A condition in their words</source>
      <translation>Условие его словами</translation>
    </message>
    <message>
      <source>Platforms, with commas between</source>
      <translation>Площадки через запятую</translation>
    </message>
    <message>
      <source>Country it may be shown in</source>
      <translation>В какой стране можно показывать</translation>
    </message>
    <message>
      <source>4. Files and notes</source>
      <translation>4. Файлы и заметки</translation>
    </message>
    <message>
      <source>Language of the question</source>
      <translation>Язык вопроса</translation>
    </message>
    <message>
      <source>Notes in your own words</source>
      <translation>Заметки своими словами</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>Запечатать</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Consent number {digits}</source>
      <translation>Номер согласия {digits}</translation>
    </message>
    <message>
      <source>Seal the refusal</source>
      <translation>Запечатать отказ</translation>
    </message>
    <message>
      <source>Seal that it is open</source>
      <translation>Запечатать: ответа нет</translation>
    </message>
    <message>
      <source>No card was read out</source>
      <translation>Карточку не зачитывали</translation>
    </message>
  </context>
  <context>
    <name>MomentField</name>
    <message>
      <source>As soon as it is ready</source>
      <translation>Как только будет готово</translation>
    </message>
    <message>
      <source>On a date</source>
      <translation>В указанный день</translation>
    </message>
  </context>
  <context>
    <name>NamesField</name>
    <message>
      <source>Nobody</source>
      <translation>Никто</translation>
    </message>
  </context>
  <context>
    <name>OnTop</name>
    <message>
      <source>Ask card</source>
      <translation>Карточка с вопросом</translation>
    </message>
  </context>
  <context>
    <name>OptionsForm</name>
    <message>
      <source>Put the excerpt in</source>
      <translation>Вложить отрывок</translation>
    </message>
    <message>
      <source>Only its digest</source>
      <translation>Только его контрольную сумму</translation>
    </message>
    <message>
      <source>Made for</source>
      <translation>Для кого</translation>
    </message>
    <message>
      <source>A platform, a lawyer, the partner</source>
      <translation>Платформа, юрист, собеседник</translation>
    </message>
    <message>
      <source>Encrypt to</source>
      <translation>Зашифровать для</translation>
    </message>
    <message>
      <source>Who gets the proofs sees and hears the partners.</source>
      <translation>Получатель увидит и услышит собеседников.</translation>
    </message>
    <message>
      <source>Who gets the proof sees and hears the partner.</source>
      <translation>Получатель увидит и услышит собеседника.</translation>
    </message>
    <message>
      <source>Excerpt</source>
      <translation>Отрывок</translation>
    </message>
    <message>
      <source>It can be handed over later and held against the digest.</source>
      <translation>Отрывок можно передать позже и сверить с суммой.</translation>
    </message>
    <message>
      <source>Certificate in</source>
      <translation>Сертификат на языках</translation>
    </message>
    <message>
      <source>For your list alone; it is not in the file.</source>
      <translation>Только для вашего списка; в файле этого нет.</translation>
    </message>
    <message>
      <source>A recipient begins with age1 and has 62 letters and digits.</source>
      <translation>Получатель начинается с age1 и состоит из 62 букв и цифр.</translation>
    </message>
    <message numerus="yes">
      <source>Only these %n recipient(s) can open it.</source>
      <translation>
        <numerusform>Открыть сможет только %n получатель.</numerusform>
        <numerusform>Открыть смогут только %n получателя.</numerusform>
        <numerusform>Открыть смогут только %n получателей.</numerusform>
      </translation>
    </message>
    <message>
      <source>Empty: anybody who has the file can read what it shows.</source>
      <translation>Пусто: прочесть сможет любой, у кого есть файл.</translation>
    </message>
  </context>
  <context>
    <name>Overview</name>
    <message>
      <source>To do</source>
      <translation>Нужно сделать</translation>
    </message>
    <message>
      <source>Published videos</source>
      <translation>Опубликованные видео</translation>
    </message>
    <message>
      <source>Search published videos</source>
      <translation>Поиск по видео</translation>
    </message>
    <message>
      <source>Nothing is to be done.</source>
      <translation>Ничего делать не нужно.</translation>
    </message>
    <message>
      <source>No video fits</source>
      <translation>Ничего не найдено</translation>
    </message>
    <message>
      <source>Search for a title, a platform, or a link.</source>
      <translation>Ищите по названию, платформе или ссылке.</translation>
    </message>
    <message>
      <source>No published videos yet</source>
      <translation>Опубликованных видео пока нет</translation>
    </message>
    <message>
      <source>Videos</source>
      <translation>Видео</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n человек</numerusform>
        <numerusform>%n человека</numerusform>
        <numerusform>%n человек</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n video(s)</source>
      <translation>
        <numerusform>%n видео</numerusform>
        <numerusform>%n видео</numerusform>
        <numerusform>%n видео</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OwnForm</name>
    <message>
      <source>For example: my intro</source>
      <translation>Например: моя заставка</translation>
    </message>
    <message>
      <source>Why it is your own</source>
      <translation>Почему это ваше</translation>
    </message>
    <message>
      <source>All stretches of this kind</source>
      <translation>Все такие отрезки</translation>
    </message>
    <message>
      <source>Mark as my own</source>
      <translation>Отметить как моё</translation>
    </message>
    <message>
      <source>Why is {range} your own?</source>
      <translation>Почему {range} — ваше?</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
  </context>
  <context>
    <name>PartyHeader</name>
    <message>
      <source>Erased</source>
      <translation>Стёрто</translation>
    </message>
    <message>
      <source>Record {short_id}, time stamp to come</source>
      <translation>Запись {short_id}, метка времени ожидается</translation>
    </message>
    <message>
      <source>Record {short_id}</source>
      <translation>Запись {short_id}</translation>
    </message>
  </context>
  <context>
    <name>PassphrasePair</name>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>Passphrase, once more</source>
      <translation>Парольная фраза ещё раз</translation>
    </message>
    <message>
      <source>The two are not the same yet.</source>
      <translation>Пока не совпадают.</translation>
    </message>
    <message>
      <source>At least {count} characters. Four or five unrelated words are good.</source>
      <translation>Не меньше {count} знаков. Хороши четыре-пять не связанных слов.</translation>
    </message>
    <message>
      <source>Weak: easily guessed by someone who has the vault.</source>
      <translation>Слабая: легко подобрать, имея хранилище.</translation>
    </message>
    <message>
      <source>Fair: holds for a while, not against a determined attacker.</source>
      <translation>Средняя: продержится, но не против упорного взломщика.</translation>
    </message>
    <message>
      <source>Good: guessing it would take very long.</source>
      <translation>Хорошая: подбор займёт очень много времени.</translation>
    </message>
    <message>
      <source>Strong: guessing it is out of reach.</source>
      <translation>Сильная: подобрать невозможно.</translation>
    </message>
    <message>
      <source>Add another word or two.</source>
      <translation>Добавьте слово или два.</translation>
    </message>
    <message>
      <source>Avoid names, dates and well-known phrases.</source>
      <translation>Избегайте имён, дат и известных фраз.</translation>
    </message>
  </context>
  <context>
    <name>PendingPart</name>
    <message>
      <source>The upload of “{title}” was not finished.</source>
      <translation>Загрузка «{title}» не завершена.</translation>
    </message>
    <message>
      <source>The file of the upload is not where it was.</source>
      <translation>Файла загрузки нет на прежнем месте.</translation>
    </message>
    <message>
      <source>Drop the upload</source>
      <translation>Отбросить загрузку</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Продолжить</translation>
    </message>
  </context>
  <context>
    <name>PendingSheet</name>
    <message>
      <source>Try now</source>
      <translation>Запросить сейчас</translation>
    </message>
    <message>
      <source>Time stamps are waiting</source>
      <translation>Метки времени в ожидании</translation>
    </message>
    <message>
      <source>A time stamp from an independent authority proves that your records existed by a certain time. Your records are sealed and safe; only this outside proof is still to come. ConsentKit asks again by itself.</source>
      <translation>Метка времени от независимой службы доказывает, что ваши разрешения существовали к этому моменту. Они запечатаны и в сохранности, не хватает только внешнего доказательства. ConsentKit повторит запрос сам.</translation>
    </message>
    <message>
      <source>Next try at {time}.</source>
      <translation>Следующая попытка в {time}.</translation>
    </message>
    <message>
      <source>The next try is due.</source>
      <translation>Пора попробовать снова.</translation>
    </message>
  </context>
  <context>
    <name>PeopleList</name>
    <message>
      <source>No change here mends this</source>
      <translation>Никакая правка здесь этого не исправит</translation>
    </message>
    <message numerus="yes">
      <source>and %n more rule(s)</source>
      <translation>
        <numerusform>и ещё %n правило</numerusform>
        <numerusform>и ещё %n правила</numerusform>
        <numerusform>и ещё %n правил</numerusform>
      </translation>
    </message>
    <message>
      <source>See the decision</source>
      <translation>К решению</translation>
    </message>
  </context>
  <context>
    <name>PermissionTable</name>
    <message>
      <source>Permissions by purpose</source>
      <translation>Разрешения по целям</translation>
    </message>
    <message>
      <source>until {date}</source>
      <translation>до {date}</translation>
    </message>
  </context>
  <context>
    <name>PermissionsPage</name>
    <message>
      <source>Search people, countries, ids, numbers</source>
      <translation>Поиск: люди, страны, номера</translation>
    </message>
    <message>
      <source>Ending in 30 days</source>
      <translation>Истекают за 30 дней</translation>
    </message>
    <message>
      <source>Without time stamp</source>
      <translation>Без метки времени</translation>
    </message>
    <message>
      <source>Clear filters</source>
      <translation>Сбросить фильтры</translation>
    </message>
    <message>
      <source>Nobody fits</source>
      <translation>Никого не нашлось</translation>
    </message>
    <message>
      <source>Search for fewer or other words, or clear the filters.</source>
      <translation>Ищите другие слова, короче запрос, или сбросьте фильтры.</translation>
    </message>
    <message>
      <source>No permissions yet</source>
      <translation>Разрешений пока нет</translation>
    </message>
    <message>
      <source>A permission comes from a recording: mark where you ask and where the partner answers, and seal what was agreed.</source>
      <translation>Разрешение берётся из записи: отметьте, где вы спрашиваете и где собеседник отвечает, и запечатайте договорённость.</translation>
    </message>
    <message>
      <source>Go to the recordings</source>
      <translation>К записям</translation>
    </message>
    <message>
      <source>Permissions</source>
      <translation>Разрешения</translation>
    </message>
    <message>
      <source>Add a file</source>
      <translation>Добавить файл</translation>
    </message>
    <message>
      <source>Save a readable copy</source>
      <translation>Сохранить читаемую копию</translation>
    </message>
  </context>
  <context>
    <name>PermissionsTable</name>
    <message>
      <source>People and permissions</source>
      <translation>Люди и разрешения</translation>
    </message>
  </context>
  <context>
    <name>PersonCard</name>
    <message numerus="yes">
      <source>and %n more rule(s)</source>
      <translation>
        <numerusform>и ещё %n правило</numerusform>
        <numerusform>и ещё %n правила</numerusform>
        <numerusform>и ещё %n правил</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing needs to be done</source>
      <translation>Ничего делать не нужно</translation>
    </message>
    <message>
      <source>Proposed: {treatment}</source>
      <translation>Предложено: {treatment}</translation>
    </message>
    <message>
      <source>Back to the proposal</source>
      <translation>Вернуть предложение</translation>
    </message>
  </context>
  <context>
    <name>PlaceField</name>
    <message>
      <source>Not stated</source>
      <translation>Не указано</translation>
    </message>
    <message>
      <source>Its name</source>
      <translation>Название</translation>
    </message>
  </context>
  <context>
    <name>PlanForm</name>
    <message>
      <source>An agency publishes it</source>
      <translation>Публикует агентство</translation>
    </message>
    <message>
      <source>Ask again after how many months</source>
      <translation>Через сколько месяцев спросить снова</translation>
    </message>
    <message>
      <source>Platform</source>
      <translation>Платформа</translation>
    </message>
    <message>
      <source>Another</source>
      <translation>Другая</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Канал</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Когда</translation>
    </message>
    <message>
      <source>Shown in</source>
      <translation>Где показывается</translation>
    </message>
    <message>
      <source>Where the chat was</source>
      <translation>Где был чат</translation>
    </message>
    <message>
      <source>Elsewhere</source>
      <translation>В другом месте</translation>
    </message>
    <message>
      <source>Name it…</source>
      <translation>Назвать…</translation>
    </message>
    <message>
      <source>Where you live</source>
      <translation>Где вы живёте</translation>
    </message>
    <message>
      <source>Does it earn money with advertisements?</source>
      <translation>Приносит ли видео доход от рекламы?</translation>
    </message>
    <message>
      <source>Who pays for being named?</source>
      <translation>Кто платит за упоминание?</translation>
    </message>
    <message>
      <source>Who is in the thumbnail?</source>
      <translation>Кто на заставке?</translation>
    </message>
    <message>
      <source>Who is named in the title?</source>
      <translation>Кто назван в заголовке?</translation>
    </message>
    <message>
      <source>Is it made for kids?</source>
      <translation>Предназначено ли для детей?</translation>
    </message>
    <message>
      <source>Is the platform's mark for altered content set?</source>
      <translation>Поставлена ли на площадке отметка об изменённом контенте?</translation>
    </message>
    <message>
      <source>Needed where a voice or face is replaced by one that seems real.</source>
      <translation>Нужна, если голос или лицо заменены и кажутся настоящими.</translation>
    </message>
    <message>
      <source>Who looked at it besides you?</source>
      <translation>Кто смотрел видео кроме вас?</translation>
    </message>
    <message>
      <source>Names, with commas between.</source>
      <translation>Имена через запятую.</translation>
    </message>
    <message>
      <source>Publish although a time stamp has not come?</source>
      <translation>Публиковать, хотя метка времени ещё не пришла?</translation>
    </message>
    <message>
      <source>Is a complaint about it open?</source>
      <translation>Есть ли открытая жалоба?</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Нет</translation>
    </message>
    <message>
      <source>These</source>
      <translation>Указать</translation>
    </message>
    <message>
      <source>Add a complaint</source>
      <translation>Добавить жалобу</translation>
    </message>
    <message>
      <source>Does anybody doubt that somebody is of age?</source>
      <translation>Сомневается ли кто-то в чьём-то возрасте?</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Никто</translation>
    </message>
    <message>
      <source>Add a doubt</source>
      <translation>Добавить сомнение</translation>
    </message>
    <message>
      <source>What did you blur, mute or alter yourself?</source>
      <translation>Что вы сами размыли, заглушили или изменили?</translation>
    </message>
    <message>
      <source>Nothing</source>
      <translation>Ничего</translation>
    </message>
    <message>
      <source>Add a change</source>
      <translation>Добавить изменение</translation>
    </message>
    <message>
      <source>What is changed here is entered by itself.</source>
      <translation>То, что изменено здесь, вносится само.</translation>
    </message>
    <message>
      <source>What viewers are told about cuts</source>
      <translation>Что зрителям сообщают о монтаже</translation>
    </message>
    <message>
      <source>Add a place</source>
      <translation>Добавить место</translation>
    </message>
    <message>
      <source>Rules you overruled</source>
      <translation>Правила, которые вы отложили</translation>
    </message>
    <message>
      <source>Ask again after</source>
      <translation>Спросить снова через</translation>
    </message>
    <message>
      <source>months</source>
      <translation>мес.</translation>
    </message>
    <message>
      <source>Where and when</source>
      <translation>Где и когда</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>Деньги</translation>
    </message>
    <message>
      <source>Thumbnail and title</source>
      <translation>Заставка и заголовок</translation>
    </message>
    <message>
      <source>For the platform</source>
      <translation>Для площадки</translation>
    </message>
    <message>
      <source>Only you can know</source>
      <translation>Это знаете только вы</translation>
    </message>
    <message>
      <source>Complaints and age</source>
      <translation>Жалобы и возраст</translation>
    </message>
    <message>
      <source>Changes and cuts</source>
      <translation>Изменения и монтаж</translation>
    </message>
    <message>
      <source>Care</source>
      <translation>Осторожность</translation>
    </message>
  </context>
  <context>
    <name>PlanPart</name>
    <message>
      <source>Plan of publication</source>
      <translation>План публикации</translation>
    </message>
    <message>
      <source>Where and how this video is to appear. What is not stated cannot be known, and blocks where a rule needs it.</source>
      <translation>Где и как выйдет это видео. Что не указано, того нельзя знать; если правилу это нужно, публикация блокируется.</translation>
    </message>
    <message>
      <source>Save and decide</source>
      <translation>Сохранить и решить</translation>
    </message>
    <message>
      <source>Discard changes</source>
      <translation>Отменить изменения</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Ещё</translation>
    </message>
    <message>
      <source>Read a plan.toml…</source>
      <translation>Прочитать plan.toml…</translation>
    </message>
    <message>
      <source>Write it as plan.toml…</source>
      <translation>Записать как plan.toml…</translation>
    </message>
    <message>
      <source>Begin new videos with this plan</source>
      <translation>Начинать новые видео с этого плана</translation>
    </message>
    <message>
      <source>Read a plan</source>
      <translation>Прочитать план</translation>
    </message>
    <message>
      <source>Write the plan</source>
      <translation>Записать план</translation>
    </message>
    <message>
      <source>See the decision</source>
      <translation>К решению</translation>
    </message>
    <message>
      <source>The rules are being asked…</source>
      <translation>Проверяются правила…</translation>
    </message>
    <message>
      <source>The full check goes on; a decision comes after it.</source>
      <translation>Полная проверка ещё идёт; решение будет после неё.</translation>
    </message>
    <message>
      <source>The vault is open read-only; a plan cannot be kept.</source>
      <translation>Хранилище открыто только для чтения; план не сохранить.</translation>
    </message>
    <message>
      <source>Not saved yet.</source>
      <translation>Ещё не сохранено.</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Сохранено.</translation>
    </message>
  </context>
  <context>
    <name>Player</name>
    <message>
      <source>One frame back (←)</source>
      <translation>Кадр назад (←)</translation>
    </message>
    <message>
      <source>Play (Space)</source>
      <translation>Воспроизвести (Пробел)</translation>
    </message>
    <message>
      <source>One frame on (→)</source>
      <translation>Кадр вперёд (→)</translation>
    </message>
    <message>
      <source>Sound off</source>
      <translation>Выключить звук</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>Громкость</translation>
    </message>
    <message>
      <source>Sound on</source>
      <translation>Включить звук</translation>
    </message>
    <message>
      <source>Pause (Space)</source>
      <translation>Пауза (Пробел)</translation>
    </message>
    <message>
      <source>{speed}x</source>
      <translation>{speed}x</translation>
    </message>
  </context>
  <context>
    <name>ProfileSection</name>
    <message>
      <source>Save</source>
      <translation>Сохранить</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>Профиль</translation>
    </message>
    <message>
      <source>Your name or channel</source>
      <translation>Ваше имя или канал</translation>
    </message>
    <message>
      <source>As you say it when asking</source>
      <translation>Как вы называете себя, спрашивая</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>Каналы</translation>
    </message>
    <message>
      <source>Separated by commas</source>
      <translation>Через запятую</translation>
    </message>
    <message>
      <source>How partners reach you</source>
      <translation>Как с вами связаться</translation>
    </message>
    <message>
      <source>A mail address or profile, for taking a permission back</source>
      <translation>Почта или профиль, чтобы можно было отозвать разрешение</translation>
    </message>
    <message>
      <source>Every permission sealed from here on names you like this.</source>
      <translation>Так вы будете названы во всех новых разрешениях.</translation>
    </message>
    <message>
      <source>Profile saved.</source>
      <translation>Профиль сохранён.</translation>
    </message>
  </context>
  <context>
    <name>ProgressLine</name>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
  </context>
  <context>
    <name>ProofsPage</name>
    <message>
      <source>Search exported proofs</source>
      <translation>Поиск подтверждений</translation>
    </message>
    <message>
      <source>No proof fits</source>
      <translation>Ничего не нашлось</translation>
    </message>
    <message>
      <source>Search for a person, for whom it was made, or a file name.</source>
      <translation>Ищите человека, получателя или имя файла.</translation>
    </message>
    <message>
      <source>No proofs exported yet</source>
      <translation>Подтверждений пока нет</translation>
    </message>
    <message>
      <source>A proof is a file anybody can check. Choose a permission, tick what the reader may see, and export it.</source>
      <translation>Подтверждение — файл, который может проверить любой. Выберите разрешение, отметьте, что можно показать, и экспортируйте.</translation>
    </message>
    <message>
      <source>Choose a permission</source>
      <translation>Выбрать разрешение</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>Экспортировано</translation>
    </message>
    <message>
      <source>Proofs</source>
      <translation>Подтверждения</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Показать в папке</translation>
    </message>
    <message>
      <source>Copy the short id</source>
      <translation>Копировать короткий номер</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>Ещё…</translation>
    </message>
    <message numerus="yes">
      <source>%n proof(s)</source>
      <translation>
        <numerusform>%n подтверждение</numerusform>
        <numerusform>%n подтверждения</numerusform>
        <numerusform>%n подтверждений</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PublishedPage</name>
    <message>
      <source>A complaint…</source>
      <translation>Жалоба…</translation>
    </message>
    <message>
      <source>Choose a video</source>
      <translation>Выберите видео</translation>
    </message>
    <message>
      <source>You see who is in it, its check, and what is to be done about it.</source>
      <translation>Вы увидите, кто в нём, его проверку и что нужно сделать.</translation>
    </message>
    <message>
      <source>All published videos</source>
      <translation>Все опубликованные видео</translation>
    </message>
    <message>
      <source>No published videos yet</source>
      <translation>Опубликованных видео пока нет</translation>
    </message>
    <message>
      <source>Check a video and plan its publication. When the plan passes, hand it over from there and bring its link back here.</source>
      <translation>Проверьте видео и составьте план публикации. Когда план допускается, передайте видео оттуда и верните сюда ссылку.</translation>
    </message>
    <message>
      <source>Check a video</source>
      <translation>Проверка видео</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Опубликовано</translation>
    </message>
    <message>
      <source>Copied: {text}</source>
      <translation>Скопировано: {text}</translation>
    </message>
    <message>
      <source>The video is on YouTube and in your list.</source>
      <translation>Видео на YouTube и в вашем списке.</translation>
    </message>
    <message>
      <source>Saved: {name}, and the signed statement beside it.</source>
      <translation>Сохранено: {name}, рядом подписанное заявление.</translation>
    </message>
  </context>
  <context>
    <name>PurposeGrid</name>
    <message>
      <source>Not asked</source>
      <translation>Не спрошено</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Да</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Нет</translation>
    </message>
    <message>
      <source>Unclear</source>
      <translation>Неясно</translation>
    </message>
    <message>
      <source>You heard a no, so every purpose is refused. One of them can be a yes only where a yes was heard.</source>
      <translation>Вы услышали отказ, поэтому отказано во всех целях. «Да» для одной из них возможно, только если «да» прозвучало.</translation>
    </message>
    <message>
      <source>You heard no clear answer, so every purpose stays open. One of them can be a yes only where a yes was heard.</source>
      <translation>Ясного ответа не было, поэтому все цели остаются открытыми. «Да» для одной из них возможно, только если «да» прозвучало.</translation>
    </message>
  </context>
  <context>
    <name>QuestionField</name>
    <message>
      <source>Everybody in the video</source>
      <translation>Все в видео</translation>
    </message>
    <message>
      <source>No name yet</source>
      <translation>Имени ещё нет</translation>
    </message>
    <message>
      <source>One by one</source>
      <translation>По отдельности</translation>
    </message>
    <message>
      <source>Not stated</source>
      <translation>Не указано</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Нет</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Да</translation>
    </message>
  </context>
  <context>
    <name>RangeLine</name>
    <message>
      <source>Whole video, or 0:10-0:25.5</source>
      <translation>Всё видео или 0:10-0:25.5</translation>
    </message>
  </context>
  <context>
    <name>RateQuestion</name>
    <message>
      <source>Frames per second</source>
      <translation>Кадров в секунду</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Проверить</translation>
    </message>
    <message>
      <source>How many frames per second does the timeline have?</source>
      <translation>Сколько кадров в секунду в монтажной шкале?</translation>
    </message>
    <message>
      <source>Its file does not say. Your editing program shows it in the project settings.</source>
      <translation>В файле этого нет. Посмотрите в настройках проекта вашего редактора.</translation>
    </message>
  </context>
  <context>
    <name>ReachView</name>
    <message>
      <source>Open the permission</source>
      <translation>Открыть разрешение</translation>
    </message>
    <message>
      <source>Language of the statement</source>
      <translation>Язык заявления</translation>
    </message>
    <message>
      <source>Save a statement…</source>
      <translation>Сохранить заявление…</translation>
    </message>
    <message>
      <source>Everything is done</source>
      <translation>Всё сделано</translation>
    </message>
    <message>
      <source>Everything is done.</source>
      <translation>Всё сделано.</translation>
    </message>
    <message>
      <source>You can give the person a signed statement of what was done and when. Anybody can verify it.</source>
      <translation>Вы можете дать человеку подписанное заявление о том, что и когда сделано. Проверить его может любой.</translation>
    </message>
    <message>
      <source>Save the statement</source>
      <translation>Сохранить заявление</translation>
    </message>
  </context>
  <context>
    <name>RecordingPage</name>
    <message>
      <source>The file is not where it was</source>
      <translation>Файла нет на прежнем месте</translation>
    </message>
    <message>
      <source>Everything on record stays as it is. Find the file to play it and to seal excerpts.</source>
      <translation>Всё записанное сохраняется. Найдите файл, чтобы воспроизводить его и запечатывать отрывки.</translation>
    </message>
    <message>
      <source>Find it…</source>
      <translation>Найти…</translation>
    </message>
    <message>
      <source>All recordings</source>
      <translation>Все записи</translation>
    </message>
    <message>
      <source>Undo (Ctrl+Z)</source>
      <translation>Отменить (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Shift+Z)</source>
      <translation>Вернуть (Ctrl+Shift+Z)</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Клавиши</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Вопрос</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Ответ</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Номер</translation>
    </message>
    <message>
      <source>Find {title}</source>
      <translation>Найти: {title}</translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) left out: only pictures, PDF, text and sound.</source>
      <translation>
        <numerusform>Пропущен %n файл: только изображения, PDF, текст и звук.</numerusform>
        <numerusform>Пропущено %n файла: только изображения, PDF, текст и звук.</numerusform>
        <numerusform>Пропущено %n файлов: только изображения, PDF, текст и звук.</numerusform>
      </translation>
    </message>
    <message>
      <source>Add a file</source>
      <translation>Добавить файл</translation>
    </message>
    <message>
      <source>Save a readable copy</source>
      <translation>Сохранить читаемую копию</translation>
    </message>
  </context>
  <context>
    <name>RecordingsPage</name>
    <message>
      <source>Search recordings</source>
      <translation>Поиск записей</translation>
    </message>
    <message>
      <source>Add recordings…</source>
      <translation>Добавить записи…</translation>
    </message>
    <message>
      <source>Ctrl+O, or drop files here</source>
      <translation>Ctrl+O или перетащите файлы сюда</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Порядок</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Сначала новые</translation>
    </message>
    <message>
      <source>Oldest first</source>
      <translation>Сначала старые</translation>
    </message>
    <message>
      <source>By name</source>
      <translation>По имени</translation>
    </message>
    <message>
      <source>Longest first</source>
      <translation>Сначала длинные</translation>
    </message>
    <message>
      <source>Most to do first</source>
      <translation>Сначала где больше дел</translation>
    </message>
    <message>
      <source>No recording fits</source>
      <translation>Подходящих записей нет</translation>
    </message>
    <message>
      <source>Search for another part of the name, or empty the search field.</source>
      <translation>Поищите другую часть имени или очистите поле поиска.</translation>
    </message>
    <message>
      <source>Recordings</source>
      <translation>Записи</translation>
    </message>
    <message>
      <source>Drop recordings of your video chats here.</source>
      <translation>Перетащите сюда записи своих видеочатов.</translation>
    </message>
    <message>
      <source>Choose recordings…</source>
      <translation>Выбрать записи…</translation>
    </message>
    <message>
      <source>Add a recording</source>
      <translation>Добавить запись</translation>
    </message>
    <message>
      <source>It stays where it is and is never changed. Conversations are found in it.</source>
      <translation>Она остаётся на месте и не изменяется. В ней находятся разговоры.</translation>
    </message>
    <message>
      <source>Mark the permission</source>
      <translation>Отметить разрешение</translation>
    </message>
    <message>
      <source>Mark question and answer, listen once, and seal what was agreed.</source>
      <translation>Отметьте вопрос и ответ, прослушайте один раз и запечатайте договорённость.</translation>
    </message>
    <message>
      <source>Export the proof</source>
      <translation>Экспортировать подтверждение</translation>
    </message>
    <message>
      <source>A file that anybody can check, without ConsentKit and without you.</source>
      <translation>Файл, который любой может проверить без ConsentKit и без вас.</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Все файлы</translation>
    </message>
    <message>
      <source>Add recordings</source>
      <translation>Добавить записи</translation>
    </message>
    <message>
      <source>Find the file</source>
      <translation>Найти файл</translation>
    </message>
  </context>
  <context>
    <name>RecoveryQuestion</name>
    <message>
      <source>Word {number}</source>
      <translation>Слово {number}</translation>
    </message>
  </context>
  <context>
    <name>RecoverySheetView</name>
    <message>
      <source>The same secret as a QR code</source>
      <translation>Тот же секрет в виде QR-кода</translation>
    </message>
  </context>
  <context>
    <name>RedactionPart</name>
    <message>
      <source>The video is not where it was</source>
      <translation>Видео нет на прежнем месте</translation>
    </message>
    <message>
      <source>It is needed to look for faces and to write the edited one.</source>
      <translation>Он нужен, чтобы искать лица и записать исправленное видео.</translation>
    </message>
    <message>
      <source>Edit for publication</source>
      <translation>Правка для публикации</translation>
    </message>
    <message>
      <source>Once there is a plan, this proposes the smallest change with which it passes: whose face to blur, whose voice to mute, what to cut.</source>
      <translation>Когда есть план, здесь предлагается наименьшая правка, с которой он пройдёт: чьё лицо размыть, чей голос заглушить, что вырезать.</translation>
    </message>
    <message>
      <source>Plan the publication</source>
      <translation>Составить план публикации</translation>
    </message>
    <message>
      <source>Look for faces</source>
      <translation>Искать лица</translation>
    </message>
    <message>
      <source>Before and after</source>
      <translation>До и после</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>До</translation>
    </message>
    <message>
      <source>After</source>
      <translation>После</translation>
    </message>
    <message>
      <source>New box (N)</source>
      <translation>Новая рамка (N)</translation>
    </message>
    <message>
      <source>Blur the chosen face (B)</source>
      <translation>Размыть выбранное лицо (B)</translation>
    </message>
    <message>
      <source>Take the face out (Delete)</source>
      <translation>Убрать лицо (Delete)</translation>
    </message>
    <message>
      <source>Previous moment to look at (,)</source>
      <translation>Предыдущий момент для просмотра (,)</translation>
    </message>
    <message>
      <source>Next moment to look at (.)</source>
      <translation>Следующий момент для просмотра (.)</translation>
    </message>
    <message>
      <source>Undo (Ctrl+Z)</source>
      <translation>Отменить (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Y)</source>
      <translation>Повторить (Ctrl+Y)</translation>
    </message>
    <message>
      <source>People, and moments to look at</source>
      <translation>Люди и моменты для просмотра</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Люди</translation>
    </message>
    <message>
      <source>To look at</source>
      <translation>Посмотреть</translation>
    </message>
    <message>
      <source>For your editor (OTIO)…</source>
      <translation>Для монтажа (OTIO)…</translation>
    </message>
    <message>
      <source>Write the video…</source>
      <translation>Записать видео…</translation>
    </message>
    <message>
      <source>What was written</source>
      <translation>Что записано</translation>
    </message>
    <message>
      <source>Write the edited video</source>
      <translation>Записать исправленное видео</translation>
    </message>
    <message>
      <source>Write a timeline for your editor</source>
      <translation>Записать монтажную шкалу для редактора</translation>
    </message>
    <message>
      <source>Faces are to be blurred, and were not looked for yet.</source>
      <translation>Лица нужно размыть, но их ещё не искали.</translation>
    </message>
    <message>
      <source>Every frame is looked at. You can go on meanwhile, and stop it.</source>
      <translation>Просматривается каждый кадр. Тем временем можно работать дальше или остановить поиск.</translation>
    </message>
  </context>
  <context>
    <name>ResultPart</name>
    <message>
      <source>The video is not where it was</source>
      <translation>Видео нет на прежнем месте</translation>
    </message>
    <message>
      <source>What was found in it stays as it is.</source>
      <translation>Найденное в нём остаётся как есть.</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Проверить снова</translation>
    </message>
    <message>
      <source>Your video</source>
      <translation>Ваше видео</translation>
    </message>
    <message>
      <source>This is a quick look.</source>
      <translation>Это беглый просмотр.</translation>
    </message>
    <message>
      <source>So far only the sound was compared. The full check goes on.</source>
      <translation>Пока сравнен только звук. Полная проверка продолжается.</translation>
    </message>
    <message>
      <source>This check is not saved.</source>
      <translation>Эта проверка не сохранена.</translation>
    </message>
    <message>
      <source>The vault is open read-only. Copy the result or save the report.</source>
      <translation>Хранилище открыто только для чтения. Скопируйте итог или сохраните отчёт.</translation>
    </message>
    <message>
      <source>Only the sound was compared; the full check was stopped.</source>
      <translation>Сравнен только звук: полная проверка остановлена.</translation>
    </message>
  </context>
  <context>
    <name>SecretField</name>
    <message>
      <source>Show what is typed</source>
      <translation>Показать введённое</translation>
    </message>
  </context>
  <context>
    <name>SecretsSection</name>
    <message>
      <source>Present passphrase</source>
      <translation>Текущая парольная фраза</translation>
    </message>
    <message>
      <source>Change passphrase</source>
      <translation>Изменить фразу</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>Backups made before keep the passphrase they were made under.</source>
      <translation>Прежние копии открываются старой фразой.</translation>
    </message>
    <message>
      <source>Make a new recovery sheet…</source>
      <translation>Создать новый лист…</translation>
    </message>
    <message>
      <source>Recovery sheet</source>
      <translation>Лист восстановления</translation>
    </message>
    <message>
      <source>A new sheet takes the place of the former one, which then no longer opens this vault. Make one when a sheet may have been seen or lost.</source>
      <translation>Новый лист заменяет прежний, и тот больше не открывает хранилище. Создайте его, если лист могли увидеть или он потерян.</translation>
    </message>
    <message>
      <source>The passphrase was changed.</source>
      <translation>Парольная фраза изменена.</translation>
    </message>
    <message>
      <source>Make a new recovery sheet</source>
      <translation>Новый лист восстановления</translation>
    </message>
    <message>
      <source>The sheet you have on paper will no longer open this vault. Go on?</source>
      <translation>Имеющийся у вас лист больше не откроет хранилище. Продолжить?</translation>
    </message>
    <message>
      <source>Check the words</source>
      <translation>Проверить слова</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Печать…</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>Сохранить в PDF…</translation>
    </message>
    <message>
      <source>To be sure they are written down, type two of them:</source>
      <translation>Чтобы убедиться, что они записаны, введите два из них:</translation>
    </message>
    <message>
      <source>These words open the vault without its passphrase. Whoever has them can read everything in it. Keep this paper safe and apart from the computer.</source>
      <translation>Эти слова открывают хранилище без парольной фразы. У кого они есть, тот прочитает всё. Храните лист надёжно и отдельно от компьютера.</translation>
    </message>
    <message>
      <source>PDF ({patterns})</source>
      <translation>PDF ({patterns})</translation>
    </message>
    <message>
      <source>The new recovery sheet is in force.</source>
      <translation>Новый лист восстановления действует.</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>Sections of the settings</source>
      <translation>Разделы настроек</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>Профиль</translation>
    </message>
    <message>
      <source>Language and look</source>
      <translation>Язык и вид</translation>
    </message>
    <message>
      <source>Locking</source>
      <translation>Блокировка</translation>
    </message>
    <message>
      <source>Time authorities</source>
      <translation>Службы времени</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Резервные копии</translation>
    </message>
    <message>
      <source>Passphrase and recovery</source>
      <translation>Фраза и восстановление</translation>
    </message>
    <message>
      <source>Check and storage</source>
      <translation>Проверка и место</translation>
    </message>
    <message>
      <source>About</source>
      <translation>О программе</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Настройки</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Сочетания клавиш</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Везде</translation>
    </message>
    <message>
      <source>Go to a page</source>
      <translation>Перейти к странице</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Поиск</translation>
    </message>
    <message>
      <source>The page's main action</source>
      <translation>Главное действие страницы</translation>
    </message>
    <message>
      <source>Add a recording</source>
      <translation>Добавить запись</translation>
    </message>
    <message>
      <source>Lock the vault</source>
      <translation>Заблокировать хранилище</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Обновить</translation>
    </message>
    <message>
      <source>This sheet</source>
      <translation>Эта справка</translation>
    </message>
    <message>
      <source>In a recording</source>
      <translation>В записи</translation>
    </message>
    <message>
      <source>Play backwards, pause, play</source>
      <translation>Назад, пауза, вперёд</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Пробел</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>Воспроизведение или пауза</translation>
    </message>
    <message>
      <source>One frame back or forward</source>
      <translation>На кадр назад или вперёд</translation>
    </message>
    <message>
      <source>Shift + ← →</source>
      <translation>Shift + ← →</translation>
    </message>
    <message>
      <source>One second back or forward</source>
      <translation>На секунду назад или вперёд</translation>
    </message>
    <message>
      <source>Set where question and answer begin and end</source>
      <translation>Отметить начало и конец вопроса и ответа</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Play what is marked</source>
      <translation>Воспроизвести отмеченное</translation>
    </message>
    <message>
      <source>Ctrl + wheel</source>
      <translation>Ctrl + колесо</translation>
    </message>
    <message>
      <source>Zoom the timeline</source>
      <translation>Масштаб временной шкалы</translation>
    </message>
    <message>
      <source>Take a correction back, do it again</source>
      <translation>Отменить или вернуть правку</translation>
    </message>
    <message>
      <source>While asking</source>
      <translation>Во время вопроса</translation>
    </message>
    <message>
      <source>Asked, yes, no, gone</source>
      <translation>Спрошено, да, нет, ушёл</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
  </context>
  <context>
    <name>SlotRow</name>
    <message>
      <source>{name} begins here (I)</source>
      <translation>{name}: начало здесь (I)</translation>
    </message>
    <message>
      <source>{name} ends here (O)</source>
      <translation>{name}: конец здесь (O)</translation>
    </message>
    <message>
      <source>Forget {name}</source>
      <translation>Забыть: {name}</translation>
    </message>
    <message>
      <source>not marked</source>
      <translation>не отмечено</translation>
    </message>
  </context>
  <context>
    <name>SourceSide</name>
    <message>
      <source>Hear the recording</source>
      <translation>Слушать запись</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Источник</translation>
    </message>
    <message>
      <source>Not from any of your recordings.</source>
      <translation>Этого нет в ваших записях.</translation>
    </message>
    <message>
      <source>The file is away; a picture of its scan is shown.</source>
      <translation>Файла нет на месте; показан кадр из просмотра.</translation>
    </message>
    <message>
      <source>Silence the recording</source>
      <translation>Выключить звук записи</translation>
    </message>
  </context>
  <context>
    <name>SpanDetail</name>
    <message>
      <source>Everything (Esc)</source>
      <translation>Всё (Esc)</translation>
    </message>
    <message>
      <source>{recording} at {time}</source>
      <translation>{recording}, {time}</translation>
    </message>
    <message>
      <source>Open the conversation</source>
      <translation>Открыть разговор</translation>
    </message>
    <message>
      <source>Take the mark back</source>
      <translation>Снять отметку</translation>
    </message>
  </context>
  <context>
    <name>SponsorField</name>
    <message>
      <source>Nobody</source>
      <translation>Никто</translation>
    </message>
    <message>
      <source>A sponsor</source>
      <translation>Спонсор</translation>
    </message>
    <message>
      <source>Name of the sponsor</source>
      <translation>Имя спонсора</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>Check a proof</source>
      <translation>Проверить подтверждение</translation>
    </message>
    <message>
      <source>Keep a recording together with the permission to publish it.</source>
      <translation>Храните запись вместе с разрешением на её публикацию.</translation>
    </message>
    <message>
      <source>New vault</source>
      <translation>Новое хранилище</translation>
    </message>
    <message>
      <source>An encrypted folder for your permissions.</source>
      <translation>Зашифрованная папка для разрешений.</translation>
    </message>
    <message>
      <source>Open a vault</source>
      <translation>Открыть хранилище</translation>
    </message>
    <message>
      <source>Choose the folder of an existing vault.</source>
      <translation>Выберите папку хранилища.</translation>
    </message>
    <message>
      <source>Try the demo vault</source>
      <translation>Попробовать демонстрацию</translation>
    </message>
    <message>
      <source>Made in under a minute with a drawn sample recording.</source>
      <translation>Создаётся за минуту с рисованной записью.</translation>
    </message>
    <message>
      <source>Restore from a backup</source>
      <translation>Восстановить из копии</translation>
    </message>
    <message>
      <source>Make a vault out of its copy.</source>
      <translation>Хранилище из резервной копии.</translation>
    </message>
    <message>
      <source>Recent vaults</source>
      <translation>Недавние хранилища</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>Начать</translation>
    </message>
    <message>
      <source>Vaults you open are listed here. Make a new one, or try the demo.</source>
      <translation>Здесь появятся открытые хранилища. Создайте новое или попробуйте демонстрацию.</translation>
    </message>
    <message>
      <source>{name} (not found)</source>
      <translation>{name} (не найдено)</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>Открыть {name}</translation>
    </message>
    <message>
      <source>Remove {name} from this list</source>
      <translation>Убрать {name} из списка</translation>
    </message>
    <message>
      <source>This folder is not a vault.</source>
      <translation>Эта папка не хранилище.</translation>
    </message>
    <message>
      <source>A vault is a folder whose name ends in .ckvault. Choose that folder.</source>
      <translation>Хранилище — это папка с именем на .ckvault. Выберите её.</translation>
    </message>
    <message>
      <source>Demo vault</source>
      <translation>Демонстрация</translation>
    </message>
    <message>
      <source>Choose the backup to restore</source>
      <translation>Выберите копию для восстановления</translation>
    </message>
    <message>
      <source>Choose where the restored vault goes</source>
      <translation>Выберите место для хранилища</translation>
    </message>
    <message>
      <source>Name of the restored vault</source>
      <translation>Имя восстановленного хранилища</translation>
    </message>
  </context>
  <context>
    <name>StartPart</name>
    <message>
      <source>Videos and timelines</source>
      <translation>Видео и монтажные шкалы</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Все файлы</translation>
    </message>
    <message>
      <source>Drop the finished video here. A timeline of your editor may come with it.</source>
      <translation>Перетащите сюда готовое видео. Можно вместе с монтажной шкалой вашего редактора.</translation>
    </message>
    <message>
      <source>Choose a video…</source>
      <translation>Выбрать видео…</translation>
    </message>
    <message>
      <source>Add recordings</source>
      <translation>Добавить записи</translation>
    </message>
    <message>
      <source>Bring them up to date</source>
      <translation>Обновить</translation>
    </message>
    <message>
      <source>Checked so far</source>
      <translation>Уже проверено</translation>
    </message>
    <message numerus="yes">
      <source>%n recording(s) cannot be compared yet.</source>
      <translation>
        <numerusform>%n запись пока нельзя сравнить.</numerusform>
        <numerusform>%n записи пока нельзя сравнить.</numerusform>
        <numerusform>%n записей пока нельзя сравнить.</numerusform>
      </translation>
    </message>
    <message>
      <source>An earlier version scanned them. Scan them again once.</source>
      <translation>Их просматривала прежняя версия. Просмотрите их ещё раз.</translation>
    </message>
    <message>
      <source>Drop the video</source>
      <translation>Перетащите видео</translation>
    </message>
    <message>
      <source>The cut you mean to publish. It is read here and changed nowhere.</source>
      <translation>Монтаж, который вы хотите опубликовать. Он только читается и нигде не меняется.</translation>
    </message>
    <message>
      <source>See where it is from</source>
      <translation>Посмотрите, откуда оно</translation>
    </message>
    <message>
      <source>Picture and sound are compared with your recordings, second by second.</source>
      <translation>Изображение и звук сравниваются с вашими записями секунда за секундой.</translation>
    </message>
    <message>
      <source>Decide what is open</source>
      <translation>Решите, что осталось</translation>
    </message>
    <message>
      <source>For each stretch: who it is, what is missing, and what you can do.</source>
      <translation>Для каждого отрезка: кто это, чего не хватает и что можно сделать.</translation>
    </message>
    <message>
      <source>There are no recordings in this vault yet.</source>
      <translation>В этом хранилище ещё нет записей.</translation>
    </message>
    <message>
      <source>Add them first: a video can only be compared with what is known.</source>
      <translation>Сначала добавьте их: видео можно сравнить только с известным.</translation>
    </message>
  </context>
  <context>
    <name>Statements</name>
    <message>
      <source>What no machine can see is asked here once the rules were asked: save the plan and see the decision.</source>
      <translation>То, чего не видит машина, спрашивается здесь после проверки правил: сохраните план и посмотрите решение.</translation>
    </message>
    <message numerus="yes">
      <source>%n answer(s) are missing.</source>
      <translation>
        <numerusform>Не хватает %n ответа.</numerusform>
        <numerusform>Не хватает %n ответов.</numerusform>
        <numerusform>Не хватает %n ответов.</numerusform>
      </translation>
    </message>
    <message>
      <source>Everything is answered.</source>
      <translation>На всё отвечено.</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>Open vault: {name}</source>
      <translation>Открыто хранилище: {name}</translation>
    </message>
    <message>
      <source>Read-only</source>
      <translation>Только чтение</translation>
    </message>
    <message>
      <source>Show work in progress</source>
      <translation>Показать текущие задачи</translation>
    </message>
    <message numerus="yes">
      <source>%n time stamp(s) waiting</source>
      <translation>
        <numerusform>%n метка времени ожидается</numerusform>
        <numerusform>%n метки времени ожидаются</numerusform>
        <numerusform>%n меток времени ожидаются</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) waiting</source>
      <translation>
        <numerusform>%n человек ждёт</numerusform>
        <numerusform>%n человека ждут</numerusform>
        <numerusform>%n человек ждут</numerusform>
      </translation>
    </message>
    <message>
      <source>Something is late. Open what is to be done.</source>
      <translation>Есть просроченное. Открыть список дел.</translation>
    </message>
    <message>
      <source>Open what is to be done.</source>
      <translation>Открыть список дел.</translation>
    </message>
  </context>
  <context>
    <name>StepSheet</name>
    <message>
      <source>Which purposes</source>
      <translation>Какие цели</translation>
    </message>
    <message>
      <source>Why it was never valid</source>
      <translation>Почему оно не имело силы</translation>
    </message>
    <message>
      <source>New last day</source>
      <translation>Новый последний день</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Причина</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>In their words, if you like</source>
      <translation>Его словами, если хотите</translation>
    </message>
  </context>
  <context>
    <name>TaskCard</name>
    <message>
      <source>Why it may stay</source>
      <translation>Почему можно оставить</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Opens the video there, in the browser</source>
      <translation>Откроет видео на этом месте в браузере</translation>
    </message>
    <message>
      <source>Answer the complaint</source>
      <translation>Ответить на жалобу</translation>
    </message>
    <message>
      <source>Make a version without this person</source>
      <translation>Сделать версию без этого человека</translation>
    </message>
    <message>
      <source>Open the recording</source>
      <translation>Открыть запись</translation>
    </message>
    <message>
      <source>What did you do?</source>
      <translation>Что вы сделали?</translation>
    </message>
    <message>
      <source>Mark as done: {what}</source>
      <translation>Отметить: {what}</translation>
    </message>
    <message>
      <source>It stays</source>
      <translation>Остаётся</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Отменить действие</translation>
    </message>
    <message>
      <source>Not done after all: {name}</source>
      <translation>Всё-таки не сделано: {name}</translation>
    </message>
  </context>
  <context>
    <name>TerritoryField</name>
    <message>
      <source>Not stated</source>
      <translation>Не указано</translation>
    </message>
    <message>
      <source>The whole world</source>
      <translation>Весь мир</translation>
    </message>
    <message>
      <source>Some countries</source>
      <translation>Некоторые страны</translation>
    </message>
    <message>
      <source>Add a country</source>
      <translation>Добавить страну</translation>
    </message>
    <message>
      <source>Take {country} off</source>
      <translation>Убрать: {country}</translation>
    </message>
  </context>
  <context>
    <name>TextField</name>
    <message>
      <source>Not stated</source>
      <translation>Не указано</translation>
    </message>
  </context>
  <context>
    <name>TextsPart</name>
    <message>
      <source>Save what the id stands for</source>
      <translation>Сохранить то, что означает номер</translation>
    </message>
    <message>
      <source>The signed log entry of the decision. Anybody can verify it.</source>
      <translation>Подписанная запись журнала о решении. Проверить её может любой.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Название</translation>
    </message>
    <message>
      <source>Copy the title</source>
      <translation>Скопировать название</translation>
    </message>
    <message>
      <source>The title was copied.</source>
      <translation>Название скопировано.</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Описание</translation>
    </message>
    <message>
      <source>Copy the description</source>
      <translation>Скопировать описание</translation>
    </message>
    <message>
      <source>The description was copied.</source>
      <translation>Описание скопировано.</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Теги</translation>
    </message>
    <message>
      <source>Copy the tags</source>
      <translation>Скопировать теги</translation>
    </message>
    <message>
      <source>The tags were copied.</source>
      <translation>Теги скопированы.</translation>
    </message>
    <message>
      <source>Save what {id} stands for…</source>
      <translation>Сохранить, что означает {id}…</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Timeline</source>
      <translation>Шкала времени</translation>
    </message>
    <message>
      <source>Conversation {number} · {partner} · {status}</source>
      <translation>Разговор {number} · {partner} · {status}</translation>
    </message>
    <message>
      <source>no name yet</source>
      <translation>имени ещё нет</translation>
    </message>
  </context>
  <context>
    <name>TimelinePanel</name>
    <message>
      <source>Stretch of the recording that is shown</source>
      <translation>Видимая часть записи</translation>
    </message>
    <message>
      <source>Previous conversation ([)</source>
      <translation>Предыдущий разговор ([)</translation>
    </message>
    <message>
      <source>Next conversation (])</source>
      <translation>Следующий разговор (])</translation>
    </message>
    <message>
      <source>Farther (-)</source>
      <translation>Дальше (-)</translation>
    </message>
    <message>
      <source>Closer (+)</source>
      <translation>Ближе (+)</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Все</translation>
    </message>
    <message>
      <source>The whole recording (1)</source>
      <translation>Вся запись (1)</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Разговор</translation>
    </message>
    <message>
      <source>The chosen conversation (2)</source>
      <translation>Выбранный разговор (2)</translation>
    </message>
    <message>
      <source>Second</source>
      <translation>Секунда</translation>
    </message>
    <message>
      <source>The second at the playhead (3)</source>
      <translation>Текущая секунда (3)</translation>
    </message>
  </context>
  <context>
    <name>Toast</name>
    <message>
      <source>Undo</source>
      <translation>Отменить действие</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
  </context>
  <context>
    <name>TruthField</name>
    <message>
      <source>No</source>
      <translation>Нет</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Да</translation>
    </message>
  </context>
  <context>
    <name>UnlockPage</name>
    <message>
      <source>Open read-only</source>
      <translation>Открыть для чтения</translation>
    </message>
    <message>
      <source>Opening</source>
      <translation>Открытие</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>Caps Lock seems to be on.</source>
      <translation>Похоже, включён Caps Lock.</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Открыть</translation>
    </message>
    <message>
      <source>Other vaults</source>
      <translation>Другие хранилища</translation>
    </message>
    <message>
      <source>Use the recovery words</source>
      <translation>Ввести слова восстановления</translation>
    </message>
    <message>
      <source>The 24 words of the recovery sheet, in order</source>
      <translation>24 слова с листа восстановления по порядку</translation>
    </message>
    <message>
      <source>Recovery words</source>
      <translation>Слова восстановления</translation>
    </message>
    <message>
      <source>Back to the passphrase</source>
      <translation>К парольной фразе</translation>
    </message>
    <message>
      <source>Set passphrase and open</source>
      <translation>Задать фразу и открыть</translation>
    </message>
    <message>
      <source>The recovery words are right. Choose a new passphrase; the old one will no longer open this vault.</source>
      <translation>Слова верны. Задайте новую парольную фразу; старая больше не откроет хранилище.</translation>
    </message>
    <message>
      <source>{count} of 24 words</source>
      <translation>Слов: {count} из 24</translation>
    </message>
  </context>
  <context>
    <name>UnsureList</name>
    <message>
      <source>Every face was found with certainty.</source>
      <translation>Все лица найдены уверенно.</translation>
    </message>
    <message>
      <source>Faces were not looked for yet.</source>
      <translation>Лица ещё не искали.</translation>
    </message>
    <message>
      <source>Looked at: {range}</source>
      <translation>Просмотрено: {range}</translation>
    </message>
    <message>
      <source>I looked at it (U)</source>
      <translation>Я посмотрел(а) (U)</translation>
    </message>
  </context>
  <context>
    <name>UploadView</name>
    <message>
      <source>Only for a Google project of your own that YouTube audited: with any other, the video stays private for good.</source>
      <translation>Только для собственного проекта Google, который YouTube проверил: с любым другим видео навсегда останется закрытым.</translation>
    </message>
    <message>
      <source>YouTube audited my project</source>
      <translation>YouTube проверил мой проект</translation>
    </message>
    <message>
      <source>Connect a channel…</source>
      <translation>Подключить канал…</translation>
    </message>
    <message>
      <source>Choose the client_secret.json of your project; then answer in the browser.</source>
      <translation>Выберите client_secret.json своего проекта, затем ответьте в браузере.</translation>
    </message>
    <message>
      <source>Access was taken back or ran out. Connect the channel again.</source>
      <translation>Доступ отозван или истёк. Подключите канал снова.</translation>
    </message>
    <message>
      <source>Who may see it</source>
      <translation>Кто может смотреть</translation>
    </message>
    <message>
      <source>Private</source>
      <translation>Закрытое</translation>
    </message>
    <message>
      <source>Unlisted</source>
      <translation>По ссылке</translation>
    </message>
    <message>
      <source>Public</source>
      <translation>Открытое</translation>
    </message>
    <message>
      <source>Upload</source>
      <translation>Загрузить</translation>
    </message>
    <message>
      <source>Disconnect the channel</source>
      <translation>Отключить канал</translation>
    </message>
    <message>
      <source>Go on with the upload</source>
      <translation>Продолжить загрузку</translation>
    </message>
    <message>
      <source>It is not there: upload again</source>
      <translation>Его там нет: загрузить снова</translation>
    </message>
    <message>
      <source>Look in YouTube Studio</source>
      <translation>Посмотреть в Студии YouTube</translation>
    </message>
    <message>
      <source>Drop the upload</source>
      <translation>Отбросить загрузку</translation>
    </message>
    <message>
      <source>Connected on {date}: {project}</source>
      <translation>Подключён {date}: {project}</translation>
    </message>
    <message>
      <source>Everything was sent, but YouTube's answer was lost. Look whether the video is there. If it is, paste its link below; if not, upload it again.</source>
      <translation>Всё отправлено, но ответ YouTube потерялся. Посмотрите, есть ли там видео. Если есть, вставьте ссылку; если нет, загрузите снова.</translation>
    </message>
    <message>
      <source>The file of the upload is not where it was.</source>
      <translation>Файла загрузки нет на прежнем месте.</translation>
    </message>
    <message>
      <source>This upload was begun on {date} ({size}) and not finished.</source>
      <translation>Загрузка начата {date} ({size}) и не завершена.</translation>
    </message>
    <message>
      <source>The video is on YouTube, but YouTube made it private.</source>
      <translation>Видео на YouTube, но YouTube сделал его закрытым.</translation>
    </message>
    <message>
      <source>It does so with projects it did not audit.</source>
      <translation>Так он делает с проектами, которые не проверил.</translation>
    </message>
    <message>
      <source>The video is on YouTube and in your list.</source>
      <translation>Видео на YouTube и в вашем списке.</translation>
    </message>
    <message>
      <source>Choose client_secret.json</source>
      <translation>Выберите client_secret.json</translation>
    </message>
  </context>
  <context>
    <name>VaultWizard</name>
    <message>
      <source>Making the vault</source>
      <translation>Создание хранилища</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Позже</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Далее</translation>
    </message>
    <message>
      <source>My permissions</source>
      <translation>Мои разрешения</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Имя</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Изменить…</translation>
    </message>
    <message>
      <source>A vault is an encrypted folder. It keeps permissions and their evidence; your recordings stay where they are.</source>
      <translation>Хранилище — это зашифрованная папка. В ней разрешения и доказательства; записи остаются на своём месте.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Папка</translation>
    </message>
    <message>
      <source>The passphrase is the only thing between a stolen laptop and the people in your recordings. Nobody can reset it, not even we; the recovery sheet of the next step is the one way back.</source>
      <translation>Если ноутбук украдут, людей в ваших записях защитит только парольная фраза. Сбросить её не может никто, даже мы; единственный путь назад — лист восстановления на следующем шаге.</translation>
    </message>
    <message>
      <source>These words open the vault if the passphrase is lost. Print them or write them down, and keep them where you keep important papers. They are shown this once.</source>
      <translation>Эти слова откроют хранилище, если фраза утеряна. Напечатайте или запишите их и храните с важными бумагами. Они показываются только сейчас.</translation>
    </message>
    <message>
      <source>Your name or channel</source>
      <translation>Ваше имя или канал</translation>
    </message>
    <message>
      <source>As you say it when asking</source>
      <translation>Как вы называете себя, спрашивая</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>Каналы</translation>
    </message>
    <message>
      <source>Separated by commas</source>
      <translation>Через запятую</translation>
    </message>
    <message>
      <source>How partners reach you</source>
      <translation>Как с вами связаться</translation>
    </message>
    <message>
      <source>A mail address or profile, for taking a permission back</source>
      <translation>Почта или профиль, чтобы можно было отозвать разрешение</translation>
    </message>
    <message>
      <source>A permission names who asked and how to reach them. You can change this at any time under Settings.</source>
      <translation>В разрешении указано, кто спросил и как с ним связаться. Это всегда можно изменить в настройках.</translation>
    </message>
    <message>
      <source>Name and place</source>
      <translation>Имя и место</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>Recovery sheet</source>
      <translation>Лист восстановления</translation>
    </message>
    <message>
      <source>About you</source>
      <translation>О вас</translation>
    </message>
    <message>
      <source>New vault, step {number} of 3</source>
      <translation>Новое хранилище, шаг {number} из 3</translation>
    </message>
    <message>
      <source>One last thing</source>
      <translation>И последнее</translation>
    </message>
    <message>
      <source>A vault needs a name.</source>
      <translation>Хранилищу нужно имя.</translation>
    </message>
    <message>
      <source>This name is too long.</source>
      <translation>Слишком длинное имя.</translation>
    </message>
    <message>
      <source>This name has characters a folder cannot carry.</source>
      <translation>В имени есть знаки, недопустимые для папки.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Назад</translation>
    </message>
    <message>
      <source>Make the vault</source>
      <translation>Создать хранилище</translation>
    </message>
    <message>
      <source>Check the words</source>
      <translation>Проверить слова</translation>
    </message>
    <message>
      <source>Save and open</source>
      <translation>Сохранить и открыть</translation>
    </message>
    <message>
      <source>Where the vault goes</source>
      <translation>Где создать хранилище</translation>
    </message>
    <message>
      <source>There is something of this name already.</source>
      <translation>Такое имя уже занято.</translation>
    </message>
    <message>
      <source>Choose another name or another folder.</source>
      <translation>Выберите другое имя или другую папку.</translation>
    </message>
    <message>
      <source>To be sure they are written down, type two of them:</source>
      <translation>Чтобы убедиться, что они записаны, введите два из них:</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Печать…</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>Сохранить в PDF…</translation>
    </message>
    <message>
      <source>These words open the vault without its passphrase. Whoever has them can read everything in it. Keep this paper safe and apart from the computer.</source>
      <translation>Эти слова открывают хранилище без парольной фразы. У кого они есть, тот прочитает всё. Храните лист надёжно и отдельно от компьютера.</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>Сохранить в PDF</translation>
    </message>
    <message>
      <source>PDF ({patterns})</source>
      <translation>PDF ({patterns})</translation>
    </message>
    <message>
      <source>Not the same as on the sheet: word {numbers}. Look again.</source>
      <translation>Не совпадает с листом: слово {numbers}. Проверьте ещё раз.</translation>
    </message>
  </context>
  <context>
    <name>VerifyView</name>
    <message>
      <source>Drop a proof here. It is checked on this computer; nothing is sent.</source>
      <translation>Перетащите сюда подтверждение. Проверка идёт на этом компьютере, ничего не отправляется.</translation>
    </message>
    <message>
      <source>Choose a proof…</source>
      <translation>Выбрать файл…</translation>
    </message>
    <message>
      <source>Checking the proof</source>
      <translation>Проверка подтверждения</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>Choose the key file…</source>
      <translation>Выбрать файл ключа…</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Что найдено</translation>
    </message>
    <message>
      <source>Another proof</source>
      <translation>Другое подтверждение</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>Скопировать как текст</translation>
    </message>
    <message>
      <source>Verify a proof</source>
      <translation>Проверить подтверждение</translation>
    </message>
    <message>
      <source>Choose the key file</source>
      <translation>Выберите файл ключа</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Скопировано</translation>
    </message>
    <message>
      <source>This key does not open {file}.</source>
      <translation>Этот ключ не открывает {file}.</translation>
    </message>
    <message>
      <source>{file} is encrypted.</source>
      <translation>Файл {file} зашифрован.</translation>
    </message>
    <message>
      <source>It opens with the age identity of whom it was made for: a file with a line that begins with AGE-SECRET-KEY-1. The key is read for this check and not kept.</source>
      <translation>Его открывает ключ age получателя: файл со строкой, которая начинается с AGE-SECRET-KEY-1. Ключ читается только для этой проверки и не сохраняется.</translation>
    </message>
    <message>
      <source>What the receipt shows</source>
      <translation>Что показывает квитанция</translation>
    </message>
    <message>
      <source>Show all values</source>
      <translation>Показать все значения</translation>
    </message>
    <message>
      <source>What this does not prove</source>
      <translation>Чего это не подтверждает</translation>
    </message>
  </context>
  <context>
    <name>VideoView</name>
    <message>
      <source>Opens in the browser</source>
      <translation>Откроется в браузере</translation>
    </message>
    <message>
      <source>Copy the link</source>
      <translation>Скопировать ссылку</translation>
    </message>
    <message>
      <source>Its check</source>
      <translation>Его проверка</translation>
    </message>
    <message>
      <source>People in it</source>
      <translation>Люди в нём</translation>
    </message>
    <message>
      <source>To do</source>
      <translation>Нужно сделать</translation>
    </message>
    <message>
      <source>Complaints</source>
      <translation>Жалобы</translation>
    </message>
    <message>
      <source>Complaint about this video</source>
      <translation>Жалоба на это видео</translation>
    </message>
    <message>
      <source>I took it down</source>
      <translation>Снято с публикации</translation>
    </message>
    <message>
      <source>It is up again</source>
      <translation>Снова опубликовано</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>Убрать из списка</translation>
    </message>
    <message>
      <source>Notes that the video is not on the platform any more. Do that there first.</source>
      <translation>Отметка, что видео больше нет на платформе. Сначала снимите его там.</translation>
    </message>
    <message>
      <source>For a link that was entered by mistake. The log keeps that it was there.</source>
      <translation>Для ссылки, внесённой по ошибке. В журнале останется, что она была.</translation>
    </message>
    <message>
      <source>{platform}, published on {date}</source>
      <translation>{platform}, опубликовано {date}</translation>
    </message>
    <message>
      <source>taken down on {date}</source>
      <translation>снято с публикации {date}</translation>
    </message>
    <message>
      <source>Open {link} in the browser</source>
      <translation>Открыть {link} в браузере</translation>
    </message>
    <message>
      <source>It was put into the list although the check did not allow it.</source>
      <translation>Внесено в список, хотя проверка этого не допускала.</translation>
    </message>
    <message>
      <source>The check was removed. The video stays bound.</source>
      <translation>Проверка удалена. Видео остаётся привязанным.</translation>
    </message>
    <message>
      <source>Open the check</source>
      <translation>Открыть проверку</translation>
    </message>
    <message>
      <source>Copy the id in the description</source>
      <translation>Скопировать номер из описания</translation>
    </message>
    <message>
      <source>Id in the description: {id}</source>
      <translation>Номер в описании: {id}</translation>
    </message>
    <message>
      <source>Changed since</source>
      <translation>С тех пор изменилось</translation>
    </message>
    <message>
      <source>Without a plan</source>
      <translation>Без плана</translation>
    </message>
    <message>
      <source>Its plan passes</source>
      <translation>План допускается</translation>
    </message>
    <message>
      <source>Its plan does not pass</source>
      <translation>План не допускается</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Erased person</source>
      <translation>Удалённый человек</translation>
    </message>
    <message>
      <source>Person without a name</source>
      <translation>Человек без имени</translation>
    </message>
    <message>
      <source>Permission of {name}</source>
      <translation>Разрешение: {name}</translation>
    </message>
    <message>
      <source>Answer the complaint</source>
      <translation>Ответить на жалобу</translation>
    </message>
    <message>
      <source>See what to do</source>
      <translation>Что нужно сделать</translation>
    </message>
    <message>
      <source>At {time}, {date}</source>
      <translation>Момент {time}, {date}</translation>
    </message>
  </context>
  <context>
    <name>WordsSheet</name>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
  </context>
  <context>
    <name>WorkingPart</name>
    <message>
      <source>A quick look comes first: what it finds is shown while the rest goes on.</source>
      <translation>Сначала беглый просмотр: его итог виден, пока идёт остальное.</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Назад</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Повторить</translation>
    </message>
    <message>
      <source>Opening the file</source>
      <translation>Открытие файла</translation>
    </message>
  </context>
  <context>
    <name>_Counts</name>
    <message numerus="yes">
      <source>%n conversation(s)</source>
      <translation>
        <numerusform>%n разговор</numerusform>
        <numerusform>%n разговора</numerusform>
        <numerusform>%n разговоров</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>activity</name>
    <message>
      <source>What this entry was about has been erased.</source>
      <translation>То, о чём эта запись, стёрто.</translation>
    </message>
    <message>
      <source>This entry leads nowhere else.</source>
      <translation>Эта запись никуда не ведёт.</translation>
    </message>
    <message>
      <source>The log is taken as it is.</source>
      <translation>Журнал принят как есть.</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Что произошло</translation>
    </message>
    <message>
      <source>Who or what</source>
      <translation>Кто или что</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Когда</translation>
    </message>
    <message>
      <source>Time stamp</source>
      <translation>Метка времени</translation>
    </message>
    <message>
      <source>Entry {number}, {time}</source>
      <translation>Запись журнала {number}, {time}</translation>
    </message>
    <message>
      <source>Recording added</source>
      <translation>Запись добавлена</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Спрошено</translation>
    </message>
    <message>
      <source>Permission given</source>
      <translation>Разрешение дано</translation>
    </message>
    <message>
      <source>Permission refused</source>
      <translation>В разрешении отказано</translation>
    </message>
    <message>
      <source>Answer left open</source>
      <translation>Ответ остался открытым</translation>
    </message>
    <message>
      <source>Permission renewed</source>
      <translation>Разрешение продлено</translation>
    </message>
    <message>
      <source>Withdrawn by the partner</source>
      <translation>Отозвано собеседником</translation>
    </message>
    <message>
      <source>Revoked by you</source>
      <translation>Отменено вами</translation>
    </message>
    <message>
      <source>Suspended</source>
      <translation>Приостановлено</translation>
    </message>
    <message>
      <source>Suspension lifted</source>
      <translation>Приостановка снята</translation>
    </message>
    <message>
      <source>Declared void</source>
      <translation>Признано недействительным</translation>
    </message>
    <message>
      <source>Legal hold set or lifted</source>
      <translation>Юридическая блокировка изменена</translation>
    </message>
    <message>
      <source>Conversation or file added</source>
      <translation>Добавлен разговор или файл</translation>
    </message>
    <message>
      <source>Proof exported</source>
      <translation>Подтверждение экспортировано</translation>
    </message>
    <message>
      <source>Marked as own material</source>
      <translation>Отмечено как своё</translation>
    </message>
    <message>
      <source>Mark of own material taken back</source>
      <translation>Отметка «своё» снята</translation>
    </message>
    <message>
      <source>Decided on publishing</source>
      <translation>Принято решение о публикации</translation>
    </message>
    <message>
      <source>Redacted video written</source>
      <translation>Записано изменённое видео</translation>
    </message>
    <message>
      <source>Credentials written for a video</source>
      <translation>Записано удостоверение видео</translation>
    </message>
    <message>
      <source>Published video bound</source>
      <translation>Опубликованное видео привязано</translation>
    </message>
    <message>
      <source>Published video taken off the list</source>
      <translation>Опубликованное видео убрано из списка</translation>
    </message>
    <message>
      <source>Video taken down</source>
      <translation>Видео снято</translation>
    </message>
    <message>
      <source>Video is up again</source>
      <translation>Видео снова доступно</translation>
    </message>
    <message>
      <source>Complaint received</source>
      <translation>Получена жалоба</translation>
    </message>
    <message>
      <source>Complaint closed</source>
      <translation>Жалоба закрыта</translation>
    </message>
    <message>
      <source>Complaint opened again</source>
      <translation>Жалоба открыта снова</translation>
    </message>
    <message>
      <source>Task done</source>
      <translation>Задача выполнена</translation>
    </message>
    <message>
      <source>Task opened again</source>
      <translation>Задача открыта снова</translation>
    </message>
    <message>
      <source>Statement for the partner signed</source>
      <translation>Заявление для собеседника подписано</translation>
    </message>
    <message>
      <source>Data erased</source>
      <translation>Данные стёрты</translation>
    </message>
    <message>
      <source>The log is shorter than it was when this computer saw it.</source>
      <translation>Журнал короче, чем когда этот компьютер видел его.</translation>
    </message>
    <message>
      <source>Entries are missing. If you restored a backup, this is expected: take the log as it is, and record again what happened since that backup. If you did not, somebody put an older copy in its place: compare with your newest backup first.</source>
      <translation>Записей не хватает. Если вы восстановили резервную копию, так и должно быть: примите журнал как есть и внесите заново то, что было после неё. Если нет, кто-то подложил старую копию: сначала сравните с последней резервной копией.</translation>
    </message>
    <message>
      <source>The log is not the one this computer saw.</source>
      <translation>Это не тот журнал, который видел этот компьютер.</translation>
    </message>
    <message>
      <source>It went another way after some entry, as when two copies of a vault were both written to. Keep both copies, and compare with your newest backup. Take this one only if you know that it is the right one.</source>
      <translation>С какой-то записи он пошёл иначе, как если писали в две копии хранилища. Сохраните обе и сравните с последней резервной копией. Примите эту, только если знаете, что она верная.</translation>
    </message>
    <message>
      <source>Entries of the log were changed.</source>
      <translation>Записи журнала изменены.</translation>
    </message>
    <message>
      <source>Proofs from here no longer hold. Do not delete anything: check the vault under Settings, and restore your newest backup into another folder to compare.</source>
      <translation>Подтверждения отсюда больше не верны. Ничего не удаляйте: проверьте хранилище в настройках и восстановите последнюю резервную копию в другую папку для сравнения.</translation>
    </message>
    <message>
      <source>The signature under the log does not hold.</source>
      <translation>Подпись под журналом не сходится.</translation>
    </message>
    <message>
      <source>The newest signature under the log is missing.</source>
      <translation>Последней подписи журнала нет.</translation>
    </message>
    <message>
      <source>Part of the vault was lost. Check the vault under Settings, and restore your newest backup into another folder to compare.</source>
      <translation>Часть хранилища потеряна. Проверьте его в настройках и восстановите последнюю резервную копию в другую папку для сравнения.</translation>
    </message>
    <message>
      <source>This computer's clock stands before the newest entry.</source>
      <translation>Часы этого компьютера отстают от последней записи журнала.</translation>
    </message>
    <message>
      <source>The log itself is in order. Set the clock right: what is sealed meanwhile gets a wrong time of its own, and only time stamps show the true one.</source>
      <translation>С журналом всё в порядке. Поправьте часы: запечатанное сейчас получит неверное время, и верное покажут только метки времени.</translation>
    </message>
    <message>
      <source>Erased</source>
      <translation>Стёрто</translation>
    </message>
    <message>
      <source>There</source>
      <translation>Есть</translation>
    </message>
    <message>
      <source>To come</source>
      <translation>Ещё нет</translation>
    </message>
    <message>
      <source>What happened: {count}</source>
      <translation>Что произошло: {count}</translation>
    </message>
    <message numerus="yes">
      <source>%n entry(s)</source>
      <translation>
        <numerusform>%n запись</numerusform>
        <numerusform>%n записи</numerusform>
        <numerusform>%n записей</numerusform>
      </translation>
    </message>
    <message>
      <source>It begins with your first recording.</source>
      <translation>Он начнётся с первой записи.</translation>
    </message>
    <message>
      <source>The log is empty.</source>
      <translation>Журнал пуст.</translation>
    </message>
    <message>
      <source>The log is intact.</source>
      <translation>Журнал цел.</translation>
    </message>
    <message>
      <source>This computer sees it for the first time.</source>
      <translation>Этот компьютер видит его впервые.</translation>
    </message>
    <message>
      <source>Last entry {when}. Nothing was taken out or changed.</source>
      <translation>Последняя запись: {when}. Ничего не убрано и не изменено.</translation>
    </message>
    <message>
      <source>The log does not hold together.</source>
      <translation>Журнал не сходится.</translation>
    </message>
    <message>
      <source>Check the vault under Settings, and compare with your newest backup.</source>
      <translation>Проверьте хранилище в настройках и сравните с последней резервной копией.</translation>
    </message>
  </context>
  <context>
    <name>ask</name>
    <message>
      <source>{name} was taken off the list.</source>
      <translation>Убрано из списка: {name}.</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>Спросить</translation>
    </message>
    <message>
      <source>Each use by itself</source>
      <translation>Каждое использование отдельно</translation>
    </message>
    <message>
      <source>Age</source>
      <translation>Возраст</translation>
    </message>
    <message>
      <source>The number, to be repeated aloud</source>
      <translation>Номер, который нужно повторить вслух</translation>
    </message>
    <message>
      <source>Means yes</source>
      <translation>Значит «да»</translation>
    </message>
    <message>
      <source>Means no</source>
      <translation>Значит «нет»</translation>
    </message>
    <message>
      <source>After a yes</source>
      <translation>После «да»</translation>
    </message>
    <message>
      <source>After a no</source>
      <translation>После «нет»</translation>
    </message>
    <message>
      <source>How to take it back</source>
      <translation>Как отозвать</translation>
    </message>
    <message>
      <source>Indonesian</source>
      <translation>индонезийский</translation>
    </message>
    <message>
      <source>English</source>
      <translation>английский</translation>
    </message>
    <message>
      <source>Russian</source>
      <translation>русский</translation>
    </message>
    <message>
      <source>Spanish</source>
      <translation>испанский</translation>
    </message>
    <message>
      <source>Portuguese</source>
      <translation>португальский</translation>
    </message>
    <message>
      <source>Turkish</source>
      <translation>турецкий</translation>
    </message>
    <message>
      <source>Arabic</source>
      <translation>арабский</translation>
    </message>
    <message>
      <source>Hindi</source>
      <translation>хинди</translation>
    </message>
    <message>
      <source>French</source>
      <translation>французский</translation>
    </message>
    <message>
      <source>German</source>
      <translation>немецкий</translation>
    </message>
    <message>
      <source>Japanese</source>
      <translation>японский</translation>
    </message>
    <message>
      <source>Korean</source>
      <translation>корейский</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>китайский</translation>
    </message>
    <message>
      <source>Thai</source>
      <translation>тайский</translation>
    </message>
    <message>
      <source>Vietnamese</source>
      <translation>вьетнамский</translation>
    </message>
    <message>
      <source>Filipino</source>
      <translation>филиппинский</translation>
    </message>
    <message>
      <source>Malay</source>
      <translation>малайский</translation>
    </message>
    <message>
      <source>Ukrainian</source>
      <translation>украинский</translation>
    </message>
    <message>
      <source>Uzbek</source>
      <translation>узбекский</translation>
    </message>
    <message>
      <source>Kazakh</source>
      <translation>казахский</translation>
    </message>
    <message>
      <source>No native speaker has read these words in {language} yet. Use them with care.</source>
      <translation>Носитель языка ещё не читал этот текст ({language}). Пользуйтесь им с осторожностью.</translation>
    </message>
    <message>
      <source>A native speaker has read these words, a lawyer has not.</source>
      <translation>Носитель языка прочитал этот текст, юрист — нет.</translation>
    </message>
    <message>
      <source>Drawn from a demonstration's time stamp: it proves nothing.</source>
      <translation>Получен из демонстрационной метки времени: ничего не доказывает.</translation>
    </message>
    <message>
      <source>Drawn from a time stamp: nobody could know it earlier.</source>
      <translation>Получен из метки времени: раньше его никто не мог знать.</translation>
    </message>
    <message>
      <source>A random number: no time stamp was there to draw it from. It does not show when.</source>
      <translation>Случайный номер: метки времени для него не было. Он не показывает, когда это было.</translation>
    </message>
    <message>
      <source>Not asked yet</source>
      <translation>Ещё не спрошено</translation>
    </message>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>%n год</numerusform>
        <numerusform>%n года</numerusform>
        <numerusform>%n лет</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>check</name>
    <message>
      <source>Next or previous stretch that needs a decision</source>
      <translation>Следующий или предыдущий отрезок, требующий решения</translation>
    </message>
    <message>
      <source>Previous or next stretch of this lane</source>
      <translation>Предыдущий или следующий отрезок дорожки</translation>
    </message>
    <message>
      <source>Picture or sound at the playhead</source>
      <translation>Изображение или звук под указателем</translation>
    </message>
    <message>
      <source>Choose the stretch at the playhead</source>
      <translation>Выбрать отрезок под указателем</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>Воспроизведение или пауза</translation>
    </message>
    <message>
      <source>Play back, stop, play on; again for faster</source>
      <translation>Назад, стоп, вперёд; ещё раз для скорости</translation>
    </message>
    <message>
      <source>One frame back or on; with Shift one second</source>
      <translation>Кадр назад или вперёд; с Shift на секунду</translation>
    </message>
    <message>
      <source>To the beginning or the end</source>
      <translation>В начало или в конец</translation>
    </message>
    <message>
      <source>Zoom; also Ctrl and the mouse wheel</source>
      <translation>Масштаб; также Ctrl и колесо мыши</translation>
    </message>
    <message>
      <source>Show all, or the chosen stretch</source>
      <translation>Показать всё или выбранный отрезок</translation>
    </message>
    <message>
      <source>Recordings</source>
      <translation>Записи</translation>
    </message>
    <message>
      <source>The check was removed.</source>
      <translation>Проверка убрана.</translation>
    </message>
    <message>
      <source>{name} is checked.</source>
      <translation>{name}: проверка закончена.</translation>
    </message>
    <message>
      <source>Marked as your own material.</source>
      <translation>Отмечено как ваш материал.</translation>
    </message>
    <message>
      <source>The mark was taken back.</source>
      <translation>Отметка снята.</translation>
    </message>
    <message>
      <source>Copied as text.</source>
      <translation>Скопировано как текст.</translation>
    </message>
    <message>
      <source>{name} was written.</source>
      <translation>{name}: записано.</translation>
    </message>
    <message>
      <source>Covered</source>
      <translation>Покрыто</translation>
    </message>
    <message>
      <source>Your own</source>
      <translation>Ваше</translation>
    </message>
    <message>
      <source>Has conditions</source>
      <translation>С условиями</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Неизвестно</translation>
    </message>
    <message>
      <source>Not covered</source>
      <translation>Не покрыто</translation>
    </message>
    <message>
      <source>No permission of this person is on record.</source>
      <translation>Разрешения этого человека не записано.</translation>
    </message>
    <message>
      <source>The permission says nothing about publishing.</source>
      <translation>В разрешении ничего нет о публикации.</translation>
    </message>
    <message>
      <source>The permission does not hold yet.</source>
      <translation>Разрешение ещё не действует.</translation>
    </message>
    <message>
      <source>It is from none of your recordings.</source>
      <translation>Этого нет ни в одной вашей записи.</translation>
    </message>
    <message>
      <source>This part of the recording belongs to no conversation yet.</source>
      <translation>Эта часть записи пока не отнесена ни к одному разговору.</translation>
    </message>
    <message>
      <source>This conversation was set aside.</source>
      <translation>Этот разговор отложен.</translation>
    </message>
    <message>
      <source>The permission has conditions to meet first.</source>
      <translation>У разрешения есть условия; сначала выполните их.</translation>
    </message>
    <message>
      <source>The person set a condition in their own words.</source>
      <translation>Человек поставил условие своими словами.</translation>
    </message>
    <message>
      <source>Only you are seen.</source>
      <translation>Видны только вы.</translation>
    </message>
    <message>
      <source>Between two conversations: nobody is there.</source>
      <translation>Между двумя разговорами: никого нет.</translation>
    </message>
    <message>
      <source>Silence.</source>
      <translation>Тишина.</translation>
    </message>
    <message>
      <source>An empty picture.</source>
      <translation>Пустое изображение.</translation>
    </message>
    <message>
      <source>You marked it as your own material.</source>
      <translation>Вы отметили это как свой материал.</translation>
    </message>
    <message>
      <source>The video has several sound tracks, and only one was listened to.</source>
      <translation>В видео несколько звуковых дорожек, а прослушана только одна.</translation>
    </message>
    <message>
      <source>Only the quick look is done.</source>
      <translation>Сделан только беглый просмотр.</translation>
    </message>
    <message>
      <source>confirmed by picture or sound</source>
      <translation>подтверждено изображением или звуком</translation>
    </message>
    <message>
      <source>picture or sound is from elsewhere</source>
      <translation>изображение или звук не оттуда</translation>
    </message>
    <message>
      <source>not found in the video</source>
      <translation>не найдено в видео</translation>
    </message>
    <message>
      <source>none of your recordings</source>
      <translation>не из ваших записей</translation>
    </message>
    <message>
      <source>Mark the permission</source>
      <translation>Отметить разрешение</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Спросить ещё раз</translation>
    </message>
    <message>
      <source>See the permission</source>
      <translation>Посмотреть разрешение</translation>
    </message>
    <message>
      <source>Open the recording</source>
      <translation>Открыть запись</translation>
    </message>
    <message>
      <source>It is my own…</source>
      <translation>Это моё…</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Изображение</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Звук</translation>
    </message>
    <message>
      <source>The picture comes with the full check.</source>
      <translation>Изображение покажет полная проверка.</translation>
    </message>
    <message>
      <source>This video has no picture.</source>
      <translation>В этом видео нет изображения.</translation>
    </message>
    <message>
      <source>This video has no sound.</source>
      <translation>В этом видео нет звука.</translation>
    </message>
    <message>
      <source>The permission to publish does not hold: {status}.</source>
      <translation>Разрешение на публикацию не действует: {status}.</translation>
    </message>
    <message>
      <source>The permission leaves out: {data}.</source>
      <translation>Разрешение не включает: {data}.</translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n секунда</numerusform>
        <numerusform>%n секунды</numerusform>
        <numerusform>%n секунд</numerusform>
      </translation>
    </message>
    <message>
      <source>{time} minutes</source>
      <translation>{time} мин</translation>
    </message>
    <message>
      <source>Nothing needs a decision.</source>
      <translation>Решать ничего не нужно.</translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) need a decision.</source>
      <translation>
        <numerusform>%n секунда требует решения.</numerusform>
        <numerusform>%n секунды требуют решения.</numerusform>
        <numerusform>%n секунд требуют решения.</numerusform>
      </translation>
    </message>
    <message>
      <source>{time} minutes need a decision.</source>
      <translation>{time} мин требуют решения.</translation>
    </message>
    <message>
      <source>Some sound was not listened to.</source>
      <translation>Часть звука не прослушана.</translation>
    </message>
    <message>
      <source>There are no recordings to compare with.</source>
      <translation>Сравнивать не с чем: записей нет.</translation>
    </message>
    <message>
      <source>Nothing of it is from your recordings.</source>
      <translation>Из ваших записей в нём ничего нет.</translation>
    </message>
    <message>
      <source>Nobody you recorded is in it.</source>
      <translation>В нём нет никого из записанных вами.</translation>
    </message>
    <message>
      <source>{length} of that are of unknown origin.</source>
      <translation>Из них неизвестного происхождения: {length}.</translation>
    </message>
    <message>
      <source>No name yet</source>
      <translation>Имени ещё нет</translation>
    </message>
    <message>
      <source>{recording}, outside its conversations</source>
      <translation>{recording}, вне её разговоров</translation>
    </message>
    <message>
      <source>From a recording, outside its conversations</source>
      <translation>Из записи, вне её разговоров</translation>
    </message>
    <message>
      <source>Unknown footage</source>
      <translation>Неизвестные кадры</translation>
    </message>
    <message>
      <source>No conversation</source>
      <translation>Нет разговора</translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>{start} до {end}</translation>
    </message>
    <message>
      <source>speed {number}x</source>
      <translation>скорость {number}x</translation>
    </message>
    <message>
      <source>mirrored</source>
      <translation>зеркально</translation>
    </message>
    <message>
      <source>pitch {number} semitones higher</source>
      <translation>тон выше на {number} полутона</translation>
    </message>
    <message>
      <source>pitch {number} semitones lower</source>
      <translation>тон ниже на {number} полутона</translation>
    </message>
    <message>
      <source>{percent} % sure</source>
      <translation>уверенность {percent} %</translation>
    </message>
    <message>
      <source>from {recording} at {time}</source>
      <translation>из {recording}, {time}</translation>
    </message>
    <message>
      <source>a recording</source>
      <translation>запись</translation>
    </message>
    <message>
      <source>Another order</source>
      <translation>Другой порядок</translation>
    </message>
    <message>
      <source>What was said later comes earlier in your video.</source>
      <translation>Сказанное позже в вашем видео стоит раньше.</translation>
    </message>
    <message>
      <source>Cut inside a sentence</source>
      <translation>Склейка внутри фразы</translation>
    </message>
    <message>
      <source>A cut lies where somebody is speaking.</source>
      <translation>Склейка приходится на чью-то речь.</translation>
    </message>
    <message>
      <source>Another question</source>
      <translation>Другой вопрос</translation>
    </message>
    <message>
      <source>This answer followed something else in the recording.</source>
      <translation>В записи этот ответ следовал за другим.</translation>
    </message>
    <message>
      <source>Another speed</source>
      <translation>Другая скорость</translation>
    </message>
    <message>
      <source>It runs at {number} times the speed of the recording.</source>
      <translation>Идёт со скоростью {number} от скорости записи.</translation>
    </message>
    <message>
      <source>{name}, {range}: {state}</source>
      <translation>{name}, {range}: {state}</translation>
    </message>
    <message>
      <source>Clip without a name</source>
      <translation>Клип без названия</translation>
    </message>
    <message>
      <source>Recordings were added since this check.</source>
      <translation>После этой проверки добавлены записи.</translation>
    </message>
    <message>
      <source>Footage of unknown origin may be from them. Check again.</source>
      <translation>Кадры неизвестного происхождения могут быть из них. Проверьте снова.</translation>
    </message>
    <message>
      <source>Permissions changed since this check.</source>
      <translation>После этой проверки разрешения изменились.</translation>
    </message>
    <message>
      <source>The verdicts below may no longer hold.</source>
      <translation>Выводы ниже могли устареть.</translation>
    </message>
    <message>
      <source>Parts of this video could not be read.</source>
      <translation>Части этого видео не удалось прочитать.</translation>
    </message>
    <message>
      <source>Its end is missing. What is there was checked.</source>
      <translation>Его конца нет. Проверено то, что есть.</translation>
    </message>
    <message>
      <source>What is there was checked.</source>
      <translation>Проверено то, что есть.</translation>
    </message>
    <message>
      <source>Export the video with one sound track, and check that.</source>
      <translation>Экспортируйте видео с одной звуковой дорожкой и проверьте его.</translation>
    </message>
    <message>
      <source>This comes from a quick look. The full check may differ.</source>
      <translation>Это беглый просмотр. Полная проверка может отличаться.</translation>
    </message>
    <message>
      <source>In this video</source>
      <translation>В этом видео</translation>
    </message>
    <message>
      <source>{name}: picture {picture}, sound {sound}, {verdict} ({recording})</source>
      <translation>{name}: изображение {picture}, звук {sound}, {verdict} ({recording})</translation>
    </message>
    <message>
      <source>Needs a decision</source>
      <translation>Требует решения</translation>
    </message>
    <message>
      <source>Cuts that may change the meaning</source>
      <translation>Склейки, которые могут менять смысл</translation>
    </message>
    <message>
      <source>Your timeline</source>
      <translation>Ваша монтажная шкала</translation>
    </message>
    <message>
      <source>Rules: {names}</source>
      <translation>Правила: {names}</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), all covered.</source>
      <translation>
        <numerusform>%n человек, покрыт.</numerusform>
        <numerusform>%n человека, все покрыты.</numerusform>
        <numerusform>%n человек, все покрыты.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), none covered.</source>
      <translation>
        <numerusform>%n человек, не покрыт.</numerusform>
        <numerusform>%n человека, не покрыт никто.</numerusform>
        <numerusform>%n человек, не покрыт никто.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), {covered} covered.</source>
      <translation>
        <numerusform>%n человек (покрыто: {covered}).</numerusform>
        <numerusform>%n человека (покрыто: {covered}).</numerusform>
        <numerusform>%n человек (покрыто: {covered}).</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>decision</name>
    <message>
      <source>Why is it your own?</source>
      <translation>Почему это ваше?</translation>
    </message>
    <message>
      <source>For example: my intro</source>
      <translation>Например: моя заставка</translation>
    </message>
    <message>
      <source>The reason is entered in the log.</source>
      <translation>Причина вносится в журнал.</translation>
    </message>
    <message>
      <source>What are viewers told?</source>
      <translation>Что сообщают зрителям?</translation>
    </message>
    <message>
      <source>For example: shortened, see the description</source>
      <translation>Например: сокращено, см. описание</translation>
    </message>
    <message>
      <source>Put these words where viewers see them; the plan keeps them.</source>
      <translation>Разместите эти слова там, где их видят зрители; план их хранит.</translation>
    </message>
    <message>
      <source>Why is the video published in spite of this rule?</source>
      <translation>Почему видео публикуется вопреки этому правилу?</translation>
    </message>
    <message>
      <source>A reason somebody else can follow</source>
      <translation>Причина, понятная другому</translation>
    </message>
    <message>
      <source>It is signed, entered in the log and printed with the decision. It stays visible, and you can take it back.</source>
      <translation>Она подписывается, вносится в журнал и печатается с решением. Она остаётся видна, и её можно отменить.</translation>
    </message>
    <message>
      <source>Consent does not cover it.</source>
      <translation>Разрешение этого не покрывает.</translation>
    </message>
    <message>
      <source>Nobody knows where it is from.</source>
      <translation>Неизвестно, откуда это.</translation>
    </message>
    <message>
      <source>It has several sound tracks, and only one was listened to. Export the video with one.</source>
      <translation>В нём несколько звуковых дорожек, а прослушана только одна. Экспортируйте видео с одной.</translation>
    </message>
    <message>
      <source>Only the quick look is done.</source>
      <translation>Сделан только беглый просмотр.</translation>
    </message>
    <message>
      <source>It does not concern this video.</source>
      <translation>К этому видео не относится.</translation>
    </message>
    <message>
      <source>You stated it.</source>
      <translation>Вы это заявили.</translation>
    </message>
    <message>
      <source>Blurred and muted throughout.</source>
      <translation>Полностью размыто и заглушено.</translation>
    </message>
    <message>
      <source>“{detail}” does not name this platform.</source>
      <translation>«{detail}» не называет эту площадку.</translation>
    </message>
    <message>
      <source>“{detail}” does not hold at that time.</source>
      <translation>«{detail}» не действует на это время.</translation>
    </message>
    <message>
      <source>“{detail}” does not name this channel.</source>
      <translation>«{detail}» не называет этот канал.</translation>
    </message>
    <message>
      <source>“{detail}” is for certain channels, and the plan names none.</source>
      <translation>«{detail}» — для определённых каналов, а в плане канал не назван.</translation>
    </message>
    <message>
      <source>“{detail}” does not hold in all those countries.</source>
      <translation>«{detail}» действует не во всех этих странах.</translation>
    </message>
    <message>
      <source>“{detail}” is for certain countries, and the plan names none.</source>
      <translation>«{detail}» — для определённых стран, а в плане они не названы.</translation>
    </message>
    <message>
      <source>Not agreed to: {detail}.</source>
      <translation>Нет согласия: {detail}.</translation>
    </message>
    <message>
      <source>Agreed to, but not with face or voice or name: {detail}.</source>
      <translation>Согласие есть, но не на лицо, голос или имя: {detail}.</translation>
    </message>
    <message>
      <source>It is not stated whether the video earns money.</source>
      <translation>Не указано, приносит ли видео доход.</translation>
    </message>
    <message>
      <source>It is not stated whether there is a sponsor.</source>
      <translation>Не указано, есть ли спонсор.</translation>
    </message>
    <message>
      <source>It is not stated who is in the thumbnail.</source>
      <translation>Не указано, кто на заставке.</translation>
    </message>
    <message>
      <source>It is not stated who is in the title.</source>
      <translation>Не указано, кто в заголовке.</translation>
    </message>
    <message>
      <source>There is no permission of this person to ask: {detail}.</source>
      <translation>Нет разрешения этого человека, которое можно проверить: {detail}.</translation>
    </message>
    <message>
      <source>It is not stated whether this was done: {detail}.</source>
      <translation>Не указано, сделано ли это: {detail}.</translation>
    </message>
    <message>
      <source>Not done everywhere: {detail}.</source>
      <translation>Сделано не везде: {detail}.</translation>
    </message>
    <message>
      <source>This does not verify: {detail}.</source>
      <translation>Не проходит проверку: {detail}.</translation>
    </message>
    <message>
      <source>This could not be checked: {detail}.</source>
      <translation>Не удалось проверить: {detail}.</translation>
    </message>
    <message>
      <source>It is another file: {detail}.</source>
      <translation>Это другой файл: {detail}.</translation>
    </message>
    <message>
      <source>The file is not where it was.</source>
      <translation>Файла нет на прежнем месте.</translation>
    </message>
    <message>
      <source>An agency needs two reviewers, and the plan names fewer.</source>
      <translation>Агентству нужны двое проверяющих, а в плане их меньше.</translation>
    </message>
    <message>
      <source>The evidence is too weak for: {detail}.</source>
      <translation>Подтверждение слишком слабое для: {detail}.</translation>
    </message>
    <message>
      <source>There is no excerpt of the answer.</source>
      <translation>Нет отрывка с ответом.</translation>
    </message>
    <message>
      <source>The excerpt does not hold question and answer.</source>
      <translation>В отрывке нет вопроса и ответа.</translation>
    </message>
    <message>
      <source>The excerpt is from another recording.</source>
      <translation>Отрывок из другой записи.</translation>
    </message>
    <message>
      <source>The excerpt lacks its five seconds around.</source>
      <translation>В отрывке нет пяти секунд вокруг.</translation>
    </message>
    <message>
      <source>The recording is gone; nothing can be compared with it.</source>
      <translation>Записи больше нет; сравнить не с чем.</translation>
    </message>
    <message>
      <source>There is no time stamp, and none was asked for.</source>
      <translation>Метки времени нет, и она не запрошена.</translation>
    </message>
    <message>
      <source>The time stamp has not come yet.</source>
      <translation>Метка времени ещё не пришла.</translation>
    </message>
    <message>
      <source>The time stamp has not come yet; you accept that.</source>
      <translation>Метка времени ещё не пришла; вы это принимаете.</translation>
    </message>
    <message>
      <source>Somebody doubts the age, and it is not cleared.</source>
      <translation>Кто-то сомневается в возрасте, и сомнение не снято.</translation>
    </message>
    <message>
      <source>Two people cleared the doubt.</source>
      <translation>Двое сняли сомнение.</translation>
    </message>
    <message>
      <source>You stated that nobody doubts the age.</source>
      <translation>Вы заявили, что в возрасте никто не сомневается.</translation>
    </message>
    <message>
      <source>It is not stated whether anybody doubts the age.</source>
      <translation>Не указано, сомневается ли кто-то в возрасте.</translation>
    </message>
    <message>
      <source>The person was not asked for their age.</source>
      <translation>Человека не спросили о возрасте.</translation>
    </message>
    <message>
      <source>The person is not of age. Missing: {detail}.</source>
      <translation>Человек несовершеннолетний. Не хватает: {detail}.</translation>
    </message>
    <message>
      <source>No parent or guardian agreed.</source>
      <translation>Родитель или опекун не давал согласия.</translation>
    </message>
    <message>
      <source>The person needs another way to communicate, and did not get it.</source>
      <translation>Человеку нужен другой способ общения, и его не дали.</translation>
    </message>
    <message>
      <source>Can be known by: {detail}.</source>
      <translation>Можно узнать по признаку: {detail}.</translation>
    </message>
    <message>
      <source>Not stated: {detail}</source>
      <translation>Не указано: {detail}</translation>
    </message>
    <message>
      <source>It is not stated whether a complaint is open.</source>
      <translation>Не указано, есть ли открытая жалоба.</translation>
    </message>
    <message>
      <source>Act by {detail}.</source>
      <translation>Действуйте до {detail}.</translation>
    </message>
    <message>
      <source>The mark is not set.</source>
      <translation>Отметка не стоит.</translation>
    </message>
    <message>
      <source>Cuts were not looked at yet.</source>
      <translation>Монтаж ещё не проверен.</translation>
    </message>
    <message>
      <source>Found: {detail}.</source>
      <translation>Найдено: {detail}.</translation>
    </message>
    <message>
      <source>It is not stated.</source>
      <translation>Это не указано.</translation>
    </message>
    <message>
      <source>There is no record of what was told.</source>
      <translation>Не записано, что было сообщено.</translation>
    </message>
    <message>
      <source>The words that were told are not kept.</source>
      <translation>Сказанные слова не сохранены.</translation>
    </message>
    <message>
      <source>It is not kept when it was told.</source>
      <translation>Не сохранено, когда это сообщено.</translation>
    </message>
    <message>
      <source>Asked in a language they are not known to speak.</source>
      <translation>Вопрос задан на языке, о знании которого ничего не известно.</translation>
    </message>
    <message>
      <source>It is not known which language they speak.</source>
      <translation>Неизвестно, на каком языке говорит человек.</translation>
    </message>
    <message>
      <source>This was not asked for: {detail}.</source>
      <translation>Об этом не спросили: {detail}.</translation>
    </message>
    <message>
      <source>There is no yes on record: {detail}.</source>
      <translation>«Да» не записано: {detail}.</translation>
    </message>
    <message>
      <source>One yes may have been meant for everything.</source>
      <translation>Одно «да» могло относиться ко всему сразу.</translation>
    </message>
    <message>
      <source>No yes was heard in the excerpt.</source>
      <translation>В отрывке не слышно «да».</translation>
    </message>
    <message>
      <source>Nobody has listened to the answer yet.</source>
      <translation>Ответ ещё никто не прослушал.</translation>
    </message>
    <message>
      <source>No way to reach you was told.</source>
      <translation>Не сообщили, как с вами связаться.</translation>
    </message>
    <message>
      <source>It is not known whether the way was told.</source>
      <translation>Неизвестно, сообщили ли способ.</translation>
    </message>
    <message>
      <source>Asked more than once in one conversation.</source>
      <translation>Спросили больше одного раза за разговор.</translation>
    </message>
    <message>
      <source>Something was given or promised for a yes.</source>
      <translation>За «да» что-то дали или обещали.</translation>
    </message>
    <message>
      <source>Not told: {detail}.</source>
      <translation>Не сообщено: {detail}.</translation>
    </message>
    <message>
      <source>The words were not ours; what they say is not known.</source>
      <translation>Слова были не наши; что в них сказано, неизвестно.</translation>
    </message>
    <message>
      <source>It is shown, and nobody agreed to it expressly.</source>
      <translation>Это показано, а прямого согласия нет.</translation>
    </message>
    <message>
      <source>The last yes is older than {detail} months.</source>
      <translation>Последнему «да» больше {detail} мес.</translation>
    </message>
    <message>
      <source>Consent and contract stand in one record.</source>
      <translation>Согласие и договор стоят в одной записи.</translation>
    </message>
    <message>
      <source>A contract was asked for as if it were consent.</source>
      <translation>О договоре спросили как о согласии.</translation>
    </message>
    <message>
      <source>A contract is named, and no document is there.</source>
      <translation>Назван договор, но документа нет.</translation>
    </message>
    <message>
      <source>Nobody has stated how the document is worded.</source>
      <translation>Не указано, как сформулирован документ.</translation>
    </message>
    <message>
      <source>A still picture shows a face, and no answer.</source>
      <translation>Кадр показывает лицо, но не ответ.</translation>
    </message>
    <message>
      <source>Nothing written or recorded is there.</source>
      <translation>Нет ничего написанного или записанного.</translation>
    </message>
    <message>
      <source>The permission was void from the start.</source>
      <translation>Разрешение недействительно с самого начала.</translation>
    </message>
    <message>
      <source>The proof does not verify.</source>
      <translation>Доказательство не проходит проверку.</translation>
    </message>
    <message>
      <source>Taken back. Everything must stop by {detail}.</source>
      <translation>Отозвано. Всё должно прекратиться до {detail}.</translation>
    </message>
    <message>
      <source>The permission is in dispute.</source>
      <translation>Разрешение оспаривается.</translation>
    </message>
    <message>
      <source>It is not stated whether the message is in writing and theirs.</source>
      <translation>Не указано, письменное ли это сообщение и от него ли оно.</translation>
    </message>
    <message>
      <source>Nothing in writing is there.</source>
      <translation>Ничего письменного нет.</translation>
    </message>
    <message>
      <source>It is not stated whose key signed.</source>
      <translation>Не указано, чьим ключом подписано.</translation>
    </message>
    <message>
      <source>Publishing the face was not agreed to.</source>
      <translation>Согласия на публикацию лица нет.</translation>
    </message>
    <message>
      <source>Seconds from before the yes to recording are used.</source>
      <translation>Использованы секунды до согласия на запись.</translation>
    </message>
    <message>
      <source>Asked like this: {detail}.</source>
      <translation>Спросили так: {detail}.</translation>
    </message>
    <message>
      <source>It does not verify.</source>
      <translation>Не проходит проверку.</translation>
    </message>
    <message>
      <source>It could not be checked.</source>
      <translation>Не удалось проверить.</translation>
    </message>
    <message>
      <source>The person is not of age.</source>
      <translation>Человек несовершеннолетний.</translation>
    </message>
    <message>
      <source>Taken back.</source>
      <translation>Отозвано.</translation>
    </message>
    <message>
      <source>a guardian</source>
      <translation>опекун</translation>
    </message>
    <message>
      <source>thumbnail</source>
      <translation>заставка</translation>
    </message>
    <message>
      <source>title</source>
      <translation>заголовок</translation>
    </message>
    <message>
      <source>the record's signature</source>
      <translation>подпись записи</translation>
    </message>
    <message>
      <source>the record's place in the log</source>
      <translation>место записи в журнале</translation>
    </message>
    <message>
      <source>the sealed evidence</source>
      <translation>опечатанное подтверждение</translation>
    </message>
    <message>
      <source>the plan names another one</source>
      <translation>в плане назван другой</translation>
    </message>
    <message>
      <source>it was changed since the check</source>
      <translation>изменён после проверки</translation>
    </message>
    <message>
      <source>aloud</source>
      <translation>вслух</translation>
    </message>
    <message>
      <source>shown before the camera</source>
      <translation>показали перед камерой</translation>
    </message>
    <message>
      <source>sent as a link or text</source>
      <translation>прислали ссылкой или текстом</translation>
    </message>
    <message>
      <source>face blurred</source>
      <translation>лицо размыто</translation>
    </message>
    <message>
      <source>voice altered</source>
      <translation>голос изменён</translation>
    </message>
    <message>
      <source>place hidden</source>
      <translation>место скрыто</translation>
    </message>
    <message>
      <source>sound muted</source>
      <translation>звук заглушён</translation>
    </message>
    <message>
      <source>the condition in their own words</source>
      <translation>условие своими словами</translation>
    </message>
    <message>
      <source>who asks</source>
      <translation>кто спрашивает</translation>
    </message>
    <message>
      <source>how to reach you</source>
      <translation>как с вами связаться</translation>
    </message>
    <message>
      <source>that it rests on their yes</source>
      <translation>что основание — их «да»</translation>
    </message>
    <message>
      <source>what for</source>
      <translation>для чего</translation>
    </message>
    <message>
      <source>what of them</source>
      <translation>что именно о них</translation>
    </message>
    <message>
      <source>what is collected and how</source>
      <translation>что и как собирается</translation>
    </message>
    <message>
      <source>for how long</source>
      <translation>на какой срок</translation>
    </message>
    <message>
      <source>how long it is kept</source>
      <translation>сколько хранится</translation>
    </message>
    <message>
      <source>how to take it back</source>
      <translation>как отозвать</translation>
    </message>
    <message>
      <source>that they may say no</source>
      <translation>что можно отказаться</translation>
    </message>
    <message>
      <source>all their rights</source>
      <translation>все их права</translation>
    </message>
    <message>
      <source>who will see it</source>
      <translation>кто это увидит</translation>
    </message>
    <message>
      <source>another order</source>
      <translation>другой порядок</translation>
    </message>
    <message>
      <source>a cut inside a sentence</source>
      <translation>склейка внутри фразы</translation>
    </message>
    <message>
      <source>an answer to another question</source>
      <translation>ответ на другой вопрос</translation>
    </message>
    <message>
      <source>another speed</source>
      <translation>другая скорость</translation>
    </message>
    <message>
      <source>a guardian's agreement</source>
      <translation>согласие опекуна</translation>
    </message>
    <message>
      <source>free will</source>
      <translation>добровольность</translation>
    </message>
    <message>
      <source>moderated comments</source>
      <translation>модерация комментариев</translation>
    </message>
    <message>
      <source>full name</source>
      <translation>полное имя</translation>
    </message>
    <message>
      <source>address, account or number</source>
      <translation>адрес, аккаунт или номер</translation>
    </message>
    <message>
      <source>Did they understand the language they were asked in?</source>
      <translation>Был ли понятен язык, на котором спросили?</translation>
    </message>
    <message>
      <source>Did they answer each use by itself?</source>
      <translation>Был ли отдельный ответ на каждое использование?</translation>
    </message>
    <message>
      <source>Were they told how to take a yes back?</source>
      <translation>Сообщили ли, как отозвать «да»?</translation>
    </message>
    <message>
      <source>Were they told everything the law lists?</source>
      <translation>Сообщили ли всё, что перечисляет закон?</translation>
    </message>
    <message>
      <source>Was anything given or promised for a yes?</source>
      <translation>Давали или обещали ли что-то за «да»?</translation>
    </message>
    <message>
      <source>Is the document worded as consent?</source>
      <translation>Документ сформулирован как согласие?</translation>
    </message>
    <message>
      <source>Is the document worded as a contract?</source>
      <translation>Документ сформулирован как договор?</translation>
    </message>
    <message>
      <source>Were they or you in California?</source>
      <translation>Был ли человек или вы в Калифорнии?</translation>
    </message>
    <message>
      <source>Do you know whose key signed?</source>
      <translation>Знаете ли вы, чьим ключом подписано?</translation>
    </message>
    <message>
      <source>Is what is attached in writing and from them?</source>
      <translation>Приложенное — письменное и от этого человека?</translation>
    </message>
    <message>
      <source>Do they need another way to communicate because of a disability?</source>
      <translation>Нужен ли другой способ общения из-за инвалидности?</translation>
    </message>
    <message>
      <source>Was that way used?</source>
      <translation>Был ли этот способ использован?</translation>
    </message>
    <message>
      <source>Are they under age?</source>
      <translation>Несовершеннолетний ли это человек?</translation>
    </message>
    <message>
      <source>Is the permission that of a parent or guardian?</source>
      <translation>Разрешение дал родитель или опекун?</translation>
    </message>
    <message>
      <source>Do they take part of their own free will?</source>
      <translation>Участвует ли человек добровольно?</translation>
    </message>
    <message>
      <source>Are comments moderated or off?</source>
      <translation>Комментарии модерируются или отключены?</translation>
    </message>
    <message>
      <source>Is their full name said or shown?</source>
      <translation>Названо или показано ли полное имя?</translation>
    </message>
    <message>
      <source>Is an address, account or number of theirs said or shown?</source>
      <translation>Названы или показаны ли адрес, аккаунт или номер?</translation>
    </message>
    <message>
      <source>Is anything on their religion, health, politics or sex life said or shown?</source>
      <translation>Есть ли что-то о вере, здоровье, политике или интимной жизни?</translation>
    </message>
    <message>
      <source>Did they agree to that expressly?</source>
      <translation>Было ли на это прямое согласие?</translation>
    </message>
    <message>
      <source>Is a voice or face replaced by one that seems real?</source>
      <translation>Заменены ли голос или лицо так, что кажутся настоящими?</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Спросить ещё раз</translation>
    </message>
    <message>
      <source>Blur the face</source>
      <translation>Размыть лицо</translation>
    </message>
    <message>
      <source>Mute the voice</source>
      <translation>Заглушить голос</translation>
    </message>
    <message>
      <source>Cut it out</source>
      <translation>Вырезать</translation>
    </message>
    <message>
      <source>It is my own…</source>
      <translation>Это моё…</translation>
    </message>
    <message>
      <source>Change the plan</source>
      <translation>Изменить план</translation>
    </message>
    <message>
      <source>State it</source>
      <translation>Указать</translation>
    </message>
    <message>
      <source>Add evidence</source>
      <translation>Добавить подтверждение</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Проверить снова</translation>
    </message>
    <message>
      <source>Tell viewers…</source>
      <translation>Сообщить зрителям…</translation>
    </message>
    <message>
      <source>Overrule…</source>
      <translation>Отложить правило…</translation>
    </message>
    <message>
      <source>Blocks</source>
      <translation>Блокирует</translation>
    </message>
    <message>
      <source>Warns</source>
      <translation>Предупреждает</translation>
    </message>
    <message>
      <source>Overruled</source>
      <translation>Отложено</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Соблюдено</translation>
    </message>
    <message>
      <source>Blocks: not known</source>
      <translation>Блокирует: неизвестно</translation>
    </message>
    <message>
      <source>Warns: not known</source>
      <translation>Предупреждает: неизвестно</translation>
    </message>
    <message>
      <source>By this plan, the video may be published.</source>
      <translation>По этому плану видео можно публиковать.</translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) stand in the way.</source>
      <translation>
        <numerusform>Мешает %n пункт.</numerusform>
        <numerusform>Мешают %n пункта.</numerusform>
        <numerusform>Мешают %n пунктов.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) warn.</source>
      <translation>
        <numerusform>%n правило предупреждает.</numerusform>
        <numerusform>%n правила предупреждают.</numerusform>
        <numerusform>%n правил предупреждают.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) were overruled by you.</source>
      <translation>
        <numerusform>%n правило вы отложили.</numerusform>
        <numerusform>%n правила вы отложили.</numerusform>
        <numerusform>%n правил вы отложили.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) hold.</source>
      <translation>
        <numerusform>%n правило соблюдено.</numerusform>
        <numerusform>%n правила соблюдены.</numerusform>
        <numerusform>%n правил соблюдены.</numerusform>
      </translation>
    </message>
    <message>
      <source>Not stated</source>
      <translation>Не указано</translation>
    </message>
    <message>
      <source>The rule is overruled.</source>
      <translation>Правило отложено.</translation>
    </message>
    <message>
      <source>The rule counts again.</source>
      <translation>Правило снова учитывается.</translation>
    </message>
    <message>
      <source>It is noted what viewers are told.</source>
      <translation>Записано, что сообщается зрителям.</translation>
    </message>
    <message>
      <source>New videos begin with this plan.</source>
      <translation>Новые видео начнутся с этого плана.</translation>
    </message>
    <message>
      <source>{name} was written.</source>
      <translation>{name}: записано.</translation>
    </message>
    <message>
      <source>Take it off</source>
      <translation>Убрать</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>Что сделано</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Все</translation>
    </message>
    <message>
      <source>For whom</source>
      <translation>Для кого</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Где</translation>
    </message>
    <message>
      <source>When it came</source>
      <translation>Когда пришла</translation>
    </message>
    <message>
      <source>Somebody else</source>
      <translation>Кто-то другой</translation>
    </message>
    <message>
      <source>About whom</source>
      <translation>О ком</translation>
    </message>
    <message>
      <source>What you do about it</source>
      <translation>Что вы делаете</translation>
    </message>
    <message>
      <source>Whose age</source>
      <translation>Чей возраст</translation>
    </message>
    <message>
      <source>Cleared by</source>
      <translation>Кто снял</translation>
    </message>
    <message>
      <source>Two names, once two people cleared it</source>
      <translation>Два имени, когда двое сняли сомнение</translation>
    </message>
    <message>
      <source>What viewers are told</source>
      <translation>Что сообщают зрителям</translation>
    </message>
    <message>
      <source>Why it is overruled</source>
      <translation>Почему отложено</translation>
    </message>
    <message>
      <source>Face blurred</source>
      <translation>Лицо размыто</translation>
    </message>
    <message>
      <source>Voice altered</source>
      <translation>Голос изменён</translation>
    </message>
    <message>
      <source>Place hidden</source>
      <translation>Место скрыто</translation>
    </message>
    <message>
      <source>Sound muted</source>
      <translation>Звук заглушён</translation>
    </message>
    <message>
      <source>Their own condition met</source>
      <translation>Их условие выполнено</translation>
    </message>
    <message>
      <source>place not stated</source>
      <translation>место не указано</translation>
    </message>
    <message>
      <source>the whole world</source>
      <translation>весь мир</translation>
    </message>
    <message>
      <source>as soon as it is ready</source>
      <translation>как только будет готово</translation>
    </message>
    <message>
      <source>money not stated</source>
      <translation>доход не указан</translation>
    </message>
    <message>
      <source>with advertisements</source>
      <translation>с рекламой</translation>
    </message>
    <message>
      <source>without advertisements</source>
      <translation>без рекламы</translation>
    </message>
    <message numerus="yes">
      <source>%n countries</source>
      <translation>
        <numerusform>%n страна</numerusform>
        <numerusform>%n страны</numerusform>
        <numerusform>%n стран</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>messages</name>
    <message>
      <source>This encrypted file cannot be used.</source>
      <translation>Этот зашифрованный файл нельзя использовать.</translation>
    </message>
    <message>
      <source>It is not an age file of the kind ConsentKit takes.</source>
      <translation>Это не тот файл age, который принимает ConsentKit.</translation>
    </message>
    <message>
      <source>Ask the sender for a fresh copy.</source>
      <translation>Попросите у отправителя новую копию.</translation>
    </message>
    <message>
      <source>This is not an age key.</source>
      <translation>Это не ключ age.</translation>
    </message>
    <message>
      <source>It begins with AGE-SECRET-KEY-1.</source>
      <translation>Он начинается с AGE-SECRET-KEY-1.</translation>
    </message>
    <message>
      <source>Correct it and try again.</source>
      <translation>Исправьте и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>No key opens this file.</source>
      <translation>Этот файл не открывается ни одним ключом.</translation>
    </message>
    <message>
      <source>It was encrypted for somebody else, or changed on the way.</source>
      <translation>Он зашифрован для другого или изменён по пути.</translation>
    </message>
    <message>
      <source>Give the key it was made for.</source>
      <translation>Укажите ключ, для которого он сделан.</translation>
    </message>
    <message>
      <source>This is not an age recipient.</source>
      <translation>Это не получатель age.</translation>
    </message>
    <message>
      <source>It begins with age1 and is 62 characters long.</source>
      <translation>Он начинается с age1 и состоит из 62 знаков.</translation>
    </message>
    <message>
      <source>This card cannot be used.</source>
      <translation>Эту карточку нельзя использовать.</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>Ничего не изменено.</translation>
    </message>
    <message>
      <source>Open a fresh card under Ask.</source>
      <translation>Откройте новую карточку в разделе «Спросить».</translation>
    </message>
    <message>
      <source>This card belongs to another permission already.</source>
      <translation>Эта карточка уже относится к другому разрешению.</translation>
    </message>
    <message>
      <source>Each number stands for one asking alone, or it would show nothing.</source>
      <translation>Каждый номер относится только к одному вопросу, иначе он ничего не показывает.</translation>
    </message>
    <message>
      <source>Choose another card, or seal without one.</source>
      <translation>Выберите другую карточку или запечатайте без неё.</translation>
    </message>
    <message>
      <source>This file cannot be attached.</source>
      <translation>Этот файл нельзя приложить.</translation>
    </message>
    <message>
      <source>Pictures, PDF, text and sound are taken.</source>
      <translation>Принимаются картинки, PDF, текст и звук.</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>Выберите другой файл.</translation>
    </message>
    <message>
      <source>This authority is in the list already.</source>
      <translation>Эта служба уже в списке.</translation>
    </message>
    <message>
      <source>Tick it there.</source>
      <translation>Отметьте её там.</translation>
    </message>
    <message>
      <source>There are too many authorities.</source>
      <translation>Слишком много служб времени.</translation>
    </message>
    <message>
      <source>Remove one first.</source>
      <translation>Сначала удалите одну.</translation>
    </message>
    <message>
      <source>This certificate file is too large.</source>
      <translation>Файл сертификатов слишком большой.</translation>
    </message>
    <message>
      <source>Choose a PEM file with the authority's root alone.</source>
      <translation>Выберите PEM-файл только с корнем этой службы.</translation>
    </message>
    <message>
      <source>There is no certificate in this file.</source>
      <translation>В этом файле нет сертификата.</translation>
    </message>
    <message>
      <source>It must be PEM text with BEGIN CERTIFICATE.</source>
      <translation>Нужен текст PEM с BEGIN CERTIFICATE.</translation>
    </message>
    <message>
      <source>This is not a web address.</source>
      <translation>Это не веб-адрес.</translation>
    </message>
    <message>
      <source>An authority is asked over https:// or http://.</source>
      <translation>Служба времени доступна по https:// или http://.</translation>
    </message>
    <message>
      <source>This backup cannot be used.</source>
      <translation>Эта резервная копия непригодна.</translation>
    </message>
    <message>
      <source>It is not what was written when it was made.</source>
      <translation>Она не такая, какой была записана.</translation>
    </message>
    <message>
      <source>Choose an older backup.</source>
      <translation>Выберите более раннюю копию.</translation>
    </message>
    <message>
      <source>The backup cannot go there.</source>
      <translation>Сохранить копию туда нельзя.</translation>
    </message>
    <message>
      <source>The folder is inside the vault or holds something already.</source>
      <translation>Папка внутри хранилища или уже не пуста.</translation>
    </message>
    <message>
      <source>Choose an empty folder, best on another disk.</source>
      <translation>Выберите пустую папку, лучше на другом диске.</translation>
    </message>
    <message>
      <source>This is not what its format says.</source>
      <translation>Это не соответствует своему формату.</translation>
    </message>
    <message>
      <source>In this state it proves nothing.</source>
      <translation>В таком виде он ничего не подтверждает.</translation>
    </message>
    <message>
      <source>Something inside ConsentKit does not fit.</source>
      <translation>Внутри ConsentKit что-то не сошлось.</translation>
    </message>
    <message>
      <source>What was sealed before is safe.</source>
      <translation>Всё запечатанное ранее в сохранности.</translation>
    </message>
    <message>
      <source>If it comes back, please report it.</source>
      <translation>Если это повторится, сообщите нам.</translation>
    </message>
    <message>
      <source>A piece of evidence is missing.</source>
      <translation>Не хватает доказательства.</translation>
    </message>
    <message>
      <source>Its record stays; what it rests on cannot be shown.</source>
      <translation>Разрешение остаётся, но показать его основание нельзя.</translation>
    </message>
    <message>
      <source>Run the vault check under Settings.</source>
      <translation>Запустите проверку хранилища в настройках.</translation>
    </message>
    <message>
      <source>This proof file is not as it was made.</source>
      <translation>Файл-подтверждение не такой, каким был создан.</translation>
    </message>
    <message>
      <source>This proof file is empty.</source>
      <translation>Файл-подтверждение пуст.</translation>
    </message>
    <message>
      <source>This is not a proof file.</source>
      <translation>Это не файл-подтверждение.</translation>
    </message>
    <message>
      <source>A proof ends in .consentproof.</source>
      <translation>Имя такого файла оканчивается на .consentproof.</translation>
    </message>
    <message>
      <source>This proof file ends too early.</source>
      <translation>Файл-подтверждение обрывается.</translation>
    </message>
    <message>
      <source>It was not copied whole.</source>
      <translation>Он скопирован не полностью.</translation>
    </message>
    <message>
      <source>The certificate could not be set.</source>
      <translation>Не удалось составить сертификат.</translation>
    </message>
    <message>
      <source>The proof was not exported.</source>
      <translation>Подтверждение не экспортировано.</translation>
    </message>
    <message>
      <source>This step is not allowed here.</source>
      <translation>Этот шаг здесь не допускается.</translation>
    </message>
    <message>
      <source>The rules of consent do not allow it.</source>
      <translation>Правила согласия этого не допускают.</translation>
    </message>
    <message>
      <source>Look again with F5.</source>
      <translation>Обновите с помощью F5.</translation>
    </message>
    <message>
      <source>A permission needs an adult.</source>
      <translation>Разрешение может дать только совершеннолетний.</translation>
    </message>
    <message>
      <source>The person has not said to be of age.</source>
      <translation>Человек не сказал, что ему есть 18.</translation>
    </message>
    <message>
      <source>Mark that they said so, or do not use it.</source>
      <translation>Отметьте это, если он так сказал, или не используйте.</translation>
    </message>
    <message>
      <source>This permission is on legal hold.</source>
      <translation>Разрешение удерживается по правовым причинам.</translation>
    </message>
    <message>
      <source>It must not be erased while the hold lasts.</source>
      <translation>Пока действует удержание, стирать его нельзя.</translation>
    </message>
    <message>
      <source>Lift the hold first.</source>
      <translation>Сначала снимите удержание.</translation>
    </message>
    <message>
      <source>Only the partner withdraws.</source>
      <translation>Отозвать может только собеседник.</translation>
    </message>
    <message>
      <source>When you end it yourself, it is revoked.</source>
      <translation>Если прекращаете вы сами, это отмена.</translation>
    </message>
    <message>
      <source>Choose Revoke instead.</source>
      <translation>Выберите «Отменить».</translation>
    </message>
    <message>
      <source>They said no less than {days} days ago.</source>
      <translation>Отказ был меньше {days} дней назад.</translation>
    </message>
    <message>
      <source>Asking again so soon would be pressing them.</source>
      <translation>Спрашивать так скоро — значит давить.</translation>
    </message>
    <message>
      <source>Wait, unless they begin themselves.</source>
      <translation>Подождите, если только человек не начнёт сам.</translation>
    </message>
    <message>
      <source>The new term ends in the past.</source>
      <translation>Новый срок кончается в прошлом.</translation>
    </message>
    <message>
      <source>Choose a later day.</source>
      <translation>Выберите более позднюю дату.</translation>
    </message>
    <message>
      <source>The conversations cannot be changed like this.</source>
      <translation>Так изменить разговоры нельзя.</translation>
    </message>
    <message>
      <source>A permission refers to this conversation.</source>
      <translation>На этот разговор ссылается разрешение.</translation>
    </message>
    <message>
      <source>Change it in the permission instead.</source>
      <translation>Измените это в разрешении.</translation>
    </message>
    <message>
      <source>There is no conversation at this moment.</source>
      <translation>В этот момент разговора нет.</translation>
    </message>
    <message>
      <source>Move the playhead into one.</source>
      <translation>Поставьте указатель внутрь разговора.</translation>
    </message>
    <message>
      <source>This conversation is no longer there.</source>
      <translation>Этого разговора больше нет.</translation>
    </message>
    <message>
      <source>Another conversation lies between them.</source>
      <translation>Между ними другой разговор.</translation>
    </message>
    <message>
      <source>Join neighbours only.</source>
      <translation>Объединяйте только соседние.</translation>
    </message>
    <message>
      <source>A conversation would leave the recording.</source>
      <translation>Разговор вышел бы за пределы записи.</translation>
    </message>
    <message>
      <source>Two conversations would overlap.</source>
      <translation>Два разговора пересеклись бы.</translation>
    </message>
    <message>
      <source>That is too short for a conversation.</source>
      <translation>Для разговора это слишком коротко.</translation>
    </message>
    <message>
      <source>Make it at least half a second long.</source>
      <translation>Сделайте не короче половины секунды.</translation>
    </message>
    <message>
      <source>The demo could not be made.</source>
      <translation>Не удалось создать демонстрацию.</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>Попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>The demo's folder holds something else.</source>
      <translation>В папке демонстрации уже что-то есть.</translation>
    </message>
    <message>
      <source>Move it away and try again.</source>
      <translation>Уберите это и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>The disk did not do its part.</source>
      <translation>Диск не справился.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Диск заполнен.</translation>
    </message>
    <message>
      <source>Nothing half-done was kept.</source>
      <translation>Ничего недоделанного не осталось.</translation>
    </message>
    <message>
      <source>Free some space, then try again.</source>
      <translation>Освободите место и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>This disk cannot guard a vault.</source>
      <translation>Этот диск не может охранять хранилище.</translation>
    </message>
    <message>
      <source>It does not keep two programs from writing at once.</source>
      <translation>Он не мешает двум программам писать разом.</translation>
    </message>
    <message>
      <source>Keep the vault on a disk of this computer.</source>
      <translation>Держите хранилище на диске этого компьютера.</translation>
    </message>
    <message>
      <source>This place may not be written to.</source>
      <translation>Сюда нельзя писать.</translation>
    </message>
    <message>
      <source>Choose another folder, or allow writing there.</source>
      <translation>Выберите другую папку или разрешите запись.</translation>
    </message>
    <message>
      <source>It is no longer there.</source>
      <translation>Этого больше нет.</translation>
    </message>
    <message>
      <source>The permission is not complete.</source>
      <translation>Разрешение заполнено не полностью.</translation>
    </message>
    <message>
      <source>The answer lies outside this conversation.</source>
      <translation>Ответ лежит за пределами этого разговора.</translation>
    </message>
    <message>
      <source>Somebody else may be speaking there.</source>
      <translation>Там может говорить кто-то другой.</translation>
    </message>
    <message>
      <source>Mark the answer inside, or move the edges of the conversation.</source>
      <translation>Отметьте ответ внутри разговора или сдвиньте его границы.</translation>
    </message>
    <message>
      <source>Every purpose needs an answer.</source>
      <translation>Для каждой цели нужен ответ.</translation>
    </message>
    <message>
      <source>Answer each one by itself.</source>
      <translation>Ответьте по каждой отдельно.</translation>
    </message>
    <message>
      <source>It is not said which part this is about.</source>
      <translation>Не указано, о каком отрывке речь.</translation>
    </message>
    <message>
      <source>Choose a conversation or mark a clip.</source>
      <translation>Выберите разговор или отметьте отрывок.</translation>
    </message>
    <message>
      <source>A yes is written down where no yes was heard.</source>
      <translation>Записано «да», хотя «да» не прозвучало.</translation>
    </message>
    <message>
      <source>What was heard decides: a no or an unclear answer stands for every purpose.</source>
      <translation>Решает услышанное: отказ или неясный ответ относится ко всем целям.</translation>
    </message>
    <message>
      <source>Listen again, and set what you heard.</source>
      <translation>Прослушайте ещё раз и укажите, что вы услышали.</translation>
    </message>
    <message>
      <source>That did not work.</source>
      <translation>Не получилось.</translation>
    </message>
    <message>
      <source>This entry is not complete.</source>
      <translation>Запись заполнена не полностью.</translation>
    </message>
    <message>
      <source>This would happen in the future.</source>
      <translation>Это произошло бы в будущем.</translation>
    </message>
    <message>
      <source>An entry tells what has happened already.</source>
      <translation>Запись говорит о том, что уже произошло.</translation>
    </message>
    <message>
      <source>Look at the date, and at this computer's clock.</source>
      <translation>Проверьте дату и часы этого компьютера.</translation>
    </message>
    <message>
      <source>A reason is needed.</source>
      <translation>Нужна причина.</translation>
    </message>
    <message>
      <source>It stays in the log for those who ask later.</source>
      <translation>Она останется в журнале для тех, кто спросит.</translation>
    </message>
    <message>
      <source>Write one sentence.</source>
      <translation>Напишите одно предложение.</translation>
    </message>
    <message>
      <source>The marks do not fit together.</source>
      <translation>Отметки не согласуются.</translation>
    </message>
    <message>
      <source>The answer must come after its question.</source>
      <translation>Ответ должен следовать за вопросом.</translation>
    </message>
    <message>
      <source>Set the marks again.</source>
      <translation>Поставьте отметки заново.</translation>
    </message>
    <message>
      <source>This piece of evidence is no longer there.</source>
      <translation>Этого доказательства больше нет.</translation>
    </message>
    <message>
      <source>The excerpt could not be cut.</source>
      <translation>Не удалось вырезать отрывок.</translation>
    </message>
    <message>
      <source>The excerpt is not from this recording as sealed.</source>
      <translation>Отрывок не из этой запечатанной записи.</translation>
    </message>
    <message>
      <source>Its content and its proof do not match.</source>
      <translation>Содержание и доказательство не совпадают.</translation>
    </message>
    <message>
      <source>The excerpt lies outside the recording.</source>
      <translation>Отрывок выходит за пределы записи.</translation>
    </message>
    <message>
      <source>The excerpt is too long.</source>
      <translation>Отрывок слишком длинный.</translation>
    </message>
    <message>
      <source>Question and answer take a minute, not a quarter of an hour.</source>
      <translation>На вопрос и ответ хватает минуты, а не четверти часа.</translation>
    </message>
    <message>
      <source>More faces were found than can be told apart.</source>
      <translation>Найдено больше лиц, чем можно различить.</translation>
    </message>
    <message>
      <source>The video was not changed.</source>
      <translation>Видео не изменено.</translation>
    </message>
    <message>
      <source>Hide the picture there, or choose shorter stretches.</source>
      <translation>Скройте там изображение или выберите отрезки покороче.</translation>
    </message>
    <message>
      <source>The file cannot be used.</source>
      <translation>Файл нельзя использовать.</translation>
    </message>
    <message>
      <source>This is not an ordinary file.</source>
      <translation>Это не обычный файл.</translation>
    </message>
    <message>
      <source>Reading the file broke off.</source>
      <translation>Чтение файла оборвалось.</translation>
    </message>
    <message>
      <source>The disk or its cable may be at fault.</source>
      <translation>Возможно, дело в диске или кабеле.</translation>
    </message>
    <message>
      <source>The file cannot be opened.</source>
      <translation>Файл не открывается.</translation>
    </message>
    <message>
      <source>See that the file is there and may be read.</source>
      <translation>Проверьте, что файл на месте и доступен для чтения.</translation>
    </message>
    <message>
      <source>This cannot be used.</source>
      <translation>Это нельзя использовать.</translation>
    </message>
    <message>
      <source>This is larger than ConsentKit accepts.</source>
      <translation>Это больше, чем принимает ConsentKit.</translation>
    </message>
    <message>
      <source>Choose something smaller.</source>
      <translation>Выберите что-нибудь поменьше.</translation>
    </message>
    <message>
      <source>ConsentKit is not installed completely.</source>
      <translation>ConsentKit установлен не полностью.</translation>
    </message>
    <message>
      <source>A file it needs is missing or was changed.</source>
      <translation>Нужный файл отсутствует или изменён.</translation>
    </message>
    <message>
      <source>Install ConsentKit again.</source>
      <translation>Установите ConsentKit заново.</translation>
    </message>
    <message>
      <source>The signature is not by the key it names.</source>
      <translation>Подпись сделана не тем ключом, который указан.</translation>
    </message>
    <message>
      <source>ConsentKit is closing.</source>
      <translation>ConsentKit закрывается.</translation>
    </message>
    <message>
      <source>Open it again and repeat the step.</source>
      <translation>Откройте снова и повторите шаг.</translation>
    </message>
    <message>
      <source>A signature does not hold.</source>
      <translation>Подпись неверна.</translation>
    </message>
    <message>
      <source>The log does not hold together.</source>
      <translation>Журнал не сходится.</translation>
    </message>
    <message>
      <source>An entry was changed, or the proof of it is not from this log.</source>
      <translation>Запись изменена, или доказательство не из этого журнала.</translation>
    </message>
    <message>
      <source>Do not delete anything. Look under Activity and compare with your newest backup.</source>
      <translation>Ничего не удаляйте. Откройте журнал и сравните с последней резервной копией.</translation>
    </message>
    <message>
      <source>The signature under the log does not hold.</source>
      <translation>Подпись под журналом не сходится.</translation>
    </message>
    <message>
      <source>Someone without the vault's key wrote to it. Proofs from here no longer hold.</source>
      <translation>В журнал писал кто-то без ключа хранилища. Подтверждения отсюда больше не действуют.</translation>
    </message>
    <message>
      <source>The log is not signed yet.</source>
      <translation>Журнал ещё не подписан.</translation>
    </message>
    <message>
      <source>A proof needs a signed state of the log.</source>
      <translation>Подтверждению нужно подписанное состояние журнала.</translation>
    </message>
    <message>
      <source>Seal the permission first.</source>
      <translation>Сначала запечатайте разрешение.</translation>
    </message>
    <message>
      <source>The computer's clock was set back.</source>
      <translation>Часы компьютера переведены назад.</translation>
    </message>
    <message>
      <source>New entries would seem older than the last ones.</source>
      <translation>Новые записи казались бы старше последних.</translation>
    </message>
    <message>
      <source>Set the clock right.</source>
      <translation>Исправьте время на компьютере.</translation>
    </message>
    <message>
      <source>Entries of the log were changed.</source>
      <translation>Записи журнала изменены.</translation>
    </message>
    <message>
      <source>Proofs from here no longer hold.</source>
      <translation>Подтверждения отсюда больше не действуют.</translation>
    </message>
    <message>
      <source>The vault has another history than last time.</source>
      <translation>История хранилища не та, что в прошлый раз.</translation>
    </message>
    <message>
      <source>Two copies were written to, or entries were replaced.</source>
      <translation>Писали в две копии, или записи подменены.</translation>
    </message>
    <message>
      <source>The key that signs the log is missing.</source>
      <translation>Ключа, которым подписывают журнал, нет.</translation>
    </message>
    <message>
      <source>Nothing can be sealed without it; what was sealed before stays readable.</source>
      <translation>Без него ничего нельзя запечатать; запечатанное раньше остаётся читаемым.</translation>
    </message>
    <message>
      <source>Restore your newest backup into another folder and go on there.</source>
      <translation>Восстановите последнюю резервную копию в другую папку и продолжайте там.</translation>
    </message>
    <message>
      <source>The vault is older than the one last seen.</source>
      <translation>Хранилище старее, чем было в прошлый раз.</translation>
    </message>
    <message>
      <source>Someone put an old copy in its place, or you restored a backup.</source>
      <translation>Подложена старая копия, или вы восстановили резервную.</translation>
    </message>
    <message>
      <source>This recording cannot be read.</source>
      <translation>Эту запись нельзя прочитать.</translation>
    </message>
    <message>
      <source>Copy it from the device again, or add another recording.</source>
      <translation>Скопируйте её с устройства ещё раз или добавьте другую запись.</translation>
    </message>
    <message>
      <source>This file is empty.</source>
      <translation>Этот файл пуст.</translation>
    </message>
    <message>
      <source>The recording was not finished.</source>
      <translation>Запись не была завершена.</translation>
    </message>
    <message>
      <source>Its table of contents is missing, as after a crash.</source>
      <translation>Нет оглавления, как после сбоя.</translation>
    </message>
    <message>
      <source>Repair it in the program that recorded it, then add it again.</source>
      <translation>Исправьте её в программе записи и добавьте снова.</translation>
    </message>
    <message>
      <source>This recording needs more memory than is allowed.</source>
      <translation>Записи нужно больше памяти, чем разрешено.</translation>
    </message>
    <message>
      <source>There is no picture at this place.</source>
      <translation>В этом месте нет изображения.</translation>
    </message>
    <message>
      <source>Choose another moment.</source>
      <translation>Выберите другой момент.</translation>
    </message>
    <message>
      <source>There is neither picture nor sound in it.</source>
      <translation>В нём нет ни изображения, ни звука.</translation>
    </message>
    <message>
      <source>This is not a video.</source>
      <translation>Это не видео.</translation>
    </message>
    <message>
      <source>Taken are mp4, mkv, mov, webm, flv and avi.</source>
      <translation>Принимаются mp4, mkv, mov, webm, flv и avi.</translation>
    </message>
    <message>
      <source>Nothing in this recording can be decoded.</source>
      <translation>В этой записи ничего не декодируется.</translation>
    </message>
    <message>
      <source>The file is damaged from its beginning.</source>
      <translation>Файл повреждён с самого начала.</translation>
    </message>
    <message>
      <source>Reading this recording was broken off.</source>
      <translation>Чтение этой записи прервалось.</translation>
    </message>
    <message>
      <source>The reader is kept apart, so nothing else was harmed.</source>
      <translation>Чтение идёт отдельно, остальное не пострадало.</translation>
    </message>
    <message>
      <source>There is too little memory.</source>
      <translation>Не хватает памяти.</translation>
    </message>
    <message>
      <source>Close other programs and try again.</source>
      <translation>Закройте другие программы и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>The time authority cannot be reached.</source>
      <translation>Служба времени недоступна.</translation>
    </message>
    <message>
      <source>Your records are sealed; only the outside proof of time is still missing.</source>
      <translation>Разрешения запечатаны; не хватает только внешнего подтверждения времени.</translation>
    </message>
    <message>
      <source>ConsentKit asks again by itself.</source>
      <translation>ConsentKit повторит запрос сам.</translation>
    </message>
    <message>
      <source>The time authority did not answer in time.</source>
      <translation>Служба времени не ответила вовремя.</translation>
    </message>
    <message>
      <source>A signature of the log does not hold.</source>
      <translation>Подпись журнала неверна.</translation>
    </message>
    <message>
      <source>This text for asking cannot be used.</source>
      <translation>Этот текст просьбы нельзя использовать.</translation>
    </message>
    <message>
      <source>It is incomplete or not there in this language.</source>
      <translation>Он неполон или его нет на этом языке.</translation>
    </message>
    <message>
      <source>Choose another language.</source>
      <translation>Выберите другой язык.</translation>
    </message>
    <message>
      <source>The consent number does not fit.</source>
      <translation>Номер согласия не подходит.</translation>
    </message>
    <message>
      <source>It does not come from the time stamp it names.</source>
      <translation>Он не из указанной метки времени.</translation>
    </message>
    <message>
      <source>The partner's signature does not hold.</source>
      <translation>Подпись собеседника неверна.</translation>
    </message>
    <message>
      <source>This cannot be said of a person like that.</source>
      <translation>Так человека описать нельзя.</translation>
    </message>
    <message>
      <source>This is not a country.</source>
      <translation>Это не страна.</translation>
    </message>
    <message>
      <source>Choose one from the list.</source>
      <translation>Выберите из списка.</translation>
    </message>
    <message>
      <source>This is not a language.</source>
      <translation>Это не язык.</translation>
    </message>
    <message>
      <source>Your profile is not complete.</source>
      <translation>Ваш профиль заполнен не полностью.</translation>
    </message>
    <message>
      <source>The person asked must hear who asks and how to reach you.</source>
      <translation>Человек должен знать, кто спрашивает и как с ним связаться.</translation>
    </message>
    <message>
      <source>Fill it in under Settings, Profile.</source>
      <translation>Заполните его в настройках, раздел «Профиль».</translation>
    </message>
    <message>
      <source>The proof could not be made.</source>
      <translation>Не удалось создать подтверждение.</translation>
    </message>
    <message>
      <source>This proof is encrypted.</source>
      <translation>Это подтверждение зашифровано.</translation>
    </message>
    <message>
      <source>It opens with the key of whom it was made for.</source>
      <translation>Оно открывается ключом того, для кого сделано.</translation>
    </message>
    <message>
      <source>Give the key, or ask for an open copy.</source>
      <translation>Укажите ключ или попросите открытую копию.</translation>
    </message>
    <message>
      <source>The receipt does not fit the rest of the proof.</source>
      <translation>Квитанция не подходит к остальному.</translation>
    </message>
    <message>
      <source>This permission cannot be used like this.</source>
      <translation>Так использовать это разрешение нельзя.</translation>
    </message>
    <message>
      <source>This permission was erased.</source>
      <translation>Это разрешение стёрто.</translation>
    </message>
    <message>
      <source>Its key was destroyed; nobody can read it any more.</source>
      <translation>Его ключ уничтожен; прочитать его уже никто не может.</translation>
    </message>
    <message>
      <source>At least one purpose is needed.</source>
      <translation>Нужна хотя бы одна цель.</translation>
    </message>
    <message>
      <source>Choose what was agreed to.</source>
      <translation>Выберите, на что дано согласие.</translation>
    </message>
    <message>
      <source>This permission is no longer there.</source>
      <translation>Этого разрешения больше нет.</translation>
    </message>
    <message>
      <source>The recording cannot be used now.</source>
      <translation>Запись сейчас недоступна.</translation>
    </message>
    <message>
      <source>The recording was changed since it was added.</source>
      <translation>Запись изменилась после добавления.</translation>
    </message>
    <message>
      <source>An excerpt can only come from the recording as it was sealed.</source>
      <translation>Отрывок можно взять только из запечатанной записи.</translation>
    </message>
    <message>
      <source>Bring the original back, or add this one as a new recording.</source>
      <translation>Верните оригинал или добавьте эту как новую запись.</translation>
    </message>
    <message>
      <source>The recording is still being written.</source>
      <translation>Запись ещё пишется.</translation>
    </message>
    <message>
      <source>Stop recording or wait for the copy to end.</source>
      <translation>Остановите запись или дождитесь конца копирования.</translation>
    </message>
    <message>
      <source>Permissions refer to this recording.</source>
      <translation>На эту запись ссылаются разрешения.</translation>
    </message>
    <message>
      <source>Without it their evidence would stand alone.</source>
      <translation>Без неё доказательства останутся без источника.</translation>
    </message>
    <message>
      <source>Erase those permissions first.</source>
      <translation>Сначала сотрите эти разрешения.</translation>
    </message>
    <message>
      <source>The recording is not where it was.</source>
      <translation>Записи нет на прежнем месте.</translation>
    </message>
    <message>
      <source>It was moved, renamed or is on a disk that is not connected.</source>
      <translation>Её переместили, переименовали или диск не подключён.</translation>
    </message>
    <message>
      <source>Connect the disk, or show where it is.</source>
      <translation>Подключите диск или укажите, где она.</translation>
    </message>
    <message>
      <source>This recording is no longer there.</source>
      <translation>Этой записи больше нет.</translation>
    </message>
    <message>
      <source>This is another file.</source>
      <translation>Это другой файл.</translation>
    </message>
    <message>
      <source>Its content differs from what was sealed.</source>
      <translation>Его содержание не то, что было запечатано.</translation>
    </message>
    <message>
      <source>The recovery sheet could not be made.</source>
      <translation>Не удалось создать лист восстановления.</translation>
    </message>
    <message>
      <source>These are not recovery words.</source>
      <translation>Это не слова восстановления.</translation>
    </message>
    <message>
      <source>There are 24, each from a fixed list.</source>
      <translation>Их 24, все из одного списка.</translation>
    </message>
    <message>
      <source>Look for a word that was misread.</source>
      <translation>Найдите неверно прочитанное слово.</translation>
    </message>
    <message>
      <source>These are not the words of the sheet.</source>
      <translation>Это не слова с листа.</translation>
    </message>
    <message>
      <source>Look at the numbers and type them again.</source>
      <translation>Проверьте номера и введите ещё раз.</translation>
    </message>
    <message>
      <source>An outside service said no.</source>
      <translation>Внешняя служба отказала.</translation>
    </message>
    <message>
      <source>The computer could not do it.</source>
      <translation>Компьютер не смог это выполнить.</translation>
    </message>
    <message>
      <source>This permission would allow nothing or never end.</source>
      <translation>Такое разрешение ничего не разрешает или бессрочно.</translation>
    </message>
    <message>
      <source>The term is not possible.</source>
      <translation>Такой срок невозможен.</translation>
    </message>
    <message>
      <source>It must end after it begins, and within 25 years.</source>
      <translation>Он должен кончаться после начала и не позже 25 лет.</translation>
    </message>
    <message>
      <source>The list changed in the meantime.</source>
      <translation>Список тем временем изменился.</translation>
    </message>
    <message>
      <source>This step is not possible now.</source>
      <translation>Сейчас этот шаг невозможен.</translation>
    </message>
    <message>
      <source>There is no picture at this moment.</source>
      <translation>В этот момент нет изображения.</translation>
    </message>
    <message>
      <source>This text has characters that cannot be kept.</source>
      <translation>В тексте есть недопустимые знаки.</translation>
    </message>
    <message>
      <source>Type it instead of pasting it.</source>
      <translation>Наберите его вместо вставки.</translation>
    </message>
    <message>
      <source>Something is missing here.</source>
      <translation>Здесь чего-то не хватает.</translation>
    </message>
    <message>
      <source>Fill in the empty field.</source>
      <translation>Заполните пустое поле.</translation>
    </message>
    <message>
      <source>This text is too long.</source>
      <translation>Текст слишком длинный.</translation>
    </message>
    <message>
      <source>At most {limit} characters are taken.</source>
      <translation>Принимается не больше {limit} знаков.</translation>
    </message>
    <message>
      <source>The time stamp does not hold.</source>
      <translation>Метка времени неверна.</translation>
    </message>
    <message>
      <source>Test the authority under Settings, or choose another.</source>
      <translation>Проверьте службу времени в настройках или выберите другую.</translation>
    </message>
    <message>
      <source>This time stamp is a demonstration.</source>
      <translation>Это демонстрационная метка времени.</translation>
    </message>
    <message>
      <source>It proves nothing to anybody.</source>
      <translation>Она никому ничего не доказывает.</translation>
    </message>
    <message>
      <source>Use a public time authority for real permissions.</source>
      <translation>Для настоящих разрешений нужна публичная служба времени.</translation>
    </message>
    <message>
      <source>The time authority answered with an error.</source>
      <translation>Служба времени ответила ошибкой.</translation>
    </message>
    <message>
      <source>This is not a date with a time zone.</source>
      <translation>Это не дата с часовым поясом.</translation>
    </message>
    <message>
      <source>There is no time stamp yet.</source>
      <translation>Метки времени ещё нет.</translation>
    </message>
    <message>
      <source>A proof needs at least one.</source>
      <translation>Подтверждению нужна хотя бы одна.</translation>
    </message>
    <message>
      <source>Wait for it, or try now in the status bar.</source>
      <translation>Подождите или нажмите «Запросить сейчас» в строке состояния.</translation>
    </message>
    <message>
      <source>The address does not answer like a time authority.</source>
      <translation>По этому адресу отвечает не служба времени.</translation>
    </message>
    <message>
      <source>These times do not make a range.</source>
      <translation>Эти моменты не образуют отрезок.</translation>
    </message>
    <message>
      <source>The time authority refused the request.</source>
      <translation>Служба времени отклонила запрос.</translation>
    </message>
    <message>
      <source>This is not a time.</source>
      <translation>Это не время.</translation>
    </message>
    <message>
      <source>Times look like 1:02:33.4.</source>
      <translation>Время пишется так: 1:02:33.4.</translation>
    </message>
    <message>
      <source>The time stamp leads to no root that is trusted.</source>
      <translation>Метка времени не ведёт к доверенному корню.</translation>
    </message>
    <message>
      <source>Whether that authority is real cannot be told.</source>
      <translation>Нельзя сказать, настоящая ли это служба.</translation>
    </message>
    <message>
      <source>Add the authority's root certificate under Settings.</source>
      <translation>Добавьте её корневой сертификат в настройках.</translation>
    </message>
    <message>
      <source>The address of the time authority is not right.</source>
      <translation>Адрес службы времени неверен.</translation>
    </message>
    <message>
      <source>The vault does not allow this now.</source>
      <translation>Хранилище сейчас этого не позволяет.</translation>
    </message>
    <message>
      <source>Something in the vault is not as it was written.</source>
      <translation>Что-то в хранилище не такое, каким было записано.</translation>
    </message>
    <message>
      <source>A disk fault or someone else changed it. The rest stays readable.</source>
      <translation>Сбой диска или чужое вмешательство. Остальное читается.</translation>
    </message>
    <message>
      <source>The vault is busy.</source>
      <translation>Хранилище занято.</translation>
    </message>
    <message>
      <source>The vault is locked.</source>
      <translation>Хранилище заблокировано.</translation>
    </message>
    <message>
      <source>What was being done was stopped.</source>
      <translation>Начатое действие остановлено.</translation>
    </message>
    <message>
      <source>Unlock it and try again.</source>
      <translation>Откройте его и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>There is something in this place already.</source>
      <translation>Здесь уже что-то есть.</translation>
    </message>
    <message>
      <source>Choose another name or another folder.</source>
      <translation>Выберите другое имя или другую папку.</translation>
    </message>
    <message>
      <source>This vault has a passphrase already.</source>
      <translation>У хранилища уже есть парольная фраза.</translation>
    </message>
    <message>
      <source>Change it under Settings.</source>
      <translation>Измените её в настройках.</translation>
    </message>
    <message>
      <source>What was last seen of the log could not be noted.</source>
      <translation>Не удалось запомнить последнее состояние журнала.</translation>
    </message>
    <message>
      <source>A restored old copy would not be noticed next time.</source>
      <translation>Подмена старой копией в следующий раз останется незамеченной.</translation>
    </message>
    <message>
      <source>See that the settings folder may be written to.</source>
      <translation>Проверьте, что в папку настроек можно писать.</translation>
    </message>
    <message>
      <source>The vault's header cannot be read.</source>
      <translation>Заголовок хранилища не читается.</translation>
    </message>
    <message>
      <source>Without it the vault cannot be opened.</source>
      <translation>Без него хранилище не открыть.</translation>
    </message>
    <message>
      <source>Restore the newest backup beside it and compare.</source>
      <translation>Восстановите рядом последнюю резервную копию и сравните.</translation>
    </message>
    <message>
      <source>The vault's header was changed.</source>
      <translation>Заголовок хранилища был изменён.</translation>
    </message>
    <message>
      <source>It is not the one this vault was sealed with.</source>
      <translation>Он не тот, с которым хранилище было запечатано.</translation>
    </message>
    <message>
      <source>Another program has this vault open.</source>
      <translation>Это хранилище открыто другой программой.</translation>
    </message>
    <message>
      <source>Only one may write at a time.</source>
      <translation>Писать может только одна.</translation>
    </message>
    <message>
      <source>Close the other one, or open it read-only.</source>
      <translation>Закройте её или откройте хранилище только для чтения.</translation>
    </message>
    <message>
      <source>The vault asks for an unreasonable amount of work.</source>
      <translation>Хранилище требует неразумно много вычислений.</translation>
    </message>
    <message>
      <source>Its header may have been changed to harm this computer.</source>
      <translation>Возможно, заголовок изменён, чтобы навредить компьютеру.</translation>
    </message>
    <message>
      <source>There is too little memory to open the vault.</source>
      <translation>Не хватает памяти, чтобы открыть хранилище.</translation>
    </message>
    <message>
      <source>Guessing is made costly with memory on purpose.</source>
      <translation>Память нужна, чтобы подбор стоил дорого.</translation>
    </message>
    <message>
      <source>A newer ConsentKit wrote this vault.</source>
      <translation>Это хранилище записано более новой версией ConsentKit.</translation>
    </message>
    <message>
      <source>This version does not know all of it and leaves it alone.</source>
      <translation>Эта версия знает не всё и ничего не трогает.</translation>
    </message>
    <message>
      <source>Update ConsentKit.</source>
      <translation>Обновите ConsentKit.</translation>
    </message>
    <message>
      <source>This does not open the vault.</source>
      <translation>Хранилище этим не открывается.</translation>
    </message>
    <message>
      <source>The passphrase or the words are not right, or the vault's header was changed.</source>
      <translation>Неверна парольная фраза или слова, либо изменён заголовок хранилища.</translation>
    </message>
    <message>
      <source>Check Caps Lock and the keyboard's language, or use the recovery words.</source>
      <translation>Проверьте Caps Lock и раскладку или введите слова восстановления.</translation>
    </message>
    <message>
      <source>This vault is from an older ConsentKit.</source>
      <translation>Это хранилище из более старой версии ConsentKit.</translation>
    </message>
    <message>
      <source>It is brought up to date when it is opened for writing.</source>
      <translation>Оно обновится, когда будет открыто для записи.</translation>
    </message>
    <message>
      <source>Open it once without read-only.</source>
      <translation>Откройте его один раз не только для чтения.</translation>
    </message>
    <message>
      <source>This folder is not a vault.</source>
      <translation>Эта папка не хранилище.</translation>
    </message>
    <message>
      <source>A vault is a folder whose name ends in .ckvault.</source>
      <translation>Хранилище — это папка с именем на .ckvault.</translation>
    </message>
    <message>
      <source>Choose that folder.</source>
      <translation>Выберите такую папку.</translation>
    </message>
    <message>
      <source>Give the passphrase or the recovery words.</source>
      <translation>Введите парольную фразу или слова восстановления.</translation>
    </message>
    <message>
      <source>One of the two is needed, not both.</source>
      <translation>Нужно одно из двух.</translation>
    </message>
    <message>
      <source>A passphrase is needed.</source>
      <translation>Нужна парольная фраза.</translation>
    </message>
    <message>
      <source>Type four or five unrelated words.</source>
      <translation>Введите четыре-пять не связанных слов.</translation>
    </message>
    <message>
      <source>This passphrase is too long.</source>
      <translation>Эта парольная фраза слишком длинная.</translation>
    </message>
    <message>
      <source>A new passphrase is due.</source>
      <translation>Нужна новая парольная фраза.</translation>
    </message>
    <message>
      <source>The recovery words opened this vault.</source>
      <translation>Хранилище открыто словами восстановления.</translation>
    </message>
    <message>
      <source>Set one before anything else.</source>
      <translation>Сначала задайте её.</translation>
    </message>
    <message>
      <source>This cannot be searched for.</source>
      <translation>Такой поиск невозможен.</translation>
    </message>
    <message>
      <source>Use fewer or simpler words.</source>
      <translation>Возьмите меньше слов или слова попроще.</translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Хранилище открыто только для чтения.</translation>
    </message>
    <message>
      <source>Close it in the other program and open it again.</source>
      <translation>Закройте его в другой программе и откройте снова.</translation>
    </message>
    <message>
      <source>The vault is being written to at this moment.</source>
      <translation>В хранилище как раз идёт запись.</translation>
    </message>
    <message>
      <source>A check did not hold.</source>
      <translation>Проверка не прошла.</translation>
    </message>
    <message>
      <source>What was shown is not what was sealed.</source>
      <translation>Показано не то, что было запечатано.</translation>
    </message>
    <message>
      <source>There is no such check.</source>
      <translation>Такой проверки нет.</translation>
    </message>
    <message>
      <source>It may have been removed from the list.</source>
      <translation>Возможно, её убрали из списка.</translation>
    </message>
    <message>
      <source>Check the video again.</source>
      <translation>Проверьте видео ещё раз.</translation>
    </message>
    <message>
      <source>The places found in the video contradict each other.</source>
      <translation>Найденные в видео места противоречат друг другу.</translation>
    </message>
    <message>
      <source>This should not happen. Nothing was saved.</source>
      <translation>Так быть не должно. Ничего не сохранено.</translation>
    </message>
    <message>
      <source>Check the video again, and report it if it happens again.</source>
      <translation>Проверьте видео ещё раз и сообщите, если это повторится.</translation>
    </message>
    <message>
      <source>The video is not where it was.</source>
      <translation>Видео нет на прежнем месте.</translation>
    </message>
    <message>
      <source>What was found in it stays as it is.</source>
      <translation>Найденное в нём остаётся как есть.</translation>
    </message>
    <message>
      <source>Drop it here from where it is now.</source>
      <translation>Перетащите его сюда с нового места.</translation>
    </message>
    <message>
      <source>Stored fingerprints cannot be read.</source>
      <translation>Сохранённые отпечатки не читаются.</translation>
    </message>
    <message>
      <source>Nothing else is harmed; they can be made anew.</source>
      <translation>Остальное цело; отпечатки можно создать заново.</translation>
    </message>
    <message>
      <source>Bring the recordings up to date, then check again.</source>
      <translation>Обновите записи и проверьте снова.</translation>
    </message>
    <message>
      <source>The rules of the check are not as they were shipped.</source>
      <translation>Правила проверки не такие, какими были поставлены.</translation>
    </message>
    <message>
      <source>Without them nothing can be judged.</source>
      <translation>Без них ничего нельзя оценить.</translation>
    </message>
    <message>
      <source>Two packs of rules contradict each other.</source>
      <translation>Два набора правил противоречат друг другу.</translation>
    </message>
    <message>
      <source>Both speak of {pack}, so nothing can be decided.</source>
      <translation>Оба говорят о {pack}, поэтому ничего решить нельзя.</translation>
    </message>
    <message>
      <source>Keep one of the two, or install ConsentKit again.</source>
      <translation>Оставьте один из них или переустановите ConsentKit.</translation>
    </message>
    <message>
      <source>A pack of rules was changed and is not right.</source>
      <translation>Набор правил изменён и составлен неверно.</translation>
    </message>
    <message>
      <source>In {pack}.toml, line {line}, {field}: that is not possible.</source>
      <translation>В {pack}.toml, строка {line}, {field}: так нельзя.</translation>
    </message>
    <message>
      <source>Correct it there, or install ConsentKit again.</source>
      <translation>Исправьте там или установите ConsentKit заново.</translation>
    </message>
    <message>
      <source>In {pack}.toml, line {line} is not in its form.</source>
      <translation>В {pack}.toml, строка {line}: неверная запись.</translation>
    </message>
    <message>
      <source>The publishing plan is not possible as it stands.</source>
      <translation>План публикации в таком виде невозможен.</translation>
    </message>
    <message>
      <source>Nothing was decided.</source>
      <translation>Ничего не решено.</translation>
    </message>
    <message>
      <source>The publishing plan cannot be read.</source>
      <translation>План публикации не читается.</translation>
    </message>
    <message>
      <source>Line {line}, {field}: it is unknown, missing or of another kind.</source>
      <translation>Строка {line}, {field}: неизвестно, отсутствует или другого вида.</translation>
    </message>
    <message>
      <source>Line {line} is not in its form.</source>
      <translation>Строка {line} записана не по форме.</translation>
    </message>
    <message>
      <source>The decision that was kept cannot be repeated.</source>
      <translation>Сохранённое решение не удаётся повторить.</translation>
    </message>
    <message>
      <source>What was kept leads to another answer.</source>
      <translation>Сохранённое приводит к другому ответу.</translation>
    </message>
    <message>
      <source>The credentials could not be written.</source>
      <translation>Не удалось записать удостоверение видео.</translation>
    </message>
    <message>
      <source>Nothing was written.</source>
      <translation>Ничего не записано.</translation>
    </message>
    <message>
      <source>Check the video again and try once more.</source>
      <translation>Проверьте видео снова и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>Signing videos needs a part that is not installed.</source>
      <translation>Для подписи видео нужна часть, которая не установлена.</translation>
    </message>
    <message>
      <source>A sidecar can be written without it.</source>
      <translation>Сопроводительный файл можно записать и без неё.</translation>
    </message>
    <message>
      <source>Install ConsentKit with the extra c2pa.</source>
      <translation>Установите ConsentKit с дополнением c2pa.</translation>
    </message>
    <message>
      <source>That is no box within the picture.</source>
      <translation>Это не рамка внутри кадра.</translation>
    </message>
    <message>
      <source>Draw it within the picture.</source>
      <translation>Нарисуйте её внутри кадра.</translation>
    </message>
    <message>
      <source>That recording has one track of sound.</source>
      <translation>В этой записи одна звуковая дорожка.</translation>
    </message>
    <message>
      <source>Nobody can be told apart by it.</source>
      <translation>По ней никого не различить.</translation>
    </message>
    <message>
      <source>Record microphone and computer as tracks of their own next time.</source>
      <translation>В следующий раз записывайте микрофон и компьютер отдельными дорожками.</translation>
    </message>
    <message>
      <source>The recording has no such track, or all were named.</source>
      <translation>В записи нет такой дорожки, или названы все.</translation>
    </message>
    <message>
      <source>Name the tracks with the partner's sound only.</source>
      <translation>Назовите только дорожки со звуком собеседника.</translation>
    </message>
    <message>
      <source>There is no plan for this video yet.</source>
      <translation>Для этого видео ещё нет плана.</translation>
    </message>
    <message>
      <source>Without a plan nothing tells what must change.</source>
      <translation>Без плана неясно, что нужно изменить.</translation>
    </message>
    <message>
      <source>Fill in the plan first.</source>
      <translation>Сначала заполните план.</translation>
    </message>
    <message>
      <source>Permissions or the plan changed meanwhile.</source>
      <translation>Тем временем изменились разрешения или план.</translation>
    </message>
    <message>
      <source>No video was written.</source>
      <translation>Видео не записано.</translation>
    </message>
    <message>
      <source>Judge the check again, then write the video anew.</source>
      <translation>Оцените проверку заново, затем запишите видео ещё раз.</translation>
    </message>
    <message>
      <source>This is not the video that was checked.</source>
      <translation>Это не то видео, которое проверялось.</translation>
    </message>
    <message>
      <source>Another file lies in its place.</source>
      <translation>На его месте другой файл.</translation>
    </message>
    <message>
      <source>Nothing in this video needs to change.</source>
      <translation>В этом видео ничего не нужно менять.</translation>
    </message>
    <message>
      <source>Publish it as it is, or choose what to change.</source>
      <translation>Публикуйте как есть или выберите, что изменить.</translation>
    </message>
    <message>
      <source>There is a file with that name already.</source>
      <translation>Файл с таким именем уже есть.</translation>
    </message>
    <message>
      <source>It was left as it is.</source>
      <translation>Он остался как был.</translation>
    </message>
    <message>
      <source>Choose a name that is free.</source>
      <translation>Выберите свободное имя.</translation>
    </message>
    <message>
      <source>A redacted video is written as MP4, MOV or MKV.</source>
      <translation>Изменённое видео записывается как MP4, MOV или MKV.</translation>
    </message>
    <message>
      <source>Choose one of these endings for the name.</source>
      <translation>Выберите для имени одно из этих окончаний.</translation>
    </message>
    <message>
      <source>There are more changes by hand than can be kept.</source>
      <translation>Ручных изменений больше, чем можно сохранить.</translation>
    </message>
    <message>
      <source>The last change was not kept.</source>
      <translation>Последнее изменение не сохранено.</translation>
    </message>
    <message>
      <source>Take back all changes and begin again with fewer.</source>
      <translation>Отмените все изменения и начните заново с меньшим числом.</translation>
    </message>
    <message>
      <source>There is no change to take back or to make again.</source>
      <translation>Нет изменения, которое можно отменить или вернуть.</translation>
    </message>
    <message>
      <source>Go on from here.</source>
      <translation>Продолжайте отсюда.</translation>
    </message>
    <message>
      <source>The cuts leave nothing of this video.</source>
      <translation>После вырезания от этого видео ничего не остаётся.</translation>
    </message>
    <message>
      <source>Choose something milder than a cut for somebody.</source>
      <translation>Выберите для кого-нибудь что-то мягче вырезания.</translation>
    </message>
    <message>
      <source>The pictures or the sound of this video could not be written.</source>
      <translation>Изображение или звук этого видео не удалось записать.</translation>
    </message>
    <message>
      <source>Export it as MP4, check it, and try again.</source>
      <translation>Экспортируйте его как MP4, проверьте и попробуйте снова.</translation>
    </message>
    <message>
      <source>This kind of file cannot hold what is in the video.</source>
      <translation>Файл такого вида не вмещает то, что есть в видео.</translation>
    </message>
    <message>
      <source>Let the name end with .mkv and try again.</source>
      <translation>Пусть имя оканчивается на .mkv, и попробуйте снова.</translation>
    </message>
    <message>
      <source>What was written is not what was ordered.</source>
      <translation>Записано не то, что было задано.</translation>
    </message>
    <message>
      <source>The written file was deleted.</source>
      <translation>Записанный файл удалён.</translation>
    </message>
    <message>
      <source>Export the video as MP4, check it, and try again.</source>
      <translation>Экспортируйте видео как MP4, проверьте и попробуйте снова.</translation>
    </message>
    <message>
      <source>That cannot be changed like this.</source>
      <translation>Так это изменить нельзя.</translation>
    </message>
    <message>
      <source>Look at the video again and choose anew.</source>
      <translation>Посмотрите видео ещё раз и выберите заново.</translation>
    </message>
    <message>
      <source>Only MP4 and MOV files can carry credentials.</source>
      <translation>Удостоверение могут нести только файлы MP4 и MOV.</translation>
    </message>
    <message>
      <source>Export the video as MP4, check it, and sign that.</source>
      <translation>Экспортируйте видео в MP4, проверьте его и подпишите.</translation>
    </message>
    <message>
      <source>Choose another name, or replace it.</source>
      <translation>Выберите другое имя или замените его.</translation>
    </message>
    <message>
      <source>That would take the place of the video itself.</source>
      <translation>Это заменило бы само видео.</translation>
    </message>
    <message>
      <source>The video was left as it is.</source>
      <translation>Видео осталось как было.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Выберите другое имя.</translation>
    </message>
    <message>
      <source>This video was not decided on by a plan.</source>
      <translation>По этому видео нет решения по плану.</translation>
    </message>
    <message>
      <source>Without a decision there is nothing to certify.</source>
      <translation>Без решения удостоверять нечего.</translation>
    </message>
    <message>
      <source>Fill in the publishing plan first.</source>
      <translation>Сначала заполните план публикации.</translation>
    </message>
    <message>
      <source>Permissions changed since this video was checked.</source>
      <translation>С момента проверки этого видео разрешения изменились.</translation>
    </message>
    <message>
      <source>What would be written is not true any more.</source>
      <translation>То, что было бы записано, уже неверно.</translation>
    </message>
    <message>
      <source>The file is not the one that was checked.</source>
      <translation>Это не тот файл, который проверялся.</translation>
    </message>
    <message>
      <source>Its content differs, so nothing was written.</source>
      <translation>Содержимое отличается, поэтому ничего не записано.</translation>
    </message>
    <message>
      <source>Check this file, or put the checked one back.</source>
      <translation>Проверьте этот файл или верните проверенный.</translation>
    </message>
    <message>
      <source>The signed copy came out different from the video.</source>
      <translation>Подписанная копия отличается от видео.</translation>
    </message>
    <message>
      <source>It was thrown away.</source>
      <translation>Она удалена.</translation>
    </message>
    <message>
      <source>Export the video anew, check it, and sign that.</source>
      <translation>Экспортируйте видео заново, проверьте и подпишите.</translation>
    </message>
    <message>
      <source>This video could not be signed.</source>
      <translation>Это видео не удалось подписать.</translation>
    </message>
    <message>
      <source>Export it anew as MP4, check it, and sign that.</source>
      <translation>Экспортируйте его заново в MP4, проверьте и подпишите.</translation>
    </message>
    <message>
      <source>Signing needs room for a working copy in the temporary folder.</source>
      <translation>Для подписи нужно место под рабочую копию во временной папке.</translation>
    </message>
    <message>
      <source>Free some space on this computer and try again.</source>
      <translation>Освободите место на этом компьютере и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>The credentials in this video do not hold.</source>
      <translation>Удостоверение в этом видео недействительно.</translation>
    </message>
    <message>
      <source>The file or what is signed in it was changed.</source>
      <translation>Файл или подписанное в нём изменено.</translation>
    </message>
    <message>
      <source>Sign the checked video anew.</source>
      <translation>Подпишите проверенное видео заново.</translation>
    </message>
    <message>
      <source>This video holds no credentials.</source>
      <translation>В этом видео нет удостоверения.</translation>
    </message>
    <message>
      <source>There is nothing to read.</source>
      <translation>Читать нечего.</translation>
    </message>
    <message>
      <source>Sign the checked video.</source>
      <translation>Подпишите проверенное видео.</translation>
    </message>
    <message>
      <source>The answer could not be written out.</source>
      <translation>Ответ не удалось записать.</translation>
    </message>
    <message>
      <source>The place it goes to takes no more.</source>
      <translation>Там, куда он направлен, больше нет места.</translation>
    </message>
    <message>
      <source>Free some space where it goes, or send it elsewhere.</source>
      <translation>Освободите там место или направьте ответ в другое место.</translation>
    </message>
    <message>
      <source>That is no number of frames per second.</source>
      <translation>Это не число кадров в секунду.</translation>
    </message>
    <message>
      <source>Nothing was checked.</source>
      <translation>Ничего не проверено.</translation>
    </message>
    <message>
      <source>Write it like 25, 29.97 or 30000/1001.</source>
      <translation>Напишите, например, 25, 29.97 или 30000/1001.</translation>
    </message>
    <message>
      <source>This timeline cannot be read.</source>
      <translation>Эту монтажную шкалу нельзя прочитать.</translation>
    </message>
    <message>
      <source>It is damaged, or not of a kind that is taken.</source>
      <translation>Файл повреждён или не того вида, который принимается.</translation>
    </message>
    <message>
      <source>Export it again as OTIO, EDL, Final Cut Pro 7 XML or FCPXML.</source>
      <translation>Экспортируйте её снова как OTIO, EDL, Final Cut Pro 7 XML или FCPXML.</translation>
    </message>
    <message>
      <source>The timeline does not say how many frames per second it has.</source>
      <translation>В монтажной шкале не указано число кадров в секунду.</translation>
    </message>
    <message>
      <source>A wrong rate would put every clip in the wrong place.</source>
      <translation>С неверной частотой каждый клип окажется не на своём месте.</translation>
    </message>
    <message>
      <source>Look it up in the project settings of your editor.</source>
      <translation>Посмотрите её в настройках проекта вашего редактора.</translation>
    </message>
    <message>
      <source>The timeline is larger than any made by hand.</source>
      <translation>Монтажная шкала больше любой сделанной вручную.</translation>
    </message>
    <message>
      <source>Export only the sequence of this video.</source>
      <translation>Экспортируйте только последовательность этого видео.</translation>
    </message>
    <message>
      <source>The video was not uploaded.</source>
      <translation>Видео не выгружено.</translation>
    </message>
    <message>
      <source>Nothing was published.</source>
      <translation>Ничего не опубликовано.</translation>
    </message>
    <message>
      <source>The plan for this video is not allowed, so it is not uploaded.</source>
      <translation>План для этого видео не допущен, поэтому оно не выгружается.</translation>
    </message>
    <message>
      <source>A permission may have changed since the check.</source>
      <translation>Возможно, с момента проверки изменилось разрешение.</translation>
    </message>
    <message>
      <source>Look at the check and settle what is open.</source>
      <translation>Откройте проверку и решите то, что осталось открытым.</translation>
    </message>
    <message>
      <source>What the check says holds for the checked file alone.</source>
      <translation>Результат проверки относится только к проверенному файлу.</translation>
    </message>
    <message>
      <source>The file changed while it was uploaded.</source>
      <translation>Файл изменился во время выгрузки.</translation>
    </message>
    <message>
      <source>The upload was stopped; no changed part of it was sent.</source>
      <translation>Выгрузка остановлена; изменённая часть не отправлена.</translation>
    </message>
    <message>
      <source>Put the checked file back and continue.</source>
      <translation>Верните проверенный файл и продолжите.</translation>
    </message>
    <message>
      <source>The video may be on YouTube already.</source>
      <translation>Возможно, видео уже на YouTube.</translation>
    </message>
    <message>
      <source>Everything was sent, but the answer was lost and YouTube has forgotten the upload.</source>
      <translation>Всё отправлено, но ответ потерян, а YouTube уже не помнит эту выгрузку.</translation>
    </message>
    <message>
      <source>Look in YouTube Studio whether it is there.</source>
      <translation>Посмотрите в YouTube Studio, есть ли оно там.</translation>
    </message>
    <message>
      <source>An upload of this video was begun already.</source>
      <translation>Выгрузка этого видео уже начата.</translation>
    </message>
    <message>
      <source>A second one could make a second video.</source>
      <translation>Вторая могла бы создать второе видео.</translation>
    </message>
    <message>
      <source>Continue the one that was begun, or drop it.</source>
      <translation>Продолжите начатую или откажитесь от неё.</translation>
    </message>
    <message>
      <source>This upload is running already.</source>
      <translation>Эта выгрузка уже идёт.</translation>
    </message>
    <message>
      <source>Two at once could make two videos.</source>
      <translation>Две сразу могли бы создать два видео.</translation>
    </message>
    <message>
      <source>Wait until it ends.</source>
      <translation>Подождите, пока она закончится.</translation>
    </message>
    <message>
      <source>No channel is connected.</source>
      <translation>Канал не подключён.</translation>
    </message>
    <message>
      <source>Uploading needs a project of your own that YouTube has audited.</source>
      <translation>Для выгрузки нужен ваш собственный проект, прошедший аудит YouTube.</translation>
    </message>
    <message>
      <source>Connect the channel, or publish by hand.</source>
      <translation>Подключите канал или опубликуйте вручную.</translation>
    </message>
    <message>
      <source>YouTube locks videos of projects it has not audited as private.</source>
      <translation>Видео проектов без аудита YouTube закрывает как личные.</translation>
    </message>
    <message>
      <source>Nobody could make such a video public later.</source>
      <translation>Такое видео потом нельзя было бы открыть для всех.</translation>
    </message>
    <message>
      <source>Publish by hand in the browser instead.</source>
      <translation>Опубликуйте вручную в браузере.</translation>
    </message>
    <message>
      <source>The plan is for another platform than YouTube.</source>
      <translation>План составлен для другой платформы, не для YouTube.</translation>
    </message>
    <message>
      <source>A decision for one platform says nothing about another.</source>
      <translation>Решение для одной платформы ничего не говорит о другой.</translation>
    </message>
    <message>
      <source>Check the video with a plan for YouTube.</source>
      <translation>Проверьте видео с планом для YouTube.</translation>
    </message>
    <message>
      <source>What you say about the video differs from its plan.</source>
      <translation>Сведения о видео расходятся с его планом.</translation>
    </message>
    <message>
      <source>The plan is what was decided on.</source>
      <translation>Решение принято именно по плану.</translation>
    </message>
    <message>
      <source>Say it as planned, or check the video with another plan.</source>
      <translation>Укажите как в плане или проверьте видео с другим планом.</translation>
    </message>
    <message>
      <source>There is no such upload.</source>
      <translation>Такой выгрузки нет.</translation>
    </message>
    <message>
      <source>It may have ended.</source>
      <translation>Возможно, она закончилась.</translation>
    </message>
    <message>
      <source>Look at the list again.</source>
      <translation>Посмотрите список ещё раз.</translation>
    </message>
    <message>
      <source>The file is larger than YouTube takes.</source>
      <translation>Файл больше, чем принимает YouTube.</translation>
    </message>
    <message>
      <source>The limit is 256 GiB.</source>
      <translation>Предел — 256 ГиБ.</translation>
    </message>
    <message>
      <source>Export it again with a lower bit rate.</source>
      <translation>Экспортируйте его снова с меньшим битрейтом.</translation>
    </message>
    <message>
      <source>YouTube did not take the upload.</source>
      <translation>YouTube не принял выгрузку.</translation>
    </message>
    <message>
      <source>What was sent is not lost.</source>
      <translation>Отправленное не потеряно.</translation>
    </message>
    <message>
      <source>YouTube cannot be reached, or is in trouble.</source>
      <translation>YouTube недоступен или испытывает неполадки.</translation>
    </message>
    <message>
      <source>What was sent is kept.</source>
      <translation>Отправленное сохранено.</translation>
    </message>
    <message>
      <source>Continue the upload later.</source>
      <translation>Продолжите выгрузку позже.</translation>
    </message>
    <message>
      <source>Your project's quota for today is used up.</source>
      <translation>Квота вашего проекта на сегодня исчерпана.</translation>
    </message>
    <message>
      <source>It is counted anew at midnight, Pacific time.</source>
      <translation>Она обновляется в полночь по тихоокеанскому времени.</translation>
    </message>
    <message>
      <source>Try again tomorrow, or publish by hand.</source>
      <translation>Попробуйте завтра или опубликуйте вручную.</translation>
    </message>
    <message>
      <source>The channel has reached its number of uploads for now.</source>
      <translation>Канал исчерпал число выгрузок на данный момент.</translation>
    </message>
    <message>
      <source>YouTube counts uploads of every kind.</source>
      <translation>YouTube считает выгрузки любым способом.</translation>
    </message>
    <message>
      <source>Try again in 24 hours.</source>
      <translation>Попробуйте через 24 часа.</translation>
    </message>
    <message>
      <source>YouTube does not allow this project or channel to do that.</source>
      <translation>YouTube не разрешает это данному проекту или каналу.</translation>
    </message>
    <message>
      <source>Trying again would bring the same answer.</source>
      <translation>Повторная попытка даст тот же ответ.</translation>
    </message>
    <message>
      <source>See in the Google console what the project may do.</source>
      <translation>Посмотрите в консоли Google, что разрешено проекту.</translation>
    </message>
    <message>
      <source>This account has no YouTube channel.</source>
      <translation>У этой учётной записи нет канала YouTube.</translation>
    </message>
    <message>
      <source>Videos need a channel to be on.</source>
      <translation>Видео размещается на канале.</translation>
    </message>
    <message>
      <source>Make a channel, then connect again.</source>
      <translation>Создайте канал и подключите его снова.</translation>
    </message>
    <message>
      <source>YouTube does not take the title, description, tags or date.</source>
      <translation>YouTube не принимает название, описание, теги или дату.</translation>
    </message>
    <message>
      <source>Nothing was sent.</source>
      <translation>Ничего не отправлено.</translation>
    </message>
    <message>
      <source>Change them and try again.</source>
      <translation>Измените их и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>The channel was not connected.</source>
      <translation>Канал не подключён.</translation>
    </message>
    <message>
      <source>Nothing was kept.</source>
      <translation>Ничего не сохранено.</translation>
    </message>
    <message>
      <source>Access was not given in the browser.</source>
      <translation>В браузере доступ не был дан.</translation>
    </message>
    <message>
      <source>Connect again if that was not meant.</source>
      <translation>Подключите снова, если это вышло случайно.</translation>
    </message>
    <message>
      <source>Nobody answered in the browser in time.</source>
      <translation>В браузере никто вовремя не ответил.</translation>
    </message>
    <message>
      <source>Connect again and allow access in the browser.</source>
      <translation>Подключите снова и разрешите доступ в браузере.</translation>
    </message>
    <message>
      <source>Uploading was left out when access was given.</source>
      <translation>При выдаче доступа не отмечена выгрузка видео.</translation>
    </message>
    <message>
      <source>Without it no video can be sent.</source>
      <translation>Без неё видео не отправить.</translation>
    </message>
    <message>
      <source>Connect again and tick uploading.</source>
      <translation>Подключите снова и отметьте выгрузку.</translation>
    </message>
    <message>
      <source>Access to the channel was taken back or has run out.</source>
      <translation>Доступ к каналу отозван или истёк.</translation>
    </message>
    <message>
      <source>What was sent so far is kept.</source>
      <translation>Уже отправленное сохранено.</translation>
    </message>
    <message>
      <source>Connect the channel again.</source>
      <translation>Подключите канал снова.</translation>
    </message>
    <message>
      <source>This is no client file of a Google project.</source>
      <translation>Это не файл клиента проекта Google.</translation>
    </message>
    <message>
      <source>It is called client_secret and ends in .json.</source>
      <translation>Он называется client_secret и заканчивается на .json.</translation>
    </message>
    <message>
      <source>Download it in the Google console under Credentials.</source>
      <translation>Скачайте его в консоли Google в разделе Credentials.</translation>
    </message>
    <message>
      <source>This client is for a website, not for a desktop program.</source>
      <translation>Этот клиент — для сайта, а не для программы на компьютере.</translation>
    </message>
    <message>
      <source>Its secret does not belong on a desk.</source>
      <translation>Его секрету не место на рабочем компьютере.</translation>
    </message>
    <message>
      <source>Make a client of the kind Desktop app in the Google console.</source>
      <translation>Создайте в консоли Google клиент вида Desktop app.</translation>
    </message>
    <message>
      <source>The other side could not be reached, or its answer was no use.</source>
      <translation>Связаться не удалось, или ответ непригоден.</translation>
    </message>
    <message>
      <source>Nothing is lost.</source>
      <translation>Ничего не потеряно.</translation>
    </message>
    <message>
      <source>Check the connection and try again.</source>
      <translation>Проверьте соединение и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>An address is not safe to send secrets to.</source>
      <translation>Адрес небезопасен для отправки секретов.</translation>
    </message>
    <message>
      <source>YouTube would not take what is said about the video.</source>
      <translation>YouTube не примет такие сведения о видео.</translation>
    </message>
    <message>
      <source>A title has 1 to 100 characters, on one line, without &lt; and &gt;.</source>
      <translation>Название — от 1 до 100 знаков в одну строку, без &lt; и &gt;.</translation>
    </message>
    <message>
      <source>Write a shorter title.</source>
      <translation>Напишите название короче.</translation>
    </message>
    <message>
      <source>A description has at most 5000 bytes, without &lt; and &gt;.</source>
      <translation>Описание — не более 5000 байт, без &lt; и &gt;.</translation>
    </message>
    <message>
      <source>Write a shorter description.</source>
      <translation>Напишите описание короче.</translation>
    </message>
    <message>
      <source>Tags have at most 500 characters together, without &lt; and &gt;.</source>
      <translation>Теги вместе — не более 500 знаков, без &lt; и &gt;.</translation>
    </message>
    <message>
      <source>Take fewer tags.</source>
      <translation>Возьмите меньше тегов.</translation>
    </message>
    <message>
      <source>Only a private video can become public at a set time.</source>
      <translation>Открыться в заданное время может только личное видео.</translation>
    </message>
    <message>
      <source>YouTube opens it then by itself.</source>
      <translation>YouTube сам откроет его тогда.</translation>
    </message>
    <message>
      <source>Leave it private.</source>
      <translation>Оставьте его личным.</translation>
    </message>
    <message>
      <source>That is no link to a video that is taken.</source>
      <translation>Это не ссылка на видео, которую можно принять.</translation>
    </message>
    <message>
      <source>Copy the link from the video's page.</source>
      <translation>Скопируйте ссылку со страницы видео.</translation>
    </message>
    <message>
      <source>That link leads to YouTube, but to no video.</source>
      <translation>Ссылка ведёт на YouTube, но не на видео.</translation>
    </message>
    <message>
      <source>Copy the link from the video's own page.</source>
      <translation>Скопируйте ссылку со страницы самого видео.</translation>
    </message>
    <message>
      <source>That cannot be done with this published video.</source>
      <translation>С этим опубликованным видео так нельзя.</translation>
    </message>
    <message>
      <source>Look at its state in the list.</source>
      <translation>Посмотрите его состояние в списке.</translation>
    </message>
    <message>
      <source>The plan of this check does not pass.</source>
      <translation>План этой проверки не проходит.</translation>
    </message>
    <message>
      <source>Something blocks it, or permissions changed since.</source>
      <translation>Что-то мешает, или разрешения с тех пор изменились.</translation>
    </message>
    <message>
      <source>Check it again, or say why it was published all the same.</source>
      <translation>Проверьте его снова или укажите, почему оно всё же опубликовано.</translation>
    </message>
    <message>
      <source>It changed since, or it is not where it was.</source>
      <translation>Он изменился или лежит не там, где был.</translation>
    </message>
    <message>
      <source>Check the file that was published, or say why.</source>
      <translation>Проверьте опубликованный файл или укажите причину.</translation>
    </message>
    <message>
      <source>This video has to stay on the list.</source>
      <translation>Это видео должно остаться в списке.</translation>
    </message>
    <message>
      <source>A permission that ended, or an open complaint, still concerns it.</source>
      <translation>С ним ещё связано прекратившееся разрешение или открытая жалоба.</translation>
    </message>
    <message>
      <source>Note what was done about that first.</source>
      <translation>Сначала отметьте, что сделано.</translation>
    </message>
    <message>
      <source>That video is bound already.</source>
      <translation>Это видео уже привязано.</translation>
    </message>
    <message>
      <source>A video belongs to one check alone.</source>
      <translation>Видео относится только к одной проверке.</translation>
    </message>
    <message>
      <source>Find it in the list of published videos.</source>
      <translation>Найдите его в списке опубликованных видео.</translation>
    </message>
    <message>
      <source>There is no such published video.</source>
      <translation>Такого опубликованного видео нет.</translation>
    </message>
    <message>
      <source>It may have been taken off the list.</source>
      <translation>Возможно, его убрали из списка.</translation>
    </message>
    <message>
      <source>Go back to the list.</source>
      <translation>Вернитесь к списку.</translation>
    </message>
    <message>
      <source>This video cannot be handed over yet.</source>
      <translation>Это видео пока нельзя передать.</translation>
    </message>
    <message>
      <source>It has no plan for publishing.</source>
      <translation>У него нет плана публикации.</translation>
    </message>
    <message>
      <source>Fill in the plan and check it.</source>
      <translation>Заполните план и проверьте видео.</translation>
    </message>
    <message>
      <source>There are no texts in that language.</source>
      <translation>На этом языке текстов нет.</translation>
    </message>
    <message>
      <source>There are English, Indonesian and Russian ones.</source>
      <translation>Есть английские, индонезийские и русские.</translation>
    </message>
    <message>
      <source>Choose one of these.</source>
      <translation>Выберите один из них.</translation>
    </message>
    <message>
      <source>That cannot be done about this person.</source>
      <translation>Для этого человека так нельзя.</translation>
    </message>
    <message>
      <source>Look at the tasks that are open.</source>
      <translation>Посмотрите открытые задачи.</translation>
    </message>
    <message>
      <source>Nothing ended for this person.</source>
      <translation>Для этого человека ничего не закончилось.</translation>
    </message>
    <message>
      <source>The permission stands, and nobody complained.</source>
      <translation>Разрешение действует, и никто не жаловался.</translation>
    </message>
    <message>
      <source>What stays as it is needs a reason.</source>
      <translation>То, что остаётся как есть, требует причины.</translation>
    </message>
    <message>
      <source>Write down why it stays.</source>
      <translation>Запишите, почему оно остаётся.</translation>
    </message>
    <message>
      <source>Something is still open for this person.</source>
      <translation>Для этого человека ещё не всё сделано.</translation>
    </message>
    <message>
      <source>A statement says that everything is done.</source>
      <translation>Заявление говорит, что сделано всё.</translation>
    </message>
    <message>
      <source>Do what is left first.</source>
      <translation>Сначала сделайте оставшееся.</translation>
    </message>
    <message>
      <source>That cannot be done with this complaint.</source>
      <translation>С этой жалобой так нельзя.</translation>
    </message>
    <message>
      <source>No published video that is bound here has that link.</source>
      <translation>Здесь нет привязанного видео с такой ссылкой.</translation>
    </message>
    <message>
      <source>Published videos that are bound here: {publications}.</source>
      <translation>Опубликованных видео привязано здесь: {publications}.</translation>
    </message>
    <message>
      <source>Choose one from the list, or bind the video first.</source>
      <translation>Выберите из списка или сначала привяжите видео.</translation>
    </message>
    <message>
      <source>The complaint names no moment of the video.</source>
      <translation>Жалоба не называет место в видео.</translation>
    </message>
    <message>
      <source>Without it nobody can tell who is meant.</source>
      <translation>Без него нельзя понять, о ком речь.</translation>
    </message>
    <message>
      <source>Add the time, like 1:02:33.</source>
      <translation>Укажите время, например 1:02:33.</translation>
    </message>
    <message>
      <source>That moment lies beyond the end of the video.</source>
      <translation>Это место за концом видео.</translation>
    </message>
    <message>
      <source>Check the time; it is written like 1:02:33.</source>
      <translation>Проверьте время; оно пишется как 1:02:33.</translation>
    </message>
    <message>
      <source>There is no draft in that language.</source>
      <translation>На этом языке заготовки нет.</translation>
    </message>
    <message>
      <source>This is no statement in its form.</source>
      <translation>Это не заявление в нужной форме.</translation>
    </message>
    <message>
      <source>It is damaged, or was changed.</source>
      <translation>Оно повреждено или изменено.</translation>
    </message>
    <message>
      <source>Ask whoever made it for another copy.</source>
      <translation>Попросите другую копию у того, кто его сделал.</translation>
    </message>
    <message>
      <source>What ended has no moment at which it ended.</source>
      <translation>У того, что закончилось, нет времени окончания.</translation>
    </message>
    <message>
      <source>The vault may be damaged.</source>
      <translation>Возможно, хранилище повреждено.</translation>
    </message>
    <message>
      <source>Check the vault under Settings.</source>
      <translation>Проверьте хранилище в настройках.</translation>
    </message>
    <message>
      <source>This video is on YouTube already.</source>
      <translation>Это видео уже на YouTube.</translation>
    </message>
    <message>
      <source>It is bound to its check; uploading it again would make a second one.</source>
      <translation>Оно привязано к своей проверке; повторная выгрузка создала бы второе.</translation>
    </message>
    <message>
      <source>If it was taken down, note that first.</source>
      <translation>Если его удалили, сначала отметьте это.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Неизвестно</translation>
    </message>
    <message>
      <source>Requested</source>
      <translation>Спрошено</translation>
    </message>
    <message>
      <source>Deferred</source>
      <translation>Отложено</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>Отказано</translation>
    </message>
    <message>
      <source>Given</source>
      <translation>Дано</translation>
    </message>
    <message>
      <source>Renewed</source>
      <translation>Продлено</translation>
    </message>
    <message>
      <source>Expired</source>
      <translation>Истекло</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Отозвано</translation>
    </message>
    <message>
      <source>Revoked</source>
      <translation>Отменено</translation>
    </message>
    <message>
      <source>Void</source>
      <translation>Недействительно</translation>
    </message>
    <message>
      <source>Suspended</source>
      <translation>Приостановлено</translation>
    </message>
    <message>
      <source>Erased</source>
      <translation>Стёрто</translation>
    </message>
    <message>
      <source>Nothing was asked yet.</source>
      <translation>Ещё ничего не спрашивали.</translation>
    </message>
    <message>
      <source>Asked; no answer is on record.</source>
      <translation>Спросили; ответа на записи нет.</translation>
    </message>
    <message>
      <source>They left, or the answer was unclear.</source>
      <translation>Человек ушёл, или ответ неясен.</translation>
    </message>
    <message>
      <source>They said no.</source>
      <translation>Сказал «нет».</translation>
    </message>
    <message>
      <source>They said yes.</source>
      <translation>Сказал «да».</translation>
    </message>
    <message>
      <source>They said yes again.</source>
      <translation>Снова сказал «да».</translation>
    </message>
    <message>
      <source>The term is over.</source>
      <translation>Срок истёк.</translation>
    </message>
    <message>
      <source>They took it back.</source>
      <translation>Разрешение отозвано собеседником.</translation>
    </message>
    <message>
      <source>You, a platform or an agency ended it.</source>
      <translation>Прекращено вами, платформой или агентством.</translation>
    </message>
    <message>
      <source>It was void from the start.</source>
      <translation>Недействительно с самого начала.</translation>
    </message>
    <message>
      <source>In doubt; not to be used until cleared.</source>
      <translation>Под сомнением; не использовать до выяснения.</translation>
    </message>
    <message>
      <source>The data were destroyed; a mark stays.</source>
      <translation>Данные уничтожены; осталась отметка.</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Запись</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Хранение</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Публикация</translation>
    </message>
    <message>
      <source>Short clips</source>
      <translation>Короткие ролики</translation>
    </message>
    <message>
      <source>Thumbnail</source>
      <translation>Обложка</translation>
    </message>
    <message>
      <source>Earn with ads</source>
      <translation>Доход от рекламы</translation>
    </message>
    <message>
      <source>Sponsored advertising</source>
      <translation>Реклама спонсора</translation>
    </message>
    <message>
      <source>Teaching</source>
      <translation>Обучение</translation>
    </message>
    <message>
      <source>Research</source>
      <translation>Исследования</translation>
    </message>
    <message>
      <source>AI training</source>
      <translation>Обучение ИИ</translation>
    </message>
    <message>
      <source>Recording the conversation.</source>
      <translation>Запись разговора.</translation>
    </message>
    <message>
      <source>Keeping the recording.</source>
      <translation>Хранение записи.</translation>
    </message>
    <message>
      <source>Showing it in a published video.</source>
      <translation>Показ в опубликованном видео.</translation>
    </message>
    <message>
      <source>Short clips that advertise the video.</source>
      <translation>Короткие ролики, рекламирующие видео.</translation>
    </message>
    <message>
      <source>The person's picture on the cover.</source>
      <translation>Изображение человека на обложке.</translation>
    </message>
    <message>
      <source>Advertising before and in the video.</source>
      <translation>Реклама до и во время видео.</translation>
    </message>
    <message>
      <source>Use in a sponsor's advertising.</source>
      <translation>Использование в рекламе спонсора.</translation>
    </message>
    <message>
      <source>Use in lessons and courses.</source>
      <translation>Использование на уроках и курсах.</translation>
    </message>
    <message>
      <source>Use in scientific work.</source>
      <translation>Использование в научной работе.</translation>
    </message>
    <message>
      <source>Use to train machine models.</source>
      <translation>Использование для обучения моделей.</translation>
    </message>
    <message>
      <source>Your own statement</source>
      <translation>Ваше собственное заявление</translation>
    </message>
    <message>
      <source>A document or picture is attached</source>
      <translation>Приложен документ или картинка</translation>
    </message>
    <message>
      <source>Excerpt cut from the recording</source>
      <translation>Отрывок вырезан из записи</translation>
    </message>
    <message>
      <source>Question and answer heard</source>
      <translation>Вопрос и ответ прослушаны</translation>
    </message>
    <message>
      <source>Recording sealed beforehand</source>
      <translation>Запись запечатана заранее</translation>
    </message>
    <message>
      <source>Consent number repeated</source>
      <translation>Номер согласия повторён</translation>
    </message>
    <message>
      <source>Number drawn from a time stamp</source>
      <translation>Номер взят из метки времени</translation>
    </message>
    <message>
      <source>Record sealed by a time stamp</source>
      <translation>Разрешение закреплено меткой времени</translation>
    </message>
    <message>
      <source>Two independent time authorities</source>
      <translation>Две независимые службы времени</translation>
    </message>
    <message>
      <source>Signed with the partner's own key</source>
      <translation>Подписано ключом собеседника</translation>
    </message>
    <message>
      <source>A witness signed the log</source>
      <translation>Журнал подписан свидетелем</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Спрошено</translation>
    </message>
    <message>
      <source>Permission given</source>
      <translation>Разрешение дано</translation>
    </message>
    <message>
      <source>Permission refused</source>
      <translation>В разрешении отказано</translation>
    </message>
    <message>
      <source>Answer left open</source>
      <translation>Ответ остался открытым</translation>
    </message>
    <message>
      <source>Permission renewed</source>
      <translation>Разрешение продлено</translation>
    </message>
    <message>
      <source>Withdrawn by the partner</source>
      <translation>Отозвано собеседником</translation>
    </message>
    <message>
      <source>Revoked by you</source>
      <translation>Отменено вами</translation>
    </message>
    <message>
      <source>Suspension lifted</source>
      <translation>Приостановка снята</translation>
    </message>
    <message>
      <source>Declared void</source>
      <translation>Признано недействительным</translation>
    </message>
    <message>
      <source>Data erased</source>
      <translation>Данные стёрты</translation>
    </message>
    <message>
      <source>Reading the file</source>
      <translation>Чтение файла</translation>
    </message>
    <message>
      <source>Opening</source>
      <translation>Открытие</translation>
    </message>
    <message>
      <source>Opening the file</source>
      <translation>Открытие файла</translation>
    </message>
    <message>
      <source>Watching the recording</source>
      <translation>Просмотр записи</translation>
    </message>
    <message>
      <source>Watching the video</source>
      <translation>Просматриваем видео</translation>
    </message>
    <message>
      <source>Taking a quick look</source>
      <translation>Беглый просмотр</translation>
    </message>
    <message>
      <source>Comparing with your recordings</source>
      <translation>Сравниваем с вашими записями</translation>
    </message>
    <message>
      <source>Asking the permissions</source>
      <translation>Сверяем с разрешениями</translation>
    </message>
    <message>
      <source>Bringing the index up to date</source>
      <translation>Обновляем указатель</translation>
    </message>
    <message>
      <source>Finding conversations</source>
      <translation>Поиск разговоров</translation>
    </message>
    <message>
      <source>Sealing</source>
      <translation>Запечатывание</translation>
    </message>
    <message>
      <source>Cutting the excerpt</source>
      <translation>Вырезание отрывка</translation>
    </message>
    <message>
      <source>Writing the log</source>
      <translation>Запись в журнал</translation>
    </message>
    <message>
      <source>Asking for time stamps</source>
      <translation>Запрос меток времени</translation>
    </message>
    <message>
      <source>Copying the vault</source>
      <translation>Копирование хранилища</translation>
    </message>
    <message>
      <source>Restoring the vault</source>
      <translation>Восстановление хранилища</translation>
    </message>
    <message>
      <source>Copying</source>
      <translation>Копирование</translation>
    </message>
    <message>
      <source>Checking the vault</source>
      <translation>Проверка хранилища</translation>
    </message>
    <message>
      <source>Checking the database</source>
      <translation>Проверка базы данных</translation>
    </message>
    <message>
      <source>Opening every record</source>
      <translation>Открытие каждого разрешения</translation>
    </message>
    <message>
      <source>Opening every piece of evidence</source>
      <translation>Открытие каждого доказательства</translation>
    </message>
    <message>
      <source>Setting the certificate</source>
      <translation>Составление сертификата</translation>
    </message>
    <message>
      <source>Exporting the proof</source>
      <translation>Экспорт подтверждения</translation>
    </message>
    <message>
      <source>Checking the proof</source>
      <translation>Проверка подтверждения</translation>
    </message>
    <message>
      <source>Erasing</source>
      <translation>Стирание</translation>
    </message>
    <message>
      <source>Waiting for your answer in the browser</source>
      <translation>Ждём вашего ответа в браузере</translation>
    </message>
    <message>
      <source>Uploading</source>
      <translation>Выгрузка</translation>
    </message>
    <message>
      <source>Waiting for YouTube</source>
      <translation>Ожидание YouTube</translation>
    </message>
    <message>
      <source>Looking for faces</source>
      <translation>Ищем лица</translation>
    </message>
    <message>
      <source>Writing the video</source>
      <translation>Записываем видео</translation>
    </message>
    <message>
      <source>Looking at what was written</source>
      <translation>Смотрим, что записано</translation>
    </message>
    <message>
      <source>Changing keys</source>
      <translation>Смена ключей</translation>
    </message>
    <message>
      <source>Making the demo vault</source>
      <translation>Создание демонстрации</translation>
    </message>
    <message>
      <source>Drawing a sample recording</source>
      <translation>Рисование образца записи</translation>
    </message>
    <message>
      <source>Face</source>
      <translation>Лицо</translation>
    </message>
    <message>
      <source>Voice</source>
      <translation>Голос</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Имя</translation>
    </message>
    <message>
      <source>Places mentioned</source>
      <translation>Названные места</translation>
    </message>
    <message>
      <source>Typed messages</source>
      <translation>Набранные сообщения</translation>
    </message>
    <message>
      <source>Shorten</source>
      <translation>Сократить</translation>
    </message>
    <message>
      <source>Change the order</source>
      <translation>Изменить порядок</translation>
    </message>
    <message>
      <source>Add subtitles</source>
      <translation>Добавить субтитры</translation>
    </message>
    <message>
      <source>Translate</source>
      <translation>Перевести</translation>
    </message>
    <message>
      <source>Add effects</source>
      <translation>Добавить эффекты</translation>
    </message>
    <message>
      <source>Blur the face</source>
      <translation>Размыть лицо</translation>
    </message>
    <message>
      <source>Change the voice</source>
      <translation>Изменить голос</translation>
    </message>
    <message>
      <source>Hide the place</source>
      <translation>Скрыть место</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Согласие</translation>
    </message>
    <message>
      <source>Contract</source>
      <translation>Договор</translation>
    </message>
    <message>
      <source>Excerpt</source>
      <translation>Отрывок</translation>
    </message>
    <message>
      <source>Still picture</source>
      <translation>Кадр</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Изображение</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Документ</translation>
    </message>
    <message>
      <source>Typed message</source>
      <translation>Набранное сообщение</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Звук</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Да</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Нет</translation>
    </message>
    <message>
      <source>Unclear</source>
      <translation>Неясно</translation>
    </message>
    <message>
      <source>Gone</source>
      <translation>Ушёл</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Собеседник</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Вы</translation>
    </message>
    <message>
      <source>Platform</source>
      <translation>Платформа</translation>
    </message>
    <message>
      <source>Agency</source>
      <translation>Агентство</translation>
    </message>
    <message>
      <source>Authority</source>
      <translation>Служба</translation>
    </message>
    <message>
      <source>The person was not of age</source>
      <translation>Человек был несовершеннолетним</translation>
    </message>
    <message>
      <source>The person was pressed to agree</source>
      <translation>Человека вынудили согласиться</translation>
    </message>
    <message>
      <source>The evidence was forged</source>
      <translation>Доказательства подделаны</translation>
    </message>
    <message>
      <source>Something required was missing</source>
      <translation>Не хватало обязательного</translation>
    </message>
    <message>
      <source>Passed</source>
      <translation>Пройдено</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Не прошло</translation>
    </message>
    <message>
      <source>Not checked</source>
      <translation>Не проверено</translation>
    </message>
    <message>
      <source>YouTube with ads, face and voice, two years</source>
      <translation>YouTube с рекламой, лицо и голос, два года</translation>
    </message>
    <message>
      <source>YouTube without ads, face and voice, two years</source>
      <translation>YouTube без рекламы, лицо и голос, два года</translation>
    </message>
    <message>
      <source>YouTube with ads, short clips and thumbnail, two years</source>
      <translation>YouTube с рекламой, ролики и обложка, два года</translation>
    </message>
    <message>
      <source>YouTube with ads, voice only, face blurred, two years</source>
      <translation>YouTube с рекламой, только голос, лицо размыто, два года</translation>
    </message>
    <message>
      <source>Record and keep only, one year</source>
      <translation>Только запись и хранение, один год</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>только что</translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s) ago</source>
      <translation>
        <numerusform>%n минуту назад</numerusform>
        <numerusform>%n минуты назад</numerusform>
        <numerusform>%n минут назад</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s) ago</source>
      <translation>
        <numerusform>%n час назад</numerusform>
        <numerusform>%n часа назад</numerusform>
        <numerusform>%n часов назад</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) left</source>
      <translation>
        <numerusform>осталась %n секунда</numerusform>
        <numerusform>осталось %n секунды</numerusform>
        <numerusform>осталось %n секунд</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s) left</source>
      <translation>
        <numerusform>осталась %n минута</numerusform>
        <numerusform>осталось %n минуты</numerusform>
        <numerusform>осталось %n минут</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s) left</source>
      <translation>
        <numerusform>остался %n час</numerusform>
        <numerusform>осталось %n часа</numerusform>
        <numerusform>осталось %n часов</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>permissions</name>
    <message>
      <source>Erasing a permission</source>
      <translation>Стираем разрешение</translation>
    </message>
    <message>
      <source>Only pictures, PDF, text and sound can be added.</source>
      <translation>Можно добавить только изображения, PDF, текст и звук.</translation>
    </message>
    <message>
      <source>Sealing a file</source>
      <translation>Запечатываем файл</translation>
    </message>
    <message>
      <source>Renewing permissions</source>
      <translation>Продление разрешений</translation>
    </message>
    <message>
      <source>Withdrawing permissions</source>
      <translation>Отзыв разрешений</translation>
    </message>
    <message>
      <source>Exporting proofs</source>
      <translation>Экспорт подтверждений</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Собеседник</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Статус</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>Уровень</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Языки</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Страна</translation>
    </message>
    <message>
      <source>Purposes</source>
      <translation>Цели</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Создано</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Кончается</translation>
    </message>
    <message>
      <source>Time stamp</source>
      <translation>Метка времени</translation>
    </message>
    <message>
      <source>Erased</source>
      <translation>Стёрто</translation>
    </message>
    <message>
      <source>There</source>
      <translation>Есть</translation>
    </message>
    <message>
      <source>To come</source>
      <translation>Ещё нет</translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s)</source>
      <translation>
        <numerusform>%n разрешение</numerusform>
        <numerusform>%n разрешения</numerusform>
        <numerusform>%n разрешений</numerusform>
      </translation>
    </message>
    <message>
      <source>Status: {names}</source>
      <translation>Статус: {names}</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>Language: {names}</source>
      <translation>Язык: {names}</translation>
    </message>
    <message>
      <source>You stopped it. What was done until then stays done.</source>
      <translation>Вы остановили работу. Сделанное до этого остаётся.</translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) withdrawn</source>
      <translation>
        <numerusform>Отозвано %n разрешение</numerusform>
        <numerusform>Отозвано %n разрешения</numerusform>
        <numerusform>Отозвано %n разрешений</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) renewed</source>
      <translation>
        <numerusform>Продлено %n разрешение</numerusform>
        <numerusform>Продлено %n разрешения</numerusform>
        <numerusform>Продлено %n разрешений</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proof(s) exported</source>
      <translation>
        <numerusform>Экспортировано %n подтверждение</numerusform>
        <numerusform>Экспортировано %n подтверждения</numerusform>
        <numerusform>Экспортировано %n подтверждений</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left as they were: their status does not allow this step.</source>
      <translation>
        <numerusform>%n осталось как было: статус не допускает этого шага.</numerusform>
        <numerusform>%n остались как были: статус не допускает этого шага.</numerusform>
        <numerusform>%n остались как были: статус не допускает этого шага.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>It did not work with %n of them.</source>
      <translation>
        <numerusform>С %n из них не получилось.</numerusform>
        <numerusform>С %n из них не получилось.</numerusform>
        <numerusform>С %n из них не получилось.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>proofs</name>
    <message>
      <source>The person</source>
      <translation>Человек</translation>
    </message>
    <message>
      <source>Who asked</source>
      <translation>Кто спрашивал</translation>
    </message>
    <message>
      <source>Permissions</source>
      <translation>Разрешения</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Доказательство</translation>
    </message>
    <message>
      <source>History and numbers</source>
      <translation>История и номера</translation>
    </message>
    <message>
      <source>Show no more of a person than the reader needs.</source>
      <translation>Показывайте о человеке не больше, чем нужно читателю.</translation>
    </message>
    <message>
      <source>So that the reader knows who asked.</source>
      <translation>Чтобы читатель знал, кто спрашивал.</translation>
    </message>
    <message>
      <source>What was asked, answered, and for how long.</source>
      <translation>О чём спрошено, что отвечено и на какой срок.</translation>
    </message>
    <message>
      <source>Digests and times. Without them the excerpt cannot be held against anything.</source>
      <translation>Контрольные суммы и время. Без них отрывок не с чем сверить.</translation>
    </message>
    <message>
      <source>What happened when, and what the grade rests on.</source>
      <translation>Что и когда было, и на чём держится уровень.</translation>
    </message>
    <message>
      <source>Called</source>
      <translation>Называется</translation>
    </message>
    <message>
      <source>Name they gave</source>
      <translation>Названное имя</translation>
    </message>
    <message>
      <source>Country they named</source>
      <translation>Названная страна</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Языки</translation>
    </message>
    <message>
      <source>Said to be of age</source>
      <translation>Сказал, что совершеннолетний</translation>
    </message>
    <message>
      <source>How to reach them</source>
      <translation>Как связаться</translation>
    </message>
    <message>
      <source>Name or channel</source>
      <translation>Имя или канал</translation>
    </message>
    <message>
      <source>Contact for withdrawal</source>
      <translation>Контакт для отзыва</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>Каналы</translation>
    </message>
    <message>
      <source>Consent number</source>
      <translation>Номер согласия</translation>
    </message>
    <message>
      <source>Words that were read out</source>
      <translation>Прочитанный текст</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>Уровень</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Факты</translation>
    </message>
    <message>
      <source>Id in your vault</source>
      <translation>Номер в вашем хранилище</translation>
    </message>
    <message>
      <source>Takes the place of</source>
      <translation>Заменяет</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Запись</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Разговор</translation>
    </message>
    <message>
      <source>{status}, until {date}</source>
      <translation>{status}, до {date}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>да</translation>
    </message>
    <message>
      <source>no</source>
      <translation>нет</translation>
    </message>
    <message>
      <source>for {name}</source>
      <translation>для: {name}</translation>
    </message>
    <message>
      <source>The file is not there.</source>
      <translation>Файла нет на месте.</translation>
    </message>
    <message>
      <source>File missing</source>
      <translation>Файла нет</translation>
    </message>
    <message>
      <source>Copied: {text}</source>
      <translation>Скопировано: {text}</translation>
    </message>
    <message>
      <source>The permission changed after this export. Its short id stands in the proof: verify it to see it.</source>
      <translation>После экспорта разрешение изменилось. Короткий номер стоит в самом файле: проверьте его, чтобы увидеть.</translation>
    </message>
    <message>
      <source>The SHA-256 of the file was copied.</source>
      <translation>SHA-256 файла скопирован.</translation>
    </message>
    <message>
      <source>Exporting a proof</source>
      <translation>Экспорт подтверждения</translation>
    </message>
    <message>
      <source>Checking a proof</source>
      <translation>Проверка подтверждения</translation>
    </message>
    <message>
      <source>Demonstration</source>
      <translation>Демонстрация</translation>
    </message>
    <message>
      <source>Details: {title}</source>
      <translation>Подробности: {title}</translation>
    </message>
    <message>
      <source>The files are those that were packed</source>
      <translation>Файлы те же, что были упакованы</translation>
    </message>
    <message>
      <source>The receipt is signed and unchanged</source>
      <translation>Квитанция подписана и не изменена</translation>
    </message>
    <message>
      <source>It is known whose key signed</source>
      <translation>Известно, чей ключ подписал</translation>
    </message>
    <message>
      <source>What is shown belongs to the receipt</source>
      <translation>Показанное относится к квитанции</translation>
    </message>
    <message>
      <source>The statement has its form</source>
      <translation>Заявление имеет нужную форму</translation>
    </message>
    <message>
      <source>The receipt stands in the log</source>
      <translation>Квитанция есть в журнале</translation>
    </message>
    <message>
      <source>Time stamps</source>
      <translation>Метки времени</translation>
    </message>
    <message>
      <source>The consent number follows from a time stamp</source>
      <translation>Номер согласия получен из метки времени</translation>
    </message>
    <message>
      <source>The partner signed with a key of their own</source>
      <translation>Собеседник подписал своим ключом</translation>
    </message>
    <message>
      <source>The excerpt is the one the receipt names</source>
      <translation>Отрывок тот, что назван в квитанции</translation>
    </message>
    <message>
      <source>The recording was logged before the receipt</source>
      <translation>Запись внесена в журнал раньше квитанции</translation>
    </message>
    <message>
      <source>The excerpt comes from the recording, packet by packet</source>
      <translation>Отрывок взят из записи, пакет за пакетом</translation>
    </message>
    <message>
      <source>The receipt does not contradict itself</source>
      <translation>Квитанция не противоречит сама себе</translation>
    </message>
    <message>
      <source>What was agreed still runs</source>
      <translation>Согласованное ещё действует</translation>
    </message>
    <message>
      <source>What the facts support</source>
      <translation>Что следует из фактов</translation>
    </message>
    <message>
      <source>The recording was entered into the log after the receipt.</source>
      <translation>Запись внесена в журнал позже квитанции.</translation>
    </message>
    <message>
      <source>The entry in the log is not this recording's.</source>
      <translation>Строка журнала не об этой записи.</translation>
    </message>
    <message>
      <source>The receipt is dated later than the time stamp over it.</source>
      <translation>Квитанция датирована позже своей метки времени.</translation>
    </message>
    <message>
      <source>The receipt tells of something later than the time stamp over it.</source>
      <translation>В квитанции есть событие позже её метки времени.</translation>
    </message>
    <message>
      <source>Something is permitted, but no yes was heard in the excerpt.</source>
      <translation>Что-то разрешено, но «да» в отрывке не прозвучало.</translation>
    </message>
    <message>
      <source>The answer lies outside the conversation it is said to be from.</source>
      <translation>Ответ лежит вне разговора, из которого он якобы взят.</translation>
    </message>
    <message>
      <source>The excerpt is from another place of the recording than the receipt says.</source>
      <translation>Отрывок взят не из того места записи, которое названо в квитанции.</translation>
    </message>
    <message>
      <source>Not checked: the files are not whole.</source>
      <translation>Не проверено: файлы повреждены.</translation>
    </message>
    <message>
      <source>Not checked: the signature does not hold.</source>
      <translation>Не проверено: подпись неверна.</translation>
    </message>
    <message>
      <source>Not checked: the receipt could not be read.</source>
      <translation>Не проверено: квитанция не читается.</translation>
    </message>
    <message>
      <source>Not checked: the log does not hold.</source>
      <translation>Не проверено: журнал не сходится.</translation>
    </message>
    <message>
      <source>Not checked: the excerpt could not be opened.</source>
      <translation>Не проверено: отрывок не открывается.</translation>
    </message>
    <message>
      <source>The signature holds, but not whose key it is. Compare the fingerprint with one you got from the creator by another way.</source>
      <translation>Подпись верна, но неизвестно, чей это ключ. Сравните отпечаток с тем, что вы получили от автора другим путём.</translation>
    </message>
    <message>
      <source>There is no time stamp in it. Ask for a newer copy once there is one.</source>
      <translation>Метки времени в нём нет. Попросите новую копию, когда она появится.</translation>
    </message>
    <message>
      <source>This is a demonstration. It proves nothing to anybody.</source>
      <translation>Это демонстрация. Она никому ничего не доказывает.</translation>
    </message>
    <message>
      <source>The time stamp is sound, but its authority is not among those this computer trusts.</source>
      <translation>Метка времени верна, но её служба не входит в доверенные на этом компьютере.</translation>
    </message>
    <message>
      <source>The time stamp the number came from is not in the file.</source>
      <translation>Метки времени, из которой взят номер, в файле нет.</translation>
    </message>
    <message>
      <source>The consent number was kept back.</source>
      <translation>Номер согласия не показан.</translation>
    </message>
    <message>
      <source>The excerpt is not in the file. It can be handed over and held against it later.</source>
      <translation>Отрывка в файле нет. Его можно передать и сверить позже.</translation>
    </message>
    <message>
      <source>There is an excerpt, but the receipt that names it keeps this back.</source>
      <translation>Отрывок есть, но квитанция не показывает, какой он.</translation>
    </message>
    <message>
      <source>The excerpt is encrypted. It opens with the key of whom it was made for.</source>
      <translation>Отрывок зашифрован. Его открывает ключ получателя.</translation>
    </message>
    <message>
      <source>Your key does not open the excerpt.</source>
      <translation>Ваш ключ не открывает отрывок.</translation>
    </message>
    <message>
      <source>The file holds nothing to compare the excerpt with the recording.</source>
      <translation>В файле нет данных, чтобы сверить отрывок с записью.</translation>
    </message>
    <message>
      <source>Which recording it is was kept back.</source>
      <translation>Какая это запись, не показано.</translation>
    </message>
    <message>
      <source>This computer cannot read the excerpt.</source>
      <translation>Этот компьютер не может прочитать отрывок.</translation>
    </message>
    <message>
      <source>The recording's own entry in the log is not in the file.</source>
      <translation>Записи журнала о самой видеозаписи нет в файле.</translation>
    </message>
    <message>
      <source>A recording stands in the log; that it is this one was kept back.</source>
      <translation>В журнале есть видеозапись; что это именно она, не показано.</translation>
    </message>
    <message>
      <source>A key signed for the partner, but nothing ties it to a person. It counts for nothing.</source>
      <translation>За собеседника подписал ключ, но ничто не связывает его с человеком. Он не учитывается.</translation>
    </message>
    <message>
      <source>No yes was heard in the excerpt. A later answer may permit what is permitted; the excerpt does not show it.</source>
      <translation>«Да» в отрывке не прозвучало. Возможно, разрешил более поздний ответ; отрывок этого не показывает.</translation>
    </message>
    <message>
      <source>The answer lies in none of the conversations shown; some were kept back.</source>
      <translation>Ответа нет ни в одном из показанных разговоров; часть разговоров скрыта.</translation>
    </message>
    <message>
      <source>It was agreed, but the term is over. Ask whether it was renewed.</source>
      <translation>Это было согласовано, но срок истёк. Спросите, продлён ли он.</translation>
    </message>
    <message>
      <source>What is shown here supports a lower grade than the creator claims: what is kept back, or could not be checked, does not count.</source>
      <translation>Показанное даёт уровень ниже заявленного автором: скрытое и непроверенное не учитывается.</translation>
    </message>
    <message>
      <source>The excerpt could not be decoded.</source>
      <translation>Отрывок не удалось декодировать.</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Файлы</translation>
    </message>
    <message>
      <source>Key fingerprint</source>
      <translation>Отпечаток ключа</translation>
    </message>
    <message>
      <source>Short id</source>
      <translation>Короткий номер</translation>
    </message>
    <message>
      <source>Known as</source>
      <translation>Известен как</translation>
    </message>
    <message>
      <source>Entry</source>
      <translation>Запись журнала</translation>
    </message>
    <message>
      <source>Fields shown</source>
      <translation>Показано полей</translation>
    </message>
    <message>
      <source>Fields kept back</source>
      <translation>Скрыто полей</translation>
    </message>
    <message>
      <source>Time claimed</source>
      <translation>Заявленное время</translation>
    </message>
    <message>
      <source>Made for</source>
      <translation>Для кого</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Журнал</translation>
    </message>
    <message>
      <source>Entry number</source>
      <translation>Номер записи в журнале</translation>
    </message>
    <message>
      <source>Entries in the log</source>
      <translation>Записей в журнале</translation>
    </message>
    <message>
      <source>Witnesses</source>
      <translation>Свидетели</translation>
    </message>
    <message>
      <source>Authority</source>
      <translation>Служба</translation>
    </message>
    <message>
      <source>Existed before</source>
      <translation>Существовало до</translation>
    </message>
    <message>
      <source>Signer's certificate, SHA-256</source>
      <translation>Сертификат подписавшего, SHA-256</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Номер</translation>
    </message>
    <message>
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <source>In the recording</source>
      <translation>В записи</translation>
    </message>
    <message>
      <source>Excerpts</source>
      <translation>Отрывки</translation>
    </message>
    <message>
      <source>Purposes</source>
      <translation>Цели</translation>
    </message>
    <message>
      <source>Streams compared</source>
      <translation>Сверено потоков</translation>
    </message>
    <message>
      <source>Grade claimed</source>
      <translation>Заявленный уровень</translation>
    </message>
    <message>
      <source>Who the person is. Name and country are what they said.</source>
      <translation>Кто этот человек. Имя и страна — с его слов.</translation>
    </message>
    <message>
      <source>How old the person is. It was said, not checked.</source>
      <translation>Сколько лет человеку. Это сказано, но не проверено.</translation>
    </message>
    <message>
      <source>That the words were meant, not acted or forced.</source>
      <translation>Что слова сказаны всерьёз, а не разыграны или вынуждены.</translation>
    </message>
    <message>
      <source>What is heard: a listener confirmed it, no machine.</source>
      <translation>Что слышно: это подтвердил слушатель, а не машина.</translation>
    </message>
    <message>
      <source>That nothing was withdrawn afterwards.</source>
      <translation>Что потом ничего не отозвали.</translation>
    </message>
    <message>
      <source>What the hidden fields say.</source>
      <translation>Что сказано в скрытых полях.</translation>
    </message>
    <message>
      <source>Whether another purpose was refused or taken back: a line was kept back.</source>
      <translation>Отказано ли в другой цели или отозвана ли она: одна из строк скрыта.</translation>
    </message>
    <message>
      <source>When it happened. A time stamp shows “existed before”, nothing more.</source>
      <translation>Когда это было. Метка времени показывает только «существовало до».</translation>
    </message>
    <message>
      <source>Any time: no trusted time stamp is in it.</source>
      <translation>Какое-либо время: доверенной метки времени в нём нет.</translation>
    </message>
    <message>
      <source>That the consent meets any law.</source>
      <translation>Что согласие отвечает какому-либо закону.</translation>
    </message>
    <message>
      <source>What was said outside the excerpt.</source>
      <translation>Что сказано вне отрывка.</translation>
    </message>
    <message>
      <source>What the excerpt shows: it is not in it.</source>
      <translation>Что в отрывке: его в файле нет.</translation>
    </message>
    <message>
      <source>When or where anything was published.</source>
      <translation>Когда и где что-либо опубликовано.</translation>
    </message>
    <message>
      <source>Whose key signed. Compare its fingerprint.</source>
      <translation>Чей ключ подписал. Сравните отпечаток.</translation>
    </message>
    <message>
      <source>That the log shows everyone the same: no witness signed it.</source>
      <translation>Что журнал для всех одинаков: свидетель его не подписал.</translation>
    </message>
    <message>
      <source>Anything by the certificate alone. That page is not signed.</source>
      <translation>Что-либо по одному сертификату. Эта страница не подписана.</translation>
    </message>
    <message>
      <source>Conversation or file added</source>
      <translation>Добавлен разговор или файл</translation>
    </message>
    <message>
      <source>Legal hold set or lifted</source>
      <translation>Юридическая блокировка изменена</translation>
    </message>
    <message>
      <source>Recording added</source>
      <translation>Запись добавлена</translation>
    </message>
    <message>
      <source>Proof exported</source>
      <translation>Подтверждение экспортировано</translation>
    </message>
    <message>
      <source>Time stamp {number}</source>
      <translation>Метка времени {number}</translation>
    </message>
    <message>
      <source>{fact} (a listener says so)</source>
      <translation>{fact} (со слов слушателя)</translation>
    </message>
    <message>
      <source>This proof holds.</source>
      <translation>Это подтверждение выдержало проверку.</translation>
    </message>
    <message>
      <source>Nothing was changed, and an independent time stamp covers it.</source>
      <translation>Ничего не изменено, и есть независимая метка времени.</translation>
    </message>
    <message>
      <source>This proof does not hold.</source>
      <translation>Это подтверждение не выдержало проверки.</translation>
    </message>
    <message>
      <source>Something in it is not as it was made. Do not rely on it.</source>
      <translation>Что-то в нём не так, как было. Не полагайтесь на него.</translation>
    </message>
    <message>
      <source>This proof is a demonstration.</source>
      <translation>Это демонстрация.</translation>
    </message>
    <message>
      <source>Nothing in it was changed, but its time stamps come from a demonstration and prove nothing.</source>
      <translation>Ничего не изменено, но метки времени демонстрационные и ничего не доказывают.</translation>
    </message>
    <message>
      <source>This proof is not complete.</source>
      <translation>Подтверждение неполное.</translation>
    </message>
    <message>
      <source>Nothing in it was changed, but no time stamp you can trust covers it.</source>
      <translation>Ничего не изменено, но доверенной метки времени у него нет.</translation>
    </message>
    <message>
      <source>What this does not prove</source>
      <translation>Чего это не подтверждает</translation>
    </message>
    <message>
      <source>What the receipt shows</source>
      <translation>Что показывает квитанция</translation>
    </message>
    <message numerus="yes">
      <source>%n field(s) shown</source>
      <translation>
        <numerusform>показано %n поле</numerusform>
        <numerusform>показано %n поля</numerusform>
        <numerusform>показано %n полей</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>published</name>
    <message>
      <source>The reply was copied.</source>
      <translation>Ответ скопирован.</translation>
    </message>
    <message>
      <source>The complaint is closed: {what}.</source>
      <translation>Жалоба закрыта: {what}.</translation>
    </message>
    <message>
      <source>Preparing the hand-over</source>
      <translation>Подготовка передачи</translation>
    </message>
    <message>
      <source>Saved: what {id} stands for.</source>
      <translation>Сохранено: что означает {id}.</translation>
    </message>
    <message>
      <source>Writing the sidecar</source>
      <translation>Запись файла-спутника</translation>
    </message>
    <message>
      <source>Writing the signed copy</source>
      <translation>Запись подписанной копии</translation>
    </message>
    <message>
      <source>Written: {name}.</source>
      <translation>Записано: {name}.</translation>
    </message>
    <message>
      <source>Binding the video</source>
      <translation>Привязка видео</translation>
    </message>
    <message>
      <source>The video is in the list: a withdrawal reaches it.</source>
      <translation>Видео в списке: отзыв до него дойдёт.</translation>
    </message>
    <message>
      <source>Paid promotion is marked ({name}).</source>
      <translation>Платное продвижение отмечено ({name}).</translation>
    </message>
    <message>
      <source>The thumbnail shows nobody.</source>
      <translation>На обложке никого нет.</translation>
    </message>
    <message numerus="yes">
      <source>The thumbnail shows the %n person(s) of the plan and nobody else.</source>
      <translation>
        <numerusform>На обложке %n человек из плана и больше никого.</numerusform>
        <numerusform>На обложке %n человека из плана и больше никого.</numerusform>
        <numerusform>На обложке %n человек из плана и больше никого.</numerusform>
      </translation>
    </message>
    <message>
      <source>The video's link is in the list here.</source>
      <translation>Ссылка на видео внесена в список здесь.</translation>
    </message>
    <message>
      <source>This is the file that was checked.</source>
      <translation>Это проверенный файл.</translation>
    </message>
    <message>
      <source>This is not the file that was checked, or it is away.</source>
      <translation>Это не проверенный файл, или его нет на месте.</translation>
    </message>
    <message>
      <source>The plan passes.</source>
      <translation>План допускается.</translation>
    </message>
    <message>
      <source>The plan does not pass, or permissions changed since.</source>
      <translation>План не допускается, или разрешения с тех пор изменились.</translation>
    </message>
    <message>
      <source>A proof of every permission is exported.</source>
      <translation>Подтверждения всех разрешений выгружены.</translation>
    </message>
    <message numerus="yes">
      <source>No proof is exported of %n permission(s).</source>
      <translation>
        <numerusform>Не выгружено подтверждение для %n разрешения.</numerusform>
        <numerusform>Не выгружены подтверждения для %n разрешений.</numerusform>
        <numerusform>Не выгружены подтверждения для %n разрешений.</numerusform>
      </translation>
    </message>
    <message>
      <source>Every permission has a time stamp.</source>
      <translation>У каждого разрешения есть метка времени.</translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) without a time stamp.</source>
      <translation>
        <numerusform>%n разрешение без метки времени.</numerusform>
        <numerusform>%n разрешения без метки времени.</numerusform>
        <numerusform>%n разрешений без метки времени.</numerusform>
      </translation>
    </message>
    <message>
      <source>Audience: set to “made for kids”.</source>
      <translation>Аудитория: указано «для детей».</translation>
    </message>
    <message>
      <source>Audience: set to “not made for kids”.</source>
      <translation>Аудитория: указано «не для детей».</translation>
    </message>
    <message>
      <source>Audience: answered; the plan does not say how.</source>
      <translation>Аудитория: указана; в плане не сказано, какая.</translation>
    </message>
    <message>
      <source>Altered content: answered with yes.</source>
      <translation>Изменённый контент: ответ «да».</translation>
    </message>
    <message>
      <source>Altered content: answered with no.</source>
      <translation>Изменённый контент: ответ «нет».</translation>
    </message>
    <message>
      <source>Altered content: answered; the plan does not say how.</source>
      <translation>Изменённый контент: ответ дан; в плане не сказано, какой.</translation>
    </message>
    <message>
      <source>Open YouTube Studio</source>
      <translation>Открыть Студию YouTube</translation>
    </message>
    <message>
      <source>Open {platform}</source>
      <translation>Открыть {platform}</translation>
    </message>
    <message>
      <source>Noted: the video was taken down.</source>
      <translation>Отмечено: видео снято с публикации.</translation>
    </message>
    <message>
      <source>Noted: the video is up again.</source>
      <translation>Отмечено: видео снова опубликовано.</translation>
    </message>
    <message>
      <source>Taken off the list.</source>
      <translation>Убрано из списка.</translation>
    </message>
    <message>
      <source>Noted: {what}.</source>
      <translation>Отмечено: {what}.</translation>
    </message>
    <message>
      <source>Writing a statement</source>
      <translation>Запись заявления</translation>
    </message>
    <message>
      <source>The channel is connected.</source>
      <translation>Канал подключён.</translation>
    </message>
    <message>
      <source>Connecting a channel</source>
      <translation>Подключение канала</translation>
    </message>
    <message>
      <source>The channel is forgotten here. Google could not be asked: end access on your Google account's page of connected apps.</source>
      <translation>Канал здесь забыт. Связаться с Google не удалось: закройте доступ на странице подключённых приложений аккаунта Google.</translation>
    </message>
    <message>
      <source>The channel is disconnected.</source>
      <translation>Канал отключён.</translation>
    </message>
    <message>
      <source>Disconnecting the channel</source>
      <translation>Отключение канала</translation>
    </message>
    <message>
      <source>Uploading to YouTube</source>
      <translation>Загрузка на YouTube</translation>
    </message>
    <message>
      <source>The video is on YouTube and in your list.</source>
      <translation>Видео на YouTube и в вашем списке.</translation>
    </message>
    <message>
      <source>The upload was dropped.</source>
      <translation>Загрузка отброшена.</translation>
    </message>
    <message>
      <source>Took the permission back on {date}</source>
      <translation>Разрешение отозвано {date}</translation>
    </message>
    <message>
      <source>Permission void from the start</source>
      <translation>Разрешение недействительно с самого начала</translation>
    </message>
    <message>
      <source>Permission ended by you on {date}</source>
      <translation>Вы прекратили разрешение {date}</translation>
    </message>
    <message>
      <source>Permission in doubt since {date}</source>
      <translation>Разрешение под сомнением с {date}</translation>
    </message>
    <message>
      <source>Permission ran out on {date}</source>
      <translation>Срок разрешения истёк {date}</translation>
    </message>
    <message>
      <source>Record erased on {date}</source>
      <translation>Запись о разрешении удалена {date}</translation>
    </message>
    <message>
      <source>Complaint of {date}</source>
      <translation>Жалоба от {date}</translation>
    </message>
    <message>
      <source>Published video</source>
      <translation>Опубликованное видео</translation>
    </message>
    <message>
      <source>Thumbnail or title</source>
      <translation>Обложка или название</translation>
    </message>
    <message>
      <source>Advertising or sponsor</source>
      <translation>Реклама или спонсор</translation>
    </message>
    <message>
      <source>Video not published yet</source>
      <translation>Ещё не опубликованное видео</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Запись</translation>
    </message>
    <message>
      <source>Proof you handed out</source>
      <translation>Выданное вами подтверждение</translation>
    </message>
    <message>
      <source>Complaint</source>
      <translation>Жалоба</translation>
    </message>
    <message>
      <source>Taken down</source>
      <translation>Снято с публикации</translation>
    </message>
    <message>
      <source>Cut away</source>
      <translation>Вырезано</translation>
    </message>
    <message>
      <source>Blurred</source>
      <translation>Размыто</translation>
    </message>
    <message>
      <source>Muted</source>
      <translation>Звук убран</translation>
    </message>
    <message>
      <source>Replaced</source>
      <translation>Заменено</translation>
    </message>
    <message>
      <source>Earns nothing any more</source>
      <translation>Больше не приносит дохода</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Удалено</translation>
    </message>
    <message>
      <source>Reader told</source>
      <translation>Получатель извещён</translation>
    </message>
    <message>
      <source>Agreed again</source>
      <translation>Снова разрешено</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Дан ответ</translation>
    </message>
    <message>
      <source>Stays as it is</source>
      <translation>Остаётся как есть</translation>
    </message>
    <message>
      <source>Somebody without a record</source>
      <translation>Кто-то без записи о разрешении</translation>
    </message>
    <message>
      <source>An erased person</source>
      <translation>Удалённый человек</translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n день</numerusform>
        <numerusform>%n дня</numerusform>
        <numerusform>%n дней</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n час</numerusform>
        <numerusform>%n часа</numerusform>
        <numerusform>%n часов</numerusform>
      </translation>
    </message>
    <message>
      <source>Late since {time}</source>
      <translation>Просрочено с {time}</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>Осталось: {time}</translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) to do</source>
      <translation>
        <numerusform>Нужно сделать: %n дело</numerusform>
        <numerusform>Нужно сделать: %n дела</numerusform>
        <numerusform>Нужно сделать: %n дел</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n task(s)</source>
      <translation>
        <numerusform>%n дело</numerusform>
        <numerusform>%n дела</numerusform>
        <numerusform>%n дел</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n late</source>
      <translation>
        <numerusform>Просрочено: %n</numerusform>
        <numerusform>Просрочено: %n</numerusform>
        <numerusform>Просрочено: %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Everything is fine</source>
      <translation>Всё в порядке</translation>
    </message>
    <message>
      <source>Nobody on record in it</source>
      <translation>В нём никого из записанных</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n человек</numerusform>
        <numerusform>%n человека</numerusform>
        <numerusform>%n человек</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n минута</numerusform>
        <numerusform>%n минуты</numerusform>
        <numerusform>%n минут</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>recording</name>
    <message>
      <source>From {country}</source>
      <translation>Страна: {country}</translation>
    </message>
    <message>
      <source>Speaks {languages}</source>
      <translation>Языки: {languages}</translation>
    </message>
    <message>
      <source>No name yet</source>
      <translation>Имени ещё нет</translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>{start} до {end}</translation>
    </message>
    <message>
      <source>Discarded</source>
      <translation>Исключён</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>Воспроизведение или пауза</translation>
    </message>
    <message>
      <source>Play back, stop, play on; again for faster</source>
      <translation>Назад, стоп, вперёд; ещё раз для скорости</translation>
    </message>
    <message>
      <source>One frame back or on; with Shift one second</source>
      <translation>Кадр назад или вперёд; с Shift на секунду</translation>
    </message>
    <message>
      <source>To the beginning or the end</source>
      <translation>В начало или в конец</translation>
    </message>
    <message>
      <source>Previous or next conversation</source>
      <translation>Предыдущий или следующий разговор</translation>
    </message>
    <message>
      <source>Set the beginning or the end of what is marked</source>
      <translation>Задать начало или конец отметки</translation>
    </message>
    <message>
      <source>Make the marked stretch a conversation</source>
      <translation>Сделать отмеченный отрезок разговором</translation>
    </message>
    <message>
      <source>Split the conversation at the playhead</source>
      <translation>Разделить разговор в текущем месте</translation>
    </message>
    <message>
      <source>Merge it with the next one</source>
      <translation>Объединить со следующим</translation>
    </message>
    <message>
      <source>Set it aside</source>
      <translation>Исключить</translation>
    </message>
    <message>
      <source>Mark the permission; then play what is marked</source>
      <translation>Отметить разрешение; затем воспроизвести отмеченное</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>Запечатать</translation>
    </message>
    <message>
      <source>Zoom; also Ctrl and the mouse wheel</source>
      <translation>Масштаб; также Ctrl и колесо мыши</translation>
    </message>
    <message>
      <source>Show all, the conversation, the second</source>
      <translation>Показать всё, разговор, секунду</translation>
    </message>
    <message>
      <source>Undo; with Shift redo</source>
      <translation>Отменить; с Shift вернуть</translation>
    </message>
    <message>
      <source>Pictures, documents, sound</source>
      <translation>Изображения, документы, звук</translation>
    </message>
    <message>
      <source>You asked at {time}</source>
      <translation>Вы спросили в {time}</translation>
    </message>
    <message>
      <source>That is {place} in this recording.</source>
      <translation>Это {place} в этой записи.</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Взять</translation>
    </message>
    <message>
      <source>Conversation set aside.</source>
      <translation>Разговор исключён.</translation>
    </message>
    <message>
      <source>Partner {number}</source>
      <translation>Собеседник {number}</translation>
    </message>
    <message>
      <source>Sealing a permission</source>
      <translation>Запечатываем разрешение</translation>
    </message>
    <message>
      <source>Sealed as {short_id}.</source>
      <translation>Запечатано как {short_id}.</translation>
    </message>
    <message>
      <source>Looking at the file</source>
      <translation>Смотрим файл</translation>
    </message>
    <message>
      <source>Erasing a permission</source>
      <translation>Стираем разрешение</translation>
    </message>
    <message>
      <source>Added to {name}.</source>
      <translation>Добавлено: {name}.</translation>
    </message>
    <message>
      <source>Only pictures, PDF, text and sound can be added.</source>
      <translation>Можно добавить только изображения, PDF, текст и звук.</translation>
    </message>
    <message>
      <source>Sealing a file</source>
      <translation>Запечатываем файл</translation>
    </message>
    <message>
      <source>They said yes…</source>
      <translation>Сказали «да»…</translation>
    </message>
    <message>
      <source>They said no…</source>
      <translation>Сказали «нет»…</translation>
    </message>
    <message>
      <source>They gave no clear answer…</source>
      <translation>Ясного ответа не дали…</translation>
    </message>
    <message>
      <source>Renew…</source>
      <translation>Продлить…</translation>
    </message>
    <message>
      <source>The partner withdrew…</source>
      <translation>Собеседник отозвал…</translation>
    </message>
    <message>
      <source>Suspend…</source>
      <translation>Приостановить…</translation>
    </message>
    <message>
      <source>Lift the suspension…</source>
      <translation>Снять приостановку…</translation>
    </message>
    <message>
      <source>Revoke…</source>
      <translation>Прекратить…</translation>
    </message>
    <message>
      <source>Note that you asked again…</source>
      <translation>Отметить повторный вопрос…</translation>
    </message>
    <message>
      <source>Declare void…</source>
      <translation>Признать недействительным…</translation>
    </message>
    <message>
      <source>Erase the data…</source>
      <translation>Стереть данные…</translation>
    </message>
    <message>
      <source>They said yes</source>
      <translation>Сказали «да»</translation>
    </message>
    <message>
      <source>They said no</source>
      <translation>Сказали «нет»</translation>
    </message>
    <message>
      <source>They gave no clear answer</source>
      <translation>Ясного ответа не дали</translation>
    </message>
    <message>
      <source>Renew the permission</source>
      <translation>Продлить разрешение</translation>
    </message>
    <message>
      <source>The partner withdrew</source>
      <translation>Собеседник отозвал</translation>
    </message>
    <message>
      <source>Suspend the permission</source>
      <translation>Приостановить разрешение</translation>
    </message>
    <message>
      <source>Lift the suspension</source>
      <translation>Снять приостановку</translation>
    </message>
    <message>
      <source>Revoke the permission</source>
      <translation>Прекратить разрешение</translation>
    </message>
    <message>
      <source>You asked again</source>
      <translation>Вы спросили снова</translation>
    </message>
    <message>
      <source>Declare the permission void</source>
      <translation>Признать недействительным</translation>
    </message>
    <message>
      <source>Erase the data</source>
      <translation>Стереть данные</translation>
    </message>
    <message>
      <source>The answer to the open question. Add what shows it under Evidence.</source>
      <translation>Ответ на открытый вопрос. Добавьте подтверждающее в раздел «Доказательства».</translation>
    </message>
    <message>
      <source>Do not ask this person again for 30 days, unless they begin.</source>
      <translation>Не спрашивайте этого человека 30 дней, если он не начнёт сам.</translation>
    </message>
    <message>
      <source>Nothing is permitted until they answer.</source>
      <translation>До ответа ничего не разрешено.</translation>
    </message>
    <message>
      <source>The partner said yes again. The permission holds until the new day.</source>
      <translation>Собеседник снова согласился. Разрешение действует до нового дня.</translation>
    </message>
    <message>
      <source>The partner took it back. It does not permit any more, and cannot be given again here.</source>
      <translation>Собеседник взял согласие назад. Оно больше не действует, и здесь его не вернуть.</translation>
    </message>
    <message>
      <source>Something is in doubt. It does not permit until you lift the suspension.</source>
      <translation>Есть сомнения. Разрешение не действует, пока приостановка не снята.</translation>
    </message>
    <message>
      <source>The doubt is settled. It stands again where it stood before.</source>
      <translation>Сомнение снято. Всё снова как было.</translation>
    </message>
    <message>
      <source>You end it yourself, although the partner did not ask for that.</source>
      <translation>Вы прекращаете его сами, хотя собеседник об этом не просил.</translation>
    </message>
    <message>
      <source>The notice was given once more, and the answer is still to come.</source>
      <translation>Уведомление дано ещё раз, ответа пока нет.</translation>
    </message>
    <message>
      <source>It was never a permission. Every past use is in question as well.</source>
      <translation>Это никогда не было разрешением. Всё прежнее использование тоже под вопросом.</translation>
    </message>
    <message>
      <source>This cannot be undone.</source>
      <translation>Это нельзя отменить.</translation>
    </message>
    <message>
      <source>Say what you heard.</source>
      <translation>Укажите, что вы услышали.</translation>
    </message>
    <message>
      <source>Only a person who says to be 18 or older can give a permission.</source>
      <translation>Разрешение может дать только тот, кто говорит, что ему есть 18 лет.</translation>
    </message>
    <message>
      <source>Give the person a name to be found under.</source>
      <translation>Дайте человеку имя, под которым его найти.</translation>
    </message>
    <message>
      <source>Choose at least one purpose.</source>
      <translation>Выберите хотя бы одну цель.</translation>
    </message>
    <message>
      <source>Every purpose was answered with no. Choose No as what you heard.</source>
      <translation>На все цели ответ «нет». Выберите «Нет» как услышанное.</translation>
    </message>
    <message>
      <source>Mark question and answer, attach a file, or write down what was agreed.</source>
      <translation>Отметьте вопрос и ответ, приложите файл или запишите договорённость.</translation>
    </message>
    <message>
      <source>The answer begins before the question. Mark one of them again.</source>
      <translation>Ответ начинается раньше вопроса. Отметьте что-то заново.</translation>
    </message>
    <message>
      <source>Question and answer lie more than 15 minutes apart. Mark them closer.</source>
      <translation>Между вопросом и ответом больше 15 минут. Отметьте их ближе.</translation>
    </message>
    <message>
      <source>The answer lies outside this conversation. Mark it inside, or move the edges.</source>
      <translation>Ответ лежит за пределами этого разговора. Отметьте его внутри или сдвиньте границы.</translation>
    </message>
    <message>
      <source>The last day lies before the conversation. Choose a later one.</source>
      <translation>Последний день раньше разговора. Выберите более поздний.</translation>
    </message>
    <message>
      <source>Choose what may be used: face, voice, name.</source>
      <translation>Выберите, что можно использовать: лицо, голос, имя.</translation>
    </message>
    <message>
      <source>Choose where it may be shown.</source>
      <translation>Выберите, где можно показывать.</translation>
    </message>
    <message>
      <source>Age not asked</source>
      <translation>Возраст не спрошен</translation>
    </message>
    <message>
      <source>Says to be 18 or older</source>
      <translation>Говорит, что есть 18 лет</translation>
    </message>
    <message>
      <source>Not 18 yet</source>
      <translation>Ещё нет 18 лет</translation>
    </message>
    <message>
      <source>Set by hand</source>
      <translation>Задано вручную</translation>
    </message>
    <message>
      <source>Clear edges</source>
      <translation>Края ясны</translation>
    </message>
    <message>
      <source>Likely</source>
      <translation>Вероятно</translation>
    </message>
    <message>
      <source>Unsure, please look</source>
      <translation>Не уверены, проверьте</translation>
    </message>
    <message>
      <source>This person</source>
      <translation>Этот человек</translation>
    </message>
    <message>
      <source>{name} said no to: {purposes}.</source>
      <translation>{name}, отказ: {purposes}.</translation>
    </message>
    <message>
      <source>{name} gave no clear answer to: {purposes}. Nothing is permitted.</source>
      <translation>{name}, нет ясного ответа: {purposes}. Ничего не разрешено.</translation>
    </message>
    <message>
      <source>{name} allows: {purposes}.</source>
      <translation>{name} разрешает: {purposes}.</translation>
    </message>
    <message>
      <source>Not allowed: {purposes}.</source>
      <translation>Не разрешено: {purposes}.</translation>
    </message>
    <message>
      <source>Before use: {conditions}.</source>
      <translation>Перед использованием: {conditions}.</translation>
    </message>
    <message>
      <source>worldwide</source>
      <translation>весь мир</translation>
    </message>
    <message>
      <source>Used: {data}. Where: {places}. Until: {date}.</source>
      <translation>Используется: {data}. Где: {places}. До: {date}.</translation>
    </message>
  </context>
  <context>
    <name>recordings</name>
    <message>
      <source>Missing</source>
      <translation>Не найден</translation>
    </message>
    <message>
      <source>Adding a recording</source>
      <translation>Добавляем запись</translation>
    </message>
    <message>
      <source>Found it.</source>
      <translation>Найдено.</translation>
    </message>
    <message>
      <source>This recording was here already.</source>
      <translation>Эта запись уже есть.</translation>
    </message>
    <message>
      <source>It stays: permissions on record refer to it.</source>
      <translation>Остаётся: на неё ссылаются записанные разрешения.</translation>
    </message>
    <message>
      <source>Taken off the list. The file stays where it is.</source>
      <translation>Убрано из списка. Файл остаётся на месте.</translation>
    </message>
    <message>
      <source>Sound only</source>
      <translation>Только звук</translation>
    </message>
    <message>
      <source>{width} by {height}</source>
      <translation>{width} на {height}</translation>
    </message>
    <message>
      <source>No record yet: {count}</source>
      <translation>Ещё без записи: {count}</translation>
    </message>
    <message>
      <source>Cut off: {there} of {whole} are there.</source>
      <translation>Обрезано: есть {there} из {whole}.</translation>
    </message>
    <message>
      <source>Cut off after {there}.</source>
      <translation>Обрезано после {there}.</translation>
    </message>
    <message>
      <source>Damaged in places, first at {time}.</source>
      <translation>Местами повреждено, впервые в {time}.</translation>
    </message>
    <message>
      <source>Damaged in places.</source>
      <translation>Местами повреждено.</translation>
    </message>
    <message>
      <source>The file is missing.</source>
      <translation>Файл не найден.</translation>
    </message>
  </context>
  <context>
    <name>redaction</name>
    <message>
      <source>Previous or next face in the picture</source>
      <translation>Предыдущее или следующее лицо на изображении</translation>
    </message>
    <message>
      <source>Move the chosen face's box</source>
      <translation>Двигать рамку выбранного лица</translation>
    </message>
    <message>
      <source>Make the box larger or smaller</source>
      <translation>Увеличить или уменьшить рамку</translation>
    </message>
    <message>
      <source>New box; take a face out</source>
      <translation>Новая рамка; убрать лицо</translation>
    </message>
    <message>
      <source>Blur the chosen face, or not</source>
      <translation>Размыть выбранное лицо или нет</translation>
    </message>
    <message>
      <source>Previous or next moment to look at</source>
      <translation>Предыдущий или следующий момент для просмотра</translation>
    </message>
    <message>
      <source>Mark the moment as looked at</source>
      <translation>Отметить момент как просмотренный</translation>
    </message>
    <message>
      <source>Before and after</source>
      <translation>До и после</translation>
    </message>
    <message>
      <source>Leave as it is</source>
      <translation>Оставить как есть</translation>
    </message>
    <message>
      <source>Alter the voice</source>
      <translation>Изменить голос</translation>
    </message>
    <message>
      <source>Mute</source>
      <translation>Заглушить</translation>
    </message>
    <message>
      <source>Blur the face</source>
      <translation>Размыть лицо</translation>
    </message>
    <message>
      <source>Hide the picture</source>
      <translation>Закрыть изображение</translation>
    </message>
    <message>
      <source>Cut out</source>
      <translation>Вырезать</translation>
    </message>
    <message>
      <source>The face was lost and followed through.</source>
      <translation>Лицо терялось и было прослежено.</translation>
    </message>
    <message>
      <source>The face is hard to see.</source>
      <translation>Лицо плохо видно.</translation>
    </message>
    <message>
      <source>The face is partly outside.</source>
      <translation>Лицо частично за краем.</translation>
    </message>
    <message>
      <source>The face appears or goes within a shot.</source>
      <translation>Лицо появляется или исчезает внутри сцены.</translation>
    </message>
    <message>
      <source>Somebody should be here; no face is covered.</source>
      <translation>Здесь кто-то должен быть; ни одно лицо не закрыто.</translation>
    </message>
    <message>
      <source>Footage of unknown origin</source>
      <translation>Материал неизвестного происхождения</translation>
    </message>
    <message>
      <source>No name yet</source>
      <translation>Имени ещё нет</translation>
    </message>
    <message>
      <source>seen {picture}, heard {sound}</source>
      <translation>виден {picture}, слышен {sound}</translation>
    </message>
    <message>
      <source>Nothing changes.</source>
      <translation>Ничего не меняется.</translation>
    </message>
    <message>
      <source>With this, the plan passes.</source>
      <translation>С этим план проходит.</translation>
    </message>
    <message>
      <source>{name} for publication</source>
      <translation>{name} для публикации</translation>
    </message>
    <message>
      <source>{name} was written, and its plan passes.</source>
      <translation>Файл {name} записан, и его план проходит.</translation>
    </message>
    <message>
      <source>{name} was written; something still blocks.</source>
      <translation>Файл {name} записан; что-то ещё мешает.</translation>
    </message>
    <message>
      <source>{name} was written.</source>
      <translation>{name}: записано.</translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) change.</source>
      <translation>
        <numerusform>Меняется %n секунда.</numerusform>
        <numerusform>Меняются %n секунды.</numerusform>
        <numerusform>Меняются %n секунд.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them are cut.</source>
      <translation>
        <numerusform>Из них вырезается %n.</numerusform>
        <numerusform>Из них вырезаются %n.</numerusform>
        <numerusform>Из них вырезаются %n.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) still block; no change here mends them.</source>
      <translation>
        <numerusform>%n правило ещё мешает; правкой здесь его не исправить.</numerusform>
        <numerusform>%n правила ещё мешают; правкой здесь их не исправить.</numerusform>
        <numerusform>%n правил ещё мешают; правкой здесь их не исправить.</numerusform>
      </translation>
    </message>
  </context>
</TS>