<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Also attached</source>
        <translation>Außerdem dabei</translation>
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
    <name>CallButton</name>
    <message>
        <source>Talk to someone</source>
        <translation>Jemanden fragen</translation>
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
        <source>Send</source>
        <translation>Senden</translation>
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
        <source>This desktop does not let us take it. Take it with your own keys and paste it into the text.</source>
        <translation>Diese Arbeitsumgebung erlaubt uns das nicht. Nehmen Sie das Bild mit Ihren eigenen Tasten auf und fügen Sie es in den Text ein.</translation>
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
        <source>answer expected {when}</source>
        <translation>Antwort voraussichtlich {when}</translation>
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
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation>Sobald es geht</translation>
    </message>
    <message>
        <source>In the morning</source>
        <translation>Am Vormittag</translation>
    </message>
    <message>
        <source>In the afternoon</source>
        <translation>Am Nachmittag</translation>
    </message>
    <message>
        <source>At the end of the day</source>
        <translation>Am Ende des Tages</translation>
    </message>
    <message>
        <source>Say in a few words what is happening.</source>
        <translation>Sagen Sie in wenigen Worten, was los ist.</translation>
    </message>
    <message>
        <source>This text is too long. Put the rest in a file and attach it.</source>
        <translation>Dieser Text ist zu lang. Schreiben Sie den Rest in eine Datei und hängen Sie sie an.</translation>
    </message>
    <message>
        <source>Write the number on which we can reach you.</source>
        <translation>Geben Sie die Nummer an, unter der wir Sie erreichen.</translation>
    </message>
    <message>
        <source>Some digits are missing.</source>
        <translation>Es fehlen Ziffern.</translation>
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
    <name>RequestCard</name>
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
        <source>Write to {name}, to open the request again</source>
        <translation>An {name} schreiben, um die Anfrage wieder zu öffnen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
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
        <source>Rescousse {version}</source>
        <translation>Rescousse {version}</translation>
    </message>
    <message>
        <source>Free software: GPL 3 or later.</source>
        <translation>Freie Software: GPL 3 oder neuer.</translation>
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
        <source>Undo the repair</source>
        <translation>Reparatur rückgängig machen</translation>
    </message>
    <message>
        <source>Possible until {date}</source>
        <translation>Möglich bis {date}</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Rückgängig machen</translation>
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
    <name>Tray</name>
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
