<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutRow</name>
    <message>
        <source>Rescousse {version}</source>
        <translation>Rescousse {version}</translation>
    </message>
    <message>
        <source>Accessibility: partly conforms</source>
        <translation>Barrierefreiheit: teilweise konform</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Quit Rescousse</source>
        <translation>Rescousse beenden</translation>
    </message>
    <message>
        <source>Version {version} is out. IT support installs it; you need not do anything. {about}</source>
        <translation>Version {version} ist erschienen. Die IT-Hilfe installiert sie; Sie müssen nichts tun. {about}</translation>
    </message>
    <message>
        <source>Free software: GPL 3 or later.</source>
        <translation>Freie Software: GPL 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>Along</name>
    <message>
        <source>{name} asks to look at your screen too</source>
        <translation>{name} möchte Ihren Bildschirm auch sehen</translation>
    </message>
    <message>
        <source>2. What will they see?</source>
        <translation>2. Was wird gezeigt?</translation>
    </message>
    <message>
        <source>What you pick in your desktop’s dialog, no longer than {host}. They cannot ask for more.</source>
        <translation>Was Sie wählen, wenn Ihr Desktop danach fragt, und nicht länger als {host}. Um mehr kann nicht gebeten werden.</translation>
    </message>
    <message>
        <source>The same as {host}, and no longer. They only look, and cannot ask for more.</source>
        <translation>Dasselbe wie {host}, und nicht länger. Ihr Bildschirm wird nur angesehen, um mehr kann nicht gebeten werden.</translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>Show what counts, hide the rest</source>
        <translation>Zeigen Sie, was zählt, verdecken Sie den Rest</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>A masked area is blackened in the picture itself: nobody can get it back.</source>
        <translation>Ein verdeckter Bereich wird im Bild selbst geschwärzt: Niemand kann ihn wiederherstellen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Dieses Bild verwenden</translation>
    </message>
    <message>
        <source>Back to the steps</source>
        <translation>Zurück zu den Schritten</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Zurück zum Gespräch</translation>
    </message>
    <message>
        <source>Draw a box around what counts. With keys: Enter, then the arrows.</source>
        <translation>Rahmen Sie ein, was zählt. Mit Tasten: Eingabe, dann die Pfeile.</translation>
    </message>
    <message>
        <source>Draw from the tail to the tip. With keys: Enter, then the arrows.</source>
        <translation>Ziehen Sie vom Anfang zur Spitze. Mit Tasten: Eingabe, dann die Pfeile.</translation>
    </message>
    <message>
        <source>Click where the words should stand. With keys: Enter.</source>
        <translation>Klicken Sie dorthin, wo der Text stehen soll. Mit Tasten: Eingabe.</translation>
    </message>
    <message>
        <source>Draw over what nobody should read. With keys: Enter, then the arrows.</source>
        <translation>Decken Sie ab, was niemand lesen soll. Mit Tasten: Eingabe, dann die Pfeile.</translation>
    </message>
    <message>
        <source>Draw around the part to keep. With keys: Enter, then the arrows.</source>
        <translation>Rahmen Sie den Teil ein, der bleiben soll. Mit Tasten: Eingabe, dann die Pfeile.</translation>
    </message>
    <message numerus="yes">
        <source>%n masked area(s)</source>
        <translation>
            <numerusform>%n verdeckter Bereich</numerusform>
            <numerusform>%n verdeckte Bereiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arrow(s)</source>
        <translation>
            <numerusform>%n Pfeil</numerusform>
            <numerusform>%n Pfeile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n Text</numerusform>
            <numerusform>%n Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>zugeschnitten</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Noch nichts gezeichnet</translation>
    </message>
    <message>
        <source>Picture: {marks}</source>
        <translation>Bild: {marks}</translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>Ask a person</source>
        <translation>Eine Person fragen</translation>
    </message>
    <message>
        <source>That was not it?</source>
        <translation>Das war es nicht?</translation>
    </message>
    <message>
        <source>Back to the request</source>
        <translation>Zurück zur Anfrage</translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation>Zurück zur Suche</translation>
    </message>
    <message>
        <source>Back to my computer</source>
        <translation>Zurück zu meinem Rechner</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>{name} asks to see one masked value</source>
        <translation>{name} bittet um einen verdeckten Wert</translation>
    </message>
    <message>
        <source>You see it first. Nothing leaves without your yes.</source>
        <translation>Sie sehen ihn zuerst. Ohne Ihr Ja wird nichts gesendet.</translation>
    </message>
    <message>
        <source>See the value</source>
        <translation>Wert ansehen</translation>
    </message>
    <message>
        <source>{name} asks for your computer report</source>
        <translation>{name} bittet um Ihren Gerätebericht</translation>
    </message>
    <message>
        <source>The state of your computer</source>
        <translation>Der Zustand Ihres Rechners</translation>
    </message>
    <message>
        <source>You look it through first. Nothing leaves without your yes.</source>
        <translation>Sie sehen ihn zuerst durch. Ohne Ihr Ja wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Look it through</source>
        <translation>Bericht durchsehen</translation>
    </message>
    <message>
        <source>{name} suggests a repair</source>
        <translation>{name} schlägt eine Reparatur vor</translation>
    </message>
    <message>
        <source>This computer does not have that repair.</source>
        <translation>Diese Reparatur gibt es auf diesem Rechner nicht.</translation>
    </message>
    <message>
        <source>Nothing changes without your yes. {name} will see whether it helped.</source>
        <translation>Ohne Ihr Ja ändert sich nichts. {name} sieht dann, ob es geholfen hat.</translation>
    </message>
    <message>
        <source>See the repair</source>
        <translation>Reparatur ansehen</translation>
    </message>
    <message>
        <source>{name} asks to see your screen</source>
        <translation>{name} möchte Ihren Bildschirm sehen</translation>
    </message>
    <message>
        <source>View only, one window if you like</source>
        <translation>Nur ansehen, auf Wunsch nur ein Fenster</translation>
    </message>
    <message>
        <source>You check two words with {name} first. You can stop at any moment.</source>
        <translation>Sie vergleichen zuerst zwei Wörter mit {name}. Sie können jederzeit aufhören.</translation>
    </message>
    <message>
        <source>Choose what to show</source>
        <translation>Auswählen, was ich zeige</translation>
    </message>
    <message>
        <source>You tried it already, {when}. It helped then.</source>
        <translation>Sie haben sie schon ausprobiert, {when}. Damals hat sie geholfen.</translation>
    </message>
    <message>
        <source>You tried it already, {when}, and took it back.</source>
        <translation>Sie haben sie schon ausprobiert, {when}, und rückgängig gemacht.</translation>
    </message>
    <message>
        <source>You began it already, {when}, and stopped it.</source>
        <translation>Sie haben sie schon begonnen, {when}, und abgebrochen.</translation>
    </message>
    <message>
        <source>You tried it already, {when}. It did not help.</source>
        <translation>Sie haben sie schon ausprobiert, {when}. Sie hat nicht geholfen.</translation>
    </message>
</context>
<context>
    <name>AskedCard</name>
    <message>
        <source>No, thank you</source>
        <translation>Nein danke</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Hier fehlt noch etwas.</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Also attached</source>
        <translation>Außerdem dabei</translation>
    </message>
    <message>
        <source>Record the steps</source>
        <translation>Schritte aufzeichnen</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Datei hinzufügen</translation>
    </message>
    <message>
        <source>You can also drop files here, or paste a picture.</source>
        <translation>Sie können Dateien auch hierher ziehen oder ein Bild einfügen.</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>Gerätebericht</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
    <message>
        <source>Take a screenshot</source>
        <translation>Bildschirm aufnehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the screenshot</source>
        <translation>Bildschirmfoto entfernen</translation>
    </message>
    <message>
        <source>Only one window</source>
        <translation>Nur ein Fenster</translation>
    </message>
    <message>
        <source>This window steps aside first. You see the picture before it leaves.</source>
        <translation>Dieses Fenster verschwindet zuerst. Sie sehen das Bild, bevor es gesendet wird.</translation>
    </message>
    <message>
        <source>See and change</source>
        <translation>Ansehen und ändern</translation>
    </message>
    <message>
        <source>See and change the computer report</source>
        <translation>Gerätebericht ansehen und ändern</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>Neu aufnehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n guided fix(es) tried</source>
        <translation>
            <numerusform>%n geführte Hilfe versucht</numerusform>
            <numerusform>%n geführte Hilfen versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Take it back</source>
        <translation>Selbst übernehmen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>{key} brings the keyboard here, Ctrl and the arrows move it.</source>
        <translation>{key} holt die Tastatur hierher, Strg und die Pfeile verschieben die Leiste.</translation>
    </message>
    <message>
        <source>Without {name}</source>
        <translation>Ohne {name}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>Alles beenden</translation>
    </message>
    <message>
        <source>Paused: {name} sees a still picture</source>
        <translation>Pause: {name} sieht ein Standbild</translation>
    </message>
    <message>
        <source>Waiting for the line to {name}</source>
        <translation>Verbindung zu {name} wird hergestellt</translation>
    </message>
    <message>
        <source>You have the mouse, {name} waits</source>
        <translation>Sie haben die Maus, {name} wartet</translation>
    </message>
    <message>
        <source>{name} uses your mouse and keyboard</source>
        <translation>{name} benutzt Ihre Maus und Tastatur</translation>
    </message>
    <message>
        <source>{name} looks at this window</source>
        <translation>{name} sieht dieses Fenster</translation>
    </message>
    <message>
        <source>{name} looks at your screen</source>
        <translation>{name} sieht Ihren Bildschirm</translation>
    </message>
    <message>
        <source>{said}, {guest} looks too</source>
        <translation>{said}, {guest} sieht auch zu</translation>
    </message>
    <message>
        <source>The screen is being recorded.</source>
        <translation>Der Bildschirm wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Control: {control} still. Sharing: {look}.</source>
        <translation>Steuerung: noch {control}. Freigabe: {look}.</translation>
    </message>
    <message>
        <source>{time} still</source>
        <translation>Noch {time}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} Min. {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>No more pointing</source>
        <translation>Nicht mehr zeigen</translation>
    </message>
    <message>
        <source>No more clipboard</source>
        <translation>Zwischenablage schließen</translation>
    </message>
    <message>
        <source>No more files</source>
        <translation>Keine Dateien mehr</translation>
    </message>
    <message>
        <source>No more talking</source>
        <translation>Nicht mehr sprechen</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
</context>
<context>
    <name>CallButton</name>
    <message>
        <source>Talk to someone</source>
        <translation>Jemanden fragen</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>Call me back</source>
        <translation>Rufen Sie mich zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CallMeBack</name>
    <message>
        <source>Call me back</source>
        <translation>Rufen Sie mich zurück</translation>
    </message>
    <message>
        <source>Prefer not to wait?</source>
        <translation>Sie möchten nicht warten?</translation>
    </message>
    <message>
        <source>Change the call</source>
        <translation>Rückruf ändern</translation>
    </message>
</context>
<context>
    <name>CallWish</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Write the number on which we can reach you.</source>
        <translation>Geben Sie die Nummer an, unter der wir Sie erreichen.</translation>
    </message>
    <message>
        <source>Some digits are missing.</source>
        <translation>Es fehlen Ziffern.</translation>
    </message>
    <message>
        <source>We call you back on {telephone}. {when}.</source>
        <translation>Wir rufen Sie unter {telephone} zurück. {when}.</translation>
    </message>
    <message>
        <source>{telephone}, {when}</source>
        <translation>{telephone}, {when}</translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation>Sobald es geht</translation>
    </message>
    <message>
        <source>{start} until {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Text on the picture</source>
        <translation>Text auf dem Bild</translation>
    </message>
    <message>
        <source>Write, then press Enter</source>
        <translation>Schreiben, dann Eingabe</translation>
    </message>
</context>
<context>
    <name>ChangedView</name>
    <message>
        <source>Compare with another day</source>
        <translation>Mit einem anderen Tag vergleichen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>Es gibt noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Each day a small report is kept on this computer, and nowhere else.</source>
        <translation>Jeden Tag wird ein kleiner Bericht auf diesem Rechner aufbewahrt, und nirgendwo sonst.</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Seit dem {day}</translation>
    </message>
    <message>
        <source>The likeliest cause comes first.</source>
        <translation>Das Wahrscheinlichste steht zuerst.</translation>
    </message>
    <message>
        <source>Compared with a report kept on this computer.</source>
        <translation>Verglichen mit einem Bericht, der auf diesem Rechner liegt.</translation>
    </message>
    <message numerus="yes">
        <source>{kind}: %n more</source>
        <translation>
            <numerusform>{kind}: %n weitere</numerusform>
            <numerusform>{kind}: %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of what we look at has changed.</source>
        <translation>Nichts von dem, was wir ansehen, hat sich geändert.</translation>
    </message>
</context>
<context>
    <name>ClearQuestion</name>
    <message>
        <source>Clear everything you have written here?</source>
        <translation>Alles löschen, was Sie hier geschrieben haben?</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Text löschen</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Meinen Text behalten</translation>
    </message>
</context>
<context>
    <name>ComposeFace</name>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Anfrage senden</translation>
    </message>
    <message>
        <source>Send as soon as possible</source>
        <translation>Senden, sobald es geht</translation>
    </message>
    <message>
        <source>Your text is kept on this computer as you type.</source>
        <translation>Ihr Text wird beim Schreiben auf diesem Rechner gesichert.</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>Der Text ist kopiert.</translation>
    </message>
</context>
<context>
    <name>ComposePage</name>
    <message>
        <source>Draft saved at {time}</source>
        <translation>Entwurf gespeichert um {time}</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
    <message>
        <source>Record the steps</source>
        <translation>Schritte aufzeichnen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>You are changing a message that was not sent.</source>
        <translation>Sie ändern eine Nachricht, die nicht gesendet wurde.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Shift+Enter sends</source>
        <translation>Umschalt+Eingabe sendet</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Eingabe sendet</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Choose files to attach</source>
        <translation>Dateien zum Anhängen wählen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
</context>
<context>
    <name>ComputerCard</name>
    <message>
        <source>See all</source>
        <translation>Alles ansehen</translation>
    </message>
    <message>
        <source>Your computer</source>
        <translation>Ihr Rechner</translation>
    </message>
    <message>
        <source>We are having a look…</source>
        <translation>Wir sehen nach…</translation>
    </message>
    <message>
        <source>We could not look at it just now.</source>
        <translation>Wir konnten gerade nicht nachsehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s)</source>
        <translation>
            <numerusform>%n weiterer Punkt</numerusform>
            <numerusform>%n weitere Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything else is fine</source>
        <translation>Alles andere ist in Ordnung</translation>
    </message>
    <message>
        <source>Your computer is fine</source>
        <translation>Ihrem Rechner geht es gut</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>{name} asks to see your screen</source>
        <translation>{name} möchte Ihren Bildschirm sehen</translation>
    </message>
    <message>
        <source>Request no. {number}, {subject}.</source>
        <translation>Anfrage Nr. {number}, {subject}.</translation>
    </message>
    <message>
        <source>{name} writes: “{reason}”</source>
        <translation>{name} schreibt: „{reason}“</translation>
    </message>
    <message>
        <source>1. Is this really {name}?</source>
        <translation>1. Ist das wirklich {name}?</translation>
    </message>
    <message>
        <source>They must give you these two words, by telephone or in the conversation.</source>
        <translation>Diese Person muss Ihnen diese zwei Wörter nennen, am Telefon oder im Chat.</translation>
    </message>
    <message>
        <source>{name} gave me the same words</source>
        <translation>{name} hat mir dieselben Wörter genannt</translation>
    </message>
    <message>
        <source>They are different</source>
        <translation>Sie sind anders</translation>
    </message>
    <message>
        <source>2. What will they see?</source>
        <translation>2. Was wird gezeigt?</translation>
    </message>
    <message>
        <source>The whole screen</source>
        <translation>Der ganze Bildschirm</translation>
    </message>
    <message>
        <source>With all that opens on it</source>
        <translation>Mit allem, was sich öffnet</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>They only look. To use your mouse or your keyboard, they will have to ask you again.</source>
        <translation>Es wird nur zugesehen. Um Maus oder Tastatur zu benutzen, müssen Sie noch einmal gefragt werden.</translation>
    </message>
    <message>
        <source>All {count} screens</source>
        <translation>Alle {count} Bildschirme</translation>
    </message>
    <message>
        <source>With all that opens on each of them</source>
        <translation>Mit allem, was sich darauf öffnet</translation>
    </message>
    <message>
        <source>Only this screen</source>
        <translation>Nur dieser Bildschirm</translation>
    </message>
    <message>
        <source>You will never be asked for a password or a payment.</source>
        <translation>Sie werden nie nach einem Passwort oder einer Zahlung gefragt.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Let {name} look</source>
        <translation>{name} zusehen lassen</translation>
    </message>
    <message>
        <source>Without an answer, it is no in {seconds} s.</source>
        <translation>Ohne Antwort gilt in {seconds} s: nein.</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>What does not change</source>
        <translation>Was sich nicht ändert</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>Rückgängig machen</translation>
    </message>
</context>
<context>
    <name>ConsentStage</name>
    <message>
        <source>What we found</source>
        <translation>Was wir gefunden haben</translation>
    </message>
    <message>
        <source>Save your work first: programs will be closed.</source>
        <translation>Speichern Sie zuerst Ihre Arbeit: Es werden Programme geschlossen.</translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>new message</source>
        <translation>neue Nachricht</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Nr. {number}</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Nachricht nicht gesendet</translation>
    </message>
    <message>
        <source>Leaves when the network is back</source>
        <translation>Geht ab, sobald das Netz zurück ist</translation>
    </message>
    <message>
        <source>Waiting for your reply</source>
        <translation>Wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Joined to no. {number}</source>
        <translation>Zusammengeführt mit Nr. {number}</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>In progress, with {name}</source>
        <translation>In Arbeit, bei {name}</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>die IT-Hilfe</translation>
    </message>
    <message>
        <source>Not sent: {what} {why}</source>
        <translation>Nicht gesendet: {what} {why}</translation>
    </message>
    <message>
        <source>{done} of {size} sent</source>
        <translation>{done} von {size} gesendet</translation>
    </message>
    <message>
        <source>{time}, read</source>
        <translation>{time}, gelesen</translation>
    </message>
    <message>
        <source>{time}, received</source>
        <translation>{time}, angekommen</translation>
    </message>
    <message>
        <source>{time}, waiting for the network</source>
        <translation>{time}, wartet auf das Netz</translation>
    </message>
    <message>
        <source>{time}, being sent</source>
        <translation>{time}, wird gesendet</translation>
    </message>
    <message>
        <source>{time}, we are checking whether it arrived</source>
        <translation>{time}, wir prüfen, ob sie angekommen ist</translation>
    </message>
    <message>
        <source>{time}, not sent</source>
        <translation>{time}, nicht gesendet</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>Gerätebericht</translation>
    </message>
    <message>
        <source>it helped.</source>
        <translation>Sie hat geholfen.</translation>
    </message>
    <message>
        <source>it did not help.</source>
        <translation>Sie hat nicht geholfen.</translation>
    </message>
    <message>
        <source>it was taken back.</source>
        <translation>Sie wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>it was stopped, nothing was changed.</source>
        <translation>Sie wurde abgebrochen, es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{name} has taken your request.</source>
        <translation>{name} hat Ihre Anfrage übernommen.</translation>
    </message>
    <message>
        <source>{name} has given your request back to the team.</source>
        <translation>{name} hat Ihre Anfrage an das Team zurückgegeben.</translation>
    </message>
    <message>
        <source>{name} says that it is solved.</source>
        <translation>{name} meldet: gelöst.</translation>
    </message>
    <message>
        <source>You said that it is solved.</source>
        <translation>Sie haben gesagt, dass es gelöst ist.</translation>
    </message>
    <message>
        <source>Your request is open again.</source>
        <translation>Ihre Anfrage ist wieder offen.</translation>
    </message>
    <message>
        <source>{name} is waiting for your reply.</source>
        <translation>{name} wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>You sent your computer report.</source>
        <translation>Sie haben Ihren Gerätebericht gesendet.</translation>
    </message>
    <message>
        <source>{name} asked to see one masked value: {value}.</source>
        <translation>{name} hat um einen verdeckten Wert gebeten: {value}.</translation>
    </message>
    <message>
        <source>{name} asked for your computer report.</source>
        <translation>{name} hat um Ihren Gerätebericht gebeten.</translation>
    </message>
    <message>
        <source>{name} suggested a repair.</source>
        <translation>{name} hat eine Reparatur vorgeschlagen.</translation>
    </message>
    <message>
        <source>You sent this value: {value}</source>
        <translation>Sie haben diesen Wert gesendet: {value}</translation>
    </message>
    <message>
        <source>You tried the repair: {value}</source>
        <translation>Sie haben die Reparatur versucht: {value}</translation>
    </message>
    <message>
        <source>{name} asked to see your screen.</source>
        <translation>{name} wollte Ihren Bildschirm sehen.</translation>
    </message>
    <message>
        <source>{name} saw your screen for {value}.</source>
        <translation>{name} hat Ihren Bildschirm {value} lang gesehen.</translation>
    </message>
    <message>
        <source>Your screen was not shown to {name}.</source>
        <translation>Ihr Bildschirm wurde {name} nicht gezeigt.</translation>
    </message>
    <message>
        <source>You let {name} see your screen.</source>
        <translation>Sie haben {name} Ihren Bildschirm gezeigt.</translation>
    </message>
    <message>
        <source>{name} no longer sees your screen.</source>
        <translation>{name} sieht Ihren Bildschirm nicht mehr.</translation>
    </message>
    <message>
        <source>{value} of your screen were recorded for {name}.</source>
        <translation>{value} Ihres Bildschirms wurden für {name} aufgezeichnet.</translation>
    </message>
    <message>
        <source>You asked to be called back: {value}.</source>
        <translation>Sie haben um einen Rückruf gebeten: {value}.</translation>
    </message>
    <message>
        <source>You said how it went: {value}</source>
        <translation>Sie haben gesagt, wie es gelaufen ist: {value}</translation>
    </message>
    <message>
        <source>You said “No, thank you”. Nothing was sent.</source>
        <translation>Sie haben „Nein danke“ gesagt. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This computer does not know what was asked for. Nothing was sent.</source>
        <translation>Dieser Rechner kennt das Erbetene nicht. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your request has moved on.</source>
        <translation>Ihre Anfrage ist vorangekommen.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Rescousse ran into a problem.</source>
        <translation>Bei Rescousse ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Your requests and drafts are safe. Nothing was sent: you can read the report below.</source>
        <translation>Ihre Anfragen und Entwürfe sind gesichert. Es wurde nichts gesendet: Sie können den Bericht unten lesen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Send it with a request</source>
        <translation>Mit einer Anfrage senden</translation>
    </message>
</context>
<context>
    <name>Enclosures</name>
    <message>
        <source>No longer there: {names}</source>
        <translation>Nicht mehr vorhanden: {names}</translation>
    </message>
    <message>
        <source>Choose files to attach</source>
        <translation>Dateien zum Anhängen wählen</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Recorded steps</source>
        <translation>Aufgezeichnete Schritte</translation>
    </message>
    <message>
        <source>No picture was taken. Take it with your own keys and paste it into the text.</source>
        <translation>Es wurde kein Bild gemacht. Machen Sie es mit Ihren eigenen Tasten und fügen Sie es in den Text ein.</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Angabe</numerusform>
            <numerusform>%n Angaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n verdeckt</numerusform>
            <numerusform>%n verdeckt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndStage</name>
    <message>
        <source>If it still does not work, ask a person: what was checked goes with your request.</source>
        <translation>Wenn es weiterhin nicht geht, fragen Sie einen Menschen: Was geprüft wurde, geht mit Ihrer Anfrage mit.</translation>
    </message>
</context>
<context>
    <name>FindingAnswer</name>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
</context>
<context>
    <name>FixDrawing</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>About {seconds} s</source>
        <translation>Etwa {seconds} s</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>It is not really fixed</source>
        <translation>Es ist nicht wirklich behoben</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Be called back</source>
        <translation>Zurückrufen lassen</translation>
    </message>
    <message>
        <source>Send to a technician</source>
        <translation>An die Technik senden</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Einen Menschen fragen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Finish the repair</source>
        <translation>Reparatur abschließen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Vorheriger Schritt</translation>
    </message>
</context>
<context>
    <name>FixFrame</name>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>See the steps</source>
        <translation>Schritte ansehen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Wie es weitergeht</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Done in {minutes} min</source>
        <translation>Fertig in {minutes} min</translation>
    </message>
    <message>
        <source>Step {position} of {steps}, about {minutes} min left</source>
        <translation>Schritt {position} von {steps}, noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation>Zurück zum Schritt</translation>
    </message>
</context>
<context>
    <name>FixPage</name>
    <message>
        <source>Ask a person</source>
        <translation>Einen Menschen fragen</translation>
    </message>
    <message>
        <source>Stop puts everything back as it was.</source>
        <translation>Anhalten setzt alles wieder zurück.</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Everything is being put back as it was.</source>
        <translation>Alles wird wieder zurückgesetzt.</translation>
    </message>
    <message>
        <source>Back to home</source>
        <translation>Zurück zur Startseite</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
</context>
<context>
    <name>HandoverStage</name>
    <message>
        <source>What goes with it</source>
        <translation>Was mitgeschickt wird</translation>
    </message>
    <message>
        <source>What was tried, and its result</source>
        <translation>Was versucht wurde, mit Ergebnis</translation>
    </message>
    <message>
        <source>Your computer’s report</source>
        <translation>Ihr Gerätebericht</translation>
    </message>
    <message>
        <source>Check before sending</source>
        <translation>Vor dem Senden prüfen</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Etwas hinzufügen</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>In der Zwischenzeit</translation>
    </message>
    <message>
        <source>Someone will answer you here. You can close the window.</source>
        <translation>Jemand antwortet Ihnen hier. Sie können das Fenster schließen.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
    <message>
        <source>Someone will answer you here</source>
        <translation>Jemand antwortet Ihnen hier</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Nr. {number}</translation>
    </message>
    <message>
        <source>paused: we are waiting for you</source>
        <translation>angehalten: Wir warten auf Sie</translation>
    </message>
    <message>
        <source>answer expected {when}</source>
        <translation>Antwort voraussichtlich {when}</translation>
    </message>
    <message>
        <source>solution expected {when}</source>
        <translation>Lösung erwartet {when}</translation>
    </message>
    <message>
        <source>It still does not work</source>
        <translation>Es geht immer noch nicht</translation>
    </message>
    <message>
        <source>It is solved</source>
        <translation>Es ist gelöst</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Helped</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Did this help?</source>
        <translation>Hat das geholfen?</translation>
    </message>
    <message>
        <source>Thank you. The help desk will know.</source>
        <translation>Danke. Die IT-Hilfe erfährt es.</translation>
    </message>
    <message>
        <source>Let others find this by my words: “{words}”</source>
        <translation>Andere sollen dies mit meinen Worten finden: „{words}“</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Hello</source>
        <translation>Guten Tag</translation>
    </message>
    <message>
        <source>What’s going wrong?</source>
        <translation>Was funktioniert nicht?</translation>
    </message>
    <message>
        <source>Say it in your own words, e.g. “the printer won’t print”</source>
        <translation>Mit Ihren Worten, z. B. „Der Drucker druckt nicht“</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>the printer won’t print</source>
        <translation>der Drucker druckt nicht</translation>
    </message>
    <message>
        <source>Internet, Wi-Fi</source>
        <translation>Internet, WLAN</translation>
    </message>
    <message>
        <source>no internet</source>
        <translation>kein Internet</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sound and video</source>
        <translation>Ton und Video</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>kein Ton</translation>
    </message>
    <message>
        <source>Slow computer</source>
        <translation>Langsamer Rechner</translation>
    </message>
    <message>
        <source>slow computer</source>
        <translation>langsamer Rechner</translation>
    </message>
    <message>
        <source>An app</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>app frozen</source>
        <translation>Programm hängt</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Hello {name}</source>
        <translation>Guten Tag, {name}</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ich habe es gelesen</translation>
    </message>
    <message>
        <source>Tell me when it is fixed</source>
        <translation>Benachrichtigen, wenn behoben</translation>
    </message>
    <message>
        <source>Since {moment}.</source>
        <translation>Seit {moment}.</translation>
    </message>
    <message>
        <source>We will tell you when it is fixed.</source>
        <translation>Wir sagen Ihnen Bescheid, wenn es behoben ist.</translation>
    </message>
    <message>
        <source>{name}, {email}</source>
        <translation>{name}, {email}</translation>
    </message>
    <message>
        <source>{name}, without an e-mail address</source>
        <translation>{name}, ohne E-Mail-Adresse</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>Das stimmt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>This is how IT support will know you.</source>
        <translation>So wird die IT-Hilfe Sie kennen.</translation>
    </message>
    <message>
        <source>A guided fix was left in the middle.</source>
        <translation>Eine geführte Hilfe blieb unterwegs stehen.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Nothing more was changed. You can finish it or take it back.</source>
        <translation>Es wurde nichts weiter geändert. Sie können sie beenden oder alles zurücknehmen.</translation>
    </message>
    <message>
        <source>You will not hear of this again. You can change that in the settings.</source>
        <translation>Sie hören nichts mehr davon. Das können Sie in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Not now. Nothing was changed.</source>
        <translation>Nicht jetzt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It was noticed on this computer too. IT support is working on it.</source>
        <translation>Auch dieser Rechner ist betroffen. Die IT-Hilfe arbeitet daran.</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Everything IT support was sent, saw or changed. This journal stays on this computer.</source>
        <translation>Alles, was an die IT-Hilfe ging oder von ihr gesehen oder geändert wurde. Dieses Protokoll bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>IT support asks for it. What leaves: the day, which repair, whether it helped. Nothing else.</source>
        <translation>Die IT-Hilfe bittet darum. Gesendet wird: der Tag, welche Reparatur, ob sie half. Sonst nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%n can be undone</source>
        <translation>
            <numerusform>davon %n umkehrbar</numerusform>
            <numerusform>davon %n umkehrbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent, last 30 days</source>
        <translation>Gesendet, letzte 30 Tage</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Screen looked at</source>
        <translation>Bildschirm angesehen</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Reparaturen</translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Nothing of that kind was written down.</source>
        <translation>Davon wurde nichts festgehalten.</translation>
    </message>
    <message>
        <source>As soon as something is sent, looked at or changed, it is written down here.</source>
        <translation>Sobald etwas gesendet, angesehen oder geändert wird, steht es hier.</translation>
    </message>
    <message>
        <source>Nothing has left this computer.</source>
        <translation>Nichts hat diesen Rechner verlassen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>See what was sent</source>
        <translation>Sehen, was gesendet wurde</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>These are the very bytes that left.</source>
        <translation>Genau das wurde gesendet, Byte für Byte.</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>The journal was exported.</source>
        <translation>Das Protokoll wurde exportiert.</translation>
    </message>
</context>
<context>
    <name>Leads</name>
    <message>
        <source>We can do it for you</source>
        <translation>Das können wir für Sie tun</translation>
    </message>
    <message>
        <source>Guided fix, {minutes}. Nothing is changed without your consent.</source>
        <translation>Geführte Hilfe ({minutes}). Ohne Ihr Einverständnis wird nichts geändert.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open a page of {host} in your browser?</source>
        <translation>Eine Seite von {host} im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
</context>
<context>
    <name>LockedStage</name>
    <message>
        <source>Locked by your organisation.</source>
        <translation>Von Ihrer Organisation gesperrt.</translation>
    </message>
    <message>
        <source>“{fix}” is not started here. Nothing was done; a person can help you.</source>
        <translation>„{fix}“ wird hier nicht gestartet. Es wurde nichts getan; ein Mensch kann Ihnen helfen.</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Read the article</source>
        <translation>Artikel lesen</translation>
    </message>
    <message>
        <source>Open {address}</source>
        <translation>{address} öffnen</translation>
    </message>
    <message>
        <source>Save {name}, {size}</source>
        <translation>{name} speichern, {size}</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>This message did not leave. Your text is kept.</source>
        <translation>Diese Nachricht ging nicht ab. Ihr Text ist gesichert.</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
</context>
<context>
    <name>MyComputerPage</name>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mein Rechner</translation>
    </message>
    <message>
        <source>We are having a look…</source>
        <translation>Wir sehen nach…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Checked {moment}.</source>
        <translation>Geprüft {moment}.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) deserve your attention.</source>
        <translation>
            <numerusform>%n Punkt verdient Ihre Aufmerksamkeit.</numerusform>
            <numerusform>%n Punkte verdienen Ihre Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing deserves your attention.</source>
        <translation>Nichts braucht Ihre Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>Recent repairs</source>
        <translation>Letzte Reparaturen</translation>
    </message>
    <message>
        <source>See the report</source>
        <translation>Bericht ansehen</translation>
    </message>
    <message>
        <source>Everything that could be sent with a request; you choose what leaves.</source>
        <translation>Alles, was mit einer Anfrage gesendet werden kann; Sie bestimmen, was hinausgeht.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Since a day when everything worked, from reports kept on this computer.</source>
        <translation>Seit einem Tag, an dem alles ging, nach Berichten auf diesem Rechner.</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>Im Einzelnen</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>Gerätebericht</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>We tell you only when something deserves your attention.</source>
        <translation>Wir melden uns nur, wenn etwas Ihre Aufmerksamkeit verdient.</translation>
    </message>
    <message>
        <source>Your computer is fine.</source>
        <translation>Ihrem Rechner geht es gut.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>Can be undone until {date}.</source>
        <translation>Kann bis {date} zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>{page}, {count} unread</source>
        <translation>{page}, {count} ungelesen</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>You can also try a shorter word:</source>
        <translation>Sie können auch ein kürzeres Wort versuchen:</translation>
    </message>
    <message>
        <source>We have no ready-made help for this yet.</source>
        <translation>Dafür haben wir noch keine fertige Hilfe.</translation>
    </message>
    <message>
        <source>Your sentence is enough. Send it as it is: a person will read it and answer you here.</source>
        <translation>Ihr Satz genügt. Senden Sie ihn so, wie er ist: Eine Person liest ihn und antwortet Ihnen hier.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>Send to a person</source>
        <translation>An eine Person senden</translation>
    </message>
    <message>
        <source>Chat now</source>
        <translation>Jetzt chatten</translation>
    </message>
</context>
<context>
    <name>NudgeCard</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Do not tell me again</source>
        <translation>Nicht mehr daran erinnern</translation>
    </message>
</context>
<context>
    <name>Opinion</name>
    <message>
        <source>Very well</source>
        <translation>Sehr gut</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Mittelmäßig</translation>
    </message>
    <message>
        <source>Badly</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Very badly</source>
        <translation>Sehr schlecht</translation>
    </message>
</context>
<context>
    <name>OpinionCard</name>
    <message>
        <source>How did it go?</source>
        <translation>Wie ist es gelaufen?</translation>
    </message>
    <message>
        <source>Anything to add? You need not.</source>
        <translation>Möchten Sie etwas ergänzen? Sie müssen nicht.</translation>
    </message>
    <message>
        <source>Something to add, if you like</source>
        <translation>Etwas ergänzen, wenn Sie möchten</translation>
    </message>
    <message>
        <source>Send my opinion</source>
        <translation>Meinung senden</translation>
    </message>
    <message>
        <source>Do not ask me again</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>Optional. {name} will see your answer.</source>
        <translation>Freiwillig. {name} sieht Ihre Antwort.</translation>
    </message>
</context>
<context>
    <name>PayloadView</name>
    <message>
        <source>These are the very bytes that leave, nothing more.</source>
        <translation>Genau das wird gesendet, nicht mehr.</translation>
    </message>
    <message>
        <source>Exactly what leaves</source>
        <translation>Genau das, was gesendet wird</translation>
    </message>
    <message>
        <source>{size}, SHA-256 {digest}</source>
        <translation>{size}, SHA-256 {digest}</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Talk to someone</source>
        <translation>Mit jemandem sprechen</translation>
    </message>
    <message>
        <source>Write to us</source>
        <translation>Uns schreiben</translation>
    </message>
    <message>
        <source>is taking care of your request</source>
        <translation>kümmert sich um Ihre Anfrage</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Opens {moment}</source>
        <translation>Öffnet {moment}</translation>
    </message>
    <message>
        <source>Leave a message</source>
        <translation>Uns schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) available</source>
        <translation>
            <numerusform>%n Person verfügbar</numerusform>
            <numerusform>%n Personen verfügbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone is busy right now</source>
        <translation>Gerade sind alle beschäftigt</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat beginnen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Noch nicht verbunden</translation>
    </message>
    <message>
        <source>The help desk cannot be reached. By telephone:</source>
        <translation>Die IT-Hilfe ist nicht erreichbar. Telefonisch:</translation>
    </message>
    <message>
        <source>Carry on, nothing will be lost.</source>
        <translation>Machen Sie weiter, es geht nichts verloren.</translation>
    </message>
    <message>
        <source>Reply in about {wait}</source>
        <translation>Antwort in etwa {wait}</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Name and e-mail address</source>
        <translation>Name und E-Mail-Adresse</translation>
    </message>
    <message>
        <source>{name}, {email}</source>
        <translation>{name}, {email}</translation>
    </message>
    <message>
        <source>This is what IT support sees with your requests, and nobody else.</source>
        <translation>Das sieht die IT-Hilfe bei Ihren Anfragen, und sonst niemand.</translation>
    </message>
    <message>
        <source>First name and name</source>
        <translation>Vorname und Name</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
</context>
<context>
    <name>Picked</name>
    <message>
        <source>Your desktop asks you next: pick one window or one screen in its dialog.</source>
        <translation>Danach fragt Sie Ihr Desktop selbst: Wählen Sie dort ein Fenster oder einen Bildschirm.</translation>
    </message>
    <message>
        <source>Nothing can be covered here: on a whole screen, {name} also sees your password manager.</source>
        <translation>Hier lässt sich nichts abdecken: Auf einem ganzen Bildschirm sieht {name} auch Ihren Passwortmanager.</translation>
    </message>
    <message>
        <source>They only look. On this desktop, mouse and keyboard cannot be lent.</source>
        <translation>Es wird nur zugesehen. Auf diesem Desktop bleiben Maus und Tastatur bei Ihnen.</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>No picture was taken. Take it with your own keys and paste it here.</source>
        <translation>Es wurde kein Bild gemacht. Machen Sie es mit Ihren eigenen Tasten und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
</context>
<context>
    <name>ProxyDialog</name>
    <message>
        <source>Your network asks who you are</source>
        <translation>Ihr Netz fragt, wer Sie sind</translation>
    </message>
    <message>
        <source>Its proxy lets nobody through without a name and a password: mostly those that you sign in to this computer with. They are kept in the key store of this computer, and given to that proxy alone.</source>
        <translation>Sein Proxyserver lässt niemanden ohne Namen und Kennwort durch: meist die, mit denen Sie sich an diesem Rechner anmelden. Sie liegen im Schlüsselspeicher dieses Rechners und gehen nur an diesen Proxyserver.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>What is happening?</source>
        <translation>Was ist los?</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Mein Team</translation>
    </message>
    <message>
        <source>The whole site</source>
        <translation>Alle hier</translation>
    </message>
    <message>
        <source>Who is held up?</source>
        <translation>Wer ist betroffen?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>With difficulty</source>
        <translation>Nur mühsam</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Can you work?</source>
        <translation>Können Sie arbeiten?</translation>
    </message>
    <message>
        <source>We take these cases first.</source>
        <translation>Diese Fälle nehmen wir zuerst.</translation>
    </message>
    <message>
        <source>Here, in writing</source>
        <translation>Hier, schriftlich</translation>
    </message>
    <message>
        <source>By calling me back</source>
        <translation>Durch Rückruf</translation>
    </message>
    <message>
        <source>How shall we answer?</source>
        <translation>Wie sollen wir antworten?</translation>
    </message>
    <message>
        <source>Say in a few words what is happening.</source>
        <translation>Sagen Sie in wenigen Worten, was los ist.</translation>
    </message>
    <message>
        <source>This text is too long. Put the rest in a file and attach it.</source>
        <translation>Dieser Text ist zu lang. Schreiben Sie den Rest in eine Datei und hängen Sie sie an.</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A file of {size}, which is not text.</source>
        <translation>Eine Datei von {size}, die kein Text ist.</translation>
    </message>
    <message>
        <source>Only the beginning is shown; all of it was {size}.</source>
        <translation>Nur der Anfang wird gezeigt; alles zusammen war {size}.</translation>
    </message>
</context>
<context>
    <name>ReadingStage</name>
    <message>
        <source>To read: {title}</source>
        <translation>Zum Lesen: {title}</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Open the conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Back to home</source>
        <translation>Zurück zur Startseite</translation>
    </message>
    <message>
        <source>Your request has arrived.</source>
        <translation>Ihre Anfrage ist angekommen.</translation>
    </message>
    <message>
        <source>Request no. {number}</source>
        <translation>Anfrage Nr. {number}</translation>
    </message>
    <message>
        <source>Your request is leaving.</source>
        <translation>Ihre Anfrage geht ab.</translation>
    </message>
    <message>
        <source>Its number is on its way.</source>
        <translation>Die Nummer kommt gleich.</translation>
    </message>
    <message>
        <source>Your request is kept.</source>
        <translation>Ihre Anfrage ist gesichert.</translation>
    </message>
    <message>
        <source>It leaves by itself as soon as the network is back.</source>
        <translation>Sie geht von selbst ab, sobald das Netz zurück ist.</translation>
    </message>
    <message>
        <source>You can close the window: the answer will be shown to you.</source>
        <translation>Sie können das Fenster schließen: Die Antwort wird Ihnen gezeigt.</translation>
    </message>
    <message>
        <source>Answer expected {when}.</source>
        <translation>Antwort voraussichtlich {when}.</translation>
    </message>
</context>
<context>
    <name>RecordingBar</name>
    <message>
        <source>{keys} stops it too</source>
        <translation>{keys} beendet es auch</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>Your clicks are being recorded: %n step(s)</source>
        <translation>
            <numerusform>Ihre Klicks werden aufgezeichnet: %n Schritt</numerusform>
            <numerusform>Ihre Klicks werden aufgezeichnet: %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the window you want a picture of</source>
        <translation>Klicken Sie auf das Fenster, von dem Sie ein Bild möchten</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Message not sent</source>
        <translation>Nachricht nicht gesendet</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Your request</source>
        <translation>Ihre Anfrage</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n other request(s)</source>
        <translation>
            <numerusform>%n weitere Anfrage</numerusform>
            <numerusform>%n weitere Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>Nr. {number}</translation>
    </message>
    <message>
        <source>{name} answered you {ago}</source>
        <translation>{name} hat {ago} geantwortet</translation>
    </message>
    <message>
        <source>{name} is taking care of it</source>
        <translation>{name} kümmert sich darum</translation>
    </message>
    <message>
        <source>You wrote {ago}. Someone will answer you here.</source>
        <translation>Sie haben {ago} geschrieben. Jemand wird Ihnen hier antworten.</translation>
    </message>
    <message>
        <source>It will leave as soon as the help desk can be reached.</source>
        <translation>Sie geht hinaus, sobald die IT-Hilfe erreichbar ist.</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Your request is kept on this computer and leaves by itself as soon as the network is back.</source>
        <translation>Ihre Anfrage bleibt auf diesem Rechner und geht von selbst ab, sobald das Netz zurück ist.</translation>
    </message>
    <message>
        <source>You are offline. Carry on, nothing will be lost.</source>
        <translation>Sie sind offline. Machen Sie weiter, es geht nichts verloren.</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>No request yet.</source>
        <translation>Noch keine Anfrage.</translation>
    </message>
    <message>
        <source>If something does not work, say it in your own words: we look for an immediate solution first.</source>
        <translation>Wenn etwas hakt, sagen Sie es mit Ihren Worten: Wir suchen zuerst eine sofortige Lösung.</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Um Hilfe bitten</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>Search in your requests</source>
        <translation>In Ihren Anfragen suchen</translation>
    </message>
    <message>
        <source>A word, a number</source>
        <translation>Ein Wort, eine Nummer</translation>
    </message>
    <message>
        <source>None of your requests kept on this computer holds these words.</source>
        <translation>Keine Ihrer Anfragen auf diesem Computer enthält diese Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) found</source>
        <translation>
            <numerusform>%n Anfrage gefunden</numerusform>
            <numerusform>%n Anfragen gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt ausprobieren</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Zum Lesen</translation>
    </message>
    <message>
        <source>Guided fix, {minutes}. Nothing is changed without your consent.</source>
        <translation>Geführte Hilfe ({minutes}). Ohne Ihr Einverständnis wird nichts geändert.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>{minutes} to read</source>
        <translation>{minutes} Lesezeit</translation>
    </message>
</context>
<context>
    <name>ReviewFrame</name>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Exactly what leaves</source>
        <translation>Genau das Gesendete</translation>
    </message>
    <message>
        <source>How to see it</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Search a word or a name in the report</source>
        <translation>Ein Wort oder einen Namen im Bericht suchen</translation>
    </message>
    <message>
        <source>Search a word, a name</source>
        <translation>Wort, Name suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Mask all of these</source>
        <translation>Alle verdecken</translation>
    </message>
    <message>
        <source>Choose a line to mask or show it. A masked value is not sent.</source>
        <translation>Wählen Sie eine Zeile, um sie zu verdecken oder zu zeigen. Ein verdeckter Wert wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Check what you send to IT support</source>
        <translation>Prüfen Sie, was Sie an die IT-Hilfe senden</translation>
    </message>
    <message>
        <source>Nothing leaves without your yes. Personal data that was recognised is already masked.</source>
        <translation>Ohne Ihr Ja wird nichts gesendet. Erkannte persönliche Daten sind schon verdeckt.</translation>
    </message>
    <message>
        <source>Your computer report</source>
        <translation>Ihr Gerätebericht</translation>
    </message>
    <message>
        <source>Nothing of this leaves unless you send it.</source>
        <translation>Nichts davon wird gesendet, solange Sie es nicht senden.</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mein Rechner</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
    <message>
        <source>We are looking at your computer…</source>
        <translation>Wir sehen uns Ihren Rechner an…</translation>
    </message>
    <message>
        <source>Mask “{words}” everywhere</source>
        <translation>„{words}“ überall verdecken</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>IT support</source>
        <translation>die IT-Hilfe</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>An {name} schreiben</translation>
    </message>
    <message>
        <source>What you write here is read in request no. {number}</source>
        <translation>Was Sie hier schreiben, wird in der Anfrage Nr. {number} gelesen</translation>
    </message>
    <message>
        <source>Write to {name}, to open the request again</source>
        <translation>An {name} schreiben, um die Anfrage wieder zu öffnen</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Space masks or shows the line.</source>
        <translation>Die Leertaste verdeckt oder zeigt die Zeile.</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>masked: {kind}</source>
        <translation>verdeckt: {kind}</translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Verdecken</translation>
    </message>
</context>
<context>
    <name>RunningStage</name>
    <message>
        <source>You can go on working. What comes next appears here.</source>
        <translation>Sie können weiterarbeiten, das Weitere erscheint hier.</translation>
    </message>
    <message>
        <source>We only look. Nothing is changed.</source>
        <translation>Wir sehen nur nach. Es wird nichts geändert.</translation>
    </message>
    <message>
        <source>Stopping. Everything is being put back as it was.</source>
        <translation>Wird angehalten. Alles wird wieder zurückgesetzt.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>The file is saved.</source>
        <translation>Die Datei ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the text</source>
        <translation>Text löschen</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>What’s going wrong?</source>
        <translation>Was funktioniert nicht?</translation>
    </message>
    <message>
        <source>Say it in your own words</source>
        <translation>Sagen Sie es mit Ihren Worten</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Eine Person fragen</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Send a request</source>
        <translation>Anfrage senden</translation>
    </message>
    <message>
        <source>You get a written answer here</source>
        <translation>Die Antwort kommt hier, schriftlich</translation>
    </message>
    <message>
        <source>Be called back</source>
        <translation>Rückruf erhalten</translation>
    </message>
    <message>
        <source>On the number you give</source>
        <translation>Unter der Nummer, die Sie angeben</translation>
    </message>
    <message>
        <source>Nothing is known to be down at the moment.</source>
        <translation>Zurzeit ist keine Störung bekannt.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Leaves as soon as the help desk can be reached</source>
        <translation>Geht hinaus, sobald die IT-Hilfe erreichbar ist</translation>
    </message>
    <message>
        <source>Opens {moment}</source>
        <translation>Öffnet {moment}</translation>
    </message>
    <message>
        <source>With the people on duty</source>
        <translation>Mit den Personen im Dienst</translation>
    </message>
</context>
<context>
    <name>SectionRow</name>
    <message>
        <source>Send {section}</source>
        <translation>{section} senden</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Angabe</numerusform>
            <numerusform>%n Angaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n verdeckt</numerusform>
            <numerusform>%n verdeckt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Set by your IT team</source>
        <translation>Von Ihrer IT festgelegt</translation>
    </message>
    <message>
        <source>Tell me again</source>
        <translation>Wieder erinnern</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Messages and start-up</source>
        <translation>Nachrichten und Start</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>IT-Hilfe</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Your IT team has relaxed a protection.</source>
        <translation>Ihre IT hat einen Schutz gelockert.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>{size}%</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>On top of the system’s own setting</source>
        <translation>Zusätzlich zur Einstellung des Systems</translation>
    </message>
    <message>
        <source>The words of the message do not appear on the lock screen</source>
        <translation>Der Text der Nachricht erscheint nicht auf dem Sperrbildschirm</translation>
    </message>
    <message>
        <source>You are asked each time, and can stop at any moment</source>
        <translation>Sie werden jedes Mal gefragt und können jederzeit aufhören</translation>
    </message>
    <message>
        <source>No microphone opens before your yes, each time anew</source>
        <translation>Vor Ihrem Ja geht kein Mikrofon an, jedes Mal neu</translation>
    </message>
    <message>
        <source>Shift and Enter start a new line</source>
        <translation>Umschalt und Eingabe beginnen eine neue Zeile</translation>
    </message>
    <message>
        <source>Stays quietly near the clock</source>
        <translation>Bleibt unauffällig neben der Uhr</translation>
    </message>
    <message>
        <source>Exact names and figures beside the plain words</source>
        <translation>Genaue Namen und Zahlen neben den einfachen Worten</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Give name and password</source>
        <translation>Namen und Kennwort angeben</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Noch nicht verbunden</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Two pages, with pictures. They work without a network.</source>
        <translation>Zwei Seiten mit Bildern. Sie sind auch ohne Netz zu lesen.</translation>
    </message>
    <message>
        <source>How Rescousse helps you</source>
        <translation>Wie Rescousse Ihnen hilft</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Another program has these keys: choose others</source>
        <translation>Ein anderes Programm hat diese Tasten: Wählen Sie andere</translation>
    </message>
    <message>
        <source>This desktop binds keys in its own settings: give some to “rescousse open”</source>
        <translation>Dieser Desktop vergibt Tasten in seinen eigenen Einstellungen: Weisen Sie dort „rescousse open“ welche zu</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>Home, My requests, My computer</source>
        <translation>Startseite, Meine Anfragen, Mein Rechner</translation>
    </message>
    <message>
        <source>From one part of the window to the next</source>
        <translation>Von einem Teil des Fensters zum nächsten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Once a day at most: disk full, password about to end…</source>
        <translation>Höchstens einmal am Tag: Festplatte voll, Passwort läuft ab …</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Screen sharing</source>
        <translation>Bildschirmfreigabe</translation>
    </message>
</context>
<context>
    <name>Shot</name>
    <message>
        <source>Screenshot, small</source>
        <translation>Bildschirmfoto, klein</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>IT-Hilfe</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mein Rechner</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>SignInRow</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Sie sind angemeldet</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Melden Sie sich noch einmal an</translation>
    </message>
    <message>
        <source>Sign in with your organisation</source>
        <translation>Melden Sie sich mit dem Konto Ihrer Organisation an</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>What you write is kept here, and leaves once you have signed in and said that it is yours. Your browser opens.</source>
        <translation>Was Sie schreiben, bleibt hier und geht hinaus, sobald Sie angemeldet sind und gesagt haben, dass es von Ihnen ist. Ihr Browser öffnet sich.</translation>
    </message>
    <message>
        <source>IT support then knows for certain that it is you. Your browser opens.</source>
        <translation>Die IT-Hilfe weiß dann sicher, dass Sie es sind. Ihr Browser öffnet sich.</translation>
    </message>
    <message>
        <source>{name}: what {by} confirmed has ended.</source>
        <translation>{name}: Was {by} bestätigt hat, ist abgelaufen.</translation>
    </message>
    <message>
        <source>{name}, verified by {by}.</source>
        <translation>{name}, bestätigt durch {by}.</translation>
    </message>
    <message>
        <source>It cannot be kept in this computer’s keyring: you will be asked again.</source>
        <translation>Der Schlüsselbund dieses Rechners kann es nicht behalten: Sie werden noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Opening your browser…</source>
        <translation>Browser wird geöffnet…</translation>
    </message>
    <message>
        <source>Go on in your browser, then come back here.</source>
        <translation>Machen Sie im Browser weiter und kommen Sie dann hierher zurück.</translation>
    </message>
    <message>
        <source>You can sign in at any time, in the settings.</source>
        <translation>Sie können sich jederzeit in den Einstellungen anmelden.</translation>
    </message>
</context>
<context>
    <name>SnapshotPage</name>
    <message>
        <source>Found: {words}</source>
        <translation>Gefunden: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{sections} of {total} sections, {items} items, {size}</source>
        <translation>{sections} von {total} Abschnitten, {items} Angaben, {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) masked, unreadable for IT support</source>
        <translation>
            <numerusform>%n Wert verdeckt, für die IT-Hilfe nicht lesbar</numerusform>
            <numerusform>%n Werte verdeckt, für die IT-Hilfe nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Attach to my request</source>
        <translation>An meine Anfrage anhängen</translation>
    </message>
    <message>
        <source>Send to IT support</source>
        <translation>An die IT-Hilfe senden</translation>
    </message>
    <message>
        <source>Masked everywhere: {words}</source>
        <translation>Überall verdeckt: {words}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{stage}, step {step} of {steps}</source>
        <translation>Anfrage: {stage}, Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message numerus="yes">
        <source>%n step(s) tried</source>
        <translation>
            <numerusform>%n Schritt versucht</numerusform>
            <numerusform>%n Schritte versucht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepQuestion</name>
    <message>
        <source>{name} asks to keep your mouse and your keyboard</source>
        <translation>{name} möchte Ihre Maus und Ihre Tastatur weiter benutzen</translation>
    </message>
    <message>
        <source>{name} asks to point and draw on your screen</source>
        <translation>{name} möchte auf Ihrem Bildschirm zeigen und zeichnen</translation>
    </message>
    <message>
        <source>{name} asks to use your mouse and your keyboard</source>
        <translation>{name} möchte Ihre Maus und Ihre Tastatur benutzen</translation>
    </message>
    <message>
        <source>{name} asks to use your clipboard</source>
        <translation>{name} möchte Ihre Zwischenablage benutzen</translation>
    </message>
    <message>
        <source>{name} would like to give you files</source>
        <translation>{name} möchte Ihnen Dateien geben</translation>
    </message>
    <message>
        <source>{name} asks to talk with you</source>
        <translation>{name} möchte mit Ihnen sprechen</translation>
    </message>
    <message>
        <source>{name} asks to record your screen</source>
        <translation>{name} möchte Ihren Bildschirm aufzeichnen</translation>
    </message>
    <message>
        <source>The film, without sound and {minutes} min long at most, is kept with your request.</source>
        <translation>Der Film, ohne Ton und höchstens {minutes} Min. lang, liegt danach bei Ihrer Anfrage.</translation>
    </message>
    <message>
        <source>They will be kept in {folder} and are not opened.</source>
        <translation>Sie kommen in den Ordner {folder} und werden nicht geöffnet.</translation>
    </message>
    <message>
        <source>Nothing on your computer changes by it.</source>
        <translation>An Ihrem Rechner ändert sich dadurch nichts.</translation>
    </message>
    <message>
        <source>Move your mouse: you have it back at once.</source>
        <translation>Bewegen Sie die Maus: Sie haben sie sofort zurück.</translation>
    </message>
    <message>
        <source>What you copied last can be read as long as you allow it.</source>
        <translation>Was Sie zuletzt kopiert haben, kann gelesen werden, solange Sie es erlauben.</translation>
    </message>
    <message>
        <source>You decide later what to do with them.</source>
        <translation>Sie entscheiden später, was damit geschieht.</translation>
    </message>
    <message>
        <source>You can stop the recording at any moment, and go on without it.</source>
        <translation>Sie können die Aufzeichnung jederzeit beenden und ohne sie weitermachen.</translation>
    </message>
    <message>
        <source>Your microphone opens only then. One click mutes it, another ends it.</source>
        <translation>Ihr Mikrofon geht erst nach Ihrem Ja an. Ein Klick schaltet es aus, ein anderer beendet das Gespräch.</translation>
    </message>
    <message>
        <source>Allow for {minutes} min</source>
        <translation>{minutes} Min. erlauben</translation>
    </message>
    <message>
        <source>Allow {minutes} min more</source>
        <translation>{minutes} Min. mehr erlauben</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>No, only look</source>
        <translation>Nein, nur zusehen</translation>
    </message>
    <message>
        <source>No, do not record</source>
        <translation>Nein, nicht aufzeichnen</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Step {number}</source>
        <translation>Schritt {number}</translation>
    </message>
    <message>
        <source>Picture of step {number}</source>
        <translation>Bild zu Schritt {number}</translation>
    </message>
    <message>
        <source>Sentence of step {number}</source>
        <translation>Satz zu Schritt {number}</translation>
    </message>
    <message>
        <source>Hide part of it</source>
        <translation>Einen Teil verdecken</translation>
    </message>
    <message>
        <source>Hide part of the picture of step {number}</source>
        <translation>Einen Teil des Bildes zu Schritt {number} verdecken</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove step {number}</source>
        <translation>Schritt {number} entfernen</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>You clicked in a password field. It was not recorded.</source>
        <translation>Sie haben in ein Kennwortfeld geklickt. Es wurde nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>You clicked in a window that is never recorded.</source>
        <translation>Sie haben in ein Fenster geklickt, das nie aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>You clicked on “{what}” in “{window}”.</source>
        <translation>Sie haben auf „{what}“ in „{window}“ geklickt.</translation>
    </message>
    <message>
        <source>You clicked on “{what}”.</source>
        <translation>Sie haben auf „{what}“ geklickt.</translation>
    </message>
    <message>
        <source>You clicked in “{window}”.</source>
        <translation>Sie haben in „{window}“ geklickt.</translation>
    </message>
    <message>
        <source>You clicked beside all windows.</source>
        <translation>Sie haben neben alle Fenster geklickt.</translation>
    </message>
</context>
<context>
    <name>StepsPage</name>
    <message>
        <source>Record the steps</source>
        <translation>Schritte aufzeichnen</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Zurück zum Gespräch</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Steps cannot be recorded on this system. Take a screenshot of each step instead.</source>
        <translation>Auf diesem System lassen sich keine Schritte aufzeichnen. Machen Sie stattdessen von jedem Schritt ein Bildschirmfoto.</translation>
    </message>
    <message>
        <source>This window steps aside. Then do what does not work: each click becomes a step, with a picture of the window you clicked. Keys are not recorded, password fields neither. A bar is there all the time; Stop on it ends the recording. You see every step before anything is attached.</source>
        <translation>Dieses Fenster tritt zur Seite. Tun Sie dann, was nicht funktioniert: Jeder Klick wird zu einem Schritt mit einem Bild des angeklickten Fensters. Tasten werden nicht aufgezeichnet, Kennwortfelder auch nicht. Eine Leiste bleibt die ganze Zeit sichtbar; „Beenden“ darauf beendet die Aufzeichnung. Sie sehen jeden Schritt, bevor etwas angehängt wird.</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufzeichnung beginnen</translation>
    </message>
    <message>
        <source>No click was recorded.</source>
        <translation>Es wurde kein Klick aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing could be recorded here. Take a screenshot of each step instead.</source>
        <translation>Hier ließ sich nichts aufzeichnen. Machen Sie stattdessen von jedem Schritt ein Bildschirmfoto.</translation>
    </message>
    <message>
        <source>Look the steps through. Nothing has left yet.</source>
        <translation>Sehen Sie die Schritte durch. Noch ist nichts weggegangen.</translation>
    </message>
    <message>
        <source>Drop all of it</source>
        <translation>Alles verwerfen</translation>
    </message>
    <message>
        <source>Attach the steps</source>
        <translation>Schritte anhängen</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded steps</source>
        <translation>Aufgezeichnete Schritte</translation>
    </message>
</context>
<context>
    <name>SuccessStage</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>How to avoid it</source>
        <translation>So vermeiden Sie es</translation>
    </message>
    <message>
        <source>Was this help useful?</source>
        <translation>War diese Hilfe nützlich?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Optional.</source>
        <translation>Freiwillig.</translation>
    </message>
    <message>
        <source>Ask a person to go on</source>
        <translation>Einen Menschen um Hilfe bitten</translation>
    </message>
    <message>
        <source>Thank you. Your answer is noted.</source>
        <translation>Danke. Ihre Antwort ist notiert.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n point(s) to complete before sending</source>
        <translation>
            <numerusform>Vor dem Senden fehlt noch %n Angabe</numerusform>
            <numerusform>Vor dem Senden fehlen noch %n Angaben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TechnicalDetail</name>
    <message>
        <source>See the technical detail</source>
        <translation>Technische Einzelheiten ansehen</translation>
    </message>
    <message>
        <source>Hide the technical detail</source>
        <translation>Technische Einzelheiten ausblenden</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>That did not work. Nothing was lost. Please try again later.</source>
        <translation>Das hat nicht geklappt. Es ging nichts verloren. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>See %n earlier line(s)</source>
        <translation>
            <numerusform>%n frühere Zeile ansehen</numerusform>
            <numerusform>%n frühere Zeilen ansehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{hour}:00</source>
        <translation>{hour} Uhr</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <translation>{hour}:{minute} Uhr</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>Today, {date}</source>
        <translation>Heute, {date}</translation>
    </message>
    <message>
        <source>Yesterday, {date}</source>
        <translation>Gestern, {date}</translation>
    </message>
    <message>
        <source>{weekday}, {date}</source>
        <translation>{weekday}, {date}</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>heute um {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>gestern um {time}</translation>
    </message>
    <message>
        <source>tomorrow at {time}</source>
        <translation>morgen um {time}</translation>
    </message>
    <message>
        <source>{weekday} at {time}</source>
        <translation>{weekday} um {time}</translation>
    </message>
    <message>
        <source>{date} at {time}</source>
        <translation>am {date} um {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>vor {minutes} Min.</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>vor {hours} Std.</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>vor {time}</translation>
    </message>
    <message>
        <source>before {moment}</source>
        <translation>vor {moment}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} Std. {minutes}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Verdecken</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove this mark</source>
        <translation>Diese Markierung entfernen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Stop showing my screen</source>
        <translation>Bildschirm nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Um Hilfe bitten</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
    <message>
        <source>Take a screenshot</source>
        <translation>Bildschirmfoto machen</translation>
    </message>
    <message>
        <source>Do not disturb for 1 h</source>
        <translation>1 Std. nicht stören</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Answer from {name}, no. {number}</source>
        <translation>Antwort von {name}, Nr. {number}</translation>
    </message>
    <message>
        <source>Rescousse: {status}</source>
        <translation>Rescousse: {status}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n message(s) kept</source>
        <translation>
            <numerusform>Offline, %n Nachricht aufbewahrt</numerusform>
            <numerusform>Offline, %n Nachrichten aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>A message was not sent</source>
        <translation>Eine Nachricht wurde nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n unread answer(s)</source>
        <translation>
            <numerusform>%n ungelesene Antwort</numerusform>
            <numerusform>%n ungelesene Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected to IT support</source>
        <translation>Mit der IT-Hilfe verbunden</translation>
    </message>
    <message>
        <source>{name} answered you</source>
        <translation>{name} hat Ihnen geantwortet</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>IT-Hilfe</translation>
    </message>
    <message>
        <source>Request no. {number}</source>
        <translation>Anfrage Nr. {number}</translation>
    </message>
    <message>
        <source>Nothing is lost. Open it to see why.</source>
        <translation>Nichts ist verloren. Öffnen Sie sie, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>Open Rescousse to see what can be done.</source>
        <translation>Öffnen Sie Rescousse und sehen Sie, was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>TriedStage</name>
    <message>
        <source>This did not help a moment ago: a person?</source>
        <translation>Das hat eben nicht geholfen: ein Mensch?</translation>
    </message>
    <message>
        <source>You tried “{fix}” less than an hour ago. What you tried goes with your request.</source>
        <translation>Sie haben „{fix}“ vor weniger als einer Stunde versucht. Was Sie versucht haben, geht mit Ihrer Anfrage mit.</translation>
    </message>
</context>
<context>
    <name>TypingLine</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} schreibt</translation>
    </message>
</context>
<context>
    <name>Unasked</name>
    <message>
        <source>You did not ask for help.</source>
        <translation>Sie haben nicht um Hilfe gebeten.</translation>
    </message>
    <message>
        <source>Somebody called “{name}” wanted to see your screen. Nothing was shown.</source>
        <translation>Jemand mit dem Namen „{name}“ wollte Ihren Bildschirm sehen. Es wurde nichts gezeigt.</translation>
    </message>
    <message>
        <source>If somebody is on the telephone and asks for it, hang up. Then call IT support on the number you know.</source>
        <translation>Wenn jemand am Telefon darum bittet, legen Sie auf. Rufen Sie dann die IT-Hilfe unter der Nummer an, die Sie kennen.</translation>
    </message>
    <message>
        <source>It stands in your journal.</source>
        <translation>Es steht in Ihrem Journal.</translation>
    </message>
    <message>
        <source>I have understood</source>
        <translation>Verstanden</translation>
    </message>
</context>
<context>
    <name>UnclaimedCard</name>
    <message>
        <source>Written on this computer before you signed in. It leaves only once you say that it is yours.</source>
        <translation>Das wurde auf diesem Rechner geschrieben, bevor Sie sich angemeldet haben. Es geht erst hinaus, wenn Sie sagen, dass es von Ihnen ist.</translation>
    </message>
    <message>
        <source>Are these yours?</source>
        <translation>Ist das von Ihnen?</translation>
    </message>
</context>
<context>
    <name>UnclaimedRow</name>
    <message>
        <source>Without a subject</source>
        <translation>Ohne Betreff</translation>
    </message>
    <message>
        <source>It is mine</source>
        <translation>Das ist von mir</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>Nicht von mir</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Yes, delete</source>
        <translation>Ja, löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>A request, written {moment}</source>
        <translation>Eine Anfrage, geschrieben {moment}</translation>
    </message>
    <message>
        <source>A message, written {moment}</source>
        <translation>Eine Nachricht, geschrieben {moment}</translation>
    </message>
    <message>
        <source>Said {moment}</source>
        <translation>Eine Antwort, gegeben {moment}</translation>
    </message>
    <message>
        <source>Not yours: kept here, unsent, for whoever wrote it.</source>
        <translation>Nicht von Ihnen: Es bleibt hier, ungesendet, für den, der es geschrieben hat.</translation>
    </message>
    <message>
        <source>Delete it for good? Nobody can bring it back.</source>
        <translation>Endgültig löschen? Niemand kann es zurückholen.</translation>
    </message>
</context>
<context>
    <name>ValueQuestion</name>
    <message>
        <source>Send this value to {name}?</source>
        <translation>Diesen Wert an {name} senden?</translation>
    </message>
    <message>
        <source>It will stand in your request, where the IT support team can read it.</source>
        <translation>Er steht dann in Ihrer Anfrage, wo das IT-Team ihn lesen kann.</translation>
    </message>
    <message>
        <source>Send this value</source>
        <translation>Diesen Wert senden</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Mute my microphone</source>
        <translation>Mein Mikrofon ausschalten</translation>
    </message>
    <message>
        <source>Turn my microphone on</source>
        <translation>Mein Mikrofon einschalten</translation>
    </message>
    <message>
        <source>Look for a microphone again</source>
        <translation>Noch einmal nach einem Mikrofon suchen</translation>
    </message>
    <message>
        <source>Nobody hears anything until it goes on.</source>
        <translation>Bis es weitergeht, hört niemand etwas.</translation>
    </message>
    <message>
        <source>{name} hears you.</source>
        <translation>{name} hört Sie.</translation>
    </message>
    <message>
        <source>Your microphone is off.</source>
        <translation>Ihr Mikrofon ist aus.</translation>
    </message>
    <message>
        <source>No microphone was found: {name} does not hear you.</source>
        <translation>Es wurde kein Mikrofon gefunden: {name} hört Sie nicht.</translation>
    </message>
    <message>
        <source>No loudspeaker was found: you do not hear {name}.</source>
        <translation>Es wurde kein Lautsprecher gefunden: Sie hören {name} nicht.</translation>
    </message>
    <message>
        <source>The microphone of {name} is off.</source>
        <translation>Das Mikrofon von {name} ist aus.</translation>
    </message>
    <message>
        <source>You hear {name}.</source>
        <translation>Sie hören {name}.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>You can close this window or go on working. You will be told as soon as somebody answers.</source>
        <translation>Sie können dieses Fenster schließen oder weiterarbeiten. Sie erfahren es, sobald jemand antwortet.</translation>
    </message>
    <message>
        <source>What you can try meanwhile</source>
        <translation>Was Sie inzwischen versuchen können</translation>
    </message>
    <message>
        <source>Your request is number {rank} in line.</source>
        <translation>Ihre Anfrage steht an Stelle {rank} der Warteschlange.</translation>
    </message>
    <message>
        <source>Your request is next.</source>
        <translation>Ihre Anfrage ist die nächste.</translation>
    </message>
    <message>
        <source>Usually answered within about {time}.</source>
        <translation>Nach etwa {time} kommt meist die Antwort.</translation>
    </message>
</context>
<context>
    <name>WayBackCard</name>
    <message>
        <source>Back to normal</source>
        <translation>Zurück zum Normalen</translation>
    </message>
    <message>
        <source>Undo the repair</source>
        <translation>Reparatur rückgängig machen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Possible until {date}</source>
        <translation>Möglich bis {date}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>before: {value}</source>
        <translation>vorher: {value}</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>folgt noch</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>hat nicht geklappt</translation>
    </message>
    <message>
        <source>put back as before</source>
        <translation>zurückgesetzt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Step {number}: {title}, {state}</source>
        <translation>Schritt {number}: {title}, {state}</translation>
    </message>
</context>
</TS>
