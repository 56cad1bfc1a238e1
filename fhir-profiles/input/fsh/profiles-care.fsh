// What stands in the care plan: the Kindcheck that comes back, and the goals of the parent.
Profile: KindcheckCarePlan
Parent: CarePlan
Id: kindcheck-care-plan
Title: "Kindcheck in the care plan"
Description: "The Kindcheck as an item of the care plan that comes back. It is worked out from the record each time it is read, and never stored."
* insert Technical
* intent = #plan
* subject only Reference(Patient)
* subject ^short = "The parent"
* goal ^short = "The goals of the parent that are not closed"
* activity 1..1
* activity.reference 0..0
* activity.detail 1..1
* activity.detail.code 1..1
* activity.detail.code from TaskValues (required)
* activity.detail.scheduled[x] only Timing
* activity.detail.scheduled[x] ^short = "The next due date, and every how many months where an earlier Kindcheck says so; absent while nothing is asked"
* activity.detail.performer 1..1
* activity.detail.performer ^short = "The one owner"
* activity.detail.description 1..1
* activity.detail.description ^short = "Why, in words"

Profile: KindcheckGoal
Parent: Goal
Id: kindcheck-goal
Title: "Goal for the parent's role"
Description: "What a parent wants to do or keep doing as a parent, in the parent's own words. It is never measured and never about how a child does."
* insert Technical
* obeys kc-goal-status and kc-goal-stopped
* extension contains GoalOwner named owner 1..1
* description.text 1..1
* description.text ^short = "The parent's own words"
* subject only Reference(Patient)
* subject ^short = "The parent"
* start[x] 1..1
* start[x] ^short = "The day on which it was recorded"
* target 1..1
* target.measure 0..0
* target.detail[x] 0..0
* target.due[x] 1..1
* target.due[x] only date
* target.due[x] ^short = "The day on which it is looked at again"
* statusDate 1..1
* expressedBy 1..1
* expressedBy only Reference(Patient)

Invariant: kc-goal-status
Description: "A goal is proposed, active, completed (achieved), or cancelled (stopped)."
Expression: "lifecycleStatus in ('proposed' | 'active' | 'completed' | 'cancelled')"
Severity: #error

Invariant: kc-goal-stopped
Description: "A goal that was stopped says why."
Expression: "lifecycleStatus = 'cancelled' implies statusReason.exists()"
Severity: #error
