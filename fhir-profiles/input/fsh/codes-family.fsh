// The codes of children, pregnancy and carers. Each code system has a value set of the same name that holds all of it.

CodeSystem: WellbeingCodes
Id: wellbeing
Title: "Hoe het gaat"
Description: "Hoe het met een kind gaat."
* insert Codes([["How it goes"]], [["How it goes with one child."]])
* ^valueSet = Canonical(WellbeingValues)
* insert Concept(goes-well, [["Het gaat goed"]], [["It goes well"]])
* insert Concept(support-wanted, [["Ondersteuning gewenst"]], [["Support wanted"]])
* insert Concept(concerns, [["Er zijn zorgen"]], [["There are concerns"]])
* insert Concept(unknown, [["Niet bekend"]], [["Not known"]])

ValueSet: WellbeingValues
Id: wellbeing
Title: "Hoe het gaat"
Description: "Hoe het met een kind gaat."
* insert Texts([["How it goes"]], [["How it goes with one child."]])
* include codes from system WellbeingCodes

CodeSystem: OverAdaptationCodes
Id: over-adaptation
Title: "Aanpassen en zorgtaken"
Description: "Of een kind zich sterk aanpast of veel zorgtaken heeft."
* insert Codes([["Adapting and caring tasks"]], [["Whether a child adapts strongly or has many caring tasks."]])
* ^valueSet = Canonical(OverAdaptationValues)
* insert Concept(not-seen, [["Niet gezien"]], [["Not seen"]])
* insert Concept(somewhat, [["Een beetje"]], [["Somewhat"]])
* insert Concept(clearly, [["Duidelijk"]], [["Clearly"]])
* insert Concept(unknown, [["Niet bekend"]], [["Not known"]])

ValueSet: OverAdaptationValues
Id: over-adaptation
Title: "Aanpassen en zorgtaken"
Description: "Of een kind zich sterk aanpast of veel zorgtaken heeft."
* insert Texts([["Adapting and caring tasks"]], [["Whether a child adapts strongly or has many caring tasks."]])
* include codes from system OverAdaptationCodes

CodeSystem: IllnessExplainedCodes
Id: illness-explained
Title: "Uitleg aan het kind"
Description: "Of het kind weet wat er met de ouder aan de hand is."
* insert Codes([["Explained to the child"]], [["Whether the child knows what the matter is with the parent."]])
* ^valueSet = Canonical(IllnessExplainedValues)
* insert Concept(explained, [["Uitgelegd"]], [["Explained"]])
* insert Concept(not-yet, [["Nog niet"]], [["Not yet"]])
* insert Concept(too-young, [["Te jong"]], [["Too young"]])
* insert Concept(unknown, [["Niet bekend"]], [["Not known"]])

ValueSet: IllnessExplainedValues
Id: illness-explained
Title: "Uitleg aan het kind"
Description: "Of het kind weet wat er met de ouder aan de hand is."
* insert Texts([["Explained to the child"]], [["Whether the child knows what the matter is with the parent."]])
* include codes from system IllnessExplainedCodes

CodeSystem: RelationCodes
Id: relation
Title: "Relatie van het kind"
Description: "Wat het kind is van de patiënt."
* insert Codes([["Relation of the child"]], [["What the child is to the patient."]])
* ^valueSet = Canonical(RelationValues)
* insert Concept(own, [["Eigen kind"]], [["Own child"]])
* insert Concept(step, [["Stiefkind"]], [["Stepchild"]])
* insert Concept(foster, [["Pleegkind"]], [["Foster child"]])
* insert Concept(adoptive, [["Adoptiekind"]], [["Adopted child"]])
* insert Concept(grandchild, [["Kleinkind"]], [["Grandchild"]])
* insert Concept(partners-child, [["Kind van de partner"]], [["Child of the partner"]])
* insert Concept(sibling, [["Broer of zus"]], [["Brother or sister"]])
* insert Concept(other, [["Anders"]], [["Other"]])

ValueSet: RelationValues
Id: relation
Title: "Relatie van het kind"
Description: "Wat het kind is van de patiënt."
* insert Texts([["Relation of the child"]], [["What the child is to the patient."]])
* include codes from system RelationCodes

CodeSystem: ResidenceCodes
Id: residence
Title: "Waar het kind woont"
Description: "Waar het kind woont."
* insert Codes([["Where the child lives"]], [["Where the child lives."]])
* ^valueSet = Canonical(ResidenceValues)
* insert Concept(with-patient, [["Bij de patiënt"]], [["With the patient"]])
* insert Concept(partly-with-patient, [["Deels bij de patiënt"]], [["Partly with the patient"]])
* insert Concept(with-other-parent, [["Bij de andere ouder"]], [["With the other parent"]])
* insert Concept(with-family, [["Bij familie"]], [["With family"]])
* insert Concept(foster-or-residential, [["In een pleeggezin of woongroep"]], [["In a foster family or residential group"]])
* insert Concept(on-own, [["Zelfstandig"]], [["On its own"]])
* insert Concept(elsewhere, [["Ergens anders"]], [["Elsewhere"]])
* insert Concept(unknown, [["Niet bekend"]], [["Not known"]])

ValueSet: ResidenceValues
Id: residence
Title: "Waar het kind woont"
Description: "Waar het kind woont."
* insert Texts([["Where the child lives"]], [["Where the child lives."]])
* include codes from system ResidenceCodes

CodeSystem: CustodyCodes
Id: custody
Title: "Gezag"
Description: "Wie het gezag over het kind heeft."
* insert Codes([["Custody"]], [["Who has custody of the child."]])
* ^valueSet = Canonical(CustodyValues)
* insert Concept(patient, [["De patiënt"]], [["The patient"]])
* insert Concept(shared, [["Samen met een ander"]], [["Shared with another"]])
* insert Concept(other, [["Iemand anders"]], [["Somebody else"]])
* insert Concept(none, [["De patiënt heeft geen gezag meer"]], [["The patient no longer has custody"]])
* insert Concept(unknown, [["Niet bekend"]], [["Not known"]])

ValueSet: CustodyValues
Id: custody
Title: "Gezag"
Description: "Wie het gezag over het kind heeft."
* insert Texts([["Custody"]], [["Who has custody of the child."]])
* include codes from system CustodyCodes

CodeSystem: ContactCodes
Id: contact
Title: "Contact met het kind"
Description: "Hoe vaak de patiënt het kind ziet."
* insert Codes([["Contact with the child"]], [["How often the patient sees the child."]])
* ^valueSet = Canonical(ContactValues)
* insert Concept(regular, [["Regelmatig"]], [["Regular"]])
* insert Concept(sometimes, [["Soms"]], [["Sometimes"]])
* insert Concept(supervised, [["Onder begeleiding"]], [["Supervised"]])
* insert Concept(none, [["Geen contact"]], [["No contact"]])
* insert Concept(unknown, [["Niet bekend"]], [["Not known"]])

ValueSet: ContactValues
Id: contact
Title: "Contact met het kind"
Description: "Hoe vaak de patiënt het kind ziet."
* insert Texts([["Contact with the child"]], [["How often the patient sees the child."]])
* include codes from system ContactCodes

CodeSystem: PregnancyCodes
Id: pregnancy
Title: "Zwangerschap"
Description: "Of er een zwangerschap is, van de patiënt of van de partner."
* insert Codes([["Pregnancy"]], [["Whether there is a pregnancy, of the patient or of the partner."]])
* ^valueSet = Canonical(PregnancyValues)
* insert Concept(yes, [["Ja"]], [["Yes"]])
* insert Concept(no, [["Nee"]], [["No"]])
* insert Concept(unknown, [["Niet bekend"]], [["Not known"]])
* insert Concept(ended, [["De zwangerschap is voorbij"]], [["The pregnancy has ended"]])

ValueSet: PregnancyValues
Id: pregnancy
Title: "Zwangerschap"
Description: "Of er een zwangerschap is, van de patiënt of van de partner."
* insert Texts([["Pregnancy"]], [["Whether there is a pregnancy, of the patient or of the partner."]])
* include codes from system PregnancyCodes

CodeSystem: CarerRoleCodes
Id: carer-role
Title: "Rol van een andere verzorger"
Description: "Wie er nog meer voor de kinderen zorgt."
* insert Codes([["Role of another carer"]], [["Who else cares for the children."]])
* ^valueSet = Canonical(CarerRoleValues)
* insert Concept(other-parent, [["De andere ouder"]], [["The other parent"]])
* insert Concept(partner, [["Partner"]], [["Partner"]])
* insert Concept(grandparent, [["Grootouder"]], [["Grandparent"]])
* insert Concept(family, [["Familie"]], [["Family"]])
* insert Concept(friend, [["Vriend of buur"]], [["Friend or neighbour"]])
* insert Concept(professional, [["Professional"]], [["Professional"]])
* insert Concept(other, [["Anders"]], [["Other"]])

ValueSet: CarerRoleValues
Id: carer-role
Title: "Rol van een andere verzorger"
Description: "Wie er nog meer voor de kinderen zorgt."
* insert Texts([["Role of another carer"]], [["Who else cares for the children."]])
* include codes from system CarerRoleCodes
