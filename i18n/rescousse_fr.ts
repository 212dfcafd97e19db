<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ArticlePage</name>
    <message>
        <source>Ask a person</source>
        <translation>Demander à une personne</translation>
    </message>
    <message>
        <source>That was not it?</source>
        <translation>Ce n’était pas cela ?</translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation>Retour à la recherche</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Also attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drop files here, or paste a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>État du poste</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window steps aside first. You see the picture before it leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See and change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See and change the computer report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n guided fix(es) tried</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallButton</name>
    <message>
        <source>Talk to someone</source>
        <translation>Parler à quelqu’un</translation>
    </message>
</context>
<context>
    <name>ClearQuestion</name>
    <message>
        <source>Clear everything you have written here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Effacer le texte</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposePage</name>
    <message>
        <source>New request</source>
        <translation>Nouvelle demande</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>Draft saved at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send as soon as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is kept on this computer as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files to attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentStage</name>
    <message>
        <source>What we found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save your work first: programs will be closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>new message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves when the network is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Résolue</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>In progress, with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>{time}, received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, waiting for the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, we are checking whether it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>État du poste</translation>
    </message>
    <message>
        <source>{name} has taken your request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} says that it is solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that it is solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your request is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is waiting for your reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sent your computer report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your request has moved on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Rescousse ran into a problem.</source>
        <translation>Rescousse a rencontré un problème.</translation>
    </message>
    <message>
        <source>Your requests and drafts are safe. Nothing was sent: you can read the report below.</source>
        <translation>Vos demandes et vos brouillons sont conservés. Rien n’a été envoyé : vous pouvez lire le rapport ci-dessous.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Send it with a request</source>
        <translation>L’envoyer avec une demande</translation>
    </message>
</context>
<context>
    <name>Enclosures</name>
    <message>
        <source>No longer there: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files to attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop does not let us take it. Take it with your own keys and paste it into the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndStage</name>
    <message>
        <source>If it still does not work, ask a person: what was checked goes with your request.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixFrame</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>See the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) tried</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Step {position} of {steps}, about {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixPage</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not really fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be called back</source>
        <translation>Être rappelé</translation>
    </message>
    <message>
        <source>Send to a technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Demander à une personne</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put everything back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop puts everything back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is being put back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandoverStage</name>
    <message>
        <source>What goes with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was tried, and its result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your computer’s report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>« {words} »</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone will answer you here. You can close the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>Someone will answer you here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer expected {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is solved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Hello</source>
        <translation>Bonjour</translation>
    </message>
    <message>
        <source>What’s going wrong?</source>
        <translation>Qu’est-ce qui ne va pas ?</translation>
    </message>
    <message>
        <source>Say it in your own words, e.g. “the printer won’t print”</source>
        <translation>Dites-le avec vos mots, par exemple « l’imprimante n’imprime plus »</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>the printer won’t print</source>
        <translation>l’imprimante n’imprime plus</translation>
    </message>
    <message>
        <source>Internet, Wi-Fi</source>
        <translation>Internet, Wi-Fi</translation>
    </message>
    <message>
        <source>no internet</source>
        <translation>pas d’internet</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Messagerie</translation>
    </message>
    <message>
        <source>email</source>
        <translation>messagerie</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>Sound and video</source>
        <translation>Son et visio</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>pas de son</translation>
    </message>
    <message>
        <source>Slow computer</source>
        <translation>Lenteurs</translation>
    </message>
    <message>
        <source>slow computer</source>
        <translation>ordinateur lent</translation>
    </message>
    <message>
        <source>An app</source>
        <translation>Un logiciel</translation>
    </message>
    <message>
        <source>app frozen</source>
        <translation>logiciel bloqué</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Hello {name}</source>
        <translation>Bonjour {name}</translation>
    </message>
    <message>
        <source>Tell me when it is fixed</source>
        <translation>Me prévenir quand c’est réglé</translation>
    </message>
    <message>
        <source>Since {moment}.</source>
        <translation>Depuis {moment}.</translation>
    </message>
    <message>
        <source>We will tell you when it is fixed.</source>
        <translation>Nous vous préviendrons quand ce sera réglé.</translation>
    </message>
    <message>
        <source>A guided fix was left in the middle.</source>
        <translation>Une aide guidée est restée en cours de route.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>La reprendre</translation>
    </message>
    <message>
        <source>Nothing more was changed. You can finish it or take it back.</source>
        <translation>Rien d’autre n’a été modifié. Vous pouvez la terminer ou revenir en arrière.</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Everything IT support was sent, saw or changed. This journal stays on this computer.</source>
        <translation>Tout ce qui a été envoyé, vu ou modifié par l’assistance. Ce journal reste sur ce poste.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Regardé</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message numerus="yes">
        <source>%n can be undone</source>
        <translation>
            <numerusform>dont %n annulable</numerusform>
            <numerusform>dont %n annulables</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent, last 30 days</source>
        <translation>Envoyé, 30 derniers jours</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Screen looked at</source>
        <translation>Écran regardé</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Réparations</translation>
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
        <translation>Afficher plus</translation>
    </message>
    <message>
        <source>Nothing of that kind was written down.</source>
        <translation>Rien de ce genre n’a été noté.</translation>
    </message>
    <message>
        <source>As soon as something is sent, looked at or changed, it is written down here.</source>
        <translation>Dès que quelque chose est envoyé, regardé ou modifié, c’est noté ici.</translation>
    </message>
    <message>
        <source>Nothing has left this computer.</source>
        <translation>Rien n’a quitté ce poste.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>See what was sent</source>
        <translation>Voir ce qui est parti</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Remis comme avant.</translation>
    </message>
    <message>
        <source>These are the very bytes that left.</source>
        <translation>Voici exactement ce qui est parti, octet pour octet.</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Exporter le journal</translation>
    </message>
    <message>
        <source>The journal was exported.</source>
        <translation>Le journal est exporté.</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open a page of {host} in your browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {name}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message did not leave. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyComputerPage</name>
    <message>
        <source>Check again</source>
        <translation>Vérifier de nouveau</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mon poste</translation>
    </message>
    <message>
        <source>We are having a look…</source>
        <translation>Nous regardons…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Checked {moment}.</source>
        <translation>Vérifié {moment}.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) deserve your attention.</source>
        <translation>
            <numerusform>%n point mérite votre attention.</numerusform>
            <numerusform>%n points méritent votre attention.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing deserves your attention.</source>
        <translation>Rien ne demande votre attention.</translation>
    </message>
    <message>
        <source>Recent repairs</source>
        <translation>Réparations récentes</translation>
    </message>
    <message>
        <source>See the report</source>
        <translation>Voir la fiche</translation>
    </message>
    <message>
        <source>Everything that could be sent with a request; you choose what leaves.</source>
        <translation>Tout ce qui peut accompagner une demande ; c’est vous qui choisissez ce qui part.</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>En détail</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>État du poste</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>À régler</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>We tell you only when something deserves your attention.</source>
        <translation>Nous vous prévenons seulement si quelque chose mérite votre attention.</translation>
    </message>
    <message>
        <source>Your computer is fine.</source>
        <translation>Votre poste va bien.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Remis comme avant.</translation>
    </message>
    <message>
        <source>Can be undone until {date}.</source>
        <translation>Annulable jusqu’au {date}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>{page}, {count} unread</source>
        <translation>{page}, {count} non lue(s)</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>You can also try a shorter word:</source>
        <translation>Vous pouvez aussi essayer un mot plus court :</translation>
    </message>
    <message>
        <source>We have no ready-made help for this yet.</source>
        <translation>Nous n’avons pas encore d’aide toute prête pour cela.</translation>
    </message>
    <message>
        <source>Your sentence is enough. Send it as it is: a person will read it and answer you here.</source>
        <translation>Votre phrase suffit. Envoyez-la telle quelle : une personne la lira et vous répondra ici.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>« {words} »</translation>
    </message>
    <message>
        <source>Send to a person</source>
        <translation>Envoyer à une personne</translation>
    </message>
    <message>
        <source>Chat now</source>
        <translation>Discuter maintenant</translation>
    </message>
</context>
<context>
    <name>PayloadView</name>
    <message>
        <source>These are the very bytes that leave, nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly what leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, SHA-256 {digest}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Talk to someone</source>
        <translation>Parler à quelqu’un</translation>
    </message>
    <message>
        <source>Write to us</source>
        <translation>Nous écrire</translation>
    </message>
    <message>
        <source>is taking care of your request</source>
        <translation>s’occupe de votre demande</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Opens {moment}</source>
        <translation>Ouvre {moment}</translation>
    </message>
    <message>
        <source>Leave a message</source>
        <translation>Laisser un message</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) available</source>
        <translation>
            <numerusform>%n personne disponible</numerusform>
            <numerusform>%n personnes disponibles</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone is busy right now</source>
        <translation>Tout le monde est occupé</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discuter</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Pas encore relié</translation>
    </message>
    <message>
        <source>The help desk cannot be reached. By telephone:</source>
        <translation>L’assistance est injoignable. Par téléphone :</translation>
    </message>
    <message>
        <source>Carry on, nothing will be lost.</source>
        <translation>Continuez, rien ne sera perdu.</translation>
    </message>
    <message>
        <source>Reply in about {wait}</source>
        <translation>Réponse en {wait} environ</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>What is happening?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is held up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can you work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We take these cases first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here, in writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By calling me back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How shall we answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words what is happening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long. Put the rest in a file and attach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the number on which we can reach you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some digits are missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>A file of {size}, which is not text.</source>
        <translation>Un fichier de {size}, qui n’est pas du texte.</translation>
    </message>
    <message>
        <source>Only the beginning is shown; all of it was {size}.</source>
        <translation>Seul le début est affiché ; le tout faisait {size}.</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Back to home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your request has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request no. {number}</source>
        <translation>Demande n° {number}</translation>
    </message>
    <message>
        <source>Your request is leaving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its number is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your request is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves by itself as soon as the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close the window: the answer will be shown to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer expected {when}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Your request is kept on this computer and leaves by itself as soon as the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline. Carry on, nothing will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>No request yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If something does not work, say it in your own words: we look for an immediate solution first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Demander de l’aide</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nouvelle demande</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Try now</source>
        <translation>À essayer maintenant</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>À lire</translation>
    </message>
    <message>
        <source>Guided fix, {minutes}. Nothing is changed without your consent.</source>
        <translation>Aide guidée, {minutes}. Rien n’est modifié sans votre accord.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>{minutes} to read</source>
        <translation>{minutes} de lecture</translation>
    </message>
</context>
<context>
    <name>ReviewFrame</name>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly what leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a word or a name in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a word, a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask all of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line to mask or show it. A masked value is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what you send to IT support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves without your yes. Personal data that was recognised is already masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your computer report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this leaves unless you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nouvelle demande</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mon poste</translation>
    </message>
    <message>
        <source>We are looking at your computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask “{words}” everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>IT support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to {name}, to open the request again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Space masks or shows the line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>masked: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunningStage</name>
    <message>
        <source>You can go on working. What comes next appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We only look. Nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping. Everything is being put back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the text</source>
        <translation>Effacer le texte</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>What’s going wrong?</source>
        <translation>Qu’est-ce qui ne va pas ?</translation>
    </message>
    <message>
        <source>Say it in your own words</source>
        <translation>Dites-le avec vos mots</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Demander à une personne</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discuter</translation>
    </message>
    <message>
        <source>Send a request</source>
        <translation>Envoyer une demande</translation>
    </message>
    <message>
        <source>You get a written answer here</source>
        <translation>La réponse arrive ici, par écrit</translation>
    </message>
    <message>
        <source>Be called back</source>
        <translation>Être rappelé</translation>
    </message>
    <message>
        <source>On the number you give</source>
        <translation>Au numéro que vous donnez</translation>
    </message>
    <message>
        <source>Nothing is known to be down at the moment.</source>
        <translation>Aucune panne connue en ce moment.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvrir</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>effacer</translation>
    </message>
    <message>
        <source>Leaves as soon as the help desk can be reached</source>
        <translation>Partira dès que l’assistance répondra</translation>
    </message>
    <message>
        <source>Opens {moment}</source>
        <translation>Ouvre {moment}</translation>
    </message>
    <message>
        <source>With the people on duty</source>
        <translation>Avec les personnes présentes</translation>
    </message>
</context>
<context>
    <name>SectionRow</name>
    <message>
        <source>Send {section}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Messages and start-up</source>
        <translation>Messages et démarrage</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Your IT team has relaxed a protection.</source>
        <translation>Votre organisation a assoupli une protection.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>{size}%</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>On top of the system’s own setting</source>
        <translation>S’ajoute au réglage du système</translation>
    </message>
    <message>
        <source>Shift and Enter start a new line</source>
        <translation>Maj et Entrée vont à la ligne</translation>
    </message>
    <message>
        <source>Stays quietly near the clock</source>
        <translation>Reste discret près de l’horloge</translation>
    </message>
    <message>
        <source>Exact names and figures beside the plain words</source>
        <translation>Les noms et chiffres exacts, à côté des mots simples</translation>
    </message>
    <message>
        <source>Set by your IT team</source>
        <translation>Réglé par votre service informatique</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Vérifier la liaison</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Pas encore relié</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Quit Rescousse</source>
        <translation>Quitter Rescousse</translation>
    </message>
    <message>
        <source>Rescousse {version}</source>
        <translation>Rescousse {version}</translation>
    </message>
    <message>
        <source>Free software: GPL 3 or later.</source>
        <translation>Logiciel libre : GPL 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nouvelle demande</translation>
    </message>
    <message>
        <source>Home, My requests, My computer</source>
        <translation>Accueil, Mes demandes, Mon poste</translation>
    </message>
    <message>
        <source>From one part of the window to the next</source>
        <translation>D’une partie de la fenêtre à la suivante</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Shot</name>
    <message>
        <source>Screenshot, small</source>
        <translation type="unfinished"></translation>
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
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mon poste</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>SnapshotPage</name>
    <message>
        <source>Found: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{sections} of {total} sections, {items} items, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) masked, unreadable for IT support</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach to my request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked everywhere: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{stage}, step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Résolue</translation>
    </message>
</context>
<context>
    <name>SuccessStage</name>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was this help useful?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a person to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. Your answer is noted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n point(s) to complete before sending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TechnicalDetail</name>
    <message>
        <source>See the technical detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the technical detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>That did not work. Nothing was lost. Please try again later.</source>
        <translation>Cela n’a pas marché. Rien n’a été perdu. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Prise en charge</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Résolue</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Attend votre réponse</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>See %n earlier line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{hour}:00</source>
        <translation>{hour} h</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <translation>{hour} h {minute}</translation>
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
        <translation>Aujourd’hui, {date}</translation>
    </message>
    <message>
        <source>Yesterday, {date}</source>
        <translation>Hier, {date}</translation>
    </message>
    <message>
        <source>{weekday}, {date}</source>
        <translation>{weekday} {date}</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>hier à {time}</translation>
    </message>
    <message>
        <source>tomorrow at {time}</source>
        <translation>demain à {time}</translation>
    </message>
    <message>
        <source>{weekday} at {time}</source>
        <translation>{weekday} à {time}</translation>
    </message>
    <message>
        <source>{date} at {time}</source>
        <translation>le {date} à {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>il y a {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>il y a {hours} h</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>avant {time}</translation>
    </message>
    <message>
        <source>before {moment}</source>
        <translation>avant {moment}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Ask for help</source>
        <translation>Demander de l’aide</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mon poste</translation>
    </message>
    <message>
        <source>Do not disturb for 1 h</source>
        <translation>Ne pas déranger pendant 1 h</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Answer from {name}, no. {number}</source>
        <translation>Réponse de {name}, n° {number}</translation>
    </message>
    <message>
        <source>Rescousse: {status}</source>
        <translation>Rescousse : {status}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n message(s) kept</source>
        <translation>
            <numerusform>Hors ligne, %n message gardé</numerusform>
            <numerusform>Hors ligne, %n messages gardés</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message numerus="yes">
        <source>%n unread answer(s)</source>
        <translation>
            <numerusform>%n réponse non lue</numerusform>
            <numerusform>%n réponses non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected to IT support</source>
        <translation>Connecté à l’assistance</translation>
    </message>
    <message>
        <source>{name} answered you</source>
        <translation>{name} vous a répondu</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Request no. {number}</source>
        <translation>Demande n° {number}</translation>
    </message>
</context>
<context>
    <name>_ComputerCard</name>
    <message>
        <source>See all</source>
        <translation>Tout voir</translation>
    </message>
    <message>
        <source>Your computer</source>
        <translation>Votre poste</translation>
    </message>
    <message>
        <source>We are having a look…</source>
        <translation>Nous regardons…</translation>
    </message>
    <message>
        <source>We could not look at it just now.</source>
        <translation>Nous n’avons pas pu regarder pour l’instant.</translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s)</source>
        <translation>
            <numerusform>%n autre point</numerusform>
            <numerusform>%n autres points</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything else is fine</source>
        <translation>Pour le reste, tout va bien</translation>
    </message>
    <message>
        <source>Your computer is fine</source>
        <translation>Votre poste va bien</translation>
    </message>
</context>
<context>
    <name>_RequestCard</name>
    <message>
        <source>Not sent yet</source>
        <translation>Pas encore partie</translation>
    </message>
    <message>
        <source>Your request</source>
        <translation>Votre demande</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message numerus="yes">
        <source>%n other request(s)</source>
        <translation>
            <numerusform>%n autre demande</numerusform>
            <numerusform>%n autres demandes</numerusform>
        </translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>n° {number}</translation>
    </message>
    <message>
        <source>{name} answered you {ago}</source>
        <translation>{name} vous a répondu {ago}</translation>
    </message>
    <message>
        <source>{name} is taking care of it</source>
        <translation>{name} s’en occupe</translation>
    </message>
    <message>
        <source>You wrote {ago}. Someone will answer you here.</source>
        <translation>Vous avez écrit {ago}. Une personne vous répondra ici.</translation>
    </message>
    <message>
        <source>It will leave as soon as the help desk can be reached.</source>
        <translation>Elle partira dès que l’assistance répondra.</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put back as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number}: {title}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
