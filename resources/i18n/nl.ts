<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Kassa</name>
    <message>
        <source>+1 week</source>
        <translation>+1 week</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dagen</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 dagen</translation>
    </message>
    <message>
        <source>A cancellation charge of {charge} cannot be. Type 0 or more.</source>
        <translation>Annuleringskosten van {charge} kunnen niet. Typ 0 of meer.</translation>
    </message>
    <message>
        <source>A card can be asked for {rest} or less. Type the amount again.</source>
        <translation>Een kaart kan voor {rest} of minder worden gevraagd. Typ het bedrag opnieuw.</translation>
    </message>
    <message>
        <source>A card pays the other {rest}</source>
        <translation>De overige {rest} wordt met een kaart betaald</translation>
    </message>
    <message>
        <source>A card pays up to {amount} of the rest.</source>
        <translation>Een kaart betaalt tot {amount} van de rest.</translation>
    </message>
    <message>
        <source>A card was given for the rest of this order. Choose another way to pay it, then suspend.</source>
        <translation>Voor de rest van deze order is een kaart gegeven. Kies een andere manier van betalen en parkeer dan.</translation>
    </message>
    <message>
        <source>Answers to questions</source>
        <translation>Antwoorden op vragen</translation>
    </message>
    <message>
        <source>By which mode does order {order} leave? Its amounts and charges stay as they were agreed.</source>
        <translation>Met welke leveringsmethode gaat order {order}? Bedragen en toeslagen blijven zoals afgesproken.</translation>
    </message>
    <message>
        <source>Calculate total</source>
        <translation>Totaal berekenen</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>Annuleringen</translation>
    </message>
    <message>
        <source>Added as</source>
        <translation>Toevoegen als</translation>
    </message>
    <message>
        <source>Correction of a delivery</source>
        <translation>Correctie van een levering</translation>
    </message>
    <message>
        <source>Return of goods</source>
        <translation>Retour van artikelen</translation>
    </message>
    <message>
        <source>Expedite: {urgency}</source>
        <translation>Spoed: {urgency}</translation>
    </message>
    <message>
        <source>Layout {layout}, made for {size}, on a window of {width} × {height}.</source>
        <translation>Indeling {layout}, gemaakt voor {size}, op een venster van {width} × {height}.</translation>
    </message>
    <message>
        <source>Fix delivery</source>
        <translation>Levering herstellen</translation>
    </message>
    <message>
        <source>It corrects line {line}, which is not shipped.</source>
        <translation>Het corrigeert regel {line}, die niet wordt verzonden.</translation>
    </message>
    <message>
        <source>It waits for the document it corrects.</source>
        <translation>Het wacht op het document dat het corrigeert.</translation>
    </message>
    <message>
        <source>Order {order} leaves by {modes}; its amounts stay.</source>
        <translation>Order {order} gaat met {modes}; de bedragen blijven.</translation>
    </message>
    <message>
        <source>Other charges</source>
        <translation>Overige kosten</translation>
    </message>
    <message>
        <source>Closed shift</source>
        <translation>Gesloten dienst</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>E-mail of the customer ({known})</source>
        <translation>E-mail van de klant ({known})</translation>
    </message>
    <message>
        <source>How much cash is in the till at the start?</source>
        <translation>Hoeveel contant geld zit er bij het begin in de kassalade?</translation>
    </message>
    <message>
        <source>No shift was closed on this register yet. Close one first.</source>
        <translation>Op deze kassa is nog geen dienst gesloten. Sluit er eerst een.</translation>
    </message>
    <message>
        <source>Journal entry</source>
        <translation>Journaalboeking</translation>
    </message>
    <message>
        <source>Not at headquarters yet</source>
        <translation>Nog niet op het hoofdkantoor</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Geopend door</translation>
    </message>
    <message>
        <source>Orders of the last {days} days. Type a number to find an older one.</source>
        <translation>Orders van de laatste {days} dagen. Typ een nummer om een oudere te vinden.</translation>
    </message>
    <message>
        <source>PINs have at least {least} digits in this store. Have headquarters give you a longer one.</source>
        <translation>Pincodes hebben in deze winkel ten minste {least} cijfers. Vraag het hoofdkantoor om een langere.</translation>
    </message>
    <message>
        <source>Payments on orders</source>
        <translation>Betalingen op orders</translation>
    </message>
    <message>
        <source>Phone of the customer ({known})</source>
        <translation>Telefoon van de klant ({known})</translation>
    </message>
    <message>
        <source>Pickups</source>
        <translation>Afhalingen</translation>
    </message>
    <message>
        <source>Print X report</source>
        <translation>X-rapport afdrukken</translation>
    </message>
    <message>
        <source>Print Z report</source>
        <translation>Z-rapport afdrukken</translation>
    </message>
    <message>
        <source>Promotions and charges are not worked out yet. Press Calculate total first.</source>
        <translation>Acties en toeslagen zijn nog niet berekend. Druk eerst op Totaal berekenen.</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Offertes</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Retouren</translation>
    </message>
    <message>
        <source>Receipts {first} to {last}</source>
        <translation>Bonnen {first} tot en met {last}</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechten</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkopen</translation>
    </message>
    <message>
        <source>Sales representative</source>
        <translation>Verkoper</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>Scan uw badge</translation>
    </message>
    <message>
        <source>Sign in by badge</source>
        <translation>Aanmelden met badge</translation>
    </message>
    <message>
        <source>Somebody at the sign-in</source>
        <translation>Iemand bij het aanmelden</translation>
    </message>
    <message>
        <source>The details are kept.</source>
        <translation>De gegevens zijn bewaard.</translation>
    </message>
    <message>
        <source>The delivery of this needs nobody here. Press Sync now, or ask headquarters about it.</source>
        <translation>De levering hiervan vraagt hier niets. Druk op Nu synchroniseren, of vraag het hoofdkantoor ernaar.</translation>
    </message>
    <message>
        <source>The total stays {after}.</source>
        <translation>Het totaal blijft {after}.</translation>
    </message>
    <message>
        <source>This badge is nobody's who may sign in here. Tap your name and type your PIN.</source>
        <translation>Deze badge is van niemand die zich hier mag aanmelden. Tik op uw naam en typ uw pincode.</translation>
    </message>
    <message>
        <source>This code signs nobody in here. Tap your name and type your PIN.</source>
        <translation>Met deze code meldt zich hier niemand aan. Tik op uw naam en typ uw pincode.</translation>
    </message>
    <message>
        <source>This needs: {what}. Type it.</source>
        <translation>Hier is nodig: {what}. Typ het.</translation>
    </message>
    <message>
        <source>This store asks for no details here.</source>
        <translation>Deze winkel vraagt hier geen gegevens.</translation>
    </message>
    <message>
        <source>This register does not have that order. Ask headquarters about it.</source>
        <translation>Deze kassa heeft die order niet. Vraag het hoofdkantoor ernaar.</translation>
    </message>
    <message>
        <source>This store closes a shift once everything is counted. Count this too: {kind}.</source>
        <translation>Deze winkel sluit een dienst als alles geteld is. Tel ook dit: {kind}.</translation>
    </message>
    <message>
        <source>This store closes a shift once everything is counted. Type each amount.</source>
        <translation>Deze winkel sluit een dienst als alles geteld is. Typ elk bedrag.</translation>
    </message>
    <message>
        <source>This store does not ask {attribute} of this. Leave it out.</source>
        <translation>Deze winkel vraagt hier niet naar {attribute}. Laat het weg.</translation>
    </message>
    <message>
        <source>This store may not reject lines. Ask headquarters to change the order.</source>
        <translation>Deze winkel mag geen regels weigeren. Vraag het hoofdkantoor de order te wijzigen.</translation>
    </message>
    <message>
        <source>This store prints no X and Z reports at its registers. Headquarters switches it on.</source>
        <translation>Deze winkel drukt aan de kassa geen X- en Z-rapporten af. Het hoofdkantoor zet dat aan.</translation>
    </message>
    <message>
        <source>This store sells goods in a sale of their own. Conclude the return first.</source>
        <translation>Deze winkel verkoopt artikelen in een eigen verkoop. Rond eerst de retour af.</translation>
    </message>
    <message>
        <source>This store takes goods back in a sale of their own. Conclude the sale first.</source>
        <translation>Deze winkel neemt artikelen terug in een eigen verkoop. Rond eerst de verkoop af.</translation>
    </message>
    <message>
        <source>Total, not taken</source>
        <translation>Totaal, niet betaald</translation>
    </message>
    <message>
        <source>Type your user name first, then your PIN.</source>
        <translation>Typ eerst uw gebruikersnaam, dan uw pincode.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Gebruikersnaam</translation>
    </message>
    <message>
        <source>Voided by</source>
        <translation>Geannuleerd door</translation>
    </message>
    <message>
        <source>Voided sale</source>
        <translation>Geannuleerde verkoop</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Verzendkosten</translation>
    </message>
    <message>
        <source>What are the details?</source>
        <translation>Wat zijn de gegevens?</translation>
    </message>
    <message>
        <source>What it corrects was posted already; nothing of it was changed.</source>
        <translation>Wat het corrigeert was al geboekt; er is niets aan veranderd.</translation>
    </message>
    <message>
        <source>What stands on this register about {user} was changed and is not what headquarters signed. Nobody is let in by it. It is fetched again at the next contact; until then somebody else has to sign in.</source>
        <translation>Wat op deze kassa over {user} staat, is gewijzigd en is niet wat het hoofdkantoor heeft ondertekend. Niemand wordt ermee toegelaten. Het wordt bij het volgende contact opnieuw opgehaald; tot dan moet iemand anders zich aanmelden.</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X-rapport</translation>
    </message>
    <message>
        <source>X report of shift {number} printed.</source>
        <translation>X-rapport van dienst {number} afgedrukt.</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z-rapport</translation>
    </message>
    <message>
        <source>Z report of shift {number} printed.</source>
        <translation>Z-rapport van dienst {number} afgedrukt.</translation>
    </message>
    <message>
        <source>accepted {quantity} × {name}</source>
        <translation>geaccepteerd {quantity} × {name}</translation>
    </message>
    <message>
        <source>A charge of {charge} cannot be: charges go from 0 to {limit}. Type it again.</source>
        <translation>Kosten van {charge} kunnen niet: kosten gaan van 0 tot {limit}. Typ ze opnieuw.</translation>
    </message>
    <message>
        <source>A customer has at most {limit} addresses. Have headquarters remove one first.</source>
        <translation>Een klant heeft hoogstens {limit} adressen. Laat het hoofdkantoor er eerst een verwijderen.</translation>
    </message>
    <message>
        <source>A contact that is there already gets the consent chosen here.</source>
        <translation>Een contact dat er al is, krijgt de toestemming die hier wordt gekozen.</translation>
    </message>
    <message>
        <source>A customer has at most {limit} addresses. Remove one first.</source>
        <translation>Een klant heeft hoogstens {limit} adressen. Verwijder er eerst een.</translation>
    </message>
    <message>
        <source>A customer has at most {limit} loyalty cards. Have headquarters remove one first.</source>
        <translation>Een klant heeft hoogstens {limit} loyaliteitskaarten. Laat het hoofdkantoor er eerst een verwijderen.</translation>
    </message>
    <message>
        <source>A customer has at most {limit} attributes and contacts. Remove one first.</source>
        <translation>Een klant heeft hoogstens {limit} kenmerken en contacten. Verwijder er eerst een.</translation>
    </message>
    <message>
        <source>A customer has no field {field}.</source>
        <translation>Een klant heeft geen veld {field}.</translation>
    </message>
    <message>
        <source>A customer needs a name. Type the name.</source>
        <translation>Een klant heeft een naam nodig. Typ de naam.</translation>
    </message>
    <message>
        <source>added {quantity} × {name}</source>
        <translation>toegevoegd {quantity} × {name}</translation>
    </message>
    <message>
        <source>A day, e.g. 2026-12-24</source>
        <translation>Een dag, bijv. 2026-12-24</translation>
    </message>
    <message>
        <source>A deposit cannot be negative. Type 0 or more.</source>
        <translation>Een aanbetaling kan niet negatief zijn. Typ 0 of meer.</translation>
    </message>
    <message>
        <source>A deposit is not paid on the customer's account. Take cash or a card.</source>
        <translation>Een aanbetaling gaat niet op rekening van de klant. Neem contant of een kaart aan.</translation>
    </message>
    <message>
        <source>A deposit is used when goods of an order are handed out. Open a pickup first.</source>
        <translation>Een aanbetaling wordt gebruikt als goederen van een order worden meegegeven. Open eerst een afhaling.</translation>
    </message>
    <message>
        <source>A discount goes from 0 to {limit}. Type another one.</source>
        <translation>Een korting gaat van 0 tot {limit}. Toets een andere in.</translation>
    </message>
    <message>
        <source>A discount of {percent} % cannot be given. Type 0 to 100.</source>
        <translation>Een korting van {percent} % kan niet worden gegeven. Toets 0 tot 100 in.</translation>
    </message>
    <message>
        <source>All that is picked of this line is ready for collection. Use Pick up when the customer is here.</source>
        <translation>Alles wat van deze regel is verzameld, ligt klaar om af te halen. Gebruik Ophalen als de klant er is.</translation>
    </message>
    <message>
        <source>A loyalty card has no number.</source>
        <translation>Een loyaliteitskaart heeft geen nummer.</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Een getal</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>Een geheel getal</translation>
    </message>
    <message>
        <source>Add address</source>
        <translation>Adres toevoegen</translation>
    </message>
    <message>
        <source>Add affiliation</source>
        <translation>Aansluiting toevoegen</translation>
    </message>
    <message>
        <source>Address: {purpose}</source>
        <translation>Adres: {purpose}</translation>
    </message>
    <message>
        <source>Addresses, cards and affiliations</source>
        <translation>Adressen, kaarten en aansluitingen</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Aansluiting</translation>
    </message>
    <message>
        <source>Affiliation of {name}</source>
        <translation>Aansluiting van {name}</translation>
    </message>
    <message>
        <source>All of this order is paid. Nothing more is taken for it.</source>
        <translation>De hele order is betaald. Er wordt niets meer voor aangenomen.</translation>
    </message>
    <message>
        <source>an order has no attribute {attribute}</source>
        <translation>een order heeft geen kenmerk {attribute}</translation>
    </message>
    <message>
        <source>the attribute {attribute} cannot be '{text}'</source>
        <translation>het kenmerk {attribute} kan niet '{text}' zijn</translation>
    </message>
    <message>
        <source>the attribute {attribute} is there twice</source>
        <translation>het kenmerk {attribute} staat er twee keer</translation>
    </message>
    <message>
        <source>correction of a delivery</source>
        <translation>correctie van een levering</translation>
    </message>
    <message>
        <source>its correction waits for headquarters</source>
        <translation>de correctie wacht op het hoofdkantoor</translation>
    </message>
    <message>
        <source>line {line} by {mode}</source>
        <translation>regel {line} met {mode}</translation>
    </message>
    <message>
        <source>waits until headquarters is updated</source>
        <translation>wacht tot het hoofdkantoor is bijgewerkt</translation>
    </message>
    <message>
        <source>{amount} not paid, the {tender} was declined</source>
        <translation>{amount} niet betaald, {tender} geweigerd</translation>
    </message>
    <message>
        <source>amount of {name} {before} → {after}</source>
        <translation>bedrag van {name} {before} → {after}</translation>
    </message>
    <message>
        <source>An affiliation needs a name. Type it.</source>
        <translation>Een aansluiting heeft een naam nodig. Typ die.</translation>
    </message>
    <message>
        <source>An order is being paid. Conclude that first, then sell.</source>
        <translation>Er wordt een order betaald. Rond dat eerst af en verkoop dan.</translation>
    </message>
    <message>
        <source>An order is being handed out or cancelled. Conclude that first, then take goods back.</source>
        <translation>Een order wordt meegegeven of geannuleerd. Rond dat eerst af en neem daarna artikelen terug.</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Kenmerk</translation>
    </message>
    <message>
        <source>Back to the sale: {lines} ×, {total}</source>
        <translation>Terug naar de verkoop: {lines} ×, {total}</translation>
    </message>
    <message>
        <source>Card for a part of the rest</source>
        <translation>Kaart voor een deel van de rest</translation>
    </message>
    <message>
        <source>Card for a part …</source>
        <translation>Kaart voor een deel …</translation>
    </message>
    <message>
        <source>Came back without a receipt</source>
        <translation>Teruggebracht zonder bon</translation>
    </message>
    <message>
        <source>by {by}</source>
        <translation>door {by}</translation>
    </message>
    <message>
        <source>Call centre</source>
        <translation>Callcenter</translation>
    </message>
    <message>
        <source>cancelled by {by}</source>
        <translation>geannuleerd door {by}</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Per e-mail</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kaartnr</translation>
    </message>
    <message>
        <source>Cards pay {given} of the other {rest}</source>
        <translation>Kaarten betalen {given} van de andere {rest}</translation>
    </message>
    <message>
        <source>Change {change} – {order}: payment taken, receipt {receipt}.</source>
        <translation>Wisselgeld {change} – {order}: betaling ontvangen, bon {receipt}.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>charges {before} → {after}</source>
        <translation>toeslagen {before} → {after}</translation>
    </message>
    <message>
        <source>Choose a customer first.</source>
        <translation>Kies eerst een klant.</translation>
    </message>
    <message>
        <source>Choose what comes back</source>
        <translation>Kies wat terugkomt</translation>
    </message>
    <message>
        <source>Credit invoice</source>
        <translation>Creditfactuur</translation>
    </message>
    <message>
        <source>collected by {after}</source>
        <translation>af te halen door {after}</translation>
    </message>
    <message>
        <source>headquarters agrees {time}</source>
        <translation>klopt met het hoofdkantoor {time}</translation>
    </message>
    <message>
        <source>Headquarters does not accept this register any more. What is not sent stays here. Call headquarters to enrol it anew.</source>
        <translation>Het hoofdkantoor accepteert deze kassa niet meer. Wat niet is verzonden, blijft hier. Bel het hoofdkantoor om hem opnieuw aan te melden.</translation>
    </message>
    <message>
        <source>Headquarters has something else than this register. Call headquarters.</source>
        <translation>Het hoofdkantoor heeft iets anders dan deze kassa. Bel het hoofdkantoor.</translation>
    </message>
    <message>
        <source>Of {day} other means of payment were taken here than headquarters has.</source>
        <translation>Op {day} zijn hier andere betaalwijzen aangenomen dan het hoofdkantoor heeft.</translation>
    </message>
    <message>
        <source>Of {day} this register has taken {ours}, headquarters has {theirs}.</source>
        <translation>Op {day} nam deze kassa {ours} aan, het hoofdkantoor heeft {theirs}.</translation>
    </message>
    <message>
        <source>Of {day} this register has {ours} transactions, headquarters has {theirs}.</source>
        <translation>Van {day} heeft deze kassa {ours} transacties, het hoofdkantoor {theirs}.</translation>
    </message>
    <message>
        <source>The journal of this register is not the one headquarters knows. Call headquarters.</source>
        <translation>Het journaal van deze kassa is niet dat wat het hoofdkantoor kent. Bel het hoofdkantoor.</translation>
    </message>
    <message>
        <source>The last number here is {ours}, but headquarters has {theirs}: an older copy was restored. Call headquarters.</source>
        <translation>Het laatste nummer hier is {ours}, maar het hoofdkantoor heeft {theirs}: een oudere kopie is teruggezet. Bel het hoofdkantoor.</translation>
    </message>
    <message>
        <source>{attribute} is '{text}', which this store does not ask.</source>
        <translation>{attribute} is '{text}', waar deze winkel niet naar vraagt.</translation>
    </message>
    <message>
        <source>{closed} The Z report did not come out: {why}. Print it again. Journal entry {number} ends the shift.</source>
        <translation>{closed} Het Z-rapport kwam er niet uit: {why}. Druk het opnieuw af. Journaalboeking {number} beëindigt de dienst.</translation>
    </message>
    <message numerus="yes">
        <source>{count} orders are one step further.</source>
        <translation>
            <numerusform>{count} order is een stap verder.</numerusform>
            <numerusform>{count} orders zijn een stap verder.</numerusform>
        </translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>Toestemming gegeven</translation>
    </message>
    <message>
        <source>Consent not asked for</source>
        <translation>Toestemming niet gevraagd</translation>
    </message>
    <message>
        <source>Consent refused</source>
        <translation>Toestemming geweigerd</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Customer change</source>
        <translation>Klantwijziging</translation>
    </message>
    <message>
        <source>Customer details</source>
        <translation>Klantgegevens</translation>
    </message>
    <message>
        <source>Discarded. Sale {order} stays as it was before.</source>
        <translation>Verworpen. Verkoop {order} blijft zoals die was.</translation>
    </message>
    <message>
        <source>day of {name}: {before} → {after}</source>
        <translation>dag van {name}: {before} → {after}</translation>
    </message>
    <message>
        <source>delivery of {name}: {before} → {after}</source>
        <translation>levering van {name}: {before} → {after}</translation>
    </message>
    <message>
        <source>deposit {before} → {after}</source>
        <translation>aanbetaling {before} → {after}</translation>
    </message>
    <message>
        <source>Customer group</source>
        <translation>Klantengroep</translation>
    </message>
    <message>
        <source>Dr., Ms.</source>
        <translation>Dr., mw.</translation>
    </message>
    <message>
        <source>E-mail or phone</source>
        <translation>E-mail of telefoon</translation>
    </message>
    <message>
        <source>E-mail or phone of {name}</source>
        <translation>E-mail of telefoon van {name}</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Klant bewerken</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} bewerken</translation>
    </message>
    <message>
        <source>How much does this card pay?</source>
        <translation>Hoeveel betaalt deze kaart?</translation>
    </message>
    <message>
        <source>Everything of this sale has come back already. Choose another sale.</source>
        <translation>Alles van deze verkoop is al teruggekomen. Kies een andere verkoop.</translation>
    </message>
    <message>
        <source>Everything that {number} stands on is back already, or was never handed out. Scan or type another number.</source>
        <translation>Alles waar {number} op staat is al terug, of werd nooit meegegeven. Scan of typ een ander nummer.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Goods came back, receipt {receipt}.</source>
        <translation>Artikelen kwamen terug, bon {receipt}.</translation>
    </message>
    <message>
        <source>Goods come back in a sale of their own. Conclude or suspend this order first.</source>
        <translation>Artikelen komen terug in een eigen verkoop. Rond deze order eerst af of parkeer die.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message numerus="yes">
        <source>Filters {count}</source>
        <translation>
            <numerusform>Filters {count}</numerusform>
            <numerusform>Filters {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>given to another store by {by}</source>
        <translation>aan een andere winkel gegeven door {by}</translation>
    </message>
    <message>
        <source>Goods of this line are picked. Undo that first, then reject it.</source>
        <translation>Artikelen van deze regel zijn verzameld. Maak dat eerst ongedaan en wijs de regel dan af.</translation>
    </message>
    <message>
        <source>Goods of this line have gone. Edit the order and void what is left of it instead.</source>
        <translation>Artikelen van deze regel zijn al weg. Bewerk de order en verwijder wat er nog over is.</translation>
    </message>
    <message>
        <source>Goods of this order are packed. Undo the packing on the work list first.</source>
        <translation>Artikelen van deze order zijn verpakt. Maak het verpakken eerst ongedaan in de werklijst.</translation>
    </message>
    <message>
        <source>handed out by {by}</source>
        <translation>uitgereikt door {by}</translation>
    </message>
    <message>
        <source>HQ</source>
        <translation>HK</translation>
    </message>
    <message>
        <source>From HQ</source>
        <translation>Van HK</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>HQ too</source>
        <translation>Ook HK</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and accounts are kept there. Refund in cash or to a card.</source>
        <translation>Het hoofdkantoor antwoordt niet, en daar worden de rekeningen bijgehouden. Betaal contant of op een kaart terug.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store takes goods back only with it. Try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en deze winkel neemt alleen daarmee artikelen terug. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>HQ: searching …</source>
        <translation>HK: zoeken …</translation>
    </message>
    <message>
        <source>Headquarters does not answer. Only what is known here is shown.</source>
        <translation>Het hoofdkantoor antwoordt niet. Alleen wat hier bekend is, wordt getoond.</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>Het verandert niets.</translation>
    </message>
    <message>
        <source>Kept here, and sent behind the customer.</source>
        <translation>Wordt hier bewaard en na de klant verzonden.</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Nog te betalen</translation>
    </message>
    <message>
        <source>Left to pay before</source>
        <translation>Nog te betalen vooraf</translation>
    </message>
    <message>
        <source>{fault}. Type a number.</source>
        <translation>{fault}. Typ een getal.</translation>
    </message>
    <message>
        <source>{found}; nobody mends versions before {least} any more: update Python</source>
        <translation>{found}; niemand herstelt nog versies van vóór {least}: werk Python bij</translation>
    </message>
    <message>
        <source>{left} is left to pay of the order, {after} after it.</source>
        <translation>Van de order is nog {left} te betalen, daarna {after}.</translation>
    </message>
    <message>
        <source>Line {number} of {order} is not rejected. Look at the order again.</source>
        <translation>Regel {number} van {order} is niet afgewezen. Bekijk de order opnieuw.</translation>
    </message>
    <message>
        <source>lines by their order</source>
        <translation>regels per order</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Loyaliteitskaart</translation>
    </message>
    <message>
        <source>Loyalty card of {name}</source>
        <translation>Loyaliteitskaart van {name}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>made an order by {by}, revision {revision}</source>
        <translation>tot order gemaakt door {by}, revisie {revision}</translation>
    </message>
    <message>
        <source>{mode} does not deliver {name} where it goes, or not any more. Choose another mode of delivery.</source>
        <translation>{mode} levert {name} niet waar het heen gaat, of niet meer. Kies een andere leveringsmethode.</translation>
    </message>
    <message>
        <source>{mode} does not take all of these lines. Choose one of the list.</source>
        <translation>{mode} neemt niet al deze regels mee. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>{name} cannot cost {price}: the most that is typed here is {limit}. Type the price again.</source>
        <translation>{name} kan geen {price} kosten: hier wordt hoogstens {limit} getypt. Typ de prijs opnieuw.</translation>
    </message>
    <message>
        <source>{name} is not sold by {unit}. Search for it again.</source>
        <translation>{name} wordt niet per {unit} verkocht. Zoek opnieuw.</translation>
    </message>
    <message>
        <source>{name} is sold by the whole {unit}: {quantity} cannot be sold. Type a quantity without decimals.</source>
        <translation>{name} wordt per hele {unit} verkocht: {quantity} kan niet worden verkocht. Typ een aantal zonder decimalen.</translation>
    </message>
    <message>
        <source>{name} is taxed by the item sales tax group {group}, which this store does not have. Put it aside and ask headquarters to publish the group.</source>
        <translation>{name} heeft de artikelbelastinggroep {group}, die deze winkel niet heeft. Leg het artikel opzij en vraag het hoofdkantoor de groep te publiceren.</translation>
    </message>
    <message>
        <source>{name} leaves with a serial number each: {given} given for {quantity}. Scan or type one for each piece.</source>
        <translation>{name} gaat weg met elk een serienummer: {given} opgegeven voor {quantity}. Scan of typ er een voor elk exemplaar.</translation>
    </message>
    <message>
        <source>Name, number, phone, e-mail, address</source>
        <translation>Naam, nummer, telefoon, e-mail, adres</translation>
    </message>
    <message>
        <source>New address of {name}</source>
        <translation>Nieuw adres van {name}</translation>
    </message>
    <message>
        <source>No address, loyalty card or affiliation yet.</source>
        <translation>Nog geen adres, loyaliteitskaart of aansluiting.</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Geen klant</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>Geen bon</translation>
    </message>
    <message>
        <source>Nobody known here has the loyalty card {card}. Search by name.</source>
        <translation>Niemand die hier bekend is, heeft de loyaliteitskaart {card}. Zoek op naam.</translation>
    </message>
    <message>
        <source>NOT A RECEIPT</source>
        <translation>GEEN KASSABON</translation>
    </message>
    <message>
        <source>Not paid: the card was declined. Use Pay on order</source>
        <translation>Niet betaald: de kaart is geweigerd. Gebruik Betalen op order</translation>
    </message>
    <message>
        <source>Nothing of this line is packed. There is nothing to unpack.</source>
        <translation>Van deze regel is niets verpakt. Er is niets uit te pakken.</translation>
    </message>
    <message>
        <source>Nothing of this line is picked. Pick it first; then it is ready for collection.</source>
        <translation>Van deze regel is niets verzameld. Verzamel eerst; daarna ligt het klaar om af te halen.</translation>
    </message>
    <message>
        <source>Nothing of this line is picked. There is nothing to put back.</source>
        <translation>Van deze regel is niets verzameld. Er is niets terug te leggen.</translation>
    </message>
    <message>
        <source>Not printed: {why}. Print it again.</source>
        <translation>Niet afgedrukt: {why}. Druk opnieuw af.</translation>
    </message>
    <message>
        <source>Nothing is typed. Scan a receipt, or type a number.</source>
        <translation>Er is niets ingetoetst. Scan een bon of toets een nummer in.</translation>
    </message>
    <message>
        <source>Nothing of this is kept.</source>
        <translation>Hiervan blijft niets bewaard.</translation>
    </message>
    <message>
        <source>Nothing of this order is left to be handled here. Choose another order.</source>
        <translation>Van deze order is hier niets meer af te handelen. Kies een andere order.</translation>
    </message>
    <message>
        <source>Nothing of this order is shipped or picked up. Say how its goods leave us first.</source>
        <translation>Van deze order wordt niets verzonden of opgehaald. Zeg eerst hoe de goederen bij ons weggaan.</translation>
    </message>
    <message>
        <source>Nothing of this sale was shipped. Take the goods back without shipping.</source>
        <translation>Van deze verkoop is niets verzonden. Neem de artikelen terug zonder verzendkosten.</translation>
    </message>
    <message>
        <source>Nothing was paid. The sale waits at register {register} and does not expire.</source>
        <translation>Er is niets betaald. De verkoop wacht op kassa {register} en verloopt niet.</translation>
    </message>
    <message>
        <source>Nothing with the number {number} is known here, and headquarters does not answer. Try again later.</source>
        <translation>Niets met nummer {number} is hier bekend, en het hoofdkantoor antwoordt niet. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Nothing would be different. Type what is to change, or close.</source>
        <translation>Er zou niets veranderen. Typ wat anders moet, of sluit.</translation>
    </message>
    <message>
        <source>Only {left} of this order is still to be paid. Type {left} or less.</source>
        <translation>Van deze order is nog maar {left} te betalen. Toets {left} of minder.</translation>
    </message>
    <message>
        <source>packed {quantity} × {name}</source>
        <translation>verpakt {quantity} × {name}</translation>
    </message>
    <message>
        <source>Packing slip</source>
        <translation>Pakbon</translation>
    </message>
    <message>
        <source>Packing slip printed.</source>
        <translation>De pakbon is afgedrukt.</translation>
    </message>
    <message>
        <source>Pay on order</source>
        <translation>Betalen op order</translation>
    </message>
    <message>
        <source>Payment on an order</source>
        <translation>Betaling op een order</translation>
    </message>
    <message>
        <source>Payment on order {order}: {due} is due.</source>
        <translation>Betaling op order {order}: {due} te betalen.</translation>
    </message>
    <message>
        <source>Payment on {order}</source>
        <translation>Betaling op {order}</translation>
    </message>
    <message>
        <source>Payment on {order} – {customer}</source>
        <translation>Betaling op {order} – {customer}</translation>
    </message>
    <message>
        <source>picked {quantity} × {name}</source>
        <translation>verzameld {quantity} × {name}</translation>
    </message>
    <message>
        <source>Phone there</source>
        <translation>Telefoon daar</translation>
    </message>
    <message>
        <source>Picking list</source>
        <translation>Verzamellijst</translation>
    </message>
    <message>
        <source>Picking list printed.</source>
        <translation>De verzamellijst is afgedrukt.</translation>
    </message>
    <message>
        <source>picking {quantity} × {name}</source>
        <translation>verzamelen {quantity} × {name}</translation>
    </message>
    <message>
        <source>price of {name} {before} → {after}</source>
        <translation>prijs van {name} {before} → {after}</translation>
    </message>
    <message>
        <source>Print packing slip</source>
        <translation>Pakbon afdrukken</translation>
    </message>
    <message>
        <source>Print picking list</source>
        <translation>Orderverzamellijst afdrukken</translation>
    </message>
    <message>
        <source>Print suspended sale</source>
        <translation>Geparkeerde verkoop afdrukken</translation>
    </message>
    <message>
        <source>Receipt {code} scanned – finish or close this sheet first.</source>
        <translation>Bon {code} gescand – rond dit scherm eerst af of sluit het.</translation>
    </message>
    <message>
        <source>Receipt, order or invoice number</source>
        <translation>Bon-, order- of factuurnummer</translation>
    </message>
    <message>
        <source>Receipts and invoices</source>
        <translation>Bonnen en facturen</translation>
    </message>
    <message>
        <source>Refund card {last_four}</source>
        <translation>Kaart {last_four} terug</translation>
    </message>
    <message>
        <source>Refund on account</source>
        <translation>Op rekening terugbetalen</translation>
    </message>
    <message>
        <source>Return product</source>
        <translation>Artikel retourneren</translation>
    </message>
    <message>
        <source>Return sale</source>
        <translation>Verkoop retourneren</translation>
    </message>
    <message>
        <source>Return transaction</source>
        <translation>Retourtransactie</translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>Retour zonder bon</translation>
    </message>
    <message>
        <source>Sale {order} stays as it was before.</source>
        <translation>Verkoop {order} blijft zoals die was.</translation>
    </message>
    <message>
        <source>Put back of {order} – {customer}</source>
        <translation>Terugleggen van {order} – {customer}</translation>
    </message>
    <message>
        <source>put back {quantity} × {name}</source>
        <translation>teruggelegd {quantity} × {name}</translation>
    </message>
    <message>
        <source>{prompt}: '{answer}' is not one of the choices. Choose one of them.</source>
        <translation>{prompt}: '{answer}' is geen van de keuzes. Kies er een.</translation>
    </message>
    <message>
        <source>{prompt}: {answer} is too little. Type {least} or more.</source>
        <translation>{prompt}: {answer} is te weinig. Typ {least} of meer.</translation>
    </message>
    <message>
        <source>{prompt}: {answer} is too much. Type {most} or less.</source>
        <translation>{prompt}: {answer} is te veel. Typ {most} of minder.</translation>
    </message>
    <message>
        <source>{quantity} ready for collection</source>
        <translation>{quantity} klaar om af te halen</translation>
    </message>
    <message>
        <source>{quantity} ready for collection ({shelf})</source>
        <translation>{quantity} klaar om af te halen ({shelf})</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>ready for collection</source>
        <translation>klaar om af te halen</translation>
    </message>
    <message>
        <source>Ready for collection</source>
        <translation>Klaar om af te halen</translation>
    </message>
    <message>
        <source>Ready for collection: {order} – {customer}</source>
        <translation>Klaar om af te halen: {order} – {customer}</translation>
    </message>
    <message>
        <source>ready for collection {quantity} × {name}</source>
        <translation>klaar om af te halen {quantity} × {name}</translation>
    </message>
    <message>
        <source>ready for collection ({shelf})</source>
        <translation>klaar om af te halen ({shelf})</translation>
    </message>
    <message>
        <source>rejected {quantity} × {name}</source>
        <translation>afgewezen {quantity} × {name}</translation>
    </message>
    <message>
        <source>removed {quantity} × {name}</source>
        <translation>verwijderd {quantity} × {name}</translation>
    </message>
    <message>
        <source>revision {revision}, changed by {by}</source>
        <translation>revisie {revision}, gewijzigd door {by}</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Afgedrukt</translation>
    </message>
    <message>
        <source>Printed and by e-mail</source>
        <translation>Afgedrukt en per e-mail</translation>
    </message>
    <message>
        <source>Provisional loyalty card</source>
        <translation>Voorlopige loyaliteitskaart</translation>
    </message>
    <message>
        <source>Receipt e-mail</source>
        <translation>E-mailadres voor bonnen</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>Hetzelfde e-mailadres</translation>
    </message>
    <message>
        <source>Same name and address</source>
        <translation>Dezelfde naam en hetzelfde adres</translation>
    </message>
    <message>
        <source>Same phone number</source>
        <translation>Hetzelfde telefoonnummer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Scan a receipt, or type a number and press Enter.</source>
        <translation>Scan een bon, of toets een nummer in en druk op Enter.</translation>
    </message>
    <message>
        <source>Scan or type the card. Leave it empty to make a new number.</source>
        <translation>Scan of typ de kaart. Laat het veld leeg om een nieuw nummer te maken.</translation>
    </message>
    <message>
        <source>Scan what comes back</source>
        <translation>Scan wat terugkomt</translation>
    </message>
    <message>
        <source>Scan or type them, with commas</source>
        <translation>Scan of typ ze, met komma's</translation>
    </message>
    <message>
        <source>Scan or type the serial number of each {name} first.</source>
        <translation>Scan of typ eerst het serienummer van elke {name}.</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Serienummer</translation>
    </message>
    <message>
        <source>serial number {after}</source>
        <translation>serienummer {after}</translation>
    </message>
    <message>
        <source>Serial numbers</source>
        <translation>Serie­nummers</translation>
    </message>
    <message>
        <source>serial numbers by line</source>
        <translation>serienummers per regel</translation>
    </message>
    <message>
        <source>Serial number {serial}</source>
        <translation>Serienummer {serial}</translation>
    </message>
    <message>
        <source>Serial number {serial} is there already. Scan another piece.</source>
        <translation>Serienummer {serial} staat er al. Scan een ander exemplaar.</translation>
    </message>
    <message>
        <source>Serial number {serial} of {name} is there already. Scan another piece.</source>
        <translation>Serienummer {serial} van {name} staat er al. Scan een ander exemplaar.</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Schap</translation>
    </message>
    <message>
        <source>shelf {after}</source>
        <translation>schap {after}</translation>
    </message>
    <message>
        <source>Search all stores</source>
        <translation>Alle winkels doorzoeken</translation>
    </message>
    <message>
        <source>Shift {number}, open since {time}.</source>
        <translation>Dienst {number}, open sinds {time}.</translation>
    </message>
    <message>
        <source>shipped {quantity} × {name}</source>
        <translation>verzonden {quantity} × {name}</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Meer tonen</translation>
    </message>
    <message>
        <source>{quantity} × {name} is too much: this store takes at most {limit} on a line. Type fewer.</source>
        <translation>{quantity} × {name} is te veel: deze winkel neemt hoogstens {limit} op een regel. Typ minder.</translation>
    </message>
    <message>
        <source>{question} needs an answer. Give one.</source>
        <translation>{question} moet beantwoord worden. Geef een antwoord.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {count} lines.</source>
        <translation>
            <numerusform>{shown} van {count} regel.</numerusform>
            <numerusform>{shown} van {count} regels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Slip of the suspended sale printed.</source>
        <translation>Bon van de geparkeerde verkoop afgedrukt.</translation>
    </message>
    <message>
        <source>Start picking</source>
        <translation>Verzamelen starten</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>{store} rejected {name}. Choose another store.</source>
        <translation>{store} heeft {name} afgewezen. Kies een andere winkel.</translation>
    </message>
    <message>
        <source>Suspended sale</source>
        <translation>Geparkeerde verkoop</translation>
    </message>
    <message>
        <source>The refund policy of this store gives nothing back that way.</source>
        <translation>De terugbetaalregels van deze winkel geven zo niets terug.</translation>
    </message>
    <message>
        <source>The refund policy of this store gives {most} back that way. Ask headquarters.</source>
        <translation>De terugbetaalregels van deze winkel geven zo {most} terug. Vraag het hoofdkantoor.</translation>
    </message>
    <message>
        <source>The refund policy of this store gives {most} back that way. Give the rest back so: {other}.</source>
        <translation>De terugbetaalregels van deze winkel geven zo {most} terug. Betaal de rest zo terug: {other}.</translation>
    </message>
    <message>
        <source>There is no receipt, order or invoice {number}. Check the number.</source>
        <translation>Er is geen bon, order of factuur {number}. Controleer het nummer.</translation>
    </message>
    <message>
        <source>This customer has no account number yet. Refund in cash or to a card.</source>
        <translation>Deze klant heeft nog geen rekeningnummer. Betaal contant of op een kaart terug.</translation>
    </message>
    <message>
        <source>This was a plain sale: everything was carried out. Use Return for what comes back.</source>
        <translation>Dit was een gewone verkoop: alles is meegenomen. Gebruik Retourneren voor wat terugkomt.</translation>
    </message>
    <message>
        <source>Which invoice do the goods come back of?</source>
        <translation>Van welke factuur komen de artikelen terug?</translation>
    </message>
    <message>
        <source>Which receipt?</source>
        <translation>Welke bon?</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>Waarom komt het terug?</translation>
    </message>
    <message>
        <source>There is no consent {consent}. Choose yes, no or unknown.</source>
        <translation>Er is geen toestemming {consent}. Kies yes, no of unknown.</translation>
    </message>
    <message>
        <source>There is no customer group {group}. Choose one of: {groups}.</source>
        <translation>Er is geen klantengroep {group}. Kies een van: {groups}.</translation>
    </message>
    <message>
        <source>There is no receipt preference {option}. Choose printed, email, both or none.</source>
        <translation>Er is geen bonvoorkeur {option}. Kies printed, email, both of none.</translation>
    </message>
    <message>
        <source>This store keeps no attribute {attribute} of its customers. Leave it out.</source>
        <translation>Deze winkel bewaart geen klantkenmerk {attribute}. Laat het weg.</translation>
    </message>
    <message>
        <source>This store keeps one e-mail and one phone of a customer. Change those instead.</source>
        <translation>Deze winkel bewaart één e-mailadres en één telefoonnummer per klant. Wijzig die in plaats daarvan.</translation>
    </message>
    <message>
        <source>This store keeps one e-mail and one phone of a customer. Choose Edit customer.</source>
        <translation>Deze winkel bewaart één e-mailadres en één telefoonnummer per klant. Kies Klant bewerken.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Type an e-mail address or a phone number.</source>
        <translation>Typ een e-mailadres of een telefoonnummer.</translation>
    </message>
    <message>
        <source>Type at least four characters to search all stores.</source>
        <translation>Typ minstens vier tekens om alle winkels te doorzoeken.</translation>
    </message>
    <message>
        <source>Where receipts go</source>
        <translation>Hier gaan bonnen naartoe</translation>
    </message>
    <message>
        <source>Which e-mail or phone?</source>
        <translation>Welk e-mailadres of telefoonnummer?</translation>
    </message>
    <message>
        <source>a list of addresses</source>
        <translation>een lijst van adressen</translation>
    </message>
    <message>
        <source>a list of lines with quantity and reason</source>
        <translation>een lijst van regels met aantal en reden</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>een lijst van hele getallen</translation>
    </message>
    <message>
        <source>A payment was taken. Remove it first, then suspend the sale.</source>
        <translation>Er is een betaling ontvangen. Verwijder die eerst en parkeer dan de verkoop.</translation>
    </message>
    <message>
        <source>A payment was taken. Remove it first, then void the sale.</source>
        <translation>Er is al betaald. Verwijder eerst de betaling en annuleer dan de verkoop.</translation>
    </message>
    <message>
        <source>A payment was taken: nothing can be undone any more. Conclude the sale, or void it.</source>
        <translation>Er is betaald: er kan niets meer ongedaan worden gemaakt. Rond de verkoop af, of annuleer die.</translation>
    </message>
    <message>
        <source>A PIN has {least} to {most} digits. Type it again.</source>
        <translation>Een pincode heeft {least} tot {most} cijfers. Toets hem opnieuw in.</translation>
    </message>
    <message>
        <source>A plain sale has no charge on the whole. Add it to a line.</source>
        <translation>Een gewone verkoop heeft geen kosten op het geheel. Voeg ze toe aan een regel.</translation>
    </message>
    <message>
        <source>A quantity is a whole number of at most 4 digits. Type it again.</source>
        <translation>Een aantal is een heel getal van hoogstens 4 cijfers. Toets het opnieuw in.</translation>
    </message>
    <message>
        <source>A quantity of {quantity} cannot be sold. Type 1 or more, or void the line.</source>
        <translation>Een aantal van {quantity} kan niet. Typ 1 of meer, of annuleer de regel.</translation>
    </message>
    <message>
        <source>A quantity of {quantity} is over the limit of {limit}. Type a smaller one.</source>
        <translation>Een aantal van {quantity} is meer dan het maximum van {limit}. Toets een kleiner aantal in.</translation>
    </message>
    <message>
        <source>A quote takes no money.</source>
        <translation>Voor een offerte wordt niets betaald.</translation>
    </message>
    <message>
        <source>A quote takes no money. Make it an order first.</source>
        <translation>Voor een offerte wordt niets betaald. Maak er eerst een order van.</translation>
    </message>
    <message>
        <source>A quote takes no money. Remove the payment first.</source>
        <translation>Een offerte neemt geen geld aan. Verwijder eerst de betaling.</translation>
    </message>
    <message>
        <source>A refund of {amount} for shipping cannot be. Type 0 or more.</source>
        <translation>Een terugbetaling van {amount} voor verzending kan niet. Typ 0 of meer.</translation>
    </message>
    <message>
        <source>A sale holds at most {limit} lines. Conclude it first.</source>
        <translation>Een verkoop heeft hoogstens {limit} regels. Rond deze eerst af.</translation>
    </message>
    <message>
        <source>A sale holds at most {limit} payments. Take the rest in one.</source>
        <translation>Een verkoop heeft hoogstens {limit} betalingen. Neem de rest in één keer.</translation>
    </message>
    <message>
        <source>A sale is open. Conclude, void or suspend it first.</source>
        <translation>Er is een verkoop open. Rond die eerst af, annuleer of parkeer die.</translation>
    </message>
    <message>
        <source>A shift is open already. Sell on, or close it first.</source>
        <translation>Er is al een dienst open. Verkoop verder, of sluit die eerst af.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>een tekst</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>een heel getal</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepteren</translation>
    </message>
    <message>
        <source>Accept this line first.</source>
        <translation>Accepteer deze regel eerst.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Geaccepteerd</translation>
    </message>
    <message>
        <source>Add charge to lines</source>
        <translation>Kosten aan regels toevoegen</translation>
    </message>
    <message>
        <source>Add charge to the order</source>
        <translation>Kosten aan order toevoegen</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>Artikel toevoegen</translation>
    </message>
    <message>
        <source>Add to lines</source>
        <translation>Aan regels toevoegen</translation>
    </message>
    <message>
        <source>Add to sale</source>
        <translation>Aan verkoop toevoegen</translation>
    </message>
    <message>
        <source>Add to the order</source>
        <translation>Aan order toevoegen</translation>
    </message>
    <message>
        <source>Add {quantity} × {name}?</source>
        <translation>{quantity} × {name} toevoegen?</translation>
    </message>
    <message>
        <source>Added {quantity} × {name}   {amount}</source>
        <translation>Toegevoegd {quantity} × {name}   {amount}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Address is</source>
        <translation>Adres is</translation>
    </message>
    <message>
        <source>Address: {address}</source>
        <translation>Adres: {address}</translation>
    </message>
    <message>
        <source>Air</source>
        <translation>Luchtpost</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle regels</translation>
    </message>
    <message>
        <source>All of this is counted already. Go on, or press None to count again.</source>
        <translation>Hiervan is alles al geteld. Ga verder, of druk op Geen om opnieuw te tellen.</translation>
    </message>
    <message>
        <source>All of this is picked. Pack it, or scan the next item.</source>
        <translation>Hiervan is alles verzameld. Verpak het, of scan het volgende artikel.</translation>
    </message>
    <message>
        <source>All of this line has gone. Use Return for what comes back.</source>
        <translation>Alles van deze regel is geleverd. Gebruik Retourneren voor wat terugkomt.</translation>
    </message>
    <message>
        <source>All of this line is packed. Ship it.</source>
        <translation>Alles van deze regel is ingepakt. Verzend hem.</translation>
    </message>
    <message>
        <source>All of this line is picked. Pack it, or hand it out.</source>
        <translation>Alles van deze regel is verzameld. Verpak hem, of geef hem mee.</translation>
    </message>
    <message>
        <source>All that fits</source>
        <translation>Alles wat past</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Bedrag</translation>
    </message>
    <message>
        <source>Amount handed over</source>
        <translation>Ontvangen bedrag</translation>
    </message>
    <message>
        <source>amounts by their kind</source>
        <translation>bedragen per soort</translation>
    </message>
    <message>
        <source>An order is being cancelled. Conclude that first, then sell.</source>
        <translation>Er wordt een order geannuleerd. Sluit dat eerst af en verkoop dan.</translation>
    </message>
    <message>
        <source>An order is open here. Conclude it or discard the changes, then suspend the next sale.</source>
        <translation>Er is hier een order open. Rond die af of verwerp de wijzigingen en parkeer dan de volgende verkoop.</translation>
    </message>
    <message>
        <source>An order keeps its customer. Discard this and make a new order for somebody else.</source>
        <translation>Een order houdt zijn klant. Verwerp dit en maak een nieuwe order voor iemand anders.</translation>
    </message>
    <message>
        <source>Another amount …</source>
        <translation>Een ander bedrag …</translation>
    </message>
    <message>
        <source>another charge is approved by a manager</source>
        <translation>andere kosten keurt een leidinggevende goed</translation>
    </message>
    <message>
        <source>Approved by {user}</source>
        <translation>Goedgekeurd door {user}</translation>
    </message>
    <message>
        <source>Ask headquarters.</source>
        <translation>Vraag het hoofdkantoor.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
    <message>
        <source>Balance at pickup</source>
        <translation>Restbedrag bij ophalen</translation>
    </message>
    <message>
        <source>Balance of the order</source>
        <translation>Rest van de order</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wordt verzonden</translation>
    </message>
    <message>
        <source>Beyond your own limit a manager approves it in the next step.</source>
        <translation>Boven je eigen grens keurt een manager het in de volgende stap goed.</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>volgens regel</translation>
    </message>
    <message>
        <source>came back {total}</source>
        <translation>teruggekomen {total}</translation>
    </message>
    <message>
        <source>Cancel at the terminal</source>
        <translation>Stoppen op de terminal</translation>
    </message>
    <message>
        <source>Cancel order ({result} {amount})</source>
        <translation>Order annuleren ({result} {amount})</translation>
    </message>
    <message>
        <source>Cancel order {order} – {customer}</source>
        <translation>Order {order} annuleren – {customer}</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>annulering</translation>
    </message>
    <message>
        <source>Cancellation charge</source>
        <translation>Annu­lerings­kosten</translation>
    </message>
    <message>
        <source>cancelled, charge {total}</source>
        <translation>geannuleerd, kosten {total}</translation>
    </message>
    <message>
        <source>Cancelling order {order}: {back} goes back.</source>
        <translation>Order {order} wordt geannuleerd: {back} gaat terug.</translation>
    </message>
    <message>
        <source>Cancelling order {order}: {due} is due.</source>
        <translation>Order {order} wordt geannuleerd: {due} te betalen.</translation>
    </message>
    <message>
        <source>Cancelling {order}</source>
        <translation>{order} annuleren</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Hoofdletters</translation>
    </message>
    <message>
        <source>card</source>
        <translation>kaart</translation>
    </message>
    <message>
        <source>Card on file</source>
        <translation>Bewaarde kaart</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>ruil</translation>
    </message>
    <message>
        <source>card on file</source>
        <translation>bewaarde kaart</translation>
    </message>
    <message>
        <source>Card on file {paid}.</source>
        <translation>Bewaarde kaart {paid}.</translation>
    </message>
    <message>
        <source>Card payment</source>
        <translation>Kaartbetaling</translation>
    </message>
    <message>
        <source>Card {paid}.</source>
        <translation>Kaart {paid}.</translation>
    </message>
    <message>
        <source>carried out {total}</source>
        <translation>meegenomen {total}</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>contant</translation>
    </message>
    <message>
        <source>Change charge</source>
        <translation>Kosten wijzigen</translation>
    </message>
    <message>
        <source>Change delivery mode</source>
        <translation>Levering wijzigen</translation>
    </message>
    <message>
        <source>Change {change} – {order}: goods handed out, receipt {receipt}.</source>
        <translation>Wisselgeld {change} – {order}: goederen uitgereikt, bon {receipt}.</translation>
    </message>
    <message>
        <source>changed from {before}</source>
        <translation>gewijzigd van {before}</translation>
    </message>
    <message>
        <source>Charge {charge} − deposit {deposit} = {due} to pay.</source>
        <translation>Kosten {charge} − aanbetaling {deposit} = {due} te betalen.</translation>
    </message>
    <message>
        <source>Charge {code}: {amount}, by rule.</source>
        <translation>Kosten {code}: {amount}, volgens regel.</translation>
    </message>
    <message>
        <source>Charge {code}: {amount}, comes with the product.</source>
        <translation>Kosten {code}: {amount}, horen bij het artikel.</translation>
    </message>
    <message>
        <source>Charge {code}: {amount}, typed.</source>
        <translation>Kosten {code}: {amount}, ingetoetst.</translation>
    </message>
    <message>
        <source>Charge {code}: {before} was changed to {amount}.</source>
        <translation>Kosten {code}: {before} is gewijzigd in {amount}.</translation>
    </message>
    <message>
        <source>Refundable charges go back by themselves here. No amount is needed.</source>
        <translation>Terugbetaalbare kosten gaan hier vanzelf terug. Een bedrag is niet nodig.</translation>
    </message>
    <message>
        <source>Charges are typed by hand in this store.</source>
        <translation>Kosten worden in deze winkel met de hand ingevoerd.</translation>
    </message>
    <message>
        <source>Charges are typed by hand in this store. Change a charge to another amount instead.</source>
        <translation>Kosten worden in deze winkel met de hand ingevoerd. Wijzig een bedrag in plaats daarvan.</translation>
    </message>
    <message>
        <source>Charges are worked out by rules here. Ship without one, then change it under Charges.</source>
        <translation>Kosten worden hier volgens regels berekend. Verzend zonder en wijzig ze onder Kosten.</translation>
    </message>
    <message>
        <source>Charges are worked out by rules.</source>
        <translation>Kosten worden volgens regels berekend.</translation>
    </message>
    <message>
        <source>Charges now {charges}.</source>
        <translation>Kosten nu {charges}.</translation>
    </message>
    <message>
        <source>Charges of the order and of its lines. Choose one to change it.</source>
        <translation>Kosten van de order en van de regels. Kies er een om te wijzigen.</translation>
    </message>
    <message>
        <source>Charges so far</source>
        <translation>Kosten tot nu toe</translation>
    </message>
    <message>
        <source>Check card payment</source>
        <translation>Kaartbetaling controleren</translation>
    </message>
    <message>
        <source>Check the card payment</source>
        <translation>De kaartbetaling controleren</translation>
    </message>
    <message>
        <source>Choose 1 or more of each line.</source>
        <translation>Kies 1 of meer van elke regel.</translation>
    </message>
    <message>
        <source>Choose 1 or more of {name}.</source>
        <translation>Kies 1 of meer van {name}.</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Dienst afsluiten</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>De dienst afsluiten</translation>
    </message>
    <message>
        <source>Count the cash first.</source>
        <translation>Tel eerst het contante geld.</translation>
    </message>
    <message>
        <source>Count the cash in the till.</source>
        <translation>Tel het contante geld in de kassa.</translation>
    </message>
    <message>
        <source>Counted cash</source>
        <translation>Geteld contant geld</translation>
    </message>
    <message>
        <source>Create customer order</source>
        <translation>Klantorder maken</translation>
    </message>
    <message>
        <source>Create quote</source>
        <translation>Offerte maken</translation>
    </message>
    <message>
        <source>Customer order</source>
        <translation>Klantorder</translation>
    </message>
    <message>
        <source>Customer search</source>
        <translation>Klant zoeken</translation>
    </message>
    <message>
        <source>Customer search, payment</source>
        <translation>Klant zoeken, betaling</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Klanten</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschadigd</translation>
    </message>
    <message>
        <source>Deposit agreed</source>
        <translation>Afgesproken aanbetaling</translation>
    </message>
    <message>
        <source>Deposit calculated</source>
        <translation>Berekende aanbetaling</translation>
    </message>
    <message>
        <source>Deposit changed</source>
        <translation>Gewijzigde aanbetaling</translation>
    </message>
    <message>
        <source>Deposit paid</source>
        <translation>Aanbetaald</translation>
    </message>
    <message>
        <source>Deposit used</source>
        <translation>Gebruikte aanbetaling</translation>
    </message>
    <message>
        <source>deposit {amount}, {tender}</source>
        <translation>aanbetaling {amount}, {tender}</translation>
    </message>
    <message>
        <source>Deposit {deposit} − charge {charge} = refund {back}.</source>
        <translation>Aanbetaling {deposit} − kosten {charge} = terug {back}.</translation>
    </message>
    <message>
        <source>Details for IT</source>
        <translation>Details voor IT</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Wijzigingen verwerpen</translation>
    </message>
    <message>
        <source>Discard changes. Hold the button, or press Enter twice</source>
        <translation>Wijzigingen verwerpen. Houd de knop vast of druk twee keer op Enter</translation>
    </message>
    <message>
        <source>Discarded. Order {order} stays as it was before.</source>
        <translation>Verworpen. Order {order} blijft zoals die was.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Korting</translation>
    </message>
    <message>
        <source>Discount in percent</source>
        <translation>Korting in procent</translation>
    </message>
    <message>
        <source>Discount, {reason}</source>
        <translation>Korting, {reason}</translation>
    </message>
    <message>
        <source>Discount: {amount} off ({reason}, allowed by {user}).</source>
        <translation>Korting: {amount} eraf ({reason}, toegestaan door {user}).</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Past niet</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>Opnieuw gedaan: {what}.</translation>
    </message>
    <message>
        <source>Drawer open.</source>
        <translation>De lade is open.</translation>
    </message>
    <message>
        <source>Edit order</source>
        <translation>Order bewerken</translation>
    </message>
    <message>
        <source>Editing order {order}</source>
        <translation>Order {order} bewerken</translation>
    </message>
    <message>
        <source>Editing order {order}.</source>
        <translation>Order {order} wordt bewerkt.</translation>
    </message>
    <message>
        <source>Editing quote {order}</source>
        <translation>Offerte {order} bewerken</translation>
    </message>
    <message>
        <source>ends with a pause</source>
        <translation>eindigt met een pauze</translation>
    </message>
    <message>
        <source>ends with Enter or Tab</source>
        <translation>eindigt met Enter of Tab</translation>
    </message>
    <message>
        <source>Everything was sent.</source>
        <translation>Alles is verzonden.</translation>
    </message>
    <message>
        <source>Expected {expected} · as counted</source>
        <translation>Verwacht {expected} · klopt</translation>
    </message>
    <message>
        <source>Expected {expected} · over by {difference}</source>
        <translation>Verwacht {expected} · {difference} te veel</translation>
    </message>
    <message>
        <source>Expected {expected} · short by {difference}</source>
        <translation>Verwacht {expected} · {difference} te weinig</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>Ruilbon</translation>
    </message>
    <message>
        <source>Gift receipt {number} printed.</source>
        <translation>Ruilbon {number} afgedrukt.</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>teruggegeven</translation>
    </message>
    <message>
        <source>Go through the lines</source>
        <translation>Door de regels lopen</translation>
    </message>
    <message>
        <source>Goods given in exchange are carried out. Make an order of its own for the others.</source>
        <translation>Geruilde goederen gaan direct mee. Maak voor de andere een eigen order.</translation>
    </message>
    <message>
        <source>Goods of an order are being handed out. Conclude that first, then sell the rest.</source>
        <translation>Er worden goederen van een order meegegeven. Sluit dat eerst af en verkoop dan de rest.</translation>
    </message>
    <message>
        <source>Goods of {order} came back, receipt {receipt}.</source>
        <translation>Goederen van {order} kwamen terug, bon {receipt}.</translation>
    </message>
    <message>
        <source>Goods that have gone used {least} of the deposit; it cannot be less. Type {least} or more.</source>
        <translation>Meegegeven goederen hebben {least} van de aanbetaling gebruikt; minder kan niet. Typ {least} of meer.</translation>
    </message>
    <message>
        <source>Goods {back} come back, new goods {new}, with charges and tax as they were.</source>
        <translation>Goederen {back} komen terug, nieuwe goederen {new}, met kosten en btw zoals ze waren.</translation>
    </message>
    <message>
        <source>Goods {back} come back, with charges and tax as they were.</source>
        <translation>Goederen {back} komen terug, met kosten en btw zoals ze waren.</translation>
    </message>
    <message>
        <source>Goods {before} → {after}.</source>
        <translation>Goederen {before} → {after}.</translation>
    </message>
    <message>
        <source>Hand back {amount}.</source>
        <translation>Geef {amount} terug.</translation>
    </message>
    <message>
        <source>Hand out, then pay</source>
        <translation>Uitreiken en betalen</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>Meegegeven aan</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and accounts are kept there. Take cash or a card.</source>
        <translation>Het hoofdkantoor antwoordt niet, en daar worden de rekeningen bijgehouden. Neem contant of een kaart aan.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this order needs it. Discard this, or try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet en deze order heeft het nodig. Verwerp dit of probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Headquarters does not answer: what other stores took back is not known here.</source>
        <translation>Het hoofdkantoor antwoordt niet: wat andere winkels terugnamen, is hier niet bekend.</translation>
    </message>
    <message>
        <source>Headquarters: {reason}</source>
        <translation>Hoofdkantoor: {reason}</translation>
    </message>
    <message>
        <source>Hold to discard</source>
        <translation>Vasthouden om te verwerpen</translation>
    </message>
    <message>
        <source>How its goods leave is said next.</source>
        <translation>Hoe de goederen weggaan, komt hierna.</translation>
    </message>
    <message>
        <source>How much cash is in the till?</source>
        <translation>Hoeveel contant geld zit er in de kassa?</translation>
    </message>
    <message>
        <source>How much of the deposit is used?</source>
        <translation>Hoeveel van de aanbetaling wordt gebruikt?</translation>
    </message>
    <message>
        <source>How much of the deposit?</source>
        <translation>Hoeveel van de aanbetaling?</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Factuur</translation>
    </message>
    <message>
        <source>It cannot be posted: {faults}</source>
        <translation>Het kan niet worden geboekt: {faults}</translation>
    </message>
    <message>
        <source>It cannot be posted: {faults} (and {number} more)</source>
        <translation>Het kan niet worden geboekt: {faults} (en nog {number})</translation>
    </message>
    <message>
        <source>It cannot be read: {fault}.</source>
        <translation>Het kan niet worden gelezen: {fault}.</translation>
    </message>
    <message>
        <source>It could not be posted. The reason is in headquarters' log.</source>
        <translation>Het kon niet worden geboekt. De reden staat in het logboek van het hoofdkantoor.</translation>
    </message>
    <message>
        <source>It waits for its customer {name}, whose document is parked.</source>
        <translation>Het wacht op de klant {name}, van wie het document opzij is gelegd.</translation>
    </message>
    <message>
        <source>goods came back without a receipt, but name lines of one</source>
        <translation>artikelen kwamen zonder bon terug, maar noemen regels van een bon</translation>
    </message>
    <message>
        <source>invoice {number}</source>
        <translation>factuur {number}</translation>
    </message>
    <message>
        <source>It is not clear whether a card was charged. Check the card payment first.</source>
        <translation>Het is niet duidelijk of een kaart is belast. Controleer eerst de kaartbetaling.</translation>
    </message>
    <message>
        <source>It is not known whether the card was charged.</source>
        <translation>Het is niet bekend of de kaart is belast.</translation>
    </message>
    <message>
        <source>It is sent again.</source>
        <translation>Het wordt opnieuw verzonden.</translation>
    </message>
    <message>
        <source>It waits for its customer {name}, who has not arrived yet.</source>
        <translation>Het wacht op de klant {name}, die nog niet is aangekomen.</translation>
    </message>
    <message>
        <source>It waits for its order, which has not been made yet.</source>
        <translation>Het wacht op zijn order, die nog niet is gemaakt.</translation>
    </message>
    <message>
        <source>It waits for the sale its goods came back of, which has not arrived yet.</source>
        <translation>Het wacht op de verkoop waarvan de artikelen terugkwamen, die nog niet is aangekomen.</translation>
    </message>
    <message>
        <source>It was cancelled, but goods of it had been handed out.</source>
        <translation>Hij werd geannuleerd, maar er waren al artikelen van meegegeven.</translation>
    </message>
    <message>
        <source>It was cancelled, but it had ended already.</source>
        <translation>Hij werd geannuleerd, maar hij was al beëindigd.</translation>
    </message>
    <message>
        <source>It was changed here and elsewhere at the same time.</source>
        <translation>Hij werd hier en elders tegelijk gewijzigd.</translation>
    </message>
    <message>
        <source>It was changed, but it had ended already.</source>
        <translation>Hij werd gewijzigd, maar hij was al beëindigd.</translation>
    </message>
    <message>
        <source>It was given back, and {more} of that is more than was owed. Ask for that.</source>
        <translation>Er werd terugbetaald, en {more} daarvan is meer dan de klant tegoed had. Vraag dat terug.</translation>
    </message>
    <message>
        <source>It was paid for, and {owed} of that is more than was left to pay. Give that back.</source>
        <translation>Er werd betaald, en {owed} daarvan is meer dan er nog te betalen was. Geef dat terug.</translation>
    </message>
    <message>
        <source>Its charges went back, but they had gone back already.</source>
        <translation>De kosten werden teruggegeven, maar dat was al gebeurd.</translation>
    </message>
    <message>
        <source>Its charges were billed, but they had been billed already.</source>
        <translation>De kosten werden gefactureerd, maar dat was al gebeurd.</translation>
    </message>
    <message>
        <source>Its part</source>
        <translation>Zijn deel</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>last received {time}</source>
        <translation>laatst ontvangen {time}</translation>
    </message>
    <message>
        <source>last sent {time}</source>
        <translation>laatst verzonden {time}</translation>
    </message>
    <message>
        <source>Line discount</source>
        <translation>Regelkorting</translation>
    </message>
    <message>
        <source>Line discount in percent</source>
        <translation>Regelkorting in procent</translation>
    </message>
    <message>
        <source>Line {number} of this order is not picked up. Choose others.</source>
        <translation>Regel {number} van deze order wordt niet opgehaald. Kies andere.</translation>
    </message>
    <message>
        <source>lines by their numbers</source>
        <translation>regels met hun nummers</translation>
    </message>
    <message>
        <source>Lines to be handled</source>
        <translation>Af te handelen regels</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Catalogusprijs</translation>
    </message>
    <message>
        <source>longest {gap} ms</source>
        <translation>langste {gap} ms</translation>
    </message>
    <message>
        <source>made at {store}</source>
        <translation>gemaakt bij {store}</translation>
    </message>
    <message>
        <source>Mark as packed</source>
        <translation>Markeren als verpakt</translation>
    </message>
    <message>
        <source>Mark as picked</source>
        <translation>Markeren als opge­nomen</translation>
    </message>
    <message>
        <source>Needs attention {number}</source>
        <translation>Vraagt aandacht {number}</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Nieuwe prijs</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Volgend veld</translation>
    </message>
    <message>
        <source>Next part of the screen; arrows within it</source>
        <translation>Volgend deel van het scherm; daarin pijlen</translation>
    </message>
    <message>
        <source>next try {time}</source>
        <translation>volgende poging {time}</translation>
    </message>
    <message>
        <source>No card can be taken for later while headquarters does not answer.</source>
        <translation>Er kan geen kaart voor later worden aangenomen zolang het hoofdkantoor niet antwoordt.</translation>
    </message>
    <message>
        <source>No card payment is open.</source>
        <translation>Er staat geen kaartbetaling open.</translation>
    </message>
    <message>
        <source>No card payment is unclear. There is nothing to check; go on.</source>
        <translation>Er is geen kaartbetaling onduidelijk. Er is niets te controleren; ga verder.</translation>
    </message>
    <message>
        <source>No card was given with this order. Take cash or a card.</source>
        <translation>Bij deze order is geen kaart gegeven. Neem contant of een kaart aan.</translation>
    </message>
    <message>
        <source>No charge code for shipping is set up. Ask headquarters to set one up.</source>
        <translation>Er is geen kostencode voor verzending ingesteld. Vraag het hoofdkantoor er een in te stellen.</translation>
    </message>
    <message>
        <source>No goods were handed over with this receipt. Print the receipt itself.</source>
        <translation>Met deze bon zijn geen artikelen meegegeven. Druk de bon zelf af.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Geen afbeelding</translation>
    </message>
    <message>
        <source>no key at the end</source>
        <translation>geen toets aan het eind</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Geen regel</translation>
    </message>
    <message>
        <source>No more of this can come back. Scan or tap another line.</source>
        <translation>Hiervan kan niets meer terugkomen. Scan of tik op een andere regel.</translation>
    </message>
    <message>
        <source>No sale is suspended on this register. Look at the register where it was suspended.</source>
        <translation>Op deze kassa is geen verkoop geparkeerd. Kijk op de kassa waar die geparkeerd is.</translation>
    </message>
    <message>
        <source>No unknown code since this register was started.</source>
        <translation>Geen onbekende code sinds deze kassa is gestart.</translation>
    </message>
    <message>
        <source>Nothing changes until the refund is done.</source>
        <translation>Er verandert niets tot het geld is teruggegeven.</translation>
    </message>
    <message>
        <source>Nothing is chosen. Choose 1 or more of a line.</source>
        <translation>Er is niets gekozen. Kies 1 of meer van een regel.</translation>
    </message>
    <message>
        <source>Nothing is chosen. Scan or tap what comes back.</source>
        <translation>Er is niets gekozen. Scan of tik aan wat terugkomt.</translation>
    </message>
    <message>
        <source>Nothing is chosen. Tap the lines first, or scan them.</source>
        <translation>Er is niets gekozen. Tik eerst de regels aan of scan ze.</translation>
    </message>
    <message>
        <source>Nothing is left on this order. Discard the changes and cancel the order instead.</source>
        <translation>Er staat niets meer op deze order. Verwerp de wijzigingen en annuleer in plaats daarvan de order.</translation>
    </message>
    <message>
        <source>Nothing is to be paid back. Take the payment, or conclude.</source>
        <translation>Er is niets terug te betalen. Neem de betaling aan of rond af.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Niets vraagt aandacht.</translation>
    </message>
    <message>
        <source>Nothing of this order is left to be handed out.</source>
        <translation>Alles van deze order is meegegeven.</translation>
    </message>
    <message>
        <source>Nothing scanned yet.</source>
        <translation>Er is nog niets gescand.</translation>
    </message>
    <message>
        <source>Nothing to do here now.</source>
        <translation>Nu is hier niets te doen.</translation>
    </message>
    <message>
        <source>Nothing to pick or pack here.</source>
        <translation>Hier is niets te verzamelen of te verpakken.</translation>
    </message>
    <message>
        <source>Nothing to pick up here.</source>
        <translation>Hier is niets op te halen.</translation>
    </message>
    <message>
        <source>Nothing to ship from here.</source>
        <translation>Hier is niets te verzenden.</translation>
    </message>
    <message>
        <source>Nothing was chosen. Choose the lines of the order.</source>
        <translation>Er is niets gekozen. Kies de regels van de order.</translation>
    </message>
    <message>
        <source>Nothing was chosen. Choose what comes back.</source>
        <translation>Er is niets gekozen. Kies wat terugkomt.</translation>
    </message>
    <message>
        <source>Nothing was chosen. Choose what is handed out.</source>
        <translation>Er is niets gekozen. Kies wat wordt meegegeven.</translation>
    </message>
    <message>
        <source>Nothing was received yet.</source>
        <translation>Er is nog niets ontvangen.</translation>
    </message>
    <message>
        <source>Number {number} of {register} is taken by another transaction.</source>
        <translation>Nummer {number} van {register} is al van een andere transactie.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>Offline (by {who})</source>
        <translation>Offline (door {who})</translation>
    </message>
    <message numerus="yes">
        <source>Offline (by {who}) · {count}</source>
        <translation>
            <numerusform>Offline (door {who}) · {count}</numerusform>
            <numerusform>Offline (door {who}) · {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline – keep selling.</source>
        <translation>Offline – verkoop gewoon door.</translation>
    </message>
    <message>
        <source>Offline – keep selling. What is made now is sent when you work online again.</source>
        <translation>Offline – verkoop gewoon door. Wat nu gemaakt wordt, gaat weg als je weer online werkt.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>on account</source>
        <translation>op rekening</translation>
    </message>
    <message>
        <source>On account {paid}.</source>
        <translation>Op rekening {paid}.</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Eén minder</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eén meer</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Eén stap terug</translation>
    </message>
    <message>
        <source>Online again. What waited is being sent.</source>
        <translation>Weer online. Wat wachtte, wordt verzonden.</translation>
    </message>
    <message>
        <source>Only {due} is due, and only cash gives change. Type {due} or less.</source>
        <translation>Er is maar {due} te betalen, en alleen contant geeft wisselgeld. Typ {due} of minder.</translation>
    </message>
    <message>
        <source>Only {left} of {name} can come back: that many were handed out and are not back yet. Type {left} or less.</source>
        <translation>Er kan maar {left} van {name} terugkomen: zoveel is meegegeven en nog niet terug. Toets {left} of minder in.</translation>
    </message>
    <message>
        <source>Only {left} of {name} is left for this. Choose fewer, or another line.</source>
        <translation>Er is maar {left} van {name} over voor deze stap. Kies er minder, of een andere regel.</translation>
    </message>
    <message>
        <source>Only {most} is due for these goods. Type {most} or less.</source>
        <translation>Voor deze goederen is maar {most} te betalen. Typ {most} of minder.</translation>
    </message>
    <message>
        <source>Only {most} of the deposit is left. Type {most} or less.</source>
        <translation>Er is maar {most} van de aanbetaling over. Typ {most} of minder.</translation>
    </message>
    <message>
        <source>Only {open} of {name} is left to hand out. Choose fewer, or another line.</source>
        <translation>Er is maar {open} van {name} over om mee te geven. Kies er minder, of een andere regel.</translation>
    </message>
    <message>
        <source>Only {owed} is to be paid back. Type {owed} or less.</source>
        <translation>Er is maar {owed} terug te betalen. Typ {owed} of minder.</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Lade openen</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>Open sinds</translation>
    </message>
    <message>
        <source>or discount</source>
        <translation>of korting</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Order geannuleerd</translation>
    </message>
    <message>
        <source>Order fulfilment</source>
        <translation>Orderafhandeling</translation>
    </message>
    <message>
        <source>Order {order} stays as it was before.</source>
        <translation>Order {order} blijft zoals die was.</translation>
    </message>
    <message>
        <source>Order {order}: {status}.</source>
        <translation>Order {order} is nu: {status}.</translation>
    </message>
    <message>
        <source>Order, customer or article</source>
        <translation>Order, klant of artikel</translation>
    </message>
    <message>
        <source>Original receipt</source>
        <translation>Oorspronkelijke bon</translation>
    </message>
    <message>
        <source>Packed of {order} – {customer}</source>
        <translation>Verpakt van {order} – {customer}</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>Nu betaald</translation>
    </message>
    <message>
        <source>paid {amount}, {tender}</source>
        <translation>betaald {amount}, {tender}</translation>
    </message>
    <message>
        <source>paper out</source>
        <translation>het papier is op</translation>
    </message>
    <message>
        <source>Pick &amp; pack</source>
        <translation>Verzamelen</translation>
    </message>
    <message>
        <source>Pick &amp; pack {order} – {customer}</source>
        <translation>{order} verzamelen en verpakken – {customer}</translation>
    </message>
    <message>
        <source>Pick up {order} – {customer}</source>
        <translation>{order} ophalen – {customer}</translation>
    </message>
    <message>
        <source>Picked of {order} – {customer}</source>
        <translation>Opgenomen van {order} – {customer}</translation>
    </message>
    <message>
        <source>picked up {total}</source>
        <translation>opgehaald {total}</translation>
    </message>
    <message>
        <source>Pickup of {order}</source>
        <translation>Ophalen van {order}</translation>
    </message>
    <message>
        <source>Pickup receipt</source>
        <translation>Ophaalbewijs</translation>
    </message>
    <message>
        <source>Pickup today</source>
        <translation>Vandaag ophalen</translation>
    </message>
    <message>
        <source>Picture of the product</source>
        <translation>Afbeelding van het artikel</translation>
    </message>
    <message>
        <source>Posting it ended headquarters twice, so it was set aside. Mend the cause, then try it again.</source>
        <translation>Het boeken stopte het hoofdkantoor twee keer, daarom is het opzijgelegd. Verhelp de oorzaak en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>prefix, {end}</source>
        <translation>prefix, {end}</translation>
    </message>
    <message>
        <source>Press Enter once more to discard them.</source>
        <translation>Druk nog een keer op Enter om ze te verwerpen.</translation>
    </message>
    <message>
        <source>price locked</source>
        <translation>prijs vergrendeld</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>Prijs nu</translation>
    </message>
    <message>
        <source>Price of {name}</source>
        <translation>Prijs van {name}</translation>
    </message>
    <message>
        <source>Price override</source>
        <translation>Prijs wijzigen</translation>
    </message>
    <message>
        <source>Price override to {price}: {reason}, allowed by {user}.</source>
        <translation>Prijsoverschrijving naar {price}: {reason}, toegestaan door {user}.</translation>
    </message>
    <message>
        <source>price override, list {price}</source>
        <translation>prijsoverschrijving, catalogus {price}</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Prijzen</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Opnieuw afdrukken</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>Proposed: keys within {median} ms, none after more than {longest} ms, at least {length} of them, {ends}.</source>
        <translation>Voorstel: toetsen binnen {median} ms, geen na meer dan {longest} ms, minstens {length}, {ends}.</translation>
    </message>
    <message>
        <source>quantities by line</source>
        <translation>aantallen per regel</translation>
    </message>
    <message>
        <source>Quantity, before or after an item</source>
        <translation>Aantal, voor of na een artikel</translation>
    </message>
    <message>
        <source>Quote expiry</source>
        <translation>Geldigheid van offerte</translation>
    </message>
    <message>
        <source>Quote {order} becomes an order</source>
        <translation>Offerte {order} wordt een order</translation>
    </message>
    <message>
        <source>Quote {order} becomes an order: {due} is due.</source>
        <translation>Offerte {order} wordt een order: {due} te betalen.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Reden: {reason}</translation>
    </message>
    <message>
        <source>Recalculate</source>
        <translation>Herberekenen</translation>
    </message>
    <message>
        <source>Recalculate charges</source>
        <translation>Kosten opnieuw berekenen</translation>
    </message>
    <message>
        <source>Recall order</source>
        <translation>Order zoeken</translation>
    </message>
    <message>
        <source>Receipt {number} was printed already, and no more copies are allowed here. Print a gift receipt instead.</source>
        <translation>Bon {number} is al afgedrukt en meer kopieën zijn hier niet toegestaan. Druk in plaats daarvan een ruilbon af.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw doen</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Terugbetaling</translation>
    </message>
    <message>
        <source>Refund card</source>
        <translation>Kaart terug</translation>
    </message>
    <message>
        <source>Refund cash</source>
        <translation>Contant terug</translation>
    </message>
    <message>
        <source>Refund in cash</source>
        <translation>Contant terugbetalen</translation>
    </message>
    <message>
        <source>Refund part</source>
        <translation>Deel terug</translation>
    </message>
    <message>
        <source>Refund removed. Take back {amount}.</source>
        <translation>Terugbetaling verwijderd. Neem {amount} terug.</translation>
    </message>
    <message>
        <source>Refund shipping charges</source>
        <translation>Verzendkosten terugbetalen</translation>
    </message>
    <message>
        <source>Refund to card</source>
        <translation>Terugbetalen op kaart</translation>
    </message>
    <message>
        <source>Refund to customer</source>
        <translation>Terug naar klant</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>Remove price lock</source>
        <translation>Prijs ontgrendelen</translation>
    </message>
    <message>
        <source>Resume sale</source>
        <translation>Verkoop hervatten</translation>
    </message>
    <message>
        <source>Return of {order}</source>
        <translation>Retour van {order}</translation>
    </message>
    <message>
        <source>Return of {order} – {customer}</source>
        <translation>Retour van {order} – {customer}</translation>
    </message>
    <message>
        <source>Return receipt</source>
        <translation>Retourbon</translation>
    </message>
    <message>
        <source>Return, then refund</source>
        <translation>Retour en terugbetalen</translation>
    </message>
    <message>
        <source>Rule: {code} for goods of {value}.</source>
        <translation>Regel: {code} voor goederen van {value}.</translation>
    </message>
    <message>
        <source>Rule: {code} for goods up to {most}; these are {value}.</source>
        <translation>Regel: {code} voor goederen tot en met {most}; deze zijn {value}.</translation>
    </message>
    <message>
        <source>Sale of {time}</source>
        <translation>Verkoop van {time}</translation>
    </message>
    <message>
        <source>Sale suspended.</source>
        <translation>Verkoop geparkeerd.</translation>
    </message>
    <message>
        <source>Sale suspended: {name}.</source>
        <translation>Verkoop geparkeerd: {name}.</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>bewaard {time}</translation>
    </message>
    <message>
        <source>Say why it comes back: choose a reason.</source>
        <translation>Zeg waarom het terugkomt: kies een reden.</translation>
    </message>
    <message>
        <source>Say why {name} comes back.</source>
        <translation>Zeg waarom {name} terugkomt.</translation>
    </message>
    <message>
        <source>Say why: choose a reason first.</source>
        <translation>Zeg waarom: kies eerst een reden.</translation>
    </message>
    <message>
        <source>Scan any code five times. Nothing goes into the sale meanwhile.</source>
        <translation>Scan vijf keer een willekeurige code. Intussen gaat niets de verkoop in.</translation>
    </message>
    <message>
        <source>Scan what comes back, then say why.</source>
        <translation>Scan wat terugkomt en zeg waarom.</translation>
    </message>
    <message>
        <source>Scan what leaves, or take it as it is. All sets it back.</source>
        <translation>Scan wat weggaat of neem het zoals het is. Alle zet het terug.</translation>
    </message>
    <message>
        <source>Scan {missing} more times first.</source>
        <translation>Scan eerst nog {missing} keer.</translation>
    </message>
    <message>
        <source>Scanner test</source>
        <translation>Scannertest</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Scans {number}</source>
        <translation>Scans {number}</translation>
    </message>
    <message>
        <source>Screen layouts</source>
        <translation>Schermindelingen</translation>
    </message>
    <message>
        <source>Search the work list</source>
        <translation>In de werklijst zoeken</translation>
    </message>
    <message>
        <source>Select the line</source>
        <translation>Regel selecteren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Share of the discount on the whole: {amount} off ({reason}, allowed by {user}).</source>
        <translation>Deel van de korting op het geheel: {amount} eraf ({reason}, toegestaan door {user}).</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Shift closed. The cash is as expected.</source>
        <translation>Dienst afgesloten. Het contante geld klopt.</translation>
    </message>
    <message>
        <source>Shift closed. {amount} more cash than expected.</source>
        <translation>Dienst afgesloten. {amount} meer contant dan verwacht.</translation>
    </message>
    <message>
        <source>Shift closed. {amount} of cash is missing.</source>
        <translation>Dienst afgesloten. Er ontbreekt {amount} contant.</translation>
    </message>
    <message>
        <source>Ship {order} – {customer}</source>
        <translation>{order} verzenden – {customer}</translation>
    </message>
    <message>
        <source>shipped {total}</source>
        <translation>verzonden {total}</translation>
    </message>
    <message>
        <source>Shipping back {amount}</source>
        <translation>Verzending terug {amount}</translation>
    </message>
    <message>
        <source>Shipping refunded</source>
        <translation>Verzendkosten terugbetaald</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Handtekening</translation>
    </message>
    <message>
        <source>Headquarters put aside what was done to this order. Tap the sync sign and see what needs attention.</source>
        <translation>Het hoofdkantoor heeft iets opzijgelegd wat met deze order is gedaan. Tik op het synchronisatieteken en kijk wat aandacht vraagt.</translation>
    </message>
    <message>
        <source>Something done to this order is still on its way. Press Sync now, then try again.</source>
        <translation>Iets wat met deze order is gedaan, is nog onderweg. Druk op Nu synchroniseren en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Geluid</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
    <message>
        <source>Still to be handed out:</source>
        <translation>Nog mee te geven:</translation>
    </message>
    <message>
        <source>Still working …</source>
        <translation>Nog bezig …</translation>
    </message>
    <message>
        <source>Store copy</source>
        <translation>Exemplaar voor de winkel</translation>
    </message>
    <message>
        <source>Suspend sale</source>
        <translation>Verkoop parkeren</translation>
    </message>
    <message numerus="yes">
        <source>Suspended sale taken up ({count} items).</source>
        <translation>
            <numerusform>Geparkeerde verkoop hervat ({count} artikel).</numerusform>
            <numerusform>Geparkeerde verkoop hervat ({count} artikelen).</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspended sales</source>
        <translation>Geparkeerde verkopen</translation>
    </message>
    <message>
        <source>Sync centre</source>
        <translation>Synchronisatie</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Betaling aannemen</translation>
    </message>
    <message>
        <source>payment taken by {by}</source>
        <translation>betaling aangenomen door {by}</translation>
    </message>
    <message>
        <source>taken back by {by}</source>
        <translation>teruggenomen door {by}</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>Eraf</translation>
    </message>
    <message>
        <source>The card on file may be charged {left} at most. Take the rest another way.</source>
        <translation>De bewaarde kaart mag met hoogstens {left} worden belast. Neem de rest op een andere manier aan.</translation>
    </message>
    <message>
        <source>The card on file was declined for goods that have gone. Take that payment first, then take them back.</source>
        <translation>De bewaarde kaart is geweigerd voor goederen die weg zijn. Neem eerst die betaling aan en neem ze dan terug.</translation>
    </message>
    <message>
        <source>The card on file was declined: {unpaid} of goods that have gone is not paid.</source>
        <translation>De bewaarde kaart is geweigerd: {unpaid} voor goederen die weg zijn, is niet betaald.</translation>
    </message>
    <message>
        <source>The card payment of {amount} was approved.</source>
        <translation>De kaartbetaling van {amount} is goedgekeurd.</translation>
    </message>
    <message>
        <source>The card terminal has not confirmed everything. Check the card payment first.</source>
        <translation>De kaartterminal heeft niet alles bevestigd. Controleer eerst de kaartbetaling.</translation>
    </message>
    <message>
        <source>The card was declined: {amount} was not taken. Try another card, or cash.</source>
        <translation>De kaart is geweigerd: {amount} is niet afgeschreven. Probeer een andere kaart, of contant.</translation>
    </message>
    <message>
        <source>The card was not charged.</source>
        <translation>De kaart is niet belast.</translation>
    </message>
    <message>
        <source>The card {card} is {name}'s already. Scan another one.</source>
        <translation>De kaart {card} is al van {name}. Scan een andere.</translation>
    </message>
    <message>
        <source>The cards given pay all of the rest. Take what is due and conclude.</source>
        <translation>De gegeven kaarten betalen de hele rest. Neem aan wat te betalen is en rond af.</translation>
    </message>
    <message>
        <source>The charge of this order was billed already. Type a charge for lines instead.</source>
        <translation>De kosten van deze order zijn al gefactureerd. Typ in plaats daarvan kosten op regels.</translation>
    </message>
    <message>
        <source>The drawer does not open. Check its cable, or use its key.</source>
        <translation>De lade gaat niet open. Controleer de kabel of gebruik de sleutel.</translation>
    </message>
    <message>
        <source>The keys are shown. Press one, or Esc.</source>
        <translation>De toetsen worden getoond. Druk er een in, of Esc.</translation>
    </message>
    <message>
        <source>The list price is {price}.</source>
        <translation>De catalogusprijs is {price}.</translation>
    </message>
    <message>
        <source>The number follows when headquarters has answered.</source>
        <translation>Het nummer volgt als het hoofdkantoor heeft geantwoord.</translation>
    </message>
    <message>
        <source>The order itself is not being changed here. Edit it to change that.</source>
        <translation>De order zelf wordt hier niet gewijzigd. Bewerk hem om dat te wijzigen.</translation>
    </message>
    <message>
        <source>The picking of this line has begun. Mark what is picked.</source>
        <translation>Het verzamelen van deze regel is begonnen. Markeer wat is verzameld.</translation>
    </message>
    <message>
        <source>The price is locked: it stays as it was agreed until it is recalculated.</source>
        <translation>De prijs is vergrendeld: hij blijft zoals afgesproken tot hij opnieuw wordt berekend.</translation>
    </message>
    <message>
        <source>The price {price} was typed or read from the label.</source>
        <translation>De prijs {price} is ingetoetst of van het etiket gelezen.</translation>
    </message>
    <message>
        <source>quantity is {quantity} in a {type}</source>
        <translation>het aantal is {quantity} in een transactie van het type {type}</translation>
    </message>
    <message>
        <source>return</source>
        <translation>retour</translation>
    </message>
    <message>
        <source>tender numbers {numbers} do not ascend</source>
        <translation>de betaalnummers {numbers} lopen niet op</translation>
    </message>
    <message>
        <source>tender {number}: {type} gives no change and is not rounded</source>
        <translation>betaling {number}: {type} geeft geen wisselgeld en wordt niet afgerond</translation>
    </message>
    <message>
        <source>texts by their names</source>
        <translation>teksten bij hun naam</translation>
    </message>
    <message>
        <source>the printer at {address} does not answer</source>
        <translation>de printer op {address} antwoordt niet</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>de klep van de printer staat open</translation>
    </message>
    <message>
        <source>The quote is valid until</source>
        <translation>De offerte is geldig tot</translation>
    </message>
    <message>
        <source>The scanner is known by what was measured.</source>
        <translation>De scanner wordt herkend aan wat is gemeten.</translation>
    </message>
    <message>
        <source>The shipped goods need {needed} on a card; {left} is given. Give the card again, or another.</source>
        <translation>De te verzenden goederen hebben {needed} op een kaart nodig; {left} is gegeven. Geef de kaart opnieuw, of een andere.</translation>
    </message>
    <message>
        <source>These goods are shipped. Pack them instead.</source>
        <translation>Deze artikelen worden verzonden. Verpak ze.</translation>
    </message>
    <message>
        <source>The shipped goods need {needed} on the card. Type {needed} or more.</source>
        <translation>De goederen die worden verzonden vragen {needed} op de kaart. Typ {needed} of meer.</translation>
    </message>
    <message>
        <source>The terminal does not answer. Check that it is on, then check the card payment again.</source>
        <translation>De terminal antwoordt niet. Kijk of hij aan staat en controleer de kaartbetaling opnieuw.</translation>
    </message>
    <message>
        <source>The terminal does not say what became of {amount}. Check the card payment first.</source>
        <translation>De terminal zegt niet wat er met {amount} is gebeurd. Controleer eerst de kaartbetaling.</translation>
    </message>
    <message>
        <source>There are no charges yet.</source>
        <translation>Er zijn nog geen kosten.</translation>
    </message>
    <message>
        <source>There is an open sale. Conclude, suspend or void it first.</source>
        <translation>Er is een open verkoop. Sluit die eerst af, parkeer of annuleer die.</translation>
    </message>
    <message>
        <source>There is no charge code {code}. Choose one of the list.</source>
        <translation>Er is geen kostencode {code}. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>There is no charge here to change. Add one instead.</source>
        <translation>Er zijn hier geen kosten om te wijzigen. Voeg ze in plaats daarvan toe.</translation>
    </message>
    <message>
        <source>There is no charge to change. Add one.</source>
        <translation>Er zijn geen kosten om te wijzigen. Voeg ze toe.</translation>
    </message>
    <message>
        <source>There is no line {number} of {name} any more.</source>
        <translation>Er is geen regel {number} met {name} meer.</translation>
    </message>
    <message>
        <source>There is no line {number} on this order. Choose one of the list.</source>
        <translation>Er is geen regel {number} op deze order. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>There is no payment of the kind {kind}. Leave it out.</source>
        <translation>Er is geen betaling van de soort {kind}. Laat die weg.</translation>
    </message>
    <message>
        <source>there is no printer at {address}</source>
        <translation>er is geen printer op {address}</translation>
    </message>
    <message>
        <source>There is no such charge to change. Add one instead.</source>
        <translation>Die kosten zijn er niet om te wijzigen. Voeg ze in plaats daarvan toe.</translation>
    </message>
    <message>
        <source>There is no type {type}. Choose order or quote.</source>
        <translation>Type {type} bestaat niet. Kies order of offerte.</translation>
    </message>
    <message>
        <source>There is nothing in the sale. Scan or type an item first.</source>
        <translation>Er zit niets in de verkoop. Scan of toets eerst een artikel in.</translation>
    </message>
    <message>
        <source>There is nothing to redo. Undo something first.</source>
        <translation>Er is niets om opnieuw te doen. Maak eerst iets ongedaan.</translation>
    </message>
    <message>
        <source>There is nothing to suspend. Scan or type an item.</source>
        <translation>Er is niets te parkeren. Scan of typ een artikel.</translation>
    </message>
    <message>
        <source>There is nothing to undo. Only changes of the open sale can be undone.</source>
        <translation>Er is niets om ongedaan te maken. Alleen wijzigingen in de open verkoop kunnen ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>These lines are of several orders. Choose lines of one order.</source>
        <translation>Deze regels zijn van meerdere orders. Kies regels van één order.</translation>
    </message>
    <message>
        <source>These lines leave in several ways. Choose lines of one delivery mode.</source>
        <translation>Deze regels gaan op verschillende manieren weg. Kies regels met één leveringsmethode.</translation>
    </message>
    <message>
        <source>This card cannot be charged later. Take another card, or choose Pay in full.</source>
        <translation>Deze kaart kan later niet worden belast. Neem een andere kaart, of kies Alles nu betalen.</translation>
    </message>
    <message>
        <source>This customer has no account number yet. Take cash or a card.</source>
        <translation>Deze klant heeft nog geen rekeningnummer. Neem contant of een kaart aan.</translation>
    </message>
    <message>
        <source>This customer has no orders.</source>
        <translation>Deze klant heeft geen orders.</translation>
    </message>
    <message>
        <source>This is a customer order. Say how its goods leave us.</source>
        <translation>Dit is een klantorder. Zeg hoe de goederen bij ons weggaan.</translation>
    </message>
    <message>
        <source>This is a quote already and stays one. Discard this, then make the quote an order.</source>
        <translation>Dit is al een offerte en blijft er een. Verwerp dit en maak dan van de offerte een order.</translation>
    </message>
    <message>
        <source>This is a quote, valid until {day}.</source>
        <translation>Dit is een offerte, geldig tot {day}.</translation>
    </message>
    <message>
        <source>This is an order already and stays one. Discard this and begin anew.</source>
        <translation>Dit is al een order en blijft er een. Verwerp dit en begin opnieuw.</translation>
    </message>
    <message>
        <source>This needs nobody any more. Look at what is waiting.</source>
        <translation>Dit vraagt niemand meer. Kijk naar wat wacht.</translation>
    </message>
    <message>
        <source>This order is not known here. Search again when headquarters answers.</source>
        <translation>Deze order is hier niet bekend. Zoek opnieuw als het hoofdkantoor antwoordt.</translation>
    </message>
    <message>
        <source>This order was changed elsewhere meanwhile. Discard this and open the order again.</source>
        <translation>Deze order is intussen elders gewijzigd. Verwerp dit en open de order opnieuw.</translation>
    </message>
    <message>
        <source>This quote is valid until {day}.</source>
        <translation>Deze offerte is geldig tot {day}.</translation>
    </message>
    <message>
        <source>This register works online already. There is nothing to do.</source>
        <translation>Deze kassa werkt al online. Er is niets te doen.</translation>
    </message>
    <message>
        <source>This sale is not suspended here. Choose one of the list.</source>
        <translation>Deze verkoop is hier niet geparkeerd. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>This scanner is as slow as typing. Program it to send F24 before each code.</source>
        <translation>Deze scanner is zo traag als typen. Programmeer hem om F24 voor elke code te sturen.</translation>
    </message>
    <message>
        <source>This store does not refund shipping.</source>
        <translation>Deze winkel betaalt geen verzendkosten terug.</translation>
    </message>
    <message>
        <source>This store does not refund shipping. Take the goods back without it.</source>
        <translation>Verzendkosten worden in deze winkel niet terugbetaald. Neem de goederen zonder terug.</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>Te accepteren</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>Te betalen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>To fulfil</source>
        <translation>Af te handelen</translation>
    </message>
    <message>
        <source>To pack</source>
        <translation>Te verpakken</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>Te verzamelen</translation>
    </message>
    <message>
        <source>pickup</source>
        <translation>ophaling</translation>
    </message>
    <message>
        <source>price {price} is from {source}, but who stated it and why does not fit that</source>
        <translation>de prijs {price} komt van {source}, maar wie hem opgaf en waarom past daar niet bij</translation>
    </message>
    <message>
        <source>the discount on the whole is said to be one on a {source}</source>
        <translation>de korting op het geheel zou er een op {source} zijn</translation>
    </message>
    <message>
        <source>there is an order, but no customer</source>
        <translation>er is een order, maar geen klant</translation>
    </message>
    <message>
        <source>total</source>
        <translation>het totaal</translation>
    </message>
    <message>
        <source>total {before} → {after}</source>
        <translation>totaal {before} → {after}</translation>
    </message>
    <message>
        <source>To the sale</source>
        <translation>Naar de verkoop</translation>
    </message>
    <message>
        <source>Today's prices make no difference: {after}.</source>
        <translation>De prijzen van vandaag maken geen verschil: {after}.</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>Te laat</translation>
    </message>
    <message>
        <source>Total discount</source>
        <translation>Totaalkorting</translation>
    </message>
    <message>
        <source>Total discount in percent</source>
        <translation>Totaalkorting in procent</translation>
    </message>
    <message>
        <source>Total {before} → {after}.</source>
        <translation>Totaal {before} → {after}.</translation>
    </message>
    <message>
        <source>Total {before} → {after}. Take today's prices?</source>
        <translation>Totaal {before} → {after}. De prijzen van vandaag nemen?</translation>
    </message>
    <message>
        <source>Treat as unpaid</source>
        <translation>Als onbetaald behandelen</translation>
    </message>
    <message>
        <source>Treated as unpaid. If the card was charged, that is undone when the terminal answers.</source>
        <translation>Geldt als onbetaald. Is de kaart belast, dan wordt dat ongedaan gemaakt zodra de terminal antwoordt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Type how much cash is in the till; 0 if there is none.</source>
        <translation>Typ hoeveel contant geld er in de kassa zit; 0 als er niets is.</translation>
    </message>
    <message>
        <source>Type the charge first.</source>
        <translation>Toets eerst de kosten in.</translation>
    </message>
    <message>
        <source>Type the new price, or a discount in percent.</source>
        <translation>Toets de nieuwe prijs in, of een korting in procent.</translation>
    </message>
    <message>
        <source>a pickup has goods that are on no order</source>
        <translation>een ophaling heeft artikelen die op geen order staan</translation>
    </message>
    <message>
        <source>a {type} has lines</source>
        <translation>een transactie van het type {type} heeft regels</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>het bedrag</translation>
    </message>
    <message>
        <source>charges</source>
        <translation>de kosten</translation>
    </message>
    <message>
        <source>answer to info codes</source>
        <translation>antwoord op infocodes</translation>
    </message>
    <message>
        <source>closed shift</source>
        <translation>gesloten dienst</translation>
    </message>
    <message>
        <source>customer change</source>
        <translation>klantwijziging</translation>
    </message>
    <message>
        <source>discount {name}</source>
        <translation>de korting {name}</translation>
    </message>
    <message>
        <source>fulfilment</source>
        <translation>afhandeling</translation>
    </message>
    <message>
        <source>it is not the text its fingerprint was made of</source>
        <translation>het is niet de tekst waarvan de vingerafdruk is gemaakt</translation>
    </message>
    <message>
        <source>it was made on register {made_on}, but sent by {sender}</source>
        <translation>het is gemaakt op kassa {made_on}, maar verzonden door {sender}</translation>
    </message>
    <message>
        <source>line {number}: {fault}</source>
        <translation>regel {number}: {fault}</translation>
    </message>
    <message>
        <source>nothing came back</source>
        <translation>er kwam niets terug</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>het betaalde bedrag</translation>
    </message>
    <message>
        <source>type is {type}, but it does not say which order it is about</source>
        <translation>het type is {type}, maar er staat niet over welke order het gaat</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>ingetoetst</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>Ongedaan gemaakt: {what}.</translation>
    </message>
    <message>
        <source>Undo packing</source>
        <translation>Uitpakken</translation>
    </message>
    <message>
        <source>Undo picking</source>
        <translation>Terugleggen</translation>
    </message>
    <message>
        <source>Unknown codes {number}</source>
        <translation>Onbekende codes {number}</translation>
    </message>
    <message>
        <source>{tender}, counted</source>
        <translation>{tender}, geteld</translation>
    </message>
    <message>
        <source>{tender}, expected</source>
        <translation>{tender}, verwacht</translation>
    </message>
    <message>
        <source>{tender}, over or short</source>
        <translation>{tender}, te veel of te weinig</translation>
    </message>
    <message>
        <source>{unpaid} of it is for goods that have gone; {after} is left to pay after it.</source>
        <translation>{unpaid} daarvan is voor goederen die weg zijn; daarna is nog {after} te betalen.</translation>
    </message>
    <message>
        <source>Unpacked of {order} – {customer}</source>
        <translation>Uitgepakt van {order} – {customer}</translation>
    </message>
    <message>
        <source>unpacked {quantity} × {name}</source>
        <translation>uitgepakt {quantity} × {name}</translation>
    </message>
    <message>
        <source>Use deposit</source>
        <translation>Aanbetaling gebruiken</translation>
    </message>
    <message>
        <source>Use these limits</source>
        <translation>Deze grenzen gebruiken</translation>
    </message>
    <message>
        <source>Use this day</source>
        <translation>Deze dag gebruiken</translation>
    </message>
    <message>
        <source>Use what was typed</source>
        <translation>Gebruiken wat getypt is</translation>
    </message>
    <message>
        <source>valid until {after}</source>
        <translation>geldig tot {after}</translation>
    </message>
    <message>
        <source>Waiting for the terminal.</source>
        <translation>Wachten op de terminal.</translation>
    </message>
    <message>
        <source>Waiting {number}</source>
        <translation>In wacht {number}</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>a part of a charge is out of place in a {type}</source>
        <translation>een deel van kosten hoort niet in een transactie van het type {type}</translation>
    </message>
    <message>
        <source>there are no lines</source>
        <translation>er zijn geen regels</translation>
    </message>
    <message>
        <source>waits for what was done before</source>
        <translation>wacht op wat eerder is gedaan</translation>
    </message>
    <message>
        <source>waits for the customer</source>
        <translation>wacht op de klant</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation>Welkom, {name}</translation>
    </message>
    <message>
        <source>{voided} Its paper did not come out.</source>
        <translation>{voided} Het papier kwam er niet uit.</translation>
    </message>
    <message>
        <source>{what} is not as headquarters signed it, so that it gives no rights here; it is fetched again at the next contact: find out who changed it</source>
        <translation>{what} is niet zoals het hoofdkantoor het heeft ondertekend en geeft hier dus geen rechten; het wordt bij het volgende contact opnieuw opgehaald: zoek uit wie het heeft gewijzigd</translation>
    </message>
    <message>
        <source>{what}, approved by {approver}</source>
        <translation>{what}, goedgekeurd door {approver}</translation>
    </message>
    <message>
        <source>What comes back, and why?</source>
        <translation>Wat komt terug, en waarom?</translation>
    </message>
    <message>
        <source>{what}, did not fit any more</source>
        <translation>{what}, paste niet meer</translation>
    </message>
    <message>
        <source>What was changed here is still to be sent.</source>
        <translation>Wat hier is gewijzigd, is nog niet verzonden.</translation>
    </message>
    <message>
        <source>What was picked of this line is packed. Undo the packing first.</source>
        <translation>Wat van deze regel is verzameld, is verpakt. Maak eerst het verpakken ongedaan.</translation>
    </message>
    <message>
        <source>Where it waits</source>
        <translation>Waar het klaarligt</translation>
    </message>
    <message>
        <source>Which address?</source>
        <translation>Welk adres?</translation>
    </message>
    <message>
        <source>Which affiliation?</source>
        <translation>Welke aansluiting?</translation>
    </message>
    <message>
        <source>Which charge is changed?</source>
        <translation>Welke kosten worden gewijzigd?</translation>
    </message>
    <message>
        <source>Which charge?</source>
        <translation>Welke kosten?</translation>
    </message>
    <message>
        <source>Which delivery mode?</source>
        <translation>Welke leveringsmethode?</translation>
    </message>
    <message>
        <source>Which discount, in percent?</source>
        <translation>Welke korting, in procent?</translation>
    </message>
    <message>
        <source>Which discount?</source>
        <translation>Welke korting?</translation>
    </message>
    <message>
        <source>Which price?</source>
        <translation>Welke prijs?</translation>
    </message>
    <message>
        <source>Which suspended sale?</source>
        <translation>Welke geparkeerde verkoop?</translation>
    </message>
    <message>
        <source>Whole order</source>
        <translation>Hele order</translation>
    </message>
    <message>
        <source>Why another charge?</source>
        <translation>Waarom andere kosten?</translation>
    </message>
    <message>
        <source>Why another price?</source>
        <translation>Waarom een andere prijs?</translation>
    </message>
    <message>
        <source>Why this price?</source>
        <translation>Waarom deze prijs?</translation>
    </message>
    <message>
        <source>with the product</source>
        <translation>bij het artikel</translation>
    </message>
    <message>
        <source>With this receipt the goods can be exchanged.</source>
        <translation>Met deze bon kunnen de artikelen worden geruild.</translation>
    </message>
    <message>
        <source>Without what was paid at pickup, the order comes to {most}. Type a deposit of {most} or less.</source>
        <translation>Zonder wat bij het ophalen is betaald, komt de order op {most}. Typ een aanbetaling van {most} of minder.</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline werken</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Weer online werken</translation>
    </message>
    <message>
        <source>{amount} cannot be a start amount. Count the till again.</source>
        <translation>{amount} kan geen startbedrag zijn. Tel de kassalade opnieuw.</translation>
    </message>
    <message>
        <source>{amount} cannot be paid in cash: the smallest coin is {coin}. Type another amount, or take a card.</source>
        <translation>{amount} kan niet contant worden betaald: de kleinste munt is {coin}. Toets een ander bedrag in, of neem een kaart.</translation>
    </message>
    <message>
        <source>{amount} cannot have been counted. Count again.</source>
        <translation>{amount} kan niet geteld zijn. Tel opnieuw.</translation>
    </message>
    <message>
        <source>{amount} given back, {tender}</source>
        <translation>{amount} teruggegeven, {tender}</translation>
    </message>
    <message>
        <source>{amount} goes back on account.</source>
        <translation>{amount} gaat terug op rekening.</translation>
    </message>
    <message>
        <source>{amount} goes back to card {last_four}.</source>
        <translation>{amount} gaat terug naar kaart {last_four}.</translation>
    </message>
    <message>
        <source>{amount} goes back to the card.</source>
        <translation>{amount} gaat terug naar de kaart.</translation>
    </message>
    <message>
        <source>{amount} is not an amount to pay back. Type {owed} or less.</source>
        <translation>{amount} is geen bedrag om terug te betalen. Typ {owed} of minder.</translation>
    </message>
    <message>
        <source>{amount} is not an amount to pay with. Type what the customer hands over.</source>
        <translation>Met {amount} kan niet worden betaald. Typ wat de klant geeft.</translation>
    </message>
    <message>
        <source>An address has no field {field}.</source>
        <translation>Een adres heeft geen veld {field}.</translation>
    </message>
    <message>
        <source>An address needs a street or a city. Type one of them.</source>
        <translation>Een adres heeft een straat of een plaats nodig. Vul een van beide in.</translation>
    </message>
    <message>
        <source>An order needs a customer. Choose Carry out all first, or another customer.</source>
        <translation>Een order heeft een klant nodig. Kies eerst Alles meenemen, of een andere klant.</translation>
    </message>
    <message>
        <source>An order needs a customer. Search for one or add a new one.</source>
        <translation>Een order heeft een klant nodig. Zoek een klant of voeg er een toe.</translation>
    </message>
    <message>
        <source>'{answer}' is not one of the choices. {prompt}</source>
        <translation>‘{answer}’ is geen van de keuzes. {prompt}</translation>
    </message>
    <message>
        <source>Any other amount than the default is approved by a manager in the next step.</source>
        <translation>Een ander bedrag dan de standaard wordt in de volgende stap door een leidinggevende goedgekeurd.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>Approval needed</source>
        <translation>Goedkeuring nodig</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Goedkeuren</translation>
    </message>
    <message>
        <source>Approves this one action only.</source>
        <translation>Keurt alleen deze ene handeling goed.</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gevraagd door</translation>
    </message>
    <message>
        <source>Asked for now</source>
        <translation>Nu gevraagd</translation>
    </message>
    <message>
        <source>At most {most} characters fit. Erase some first.</source>
        <translation>Er passen hoogstens {most} tekens. Wis er eerst een paar.</translation>
    </message>
    <message>
        <source>At pickup</source>
        <translation>Bij ophalen</translation>
    </message>
    <message>
        <source>Available when the customer number has arrived. Press Sync now.</source>
        <translation>Beschikbaar zodra het klantnummer er is. Druk op Nu synchroniseren.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Restbedrag</translation>
    </message>
    <message>
        <source>Balance, by the card given</source>
        <translation>Restbedrag, via de opgegeven kaart</translation>
    </message>
    <message>
        <source>Balance, paid at pickup</source>
        <translation>Restbedrag, te betalen bij ophalen</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Zakelijk</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Order annuleren</translation>
    </message>
    <message>
        <source>Cancel pending</source>
        <translation>Wordt geannuleerd</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message>
        <source>Cancelling costs {percent} % of the order total.</source>
        <translation>Annuleren kost {percent} % van het ordertotaal.</translation>
    </message>
    <message>
        <source>Cancelling is free of charge.</source>
        <translation>Annuleren is gratis.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Card for the rest</source>
        <translation>Kaart voor de rest</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Direct meegenomen</translation>
    </message>
    <message>
        <source>Carried out, paid</source>
        <translation>Direct meegenomen, betaald</translation>
    </message>
    <message>
        <source>Carried out: sales receipt {receipt}</source>
        <translation>Direct meegenomen: kassabon {receipt}</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>Direct meenemen</translation>
    </message>
    <message>
        <source>Carry out all</source>
        <translation>Alles meenemen</translation>
    </message>
    <message>
        <source>Carry out selected</source>
        <translation>Selectie meenemen</translation>
    </message>
    <message>
        <source>Carry-out</source>
        <translation>Direct meenemen</translation>
    </message>
    <message>
        <source>Carry-out {carried} in full + {percent} % deposit of the other {rest}.</source>
        <translation>Meenemen {carried} volledig + {percent} % aanbetaling van de overige {rest}.</translation>
    </message>
    <message>
        <source>Carry-out {carried} in full, no deposit: business customer.</source>
        <translation>Meenemen {carried} volledig, geen aanbetaling: zakelijke klant.</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Contant</translation>
    </message>
    <message>
        <source>Cash exact</source>
        <translation>Contant gepast</translation>
    </message>
    <message>
        <source>Cash rounding</source>
        <translation>Afronding contant</translation>
    </message>
    <message>
        <source>Cash {paid}.</source>
        <translation>Contant {paid}.</translation>
    </message>
    <message>
        <source>Cash {paid}. Change {change}.</source>
        <translation>Contant {paid}. Wisselgeld {change}.</translation>
    </message>
    <message>
        <source>Cash {paid}. {rest} is still due.</source>
        <translation>Contant {paid}. Nog {rest} te betalen.</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kassamedewerker</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wisselgeld</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>Wisselgeld {amount}</translation>
    </message>
    <message>
        <source>Change {change} – order {number} · {order} saved.</source>
        <translation>Wisselgeld {change} – order {number} · {order} bewaard.</translation>
    </message>
    <message>
        <source>Change {change} – order {order} saved · will be sent.</source>
        <translation>Wisselgeld {change} – order {order} bewaard · wordt doorgestuurd.</translation>
    </message>
    <message>
        <source>Change {change} – sale {receipt} saved.</source>
        <translation>Wisselgeld {change} – verkoop {receipt} bewaard.</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Controleren …</translation>
    </message>
    <message>
        <source>Choose an address</source>
        <translation>Kies een adres</translation>
    </message>
    <message>
        <source>Choose an order to read it.</source>
        <translation>Kies een order om hem te lezen.</translation>
    </message>
    <message>
        <source>Choose customer</source>
        <translation>Klant kiezen</translation>
    </message>
    <message>
        <source>carry-out</source>
        <translation>wat nu wordt meegenomen</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gekozen</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>Closed on {day}. The next open day is {next_day}.</source>
        <translation>Gesloten op {day}. De volgende open dag is {next_day}.</translation>
    </message>
    <message>
        <source>a payment of {amount} has {number} charges</source>
        <translation>een betaling van {amount} heeft {number} kostenposten</translation>
    </message>
    <message>
        <source>a share of an order's line is out of place in a {type}</source>
        <translation>een deel van een orderregel hoort niet in een transactie van het type {type}</translation>
    </message>
    <message>
        <source>a {type} is about an order, not about {about}</source>
        <translation>een transactie van het type {type} gaat over een order, niet over {about}</translation>
    </message>
    <message>
        <source>calculated deposit</source>
        <translation>de berekende aanbetaling</translation>
    </message>
    <message>
        <source>change</source>
        <translation>het wisselgeld</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>klant</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>de aanbetaling</translation>
    </message>
    <message>
        <source>due</source>
        <translation>het te betalen bedrag</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>de artikelen</translation>
    </message>
    <message>
        <source>it could not be worked out</source>
        <translation>het kon niet worden uitgerekend</translation>
    </message>
    <message>
        <source>its number is 0; numbers start at 1</source>
        <translation>het nummer is 0; nummers beginnen bij 1</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>verkoop</translation>
    </message>
    <message>
        <source>with its share of the discount on the whole it</source>
        <translation>de regel met zijn deel van de korting op het geheel</translation>
    </message>
    <message>
        <source>{amount} is not an amount to pay with. Type {due} or less.</source>
        <translation>{amount} is geen bedrag om mee te betalen. Typ {due} of minder.</translation>
    </message>
    <message>
        <source>{amount} of the deposit is used.</source>
        <translation>{amount} van de aanbetaling wordt gebruikt.</translation>
    </message>
    <message>
        <source>{amount} of the deposit used</source>
        <translation>{amount} van de aanbetaling gebruikt</translation>
    </message>
    <message>
        <source>{asked} is asked for now; nothing was paid before.</source>
        <translation>{asked} wordt nu gevraagd; er is nog niets betaald.</translation>
    </message>
    <message>
        <source>{asked} is asked for, {paid} was paid before.</source>
        <translation>{asked} wordt gevraagd, {paid} is al betaald.</translation>
    </message>
    <message>
        <source>{card} is no loyalty card of ours: they begin with {prefix} and end with a check digit. Scan it again, or leave it empty for a new one.</source>
        <translation>{card} is geen loyaliteitskaart van ons: die beginnen met {prefix} en eindigen op een controlecijfer. Scan de kaart opnieuw, of laat het veld leeg voor een nieuwe.</translation>
    </message>
    <message>
        <source>{code} has a price with a currency of its own (393n). Type the item.</source>
        <translation>{code} heeft een prijs met een eigen valuta (393n). Typ het artikel.</translation>
    </message>
    <message>
        <source>{code} is a coupon. This register takes no coupons; the price stays as it is.</source>
        <translation>{code} is een coupon. Deze kassa neemt geen coupons aan; de prijs blijft zoals hij is.</translation>
    </message>
    <message>
        <source>{code} is a customer's card. Search for the customer to put them on the sale.</source>
        <translation>{code} is een klantkaart. Zoek de klant om die aan de verkoop toe te voegen.</translation>
    </message>
    <message>
        <source>{code} is a receipt. Scan it where no sale is open to take goods back.</source>
        <translation>{code} is een bon. Scan die als er geen verkoop open is om artikelen terug te nemen.</translation>
    </message>
    <message>
        <source>{code} is a staff badge. It says who you are where a PIN is asked, and nothing else.</source>
        <translation>{code} is een personeelspas. Die zegt wie je bent waar een pincode wordt gevraagd, en verder niets.</translation>
    </message>
    <message>
        <source>{code} is a suspended sale. Conclude this one, then scan it again.</source>
        <translation>{code} is een geparkeerde verkoop. Rond deze af en scan hem opnieuw.</translation>
    </message>
    <message>
        <source>{code} is reported. The item is not in the sale.</source>
        <translation>{code} is gemeld. Het artikel zit niet in de verkoop.</translation>
    </message>
    <message>
        <source>{code} is the number of an order. Open it with Find order.</source>
        <translation>{code} is een ordernummer. Open de order met Order zoeken.</translation>
    </message>
    <message>
        <source>{code} names no item: it has no (01). Scan another code or type the item.</source>
        <translation>{code} noemt geen artikel: er is geen (01). Scan een andere code of typ het artikel.</translation>
    </message>
    <message>
        <source>{code} says ({identifier}) twice, and not the same. Type the item.</source>
        <translation>{code} noemt ({identifier}) twee keer, en niet hetzelfde. Typ het artikel.</translation>
    </message>
    <message>
        <source>{code} says 0: weigh or price the item again, or type it.</source>
        <translation>{code} zegt 0: weeg of prijs het artikel opnieuw, of typ het.</translation>
    </message>
    <message>
        <source>{code} says a quantity of 0: weigh the item again, or type it.</source>
        <translation>{code} zegt een aantal van 0: weeg het artikel opnieuw, of typ het.</translation>
    </message>
    <message>
        <source>{code} stands for several items. Which one is it?</source>
        <translation>{code} staat voor meerdere artikelen. Welk is het?</translation>
    </message>
    <message>
        <source>{code} was misread: its check digit is wrong. Scan again or type it.</source>
        <translation>{code} is verkeerd gelezen: het controlecijfer klopt niet. Scan opnieuw of typ de code.</translation>
    </message>
    <message>
        <source>{code} was misread: the check digit of the value {value} is {digit}, not {needed}. Scan again or type the item.</source>
        <translation>{code} is verkeerd gelezen: het controlecijfer van de waarde {value} is {digit}, niet {needed}. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>Opgehaald door</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Ophaler</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Doorgaan</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>KOPIE</translation>
    </message>
    <message>
        <source>Copy of receipt {number} printed.</source>
        <translation>Kopie van bon {number} afgedrukt.</translation>
    </message>
    <message>
        <source>Count the cash in the till. Every sale of this shift stands on it.</source>
        <translation>Tel het geld in de kassalade. Elke verkoop van deze dienst bouwt daarop.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message numerus="yes">
        <source>{count} attempts</source>
        <translation>
            <numerusform>{count} poging</numerusform>
            <numerusform>{count} pogingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found.</source>
        <translation>
            <numerusform>{count} gevonden.</numerusform>
            <numerusform>{count} gevonden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} h ago</source>
        <translation>
            <numerusform>{count} uur geleden</numerusform>
            <numerusform>{count} uur geleden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} here · HQ: searching …</source>
        <translation>
            <numerusform>{count} hier · HK: zoeken …</numerusform>
            <numerusform>{count} hier · HK: zoeken …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} items · {total} · {time}</source>
        <translation>
            <numerusform>{count} artikel · {total} · {time}</numerusform>
            <numerusform>{count} artikelen · {total} · {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines come back: {back} goes back.</source>
        <translation>
            <numerusform>{count} regel komt terug: {back} gaat terug.</numerusform>
            <numerusform>{count} regels komen terug: {back} gaat terug.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of order {order}: {due} is due.</source>
        <translation>
            <numerusform>{count} regel van order {order}: {due} te betalen.</numerusform>
            <numerusform>{count} regels van order {order}: {due} te betalen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} min ago</source>
        <translation>
            <numerusform>{count} min geleden</numerusform>
            <numerusform>{count} min geleden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} need attention</source>
        <translation>
            <numerusform>{count} vraagt aandacht</numerusform>
            <numerusform>{count} vragen aandacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} orders to pick up here</source>
        <translation>
            <numerusform>{count} order hier op te halen</numerusform>
            <numerusform>{count} orders hier op te halen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows</source>
        <translation>
            <numerusform>{count} rij</numerusform>
            <numerusform>{count} rijen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected.</source>
        <translation>
            <numerusform>{count} gekozen.</numerusform>
            <numerusform>{count} gekozen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} times</source>
        <translation>
            <numerusform>{count} keer</numerusform>
            <numerusform>{count} keer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} waiting</source>
        <translation>
            <numerusform>{count} in wacht</numerusform>
            <numerusform>{count} in wacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} × carried out.</source>
        <translation>
            <numerusform>{count} × direct meenemen.</numerusform>
            <numerusform>{count} × direct meenemen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} × pick up at {store} on {day}.</source>
        <translation>
            <numerusform>{count} × ophalen bij {store} op {day}.</numerusform>
            <numerusform>{count} × ophalen bij {store} op {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Customer add</source>
        <translation>Klant toevoegen</translation>
    </message>
    <message>
        <source>Customer changed mind</source>
        <translation>Klant bedacht zich</translation>
    </message>
    <message>
        <source>Customer removed.</source>
        <translation>Klant verwijderd.</translation>
    </message>
    <message>
        <source>Customer {name}</source>
        <translation>Klant {name}</translation>
    </message>
    <message>
        <source>Customer {name}, {account}</source>
        <translation>Klant {name}, {account}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Day and month, e.g. 2411</source>
        <translation>Dag en maand, bijv. 2411</translation>
    </message>
    <message>
        <source>Day {day}. Open the calendar</source>
        <translation>Dag {day}. Open de kalender</translation>
    </message>
    <message>
        <source>{currency} is no currency. Type its three letters.</source>
        <translation>{currency} is geen valuta. Typ de drie letters.</translation>
    </message>
    <message>
        <source>{day} has passed. Choose today or a later day.</source>
        <translation>{day} is voorbij. Kies vandaag of een latere dag.</translation>
    </message>
    <message>
        <source>{day} is more than a year ahead. Choose an earlier day.</source>
        <translation>{day} is meer dan een jaar vooruit. Kies een eerdere dag.</translation>
    </message>
    <message>
        <source>{day} is too early. The earliest day is {earliest}.</source>
        <translation>{day} is te vroeg. De vroegste dag is {earliest}.</translation>
    </message>
    <message>
        <source>{day} is too far ahead. The last day is {latest}.</source>
        <translation>{day} is te ver vooruit. De laatste dag is {latest}.</translation>
    </message>
    <message>
        <source>'{day}' is not a date. Choose it again.</source>
        <translation>‘{day}’ is geen datum. Kies hem opnieuw.</translation>
    </message>
    <message numerus="yes">
        <source>{day} · {count} lines can come back · {who}</source>
        <translation>
            <numerusform>{day} · {count} regel kan terugkomen · {who}</numerusform>
            <numerusform>{day} · {count} regels kunnen terugkomen · {who}</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, closed</source>
        <translation>{day}, gesloten</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Decimaalteken</translation>
    </message>
    <message>
        <source>Default deposit {percent} %</source>
        <translation>Standaard {percent} %</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Levering</translation>
    </message>
    <message>
        <source>Delivery mode</source>
        <translation>Leverings­methode</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Aanbetaling</translation>
    </message>
    <message>
        <source>Deposit (business customer) of {rest}</source>
        <translation>Aanbetaling (zakelijke klant) van {rest}</translation>
    </message>
    <message>
        <source>Deposit as agreed of {rest}</source>
        <translation>Aanbetaling volgens afspraak van {rest}</translation>
    </message>
    <message>
        <source>Deposit as agreed, {reason}.</source>
        <translation>Aanbetaling volgens afspraak, {reason}.</translation>
    </message>
    <message>
        <source>Deposit left</source>
        <translation>Aanbetaling over</translation>
    </message>
    <message>
        <source>Deposit override</source>
        <translation>Aanbetaling wijzigen</translation>
    </message>
    <message>
        <source>Deposit {before} → {after}.</source>
        <translation>Aanbetaling {before} → {after}.</translation>
    </message>
    <message>
        <source>Deposit {percent} % of {rest}</source>
        <translation>Aanbetaling {percent} % van {rest}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Nu te betalen</translation>
    </message>
    <message>
        <source>Due now (deposit)</source>
        <translation>Nu te betalen (aanbetaling)</translation>
    </message>
    <message>
        <source>{done} of {needed} scans</source>
        <translation>{done} van {needed} scans</translation>
    </message>
    <message>
        <source>{due} is owed to the customer. Give it back first.</source>
        <translation>De klant krijgt {due} terug. Geef dat eerst terug.</translation>
    </message>
    <message>
        <source>{due} is still due. Take the payment first.</source>
        <translation>Er moet nog {due} worden betaald. Neem eerst de betaling aan.</translation>
    </message>
    <message>
        <source>{due} too much was paid. Remove a payment first.</source>
        <translation>Er is {due} te veel betaald. Verwijder eerst een betaling.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Earlier weeks</source>
        <translation>Eerdere weken</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Vroegste</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>'{email}' is not an e-mail address. Correct it or leave it empty.</source>
        <translation>‘{email}’ is geen e-mailadres. Verbeter het of laat het leeg.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Everything in this sale is struck: {total}.</source>
        <translation>Alles in deze verkoop vervalt: {total}.</translation>
    </message>
    <message>
        <source>Everything is carried out</source>
        <translation>Alles gaat direct mee</translation>
    </message>
    <message>
        <source>Everything on this order was handed out. Use Return for what comes back.</source>
        <translation>Alles van deze order is uitgereikt. Gebruik Retourneren voor wat terugkomt.</translation>
    </message>
    <message>
        <source>Everything that was handed out has come back already. Choose another order.</source>
        <translation>Alles wat is uitgereikt, is al teruggekomen. Kies een andere order.</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Express</translation>
    </message>
    <message>
        <source>{fault} The built-in layout is shown; tell headquarters.</source>
        <translation>{fault} De ingebouwde indeling wordt getoond; meld het aan het hoofdkantoor.</translation>
    </message>
    <message>
        <source>{fault}. Type the amount again.</source>
        <translation>{fault}. Typ het bedrag opnieuw.</translation>
    </message>
    <message>
        <source>{fault}. Type the quantity again.</source>
        <translation>{fault}. Typ het aantal opnieuw.</translation>
    </message>
    <message>
        <source>{file} belongs to another program. Choose this register's own data folder.</source>
        <translation>{file} hoort bij een ander programma. Kies de eigen gegevensmap van deze kassa.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}</source>
        <translation>{file} kan niet worden gelezen: {why}</translation>
    </message>
    <message>
        <source>The records of this register were damaged. All {proved} receipts could be kept, other records not: tell your manager. {report} says which.</source>
        <translation>De gegevens van deze kassa waren beschadigd. Alle {proved} bonnen konden worden behouden, andere gegevens niet: zeg het de leidinggevende. {report} zegt welke.</translation>
    </message>
    <message>
        <source>The records of this register were damaged. All {proved} receipts could be kept; {report} says more.</source>
        <translation>De gegevens van deze kassa waren beschadigd. Alle {proved} bonnen konden worden behouden; {report} zegt meer.</translation>
    </message>
    <message>
        <source>The records of this register were damaged. {proved} receipts could be kept, others not: tell your manager. {report} says which.</source>
        <translation>De gegevens van deze kassa waren beschadigd. {proved} bonnen konden worden behouden, andere niet: zeg het de leidinggevende. {report} zegt welke.</translation>
    </message>
    <message>
        <source>The records of this register were put back from an older copy. Receipts {first} to {last} are not here: tell your manager. New sales get other numbers.</source>
        <translation>De gegevens van deze kassa zijn teruggezet uit een oudere kopie. De bonnen {first} tot en met {last} zijn hier niet: zeg het de leidinggevende. Nieuwe verkopen krijgen andere nummers.</translation>
    </message>
    <message>
        <source>{file} is damaged. Leave it as it is and call for help: nothing was changed.</source>
        <translation>{file} is beschadigd. Laat het zo en bel voor hulp: er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>{file} was removed or replaced while this register was open. Take no money: close it and call for help.</source>
        <translation>{file} is verwijderd of vervangen terwijl deze kassa open was. Neem geen geld aan: sluit de kassa en bel voor hulp.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Kassa (version {found} of its tables; this one knows {known}). Install the newer Kassa on this register.</source>
        <translation>{file} is geschreven door een nieuwere Kassa (tabelversie {found}; deze kent {known}). Installeer de nieuwere Kassa op deze kassa.</translation>
    </message>
    <message>
        <source>{file}: [printer] needs the address of the printer</source>
        <translation>{file}: [printer] mist het adres van de printer</translation>
    </message>
    <message>
        <source>{file}: address is {value}; it is written as &quot;192.0.2.7:9100&quot;</source>
        <translation>{file}: address is {value}; het wordt geschreven als &quot;192.0.2.7:9100&quot;</translation>
    </message>
    <message>
        <source>{file}: printer_folder is not the path of a folder</source>
        <translation>{file}: printer_folder is niet het pad van een map</translation>
    </message>
    <message>
        <source>Find order</source>
        <translation>Order zoeken</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Goods are shipped to {name}. Choose Carry out all first, then change the customer.</source>
        <translation>Er worden goederen verzonden naar {name}. Kies eerst Alles meenemen en wijzig dan de klant.</translation>
    </message>
    <message>
        <source>Goods cannot be picked up at {store}. Choose a store of the list.</source>
        <translation>Ophalen kan niet bij {store}. Kies een winkel uit de lijst.</translation>
    </message>
    <message>
        <source>Goods cannot be shipped from {store}. Choose one of the list.</source>
        <translation>Verzenden kan niet vanuit {store}. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>Goods {goods} and charges {charges}, with tax {tax} in it.</source>
        <translation>Goederen {goods} en kosten {charges}, inclusief btw {tax}.</translation>
    </message>
    <message>
        <source>Goods {goods} and tax {tax}.</source>
        <translation>Goederen {goods} en btw {tax}.</translation>
    </message>
    <message>
        <source>Goods {goods}, charges {charges} and tax {tax}.</source>
        <translation>Goederen {goods}, kosten {charges} en btw {tax}.</translation>
    </message>
    <message>
        <source>Goods {goods}, with tax {tax} in it.</source>
        <translation>Goederen {goods}, inclusief btw {tax}.</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Standaard</translation>
    </message>
    <message>
        <source>has its number {number}</source>
        <translation>heeft nummer {number}</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this customer is edited there. Try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en deze klant wordt daar bewerkt. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this needs it. Try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en is hiervoor nodig. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this order is from {store}. Try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en deze order is van {store}. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this order needs it. Try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en is voor deze order nodig. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store keeps its customers' data there. Try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en de klantgegevens van deze winkel staan daar. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store makes customers only with it. Sell without a customer, or try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en deze winkel maakt alleen samen met het kantoor klanten. Verkoop zonder klant, of probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store makes customers only with it. Try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en deze winkel maakt alleen samen met het kantoor klanten. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store makes orders only with it. Sell what can be carried out, or try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en deze winkel maakt alleen samen met het kantoor orders. Verkoop wat direct mee kan, of probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Hold to void</source>
        <translation>Vasthouden: annuleren</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Thuis</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>Hoeveel?</translation>
    </message>
    <message>
        <source>How much cash?</source>
        <translation>Hoeveel contant?</translation>
    </message>
    <message>
        <source>How will the rest be paid?</source>
        <translation>Hoe wordt de rest betaald?</translation>
    </message>
    <message>
        <source>({identifier}) {value} is too long by {more}. Scan again or type the item.</source>
        <translation>({identifier}) {value} is {more} te lang. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value} is too short by {less}. Scan again or type the item.</source>
        <translation>({identifier}) {value} is {less} te kort. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: a character GS1 does not have stands there. Scan again or type the item.</source>
        <translation>({identifier}) {value}: er staat een teken dat GS1 niet kent. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: only A-Z, digits, #, - and / can stand there. Scan again or type the item.</source>
        <translation>({identifier}) {value}: alleen A-Z, cijfers, #, - en / kunnen daar staan. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: only digits can stand there. Scan again or type the item.</source>
        <translation>({identifier}) {value}: alleen cijfers kunnen daar staan. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: only letters, digits, -, _ and = can stand there. Scan or type the item.</source>
        <translation>({identifier}) {value}: alleen letters, cijfers, -, _ en = kunnen daar staan. Scan of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: the check digit must be {digit}. Scan again or type the item.</source>
        <translation>({identifier}) {value}: het controlecijfer moet {digit} zijn. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: there is no piece {piece} of {total}. Scan again or type the item.</source>
        <translation>({identifier}) {value}: er is geen deel {piece} van {total}. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: {part} is no date (YYMMDD). Scan again or type the item.</source>
        <translation>({identifier}) {value}: {part} is geen datum (JJMMDD). Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: {part} is no time of the day. Scan again or type the item.</source>
        <translation>({identifier}) {value}: {part} is geen tijdstip. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Invoer</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Gefactureerd</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message numerus="yes">
        <source>Item ({count} voided)</source>
        <translation>
            <numerusform>Artikel ({count} geannuleerd)</numerusform>
            <numerusform>Artikel ({count} geannuleerd)</numerusform>
        </translation>
    </message>
    <message>
        <source>Item and delivery</source>
        <translation>Artikel en levering</translation>
    </message>
    <message>
        <source>Kassa {version}</source>
        <translation>Kassa {version}</translation>
    </message>
    <message>
        <source>{gap} ms</source>
        <translation>{gap} ms</translation>
    </message>
    <message>
        <source>{gone} of {name} was handed out and stays on the order. Use Return for what comes back.</source>
        <translation>{gone} van {name} is meegegeven en blijft op de order. Gebruik Retourneren voor wat terugkomt.</translation>
    </message>
    <message>
        <source>{gone} of {name} was handed out; its delivery stays as it was. Choose other lines.</source>
        <translation>{gone} van {name} is meegegeven; de levering blijft zoals die was. Kies andere regels.</translation>
    </message>
    <message>
        <source>{gone} of {name} was handed out; its price stays as it was. Choose another line.</source>
        <translation>{gone} van {name} is uitgereikt; de prijs blijft zoals die was. Kies een andere regel.</translation>
    </message>
    <message>
        <source>{packed} of {name} is packed; its delivery stays. Undo the packing on the work list first.</source>
        <translation>{packed} van {name} is verpakt; de levering blijft zoals die is. Maak het verpakken eerst ongedaan in de werklijst.</translation>
    </message>
    <message>
        <source>{packed} of {name} is packed and stays on the order. Undo the packing on the work list first.</source>
        <translation>{packed} van {name} is verpakt en blijft op de order. Maak het verpakken eerst ongedaan in de werklijst.</translation>
    </message>
    <message>
        <source>{here} here · {there} more at HQ</source>
        <translation>{here} hier · nog {there} bij HK</translation>
    </message>
    <message>
        <source>{label} has characters that cannot be kept. Type it again.</source>
        <translation>{label}: sommige tekens kunnen niet worden bewaard. Typ het opnieuw.</translation>
    </message>
    <message>
        <source>{label} is {length} characters long; at most {longest} fit. Make it shorter.</source>
        <translation>{label} is {length} tekens lang; er passen er hoogstens {longest}. Maak de tekst korter.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Language: {name}.</source>
        <translation>Taal: {name}.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Later weeks</source>
        <translation>Latere weken</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Lines have shipping charges. A charge is on the order or on lines, never both.</source>
        <translation>Regels hebben verzendkosten. Kosten staan op de order of op regels, nooit op beide.</translation>
    </message>
    <message>
        <source>Lines of the sale</source>
        <translation>Regels van de verkoop</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Vergrendelen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Vergrendeld</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Vergrendeld.</translation>
    </message>
    <message>
        <source>Made here lately.</source>
        <translation>Hier onlangs gemaakt.</translation>
    </message>
    <message>
        <source>Make it an order</source>
        <translation>Order van maken</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>May not be sold. Put it aside.</source>
        <translation>Mag niet worden verkocht. Leg het artikel opzij.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Name, number or code</source>
        <translation>Naam, nummer of code</translation>
    </message>
    <message>
        <source>{left} can come back · {ordered} ordered</source>
        <translation>{left} kan terugkomen · {ordered} besteld</translation>
    </message>
    <message>
        <source>{left} can come back · {ordered} ordered, {returned} returned</source>
        <translation>{left} kan terugkomen · {ordered} besteld, {returned} retour</translation>
    </message>
    <message>
        <source>{left} of the deposit would be left over. Edit the order and state its deposit again first.</source>
        <translation>{left} van de aanbetaling zou overblijven. Bewerk eerst de order en geef de aanbetaling opnieuw op.</translation>
    </message>
    <message>
        <source>{left} of {ordered} left</source>
        <translation>{left} van {ordered} over</translation>
    </message>
    <message>
        <source>{misfit} Discard this and open the order again.</source>
        <translation>{misfit} Verwerp dit en open de order opnieuw.</translation>
    </message>
    <message>
        <source>{name} (cannot approve an own request)</source>
        <translation>{name} (kan het eigen verzoek niet goedkeuren)</translation>
    </message>
    <message>
        <source>{name} added, {account}.</source>
        <translation>{name} toegevoegd, {account}.</translation>
    </message>
    <message>
        <source>{name} cannot cost {price}: prices go from 0 to {limit}. Type the price again.</source>
        <translation>{name} kan geen {price} kosten: prijzen gaan van 0 tot {limit}. Typ de prijs opnieuw.</translation>
    </message>
    <message>
        <source>{name} changed.</source>
        <translation>{name} is gewijzigd.</translation>
    </message>
    <message>
        <source>{name} comes back and stays as it is. Void the line and begin again.</source>
        <translation>{name} komt terug en blijft zo. Annuleer de regel en begin opnieuw.</translation>
    </message>
    <message>
        <source>{name} comes back from an order and stays as it is. Discard it and begin again.</source>
        <translation>{name} komt terug van een order en blijft zoals het is. Verwerp het en begin opnieuw.</translation>
    </message>
    <message>
        <source>{name} comes to more than {limit}. Check price and quantity.</source>
        <translation>{name} komt boven {limit}. Controleer prijs en aantal.</translation>
    </message>
    <message>
        <source>{name} comes to {amount}.</source>
        <translation>{name} komt op {amount}.</translation>
    </message>
    <message>
        <source>{name} has a price of its own. Add it without a price.</source>
        <translation>{name} heeft een eigen prijs. Voeg het zonder prijs toe.</translation>
    </message>
    <message>
        <source>{name} has another address now.</source>
        <translation>{name} heeft nu een adres erbij.</translation>
    </message>
    <message>
        <source>{name} has characters that cannot be read. Type it again.</source>
        <translation>{name}: sommige tekens zijn onleesbaar. Typ het opnieuw.</translation>
    </message>
    <message>
        <source>{name} has the affiliation {affiliation} already. Choose another one.</source>
        <translation>{name} heeft de aansluiting {affiliation} al. Kies een andere.</translation>
    </message>
    <message>
        <source>{name} has the affiliation {affiliation} now.</source>
        <translation>{name} heeft nu de aansluiting {affiliation}.</translation>
    </message>
    <message>
        <source>{name} has the card {card} already. Scan another card.</source>
        <translation>{name} heeft de kaart {card} al. Scan een andere kaart.</translation>
    </message>
    <message>
        <source>{name} has the card {card}; it is provisional until the customer number has arrived.</source>
        <translation>{name} heeft kaart {card}; die is voorlopig tot het klantnummer er is.</translation>
    </message>
    <message>
        <source>{name} has the loyalty card {card} now.</source>
        <translation>{name} heeft nu de loyaliteitskaart {card}.</translation>
    </message>
    <message>
        <source>{name} is a day, not '{typed}'. Type it like 2026-12-24.</source>
        <translation>{name} is een dag, niet '{typed}'. Typ die als 2026-12-24.</translation>
    </message>
    <message>
        <source>{name} is a number, not '{typed}'. Type it again.</source>
        <translation>{name} is een getal, niet '{typed}'. Typ het opnieuw.</translation>
    </message>
    <message>
        <source>{name} is a whole number, not '{typed}'. Type it again.</source>
        <translation>{name} is een geheel getal, niet '{typed}'. Typ het opnieuw.</translation>
    </message>
    <message>
        <source>{name} is at least {least}. Type it again.</source>
        <translation>{name} is minstens {least}. Typ het opnieuw.</translation>
    </message>
    <message>
        <source>{name} is at most {most}. Type it again.</source>
        <translation>{name} is hoogstens {most}. Typ het opnieuw.</translation>
    </message>
    <message>
        <source>{name} is not among these lines. Tap a line instead.</source>
        <translation>{name} staat niet bij deze regels. Tik een regel aan.</translation>
    </message>
    <message>
        <source>{name} is not shipped. Choose Ship to send it.</source>
        <translation>{name} wordt niet verzonden. Kies Verzenden om het te verzenden.</translation>
    </message>
    <message>
        <source>{name} is one of {choices}, not '{typed}'. Choose one.</source>
        <translation>{name} is een van {choices}, niet '{typed}'. Kies er een.</translation>
    </message>
    <message>
        <source>{name} is picked up at {store}. Send the customer there, or edit the order.</source>
        <translation>{name} wordt opgehaald in {store}. Stuur de klant daarheen of bewerk de order.</translation>
    </message>
    <message>
        <source>{name} is too long: at most {longest} characters. Make it shorter.</source>
        <translation>{name} is te lang: hoogstens {longest} tekens. Maak de tekst korter.</translation>
    </message>
    <message>
        <source>{name} locked this register. Sign in instead.</source>
        <translation>{name} heeft deze kassa vergrendeld. Meld je zelf aan.</translation>
    </message>
    <message>
        <source>{name} may not be sold. Put it aside.</source>
        <translation>{name} mag niet worden verkocht. Leg het artikel opzij.</translation>
    </message>
    <message>
        <source>{name} may only be used until {day}. Put it aside.</source>
        <translation>{name} is maar houdbaar tot {day}. Leg het artikel opzij.</translation>
    </message>
    <message>
        <source>{name} must be {wanted}.</source>
        <translation>{name} moet {wanted} zijn.</translation>
    </message>
    <message>
        <source>{name} now has customer number {account}.</source>
        <translation>{name} heeft nu klantnummer {account}.</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>goedkeuring nodig</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nieuwe klant</translation>
    </message>
    <message>
        <source>New deposit</source>
        <translation>Nieuwe aanbetaling</translation>
    </message>
    <message>
        <source>New deposit in percent</source>
        <translation>Nieuwe aanbetaling in procenten</translation>
    </message>
    <message>
        <source>Next item is a return</source>
        <translation>Volgend artikel is een retour</translation>
    </message>
    <message>
        <source>No cancellation charge is set up. Ask headquarters to set one up, or edit the order.</source>
        <translation>Er zijn geen annuleringskosten ingesteld. Vraag het hoofdkantoor om ze in te stellen, of bewerk de order.</translation>
    </message>
    <message>
        <source>No charge code for shipping is set up. Headquarters has to set one up.</source>
        <translation>Er is geen code voor verzendkosten ingesteld. Het hoofdkantoor moet er een instellen.</translation>
    </message>
    <message>
        <source>No charge code for shipping is set up. Ship without a charge, or ask headquarters.</source>
        <translation>Er is geen code voor verzendkosten ingesteld. Verzend zonder kosten, of vraag het hoofdkantoor.</translation>
    </message>
    <message>
        <source>No customer with account {account} is known here. Search by name.</source>
        <translation>Hier is geen klant met klantnummer {account} bekend. Zoek op naam.</translation>
    </message>
    <message>
        <source>No customer – press F2 to search or add one</source>
        <translation>Geen klant – druk op F2 om te zoeken of toe te voegen</translation>
    </message>
    <message>
        <source>No customer. Search for one</source>
        <translation>Geen klant. Zoek een klant</translation>
    </message>
    <message>
        <source>No deposit: business customer.</source>
        <translation>Geen aanbetaling: zakelijke klant.</translation>
    </message>
    <message>
        <source>No match for '{typed}'.</source>
        <translation>Niets gevonden voor ‘{typed}’.</translation>
    </message>
    <message>
        <source>No match for '{typed}'. Press New customer to add one.</source>
        <translation>Niets gevonden voor ‘{typed}’. Druk op Nieuwe klant om er een toe te voegen.</translation>
    </message>
    <message>
        <source>No order found.</source>
        <translation>Geen order gevonden.</translation>
    </message>
    <message>
        <source>No orders found.</source>
        <translation>Geen orders gevonden.</translation>
    </message>
    <message>
        <source>No payment was taken. There is none to remove.</source>
        <translation>Er is niets betaald. Er is er geen om te verwijderen.</translation>
    </message>
    <message>
        <source>No shift is open. Open one with the start amount.</source>
        <translation>Er is geen dienst open. Open er een met het startbedrag.</translation>
    </message>
    <message>
        <source>Nobody else with this right is known here. Close, and leave it as it was.</source>
        <translation>Niemand anders met dit recht is hier bekend. Sluit, en laat het zoals het was.</translation>
    </message>
    <message>
        <source>Nobody is found. Type another name, or press New customer.</source>
        <translation>Niemand gevonden. Typ een andere naam, of druk op Nieuwe klant.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in first.</source>
        <translation>Er is niemand aangemeld. Meld je eerst aan.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Not added: {code} – sign in or unlock first.</source>
        <translation>Niet toegevoegd: {code} – meld je eerst aan of ontgrendel.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Niet gedaan</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>Niet aangemeld</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Nog te sturen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>nothing can be drawn without the window's program</source>
        <translation>zonder het vensterprogramma kan niets worden getekend</translation>
    </message>
    <message>
        <source>Nothing is due. Conclude the sale.</source>
        <translation>Er is niets te betalen. Rond de verkoop af.</translation>
    </message>
    <message>
        <source>Nothing is due. Scan or type an item.</source>
        <translation>Er is niets te betalen. Scan of typ een artikel.</translation>
    </message>
    <message>
        <source>Nothing is found. Type another name or number.</source>
        <translation>Niets gevonden. Typ een andere naam of een ander nummer.</translation>
    </message>
    <message>
        <source>Nothing is left to pay later. Take what is due and conclude.</source>
        <translation>Er blijft niets over om later te betalen. Neem aan wat te betalen is en rond af.</translation>
    </message>
    <message>
        <source>Nothing is left to pick up. What is still open is shipped.</source>
        <translation>Er is niets meer om op te halen. Wat nog open is, wordt verzonden.</translation>
    </message>
    <message>
        <source>Nothing left to pay</source>
        <translation>Niets meer te betalen</translation>
    </message>
    <message>
        <source>Nothing of this order was handed out yet. Cancel or edit it instead.</source>
        <translation>Van deze order is nog niets uitgereikt. Annuleer of bewerk hem.</translation>
    </message>
    <message>
        <source>Nothing on this order is to be picked up. Use Pick &amp; pack instead.</source>
        <translation>Van deze order hoeft niets te worden opgehaald. Gebruik in plaats daarvan Verzamelen.</translation>
    </message>
    <message>
        <source>Nothing paid yet</source>
        <translation>Nog niets betaald</translation>
    </message>
    <message>
        <source>Now a normal sale – deposit removed.</source>
        <translation>Nu een gewone verkoop – aanbetaling verwijderd.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>number follows</source>
        <translation>nummer volgt</translation>
    </message>
    <message>
        <source>Number, name or phone</source>
        <translation>Nummer, naam of telefoon</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>van {total}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>Offline · {count} waiting</source>
        <translation>
            <numerusform>Offline · {count} in wacht</numerusform>
            <numerusform>Offline · {count} in wacht</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline – keep selling. Orders and customers are saved here and sent later. Not available now: other stores' orders.</source>
        <translation>Offline – verkoop gewoon door. Orders en klanten worden hier bewaard en later doorgestuurd. Nu niet beschikbaar: orders van andere winkels.</translation>
    </message>
    <message>
        <source>Offline: saved here, sent later. The number follows when headquarters has answered.</source>
        <translation>Offline: wordt hier bewaard en later doorgestuurd. Het nummer volgt als het hoofdkantoor heeft geantwoord.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Op rekening</translation>
    </message>
    <message>
        <source>One-time</source>
        <translation>Eenmalig</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Only an order is paid later. Take the payment now.</source>
        <translation>Alleen een order wordt later betaald. Neem de betaling nu aan.</translation>
    </message>
    <message>
        <source>Only the name is needed</source>
        <translation>Alleen de naam is nodig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>open sale of {count} items is kept</source>
        <translation>
            <numerusform>open verkoop met {count} artikel blijft bewaard</numerusform>
            <numerusform>open verkoop met {count} artikelen blijft bewaard</numerusform>
        </translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>Dienst openen</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>Dienst openen</translation>
    </message>
    <message>
        <source>Receiving products: {rows} of {total}</source>
        <translation>Artikelen ontvangen: {rows} van {total}</translation>
    </message>
    <message>
        <source>Receiving prices: {rows} of {total}</source>
        <translation>Prijzen ontvangen: {rows} van {total}</translation>
    </message>
    <message>
        <source>Receiving the data of this register …</source>
        <translation>Gegevens van deze kassa worden opgehaald …</translation>
    </message>
    <message>
        <source>This register still receives its products and prices. It sells as soon as all of them are here.</source>
        <translation>Deze kassa ontvangt nog artikelen en prijzen. Ze verkoopt zodra alles er is.</translation>
    </message>
    <message>
        <source>Opening the register …</source>
        <translation>Kassa wordt geopend …</translation>
    </message>
    <message>
        <source>or</source>
        <translation>of</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Order confirmation – deposit</source>
        <translation>Orderbevestiging – aanbetaling</translation>
    </message>
    <message>
        <source>Number, name, phone or e-mail</source>
        <translation>Nummer, naam, tel., e-mail</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>Totaal order</translation>
    </message>
    <message>
        <source>Order {order} now has number {number}.</source>
        <translation>Order {order} heeft nu nummer {number}.</translation>
    </message>
    <message>
        <source>Order {total} · due now {due} · later {later}</source>
        <translation>Order {total} · nu te betalen {due} · later {later}</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Orders found</source>
        <translation>Gevonden orders</translation>
    </message>
    <message>
        <source>Orders on this register. Headquarters is not reachable (since {time}).</source>
        <translation>Orders op deze kassa. Het hoofdkantoor is niet bereikbaar (sinds {time}).</translation>
    </message>
    <message>
        <source>Orders on this register. Headquarters is not reachable.</source>
        <translation>Orders op deze kassa. Het hoofdkantoor is niet bereikbaar.</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Ons nummer</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Verpakt</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Betaald</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>Volledig betaald</translation>
    </message>
    <message>
        <source>Paid so far</source>
        <translation>Tot nu toe betaald</translation>
    </message>
    <message>
        <source>{number} is no receipt of a plain sale. Use Return on its order.</source>
        <translation>{number} is geen bon van een gewone verkoop. Gebruik Retourneren bij de order.</translation>
    </message>
    <message>
        <source>{off} discount</source>
        <translation>{off} korting</translation>
    </message>
    <message>
        <source>{off}, price override, list {price}</source>
        <translation>{off}, prijsoverschrijving, catalogus {price}</translation>
    </message>
    <message>
        <source>{order} has no invoice {name} that goods can come back of. Choose one of the list.</source>
        <translation>{order} heeft geen factuur {name} waarvan artikelen kunnen terugkomen. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>{order} is cancelled, receipt {receipt}.</source>
        <translation>{order} is geannuleerd, bon {receipt}.</translation>
    </message>
    <message>
        <source>{owed} is to be paid back, so nothing can be paid. Refund it.</source>
        <translation>{owed} moet worden terugbetaald, dus er kan niets worden betaald. Betaal het terug.</translation>
    </message>
    <message>
        <source>{paid} has been paid already. Remove the payment first.</source>
        <translation>Er is al {paid} betaald. Verwijder eerst de betaling.</translation>
    </message>
    <message>
        <source>Partially invoiced</source>
        <translation>Gedeeltelijk gefactureerd</translation>
    </message>
    <message>
        <source>Partially packed</source>
        <translation>Gedeeltelijk verpakt</translation>
    </message>
    <message>
        <source>Partially picked</source>
        <translation>Gedeeltelijk verzameld</translation>
    </message>
    <message>
        <source>Pay at pickup</source>
        <translation>Betalen bij ophalen</translation>
    </message>
    <message>
        <source>Pay in full</source>
        <translation>Alles nu betalen</translation>
    </message>
    <message>
        <source>Pay in full now</source>
        <translation>Alles nu betalen</translation>
    </message>
    <message>
        <source>Pay the rest later</source>
        <translation>Rest later betalen</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>Payment removed. Hand back {amount}.</source>
        <translation>Betaling verwijderd. Geef {amount} terug.</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Betalingen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Nog accepteren</translation>
    </message>
    <message>
        <source>Pending sync</source>
        <translation>Wacht op sync</translation>
    </message>
    <message>
        <source>(pending sync)</source>
        <translation>(wacht op sync)</translation>
    </message>
    <message>
        <source>{percent} % deposit of {rest}.</source>
        <translation>{percent} % aanbetaling van {rest}.</translation>
    </message>
    <message>
        <source>'{percent}' is not a share. Type 0 to 100.</source>
        <translation>‘{percent}’ is geen percentage. Typ 0 tot 100.</translation>
    </message>
    <message>
        <source>'{percent}' is not a tax rate. Type a number from 0 to 100.</source>
        <translation>‘{percent}’ is geen btw-tarief. Toets een getal van 0 tot 100 in.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Phone, e-mail</source>
        <translation>Telefoon, e-mail</translation>
    </message>
    <message>
        <source>Pick up</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <source>Pick up all</source>
        <translation>Alles ophalen</translation>
    </message>
    <message numerus="yes">
        <source>Pick up all {count} lines</source>
        <translation>
            <numerusform>{count} regel ophalen</numerusform>
            <numerusform>Alle {count} regels ophalen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick up at {place} {day}</source>
        <translation>Ophalen bij {place} {day}</translation>
    </message>
    <message>
        <source>Pick up here {day}</source>
        <translation>Hier ophalen {day}</translation>
    </message>
    <message>
        <source>Pick up selected</source>
        <translation>Selectie ophalen</translation>
    </message>
    <message numerus="yes">
        <source>Pick up {count} lines</source>
        <translation>
            <numerusform>{count} regel ophalen</numerusform>
            <numerusform>{count} regels ophalen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick up {day}</source>
        <translation>Ophalen {day}</translation>
    </message>
    <message>
        <source>Pick up, then pay</source>
        <translation>Ophalen, dan betalen</translation>
    </message>
    <message>
        <source>Pick-up date</source>
        <translation>Ophaaldatum</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Verzameld</translation>
    </message>
    <message>
        <source>Picked up at {place} on {day}</source>
        <translation>Ophalen bij {place} op {day}</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Orderverzameling</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Pincode</translation>
    </message>
    <message numerus="yes">
        <source>PIN, {count} digits typed</source>
        <translation>
            <numerusform>Pincode, {count} cijfer getypt</numerusform>
            <numerusform>Pincode, {count} cijfers getypt</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible match: {name} {number}  –  use this one</source>
        <translation>Mogelijk dezelfde: {name} {number}  –  deze gebruiken</translation>
    </message>
    <message>
        <source>Tax group</source>
        <translation>Belastinggroep</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Postcode, city</source>
        <translation>Postcode, plaats</translation>
    </message>
    <message>
        <source>Press Enter once more to void the sale.</source>
        <translation>Druk nog een keer op Enter om de verkoop te annuleren.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prijs</translation>
    </message>
    <message>
        <source>price is typed</source>
        <translation>prijs invoeren</translation>
    </message>
    <message>
        <source>Prices {hours} h old</source>
        <translation>Prijzen {hours} u oud</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Bon afdrukken</translation>
    </message>
    <message>
        <source>Product search</source>
        <translation>Artikel zoeken</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Aant.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>quantity {quantity}</source>
        <translation>aantal {quantity}</translation>
    </message>
    <message>
        <source>{promotion} is not used: it ended on {day}.</source>
        <translation>{promotion} geldt niet: die eindigde op {day}.</translation>
    </message>
    <message>
        <source>{promotion} is not used: it starts on {day}.</source>
        <translation>{promotion} geldt niet: die begint op {day}.</translation>
    </message>
    <message>
        <source>{promotion} is not used: the customer pays less without it.</source>
        <translation>{promotion} geldt niet: zonder betaalt de klant minder.</translation>
    </message>
    <message>
        <source>{promotion} is not used: the price is locked.</source>
        <translation>{promotion} geldt niet: de prijs is vergrendeld.</translation>
    </message>
    <message>
        <source>{promotion} is not used: the price was stated.</source>
        <translation>{promotion} geldt niet: de prijs is opgegeven.</translation>
    </message>
    <message>
        <source>{promotion} makes it {price}.</source>
        <translation>{promotion} maakt er {price} van.</translation>
    </message>
    <message>
        <source>{promotion} takes {amount} off.</source>
        <translation>{promotion} haalt er {amount} af.</translation>
    </message>
    <message>
        <source>{promotion}: instead of {price}</source>
        <translation>{promotion}: in plaats van {price}</translation>
    </message>
    <message>
        <source>{quantity} handed out</source>
        <translation>{quantity} uitgereikt</translation>
    </message>
    <message>
        <source>{quantity} returned</source>
        <translation>{quantity} retour</translation>
    </message>
    <message>
        <source>{quantity} × {name} comes back   {amount}</source>
        <translation>{quantity} × {name} komt terug   {amount}</translation>
    </message>
    <message>
        <source>{question} Type it, then Enter.</source>
        <translation>{question} Typ het, dan Enter.</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Offerte</translation>
    </message>
    <message>
        <source>Quote expired</source>
        <translation>Offerte verlopen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Receipt not printed: {why}. Sale is saved. Print again.</source>
        <translation>Bon niet afgedrukt: {why}. De verkoop is bewaard. Druk opnieuw af.</translation>
    </message>
    <message>
        <source>Receipt {number} printed.</source>
        <translation>Bon {number} afgedrukt.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kassa</translation>
    </message>
    <message>
        <source>Regular customer</source>
        <translation>Vaste klant</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>Remove customer</source>
        <translation>Klant verwijderen</translation>
    </message>
    <message>
        <source>Remove payment</source>
        <translation>Betaling verwijderen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Report code</source>
        <translation>Code melden</translation>
    </message>
    <message numerus="yes">
        <source>Restored your open sale ({count} items).</source>
        <translation>
            <numerusform>Je open verkoop is hersteld ({count} artikel).</numerusform>
            <numerusform>Je open verkoop is hersteld ({count} artikelen).</numerusform>
        </translation>
    </message>
    <message>
        <source>{rest} is not paid for shipped goods. Choose Pay in full, or give a card.</source>
        <translation>Voor verzonden goederen is {rest} nog niet betaald. Kies Alles nu betalen, of geef een kaart op.</translation>
    </message>
    <message>
        <source>'{rest}' in this code begins with no application identifier of GS1. Scan again or type the item.</source>
        <translation>‘{rest}’ in deze code begint niet met een GS1-aanduiding. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retourneren</translation>
    </message>
    <message>
        <source>Rounding {amount}</source>
        <translation>Afronding {amount}</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkoop</translation>
    </message>
    <message>
        <source>Sale voided.</source>
        <translation>Verkoop geannuleerd.</translation>
    </message>
    <message>
        <source>Sales receipt</source>
        <translation>Kassabon</translation>
    </message>
    <message>
        <source>Save and add</source>
        <translation>Bewaren en toevoegen</translation>
    </message>
    <message>
        <source>Saved here and sent later. The customer number follows.</source>
        <translation>Wordt hier bewaard en later doorgestuurd. Het klantnummer volgt.</translation>
    </message>
    <message>
        <source>Say how the other {rest} will be paid: at pickup, or Pay in full now.</source>
        <translation>Geef aan hoe de overige {rest} wordt betaald: bij ophalen, of Alles nu betalen.</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>Scan of typ</translation>
    </message>
    <message>
        <source>Scan or type an item</source>
        <translation>Scan of typ een artikel</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search for an order</source>
        <translation>Een order zoeken</translation>
    </message>
    <message>
        <source>Search HQ too</source>
        <translation>Ook bij HK zoeken</translation>
    </message>
    <message>
        <source>Search: {title}</source>
        <translation>Zoeken: {title}</translation>
    </message>
    <message>
        <source>Select lines</source>
        <translation>Regels kiezen</translation>
    </message>
    <message>
        <source>Sending and receiving now.</source>
        <translation>Nu aan het verzenden en ontvangen.</translation>
    </message>
    <message numerus="yes">
        <source>Sending {count}</source>
        <translation>
            <numerusform>Verzendt {count}</numerusform>
            <numerusform>Verzendt {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Geholpen door</translation>
    </message>
    <message>
        <source>Several lines are selected. Select the one to change.</source>
        <translation>Er zijn meerdere regels gekozen. Kies de regel die moet wijzigen.</translation>
    </message>
    <message>
        <source>Shift opened with {amount}.</source>
        <translation>Dienst geopend met {amount}.</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Verzenden</translation>
    </message>
    <message>
        <source>Ship all</source>
        <translation>Alles verzenden</translation>
    </message>
    <message numerus="yes">
        <source>Ship all {count} lines</source>
        <translation>
            <numerusform>{count} regel verzenden</numerusform>
            <numerusform>Alle {count} regels verzenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Ship date</source>
        <translation>Verzend­datum</translation>
    </message>
    <message>
        <source>Ship from</source>
        <translation>Verzenden vanuit</translation>
    </message>
    <message>
        <source>Ship selected</source>
        <translation>Selectie verzenden</translation>
    </message>
    <message numerus="yes">
        <source>Ship {count} lines</source>
        <translation>
            <numerusform>{count} regel verzenden</numerusform>
            <numerusform>{count} regels verzenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Ship {day}</source>
        <translation>Verzenden {day}</translation>
    </message>
    <message>
        <source>Ship {day} – {place}</source>
        <translation>Verzenden {day} – {place}</translation>
    </message>
    <message>
        <source>Ship, then pay</source>
        <translation>Verzenden, dan betalen</translation>
    </message>
    <message>
        <source>Shipped ({mode}) on {day} to {place}</source>
        <translation>Verzending ({mode}) op {day} naar {place}</translation>
    </message>
    <message>
        <source>Shipped goods are not paid at pickup. Choose Pay in full, or a card for the rest.</source>
        <translation>Verzonden goederen worden niet bij ophalen betaald. Kies Alles nu betalen, of een kaart voor de rest.</translation>
    </message>
    <message>
        <source>Shipped goods cannot be paid at pickup. Choose a card for the rest, or Pay in full.</source>
        <translation>Verzonden goederen kunnen niet bij ophalen worden betaald. Kies een kaart voor de rest, of Alles nu betalen.</translation>
    </message>
    <message>
        <source>Show order</source>
        <translation>Order tonen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Meld je eerst aan.</translation>
    </message>
    <message>
        <source>{name} does not work here any more, headquarters says, and was signed off. The open sale stays: somebody else signs in.</source>
        <translation>{name} werkt hier niet meer, zegt het hoofdkantoor, en is afgemeld. De openstaande verkoop blijft: iemand anders meldt zich aan.</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Afmelden</translation>
    </message>
    <message>
        <source>Signed in: {user}. Lock or sign off</source>
        <translation>Aangemeld: {user}. Vergrendelen of afmelden</translation>
    </message>
    <message>
        <source>Signed off.</source>
        <translation>Afgemeld.</translation>
    </message>
    <message>
        <source>Slow – working locally</source>
        <translation>Traag – werkt lokaal</translation>
    </message>
    <message>
        <source>Something was handed out, and this store changes no such order. Use Return, or ask headquarters.</source>
        <translation>Er is al iets uitgereikt, en deze winkel wijzigt zulke orders niet. Gebruik Retourneren, of vraag het hoofdkantoor.</translation>
    </message>
    <message>
        <source>Something was handed out, so it is not cancelled as a whole. Edit it and void its open lines.</source>
        <translation>Er is al iets uitgereikt, dus de hele order annuleren kan niet. Bewerk hem en annuleer de open regels.</translation>
    </message>
    <message>
        <source>Something went wrong. The sale is kept. Go on; if it happens again, restart the register.</source>
        <translation>Er ging iets mis. De verkoop is bewaard. Ga verder; gebeurt het weer, herstart dan de kassa.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personeel</translation>
    </message>
    <message>
        <source>Start amount</source>
        <translation>Startbedrag</translation>
    </message>
    <message>
        <source>Storage low</source>
        <translation>Weinig opslag</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>{register} was never enrolled as epoch {epoch}</source>
        <translation>{register} was nooit aangemeld als tijdvak {epoch}</translation>
    </message>
    <message>
        <source>{rest} is not paid for these goods, and the card given pays {most}. Take a payment first.</source>
        <translation>{rest} is niet betaald voor deze goederen, en de opgegeven kaart betaalt {most}. Neem eerst een betaling aan.</translation>
    </message>
    <message>
        <source>{store} (this store)</source>
        <translation>{store} (deze winkel)</translation>
    </message>
    <message>
        <source>{store} handles this line. Choose a line of this store.</source>
        <translation>{store} handelt deze regel af. Kies een regel van deze winkel.</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straat</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straat en nummer</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Nu synchroniseren</translation>
    </message>
    <message>
        <source>Sync: {text}</source>
        <translation>Sync: {text}</translation>
    </message>
    <message>
        <source>Tap at least one line first.</source>
        <translation>Tik eerst op minstens één regel.</translation>
    </message>
    <message>
        <source>Tap the lines, then Continue.</source>
        <translation>Tik op de regels, dan Doorgaan.</translation>
    </message>
    <message>
        <source>Tap the name of the person who approves.</source>
        <translation>Tik op de naam van wie goedkeurt.</translation>
    </message>
    <message>
        <source>Tap to remove</source>
        <translation>Tik om te verwijderen</translation>
    </message>
    <message>
        <source>Tap your name first, then type your PIN.</source>
        <translation>Tik eerst op je naam en typ dan je pincode.</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Btw</translation>
    </message>
    <message>
        <source>Tax {percent} % of {base}</source>
        <translation>Btw {percent} % van {base}</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>That did not work, and nothing was changed. Try again; if it happens again, restart the register.</source>
        <translation>Dat lukte niet, en er is niets gewijzigd. Probeer het opnieuw; gebeurt het weer, herstart dan de kassa.</translation>
    </message>
    <message>
        <source>That is not a code. Scan again or type it.</source>
        <translation>Dat is geen code. Scan opnieuw of typ de code.</translation>
    </message>
    <message>
        <source>The agent is not run by this register. Start it by its own command.</source>
        <translation>De agent wordt niet door deze kassa gestart. Start hem met zijn eigen opdracht.</translation>
    </message>
    <message>
        <source>The call centre completes this order. Ask the call centre to change it.</source>
        <translation>Het callcenter handelt deze order af. Vraag het callcenter om hem te wijzigen.</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>De klant</translation>
    </message>
    <message>
        <source>The customer has no address {address}. Choose one of the list.</source>
        <translation>De klant heeft geen adres {address}. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>The data is in use by another program. Nothing was changed; try again.</source>
        <translation>De gegevens zijn in gebruik door een ander programma. Er is niets gewijzigd; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The date of {name} has passed. Choose its delivery again.</source>
        <translation>De datum van {name} is voorbij. Kies de levering opnieuw.</translation>
    </message>
    <message>
        <source>The disk does not answer. Start this register again and look at the last sale.</source>
        <translation>De schijf antwoordt niet. Start deze kassa opnieuw en controleer de laatste verkoop.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it before the next sale; nothing is lost.</source>
        <translation>De schijf is vol. Maak ruimte vrij voor de volgende verkoop; er is niets verloren.</translation>
    </message>
    <message>
        <source>the fields of an address</source>
        <translation>de velden van een adres</translation>
    </message>
    <message>
        <source>the folder {folder} cannot be written</source>
        <translation>in de map {folder} kan niet worden geschreven</translation>
    </message>
    <message>
        <source>The goods carried out cost {least}; the deposit cannot be less. Type {least} or more.</source>
        <translation>De goederen die direct meegaan kosten {least}; de aanbetaling kan niet lager zijn. Typ {least} of meer.</translation>
    </message>
    <message>
        <source>The layout cannot be read. The built-in one is shown; tell headquarters.</source>
        <translation>De indeling kan niet worden gelezen. De ingebouwde wordt getoond; meld het aan het hoofdkantoor.</translation>
    </message>
    <message>
        <source>The layout {name} is broken: {faults}.</source>
        <translation>De indeling {name} bevat fouten: {faults}.</translation>
    </message>
    <message>
        <source>The open sale is kept.</source>
        <translation>De open verkoop blijft bewaard.</translation>
    </message>
    <message>
        <source>The order comes to {most} now, less than the deposit. State the deposit again.</source>
        <translation>De order is nu {most}, minder dan de aanbetaling. Geef de aanbetaling opnieuw op.</translation>
    </message>
    <message>
        <source>The order comes to {most}; the deposit cannot be more. Type {most} or less.</source>
        <translation>De order is {most}; de aanbetaling kan niet hoger zijn. Typ {most} of minder.</translation>
    </message>
    <message>
        <source>The order has a shipping charge. A charge is on the order or on lines, never both.</source>
        <translation>De order heeft verzendkosten. Kosten staan op de order of op regels, nooit op beide.</translation>
    </message>
    <message>
        <source>The other {rest} is paid at pickup</source>
        <translation>De overige {rest} wordt bij ophalen betaald</translation>
    </message>
    <message>
        <source>The other {rest} will be paid</source>
        <translation>De overige {rest} wordt betaald</translation>
    </message>
    <message>
        <source>The price {amount} in {code} has more decimals than {currency}. Type the item.</source>
        <translation>De prijs {amount} in {code} heeft meer decimalen dan {currency}. Typ het artikel.</translation>
    </message>
    <message>
        <source>The products are being fetched anew. Try again in a moment.</source>
        <translation>De artikelen worden opnieuw geladen. Probeer het zo opnieuw.</translation>
    </message>
    <message>
        <source>The register cannot be opened. Try again; if it happens again, call for help.</source>
        <translation>De kassa kan niet worden geopend. Probeer het opnieuw; gebeurt het weer, bel dan voor hulp.</translation>
    </message>
    <message>
        <source>The register in {folder} is not enrolled. Enrol it with a code from headquarters.</source>
        <translation>De kassa in {folder} is niet aangemeld. Meld hem aan met een code van het hoofdkantoor.</translation>
    </message>
    <message>
        <source>The register is locked. Unlock it with your PIN.</source>
        <translation>De kassa is vergrendeld. Ontgrendel hem met je pincode.</translation>
    </message>
    <message>
        <source>The register is not locked. Go on selling.</source>
        <translation>De kassa is niet vergrendeld. Verkoop verder.</translation>
    </message>
    <message>
        <source>The register's data is still being fetched. Try again in a moment.</source>
        <translation>De gegevens van de kassa worden nog geladen. Probeer het zo opnieuw.</translation>
    </message>
    <message>
        <source>The rest is paid at pickup.</source>
        <translation>De rest wordt bij ophalen betaald.</translation>
    </message>
    <message>
        <source>The SQLite library {found} may damage the data; at least {needed} is needed. Install Kassa again.</source>
        <translation>De SQLite-bibliotheek {found} kan de gegevens beschadigen; minstens {needed} is nodig. Installeer Kassa opnieuw.</translation>
    </message>
    <message>
        <source>The whole order is paid now.</source>
        <translation>De hele order wordt nu betaald.</translation>
    </message>
    <message>
        <source>The whole {total} is paid now.</source>
        <translation>De hele {total} wordt nu betaald.</translation>
    </message>
    <message>
        <source>There is no customer type {type}. Choose person or organisation.</source>
        <translation>Er is geen klanttype {type}. Kies persoon of organisatie.</translation>
    </message>
    <message>
        <source>There is no customer. Search for one or add a new one.</source>
        <translation>Er is geen klant. Zoek een klant of voeg er een toe.</translation>
    </message>
    <message>
        <source>There is no delivery mode {mode}. Choose one of: {modes}.</source>
        <translation>Er is geen leveringsmethode {mode}. Kies een van: {modes}.</translation>
    </message>
    <message>
        <source>There is no item {number}. Search for it by name.</source>
        <translation>Er is geen artikel {number}. Zoek op naam.</translation>
    </message>
    <message>
        <source>There is no line to deliver. Add products first.</source>
        <translation>Er is geen regel om te leveren. Voeg eerst artikelen toe.</translation>
    </message>
    <message>
        <source>There is no line to void. Scan or type an item first.</source>
        <translation>Er is geen regel om te annuleren. Scan of toets eerst een artikel in.</translation>
    </message>
    <message>
        <source>There is no line {number} in this sale. Select a line first.</source>
        <translation>Er is geen regel {number} in deze verkoop. Kies eerst een regel.</translation>
    </message>
    <message>
        <source>There is no open sale. Scan or type an item.</source>
        <translation>Er is geen open verkoop. Scan of typ een artikel.</translation>
    </message>
    <message>
        <source>There is no parameter {name} here. Leave it out.</source>
        <translation>Er is hier geen parameter {name}. Laat hem weg.</translation>
    </message>
    <message>
        <source>There is no payment {number}. Choose one of the list.</source>
        <translation>Er is geen betaling {number}. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>There is no receipt yet. Conclude a sale first.</source>
        <translation>Er is nog geen bon. Rond eerst een verkoop af.</translation>
    </message>
    <message>
        <source>There is no sale to void. Scan or type an item first.</source>
        <translation>Er is geen verkoop om te annuleren. Scan of toets eerst een artikel in.</translation>
    </message>
    <message>
        <source>There is nothing in the sale. Scan or type an item.</source>
        <translation>Er zit niets in de verkoop. Scan of typ een artikel.</translation>
    </message>
    <message>
        <source>There is nothing to conclude. Scan or type an item.</source>
        <translation>Er is niets om af te ronden. Scan of typ een artikel.</translation>
    </message>
    <message>
        <source>There is nothing to deliver. Scan or type an item first.</source>
        <translation>Er is niets om te leveren. Scan of typ eerst een artikel.</translation>
    </message>
    <message>
        <source>There is nothing to pay. Scan or type an item first.</source>
        <translation>Er is niets te betalen. Scan of typ eerst een artikel.</translation>
    </message>
    <message>
        <source>These goods are picked up at {stores}. Send the customer there, or edit the order.</source>
        <translation>Deze goederen worden opgehaald bij {stores}. Stuur de klant daarheen, of bewerk de order.</translation>
    </message>
    <message>
        <source>These goods are picked up. Use Pick up when the customer is here.</source>
        <translation>Deze goederen worden opgehaald. Gebruik Ophalen als de klant er is.</translation>
    </message>
    <message>
        <source>These goods were carried out when the order was made. Use Return if they come back.</source>
        <translation>Deze goederen zijn direct meegenomen toen de order werd gemaakt. Gebruik Retourneren als ze terugkomen.</translation>
    </message>
    <message>
        <source>This code is empty. Scan again or type the item.</source>
        <translation>Deze code is leeg. Scan opnieuw of typ het artikel.</translation>
    </message>
    <message>
        <source>This comes to more than {limit}. Void a line and sell it apart.</source>
        <translation>Dit komt boven {limit}. Annuleer een regel en verkoop die apart.</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>Deze klant</translation>
    </message>
    <message>
        <source>This customer can be edited when the customer number has arrived. Press Sync now.</source>
        <translation>Deze klant kan worden bewerkt zodra het klantnummer er is. Druk op Nu synchroniseren.</translation>
    </message>
    <message>
        <source>This customer has no address. Add one to ship the goods.</source>
        <translation>Deze klant heeft geen adres. Voeg er een toe om te verzenden.</translation>
    </message>
    <message>
        <source>This customer is not known here. Search again.</source>
        <translation>Deze klant is hier niet bekend. Zoek opnieuw.</translation>
    </message>
    <message>
        <source>This is a plain sale. Ship or pick up goods to make it an order.</source>
        <translation>Dit is een gewone verkoop. Kies verzenden of ophalen om er een order van te maken.</translation>
    </message>
    <message>
        <source>This is a quote. Convert it to an order first.</source>
        <translation>Dit is een offerte. Maak er eerst een order van.</translation>
    </message>
    <message>
        <source>This is an order already. Edit it instead.</source>
        <translation>Dit is al een order. Bewerk hem.</translation>
    </message>
    <message>
        <source>This is not an order. Nothing was paid.</source>
        <translation>Dit is geen order. Er is niets betaald.</translation>
    </message>
    <message>
        <source>This line is accepted already. Pick it next.</source>
        <translation>Deze regel is al geaccepteerd. Verzamel hem nu.</translation>
    </message>
    <message>
        <source>This line was rejected. Headquarters gives it to another store.</source>
        <translation>Deze regel is afgewezen. Het hoofdkantoor geeft hem aan een andere winkel.</translation>
    </message>
    <message>
        <source>This line was removed from the order. Choose another line.</source>
        <translation>Deze regel is van de order verwijderd. Kies een andere regel.</translation>
    </message>
    <message>
        <source>This order is being cancelled. Make a new one instead.</source>
        <translation>Deze order wordt geannuleerd. Maak een nieuwe.</translation>
    </message>
    <message>
        <source>This order is not concluded yet. Conclude it first.</source>
        <translation>Deze order is nog niet afgerond. Rond hem eerst af.</translation>
    </message>
    <message>
        <source>This order is not known here. Search again.</source>
        <translation>Deze order is hier niet bekend. Zoek opnieuw.</translation>
    </message>
    <message>
        <source>This order is not sent yet. Press Sync now; try again when its number is here.</source>
        <translation>Deze order is nog niet doorgestuurd. Druk op Nu synchroniseren en probeer opnieuw als het nummer er is.</translation>
    </message>
    <message>
        <source>This order waits at the register that made it. Press Sync now there, or use that register.</source>
        <translation>Deze order wacht op de kassa die hem maakte. Druk daar op Nu synchroniseren, of gebruik die kassa.</translation>
    </message>
    <message>
        <source>This order was cancelled. Make a new one instead.</source>
        <translation>Deze order is geannuleerd. Maak een nieuwe.</translation>
    </message>
    <message>
        <source>This order was keyed at headquarters. Show the customer the new prices before concluding.</source>
        <translation>Deze order is op het hoofdkantoor ingevoerd. Laat de klant de nieuwe prijzen zien voordat je afrondt.</translation>
    </message>
    <message>
        <source>This order was made at another register. Print it there.</source>
        <translation>Deze order is op een andere kassa gemaakt. Druk hem daar af.</translation>
    </message>
    <message>
        <source>This order was sent and waits for its number. Press Sync now; cancel it when the number is here.</source>
        <translation>Deze order is doorgestuurd en wacht op zijn nummer. Druk op Nu synchroniseren en annuleer de order als het nummer er is.</translation>
    </message>
    <message>
        <source>This order was sent and waits for its number. Press Sync now; try again when the number is here.</source>
        <translation>Deze order is doorgestuurd en wacht op zijn nummer. Druk op Nu synchroniseren en probeer opnieuw als het nummer er is.</translation>
    </message>
    <message>
        <source>This person cannot approve it. Ask somebody else.</source>
        <translation>Deze persoon kan dit niet goedkeuren. Vraag iemand anders.</translation>
    </message>
    <message>
        <source>This quote expired on {expires}. Today's prices will hold.</source>
        <translation>Deze offerte is verlopen op {expires}. De prijzen van vandaag gelden.</translation>
    </message>
    <message>
        <source>This register cannot do that yet. Tell headquarters that the button is here.</source>
        <translation>Deze kassa kan dat nog niet. Meld het hoofdkantoor dat deze knop hier staat.</translation>
    </message>
    <message>
        <source>This register has no operation {id}. Ask for another button.</source>
        <translation>Deze kassa heeft geen bewerking {id}. Vraag om een andere knop.</translation>
    </message>
    <message>
        <source>This register has not made that sale. Print it where it was made.</source>
        <translation>Die verkoop is niet op deze kassa gemaakt. Druk hem af waar hij is gemaakt.</translation>
    </message>
    <message>
        <source>This store has no delivery mode. Have the goods picked up instead.</source>
        <translation>Deze winkel heeft geen leveringsmethode. Laat de goederen ophalen.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Te betalen</translation>
    </message>
    <message>
        <source>To pay {due}</source>
        <translation>Te betalen {due}</translation>
    </message>
    <message>
        <source>To pick up</source>
        <translation>Op te halen</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>Te verzenden</translation>
    </message>
    <message>
        <source>there is an order, but nothing to ship or to pick up</source>
        <translation>er is een order, maar niets te verzenden of op te halen</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {seconds} s.</source>
        <translation>Te vaak een verkeerde pincode. Probeer het over {seconds} s opnieuw.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transactie</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>waar of onwaar</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Type a day</source>
        <translation>Typ een dag</translation>
    </message>
    <message>
        <source>Type at least two characters.</source>
        <translation>Typ minstens twee tekens.</translation>
    </message>
    <message>
        <source>Type the new deposit, as an amount or in percent.</source>
        <translation>Typ de nieuwe aanbetaling, als bedrag of in procenten.</translation>
    </message>
    <message>
        <source>Type the PIN of the person who approves.</source>
        <translation>Typ de pincode van wie goedkeurt.</translation>
    </message>
    <message>
        <source>Type the price of {name}.</source>
        <translation>Typ de prijs van {name}.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Typ je pincode.</translation>
    </message>
    <message>
        <source>Typed {typed} kept – press × to use it as quantity.</source>
        <translation>Getypte {typed} bewaard – druk op × om het als aantal te gebruiken.</translation>
    </message>
    <message>
        <source>'{typed}' has more than three decimals</source>
        <translation>‘{typed}’ heeft meer dan drie decimalen</translation>
    </message>
    <message>
        <source>'{typed}' has too many decimals: {currency} has {digits}</source>
        <translation>‘{typed}’ heeft te veel decimalen: {currency} heeft er {digits}</translation>
    </message>
    <message>
        <source>'{typed}' is not a quantity</source>
        <translation>‘{typed}’ is geen aantal</translation>
    </message>
    <message>
        <source>'{typed}' is not an amount</source>
        <translation>‘{typed}’ is geen bedrag</translation>
    </message>
    <message>
        <source>'{typed}' is over the limit of {limit}</source>
        <translation>‘{typed}’ is meer dan het maximum van {limit}</translation>
    </message>
    <message>
        <source>Unknown code {code}. Search for the item by name.</source>
        <translation>Onbekende code {code}. Zoek het artikel op naam.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Ontgrendelen</translation>
    </message>
    <message>
        <source>Use address</source>
        <translation>Adres gebruiken</translation>
    </message>
    <message>
        <source>Use customer</source>
        <translation>Klant gebruiken</translation>
    </message>
    <message>
        <source>Use {day}</source>
        <translation>{day} gebruiken</translation>
    </message>
    <message>
        <source>User or PIN is not right. Try again.</source>
        <translation>Gebruiker of pincode klopt niet. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{tender} back</source>
        <translation>{tender} terug</translation>
    </message>
    <message>
        <source>{total} less {used} of the deposit.</source>
        <translation>{total} min {used} van de aanbetaling.</translation>
    </message>
    <message>
        <source>{total} less {used} of the deposit; {left} of it is left. F10 changes it.</source>
        <translation>{total} min {used} van de aanbetaling; daarvan is {left} over. F10 wijzigt het.</translation>
    </message>
    <message>
        <source>{total}; no deposit is used.</source>
        <translation>{total}; er wordt geen aanbetaling gebruikt.</translation>
    </message>
    <message>
        <source>{used} of {ceiling} used without approval</source>
        <translation>{used} van {ceiling} gebruikt zonder goedkeuring</translation>
    </message>
    <message>
        <source>{user} cannot approve an own request. Ask someone else.</source>
        <translation>{user} kan het eigen verzoek niet goedkeuren. Vraag iemand anders.</translation>
    </message>
    <message>
        <source>{user} may not approve this. Ask a manager.</source>
        <translation>{user} mag dit niet goedkeuren. Vraag een leidinggevende.</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Geldig tot</translation>
    </message>
    <message>
        <source>Void line</source>
        <translation>Regel annuleren</translation>
    </message>
    <message>
        <source>Void sale</source>
        <translation>Verkoop annuleren</translation>
    </message>
    <message>
        <source>Void sale. Hold the button, or press Enter twice</source>
        <translation>Verkoop annuleren. Houd de knop vast, of druk twee keer op Enter</translation>
    </message>
    <message numerus="yes">
        <source>Voided {count} lines.</source>
        <translation>
            <numerusform>{count} regel geannuleerd.</numerusform>
            <numerusform>{count} regels geannuleerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Voided {name}.</source>
        <translation>{name} geannuleerd.</translation>
    </message>
    <message>
        <source>waits for headquarters</source>
        <translation>wacht op het hoofdkantoor</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <source>Welcome back, {name}.</source>
        <translation>Welkom terug, {name}.</translation>
    </message>
    <message>
        <source>Welcome, {name}.</source>
        <translation>Welkom, {name}.</translation>
    </message>
    <message>
        <source>What does {name} cost?</source>
        <translation>Wat kost {name}?</translation>
    </message>
    <message>
        <source>What is the customer's name?</source>
        <translation>Hoe heet de klant?</translation>
    </message>
    <message>
        <source>{what} for {name}</source>
        <translation>{what} voor {name}</translation>
    </message>
    <message>
        <source>{what} is open already with the data in {folder}. Use the one that is open, or close it first.</source>
        <translation>{what} is al open met de gegevens in {folder}. Gebruik die, of sluit hem eerst.</translation>
    </message>
    <message>
        <source>Which code is unknown?</source>
        <translation>Welke code is onbekend?</translation>
    </message>
    <message>
        <source>Which customer?</source>
        <translation>Welke klant?</translation>
    </message>
    <message>
        <source>Which deposit?</source>
        <translation>Welke aanbetaling?</translation>
    </message>
    <message>
        <source>Which language?</source>
        <translation>Welke taal?</translation>
    </message>
    <message>
        <source>Which lines?</source>
        <translation>Welke regels?</translation>
    </message>
    <message>
        <source>Which order?</source>
        <translation>Welke order?</translation>
    </message>
    <message>
        <source>Which payment?</source>
        <translation>Welke betaling?</translation>
    </message>
    <message>
        <source>Who approves?</source>
        <translation>Wie keurt goed?</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wie ben je?</translation>
    </message>
    <message>
        <source>Why another deposit?</source>
        <translation>Waarom een andere aanbetaling?</translation>
    </message>
    <message>
        <source>{who} had this register work offline. Work online again first.</source>
        <translation>{who} laat deze kassa offline werken. Werk eerst weer online.</translation>
    </message>
    <message>
        <source>{who} has this register work offline already. Tap the sync sign to work online again.</source>
        <translation>{who} laat deze kassa al offline werken. Tik op het synchronisatieteken om weer online te werken.</translation>
    </message>
    <message>
        <source>{why} Choose Pay in full.</source>
        <translation>{why} Kies Alles nu betalen.</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>Verkeerd artikel</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>{file}: {key} is {value}; it can be {choices}</source>
        <translation>{file}: {key} is {value}; het kan zijn: {choices}</translation>
    </message>
    <message>
        <source>{file}: [{table}] does not know {key}</source>
        <translation>{file}: [{table}] kent {key} niet</translation>
    </message>
    <message>
        <source>Not added: {code} – payment is running.</source>
        <translation>Niet toegevoegd: {code} – er loopt een betaling.</translation>
    </message>
    <message>
        <source>Not added: {code} – open the shift first.</source>
        <translation>Niet toegevoegd: {code} – open eerst de dienst.</translation>
    </message>
    <message>
        <source>Not added: {code} – answer first: {question}</source>
        <translation>Niet toegevoegd: {code} – beantwoord eerst: {question}</translation>
    </message>
    <message>
        <source>Order {code} scanned – finish or close this sheet first.</source>
        <translation>Order {code} gescand – rond dit blad eerst af of sluit het.</translation>
    </message>
    <message>
        <source>Now type the PIN.</source>
        <translation>Toets nu de pincode.</translation>
    </message>
    <message>
        <source>Not added: {code} – finish or close the approval first.</source>
        <translation>Niet toegevoegd: {code} – rond de goedkeuring eerst af of sluit die.</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>What you choose is used at once.</source>
        <translation>Wat u kiest, geldt meteen.</translation>
    </message>
    <message>
        <source>The large scheme has text sizes of its own.</source>
        <translation>De grote weergave heeft eigen tekstgrootten.</translation>
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
        <source>Standard</source>
        <translation>Standaard</translation>
    </message>
    <message>
        <source>Large buttons</source>
        <translation>Grote knoppen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Indeling</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstmaat</translation>
    </message>
    <message>
        <source>This screen has {width} × {height} points. The register needs at least {least_width} × {least_height}. Choose a higher resolution, or make the window larger. The sale is kept.</source>
        <translation>Dit scherm heeft {width} × {height} punten. De kassa heeft minstens {least_width} × {least_height} nodig. Kies een hogere resolutie of maak het venster groter. De verkoop blijft bewaard.</translation>
    </message>
    <message numerus="yes">
        <source>in {count} parts; press again for the next</source>
        <translation>
            <numerusform>in {count} deel; druk nogmaals voor het volgende</numerusform>
            <numerusform>in {count} delen; druk nogmaals voor het volgende</numerusform>
        </translation>
    </message>
    <message>
        <source>Keyed at headquarters. Today's prices change its total: {before} → {after}. Edit it?</source>
        <translation>Ingevoerd op het hoofdkantoor. Met de prijzen van vandaag: {before} → {after}. Wijzigen?</translation>
    </message>
    <message>
        <source>New address of the customer</source>
        <translation>Nieuw adres van de klant</translation>
    </message>
    <message>
        <source>No delivery mode takes all of these lines. Choose the lines of one mode, then Ship.</source>
        <translation>Geen leveringsmethode neemt al deze regels mee. Kies de regels van één methode, dan Verzenden.</translation>
    </message>
    <message>
        <source>No delivery mode takes all of these lines. Choose the lines of one mode.</source>
        <translation>Geen leveringsmethode neemt al deze regels mee. Kies de regels van één methode.</translation>
    </message>
    <message>
        <source>No delivery mode takes all of these lines. Ship {parts}?</source>
        <translation>Geen leveringsmethode neemt al deze regels mee. Verzenden als {parts}?</translation>
    </message>
    <message>
        <source>No delivery mode takes {name} to {address}. Choose another address, or Pick up.</source>
        <translation>Geen leveringsmethode brengt {name} naar {address}. Kies een ander adres, of Ophalen.</translation>
    </message>
    <message>
        <source>No place ships goods here. Have them picked up, or ask headquarters for one that ships.</source>
        <translation>Geen locatie verzendt hier goederen. Laat ze ophalen, of vraag het hoofdkantoor om een locatie die verzendt.</translation>
    </message>
    <message>
        <source>No stock figure from this place.</source>
        <translation>Geen voorraadcijfer van deze locatie.</translation>
    </message>
    <message>
        <source>No store hands goods out here. Ship them, or ask headquarters for a fulfilment group.</source>
        <translation>Geen winkel geeft hier goederen af. Verzend ze, of vraag het hoofdkantoor om een afhandelingsgroep.</translation>
    </message>
    <message>
        <source>One-time address</source>
        <translation>Eenmalig adres</translation>
    </message>
    <message>
        <source>Split: {parts}</source>
        <translation>Gesplitst: {parts}</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Voorraad</translation>
    </message>
    <message>
        <source>The order stays as it was. Ask headquarters to change it at its own prices.</source>
        <translation>De order blijft zoals hij was. Vraag het hoofdkantoor hem tegen de eigen prijzen te wijzigen.</translation>
    </message>
    <message>
        <source>price {price} is said to be a deal, but the list has {listed} and no promotion is named</source>
        <translation>de prijs {price} zou een actieprijs zijn, maar de lijst heeft {listed} en er is geen actie genoemd</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>offerte</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>de afronding</translation>
    </message>
    <message>
        <source>tender {number}: rounding is {rounding}, but the smallest coin {coin}</source>
        <translation>betaling {number}: de afronding is {rounding}, maar de kleinste munt {coin}</translation>
    </message>
    <message>
        <source>the discount on the whole</source>
        <translation>de korting op het geheel</translation>
    </message>
    <message>
        <source>the order is new, but has a revision {revision} and amounts {amounts} from before</source>
        <translation>de order is nieuw, maar heeft revisie {revision} en de bedragen {amounts} van eerder</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>transactie</translation>
    </message>
    <message>
        <source>type is {type}, but it makes a {made}</source>
        <translation>het type is {type}, maar het wordt {made}</translation>
    </message>
    <message>
        <source>{code} {percent} % of {base}</source>
        <translation>{code} {percent} % van {base}</translation>
    </message>
    <message>
        <source>{covered} of {lines} lines in stock, as of {day} {time}.</source>
        <translation>{covered} van {lines} regels op voorraad, per {day} {time}.</translation>
    </message>
    <message>
        <source>{mode} does not take {name} there. Choose one of: {modes}.</source>
        <translation>{mode} brengt {name} daar niet heen. Kies een van: {modes}.</translation>
    </message>
    <message>
        <source>{name} is billed over time and cannot be on an order. Sell it by itself.</source>
        <translation>{name} wordt over tijd gefactureerd en kan niet op een order. Verkoop het apart.</translation>
    </message>
    <message>
        <source>{name} is billed over time and cannot be on an order. Void its line and sell it by itself.</source>
        <translation>{name} wordt over tijd gefactureerd en kan niet op een order. Annuleer de regel en verkoop het apart.</translation>
    </message>
    <message>
        <source>{parts} to {address} on {day}.</source>
        <translation>{parts} naar {address} op {day}.</translation>
    </message>
    <message>
        <source>{promotion} is not used: it is for {groups}.</source>
        <translation>{promotion} geldt niet: deze is voor {groups}.</translation>
    </message>
    <message>
        <source>Quote {order} had expired: {before} → {after} at today's prices. {due} is due.</source>
        <translation>Offerte {order} was verlopen: {before} → {after} tegen de prijzen van vandaag. {due} te betalen.</translation>
    </message>
    <message>
        <source>{why}: {name} {number}  –  use this one</source>
        <translation>{why}: {name} {number}  –  deze gebruiken</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and shipping and rejecting need it. Try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet, en het is nodig om te verzenden en af te wijzen. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Of {name} only {quantity} leave. Change the quantity first.</source>
        <translation>Van {name} gaan er maar {quantity} mee. Wijzig eerst het aantal.</translation>
    </message>
    <message>
        <source>Scan or type the serial number</source>
        <translation>Scan of typ het serienummer</translation>
    </message>
    <message>
        <source>Scan the piece, or type its number. Several are typed with commas.</source>
        <translation>Scan het stuk, of typ het nummer. Typ er meer met komma&apos;s ertussen.</translation>
    </message>
    <message>
        <source>Serial number missing</source>
        <translation>Serienummer ontbreekt</translation>
    </message>
    <message>
        <source>Serial number of {name}</source>
        <translation>Serienummer van {name}</translation>
    </message>
    <message>
        <source>tax {amount} in it</source>
        <translation>waarvan btw {amount}</translation>
    </message>
    <message>
        <source>{code} is the code of {name}, not a serial number. Scan the number of the piece.</source>
        <translation>{code} is de code van {name}, geen serienummer. Scan het nummer van het stuk.</translation>
    </message>
    <message>
        <source>{name} is sold without serial numbers. Select another line.</source>
        <translation>{name} wordt zonder serienummers verkocht. Selecteer een andere regel.</translation>
    </message>
    <message>
        <source>{name} left with serial numbers: {given} given for {quantity}. Scan or type that of each piece.</source>
        <translation>{name} ging mee met serienummers: {given} opgegeven voor {quantity}. Scan of typ dat van elk stuk.</translation>
    </message>
    <message>
        <source>{name} stays as it is. Select another line.</source>
        <translation>{name} blijft zoals het is. Selecteer een andere regel.</translation>
    </message>
    <message>
        <source>{name} with the serial number {serial} did not leave with this, or is back already. Check the number.</source>
        <translation>{name} met serienummer {serial} ging hier niet mee, of is al terug. Controleer het nummer.</translation>
    </message>
    <message>
        <source>{name}: now scan or type its serial number.</source>
        <translation>{name}: scan of typ nu het serienummer.</translation>
    </message>
    <message>
        <source>{name}: serial number {serials}</source>
        <translation>{name}: serienummer {serials}</translation>
    </message>
    <message>
        <source>{quantity} in stock at {time}</source>
        <translation>{quantity} op voorraad om {time}</translation>
    </message>
    <message>
        <source>{quantity} in stock on {day}</source>
        <translation>{quantity} op voorraad op {day}</translation>
    </message>
    <message>
        <source>{quantity} reserved</source>
        <translation>{quantity} gereserveerd</translation>
    </message>
    <message>
        <source>A new customer needs here: {what}. Type it.</source>
        <translation>Een nieuwe klant heeft hier nodig: {what}. Typ het.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles is in orde.</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>stuk</translation>
    </message>
    <message>
        <source>cannot be loaded: {reason}</source>
        <translation>kan niet worden geladen: {reason}</translation>
    </message>
    <message>
        <source>Card payments</source>
        <translation>Kaartbetalingen</translation>
    </message>
    <message>
        <source>Check register</source>
        <translation>Controleer kassa</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klok</translation>
    </message>
    <message>
        <source>Copy of the sales</source>
        <translation>Kopie van de verkopen</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Gegevensmap</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Schijf</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Stuk</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Aanmelding</translation>
    </message>
    <message>
        <source>Entry {number} of this register's journal was changed, or one is missing before it. Sell on, and call headquarters.</source>
        <translation>Regel {number} van het journaal van deze kassa is gewijzigd, of er ontbreekt er een voor. Verkoop verder, en bel het hoofdkantoor.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Headquarters</source>
        <translation>Hoofdkantoor</translation>
    </message>
    <message>
        <source>headquarters has not been reached yet; start the register, or run: kassa sync once pull</source>
        <translation>het hoofdkantoor is nog niet bereikt; start de kassa, of draai: kassa sync once pull</translation>
    </message>
    <message>
        <source>Headquarters has set it aside: {reason}</source>
        <translation>Het hoofdkantoor heeft het opzijgelegd: {reason}</translation>
    </message>
    <message>
        <source>headquarters has set {number} documents aside; the sync centre names them, headquarters mends them</source>
        <translation>het hoofdkantoor heeft {number} documenten opzijgelegd; het synchronisatiecentrum noemt ze, het hoofdkantoor herstelt ze</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gezondheid</translation>
    </message>
    <message>
        <source>it shows {shown}, but this register was at work at {latest}; set it</source>
        <translation>hij toont {shown}, maar deze kassa werkte op {latest}; zet hem gelijk</translation>
    </message>
    <message>
        <source>it shows {shown}, which is long past; set it</source>
        <translation>hij toont {shown}, en dat is lang geleden; zet hem gelijk</translation>
    </message>
    <message>
        <source>It works; see the warnings.</source>
        <translation>Het werkt; zie de waarschuwingen.</translation>
    </message>
    <message>
        <source>Log bundle</source>
        <translation>Logpakket</translation>
    </message>
    <message>
        <source>Log of the received data</source>
        <translation>Log van de ontvangen gegevens</translation>
    </message>
    <message>
        <source>Log of the sales</source>
        <translation>Log van de verkopen</translation>
    </message>
    <message>
        <source>look after it</source>
        <translation>kijk ernaar</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Opnieuw kijken</translation>
    </message>
    <message>
        <source>Looking at this register …</source>
        <translation>Deze kassa wordt bekeken …</translation>
    </message>
    <message>
        <source>missing: {names}; delete .venv and start again</source>
        <translation>ontbreekt: {names}; verwijder .venv en start opnieuw</translation>
    </message>
    <message>
        <source>missing: {names}; get the whole checkout again</source>
        <translation>ontbreekt: {names}; haal het hele programma opnieuw op</translation>
    </message>
    <message>
        <source>Needed here: name, {what}</source>
        <translation>Hier nodig: naam, {what}</translation>
    </message>
    <message>
        <source>none is named in register.toml; receipts are kept as files</source>
        <translation>er is er geen genoemd in register.toml; bonnen worden als bestanden bewaard</translation>
    </message>
    <message>
        <source>not yet; nothing has come</source>
        <translation>nog niet; er is niets gekomen</translation>
    </message>
    <message>
        <source>not yet; {come}</source>
        <translation>nog niet; {come}</translation>
    </message>
    <message>
        <source>Nothing can be saved in {folder}. Make room there first.</source>
        <translation>Er kan niets worden opgeslagen in {folder}. Maak daar eerst ruimte.</translation>
    </message>
    <message>
        <source>of {number} card payments it is not known what became of them; check them on the sale screen</source>
        <translation>van {number} kaartbetalingen is onbekend wat ervan geworden is; controleer ze op het verkoopscherm</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in orde</translation>
    </message>
    <message>
        <source>only {free} MiB free at {place}; make room now, or new sales will be refused</source>
        <translation>nog maar {free} MiB vrij op {place}; maak nu ruimte, anders worden nieuwe verkopen geweigerd</translation>
    </message>
    <message>
        <source>only {free} MiB free at {place}; make room soon</source>
        <translation>nog maar {free} MiB vrij op {place}; maak snel ruimte</translation>
    </message>
    <message>
        <source>others on this machine can read {file}; run: chmod 600 {file}</source>
        <translation>anderen op deze machine kunnen {file} lezen; draai: chmod 600 {file}</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postvak uit</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakketten</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>betaling</translation>
    </message>
    <message>
        <source>price is {price}, but the list has {listed}</source>
        <translation>de prijs is {price}, maar de lijst heeft {listed}</translation>
    </message>
    <message>
        <source>products, prices, staff and settings are here</source>
        <translation>artikelen, prijzen, personeel en instellingen zijn er</translation>
    </message>
    <message>
        <source>PySide6 {version} aborts the register after some thousand calls; delete .venv and start again</source>
        <translation>PySide6 {version} breekt de kassa na enkele duizenden aanroepen af; verwijder .venv en start opnieuw</translation>
    </message>
    <message>
        <source>Ready to sell</source>
        <translation>Klaar om te verkopen</translation>
    </message>
    <message>
        <source>Receipt {number} did not come out. Print it now.</source>
        <translation>Bon {number} is er niet uitgekomen. Druk hem nu af.</translation>
    </message>
    <message>
        <source>Received data</source>
        <translation>Ontvangen gegevens</translation>
    </message>
    <message>
        <source>Received rows</source>
        <translation>Ontvangen rijen</translation>
    </message>
    <message>
        <source>register {register} of store {store}</source>
        <translation>kassa {register} van winkel {store}</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Hulpbestanden</translation>
    </message>
    <message>
        <source>Sales of this register</source>
        <translation>Verkopen van deze kassa</translation>
    </message>
    <message>
        <source>Salvaged</source>
        <translation>Geborgen</translation>
    </message>
    <message>
        <source>Saved as {file}. SHA-256: {digest}</source>
        <translation>Opgeslagen als {file}. SHA-256: {digest}</translation>
    </message>
    <message>
        <source>Set aside at headquarters</source>
        <translation>Opzijgelegd op het hoofdkantoor</translation>
    </message>
    <message>
        <source>Something is broken; see what to do.</source>
        <translation>Er is iets stuk; zie wat u kunt doen.</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>The disk failed for a moment, and nothing of this was kept. Try again.</source>
        <translation>De schijf haperde even, en hiervan is niets bewaard. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The disk failed for a moment. The sale is kept: receipt {number}.</source>
        <translation>De schijf haperde even. De verkoop is bewaard: bon {number}.</translation>
    </message>
    <message>
        <source>The log bundle is being saved.</source>
        <translation>Het logpakket wordt opgeslagen.</translation>
    </message>
    <message>
        <source>lines {numbers} have a delivery, but there is no order</source>
        <translation>de regels {numbers} hebben een levering, maar er is geen order</translation>
    </message>
    <message>
        <source>order</source>
        <translation>order</translation>
    </message>
    <message>
        <source>the newest is {name}</source>
        <translation>de nieuwste is {name}</translation>
    </message>
    <message>
        <source>the newest is {name}; make room on the disk, the agent makes one a day</source>
        <translation>de nieuwste is {name}; maak ruimte op de schijf, de agent maakt er een per dag</translation>
    </message>
    <message>
        <source>there is no copy of the journal yet; the agent makes one a day</source>
        <translation>er is nog geen kopie van het journaal; de agent maakt er een per dag</translation>
    </message>
    <message>
        <source>there is no register in {folder} yet</source>
        <translation>er is nog geen kassa in {folder}</translation>
    </message>
    <message>
        <source>This register could not be looked at. Look again; if it happens again, restart it.</source>
        <translation>Deze kassa kon niet worden bekeken. Kijk opnieuw; start hem opnieuw als het weer gebeurt.</translation>
    </message>
    <message>
        <source>This register is being looked at. Wait for what is found.</source>
        <translation>Deze kassa wordt bekeken. Wacht op wat er wordt gevonden.</translation>
    </message>
    <message>
        <source>it was made in store {made_in}, but {register} stands in {store}</source>
        <translation>het is gemaakt in winkel {made_in}, maar {register} staat in {store}</translation>
    </message>
    <message>
        <source>it was sent as {sent_as}, but says it is {says}</source>
        <translation>het is verzonden als {sent_as}, maar zegt dat het {says} is</translation>
    </message>
    <message>
        <source>line numbers {numbers} do not ascend from 1 to at most {last}</source>
        <translation>de regelnummers {numbers} lopen niet op van 1 tot hoogstens {last}</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>de belasting</translation>
    </message>
    <message>
        <source>there is a charge of {amount} on an order, but no order</source>
        <translation>er zijn kosten van {amount} op een order, maar er is geen order</translation>
    </message>
    <message>
        <source>whole, version {version}, {size} KiB</source>
        <translation>heel, versie {version}, {size} KiB</translation>
    </message>
    <message>
        <source>whole; version {found} of its tables, upgraded to {version} at the next start</source>
        <translation>heel; versie {found} van de tabellen, wordt bij de volgende start {version}</translation>
    </message>
    <message>
        <source>{address} answers</source>
        <translation>{address} antwoordt</translation>
    </message>
    <message>
        <source>{checkout} does not say which version it is; get the whole checkout again</source>
        <translation>{checkout} zegt niet welke versie het is; haal het hele programma opnieuw op</translation>
    </message>
    <message>
        <source>{file} is not there yet; it is made at the first start</source>
        <translation>{file} is er nog niet; het wordt bij de eerste start gemaakt</translation>
    </message>
    <message>
        <source>{folder} is copied elsewhere by {program}</source>
        <translation>{folder} wordt door {program} elders gekopieerd</translation>
    </message>
    <message>
        <source>{folder} is not enrolled; ask headquarters for a code</source>
        <translation>{folder} is niet aangemeld; vraag het hoofdkantoor om een code</translation>
    </message>
    <message>
        <source>{folder} is on this machine</source>
        <translation>{folder} staat op deze machine</translation>
    </message>
    <message>
        <source>{folder} lies on another machine ({kind})</source>
        <translation>{folder} staat op een andere machine ({kind})</translation>
    </message>
    <message>
        <source>{found} on {machine}</source>
        <translation>{found} op {machine}</translation>
    </message>
    <message>
        <source>{found}; Kassa needs 3.11 or newer</source>
        <translation>{found}; Kassa heeft 3.11 of nieuwer nodig</translation>
    </message>
    <message>
        <source>{free} MiB free at {place}</source>
        <translation>{free} MiB vrij op {place}</translation>
    </message>
    <message>
        <source>{name} says what was salvaged and what is not proved; move it away once it is settled</source>
        <translation>{name} zegt wat geborgen is en wat niet bewezen is; verplaats het als het is afgehandeld</translation>
    </message>
    <message>
        <source>{now} · before: {consent}, {when}</source>
        <translation>{now} · eerder: {consent}, {when}</translation>
    </message>
    <message>
        <source>{rows}, {number} cannot be used</source>
        <translation>{rows}, {number} onbruikbaar</translation>
    </message>
    <message>
        <source>{size} MiB long; a program reads {file} without end: close it, or restart the machine</source>
        <translation>{size} MiB lang; een programma leest {file} zonder einde: sluit het, of start de machine opnieuw</translation>
    </message>
    <message>
        <source>{size}; every entry is as it was written</source>
        <translation>{size}; elke regel is zoals hij geschreven werd</translation>
    </message>
    <message>
        <source>{state}; headquarters was reached last at {moment}</source>
        <translation>{state}; het hoofdkantoor werd het laatst bereikt op {moment}</translation>
    </message>
    <message>
        <source>{verdict} Looked at {time}.</source>
        <translation>{verdict} Bekeken om {time}.</translation>
    </message>
    <message>
        <source>{version} draws</source>
        <translation>{version} tekent</translation>
    </message>
    <message>
        <source>{version} in {checkout}</source>
        <translation>{version} in {checkout}</translation>
    </message>
    <message>
        <source>{waiting} waiting to be sent</source>
        <translation>{waiting} wacht op verzending</translation>
    </message>
    <message>
        <source>{what} came and cannot be used; tell headquarters, they are kept here as they came</source>
        <translation>{what} kwam en is onbruikbaar; meld het aan het hoofdkantoor, het wordt hier bewaard zoals het kwam</translation>
    </message>
    <message>
        <source>{what}, the oldest since {moment}</source>
        <translation>{what}, het oudste sinds {moment}</translation>
    </message>
    <message>
        <source>{what}, {hours} hours ago; look after the line: sales are kept here meanwhile</source>
        <translation>{what}, {hours} uur geleden; kijk naar de lijn: verkopen worden hier zolang bewaard</translation>
    </message>
    <message>
        <source>{what}; {number} need attention</source>
        <translation>{what}; {number} vragen aandacht</translation>
    </message>
    <message>
        <source>{why}, which damages databases. Move the data to a disk of this machine, or accept it with elsewhere = true under [data] in register.toml.</source>
        <translation>{why}, en dat beschadigt databases. Verplaats de gegevens naar een schijf van deze machine, of aanvaard het met elsewhere = true onder [data] in register.toml.</translation>
    </message>
    <message>
        <source>{why}, which damages databases; move it to a disk of this machine</source>
        <translation>{why}, en dat beschadigt databases; verplaats de map naar een schijf van deze machine</translation>
    </message>
    <message>
        <source>{why}, which damages databases; that was accepted in register.toml</source>
        <translation>{why}, en dat beschadigt databases; dat is aanvaard in register.toml</translation>
    </message>
    <message>
        <source>{why}; check paper, cover, power and cable: sales are kept meanwhile</source>
        <translation>{why}; controleer papier, klep, stroom en kabel: verkopen worden zolang bewaard</translation>
    </message>
    <message>
        <source>{name} gets its serial number when it is handed out or shipped. Select another line.</source>
        <translation>{name} krijgt het serienummer bij het meegeven of verzenden. Selecteer een andere regel.</translation>
    </message>
    <message>
        <source>Today's prices change its total: {before} → {after}. Edit it?</source>
        <translation>Met de prijzen van vandaag: {before} → {after}. Wijzigen?</translation>
    </message>
    <message>
        <source>More was paid on order {order} than it comes to: {back} goes back.</source>
        <translation>Op order {order} is meer betaald dan hij bedraagt: {back} gaat terug.</translation>
    </message>
    <message>
        <source>More was paid than the order comes to; all of that goes back.</source>
        <translation>Er is meer betaald dan de order bedraagt; dat gaat allemaal terug.</translation>
    </message>
    <message>
        <source>{back} is owed to the customer. All of it goes back at once.</source>
        <translation>De klant krijgt {back} terug. Alles gaat in één keer terug.</translation>
    </message>
    <message>
        <source>{order}: {back} given back, receipt {receipt}.</source>
        <translation>{order}: {back} teruggegeven, bon {receipt}.</translation>
    </message>
    <message>
        <source>{name} has no such address any more. Open the customer again.</source>
        <translation>{name} heeft dit adres niet meer. Open de klant opnieuw.</translation>
    </message>
    <message>
        <source>The records of this register are damaged, and the disk has no room to save what is in them. Make {needed} MiB free on it and start again; nothing was changed, and nothing is lost.</source>
        <translation>De gegevens van deze kassa zijn beschadigd en de schijf heeft geen ruimte om te redden wat erin staat. Maak {needed} MiB vrij en start opnieuw; er is niets veranderd en er is niets verloren.</translation>
    </message>
    <message>
        <source>a scan is {length} signs or more, each within {gap} ms; try yours with Scanner test</source>
        <translation>een scan is {length} tekens of meer, elk binnen {gap} ms; probeer de uwe met Scannertest</translation>
    </message>
    <message>
        <source>none is connected; its pulses are kept in {file}</source>
        <translation>er is er geen aangesloten; de pulsen staan in {file}</translation>
    </message>
    <message>
        <source>simulated by this machine; no card is charged</source>
        <translation>wordt door deze machine nagebootst; er wordt geen kaart belast</translation>
    </message>
    <message>
        <source>none is set up; the customer sees the receipt alone</source>
        <translation>er is er geen ingesteld; de klant ziet alleen de bon</translation>
    </message>
    <message>
        <source>it is not proved: {why}; look at the clock first, then call headquarters</source>
        <translation>het is niet bewezen: {why}; kijk eerst naar de klok en bel dan het hoofdkantoor</translation>
    </message>
    <message>
        <source>not seen now: {host} does not answer</source>
        <translation>nu niet gezien: {host} antwoordt niet</translation>
    </message>
    <message>
        <source>it holds for {days} days, until {day}</source>
        <translation>het geldt nog {days} dagen, tot {day}</translation>
    </message>
    <message>
        <source>{what}; headquarters renews it</source>
        <translation>{what}; het hoofdkantoor vernieuwt het</translation>
    </message>
    <message>
        <source>{what}; it answers in {ms} ms</source>
        <translation>{what}; het antwoordt in {ms} ms</translation>
    </message>
    <message>
        <source>{what}, 95 of 100 calls in {ms} ms</source>
        <translation>{what}, 95 van de 100 oproepen in {ms} ms</translation>
    </message>
    <message>
        <source>{seconds} s to headquarters&apos; clock</source>
        <translation>{seconds} s ten opzichte van de klok van het hoofdkantoor</translation>
    </message>
    <message>
        <source>{what}; set the clock of this machine</source>
        <translation>{what}; zet de klok van deze machine gelijk</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Kassalade</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Betaalterminal</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Klantendisplay</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificaat</translation>
    </message>
    <message>
        <source>Clock against headquarters</source>
        <translation>Klok tegenover hoofdkantoor</translation>
    </message>
    <message>
        <source>Edit address</source>
        <translation>Adres wijzigen</translation>
    </message>
    <message>
        <source>What is the address?</source>
        <translation>Wat is het adres?</translation>
    </message>
    <message>
        <source>This store asks for no consent. Leave it out.</source>
        <translation>Deze winkel vraagt geen toestemming. Laat dit weg.</translation>
    </message>
    <message>
        <source>An affiliation is possible when the customer number has arrived. Leave it out for now.</source>
        <translation>Een affiliatie is mogelijk als het klantnummer er is. Laat die nu weg.</translation>
    </message>
    <message>
        <source>Kassa {version} · layout {layout} · tables {journal} and {catalog} · up {time}</source>
        <translation>Kassa {version} · indeling {layout} · tabellen {journal} en {catalog} · aan {time}</translation>
    </message>
    <message>
        <source>{register} ({store}), Kassa {version}</source>
        <translation>{register} ({store}), Kassa {version}</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} u</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} u {minutes} min</translation>
    </message>
    <message>
        <source>Customers are kept at HQ: type at least four characters.</source>
        <translation>Klanten staan bij HK: typ ten minste vier tekens.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store&apos;s customers are kept there. Sell without a customer, or try again later.</source>
        <translation>Het hoofdkantoor antwoordt niet en de klanten van deze winkel staan daar. Verkoop zonder klant, of probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>An affiliation is possible when the customer number has arrived.</source>
        <translation>Een affiliatie is mogelijk als het klantnummer er is.</translation>
    </message>
    <message>
        <source>Address of {name}</source>
        <translation>Adres van {name}</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Id kopiëren</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Gekopieerd: {text}</translation>
    </message>
    <message>
        <source>Names, streets, e-mails, phones, card numbers, ids and secrets were taken out.</source>
        <translation>Namen, straten, e-mailadressen, telefoonnummers, kaartnummers, id&apos;s en geheimen zijn eruit gehaald.</translation>
    </message>
    <message>
        <source>May be called</source>
        <translation>Mag gebeld worden</translation>
    </message>
    <message>
        <source>May be written to</source>
        <translation>Mag geschreven worden</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Nog een adres</translation>
    </message>
    <message>
        <source>Another contact</source>
        <translation>Nog een contact</translation>
    </message>
    <message>
        <source>And another</source>
        <translation>En nog een</translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation>{what} wijzigen</translation>
    </message>
    <message>
        <source>This store keeps one e-mail and one phone of a customer. Leave the others out.</source>
        <translation>Deze winkel bewaart één e-mail en één telefoon van een klant. Laat de andere weg.</translation>
    </message>
    <message>
        <source>A further e-mail or phone is possible when the customer number has arrived. Leave it out for now.</source>
        <translation>Een extra e-mail of telefoon kan als het klantnummer er is. Laat het voorlopig weg.</translation>
    </message>
    <message>
        <source>Headquarters has put this order aside. Tap the sync sign and see what needs attention.</source>
        <translation>Het hoofdkantoor heeft deze order opzijgelegd. Tik op het synchronisatieteken en kijk wat aandacht vraagt.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>it answers; simulated by this machine, no card is charged</source>
        <translation>hij antwoordt; wordt door deze machine nagebootst, er wordt geen kaart belast</translation>
    </message>
    <message>
        <source>it does not answer; check its power and cable, then test it again</source>
        <translation>hij antwoordt niet; controleer stroom en kabel en test hem opnieuw</translation>
    </message>
    <message>
        <source>Ask headquarters</source>
        <translation>Hoofdkantoor vragen</translation>
    </message>
    <message>
        <source>What do you ask headquarters?</source>
        <translation>Wat vraagt u het hoofdkantoor?</translation>
    </message>
    <message>
        <source>A question needs words. Type what headquarters should look at.</source>
        <translation>Een vraag heeft woorden nodig. Typ waar het hoofdkantoor naar moet kijken.</translation>
    </message>
    <message>
        <source>Headquarters could not be asked. Ask again later, or call headquarters.</source>
        <translation>Het hoofdkantoor kon niet worden gevraagd. Vraag later opnieuw, of bel het hoofdkantoor.</translation>
    </message>
    <message>
        <source>Headquarters was asked. What it decides is seen here.</source>
        <translation>Het hoofdkantoor is gevraagd. Wat het beslist, is hier te zien.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Contact there</source>
        <translation>Contact daar</translation>
    </message>
    <message>
        <source>There is no affiliation {affiliation}. Choose one of: {affiliations}.</source>
        <translation>Er is geen affiliatie {affiliation}. Kies een van: {affiliations}.</translation>
    </message>
    <message>
        <source>Headquarters has not said for {days} days who may sign in here, and this store lets nobody in without it for longer. Have the line looked after; nothing is lost meanwhile.</source>
        <translation>Het hoofdkantoor heeft {days} dagen niet gezegd wie zich hier mag aanmelden, en deze winkel laat zonder dat niemand langer toe. Laat iemand naar de lijn kijken; er gaat intussen niets verloren.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Details {number}</source>
        <translation>Gegevens {number}</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kantoor</translation>
    </message>
    <message>
        <source>Post box</source>
        <translation>Postbus</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Voorkeuren</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Deel</translation>
    </message>
    <message>
        <source>There is no phone or e-mail to say this of. Type it, or leave the consent out.</source>
        <translation>Er is geen telefoon of e-mail om dit van te zeggen. Typ die in, of laat de toestemming weg.</translation>
    </message>
    <message>
        <source>The price list {list} says {price}.</source>
        <translation>De prijslijst {list} zegt {price}.</translation>
    </message>
    <message>
        <source>Receiving prices of lists: {rows} of {total}</source>
        <translation>Prijzen van lijsten ontvangen: {rows} van {total}</translation>
    </message>
    <message>
        <source>Erased customers</source>
        <translation>Gewiste klanten</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Prijslijsten</translation>
    </message>
    <message>
        <source>Kassa {version} is put in place; close the shift, then start the register again to use it</source>
        <translation>Kassa {version} staat klaar; sluit de dienst af, en start de kassa opnieuw om die te gebruiken</translation>
    </message>
    <message>
        <source>Kassa {version} runs, and no other is put in place</source>
        <translation>Kassa {version} draait, en er staat geen andere klaar</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Nieuwe versie</translation>
    </message>
    <message>
        <source>{name} comes back without a reason</source>
        <translation>{name} komt zonder reden terug</translation>
    </message>
    <message>
        <source>{name} is {said}, but works out as {right}</source>
        <translation>{name} is {said}, maar komt uit op {right}</translation>
    </message>
    <message>
        <source>{name} was changed, but goods of it had been handed out meanwhile.</source>
        <translation>{name} werd gewijzigd, maar er waren intussen artikelen van meegegeven.</translation>
    </message>
    <message>
        <source>{name} was removed, but goods of it had been handed out.</source>
        <translation>{name} werd verwijderd, maar er waren artikelen van meegegeven.</translation>
    </message>
    <message>
        <source>{name} was removed, but goods of it are packed.</source>
        <translation>{name} werd verwijderd, maar er zijn artikelen van verpakt.</translation>
    </message>
    <message>
        <source>{name} was changed, but goods of it are packed.</source>
        <translation>{name} werd gewijzigd, maar er zijn artikelen van verpakt.</translation>
    </message>
    <message>
        <source>{register} sent a {kind} under an id that is known with other content.</source>
        <translation>{register} verzond een document ({kind}) onder een id dat met andere inhoud bekend is.</translation>
    </message>
    <message>
        <source>{used} of the deposit is used, but {left} is left</source>
        <translation>{used} van de aanbetaling is gebruikt, maar {left} is over</translation>
    </message>
    <message>
        <source>a PIN has at least {number} digits; it must be {least} to {most}</source>
        <translation>een pincode heeft ten minste {number} cijfers; het moeten er {least} tot {most} zijn</translation>
    </message>
    <message>
        <source>a customer has no '{field}' that could be required</source>
        <translation>een klant heeft geen '{field}' dat verplicht kan zijn</translation>
    </message>
    <message>
        <source>a sales unit needs a name, such as kg</source>
        <translation>een verkoopeenheid heeft een naam nodig, zoals kg</translation>
    </message>
    <message>
        <source>automatic charge {code} is on lines already; only one on the whole is spread</source>
        <translation>de automatische toeslag {code} staat al op regels; alleen een op het geheel wordt verdeeld</translation>
    </message>
    <message>
        <source>automatic charge {code} is on the whole; one for an item or a category is on lines</source>
        <translation>de automatische toeslag {code} staat op het geheel; een voor een artikel of een categorie staat op regels</translation>
    </message>
    <message>
        <source>automatic charge {code} names one {what} and a group; name one of the two</source>
        <translation>de automatische toeslag {code} noemt één {what} en een groep; noem een van de twee</translation>
    </message>
    <message>
        <source>automatic charge {code}: {percent} % or {amount} cannot be asked</source>
        <translation>de automatische toeslag {code}: {percent} % of {amount} kan niet worden gevraagd</translation>
    </message>
    <message>
        <source>charge code {code} needs a rate of tax or an item sales tax group; state one of the two</source>
        <translation>toeslagcode {code} heeft een belastingtarief of een artikelbelastinggroep nodig; geef een van de twee op</translation>
    </message>
    <message>
        <source>attribute '{attribute}': its id takes letters, digits, - and _</source>
        <translation>kenmerk '{attribute}': de id bestaat uit letters, cijfers, - en _</translation>
    </message>
    <message>
        <source>attribute {attribute}: '{source}' is no language with one of its texts, like 'nb Club'</source>
        <translation>kenmerk {attribute}: '{source}' is geen taal met een van de teksten, zoals 'nb Club'</translation>
    </message>
    <message>
        <source>attribute {attribute}: a choice, and only that, has choices</source>
        <translation>kenmerk {attribute}: een keuze, en alleen die, heeft keuzemogelijkheden</translation>
    </message>
    <message>
        <source>attribute {attribute}: its default '{value}' is no value of it</source>
        <translation>kenmerk {attribute}: de standaard '{value}' is geen waarde ervan</translation>
    </message>
    <message>
        <source>deposit is {percent} %; it must be between 0 and 100</source>
        <translation>de aanbetaling is {percent} %; dat moet tussen 0 en 100 liggen</translation>
    </message>
    <message>
        <source>info code {code} asks nothing; it needs a question</source>
        <translation>infocode {code} vraagt niets; er is een vraag nodig</translation>
    </message>
    <message>
        <source>info code {code} has {number} choices; at most {most} can be</source>
        <translation>infocode {code} heeft {number} keuzes; het mogen er hoogstens {most} zijn</translation>
    </message>
    <message>
        <source>info code {code}: a choice has choices, and nothing else has</source>
        <translation>infocode {code}: een keuze heeft keuzemogelijkheden, en niets anders</translation>
    </message>
    <message>
        <source>info code {code}: at least {least} is more than at most {most}</source>
        <translation>infocode {code}: ten minste {least} is meer dan hoogstens {most}</translation>
    </message>
    <message>
        <source>it has fewer than {min_length} characters</source>
        <translation>het heeft minder dan {min_length} tekens</translation>
    </message>
    <message>
        <source>it has fewer than {min_length} entries</source>
        <translation>het heeft minder dan {min_length} vermeldingen</translation>
    </message>
    <message>
        <source>it has more than {max_length} characters</source>
        <translation>het heeft meer dan {max_length} tekens</translation>
    </message>
    <message>
        <source>it has more than {max_length} entries</source>
        <translation>het heeft meer dan {max_length} vermeldingen</translation>
    </message>
    <message>
        <source>it has no value</source>
        <translation>het heeft geen waarde</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>het ontbreekt</translation>
    </message>
    <message>
        <source>it is no JSON</source>
        <translation>het is geen JSON</translation>
    </message>
    <message>
        <source>it is not known here</source>
        <translation>het is hier niet bekend</translation>
    </message>
    <message>
        <source>it is not signed by headquarters as it stands, or by a key that this register was not given</source>
        <translation>het is niet door het hoofdkantoor ondertekend zoals het er staat, of met een sleutel die deze kassa niet heeft gekregen</translation>
    </message>
    <message>
        <source>it is not written as it must be</source>
        <translation>het is niet geschreven zoals het moet</translation>
    </message>
    <message>
        <source>it is of another kind than it must be ({kind})</source>
        <translation>het is van een andere soort dan het moet zijn ({kind})</translation>
    </message>
    <message>
        <source>it must be less than {lt}</source>
        <translation>het moet minder dan {lt} zijn</translation>
    </message>
    <message>
        <source>it must be more than {gt}</source>
        <translation>het moet meer dan {gt} zijn</translation>
    </message>
    <message>
        <source>it must be one of {expected}</source>
        <translation>het moet een van {expected} zijn</translation>
    </message>
    <message>
        <source>it must be {ge} or more</source>
        <translation>het moet {ge} of meer zijn</translation>
    </message>
    <message>
        <source>it must be {le} or less</source>
        <translation>het moet {le} of minder zijn</translation>
    </message>
    <message>
        <source>item sales tax group '{name}' needs a name and the names of its taxes; for what is taxed by nothing name a tax of 0 %</source>
        <translation>artikelbelastinggroep '{name}' heeft een naam en de namen van de belastingen nodig; noem een belasting van 0 % voor wat onbelast is</translation>
    </message>
    <message>
        <source>item sales tax group {name} names more than {most} taxes</source>
        <translation>artikelbelastinggroep {name} noemt meer dan {most} belastingen</translation>
    </message>
    <message>
        <source>its key is not the one in its value</source>
        <translation>de sleutel is niet die in de waarde</translation>
    </message>
    <message>
        <source>maximum price and quantity must be more than 0, or empty for no limit</source>
        <translation>maximumprijs en -aantal moeten meer dan 0 zijn, of leeg voor geen grens</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>methode</translation>
    </message>
    <message>
        <source>pattern '{pattern}' must begin with a digit, have one value as {value}, else only digits and dots, and 8, 12 or 13 places</source>
        <translation>patroon '{pattern}' moet met een cijfer beginnen, één waarde hebben als {value}, verder alleen cijfers en punten, en 8, 12 of 13 plaatsen</translation>
    </message>
    <message>
        <source>pattern '{pattern}' must begin with a letter or digit of its own, and a * may only end it</source>
        <translation>patroon '{pattern}' moet met een eigen letter of cijfer beginnen, en een * mag alleen aan het eind staan</translation>
    </message>
    <message>
        <source>pattern '{pattern}': a weight has at most three decimals</source>
        <translation>patroon '{pattern}': een gewicht heeft hoogstens drie decimalen</translation>
    </message>
    <message>
        <source>pattern '{pattern}': no code is unreadable on purpose</source>
        <translation>patroon '{pattern}': geen code is met opzet onleesbaar</translation>
    </message>
    <message>
        <source>pattern '{pattern}': only a value of 4 or 5 digits has a check digit</source>
        <translation>patroon '{pattern}': alleen een waarde van 4 of 5 cijfers heeft een controlecijfer</translation>
    </message>
    <message>
        <source>pattern '{pattern}': pieces have no decimals</source>
        <translation>patroon '{pattern}': stuks hebben geen decimalen</translation>
    </message>
    <message>
        <source>place {place}</source>
        <translation>plaats {place}</translation>
    </message>
    <message>
        <source>place {place} is a warehouse; a warehouse ships and hands nothing out</source>
        <translation>plaats {place} is een magazijn; een magazijn verzendt en geeft niets af</translation>
    </message>
    <message>
        <source>promotion {id} ends on {ends}, before it starts on {starts}</source>
        <translation>actie {id} eindigt op {ends}, voor hij op {starts} begint</translation>
    </message>
    <message>
        <source>promotion {id} is for no product and no category</source>
        <translation>actie {id} is voor geen product en geen categorie</translation>
    </message>
    <message>
        <source>promotion {id}: {percent} % or {amount} cannot be taken off</source>
        <translation>actie {id}: {percent} % of {amount} kan er niet af</translation>
    </message>
    <message>
        <source>refunds of {paid_by} by {back_by} are limited to {limit}; it must be 0 or more</source>
        <translation>terugbetaling van {paid_by} met {back_by} is beperkt tot {limit}; dat moet 0 of meer zijn</translation>
    </message>
    <message>
        <source>search results are {number}; they must be between 1 and {most}</source>
        <translation>zoekresultaten zijn {number}; dat moet tussen 1 en {most} liggen</translation>
    </message>
    <message>
        <source>smallest coin is {coin}; it must be 1 or more</source>
        <translation>de kleinste munt is {coin}; dat moet 1 of meer zijn</translation>
    </message>
    <message>
        <source>store</source>
        <translation>winkel</translation>
    </message>
    <message>
        <source>store {store}</source>
        <translation>winkel {store}</translation>
    </message>
    <message>
        <source>tax code '{name}' takes {percent} %; it needs a name and 0 to 100 percent</source>
        <translation>belastingcode '{name}' rekent {percent} %; nodig zijn een naam en 0 tot 100 procent</translation>
    </message>
    <message>
        <source>tax group {name}</source>
        <translation>belastinggroep {name}</translation>
    </message>
    <message>
        <source>tax group {name} needs a country, a region or postcodes, and none of them empty</source>
        <translation>belastinggroep {name} heeft een land, een regio of postcodes nodig, en geen daarvan leeg</translation>
    </message>
    <message>
        <source>tax group {name} takes {percent} %; it must be between 0 and 100</source>
        <translation>belastinggroep {name} rekent {percent} %; dat moet tussen 0 en 100 liggen</translation>
    </message>
    <message>
        <source>the database of the register does not take it</source>
        <translation>de database van de kassa neemt het niet aan</translation>
    </message>
    <message>
        <source>{what} has a rate of {percent} % and tax codes; state one of the two</source>
        <translation>{what} heeft een tarief van {percent} % en belastingcodes; geef een van de twee op</translation>
    </message>
    <message>
        <source>{went} of {name} went, but only {left} were left.</source>
        <translation>{went} van {name} ging mee, maar er waren er nog maar {left}.</translation>
    </message>
    <message>
        <source>{back} of {name} came back, but only {left} were out.</source>
        <translation>{back} van {name} kwam terug, maar er waren er maar {left} weg.</translation>
    </message>
    <message>
        <source>Serial number {serial} of {name} came back, but it was not out.</source>
        <translation>Serienummer {serial} van {name} kwam terug, maar het was niet weg.</translation>
    </message>
    <message>
        <source>Products and prices come once somebody has signed in.</source>
        <translation>Artikelen en prijzen komen zodra iemand zich heeft aangemeld.</translation>
    </message>
    <message>
        <source>{percent} % above the list price</source>
        <translation>{percent} % boven de lijstprijs</translation>
    </message>
    <message>
        <source>{percent} % below the list price</source>
        <translation>{percent} % onder de lijstprijs</translation>
    </message>
    <message>
        <source>{percent} % of the list price</source>
        <translation>{percent} % van de lijstprijs</translation>
    </message>
    <message>
        <source>{percent} % off</source>
        <translation>{percent} % korting</translation>
    </message>
    <message>
        <source>{percent} % off and {amount}</source>
        <translation>{percent} % korting en {amount}</translation>
    </message>
    <message>
        <source>{amount} of one line</source>
        <translation>{amount} van één regel</translation>
    </message>
    <message>
        <source>{amount} of a return</source>
        <translation>{amount} van een retour</translation>
    </message>
    <message>
        <source>{amount} without a receipt</source>
        <translation>{amount} zonder bon</translation>
    </message>
    <message>
        <source>{user} may not approve this: they lack the right to go above their own limit, which is {limit}. Ask a manager, or somebody whose limit is higher.</source>
        <translation>{user} mag dit niet goedkeuren: het recht om boven de eigen limiet te gaan ontbreekt, en die is {limit}. Vraag een leidinggevende, of iemand met een hogere limiet.</translation>
    </message>
    <message>
        <source>No staff card has this number: it has {least} to {most} letters and digits. Read the card again.</source>
        <translation>Geen personeelskaart heeft dit nummer: het heeft {least} tot {most} letters en cijfers. Lees de kaart opnieuw.</translation>
    </message>
    <message>
        <source>This is the number of a payment card, which is kept nowhere. Take a staff card.</source>
        <translation>Dit is het nummer van een betaalkaart, en dat wordt nergens bewaard. Neem een personeelskaart.</translation>
    </message>
    <message>
        <source>This card is nobody's who may sign in here. Tap your name and type your PIN.</source>
        <translation>Deze kaart is van niemand die zich hier mag aanmelden. Tik op je naam en typ je pincode.</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>een kaart</translation>
    </message>
    <message>
        <source>Not taken: a card was read. Staff cards sign in where a PIN is asked; payments go through the terminal.</source>
        <translation>Niet aangenomen: er is een kaart gelezen. Personeelskaarten melden aan waar een pincode wordt gevraagd; betalen gaat via de terminal.</translation>
    </message>
    <message numerus="yes">
        <source>{count} suspended sales are voided with the shift. Close it?</source>
        <translation>
            <numerusform>{count} geparkeerde verkoop wordt met de dienst geannuleerd. Afsluiten?</numerusform>
            <numerusform>{count} geparkeerde verkopen worden met de dienst geannuleerd. Afsluiten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales representative changed.</source>
        <translation>Verkoper gewijzigd.</translation>
    </message>
    <message>
        <source>performance-based switching needs advanced offline switching; enable that too, or disable this</source>
        <translation>schakelen op prestaties vereist geavanceerd naar offline schakelen; schakel dat ook in, of dit uit</translation>
    </message>
    <message>
        <source>A button of {colour} has a contrast of {contrast} with what is behind it; it needs {least}. The nearest that can be seen is {nearest}.</source>
        <translation>Een knop in {colour} heeft een contrast van {contrast} met wat erachter staat; {least} is nodig. De dichtstbijzijnde die te zien is, is {nearest}.</translation>
    </message>
    <message>
        <source>A colour is written like #0B5CAD. Type it so.</source>
        <translation>Een kleur schrijft u als #0B5CAD. Typ die zo.</translation>
    </message>
    <message>
        <source>Chosen here</source>
        <translation>Hier gekozen</translation>
    </message>
    <message>
        <source>Visual profile</source>
        <translation>Visueel profiel</translation>
    </message>
    <message>
        <source>Visual profile {profile}.</source>
        <translation>Visueel profiel {profile}.</translation>
    </message>
    <message>
        <source>Visual profile {profile}; what was chosen here goes before it.</source>
        <translation>Visueel profiel {profile}; wat hier is gekozen, gaat voor.</translation>
    </message>
    <message>
        <source>White words on {colour} have a contrast of {contrast}; they need {least}. The nearest that can be read is {nearest}.</source>
        <translation>Witte tekst op {colour} heeft een contrast van {contrast}; {least} is nodig. De dichtstbijzijnde die te lezen is, is {nearest}.</translation>
    </message>
    <message>
        <source>the visual profile cannot have this accent: {fault}</source>
        <translation>het visuele profiel kan deze accentkleur niet hebben: {fault}</translation>
    </message>
    <message>
        <source>the visual profile cannot have this header: '{value}' is no colour</source>
        <translation>het visuele profiel kan deze kopkleur niet hebben: '{value}' is geen kleur</translation>
    </message>
    <message>
        <source>the visual profile names the picture '{value}', which is no SHA-256</source>
        <translation>het visuele profiel noemt de afbeelding '{value}', die geen SHA-256 is</translation>
    </message>
    <message>
        <source>the visual profile says '{value}'; it can be {choices}</source>
        <translation>het visuele profiel zegt '{value}'; het kan {choices} zijn</translation>
    </message>
    <message>
        <source>From headquarters</source>
        <translation>Van hoofdkantoor</translation>
    </message>
    <message>
        <source>This deposit is used as it was worked out, and the last pickup uses all of it. Take what is due.</source>
        <translation>Deze aanbetaling wordt gebruikt zoals berekend, en de laatste afhaling gebruikt alles. Neem aan wat te betalen is.</translation>
    </message>
    <message>
        <source>search shortcut '{shortcut}': type letters, a colon, and one of {fields}</source>
        <translation>snelkoppeling '{shortcut}': typ letters, een dubbele punt en een van {fields}</translation>
    </message>
    <message>
        <source>search shortcut '{shortcut}': {sign} means something else already</source>
        <translation>snelkoppeling '{shortcut}': {sign} betekent al iets anders</translation>
    </message>
    <message>
        <source>there are at most {most} search shortcuts</source>
        <translation>er zijn hoogstens {most} snelkoppelingen om te zoeken</translation>
    </message>
    <message>
        <source>A bank drop needs the number of its bag. Type or scan it.</source>
        <translation>Geld voor de bank heeft het nummer van zijn zak nodig. Typ of scan het.</translation>
    </message>
    <message>
        <source>A removal needs a reason. Type what the cash is for.</source>
        <translation>Geld uit de kassa heeft een reden nodig. Typ waar het geld voor is.</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>Zak</translation>
    </message>
    <message>
        <source>Bag number</source>
        <translation>Zak­nummer</translation>
    </message>
    <message>
        <source>Bag {number}</source>
        <translation>Zak {number}</translation>
    </message>
    <message>
        <source>Bank drop</source>
        <translation>Naar de bank</translation>
    </message>
    <message>
        <source>Blind close</source>
        <translation>Blind afsluiten</translation>
    </message>
    <message>
        <source>Close counted shift</source>
        <translation>Getelde dienst afsluiten</translation>
    </message>
    <message>
        <source>Closed blind</source>
        <translation>Blind afgesloten</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Count the cash for the safe. It is not counted with the till again.</source>
        <translation>Tel het geld voor de kluis. Het wordt niet meer met de kassa geteld.</translation>
    </message>
    <message>
        <source>Count the cash into a bag for the bank. The slip goes with it.</source>
        <translation>Tel het geld in een zak voor de bank. De strook gaat mee.</translation>
    </message>
    <message>
        <source>Count the cash that is taken out.</source>
        <translation>Tel het geld dat eruit gaat.</translation>
    </message>
    <message>
        <source>Count the cash, then put it into the till.</source>
        <translation>Tel het geld en leg het daarna in de kassa.</translation>
    </message>
    <message>
        <source>Declare start amount</source>
        <translation>Startbedrag opgeven</translation>
    </message>
    <message>
        <source>Dropped into the safe</source>
        <translation>In de kluis gelegd</translation>
    </message>
    <message>
        <source>Float entry</source>
        <translation>Wisselgeld toevoegen</translation>
    </message>
    <message>
        <source>How much cash was in the till when the shift began.</source>
        <translation>Hoeveel geld er in de kassa was toen de dienst begon.</translation>
    </message>
    <message>
        <source>Manage shifts</source>
        <translation>Diensten beheren</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>Verplaatst door</translation>
    </message>
    <message>
        <source>No cash was put in or taken out in this shift. There is no slip to print.</source>
        <translation>Er is in deze dienst geen geld in de kassa gelegd of eruit gehaald. Er is geen strook om af te drukken.</translation>
    </message>
    <message>
        <source>No shift waits to be counted. Only one that was closed blind does.</source>
        <translation>Geen dienst wacht om geteld te worden. Dat doet alleen een dienst die blind is afgesloten.</translation>
    </message>
    <message>
        <source>Only a bank drop has a bag. Leave {bag} out.</source>
        <translation>Alleen geld voor de bank heeft een zak. Laat {bag} weg.</translation>
    </message>
    <message>
        <source>Print slip again</source>
        <translation>Strook opnieuw afdrukken</translation>
    </message>
    <message>
        <source>Put into the till</source>
        <translation>In de kassa gelegd</translation>
    </message>
    <message>
        <source>Put up for the bank</source>
        <translation>Klaargelegd voor de bank</translation>
    </message>
    <message>
        <source>Safe drop</source>
        <translation>Naar de kluis</translation>
    </message>
    <message>
        <source>Shift {number}</source>
        <translation>Dienst {number}</translation>
    </message>
    <message>
        <source>Shift {number} began with {amount}.</source>
        <translation>Dienst {number} begon met {amount}.</translation>
    </message>
    <message>
        <source>Shift {number} is closed blind. Manage shifts has it counted and closed.</source>
        <translation>Dienst {number} is blind afgesloten. Bij Diensten beheren wordt hij geteld en afgesloten.</translation>
    </message>
    <message>
        <source>Shift {number} is counted. It is not closed yet.</source>
        <translation>Dienst {number} is geteld. Hij is nog niet afgesloten.</translation>
    </message>
    <message>
        <source>Shift {number} is not counted yet. Declare its tenders first.</source>
        <translation>Dienst {number} is nog niet geteld. Tel hem eerst.</translation>
    </message>
    <message>
        <source>Shift {number}, {day} {time}</source>
        <translation>Dienst {number}, {day} {time}</translation>
    </message>
    <message>
        <source>Slip printed.</source>
        <translation>De strook is afgedrukt.</translation>
    </message>
    <message>
        <source>Taken out of the till</source>
        <translation>Uit de kas gehaald</translation>
    </message>
    <message>
        <source>Tender declaration</source>
        <translation>Kasopmaak</translation>
    </message>
    <message>
        <source>Tender removal</source>
        <translation>Geld uit de kassa</translation>
    </message>
    <message>
        <source>The slip did not come out: {why}. Print slip again.</source>
        <translation>De strook kwam er niet uit: {why}. Druk de strook opnieuw af.</translation>
    </message>
    <message>
        <source>These shifts were closed blind. Count each, then close it; none of them is opened again.</source>
        <translation>Deze diensten zijn blind afgesloten. Tel elke dienst en sluit hem dan af; geen ervan gaat weer open.</translation>
    </message>
    <message>
        <source>This shift does not wait to be counted. Choose one of the list.</source>
        <translation>Deze dienst wacht niet om geteld te worden. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>This shift is not counted yet. Declare its tenders first.</source>
        <translation>Deze dienst is nog niet geteld. Tel hem eerst.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>Type how much cash it is.</source>
        <translation>Typ hoeveel geld het is.</translation>
    </message>
    <message>
        <source>Type the number of the bag.</source>
        <translation>Typ het nummer van de zak.</translation>
    </message>
    <message>
        <source>Type what the cash is for.</source>
        <translation>Typ waar het geld voor is.</translation>
    </message>
    <message>
        <source>What is the cash taken out for?</source>
        <translation>Waarvoor gaat het geld eruit?</translation>
    </message>
    <message>
        <source>Which number has the bag?</source>
        <translation>Welk nummer heeft de zak?</translation>
    </message>
    <message>
        <source>Which shift is closed?</source>
        <translation>Welke dienst wordt afgesloten?</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>niet geteld</translation>
    </message>
    <message>
        <source>start amount {amount}</source>
        <translation>startbedrag {amount}</translation>
    </message>
    <message>
        <source>{amount} cannot be moved. Type how much is counted.</source>
        <translation>{amount} kan niet. Typ hoeveel er geteld is.</translation>
    </message>
    <message>
        <source>{amount} is more than the till should hold. Count it again; what was put in by hand is a float entry.</source>
        <translation>{amount} is meer dan er in de kassa hoort te zijn. Tel opnieuw; wat er met de hand in is gelegd, is Wisselgeld toevoegen.</translation>
    </message>
    <message>
        <source>{name} · closed blind {time}</source>
        <translation>{name} · blind afgesloten {time}</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Plakken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>O&amp;pnieuw</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>K&amp;nippen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles selecteren</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nee</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerpen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Negeren</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>N&amp;ee op alles</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Herstellen</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Standaard herstellen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Alles opslaan</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Ja op &amp;alles</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Plakken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>O&amp;pnieuw</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>&amp;Link kopiëren</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>K&amp;nippen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles selecteren</translation>
    </message>
</context>
</TS>
