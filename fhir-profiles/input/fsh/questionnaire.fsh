// The form of one conversation. Only the outcome is required here: whether a Kindcheck is complete is decided by the
// rules of the service, never by the form.
Instance: Kindcheck
InstanceOf: Questionnaire
Usage: #definition
* id = "kindcheck"
* url = Canonical(Kindcheck)
* version = "1.0.0"
* name = "Kindcheck"
* status = #draft
* experimental = false
* language = #nl
* subjectType = #Patient
* date = "2026-01-01"
* publisher = "Kindcheck"
* title = "Kindcheck"
* insert English(title, [["Kindcheck"]])
* description = "Gesprek met een ouder over de kinderen: wie zijn ze, hoe gaat het met ze, wat gaat goed en waar is ondersteuning gewenst. Deze teksten zijn nog niet gevalideerd door professionals."
* insert English(description, [["A talk with a parent about the children: who they are, how they are doing, what goes well and where support is wanted. These texts are not yet validated by professionals."]])
* purpose = "Kinderen van patiënten zien en blijven zien. Het formulier legt vast wat is gezegd en door wie. Het geeft geen score en neemt geen besluit."
* insert English(purpose, [["To see the children of patients, and to keep seeing them. The form records what was said and by whom. It gives no score and takes no decision."]])
* copyright = "Apache-2.0. Eigen teksten van Kindcheck, nog niet gevalideerd door professionals."
* insert English(copyright, [["Apache-2.0. Texts of Kindcheck's own, not yet validated by professionals."]])

* item[+]
  * insert Help(help-opening, [["Zo kunt u beginnen: 'Wij vragen dit aan iedereen. Zorgt u voor kinderen, of ziet u kinderen vaak? En hoe gaat het met ze?'"]], [["You could open like this: 'We ask everybody this. Do you care for children, or see children often? And how are they doing?'"]])
* item[+]
  * insert Help(help-why, [["Waarom wij dit vragen: kinderen tellen mee als een ouder in behandeling is. De vraag gaat niet over schuld. Samen kijkt u wat goed gaat en welke ondersteuning past."]], [["Why we ask: children count when a parent is in care. The question is not about blame. Together you look at what goes well and which support fits."]])
* item[+]
  * insert Help(help-afraid, [["Is de ouder bang voor wat er met de antwoorden gebeurt? Zeg wat u opschrijft. Er gaat niets naar anderen zonder dat een mens dat besluit. 'Nu liever niet' mag: dan vraagt u het later opnieuw."]], [["Is the parent afraid of what happens with the answers? Say what you write down. Nothing goes to others unless a person decides so. 'Not now' is fine: then you ask again later."]])
* item[+]
  * insert Choice(moment, MomentValues, [["Op welk moment doet u deze Kindcheck?"]], [["At which moment do you do this Kindcheck?"]])
* item[+]
  * insert Choice(outcome, OutcomeValues, [["Wat is de uitkomst?"]], [["What is the outcome?"]])
  * required = true
* item[+]
  * insert Choice(outcome-unclear, UnclearValues, [["Wie is er bij het gezin betrokken?"]], [["Who is involved with the family?"]])
  * insert EnableWhenCode(outcome, OutcomeCodes#unclear)
* item[+]
  * insert Item(reason, text, [["Wat is de reden?"]], [["What is the reason?"]])
  * insert EnableWhenCode(outcome, OutcomeCodes#postponed)
  * insert EnableWhenCode(outcome, OutcomeCodes#not-applicable)
  * insert EnableWhenCode(outcome, OutcomeCodes#declined)
  * enableBehavior = #any
* item[+]
  * insert Item(postponed-until, date, [["Tot welke datum stelt u het uit?"]], [["Until which date do you postpone it?"]])
  * insert EnableWhenCode(outcome, OutcomeCodes#postponed)

* item[+]
  * insert Item(children, group, [["Kinderen"]], [["Children"]])
  * repeats = true
  * item[+]
    * insert Help(children.help, [["Denk aan alle kinderen: thuis, deels thuis, ergens anders, en kinderen met wie geen contact is. Ook stief-, pleeg-, adoptie- en kleinkinderen, en bij een jonge patiënt de broers en zussen. Weet u iets niet? Kies 'Niet bekend'. Schrijf nooit een BSN van een kind op."]], [["Think of all the children: at home, partly at home, elsewhere, and children without contact. Also step-, foster, adopted and grandchildren, and with a young patient the brothers and sisters. You do not know? Choose 'Not known'. Never write down the citizen service number of a child."]])
  * item[+]
    * extension[+].url = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"
    * extension[=].valueBoolean = true
    * insert Item(children.id, string, [["Kenmerk van een bekend kind"]], [["Id of a known child"]])
  * item[+]
    * insert Item(children.where-now, string, [["Waar is het kind nu en wie zorgt er nu voor?"]], [["Where is the child now and who cares for it now?"]])
  * item[+]
    * insert Item(children.label, string, [["Voornaam, of hoe u het kind noemt"]], [["First name, or what you call the child"]])
  * item[+]
    * insert Item(children.birth, date, [["Geboren in welke maand en welk jaar?"]], [["Born in which month and year?"]])
  * item[+]
    * insert Item(children.birth-unknown, boolean, [["De geboortemaand is niet bekend"]], [["The month of birth is not known"]])
  * item[+]
    * insert Choice(children.relation, RelationValues, [["Welke relatie heeft het kind met de patiënt?"]], [["How is the child related to the patient?"]])
  * item[+]
    * insert Choice(children.residence, ResidenceValues, [["Waar woont het kind?"]], [["Where does the child live?"]])
  * item[+]
    * insert Item(children.household, string, [["In welk huishouden? Geef het een eigen naam, bijvoorbeeld 'bij oma'."]], [["In which household? Give it a name of its own, for example 'at grandma's'."]])
  * item[+]
    * insert Choice(children.custody, CustodyValues, [["Wie heeft het gezag?"]], [["Who has custody?"]])
  * item[+]
    * insert Choice(children.contact, ContactValues, [["Is er contact met het kind?"]], [["Is there contact with the child?"]])
  * item[+]
    * insert Item(children.carer-when-unable, string, [["Wie zorgt voor het kind als de ouder dat even niet kan?"]], [["Who cares for the child when the parent cannot for a while?"]])
  * item[+]
    * insert Item(children.trusted-adult, string, [["Bij welke volwassene kan het kind terecht?"]], [["Which adult can the child turn to?"]])
  * item[+]
    * insert Choice(children.wellbeing, WellbeingValues, [["Hoe gaat het met het kind?"]], [["How is the child doing?"]])
  * item[+]
    * insert Item(children.wellbeing-note, text, [["Kunt u daar iets over vertellen?"]], [["Can you tell something about that?"]])
  * item[+]
    * insert Choice(children.over-adaptation, OverAdaptationValues, [["Past het kind zich sterk aan, of zorgt het veel voor anderen?"]], [["Does the child adapt strongly, or care for others a lot?"]])
  * item[+]
    * insert Choice(children.illness-explained, IllnessExplainedValues, [["Is aan het kind uitgelegd wat er met de ouder is?"]], [["Was it explained to the child what the matter is with the parent?"]])
  * item[+]
    * insert Item(children.own-words, text, [["Wat zegt het kind er zelf over?"]], [["What does the child itself say about it?"]])
  * item[+]
    * insert Domain(child, [["Het kind zelf"]], [["The child itself"]])
  * item[+]
    * insert Domain(parent, [["De ouder"]], [["The parent"]])
  * item[+]
    * insert Domain(family, [["Het gezin"]], [["The family"]])
  * item[+]
    * insert Domain(circumstances, [["De omstandigheden, zoals wonen en geld"]], [["The circumstances, such as housing and money"]])
  * item[+]
    * insert Domain(network, [["De mensen om het gezin heen"]], [["The people around the family"]])
  * item[+]
    * insert Domain(care, [["De zorg zelf"]], [["The care itself"]])
  * item[+]
    * insert Item(children.unchanged, date, [["Sinds welke dag is er niets veranderd?"]], [["Since which day has nothing changed?"]])
  * item[+]
    * insert Item(children.died, boolean, [["Het kind is overleden"]], [["The child has died"]])

* item[+]
  * insert Choice(pregnancy, PregnancyValues, [["Is er een zwangerschap, van de patiënt of van de partner?"]], [["Is there a pregnancy, of the patient or of the partner?"]])
* item[+]
  * insert Item(pregnancy-expected, date, [["In welke maand wordt de baby verwacht?"]], [["In which month is the baby expected?"]])
  * insert EnableWhenCode(pregnancy, PregnancyCodes#yes)
* item[+]
  * insert Choice(partner-children, AnswerValues, [["Heeft een partner of ex-partner kinderen die de patiënt vaak ziet?"]], [["Does a partner or former partner have children whom the patient often sees?"]])
* item[+]
  * insert Choice(other-carers, AnswerValues, [["Zorgen er nog anderen voor de kinderen?"]], [["Do others care for the children too?"]])
* item[+]
  * insert Item(carers, group, [["Andere verzorgers"]], [["Other carers"]])
  * repeats = true
  * insert EnableWhenCode(other-carers, AnswerCodes#yes)
  * item[+]
    * insert Item(carers.label, string, [["Naam, of hoe u deze persoon noemt"]], [["Name, or what you call this person"]])
  * item[+]
    * insert Choice(carers.role, CarerRoleValues, [["Wie is dit voor de kinderen?"]], [["Who is this to the children?"]])
  * item[+]
    * insert Item(carers.household, string, [["In welk huishouden woont deze persoon?"]], [["In which household does this person live?"]])
* item[+]
  * insert Choice(household-change, AnswerValues, [["Is er thuis iets veranderd, zoals een verhuizing of een scheiding?"]], [["Has anything changed at home, such as a move or a separation?"]])
* item[+]
  * insert Item(household-change-date, date, [["Wanneer was dat?"]], [["When was that?"]])
  * insert EnableWhenCode(household-change, AnswerCodes#yes)
* item[+]
  * insert Item(discussed, choice, [["Is dit met de ouder besproken?"]], [["Was this discussed with the parent?"]])
  * answerOption[+].valueCoding = AnswerCodes#yes "Ja"
  * answerOption[+].valueCoding = AnswerCodes#no "Nee"
* item[+]
  * insert Item(discussed-reason, text, [["Waarom niet?"]], [["Why not?"]])
  * insert EnableWhenCode(discussed, AnswerCodes#no)
* item[+]
  * insert Choice(gut-feeling, GutFeelingValues, [["Wat is uw eigen gevoel?"]], [["What is your own feeling?"]])
* item[+]
  * insert Item(parent-words, text, [["Wat zegt de ouder er in eigen woorden over?"]], [["What does the parent say about it in own words?"]])
* item[+]
  * insert Item(follow-up, group, [["Vervolg"]], [["Follow-up"]])
  * repeats = true
  * item[+]
    * insert Item(follow-up.action, text, [["Wat is er afgesproken?"]], [["What was agreed?"]])
  * item[+]
    * insert Item(follow-up.owner, string, [["Wie doet dat?"]], [["Who does it?"]])
  * item[+]
    * insert Item(follow-up.date, date, [["Voor welke datum?"]], [["By which date?"]])

// One domain of a child's life: what is strong and what gives concern, each as often as there is something to say.
RuleSet: Domain(domain, nl, en)
* insert Item(children.domain-{domain}, group, [[{nl}]], [[{en}]])
* item[+]
  * insert Item(children.domain-{domain}.strengths, text, [["Wat gaat goed?"]], [["What goes well?"]])
  * repeats = true
* item[+]
  * insert Item(children.domain-{domain}.concerns, text, [["Waar zijn zorgen over?"]], [["What are the concerns?"]])
  * repeats = true
