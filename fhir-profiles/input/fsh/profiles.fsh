Alias: $sct = http://snomed.info/sct
Alias: $role = http://terminology.hl7.org/CodeSystem/v3-RoleCode
Alias: $smart = http://hl7.org/fhir/smart-app-launch/CodeSystem/smart-codes

Profile: KindcheckResponse
Parent: QuestionnaireResponse
Id: kindcheck-response
Title: "Kindcheck response"
Description: "The record of one conversation. Valid is not the same as complete: a bare response is stored and does not count as a Kindcheck."
* insert Technical
* obeys kc-response-status and kc-response-amended
* identifier ^short = "The sender's own key: the same identifier again gives the same result"
* extension contains AmendmentReason named amendmentReason 0..1
* questionnaire 1..1
* questionnaire = Canonical(Kindcheck|1.0.0)
* subject 1..1
* subject only Reference(Patient)
* subject ^short = "The parent"
* authored 1..1
* author 1..1
* author only Reference(Practitioner or PractitionerRole)
* item.extension contains
    PerspectiveExtension named perspective 0..1 and
    NatureExtension named nature 0..1 and
    Unverified named unverified 0..1 and
    Adult named adult 0..1 and
    Undated named undated 0..1 and
    PictureDate named pictureDate 0..1
* item.answer.extension contains
    PerspectiveExtension named perspective 0..1 and
    NatureExtension named nature 0..1

Invariant: kc-response-status
Description: "A Kindcheck is received as completed, or amended afterwards."
Expression: "status = 'completed' or status = 'amended'"
Severity: #error

Invariant: kc-response-amended
Description: "An amended response says why it was amended."
Expression: "status = 'amended' implies extension.where(url.endsWith('/StructureDefinition/amendment-reason')).exists()"
Severity: #error

Profile: KindcheckChild
Parent: RelatedPerson
Id: kindcheck-child
Title: "Child"
Description: "A child in the family as recorded for one patient: a first name or label and a month of birth, and never more about a third person than is needed."
* insert Technical
* obeys kc-child-no-bsn
* meta.security ^short = "v3-Confidentiality R"
* patient ^short = "The parent"
* relationship from ChildRelationshipValues (extensible)
* relationship ^comment = "zib2020 uses v3 RoleCode, which has no code for some children; zib2024 uses SNOMED CT. Both are accepted, beside our own code."
* name 0..1
* name ^comment = "A first name or a label, as usual name."
* name.use 1..1
* name.use = #usual
* name.given 1..1
* name.family 0..0
* telecom 0..0
* gender 0..0
* birthDate ^comment = "The month is enough. Where it was asked and is not known: data-absent-reason."
* birthDate.extension contains http://hl7.org/fhir/StructureDefinition/data-absent-reason named dataAbsentReason 0..1
* address 0..0
* photo 0..0
* communication 0..0

Invariant: kc-child-no-bsn
Description: "A child's BSN is never recorded."
Expression: "identifier.where(system = 'http://fhir.nl/fhir/NamingSystem/bsn').empty()"
Severity: #error

ValueSet: ChildRelationshipValues
Id: child-relationship
Title: "Relatie van het kind, ook in landelijke codes"
Description: "Wat het kind is van de patiënt: onze eigen codes, v3 RoleCode zoals in zib2020 en SNOMED CT zoals in zib2024."
* insert Texts([["Relation of the child, in national codes too"]], [["What the child is to the patient: our own codes, v3 RoleCode as in zib2020 and SNOMED CT as in zib2024."]])
* ^copyright = "Bevat codes van SNOMED CT; voor het gebruik daarvan is een licentie nodig."
* insert EnglishMeta(copyright, [["Holds codes of SNOMED CT, whose use needs a licence."]])
* include codes from system RelationCodes
* $role#CHILD
* $role#NCHILD
* $role#SONC
* $role#DAUC
* $role#SON
* $role#DAU
* $role#STPCHLD
* $role#STPSON
* $role#STPDAU
* $role#CHLDFOST
* $role#SONFOST
* $role#DAUFOST
* $role#CHLDADOPT
* $role#SONADOPT
* $role#DAUADOPT
* $role#GRNDCHILD
* $role#GRNDSON
* $role#GRNDDAU
* $role#SIB
* $role#BRO
* $role#SIS
* $sct#65616008
* $sct#66089001
* $sct#86764008
* $sct#8674003
* $sct#22573006
* $sct#39062003
* $sct#12241003
* $sct#31831004
* $sct#393547004
* $sct#86372007
* $sct#70578009
* $sct#44181008
* $sct#375005
* $sct#70924004
* $sct#27733009

Profile: KindcheckStatement
Parent: Observation
Id: kindcheck-statement
Title: "Statement"
Description: "One statement of a Kindcheck, about the parent or, through focus, about one child. A correction is a new statement; the old one becomes entered-in-error and a Provenance links the two. No statement means: not asked."
* insert Technical
* obeys kc-statement-value and kc-statement-domain
* meta.security ^short = "v3-Confidentiality R, or V with NOPAT where it is shielded from the parent; from another, or about another parent, in codes of our own"
* extension contains
    PerspectiveExtension named perspective 1..1 and
    NatureExtension named nature 1..1
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains domain 0..1
* category[domain] from DomainValues (required)
* category[domain] ^short = "The domain of a strength or a concern"
* code from TopicValues (required)
* subject 1..1
* subject only Reference(Patient)
* subject ^short = "The parent"
* focus 0..1
* focus only Reference(RelatedPerson)
* focus ^short = "The child"
* effective[x] only dateTime
* effective[x] ^short = "When it was so, as precisely as is known"
* issued ^short = "When it was recorded"
* performer ^short = "Who recorded it"
* derivedFrom ^short = "The response it came from"

Invariant: kc-statement-value
Description: "A statement has a value, or a coded reason why not, unless it was entered in error."
Expression: "value.exists() or dataAbsentReason.exists() or status = 'entered-in-error'"
Severity: #error

Invariant: kc-statement-domain
Description: "A strength or a concern says to which domain it belongs."
Expression: "code.coding.where(code = 'domain-strength' or code = 'domain-concern').exists() implies category.exists()"
Severity: #error

Profile: KindcheckTask
Parent: Task
Id: kindcheck-task
Title: "Task"
Description: "A Kindcheck to be done, or what the children need when the patient has died. It has one owner and a due date, never nobody and never none."
* insert Technical
* code 1..1
* code.coding 1..*
* code.coding ^slicing.discriminator.type = #value
* code.coding ^slicing.discriminator.path = "system"
* code.coding ^slicing.rules = #open
* code.coding contains kindcheck 1..1
* code.coding[kindcheck] from TaskValues (required)
* code.coding[kindcheck].system = Canonical(TaskCodes)
* for 1..1
* for only Reference(Patient)
* authoredOn 1..1
* owner 1..1
* restriction 1..1
* restriction.period 1..1
* restriction.period.end 1..1
* restriction.period.end ^short = "The due date; postponing does not move it"
* input ^slicing.discriminator.type = #pattern
* input ^slicing.discriminator.path = "type"
* input ^slicing.rules = #open
* input contains launchUrl 0..1 and launchContext 0..1
* input[launchUrl].type = $smart#smartonfhir-application
* input[launchUrl].value[x] only url
* input[launchUrl] ^short = "Opens the form (SMART task-ehr-launch)"
* input[launchContext].type = $smart#smartonfhir-appcontext
* input[launchContext].value[x] only string

Profile: KindcheckFlag
Parent: Flag
Id: kindcheck-flag
Title: "Attention"
Description: "Attention for a child, on the parent's record. Vulnerability is temporary: it always has an end, at which a person looks again."
* insert Technical
* obeys kc-flag-no-victim
* code from FlagValues (required)
* subject only Reference(Patient)
* period 1..1
* period.start 1..1
* period.end 1..1
* period.end ^short = "The date of review"

Invariant: kc-flag-no-victim
Description: "Alert code 397940009 says that the patient is a victim, which is something else."
Expression: "code.coding.where(code = '397940009').empty()"
Severity: #error

Profile: KindcheckProvenance
Parent: Provenance
Id: kindcheck-provenance
Title: "Provenance"
Description: "Who recorded a statement and from what, or who corrected it and why."
* insert Technical
* obeys kc-provenance-correction
* activity 1..1
* agent.who only Reference(Practitioner or PractitionerRole or Organization or Device)

Invariant: kc-provenance-correction
Description: "A correction gives its reason."
Expression: "entity.where(role = 'revision').exists() implies reason.text.exists()"
Severity: #error

Profile: FamilySituation
Parent: Observation
Id: family-situation
Title: "Family situation (draft)"
Description: "DRAFT. The national picture of the family, as in Nictiz' draft for zib FamilySituation, which is not in the nl-core package. Read for prefilling; a Kindcheck is never completed from it."
* insert Technical
* ^experimental = true
* code = $sct#365470003
* subject 1..1
* subject only Reference(Patient)
* component ^slicing.discriminator.type = #value
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains
    numberOfChildren 0..1 and
    numberOfChildrenLivingAtHome 0..1 and
    child 0..*
* component[numberOfChildren].code = $sct#224118004
* component[numberOfChildren].value[x] only integer
* component[numberOfChildrenLivingAtHome].code = $sct#55811000146107
* component[numberOfChildrenLivingAtHome].value[x] only integer
* component[child].code = $sct#67822003
* component[child].value[x] only dateTime
* component[child] ^comment = "Whether the child lives at home is Nictiz' extension LivingAtHome, of whose URL two spellings exist. Both are read."
