<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AboutRow</name>
    <message>
        <source>Rescousse {version}</source>
        <translation>Rescousse {version}</translation>
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
        <source>Version {version} is out. IT support installs it; you need not do anything. {about}</source>
        <translation>Versie {version} is uit. De hulp bij IT installeert haar; u hoeft niets te doen. {about}</translation>
    </message>
    <message>
        <source>Free software: GPL 3 or later.</source>
        <translation>Vrije software: GPL 3 of later.</translation>
    </message>
</context>
<context>
    <name>Along</name>
    <message>
        <source>{name} asks to look at your screen too</source>
        <translation>{name} vraagt ook naar uw scherm te mogen kijken</translation>
    </message>
    <message>
        <source>2. What will they see?</source>
        <translation>2. Wat wordt getoond?</translation>
    </message>
    <message>
        <source>What you pick in your desktop’s dialog, no longer than {host}. They cannot ask for more.</source>
        <translation>Wat u kiest als uw bureaublad erom vraagt, en niet langer dan {host}. Om meer kan niet worden gevraagd.</translation>
    </message>
    <message>
        <source>The same as {host}, and no longer. They only look, and cannot ask for more.</source>
        <translation>Hetzelfde als {host}, en niet langer. Er wordt alleen naar uw scherm gekeken, om meer kan niet worden gevraagd.</translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>Show what counts, hide the rest</source>
        <translation>Laat zien wat telt, verberg de rest</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nieuwe aanvraag</translation>
    </message>
    <message>
        <source>A masked area is blackened in the picture itself: nobody can get it back.</source>
        <translation>Een verborgen deel wordt in de afbeelding zelf zwart gemaakt: niemand kan het terughalen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Deze afbeelding gebruiken</translation>
    </message>
    <message>
        <source>Back to the steps</source>
        <translation>Terug naar de stappen</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Terug naar het gesprek</translation>
    </message>
    <message>
        <source>Draw a box around what counts. With keys: Enter, then the arrows.</source>
        <translation>Teken een kader om wat telt. Met toetsen: Enter, daarna de pijlen.</translation>
    </message>
    <message>
        <source>Draw from the tail to the tip. With keys: Enter, then the arrows.</source>
        <translation>Teken van het begin naar de punt. Met toetsen: Enter, daarna de pijlen.</translation>
    </message>
    <message>
        <source>Click where the words should stand. With keys: Enter.</source>
        <translation>Klik waar de tekst moet staan. Met toetsen: Enter.</translation>
    </message>
    <message>
        <source>Draw over what nobody should read. With keys: Enter, then the arrows.</source>
        <translation>Bedek wat niemand mag lezen. Met toetsen: Enter, daarna de pijlen.</translation>
    </message>
    <message>
        <source>Draw around the part to keep. With keys: Enter, then the arrows.</source>
        <translation>Teken om het deel dat blijft. Met toetsen: Enter, daarna de pijlen.</translation>
    </message>
    <message numerus="yes">
        <source>%n masked area(s)</source>
        <translation>
            <numerusform>%n verborgen deel</numerusform>
            <numerusform>%n verborgen delen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n kader</numerusform>
            <numerusform>%n kaders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arrow(s)</source>
        <translation>
            <numerusform>%n pijl</numerusform>
            <numerusform>%n pijlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n tekst</numerusform>
            <numerusform>%n teksten</numerusform>
        </translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>bijgesneden</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Nog niets getekend</translation>
    </message>
    <message>
        <source>Picture: {marks}</source>
        <translation>Afbeelding: {marks}</translation>
    </message>
</context>
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
    <message>
        <source>Back to my computer</source>
        <translation>Terug naar mijn computer</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>{name} asks to see one masked value</source>
        <translation>{name} vraagt om één afgeschermde waarde</translation>
    </message>
    <message>
        <source>You see it first. Nothing leaves without your yes.</source>
        <translation>U ziet haar eerst. Zonder uw ja vertrekt er niets.</translation>
    </message>
    <message>
        <source>See the value</source>
        <translation>Waarde bekijken</translation>
    </message>
    <message>
        <source>{name} asks for your computer report</source>
        <translation>{name} vraagt om uw computerrapport</translation>
    </message>
    <message>
        <source>The state of your computer</source>
        <translation>De staat van uw computer</translation>
    </message>
    <message>
        <source>You look it through first. Nothing leaves without your yes.</source>
        <translation>U kijkt het eerst na. Zonder uw ja vertrekt er niets.</translation>
    </message>
    <message>
        <source>Look it through</source>
        <translation>Rapport nakijken</translation>
    </message>
    <message>
        <source>{name} suggests a repair</source>
        <translation>{name} stelt een herstelling voor</translation>
    </message>
    <message>
        <source>This computer does not have that repair.</source>
        <translation>Deze computer heeft die herstelling niet.</translation>
    </message>
    <message>
        <source>Nothing changes without your yes. {name} will see whether it helped.</source>
        <translation>Zonder uw ja verandert er niets. {name} ziet of het geholpen heeft.</translation>
    </message>
    <message>
        <source>See the repair</source>
        <translation>Herstelling bekijken</translation>
    </message>
    <message>
        <source>{name} asks to see your screen</source>
        <translation>{name} vraagt uw scherm te zien</translation>
    </message>
    <message>
        <source>View only, one window if you like</source>
        <translation>Alleen kijken, één venster als u wilt</translation>
    </message>
    <message>
        <source>You check two words with {name} first. You can stop at any moment.</source>
        <translation>U vergelijkt eerst twee woorden met {name}. U kunt op elk moment stoppen.</translation>
    </message>
    <message>
        <source>Choose what to show</source>
        <translation>Kiezen wat ik toon</translation>
    </message>
    <message>
        <source>You tried it already, {when}. It helped then.</source>
        <translation>U hebt ze al geprobeerd, {when}. Toen hielp het.</translation>
    </message>
    <message>
        <source>You tried it already, {when}, and took it back.</source>
        <translation>U hebt ze al geprobeerd, {when}, en ongedaan gemaakt.</translation>
    </message>
    <message>
        <source>You began it already, {when}, and stopped it.</source>
        <translation>U bent er al aan begonnen, {when}, en bent gestopt.</translation>
    </message>
    <message>
        <source>You tried it already, {when}. It did not help.</source>
        <translation>U hebt ze al geprobeerd, {when}. Het hielp niet.</translation>
    </message>
</context>
<context>
    <name>AskedCard</name>
    <message>
        <source>No, thank you</source>
        <translation>Nee, dank u</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Hier ontbreekt nog iets.</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Also attached</source>
        <translation>Ook meegestuurd</translation>
    </message>
    <message>
        <source>Record the steps</source>
        <translation>Stappen vastleggen</translation>
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
        <source>Only one window</source>
        <translation>Slechts één venster</translation>
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
    <name>Bar</name>
    <message>
        <source>Take it back</source>
        <translation>Zelf overnemen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Opname</translation>
    </message>
    <message>
        <source>{key} brings the keyboard here, Ctrl and the arrows move it.</source>
        <translation>{key} haalt het toetsenbord hierheen, Ctrl en de pijlen verplaatsen de balk.</translation>
    </message>
    <message>
        <source>Without {name}</source>
        <translation>Zonder {name}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>Alles stoppen</translation>
    </message>
    <message>
        <source>Paused: {name} sees a still picture</source>
        <translation>Pauze: {name} ziet een stilstaand beeld</translation>
    </message>
    <message>
        <source>Waiting for the line to {name}</source>
        <translation>Verbinding met {name} wordt gemaakt</translation>
    </message>
    <message>
        <source>You have the mouse, {name} waits</source>
        <translation>U hebt de muis, {name} wacht</translation>
    </message>
    <message>
        <source>{name} uses your mouse and keyboard</source>
        <translation>{name} gebruikt uw muis en toetsenbord</translation>
    </message>
    <message>
        <source>{name} looks at this window</source>
        <translation>{name} kijkt naar dit venster</translation>
    </message>
    <message>
        <source>{name} looks at your screen</source>
        <translation>{name} kijkt naar uw scherm</translation>
    </message>
    <message>
        <source>{said}, {guest} looks too</source>
        <translation>{said}, {guest} kijkt ook mee</translation>
    </message>
    <message>
        <source>The screen is being recorded.</source>
        <translation>Het scherm wordt opgenomen.</translation>
    </message>
    <message>
        <source>Control: {control} still. Sharing: {look}.</source>
        <translation>Besturing: nog {control}. Delen: {look}.</translation>
    </message>
    <message>
        <source>{time} still</source>
        <translation>Nog {time}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>No more pointing</source>
        <translation>Niet meer aanwijzen</translation>
    </message>
    <message>
        <source>No more clipboard</source>
        <translation>Klembord sluiten</translation>
    </message>
    <message>
        <source>No more files</source>
        <translation>Geen bestanden meer</translation>
    </message>
    <message>
        <source>No more talking</source>
        <translation>Niet meer praten</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Opname stoppen</translation>
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
    <name>CallForm</name>
    <message>
        <source>Call me back</source>
        <translation>Bel mij terug</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>CallMeBack</name>
    <message>
        <source>Call me back</source>
        <translation>Bel mij terug</translation>
    </message>
    <message>
        <source>Prefer not to wait?</source>
        <translation>Wilt u liever niet wachten?</translation>
    </message>
    <message>
        <source>Change the call</source>
        <translation>Terugbelverzoek wijzigen</translation>
    </message>
</context>
<context>
    <name>CallWish</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Write the number on which we can reach you.</source>
        <translation>Schrijf het nummer op waarop we u kunnen bereiken.</translation>
    </message>
    <message>
        <source>Some digits are missing.</source>
        <translation>Er ontbreken cijfers.</translation>
    </message>
    <message>
        <source>We call you back on {telephone}. {when}.</source>
        <translation>Wij bellen u terug op {telephone}. {when}.</translation>
    </message>
    <message>
        <source>{telephone}, {when}</source>
        <translation>{telephone}, {when}</translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation>Zo snel mogelijk</translation>
    </message>
    <message>
        <source>{start} until {end}</source>
        <translation>{start} tot {end}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Text on the picture</source>
        <translation>Tekst op de afbeelding</translation>
    </message>
    <message>
        <source>Write, then press Enter</source>
        <translation>Schrijf en druk op Enter</translation>
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
        <source>Screenshot</source>
        <translation>Schermafbeelding</translation>
    </message>
    <message>
        <source>Record the steps</source>
        <translation>Stappen vastleggen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>You are changing a message that was not sent.</source>
        <translation>U wijzigt een bericht dat niet is verstuurd.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
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
        <source>Sending…</source>
        <translation>Wordt verstuurd…</translation>
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
    <name>Consent</name>
    <message>
        <source>{name} asks to see your screen</source>
        <translation>{name} vraagt uw scherm te zien</translation>
    </message>
    <message>
        <source>Request no. {number}, {subject}.</source>
        <translation>Aanvraag nr. {number}, {subject}.</translation>
    </message>
    <message>
        <source>{name} writes: “{reason}”</source>
        <translation>{name} schrijft: “{reason}”</translation>
    </message>
    <message>
        <source>1. Is this really {name}?</source>
        <translation>1. Is dit echt {name}?</translation>
    </message>
    <message>
        <source>They must give you these two words, by telephone or in the conversation.</source>
        <translation>Deze persoon moet u deze twee woorden geven, aan de telefoon of in de chat.</translation>
    </message>
    <message>
        <source>{name} gave me the same words</source>
        <translation>{name} gaf mij dezelfde woorden</translation>
    </message>
    <message>
        <source>They are different</source>
        <translation>Ze zijn anders</translation>
    </message>
    <message>
        <source>2. What will they see?</source>
        <translation>2. Wat wordt getoond?</translation>
    </message>
    <message>
        <source>The whole screen</source>
        <translation>Het hele scherm</translation>
    </message>
    <message>
        <source>With all that opens on it</source>
        <translation>Met alles wat opengaat</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dit venster</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Gedurende</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>They only look. To use your mouse or your keyboard, they will have to ask you again.</source>
        <translation>Er wordt alleen gekeken. Voor uw muis of toetsenbord moet het u apart gevraagd worden.</translation>
    </message>
    <message>
        <source>All {count} screens</source>
        <translation>Alle {count} schermen</translation>
    </message>
    <message>
        <source>With all that opens on each of them</source>
        <translation>Met alles wat erop opent</translation>
    </message>
    <message>
        <source>Only this screen</source>
        <translation>Alleen dit scherm</translation>
    </message>
    <message>
        <source>You will never be asked for a password or a payment.</source>
        <translation>U wordt nooit om een wachtwoord of een betaling gevraagd.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Weigeren</translation>
    </message>
    <message>
        <source>Let {name} look</source>
        <translation>{name} laten kijken</translation>
    </message>
    <message>
        <source>Without an answer, it is no in {seconds} s.</source>
        <translation>Zonder antwoord is het over {seconds} s nee.</translation>
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
        <source>Message not sent</source>
        <translation>Bericht niet verzonden</translation>
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
        <source>Joined to no. {number}</source>
        <translation>Samengevoegd met nr. {number}</translation>
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
        <source>Not sent: {what} {why}</source>
        <translation>Niet verstuurd: {what} {why}</translation>
    </message>
    <message>
        <source>{done} of {size} sent</source>
        <translation>{done} van {size} verstuurd</translation>
    </message>
    <message>
        <source>{time}, read</source>
        <translation>{time}, gelezen</translation>
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
        <source>it helped.</source>
        <translation>ze heeft geholpen.</translation>
    </message>
    <message>
        <source>it did not help.</source>
        <translation>ze heeft niet geholpen.</translation>
    </message>
    <message>
        <source>it was taken back.</source>
        <translation>ze is teruggedraaid.</translation>
    </message>
    <message>
        <source>it was stopped, nothing was changed.</source>
        <translation>ze is gestopt, er is niets veranderd.</translation>
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
        <source>{name} asked to see one masked value: {value}.</source>
        <translation>{name} vroeg om één afgeschermde waarde: {value}.</translation>
    </message>
    <message>
        <source>{name} asked for your computer report.</source>
        <translation>{name} vroeg om uw computerrapport.</translation>
    </message>
    <message>
        <source>{name} suggested a repair.</source>
        <translation>{name} stelde een herstelling voor.</translation>
    </message>
    <message>
        <source>You sent this value: {value}</source>
        <translation>U hebt deze waarde verstuurd: {value}</translation>
    </message>
    <message>
        <source>You tried the repair: {value}</source>
        <translation>U probeerde de herstelling: {value}</translation>
    </message>
    <message>
        <source>{name} asked to see your screen.</source>
        <translation>{name} vroeg uw scherm te zien.</translation>
    </message>
    <message>
        <source>{name} saw your screen for {value}.</source>
        <translation>{name} zag uw scherm gedurende {value}.</translation>
    </message>
    <message>
        <source>Your screen was not shown to {name}.</source>
        <translation>Uw scherm is niet aan {name} getoond.</translation>
    </message>
    <message>
        <source>You let {name} see your screen.</source>
        <translation>U liet {name} uw scherm zien.</translation>
    </message>
    <message>
        <source>{name} no longer sees your screen.</source>
        <translation>{name} ziet uw scherm niet meer.</translation>
    </message>
    <message>
        <source>{value} of your screen were recorded for {name}.</source>
        <translation>{value} van uw scherm zijn opgenomen voor {name}.</translation>
    </message>
    <message>
        <source>You asked to be called back: {value}.</source>
        <translation>U hebt gevraagd om teruggebeld te worden: {value}.</translation>
    </message>
    <message>
        <source>You said how it went: {value}</source>
        <translation>U zei hoe het ging: {value}</translation>
    </message>
    <message>
        <source>You said “No, thank you”. Nothing was sent.</source>
        <translation>U zei ‘Nee, dank u’. Er is niets verstuurd.</translation>
    </message>
    <message>
        <source>This computer does not know what was asked for. Nothing was sent.</source>
        <translation>Deze computer kent niet wat gevraagd werd. Er is niets verstuurd.</translation>
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
        <source>Recorded steps</source>
        <translation>Vastgelegde stappen</translation>
    </message>
    <message>
        <source>No picture was taken. Take it with your own keys and paste it into the text.</source>
        <translation>Er is geen afbeelding gemaakt. Maak ze met uw eigen toetsen en plak ze in de tekst.</translation>
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
    <name>FindingAnswer</name>
    <message>
        <source>What to do</source>
        <translation>Wat te doen</translation>
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
    <message>
        <source>Previous step</source>
        <translation>Vorige stap</translation>
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
        <source>Talk to a person</source>
        <translation>Met een mens praten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nog eens proberen</translation>
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
        <source>paused: we are waiting for you</source>
        <translation>gepauzeerd: we wachten op u</translation>
    </message>
    <message>
        <source>answer expected {when}</source>
        <translation>antwoord verwacht {when}</translation>
    </message>
    <message>
        <source>solution expected {when}</source>
        <translation>oplossing verwacht {when}</translation>
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
    <name>HelpPage</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
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
    <message>
        <source>Let others find this by my words: “{words}”</source>
        <translation>Laat anderen dit met mijn woorden vinden: “{words}”</translation>
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
        <source>{name}, {email}</source>
        <translation>{name}, {email}</translation>
    </message>
    <message>
        <source>{name}, without an e-mail address</source>
        <translation>{name}, zonder e-mailadres</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>Dat klopt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>This is how IT support will know you.</source>
        <translation>Zo kent de hulp bij IT u.</translation>
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
    <message>
        <source>You will not hear of this again. You can change that in the settings.</source>
        <translation>U hoort hier niets meer over. U kunt dat bij de instellingen wijzigen.</translation>
    </message>
    <message>
        <source>Not now. Nothing was changed.</source>
        <translation>Niet nu. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>It was noticed on this computer too. IT support is working on it.</source>
        <translation>Ook deze computer heeft er last van. De hulp bij IT is ermee bezig.</translation>
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
    <message>
        <source>IT support asks for it. What leaves: the day, which repair, whether it helped. Nothing else.</source>
        <translation>De hulp bij IT vraagt erom. Wat vertrekt: de dag, welke reparatie, of ze hielp. Verder niets.</translation>
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
    <name>Leads</name>
    <message>
        <source>We can do it for you</source>
        <translation>Dat kunnen wij voor u doen</translation>
    </message>
    <message>
        <source>Guided fix, {minutes}. Nothing is changed without your consent.</source>
        <translation>Stapsgewijze hulp, {minutes}. Er verandert niets zonder uw akkoord.</translation>
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
    <name>LockedStage</name>
    <message>
        <source>Locked by your organisation.</source>
        <translation>Vergrendeld door uw organisatie.</translation>
    </message>
    <message>
        <source>“{fix}” is not started here. Nothing was done; a person can help you.</source>
        <translation>‘{fix}’ wordt hier niet gestart. Er is niets gedaan; een mens kan u helpen.</translation>
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
        <source>Stop sending</source>
        <translation>Stoppen met versturen</translation>
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
    <name>NudgeCard</name>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>Do not tell me again</source>
        <translation>Niet meer melden</translation>
    </message>
</context>
<context>
    <name>Opinion</name>
    <message>
        <source>Very well</source>
        <translation>Heel goed</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Matig</translation>
    </message>
    <message>
        <source>Badly</source>
        <translation>Slecht</translation>
    </message>
    <message>
        <source>Very badly</source>
        <translation>Heel slecht</translation>
    </message>
</context>
<context>
    <name>OpinionCard</name>
    <message>
        <source>How did it go?</source>
        <translation>Hoe ging het?</translation>
    </message>
    <message>
        <source>Anything to add? You need not.</source>
        <translation>Iets toe te voegen? Het hoeft niet.</translation>
    </message>
    <message>
        <source>Something to add, if you like</source>
        <translation>Iets toevoegen, als u wilt</translation>
    </message>
    <message>
        <source>Send my opinion</source>
        <translation>Mijn mening sturen</translation>
    </message>
    <message>
        <source>Do not ask me again</source>
        <translation>Niet meer vragen</translation>
    </message>
    <message>
        <source>Optional. {name} will see your answer.</source>
        <translation>Vrijblijvend. {name} ziet uw antwoord.</translation>
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
    <name>PersonRow</name>
    <message>
        <source>You</source>
        <translation>U</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Name and e-mail address</source>
        <translation>Naam en e-mailadres</translation>
    </message>
    <message>
        <source>{name}, {email}</source>
        <translation>{name}, {email}</translation>
    </message>
    <message>
        <source>This is what IT support sees with your requests, and nobody else.</source>
        <translation>Dit ziet de hulp bij IT bij uw aanvragen, en verder niemand.</translation>
    </message>
    <message>
        <source>First name and name</source>
        <translation>Voornaam en naam</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-mailadres</translation>
    </message>
</context>
<context>
    <name>Picked</name>
    <message>
        <source>Your desktop asks you next: pick one window or one screen in its dialog.</source>
        <translation>Daarna vraagt uw bureaublad het zelf: kies daar één venster of één scherm.</translation>
    </message>
    <message>
        <source>Nothing can be covered here: on a whole screen, {name} also sees your password manager.</source>
        <translation>Hier kan niets worden afgedekt: op een heel scherm ziet {name} ook uw wachtwoordbeheer.</translation>
    </message>
    <message>
        <source>They only look. On this desktop, mouse and keyboard cannot be lent.</source>
        <translation>Er wordt alleen gekeken. Op dit bureaublad blijven muis en toetsenbord bij u.</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Pasted picture</source>
        <translation>Geplakte afbeelding</translation>
    </message>
    <message>
        <source>No picture was taken. Take it with your own keys and paste it here.</source>
        <translation>Er is geen afbeelding gemaakt. Maak ze met uw eigen toetsen en plak ze hier.</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Schermafbeelding</translation>
    </message>
</context>
<context>
    <name>ProxyDialog</name>
    <message>
        <source>Your network asks who you are</source>
        <translation>Uw netwerk vraagt wie u bent</translation>
    </message>
    <message>
        <source>Its proxy lets nobody through without a name and a password: mostly those that you sign in to this computer with. They are kept in the key store of this computer, and given to that proxy alone.</source>
        <translation>De proxyserver laat niemand door zonder naam en wachtwoord: meestal die waarmee u zich op deze computer aanmeldt. Ze worden bewaard in de sleutelopslag van deze computer, en alleen aan die proxyserver gegeven.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
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
        <source>Say in a few words what is happening.</source>
        <translation>Zeg in een paar woorden wat er aan de hand is.</translation>
    </message>
    <message>
        <source>This text is too long. Put the rest in a file and attach it.</source>
        <translation>Deze tekst is te lang. Zet de rest in een bestand en stuur het mee.</translation>
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
    <name>ReadingStage</name>
    <message>
        <source>To read: {title}</source>
        <translation>Om te lezen: {title}</translation>
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
    <name>RecordingBar</name>
    <message>
        <source>{keys} stops it too</source>
        <translation>{keys} stopt het ook</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message numerus="yes">
        <source>Your clicks are being recorded: %n step(s)</source>
        <translation>
            <numerusform>Uw klikken worden vastgelegd: %n stap</numerusform>
            <numerusform>Uw klikken worden vastgelegd: %n stappen</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the window you want a picture of</source>
        <translation>Klik op het venster waarvan u een afbeelding wilt</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Message not sent</source>
        <translation>Bericht niet verzonden</translation>
    </message>
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
    <message>
        <source>Search in your requests</source>
        <translation>Zoeken in uw aanvragen</translation>
    </message>
    <message>
        <source>A word, a number</source>
        <translation>Een woord, een nummer</translation>
    </message>
    <message>
        <source>None of your requests kept on this computer holds these words.</source>
        <translation>Geen van uw aanvragen op deze computer bevat deze woorden.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) found</source>
        <translation>
            <numerusform>%n aanvraag gevonden</numerusform>
            <numerusform>%n aanvragen gevonden</numerusform>
        </translation>
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
        <source>My requests</source>
        <translation>Mijn aanvragen</translation>
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
        <source>What you write here is read in request no. {number}</source>
        <translation>Wat u hier schrijft, wordt gelezen in aanvraag nr. {number}</translation>
    </message>
    <message>
        <source>Write to {name}, to open the request again</source>
        <translation>Aan {name} schrijven, om de aanvraag te heropenen</translation>
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
    <message>
        <source>Tell me again</source>
        <translation>Weer melden</translation>
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
        <source>You are asked each time, and can stop at any moment</source>
        <translation>Het wordt u telkens gevraagd, en u kunt op elk moment stoppen</translation>
    </message>
    <message>
        <source>No microphone opens before your yes, each time anew</source>
        <translation>Vóór uw ja gaat geen microfoon aan, elke keer opnieuw</translation>
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
        <source>Give name and password</source>
        <translation>Naam en wachtwoord geven</translation>
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
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Two pages, with pictures. They work without a network.</source>
        <translation>Twee pagina’s met plaatjes. Ook zonder netwerk te lezen.</translation>
    </message>
    <message>
        <source>How Rescousse helps you</source>
        <translation>Hoe Rescousse u helpt</translation>
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
    <message>
        <source>Once a day at most: disk full, password about to end…</source>
        <translation>Hoogstens één keer per dag: schijf vol, wachtwoord verloopt bijna…</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Screen sharing</source>
        <translation>Schermdelen</translation>
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
    <name>SignInRow</name>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Afmelden</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>U bent aangemeld</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Meld u opnieuw aan</translation>
    </message>
    <message>
        <source>Sign in with your organisation</source>
        <translation>Meld u aan met het account van uw organisatie</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>What you write is kept here, and leaves once you have signed in and said that it is yours. Your browser opens.</source>
        <translation>Wat u schrijft, blijft hier en vertrekt zodra u zich hebt aangemeld en hebt gezegd dat het van u is. Uw browser gaat open.</translation>
    </message>
    <message>
        <source>IT support then knows for certain that it is you. Your browser opens.</source>
        <translation>De hulp bij IT weet dan zeker dat u het bent. Uw browser gaat open.</translation>
    </message>
    <message>
        <source>{name}: what {by} confirmed has ended.</source>
        <translation>{name}: wat {by} bevestigde, is verlopen.</translation>
    </message>
    <message>
        <source>{name}, verified by {by}.</source>
        <translation>{name}, geverifieerd door {by}.</translation>
    </message>
    <message>
        <source>It cannot be kept in this computer’s keyring: you will be asked again.</source>
        <translation>De sleutelbos van deze computer kan het niet bewaren: u wordt opnieuw gevraagd.</translation>
    </message>
    <message>
        <source>Opening your browser…</source>
        <translation>Browser wordt geopend…</translation>
    </message>
    <message>
        <source>Go on in your browser, then come back here.</source>
        <translation>Ga verder in uw browser en kom daarna hier terug.</translation>
    </message>
    <message>
        <source>You can sign in at any time, in the settings.</source>
        <translation>U kunt zich altijd aanmelden, bij de instellingen.</translation>
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
        <source>Send to IT support</source>
        <translation>Naar de IT-hulp sturen</translation>
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
    <name>StepQuestion</name>
    <message>
        <source>{name} asks to keep your mouse and your keyboard</source>
        <translation>{name} vraagt uw muis en toetsenbord te mogen houden</translation>
    </message>
    <message>
        <source>{name} asks to point and draw on your screen</source>
        <translation>{name} vraagt op uw scherm aan te wijzen en te tekenen</translation>
    </message>
    <message>
        <source>{name} asks to use your mouse and your keyboard</source>
        <translation>{name} vraagt uw muis en uw toetsenbord te gebruiken</translation>
    </message>
    <message>
        <source>{name} asks to use your clipboard</source>
        <translation>{name} vraagt uw klembord te gebruiken</translation>
    </message>
    <message>
        <source>{name} would like to give you files</source>
        <translation>{name} wil u bestanden geven</translation>
    </message>
    <message>
        <source>{name} asks to talk with you</source>
        <translation>{name} vraagt om met u te praten</translation>
    </message>
    <message>
        <source>{name} asks to record your screen</source>
        <translation>{name} vraagt om uw scherm op te nemen</translation>
    </message>
    <message>
        <source>The film, without sound and {minutes} min long at most, is kept with your request.</source>
        <translation>De film, zonder geluid en hoogstens {minutes} min lang, komt bij uw aanvraag.</translation>
    </message>
    <message>
        <source>They will be kept in {folder} and are not opened.</source>
        <translation>Ze komen in {folder} en worden niet geopend.</translation>
    </message>
    <message>
        <source>Nothing on your computer changes by it.</source>
        <translation>Er verandert niets op uw computer.</translation>
    </message>
    <message>
        <source>Move your mouse: you have it back at once.</source>
        <translation>Beweeg uw muis: u hebt hem meteen terug.</translation>
    </message>
    <message>
        <source>What you copied last can be read as long as you allow it.</source>
        <translation>Wat u het laatst kopieerde, kan gelezen worden zolang u dat toestaat.</translation>
    </message>
    <message>
        <source>You decide later what to do with them.</source>
        <translation>U beslist later wat u ermee doet.</translation>
    </message>
    <message>
        <source>You can stop the recording at any moment, and go on without it.</source>
        <translation>U kunt de opname op elk moment stoppen en zonder opname doorgaan.</translation>
    </message>
    <message>
        <source>Your microphone opens only then. One click mutes it, another ends it.</source>
        <translation>Uw microfoon gaat pas aan na uw ja. Eén klik zet hem uit, een andere beëindigt het gesprek.</translation>
    </message>
    <message>
        <source>Allow for {minutes} min</source>
        <translation>{minutes} min toestaan</translation>
    </message>
    <message>
        <source>Allow {minutes} min more</source>
        <translation>{minutes} min langer toestaan</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Toestaan</translation>
    </message>
    <message>
        <source>No, only look</source>
        <translation>Nee, alleen kijken</translation>
    </message>
    <message>
        <source>No, do not record</source>
        <translation>Nee, niet opnemen</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Step {number}</source>
        <translation>Stap {number}</translation>
    </message>
    <message>
        <source>Picture of step {number}</source>
        <translation>Afbeelding van stap {number}</translation>
    </message>
    <message>
        <source>Sentence of step {number}</source>
        <translation>Zin bij stap {number}</translation>
    </message>
    <message>
        <source>Hide part of it</source>
        <translation>Een deel verbergen</translation>
    </message>
    <message>
        <source>Hide part of the picture of step {number}</source>
        <translation>Een deel van de afbeelding van stap {number} verbergen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove step {number}</source>
        <translation>Stap {number} verwijderen</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>You clicked in a password field. It was not recorded.</source>
        <translation>U hebt in een wachtwoordveld geklikt. Het is niet vastgelegd.</translation>
    </message>
    <message>
        <source>You clicked in a window that is never recorded.</source>
        <translation>U hebt in een venster geklikt dat nooit wordt vastgelegd.</translation>
    </message>
    <message>
        <source>You clicked on “{what}” in “{window}”.</source>
        <translation>U hebt op “{what}” in “{window}” geklikt.</translation>
    </message>
    <message>
        <source>You clicked on “{what}”.</source>
        <translation>U hebt op “{what}” geklikt.</translation>
    </message>
    <message>
        <source>You clicked in “{window}”.</source>
        <translation>U hebt in “{window}” geklikt.</translation>
    </message>
    <message>
        <source>You clicked beside all windows.</source>
        <translation>U hebt naast alle vensters geklikt.</translation>
    </message>
</context>
<context>
    <name>StepsPage</name>
    <message>
        <source>Record the steps</source>
        <translation>Stappen vastleggen</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nieuwe aanvraag</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Terug naar het gesprek</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Steps cannot be recorded on this system. Take a screenshot of each step instead.</source>
        <translation>Op dit systeem kunnen geen stappen worden vastgelegd. Maak in plaats daarvan van elke stap een schermafbeelding.</translation>
    </message>
    <message>
        <source>This window steps aside. Then do what does not work: each click becomes a step, with a picture of the window you clicked. Keys are not recorded, password fields neither. A bar is there all the time; Stop on it ends the recording. You see every step before anything is attached.</source>
        <translation>Dit venster gaat opzij. Doe daarna wat niet werkt: elke klik wordt een stap, met een afbeelding van het venster waarin u klikte. Toetsen worden niet vastgelegd, wachtwoordvelden ook niet. Een balk blijft de hele tijd zichtbaar; “Stoppen” daarop beëindigt de opname. U ziet elke stap voordat er iets wordt bijgevoegd.</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Opname beginnen</translation>
    </message>
    <message>
        <source>No click was recorded.</source>
        <translation>Er is geen klik vastgelegd.</translation>
    </message>
    <message>
        <source>Nothing could be recorded here. Take a screenshot of each step instead.</source>
        <translation>Hier kon niets worden vastgelegd. Maak in plaats daarvan van elke stap een schermafbeelding.</translation>
    </message>
    <message>
        <source>Look the steps through. Nothing has left yet.</source>
        <translation>Kijk de stappen door. Er is nog niets vertrokken.</translation>
    </message>
    <message>
        <source>Drop all of it</source>
        <translation>Alles weggooien</translation>
    </message>
    <message>
        <source>Attach the steps</source>
        <translation>Stappen bijvoegen</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n stap</numerusform>
            <numerusform>%n stappen</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded steps</source>
        <translation>Vastgelegde stappen</translation>
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
        <source>How to avoid it</source>
        <translation>Zo voorkomt u het</translation>
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
    <name>Tools</name>
    <message>
        <source>Tools</source>
        <translation>Hulpmiddelen</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pijl</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Bijsnijden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Remove this mark</source>
        <translation>Deze markering verwijderen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Stop showing my screen</source>
        <translation>Mijn scherm niet meer tonen</translation>
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
    <message>
        <source>A message was not sent</source>
        <translation>Een bericht is niet verzonden</translation>
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
    <message>
        <source>Nothing is lost. Open it to see why.</source>
        <translation>Er is niets verloren. Open het om te zien waarom.</translation>
    </message>
    <message>
        <source>Open Rescousse to see what can be done.</source>
        <translation>Open Rescousse om te zien wat eraan te doen is.</translation>
    </message>
</context>
<context>
    <name>TriedStage</name>
    <message>
        <source>This did not help a moment ago: a person?</source>
        <translation>Dit hielp daarnet niet: een mens?</translation>
    </message>
    <message>
        <source>You tried “{fix}” less than an hour ago. What you tried goes with your request.</source>
        <translation>U hebt ‘{fix}’ minder dan een uur geleden geprobeerd. Wat u hebt geprobeerd gaat mee met uw aanvraag.</translation>
    </message>
</context>
<context>
    <name>TypingLine</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} schrijft</translation>
    </message>
</context>
<context>
    <name>Unasked</name>
    <message>
        <source>You did not ask for help.</source>
        <translation>U hebt niet om hulp gevraagd.</translation>
    </message>
    <message>
        <source>Somebody called “{name}” wanted to see your screen. Nothing was shown.</source>
        <translation>Iemand met de naam “{name}” wilde uw scherm zien. Er is niets getoond.</translation>
    </message>
    <message>
        <source>If somebody is on the telephone and asks for it, hang up. Then call IT support on the number you know.</source>
        <translation>Als iemand er aan de telefoon om vraagt, hang op. Bel dan de hulp bij IT op het nummer dat u kent.</translation>
    </message>
    <message>
        <source>It stands in your journal.</source>
        <translation>Het staat in uw logboek.</translation>
    </message>
    <message>
        <source>I have understood</source>
        <translation>Begrepen</translation>
    </message>
</context>
<context>
    <name>UnclaimedCard</name>
    <message>
        <source>Written on this computer before you signed in. It leaves only once you say that it is yours.</source>
        <translation>Dit is op deze computer geschreven voordat u zich aanmeldde. Er vertrekt niets voordat u zegt dat het van u is.</translation>
    </message>
    <message>
        <source>Are these yours?</source>
        <translation>Is dit van u?</translation>
    </message>
</context>
<context>
    <name>UnclaimedRow</name>
    <message>
        <source>Without a subject</source>
        <translation>Zonder onderwerp</translation>
    </message>
    <message>
        <source>It is mine</source>
        <translation>Dit is van mij</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>Niet van mij</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>Yes, delete</source>
        <translation>Ja, verwijderen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>A request, written {moment}</source>
        <translation>Een verzoek, geschreven {moment}</translation>
    </message>
    <message>
        <source>A message, written {moment}</source>
        <translation>Een bericht, geschreven {moment}</translation>
    </message>
    <message>
        <source>Said {moment}</source>
        <translation>Een antwoord, gegeven {moment}</translation>
    </message>
    <message>
        <source>Not yours: kept here, unsent, for whoever wrote it.</source>
        <translation>Niet van u: dit blijft hier, onverzonden, voor wie het schreef.</translation>
    </message>
    <message>
        <source>Delete it for good? Nobody can bring it back.</source>
        <translation>Voorgoed verwijderen? Niemand kan het terughalen.</translation>
    </message>
</context>
<context>
    <name>ValueQuestion</name>
    <message>
        <source>Send this value to {name}?</source>
        <translation>Deze waarde naar {name} sturen?</translation>
    </message>
    <message>
        <source>It will stand in your request, where the IT support team can read it.</source>
        <translation>Ze komt in uw aanvraag te staan, waar het IT-team ze kan lezen.</translation>
    </message>
    <message>
        <source>Send this value</source>
        <translation>Deze waarde versturen</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Niet versturen</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Mute my microphone</source>
        <translation>Mijn microfoon uitzetten</translation>
    </message>
    <message>
        <source>Turn my microphone on</source>
        <translation>Mijn microfoon aanzetten</translation>
    </message>
    <message>
        <source>Look for a microphone again</source>
        <translation>Opnieuw een microfoon zoeken</translation>
    </message>
    <message>
        <source>Nobody hears anything until it goes on.</source>
        <translation>Niemand hoort iets tot het verdergaat.</translation>
    </message>
    <message>
        <source>{name} hears you.</source>
        <translation>{name} hoort u.</translation>
    </message>
    <message>
        <source>Your microphone is off.</source>
        <translation>Uw microfoon staat uit.</translation>
    </message>
    <message>
        <source>No microphone was found: {name} does not hear you.</source>
        <translation>Er is geen microfoon gevonden: {name} hoort u niet.</translation>
    </message>
    <message>
        <source>No loudspeaker was found: you do not hear {name}.</source>
        <translation>Er is geen luidspreker gevonden: u hoort {name} niet.</translation>
    </message>
    <message>
        <source>The microphone of {name} is off.</source>
        <translation>De microfoon van {name} staat uit.</translation>
    </message>
    <message>
        <source>You hear {name}.</source>
        <translation>U hoort {name}.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>You can close this window or go on working. You will be told as soon as somebody answers.</source>
        <translation>U kunt dit venster sluiten of verder werken. U hoort het zodra iemand antwoordt.</translation>
    </message>
    <message>
        <source>What you can try meanwhile</source>
        <translation>Wat u intussen kunt proberen</translation>
    </message>
    <message>
        <source>Your request is number {rank} in line.</source>
        <translation>Uw aanvraag staat op plaats {rank} in de wachtrij.</translation>
    </message>
    <message>
        <source>Your request is next.</source>
        <translation>Uw aanvraag is als volgende aan de beurt.</translation>
    </message>
    <message>
        <source>Usually answered within about {time}.</source>
        <translation>Meestal komt het antwoord binnen ongeveer {time}.</translation>
    </message>
</context>
<context>
    <name>WayBackCard</name>
    <message>
        <source>Back to normal</source>
        <translation>Terug naar normaal</translation>
    </message>
    <message>
        <source>Undo the repair</source>
        <translation>Reparatie ongedaan maken</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Terugdraaien</translation>
    </message>
    <message>
        <source>Possible until {date}</source>
        <translation>Mogelijk tot {date}</translation>
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
