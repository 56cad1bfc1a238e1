RuleSet: Operation(id, name, title, resource, description)
* id = "{id}"
* url = Canonical({name})
* version = "1.0.0"
* name = "{name}"
* title = {title}
* status = #draft
* experimental = false
* language = #en
* date = "2026-01-01"
* publisher = "Kindcheck"
* kind = #operation
* code = #{id}
* resource = #{resource}
* description = {description}
* system = false

RuleSet: Parameter(name, use, min, max, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* parameter[=].documentation = {documentation}

RuleSet: Reasons
* parameter[+].name = #reason
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "Why: each reason of the rules."
* parameter[=].part[0].name = #rule
* parameter[=].part[0].use = #out
* parameter[=].part[0].min = 1
* parameter[=].part[0].max = "1"
* parameter[=].part[0].type = #code
* parameter[=].part[0].documentation = "The rule."
* parameter[=].part[1].name = #text
* parameter[=].part[1].use = #out
* parameter[=].part[1].min = 1
* parameter[=].part[1].max = "1"
* parameter[=].part[1].type = #string
* parameter[=].part[1].documentation = "The reason in words, in the language that was asked for."
* parameter[=].part[2].name = #source
* parameter[=].part[2].use = #out
* parameter[=].part[2].min = 1
* parameter[=].part[2].max = "1"
* parameter[=].part[2].type = #string
* parameter[=].part[2].documentation = "Where the rule comes from: the number of a requirement of the product, or the source that it follows."
* parameter[=].part[3].name = #policy
* parameter[=].part[3].use = #out
* parameter[=].part[3].min = 1
* parameter[=].part[3].max = "1"
* parameter[=].part[3].type = #string
* parameter[=].part[3].documentation = "The version of the organisation's policy by which it was decided."

Instance: KindcheckStatus
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(kindcheck-status, KindcheckStatus, "Status of the Kindcheck", Patient, [["Whether a Kindcheck is due for this patient, since when, why, and who owns it."]])
* affectsState = false
* type = false
* instance = true
* insert Parameter(status, out, 1, 1, code, [["due, overdue, not-due, postponed, paused, stopped or unknown."]])
* insert Parameter(due, out, 0, 1, date, [["The due date. A postponement does not move it."]])
* insert Parameter(postponed-until, out, 0, 1, date, [["The date to which it was postponed."]])
* insert Parameter(question, out, 0, 1, string, [["The first question to ask."]])
* insert Reasons
* insert Parameter(owner, out, 0, 1, Reference, [["Who owns the open check."]])
* insert Parameter(last, out, 0, 1, date, [["The date of the last check that counts."]])
* insert Parameter(outcome, out, 0, 1, code, [["The outcome of that check."]])

Instance: KindcheckGate
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(kindcheck-gate, KindcheckGate, "May this encounter be closed", Encounter, [["Whether an encounter may be closed under the level that the organisation chose. It never holds care; postponing with a reason and a date frees the closing at once."]])
* affectsState = true
* type = true
* instance = false
* insert Parameter(encounter, in, 1, 1, Encounter, [["The encounter as the record has it now, with its id, status, class and subject."]])
* insert Parameter(postpone-reason, in, 0, 1, string, [["The reason to postpone, together with postpone-until."]])
* insert Parameter(postpone-until, in, 0, 1, date, [["The date to which the Kindcheck is postponed."]])
* insert Parameter(author, in, 0, 1, Reference, [["Who postpones, needed where the encounter names no Practitioner or PractitionerRole as its participant."]])
* insert Parameter(allowed, out, 1, 1, boolean, [["Whether the encounter may be closed."]])
* insert Parameter(moment, out, 1, 1, code, [["Which moment of care the encounter is under the policy of the organisation, see the code system moment."]])
* insert Parameter(level, out, 1, 1, code, [["The level of the organisation: inform, remind, ask-reason or hold."]])
* insert Parameter(answer, out, 1, 1, code, [["The answer for this encounter: open, remind, ask-reason or hold."]])
* insert Reasons
* insert Parameter(missing, out, 0, *, string, [["What a complete Kindcheck still lacks."]])
