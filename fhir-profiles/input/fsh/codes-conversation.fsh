// The codes of the conversation as a whole and of statements. Each code system has a value set of the same name that holds all of it.

CodeSystem: OutcomeCodes
Id: outcome
Title: "Uitkomst van de Kindcheck"
Description: "Wat de Kindcheck heeft opgeleverd."
* insert Codes([["Outcome of the Kindcheck"]], [["What the Kindcheck led to."]])
* ^valueSet = Canonical(OutcomeValues)
* insert Concept(no-children, [["Geen kinderen"]], [["No children"]])
* insert Concept(goes-well, [["Er zijn kinderen, het gaat goed"]], [["There are children, it goes well"]])
* insert Concept(support-wanted, [["Ondersteuning gewenst"]], [["Support wanted"]])
* insert Concept(concerns, [["Er zijn zorgen"]], [["There are concerns"]])
* insert Concept(safety-concern, [["Er zijn zorgen over de veiligheid"]], [["There are concerns about safety"]])
* insert Concept(declined, [["Nu liever niet"]], [["Declined for now"]])
* insert Concept(unclear, [["Nog niet duidelijk"]], [["Not clear yet"]])
* insert Concept(postponed, [["Uitgesteld"]], [["Postponed"]])
* insert Concept(not-applicable, [["Niet van toepassing"]], [["Not applicable"]])

ValueSet: OutcomeValues
Id: outcome
Title: "Uitkomst van de Kindcheck"
Description: "Wat de Kindcheck heeft opgeleverd."
* insert Texts([["Outcome of the Kindcheck"]], [["What the Kindcheck led to."]])
* include codes from system OutcomeCodes

CodeSystem: UnclearCodes
Id: unclear
Title: "Vervolg als het niet duidelijk is"
Description: "Wie er bij het gezin betrokken is als het antwoord nee of niet duidelijk is."
* insert Codes([["What follows when it is not clear"]], [["Who is involved with the family when the answer is no or not clear."]])
* ^valueSet = Canonical(UnclearValues)
* insert Concept(nobody-else-involved, [["Er is niemand anders betrokken"]], [["Nobody else is involved"]])
* insert Concept(taken-over, [["Een andere professional neemt het over"]], [["Another professional takes it over"]])
* insert Concept(not-taken-over, [["Een andere professional neemt het niet over"]], [["Another professional does not take it over"]])

ValueSet: UnclearValues
Id: unclear
Title: "Vervolg als het niet duidelijk is"
Description: "Wie er bij het gezin betrokken is als het antwoord nee of niet duidelijk is."
* insert Texts([["What follows when it is not clear"]], [["Who is involved with the family when the answer is no or not clear."]])
* include codes from system UnclearCodes

CodeSystem: MomentCodes
Id: moment
Title: "Moment van de Kindcheck"
Description: "Het moment in de zorg waarop de Kindcheck wordt gedaan."
* insert Codes([["Moment of the Kindcheck"]], [["The moment in care at which the Kindcheck is done."]])
* ^valueSet = Canonical(MomentValues)
* insert Concept(intake, [["Intake"]], [["Intake"]])
* insert Concept(treatment, [["Behandeling"]], [["Treatment"]])
* insert Concept(evaluation, [["Evaluatie"]], [["Evaluation"]])
* insert Concept(crisis, [["Crisis"]], [["Crisis"]])
* insert Concept(admission, [["Opname"]], [["Admission"]])
* insert Concept(discharge, [["Ontslag of afsluiting"]], [["Discharge"]])
* insert Concept(none, [["Geen moment voor een Kindcheck"]], [["No moment for a Kindcheck"]])
* insert Concept(unmapped, [["Moment niet bekend"]], [["Moment not known"]])

ValueSet: MomentValues
Id: moment
Title: "Moment van de Kindcheck"
Description: "Het moment in de zorg waarop de Kindcheck wordt gedaan."
* insert Texts([["Moment of the Kindcheck"]], [["The moment in care at which the Kindcheck is done."]])
* include codes from system MomentCodes

CodeSystem: AnswerCodes
Id: answer
Title: "Antwoord"
Description: "Ja, nee of niet bekend."
* insert Codes([["Answer"]], [["Yes, no or not known."]])
* ^valueSet = Canonical(AnswerValues)
* insert Concept(yes, [["Ja"]], [["Yes"]])
* insert Concept(no, [["Nee"]], [["No"]])
* insert Concept(unknown, [["Niet bekend"]], [["Not known"]])

ValueSet: AnswerValues
Id: answer
Title: "Antwoord"
Description: "Ja, nee of niet bekend."
* insert Texts([["Answer"]], [["Yes, no or not known."]])
* include codes from system AnswerCodes

CodeSystem: GutFeelingCodes
Id: gut-feeling
Title: "Gevoel van de behandelaar"
Description: "Het eigen gevoel van de behandelaar: pluis, twijfel of niet pluis."
* insert Codes([["Gut feeling of the clinician"]], [["The clinician's own feeling: at ease, in doubt or not at ease."]])
* ^valueSet = Canonical(GutFeelingValues)
* insert Concept(pluis, [["Pluis"]], [["At ease"]])
* insert Concept(twijfel, [["Twijfel"]], [["In doubt"]])
* insert Concept(niet-pluis, [["Niet pluis"]], [["Not at ease"]])

ValueSet: GutFeelingValues
Id: gut-feeling
Title: "Gevoel van de behandelaar"
Description: "Het eigen gevoel van de behandelaar: pluis, twijfel of niet pluis."
* insert Texts([["Gut feeling of the clinician"]], [["The clinician's own feeling: at ease, in doubt or not at ease."]])
* include codes from system GutFeelingCodes

CodeSystem: PerspectiveCodes
Id: perspective
Title: "Wie het zegt"
Description: "Van wie een uitspraak komt."
* insert Codes([["Who says it"]], [["Whose statement it is."]])
* ^valueSet = Canonical(PerspectiveValues)
* insert Concept(parent, [["De ouder"]], [["The parent"]])
* insert Concept(child, [["Het kind"]], [["The child"]])
* insert Concept(other-parent, [["De andere ouder"]], [["The other parent"]])
* insert Concept(third-party, [["Iemand anders"]], [["Somebody else"]])
* insert Concept(home-visit, [["Gezien bij een huisbezoek"]], [["Seen at a home visit"]])
* insert Concept(clinician, [["De behandelaar"]], [["The clinician"]])

ValueSet: PerspectiveValues
Id: perspective
Title: "Wie het zegt"
Description: "Van wie een uitspraak komt."
* insert Texts([["Who says it"]], [["Whose statement it is."]])
* include codes from system PerspectiveCodes

CodeSystem: NatureCodes
Id: nature
Title: "Feit of mening"
Description: "Of een uitspraak een feit of een mening is."
* insert Codes([["Fact or opinion"]], [["Whether a statement is a fact or an opinion."]])
* ^valueSet = Canonical(NatureValues)
* insert Concept(fact, [["Feit"]], [["Fact"]])
* insert Concept(opinion, [["Mening"]], [["Opinion"]])

ValueSet: NatureValues
Id: nature
Title: "Feit of mening"
Description: "Of een uitspraak een feit of een mening is."
* insert Texts([["Fact or opinion"]], [["Whether a statement is a fact or an opinion."]])
* include codes from system NatureCodes

CodeSystem: DomainCodes
Id: domain
Title: "Leefgebied"
Description: "Het gebied waarover een sterke kant of een zorg gaat."
* insert Codes([["Domain"]], [["The domain that a strength or a concern is about."]])
* ^valueSet = Canonical(DomainValues)
* insert Concept(child, [["Kind"]], [["Child"]])
* insert Concept(parent, [["Ouder"]], [["Parent"]])
* insert Concept(family, [["Gezin"]], [["Family"]])
* insert Concept(circumstances, [["Omstandigheden"]], [["Circumstances"]])
* insert Concept(network, [["Netwerk"]], [["Network"]])
* insert Concept(care, [["De zorg zelf"]], [["The care itself"]])

ValueSet: DomainValues
Id: domain
Title: "Leefgebied"
Description: "Het gebied waarover een sterke kant of een zorg gaat."
* insert Texts([["Domain"]], [["The domain that a strength or a concern is about."]])
* include codes from system DomainCodes

CodeSystem: ValenceCodes
Id: valence
Title: "Sterke kant of zorg"
Description: "Of iets goed gaat of zorgen geeft."
* insert Codes([["Strength or concern"]], [["Whether something goes well or gives concern."]])
* ^valueSet = Canonical(ValenceValues)
* insert Concept(strength, [["Sterke kant"]], [["Strength"]])
* insert Concept(concern, [["Zorg"]], [["Concern"]])

ValueSet: ValenceValues
Id: valence
Title: "Sterke kant of zorg"
Description: "Of iets goed gaat of zorgen geeft."
* insert Texts([["Strength or concern"]], [["Whether something goes well or gives concern."]])
* include codes from system ValenceCodes

CodeSystem: TopicCodes
Id: topic
Title: "Onderwerp van een uitspraak"
Description: "Waarover één uitspraak gaat."
* insert Codes([["Topic of a statement"]], [["What one statement is about."]])
* ^valueSet = Canonical(TopicValues)
* insert Concept(child-named, [["Er is een kind genoemd"]], [["A child was named"]])
* insert Concept(relation, [["Relatie van het kind"]], [["Relation of the child"]])
* insert Concept(birth, [["Geboren"]], [["Born"]])
* insert Concept(residence, [["Waar het kind woont"]], [["Where the child lives"]])
* insert Concept(custody, [["Gezag"]], [["Custody"]])
* insert Concept(contact, [["Contact met het kind"]], [["Contact with the child"]])
* insert Concept(carer-when-unable, [["Wie zorgt als de ouder het niet kan"]], [["Who cares when the parent cannot"]])
* insert Concept(where-now, [["Waar het kind nu is"]], [["Where the child is now"]])
* insert Concept(trusted-adult, [["Volwassene die het kind vertrouwt"]], [["Adult whom the child trusts"]])
* insert Concept(wellbeing, [["Hoe het gaat"]], [["How it goes"]])
* insert Concept(over-adaptation, [["Aanpassen en zorgtaken"]], [["Adapting and caring tasks"]])
* insert Concept(illness-explained, [["Uitleg aan het kind"]], [["Explained to the child"]])
* insert Concept(own-words, [["Eigen woorden van het kind"]], [["The child's own words"]])
* insert Concept(domain-strength, [["Sterke kant"]], [["Strength"]])
* insert Concept(domain-concern, [["Zorg"]], [["Concern"]])
* insert Concept(died, [["Overleden"]], [["Died"]])
* insert Concept(no-children, [["Geen kinderen"]], [["No children"]])
* insert Concept(pregnancy, [["Zwangerschap"]], [["Pregnancy"]])
* insert Concept(partner-children, [["Kinderen van de partner"]], [["Children of the partner"]])
* insert Concept(other-carers, [["Andere verzorgers"]], [["Other carers"]])
* insert Concept(carer, [["Verzorger"]], [["Carer"]])
* insert Concept(household-change, [["Verandering in het huishouden"]], [["Change in the household"]])
* insert Concept(gut-feeling, [["Gevoel van de behandelaar"]], [["Gut feeling of the clinician"]])
* insert Concept(discussed, [["Besproken met de ouder"]], [["Discussed with the parent"]])
* insert Concept(parent-words, [["Eigen woorden van de ouder"]], [["The parent's own words"]])
* insert Concept(unchanged, [["Niets veranderd"]], [["Nothing changed"]])
* insert Concept(retracted, [["Ingetrokken"]], [["Retracted"]])

ValueSet: TopicValues
Id: topic
Title: "Onderwerp van een uitspraak"
Description: "Waarover één uitspraak gaat."
* insert Texts([["Topic of a statement"]], [["What one statement is about."]])
* include codes from system TopicCodes
