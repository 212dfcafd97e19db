<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutRow</name>
    <message>
        <source>Rescousse {version}</source>
        <translation>Rescousse {version}</translation>
    </message>
    <message>
        <source>Accessibility: partly conforms</source>
        <translation>Accessibilité&#xa0;: partiellement conforme</translation>
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
        <source>Version {version} is out. IT support installs it; you need not do anything. {about}</source>
        <translation>La version {version} est sortie. L’assistance l’installe ; vous n’avez rien à faire. {about}</translation>
    </message>
    <message>
        <source>Free software: GPL 3 or later.</source>
        <translation>Logiciel libre : GPL 3 ou ultérieure.</translation>
    </message>
</context>
<context>
    <name>Along</name>
    <message>
        <source>{name} asks to look at your screen too</source>
        <translation>{name} demande à regarder aussi votre écran</translation>
    </message>
    <message>
        <source>2. What will they see?</source>
        <translation>2. Que sera-t-il montré&#x202f;?</translation>
    </message>
    <message>
        <source>What you pick in your desktop’s dialog, no longer than {host}. They cannot ask for more.</source>
        <translation>Ce que vous choisirez quand votre bureau vous interrogera, pas plus longtemps que pour {host}. Rien de plus ne pourra vous être demandé.</translation>
    </message>
    <message>
        <source>The same as {host}, and no longer. They only look, and cannot ask for more.</source>
        <translation>La même chose que {host}, et pas plus longtemps. Votre écran est seulement regardé, rien de plus ne pourra vous être demandé.</translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>Show what counts, hide the rest</source>
        <translation>Montrez ce qui compte, cachez le reste</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nouvelle demande</translation>
    </message>
    <message>
        <source>A masked area is blackened in the picture itself: nobody can get it back.</source>
        <translation>Une zone masquée est noircie dans l’image elle-même : personne ne peut la retrouver.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Utiliser cette image</translation>
    </message>
    <message>
        <source>Back to the steps</source>
        <translation>Retour aux étapes</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Retour à la conversation</translation>
    </message>
    <message>
        <source>Draw a box around what counts. With keys: Enter, then the arrows.</source>
        <translation>Entourez ce qui compte. Au clavier : Entrée, puis les flèches.</translation>
    </message>
    <message>
        <source>Draw from the tail to the tip. With keys: Enter, then the arrows.</source>
        <translation>Tracez de l’origine vers la pointe. Au clavier : Entrée, puis les flèches.</translation>
    </message>
    <message>
        <source>Click where the words should stand. With keys: Enter.</source>
        <translation>Cliquez là où le texte doit se trouver. Au clavier : Entrée.</translation>
    </message>
    <message>
        <source>Draw over what nobody should read. With keys: Enter, then the arrows.</source>
        <translation>Couvrez ce que personne ne doit lire. Au clavier : Entrée, puis les flèches.</translation>
    </message>
    <message>
        <source>Draw around the part to keep. With keys: Enter, then the arrows.</source>
        <translation>Encadrez la partie à garder. Au clavier : Entrée, puis les flèches.</translation>
    </message>
    <message numerus="yes">
        <source>%n masked area(s)</source>
        <translation>
            <numerusform>%n zone masquée</numerusform>
            <numerusform>%n zones masquées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n cadre</numerusform>
            <numerusform>%n cadres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arrow(s)</source>
        <translation>
            <numerusform>%n flèche</numerusform>
            <numerusform>%n flèches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n texte</numerusform>
            <numerusform>%n textes</numerusform>
        </translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>recadrée</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Rien n’est encore dessiné</translation>
    </message>
    <message>
        <source>Picture: {marks}</source>
        <translation>Image : {marks}</translation>
    </message>
</context>
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
        <source>Back to the request</source>
        <translation>Retour à la demande</translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation>Retour à la recherche</translation>
    </message>
    <message>
        <source>Back to my computer</source>
        <translation>Retour à Mon poste</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>{name} asks to see one masked value</source>
        <translation>{name} demande à voir une valeur masquée</translation>
    </message>
    <message>
        <source>You see it first. Nothing leaves without your yes.</source>
        <translation>Vous la voyez d’abord. Rien ne part sans votre accord.</translation>
    </message>
    <message>
        <source>See the value</source>
        <translation>Voir la valeur</translation>
    </message>
    <message>
        <source>{name} asks for your computer report</source>
        <translation>{name} demande l’état de votre poste</translation>
    </message>
    <message>
        <source>The state of your computer</source>
        <translation>L’état de votre poste</translation>
    </message>
    <message>
        <source>You look it through first. Nothing leaves without your yes.</source>
        <translation>Vous le relisez d’abord. Rien ne part sans votre accord.</translation>
    </message>
    <message>
        <source>Look it through</source>
        <translation>Relire avant d’envoyer</translation>
    </message>
    <message>
        <source>{name} suggests a repair</source>
        <translation>{name} vous propose une réparation</translation>
    </message>
    <message>
        <source>This computer does not have that repair.</source>
        <translation>Ce poste n’a pas cette réparation.</translation>
    </message>
    <message>
        <source>Nothing changes without your yes. {name} will see whether it helped.</source>
        <translation>Rien ne change sans votre accord. {name} verra si cela a aidé.</translation>
    </message>
    <message>
        <source>See the repair</source>
        <translation>Voir la réparation</translation>
    </message>
    <message>
        <source>{name} asks to see your screen</source>
        <translation>{name} demande à voir votre écran</translation>
    </message>
    <message>
        <source>View only, one window if you like</source>
        <translation>Regarder seulement, une seule fenêtre si vous voulez</translation>
    </message>
    <message>
        <source>You check two words with {name} first. You can stop at any moment.</source>
        <translation>Vous vérifiez d’abord deux mots avec {name}. Vous pouvez arrêter à tout moment.</translation>
    </message>
    <message>
        <source>Choose what to show</source>
        <translation>Choisir ce que je montre</translation>
    </message>
    <message>
        <source>You tried it already, {when}. It helped then.</source>
        <translation>Vous l’avez déjà essayée, {when}. Elle avait aidé.</translation>
    </message>
    <message>
        <source>You tried it already, {when}, and took it back.</source>
        <translation>Vous l’avez déjà essayée, {when}, puis annulée.</translation>
    </message>
    <message>
        <source>You began it already, {when}, and stopped it.</source>
        <translation>Vous l’avez déjà commencée, {when}, puis arrêtée.</translation>
    </message>
    <message>
        <source>You tried it already, {when}. It did not help.</source>
        <translation>Vous l’avez déjà essayée, {when}. Elle n’avait pas aidé.</translation>
    </message>
</context>
<context>
    <name>AskedCard</name>
    <message>
        <source>No, thank you</source>
        <translation>Non merci</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Il manque quelque chose ici.</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Also attached</source>
        <translation>Aussi joint</translation>
    </message>
    <message>
        <source>Record the steps</source>
        <translation>Enregistrer les étapes</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Ajouter un fichier</translation>
    </message>
    <message>
        <source>You can also drop files here, or paste a picture.</source>
        <translation>Vous pouvez aussi déposer des fichiers ici, ou coller une image.</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>État du poste</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Ce qui a été essayé</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Capture d’écran</translation>
    </message>
    <message>
        <source>Take a screenshot</source>
        <translation>Faire une capture</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the screenshot</source>
        <translation>Retirer la capture d’écran</translation>
    </message>
    <message>
        <source>Only one window</source>
        <translation>Une seule fenêtre</translation>
    </message>
    <message>
        <source>This window steps aside first. You see the picture before it leaves.</source>
        <translation>Cette fenêtre se cache d’abord. Vous voyez l’image avant qu’elle parte.</translation>
    </message>
    <message>
        <source>See and change</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>See and change the computer report</source>
        <translation>Vérifier l’état du poste</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>Refaire</translation>
    </message>
    <message numerus="yes">
        <source>%n guided fix(es) tried</source>
        <translation>
            <numerusform>%n aide guidée essayée</numerusform>
            <numerusform>%n aides guidées essayées</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Retirer {name}</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Take it back</source>
        <translation>Reprendre la main</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discuter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>{key} brings the keyboard here, Ctrl and the arrows move it.</source>
        <translation>{key} amène le clavier ici, Ctrl et les flèches la déplacent.</translation>
    </message>
    <message>
        <source>Without {name}</source>
        <translation>Sans {name}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>Tout arrêter</translation>
    </message>
    <message>
        <source>Paused: {name} sees a still picture</source>
        <translation>En pause&#xa0;: {name} voit une image fixe</translation>
    </message>
    <message>
        <source>Waiting for the line to {name}</source>
        <translation>Liaison avec {name} en cours</translation>
    </message>
    <message>
        <source>You have the mouse, {name} waits</source>
        <translation>Vous avez la main, {name} attend</translation>
    </message>
    <message>
        <source>{name} uses your mouse and keyboard</source>
        <translation>{name} utilise votre souris et votre clavier</translation>
    </message>
    <message>
        <source>{name} looks at this window</source>
        <translation>{name} regarde cette fenêtre</translation>
    </message>
    <message>
        <source>{name} looks at your screen</source>
        <translation>{name} regarde votre écran</translation>
    </message>
    <message>
        <source>{said}, {guest} looks too</source>
        <translation>{said}, {guest} regarde aussi</translation>
    </message>
    <message>
        <source>The screen is being recorded.</source>
        <translation>L’écran est enregistré.</translation>
    </message>
    <message>
        <source>Control: {control} still. Sharing: {look}.</source>
        <translation>Contrôle&#xa0;: encore {control}. Partage&#xa0;: {look}.</translation>
    </message>
    <message>
        <source>{time} still</source>
        <translation>Encore {time}</translation>
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
        <translation>Ne plus montrer</translation>
    </message>
    <message>
        <source>No more clipboard</source>
        <translation>Fermer le presse-papiers</translation>
    </message>
    <message>
        <source>No more files</source>
        <translation>Plus de fichiers</translation>
    </message>
    <message>
        <source>No more talking</source>
        <translation>Ne plus se parler</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Arrêter l’enregistrement</translation>
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
    <name>CallForm</name>
    <message>
        <source>Call me back</source>
        <translation>Rappelez-moi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>CallMeBack</name>
    <message>
        <source>Call me back</source>
        <translation>Rappelez-moi</translation>
    </message>
    <message>
        <source>Prefer not to wait?</source>
        <translation>Vous préférez ne pas attendre ?</translation>
    </message>
    <message>
        <source>Change the call</source>
        <translation>Modifier le rappel</translation>
    </message>
</context>
<context>
    <name>CallWish</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Write the number on which we can reach you.</source>
        <translation>Indiquez le numéro où vous joindre.</translation>
    </message>
    <message>
        <source>Some digits are missing.</source>
        <translation>Il manque des chiffres.</translation>
    </message>
    <message>
        <source>We call you back on {telephone}. {when}.</source>
        <translation>Nous vous rappelons au {telephone}. {when}.</translation>
    </message>
    <message>
        <source>{telephone}, {when}</source>
        <translation>{telephone}, {when}</translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation>Dès que possible</translation>
    </message>
    <message>
        <source>{start} until {end}</source>
        <translation>{start}, jusqu’à {end}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Text on the picture</source>
        <translation>Texte sur l’image</translation>
    </message>
    <message>
        <source>Write, then press Enter</source>
        <translation>Écrivez, puis Entrée</translation>
    </message>
</context>
<context>
    <name>ChangedView</name>
    <message>
        <source>Compare with another day</source>
        <translation>Comparer avec un autre jour</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>Il n’y a encore rien à comparer.</translation>
    </message>
    <message>
        <source>Each day a small report is kept on this computer, and nowhere else.</source>
        <translation>Chaque jour, une petite fiche est gardée sur ce poste, et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Depuis le {day}</translation>
    </message>
    <message>
        <source>The likeliest cause comes first.</source>
        <translation>Le plus probable est en premier.</translation>
    </message>
    <message>
        <source>Compared with a report kept on this computer.</source>
        <translation>Comparé avec une fiche gardée sur ce poste.</translation>
    </message>
    <message numerus="yes">
        <source>{kind}: %n more</source>
        <translation>
            <numerusform>{kind}&#xa0;: %n autre</numerusform>
            <numerusform>{kind}&#xa0;: %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of what we look at has changed.</source>
        <translation>Rien de ce que nous regardons n’a changé.</translation>
    </message>
</context>
<context>
    <name>ClearQuestion</name>
    <message>
        <source>Clear everything you have written here?</source>
        <translation>Effacer tout ce que vous avez écrit ici ?</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Effacer le texte</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Garder mon texte</translation>
    </message>
</context>
<context>
    <name>ComposeFace</name>
    <message>
        <source>New request</source>
        <translation>Nouvelle demande</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Envoyer la demande</translation>
    </message>
    <message>
        <source>Send as soon as possible</source>
        <translation>Envoyer dès que possible</translation>
    </message>
    <message>
        <source>Your text is kept on this computer as you type.</source>
        <translation>Votre texte est gardé sur ce poste au fur et à mesure.</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>Le texte est copié.</translation>
    </message>
</context>
<context>
    <name>ComposePage</name>
    <message>
        <source>Draft saved at {time}</source>
        <translation>Brouillon enregistré à {time}</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Capture d’écran</translation>
    </message>
    <message>
        <source>Record the steps</source>
        <translation>Enregistrer les étapes</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>You are changing a message that was not sent.</source>
        <translation>Vous modifiez un message qui n’est pas parti.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Shift+Enter sends</source>
        <translation>Maj+Entrée pour envoyer</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Entrée pour envoyer</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Choose files to attach</source>
        <translation>Choisir des fichiers à joindre</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Retirer {name}</translation>
    </message>
</context>
<context>
    <name>ComputerCard</name>
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
    <name>Consent</name>
    <message>
        <source>{name} asks to see your screen</source>
        <translation>{name} demande à voir votre écran</translation>
    </message>
    <message>
        <source>Request no. {number}, {subject}.</source>
        <translation>Demande n° {number}, {subject}.</translation>
    </message>
    <message>
        <source>{name} writes: “{reason}”</source>
        <translation>{name} écrit&#xa0;: «&#x202f;{reason}&#x202f;»</translation>
    </message>
    <message>
        <source>1. Is this really {name}?</source>
        <translation>1. Est-ce bien {name}&#x202f;?</translation>
    </message>
    <message>
        <source>They must give you these two words, by telephone or in the conversation.</source>
        <translation>Cette personne doit vous donner ces deux mots, au téléphone ou dans la discussion.</translation>
    </message>
    <message>
        <source>{name} gave me the same words</source>
        <translation>{name} m’a donné les mêmes mots</translation>
    </message>
    <message>
        <source>They are different</source>
        <translation>Ils sont différents</translation>
    </message>
    <message>
        <source>2. What will they see?</source>
        <translation>2. Que sera-t-il montré&#x202f;?</translation>
    </message>
    <message>
        <source>The whole screen</source>
        <translation>Tout l’écran</translation>
    </message>
    <message>
        <source>With all that opens on it</source>
        <translation>Y compris ce qui s’ouvre</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Cette fenêtre</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pendant</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>They only look. To use your mouse or your keyboard, they will have to ask you again.</source>
        <translation>Votre écran est seulement regardé. Pour utiliser votre souris ou votre clavier, il faudra vous le demander à part.</translation>
    </message>
    <message>
        <source>All {count} screens</source>
        <translation>Les {count} écrans</translation>
    </message>
    <message>
        <source>With all that opens on each of them</source>
        <translation>Avec tout ce qui s’ouvre sur chacun</translation>
    </message>
    <message>
        <source>Only this screen</source>
        <translation>Seulement cet écran</translation>
    </message>
    <message>
        <source>You will never be asked for a password or a payment.</source>
        <translation>On ne vous demandera jamais de mot de passe ni de paiement.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Let {name} look</source>
        <translation>Laisser {name} regarder</translation>
    </message>
    <message>
        <source>Without an answer, it is no in {seconds} s.</source>
        <translation>Sans réponse, ce sera non dans {seconds} s.</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>What does not change</source>
        <translation>Ce qui ne change pas</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Autorisation</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>Pour revenir en arrière</translation>
    </message>
</context>
<context>
    <name>ConsentStage</name>
    <message>
        <source>What we found</source>
        <translation>Ce que nous avons trouvé</translation>
    </message>
    <message>
        <source>Save your work first: programs will be closed.</source>
        <translation>Enregistrez d’abord votre travail : des programmes vont se fermer.</translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>new message</source>
        <translation>nouveau message</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>n° {number}</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Message non envoyé</translation>
    </message>
    <message>
        <source>Leaves when the network is back</source>
        <translation>Partira au retour du réseau</translation>
    </message>
    <message>
        <source>Waiting for your reply</source>
        <translation>Attend votre réponse</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Joined to no. {number}</source>
        <translation>Regroupée avec la demande n° {number}</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Résolue</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>In progress, with {name}</source>
        <translation>En cours, avec {name}</translation>
    </message>
    <message>
        <source>IT support</source>
        <translation>l’assistance</translation>
    </message>
    <message>
        <source>Not sent: {what} {why}</source>
        <translation>Non envoyé : {what} {why}</translation>
    </message>
    <message>
        <source>{done} of {size} sent</source>
        <translation>{done} envoyés sur {size}</translation>
    </message>
    <message>
        <source>{time}, read</source>
        <translation>{time}, lu</translation>
    </message>
    <message>
        <source>{time}, received</source>
        <translation>{time}, reçu</translation>
    </message>
    <message>
        <source>{time}, waiting for the network</source>
        <translation>{time}, en attente du réseau</translation>
    </message>
    <message>
        <source>{time}, being sent</source>
        <translation>{time}, en cours d’envoi</translation>
    </message>
    <message>
        <source>{time}, we are checking whether it arrived</source>
        <translation>{time}, nous vérifions s’il est arrivé</translation>
    </message>
    <message>
        <source>{time}, not sent</source>
        <translation>{time}, non envoyé</translation>
    </message>
    <message>
        <source>Computer report</source>
        <translation>État du poste</translation>
    </message>
    <message>
        <source>it helped.</source>
        <translation>elle a aidé.</translation>
    </message>
    <message>
        <source>it did not help.</source>
        <translation>elle n’a pas aidé.</translation>
    </message>
    <message>
        <source>it was taken back.</source>
        <translation>elle a été annulée.</translation>
    </message>
    <message>
        <source>it was stopped, nothing was changed.</source>
        <translation>elle a été arrêtée, rien n’a changé.</translation>
    </message>
    <message>
        <source>{name} has taken your request.</source>
        <translation>{name} a pris votre demande en charge.</translation>
    </message>
    <message>
        <source>{name} has given your request back to the team.</source>
        <translation>{name} a rendu votre demande à l’équipe.</translation>
    </message>
    <message>
        <source>{name} says that it is solved.</source>
        <translation>{name} indique que c’est résolu.</translation>
    </message>
    <message>
        <source>You said that it is solved.</source>
        <translation>Vous avez indiqué que c’est réglé.</translation>
    </message>
    <message>
        <source>Your request is open again.</source>
        <translation>Votre demande est rouverte.</translation>
    </message>
    <message>
        <source>{name} is waiting for your reply.</source>
        <translation>{name} attend votre réponse.</translation>
    </message>
    <message>
        <source>You sent your computer report.</source>
        <translation>Vous avez envoyé l’état de votre poste.</translation>
    </message>
    <message>
        <source>{name} asked to see one masked value: {value}.</source>
        <translation>{name} a demandé à voir une valeur masquée : {value}.</translation>
    </message>
    <message>
        <source>{name} asked for your computer report.</source>
        <translation>{name} a demandé l’état de votre poste.</translation>
    </message>
    <message>
        <source>{name} suggested a repair.</source>
        <translation>{name} a proposé une réparation.</translation>
    </message>
    <message>
        <source>You sent this value: {value}</source>
        <translation>Vous avez envoyé cette valeur : {value}</translation>
    </message>
    <message>
        <source>You tried the repair: {value}</source>
        <translation>Vous avez essayé la réparation : {value}</translation>
    </message>
    <message>
        <source>{name} asked to see your screen.</source>
        <translation>{name} a demandé à voir votre écran.</translation>
    </message>
    <message>
        <source>{name} saw your screen for {value}.</source>
        <translation>{name} a vu votre écran pendant {value}.</translation>
    </message>
    <message>
        <source>Your screen was not shown to {name}.</source>
        <translation>Votre écran n’a pas été montré à {name}.</translation>
    </message>
    <message>
        <source>You let {name} see your screen.</source>
        <translation>Vous avez laissé {name} voir votre écran.</translation>
    </message>
    <message>
        <source>{name} no longer sees your screen.</source>
        <translation>{name} ne voit plus votre écran.</translation>
    </message>
    <message>
        <source>{value} of your screen were recorded for {name}.</source>
        <translation>{value} de votre écran ont été enregistrées pour {name}.</translation>
    </message>
    <message>
        <source>You asked to be called back: {value}.</source>
        <translation>Vous avez demandé un rappel : {value}.</translation>
    </message>
    <message>
        <source>You said how it went: {value}</source>
        <translation>Vous avez dit comment cela s’est passé : {value}</translation>
    </message>
    <message>
        <source>You said “No, thank you”. Nothing was sent.</source>
        <translation>Vous avez dit « Non merci ». Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This computer does not know what was asked for. Nothing was sent.</source>
        <translation>Ce poste ne connaît pas ce qui était demandé. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Your request has moved on.</source>
        <translation>Votre demande a avancé.</translation>
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
        <translation>Introuvable désormais : {names}</translation>
    </message>
    <message>
        <source>Choose files to attach</source>
        <translation>Choisir des fichiers à joindre</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Recorded steps</source>
        <translation>Étapes enregistrées</translation>
    </message>
    <message>
        <source>No picture was taken. Take it with your own keys and paste it into the text.</source>
        <translation>Aucune image n’a été prise. Prenez-la avec vos touches habituelles et collez-la dans le texte.</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Capture d’écran</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n info</numerusform>
            <numerusform>%n infos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n masquée</numerusform>
            <numerusform>%n masquées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndStage</name>
    <message>
        <source>If it still does not work, ask a person: what was checked goes with your request.</source>
        <translation>Si cela ne marche toujours pas, demandez à une personne : ce qui a été vérifié part avec votre demande.</translation>
    </message>
</context>
<context>
    <name>FindingAnswer</name>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
</context>
<context>
    <name>FixDrawing</name>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>About {seconds} s</source>
        <translation>{seconds} s environ</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>It is not really fixed</source>
        <translation>Ce n’est pas vraiment réparé</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Be called back</source>
        <translation>Être rappelé</translation>
    </message>
    <message>
        <source>Send to a technician</source>
        <translation>Envoyer à un technicien</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Demander à une personne</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <translation>Tout remettre comme avant</translation>
    </message>
    <message>
        <source>Finish the repair</source>
        <translation>Terminer la réparation</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Étape précédente</translation>
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
        <translation>Voir les étapes</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>La suite</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Done in {minutes} min</source>
        <translation>Terminé en {minutes} min</translation>
    </message>
    <message>
        <source>Step {position} of {steps}, about {minutes} min left</source>
        <translation>Étape {position} sur {steps}, encore {minutes} min environ</translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation>Revenir à l’étape</translation>
    </message>
</context>
<context>
    <name>FixPage</name>
    <message>
        <source>Ask a person</source>
        <translation>Demander à une personne</translation>
    </message>
    <message>
        <source>Stop puts everything back as it was.</source>
        <translation>Arrêter remet tout comme avant.</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Parler à une personne</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Essayer encore</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Everything is being put back as it was.</source>
        <translation>Tout est remis comme avant.</translation>
    </message>
    <message>
        <source>Back to home</source>
        <translation>Revenir à l’accueil</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
</context>
<context>
    <name>HandoverStage</name>
    <message>
        <source>What goes with it</source>
        <translation>Ce qui sera joint</translation>
    </message>
    <message>
        <source>What was tried, and its result</source>
        <translation>Ce qui a été essayé, et son résultat</translation>
    </message>
    <message>
        <source>Your computer’s report</source>
        <translation>L’état de votre poste</translation>
    </message>
    <message>
        <source>Check before sending</source>
        <translation>Vérifier avant l’envoi</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>« {words} »</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Ajouter un mot</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>En attendant</translation>
    </message>
    <message>
        <source>Someone will answer you here. You can close the window.</source>
        <translation>Une personne vous répondra ici. Vous pouvez fermer la fenêtre.</translation>
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
        <translation>Une personne vous répondra ici</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>n° {number}</translation>
    </message>
    <message>
        <source>paused: we are waiting for you</source>
        <translation>en pause : nous attendons votre réponse</translation>
    </message>
    <message>
        <source>answer expected {when}</source>
        <translation>réponse prévue {when}</translation>
    </message>
    <message>
        <source>solution expected {when}</source>
        <translation>solution attendue {when}</translation>
    </message>
    <message>
        <source>It still does not work</source>
        <translation>Cela ne marche toujours pas</translation>
    </message>
    <message>
        <source>It is solved</source>
        <translation>C’est réglé</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>Helped</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Did this help?</source>
        <translation>Cela vous a-t-il aidé ?</translation>
    </message>
    <message>
        <source>Thank you. The help desk will know.</source>
        <translation>Merci. L’assistance le saura.</translation>
    </message>
    <message>
        <source>Let others find this by my words: “{words}”</source>
        <translation>Que d’autres trouvent ceci par mes mots : « {words} »</translation>
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
        <source>I have read this</source>
        <translation>J’ai compris</translation>
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
        <source>{name}, {email}</source>
        <translation>{name}, {email}</translation>
    </message>
    <message>
        <source>{name}, without an e-mail address</source>
        <translation>{name}, sans adresse électronique</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>C’est juste</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>This is how IT support will know you.</source>
        <translation>Voici comment l’assistance vous connaîtra.</translation>
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
    <message>
        <source>You will not hear of this again. You can change that in the settings.</source>
        <translation>Nous ne vous en parlerons plus. Vous pouvez changer d’avis dans les réglages.</translation>
    </message>
    <message>
        <source>Not now. Nothing was changed.</source>
        <translation>Pas maintenant. Rien n’a changé.</translation>
    </message>
    <message>
        <source>It was noticed on this computer too. IT support is working on it.</source>
        <translation>Ce poste est touché aussi. L’assistance s’en occupe.</translation>
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
    <message>
        <source>IT support asks for it. What leaves: the day, which repair, whether it helped. Nothing else.</source>
        <translation>L’assistance le demande. Ce qui part : le jour, la réparation, son résultat. Rien d’autre.</translation>
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
    <name>Leads</name>
    <message>
        <source>We can do it for you</source>
        <translation>Nous pouvons le faire</translation>
    </message>
    <message>
        <source>Guided fix, {minutes}. Nothing is changed without your consent.</source>
        <translation>Aide guidée, {minutes}. Rien n’est modifié sans votre accord.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open a page of {host} in your browser?</source>
        <translation>Ouvrir une page de {host} dans votre navigateur ?</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
</context>
<context>
    <name>LockedStage</name>
    <message>
        <source>Locked by your organisation.</source>
        <translation>Verrouillé par votre organisation.</translation>
    </message>
    <message>
        <source>“{fix}” is not started here. Nothing was done; a person can help you.</source>
        <translation>« {fix} » ne se lance pas ici. Rien n’a été fait ; une personne peut vous aider.</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Read the article</source>
        <translation>Lire l’article</translation>
    </message>
    <message>
        <source>Open {address}</source>
        <translation>Ouvrir {address}</translation>
    </message>
    <message>
        <source>Save {name}, {size}</source>
        <translation>Enregistrer {name}, {size}</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Arrêter l’envoi</translation>
    </message>
    <message>
        <source>This message did not leave. Your text is kept.</source>
        <translation>Ce message n’est pas parti. Votre texte est conservé.</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Modifier le texte</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
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
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Since a day when everything worked, from reports kept on this computer.</source>
        <translation>Depuis un jour où tout marchait, d’après des fiches gardées sur ce poste.</translation>
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
    <name>NudgeCard</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Do not tell me again</source>
        <translation>Ne plus m’en parler</translation>
    </message>
</context>
<context>
    <name>Opinion</name>
    <message>
        <source>Very well</source>
        <translation>Très bien</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>Moyennement</translation>
    </message>
    <message>
        <source>Badly</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Very badly</source>
        <translation>Très mal</translation>
    </message>
</context>
<context>
    <name>OpinionCard</name>
    <message>
        <source>How did it go?</source>
        <translation>Comment cela s’est-il passé ?</translation>
    </message>
    <message>
        <source>Anything to add? You need not.</source>
        <translation>Quelque chose à ajouter ? Ce n’est pas obligé.</translation>
    </message>
    <message>
        <source>Something to add, if you like</source>
        <translation>Quelque chose à ajouter, si vous voulez</translation>
    </message>
    <message>
        <source>Send my opinion</source>
        <translation>Envoyer mon avis</translation>
    </message>
    <message>
        <source>Do not ask me again</source>
        <translation>Ne plus me demander</translation>
    </message>
    <message>
        <source>Optional. {name} will see your answer.</source>
        <translation>Facultatif. {name} verra votre réponse.</translation>
    </message>
</context>
<context>
    <name>PayloadView</name>
    <message>
        <source>These are the very bytes that leave, nothing more.</source>
        <translation>Voici exactement ce qui part, rien de plus.</translation>
    </message>
    <message>
        <source>Exactly what leaves</source>
        <translation>Exactement ce qui part</translation>
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
    <name>PersonRow</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Name and e-mail address</source>
        <translation>Nom et adresse électronique</translation>
    </message>
    <message>
        <source>{name}, {email}</source>
        <translation>{name}, {email}</translation>
    </message>
    <message>
        <source>This is what IT support sees with your requests, and nobody else.</source>
        <translation>C’est ce que l’assistance voit avec vos demandes, et personne d’autre.</translation>
    </message>
    <message>
        <source>First name and name</source>
        <translation>Prénom et nom</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse électronique</translation>
    </message>
</context>
<context>
    <name>Picked</name>
    <message>
        <source>Your desktop asks you next: pick one window or one screen in its dialog.</source>
        <translation>Votre bureau vous interroge ensuite&#xa0;: choisissez-y une seule fenêtre ou un seul écran.</translation>
    </message>
    <message>
        <source>Nothing can be covered here: on a whole screen, {name} also sees your password manager.</source>
        <translation>Rien ne peut être masqué ici&#xa0;: sur un écran entier, {name} voit aussi votre gestionnaire de mots de passe.</translation>
    </message>
    <message>
        <source>They only look. On this desktop, mouse and keyboard cannot be lent.</source>
        <translation>Votre écran est seulement regardé. Sur ce bureau, la souris et le clavier ne se prêtent pas.</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>No picture was taken. Take it with your own keys and paste it here.</source>
        <translation>Aucune image n’a été prise. Prenez-la avec vos touches habituelles et collez-la ici.</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Capture d’écran</translation>
    </message>
</context>
<context>
    <name>ProxyDialog</name>
    <message>
        <source>Your network asks who you are</source>
        <translation>Votre réseau demande qui vous êtes</translation>
    </message>
    <message>
        <source>Its proxy lets nobody through without a name and a password: mostly those that you sign in to this computer with. They are kept in the key store of this computer, and given to that proxy alone.</source>
        <translation>Son serveur mandataire ne laisse passer personne sans un nom et un mot de passe : le plus souvent ceux avec lesquels vous ouvrez ce poste. Ils sont gardés dans le trousseau de ce poste, et donnés à ce serveur seul.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>What is happening?</source>
        <translation>Que se passe-t-il ?</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Mon équipe</translation>
    </message>
    <message>
        <source>The whole site</source>
        <translation>Tout le site</translation>
    </message>
    <message>
        <source>Who is held up?</source>
        <translation>Qui est gêné ?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>With difficulty</source>
        <translation>Difficilement</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Pas du tout</translation>
    </message>
    <message>
        <source>Can you work?</source>
        <translation>Pouvez-vous travailler ?</translation>
    </message>
    <message>
        <source>We take these cases first.</source>
        <translation>Nous traitons ces cas en premier.</translation>
    </message>
    <message>
        <source>Here, in writing</source>
        <translation>Ici, par écrit</translation>
    </message>
    <message>
        <source>By calling me back</source>
        <translation>En me rappelant</translation>
    </message>
    <message>
        <source>How shall we answer?</source>
        <translation>Comment vous répondre ?</translation>
    </message>
    <message>
        <source>Say in a few words what is happening.</source>
        <translation>Dites en quelques mots ce qui se passe.</translation>
    </message>
    <message>
        <source>This text is too long. Put the rest in a file and attach it.</source>
        <translation>Ce texte est trop long. Mettez la suite dans un fichier et joignez-le.</translation>
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
    <name>ReadingStage</name>
    <message>
        <source>To read: {title}</source>
        <translation>À lire : {title}</translation>
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
        <translation>Revenir à l’accueil</translation>
    </message>
    <message>
        <source>Your request has arrived.</source>
        <translation>Votre demande est arrivée.</translation>
    </message>
    <message>
        <source>Request no. {number}</source>
        <translation>Demande n° {number}</translation>
    </message>
    <message>
        <source>Your request is leaving.</source>
        <translation>Votre demande part.</translation>
    </message>
    <message>
        <source>Its number is on its way.</source>
        <translation>Son numéro arrive.</translation>
    </message>
    <message>
        <source>Your request is kept.</source>
        <translation>Votre demande est gardée.</translation>
    </message>
    <message>
        <source>It leaves by itself as soon as the network is back.</source>
        <translation>Elle partira seule dès le retour du réseau.</translation>
    </message>
    <message>
        <source>You can close the window: the answer will be shown to you.</source>
        <translation>Vous pouvez fermer la fenêtre : la réponse vous sera signalée.</translation>
    </message>
    <message>
        <source>Answer expected {when}.</source>
        <translation>Réponse prévue {when}.</translation>
    </message>
</context>
<context>
    <name>RecordingBar</name>
    <message>
        <source>{keys} stops it too</source>
        <translation>{keys} arrête aussi</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>Your clicks are being recorded: %n step(s)</source>
        <translation>
            <numerusform>Vos clics sont enregistrés&#xa0;: %n étape</numerusform>
            <numerusform>Vos clics sont enregistrés&#xa0;: %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the window you want a picture of</source>
        <translation>Cliquez sur la fenêtre dont vous voulez une image</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Message not sent</source>
        <translation>Message non envoyé</translation>
    </message>
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
    <name>RequestForm</name>
    <message>
        <source>Your request is kept on this computer and leaves by itself as soon as the network is back.</source>
        <translation>Votre demande est gardée sur ce poste et partira seule dès le retour du réseau.</translation>
    </message>
    <message>
        <source>You are offline. Carry on, nothing will be lost.</source>
        <translation>Vous êtes hors ligne. Continuez, rien ne sera perdu.</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>No request yet.</source>
        <translation>Aucune demande pour l’instant.</translation>
    </message>
    <message>
        <source>If something does not work, say it in your own words: we look for an immediate solution first.</source>
        <translation>Si quelque chose coince, dites-le avec vos mots : nous commençons par chercher une solution immédiate.</translation>
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
    <message>
        <source>Search in your requests</source>
        <translation>Chercher dans vos demandes</translation>
    </message>
    <message>
        <source>A word, a number</source>
        <translation>Un mot, un numéro</translation>
    </message>
    <message>
        <source>None of your requests kept on this computer holds these words.</source>
        <translation>Aucune de vos demandes gardées sur ce poste ne contient ces mots.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) found</source>
        <translation>
            <numerusform>%n demande trouvée</numerusform>
            <numerusform>%n demandes trouvées</numerusform>
        </translation>
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
        <translation>En clair</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Exactly what leaves</source>
        <translation>Exactement ce qui part</translation>
    </message>
    <message>
        <source>How to see it</source>
        <translation>Comment le voir</translation>
    </message>
    <message>
        <source>Search a word or a name in the report</source>
        <translation>Chercher un mot ou un nom dans l’état du poste</translation>
    </message>
    <message>
        <source>Search a word, a name</source>
        <translation>Chercher un mot, un nom</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
    <message>
        <source>Mask all of these</source>
        <translation>Tout masquer</translation>
    </message>
    <message>
        <source>Choose a line to mask or show it. A masked value is not sent.</source>
        <translation>Choisissez une ligne pour la masquer ou l’afficher. Une valeur masquée n’est pas envoyée.</translation>
    </message>
    <message>
        <source>Check what you send to IT support</source>
        <translation>Vérifiez ce que vous envoyez à l’assistance</translation>
    </message>
    <message>
        <source>Nothing leaves without your yes. Personal data that was recognised is already masked.</source>
        <translation>Rien ne part sans votre accord. Les données personnelles repérées sont déjà masquées.</translation>
    </message>
    <message>
        <source>Your computer report</source>
        <translation>L’état de votre poste</translation>
    </message>
    <message>
        <source>Nothing of this leaves unless you send it.</source>
        <translation>Rien de ceci ne part tant que vous ne l’envoyez pas.</translation>
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
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>We are looking at your computer…</source>
        <translation>Nous regardons votre poste…</translation>
    </message>
    <message>
        <source>Mask “{words}” everywhere</source>
        <translation>Masquer « {words} » partout</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>IT support</source>
        <translation>l’assistance</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Écrire à {name}</translation>
    </message>
    <message>
        <source>What you write here is read in request no. {number}</source>
        <translation>Ce que vous écrivez ici est lu dans la demande n° {number}</translation>
    </message>
    <message>
        <source>Write to {name}, to open the request again</source>
        <translation>Écrire à {name}, pour rouvrir la demande</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Space masks or shows the line.</source>
        <translation>La barre d’espace masque ou affiche la ligne.</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>masked: {kind}</source>
        <translation>masqué : {kind}</translation>
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
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>RunningStage</name>
    <message>
        <source>You can go on working. What comes next appears here.</source>
        <translation>Vous pouvez continuer à travailler, la suite s’affichera ici.</translation>
    </message>
    <message>
        <source>We only look. Nothing is changed.</source>
        <translation>Nous regardons seulement. Rien n’est modifié.</translation>
    </message>
    <message>
        <source>Stopping. Everything is being put back as it was.</source>
        <translation>Arrêt en cours. Tout est remis comme avant.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>The file is saved.</source>
        <translation>Le fichier est enregistré.</translation>
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
        <translation>Envoyer {section}</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>N’a pas pu être lu</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n info</numerusform>
            <numerusform>%n infos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n masquée</numerusform>
            <numerusform>%n masquées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Set by your IT team</source>
        <translation>Réglé par votre service informatique</translation>
    </message>
    <message>
        <source>Tell me again</source>
        <translation>M’en reparler</translation>
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
        <source>The words of the message do not appear on the lock screen</source>
        <translation>Le texte du message n’apparaît pas sur l’écran verrouillé</translation>
    </message>
    <message>
        <source>You are asked each time, and can stop at any moment</source>
        <translation>On vous le demande à chaque fois, et vous pouvez arrêter à tout moment</translation>
    </message>
    <message>
        <source>No microphone opens before your yes, each time anew</source>
        <translation>Aucun micro ne s’ouvre avant votre oui, chaque fois</translation>
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
        <source>Check the connection</source>
        <translation>Vérifier la liaison</translation>
    </message>
    <message>
        <source>Give name and password</source>
        <translation>Donner nom et mot de passe</translation>
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
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Two pages, with pictures. They work without a network.</source>
        <translation>Deux pages, avec des images. Elles se lisent sans réseau.</translation>
    </message>
    <message>
        <source>How Rescousse helps you</source>
        <translation>Comment Rescousse vous aide</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Another program has these keys: choose others</source>
        <translation>Un autre programme utilise ces touches&#xa0;: choisissez-en d’autres</translation>
    </message>
    <message>
        <source>This desktop binds keys in its own settings: give some to “rescousse open”</source>
        <translation>Ce bureau attribue les touches dans ses propres réglages&#xa0;: associez-y la commande «&#x202f;rescousse open&#x202f;»</translation>
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
    <message>
        <source>Once a day at most: disk full, password about to end…</source>
        <translation>Une fois par jour au plus : disque plein, mot de passe bientôt expiré…</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Screen sharing</source>
        <translation>Partage d’écran</translation>
    </message>
</context>
<context>
    <name>Shot</name>
    <message>
        <source>Screenshot, small</source>
        <translation>Capture d’écran, en petit</translation>
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
    <name>SignInRow</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Connexion établie</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Connectez-vous de nouveau</translation>
    </message>
    <message>
        <source>Sign in with your organisation</source>
        <translation>Connectez-vous avec le compte de votre organisation</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>What you write is kept here, and leaves once you have signed in and said that it is yours. Your browser opens.</source>
        <translation>Ce que vous écrivez est conservé ici, et part après votre connexion, une fois que vous avez dit que c’est de vous. Votre navigateur s’ouvre.</translation>
    </message>
    <message>
        <source>IT support then knows for certain that it is you. Your browser opens.</source>
        <translation>L’assistance sait alors avec certitude que c’est vous. Votre navigateur s’ouvre.</translation>
    </message>
    <message>
        <source>{name}: what {by} confirmed has ended.</source>
        <translation>{name} : ce que {by} a confirmé n’est plus valable.</translation>
    </message>
    <message>
        <source>{name}, verified by {by}.</source>
        <translation>{name}, vérifié par {by}.</translation>
    </message>
    <message>
        <source>It cannot be kept in this computer’s keyring: you will be asked again.</source>
        <translation>Le trousseau de ce poste ne peut pas le garder : la question vous sera posée de nouveau.</translation>
    </message>
    <message>
        <source>Opening your browser…</source>
        <translation>Ouverture du navigateur…</translation>
    </message>
    <message>
        <source>Go on in your browser, then come back here.</source>
        <translation>Continuez dans votre navigateur, puis revenez ici.</translation>
    </message>
    <message>
        <source>You can sign in at any time, in the settings.</source>
        <translation>Vous pourrez vous connecter quand vous voudrez, dans les réglages.</translation>
    </message>
</context>
<context>
    <name>SnapshotPage</name>
    <message>
        <source>Found: {words}</source>
        <translation>Trouvé : {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>{sections} of {total} sections, {items} items, {size}</source>
        <translation>{sections} rubriques sur {total}, {items} infos, {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) masked, unreadable for IT support</source>
        <translation>
            <numerusform>%n valeur masquée, illisible pour l’assistance</numerusform>
            <numerusform>%n valeurs masquées, illisibles pour l’assistance</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Attach to my request</source>
        <translation>Joindre à ma demande</translation>
    </message>
    <message>
        <source>Send to IT support</source>
        <translation>Envoyer à l’assistance</translation>
    </message>
    <message>
        <source>Masked everywhere: {words}</source>
        <translation>Masqué partout : {words}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{stage}, step {step} of {steps}</source>
        <translation>Demande : {stage}, étape {step} sur {steps}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Picked up</source>
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
</context>
<context>
    <name>StepList</name>
    <message numerus="yes">
        <source>%n step(s) tried</source>
        <translation>
            <numerusform>%n étape essayée</numerusform>
            <numerusform>%n étapes essayées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepQuestion</name>
    <message>
        <source>{name} asks to keep your mouse and your keyboard</source>
        <translation>{name} demande à garder votre souris et votre clavier</translation>
    </message>
    <message>
        <source>{name} asks to point and draw on your screen</source>
        <translation>{name} demande à montrer et dessiner sur votre écran</translation>
    </message>
    <message>
        <source>{name} asks to use your mouse and your keyboard</source>
        <translation>{name} demande à utiliser votre souris et votre clavier</translation>
    </message>
    <message>
        <source>{name} asks to use your clipboard</source>
        <translation>{name} demande à utiliser votre presse-papiers</translation>
    </message>
    <message>
        <source>{name} would like to give you files</source>
        <translation>{name} voudrait vous donner des fichiers</translation>
    </message>
    <message>
        <source>{name} asks to talk with you</source>
        <translation>{name} demande à parler avec vous</translation>
    </message>
    <message>
        <source>{name} asks to record your screen</source>
        <translation>{name} demande à enregistrer votre écran</translation>
    </message>
    <message>
        <source>The film, without sound and {minutes} min long at most, is kept with your request.</source>
        <translation>Le film, sans le son et de {minutes} min au plus, est joint à votre demande.</translation>
    </message>
    <message>
        <source>They will be kept in {folder} and are not opened.</source>
        <translation>Ils seront rangés dans {folder} et ne sont pas ouverts.</translation>
    </message>
    <message>
        <source>Nothing on your computer changes by it.</source>
        <translation>Rien ne change sur votre poste.</translation>
    </message>
    <message>
        <source>Move your mouse: you have it back at once.</source>
        <translation>Bougez votre souris&#xa0;: vous reprenez la main aussitôt.</translation>
    </message>
    <message>
        <source>What you copied last can be read as long as you allow it.</source>
        <translation>Ce que vous avez copié en dernier peut être lu tant que vous le permettez.</translation>
    </message>
    <message>
        <source>You decide later what to do with them.</source>
        <translation>Vous déciderez ensuite quoi en faire.</translation>
    </message>
    <message>
        <source>You can stop the recording at any moment, and go on without it.</source>
        <translation>Vous pouvez arrêter l’enregistrement à tout moment, et continuer sans lui.</translation>
    </message>
    <message>
        <source>Your microphone opens only then. One click mutes it, another ends it.</source>
        <translation>Votre micro ne s’ouvre qu’après votre oui. Un clic le coupe, un autre y met fin.</translation>
    </message>
    <message>
        <source>Allow for {minutes} min</source>
        <translation>Autoriser {minutes} min</translation>
    </message>
    <message>
        <source>Allow {minutes} min more</source>
        <translation>Autoriser {minutes} min de plus</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>No, only look</source>
        <translation>Non, regarder seulement</translation>
    </message>
    <message>
        <source>No, do not record</source>
        <translation>Non, ne pas enregistrer</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Step {number}</source>
        <translation>Étape {number}</translation>
    </message>
    <message>
        <source>Picture of step {number}</source>
        <translation>Image de l’étape {number}</translation>
    </message>
    <message>
        <source>Sentence of step {number}</source>
        <translation>Phrase de l’étape {number}</translation>
    </message>
    <message>
        <source>Hide part of it</source>
        <translation>Masquer une partie</translation>
    </message>
    <message>
        <source>Hide part of the picture of step {number}</source>
        <translation>Masquer une partie de l’image de l’étape {number}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove step {number}</source>
        <translation>Retirer l’étape {number}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>You clicked in a password field. It was not recorded.</source>
        <translation>Vous avez cliqué dans un champ de mot de passe. Il n’a pas été enregistré.</translation>
    </message>
    <message>
        <source>You clicked in a window that is never recorded.</source>
        <translation>Vous avez cliqué dans une fenêtre qui n’est jamais enregistrée.</translation>
    </message>
    <message>
        <source>You clicked on “{what}” in “{window}”.</source>
        <translation>Vous avez cliqué sur «&#x202f;{what}&#x202f;» dans «&#x202f;{window}&#x202f;».</translation>
    </message>
    <message>
        <source>You clicked on “{what}”.</source>
        <translation>Vous avez cliqué sur «&#x202f;{what}&#x202f;».</translation>
    </message>
    <message>
        <source>You clicked in “{window}”.</source>
        <translation>Vous avez cliqué dans «&#x202f;{window}&#x202f;».</translation>
    </message>
    <message>
        <source>You clicked beside all windows.</source>
        <translation>Vous avez cliqué à côté des fenêtres.</translation>
    </message>
</context>
<context>
    <name>StepsPage</name>
    <message>
        <source>Record the steps</source>
        <translation>Enregistrer les étapes</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Nouvelle demande</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Retour à la conversation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Steps cannot be recorded on this system. Take a screenshot of each step instead.</source>
        <translation>Ce système ne permet pas d’enregistrer les étapes. Prenez plutôt une capture d’écran à chaque étape.</translation>
    </message>
    <message>
        <source>This window steps aside. Then do what does not work: each click becomes a step, with a picture of the window you clicked. Keys are not recorded, password fields neither. A bar is there all the time; Stop on it ends the recording. You see every step before anything is attached.</source>
        <translation>Cette fenêtre s’efface. Faites ensuite ce qui ne fonctionne pas&#xa0;: chaque clic devient une étape, avec une image de la fenêtre où vous avez cliqué. Ni les touches ni les champs de mot de passe ne sont enregistrés. Une barre reste visible tout le temps&#xa0;; son bouton «&#x202f;Arrêter&#x202f;» met fin à l’enregistrement. Vous voyez chaque étape avant que quoi que ce soit ne soit joint.</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Commencer l’enregistrement</translation>
    </message>
    <message>
        <source>No click was recorded.</source>
        <translation>Aucun clic n’a été enregistré.</translation>
    </message>
    <message>
        <source>Nothing could be recorded here. Take a screenshot of each step instead.</source>
        <translation>Rien n’a pu être enregistré ici. Prenez plutôt une capture d’écran à chaque étape.</translation>
    </message>
    <message>
        <source>Look the steps through. Nothing has left yet.</source>
        <translation>Relisez les étapes. Rien n’est encore parti.</translation>
    </message>
    <message>
        <source>Drop all of it</source>
        <translation>Tout abandonner</translation>
    </message>
    <message>
        <source>Attach the steps</source>
        <translation>Joindre les étapes</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded steps</source>
        <translation>Étapes enregistrées</translation>
    </message>
</context>
<context>
    <name>SuccessStage</name>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>How to avoid it</source>
        <translation>Pour l’éviter</translation>
    </message>
    <message>
        <source>Was this help useful?</source>
        <translation>Cette aide vous a-t-elle été utile ?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>En partie</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Optional.</source>
        <translation>Facultatif.</translation>
    </message>
    <message>
        <source>Ask a person to go on</source>
        <translation>Demander à une personne de continuer</translation>
    </message>
    <message>
        <source>Thank you. Your answer is noted.</source>
        <translation>Merci. Votre réponse est notée.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n point(s) to complete before sending</source>
        <translation>
            <numerusform>%n point à compléter avant l’envoi</numerusform>
            <numerusform>%n points à compléter avant l’envoi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TechnicalDetail</name>
    <message>
        <source>See the technical detail</source>
        <translation>Voir le détail technique</translation>
    </message>
    <message>
        <source>Hide the technical detail</source>
        <translation>Masquer le détail technique</translation>
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
        <translation>Messages</translation>
    </message>
    <message numerus="yes">
        <source>See %n earlier line(s)</source>
        <translation>
            <numerusform>Voir %n ligne plus ancienne</numerusform>
            <numerusform>Voir %n lignes plus anciennes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
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
    <name>Tools</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Entourer</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler le dernier geste</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refaire</translation>
    </message>
    <message>
        <source>Remove this mark</source>
        <translation>Retirer ce repère</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Stop showing my screen</source>
        <translation>Ne plus montrer mon écran</translation>
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
        <source>Take a screenshot</source>
        <translation>Capturer l’écran</translation>
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
    <message>
        <source>A message was not sent</source>
        <translation>Un message n’est pas parti</translation>
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
    <message>
        <source>Nothing is lost. Open it to see why.</source>
        <translation>Rien n’est perdu. Ouvrez-le pour voir pourquoi.</translation>
    </message>
    <message>
        <source>Open Rescousse to see what can be done.</source>
        <translation>Ouvrez Rescousse pour voir ce qu’on peut faire.</translation>
    </message>
</context>
<context>
    <name>TriedStage</name>
    <message>
        <source>This did not help a moment ago: a person?</source>
        <translation>Cela n’a pas aidé tout à l’heure : une personne ?</translation>
    </message>
    <message>
        <source>You tried “{fix}” less than an hour ago. What you tried goes with your request.</source>
        <translation>Vous avez essayé « {fix} » il y a moins d’une heure. Ce que vous avez essayé part avec votre demande.</translation>
    </message>
</context>
<context>
    <name>TypingLine</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} écrit</translation>
    </message>
</context>
<context>
    <name>Unasked</name>
    <message>
        <source>You did not ask for help.</source>
        <translation>Vous n’avez pas demandé d’aide.</translation>
    </message>
    <message>
        <source>Somebody called “{name}” wanted to see your screen. Nothing was shown.</source>
        <translation>Quelqu’un sous le nom de «&#x202f;{name}&#x202f;» voulait voir votre écran. Rien n’a été montré.</translation>
    </message>
    <message>
        <source>If somebody is on the telephone and asks for it, hang up. Then call IT support on the number you know.</source>
        <translation>Si quelqu’un vous le demande au téléphone, raccrochez. Appelez ensuite l’assistance au numéro que vous connaissez.</translation>
    </message>
    <message>
        <source>It stands in your journal.</source>
        <translation>C’est noté dans votre journal.</translation>
    </message>
    <message>
        <source>I have understood</source>
        <translation>J’ai compris</translation>
    </message>
</context>
<context>
    <name>UnclaimedCard</name>
    <message>
        <source>Written on this computer before you signed in. It leaves only once you say that it is yours.</source>
        <translation>Ceci a été écrit sur ce poste avant votre connexion. Rien n’en partira tant que vous n’aurez pas dit que c’est de vous.</translation>
    </message>
    <message>
        <source>Are these yours?</source>
        <translation>Est-ce de vous&#x202f;?</translation>
    </message>
</context>
<context>
    <name>UnclaimedRow</name>
    <message>
        <source>Without a subject</source>
        <translation>Sans objet</translation>
    </message>
    <message>
        <source>It is mine</source>
        <translation>C’est de moi</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>Pas de moi</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Yes, delete</source>
        <translation>Oui, supprimer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>A request, written {moment}</source>
        <translation>Une demande écrite {moment}</translation>
    </message>
    <message>
        <source>A message, written {moment}</source>
        <translation>Un message écrit {moment}</translation>
    </message>
    <message>
        <source>Said {moment}</source>
        <translation>Une réponse donnée {moment}</translation>
    </message>
    <message>
        <source>Not yours: kept here, unsent, for whoever wrote it.</source>
        <translation>Pas de vous&#x202f;: gardé ici sans partir, pour qui l’a écrit.</translation>
    </message>
    <message>
        <source>Delete it for good? Nobody can bring it back.</source>
        <translation>Supprimer pour de bon&#x202f;? Personne ne pourra le retrouver.</translation>
    </message>
</context>
<context>
    <name>ValueQuestion</name>
    <message>
        <source>Send this value to {name}?</source>
        <translation>Envoyer cette valeur à {name} ?</translation>
    </message>
    <message>
        <source>It will stand in your request, where the IT support team can read it.</source>
        <translation>Elle sera écrite dans votre demande, où l’équipe informatique peut la lire.</translation>
    </message>
    <message>
        <source>Send this value</source>
        <translation>Envoyer cette valeur</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Mute my microphone</source>
        <translation>Couper mon micro</translation>
    </message>
    <message>
        <source>Turn my microphone on</source>
        <translation>Ouvrir mon micro</translation>
    </message>
    <message>
        <source>Look for a microphone again</source>
        <translation>Chercher de nouveau un micro</translation>
    </message>
    <message>
        <source>Nobody hears anything until it goes on.</source>
        <translation>Personne n’entend rien jusqu’à la reprise.</translation>
    </message>
    <message>
        <source>{name} hears you.</source>
        <translation>{name} vous entend.</translation>
    </message>
    <message>
        <source>Your microphone is off.</source>
        <translation>Votre micro est fermé.</translation>
    </message>
    <message>
        <source>No microphone was found: {name} does not hear you.</source>
        <translation>Aucun micro n’a été trouvé : {name} ne vous entend pas.</translation>
    </message>
    <message>
        <source>No loudspeaker was found: you do not hear {name}.</source>
        <translation>Aucun haut-parleur n’a été trouvé : vous n’entendez pas {name}.</translation>
    </message>
    <message>
        <source>The microphone of {name} is off.</source>
        <translation>Le micro de {name} est fermé.</translation>
    </message>
    <message>
        <source>You hear {name}.</source>
        <translation>Vous entendez {name}.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>You can close this window or go on working. You will be told as soon as somebody answers.</source>
        <translation>Vous pouvez fermer cette fenêtre ou continuer à travailler. Nous vous préviendrons dès qu’une réponse arrive.</translation>
    </message>
    <message>
        <source>What you can try meanwhile</source>
        <translation>Ce que vous pouvez essayer en attendant</translation>
    </message>
    <message>
        <source>Your request is number {rank} in line.</source>
        <translation>Votre demande est en position {rank} dans la file.</translation>
    </message>
    <message>
        <source>Your request is next.</source>
        <translation>Votre demande est la prochaine.</translation>
    </message>
    <message>
        <source>Usually answered within about {time}.</source>
        <translation>D’habitude, la réponse vient en {time} environ.</translation>
    </message>
</context>
<context>
    <name>WayBackCard</name>
    <message>
        <source>Back to normal</source>
        <translation>Revenir à la normale</translation>
    </message>
    <message>
        <source>Undo the repair</source>
        <translation>Annuler la réparation</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Possible until {date}</source>
        <translation>Possible jusqu’au {date}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>before: {value}</source>
        <translation>avant&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>now</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>n’a pas marché</translation>
    </message>
    <message>
        <source>put back as before</source>
        <translation>remis comme avant</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>passé</translation>
    </message>
    <message>
        <source>Step {number}: {title}, {state}</source>
        <translation>Étape {number} : {title}, {state}</translation>
    </message>
</context>
</TS>
