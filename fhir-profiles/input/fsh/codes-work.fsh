// The codes of cards, tasks and flags. Each code system has a value set of the same name that holds all of it.

CodeSystem: OverrideReasonCodes
Id: override-reason
Title: "Reden om de kaart weg te leggen"
Description: "Waarom een behandelaar de kaart van de Kindcheck nu niet volgt."
* insert Codes([["Reason to set the card aside"]], [["Why a clinician does not follow the Kindcheck card now."]])
* ^valueSet = Canonical(OverrideReasonValues)
* insert Concept(already-discussed, [["Al besproken"]], [["Already discussed"]])
* insert Concept(parent-declines-now, [["Ouder wil er nu niet over praten"]], [["Parent declines for now"]])
* insert Concept(postponed, [["Uitgesteld"]], [["Postponed"]])
* insert Concept(not-applicable, [["Niet van toepassing"]], [["Not applicable"]])
* insert Concept(not-my-patient, [["Niet mijn patiënt"]], [["Not my patient"]])

ValueSet: OverrideReasonValues
Id: override-reason
Title: "Reden om de kaart weg te leggen"
Description: "Waarom een behandelaar de kaart van de Kindcheck nu niet volgt."
* insert Texts([["Reason to set the card aside"]], [["Why a clinician does not follow the Kindcheck card now."]])
* include codes from system OverrideReasonCodes

CodeSystem: TaskCodes
Id: task
Title: "Taak"
Description: "Taken van de Kindcheck."
* insert Codes([["Task"]], [["Tasks of the Kindcheck."]])
* ^valueSet = Canonical(TaskValues)
* insert Concept(kindcheck, [["Kindcheck doen"]], [["Do the Kindcheck"]])
* insert Concept(kindcheck-for-the-children, [["Nagaan wat de kinderen nodig hebben na het overlijden van de patiënt"]], [["See what the children need after the patient's death"]])
* insert Concept(consult, [["Meedenken over een vraag van een collega"]], [["Think along about a colleague's question"]])

ValueSet: TaskValues
Id: task
Title: "Taak"
Description: "Taken van de Kindcheck."
* insert Texts([["Task"]], [["Tasks of the Kindcheck."]])
* include codes from system TaskCodes

CodeSystem: CommunicationCodes
Id: communication
Title: "Bericht"
Description: "Waarom een bericht aan Kindcheck wordt gestuurd."
* insert Codes([["Message"]], [["Why a message is sent to Kindcheck."]])
* ^valueSet = Canonical(CommunicationValues)
* insert Concept(kindcheck-wanted, [["Deze ouder heeft een Kindcheck nodig"]], [["This parent needs a Kindcheck"]])

ValueSet: CommunicationValues
Id: communication
Title: "Bericht"
Description: "Waarom een bericht aan Kindcheck wordt gestuurd."
* insert Texts([["Message"]], [["Why a message is sent to Kindcheck."]])
* include codes from system CommunicationCodes

CodeSystem: SignalledByCodes
Id: signalled-by
Title: "Wie het laat weten"
Description: "Van wat voor afzender een bericht komt, in algemene woorden."
* insert Codes([["Who lets us know"]], [["What kind of sender a message comes from, in general words."]])
* ^valueSet = Canonical(SignalledByValues)
* insert Concept(youth-care, [["Jeugdhulp"]], [["Youth care"]])
* insert Concept(colleague, [["Collega"]], [["Colleague"]])
* insert Concept(referrer, [["Verwijzer"]], [["Referrer"]])
* insert Concept(other, [["Iemand anders"]], [["Somebody else"]])

ValueSet: SignalledByValues
Id: signalled-by
Title: "Wie het laat weten"
Description: "Van wat voor afzender een bericht komt, in algemene woorden."
* insert Texts([["Who lets us know"]], [["What kind of sender a message comes from, in general words."]])
* include codes from system SignalledByCodes

CodeSystem: FlagCodes
Id: flag
Title: "Aandacht"
Description: "Aandacht voor een kind, altijd voor een beperkte tijd."
* insert Codes([["Attention"]], [["Attention for a child, always for a limited time."]])
* ^valueSet = Canonical(FlagValues)
* insert Concept(concern-for-child, [["Aandacht voor een kind"]], [["Attention for a child"]])

ValueSet: FlagValues
Id: flag
Title: "Aandacht"
Description: "Aandacht voor een kind, altijd voor een beperkte tijd."
* insert Texts([["Attention"]], [["Attention for a child, always for a limited time."]])
* include codes from system FlagCodes

CodeSystem: TopicCardCodes
Id: topic-card
Title: "Onderwerp van een kaart"
Description: "Waarover een kaart in het EPD gaat."
* insert Codes([["Topic of a card"]], [["What a card in the record is about."]])
* ^valueSet = Canonical(TopicCardValues)
* insert Concept(kindcheck-due, [["Kindcheck aan de beurt"]], [["Kindcheck due"]])
* insert Concept(kindcheck-status-unknown, [["Stand van de Kindcheck niet bekend"]], [["Status of the Kindcheck not known"]])

ValueSet: TopicCardValues
Id: topic-card
Title: "Onderwerp van een kaart"
Description: "Waarover een kaart in het EPD gaat."
* insert Texts([["Topic of a card"]], [["What a card in the record is about."]])
* include codes from system TopicCardCodes

CodeSystem: SensitivityCodes
Id: sensitivity
Title: "Gevoeligheid"
Description: "Hoe een uitspraak gemarkeerd is, naast de labels van HL7."
* insert Codes([["Sensitivity"]], [["How a statement is marked, beside the labels of HL7."]])
* ^valueSet = Canonical(SensitivityValues)
* insert Concept(shielded, [["Afgeschermd voor de ouder"]], [["Shielded from the parent"]])
* insert Concept(from-another, [["Van een ander dan de ouder of de behandelaar"]], [["From somebody else than the parent or the clinician"]])
* insert Concept(about-another-parent, [["Van de ene ouder over een andere"]], [["From one parent about another"]])

ValueSet: SensitivityValues
Id: sensitivity
Title: "Gevoeligheid"
Description: "Hoe een uitspraak gemarkeerd is, naast de labels van HL7."
* insert Texts([["Sensitivity"]], [["How a statement is marked, beside the labels of HL7."]])
* include codes from system SensitivityCodes
