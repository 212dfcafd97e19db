<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>ArticlePage</name>
    <message>
        <source>Ask a person</source>
        <translation>Iemand vragen</translation>
    </message>
    <message>
        <source>That was not it?</source>
        <translation>Was het dat niet?</translation>
    </message>
    <message>
        <source>Back to the request</source>
        <translation>Terug naar de aanvraag</translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation>Terug naar zoeken</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Also attached</source>
        <translation>Ook meegestuurd</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Bestand toevoegen</translation>
    </message>
    <message>
        <source>You can also drop files here, or paste a picture.</source>
        <translation>U kunt hier ook bestanden neerzetten of een afbeelding plakken.</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>Computerrapport</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Wat is geprobeerd</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Schermafbeelding</translation>
    </message>
    <message>
        <source>Take a screenshot</source>
        <translation>Schermafbeelding maken</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove the screenshot</source>
        <translation>Schermafbeelding verwijderen</translation>
    </message>
    <message>
        <source>This window steps aside first. You see the picture before it leaves.</source>
        <translation>Dit venster gaat eerst opzij. U ziet de afbeelding voordat ze vertrekt.</translation>
    </message>
    <message>
        <source>See and change</source>
        <translation>Bekijken en wijzigen</translation>
    </message>
    <message>
        <source>See and change the computer report</source>
        <translation>Computerrapport bekijken en wijzigen</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>Opnieuw maken</translation>
    </message>
    <message numerus="yes">
        <source>%n guided fix(es) tried</source>
        <translation>
            <numerusform>%n stapsgewijze hulp geprobeerd</numerusform>
            <numerusform>%n stapsgewijze hulpen geprobeerd</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} verwijderen</translation>
    </message>
</context>
<context>
    <name>CallButton</name>
    <message>
        <source>Talk to someone</source>
        <translation>Iemand vragen</translation>
    </message>
</context>
<context>
    <name>ChangedView</name>
    <message>
        <source>Compare with another day</source>
        <translation>Vergelijken met een andere dag</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderd is</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>Er is nog niets om mee te vergelijken.</translation>
    </message>
    <message>
        <source>Each day a small report is kept on this computer, and nowhere else.</source>
        <translation>Elke dag wordt een klein rapport bewaard op deze computer, en nergens anders.</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Sinds {day}</translation>
    </message>
    <message>
        <source>The likeliest cause comes first.</source>
        <translation>Het waarschijnlijkste staat bovenaan.</translation>
    </message>
    <message>
        <source>Compared with a report kept on this computer.</source>
        <translation>Vergeleken met een rapport dat op deze computer staat.</translation>
    </message>
    <message numerus="yes">
        <source>{kind}: %n more</source>
        <translation>
            <numerusform>{kind}: nog %n</numerusform>
            <numerusform>{kind}: nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of what we look at has changed.</source>
        <translation>Niets van wat wij bekijken, is veranderd.</translation>
    </message>
</context>
<context>
    <name>ClearQuestion</name>
    <message>
        <source>Clear everything you have written here?</source>
        <translation>Alles wissen wat u hier hebt geschreven?</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Tekst wissen</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Mijn tekst bewaren</translation>
    </message>
</context>
<context>
    <name>ComposeFace</name>
    <message>
        <source>New request</source>
        <translation>Nieuwe aanvraag</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mijn aanvragen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Aanvraag versturen</translation>
    </message>
    <message>
        <source>Send as soon as possible</source>
        <translation>Versturen zodra het kan</translation>
    </message>
    <message>
        <source>Your text is kept on this computer as you type.</source>
        <translation>Uw tekst wordt tijdens het typen op deze computer bewaard.</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>De tekst is gekopieerd.</translation>
    </message>
</context>
<context>
    <name>ComposePage</name>
    <message>
        <source>Draft saved at {time}</source>
        <translation>Concept bewaard om {time}</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wordt verstuurd…</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>Shift+Enter sends</source>
        <translation>Shift+Enter verstuurt</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Enter verstuurt</translation>
    </message>
    <message>
        <source>Choose files to attach</source>
        <translation>Bestanden kiezen om mee te sturen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} verwijderen</translation>
    </message>
</context>
<context>
    <name>ComputerCard</name>
    <message>
        <source>See all</source>
        <translation>Alles bekijken</translation>
    </message>
    <message>
        <source>Your computer</source>
        <translation>Uw computer</translation>
    </message>
    <message>
        <source>We are having a look…</source>
        <translation>We kijken even…</translation>
    </message>
    <message>
        <source>We could not look at it just now.</source>
        <translation>We konden nu even niet kijken.</translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s)</source>
        <translation>
            <numerusform>nog %n punt</numerusform>
            <numerusform>nog %n punten</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything else is fine</source>
        <translation>Al het andere is in orde</translation>
    </message>
    <message>
        <source>Your computer is fine</source>
        <translation>Met uw computer is alles in orde</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>What changes</source>
        <translation>Wat verandert</translation>
    </message>
    <message>
        <source>What does not change</source>
        <translation>Wat niet verandert</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>Terugdraaien</translation>
    </message>
</context>
<context>
    <name>ConsentStage</name>
    <message>
        <source>What we found</source>
        <translation>Wat we hebben gevonden</translation>
    </message>
    <message>
        <source>Save your work first: programs will be closed.</source>
        <translation>Sla eerst uw werk op: er worden programma’s gesloten.</translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>new message</source>
        <translation>nieuw bericht</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>nr. {number}</translation>
    </message>
    <message>
        <source>Leaves when the network is back</source>
        <translation>Vertrekt zodra het netwerk terug is</translation>
    </message>
    <message>
        <source>Waiting for your reply</source>
        <translation>Wacht op uw antwoord</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Opgelost</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verstuurd</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In behandeling</translation>
    </message>
    <message>
        <source>In progress, with {name}</source>
        <translation>In behandeling, bij {name}</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>de hulp bij IT</translation>
    </message>
    <message>
        <source>{time}, received</source>
        <translation>{time}, ontvangen</translation>
    </message>
    <message>
        <source>{time}, waiting for the network</source>
        <translation>{time}, wacht op het netwerk</translation>
    </message>
    <message>
        <source>{time}, being sent</source>
        <translation>{time}, wordt verstuurd</translation>
    </message>
    <message>
        <source>{time}, we are checking whether it arrived</source>
        <translation>{time}, we gaan na of het is aangekomen</translation>
    </message>
    <message>
        <source>{time}, not sent</source>
        <translation>{time}, niet verstuurd</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>Computerrapport</translation>
    </message>
    <message>
        <source>{name} has taken your request.</source>
        <translation>{name} heeft uw aanvraag opgepakt.</translation>
    </message>
    <message>
        <source>{name} has given your request back to the team.</source>
        <translation>{name} heeft uw aanvraag teruggegeven aan het team.</translation>
    </message>
    <message>
        <source>{name} says that it is solved.</source>
        <translation>{name} meldt dat het is opgelost.</translation>
    </message>
    <message>
        <source>You said that it is solved.</source>
        <translation>U hebt gezegd dat het is opgelost.</translation>
    </message>
    <message>
        <source>Your request is open again.</source>
        <translation>Uw aanvraag is weer open.</translation>
    </message>
    <message>
        <source>{name} is waiting for your reply.</source>
        <translation>{name} wacht op uw antwoord.</translation>
    </message>
    <message>
        <source>You sent your computer report.</source>
        <translation>U hebt uw computerrapport verstuurd.</translation>
    </message>
    <message>
        <source>Your request has moved on.</source>
        <translation>Er is vooruitgang in uw aanvraag.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Rescousse ran into a problem.</source>
        <translation>Er ging iets mis in Rescousse.</translation>
    </message>
    <message>
        <source>Your requests and drafts are safe. Nothing was sent: you can read the report below.</source>
        <translation>Uw aanvragen en concepten zijn bewaard. Er is niets verstuurd: u kunt het verslag hieronder lezen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Send it with a request</source>
        <translation>Met een aanvraag versturen</translation>
    </message>
</context>
<context>
    <name>Enclosures</name>
    <message>
        <source>No longer there: {names}</source>
        <translation>Niet meer aanwezig: {names}</translation>
    </message>
    <message>
        <source>Choose files to attach</source>
        <translation>Bestanden kiezen om mee te sturen</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Geplakte afbeelding</translation>
    </message>
    <message>
        <source>This desktop does not let us take it. Take it with your own keys and paste it into the text.</source>
        <translation>Deze werkomgeving laat ons dat niet doen. Maak de afbeelding met uw eigen toetsen en plak ze in de tekst.</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Schermafbeelding</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n gegeven</numerusform>
            <numerusform>%n gegevens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n afgeschermd</numerusform>
            <numerusform>%n afgeschermd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndStage</name>
    <message>
        <source>If it still does not work, ask a person: what was checked goes with your request.</source>
        <translation>Werkt het nog steeds niet, vraag het dan aan iemand: wat is nagekeken gaat mee met uw aanvraag.</translation>
    </message>
</context>
<context>
    <name>FixDrawing</name>
    <message>
        <source>Continue</source>
        <translation>Doorgaan</translation>
    </message>
    <message>
        <source>About {seconds} s</source>
        <translation>Ongeveer {seconds} s</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>It is not really fixed</source>
        <translation>Het is niet echt verholpen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Be called back</source>
        <translation>Teruggebeld worden</translation>
    </message>
    <message>
        <source>Send to a technician</source>
        <translation>Naar een technicus sturen</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Aan iemand vragen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Opnieuw beginnen</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <translation>Alles terugzetten</translation>
    </message>
    <message>
        <source>Finish the repair</source>
        <translation>Reparatie afmaken</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>FixFrame</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>See the steps</source>
        <translation>Stappen bekijken</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Hoe het verdergaat</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Done in {minutes} min</source>
        <translation>Klaar in {minutes} min</translation>
    </message>
    <message>
        <source>Step {position} of {steps}, about {minutes} min left</source>
        <translation>Stap {position} van {steps}, nog ongeveer {minutes} min</translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation>Terug naar de stap</translation>
    </message>
</context>
<context>
    <name>FixPage</name>
    <message>
        <source>Ask a person</source>
        <translation>Aan iemand vragen</translation>
    </message>
    <message>
        <source>Stop puts everything back as it was.</source>
        <translation>Stoppen zet alles terug zoals het was.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wordt gestopt…</translation>
    </message>
    <message>
        <source>Everything is being put back as it was.</source>
        <translation>Alles wordt teruggezet zoals het was.</translation>
    </message>
    <message>
        <source>Back to home</source>
        <translation>Terug naar start</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Decision</source>
        <translation>Beslissing</translation>
    </message>
</context>
<context>
    <name>HandoverStage</name>
    <message>
        <source>What goes with it</source>
        <translation>Wat meegaat</translation>
    </message>
    <message>
        <source>What was tried, and its result</source>
        <translation>Wat is geprobeerd, met het resultaat</translation>
    </message>
    <message>
        <source>Your computer’s report</source>
        <translation>Uw computerrapport</translation>
    </message>
    <message>
        <source>Check before sending</source>
        <translation>Nakijken vóór verzending</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>‘{words}’</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Iets toevoegen</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>In de tussentijd</translation>
    </message>
    <message>
        <source>Someone will answer you here. You can close the window.</source>
        <translation>Iemand antwoordt u hier. U kunt het venster sluiten.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>My requests</source>
        <translation>Mijn aanvragen</translation>
    </message>
    <message>
        <source>Someone will answer you here</source>
        <translation>Iemand antwoordt u hier</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>nr. {number}</translation>
    </message>
    <message>
        <source>answer expected {when}</source>
        <translation>antwoord verwacht {when}</translation>
    </message>
    <message>
        <source>It still does not work</source>
        <translation>Het werkt nog steeds niet</translation>
    </message>
    <message>
        <source>It is solved</source>
        <translation>Het is opgelost</translation>
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
        <translation>Nee</translation>
    </message>
    <message>
        <source>Did this help?</source>
        <translation>Heeft dit geholpen?</translation>
    </message>
    <message>
        <source>Thank you. The help desk will know.</source>
        <translation>Dank u. De helpdesk krijgt het te horen.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Hello</source>
        <translation>Goedendag</translation>
    </message>
    <message>
        <source>What’s going wrong?</source>
        <translation>Wat gaat er mis?</translation>
    </message>
    <message>
        <source>Say it in your own words, e.g. “the printer won’t print”</source>
        <translation>In uw eigen woorden, bijvoorbeeld ‘de printer print niet’</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>the printer won’t print</source>
        <translation>de printer print niet</translation>
    </message>
    <message>
        <source>Internet, Wi-Fi</source>
        <translation>Internet, wifi</translation>
    </message>
    <message>
        <source>no internet</source>
        <translation>geen internet</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>email</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>password</source>
        <translation>wachtwoord</translation>
    </message>
    <message>
        <source>Sound and video</source>
        <translation>Geluid en video</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>geen geluid</translation>
    </message>
    <message>
        <source>Slow computer</source>
        <translation>Trage computer</translation>
    </message>
    <message>
        <source>slow computer</source>
        <translation>trage computer</translation>
    </message>
    <message>
        <source>An app</source>
        <translation>Een programma</translation>
    </message>
    <message>
        <source>app frozen</source>
        <translation>programma loopt vast</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>Hello {name}</source>
        <translation>Dag {name}</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ik heb het gelezen</translation>
    </message>
    <message>
        <source>Tell me when it is fixed</source>
        <translation>Laat het weten als het is opgelost</translation>
    </message>
    <message>
        <source>Since {moment}.</source>
        <translation>Sinds {moment}.</translation>
    </message>
    <message>
        <source>We will tell you when it is fixed.</source>
        <translation>We laten het u weten als het is opgelost.</translation>
    </message>
    <message>
        <source>A guided fix was left in the middle.</source>
        <translation>Een stapsgewijze hulp is halverwege gestopt.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Ermee verdergaan</translation>
    </message>
    <message>
        <source>Nothing more was changed. You can finish it or take it back.</source>
        <translation>Er is verder niets gewijzigd. U kunt ze afmaken of terugdraaien.</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Everything IT support was sent, saw or changed. This journal stays on this computer.</source>
        <translation>Alles wat naar de hulp bij IT ging of door haar is gezien of gewijzigd. Dit logboek blijft op deze computer.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verstuurd</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>In het logboek zoeken</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message numerus="yes">
        <source>%n can be undone</source>
        <translation>
            <numerusform>waarvan %n omkeerbaar</numerusform>
            <numerusform>waarvan %n omkeerbaar</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent, last 30 days</source>
        <translation>Verstuurd, laatste 30 dagen</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n keer</numerusform>
            <numerusform>%n keer</numerusform>
        </translation>
    </message>
    <message>
        <source>Screen looked at</source>
        <translation>Scherm bekeken</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Reparaties</translation>
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
        <translation>Meer tonen</translation>
    </message>
    <message>
        <source>Nothing of that kind was written down.</source>
        <translation>Daarvan is niets genoteerd.</translation>
    </message>
    <message>
        <source>As soon as something is sent, looked at or changed, it is written down here.</source>
        <translation>Zodra er iets wordt verstuurd, bekeken of gewijzigd, staat het hier.</translation>
    </message>
    <message>
        <source>Nothing has left this computer.</source>
        <translation>Niets heeft deze computer verlaten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>See what was sent</source>
        <translation>Zien wat is verstuurd</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Teruggedraaid.</translation>
    </message>
    <message>
        <source>These are the very bytes that left.</source>
        <translation>Precies dit is verstuurd, byte voor byte.</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Logboek exporteren</translation>
    </message>
    <message>
        <source>The journal was exported.</source>
        <translation>Het logboek is geëxporteerd.</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open a page of {host} in your browser?</source>
        <translation>Een pagina van {host} openen in uw browser?</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Pagina openen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier blijven</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>You</source>
        <translation>U</translation>
    </message>
    <message>
        <source>Read the article</source>
        <translation>Artikel lezen</translation>
    </message>
    <message>
        <source>Open {address}</source>
        <translation>{address} openen</translation>
    </message>
    <message>
        <source>Save {name}, {size}</source>
        <translation>{name} opslaan, {size}</translation>
    </message>
    <message>
        <source>This message did not leave. Your text is kept.</source>
        <translation>Dit bericht is niet vertrokken. Uw tekst is bewaard.</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Tekst wijzigen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Opnieuw versturen</translation>
    </message>
</context>
<context>
    <name>MyComputerPage</name>
    <message>
        <source>Check again</source>
        <translation>Opnieuw controleren</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mijn computer</translation>
    </message>
    <message>
        <source>We are having a look…</source>
        <translation>We kijken even…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Controleren…</translation>
    </message>
    <message>
        <source>Checked {moment}.</source>
        <translation>Gecontroleerd {moment}.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) deserve your attention.</source>
        <translation>
            <numerusform>%n punt verdient uw aandacht.</numerusform>
            <numerusform>%n punten verdienen uw aandacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing deserves your attention.</source>
        <translation>Niets vraagt uw aandacht.</translation>
    </message>
    <message>
        <source>Recent repairs</source>
        <translation>Recente reparaties</translation>
    </message>
    <message>
        <source>See the report</source>
        <translation>Rapport bekijken</translation>
    </message>
    <message>
        <source>Everything that could be sent with a request; you choose what leaves.</source>
        <translation>Alles wat met een aanvraag mee kan; u kiest wat er weggaat.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderd is</translation>
    </message>
    <message>
        <source>Since a day when everything worked, from reports kept on this computer.</source>
        <translation>Sinds een dag waarop alles werkte, volgens rapporten op deze computer.</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>In detail</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>Computerrapport</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Te regelen</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in orde</translation>
    </message>
    <message>
        <source>We tell you only when something deserves your attention.</source>
        <translation>We melden het alleen als iets uw aandacht verdient.</translation>
    </message>
    <message>
        <source>Your computer is fine.</source>
        <translation>Met uw computer is alles in orde.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Teruggedraaid.</translation>
    </message>
    <message>
        <source>Can be undone until {date}.</source>
        <translation>Kan tot {date} worden teruggedraaid.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>{page}, {count} unread</source>
        <translation>{page}, {count} ongelezen</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>You can also try a shorter word:</source>
        <translation>U kunt ook een korter woord proberen:</translation>
    </message>
    <message>
        <source>We have no ready-made help for this yet.</source>
        <translation>Hiervoor hebben we nog geen kant-en-klare hulp.</translation>
    </message>
    <message>
        <source>Your sentence is enough. Send it as it is: a person will read it and answer you here.</source>
        <translation>Uw zin is genoeg. Stuur hem zoals hij is: iemand leest hem en antwoordt u hier.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>‘{words}’</translation>
    </message>
    <message>
        <source>Send to a person</source>
        <translation>Naar iemand sturen</translation>
    </message>
    <message>
        <source>Chat now</source>
        <translation>Nu chatten</translation>
    </message>
</context>
<context>
    <name>PayloadView</name>
    <message>
        <source>These are the very bytes that leave, nothing more.</source>
        <translation>Precies dit vertrekt, niets meer.</translation>
    </message>
    <message>
        <source>Exactly what leaves</source>
        <translation>Precies wat vertrekt</translation>
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
        <translation>Met iemand praten</translation>
    </message>
    <message>
        <source>Write to us</source>
        <translation>Schrijf ons</translation>
    </message>
    <message>
        <source>is taking care of your request</source>
        <translation>is met uw aanvraag bezig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Opens {moment}</source>
        <translation>Opent {moment}</translation>
    </message>
    <message>
        <source>Leave a message</source>
        <translation>Bericht achterlaten</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) available</source>
        <translation>
            <numerusform>%n persoon beschikbaar</numerusform>
            <numerusform>%n mensen beschikbaar</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone is busy right now</source>
        <translation>Iedereen is even bezig</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatten</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Nog niet verbonden</translation>
    </message>
    <message>
        <source>The help desk cannot be reached. By telephone:</source>
        <translation>De hulp bij IT is niet bereikbaar. Telefonisch:</translation>
    </message>
    <message>
        <source>Carry on, nothing will be lost.</source>
        <translation>Ga gerust door, er gaat niets verloren.</translation>
    </message>
    <message>
        <source>Reply in about {wait}</source>
        <translation>Antwoord in ongeveer {wait}</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>What is happening?</source>
        <translation>Wat is er aan de hand?</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ik</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Mijn team</translation>
    </message>
    <message>
        <source>The whole site</source>
        <translation>De hele locatie</translation>
    </message>
    <message>
        <source>Who is held up?</source>
        <translation>Wie heeft er last van?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>With difficulty</source>
        <translation>Moeizaam</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Helemaal niet</translation>
    </message>
    <message>
        <source>Can you work?</source>
        <translation>Kunt u werken?</translation>
    </message>
    <message>
        <source>We take these cases first.</source>
        <translation>Deze gevallen nemen we eerst.</translation>
    </message>
    <message>
        <source>Here, in writing</source>
        <translation>Hier, schriftelijk</translation>
    </message>
    <message>
        <source>By calling me back</source>
        <translation>Door mij terug te bellen</translation>
    </message>
    <message>
        <source>How shall we answer?</source>
        <translation>Hoe zullen we antwoorden?</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation>Zo snel mogelijk</translation>
    </message>
    <message>
        <source>In the morning</source>
        <translation>In de ochtend</translation>
    </message>
    <message>
        <source>In the afternoon</source>
        <translation>In de middag</translation>
    </message>
    <message>
        <source>At the end of the day</source>
        <translation>Aan het einde van de dag</translation>
    </message>
    <message>
        <source>Say in a few words what is happening.</source>
        <translation>Zeg in een paar woorden wat er aan de hand is.</translation>
    </message>
    <message>
        <source>This text is too long. Put the rest in a file and attach it.</source>
        <translation>Deze tekst is te lang. Zet de rest in een bestand en stuur het mee.</translation>
    </message>
    <message>
        <source>Write the number on which we can reach you.</source>
        <translation>Schrijf het nummer op waarop we u kunnen bereiken.</translation>
    </message>
    <message>
        <source>Some digits are missing.</source>
        <translation>Er ontbreken cijfers.</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>A file of {size}, which is not text.</source>
        <translation>Een bestand van {size} dat geen tekst is.</translation>
    </message>
    <message>
        <source>Only the beginning is shown; all of it was {size}.</source>
        <translation>Alleen het begin wordt getoond; het geheel was {size}.</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Open the conversation</source>
        <translation>Gesprek openen</translation>
    </message>
    <message>
        <source>Back to home</source>
        <translation>Terug naar start</translation>
    </message>
    <message>
        <source>Your request has arrived.</source>
        <translation>Uw aanvraag is aangekomen.</translation>
    </message>
    <message>
        <source>Request no. {number}</source>
        <translation>Aanvraag nr. {number}</translation>
    </message>
    <message>
        <source>Your request is leaving.</source>
        <translation>Uw aanvraag vertrekt.</translation>
    </message>
    <message>
        <source>Its number is on its way.</source>
        <translation>Het nummer komt eraan.</translation>
    </message>
    <message>
        <source>Your request is kept.</source>
        <translation>Uw aanvraag is bewaard.</translation>
    </message>
    <message>
        <source>It leaves by itself as soon as the network is back.</source>
        <translation>Ze vertrekt vanzelf zodra het netwerk terug is.</translation>
    </message>
    <message>
        <source>You can close the window: the answer will be shown to you.</source>
        <translation>U kunt het venster sluiten: het antwoord wordt u getoond.</translation>
    </message>
    <message>
        <source>Answer expected {when}.</source>
        <translation>Antwoord verwacht {when}.</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Not sent yet</source>
        <translation>Nog niet verstuurd</translation>
    </message>
    <message>
        <source>Your request</source>
        <translation>Uw aanvraag</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Gesprek openen</translation>
    </message>
    <message numerus="yes">
        <source>%n other request(s)</source>
        <translation>
            <numerusform>nog %n aanvraag</numerusform>
            <numerusform>nog %n aanvragen</numerusform>
        </translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>nr. {number}</translation>
    </message>
    <message>
        <source>{name} answered you {ago}</source>
        <translation>{name} antwoordde {ago}</translation>
    </message>
    <message>
        <source>{name} is taking care of it</source>
        <translation>{name} is ermee bezig</translation>
    </message>
    <message>
        <source>You wrote {ago}. Someone will answer you here.</source>
        <translation>U schreef {ago}. Iemand antwoordt u hier.</translation>
    </message>
    <message>
        <source>It will leave as soon as the help desk can be reached.</source>
        <translation>Ze vertrekt zodra de hulp bij IT bereikbaar is.</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Your request is kept on this computer and leaves by itself as soon as the network is back.</source>
        <translation>Uw aanvraag wordt op deze computer bewaard en vertrekt vanzelf zodra het netwerk terug is.</translation>
    </message>
    <message>
        <source>You are offline. Carry on, nothing will be lost.</source>
        <translation>U bent offline. Ga gerust door, er gaat niets verloren.</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>No request yet.</source>
        <translation>Nog geen aanvraag.</translation>
    </message>
    <message>
        <source>If something does not work, say it in your own words: we look for an immediate solution first.</source>
        <translation>Als er iets hapert, zeg het in uw eigen woorden: we zoeken eerst een directe oplossing.</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Hulp vragen</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mijn aanvragen</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nieuwe aanvraag</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Try now</source>
        <translation>Nu proberen</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Om te lezen</translation>
    </message>
    <message>
        <source>Guided fix, {minutes}. Nothing is changed without your consent.</source>
        <translation>Stapsgewijze hulp, {minutes}. Er verandert niets zonder uw akkoord.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>{minutes} to read</source>
        <translation>{minutes} lezen</translation>
    </message>
</context>
<context>
    <name>ReviewFrame</name>
    <message>
        <source>In words</source>
        <translation>In woorden</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderd is</translation>
    </message>
    <message>
        <source>Exactly what leaves</source>
        <translation>Precies wat vertrekt</translation>
    </message>
    <message>
        <source>How to see it</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Search a word or a name in the report</source>
        <translation>Een woord of naam in het rapport zoeken</translation>
    </message>
    <message>
        <source>Search a word, a name</source>
        <translation>Woord, naam zoeken</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Onderdelen</translation>
    </message>
    <message>
        <source>Mask all of these</source>
        <translation>Alles afschermen</translation>
    </message>
    <message>
        <source>Choose a line to mask or show it. A masked value is not sent.</source>
        <translation>Kies een regel om die af te schermen of te tonen. Een afgeschermde waarde wordt niet verstuurd.</translation>
    </message>
    <message>
        <source>Check what you send to IT support</source>
        <translation>Kijk na wat u naar de hulp bij IT stuurt</translation>
    </message>
    <message>
        <source>Nothing leaves without your yes. Personal data that was recognised is already masked.</source>
        <translation>Zonder uw ja vertrekt er niets. Herkende persoonlijke gegevens zijn al afgeschermd.</translation>
    </message>
    <message>
        <source>Your computer report</source>
        <translation>Uw computerrapport</translation>
    </message>
    <message>
        <source>Nothing of this leaves unless you send it.</source>
        <translation>Niets hiervan vertrekt zolang u het niet verstuurt.</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nieuwe aanvraag</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mijn computer</translation>
    </message>
    <message>
        <source>We are looking at your computer…</source>
        <translation>We bekijken uw computer…</translation>
    </message>
    <message>
        <source>Mask “{words}” everywhere</source>
        <translation>‘{words}’ overal afschermen</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>IT support</source>
        <translation>de hulp bij IT</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Aan {name} schrijven</translation>
    </message>
    <message>
        <source>Write to {name}, to open the request again</source>
        <translation>Aan {name} schrijven, om de aanvraag te heropenen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wordt verstuurd…</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Space masks or shows the line.</source>
        <translation>De spatiebalk schermt de regel af of toont hem.</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>masked: {kind}</source>
        <translation>afgeschermd: {kind}</translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Afschermen</translation>
    </message>
</context>
<context>
    <name>RunningStage</name>
    <message>
        <source>You can go on working. What comes next appears here.</source>
        <translation>U kunt doorwerken, het vervolg verschijnt hier.</translation>
    </message>
    <message>
        <source>We only look. Nothing is changed.</source>
        <translation>We kijken alleen. Er wordt niets veranderd.</translation>
    </message>
    <message>
        <source>Stopping. Everything is being put back as it was.</source>
        <translation>Wordt gestopt. Alles wordt teruggezet zoals het was.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the file</source>
        <translation>Bestand opslaan</translation>
    </message>
    <message>
        <source>The file is saved.</source>
        <translation>Het bestand is opgeslagen.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the text</source>
        <translation>Tekst wissen</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>What’s going wrong?</source>
        <translation>Wat gaat er mis?</translation>
    </message>
    <message>
        <source>Say it in your own words</source>
        <translation>Zeg het in uw eigen woorden</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Iemand vragen</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n antwoord</numerusform>
            <numerusform>%n antwoorden</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatten</translation>
    </message>
    <message>
        <source>Send a request</source>
        <translation>Een aanvraag sturen</translation>
    </message>
    <message>
        <source>You get a written answer here</source>
        <translation>Het antwoord komt hier, schriftelijk</translation>
    </message>
    <message>
        <source>Be called back</source>
        <translation>Teruggebeld worden</translation>
    </message>
    <message>
        <source>On the number you give</source>
        <translation>Op het nummer dat u opgeeft</translation>
    </message>
    <message>
        <source>Nothing is known to be down at the moment.</source>
        <translation>Er is nu geen storing bekend.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kiezen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>wissen</translation>
    </message>
    <message>
        <source>Leaves as soon as the help desk can be reached</source>
        <translation>Vertrekt zodra de hulp bij IT bereikbaar is</translation>
    </message>
    <message>
        <source>Opens {moment}</source>
        <translation>Opent {moment}</translation>
    </message>
    <message>
        <source>With the people on duty</source>
        <translation>Met wie er dienst heeft</translation>
    </message>
</context>
<context>
    <name>SectionRow</name>
    <message>
        <source>Send {section}</source>
        <translation>{section} versturen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verstuurd</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Kon niet worden gelezen</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n gegeven</numerusform>
            <numerusform>%n gegevens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n afgeschermd</numerusform>
            <numerusform>%n afgeschermd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Set by your IT team</source>
        <translation>Ingesteld door uw IT-team</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Messages and start-up</source>
        <translation>Berichten en opstarten</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Hulp bij IT</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Toetsenbord</translation>
    </message>
    <message>
        <source>Your IT team has relaxed a protection.</source>
        <translation>Uw IT-team heeft een bescherming versoepeld.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>{size}%</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>On top of the system’s own setting</source>
        <translation>Boven op de instelling van het systeem</translation>
    </message>
    <message>
        <source>The words of the message do not appear on the lock screen</source>
        <translation>De tekst van het bericht staat niet op het vergrendelscherm</translation>
    </message>
    <message>
        <source>Shift and Enter start a new line</source>
        <translation>Shift en Enter beginnen een nieuwe regel</translation>
    </message>
    <message>
        <source>Stays quietly near the clock</source>
        <translation>Blijft rustig naast de klok</translation>
    </message>
    <message>
        <source>Exact names and figures beside the plain words</source>
        <translation>Precieze namen en cijfers naast de gewone woorden</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbinding controleren</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Controleren…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbonden</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Nog niet verbonden</translation>
    </message>
    <message>
        <source>Accessibility: partly conforms</source>
        <translation>Toegankelijkheid: voldoet gedeeltelijk</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Quit Rescousse</source>
        <translation>Rescousse afsluiten</translation>
    </message>
    <message>
        <source>Rescousse {version}</source>
        <translation>Rescousse {version}</translation>
    </message>
    <message>
        <source>Free software: GPL 3 or later.</source>
        <translation>Vrije software: GPL 3 of later.</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Geen toetsen</translation>
    </message>
    <message>
        <source>Another program has these keys: choose others</source>
        <translation>Een ander programma heeft deze toetsen: kies andere</translation>
    </message>
    <message>
        <source>This desktop binds keys in its own settings: give some to “rescousse open”</source>
        <translation>Dit bureaublad wijst toetsen toe in zijn eigen instellingen: geef er aan “rescousse open”</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nieuwe aanvraag</translation>
    </message>
    <message>
        <source>Home, My requests, My computer</source>
        <translation>Start, Mijn aanvragen, Mijn computer</translation>
    </message>
    <message>
        <source>From one part of the window to the next</source>
        <translation>Van het ene deel van het venster naar het volgende</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
</context>
<context>
    <name>Shot</name>
    <message>
        <source>Screenshot, small</source>
        <translation>Schermafbeelding, klein</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigatie</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Hulp bij IT</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mijn aanvragen</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mijn computer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
</context>
<context>
    <name>SnapshotPage</name>
    <message>
        <source>Found: {words}</source>
        <translation>Gevonden: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n regel</numerusform>
            <numerusform>%n regels</numerusform>
        </translation>
    </message>
    <message>
        <source>{sections} of {total} sections, {items} items, {size}</source>
        <translation>{sections} van {total} onderdelen, {items} gegevens, {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) masked, unreadable for IT support</source>
        <translation>
            <numerusform>%n waarde afgeschermd, onleesbaar voor de hulp bij IT</numerusform>
            <numerusform>%n waarden afgeschermd, onleesbaar voor de hulp bij IT</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Niet versturen</translation>
    </message>
    <message>
        <source>Attach to my request</source>
        <translation>Meesturen met mijn aanvraag</translation>
    </message>
    <message>
        <source>Masked everywhere: {words}</source>
        <translation>Overal afgeschermd: {words}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{stage}, step {step} of {steps}</source>
        <translation>Aanvraag: {stage}, stap {step} van {steps}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verstuurd</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Opgepakt</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In behandeling</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Opgelost</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message numerus="yes">
        <source>%n step(s) tried</source>
        <translation>
            <numerusform>%n stap geprobeerd</numerusform>
            <numerusform>%n stappen geprobeerd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuccessStage</name>
    <message>
        <source>Before</source>
        <translation>Voorheen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Undo the repair</source>
        <translation>Reparatie ongedaan maken</translation>
    </message>
    <message>
        <source>Possible until {date}</source>
        <translation>Mogelijk tot {date}</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Terugdraaien</translation>
    </message>
    <message>
        <source>Was this help useful?</source>
        <translation>Was deze hulp nuttig?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Gedeeltelijk</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Optional.</source>
        <translation>Niet verplicht.</translation>
    </message>
    <message>
        <source>Ask a person to go on</source>
        <translation>Iemand vragen om verder te helpen</translation>
    </message>
    <message>
        <source>Thank you. Your answer is noted.</source>
        <translation>Dank u. Uw antwoord is genoteerd.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n point(s) to complete before sending</source>
        <translation>
            <numerusform>Nog %n punt aan te vullen vóór verzending</numerusform>
            <numerusform>Nog %n punten aan te vullen vóór verzending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TechnicalDetail</name>
    <message>
        <source>See the technical detail</source>
        <translation>Technische details bekijken</translation>
    </message>
    <message>
        <source>Hide the technical detail</source>
        <translation>Technische details verbergen</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>That did not work. Nothing was lost. Please try again later.</source>
        <translation>Dat is niet gelukt. Er is niets verloren. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verstuurd</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>In behandeling</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Opgelost</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Wacht op u</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>Messages</source>
        <translation>Berichten</translation>
    </message>
    <message numerus="yes">
        <source>See %n earlier line(s)</source>
        <translation>
            <numerusform>%n eerdere regel bekijken</numerusform>
            <numerusform>%n eerdere regels bekijken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nieuw</numerusform>
            <numerusform>%n nieuw</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>My requests</source>
        <translation>Mijn aanvragen</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{hour}:00</source>
        <translation>{hour} uur</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <translation>{hour}.{minute} uur</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>Today, {date}</source>
        <translation>Vandaag, {date}</translation>
    </message>
    <message>
        <source>Yesterday, {date}</source>
        <translation>Gisteren, {date}</translation>
    </message>
    <message>
        <source>{weekday}, {date}</source>
        <translation>{weekday} {date}</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>vandaag om {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>gisteren om {time}</translation>
    </message>
    <message>
        <source>tomorrow at {time}</source>
        <translation>morgen om {time}</translation>
    </message>
    <message>
        <source>{weekday} at {time}</source>
        <translation>{weekday} om {time}</translation>
    </message>
    <message>
        <source>{date} at {time}</source>
        <translation>op {date} om {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>{minutes} min geleden</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>{hours} uur geleden</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>voor {time}</translation>
    </message>
    <message>
        <source>before {moment}</source>
        <translation>voor {moment}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} u {minutes}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Ask for help</source>
        <translation>Hulp vragen</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mijn aanvragen</translation>
    </message>
    <message>
        <source>Take a screenshot</source>
        <translation>Schermafbeelding maken</translation>
    </message>
    <message>
        <source>Do not disturb for 1 h</source>
        <translation>1 uur niet storen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Answer from {name}, no. {number}</source>
        <translation>Antwoord van {name}, nr. {number}</translation>
    </message>
    <message>
        <source>Rescousse: {status}</source>
        <translation>Rescousse: {status}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n message(s) kept</source>
        <translation>
            <numerusform>Offline, %n bericht bewaard</numerusform>
            <numerusform>Offline, %n berichten bewaard</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>%n unread answer(s)</source>
        <translation>
            <numerusform>%n ongelezen antwoord</numerusform>
            <numerusform>%n ongelezen antwoorden</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected to IT support</source>
        <translation>Verbonden met de hulp bij IT</translation>
    </message>
    <message>
        <source>{name} answered you</source>
        <translation>{name} heeft u geantwoord</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Hulp bij IT</translation>
    </message>
    <message>
        <source>Request no. {number}</source>
        <translation>Aanvraag nr. {number}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>before: {value}</source>
        <translation>eerst: {value}</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>nog te doen</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>is niet gelukt</translation>
    </message>
    <message>
        <source>put back as before</source>
        <translation>teruggezet</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>overgeslagen</translation>
    </message>
    <message>
        <source>Step {number}: {title}, {state}</source>
        <translation>Stap {number}: {title}, {state}</translation>
    </message>
</context>
</TS>
