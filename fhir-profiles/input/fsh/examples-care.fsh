// The care plan of people who do not exist.
Instance: ExampleCarePlan
InstanceOf: KindcheckCarePlan
Usage: #example
Description: "The next Kindcheck of a family, and a goal of the parent."
* id = "example-care-plan"
* language = #nl
* status = #active
* subject = Reference(Patient/example-anja) "Anja Voorbeeld"
* goal = Reference(Goal/example-goal)
* activity.detail.kind = #Task
* activity.detail.code = TaskCodes#kindcheck
* activity.detail.status = #scheduled
* activity.detail.scheduledTiming.event = "2026-08-03"
* activity.detail.scheduledTiming.repeat.frequency = 1
* activity.detail.scheduledTiming.repeat.period = 6
* activity.detail.scheduledTiming.repeat.periodUnit = #mo
* activity.detail.performer = Reference(Practitioner/example-noor) "Noor Voorbeeld"
* activity.detail.description = "De laatste volledige Kindcheck was op 3 februari 2026. Er zijn kinderen: na 6 maanden komt de vraag terug."

Instance: ExampleGoal
InstanceOf: KindcheckGoal
Usage: #example
Description: "A goal in a parent's own words."
* id = "example-goal"
* language = #nl
* extension[owner].valueReference.display = "Noor Voorbeeld, behandelaar"
* lifecycleStatus = #active
* description.text = "Ik wil Mees zelf naar school brengen, ook op een slechte dag."
* subject = Reference(Patient/example-anja) "Anja Voorbeeld"
* startDate = "2026-02-03"
* target.dueDate = "2026-05-04"
* statusDate = "2026-02-03"
* expressedBy = Reference(Patient/example-anja) "Anja Voorbeeld"

Instance: ExampleGoalStopped
InstanceOf: KindcheckGoal
Usage: #example
Description: "A goal that was stopped, and why."
* id = "example-goal-stopped"
* language = #nl
* extension[owner].valueReference = Reference(Practitioner/example-noor) "Noor Voorbeeld"
* lifecycleStatus = #cancelled
* description.text = "Ik wil elke avond samen eten."
* subject = Reference(Patient/example-anja) "Anja Voorbeeld"
* startDate = "2026-02-03"
* target.dueDate = "2026-05-04"
* statusDate = "2026-03-09"
* statusReason = "Samen ontbijten past beter bij ons."
* expressedBy = Reference(Patient/example-anja) "Anja Voorbeeld"
