// Extensions. Contexts name every depth of the form: a group for a child, and a domain inside it.
RuleSet: OnItems
* ^context[+].type = #element
* ^context[=].expression = "QuestionnaireResponse.item"
* ^context[+].type = #element
* ^context[=].expression = "QuestionnaireResponse.item.item"
* ^context[+].type = #element
* ^context[=].expression = "QuestionnaireResponse.item.item.item"

RuleSet: OnAnswers
* ^context[+].type = #element
* ^context[=].expression = "QuestionnaireResponse.item.answer"
* ^context[+].type = #element
* ^context[=].expression = "QuestionnaireResponse.item.item.answer"
* ^context[+].type = #element
* ^context[=].expression = "QuestionnaireResponse.item.item.item.answer"

RuleSet: OnObservations
* ^context[+].type = #element
* ^context[=].expression = "Observation"

RuleSet: OnChildGroup
* ^context[+].type = #element
* ^context[=].expression = "QuestionnaireResponse.item"

RuleSet: Technical
* ^language = #en
* ^date = "2026-01-01"
* ^publisher = "Kindcheck"

Extension: PerspectiveExtension
Id: perspective
Title: "Perspective"
Description: "Whose statement it is. Perspectives never overwrite each other. On an item it holds for the answers below that carry none."
* insert Technical
* insert OnItems
* insert OnAnswers
* insert OnObservations
* value[x] only code
* value[x] 1..1
* valueCode from PerspectiveValues (required)

Extension: NatureExtension
Id: nature
Title: "Nature"
Description: "Whether a statement is a fact or an opinion. On an item it holds for the answers below that carry none."
* insert Technical
* insert OnItems
* insert OnAnswers
* insert OnObservations
* value[x] only code
* value[x] 1..1
* valueCode from NatureValues (required)

Extension: Unverified
Id: unverified
Title: "Unverified"
Description: "The child was prefilled from the record and was not spoken about in this conversation."
* insert Technical
* insert OnChildGroup
* value[x] only boolean
* value[x] 1..1

Extension: Adult
Id: adult
Title: "Adult"
Description: "The child was 18 or over when the form was prefilled."
* insert Technical
* insert OnChildGroup
* value[x] only boolean
* value[x] 1..1

Extension: Undated
Id: undated
Title: "Undated"
Description: "The child was prefilled from a picture of the family that carries no date."
* insert Technical
* insert OnChildGroup
* value[x] only boolean
* value[x] 1..1

Extension: PictureDate
Id: picture-date
Title: "Date of the picture"
Description: "The date of the picture of the family from which the child was prefilled."
* insert Technical
* insert OnChildGroup
* value[x] only date
* value[x] 1..1

Extension: AmendmentReason
Id: amendment-reason
Title: "Reason of the amendment"
Description: "Why an earlier response was amended. Required when it is."
* insert Technical
* ^context[+].type = #element
* ^context[=].expression = "QuestionnaireResponse"
* value[x] only string
* value[x] 1..1

Extension: GoalOwner
Id: goal-owner
Title: "Owner of a goal"
Description: "Who works on the goal with the parent. A goal without an owner is nobody's."
* insert Technical
* ^context[+].type = #element
* ^context[=].expression = "Goal"
* value[x] only Reference
* value[x] 1..1
* valueReference only Reference(Practitioner or PractitionerRole or RelatedPerson or Patient)
