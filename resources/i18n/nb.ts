<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb" sourcelanguage="en">
<context>
    <name>Kassa</name>
    <message>
        <source>+1 week</source>
        <translation>+1 uke</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dager</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 dager</translation>
    </message>
    <message>
        <source>A cancellation charge of {charge} cannot be. Type 0 or more.</source>
        <translation>Et annulleringsgebyr på {charge} går ikke. Tast 0 eller mer.</translation>
    </message>
    <message>
        <source>A card can be asked for {rest} or less. Type the amount again.</source>
        <translation>Et kort kan bli bedt om {rest} eller mindre. Tast beløpet på nytt.</translation>
    </message>
    <message>
        <source>A card pays the other {rest}</source>
        <translation>De andre {rest} betales med kort</translation>
    </message>
    <message>
        <source>A card pays up to {amount} of the rest.</source>
        <translation>Et kort betaler inntil {amount} av resten.</translation>
    </message>
    <message>
        <source>A card was given for the rest of this order. Choose another way to pay it, then suspend.</source>
        <translation>Et kort er gitt for resten av denne ordren. Velg en annen måte å betale på, og parker så.</translation>
    </message>
    <message>
        <source>Answers to questions</source>
        <translation>Svar på spørsmål</translation>
    </message>
    <message>
        <source>By which mode does order {order} leave? Its amounts and charges stay as they were agreed.</source>
        <translation>Hvilken leveringsmåte skal ordre {order} ha? Beløp og gebyrer blir som avtalt.</translation>
    </message>
    <message>
        <source>Calculate total</source>
        <translation>Beregn total</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>Annulleringer</translation>
    </message>
    <message>
        <source>Added as</source>
        <translation>Legges til som</translation>
    </message>
    <message>
        <source>Correction of a delivery</source>
        <translation>Rettelse av en levering</translation>
    </message>
    <message>
        <source>Return of goods</source>
        <translation>Retur av varer</translation>
    </message>
    <message>
        <source>Expedite: {urgency}</source>
        <translation>Haster: {urgency}</translation>
    </message>
    <message>
        <source>Layout {layout}, made for {size}, on a window of {width} × {height}.</source>
        <translation>Oppsett {layout}, laget for {size}, i et vindu på {width} × {height}.</translation>
    </message>
    <message>
        <source>Fix delivery</source>
        <translation>Rett levering</translation>
    </message>
    <message>
        <source>It corrects line {line}, which is not shipped.</source>
        <translation>Den retter linje {line}, som ikke sendes.</translation>
    </message>
    <message>
        <source>It waits for the document it corrects.</source>
        <translation>Det venter på dokumentet det retter.</translation>
    </message>
    <message>
        <source>Order {order} leaves by {modes}; its amounts stay.</source>
        <translation>Ordre {order} sendes med {modes}; beløpene blir som de er.</translation>
    </message>
    <message>
        <source>Other charges</source>
        <translation>Andre gebyrer</translation>
    </message>
    <message>
        <source>Closed shift</source>
        <translation>Avsluttet skift</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Lukket</translation>
    </message>
    <message>
        <source>E-mail of the customer ({known})</source>
        <translation>Kundens e-post ({known})</translation>
    </message>
    <message>
        <source>How much cash is in the till at the start?</source>
        <translation>Hvor mye kontanter er i kassen ved start?</translation>
    </message>
    <message>
        <source>No shift was closed on this register yet. Close one first.</source>
        <translation>Ingen skift er avsluttet på denne kassen ennå. Avslutt et først.</translation>
    </message>
    <message>
        <source>Journal entry</source>
        <translation>Journalpost</translation>
    </message>
    <message>
        <source>Not at headquarters yet</source>
        <translation>Ennå ikke på hovedkontoret</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Åpnet</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Åpnet av</translation>
    </message>
    <message>
        <source>Orders of the last {days} days. Type a number to find an older one.</source>
        <translation>Ordrer fra de siste {days} dagene. Tast et nummer for å finne en eldre.</translation>
    </message>
    <message>
        <source>PINs have at least {least} digits in this store. Have headquarters give you a longer one.</source>
        <translation>PIN-koder har minst {least} sifre i denne butikken. Be hovedkontoret om en lengre.</translation>
    </message>
    <message>
        <source>Payments on orders</source>
        <translation>Betalinger på ordrer</translation>
    </message>
    <message>
        <source>Phone of the customer ({known})</source>
        <translation>Kundens telefon ({known})</translation>
    </message>
    <message>
        <source>Pickups</source>
        <translation>Hentinger</translation>
    </message>
    <message>
        <source>Print X report</source>
        <translation>Skriv ut X-rapport</translation>
    </message>
    <message>
        <source>Print Z report</source>
        <translation>Skriv ut Z-rapport</translation>
    </message>
    <message>
        <source>Promotions and charges are not worked out yet. Press Calculate total first.</source>
        <translation>Kampanjer og gebyrer er ikke beregnet ennå. Trykk Beregn total først.</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Returer</translation>
    </message>
    <message>
        <source>Receipts {first} to {last}</source>
        <translation>Kvitteringer {first} til {last}</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rettigheter</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Salg</translation>
    </message>
    <message>
        <source>Sales representative</source>
        <translation>Selger</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>Skann ansattkortet</translation>
    </message>
    <message>
        <source>Sign in by badge</source>
        <translation>Logg på med ansattkort</translation>
    </message>
    <message>
        <source>Somebody at the sign-in</source>
        <translation>Noen ved påloggingen</translation>
    </message>
    <message>
        <source>The details are kept.</source>
        <translation>Opplysningene er tatt vare på.</translation>
    </message>
    <message>
        <source>The delivery of this needs nobody here. Press Sync now, or ask headquarters about it.</source>
        <translation>Leveringen av denne trenger ingen her. Trykk Synkroniser nå, eller spør hovedkontoret om den.</translation>
    </message>
    <message>
        <source>The total stays {after}.</source>
        <translation>Totalen er fortsatt {after}.</translation>
    </message>
    <message>
        <source>This badge is nobody's who may sign in here. Tap your name and type your PIN.</source>
        <translation>Dette ansattkortet tilhører ingen som kan logge på her. Trykk på navnet ditt og tast PIN-koden.</translation>
    </message>
    <message>
        <source>This code signs nobody in here. Tap your name and type your PIN.</source>
        <translation>Denne koden logger ingen på her. Trykk på navnet ditt og tast PIN-koden.</translation>
    </message>
    <message>
        <source>This needs: {what}. Type it.</source>
        <translation>Her kreves: {what}. Tast det.</translation>
    </message>
    <message>
        <source>This store asks for no details here.</source>
        <translation>Butikken spør ikke om noen opplysninger her.</translation>
    </message>
    <message>
        <source>This register does not have that order. Ask headquarters about it.</source>
        <translation>Denne kassen har ikke den ordren. Spør hovedkontoret om den.</translation>
    </message>
    <message>
        <source>This store closes a shift once everything is counted. Count this too: {kind}.</source>
        <translation>Denne butikken avslutter et skift når alt er talt. Tell også dette: {kind}.</translation>
    </message>
    <message>
        <source>This store closes a shift once everything is counted. Type each amount.</source>
        <translation>Denne butikken avslutter et skift når alt er talt. Tast hvert beløp.</translation>
    </message>
    <message>
        <source>This store does not ask {attribute} of this. Leave it out.</source>
        <translation>Butikken spør ikke om {attribute} her. Utelat det.</translation>
    </message>
    <message>
        <source>This store may not reject lines. Ask headquarters to change the order.</source>
        <translation>Denne butikken kan ikke avvise linjer. Be hovedkontoret endre ordren.</translation>
    </message>
    <message>
        <source>This store prints no X and Z reports at its registers. Headquarters switches it on.</source>
        <translation>Denne butikken skriver ikke ut X- og Z-rapporter på kassene. Hovedkontoret slår det på.</translation>
    </message>
    <message>
        <source>This store sells goods in a sale of their own. Conclude the return first.</source>
        <translation>Denne butikken selger varer i et eget salg. Fullfør returen først.</translation>
    </message>
    <message>
        <source>This store takes goods back in a sale of their own. Conclude the sale first.</source>
        <translation>Denne butikken tar varer i retur i et eget salg. Fullfør salget først.</translation>
    </message>
    <message>
        <source>Total, not taken</source>
        <translation>Total, ikke betalt</translation>
    </message>
    <message>
        <source>Type your user name first, then your PIN.</source>
        <translation>Tast brukernavnet først, så PIN-koden.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Brukernavn</translation>
    </message>
    <message>
        <source>Voided by</source>
        <translation>Annullert av</translation>
    </message>
    <message>
        <source>Voided sale</source>
        <translation>Annullert salg</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Frakt</translation>
    </message>
    <message>
        <source>What are the details?</source>
        <translation>Hva er opplysningene?</translation>
    </message>
    <message>
        <source>What it corrects was posted already; nothing of it was changed.</source>
        <translation>Det den retter var allerede bokført; ingenting ble endret.</translation>
    </message>
    <message>
        <source>What stands on this register about {user} was changed and is not what headquarters signed. Nobody is let in by it. It is fetched again at the next contact; until then somebody else has to sign in.</source>
        <translation>Det som står om {user} på denne kassen, er endret og er ikke det hovedkontoret har signert. Ingen slippes inn med det. Det hentes på nytt ved neste kontakt; til da må noen andre logge på.</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X-rapport</translation>
    </message>
    <message>
        <source>X report of shift {number} printed.</source>
        <translation>X-rapport for skift {number} er skrevet ut.</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z-rapport</translation>
    </message>
    <message>
        <source>Z report of shift {number} printed.</source>
        <translation>Z-rapport for skift {number} er skrevet ut.</translation>
    </message>
    <message>
        <source>accepted {quantity} × {name}</source>
        <translation>godtatt {quantity} × {name}</translation>
    </message>
    <message>
        <source>A charge of {charge} cannot be: charges go from 0 to {limit}. Type it again.</source>
        <translation>Et gebyr på {charge} går ikke: gebyrer går fra 0 til {limit}. Tast det på nytt.</translation>
    </message>
    <message>
        <source>A customer has at most {limit} addresses. Have headquarters remove one first.</source>
        <translation>En kunde har høyst {limit} adresser. Be hovedkontoret fjerne en først.</translation>
    </message>
    <message>
        <source>A contact that is there already gets the consent chosen here.</source>
        <translation>En kontakt som alt finnes, får samtykket som velges her.</translation>
    </message>
    <message>
        <source>A customer has at most {limit} addresses. Remove one first.</source>
        <translation>En kunde har høyst {limit} adresser. Fjern en først.</translation>
    </message>
    <message>
        <source>A customer has at most {limit} loyalty cards. Have headquarters remove one first.</source>
        <translation>En kunde har høyst {limit} fordelskort. Be hovedkontoret fjerne ett først.</translation>
    </message>
    <message>
        <source>A customer has at most {limit} attributes and contacts. Remove one first.</source>
        <translation>En kunde har høyst {limit} attributter og kontakter. Fjern en først.</translation>
    </message>
    <message>
        <source>A customer has no field {field}.</source>
        <translation>En kunde har ikke noe felt {field}.</translation>
    </message>
    <message>
        <source>A customer needs a name. Type the name.</source>
        <translation>En kunde trenger et navn. Tast navnet.</translation>
    </message>
    <message>
        <source>added {quantity} × {name}</source>
        <translation>lagt til {quantity} × {name}</translation>
    </message>
    <message>
        <source>A day, e.g. 2026-12-24</source>
        <translation>En dag, f.eks. 2026-12-24</translation>
    </message>
    <message>
        <source>A deposit cannot be negative. Type 0 or more.</source>
        <translation>En innbetaling kan ikke være negativ. Tast 0 eller mer.</translation>
    </message>
    <message>
        <source>A deposit is not paid on the customer's account. Take cash or a card.</source>
        <translation>En innbetaling gjøres ikke på kundens konto. Ta imot kontanter eller kort.</translation>
    </message>
    <message>
        <source>A deposit is used when goods of an order are handed out. Open a pickup first.</source>
        <translation>En innbetaling brukes når varer fra en ordre utleveres. Åpne en henting først.</translation>
    </message>
    <message>
        <source>A discount goes from 0 to {limit}. Type another one.</source>
        <translation>En rabatt går fra 0 til {limit}. Tast en annen.</translation>
    </message>
    <message>
        <source>A discount of {percent} % cannot be given. Type 0 to 100.</source>
        <translation>En rabatt på {percent} % kan ikke gis. Tast 0 til 100.</translation>
    </message>
    <message>
        <source>All that is picked of this line is ready for collection. Use Pick up when the customer is here.</source>
        <translation>Alt som er plukket av denne linjen, er klart til henting. Bruk Hent når kunden er her.</translation>
    </message>
    <message>
        <source>A loyalty card has no number.</source>
        <translation>Et fordelskort har ikke noe nummer.</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Et tall</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>Et helt tall</translation>
    </message>
    <message>
        <source>Add address</source>
        <translation>Legg til adresse</translation>
    </message>
    <message>
        <source>Add affiliation</source>
        <translation>Legg til tilknytning</translation>
    </message>
    <message>
        <source>Address: {purpose}</source>
        <translation>Adresse: {purpose}</translation>
    </message>
    <message>
        <source>Addresses, cards and affiliations</source>
        <translation>Adresser, kort og tilknytninger</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Tilknytning</translation>
    </message>
    <message>
        <source>Affiliation of {name}</source>
        <translation>Tilknytning for {name}</translation>
    </message>
    <message>
        <source>All of this order is paid. Nothing more is taken for it.</source>
        <translation>Hele ordren er betalt. Det tas ikke mer for den.</translation>
    </message>
    <message>
        <source>an order has no attribute {attribute}</source>
        <translation>en ordre har ikke attributtet {attribute}</translation>
    </message>
    <message>
        <source>the attribute {attribute} cannot be '{text}'</source>
        <translation>attributtet {attribute} kan ikke være «{text}»</translation>
    </message>
    <message>
        <source>the attribute {attribute} is there twice</source>
        <translation>attributtet {attribute} står to ganger</translation>
    </message>
    <message>
        <source>correction of a delivery</source>
        <translation>rettelse av en levering</translation>
    </message>
    <message>
        <source>its correction waits for headquarters</source>
        <translation>rettelsen venter på hovedkontoret</translation>
    </message>
    <message>
        <source>line {line} by {mode}</source>
        <translation>linje {line} med {mode}</translation>
    </message>
    <message>
        <source>waits until headquarters is updated</source>
        <translation>venter til hovedkontoret er oppdatert</translation>
    </message>
    <message>
        <source>{amount} not paid, the {tender} was declined</source>
        <translation>{amount} ikke betalt, {tender} ble avvist</translation>
    </message>
    <message>
        <source>amount of {name} {before} → {after}</source>
        <translation>beløp for {name} {before} → {after}</translation>
    </message>
    <message>
        <source>An affiliation needs a name. Type it.</source>
        <translation>En tilknytning må ha et navn. Tast det.</translation>
    </message>
    <message>
        <source>An order is being paid. Conclude that first, then sell.</source>
        <translation>En ordre blir betalt. Fullfør det først, og selg så.</translation>
    </message>
    <message>
        <source>An order is being handed out or cancelled. Conclude that first, then take goods back.</source>
        <translation>En ordre utleveres eller annulleres. Fullfør det først, og ta så varer i retur.</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attributt</translation>
    </message>
    <message>
        <source>Back to the sale: {lines} ×, {total}</source>
        <translation>Tilbake til salget: {lines} ×, {total}</translation>
    </message>
    <message>
        <source>Card for a part of the rest</source>
        <translation>Kort for en del av resten</translation>
    </message>
    <message>
        <source>Card for a part …</source>
        <translation>Kort for en del …</translation>
    </message>
    <message>
        <source>Came back without a receipt</source>
        <translation>Kom tilbake uten kvittering</translation>
    </message>
    <message>
        <source>by {by}</source>
        <translation>av {by}</translation>
    </message>
    <message>
        <source>Call centre</source>
        <translation>Kundesenter</translation>
    </message>
    <message>
        <source>cancelled by {by}</source>
        <translation>annullert av {by}</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>På e-post</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kortnummer</translation>
    </message>
    <message>
        <source>Cards pay {given} of the other {rest}</source>
        <translation>Kort betaler {given} av de andre {rest}</translation>
    </message>
    <message>
        <source>Change {change} – {order}: payment taken, receipt {receipt}.</source>
        <translation>Veksel {change} – {order}: betaling mottatt, kvittering {receipt}.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>charges {before} → {after}</source>
        <translation>gebyrer {before} → {after}</translation>
    </message>
    <message>
        <source>Choose a customer first.</source>
        <translation>Velg en kunde først.</translation>
    </message>
    <message>
        <source>Choose what comes back</source>
        <translation>Velg hva som kommer tilbake</translation>
    </message>
    <message>
        <source>Credit invoice</source>
        <translation>Kreditnota</translation>
    </message>
    <message>
        <source>collected by {after}</source>
        <translation>hentes av {after}</translation>
    </message>
    <message>
        <source>headquarters agrees {time}</source>
        <translation>stemmer med hovedkontoret {time}</translation>
    </message>
    <message>
        <source>Headquarters does not accept this register any more. What is not sent stays here. Call headquarters to enrol it anew.</source>
        <translation>Hovedkontoret godtar ikke denne kassen lenger. Det som ikke er sendt, blir her. Ring hovedkontoret for å registrere den på nytt.</translation>
    </message>
    <message>
        <source>Headquarters has something else than this register. Call headquarters.</source>
        <translation>Hovedkontoret har noe annet enn denne kassen. Ring hovedkontoret.</translation>
    </message>
    <message>
        <source>Of {day} other means of payment were taken here than headquarters has.</source>
        <translation>{day} ble det tatt imot andre betalingsmåter her enn hovedkontoret har.</translation>
    </message>
    <message>
        <source>Of {day} this register has taken {ours}, headquarters has {theirs}.</source>
        <translation>{day} tok denne kassen imot {ours}, hovedkontoret har {theirs}.</translation>
    </message>
    <message>
        <source>Of {day} this register has {ours} transactions, headquarters has {theirs}.</source>
        <translation>Fra {day} har denne kassen {ours} transaksjoner, hovedkontoret har {theirs}.</translation>
    </message>
    <message>
        <source>The journal of this register is not the one headquarters knows. Call headquarters.</source>
        <translation>Journalen til denne kassen er ikke den hovedkontoret kjenner. Ring hovedkontoret.</translation>
    </message>
    <message>
        <source>The last number here is {ours}, but headquarters has {theirs}: an older copy was restored. Call headquarters.</source>
        <translation>Det siste nummeret her er {ours}, men hovedkontoret har {theirs}: en eldre kopi er lagt tilbake. Ring hovedkontoret.</translation>
    </message>
    <message>
        <source>{attribute} is '{text}', which this store does not ask.</source>
        <translation>{attribute} er «{text}», som butikken ikke spør om.</translation>
    </message>
    <message>
        <source>{closed} The Z report did not come out: {why}. Print it again. Journal entry {number} ends the shift.</source>
        <translation>{closed} Z-rapporten kom ikke ut: {why}. Skriv den ut på nytt. Journalpost {number} avslutter skiftet.</translation>
    </message>
    <message numerus="yes">
        <source>{count} orders are one step further.</source>
        <translation>
            <numerusform>{count} ordre er kommet ett skritt videre.</numerusform>
            <numerusform>{count} ordrer er kommet ett skritt videre.</numerusform>
        </translation>
    </message>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Samtykke</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>Samtykke gitt</translation>
    </message>
    <message>
        <source>Consent not asked for</source>
        <translation>Samtykke ikke innhentet</translation>
    </message>
    <message>
        <source>Consent refused</source>
        <translation>Samtykke nektet</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Customer change</source>
        <translation>Kundeendring</translation>
    </message>
    <message>
        <source>Customer details</source>
        <translation>Kundedetaljer</translation>
    </message>
    <message>
        <source>Discarded. Sale {order} stays as it was before.</source>
        <translation>Forkastet. Salg {order} blir som det var.</translation>
    </message>
    <message>
        <source>day of {name}: {before} → {after}</source>
        <translation>dag for {name}: {before} → {after}</translation>
    </message>
    <message>
        <source>delivery of {name}: {before} → {after}</source>
        <translation>levering av {name}: {before} → {after}</translation>
    </message>
    <message>
        <source>deposit {before} → {after}</source>
        <translation>innbetaling {before} → {after}</translation>
    </message>
    <message>
        <source>Customer group</source>
        <translation>Kundegruppe</translation>
    </message>
    <message>
        <source>Dr., Ms.</source>
        <translation>Dr., hr.</translation>
    </message>
    <message>
        <source>E-mail or phone</source>
        <translation>E-post eller telefon</translation>
    </message>
    <message>
        <source>E-mail or phone of {name}</source>
        <translation>E-post eller telefon for {name}</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Rediger kunde</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>Rediger {name}</translation>
    </message>
    <message>
        <source>How much does this card pay?</source>
        <translation>Hvor mye betaler dette kortet?</translation>
    </message>
    <message>
        <source>Everything of this sale has come back already. Choose another sale.</source>
        <translation>Alt fra dette salget er allerede kommet tilbake. Velg et annet salg.</translation>
    </message>
    <message>
        <source>Everything that {number} stands on is back already, or was never handed out. Scan or type another number.</source>
        <translation>Alt som {number} står på er allerede kommet tilbake, eller ble aldri utlevert. Skann eller tast et annet nummer.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finn</translation>
    </message>
    <message>
        <source>Goods came back, receipt {receipt}.</source>
        <translation>Varer kom tilbake, kvittering {receipt}.</translation>
    </message>
    <message>
        <source>Goods come back in a sale of their own. Conclude or suspend this order first.</source>
        <translation>Varer tas i retur i et eget salg. Fullfør eller parker denne ordren først.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtre</translation>
    </message>
    <message numerus="yes">
        <source>Filters {count}</source>
        <translation>
            <numerusform>Filtre {count}</numerusform>
            <numerusform>Filtre {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>given to another store by {by}</source>
        <translation>gitt til en annen butikk av {by}</translation>
    </message>
    <message>
        <source>Goods of this line are picked. Undo that first, then reject it.</source>
        <translation>Varer på denne linjen er plukket. Angre det først, og avvis den så.</translation>
    </message>
    <message>
        <source>Goods of this line have gone. Edit the order and void what is left of it instead.</source>
        <translation>Varer på denne linjen er gått ut. Rediger ordren og fjern det som er igjen.</translation>
    </message>
    <message>
        <source>Goods of this order are packed. Undo the packing on the work list first.</source>
        <translation>Varer på denne ordren er pakket. Angre pakkingen i arbeidslisten først.</translation>
    </message>
    <message>
        <source>handed out by {by}</source>
        <translation>utlevert av {by}</translation>
    </message>
    <message>
        <source>HQ</source>
        <translation>HK</translation>
    </message>
    <message>
        <source>From HQ</source>
        <translation>Fra HK</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>HQ too</source>
        <translation>HK også</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and accounts are kept there. Refund in cash or to a card.</source>
        <translation>Hovedkontoret svarer ikke, og kontoene føres der. Refunder kontant eller til kort.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store takes goods back only with it. Try again later.</source>
        <translation>Hovedkontoret svarer ikke, og denne butikken tar bare varer i retur med det. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>HQ: searching …</source>
        <translation>HK: søker …</translation>
    </message>
    <message>
        <source>Headquarters does not answer. Only what is known here is shown.</source>
        <translation>Hovedkontoret svarer ikke. Bare det som er kjent her, vises.</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>Det endrer ingenting.</translation>
    </message>
    <message>
        <source>Kept here, and sent behind the customer.</source>
        <translation>Lagres her og sendes etter kunden.</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Igjen å betale</translation>
    </message>
    <message>
        <source>Left to pay before</source>
        <translation>Igjen å betale før</translation>
    </message>
    <message>
        <source>{fault}. Type a number.</source>
        <translation>{fault}. Tast et tall.</translation>
    </message>
    <message>
        <source>{found}; nobody mends versions before {least} any more: update Python</source>
        <translation>{found}; ingen retter versjoner før {least} lenger: oppdater Python</translation>
    </message>
    <message>
        <source>{left} is left to pay of the order, {after} after it.</source>
        <translation>{left} er igjen å betale av ordren, {after} etter dette.</translation>
    </message>
    <message>
        <source>Line {number} of {order} is not rejected. Look at the order again.</source>
        <translation>Linje {number} på {order} er ikke avvist. Se på ordren på nytt.</translation>
    </message>
    <message>
        <source>lines by their order</source>
        <translation>linjer etter ordre</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Fordelskort</translation>
    </message>
    <message>
        <source>Loyalty card of {name}</source>
        <translation>Fordelskort for {name}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Opprettet</translation>
    </message>
    <message>
        <source>made an order by {by}, revision {revision}</source>
        <translation>gjort til ordre av {by}, revisjon {revision}</translation>
    </message>
    <message>
        <source>{mode} does not deliver {name} where it goes, or not any more. Choose another mode of delivery.</source>
        <translation>{mode} leverer ikke {name} dit den skal, eller ikke lenger. Velg en annen leveringsmåte.</translation>
    </message>
    <message>
        <source>{mode} does not take all of these lines. Choose one of the list.</source>
        <translation>{mode} tar ikke alle disse linjene. Velg en fra listen.</translation>
    </message>
    <message>
        <source>{name} cannot cost {price}: the most that is typed here is {limit}. Type the price again.</source>
        <translation>{name} kan ikke koste {price}: det meste som tastes her er {limit}. Tast prisen på nytt.</translation>
    </message>
    <message>
        <source>{name} is not sold by {unit}. Search for it again.</source>
        <translation>{name} selges ikke i {unit}. Søk på nytt.</translation>
    </message>
    <message>
        <source>{name} is sold by the whole {unit}: {quantity} cannot be sold. Type a quantity without decimals.</source>
        <translation>{name} selges i hele {unit}: {quantity} kan ikke selges. Tast et antall uten desimaler.</translation>
    </message>
    <message>
        <source>{name} is taxed by the item sales tax group {group}, which this store does not have. Put it aside and ask headquarters to publish the group.</source>
        <translation>{name} har vareavgiftsgruppen {group}, som denne butikken ikke har. Legg varen til side, og be hovedkontoret publisere gruppen.</translation>
    </message>
    <message>
        <source>{name} leaves with a serial number each: {given} given for {quantity}. Scan or type one for each piece.</source>
        <translation>{name} går ut med hvert sitt serienummer: {given} oppgitt for {quantity}. Skann eller tast ett for hvert eksemplar.</translation>
    </message>
    <message>
        <source>Name, number, phone, e-mail, address</source>
        <translation>Navn, nummer, telefon, e-post, adresse</translation>
    </message>
    <message>
        <source>New address of {name}</source>
        <translation>Ny adresse for {name}</translation>
    </message>
    <message>
        <source>No address, loyalty card or affiliation yet.</source>
        <translation>Ingen adresse, fordelskort eller tilknytning ennå.</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Ingen kunde</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>Ingen kvittering</translation>
    </message>
    <message>
        <source>Nobody known here has the loyalty card {card}. Search by name.</source>
        <translation>Ingen som er kjent her, har fordelskortet {card}. Søk på navn.</translation>
    </message>
    <message>
        <source>NOT A RECEIPT</source>
        <translation>IKKE EN KVITTERING</translation>
    </message>
    <message>
        <source>Not paid: the card was declined. Use Pay on order</source>
        <translation>Ikke betalt: kortet ble avvist. Bruk Betal på ordre</translation>
    </message>
    <message>
        <source>Nothing of this line is packed. There is nothing to unpack.</source>
        <translation>Ingenting på denne linjen er pakket. Det er ingenting å pakke ut.</translation>
    </message>
    <message>
        <source>Nothing of this line is picked. Pick it first; then it is ready for collection.</source>
        <translation>Ingenting på denne linjen er plukket. Plukk den først; så er den klar til henting.</translation>
    </message>
    <message>
        <source>Nothing of this line is picked. There is nothing to put back.</source>
        <translation>Ingenting på denne linjen er plukket. Det er ingenting å legge tilbake.</translation>
    </message>
    <message>
        <source>Not printed: {why}. Print it again.</source>
        <translation>Ikke skrevet ut: {why}. Skriv ut på nytt.</translation>
    </message>
    <message>
        <source>Nothing is typed. Scan a receipt, or type a number.</source>
        <translation>Ingenting er tastet. Skann en kvittering, eller tast et nummer.</translation>
    </message>
    <message>
        <source>Nothing of this is kept.</source>
        <translation>Ingenting av dette beholdes.</translation>
    </message>
    <message>
        <source>Nothing of this order is left to be handled here. Choose another order.</source>
        <translation>Ingenting av denne ordren gjenstår å behandle her. Velg en annen ordre.</translation>
    </message>
    <message>
        <source>Nothing of this order is shipped or picked up. Say how its goods leave us first.</source>
        <translation>Ingenting av denne ordren sendes eller hentes. Si først hvordan varene forlater oss.</translation>
    </message>
    <message>
        <source>Nothing of this sale was shipped. Take the goods back without shipping.</source>
        <translation>Ingenting av dette salget ble sendt. Ta varene i retur uten frakt.</translation>
    </message>
    <message>
        <source>Nothing was paid. The sale waits at register {register} and does not expire.</source>
        <translation>Ingenting er betalt. Salget venter på kasse {register} og utløper ikke.</translation>
    </message>
    <message>
        <source>Nothing with the number {number} is known here, and headquarters does not answer. Try again later.</source>
        <translation>Ingenting med nummer {number} er kjent her, og hovedkontoret svarer ikke. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>Nothing would be different. Type what is to change, or close.</source>
        <translation>Ingenting ville bli annerledes. Tast det som skal endres, eller lukk.</translation>
    </message>
    <message>
        <source>Only {left} of this order is still to be paid. Type {left} or less.</source>
        <translation>Bare {left} av denne ordren er igjen å betale. Tast {left} eller mindre.</translation>
    </message>
    <message>
        <source>packed {quantity} × {name}</source>
        <translation>pakket {quantity} × {name}</translation>
    </message>
    <message>
        <source>Packing slip</source>
        <translation>Følgeseddel</translation>
    </message>
    <message>
        <source>Packing slip printed.</source>
        <translation>Følgeseddelen er skrevet ut.</translation>
    </message>
    <message>
        <source>Pay on order</source>
        <translation>Betal på ordre</translation>
    </message>
    <message>
        <source>Payment on an order</source>
        <translation>Innbetaling på ordre</translation>
    </message>
    <message>
        <source>Payment on order {order}: {due} is due.</source>
        <translation>Betaling på ordre {order}: {due} skal betales.</translation>
    </message>
    <message>
        <source>Payment on {order}</source>
        <translation>Betaling på {order}</translation>
    </message>
    <message>
        <source>Payment on {order} – {customer}</source>
        <translation>Betaling på {order} – {customer}</translation>
    </message>
    <message>
        <source>picked {quantity} × {name}</source>
        <translation>plukket {quantity} × {name}</translation>
    </message>
    <message>
        <source>Phone there</source>
        <translation>Telefon der</translation>
    </message>
    <message>
        <source>Picking list</source>
        <translation>Plukkliste</translation>
    </message>
    <message>
        <source>Picking list printed.</source>
        <translation>Plukklisten er skrevet ut.</translation>
    </message>
    <message>
        <source>picking {quantity} × {name}</source>
        <translation>plukker {quantity} × {name}</translation>
    </message>
    <message>
        <source>price of {name} {before} → {after}</source>
        <translation>pris på {name} {before} → {after}</translation>
    </message>
    <message>
        <source>Print packing slip</source>
        <translation>Skriv ut følgeseddel</translation>
    </message>
    <message>
        <source>Print picking list</source>
        <translation>Skriv ut plukkliste</translation>
    </message>
    <message>
        <source>Print suspended sale</source>
        <translation>Skriv ut parkert salg</translation>
    </message>
    <message>
        <source>Receipt {code} scanned – finish or close this sheet first.</source>
        <translation>Kvittering {code} skannet – fullfør eller lukk dette bildet først.</translation>
    </message>
    <message>
        <source>Receipt, order or invoice number</source>
        <translation>Kvitterings-, ordre- eller fakturanummer</translation>
    </message>
    <message>
        <source>Receipts and invoices</source>
        <translation>Kvitteringer og fakturaer</translation>
    </message>
    <message>
        <source>Refund card {last_four}</source>
        <translation>Refunder kort {last_four}</translation>
    </message>
    <message>
        <source>Refund on account</source>
        <translation>Refunder på konto</translation>
    </message>
    <message>
        <source>Return product</source>
        <translation>Returner vare</translation>
    </message>
    <message>
        <source>Return sale</source>
        <translation>Returner salg</translation>
    </message>
    <message>
        <source>Return transaction</source>
        <translation>Returtransaksjon</translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>Retur uten kvittering</translation>
    </message>
    <message>
        <source>Sale {order} stays as it was before.</source>
        <translation>Salg {order} blir som det var.</translation>
    </message>
    <message>
        <source>Put back of {order} – {customer}</source>
        <translation>Legges tilbake fra {order} – {customer}</translation>
    </message>
    <message>
        <source>put back {quantity} × {name}</source>
        <translation>lagt tilbake {quantity} × {name}</translation>
    </message>
    <message>
        <source>{prompt}: '{answer}' is not one of the choices. Choose one of them.</source>
        <translation>{prompt}: '{answer}' er ikke et av valgene. Velg et av dem.</translation>
    </message>
    <message>
        <source>{prompt}: {answer} is too little. Type {least} or more.</source>
        <translation>{prompt}: {answer} er for lite. Tast {least} eller mer.</translation>
    </message>
    <message>
        <source>{prompt}: {answer} is too much. Type {most} or less.</source>
        <translation>{prompt}: {answer} er for mye. Tast {most} eller mindre.</translation>
    </message>
    <message>
        <source>{quantity} ready for collection</source>
        <translation>{quantity} klar til henting</translation>
    </message>
    <message>
        <source>{quantity} ready for collection ({shelf})</source>
        <translation>{quantity} klar til henting ({shelf})</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>ready for collection</source>
        <translation>klar til henting</translation>
    </message>
    <message>
        <source>Ready for collection</source>
        <translation>Klar til henting</translation>
    </message>
    <message>
        <source>Ready for collection: {order} – {customer}</source>
        <translation>Klar til henting: {order} – {customer}</translation>
    </message>
    <message>
        <source>ready for collection {quantity} × {name}</source>
        <translation>klar til henting {quantity} × {name}</translation>
    </message>
    <message>
        <source>ready for collection ({shelf})</source>
        <translation>klar til henting ({shelf})</translation>
    </message>
    <message>
        <source>rejected {quantity} × {name}</source>
        <translation>avvist {quantity} × {name}</translation>
    </message>
    <message>
        <source>removed {quantity} × {name}</source>
        <translation>fjernet {quantity} × {name}</translation>
    </message>
    <message>
        <source>revision {revision}, changed by {by}</source>
        <translation>revisjon {revision}, endret av {by}</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Utskrift</translation>
    </message>
    <message>
        <source>Printed and by e-mail</source>
        <translation>Utskrift og e-post</translation>
    </message>
    <message>
        <source>Provisional loyalty card</source>
        <translation>Midlertidig fordelskort</translation>
    </message>
    <message>
        <source>Receipt e-mail</source>
        <translation>E-post for kvitteringer</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>Samme e-post</translation>
    </message>
    <message>
        <source>Same name and address</source>
        <translation>Samme navn og adresse</translation>
    </message>
    <message>
        <source>Same phone number</source>
        <translation>Samme telefonnummer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Scan a receipt, or type a number and press Enter.</source>
        <translation>Skann en kvittering, eller tast et nummer og trykk Enter.</translation>
    </message>
    <message>
        <source>Scan or type the card. Leave it empty to make a new number.</source>
        <translation>Skann eller tast kortet. La feltet stå tomt for å lage et nytt nummer.</translation>
    </message>
    <message>
        <source>Scan what comes back</source>
        <translation>Skann det som kommer tilbake</translation>
    </message>
    <message>
        <source>Scan or type them, with commas</source>
        <translation>Skann eller tast dem, med komma</translation>
    </message>
    <message>
        <source>Scan or type the serial number of each {name} first.</source>
        <translation>Skann eller tast serienummeret til hver {name} først.</translation>
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
        <translation>Serienumre</translation>
    </message>
    <message>
        <source>serial numbers by line</source>
        <translation>serienumre etter linje</translation>
    </message>
    <message>
        <source>Serial number {serial}</source>
        <translation>Serienummer {serial}</translation>
    </message>
    <message>
        <source>Serial number {serial} is there already. Scan another piece.</source>
        <translation>Serienummer {serial} er der allerede. Skann et annet eksemplar.</translation>
    </message>
    <message>
        <source>Serial number {serial} of {name} is there already. Scan another piece.</source>
        <translation>Serienummer {serial} av {name} er der allerede. Skann et annet eksemplar.</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Hylle</translation>
    </message>
    <message>
        <source>shelf {after}</source>
        <translation>hylle {after}</translation>
    </message>
    <message>
        <source>Search all stores</source>
        <translation>Søk i alle butikker</translation>
    </message>
    <message>
        <source>Shift {number}, open since {time}.</source>
        <translation>Skift {number}, åpent siden {time}.</translation>
    </message>
    <message>
        <source>shipped {quantity} × {name}</source>
        <translation>sendt {quantity} × {name}</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Vis flere</translation>
    </message>
    <message>
        <source>{quantity} × {name} is too much: this store takes at most {limit} on a line. Type fewer.</source>
        <translation>{quantity} × {name} er for mye: denne butikken tar høyst {limit} på en linje. Tast færre.</translation>
    </message>
    <message>
        <source>{question} needs an answer. Give one.</source>
        <translation>{question} må besvares. Gi et svar.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {count} lines.</source>
        <translation>
            <numerusform>{shown} av {count} linje.</numerusform>
            <numerusform>{shown} av {count} linjer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Slip of the suspended sale printed.</source>
        <translation>Lapp for det parkerte salget skrevet ut.</translation>
    </message>
    <message>
        <source>Start picking</source>
        <translation>Begynn plukking</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>{store} rejected {name}. Choose another store.</source>
        <translation>{store} avviste {name}. Velg en annen butikk.</translation>
    </message>
    <message>
        <source>Suspended sale</source>
        <translation>Parkert salg</translation>
    </message>
    <message>
        <source>The refund policy of this store gives nothing back that way.</source>
        <translation>Butikkens regler for refusjon gir ingenting tilbake på den måten.</translation>
    </message>
    <message>
        <source>The refund policy of this store gives {most} back that way. Ask headquarters.</source>
        <translation>Butikkens regler for refusjon gir {most} tilbake på den måten. Spør hovedkontoret.</translation>
    </message>
    <message>
        <source>The refund policy of this store gives {most} back that way. Give the rest back so: {other}.</source>
        <translation>Butikkens regler for refusjon gir {most} tilbake på den måten. Gi resten tilbake slik: {other}.</translation>
    </message>
    <message>
        <source>There is no receipt, order or invoice {number}. Check the number.</source>
        <translation>Det finnes ingen kvittering, ordre eller faktura {number}. Sjekk nummeret.</translation>
    </message>
    <message>
        <source>This customer has no account number yet. Refund in cash or to a card.</source>
        <translation>Denne kunden har ikke kontonummer ennå. Refunder kontant eller til kort.</translation>
    </message>
    <message>
        <source>This was a plain sale: everything was carried out. Use Return for what comes back.</source>
        <translation>Dette var et vanlig salg: alt ble tatt med. Bruk Returner for det som kommer tilbake.</translation>
    </message>
    <message>
        <source>Which invoice do the goods come back of?</source>
        <translation>Hvilken faktura kommer varene tilbake fra?</translation>
    </message>
    <message>
        <source>Which receipt?</source>
        <translation>Hvilken kvittering?</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>Hvorfor kommer det tilbake?</translation>
    </message>
    <message>
        <source>There is no consent {consent}. Choose yes, no or unknown.</source>
        <translation>Det finnes ikke noe samtykke {consent}. Velg yes, no eller unknown.</translation>
    </message>
    <message>
        <source>There is no customer group {group}. Choose one of: {groups}.</source>
        <translation>Det finnes ingen kundegruppe {group}. Velg en av: {groups}.</translation>
    </message>
    <message>
        <source>There is no receipt preference {option}. Choose printed, email, both or none.</source>
        <translation>Det finnes ikke noe kvitteringsvalg {option}. Velg printed, email, both eller none.</translation>
    </message>
    <message>
        <source>This store keeps no attribute {attribute} of its customers. Leave it out.</source>
        <translation>Denne butikken har ikke noe kundeattributt {attribute}. Utelat det.</translation>
    </message>
    <message>
        <source>This store keeps one e-mail and one phone of a customer. Change those instead.</source>
        <translation>Denne butikken har én e-post og én telefon per kunde. Endre dem i stedet.</translation>
    </message>
    <message>
        <source>This store keeps one e-mail and one phone of a customer. Choose Edit customer.</source>
        <translation>Denne butikken har én e-post og én telefon per kunde. Velg Rediger kunde.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tittel</translation>
    </message>
    <message>
        <source>Type an e-mail address or a phone number.</source>
        <translation>Tast en e-postadresse eller et telefonnummer.</translation>
    </message>
    <message>
        <source>Type at least four characters to search all stores.</source>
        <translation>Skriv minst fire tegn for å søke i alle butikker.</translation>
    </message>
    <message>
        <source>Where receipts go</source>
        <translation>Hit går kvitteringene</translation>
    </message>
    <message>
        <source>Which e-mail or phone?</source>
        <translation>Hvilken e-post eller telefon?</translation>
    </message>
    <message>
        <source>a list of addresses</source>
        <translation>en liste med adresser</translation>
    </message>
    <message>
        <source>a list of lines with quantity and reason</source>
        <translation>en liste over linjer med antall og årsak</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>en liste med hele tall</translation>
    </message>
    <message>
        <source>A payment was taken. Remove it first, then suspend the sale.</source>
        <translation>En betaling er tatt imot. Fjern den først, og parker så salget.</translation>
    </message>
    <message>
        <source>A payment was taken. Remove it first, then void the sale.</source>
        <translation>Det er tatt imot en betaling. Fjern den først, og annuller så salget.</translation>
    </message>
    <message>
        <source>A payment was taken: nothing can be undone any more. Conclude the sale, or void it.</source>
        <translation>Det er tatt betaling: ingenting kan angres lenger. Fullfør salget, eller annuller det.</translation>
    </message>
    <message>
        <source>A PIN has {least} to {most} digits. Type it again.</source>
        <translation>En PIN har {least} til {most} sifre. Tast den på nytt.</translation>
    </message>
    <message>
        <source>A plain sale has no charge on the whole. Add it to a line.</source>
        <translation>Et vanlig salg har ikke noe gebyr på hele salget. Legg det på en linje.</translation>
    </message>
    <message>
        <source>A quantity is a whole number of at most 4 digits. Type it again.</source>
        <translation>Et antall er et helt tall på høyst 4 sifre. Tast det på nytt.</translation>
    </message>
    <message>
        <source>A quantity of {quantity} cannot be sold. Type 1 or more, or void the line.</source>
        <translation>Antallet {quantity} kan ikke selges. Tast 1 eller mer, eller annuller linjen.</translation>
    </message>
    <message>
        <source>A quantity of {quantity} is over the limit of {limit}. Type a smaller one.</source>
        <translation>Antallet {quantity} er over grensen på {limit}. Tast et mindre antall.</translation>
    </message>
    <message>
        <source>A quote takes no money.</source>
        <translation>Et tilbud tar ikke imot penger.</translation>
    </message>
    <message>
        <source>A quote takes no money. Make it an order first.</source>
        <translation>Et tilbud tar ikke imot penger. Gjør det til en ordre først.</translation>
    </message>
    <message>
        <source>A quote takes no money. Remove the payment first.</source>
        <translation>Et tilbud tar ikke imot penger. Fjern betalingen først.</translation>
    </message>
    <message>
        <source>A refund of {amount} for shipping cannot be. Type 0 or more.</source>
        <translation>En refusjon av frakt på {amount} går ikke. Tast 0 eller mer.</translation>
    </message>
    <message>
        <source>A sale holds at most {limit} lines. Conclude it first.</source>
        <translation>Et salg har plass til {limit} linjer. Fullfør det først.</translation>
    </message>
    <message>
        <source>A sale holds at most {limit} payments. Take the rest in one.</source>
        <translation>Et salg har plass til {limit} betalinger. Ta resten i én.</translation>
    </message>
    <message>
        <source>A sale is open. Conclude, void or suspend it first.</source>
        <translation>Et salg er åpent. Fullfør, annuller eller parker det først.</translation>
    </message>
    <message>
        <source>A shift is open already. Sell on, or close it first.</source>
        <translation>Et skift er allerede åpent. Selg videre, eller avslutt det først.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>en tekst</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>et helt tall</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Godta</translation>
    </message>
    <message>
        <source>Accept this line first.</source>
        <translation>Godta linjen først.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Godkjent</translation>
    </message>
    <message>
        <source>Add charge to lines</source>
        <translation>Legg gebyr på linjer</translation>
    </message>
    <message>
        <source>Add charge to the order</source>
        <translation>Legg gebyr på ordren</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>Legg til vare</translation>
    </message>
    <message>
        <source>Add to lines</source>
        <translation>Legg på linjer</translation>
    </message>
    <message>
        <source>Add to sale</source>
        <translation>Legg til i salget</translation>
    </message>
    <message>
        <source>Add to the order</source>
        <translation>Legg på ordren</translation>
    </message>
    <message>
        <source>Add {quantity} × {name}?</source>
        <translation>Legge til {quantity} × {name}?</translation>
    </message>
    <message>
        <source>Added {quantity} × {name}   {amount}</source>
        <translation>Lagt til {quantity} × {name}   {amount}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address is</source>
        <translation>Adressen er</translation>
    </message>
    <message>
        <source>Address: {address}</source>
        <translation>Adresse: {address}</translation>
    </message>
    <message>
        <source>Air</source>
        <translation>Fly</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle linjer</translation>
    </message>
    <message>
        <source>All of this is counted already. Go on, or press None to count again.</source>
        <translation>Alt av dette er talt allerede. Gå videre, eller trykk Ingen for å telle på nytt.</translation>
    </message>
    <message>
        <source>All of this is picked. Pack it, or scan the next item.</source>
        <translation>Alt av dette er plukket. Pakk det, eller skann neste vare.</translation>
    </message>
    <message>
        <source>All of this line has gone. Use Return for what comes back.</source>
        <translation>Alt på linjen er levert. Bruk Returner for det som kommer tilbake.</translation>
    </message>
    <message>
        <source>All of this line is packed. Ship it.</source>
        <translation>Alt på linjen er pakket. Send den.</translation>
    </message>
    <message>
        <source>All of this line is picked. Pack it, or hand it out.</source>
        <translation>Alt på linjen er plukket. Pakk den, eller lever den ut.</translation>
    </message>
    <message>
        <source>All that fits</source>
        <translation>Alt som går</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Beløp</translation>
    </message>
    <message>
        <source>Amount handed over</source>
        <translation>Mottatt beløp</translation>
    </message>
    <message>
        <source>amounts by their kind</source>
        <translation>beløp etter type</translation>
    </message>
    <message>
        <source>An order is being cancelled. Conclude that first, then sell.</source>
        <translation>En ordre annulleres nå. Fullfør det først, og selg så.</translation>
    </message>
    <message>
        <source>An order is open here. Conclude it or discard the changes, then suspend the next sale.</source>
        <translation>En ordre er åpen her. Fullfør den eller forkast endringene, og parker så det neste salget.</translation>
    </message>
    <message>
        <source>An order keeps its customer. Discard this and make a new order for somebody else.</source>
        <translation>En ordre beholder kunden sin. Forkast dette og lag en ny ordre til en annen.</translation>
    </message>
    <message>
        <source>Another amount …</source>
        <translation>Et annet beløp …</translation>
    </message>
    <message>
        <source>another charge is approved by a manager</source>
        <translation>et annet gebyr godkjennes av en leder</translation>
    </message>
    <message>
        <source>Approved by {user}</source>
        <translation>Godkjent av {user}</translation>
    </message>
    <message>
        <source>Ask headquarters.</source>
        <translation>Spør hovedkontoret.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Tilbake til listen</translation>
    </message>
    <message>
        <source>Balance at pickup</source>
        <translation>Rest ved henting</translation>
    </message>
    <message>
        <source>Balance of the order</source>
        <translation>Rest av ordren</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>sendes nå</translation>
    </message>
    <message>
        <source>Beyond your own limit a manager approves it in the next step.</source>
        <translation>Over din egen grense godkjenner en leder det i neste trinn.</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>etter regel</translation>
    </message>
    <message>
        <source>came back {total}</source>
        <translation>kom tilbake {total}</translation>
    </message>
    <message>
        <source>Cancel at the terminal</source>
        <translation>Stopp på terminalen</translation>
    </message>
    <message>
        <source>Cancel order ({result} {amount})</source>
        <translation>Annuller ordre ({result} {amount})</translation>
    </message>
    <message>
        <source>Cancel order {order} – {customer}</source>
        <translation>Annuller ordre {order} – {customer}</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>annullering</translation>
    </message>
    <message>
        <source>Cancellation charge</source>
        <translation>Annul­lerings­gebyr</translation>
    </message>
    <message>
        <source>cancelled, charge {total}</source>
        <translation>annullert, gebyr {total}</translation>
    </message>
    <message>
        <source>Cancelling order {order}: {back} goes back.</source>
        <translation>Annullerer ordre {order}: {back} betales tilbake.</translation>
    </message>
    <message>
        <source>Cancelling order {order}: {due} is due.</source>
        <translation>Annullerer ordre {order}: {due} skal betales.</translation>
    </message>
    <message>
        <source>Cancelling {order}</source>
        <translation>Annullerer {order}</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Store bokstaver</translation>
    </message>
    <message>
        <source>card</source>
        <translation>kort</translation>
    </message>
    <message>
        <source>Card on file</source>
        <translation>Lagret kort</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>bytte</translation>
    </message>
    <message>
        <source>card on file</source>
        <translation>lagret kort</translation>
    </message>
    <message>
        <source>Card on file {paid}.</source>
        <translation>Lagret kort {paid}.</translation>
    </message>
    <message>
        <source>Card payment</source>
        <translation>Kortbetaling</translation>
    </message>
    <message>
        <source>Card {paid}.</source>
        <translation>Kort {paid}.</translation>
    </message>
    <message>
        <source>carried out {total}</source>
        <translation>tatt med {total}</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>kontant</translation>
    </message>
    <message>
        <source>Change charge</source>
        <translation>Endre gebyr</translation>
    </message>
    <message>
        <source>Change delivery mode</source>
        <translation>Endre leverings­måte</translation>
    </message>
    <message>
        <source>Change {change} – {order}: goods handed out, receipt {receipt}.</source>
        <translation>Vekslepenger {change} – {order}: varer utlevert, kvittering {receipt}.</translation>
    </message>
    <message>
        <source>changed from {before}</source>
        <translation>endret fra {before}</translation>
    </message>
    <message>
        <source>Charge {charge} − deposit {deposit} = {due} to pay.</source>
        <translation>Gebyr {charge} − innbetaling {deposit} = {due} å betale.</translation>
    </message>
    <message>
        <source>Charge {code}: {amount}, by rule.</source>
        <translation>Gebyr {code}: {amount}, etter regel.</translation>
    </message>
    <message>
        <source>Charge {code}: {amount}, comes with the product.</source>
        <translation>Gebyr {code}: {amount}, følger med varen.</translation>
    </message>
    <message>
        <source>Charge {code}: {amount}, typed.</source>
        <translation>Gebyr {code}: {amount}, tastet.</translation>
    </message>
    <message>
        <source>Charge {code}: {before} was changed to {amount}.</source>
        <translation>Gebyr {code}: {before} ble endret til {amount}.</translation>
    </message>
    <message>
        <source>Refundable charges go back by themselves here. No amount is needed.</source>
        <translation>Refunderbare gebyrer betales tilbake av seg selv her. Det trengs ikke noe beløp.</translation>
    </message>
    <message>
        <source>Charges are typed by hand in this store.</source>
        <translation>Gebyrer tastes for hånd i denne butikken.</translation>
    </message>
    <message>
        <source>Charges are typed by hand in this store. Change a charge to another amount instead.</source>
        <translation>Gebyrer tastes for hånd i denne butikken. Endre et gebyr til et annet beløp i stedet.</translation>
    </message>
    <message>
        <source>Charges are worked out by rules here. Ship without one, then change it under Charges.</source>
        <translation>Gebyrer beregnes etter regler her. Send uten, og endre det under Gebyrer.</translation>
    </message>
    <message>
        <source>Charges are worked out by rules.</source>
        <translation>Gebyrer beregnes etter regler.</translation>
    </message>
    <message>
        <source>Charges now {charges}.</source>
        <translation>Gebyrer nå {charges}.</translation>
    </message>
    <message>
        <source>Charges of the order and of its lines. Choose one to change it.</source>
        <translation>Gebyrer på ordren og på linjene. Velg ett for å endre det.</translation>
    </message>
    <message>
        <source>Charges so far</source>
        <translation>Gebyrer så langt</translation>
    </message>
    <message>
        <source>Check card payment</source>
        <translation>Sjekk kortbetaling</translation>
    </message>
    <message>
        <source>Check the card payment</source>
        <translation>Sjekk kortbetalingen</translation>
    </message>
    <message>
        <source>Choose 1 or more of each line.</source>
        <translation>Velg 1 eller flere av hver linje.</translation>
    </message>
    <message>
        <source>Choose 1 or more of {name}.</source>
        <translation>Velg 1 eller flere av {name}.</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Avslutt skift</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Avslutt skiftet</translation>
    </message>
    <message>
        <source>Count the cash first.</source>
        <translation>Tell kontantene først.</translation>
    </message>
    <message>
        <source>Count the cash in the till.</source>
        <translation>Tell kontantene i kassen.</translation>
    </message>
    <message>
        <source>Counted cash</source>
        <translation>Talte kontanter</translation>
    </message>
    <message>
        <source>Create customer order</source>
        <translation>Opprett kundeordre</translation>
    </message>
    <message>
        <source>Create quote</source>
        <translation>Opprett tilbud</translation>
    </message>
    <message>
        <source>Customer order</source>
        <translation>Kundeordre</translation>
    </message>
    <message>
        <source>Customer search</source>
        <translation>Kundesøk</translation>
    </message>
    <message>
        <source>Customer search, payment</source>
        <translation>Kundesøk, betaling</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunder</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Skadet</translation>
    </message>
    <message>
        <source>Deposit agreed</source>
        <translation>Avtalt innbetaling</translation>
    </message>
    <message>
        <source>Deposit calculated</source>
        <translation>Beregnet innbetaling</translation>
    </message>
    <message>
        <source>Deposit changed</source>
        <translation>Endret innbetaling</translation>
    </message>
    <message>
        <source>Deposit paid</source>
        <translation>Innbetalt</translation>
    </message>
    <message>
        <source>Deposit used</source>
        <translation>Brukt av innbetalingen</translation>
    </message>
    <message>
        <source>deposit {amount}, {tender}</source>
        <translation>innbetaling {amount}, {tender}</translation>
    </message>
    <message>
        <source>Deposit {deposit} − charge {charge} = refund {back}.</source>
        <translation>Innbetaling {deposit} − gebyr {charge} = refusjon {back}.</translation>
    </message>
    <message>
        <source>Details for IT</source>
        <translation>Detaljer for IT</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Forkast endringer</translation>
    </message>
    <message>
        <source>Discard changes. Hold the button, or press Enter twice</source>
        <translation>Forkast endringer. Hold knappen inne, eller trykk Enter to ganger</translation>
    </message>
    <message>
        <source>Discarded. Order {order} stays as it was before.</source>
        <translation>Forkastet. Ordre {order} forblir som den var.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Discount in percent</source>
        <translation>Rabatt i prosent</translation>
    </message>
    <message>
        <source>Discount, {reason}</source>
        <translation>Rabatt, {reason}</translation>
    </message>
    <message>
        <source>Discount: {amount} off ({reason}, allowed by {user}).</source>
        <translation>Rabatt: {amount} trukket fra ({reason}, tillatt av {user}).</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumenter</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passer ikke</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>Gjort om igjen: {what}.</translation>
    </message>
    <message>
        <source>Drawer open.</source>
        <translation>Skuffen er åpen.</translation>
    </message>
    <message>
        <source>Edit order</source>
        <translation>Rediger ordre</translation>
    </message>
    <message>
        <source>Editing order {order}</source>
        <translation>Redigerer ordre {order}</translation>
    </message>
    <message>
        <source>Editing order {order}.</source>
        <translation>Redigerer ordre {order}.</translation>
    </message>
    <message>
        <source>Editing quote {order}</source>
        <translation>Redigerer tilbud {order}</translation>
    </message>
    <message>
        <source>ends with a pause</source>
        <translation>slutter med en pause</translation>
    </message>
    <message>
        <source>ends with Enter or Tab</source>
        <translation>slutter med Enter eller Tab</translation>
    </message>
    <message>
        <source>Everything was sent.</source>
        <translation>Alt er sendt.</translation>
    </message>
    <message>
        <source>Expected {expected} · as counted</source>
        <translation>Ventet {expected} · stemmer</translation>
    </message>
    <message>
        <source>Expected {expected} · over by {difference}</source>
        <translation>Ventet {expected} · {difference} for mye</translation>
    </message>
    <message>
        <source>Expected {expected} · short by {difference}</source>
        <translation>Ventet {expected} · {difference} for lite</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>Byttelapp</translation>
    </message>
    <message>
        <source>Gift receipt {number} printed.</source>
        <translation>Byttelapp {number} skrevet ut.</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>gitt tilbake</translation>
    </message>
    <message>
        <source>Go through the lines</source>
        <translation>Gå gjennom linjene</translation>
    </message>
    <message>
        <source>Goods given in exchange are carried out. Make an order of its own for the others.</source>
        <translation>Varer som gis i bytte, tas med nå. Lag en egen ordre for de andre.</translation>
    </message>
    <message>
        <source>Goods of an order are being handed out. Conclude that first, then sell the rest.</source>
        <translation>Varer fra en ordre utleveres nå. Fullfør det først, og selg så resten.</translation>
    </message>
    <message>
        <source>Goods of {order} came back, receipt {receipt}.</source>
        <translation>Varer fra {order} kom tilbake, kvittering {receipt}.</translation>
    </message>
    <message>
        <source>Goods that have gone used {least} of the deposit; it cannot be less. Type {least} or more.</source>
        <translation>Utleverte varer har brukt {least} av innbetalingen; den kan ikke være mindre. Tast {least} eller mer.</translation>
    </message>
    <message>
        <source>Goods {back} come back, new goods {new}, with charges and tax as they were.</source>
        <translation>Varer for {back} kommer tilbake, nye varer {new}, med gebyrer og mva. som før.</translation>
    </message>
    <message>
        <source>Goods {back} come back, with charges and tax as they were.</source>
        <translation>Varer for {back} kommer tilbake, med gebyrer og mva. som før.</translation>
    </message>
    <message>
        <source>Goods {before} → {after}.</source>
        <translation>Varer {before} → {after}.</translation>
    </message>
    <message>
        <source>Hand back {amount}.</source>
        <translation>Gi tilbake {amount}.</translation>
    </message>
    <message>
        <source>Hand out, then pay</source>
        <translation>Utlever, så betal</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>Utlevert til</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and accounts are kept there. Take cash or a card.</source>
        <translation>Hovedkontoret svarer ikke, og kontoene føres der. Ta imot kontanter eller kort.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this order needs it. Discard this, or try again later.</source>
        <translation>Hovedkontoret svarer ikke, og denne ordren trenger det. Forkast dette, eller prøv igjen senere.</translation>
    </message>
    <message>
        <source>Headquarters does not answer: what other stores took back is not known here.</source>
        <translation>Hovedkontoret svarer ikke: hva andre butikker har tatt tilbake, er ikke kjent her.</translation>
    </message>
    <message>
        <source>Headquarters: {reason}</source>
        <translation>Hovedkontoret: {reason}</translation>
    </message>
    <message>
        <source>Hold to discard</source>
        <translation>Hold for å forkaste</translation>
    </message>
    <message>
        <source>How its goods leave is said next.</source>
        <translation>Hvordan varene leveres, sies etterpå.</translation>
    </message>
    <message>
        <source>How much cash is in the till?</source>
        <translation>Hvor mye kontanter er det i kassen?</translation>
    </message>
    <message>
        <source>How much of the deposit is used?</source>
        <translation>Hvor mye av innbetalingen brukes?</translation>
    </message>
    <message>
        <source>How much of the deposit?</source>
        <translation>Hvor mye av innbetalingen?</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Faktura</translation>
    </message>
    <message>
        <source>It cannot be posted: {faults}</source>
        <translation>Det kan ikke bokføres: {faults}</translation>
    </message>
    <message>
        <source>It cannot be posted: {faults} (and {number} more)</source>
        <translation>Det kan ikke bokføres: {faults} (og {number} til)</translation>
    </message>
    <message>
        <source>It cannot be read: {fault}.</source>
        <translation>Det kan ikke leses: {fault}.</translation>
    </message>
    <message>
        <source>It could not be posted. The reason is in headquarters' log.</source>
        <translation>Det kunne ikke bokføres. Grunnen står i loggen på hovedkontoret.</translation>
    </message>
    <message>
        <source>It waits for its customer {name}, whose document is parked.</source>
        <translation>Det venter på kunden {name}, som har et dokument som er lagt til side.</translation>
    </message>
    <message>
        <source>goods came back without a receipt, but name lines of one</source>
        <translation>varer kom tilbake uten kvittering, men viser til linjer på en</translation>
    </message>
    <message>
        <source>invoice {number}</source>
        <translation>faktura {number}</translation>
    </message>
    <message>
        <source>It is not clear whether a card was charged. Check the card payment first.</source>
        <translation>Det er uklart om et kort ble belastet. Sjekk kortbetalingen først.</translation>
    </message>
    <message>
        <source>It is not known whether the card was charged.</source>
        <translation>Det er ukjent om kortet ble belastet.</translation>
    </message>
    <message>
        <source>It is sent again.</source>
        <translation>Det sendes på nytt.</translation>
    </message>
    <message>
        <source>It waits for its customer {name}, who has not arrived yet.</source>
        <translation>Det venter på kunden {name}, som ikke har kommet ennå.</translation>
    </message>
    <message>
        <source>It waits for its order, which has not been made yet.</source>
        <translation>Det venter på ordren sin, som ikke er opprettet ennå.</translation>
    </message>
    <message>
        <source>It waits for the sale its goods came back of, which has not arrived yet.</source>
        <translation>Det venter på salget varene kom tilbake fra, som ikke har kommet ennå.</translation>
    </message>
    <message>
        <source>It was cancelled, but goods of it had been handed out.</source>
        <translation>Den ble annullert, men varer fra den var utlevert.</translation>
    </message>
    <message>
        <source>It was cancelled, but it had ended already.</source>
        <translation>Den ble annullert, men den var allerede avsluttet.</translation>
    </message>
    <message>
        <source>It was changed here and elsewhere at the same time.</source>
        <translation>Den ble endret her og et annet sted samtidig.</translation>
    </message>
    <message>
        <source>It was changed, but it had ended already.</source>
        <translation>Den ble endret, men den var allerede avsluttet.</translation>
    </message>
    <message>
        <source>It was given back, and {more} of that is more than was owed. Ask for that.</source>
        <translation>Det ble betalt tilbake, og {more} av det er mer enn kunden hadde til gode. Be om det.</translation>
    </message>
    <message>
        <source>It was paid for, and {owed} of that is more than was left to pay. Give that back.</source>
        <translation>Det ble betalt, og {owed} av det er mer enn det som gjensto. Gi det tilbake.</translation>
    </message>
    <message>
        <source>Its charges went back, but they had gone back already.</source>
        <translation>Gebyrene ble gitt tilbake, men det var allerede gjort.</translation>
    </message>
    <message>
        <source>Its charges were billed, but they had been billed already.</source>
        <translation>Gebyrene ble fakturert, men det var allerede gjort.</translation>
    </message>
    <message>
        <source>Its part</source>
        <translation>Sin del</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>akkurat nå</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <source>last received {time}</source>
        <translation>sist mottatt {time}</translation>
    </message>
    <message>
        <source>last sent {time}</source>
        <translation>sist sendt {time}</translation>
    </message>
    <message>
        <source>Line discount</source>
        <translation>Linjerabatt</translation>
    </message>
    <message>
        <source>Line discount in percent</source>
        <translation>Linjerabatt i prosent</translation>
    </message>
    <message>
        <source>Line {number} of this order is not picked up. Choose others.</source>
        <translation>Linje {number} i denne ordren skal ikke hentes. Velg andre.</translation>
    </message>
    <message>
        <source>lines by their numbers</source>
        <translation>linjer med numrene sine</translation>
    </message>
    <message>
        <source>Lines to be handled</source>
        <translation>Linjer som skal behandles</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listepris</translation>
    </message>
    <message>
        <source>longest {gap} ms</source>
        <translation>lengst {gap} ms</translation>
    </message>
    <message>
        <source>made at {store}</source>
        <translation>laget hos {store}</translation>
    </message>
    <message>
        <source>Mark as packed</source>
        <translation>Merk som pakket</translation>
    </message>
    <message>
        <source>Mark as picked</source>
        <translation>Merk som plukket</translation>
    </message>
    <message>
        <source>Needs attention {number}</source>
        <translation>Krever tiltak {number}</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Ny pris</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Neste felt</translation>
    </message>
    <message>
        <source>Next part of the screen; arrows within it</source>
        <translation>Neste del av skjermen; piler innenfor</translation>
    </message>
    <message>
        <source>next try {time}</source>
        <translation>neste forsøk {time}</translation>
    </message>
    <message>
        <source>No card can be taken for later while headquarters does not answer.</source>
        <translation>Ingen kort kan tas imot for senere mens hovedkontoret ikke svarer.</translation>
    </message>
    <message>
        <source>No card payment is open.</source>
        <translation>Ingen kortbetaling er åpen.</translation>
    </message>
    <message>
        <source>No card payment is unclear. There is nothing to check; go on.</source>
        <translation>Ingen kortbetaling er uklar. Det er ingenting å sjekke; fortsett.</translation>
    </message>
    <message>
        <source>No card was given with this order. Take cash or a card.</source>
        <translation>Ingen kort er gitt med denne ordren. Ta imot kontanter eller kort.</translation>
    </message>
    <message>
        <source>No charge code for shipping is set up. Ask headquarters to set one up.</source>
        <translation>Ingen gebyrkode for sending er satt opp. Be hovedkontoret om å sette opp en.</translation>
    </message>
    <message>
        <source>No goods were handed over with this receipt. Print the receipt itself.</source>
        <translation>Ingen varer ble utlevert med denne kvitteringen. Skriv ut selve kvitteringen.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Ikke noe bilde</translation>
    </message>
    <message>
        <source>no key at the end</source>
        <translation>ingen tast til slutt</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Ingen linje</translation>
    </message>
    <message>
        <source>No more of this can come back. Scan or tap another line.</source>
        <translation>Ikke mer av dette kan komme tilbake. Skann eller trykk på en annen linje.</translation>
    </message>
    <message>
        <source>No sale is suspended on this register. Look at the register where it was suspended.</source>
        <translation>Ingen salg er parkert på denne kassen. Se på kassen der det ble parkert.</translation>
    </message>
    <message>
        <source>No unknown code since this register was started.</source>
        <translation>Ingen ukjent kode siden denne kassen ble startet.</translation>
    </message>
    <message>
        <source>Nothing changes until the refund is done.</source>
        <translation>Ingenting endres før pengene er gitt tilbake.</translation>
    </message>
    <message>
        <source>Nothing is chosen. Choose 1 or more of a line.</source>
        <translation>Ingenting er valgt. Velg 1 eller flere av en linje.</translation>
    </message>
    <message>
        <source>Nothing is chosen. Scan or tap what comes back.</source>
        <translation>Ingenting er valgt. Skann eller trykk på det som kommer tilbake.</translation>
    </message>
    <message>
        <source>Nothing is chosen. Tap the lines first, or scan them.</source>
        <translation>Ingenting er valgt. Trykk på linjene først, eller skann dem.</translation>
    </message>
    <message>
        <source>Nothing is left on this order. Discard the changes and cancel the order instead.</source>
        <translation>Det er ingenting igjen i denne ordren. Forkast endringene og annuller ordren i stedet.</translation>
    </message>
    <message>
        <source>Nothing is to be paid back. Take the payment, or conclude.</source>
        <translation>Ingenting skal betales tilbake. Ta imot betalingen, eller fullfør.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Ingenting krever tiltak.</translation>
    </message>
    <message>
        <source>Nothing of this order is left to be handed out.</source>
        <translation>Alt på ordren er utlevert.</translation>
    </message>
    <message>
        <source>Nothing scanned yet.</source>
        <translation>Ingenting er skannet ennå.</translation>
    </message>
    <message>
        <source>Nothing to do here now.</source>
        <translation>Ingenting å gjøre her nå.</translation>
    </message>
    <message>
        <source>Nothing to pick or pack here.</source>
        <translation>Ingenting å plukke eller pakke her.</translation>
    </message>
    <message>
        <source>Nothing to pick up here.</source>
        <translation>Ingenting å hente her.</translation>
    </message>
    <message>
        <source>Nothing to ship from here.</source>
        <translation>Ingenting å sende herfra.</translation>
    </message>
    <message>
        <source>Nothing was chosen. Choose the lines of the order.</source>
        <translation>Ingenting er valgt. Velg linjene i ordren.</translation>
    </message>
    <message>
        <source>Nothing was chosen. Choose what comes back.</source>
        <translation>Ingenting er valgt. Velg hva som kommer tilbake.</translation>
    </message>
    <message>
        <source>Nothing was chosen. Choose what is handed out.</source>
        <translation>Ingenting er valgt. Velg hva som utleveres.</translation>
    </message>
    <message>
        <source>Nothing was received yet.</source>
        <translation>Ingenting er mottatt ennå.</translation>
    </message>
    <message>
        <source>Number {number} of {register} is taken by another transaction.</source>
        <translation>Nummer {number} fra {register} er brukt av en annen transaksjon.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>Offline (by {who})</source>
        <translation>Frakoblet (av {who})</translation>
    </message>
    <message numerus="yes">
        <source>Offline (by {who}) · {count}</source>
        <translation>
            <numerusform>Frakoblet (av {who}) · {count}</numerusform>
            <numerusform>Frakoblet (av {who}) · {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline – keep selling.</source>
        <translation>Frakoblet – fortsett å selge.</translation>
    </message>
    <message>
        <source>Offline – keep selling. What is made now is sent when you work online again.</source>
        <translation>Frakoblet – fortsett å selge. Det som lages nå, sendes når du kobler til igjen.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>På</translation>
    </message>
    <message>
        <source>on account</source>
        <translation>på konto</translation>
    </message>
    <message>
        <source>On account {paid}.</source>
        <translation>På konto {paid}.</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>En mindre</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>En til</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Ett steg tilbake</translation>
    </message>
    <message>
        <source>Online again. What waited is being sent.</source>
        <translation>Tilkoblet igjen. Det som ventet, sendes nå.</translation>
    </message>
    <message>
        <source>Only {due} is due, and only cash gives change. Type {due} or less.</source>
        <translation>Bare {due} skal betales, og bare kontanter gir vekslepenger. Tast {due} eller mindre.</translation>
    </message>
    <message>
        <source>Only {left} of {name} can come back: that many were handed out and are not back yet. Type {left} or less.</source>
        <translation>Bare {left} av {name} kan komme tilbake: så mange er utlevert og ikke kommet tilbake ennå. Tast {left} eller mindre.</translation>
    </message>
    <message>
        <source>Only {left} of {name} is left for this. Choose fewer, or another line.</source>
        <translation>Det er bare {left} av {name} igjen til dette. Velg færre, eller en annen linje.</translation>
    </message>
    <message>
        <source>Only {most} is due for these goods. Type {most} or less.</source>
        <translation>Det skal bare betales {most} for disse varene. Tast {most} eller mindre.</translation>
    </message>
    <message>
        <source>Only {most} of the deposit is left. Type {most} or less.</source>
        <translation>Det er bare {most} igjen av innbetalingen. Tast {most} eller mindre.</translation>
    </message>
    <message>
        <source>Only {open} of {name} is left to hand out. Choose fewer, or another line.</source>
        <translation>Det er bare {open} av {name} igjen å utlevere. Velg færre, eller en annen linje.</translation>
    </message>
    <message>
        <source>Only {owed} is to be paid back. Type {owed} or less.</source>
        <translation>Bare {owed} skal betales tilbake. Tast {owed} eller mindre.</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Åpne skuff</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>Åpent siden</translation>
    </message>
    <message>
        <source>or discount</source>
        <translation>eller rabatt</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Ordre annullert</translation>
    </message>
    <message>
        <source>Order fulfilment</source>
        <translation>Ordreoppfyllelse</translation>
    </message>
    <message>
        <source>Order {order} stays as it was before.</source>
        <translation>Ordre {order} forblir som den var.</translation>
    </message>
    <message>
        <source>Order {order}: {status}.</source>
        <translation>Ordre {order}: {status}.</translation>
    </message>
    <message>
        <source>Order, customer or article</source>
        <translation>Ordre, kunde eller vare</translation>
    </message>
    <message>
        <source>Original receipt</source>
        <translation>Opprinnelig kvittering</translation>
    </message>
    <message>
        <source>Packed of {order} – {customer}</source>
        <translation>Pakket av {order} – {customer}</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>Betalt nå</translation>
    </message>
    <message>
        <source>paid {amount}, {tender}</source>
        <translation>betalt {amount}, {tender}</translation>
    </message>
    <message>
        <source>paper out</source>
        <translation>papiret er slutt</translation>
    </message>
    <message>
        <source>Pick &amp; pack</source>
        <translation>Plukk og pakk</translation>
    </message>
    <message>
        <source>Pick &amp; pack {order} – {customer}</source>
        <translation>Plukk og pakk {order} – {customer}</translation>
    </message>
    <message>
        <source>Pick up {order} – {customer}</source>
        <translation>Henting av {order} – {customer}</translation>
    </message>
    <message>
        <source>Picked of {order} – {customer}</source>
        <translation>Plukket av {order} – {customer}</translation>
    </message>
    <message>
        <source>picked up {total}</source>
        <translation>hentet {total}</translation>
    </message>
    <message>
        <source>Pickup of {order}</source>
        <translation>Henting av {order}</translation>
    </message>
    <message>
        <source>Pickup receipt</source>
        <translation>Hentekvittering</translation>
    </message>
    <message>
        <source>Pickup today</source>
        <translation>Hentes i dag</translation>
    </message>
    <message>
        <source>Picture of the product</source>
        <translation>Bilde av varen</translation>
    </message>
    <message>
        <source>Posting it ended headquarters twice, so it was set aside. Mend the cause, then try it again.</source>
        <translation>Bokføringen stanset hovedkontoret to ganger, så det ble lagt til side. Rett årsaken, og prøv det på nytt.</translation>
    </message>
    <message>
        <source>prefix, {end}</source>
        <translation>prefiks, {end}</translation>
    </message>
    <message>
        <source>Press Enter once more to discard them.</source>
        <translation>Trykk Enter én gang til for å forkaste dem.</translation>
    </message>
    <message>
        <source>price locked</source>
        <translation>pris låst</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>Pris nå</translation>
    </message>
    <message>
        <source>Price of {name}</source>
        <translation>Pris på {name}</translation>
    </message>
    <message>
        <source>Price override</source>
        <translation>Pris­overstyring</translation>
    </message>
    <message>
        <source>Price override to {price}: {reason}, allowed by {user}.</source>
        <translation>Prisoverstyring til {price}: {reason}, tillatt av {user}.</translation>
    </message>
    <message>
        <source>price override, list {price}</source>
        <translation>prisoverstyring, liste {price}</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Priser</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Skriv ut igjen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkter</translation>
    </message>
    <message>
        <source>Proposed: keys within {median} ms, none after more than {longest} ms, at least {length} of them, {ends}.</source>
        <translation>Forslag: taster innen {median} ms, ingen etter mer enn {longest} ms, minst {length} av dem, {ends}.</translation>
    </message>
    <message>
        <source>quantities by line</source>
        <translation>antall per linje</translation>
    </message>
    <message>
        <source>Quantity, before or after an item</source>
        <translation>Antall, før eller etter en vare</translation>
    </message>
    <message>
        <source>Quote expiry</source>
        <translation>Utløp av tilbud</translation>
    </message>
    <message>
        <source>Quote {order} becomes an order</source>
        <translation>Tilbud {order} blir en ordre</translation>
    </message>
    <message>
        <source>Quote {order} becomes an order: {due} is due.</source>
        <translation>Tilbud {order} blir en ordre: {due} skal betales.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Årsak: {reason}</translation>
    </message>
    <message>
        <source>Recalculate</source>
        <translation>Beregn på nytt</translation>
    </message>
    <message>
        <source>Recalculate charges</source>
        <translation>Beregn gebyrer på nytt</translation>
    </message>
    <message>
        <source>Recall order</source>
        <translation>Finn ordre</translation>
    </message>
    <message>
        <source>Receipt {number} was printed already, and no more copies are allowed here. Print a gift receipt instead.</source>
        <translation>Kvittering {number} er allerede skrevet ut, og flere kopier er ikke tillatt her. Skriv ut en byttelapp i stedet.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Mottatt</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gjør om igjen</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Tilbakebetaling</translation>
    </message>
    <message>
        <source>Refund card</source>
        <translation>Refunder kort</translation>
    </message>
    <message>
        <source>Refund cash</source>
        <translation>Refunder kontant</translation>
    </message>
    <message>
        <source>Refund in cash</source>
        <translation>Refunder kontant</translation>
    </message>
    <message>
        <source>Refund part</source>
        <translation>Refunder en del</translation>
    </message>
    <message>
        <source>Refund removed. Take back {amount}.</source>
        <translation>Refusjonen er fjernet. Ta tilbake {amount}.</translation>
    </message>
    <message>
        <source>Refund shipping charges</source>
        <translation>Refundering av forsendelseskostnader</translation>
    </message>
    <message>
        <source>Refund to card</source>
        <translation>Refunder til kort</translation>
    </message>
    <message>
        <source>Refund to customer</source>
        <translation>Tilbake til kunden</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Avvis</translation>
    </message>
    <message>
        <source>Remove price lock</source>
        <translation>Fjern prislås</translation>
    </message>
    <message>
        <source>Resume sale</source>
        <translation>Hent parkert salg</translation>
    </message>
    <message>
        <source>Return of {order}</source>
        <translation>Retur av {order}</translation>
    </message>
    <message>
        <source>Return of {order} – {customer}</source>
        <translation>Retur av {order} – {customer}</translation>
    </message>
    <message>
        <source>Return receipt</source>
        <translation>Returkvittering</translation>
    </message>
    <message>
        <source>Return, then refund</source>
        <translation>Returner, så refunder</translation>
    </message>
    <message>
        <source>Rule: {code} for goods of {value}.</source>
        <translation>Regel: {code} for varer for {value}.</translation>
    </message>
    <message>
        <source>Rule: {code} for goods up to {most}; these are {value}.</source>
        <translation>Regel: {code} for varer opptil {most}; disse er {value}.</translation>
    </message>
    <message>
        <source>Sale of {time}</source>
        <translation>Salg kl. {time}</translation>
    </message>
    <message>
        <source>Sale suspended.</source>
        <translation>Salget er parkert.</translation>
    </message>
    <message>
        <source>Sale suspended: {name}.</source>
        <translation>Salget er parkert: {name}.</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>lagret {time}</translation>
    </message>
    <message>
        <source>Say why it comes back: choose a reason.</source>
        <translation>Si hvorfor det kommer tilbake: velg en årsak.</translation>
    </message>
    <message>
        <source>Say why {name} comes back.</source>
        <translation>Si hvorfor {name} kommer tilbake.</translation>
    </message>
    <message>
        <source>Say why: choose a reason first.</source>
        <translation>Si hvorfor: velg en årsak først.</translation>
    </message>
    <message>
        <source>Scan any code five times. Nothing goes into the sale meanwhile.</source>
        <translation>Skann en hvilken som helst kode fem ganger. Ingenting går inn i salget imens.</translation>
    </message>
    <message>
        <source>Scan what comes back, then say why.</source>
        <translation>Skann det som kommer tilbake, og si hvorfor.</translation>
    </message>
    <message>
        <source>Scan what leaves, or take it as it is. All sets it back.</source>
        <translation>Skann det som leveres, eller bruk det som står. Alle stiller tilbake.</translation>
    </message>
    <message>
        <source>Scan {missing} more times first.</source>
        <translation>Skann {missing} ganger til først.</translation>
    </message>
    <message>
        <source>Scanner test</source>
        <translation>Skannertest</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Skanninger</translation>
    </message>
    <message>
        <source>Scans {number}</source>
        <translation>Skanninger {number}</translation>
    </message>
    <message>
        <source>Screen layouts</source>
        <translation>Skjermoppsett</translation>
    </message>
    <message>
        <source>Search the work list</source>
        <translation>Søk i arbeidslisten</translation>
    </message>
    <message>
        <source>Select the line</source>
        <translation>Velg linjen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>Share of the discount on the whole: {amount} off ({reason}, allowed by {user}).</source>
        <translation>Andel av rabatten på hele salget: {amount} trukket fra ({reason}, tillatt av {user}).</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Skift</translation>
    </message>
    <message>
        <source>Shift closed. The cash is as expected.</source>
        <translation>Skiftet er avsluttet. Kontantene stemmer.</translation>
    </message>
    <message>
        <source>Shift closed. {amount} more cash than expected.</source>
        <translation>Skiftet er avsluttet. {amount} mer i kontanter enn ventet.</translation>
    </message>
    <message>
        <source>Shift closed. {amount} of cash is missing.</source>
        <translation>Skiftet er avsluttet. {amount} i kontanter mangler.</translation>
    </message>
    <message>
        <source>Ship {order} – {customer}</source>
        <translation>Send {order} – {customer}</translation>
    </message>
    <message>
        <source>shipped {total}</source>
        <translation>sendt {total}</translation>
    </message>
    <message>
        <source>Shipping back {amount}</source>
        <translation>Frakt tilbake {amount}</translation>
    </message>
    <message>
        <source>Shipping refunded</source>
        <translation>Frakt tilbakebetalt</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Underskrift</translation>
    </message>
    <message>
        <source>Headquarters put aside what was done to this order. Tap the sync sign and see what needs attention.</source>
        <translation>Hovedkontoret har lagt til side noe som er gjort med denne ordren. Trykk på synk-merket og se hva som krever tiltak.</translation>
    </message>
    <message>
        <source>Something done to this order is still on its way. Press Sync now, then try again.</source>
        <translation>Noe som er gjort med denne ordren, er fortsatt på vei. Trykk Synkroniser nå, og prøv igjen.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Lyder</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Mellomrom</translation>
    </message>
    <message>
        <source>Still to be handed out:</source>
        <translation>Gjenstår å utlevere:</translation>
    </message>
    <message>
        <source>Still working …</source>
        <translation>Jobber fortsatt …</translation>
    </message>
    <message>
        <source>Store copy</source>
        <translation>Butikkens eksemplar</translation>
    </message>
    <message>
        <source>Suspend sale</source>
        <translation>Parker salg</translation>
    </message>
    <message numerus="yes">
        <source>Suspended sale taken up ({count} items).</source>
        <translation>
            <numerusform>Parkert salg er hentet fram ({count} vare).</numerusform>
            <numerusform>Parkert salg er hentet fram ({count} varer).</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspended sales</source>
        <translation>Parkerte salg</translation>
    </message>
    <message>
        <source>Sync centre</source>
        <translation>Synkronisering</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Ta betaling</translation>
    </message>
    <message>
        <source>payment taken by {by}</source>
        <translation>betaling tatt av {by}</translation>
    </message>
    <message>
        <source>taken back by {by}</source>
        <translation>tatt imot av {by}</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>Trukket fra</translation>
    </message>
    <message>
        <source>The card on file may be charged {left} at most. Take the rest another way.</source>
        <translation>Det lagrede kortet kan belastes med høyst {left}. Ta resten på en annen måte.</translation>
    </message>
    <message>
        <source>The card on file was declined for goods that have gone. Take that payment first, then take them back.</source>
        <translation>Det lagrede kortet ble avvist for varer som er ute. Ta den betalingen først, og ta dem så tilbake.</translation>
    </message>
    <message>
        <source>The card on file was declined: {unpaid} of goods that have gone is not paid.</source>
        <translation>Det lagrede kortet ble avvist: {unpaid} for varer som er ute, er ikke betalt.</translation>
    </message>
    <message>
        <source>The card payment of {amount} was approved.</source>
        <translation>Kortbetalingen på {amount} ble godkjent.</translation>
    </message>
    <message>
        <source>The card terminal has not confirmed everything. Check the card payment first.</source>
        <translation>Kortterminalen har ikke bekreftet alt. Sjekk kortbetalingen først.</translation>
    </message>
    <message>
        <source>The card was declined: {amount} was not taken. Try another card, or cash.</source>
        <translation>Kortet ble avvist: {amount} ble ikke trukket. Prøv et annet kort, eller kontanter.</translation>
    </message>
    <message>
        <source>The card was not charged.</source>
        <translation>Kortet ble ikke belastet.</translation>
    </message>
    <message>
        <source>The card {card} is {name}'s already. Scan another one.</source>
        <translation>Kortet {card} tilhører {name} fra før. Skann et annet.</translation>
    </message>
    <message>
        <source>The cards given pay all of the rest. Take what is due and conclude.</source>
        <translation>Kortene som er gitt, betaler hele resten. Ta det som skal betales, og fullfør.</translation>
    </message>
    <message>
        <source>The charge of this order was billed already. Type a charge for lines instead.</source>
        <translation>Gebyret for denne ordren er allerede fakturert. Tast et gebyr på linjene i stedet.</translation>
    </message>
    <message>
        <source>The drawer does not open. Check its cable, or use its key.</source>
        <translation>Skuffen åpner seg ikke. Sjekk kabelen, eller bruk nøkkelen.</translation>
    </message>
    <message>
        <source>The keys are shown. Press one, or Esc.</source>
        <translation>Tastene vises. Trykk en av dem, eller Esc.</translation>
    </message>
    <message>
        <source>The list price is {price}.</source>
        <translation>Listeprisen er {price}.</translation>
    </message>
    <message>
        <source>The number follows when headquarters has answered.</source>
        <translation>Nummeret kommer når hovedkontoret har svart.</translation>
    </message>
    <message>
        <source>The order itself is not being changed here. Edit it to change that.</source>
        <translation>Selve ordren endres ikke her. Rediger den for å endre det.</translation>
    </message>
    <message>
        <source>The picking of this line has begun. Mark what is picked.</source>
        <translation>Plukkingen av denne linjen er begynt. Merk det som er plukket.</translation>
    </message>
    <message>
        <source>The price is locked: it stays as it was agreed until it is recalculated.</source>
        <translation>Prisen er låst: den blir som avtalt til den beregnes på nytt.</translation>
    </message>
    <message>
        <source>The price {price} was typed or read from the label.</source>
        <translation>Prisen {price} ble tastet eller lest fra etiketten.</translation>
    </message>
    <message>
        <source>quantity is {quantity} in a {type}</source>
        <translation>antallet er {quantity} i en transaksjon av typen {type}</translation>
    </message>
    <message>
        <source>return</source>
        <translation>retur</translation>
    </message>
    <message>
        <source>tender numbers {numbers} do not ascend</source>
        <translation>betalingsnumrene {numbers} stiger ikke</translation>
    </message>
    <message>
        <source>tender {number}: {type} gives no change and is not rounded</source>
        <translation>betaling {number}: {type} gir ingen vekslepenger og avrundes ikke</translation>
    </message>
    <message>
        <source>texts by their names</source>
        <translation>tekster etter navn</translation>
    </message>
    <message>
        <source>the printer at {address} does not answer</source>
        <translation>skriveren på {address} svarer ikke</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>skriverens deksel er åpent</translation>
    </message>
    <message>
        <source>The quote is valid until</source>
        <translation>Tilbudet gjelder til</translation>
    </message>
    <message>
        <source>The scanner is known by what was measured.</source>
        <translation>Skanneren kjennes på det som ble målt.</translation>
    </message>
    <message>
        <source>The shipped goods need {needed} on a card; {left} is given. Give the card again, or another.</source>
        <translation>Varene som sendes, trenger {needed} på kort; {left} er gitt. Gi kortet på nytt, eller et annet.</translation>
    </message>
    <message>
        <source>These goods are shipped. Pack them instead.</source>
        <translation>Disse varene blir sendt. Pakk dem i stedet.</translation>
    </message>
    <message>
        <source>The shipped goods need {needed} on the card. Type {needed} or more.</source>
        <translation>Varene som sendes, krever {needed} på kortet. Tast {needed} eller mer.</translation>
    </message>
    <message>
        <source>The terminal does not answer. Check that it is on, then check the card payment again.</source>
        <translation>Terminalen svarer ikke. Se etter at den er på, og sjekk kortbetalingen på nytt.</translation>
    </message>
    <message>
        <source>The terminal does not say what became of {amount}. Check the card payment first.</source>
        <translation>Terminalen sier ikke hva som skjedde med {amount}. Sjekk kortbetalingen først.</translation>
    </message>
    <message>
        <source>There are no charges yet.</source>
        <translation>Det er ingen gebyrer ennå.</translation>
    </message>
    <message>
        <source>There is an open sale. Conclude, suspend or void it first.</source>
        <translation>Det er et åpent salg. Fullfør, parker eller annuller det først.</translation>
    </message>
    <message>
        <source>There is no charge code {code}. Choose one of the list.</source>
        <translation>Det finnes ingen gebyrkode {code}. Velg en fra listen.</translation>
    </message>
    <message>
        <source>There is no charge here to change. Add one instead.</source>
        <translation>Det er ikke noe gebyr her å endre. Legg til ett i stedet.</translation>
    </message>
    <message>
        <source>There is no charge to change. Add one.</source>
        <translation>Det er ikke noe gebyr å endre. Legg til ett.</translation>
    </message>
    <message>
        <source>There is no line {number} of {name} any more.</source>
        <translation>Det finnes ingen linje {number} med {name} lenger.</translation>
    </message>
    <message>
        <source>There is no line {number} on this order. Choose one of the list.</source>
        <translation>Det er ingen linje {number} i denne ordren. Velg en fra listen.</translation>
    </message>
    <message>
        <source>There is no payment of the kind {kind}. Leave it out.</source>
        <translation>Det finnes ingen betaling av typen {kind}. Utelat den.</translation>
    </message>
    <message>
        <source>there is no printer at {address}</source>
        <translation>det er ingen skriver på {address}</translation>
    </message>
    <message>
        <source>There is no such charge to change. Add one instead.</source>
        <translation>Det finnes ikke noe slikt gebyr å endre. Legg til ett i stedet.</translation>
    </message>
    <message>
        <source>There is no type {type}. Choose order or quote.</source>
        <translation>Typen {type} finnes ikke. Velg ordre eller tilbud.</translation>
    </message>
    <message>
        <source>There is nothing in the sale. Scan or type an item first.</source>
        <translation>Det er ingenting i salget. Skann eller tast en vare først.</translation>
    </message>
    <message>
        <source>There is nothing to redo. Undo something first.</source>
        <translation>Det er ingenting å gjøre om igjen. Angre noe først.</translation>
    </message>
    <message>
        <source>There is nothing to suspend. Scan or type an item.</source>
        <translation>Det er ingenting å parkere. Skann eller tast en vare.</translation>
    </message>
    <message>
        <source>There is nothing to undo. Only changes of the open sale can be undone.</source>
        <translation>Det er ingenting å angre. Bare endringer i det åpne salget kan angres.</translation>
    </message>
    <message>
        <source>These lines are of several orders. Choose lines of one order.</source>
        <translation>Disse linjene hører til flere ordrer. Velg linjer fra én ordre.</translation>
    </message>
    <message>
        <source>These lines leave in several ways. Choose lines of one delivery mode.</source>
        <translation>Disse linjene leveres på flere måter. Velg linjer med én leveringsmåte.</translation>
    </message>
    <message>
        <source>This card cannot be charged later. Take another card, or choose Pay in full.</source>
        <translation>Dette kortet kan ikke belastes senere. Ta et annet kort, eller velg Betal alt nå.</translation>
    </message>
    <message>
        <source>This customer has no account number yet. Take cash or a card.</source>
        <translation>Denne kunden har ikke noe kontonummer ennå. Ta imot kontanter eller kort.</translation>
    </message>
    <message>
        <source>This customer has no orders.</source>
        <translation>Denne kunden har ingen ordrer.</translation>
    </message>
    <message>
        <source>This is a customer order. Say how its goods leave us.</source>
        <translation>Dette er en kundeordre. Si hvordan varene forlater oss.</translation>
    </message>
    <message>
        <source>This is a quote already and stays one. Discard this, then make the quote an order.</source>
        <translation>Dette er allerede et tilbud og forblir det. Forkast dette, og gjør så tilbudet til ordre.</translation>
    </message>
    <message>
        <source>This is a quote, valid until {day}.</source>
        <translation>Dette er et tilbud, gyldig til {day}.</translation>
    </message>
    <message>
        <source>This is an order already and stays one. Discard this and begin anew.</source>
        <translation>Dette er allerede en ordre og forblir det. Forkast dette og begynn på nytt.</translation>
    </message>
    <message>
        <source>This needs nobody any more. Look at what is waiting.</source>
        <translation>Dette trenger ingen lenger. Se på det som venter.</translation>
    </message>
    <message>
        <source>This order is not known here. Search again when headquarters answers.</source>
        <translation>Denne ordren er ikke kjent her. Søk igjen når hovedkontoret svarer.</translation>
    </message>
    <message>
        <source>This order was changed elsewhere meanwhile. Discard this and open the order again.</source>
        <translation>Denne ordren er endret et annet sted i mellomtiden. Forkast dette og åpne ordren på nytt.</translation>
    </message>
    <message>
        <source>This quote is valid until {day}.</source>
        <translation>Dette tilbudet er gyldig til {day}.</translation>
    </message>
    <message>
        <source>This register works online already. There is nothing to do.</source>
        <translation>Denne kassen er tilkoblet allerede. Det er ingenting å gjøre.</translation>
    </message>
    <message>
        <source>This sale is not suspended here. Choose one of the list.</source>
        <translation>Dette salget er ikke parkert her. Velg et fra listen.</translation>
    </message>
    <message>
        <source>This scanner is as slow as typing. Program it to send F24 before each code.</source>
        <translation>Denne skanneren er like langsom som tasting. Programmer den til å sende F24 foran hver kode.</translation>
    </message>
    <message>
        <source>This store does not refund shipping.</source>
        <translation>Denne butikken refunderer ikke frakt.</translation>
    </message>
    <message>
        <source>This store does not refund shipping. Take the goods back without it.</source>
        <translation>Denne butikken refunderer ikke frakt. Ta varene tilbake uten.</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>Skal godtas</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>Skal betales</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>To fulfil</source>
        <translation>Skal plukkes</translation>
    </message>
    <message>
        <source>To pack</source>
        <translation>Skal pakkes</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>Skal plukkes</translation>
    </message>
    <message>
        <source>pickup</source>
        <translation>henting</translation>
    </message>
    <message>
        <source>price {price} is from {source}, but who stated it and why does not fit that</source>
        <translation>prisen {price} kommer fra {source}, men hvem som oppga den og hvorfor, passer ikke med det</translation>
    </message>
    <message>
        <source>the discount on the whole is said to be one on a {source}</source>
        <translation>rabatten på det hele skal være en på {source}</translation>
    </message>
    <message>
        <source>there is an order, but no customer</source>
        <translation>det er en ordre, men ingen kunde</translation>
    </message>
    <message>
        <source>total</source>
        <translation>summen</translation>
    </message>
    <message>
        <source>total {before} → {after}</source>
        <translation>totalt {before} → {after}</translation>
    </message>
    <message>
        <source>To the sale</source>
        <translation>Til salget</translation>
    </message>
    <message>
        <source>Today's prices make no difference: {after}.</source>
        <translation>Dagens priser gjør ingen forskjell: {after}.</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>For sent</translation>
    </message>
    <message>
        <source>Total discount</source>
        <translation>Totalrabatt</translation>
    </message>
    <message>
        <source>Total discount in percent</source>
        <translation>Totalrabatt i prosent</translation>
    </message>
    <message>
        <source>Total {before} → {after}.</source>
        <translation>Totalt {before} → {after}.</translation>
    </message>
    <message>
        <source>Total {before} → {after}. Take today's prices?</source>
        <translation>Totalt {before} → {after}. Bruke dagens priser?</translation>
    </message>
    <message>
        <source>Treat as unpaid</source>
        <translation>Regn som ubetalt</translation>
    </message>
    <message>
        <source>Treated as unpaid. If the card was charged, that is undone when the terminal answers.</source>
        <translation>Regnes som ubetalt. Ble kortet belastet, blir det gjort om når terminalen svarer.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Type how much cash is in the till; 0 if there is none.</source>
        <translation>Tast hvor mye kontanter det er i kassen; 0 om det ikke er noe.</translation>
    </message>
    <message>
        <source>Type the charge first.</source>
        <translation>Tast gebyret først.</translation>
    </message>
    <message>
        <source>Type the new price, or a discount in percent.</source>
        <translation>Tast den nye prisen, eller en rabatt i prosent.</translation>
    </message>
    <message>
        <source>a pickup has goods that are on no order</source>
        <translation>en henting har varer som ikke står på noen ordre</translation>
    </message>
    <message>
        <source>a {type} has lines</source>
        <translation>en transaksjon av typen {type} har linjer</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>beløpet</translation>
    </message>
    <message>
        <source>charges</source>
        <translation>gebyrene</translation>
    </message>
    <message>
        <source>answer to info codes</source>
        <translation>svar på infokoder</translation>
    </message>
    <message>
        <source>closed shift</source>
        <translation>avsluttet skift</translation>
    </message>
    <message>
        <source>customer change</source>
        <translation>kundeendring</translation>
    </message>
    <message>
        <source>discount {name}</source>
        <translation>rabatten {name}</translation>
    </message>
    <message>
        <source>fulfilment</source>
        <translation>oppfyllelse</translation>
    </message>
    <message>
        <source>it is not the text its fingerprint was made of</source>
        <translation>det er ikke teksten fingeravtrykket ble laget av</translation>
    </message>
    <message>
        <source>it was made on register {made_on}, but sent by {sender}</source>
        <translation>det ble laget på kassen {made_on}, men sendt av {sender}</translation>
    </message>
    <message>
        <source>line {number}: {fault}</source>
        <translation>linje {number}: {fault}</translation>
    </message>
    <message>
        <source>nothing came back</source>
        <translation>ingenting kom tilbake</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>det som er betalt</translation>
    </message>
    <message>
        <source>type is {type}, but it does not say which order it is about</source>
        <translation>typen er {type}, men det står ikke hvilken ordre det gjelder</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>tastet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>Angret: {what}.</translation>
    </message>
    <message>
        <source>Undo packing</source>
        <translation>Angre pakking</translation>
    </message>
    <message>
        <source>Undo picking</source>
        <translation>Angre plukking</translation>
    </message>
    <message>
        <source>Unknown codes {number}</source>
        <translation>Ukjente koder {number}</translation>
    </message>
    <message>
        <source>{tender}, counted</source>
        <translation>{tender}, talt</translation>
    </message>
    <message>
        <source>{tender}, expected</source>
        <translation>{tender}, forventet</translation>
    </message>
    <message>
        <source>{tender}, over or short</source>
        <translation>{tender}, for mye eller for lite</translation>
    </message>
    <message>
        <source>{unpaid} of it is for goods that have gone; {after} is left to pay after it.</source>
        <translation>{unpaid} av det er for varer som er ute; {after} er igjen å betale etter dette.</translation>
    </message>
    <message>
        <source>Unpacked of {order} – {customer}</source>
        <translation>Pakket ut fra {order} – {customer}</translation>
    </message>
    <message>
        <source>unpacked {quantity} × {name}</source>
        <translation>pakket ut {quantity} × {name}</translation>
    </message>
    <message>
        <source>Use deposit</source>
        <translation>Bruk innbetaling</translation>
    </message>
    <message>
        <source>Use these limits</source>
        <translation>Bruk disse grensene</translation>
    </message>
    <message>
        <source>Use this day</source>
        <translation>Bruk denne dagen</translation>
    </message>
    <message>
        <source>Use what was typed</source>
        <translation>Bruk det som er tastet</translation>
    </message>
    <message>
        <source>valid until {after}</source>
        <translation>gyldig til {after}</translation>
    </message>
    <message>
        <source>Waiting for the terminal.</source>
        <translation>Venter på terminalen.</translation>
    </message>
    <message>
        <source>Waiting {number}</source>
        <translation>Venter {number}</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Kampanjer</translation>
    </message>
    <message>
        <source>a part of a charge is out of place in a {type}</source>
        <translation>en del av et gebyr hører ikke hjemme i en transaksjon av typen {type}</translation>
    </message>
    <message>
        <source>there are no lines</source>
        <translation>det er ingen linjer</translation>
    </message>
    <message>
        <source>waits for what was done before</source>
        <translation>venter på det som ble gjort før</translation>
    </message>
    <message>
        <source>waits for the customer</source>
        <translation>venter på kunden</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Velkommen</translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation>Velkommen, {name}</translation>
    </message>
    <message>
        <source>{voided} Its paper did not come out.</source>
        <translation>{voided} Papiret kom ikke ut.</translation>
    </message>
    <message>
        <source>{what} is not as headquarters signed it, so that it gives no rights here; it is fetched again at the next contact: find out who changed it</source>
        <translation>{what} er ikke slik hovedkontoret signerte det, og gir derfor ingen rettigheter her; det hentes på nytt ved neste kontakt: finn ut hvem som endret det</translation>
    </message>
    <message>
        <source>{what}, approved by {approver}</source>
        <translation>{what}, godkjent av {approver}</translation>
    </message>
    <message>
        <source>What comes back, and why?</source>
        <translation>Hva kommer tilbake, og hvorfor?</translation>
    </message>
    <message>
        <source>{what}, did not fit any more</source>
        <translation>{what}, passet ikke lenger</translation>
    </message>
    <message>
        <source>What was changed here is still to be sent.</source>
        <translation>Det som ble endret her, er ikke sendt ennå.</translation>
    </message>
    <message>
        <source>What was picked of this line is packed. Undo the packing first.</source>
        <translation>Det som ble plukket av denne linjen, er pakket. Angre pakkingen først.</translation>
    </message>
    <message>
        <source>Where it waits</source>
        <translation>Der den venter</translation>
    </message>
    <message>
        <source>Which address?</source>
        <translation>Hvilken adresse?</translation>
    </message>
    <message>
        <source>Which affiliation?</source>
        <translation>Hvilken tilknytning?</translation>
    </message>
    <message>
        <source>Which charge is changed?</source>
        <translation>Hvilket gebyr endres?</translation>
    </message>
    <message>
        <source>Which charge?</source>
        <translation>Hvilket gebyr?</translation>
    </message>
    <message>
        <source>Which delivery mode?</source>
        <translation>Hvilken leveringsmåte?</translation>
    </message>
    <message>
        <source>Which discount, in percent?</source>
        <translation>Hvilken rabatt, i prosent?</translation>
    </message>
    <message>
        <source>Which discount?</source>
        <translation>Hvilken rabatt?</translation>
    </message>
    <message>
        <source>Which price?</source>
        <translation>Hvilken pris?</translation>
    </message>
    <message>
        <source>Which suspended sale?</source>
        <translation>Hvilket parkert salg?</translation>
    </message>
    <message>
        <source>Whole order</source>
        <translation>Hele ordren</translation>
    </message>
    <message>
        <source>Why another charge?</source>
        <translation>Hvorfor et annet gebyr?</translation>
    </message>
    <message>
        <source>Why another price?</source>
        <translation>Hvorfor en annen pris?</translation>
    </message>
    <message>
        <source>Why this price?</source>
        <translation>Hvorfor denne prisen?</translation>
    </message>
    <message>
        <source>with the product</source>
        <translation>med varen</translation>
    </message>
    <message>
        <source>With this receipt the goods can be exchanged.</source>
        <translation>Varene kan byttes mot denne lappen.</translation>
    </message>
    <message>
        <source>Without what was paid at pickup, the order comes to {most}. Type a deposit of {most} or less.</source>
        <translation>Uten det som er betalt ved henting, kommer ordren på {most}. Tast en innbetaling på {most} eller mindre.</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Jobb frakoblet</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Koble til igjen</translation>
    </message>
    <message>
        <source>{amount} cannot be a start amount. Count the till again.</source>
        <translation>{amount} kan ikke være et startbeløp. Tell kassen på nytt.</translation>
    </message>
    <message>
        <source>{amount} cannot be paid in cash: the smallest coin is {coin}. Type another amount, or take a card.</source>
        <translation>{amount} kan ikke betales kontant: minste mynt er {coin}. Tast et annet beløp, eller ta kort.</translation>
    </message>
    <message>
        <source>{amount} cannot have been counted. Count again.</source>
        <translation>{amount} kan ikke være talt. Tell på nytt.</translation>
    </message>
    <message>
        <source>{amount} given back, {tender}</source>
        <translation>{amount} gitt tilbake, {tender}</translation>
    </message>
    <message>
        <source>{amount} goes back on account.</source>
        <translation>{amount} betales tilbake på konto.</translation>
    </message>
    <message>
        <source>{amount} goes back to card {last_four}.</source>
        <translation>{amount} betales tilbake til kort {last_four}.</translation>
    </message>
    <message>
        <source>{amount} goes back to the card.</source>
        <translation>{amount} går tilbake til kortet.</translation>
    </message>
    <message>
        <source>{amount} is not an amount to pay back. Type {owed} or less.</source>
        <translation>{amount} er ikke et beløp å betale tilbake. Tast {owed} eller mindre.</translation>
    </message>
    <message>
        <source>{amount} is not an amount to pay with. Type what the customer hands over.</source>
        <translation>{amount} er ikke et beløp å betale med. Tast det kunden gir deg.</translation>
    </message>
    <message>
        <source>An address has no field {field}.</source>
        <translation>En adresse har ikke feltet {field}.</translation>
    </message>
    <message>
        <source>An address needs a street or a city. Type one of them.</source>
        <translation>En adresse trenger gate eller sted. Tast en av delene.</translation>
    </message>
    <message>
        <source>An order needs a customer. Choose Carry out all first, or another customer.</source>
        <translation>En ordre trenger en kunde. Velg Ta med alle først, eller en annen kunde.</translation>
    </message>
    <message>
        <source>An order needs a customer. Search for one or add a new one.</source>
        <translation>En ordre trenger en kunde. Søk etter en, eller legg til en ny.</translation>
    </message>
    <message>
        <source>'{answer}' is not one of the choices. {prompt}</source>
        <translation>«{answer}» er ikke et av valgene. {prompt}</translation>
    </message>
    <message>
        <source>Any other amount than the default is approved by a manager in the next step.</source>
        <translation>Et annet beløp enn standarden godkjennes av en leder i neste steg.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Bruk</translation>
    </message>
    <message>
        <source>Approval needed</source>
        <translation>Godkjenning kreves</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkjenn</translation>
    </message>
    <message>
        <source>Approves this one action only.</source>
        <translation>Godkjenner bare denne ene handlingen.</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Spurt av</translation>
    </message>
    <message>
        <source>Asked for now</source>
        <translation>Kreves nå</translation>
    </message>
    <message>
        <source>At most {most} characters fit. Erase some first.</source>
        <translation>Det er plass til {most} tegn. Slett noen først.</translation>
    </message>
    <message>
        <source>At pickup</source>
        <translation>Ved henting</translation>
    </message>
    <message>
        <source>Available when the customer number has arrived. Press Sync now.</source>
        <translation>Tilgjengelig når kundenummeret har kommet. Trykk Synkroniser nå.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Balance, by the card given</source>
        <translation>Rest, trekkes fra oppgitt kort</translation>
    </message>
    <message>
        <source>Balance, paid at pickup</source>
        <translation>Rest, betales ved henting</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Strekkode</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Virksomhet</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Annuller ordre</translation>
    </message>
    <message>
        <source>Cancel pending</source>
        <translation>Annulleres</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullert</translation>
    </message>
    <message>
        <source>Cancelling costs {percent} % of the order total.</source>
        <translation>Annullering koster {percent} % av ordretotalen.</translation>
    </message>
    <message>
        <source>Cancelling is free of charge.</source>
        <translation>Annullering er gratis.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Card for the rest</source>
        <translation>Kort for resten</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Tatt med nå</translation>
    </message>
    <message>
        <source>Carried out, paid</source>
        <translation>Tatt med nå, betalt</translation>
    </message>
    <message>
        <source>Carried out: sales receipt {receipt}</source>
        <translation>Tatt med nå: salgskvittering {receipt}</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>Tas med nå</translation>
    </message>
    <message>
        <source>Carry out all</source>
        <translation>Ta med alle</translation>
    </message>
    <message>
        <source>Carry out selected</source>
        <translation>Ta med valgte</translation>
    </message>
    <message>
        <source>Carry-out</source>
        <translation>Tas med nå</translation>
    </message>
    <message>
        <source>Carry-out {carried} in full + {percent} % deposit of the other {rest}.</source>
        <translation>Tas med {carried} i sin helhet + {percent} % innbetaling av de andre {rest}.</translation>
    </message>
    <message>
        <source>Carry-out {carried} in full, no deposit: business customer.</source>
        <translation>Tas med {carried} i sin helhet, ingen innbetaling: bedriftskunde.</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Kontant</translation>
    </message>
    <message>
        <source>Cash exact</source>
        <translation>Kontant nøyaktig</translation>
    </message>
    <message>
        <source>Cash rounding</source>
        <translation>Øreavrunding</translation>
    </message>
    <message>
        <source>Cash {paid}.</source>
        <translation>Kontant {paid}.</translation>
    </message>
    <message>
        <source>Cash {paid}. Change {change}.</source>
        <translation>Kontant {paid}. Vekslepenger {change}.</translation>
    </message>
    <message>
        <source>Cash {paid}. {rest} is still due.</source>
        <translation>Kontant {paid}. {rest} gjenstår.</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasserer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Vekslepenger</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>Vekslepenger {amount}</translation>
    </message>
    <message>
        <source>Change {change} – order {number} · {order} saved.</source>
        <translation>Vekslepenger {change} – ordre {number} · {order} er lagret.</translation>
    </message>
    <message>
        <source>Change {change} – order {order} saved · will be sent.</source>
        <translation>Vekslepenger {change} – ordre {order} er lagret · blir overført.</translation>
    </message>
    <message>
        <source>Change {change} – sale {receipt} saved.</source>
        <translation>Vekslepenger {change} – salg {receipt} er lagret.</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Gebyr</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Gebyrer</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Sjekker …</translation>
    </message>
    <message>
        <source>Choose an address</source>
        <translation>Velg en adresse</translation>
    </message>
    <message>
        <source>Choose an order to read it.</source>
        <translation>Velg en ordre for å lese den.</translation>
    </message>
    <message>
        <source>Choose customer</source>
        <translation>Velg kunde</translation>
    </message>
    <message>
        <source>carry-out</source>
        <translation>det som tas med nå</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>valgt</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>stengt</translation>
    </message>
    <message>
        <source>Closed on {day}. The next open day is {next_day}.</source>
        <translation>Stengt {day}. Neste åpne dag er {next_day}.</translation>
    </message>
    <message>
        <source>a payment of {amount} has {number} charges</source>
        <translation>en betaling på {amount} har {number} gebyrer</translation>
    </message>
    <message>
        <source>a share of an order's line is out of place in a {type}</source>
        <translation>en del av en ordrelinje hører ikke hjemme i en transaksjon av typen {type}</translation>
    </message>
    <message>
        <source>a {type} is about an order, not about {about}</source>
        <translation>en transaksjon av typen {type} gjelder en ordre, ikke {about}</translation>
    </message>
    <message>
        <source>calculated deposit</source>
        <translation>den beregnede innbetalingen</translation>
    </message>
    <message>
        <source>change</source>
        <translation>vekslepengene</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>kunde</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>innbetalingen</translation>
    </message>
    <message>
        <source>due</source>
        <translation>det som skal betales</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>varene</translation>
    </message>
    <message>
        <source>it could not be worked out</source>
        <translation>det kunne ikke regnes ut</translation>
    </message>
    <message>
        <source>its number is 0; numbers start at 1</source>
        <translation>nummeret er 0; numre begynner på 1</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>salg</translation>
    </message>
    <message>
        <source>with its share of the discount on the whole it</source>
        <translation>linjen med sin del av rabatten på det hele</translation>
    </message>
    <message>
        <source>{amount} is not an amount to pay with. Type {due} or less.</source>
        <translation>{amount} er ikke et beløp å betale med. Tast {due} eller mindre.</translation>
    </message>
    <message>
        <source>{amount} of the deposit is used.</source>
        <translation>{amount} av innbetalingen brukes.</translation>
    </message>
    <message>
        <source>{amount} of the deposit used</source>
        <translation>{amount} av innbetalingen brukt</translation>
    </message>
    <message>
        <source>{asked} is asked for now; nothing was paid before.</source>
        <translation>{asked} skal betales nå; ingenting er betalt før.</translation>
    </message>
    <message>
        <source>{asked} is asked for, {paid} was paid before.</source>
        <translation>{asked} skal betales, {paid} er betalt før.</translation>
    </message>
    <message>
        <source>{card} is no loyalty card of ours: they begin with {prefix} and end with a check digit. Scan it again, or leave it empty for a new one.</source>
        <translation>{card} er ikke et fordelskort fra oss: de begynner med {prefix} og slutter med et kontrollsiffer. Skann det på nytt, eller la feltet stå tomt for et nytt kort.</translation>
    </message>
    <message>
        <source>{code} has a price with a currency of its own (393n). Type the item.</source>
        <translation>{code} har en pris med egen valuta (393n). Tast varen.</translation>
    </message>
    <message>
        <source>{code} is a coupon. This register takes no coupons; the price stays as it is.</source>
        <translation>{code} er en kupong. Kassen tar ikke kuponger; prisen blir som den er.</translation>
    </message>
    <message>
        <source>{code} is a customer's card. Search for the customer to put them on the sale.</source>
        <translation>{code} er et kundekort. Søk etter kunden for å legge kunden til i salget.</translation>
    </message>
    <message>
        <source>{code} is a receipt. Scan it where no sale is open to take goods back.</source>
        <translation>{code} er en kvittering. Skann den når intet salg er åpent for å ta varer i retur.</translation>
    </message>
    <message>
        <source>{code} is a staff badge. It says who you are where a PIN is asked, and nothing else.</source>
        <translation>{code} er et ansattkort. Det sier hvem du er der det spørres om PIN, og ikke noe annet.</translation>
    </message>
    <message>
        <source>{code} is a suspended sale. Conclude this one, then scan it again.</source>
        <translation>{code} er et parkert salg. Fullfør dette, og skann den igjen.</translation>
    </message>
    <message>
        <source>{code} is reported. The item is not in the sale.</source>
        <translation>{code} er meldt. Varen er ikke i salget.</translation>
    </message>
    <message>
        <source>{code} is the number of an order. Open it with Find order.</source>
        <translation>{code} er et ordrenummer. Åpne den med Finn ordre.</translation>
    </message>
    <message>
        <source>{code} names no item: it has no (01). Scan another code or type the item.</source>
        <translation>{code} nevner ingen vare: den har ingen (01). Skann en annen kode, eller tast varen.</translation>
    </message>
    <message>
        <source>{code} says ({identifier}) twice, and not the same. Type the item.</source>
        <translation>{code} sier ({identifier}) to ganger, og ikke det samme. Tast varen.</translation>
    </message>
    <message>
        <source>{code} says 0: weigh or price the item again, or type it.</source>
        <translation>{code} sier 0: vei eller pris varen på nytt, eller tast den.</translation>
    </message>
    <message>
        <source>{code} says a quantity of 0: weigh the item again, or type it.</source>
        <translation>{code} sier antall 0: vei varen på nytt, eller tast den.</translation>
    </message>
    <message>
        <source>{code} stands for several items. Which one is it?</source>
        <translation>{code} gjelder flere varer. Hvilken er det?</translation>
    </message>
    <message>
        <source>{code} was misread: its check digit is wrong. Scan again or type it.</source>
        <translation>{code} ble lest feil: kontrollsifferet stemmer ikke. Skann på nytt, eller tast den inn.</translation>
    </message>
    <message>
        <source>{code} was misread: the check digit of the value {value} is {digit}, not {needed}. Scan again or type the item.</source>
        <translation>{code} ble lest feil: kontrollsifferet til verdien {value} er {digit}, ikke {needed}. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>Hentes av</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Den som henter</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>Fullfør</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsett</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>KOPI</translation>
    </message>
    <message>
        <source>Copy of receipt {number} printed.</source>
        <translation>Kopi av kvittering {number} er skrevet ut.</translation>
    </message>
    <message>
        <source>Count the cash in the till. Every sale of this shift stands on it.</source>
        <translation>Tell kontantene i kassen. Alle salg i skiftet bygger på det.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message numerus="yes">
        <source>{count} attempts</source>
        <translation>
            <numerusform>{count} forsøk</numerusform>
            <numerusform>{count} forsøk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} found.</source>
        <translation>
            <numerusform>{count} funnet.</numerusform>
            <numerusform>{count} funnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} h ago</source>
        <translation>
            <numerusform>for {count} t siden</numerusform>
            <numerusform>for {count} t siden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} here · HQ: searching …</source>
        <translation>
            <numerusform>{count} her · HK: søker …</numerusform>
            <numerusform>{count} her · HK: søker …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} items · {total} · {time}</source>
        <translation>
            <numerusform>{count} vare · {total} · {time}</numerusform>
            <numerusform>{count} varer · {total} · {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines come back: {back} goes back.</source>
        <translation>
            <numerusform>{count} linje kommer tilbake: {back} betales tilbake.</numerusform>
            <numerusform>{count} linjer kommer tilbake: {back} betales tilbake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of order {order}: {due} is due.</source>
        <translation>
            <numerusform>{count} linje av ordre {order}: {due} skal betales.</numerusform>
            <numerusform>{count} linjer av ordre {order}: {due} skal betales.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} min ago</source>
        <translation>
            <numerusform>for {count} min siden</numerusform>
            <numerusform>for {count} min siden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} need attention</source>
        <translation>
            <numerusform>{count} krever tiltak</numerusform>
            <numerusform>{count} krever tiltak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} orders to pick up here</source>
        <translation>
            <numerusform>{count} ordre hentes her</numerusform>
            <numerusform>{count} ordrer hentes her</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows</source>
        <translation>
            <numerusform>{count} rad</numerusform>
            <numerusform>{count} rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected.</source>
        <translation>
            <numerusform>{count} valgt.</numerusform>
            <numerusform>{count} valgt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} times</source>
        <translation>
            <numerusform>{count} gang</numerusform>
            <numerusform>{count} ganger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} waiting</source>
        <translation>
            <numerusform>{count} venter</numerusform>
            <numerusform>{count} venter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} × carried out.</source>
        <translation>
            <numerusform>{count} × tas med nå.</numerusform>
            <numerusform>{count} × tas med nå.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} × pick up at {store} on {day}.</source>
        <translation>
            <numerusform>{count} × hentes hos {store} {day}.</numerusform>
            <numerusform>{count} × hentes hos {store} {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Customer add</source>
        <translation>Legg til kunde</translation>
    </message>
    <message>
        <source>Customer changed mind</source>
        <translation>Kunden ombestemte seg</translation>
    </message>
    <message>
        <source>Customer removed.</source>
        <translation>Kunden er fjernet.</translation>
    </message>
    <message>
        <source>Customer {name}</source>
        <translation>Kunde {name}</translation>
    </message>
    <message>
        <source>Customer {name}, {account}</source>
        <translation>Kunde {name}, {account}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Day and month, e.g. 2411</source>
        <translation>Dag og måned, f.eks. 2411</translation>
    </message>
    <message>
        <source>Day {day}. Open the calendar</source>
        <translation>Dag {day}. Åpne kalenderen</translation>
    </message>
    <message>
        <source>{currency} is no currency. Type its three letters.</source>
        <translation>{currency} er ingen valuta. Tast de tre bokstavene.</translation>
    </message>
    <message>
        <source>{day} has passed. Choose today or a later day.</source>
        <translation>{day} er passert. Velg i dag eller en senere dag.</translation>
    </message>
    <message>
        <source>{day} is more than a year ahead. Choose an earlier day.</source>
        <translation>{day} er mer enn et år frem. Velg en tidligere dag.</translation>
    </message>
    <message>
        <source>{day} is too early. The earliest day is {earliest}.</source>
        <translation>{day} er for tidlig. Tidligste dag er {earliest}.</translation>
    </message>
    <message>
        <source>{day} is too far ahead. The last day is {latest}.</source>
        <translation>{day} er for langt frem. Siste dag er {latest}.</translation>
    </message>
    <message>
        <source>'{day}' is not a date. Choose it again.</source>
        <translation>«{day}» er ikke en dato. Velg den på nytt.</translation>
    </message>
    <message numerus="yes">
        <source>{day} · {count} lines can come back · {who}</source>
        <translation>
            <numerusform>{day} · {count} linje kan komme tilbake · {who}</numerusform>
            <numerusform>{day} · {count} linjer kan komme tilbake · {who}</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, closed</source>
        <translation>{day}, stengt</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Desimaltegn</translation>
    </message>
    <message>
        <source>Default deposit {percent} %</source>
        <translation>Standard {percent} %</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Levering</translation>
    </message>
    <message>
        <source>Delivery mode</source>
        <translation>Leverings­måte</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Innbetaling</translation>
    </message>
    <message>
        <source>Deposit (business customer) of {rest}</source>
        <translation>Innbetaling (bedriftskunde) av {rest}</translation>
    </message>
    <message>
        <source>Deposit as agreed of {rest}</source>
        <translation>Innbetaling etter avtale av {rest}</translation>
    </message>
    <message>
        <source>Deposit as agreed, {reason}.</source>
        <translation>Innbetaling etter avtale, {reason}.</translation>
    </message>
    <message>
        <source>Deposit left</source>
        <translation>Innbetaling igjen</translation>
    </message>
    <message>
        <source>Deposit override</source>
        <translation>Endre innbetaling</translation>
    </message>
    <message>
        <source>Deposit {before} → {after}.</source>
        <translation>Innbetaling {before} → {after}.</translation>
    </message>
    <message>
        <source>Deposit {percent} % of {rest}</source>
        <translation>Innbetaling {percent} % av {rest}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Kladd</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Å betale nå</translation>
    </message>
    <message>
        <source>Due now (deposit)</source>
        <translation>Å betale nå (innbetaling)</translation>
    </message>
    <message>
        <source>{done} of {needed} scans</source>
        <translation>{done} av {needed} skanninger</translation>
    </message>
    <message>
        <source>{due} is owed to the customer. Give it back first.</source>
        <translation>Kunden har {due} til gode. Betal det tilbake først.</translation>
    </message>
    <message>
        <source>{due} is still due. Take the payment first.</source>
        <translation>{due} gjenstår å betale. Ta imot betalingen først.</translation>
    </message>
    <message>
        <source>{due} too much was paid. Remove a payment first.</source>
        <translation>Det er betalt {due} for mye. Fjern en betaling først.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Earlier weeks</source>
        <translation>Tidligere uker</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Tidligst</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Rediger</translation>
    </message>
    <message>
        <source>'{email}' is not an e-mail address. Correct it or leave it empty.</source>
        <translation>«{email}» er ikke en e-postadresse. Rett den, eller la feltet stå tomt.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Everything in this sale is struck: {total}.</source>
        <translation>Alt i salget strykes: {total}.</translation>
    </message>
    <message>
        <source>Everything is carried out</source>
        <translation>Alt tas med nå</translation>
    </message>
    <message>
        <source>Everything on this order was handed out. Use Return for what comes back.</source>
        <translation>Alt på ordren er utlevert. Bruk Returner for det som kommer tilbake.</translation>
    </message>
    <message>
        <source>Everything that was handed out has come back already. Choose another order.</source>
        <translation>Alt som ble utlevert, har allerede kommet tilbake. Velg en annen ordre.</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Ekspress</translation>
    </message>
    <message>
        <source>{fault} The built-in layout is shown; tell headquarters.</source>
        <translation>{fault} Det innebygde oppsettet vises; si fra til hovedkontoret.</translation>
    </message>
    <message>
        <source>{fault}. Type the amount again.</source>
        <translation>{fault}. Tast beløpet på nytt.</translation>
    </message>
    <message>
        <source>{fault}. Type the quantity again.</source>
        <translation>{fault}. Tast antallet på nytt.</translation>
    </message>
    <message>
        <source>{file} belongs to another program. Choose this register's own data folder.</source>
        <translation>{file} tilhører et annet program. Velg kassens egen datamappe.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}</source>
        <translation>{file} kan ikke leses: {why}</translation>
    </message>
    <message>
        <source>The records of this register were damaged. All {proved} receipts could be kept, other records not: tell your manager. {report} says which.</source>
        <translation>Dataene på denne kassen var skadet. Alle {proved} kvitteringer kunne beholdes, andre data ikke: si fra til lederen. {report} sier hvilke.</translation>
    </message>
    <message>
        <source>The records of this register were damaged. All {proved} receipts could be kept; {report} says more.</source>
        <translation>Dataene på denne kassen var skadet. Alle {proved} kvitteringer kunne beholdes; {report} sier mer.</translation>
    </message>
    <message>
        <source>The records of this register were damaged. {proved} receipts could be kept, others not: tell your manager. {report} says which.</source>
        <translation>Dataene på denne kassen var skadet. {proved} kvitteringer kunne beholdes, andre ikke: si fra til lederen. {report} sier hvilke.</translation>
    </message>
    <message>
        <source>The records of this register were put back from an older copy. Receipts {first} to {last} are not here: tell your manager. New sales get other numbers.</source>
        <translation>Dataene i denne kassen ble lagt tilbake fra en eldre kopi. Kvitteringene {first} til {last} er ikke her: si fra til lederen. Nye salg får andre numre.</translation>
    </message>
    <message>
        <source>{file} is damaged. Leave it as it is and call for help: nothing was changed.</source>
        <translation>{file} er skadet. La den være og ring etter hjelp: ingenting er endret.</translation>
    </message>
    <message>
        <source>{file} was removed or replaced while this register was open. Take no money: close it and call for help.</source>
        <translation>{file} ble fjernet eller byttet ut mens kassen var åpen. Ta ikke imot penger: lukk kassen og ring etter hjelp.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Kassa (version {found} of its tables; this one knows {known}). Install the newer Kassa on this register.</source>
        <translation>{file} er skrevet av en nyere Kassa (tabellversjon {found}; denne kjenner {known}). Installer den nyere Kassa på denne kassen.</translation>
    </message>
    <message>
        <source>{file}: [printer] needs the address of the printer</source>
        <translation>{file}: [printer] mangler adressen til skriveren</translation>
    </message>
    <message>
        <source>{file}: address is {value}; it is written as &quot;192.0.2.7:9100&quot;</source>
        <translation>{file}: address er {value}; den skrives som &quot;192.0.2.7:9100&quot;</translation>
    </message>
    <message>
        <source>{file}: printer_folder is not the path of a folder</source>
        <translation>{file}: printer_folder er ikke stien til en mappe</translation>
    </message>
    <message>
        <source>Find order</source>
        <translation>Finn ordre</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Funnet</translation>
    </message>
    <message>
        <source>Goods are shipped to {name}. Choose Carry out all first, then change the customer.</source>
        <translation>Varer sendes til {name}. Velg Ta med alle først, og bytt så kunde.</translation>
    </message>
    <message>
        <source>Goods cannot be picked up at {store}. Choose a store of the list.</source>
        <translation>Varene kan ikke hentes hos {store}. Velg en butikk fra listen.</translation>
    </message>
    <message>
        <source>Goods cannot be shipped from {store}. Choose one of the list.</source>
        <translation>Varene kan ikke sendes fra {store}. Velg fra listen.</translation>
    </message>
    <message>
        <source>Goods {goods} and charges {charges}, with tax {tax} in it.</source>
        <translation>Varer {goods} og gebyrer {charges}, inkludert mva. {tax}.</translation>
    </message>
    <message>
        <source>Goods {goods} and tax {tax}.</source>
        <translation>Varer {goods} og mva. {tax}.</translation>
    </message>
    <message>
        <source>Goods {goods}, charges {charges} and tax {tax}.</source>
        <translation>Varer {goods}, gebyrer {charges} og mva. {tax}.</translation>
    </message>
    <message>
        <source>Goods {goods}, with tax {tax} in it.</source>
        <translation>Varer {goods}, inkludert mva. {tax}.</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>has its number {number}</source>
        <translation>har fått nummer {number}</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this customer is edited there. Try again later.</source>
        <translation>Hovedkontoret svarer ikke, og kunden redigeres der. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this needs it. Try again later.</source>
        <translation>Hovedkontoret svarer ikke, og dette trenger det. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this order is from {store}. Try again later.</source>
        <translation>Hovedkontoret svarer ikke, og ordren er fra {store}. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this order needs it. Try again later.</source>
        <translation>Hovedkontoret svarer ikke, og ordren trenger det. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store keeps its customers' data there. Try again later.</source>
        <translation>Hovedkontoret svarer ikke, og butikkens kundedata ligger der. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store makes customers only with it. Sell without a customer, or try again later.</source>
        <translation>Hovedkontoret svarer ikke, og butikken oppretter bare kunder sammen med det. Selg uten kunde, eller prøv igjen senere.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store makes customers only with it. Try again later.</source>
        <translation>Hovedkontoret svarer ikke, og butikken oppretter bare kunder sammen med det. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store makes orders only with it. Sell what can be carried out, or try again later.</source>
        <translation>Hovedkontoret svarer ikke, og butikken lager bare ordrer sammen med det. Selg det som kan tas med nå, eller prøv igjen senere.</translation>
    </message>
    <message>
        <source>Hold to void</source>
        <translation>Hold for å annullere</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Hjem</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>Hvor mange?</translation>
    </message>
    <message>
        <source>How much cash?</source>
        <translation>Hvor mye kontant?</translation>
    </message>
    <message>
        <source>How will the rest be paid?</source>
        <translation>Hvordan betales resten?</translation>
    </message>
    <message>
        <source>({identifier}) {value} is too long by {more}. Scan again or type the item.</source>
        <translation>({identifier}) {value} er {more} for lang. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value} is too short by {less}. Scan again or type the item.</source>
        <translation>({identifier}) {value} er {less} for kort. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: a character GS1 does not have stands there. Scan again or type the item.</source>
        <translation>({identifier}) {value}: et tegn som ikke finnes i GS1. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: only A-Z, digits, #, - and / can stand there. Scan again or type the item.</source>
        <translation>({identifier}) {value}: bare A-Z, sifre, #, - og / kan stå der. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: only digits can stand there. Scan again or type the item.</source>
        <translation>({identifier}) {value}: bare sifre kan stå der. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: only letters, digits, -, _ and = can stand there. Scan or type the item.</source>
        <translation>({identifier}) {value}: bare bokstaver, sifre, -, _ og = kan stå der. Skann eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: the check digit must be {digit}. Scan again or type the item.</source>
        <translation>({identifier}) {value}: kontrollsifferet må være {digit}. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: there is no piece {piece} of {total}. Scan again or type the item.</source>
        <translation>({identifier}) {value}: det finnes ikke noen del {piece} av {total}. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: {part} is no date (YYMMDD). Scan again or type the item.</source>
        <translation>({identifier}) {value}: {part} er ingen dato (ÅÅMMDD). Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>({identifier}) {value}: {part} is no time of the day. Scan again or type the item.</source>
        <translation>({identifier}) {value}: {part} er ikke et klokkeslett. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Inndata</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Fakturert</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Vare</translation>
    </message>
    <message numerus="yes">
        <source>Item ({count} voided)</source>
        <translation>
            <numerusform>Vare ({count} annullert)</numerusform>
            <numerusform>Vare ({count} annullert)</numerusform>
        </translation>
    </message>
    <message>
        <source>Item and delivery</source>
        <translation>Vare og levering</translation>
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
        <translation>{gone} av {name} er utlevert og forblir i ordren. Bruk Returner for det som kommer tilbake.</translation>
    </message>
    <message>
        <source>{gone} of {name} was handed out; its delivery stays as it was. Choose other lines.</source>
        <translation>{gone} av {name} er utlevert; leveringen forblir som den var. Velg andre linjer.</translation>
    </message>
    <message>
        <source>{gone} of {name} was handed out; its price stays as it was. Choose another line.</source>
        <translation>{gone} av {name} er utlevert; prisen blir som den var. Velg en annen linje.</translation>
    </message>
    <message>
        <source>{packed} of {name} is packed; its delivery stays. Undo the packing on the work list first.</source>
        <translation>{packed} av {name} er pakket; leveringen forblir som den er. Angre pakkingen i arbeidslisten først.</translation>
    </message>
    <message>
        <source>{packed} of {name} is packed and stays on the order. Undo the packing on the work list first.</source>
        <translation>{packed} av {name} er pakket og forblir i ordren. Angre pakkingen i arbeidslisten først.</translation>
    </message>
    <message>
        <source>{here} here · {there} more at HQ</source>
        <translation>{here} her · {there} til hos HK</translation>
    </message>
    <message>
        <source>{label} has characters that cannot be kept. Type it again.</source>
        <translation>{label}: noen tegn kan ikke lagres. Tast på nytt.</translation>
    </message>
    <message>
        <source>{label} is {length} characters long; at most {longest} fit. Make it shorter.</source>
        <translation>{label} er på {length} tegn; det er plass til {longest}. Gjør teksten kortere.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Language: {name}.</source>
        <translation>Språk: {name}.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>Later weeks</source>
        <translation>Senere uker</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linjer</translation>
    </message>
    <message>
        <source>Lines have shipping charges. A charge is on the order or on lines, never both.</source>
        <translation>Linjer har fraktgebyr. Et gebyr står på ordren eller på linjene, aldri begge.</translation>
    </message>
    <message>
        <source>Lines of the sale</source>
        <translation>Linjene i salget</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Låst</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Låst.</translation>
    </message>
    <message>
        <source>Made here lately.</source>
        <translation>Nylig opprettet her.</translation>
    </message>
    <message>
        <source>Make it an order</source>
        <translation>Gjør til ordre</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leder</translation>
    </message>
    <message>
        <source>May not be sold. Put it aside.</source>
        <translation>Kan ikke selges. Legg varen til side.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Name, number or code</source>
        <translation>Navn, nummer eller kode</translation>
    </message>
    <message>
        <source>{left} can come back · {ordered} ordered</source>
        <translation>{left} kan komme tilbake · {ordered} bestilt</translation>
    </message>
    <message>
        <source>{left} can come back · {ordered} ordered, {returned} returned</source>
        <translation>{left} kan komme tilbake · {ordered} bestilt, {returned} returnert</translation>
    </message>
    <message>
        <source>{left} of the deposit would be left over. Edit the order and state its deposit again first.</source>
        <translation>{left} av innbetalingen ville bli til overs. Rediger ordren og oppgi innbetalingen på nytt først.</translation>
    </message>
    <message>
        <source>{left} of {ordered} left</source>
        <translation>{left} av {ordered} igjen</translation>
    </message>
    <message>
        <source>{misfit} Discard this and open the order again.</source>
        <translation>{misfit} Forkast dette og åpne ordren på nytt.</translation>
    </message>
    <message>
        <source>{name} (cannot approve an own request)</source>
        <translation>{name} (kan ikke godkjenne sin egen forespørsel)</translation>
    </message>
    <message>
        <source>{name} added, {account}.</source>
        <translation>{name} lagt til, {account}.</translation>
    </message>
    <message>
        <source>{name} cannot cost {price}: prices go from 0 to {limit}. Type the price again.</source>
        <translation>{name} kan ikke koste {price}: priser går fra 0 til {limit}. Tast prisen på nytt.</translation>
    </message>
    <message>
        <source>{name} changed.</source>
        <translation>{name} er endret.</translation>
    </message>
    <message>
        <source>{name} comes back and stays as it is. Void the line and begin again.</source>
        <translation>{name} kommer tilbake og blir som den er. Annuller linjen og begynn på nytt.</translation>
    </message>
    <message>
        <source>{name} comes back from an order and stays as it is. Discard it and begin again.</source>
        <translation>{name} kommer tilbake fra en ordre og forblir som den er. Forkast det og begynn på nytt.</translation>
    </message>
    <message>
        <source>{name} comes to more than {limit}. Check price and quantity.</source>
        <translation>{name} blir mer enn {limit}. Kontroller pris og antall.</translation>
    </message>
    <message>
        <source>{name} comes to {amount}.</source>
        <translation>{name} kommer på {amount}.</translation>
    </message>
    <message>
        <source>{name} has a price of its own. Add it without a price.</source>
        <translation>{name} har sin egen pris. Legg den til uten pris.</translation>
    </message>
    <message>
        <source>{name} has another address now.</source>
        <translation>{name} har nå en adresse til.</translation>
    </message>
    <message>
        <source>{name} has characters that cannot be read. Type it again.</source>
        <translation>{name}: noen tegn kan ikke leses. Tast på nytt.</translation>
    </message>
    <message>
        <source>{name} has the affiliation {affiliation} already. Choose another one.</source>
        <translation>{name} har tilknytningen {affiliation} fra før. Velg en annen.</translation>
    </message>
    <message>
        <source>{name} has the affiliation {affiliation} now.</source>
        <translation>{name} har nå tilknytningen {affiliation}.</translation>
    </message>
    <message>
        <source>{name} has the card {card} already. Scan another card.</source>
        <translation>{name} har kortet {card} fra før. Skann et annet kort.</translation>
    </message>
    <message>
        <source>{name} has the card {card}; it is provisional until the customer number has arrived.</source>
        <translation>{name} har kortet {card}; det er midlertidig til kundenummeret har kommet.</translation>
    </message>
    <message>
        <source>{name} has the loyalty card {card} now.</source>
        <translation>{name} har nå fordelskortet {card}.</translation>
    </message>
    <message>
        <source>{name} is a day, not '{typed}'. Type it like 2026-12-24.</source>
        <translation>{name} er en dag, ikke «{typed}». Tast den som 2026-12-24.</translation>
    </message>
    <message>
        <source>{name} is a number, not '{typed}'. Type it again.</source>
        <translation>{name} er et tall, ikke «{typed}». Tast det på nytt.</translation>
    </message>
    <message>
        <source>{name} is a whole number, not '{typed}'. Type it again.</source>
        <translation>{name} er et helt tall, ikke «{typed}». Tast det på nytt.</translation>
    </message>
    <message>
        <source>{name} is at least {least}. Type it again.</source>
        <translation>{name} er minst {least}. Tast det på nytt.</translation>
    </message>
    <message>
        <source>{name} is at most {most}. Type it again.</source>
        <translation>{name} er høyst {most}. Tast det på nytt.</translation>
    </message>
    <message>
        <source>{name} is not among these lines. Tap a line instead.</source>
        <translation>{name} er ikke blant disse linjene. Trykk på en linje i stedet.</translation>
    </message>
    <message>
        <source>{name} is not shipped. Choose Ship to send it.</source>
        <translation>{name} sendes ikke. Velg Send for å sende den.</translation>
    </message>
    <message>
        <source>{name} is one of {choices}, not '{typed}'. Choose one.</source>
        <translation>{name} er en av {choices}, ikke «{typed}». Velg en.</translation>
    </message>
    <message>
        <source>{name} is picked up at {store}. Send the customer there, or edit the order.</source>
        <translation>{name} hentes i {store}. Send kunden dit, eller rediger ordren.</translation>
    </message>
    <message>
        <source>{name} is too long: at most {longest} characters. Make it shorter.</source>
        <translation>{name} er for lang: høyst {longest} tegn. Gjør teksten kortere.</translation>
    </message>
    <message>
        <source>{name} locked this register. Sign in instead.</source>
        <translation>{name} låste kassen. Logg på i stedet.</translation>
    </message>
    <message>
        <source>{name} may not be sold. Put it aside.</source>
        <translation>{name} kan ikke selges. Legg varen til side.</translation>
    </message>
    <message>
        <source>{name} may only be used until {day}. Put it aside.</source>
        <translation>{name} kan bare brukes til {day}. Legg varen til side.</translation>
    </message>
    <message>
        <source>{name} must be {wanted}.</source>
        <translation>{name} må være {wanted}.</translation>
    </message>
    <message>
        <source>{name} now has customer number {account}.</source>
        <translation>{name} har nå kundenummer {account}.</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>krever godkjenning</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Ny kunde</translation>
    </message>
    <message>
        <source>New deposit</source>
        <translation>Ny innbetaling</translation>
    </message>
    <message>
        <source>New deposit in percent</source>
        <translation>Ny innbetaling i prosent</translation>
    </message>
    <message>
        <source>Next item is a return</source>
        <translation>Neste vare er en retur</translation>
    </message>
    <message>
        <source>No cancellation charge is set up. Ask headquarters to set one up, or edit the order.</source>
        <translation>Det er ikke satt opp annulleringsgebyr. Be hovedkontoret sette det opp, eller rediger ordren.</translation>
    </message>
    <message>
        <source>No charge code for shipping is set up. Headquarters has to set one up.</source>
        <translation>Det er ikke satt opp noen gebyrkode for frakt. Hovedkontoret må sette opp en.</translation>
    </message>
    <message>
        <source>No charge code for shipping is set up. Ship without a charge, or ask headquarters.</source>
        <translation>Det er ikke satt opp noen gebyrkode for frakt. Send uten gebyr, eller spør hovedkontoret.</translation>
    </message>
    <message>
        <source>No customer with account {account} is known here. Search by name.</source>
        <translation>Ingen kunde med kundenummer {account} er kjent her. Søk på navn.</translation>
    </message>
    <message>
        <source>No customer – press F2 to search or add one</source>
        <translation>Ingen kunde – trykk F2 for å søke eller legge til</translation>
    </message>
    <message>
        <source>No customer. Search for one</source>
        <translation>Ingen kunde. Søk etter en</translation>
    </message>
    <message>
        <source>No deposit: business customer.</source>
        <translation>Ingen innbetaling: bedriftskunde.</translation>
    </message>
    <message>
        <source>No match for '{typed}'.</source>
        <translation>Ingen treff på «{typed}».</translation>
    </message>
    <message>
        <source>No match for '{typed}'. Press New customer to add one.</source>
        <translation>Ingen treff på «{typed}». Trykk Ny kunde for å legge til.</translation>
    </message>
    <message>
        <source>No order found.</source>
        <translation>Ingen ordre funnet.</translation>
    </message>
    <message>
        <source>No orders found.</source>
        <translation>Ingen ordrer funnet.</translation>
    </message>
    <message>
        <source>No payment was taken. There is none to remove.</source>
        <translation>Ingen betaling er tatt imot. Det er ingen å fjerne.</translation>
    </message>
    <message>
        <source>No shift is open. Open one with the start amount.</source>
        <translation>Ingen skift er åpne. Åpne et med startbeløpet.</translation>
    </message>
    <message>
        <source>Nobody else with this right is known here. Close, and leave it as it was.</source>
        <translation>Ingen andre med denne rettigheten er kjent her. Lukk, og la det være som det var.</translation>
    </message>
    <message>
        <source>Nobody is found. Type another name, or press New customer.</source>
        <translation>Ingen funnet. Tast et annet navn, eller trykk Ny kunde.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in first.</source>
        <translation>Ingen er logget på. Logg på først.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Not added: {code} – sign in or unlock first.</source>
        <translation>Ikke lagt til: {code} – logg på eller lås opp først.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Ikke utført</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>Ikke registrert</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ikke overført</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Merk</translation>
    </message>
    <message>
        <source>nothing can be drawn without the window's program</source>
        <translation>ingenting kan tegnes uten vinduets program</translation>
    </message>
    <message>
        <source>Nothing is due. Conclude the sale.</source>
        <translation>Ingenting gjenstår å betale. Fullfør salget.</translation>
    </message>
    <message>
        <source>Nothing is due. Scan or type an item.</source>
        <translation>Ingenting å betale. Skann eller tast en vare.</translation>
    </message>
    <message>
        <source>Nothing is found. Type another name or number.</source>
        <translation>Ingenting funnet. Tast et annet navn eller nummer.</translation>
    </message>
    <message>
        <source>Nothing is left to pay later. Take what is due and conclude.</source>
        <translation>Det er ingenting igjen å betale senere. Ta imot det som skal betales, og fullfør.</translation>
    </message>
    <message>
        <source>Nothing is left to pick up. What is still open is shipped.</source>
        <translation>Ingenting gjenstår å hente. Det som er åpent, blir sendt.</translation>
    </message>
    <message>
        <source>Nothing left to pay</source>
        <translation>Ingenting igjen å betale</translation>
    </message>
    <message>
        <source>Nothing of this order was handed out yet. Cancel or edit it instead.</source>
        <translation>Ingenting på ordren er utlevert ennå. Annuller eller rediger den i stedet.</translation>
    </message>
    <message>
        <source>Nothing on this order is to be picked up. Use Pick &amp; pack instead.</source>
        <translation>Ingenting på ordren skal hentes. Bruk Plukk og pakk i stedet.</translation>
    </message>
    <message>
        <source>Nothing paid yet</source>
        <translation>Ingenting betalt ennå</translation>
    </message>
    <message>
        <source>Now a normal sale – deposit removed.</source>
        <translation>Nå et vanlig salg – innbetalingen er fjernet.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>number follows</source>
        <translation>nummer følger</translation>
    </message>
    <message>
        <source>Number, name or phone</source>
        <translation>Nummer, navn, telefon</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>av {total}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Frakoblet</translation>
    </message>
    <message numerus="yes">
        <source>Offline · {count} waiting</source>
        <translation>
            <numerusform>Frakoblet · {count} venter</numerusform>
            <numerusform>Frakoblet · {count} venter</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline – keep selling. Orders and customers are saved here and sent later. Not available now: other stores' orders.</source>
        <translation>Frakoblet – fortsett å selge. Ordrer og kunder lagres her og overføres senere. Ikke tilgjengelig nå: andre butikkers ordrer.</translation>
    </message>
    <message>
        <source>Offline: saved here, sent later. The number follows when headquarters has answered.</source>
        <translation>Frakoblet: lagres her, overføres senere. Nummeret følger når hovedkontoret har svart.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>På konto</translation>
    </message>
    <message>
        <source>One-time</source>
        <translation>Engangsadresse</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Tilkoblet</translation>
    </message>
    <message>
        <source>Only an order is paid later. Take the payment now.</source>
        <translation>Bare en ordre betales senere. Ta imot betalingen nå.</translation>
    </message>
    <message>
        <source>Only the name is needed</source>
        <translation>Bare navnet kreves</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpen</translation>
    </message>
    <message numerus="yes">
        <source>open sale of {count} items is kept</source>
        <translation>
            <numerusform>åpent salg med {count} vare er beholdt</numerusform>
            <numerusform>åpent salg med {count} varer er beholdt</numerusform>
        </translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>Åpne skift</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>Åpne skiftet</translation>
    </message>
    <message>
        <source>Receiving products: {rows} of {total}</source>
        <translation>Henter varer: {rows} av {total}</translation>
    </message>
    <message>
        <source>Receiving prices: {rows} of {total}</source>
        <translation>Henter priser: {rows} av {total}</translation>
    </message>
    <message>
        <source>Receiving the data of this register …</source>
        <translation>Henter dataene til denne kassen …</translation>
    </message>
    <message>
        <source>This register still receives its products and prices. It sells as soon as all of them are here.</source>
        <translation>Denne kassen henter fortsatt varer og priser. Den kan selge så snart alle er her.</translation>
    </message>
    <message>
        <source>Opening the register …</source>
        <translation>Åpner kassen …</translation>
    </message>
    <message>
        <source>or</source>
        <translation>eller</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Order confirmation – deposit</source>
        <translation>Ordrebekreftelse – innbetaling</translation>
    </message>
    <message>
        <source>Number, name, phone or e-mail</source>
        <translation>Nummer, navn, tlf., e-post</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>Ordre totalt</translation>
    </message>
    <message>
        <source>Order {order} now has number {number}.</source>
        <translation>Ordre {order} har nå nummer {number}.</translation>
    </message>
    <message>
        <source>Order {total} · due now {due} · later {later}</source>
        <translation>Ordre {total} · å betale nå {due} · senere {later}</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Ordrer</translation>
    </message>
    <message>
        <source>Orders found</source>
        <translation>Ordrer funnet</translation>
    </message>
    <message>
        <source>Orders on this register. Headquarters is not reachable (since {time}).</source>
        <translation>Ordrer på denne kassen. Hovedkontoret kan ikke nås (siden {time}).</translation>
    </message>
    <message>
        <source>Orders on this register. Headquarters is not reachable.</source>
        <translation>Ordrer på denne kassen. Hovedkontoret kan ikke nås.</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisasjon</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Annet</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Vårt nummer</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Pakket</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Betalt</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>Alt betalt</translation>
    </message>
    <message>
        <source>Paid so far</source>
        <translation>Betalt så langt</translation>
    </message>
    <message>
        <source>{number} is no receipt of a plain sale. Use Return on its order.</source>
        <translation>{number} er ingen kvittering for et vanlig salg. Bruk Returner på ordren.</translation>
    </message>
    <message>
        <source>{off} discount</source>
        <translation>{off} rabatt</translation>
    </message>
    <message>
        <source>{off}, price override, list {price}</source>
        <translation>{off}, prisoverstyring, liste {price}</translation>
    </message>
    <message>
        <source>{order} has no invoice {name} that goods can come back of. Choose one of the list.</source>
        <translation>{order} har ingen faktura {name} som varer kan komme tilbake fra. Velg en fra listen.</translation>
    </message>
    <message>
        <source>{order} is cancelled, receipt {receipt}.</source>
        <translation>{order} er annullert, kvittering {receipt}.</translation>
    </message>
    <message>
        <source>{owed} is to be paid back, so nothing can be paid. Refund it.</source>
        <translation>{owed} skal betales tilbake, så ingenting kan betales inn. Refunder beløpet.</translation>
    </message>
    <message>
        <source>{paid} has been paid already. Remove the payment first.</source>
        <translation>{paid} er allerede betalt. Fjern betalingen først.</translation>
    </message>
    <message>
        <source>Partially invoiced</source>
        <translation>Delvis fakturert</translation>
    </message>
    <message>
        <source>Partially packed</source>
        <translation>Delvis pakket</translation>
    </message>
    <message>
        <source>Partially picked</source>
        <translation>Delvis plukket</translation>
    </message>
    <message>
        <source>Pay at pickup</source>
        <translation>Betal ved henting</translation>
    </message>
    <message>
        <source>Pay in full</source>
        <translation>Betal alt nå</translation>
    </message>
    <message>
        <source>Pay in full now</source>
        <translation>Betal alt nå</translation>
    </message>
    <message>
        <source>Pay the rest later</source>
        <translation>Betal resten senere</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>Payment removed. Hand back {amount}.</source>
        <translation>Betalingen er fjernet. Gi tilbake {amount}.</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Betalinger</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ventende</translation>
    </message>
    <message>
        <source>Pending sync</source>
        <translation>Venter på synk.</translation>
    </message>
    <message>
        <source>(pending sync)</source>
        <translation>(venter på synk.)</translation>
    </message>
    <message>
        <source>{percent} % deposit of {rest}.</source>
        <translation>{percent} % innbetaling av {rest}.</translation>
    </message>
    <message>
        <source>'{percent}' is not a share. Type 0 to 100.</source>
        <translation>«{percent}» er ikke en andel. Tast 0 til 100.</translation>
    </message>
    <message>
        <source>'{percent}' is not a tax rate. Type a number from 0 to 100.</source>
        <translation>«{percent}» er ikke en avgiftssats. Tast et tall fra 0 til 100.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Phone, e-mail</source>
        <translation>Telefon, e-post</translation>
    </message>
    <message>
        <source>Pick up</source>
        <translation>Hent</translation>
    </message>
    <message>
        <source>Pick up all</source>
        <translation>Hent alle</translation>
    </message>
    <message numerus="yes">
        <source>Pick up all {count} lines</source>
        <translation>
            <numerusform>Hent {count} linje</numerusform>
            <numerusform>Hent alle {count} linjer</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick up at {place} {day}</source>
        <translation>Hentes hos {place} {day}</translation>
    </message>
    <message>
        <source>Pick up here {day}</source>
        <translation>Hentes her {day}</translation>
    </message>
    <message>
        <source>Pick up selected</source>
        <translation>Hent valgte</translation>
    </message>
    <message numerus="yes">
        <source>Pick up {count} lines</source>
        <translation>
            <numerusform>Hent {count} linje</numerusform>
            <numerusform>Hent {count} linjer</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick up {day}</source>
        <translation>Hentes {day}</translation>
    </message>
    <message>
        <source>Pick up, then pay</source>
        <translation>Hent, så betal</translation>
    </message>
    <message>
        <source>Pick-up date</source>
        <translation>Hentedato</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Plukket</translation>
    </message>
    <message>
        <source>Picked up at {place} on {day}</source>
        <translation>Hentes hos {place} {day}</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Plukking</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Henting</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message numerus="yes">
        <source>PIN, {count} digits typed</source>
        <translation>
            <numerusform>PIN, {count} siffer tastet</numerusform>
            <numerusform>PIN, {count} sifre tastet</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible match: {name} {number}  –  use this one</source>
        <translation>Mulig treff: {name} {number}  –  bruk denne</translation>
    </message>
    <message>
        <source>Tax group</source>
        <translation>Avgiftsgruppe</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postnummer</translation>
    </message>
    <message>
        <source>Postcode, city</source>
        <translation>Post­nummer, sted</translation>
    </message>
    <message>
        <source>Press Enter once more to void the sale.</source>
        <translation>Trykk Enter én gang til for å annullere salget.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>price is typed</source>
        <translation>pris tastes</translation>
    </message>
    <message>
        <source>Prices {hours} h old</source>
        <translation>Priser {hours} t gamle</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Skriv ut kvittering</translation>
    </message>
    <message>
        <source>Product search</source>
        <translation>Varesøk</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Formål</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Ant.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Antall</translation>
    </message>
    <message>
        <source>quantity {quantity}</source>
        <translation>antall {quantity}</translation>
    </message>
    <message>
        <source>{promotion} is not used: it ended on {day}.</source>
        <translation>{promotion} brukes ikke: den sluttet {day}.</translation>
    </message>
    <message>
        <source>{promotion} is not used: it starts on {day}.</source>
        <translation>{promotion} brukes ikke: den begynner {day}.</translation>
    </message>
    <message>
        <source>{promotion} is not used: the customer pays less without it.</source>
        <translation>{promotion} brukes ikke: kunden betaler mindre uten den.</translation>
    </message>
    <message>
        <source>{promotion} is not used: the price is locked.</source>
        <translation>{promotion} brukes ikke: prisen er låst.</translation>
    </message>
    <message>
        <source>{promotion} is not used: the price was stated.</source>
        <translation>{promotion} brukes ikke: prisen er oppgitt.</translation>
    </message>
    <message>
        <source>{promotion} makes it {price}.</source>
        <translation>{promotion} gjør den til {price}.</translation>
    </message>
    <message>
        <source>{promotion} takes {amount} off.</source>
        <translation>{promotion} trekker fra {amount}.</translation>
    </message>
    <message>
        <source>{promotion}: instead of {price}</source>
        <translation>{promotion}: i stedet for {price}</translation>
    </message>
    <message>
        <source>{quantity} handed out</source>
        <translation>{quantity} utlevert</translation>
    </message>
    <message>
        <source>{quantity} returned</source>
        <translation>{quantity} returnert</translation>
    </message>
    <message>
        <source>{quantity} × {name} comes back   {amount}</source>
        <translation>{quantity} × {name} kommer tilbake   {amount}</translation>
    </message>
    <message>
        <source>{question} Type it, then Enter.</source>
        <translation>{question} Tast det inn, så Enter.</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Quote expired</source>
        <translation>Tilbud utløpt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Årsak</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kvittering</translation>
    </message>
    <message>
        <source>Receipt not printed: {why}. Sale is saved. Print again.</source>
        <translation>Kvitteringen ble ikke skrevet ut: {why}. Salget er lagret. Skriv ut på nytt.</translation>
    </message>
    <message>
        <source>Receipt {number} printed.</source>
        <translation>Kvittering {number} er skrevet ut.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Regular customer</source>
        <translation>Fast kunde</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Avvist</translation>
    </message>
    <message>
        <source>Remove customer</source>
        <translation>Fjern kunde</translation>
    </message>
    <message>
        <source>Remove payment</source>
        <translation>Fjern betaling</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Meld fra</translation>
    </message>
    <message>
        <source>Report code</source>
        <translation>Meld fra om kode</translation>
    </message>
    <message numerus="yes">
        <source>Restored your open sale ({count} items).</source>
        <translation>
            <numerusform>Gjenopprettet det åpne salget ({count} vare).</numerusform>
            <numerusform>Gjenopprettet det åpne salget ({count} varer).</numerusform>
        </translation>
    </message>
    <message>
        <source>{rest} is not paid for shipped goods. Choose Pay in full, or give a card.</source>
        <translation>{rest} er ikke betalt for varer som sendes. Velg Betal alt nå, eller oppgi et kort.</translation>
    </message>
    <message>
        <source>'{rest}' in this code begins with no application identifier of GS1. Scan again or type the item.</source>
        <translation>«{rest}» i koden begynner ikke med noen GS1-identifikator. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Returner</translation>
    </message>
    <message>
        <source>Rounding {amount}</source>
        <translation>Avrunding {amount}</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Salg</translation>
    </message>
    <message>
        <source>Sale voided.</source>
        <translation>Salget er annullert.</translation>
    </message>
    <message>
        <source>Sales receipt</source>
        <translation>Salgskvittering</translation>
    </message>
    <message>
        <source>Save and add</source>
        <translation>Lagre og legg til</translation>
    </message>
    <message>
        <source>Saved here and sent later. The customer number follows.</source>
        <translation>Lagres her og overføres senere. Kundenummeret følger.</translation>
    </message>
    <message>
        <source>Say how the other {rest} will be paid: at pickup, or Pay in full now.</source>
        <translation>Si hvordan de andre {rest} blir betalt: ved henting, eller Betal alt nå.</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>Skann eller tast</translation>
    </message>
    <message>
        <source>Scan or type an item</source>
        <translation>Skann eller tast en vare</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søk</translation>
    </message>
    <message>
        <source>Search for an order</source>
        <translation>Søk etter en ordre</translation>
    </message>
    <message>
        <source>Search HQ too</source>
        <translation>Søk hos HK også</translation>
    </message>
    <message>
        <source>Search: {title}</source>
        <translation>Søk: {title}</translation>
    </message>
    <message>
        <source>Select lines</source>
        <translation>Velg linjer</translation>
    </message>
    <message>
        <source>Sending and receiving now.</source>
        <translation>Sender og mottar nå.</translation>
    </message>
    <message numerus="yes">
        <source>Sending {count}</source>
        <translation>
            <numerusform>Sender {count}</numerusform>
            <numerusform>Sender {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Betjent av</translation>
    </message>
    <message>
        <source>Several lines are selected. Select the one to change.</source>
        <translation>Flere linjer er valgt. Velg den som skal endres.</translation>
    </message>
    <message>
        <source>Shift opened with {amount}.</source>
        <translation>Skiftet er åpnet med {amount}.</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Ship all</source>
        <translation>Send alle</translation>
    </message>
    <message numerus="yes">
        <source>Ship all {count} lines</source>
        <translation>
            <numerusform>Send {count} linje</numerusform>
            <numerusform>Send alle {count} linjer</numerusform>
        </translation>
    </message>
    <message>
        <source>Ship date</source>
        <translation>Sendedato</translation>
    </message>
    <message>
        <source>Ship from</source>
        <translation>Send fra</translation>
    </message>
    <message>
        <source>Ship selected</source>
        <translation>Send valgte</translation>
    </message>
    <message numerus="yes">
        <source>Ship {count} lines</source>
        <translation>
            <numerusform>Send {count} linje</numerusform>
            <numerusform>Send {count} linjer</numerusform>
        </translation>
    </message>
    <message>
        <source>Ship {day}</source>
        <translation>Sendes {day}</translation>
    </message>
    <message>
        <source>Ship {day} – {place}</source>
        <translation>Sendes {day} – {place}</translation>
    </message>
    <message>
        <source>Ship, then pay</source>
        <translation>Send, så betal</translation>
    </message>
    <message>
        <source>Shipped ({mode}) on {day} to {place}</source>
        <translation>Sendes ({mode}) {day} til {place}</translation>
    </message>
    <message>
        <source>Shipped goods are not paid at pickup. Choose Pay in full, or a card for the rest.</source>
        <translation>Varer som sendes, betales ikke ved henting. Velg Betal alt nå, eller kort for resten.</translation>
    </message>
    <message>
        <source>Shipped goods cannot be paid at pickup. Choose a card for the rest, or Pay in full.</source>
        <translation>Varer som sendes, kan ikke betales ved henting. Velg kort for resten, eller Betal alt nå.</translation>
    </message>
    <message>
        <source>Show order</source>
        <translation>Vis ordre</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Logg på</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Logg på først.</translation>
    </message>
    <message>
        <source>{name} does not work here any more, headquarters says, and was signed off. The open sale stays: somebody else signs in.</source>
        <translation>{name} jobber ikke her lenger, sier hovedkontoret, og ble logget av. Det åpne salget blir stående: noen andre logger på.</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Logg av</translation>
    </message>
    <message>
        <source>Signed in: {user}. Lock or sign off</source>
        <translation>Logget på: {user}. Lås eller logg av</translation>
    </message>
    <message>
        <source>Signed off.</source>
        <translation>Logget av.</translation>
    </message>
    <message>
        <source>Slow – working locally</source>
        <translation>Tregt – jobber lokalt</translation>
    </message>
    <message>
        <source>Something was handed out, and this store changes no such order. Use Return, or ask headquarters.</source>
        <translation>Noe er utlevert, og butikken endrer ikke slike ordrer. Bruk Returner, eller spør hovedkontoret.</translation>
    </message>
    <message>
        <source>Something was handed out, so it is not cancelled as a whole. Edit it and void its open lines.</source>
        <translation>Noe er utlevert, så ordren kan ikke annulleres i sin helhet. Rediger den og annuller de åpne linjene.</translation>
    </message>
    <message>
        <source>Something went wrong. The sale is kept. Go on; if it happens again, restart the register.</source>
        <translation>Noe gikk galt. Salget er beholdt. Fortsett; skjer det igjen, start kassen på nytt.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Ansatte</translation>
    </message>
    <message>
        <source>Start amount</source>
        <translation>Startbeløp</translation>
    </message>
    <message>
        <source>Storage low</source>
        <translation>Lite lagring</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Butikk</translation>
    </message>
    <message>
        <source>{register} was never enrolled as epoch {epoch}</source>
        <translation>{register} var aldri innmeldt som epoke {epoch}</translation>
    </message>
    <message>
        <source>{rest} is not paid for these goods, and the card given pays {most}. Take a payment first.</source>
        <translation>{rest} er ikke betalt for disse varene, og kortet som er gitt, betaler {most}. Ta en betaling først.</translation>
    </message>
    <message>
        <source>{store} (this store)</source>
        <translation>{store} (denne butikken)</translation>
    </message>
    <message>
        <source>{store} handles this line. Choose a line of this store.</source>
        <translation>{store} tar seg av denne linjen. Velg en linje for denne butikken.</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Gate og nummer</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synkroniser nå</translation>
    </message>
    <message>
        <source>Sync: {text}</source>
        <translation>Synk: {text}</translation>
    </message>
    <message>
        <source>Tap at least one line first.</source>
        <translation>Trykk på minst én linje først.</translation>
    </message>
    <message>
        <source>Tap the lines, then Continue.</source>
        <translation>Trykk på linjene, så Fortsett.</translation>
    </message>
    <message>
        <source>Tap the name of the person who approves.</source>
        <translation>Trykk på navnet til den som godkjenner.</translation>
    </message>
    <message>
        <source>Tap to remove</source>
        <translation>Trykk for å fjerne</translation>
    </message>
    <message>
        <source>Tap your name first, then type your PIN.</source>
        <translation>Trykk på navnet ditt først, så tast PIN.</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Mva.</translation>
    </message>
    <message>
        <source>Tax {percent} % of {base}</source>
        <translation>Mva. {percent} % av {base}</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>That did not work, and nothing was changed. Try again; if it happens again, restart the register.</source>
        <translation>Det gikk ikke, og ingenting ble endret. Prøv igjen; skjer det igjen, start kassen på nytt.</translation>
    </message>
    <message>
        <source>That is not a code. Scan again or type it.</source>
        <translation>Det er ikke en kode. Skann på nytt, eller tast den inn.</translation>
    </message>
    <message>
        <source>The agent is not run by this register. Start it by its own command.</source>
        <translation>Agenten kjøres ikke av denne kassen. Start den med sin egen kommando.</translation>
    </message>
    <message>
        <source>The call centre completes this order. Ask the call centre to change it.</source>
        <translation>Kundesenteret fullfører denne ordren. Be kundesenteret endre den.</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>The customer has no address {address}. Choose one of the list.</source>
        <translation>Kunden har ingen adresse {address}. Velg fra listen.</translation>
    </message>
    <message>
        <source>The data is in use by another program. Nothing was changed; try again.</source>
        <translation>Dataene er i bruk av et annet program. Ingenting ble endret; prøv igjen.</translation>
    </message>
    <message>
        <source>The date of {name} has passed. Choose its delivery again.</source>
        <translation>Datoen for {name} er passert. Velg levering på nytt.</translation>
    </message>
    <message>
        <source>The disk does not answer. Start this register again and look at the last sale.</source>
        <translation>Disken svarer ikke. Start kassen på nytt og se på siste salg.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it before the next sale; nothing is lost.</source>
        <translation>Disken er full. Lag plass før neste salg; ingenting er tapt.</translation>
    </message>
    <message>
        <source>the fields of an address</source>
        <translation>feltene i en adresse</translation>
    </message>
    <message>
        <source>the folder {folder} cannot be written</source>
        <translation>mappen {folder} kan ikke skrives til</translation>
    </message>
    <message>
        <source>The goods carried out cost {least}; the deposit cannot be less. Type {least} or more.</source>
        <translation>Varene som tas med nå, koster {least}; innbetalingen kan ikke være lavere. Tast {least} eller mer.</translation>
    </message>
    <message>
        <source>The layout cannot be read. The built-in one is shown; tell headquarters.</source>
        <translation>Oppsettet kan ikke leses. Det innebygde vises; si fra til hovedkontoret.</translation>
    </message>
    <message>
        <source>The layout {name} is broken: {faults}.</source>
        <translation>Oppsettet {name} har feil: {faults}.</translation>
    </message>
    <message>
        <source>The open sale is kept.</source>
        <translation>Det åpne salget er beholdt.</translation>
    </message>
    <message>
        <source>The order comes to {most} now, less than the deposit. State the deposit again.</source>
        <translation>Ordren er nå på {most}, mindre enn innbetalingen. Oppgi innbetalingen på nytt.</translation>
    </message>
    <message>
        <source>The order comes to {most}; the deposit cannot be more. Type {most} or less.</source>
        <translation>Ordren er på {most}; innbetalingen kan ikke være høyere. Tast {most} eller mindre.</translation>
    </message>
    <message>
        <source>The order has a shipping charge. A charge is on the order or on lines, never both.</source>
        <translation>Ordren har fraktgebyr. Et gebyr står på ordren eller på linjene, aldri begge.</translation>
    </message>
    <message>
        <source>The other {rest} is paid at pickup</source>
        <translation>De andre {rest} betales ved henting</translation>
    </message>
    <message>
        <source>The other {rest} will be paid</source>
        <translation>De andre {rest} betales</translation>
    </message>
    <message>
        <source>The price {amount} in {code} has more decimals than {currency}. Type the item.</source>
        <translation>Prisen {amount} i {code} har flere desimaler enn {currency}. Tast varen.</translation>
    </message>
    <message>
        <source>The products are being fetched anew. Try again in a moment.</source>
        <translation>Varene hentes på nytt. Prøv igjen om et øyeblikk.</translation>
    </message>
    <message>
        <source>The register cannot be opened. Try again; if it happens again, call for help.</source>
        <translation>Kassen kan ikke åpnes. Prøv igjen; skjer det igjen, ring etter hjelp.</translation>
    </message>
    <message>
        <source>The register in {folder} is not enrolled. Enrol it with a code from headquarters.</source>
        <translation>Kassen i {folder} er ikke registrert. Registrer den med en kode fra hovedkontoret.</translation>
    </message>
    <message>
        <source>The register is locked. Unlock it with your PIN.</source>
        <translation>Kassen er låst. Lås den opp med PIN-en din.</translation>
    </message>
    <message>
        <source>The register is not locked. Go on selling.</source>
        <translation>Kassen er ikke låst. Selg videre.</translation>
    </message>
    <message>
        <source>The register's data is still being fetched. Try again in a moment.</source>
        <translation>Kassens data hentes fortsatt. Prøv igjen om et øyeblikk.</translation>
    </message>
    <message>
        <source>The rest is paid at pickup.</source>
        <translation>Resten betales ved henting.</translation>
    </message>
    <message>
        <source>The SQLite library {found} may damage the data; at least {needed} is needed. Install Kassa again.</source>
        <translation>SQLite-biblioteket {found} kan skade dataene; det trengs minst {needed}. Installer Kassa på nytt.</translation>
    </message>
    <message>
        <source>The whole order is paid now.</source>
        <translation>Hele ordren betales nå.</translation>
    </message>
    <message>
        <source>The whole {total} is paid now.</source>
        <translation>Hele {total} betales nå.</translation>
    </message>
    <message>
        <source>There is no customer type {type}. Choose person or organisation.</source>
        <translation>Kundetypen {type} finnes ikke. Velg person eller organisasjon.</translation>
    </message>
    <message>
        <source>There is no customer. Search for one or add a new one.</source>
        <translation>Det er ingen kunde. Søk etter en, eller legg til en ny.</translation>
    </message>
    <message>
        <source>There is no delivery mode {mode}. Choose one of: {modes}.</source>
        <translation>Leveringsmåten {mode} finnes ikke. Velg en av: {modes}.</translation>
    </message>
    <message>
        <source>There is no item {number}. Search for it by name.</source>
        <translation>Varen {number} finnes ikke. Søk på navn.</translation>
    </message>
    <message>
        <source>There is no line to deliver. Add products first.</source>
        <translation>Det er ingen linje å levere. Legg til varer først.</translation>
    </message>
    <message>
        <source>There is no line to void. Scan or type an item first.</source>
        <translation>Det er ingen linje å annullere. Skann eller tast en vare først.</translation>
    </message>
    <message>
        <source>There is no line {number} in this sale. Select a line first.</source>
        <translation>Det er ingen linje {number} i dette salget. Velg en linje først.</translation>
    </message>
    <message>
        <source>There is no open sale. Scan or type an item.</source>
        <translation>Det er ikke noe åpent salg. Skann eller tast en vare.</translation>
    </message>
    <message>
        <source>There is no parameter {name} here. Leave it out.</source>
        <translation>Det er ingen parameter {name} her. Utelat den.</translation>
    </message>
    <message>
        <source>There is no payment {number}. Choose one of the list.</source>
        <translation>Det er ingen betaling {number}. Velg fra listen.</translation>
    </message>
    <message>
        <source>There is no receipt yet. Conclude a sale first.</source>
        <translation>Det er ingen kvittering ennå. Fullfør et salg først.</translation>
    </message>
    <message>
        <source>There is no sale to void. Scan or type an item first.</source>
        <translation>Det er ikke noe salg å annullere. Skann eller tast en vare først.</translation>
    </message>
    <message>
        <source>There is nothing in the sale. Scan or type an item.</source>
        <translation>Det er ingenting i salget. Skann eller tast en vare.</translation>
    </message>
    <message>
        <source>There is nothing to conclude. Scan or type an item.</source>
        <translation>Det er ingenting å fullføre. Skann eller tast en vare.</translation>
    </message>
    <message>
        <source>There is nothing to deliver. Scan or type an item first.</source>
        <translation>Det er ingenting å levere. Skann eller tast en vare først.</translation>
    </message>
    <message>
        <source>There is nothing to pay. Scan or type an item first.</source>
        <translation>Det er ingenting å betale. Skann eller tast en vare først.</translation>
    </message>
    <message>
        <source>These goods are picked up at {stores}. Send the customer there, or edit the order.</source>
        <translation>Varene hentes hos {stores}. Send kunden dit, eller rediger ordren.</translation>
    </message>
    <message>
        <source>These goods are picked up. Use Pick up when the customer is here.</source>
        <translation>Varene hentes. Bruk Hent når kunden er her.</translation>
    </message>
    <message>
        <source>These goods were carried out when the order was made. Use Return if they come back.</source>
        <translation>Disse varene ble tatt med da ordren ble laget. Bruk Returner hvis de kommer tilbake.</translation>
    </message>
    <message>
        <source>This code is empty. Scan again or type the item.</source>
        <translation>Koden er tom. Skann på nytt, eller tast varen.</translation>
    </message>
    <message>
        <source>This comes to more than {limit}. Void a line and sell it apart.</source>
        <translation>Dette blir mer enn {limit}. Annuller en linje og selg den for seg.</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>Denne kunden</translation>
    </message>
    <message>
        <source>This customer can be edited when the customer number has arrived. Press Sync now.</source>
        <translation>Kunden kan redigeres når kundenummeret har kommet. Trykk Synkroniser nå.</translation>
    </message>
    <message>
        <source>This customer has no address. Add one to ship the goods.</source>
        <translation>Kunden har ingen adresse. Legg til en for å sende varene.</translation>
    </message>
    <message>
        <source>This customer is not known here. Search again.</source>
        <translation>Kunden er ikke kjent her. Søk på nytt.</translation>
    </message>
    <message>
        <source>This is a plain sale. Ship or pick up goods to make it an order.</source>
        <translation>Dette er et vanlig salg. Velg sending eller henting for å gjøre det til en ordre.</translation>
    </message>
    <message>
        <source>This is a quote. Convert it to an order first.</source>
        <translation>Dette er et tilbud. Gjør det til en ordre først.</translation>
    </message>
    <message>
        <source>This is an order already. Edit it instead.</source>
        <translation>Dette er allerede en ordre. Rediger den i stedet.</translation>
    </message>
    <message>
        <source>This is not an order. Nothing was paid.</source>
        <translation>Dette er ikke en ordre. Ingenting er betalt.</translation>
    </message>
    <message>
        <source>This line is accepted already. Pick it next.</source>
        <translation>Linjen er allerede godkjent. Plukk den nå.</translation>
    </message>
    <message>
        <source>This line was rejected. Headquarters gives it to another store.</source>
        <translation>Linjen ble avvist. Hovedkontoret gir den til en annen butikk.</translation>
    </message>
    <message>
        <source>This line was removed from the order. Choose another line.</source>
        <translation>Linjen er fjernet fra ordren. Velg en annen linje.</translation>
    </message>
    <message>
        <source>This order is being cancelled. Make a new one instead.</source>
        <translation>Ordren er i ferd med å bli annullert. Lag en ny i stedet.</translation>
    </message>
    <message>
        <source>This order is not concluded yet. Conclude it first.</source>
        <translation>Ordren er ikke fullført ennå. Fullfør den først.</translation>
    </message>
    <message>
        <source>This order is not known here. Search again.</source>
        <translation>Ordren er ikke kjent her. Søk på nytt.</translation>
    </message>
    <message>
        <source>This order is not sent yet. Press Sync now; try again when its number is here.</source>
        <translation>Ordren er ikke overført ennå. Trykk Synkroniser nå, og prøv igjen når nummeret er her.</translation>
    </message>
    <message>
        <source>This order waits at the register that made it. Press Sync now there, or use that register.</source>
        <translation>Ordren venter på kassen der den ble laget. Trykk Synkroniser nå der, eller bruk den kassen.</translation>
    </message>
    <message>
        <source>This order was cancelled. Make a new one instead.</source>
        <translation>Ordren er annullert. Lag en ny i stedet.</translation>
    </message>
    <message>
        <source>This order was keyed at headquarters. Show the customer the new prices before concluding.</source>
        <translation>Ordren ble lagt inn på hovedkontoret. Vis kunden de nye prisene før du fullfører.</translation>
    </message>
    <message>
        <source>This order was made at another register. Print it there.</source>
        <translation>Ordren ble laget på en annen kasse. Skriv den ut der.</translation>
    </message>
    <message>
        <source>This order was sent and waits for its number. Press Sync now; cancel it when the number is here.</source>
        <translation>Ordren er overført og venter på nummeret sitt. Trykk Synkroniser nå, og annuller den når nummeret er her.</translation>
    </message>
    <message>
        <source>This order was sent and waits for its number. Press Sync now; try again when the number is here.</source>
        <translation>Ordren er overført og venter på nummeret sitt. Trykk Synkroniser nå, og prøv igjen når nummeret er her.</translation>
    </message>
    <message>
        <source>This person cannot approve it. Ask somebody else.</source>
        <translation>Denne personen kan ikke godkjenne det. Spør en annen.</translation>
    </message>
    <message>
        <source>This quote expired on {expires}. Today's prices will hold.</source>
        <translation>Tilbudet utløp {expires}. Dagens priser gjelder.</translation>
    </message>
    <message>
        <source>This register cannot do that yet. Tell headquarters that the button is here.</source>
        <translation>Denne kassen kan ikke det ennå. Si fra til hovedkontoret at knappen er her.</translation>
    </message>
    <message>
        <source>This register has no operation {id}. Ask for another button.</source>
        <translation>Kassen har ingen operasjon {id}. Be om en annen knapp.</translation>
    </message>
    <message>
        <source>This register has not made that sale. Print it where it was made.</source>
        <translation>Salget ble ikke gjort på denne kassen. Skriv det ut der det ble gjort.</translation>
    </message>
    <message>
        <source>This store has no delivery mode. Have the goods picked up instead.</source>
        <translation>Butikken har ingen leveringsmåte. La varene hentes i stedet.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Å betale</translation>
    </message>
    <message>
        <source>To pay {due}</source>
        <translation>Å betale {due}</translation>
    </message>
    <message>
        <source>To pick up</source>
        <translation>Skal hentes</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>Skal sendes</translation>
    </message>
    <message>
        <source>there is an order, but nothing to ship or to pick up</source>
        <translation>det er en ordre, men ingenting å sende eller hente</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>i dag {time}</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {seconds} s.</source>
        <translation>For mange feil PIN. Prøv igjen om {seconds} s.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totalt</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaksjon</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>sant eller usant</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Type a day</source>
        <translation>Tast en dag</translation>
    </message>
    <message>
        <source>Type at least two characters.</source>
        <translation>Tast minst to tegn.</translation>
    </message>
    <message>
        <source>Type the new deposit, as an amount or in percent.</source>
        <translation>Tast den nye innbetalingen, som beløp eller i prosent.</translation>
    </message>
    <message>
        <source>Type the PIN of the person who approves.</source>
        <translation>Tast PIN-en til den som godkjenner.</translation>
    </message>
    <message>
        <source>Type the price of {name}.</source>
        <translation>Tast prisen på {name}.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Tast PIN-en din.</translation>
    </message>
    <message>
        <source>Typed {typed} kept – press × to use it as quantity.</source>
        <translation>Tastet {typed} er beholdt – trykk × for å bruke det som antall.</translation>
    </message>
    <message>
        <source>'{typed}' has more than three decimals</source>
        <translation>«{typed}» har mer enn tre desimaler</translation>
    </message>
    <message>
        <source>'{typed}' has too many decimals: {currency} has {digits}</source>
        <translation>«{typed}» har for mange desimaler: {currency} har {digits}</translation>
    </message>
    <message>
        <source>'{typed}' is not a quantity</source>
        <translation>«{typed}» er ikke et antall</translation>
    </message>
    <message>
        <source>'{typed}' is not an amount</source>
        <translation>«{typed}» er ikke et beløp</translation>
    </message>
    <message>
        <source>'{typed}' is over the limit of {limit}</source>
        <translation>«{typed}» er over grensen på {limit}</translation>
    </message>
    <message>
        <source>Unknown code {code}. Search for the item by name.</source>
        <translation>Ukjent kode {code}. Søk etter varen på navn.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås opp</translation>
    </message>
    <message>
        <source>Use address</source>
        <translation>Bruk adresse</translation>
    </message>
    <message>
        <source>Use customer</source>
        <translation>Bruk kunde</translation>
    </message>
    <message>
        <source>Use {day}</source>
        <translation>Bruk {day}</translation>
    </message>
    <message>
        <source>User or PIN is not right. Try again.</source>
        <translation>Bruker eller PIN er feil. Prøv igjen.</translation>
    </message>
    <message>
        <source>{tender} back</source>
        <translation>{tender} tilbake</translation>
    </message>
    <message>
        <source>{total} less {used} of the deposit.</source>
        <translation>{total} minus {used} av innbetalingen.</translation>
    </message>
    <message>
        <source>{total} less {used} of the deposit; {left} of it is left. F10 changes it.</source>
        <translation>{total} minus {used} av innbetalingen; {left} er igjen. F10 endrer det.</translation>
    </message>
    <message>
        <source>{total}; no deposit is used.</source>
        <translation>{total}; ingen innbetaling brukes.</translation>
    </message>
    <message>
        <source>{used} of {ceiling} used without approval</source>
        <translation>{used} av {ceiling} brukt uten godkjenning</translation>
    </message>
    <message>
        <source>{user} cannot approve an own request. Ask someone else.</source>
        <translation>{user} kan ikke godkjenne sin egen forespørsel. Spør en annen.</translation>
    </message>
    <message>
        <source>{user} may not approve this. Ask a manager.</source>
        <translation>{user} kan ikke godkjenne dette. Spør en leder.</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gyldig til</translation>
    </message>
    <message>
        <source>Void line</source>
        <translation>Annuller linje</translation>
    </message>
    <message>
        <source>Void sale</source>
        <translation>Annuller salg</translation>
    </message>
    <message>
        <source>Void sale. Hold the button, or press Enter twice</source>
        <translation>Annuller salg. Hold knappen, eller trykk Enter to ganger</translation>
    </message>
    <message numerus="yes">
        <source>Voided {count} lines.</source>
        <translation>
            <numerusform>{count} linje annullert.</numerusform>
            <numerusform>{count} linjer annullert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Voided {name}.</source>
        <translation>{name} annullert.</translation>
    </message>
    <message>
        <source>waits for headquarters</source>
        <translation>venter på hovedkontoret</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advarsel</translation>
    </message>
    <message>
        <source>Welcome back, {name}.</source>
        <translation>Velkommen tilbake, {name}.</translation>
    </message>
    <message>
        <source>Welcome, {name}.</source>
        <translation>Velkommen, {name}.</translation>
    </message>
    <message>
        <source>What does {name} cost?</source>
        <translation>Hva koster {name}?</translation>
    </message>
    <message>
        <source>What is the customer's name?</source>
        <translation>Hva heter kunden?</translation>
    </message>
    <message>
        <source>{what} for {name}</source>
        <translation>{what} for {name}</translation>
    </message>
    <message>
        <source>{what} is open already with the data in {folder}. Use the one that is open, or close it first.</source>
        <translation>{what} er allerede åpen med dataene i {folder}. Bruk den som er åpen, eller lukk den først.</translation>
    </message>
    <message>
        <source>Which code is unknown?</source>
        <translation>Hvilken kode er ukjent?</translation>
    </message>
    <message>
        <source>Which customer?</source>
        <translation>Hvilken kunde?</translation>
    </message>
    <message>
        <source>Which deposit?</source>
        <translation>Hvilken innbetaling?</translation>
    </message>
    <message>
        <source>Which language?</source>
        <translation>Hvilket språk?</translation>
    </message>
    <message>
        <source>Which lines?</source>
        <translation>Hvilke linjer?</translation>
    </message>
    <message>
        <source>Which order?</source>
        <translation>Hvilken ordre?</translation>
    </message>
    <message>
        <source>Which payment?</source>
        <translation>Hvilken betaling?</translation>
    </message>
    <message>
        <source>Who approves?</source>
        <translation>Hvem godkjenner?</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Hvem er du?</translation>
    </message>
    <message>
        <source>Why another deposit?</source>
        <translation>Hvorfor en annen innbetaling?</translation>
    </message>
    <message>
        <source>{who} had this register work offline. Work online again first.</source>
        <translation>{who} satte denne kassen til å jobbe frakoblet. Koble til igjen først.</translation>
    </message>
    <message>
        <source>{who} has this register work offline already. Tap the sync sign to work online again.</source>
        <translation>{who} lar denne kassen jobbe frakoblet allerede. Trykk på synk-merket for å jobbe tilkoblet igjen.</translation>
    </message>
    <message>
        <source>{why} Choose Pay in full.</source>
        <translation>{why} Velg Betal alt nå.</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>Feil vare</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nei</translation>
    </message>
    <message>
        <source>{file}: {key} is {value}; it can be {choices}</source>
        <translation>{file}: {key} er {value}; det kan være {choices}</translation>
    </message>
    <message>
        <source>{file}: [{table}] does not know {key}</source>
        <translation>{file}: [{table}] kjenner ikke {key}</translation>
    </message>
    <message>
        <source>Not added: {code} – payment is running.</source>
        <translation>Ikke lagt til: {code} – betaling pågår.</translation>
    </message>
    <message>
        <source>Not added: {code} – open the shift first.</source>
        <translation>Ikke lagt til: {code} – åpne skiftet først.</translation>
    </message>
    <message>
        <source>Not added: {code} – answer first: {question}</source>
        <translation>Ikke lagt til: {code} – svar først: {question}</translation>
    </message>
    <message>
        <source>Order {code} scanned – finish or close this sheet first.</source>
        <translation>Ordre {code} skannet – fullfør eller lukk dette arket først.</translation>
    </message>
    <message>
        <source>Now type the PIN.</source>
        <translation>Tast PIN-koden nå.</translation>
    </message>
    <message>
        <source>Not added: {code} – finish or close the approval first.</source>
        <translation>Ikke lagt til: {code} – fullfør eller lukk godkjenningen først.</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Visning</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>What you choose is used at once.</source>
        <translation>Det du velger, tas i bruk med en gang.</translation>
    </message>
    <message>
        <source>The large scheme has text sizes of its own.</source>
        <translation>Det store oppsettet har egne tekststørrelser.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lys</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørk</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Large buttons</source>
        <translation>Store knapper</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Venstre</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Høyre</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farger</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Oppsett</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekst­størrelse</translation>
    </message>
    <message>
        <source>This screen has {width} × {height} points. The register needs at least {least_width} × {least_height}. Choose a higher resolution, or make the window larger. The sale is kept.</source>
        <translation>Denne skjermen har {width} × {height} punkter. Kassen trenger minst {least_width} × {least_height}. Velg høyere oppløsning, eller gjør vinduet større. Salget er tatt vare på.</translation>
    </message>
    <message numerus="yes">
        <source>in {count} parts; press again for the next</source>
        <translation>
            <numerusform>i {count} del; trykk igjen for den neste</numerusform>
            <numerusform>i {count} deler; trykk igjen for den neste</numerusform>
        </translation>
    </message>
    <message>
        <source>Keyed at headquarters. Today's prices change its total: {before} → {after}. Edit it?</source>
        <translation>Registrert ved hovedkontoret. Dagens priser endrer totalen: {before} → {after}. Endre den?</translation>
    </message>
    <message>
        <source>New address of the customer</source>
        <translation>Ny adresse for kunden</translation>
    </message>
    <message>
        <source>No delivery mode takes all of these lines. Choose the lines of one mode, then Ship.</source>
        <translation>Ingen leveringsmåte tar alle disse linjene. Velg linjene til én måte, og så Send.</translation>
    </message>
    <message>
        <source>No delivery mode takes all of these lines. Choose the lines of one mode.</source>
        <translation>Ingen leveringsmåte tar alle disse linjene. Velg linjene til én måte.</translation>
    </message>
    <message>
        <source>No delivery mode takes all of these lines. Ship {parts}?</source>
        <translation>Ingen leveringsmåte tar alle disse linjene. Sende {parts}?</translation>
    </message>
    <message>
        <source>No delivery mode takes {name} to {address}. Choose another address, or Pick up.</source>
        <translation>Ingen leveringsmåte tar {name} til {address}. Velg en annen adresse, eller Hent.</translation>
    </message>
    <message>
        <source>No place ships goods here. Have them picked up, or ask headquarters for one that ships.</source>
        <translation>Ingen steder sender varer herfra. La dem hentes, eller be hovedkontoret om et sted som sender.</translation>
    </message>
    <message>
        <source>No stock figure from this place.</source>
        <translation>Ikke noe lagertall fra dette stedet.</translation>
    </message>
    <message>
        <source>No store hands goods out here. Ship them, or ask headquarters for a fulfilment group.</source>
        <translation>Ingen butikk leverer ut varer her. Send dem, eller be hovedkontoret om en leveringsgruppe.</translation>
    </message>
    <message>
        <source>One-time address</source>
        <translation>Engangsadresse</translation>
    </message>
    <message>
        <source>Split: {parts}</source>
        <translation>Delt: {parts}</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>The order stays as it was. Ask headquarters to change it at its own prices.</source>
        <translation>Ordren blir som den var. Be hovedkontoret endre den til egne priser.</translation>
    </message>
    <message>
        <source>price {price} is said to be a deal, but the list has {listed} and no promotion is named</source>
        <translation>prisen {price} skal være et tilbud, men listen har {listed}, og ingen kampanje er nevnt</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>tilbud</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>avrundingen</translation>
    </message>
    <message>
        <source>tender {number}: rounding is {rounding}, but the smallest coin {coin}</source>
        <translation>betaling {number}: avrundingen er {rounding}, men den minste mynten {coin}</translation>
    </message>
    <message>
        <source>the discount on the whole</source>
        <translation>rabatten på det hele</translation>
    </message>
    <message>
        <source>the order is new, but has a revision {revision} and amounts {amounts} from before</source>
        <translation>ordren er ny, men har revisjon {revision} og beløpene {amounts} fra før</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>transaksjon</translation>
    </message>
    <message>
        <source>type is {type}, but it makes a {made}</source>
        <translation>typen er {type}, men det blir {made}</translation>
    </message>
    <message>
        <source>{code} {percent} % of {base}</source>
        <translation>{code} {percent} % av {base}</translation>
    </message>
    <message>
        <source>{covered} of {lines} lines in stock, as of {day} {time}.</source>
        <translation>{covered} av {lines} linjer på lager, per {day} {time}.</translation>
    </message>
    <message>
        <source>{mode} does not take {name} there. Choose one of: {modes}.</source>
        <translation>{mode} tar ikke {name} dit. Velg en av: {modes}.</translation>
    </message>
    <message>
        <source>{name} is billed over time and cannot be on an order. Sell it by itself.</source>
        <translation>{name} faktureres over tid og kan ikke stå på en ordre. Selg den for seg.</translation>
    </message>
    <message>
        <source>{name} is billed over time and cannot be on an order. Void its line and sell it by itself.</source>
        <translation>{name} faktureres over tid og kan ikke stå på en ordre. Annuller linjen og selg den for seg.</translation>
    </message>
    <message>
        <source>{parts} to {address} on {day}.</source>
        <translation>{parts} til {address} {day}.</translation>
    </message>
    <message>
        <source>{promotion} is not used: it is for {groups}.</source>
        <translation>{promotion} brukes ikke: den er for {groups}.</translation>
    </message>
    <message>
        <source>Quote {order} had expired: {before} → {after} at today's prices. {due} is due.</source>
        <translation>Tilbud {order} var utløpt: {before} → {after} til dagens priser. {due} skal betales.</translation>
    </message>
    <message>
        <source>{why}: {name} {number}  –  use this one</source>
        <translation>{why}: {name} {number}  –  bruk denne</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and shipping and rejecting need it. Try again later.</source>
        <translation>Hovedkontoret svarer ikke, og det trengs for å sende og avvise. Prøv igjen senere.</translation>
    </message>
    <message>
        <source>Of {name} only {quantity} leave. Change the quantity first.</source>
        <translation>Bare {quantity} av {name} skal ut. Endre antallet først.</translation>
    </message>
    <message>
        <source>Scan or type the serial number</source>
        <translation>Skann eller tast serienummeret</translation>
    </message>
    <message>
        <source>Scan the piece, or type its number. Several are typed with commas.</source>
        <translation>Skann stykket, eller tast nummeret. Flere tastes med komma imellom.</translation>
    </message>
    <message>
        <source>Serial number missing</source>
        <translation>Serienummer mangler</translation>
    </message>
    <message>
        <source>Serial number of {name}</source>
        <translation>Serienummeret til {name}</translation>
    </message>
    <message>
        <source>tax {amount} in it</source>
        <translation>herav mva {amount}</translation>
    </message>
    <message>
        <source>{code} is the code of {name}, not a serial number. Scan the number of the piece.</source>
        <translation>{code} er koden til {name}, ikke et serienummer. Skann nummeret på stykket.</translation>
    </message>
    <message>
        <source>{name} is sold without serial numbers. Select another line.</source>
        <translation>{name} selges uten serienumre. Velg en annen linje.</translation>
    </message>
    <message>
        <source>{name} left with serial numbers: {given} given for {quantity}. Scan or type that of each piece.</source>
        <translation>{name} ble utlevert med serienumre: {given} oppgitt for {quantity}. Skann eller tast hvert stykkes nummer.</translation>
    </message>
    <message>
        <source>{name} stays as it is. Select another line.</source>
        <translation>{name} blir som den er. Velg en annen linje.</translation>
    </message>
    <message>
        <source>{name} with the serial number {serial} did not leave with this, or is back already. Check the number.</source>
        <translation>{name} med serienummer {serial} ble ikke utlevert her, eller er alt kommet tilbake. Kontroller nummeret.</translation>
    </message>
    <message>
        <source>{name}: now scan or type its serial number.</source>
        <translation>{name}: skann eller tast nå serienummeret.</translation>
    </message>
    <message>
        <source>{name}: serial number {serials}</source>
        <translation>{name}: serienummer {serials}</translation>
    </message>
    <message>
        <source>{quantity} in stock at {time}</source>
        <translation>{quantity} på lager kl. {time}</translation>
    </message>
    <message>
        <source>{quantity} in stock on {day}</source>
        <translation>{quantity} på lager {day}</translation>
    </message>
    <message>
        <source>{quantity} reserved</source>
        <translation>{quantity} reservert</translation>
    </message>
    <message>
        <source>A new customer needs here: {what}. Type it.</source>
        <translation>En ny kunde trenger her: {what}. Tast det.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alt er i orden.</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>i stykker</translation>
    </message>
    <message>
        <source>cannot be loaded: {reason}</source>
        <translation>kan ikke lastes: {reason}</translation>
    </message>
    <message>
        <source>Card payments</source>
        <translation>Kortbetalinger</translation>
    </message>
    <message>
        <source>Check register</source>
        <translation>Sjekk kassen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klokke</translation>
    </message>
    <message>
        <source>Copy of the sales</source>
        <translation>Kopi av salgene</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datamappe</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Innmelding</translation>
    </message>
    <message>
        <source>Entry {number} of this register's journal was changed, or one is missing before it. Sell on, and call headquarters.</source>
        <translation>Linje {number} i journalen til denne kassen er endret, eller en mangler foran den. Selg videre, og ring hovedkontoret.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Funn</translation>
    </message>
    <message>
        <source>Headquarters</source>
        <translation>Hovedkontoret</translation>
    </message>
    <message>
        <source>headquarters has not been reached yet; start the register, or run: kassa sync once pull</source>
        <translation>hovedkontoret er ikke nådd ennå; start kassen, eller kjør: kassa sync once pull</translation>
    </message>
    <message>
        <source>Headquarters has set it aside: {reason}</source>
        <translation>Hovedkontoret har lagt det til side: {reason}</translation>
    </message>
    <message>
        <source>headquarters has set {number} documents aside; the sync centre names them, headquarters mends them</source>
        <translation>hovedkontoret har lagt {number} dokumenter til side; synksenteret navngir dem, hovedkontoret retter dem</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Helse</translation>
    </message>
    <message>
        <source>it shows {shown}, but this register was at work at {latest}; set it</source>
        <translation>den viser {shown}, men denne kassen var i arbeid {latest}; still den</translation>
    </message>
    <message>
        <source>it shows {shown}, which is long past; set it</source>
        <translation>den viser {shown}, som er lenge siden; still den</translation>
    </message>
    <message>
        <source>It works; see the warnings.</source>
        <translation>Det virker; se advarslene.</translation>
    </message>
    <message>
        <source>Log bundle</source>
        <translation>Loggpakke</translation>
    </message>
    <message>
        <source>Log of the received data</source>
        <translation>Logg for mottatte data</translation>
    </message>
    <message>
        <source>Log of the sales</source>
        <translation>Logg for salgene</translation>
    </message>
    <message>
        <source>look after it</source>
        <translation>se etter det</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Se på nytt</translation>
    </message>
    <message>
        <source>Looking at this register …</source>
        <translation>Ser på denne kassen …</translation>
    </message>
    <message>
        <source>missing: {names}; delete .venv and start again</source>
        <translation>mangler: {names}; slett .venv og start på nytt</translation>
    </message>
    <message>
        <source>missing: {names}; get the whole checkout again</source>
        <translation>mangler: {names}; hent hele programmet på nytt</translation>
    </message>
    <message>
        <source>Needed here: name, {what}</source>
        <translation>Kreves her: navn, {what}</translation>
    </message>
    <message>
        <source>none is named in register.toml; receipts are kept as files</source>
        <translation>ingen er nevnt i register.toml; kvitteringer lagres som filer</translation>
    </message>
    <message>
        <source>not yet; nothing has come</source>
        <translation>ikke ennå; ingenting er kommet</translation>
    </message>
    <message>
        <source>not yet; {come}</source>
        <translation>ikke ennå; {come}</translation>
    </message>
    <message>
        <source>Nothing can be saved in {folder}. Make room there first.</source>
        <translation>Ingenting kan lagres i {folder}. Gjør plass der først.</translation>
    </message>
    <message>
        <source>of {number} card payments it is not known what became of them; check them on the sale screen</source>
        <translation>for {number} kortbetalinger er det ukjent hva det ble av dem; sjekk dem på salgsbildet</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>i orden</translation>
    </message>
    <message>
        <source>only {free} MiB free at {place}; make room now, or new sales will be refused</source>
        <translation>bare {free} MiB ledig på {place}; gjør plass nå, ellers blir nye salg avvist</translation>
    </message>
    <message>
        <source>only {free} MiB free at {place}; make room soon</source>
        <translation>bare {free} MiB ledig på {place}; gjør plass snart</translation>
    </message>
    <message>
        <source>others on this machine can read {file}; run: chmod 600 {file}</source>
        <translation>andre på denne maskinen kan lese {file}; kjør: chmod 600 {file}</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Utboks</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakker</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Skriver</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>betaling</translation>
    </message>
    <message>
        <source>price is {price}, but the list has {listed}</source>
        <translation>prisen er {price}, men listen har {listed}</translation>
    </message>
    <message>
        <source>products, prices, staff and settings are here</source>
        <translation>varer, priser, ansatte og innstillinger er her</translation>
    </message>
    <message>
        <source>PySide6 {version} aborts the register after some thousand calls; delete .venv and start again</source>
        <translation>PySide6 {version} stanser kassen etter noen tusen kall; slett .venv og start på nytt</translation>
    </message>
    <message>
        <source>Ready to sell</source>
        <translation>Klar til å selge</translation>
    </message>
    <message>
        <source>Receipt {number} did not come out. Print it now.</source>
        <translation>Kvittering {number} kom ikke ut. Skriv den ut nå.</translation>
    </message>
    <message>
        <source>Received data</source>
        <translation>Mottatte data</translation>
    </message>
    <message>
        <source>Received rows</source>
        <translation>Mottatte rader</translation>
    </message>
    <message>
        <source>register {register} of store {store}</source>
        <translation>kasse {register} i butikk {store}</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressurser</translation>
    </message>
    <message>
        <source>Sales of this register</source>
        <translation>Salgene til denne kassen</translation>
    </message>
    <message>
        <source>Salvaged</source>
        <translation>Berget</translation>
    </message>
    <message>
        <source>Saved as {file}. SHA-256: {digest}</source>
        <translation>Lagret som {file}. SHA-256: {digest}</translation>
    </message>
    <message>
        <source>Set aside at headquarters</source>
        <translation>Lagt til side på hovedkontoret</translation>
    </message>
    <message>
        <source>Something is broken; see what to do.</source>
        <translation>Noe er i stykker; se hva du kan gjøre.</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Fjernet</translation>
    </message>
    <message>
        <source>The disk failed for a moment, and nothing of this was kept. Try again.</source>
        <translation>Disken sviktet et øyeblikk, og ingenting av dette er lagret. Prøv på nytt.</translation>
    </message>
    <message>
        <source>The disk failed for a moment. The sale is kept: receipt {number}.</source>
        <translation>Disken sviktet et øyeblikk. Salget er lagret: kvittering {number}.</translation>
    </message>
    <message>
        <source>The log bundle is being saved.</source>
        <translation>Loggpakken lagres.</translation>
    </message>
    <message>
        <source>lines {numbers} have a delivery, but there is no order</source>
        <translation>linjene {numbers} har en levering, men det er ingen ordre</translation>
    </message>
    <message>
        <source>order</source>
        <translation>ordre</translation>
    </message>
    <message>
        <source>the newest is {name}</source>
        <translation>den nyeste er {name}</translation>
    </message>
    <message>
        <source>the newest is {name}; make room on the disk, the agent makes one a day</source>
        <translation>den nyeste er {name}; gjør plass på disken, agenten lager en om dagen</translation>
    </message>
    <message>
        <source>there is no copy of the journal yet; the agent makes one a day</source>
        <translation>det finnes ingen kopi av journalen ennå; agenten lager en om dagen</translation>
    </message>
    <message>
        <source>there is no register in {folder} yet</source>
        <translation>det er ingen kasse i {folder} ennå</translation>
    </message>
    <message>
        <source>This register could not be looked at. Look again; if it happens again, restart it.</source>
        <translation>Denne kassen kunne ikke ses på. Se på nytt; hvis det skjer igjen, start den på nytt.</translation>
    </message>
    <message>
        <source>This register is being looked at. Wait for what is found.</source>
        <translation>Denne kassen blir sett på. Vent på det som blir funnet.</translation>
    </message>
    <message>
        <source>it was made in store {made_in}, but {register} stands in {store}</source>
        <translation>det ble laget i butikken {made_in}, men {register} står i {store}</translation>
    </message>
    <message>
        <source>it was sent as {sent_as}, but says it is {says}</source>
        <translation>det ble sendt som {sent_as}, men sier at det er {says}</translation>
    </message>
    <message>
        <source>line numbers {numbers} do not ascend from 1 to at most {last}</source>
        <translation>linjenumrene {numbers} stiger ikke fra 1 til høyst {last}</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>avgiften</translation>
    </message>
    <message>
        <source>there is a charge of {amount} on an order, but no order</source>
        <translation>det er et gebyr på {amount} på en ordre, men ingen ordre</translation>
    </message>
    <message>
        <source>whole, version {version}, {size} KiB</source>
        <translation>hel, versjon {version}, {size} KiB</translation>
    </message>
    <message>
        <source>whole; version {found} of its tables, upgraded to {version} at the next start</source>
        <translation>hel; versjon {found} av tabellene, oppgraderes til {version} ved neste start</translation>
    </message>
    <message>
        <source>{address} answers</source>
        <translation>{address} svarer</translation>
    </message>
    <message>
        <source>{checkout} does not say which version it is; get the whole checkout again</source>
        <translation>{checkout} sier ikke hvilken versjon det er; hent hele programmet på nytt</translation>
    </message>
    <message>
        <source>{file} is not there yet; it is made at the first start</source>
        <translation>{file} finnes ikke ennå; den lages ved første start</translation>
    </message>
    <message>
        <source>{folder} is copied elsewhere by {program}</source>
        <translation>{folder} kopieres et annet sted av {program}</translation>
    </message>
    <message>
        <source>{folder} is not enrolled; ask headquarters for a code</source>
        <translation>{folder} er ikke meldt inn; be hovedkontoret om en kode</translation>
    </message>
    <message>
        <source>{folder} is on this machine</source>
        <translation>{folder} er på denne maskinen</translation>
    </message>
    <message>
        <source>{folder} lies on another machine ({kind})</source>
        <translation>{folder} ligger på en annen maskin ({kind})</translation>
    </message>
    <message>
        <source>{found} on {machine}</source>
        <translation>{found} på {machine}</translation>
    </message>
    <message>
        <source>{found}; Kassa needs 3.11 or newer</source>
        <translation>{found}; Kassa trenger 3.11 eller nyere</translation>
    </message>
    <message>
        <source>{free} MiB free at {place}</source>
        <translation>{free} MiB ledig på {place}</translation>
    </message>
    <message>
        <source>{name} says what was salvaged and what is not proved; move it away once it is settled</source>
        <translation>{name} sier hva som er berget og hva som ikke er bevist; flytt den bort når det er oppgjort</translation>
    </message>
    <message>
        <source>{now} · before: {consent}, {when}</source>
        <translation>{now} · før: {consent}, {when}</translation>
    </message>
    <message>
        <source>{rows}, {number} cannot be used</source>
        <translation>{rows}, {number} kan ikke brukes</translation>
    </message>
    <message>
        <source>{size} MiB long; a program reads {file} without end: close it, or restart the machine</source>
        <translation>{size} MiB lang; et program leser {file} uten stans: lukk det, eller start maskinen på nytt</translation>
    </message>
    <message>
        <source>{size}; every entry is as it was written</source>
        <translation>{size}; hver linje er som den ble skrevet</translation>
    </message>
    <message>
        <source>{state}; headquarters was reached last at {moment}</source>
        <translation>{state}; hovedkontoret ble sist nådd {moment}</translation>
    </message>
    <message>
        <source>{verdict} Looked at {time}.</source>
        <translation>{verdict} Sett på {time}.</translation>
    </message>
    <message>
        <source>{version} draws</source>
        <translation>{version} tegner</translation>
    </message>
    <message>
        <source>{version} in {checkout}</source>
        <translation>{version} i {checkout}</translation>
    </message>
    <message>
        <source>{waiting} waiting to be sent</source>
        <translation>{waiting} venter på å bli sendt</translation>
    </message>
    <message>
        <source>{what} came and cannot be used; tell headquarters, they are kept here as they came</source>
        <translation>{what} kom og kan ikke brukes; si fra til hovedkontoret, de er lagret her som de kom</translation>
    </message>
    <message>
        <source>{what}, the oldest since {moment}</source>
        <translation>{what}, den eldste siden {moment}</translation>
    </message>
    <message>
        <source>{what}, {hours} hours ago; look after the line: sales are kept here meanwhile</source>
        <translation>{what}, for {hours} timer siden; se etter linjen: salg lagres her så lenge</translation>
    </message>
    <message>
        <source>{what}; {number} need attention</source>
        <translation>{what}; {number} krever tiltak</translation>
    </message>
    <message>
        <source>{why}, which damages databases. Move the data to a disk of this machine, or accept it with elsewhere = true under [data] in register.toml.</source>
        <translation>{why}, og det skader databaser. Flytt dataene til en disk på denne maskinen, eller godta det med elsewhere = true under [data] i register.toml.</translation>
    </message>
    <message>
        <source>{why}, which damages databases; move it to a disk of this machine</source>
        <translation>{why}, og det skader databaser; flytt den til en disk på denne maskinen</translation>
    </message>
    <message>
        <source>{why}, which damages databases; that was accepted in register.toml</source>
        <translation>{why}, og det skader databaser; det er godtatt i register.toml</translation>
    </message>
    <message>
        <source>{why}; check paper, cover, power and cable: sales are kept meanwhile</source>
        <translation>{why}; sjekk papir, deksel, strøm og kabel: salg lagres så lenge</translation>
    </message>
    <message>
        <source>{name} gets its serial number when it is handed out or shipped. Select another line.</source>
        <translation>{name} får serienummeret når den utleveres eller sendes. Velg en annen linje.</translation>
    </message>
    <message>
        <source>Today's prices change its total: {before} → {after}. Edit it?</source>
        <translation>Dagens priser endrer totalen: {before} → {after}. Endre den?</translation>
    </message>
    <message>
        <source>More was paid on order {order} than it comes to: {back} goes back.</source>
        <translation>Det er betalt mer på ordre {order} enn den kommer på: {back} går tilbake.</translation>
    </message>
    <message>
        <source>More was paid than the order comes to; all of that goes back.</source>
        <translation>Det er betalt mer enn ordren kommer på; alt det går tilbake.</translation>
    </message>
    <message>
        <source>{back} is owed to the customer. All of it goes back at once.</source>
        <translation>Kunden har {back} til gode. Alt går tilbake på én gang.</translation>
    </message>
    <message>
        <source>{order}: {back} given back, receipt {receipt}.</source>
        <translation>{order}: {back} gitt tilbake, kvittering {receipt}.</translation>
    </message>
    <message>
        <source>{name} has no such address any more. Open the customer again.</source>
        <translation>{name} har ikke denne adressen lenger. Åpne kunden igjen.</translation>
    </message>
    <message>
        <source>The records of this register are damaged, and the disk has no room to save what is in them. Make {needed} MiB free on it and start again; nothing was changed, and nothing is lost.</source>
        <translation>Dataene til denne kassen er skadet, og disken har ikke plass til å redde det som er i dem. Frigjør {needed} MiB og start på nytt; ingenting ble endret, og ingenting er tapt.</translation>
    </message>
    <message>
        <source>a scan is {length} signs or more, each within {gap} ms; try yours with Scanner test</source>
        <translation>en skanning er {length} tegn eller mer, hvert innen {gap} ms; prøv din med Skannertest</translation>
    </message>
    <message>
        <source>none is connected; its pulses are kept in {file}</source>
        <translation>ingen er koblet til; pulsene lagres i {file}</translation>
    </message>
    <message>
        <source>simulated by this machine; no card is charged</source>
        <translation>simuleres av denne maskinen; ingen kort belastes</translation>
    </message>
    <message>
        <source>none is set up; the customer sees the receipt alone</source>
        <translation>ingen er satt opp; kunden ser bare kvitteringen</translation>
    </message>
    <message>
        <source>it is not proved: {why}; look at the clock first, then call headquarters</source>
        <translation>det er ikke bevist: {why}; se på klokken først, ring så hovedkontoret</translation>
    </message>
    <message>
        <source>not seen now: {host} does not answer</source>
        <translation>ikke sett nå: {host} svarer ikke</translation>
    </message>
    <message>
        <source>it holds for {days} days, until {day}</source>
        <translation>det gjelder i {days} dager, til {day}</translation>
    </message>
    <message>
        <source>{what}; headquarters renews it</source>
        <translation>{what}; hovedkontoret fornyer det</translation>
    </message>
    <message>
        <source>{what}; it answers in {ms} ms</source>
        <translation>{what}; det svarer på {ms} ms</translation>
    </message>
    <message>
        <source>{what}, 95 of 100 calls in {ms} ms</source>
        <translation>{what}, 95 av 100 kall på {ms} ms</translation>
    </message>
    <message>
        <source>{seconds} s to headquarters&apos; clock</source>
        <translation>{seconds} s mot hovedkontorets klokke</translation>
    </message>
    <message>
        <source>{what}; set the clock of this machine</source>
        <translation>{what}; still klokken på denne maskinen</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Skanner</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Kassaskuff</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Kortterminal</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundeskjerm</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Sertifikat</translation>
    </message>
    <message>
        <source>Clock against headquarters</source>
        <translation>Klokke mot hovedkontoret</translation>
    </message>
    <message>
        <source>Edit address</source>
        <translation>Endre adresse</translation>
    </message>
    <message>
        <source>What is the address?</source>
        <translation>Hva er adressen?</translation>
    </message>
    <message>
        <source>This store asks for no consent. Leave it out.</source>
        <translation>Denne butikken spør ikke om samtykke. Utelat det.</translation>
    </message>
    <message>
        <source>An affiliation is possible when the customer number has arrived. Leave it out for now.</source>
        <translation>En tilknytning er mulig når kundenummeret er kommet. Utelat den foreløpig.</translation>
    </message>
    <message>
        <source>Kassa {version} · layout {layout} · tables {journal} and {catalog} · up {time}</source>
        <translation>Kassa {version} · oppsett {layout} · tabeller {journal} og {catalog} · oppe {time}</translation>
    </message>
    <message>
        <source>{register} ({store}), Kassa {version}</source>
        <translation>{register} ({store}), Kassa {version}</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} t</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} t {minutes} min</translation>
    </message>
    <message>
        <source>Customers are kept at HQ: type at least four characters.</source>
        <translation>Kundene finnes på HK: tast minst fire tegn.</translation>
    </message>
    <message>
        <source>Headquarters does not answer, and this store&apos;s customers are kept there. Sell without a customer, or try again later.</source>
        <translation>Hovedkontoret svarer ikke, og denne butikkens kunder finnes der. Selg uten kunde, eller prøv igjen senere.</translation>
    </message>
    <message>
        <source>An affiliation is possible when the customer number has arrived.</source>
        <translation>En tilknytning er mulig når kundenummeret er kommet.</translation>
    </message>
    <message>
        <source>Address of {name}</source>
        <translation>Adressen til {name}</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Kopier id</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Kopiert: {text}</translation>
    </message>
    <message>
        <source>Names, streets, e-mails, phones, card numbers, ids and secrets were taken out.</source>
        <translation>Navn, gater, e-postadresser, telefonnumre, kortnumre, id-er og hemmeligheter er tatt ut.</translation>
    </message>
    <message>
        <source>May be called</source>
        <translation>Kan ringes</translation>
    </message>
    <message>
        <source>May be written to</source>
        <translation>Kan skrives til</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Enda en adresse</translation>
    </message>
    <message>
        <source>Another contact</source>
        <translation>Enda en kontakt</translation>
    </message>
    <message>
        <source>And another</source>
        <translation>Og en til</translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation>Endre {what}</translation>
    </message>
    <message>
        <source>This store keeps one e-mail and one phone of a customer. Leave the others out.</source>
        <translation>Denne butikken lagrer én e-post og ett telefonnummer for en kunde. Utelat de andre.</translation>
    </message>
    <message>
        <source>A further e-mail or phone is possible when the customer number has arrived. Leave it out for now.</source>
        <translation>En ekstra e-post eller telefon er mulig når kundenummeret har kommet. Utelat den foreløpig.</translation>
    </message>
    <message>
        <source>Headquarters has put this order aside. Tap the sync sign and see what needs attention.</source>
        <translation>Hovedkontoret har lagt denne ordren til side. Trykk på synk-merket og se hva som krever tiltak.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test enheten</translation>
    </message>
    <message>
        <source>it answers; simulated by this machine, no card is charged</source>
        <translation>den svarer; simuleres av denne maskinen, ingen kort belastes</translation>
    </message>
    <message>
        <source>it does not answer; check its power and cable, then test it again</source>
        <translation>den svarer ikke; sjekk strøm og kabel, og test den igjen</translation>
    </message>
    <message>
        <source>Ask headquarters</source>
        <translation>Spør hovedkontoret</translation>
    </message>
    <message>
        <source>What do you ask headquarters?</source>
        <translation>Hva vil du spørre hovedkontoret om?</translation>
    </message>
    <message>
        <source>A question needs words. Type what headquarters should look at.</source>
        <translation>Et spørsmål trenger ord. Skriv hva hovedkontoret skal se på.</translation>
    </message>
    <message>
        <source>Headquarters could not be asked. Ask again later, or call headquarters.</source>
        <translation>Hovedkontoret kunne ikke spørres. Spør igjen senere, eller ring hovedkontoret.</translation>
    </message>
    <message>
        <source>Headquarters was asked. What it decides is seen here.</source>
        <translation>Hovedkontoret er spurt. Det som avgjøres, vises her.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Spørsmål</translation>
    </message>
    <message>
        <source>Contact there</source>
        <translation>Kontakt der</translation>
    </message>
    <message>
        <source>There is no affiliation {affiliation}. Choose one of: {affiliations}.</source>
        <translation>Det finnes ingen tilknytning {affiliation}. Velg en av: {affiliations}.</translation>
    </message>
    <message>
        <source>Headquarters has not said for {days} days who may sign in here, and this store lets nobody in without it for longer. Have the line looked after; nothing is lost meanwhile.</source>
        <translation>Hovedkontoret har ikke sagt på {days} dager hvem som kan logge inn her, og denne butikken slipper ingen inn uten det lenger. Få noen til å se på linjen; ingenting går tapt imens.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Opplysninger</translation>
    </message>
    <message>
        <source>Details {number}</source>
        <translation>Opplysninger {number}</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kontor</translation>
    </message>
    <message>
        <source>Post box</source>
        <translation>Postboks</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Ønsker</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>There is no phone or e-mail to say this of. Type it, or leave the consent out.</source>
        <translation>Det er ingen telefon eller e-post å si dette om. Skriv den inn, eller utelat samtykket.</translation>
    </message>
    <message>
        <source>The price list {list} says {price}.</source>
        <translation>Prislisten {list} sier {price}.</translation>
    </message>
    <message>
        <source>Receiving prices of lists: {rows} of {total}</source>
        <translation>Henter priser fra lister: {rows} av {total}</translation>
    </message>
    <message>
        <source>Erased customers</source>
        <translation>Slettede kunder</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Prislister</translation>
    </message>
    <message>
        <source>Kassa {version} is put in place; close the shift, then start the register again to use it</source>
        <translation>Kassa {version} er lagt inn; avslutt skiftet, og start kassen på nytt for å bruke den</translation>
    </message>
    <message>
        <source>Kassa {version} runs, and no other is put in place</source>
        <translation>Kassa {version} kjører, og ingen annen er lagt inn</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Oppdatering</translation>
    </message>
    <message>
        <source>{name} comes back without a reason</source>
        <translation>{name} kommer tilbake uten grunn</translation>
    </message>
    <message>
        <source>{name} is {said}, but works out as {right}</source>
        <translation>{name} er {said}, men regnes ut til {right}</translation>
    </message>
    <message>
        <source>{name} was changed, but goods of it had been handed out meanwhile.</source>
        <translation>{name} ble endret, men varer av den var utlevert i mellomtiden.</translation>
    </message>
    <message>
        <source>{name} was removed, but goods of it had been handed out.</source>
        <translation>{name} ble fjernet, men varer av den var utlevert.</translation>
    </message>
    <message>
        <source>{name} was removed, but goods of it are packed.</source>
        <translation>{name} ble fjernet, men varer av den er pakket.</translation>
    </message>
    <message>
        <source>{name} was changed, but goods of it are packed.</source>
        <translation>{name} ble endret, men varer av den er pakket.</translation>
    </message>
    <message>
        <source>{register} sent a {kind} under an id that is known with other content.</source>
        <translation>{register} sendte et dokument ({kind}) under en ID som er kjent med annet innhold.</translation>
    </message>
    <message>
        <source>{used} of the deposit is used, but {left} is left</source>
        <translation>{used} av innbetalingen er brukt, men {left} er igjen</translation>
    </message>
    <message>
        <source>a PIN has at least {number} digits; it must be {least} to {most}</source>
        <translation>en PIN har minst {number} sifre; det må være {least} til {most}</translation>
    </message>
    <message>
        <source>a customer has no '{field}' that could be required</source>
        <translation>en kunde har ingen '{field}' som kan kreves</translation>
    </message>
    <message>
        <source>a sales unit needs a name, such as kg</source>
        <translation>en salgsenhet trenger et navn, for eksempel kg</translation>
    </message>
    <message>
        <source>automatic charge {code} is on lines already; only one on the whole is spread</source>
        <translation>det automatiske gebyret {code} er allerede på linjer; bare ett på det hele fordeles</translation>
    </message>
    <message>
        <source>automatic charge {code} is on the whole; one for an item or a category is on lines</source>
        <translation>det automatiske gebyret {code} er på det hele; ett for en vare eller en kategori er på linjer</translation>
    </message>
    <message>
        <source>automatic charge {code} names one {what} and a group; name one of the two</source>
        <translation>det automatiske gebyret {code} nevner én {what} og en gruppe; nevn én av de to</translation>
    </message>
    <message>
        <source>automatic charge {code}: {percent} % or {amount} cannot be asked</source>
        <translation>det automatiske gebyret {code}: {percent} % eller {amount} kan ikke kreves</translation>
    </message>
    <message>
        <source>charge code {code} needs a rate of tax or an item sales tax group; state one of the two</source>
        <translation>gebyrkoden {code} trenger en avgiftssats eller en vareavgiftsgruppe; oppgi én av de to</translation>
    </message>
    <message>
        <source>attribute '{attribute}': its id takes letters, digits, - and _</source>
        <translation>attributtet '{attribute}': id-en tar bokstaver, sifre, - og _</translation>
    </message>
    <message>
        <source>attribute {attribute}: '{source}' is no language with one of its texts, like 'nb Club'</source>
        <translation>attributtet {attribute}: '{source}' er ikke et språk med en av tekstene, som 'nb Club'</translation>
    </message>
    <message>
        <source>attribute {attribute}: a choice, and only that, has choices</source>
        <translation>attributtet {attribute}: et valg, og bare det, har valgmuligheter</translation>
    </message>
    <message>
        <source>attribute {attribute}: its default '{value}' is no value of it</source>
        <translation>attributtet {attribute}: standarden '{value}' er ingen verdi det kan ha</translation>
    </message>
    <message>
        <source>deposit is {percent} %; it must be between 0 and 100</source>
        <translation>innbetalingen er {percent} %; det må være mellom 0 og 100</translation>
    </message>
    <message>
        <source>info code {code} asks nothing; it needs a question</source>
        <translation>infokoden {code} spør om ingenting; den trenger et spørsmål</translation>
    </message>
    <message>
        <source>info code {code} has {number} choices; at most {most} can be</source>
        <translation>infokoden {code} har {number} valg; det kan være høyst {most}</translation>
    </message>
    <message>
        <source>info code {code}: a choice has choices, and nothing else has</source>
        <translation>infokoden {code}: et valg har valgmuligheter, og ingenting annet har det</translation>
    </message>
    <message>
        <source>info code {code}: at least {least} is more than at most {most}</source>
        <translation>infokoden {code}: minst {least} er mer enn høyst {most}</translation>
    </message>
    <message>
        <source>it has fewer than {min_length} characters</source>
        <translation>den har færre enn {min_length} tegn</translation>
    </message>
    <message>
        <source>it has fewer than {min_length} entries</source>
        <translation>den har færre enn {min_length} oppføringer</translation>
    </message>
    <message>
        <source>it has more than {max_length} characters</source>
        <translation>den har mer enn {max_length} tegn</translation>
    </message>
    <message>
        <source>it has more than {max_length} entries</source>
        <translation>den har mer enn {max_length} oppføringer</translation>
    </message>
    <message>
        <source>it has no value</source>
        <translation>den har ingen verdi</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>den mangler</translation>
    </message>
    <message>
        <source>it is no JSON</source>
        <translation>den er ikke JSON</translation>
    </message>
    <message>
        <source>it is not known here</source>
        <translation>den er ikke kjent her</translation>
    </message>
    <message>
        <source>it is not signed by headquarters as it stands, or by a key that this register was not given</source>
        <translation>den er ikke signert av hovedkontoret slik den står, eller med en nøkkel denne kassen ikke har fått</translation>
    </message>
    <message>
        <source>it is not written as it must be</source>
        <translation>den er ikke skrevet slik den må være</translation>
    </message>
    <message>
        <source>it is of another kind than it must be ({kind})</source>
        <translation>den er av et annet slag enn den må være ({kind})</translation>
    </message>
    <message>
        <source>it must be less than {lt}</source>
        <translation>den må være mindre enn {lt}</translation>
    </message>
    <message>
        <source>it must be more than {gt}</source>
        <translation>den må være mer enn {gt}</translation>
    </message>
    <message>
        <source>it must be one of {expected}</source>
        <translation>den må være en av {expected}</translation>
    </message>
    <message>
        <source>it must be {ge} or more</source>
        <translation>den må være {ge} eller mer</translation>
    </message>
    <message>
        <source>it must be {le} or less</source>
        <translation>den må være {le} eller mindre</translation>
    </message>
    <message>
        <source>item sales tax group '{name}' needs a name and the names of its taxes; for what is taxed by nothing name a tax of 0 %</source>
        <translation>vareavgiftsgruppen '{name}' trenger et navn og navnene på avgiftene sine; nevn en avgift på 0 % for det som ikke avgiftsbelegges</translation>
    </message>
    <message>
        <source>item sales tax group {name} names more than {most} taxes</source>
        <translation>vareavgiftsgruppen {name} nevner mer enn {most} avgifter</translation>
    </message>
    <message>
        <source>its key is not the one in its value</source>
        <translation>nøkkelen er ikke den som står i verdien</translation>
    </message>
    <message>
        <source>maximum price and quantity must be more than 0, or empty for no limit</source>
        <translation>høyeste pris og antall må være mer enn 0, eller tomt for ingen grense</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>måte</translation>
    </message>
    <message>
        <source>pattern '{pattern}' must begin with a digit, have one value as {value}, else only digits and dots, and 8, 12 or 13 places</source>
        <translation>mønsteret '{pattern}' må begynne med et siffer, ha én verdi som {value}, ellers bare sifre og punktum, og 8, 12 eller 13 plasser</translation>
    </message>
    <message>
        <source>pattern '{pattern}' must begin with a letter or digit of its own, and a * may only end it</source>
        <translation>mønsteret '{pattern}' må begynne med en egen bokstav eller et eget siffer, og * kan bare stå sist</translation>
    </message>
    <message>
        <source>pattern '{pattern}': a weight has at most three decimals</source>
        <translation>mønsteret '{pattern}': en vekt har høyst tre desimaler</translation>
    </message>
    <message>
        <source>pattern '{pattern}': no code is unreadable on purpose</source>
        <translation>mønsteret '{pattern}': ingen kode er uleselig med vilje</translation>
    </message>
    <message>
        <source>pattern '{pattern}': only a value of 4 or 5 digits has a check digit</source>
        <translation>mønsteret '{pattern}': bare en verdi på 4 eller 5 sifre har et kontrollsiffer</translation>
    </message>
    <message>
        <source>pattern '{pattern}': pieces have no decimals</source>
        <translation>mønsteret '{pattern}': stykker har ingen desimaler</translation>
    </message>
    <message>
        <source>place {place}</source>
        <translation>stedet {place}</translation>
    </message>
    <message>
        <source>place {place} is a warehouse; a warehouse ships and hands nothing out</source>
        <translation>stedet {place} er et lager; et lager sender og leverer ikke ut noe</translation>
    </message>
    <message>
        <source>promotion {id} ends on {ends}, before it starts on {starts}</source>
        <translation>kampanjen {id} slutter {ends}, før den begynner {starts}</translation>
    </message>
    <message>
        <source>promotion {id} is for no product and no category</source>
        <translation>kampanjen {id} gjelder ingen vare og ingen kategori</translation>
    </message>
    <message>
        <source>promotion {id}: {percent} % or {amount} cannot be taken off</source>
        <translation>kampanjen {id}: {percent} % eller {amount} kan ikke trekkes fra</translation>
    </message>
    <message>
        <source>refunds of {paid_by} by {back_by} are limited to {limit}; it must be 0 or more</source>
        <translation>tilbakebetaling av {paid_by} med {back_by} er begrenset til {limit}; det må være 0 eller mer</translation>
    </message>
    <message>
        <source>search results are {number}; they must be between 1 and {most}</source>
        <translation>søketreffene er {number}; de må være mellom 1 og {most}</translation>
    </message>
    <message>
        <source>smallest coin is {coin}; it must be 1 or more</source>
        <translation>den minste mynten er {coin}; den må være 1 eller mer</translation>
    </message>
    <message>
        <source>store</source>
        <translation>butikk</translation>
    </message>
    <message>
        <source>store {store}</source>
        <translation>butikken {store}</translation>
    </message>
    <message>
        <source>tax code '{name}' takes {percent} %; it needs a name and 0 to 100 percent</source>
        <translation>avgiftskoden '{name}' tar {percent} %; den trenger et navn og 0 til 100 prosent</translation>
    </message>
    <message>
        <source>tax group {name}</source>
        <translation>avgiftsgruppen {name}</translation>
    </message>
    <message>
        <source>tax group {name} needs a country, a region or postcodes, and none of them empty</source>
        <translation>avgiftsgruppen {name} trenger et land, en region eller postnumre, og ingen av dem tomme</translation>
    </message>
    <message>
        <source>tax group {name} takes {percent} %; it must be between 0 and 100</source>
        <translation>avgiftsgruppen {name} tar {percent} %; det må være mellom 0 og 100</translation>
    </message>
    <message>
        <source>the database of the register does not take it</source>
        <translation>databasen på kassen tar den ikke</translation>
    </message>
    <message>
        <source>{what} has a rate of {percent} % and tax codes; state one of the two</source>
        <translation>{what} har en sats på {percent} % og avgiftskoder; oppgi én av de to</translation>
    </message>
    <message>
        <source>{went} of {name} went, but only {left} were left.</source>
        <translation>{went} av {name} ble levert ut, men bare {left} var igjen.</translation>
    </message>
    <message>
        <source>{back} of {name} came back, but only {left} were out.</source>
        <translation>{back} av {name} kom tilbake, men bare {left} var ute.</translation>
    </message>
    <message>
        <source>Serial number {serial} of {name} came back, but it was not out.</source>
        <translation>Serienummer {serial} av {name} kom tilbake, men det var ikke ute.</translation>
    </message>
    <message>
        <source>Products and prices come once somebody has signed in.</source>
        <translation>Varer og priser kommer når noen har logget på.</translation>
    </message>
    <message>
        <source>{percent} % above the list price</source>
        <translation>{percent} % over listeprisen</translation>
    </message>
    <message>
        <source>{percent} % below the list price</source>
        <translation>{percent} % under listeprisen</translation>
    </message>
    <message>
        <source>{percent} % of the list price</source>
        <translation>{percent} % av listeprisen</translation>
    </message>
    <message>
        <source>{percent} % off</source>
        <translation>{percent} % avslag</translation>
    </message>
    <message>
        <source>{percent} % off and {amount}</source>
        <translation>{percent} % avslag og {amount}</translation>
    </message>
    <message>
        <source>{amount} of one line</source>
        <translation>{amount} av én linje</translation>
    </message>
    <message>
        <source>{amount} of a return</source>
        <translation>{amount} av en retur</translation>
    </message>
    <message>
        <source>{amount} without a receipt</source>
        <translation>{amount} uten kvittering</translation>
    </message>
    <message>
        <source>{user} may not approve this: they lack the right to go above their own limit, which is {limit}. Ask a manager, or somebody whose limit is higher.</source>
        <translation>{user} kan ikke godkjenne dette: retten til å gå over den egne grensen mangler, og den er {limit}. Spør en leder, eller en med høyere grense.</translation>
    </message>
    <message>
        <source>No staff card has this number: it has {least} to {most} letters and digits. Read the card again.</source>
        <translation>Ingen ansattkort har dette nummeret: det har {least} til {most} bokstaver og sifre. Les kortet på nytt.</translation>
    </message>
    <message>
        <source>This is the number of a payment card, which is kept nowhere. Take a staff card.</source>
        <translation>Dette er nummeret på et betalingskort, og det lagres ingen steder. Bruk et ansattkort.</translation>
    </message>
    <message>
        <source>This card is nobody's who may sign in here. Tap your name and type your PIN.</source>
        <translation>Dette kortet tilhører ingen som kan logge på her. Trykk på navnet ditt og tast PIN-koden.</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>et kort</translation>
    </message>
    <message>
        <source>Not taken: a card was read. Staff cards sign in where a PIN is asked; payments go through the terminal.</source>
        <translation>Ikke tatt imot: et kort ble lest. Ansattkort logger på der PIN-koden tastes; betaling går via terminalen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} suspended sales are voided with the shift. Close it?</source>
        <translation>
            <numerusform>{count} parkert salg annulleres med skiftet. Avslutte det?</numerusform>
            <numerusform>{count} parkerte salg annulleres med skiftet. Avslutte det?</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales representative changed.</source>
        <translation>Selgeren er endret.</translation>
    </message>
    <message>
        <source>performance-based switching needs advanced offline switching; enable that too, or disable this</source>
        <translation>veksling etter ytelse krever avansert veksling til frakoblet; slå på det også, eller slå av dette</translation>
    </message>
    <message>
        <source>A button of {colour} has a contrast of {contrast} with what is behind it; it needs {least}. The nearest that can be seen is {nearest}.</source>
        <translation>En knapp i {colour} har en kontrast på {contrast} mot det som er bak den; den trenger {least}. Den nærmeste som kan ses, er {nearest}.</translation>
    </message>
    <message>
        <source>A colour is written like #0B5CAD. Type it so.</source>
        <translation>En farge skrives som #0B5CAD. Skriv den slik.</translation>
    </message>
    <message>
        <source>Chosen here</source>
        <translation>Valgt her</translation>
    </message>
    <message>
        <source>Visual profile</source>
        <translation>Visuell profil</translation>
    </message>
    <message>
        <source>Visual profile {profile}.</source>
        <translation>Visuell profil {profile}.</translation>
    </message>
    <message>
        <source>Visual profile {profile}; what was chosen here goes before it.</source>
        <translation>Visuell profil {profile}; det som er valgt her, går foran.</translation>
    </message>
    <message>
        <source>White words on {colour} have a contrast of {contrast}; they need {least}. The nearest that can be read is {nearest}.</source>
        <translation>Hvit tekst på {colour} har en kontrast på {contrast}; den trenger {least}. Den nærmeste som kan leses, er {nearest}.</translation>
    </message>
    <message>
        <source>the visual profile cannot have this accent: {fault}</source>
        <translation>den visuelle profilen kan ikke ha denne uthevingsfargen: {fault}</translation>
    </message>
    <message>
        <source>the visual profile cannot have this header: '{value}' is no colour</source>
        <translation>den visuelle profilen kan ikke ha denne toppfargen: «{value}» er ingen farge</translation>
    </message>
    <message>
        <source>the visual profile names the picture '{value}', which is no SHA-256</source>
        <translation>den visuelle profilen nevner bildet «{value}», som ikke er noen SHA-256</translation>
    </message>
    <message>
        <source>the visual profile says '{value}'; it can be {choices}</source>
        <translation>den visuelle profilen sier «{value}»; det kan være {choices}</translation>
    </message>
    <message>
        <source>From headquarters</source>
        <translation>Fra hovedkontoret</translation>
    </message>
    <message>
        <source>This deposit is used as it was worked out, and the last pickup uses all of it. Take what is due.</source>
        <translation>Denne innbetalingen brukes som beregnet, og siste henting bruker alt. Ta imot det som skal betales.</translation>
    </message>
    <message>
        <source>search shortcut '{shortcut}': type letters, a colon, and one of {fields}</source>
        <translation>snarvei «{shortcut}»: skriv bokstaver, kolon og en av {fields}</translation>
    </message>
    <message>
        <source>search shortcut '{shortcut}': {sign} means something else already</source>
        <translation>snarvei «{shortcut}»: {sign} betyr allerede noe annet</translation>
    </message>
    <message>
        <source>there are at most {most} search shortcuts</source>
        <translation>det er høyst {most} snarveier i søk</translation>
    </message>
    <message>
        <source>A bank drop needs the number of its bag. Type or scan it.</source>
        <translation>Det som går til banken, trenger nummeret på posen. Tast eller skann det.</translation>
    </message>
    <message>
        <source>A removal needs a reason. Type what the cash is for.</source>
        <translation>Et uttak trenger en årsak. Tast hva kontantene skal brukes til.</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>Pose</translation>
    </message>
    <message>
        <source>Bag number</source>
        <translation>Pose­nummer</translation>
    </message>
    <message>
        <source>Bag {number}</source>
        <translation>Pose {number}</translation>
    </message>
    <message>
        <source>Bank drop</source>
        <translation>Til banken</translation>
    </message>
    <message>
        <source>Blind close</source>
        <translation>Avslutt uten opptelling</translation>
    </message>
    <message>
        <source>Close counted shift</source>
        <translation>Avslutt opptelt skift</translation>
    </message>
    <message>
        <source>Closed blind</source>
        <translation>Avsluttet uten opptelling</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Merknad</translation>
    </message>
    <message>
        <source>Count the cash for the safe. It is not counted with the till again.</source>
        <translation>Tell kontantene til safen. De telles ikke med kassen igjen.</translation>
    </message>
    <message>
        <source>Count the cash into a bag for the bank. The slip goes with it.</source>
        <translation>Tell kontantene ned i en pose til banken. Lappen følger med.</translation>
    </message>
    <message>
        <source>Count the cash that is taken out.</source>
        <translation>Tell kontantene som tas ut.</translation>
    </message>
    <message>
        <source>Count the cash, then put it into the till.</source>
        <translation>Tell kontantene, og legg dem så i kassen.</translation>
    </message>
    <message>
        <source>Declare start amount</source>
        <translation>Oppgi startbeløp</translation>
    </message>
    <message>
        <source>Dropped into the safe</source>
        <translation>Lagt i safen</translation>
    </message>
    <message>
        <source>Float entry</source>
        <translation>Veksel inn</translation>
    </message>
    <message>
        <source>How much cash was in the till when the shift began.</source>
        <translation>Hvor mye kontanter som var i kassen da skiftet begynte.</translation>
    </message>
    <message>
        <source>Manage shifts</source>
        <translation>Behandle skift</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>Flyttet av</translation>
    </message>
    <message>
        <source>No cash was put in or taken out in this shift. There is no slip to print.</source>
        <translation>Ingen kontanter ble lagt inn eller tatt ut i dette skiftet. Det er ingen lapp å skrive ut.</translation>
    </message>
    <message>
        <source>No shift waits to be counted. Only one that was closed blind does.</source>
        <translation>Ingen skift venter på opptelling. Det gjør bare skift som ble avsluttet uten.</translation>
    </message>
    <message>
        <source>Only a bank drop has a bag. Leave {bag} out.</source>
        <translation>Bare det som går til banken, har en pose. Utelat {bag}.</translation>
    </message>
    <message>
        <source>Print slip again</source>
        <translation>Skriv ut lapp igjen</translation>
    </message>
    <message>
        <source>Put into the till</source>
        <translation>Lagt i kassen</translation>
    </message>
    <message>
        <source>Put up for the bank</source>
        <translation>Lagt i pose til banken</translation>
    </message>
    <message>
        <source>Safe drop</source>
        <translation>Til safen</translation>
    </message>
    <message>
        <source>Shift {number}</source>
        <translation>Skift {number}</translation>
    </message>
    <message>
        <source>Shift {number} began with {amount}.</source>
        <translation>Skift {number} begynte med {amount}.</translation>
    </message>
    <message>
        <source>Shift {number} is closed blind. Manage shifts has it counted and closed.</source>
        <translation>Skift {number} er avsluttet uten opptelling. Under Behandle skift telles og avsluttes det.</translation>
    </message>
    <message>
        <source>Shift {number} is counted. It is not closed yet.</source>
        <translation>Skift {number} er talt opp. Det er ikke avsluttet ennå.</translation>
    </message>
    <message>
        <source>Shift {number} is not counted yet. Declare its tenders first.</source>
        <translation>Skift {number} er ikke talt opp ennå. Tell det opp først.</translation>
    </message>
    <message>
        <source>Shift {number}, {day} {time}</source>
        <translation>Skift {number}, {day} {time}</translation>
    </message>
    <message>
        <source>Slip printed.</source>
        <translation>Lappen er skrevet ut.</translation>
    </message>
    <message>
        <source>Taken out of the till</source>
        <translation>Tatt ut av kassen</translation>
    </message>
    <message>
        <source>Tender declaration</source>
        <translation>Kasseopptelling</translation>
    </message>
    <message>
        <source>Tender removal</source>
        <translation>Uttak fra kassen</translation>
    </message>
    <message>
        <source>The slip did not come out: {why}. Print slip again.</source>
        <translation>Lappen kom ikke ut: {why}. Skriv ut lapp igjen.</translation>
    </message>
    <message>
        <source>These shifts were closed blind. Count each, then close it; none of them is opened again.</source>
        <translation>Disse skiftene ble avsluttet uten opptelling. Tell opp hvert av dem, og avslutt det så; ingen av dem åpnes igjen.</translation>
    </message>
    <message>
        <source>This shift does not wait to be counted. Choose one of the list.</source>
        <translation>Dette skiftet venter ikke på opptelling. Velg et fra listen.</translation>
    </message>
    <message>
        <source>This shift is not counted yet. Declare its tenders first.</source>
        <translation>Dette skiftet er ikke talt opp ennå. Tell det opp først.</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Type how much cash it is.</source>
        <translation>Tast hvor mye kontanter det er.</translation>
    </message>
    <message>
        <source>Type the number of the bag.</source>
        <translation>Tast nummeret på posen.</translation>
    </message>
    <message>
        <source>Type what the cash is for.</source>
        <translation>Tast hva kontantene skal brukes til.</translation>
    </message>
    <message>
        <source>What is the cash taken out for?</source>
        <translation>Hva tas kontantene ut til?</translation>
    </message>
    <message>
        <source>Which number has the bag?</source>
        <translation>Hvilket nummer har posen?</translation>
    </message>
    <message>
        <source>Which shift is closed?</source>
        <translation>Hvilket skift avsluttes?</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>ikke talt opp</translation>
    </message>
    <message>
        <source>start amount {amount}</source>
        <translation>startbeløp {amount}</translation>
    </message>
    <message>
        <source>{amount} cannot be moved. Type how much is counted.</source>
        <translation>{amount} går ikke. Tast hvor mye som er talt.</translation>
    </message>
    <message>
        <source>{amount} is more than the till should hold. Count it again; what was put in by hand is a float entry.</source>
        <translation>{amount} er mer enn kassen skal ha. Tell på nytt; det som er lagt inn for hånd, er Veksel inn.</translation>
    </message>
    <message>
        <source>{name} · closed blind {time}</source>
        <translation>{name} · avsluttet uten opptelling {time}</translation>
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
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Lim inn</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gjenta</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Velg alt</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nei</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Bruk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>N&amp;ei til alt</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Tilbakestill</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Gjenopprett standard</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Lagre alt</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Ja til &amp;alt</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Lim inn</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gjenta</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Kopier &amp;lenkeadresse</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Velg alt</translation>
    </message>
</context>
</TS>
