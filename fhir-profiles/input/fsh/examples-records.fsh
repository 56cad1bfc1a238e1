// What the service derives from responses, and what it asks of an EPD. The people in it do not exist.
Instance: ExampleChildMees
InstanceOf: KindcheckChild
Usage: #example
Description: "A child with its own code, the one of zib2020 and the one of zib2024."
* id = "example-mees"
* insert Restricted
* active = true
* patient = Reference(Patient/example-anja) "Anja Voorbeeld"
* relationship.coding[0] = RelationCodes#own
* relationship.coding[+] = $role#SONC
* relationship.coding[+] = $sct#65616008
* name.given = "Mees"
* birthDate = "2019-03"

Instance: ExampleChildWithoutMonth
InstanceOf: KindcheckChild
Usage: #example
Description: "A child known by a label, whose month of birth was asked and is not known."
* id = "example-partners-child"
* insert Restricted
* active = true
* patient = Reference(Patient/example-carla) "Carla Voorbeeld"
* relationship = RelationCodes#partners-child
* name.given = "Kind van de partner"
* birthDate.extension[dataAbsentReason].valueCode = #asked-unknown

RuleSet: Restricted
* meta.security[0] = http://terminology.hl7.org/CodeSystem/v3-Confidentiality#R

RuleSet: Shielded
* meta.security[0] = http://terminology.hl7.org/CodeSystem/v3-Confidentiality#V
* meta.security[+] = http://terminology.hl7.org/CodeSystem/v3-ActCode#NOPAT

Instance: ExampleStatementShielded
InstanceOf: KindcheckStatement
Usage: #example
Description: "What the other parent says of the parent: shielded, from another, about another parent."
* insert Statement(example-statement-shielded, domain-concern, final)
* insert Shielded
* meta.security[+] = SensitivityCodes#shielded
* meta.security[+] = SensitivityCodes#from-another
* meta.security[+] = http://terminology.hl7.org/CodeSystem/v3-ObservationValue#PACQRPT
* meta.security[+] = SensitivityCodes#about-another-parent
* issued = "2026-02-03T10:00:00+01:00"
* extension[perspective].valueCode = #other-parent
* extension[nature].valueCode = #opinion
* category[domain] = DomainCodes#parent
* valueString = "Is 's avonds erg moe."

RuleSet: Statement(id, topic, status)
* id = "{id}"
* status = #{status}
* code = TopicCodes#{topic}
* subject = Reference(Patient/example-anja) "Anja Voorbeeld"
* focus = Reference(RelatedPerson/example-mees) "Mees"
* effectiveDateTime = "2026-02-03"
* performer = Reference(Practitioner/example-noor) "Noor Voorbeeld"
* derivedFrom = Reference(QuestionnaireResponse/example-goes-well)

Instance: ExampleStatement
InstanceOf: KindcheckStatement
Usage: #example
Description: "What a parent sees as a strength of one child."
* insert Statement(example-statement, domain-strength, final)
* insert Restricted
* issued = "2026-02-03T10:00:00+01:00"
* extension[perspective].valueCode = #parent
* extension[nature].valueCode = #opinion
* category[domain] = DomainCodes#child
* valueString = "Speelt graag buiten."

Instance: ExampleStatementUnknown
InstanceOf: KindcheckStatement
Usage: #example
Description: "Asked, and not known."
* insert Statement(example-statement-unknown, over-adaptation, final)
* insert Restricted
* issued = "2026-02-03T10:00:00+01:00"
* extension[perspective].valueCode = #parent
* extension[nature].valueCode = #opinion
* dataAbsentReason = http://terminology.hl7.org/CodeSystem/data-absent-reason#asked-unknown

Instance: ExampleStatementInError
InstanceOf: KindcheckStatement
Usage: #example
Description: "A statement that was corrected."
* insert Statement(example-statement-in-error, birth, entered-in-error)
* insert Restricted
* issued = "2026-02-03T10:00:00+01:00"
* extension[perspective].valueCode = #parent
* extension[nature].valueCode = #fact
* valueDateTime = "2019-03"

Instance: ExampleStatementCorrected
InstanceOf: KindcheckStatement
Usage: #example
Description: "The statement that took its place."
* insert Statement(example-statement-corrected, birth, final)
* insert Restricted
* issued = "2026-02-18T10:00:00+01:00"
* extension[perspective].valueCode = #parent
* extension[nature].valueCode = #fact
* valueDateTime = "2019-04"

Instance: ExampleProvenanceCorrection
InstanceOf: KindcheckProvenance
Usage: #example
Description: "Who corrected the statement, and why."
* id = "example-correction"
* target = Reference(Observation/example-statement-corrected)
* recorded = "2026-02-18T10:00:00+01:00"
* reason = http://terminology.hl7.org/CodeSystem/v3-ActReason#TREAT
* reason.text = "Geboortemaand van Mees was niet goed."
* activity = http://terminology.hl7.org/CodeSystem/v3-DataOperation#UPDATE
* agent.who = Reference(Practitioner/example-noor) "Noor Voorbeeld"
* entity.role = #revision
* entity.what = Reference(Observation/example-statement-in-error)

Instance: ExampleProvenance
InstanceOf: KindcheckProvenance
Usage: #example
Description: "What a statement came from."
* id = "example-provenance"
* target = Reference(Observation/example-statement)
* recorded = "2026-02-03T10:00:00+01:00"
* activity = http://terminology.hl7.org/CodeSystem/v3-DataOperation#CREATE
* agent.who = Reference(Practitioner/example-noor) "Noor Voorbeeld"
* entity.role = #source
* entity.what = Reference(QuestionnaireResponse/example-goes-well)

Instance: ExampleTask
InstanceOf: KindcheckTask
Usage: #example
Description: "A Kindcheck to do, which opens the form from the EPD's work list."
* id = "example-task"
* status = #requested
* intent = #order
* code.coding[kindcheck] = TaskCodes#kindcheck
* code.coding[1] = $smart#launch-app-ehr
* description = "Kindcheck doen"
* for = Reference(Patient/example-anja) "Anja Voorbeeld"
* encounter = Reference(Encounter/example-goes-well)
* authoredOn = "2026-02-03T09:00:00+01:00"
* lastModified = "2026-02-03T09:00:00+01:00"
* owner = Reference(Practitioner/example-noor) "Noor Voorbeeld"
* restriction.period.start = "2026-02-03"
* restriction.period.end = "2026-02-03"
* input[launchUrl].valueUrl = "https://kindcheck-app.example/launch"
* input[launchContext].valueString = "{\"moment\":\"intake\"}"

Instance: ExampleTaskForTheChildren
InstanceOf: KindcheckTask
Usage: #example
Description: "The patient died: one task for the children, and no more cards."
* id = "example-task-for-the-children"
* status = #requested
* intent = #order
* code.coding[kindcheck] = TaskCodes#kindcheck-for-the-children
* for = Reference(Patient/example-kees) "Kees Voorbeeld"
* authoredOn = "2026-03-02T09:00:00+01:00"
* owner = Reference(Practitioner/example-officer) "Olga Voorbeeld"
* restriction.period.end = "2026-03-09"

Instance: ExampleFlag
InstanceOf: KindcheckFlag
Usage: #example
Description: "Attention for a child, until a review."
* id = "example-flag"
* status = #active
* code = FlagCodes#concern-for-child
* subject = Reference(Patient/example-dirk) "Dirk Voorbeeld"
* period.start = "2026-02-05"
* period.end = "2026-05-05"

Instance: ExampleFamilySituation
InstanceOf: FamilySituation
Usage: #example
Description: "A picture of a family as an EPD may hold it."
* id = "example-family-situation"
* status = #final
* subject = Reference(Patient/example-anja) "Anja Voorbeeld"
* effectiveDateTime = "2025-11-20"
* component[numberOfChildren].valueInteger = 2
* component[numberOfChildrenLivingAtHome].valueInteger = 2
* component[child][0].valueDateTime = "2019-03"
* component[child][1].valueDateTime = "2023-11"
