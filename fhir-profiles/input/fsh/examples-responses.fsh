// One response for every outcome, and two more: a bare tick and an amendment.
Instance: ExampleNoChildren
InstanceOf: KindcheckResponse
Usage: #example
Description: "No children."
* insert Response(no-children, example-bram, [["Bram Voorbeeld"]], 2026-02-02T10:00:00+01:00, no-children)
* insert Once(no, no, no)
* insert Closing(pluis)

Instance: ExampleGoesWell
InstanceOf: KindcheckResponse
Usage: #example
Description: "Two children, it goes well, and a baby is expected."
* insert Response(goes-well, example-anja, [["Anja Voorbeeld"]], 2026-02-03T10:00:00+01:00, goes-well)
* item[+]
  * insert Named([["Mees"]], 2019-03, own, with-patient)
  * insert Fares(goes-well, not-seen, explained)
* item[+]
  * insert Named([["Bo"]], 2023-11, own, with-patient)
  * insert Fares(goes-well, not-seen, too-young)
* item[+]
  * insert Code(pregnancy, PregnancyCodes#yes)
* item[+]
  * insert Date(pregnancy-expected, 2026-07)
* item[+]
  * insert Code(partner-children, AnswerCodes#no)
* item[+]
  * insert Code(other-carers, AnswerCodes#yes)
* insert Carer([["Vader van Mees en Bo"]], other-parent)
* insert Closing(pluis)

Instance: ExampleSupportWanted
InstanceOf: KindcheckResponse
Usage: #example
Description: "A child in two households, of which the month of birth is not known; support is wanted."
* insert Response(support-wanted, example-carla, [["Carla Voorbeeld"]], 2026-02-04T10:00:00+01:00, support-wanted)
* item[+]
  * linkId = "children"
  * item[+]
    * insert Text(children.label, [["Kind van de partner"]])
  * item[+]
    * insert Yes(children.birth-unknown)
  * item[+]
    * insert Code(children.relation, RelationCodes#partners-child)
  * item[+]
    * insert Code(children.residence, ResidenceCodes#partly-with-patient)
  * item[+]
    * insert Text(children.household, [["Huis aan de gracht"]])
  * insert Fares(support-wanted, somewhat, not-yet)
  * item[+]
    * linkId = "children.domain-network"
    * item[+]
      * insert Text(children.domain-network.strengths, [["Gaat graag naar de buren."]])
      * insert Said(parent, opinion)
* insert Once(no, yes, yes)
* insert Carer([["Opa"]], grandparent)
* insert Closing(pluis)
* insert FollowUp([["Samen uitleg aan het kind voorbereiden."]], [["Noor Voorbeeld"]], 2026-03-04)

Instance: ExampleConcerns
InstanceOf: KindcheckResponse
Usage: #example
Description: "A grandfather raises a child; there are concerns; the child's own words are kept apart from his."
* insert Response(concerns, example-dirk, [["Dirk Voorbeeld"]], 2026-02-05T10:00:00+01:00, concerns)
* item[+]
  * insert Named([["Sam"]], 2014-09, grandchild, with-patient)
  * insert Fares(concerns, clearly, not-yet)
  * item[+]
    * insert Text(children.own-words, [["Ik kook omdat opa moe is."]])
    * insert Said(child, opinion)
  * item[+]
    * linkId = "children.domain-child"
    * item[+]
      * insert Text(children.domain-child.strengths, [["Heeft plezier in voetbal."]])
      * insert Said(parent, opinion)
    * item[+]
      * insert Text(children.domain-child.concerns, [["Gaat minder vaak naar school."]])
      * insert Said(third-party, fact)
* insert Once(no, no, no)
* insert Closing(twijfel)
* insert FollowUp([["Overleg met de functionaris KOPP/KOV."]], [["Noor Voorbeeld"]], 2026-02-12)

Instance: ExampleSafetyConcern
InstanceOf: KindcheckResponse
Usage: #example
Description: "Concerns about safety, not yet discussed with the parent, with the reason."
* insert Response(safety-concern, example-eva, [["Eva Voorbeeld"]], 2026-02-06T22:00:00+01:00, safety-concern)
* item[+]
  * linkId = "children"
  * item[+]
    * insert Text(children.where-now, [["Bij de buurvrouw, die vannacht blijft."]])
    * insert Said(third-party, fact)
  * item[+]
    * insert Text(children.label, [["Lot"]])
  * item[+]
    * insert Date(children.birth, 2021-05)
  * item[+]
    * insert Code(children.relation, RelationCodes#own)
  * item[+]
    * insert Code(children.residence, ResidenceCodes#with-patient)
  * insert Fares(concerns, unknown, not-yet)
* insert Once(unknown, unknown, yes)
* insert Carer([["Buurvrouw"]], friend)
* insert NotDiscussed([["Dat kon vanavond niet; morgen opnieuw."]], niet-pluis)
* insert FollowUp([["Stappen van de Meldcode nalopen."]], [["Noor Voorbeeld"]], 2026-02-06)

Instance: ExampleDeclined
InstanceOf: KindcheckResponse
Usage: #example
Description: "The parent declines for now. It is asked again."
* insert Response(declined, example-fenna, [["Fenna Voorbeeld"]], 2026-02-09T10:00:00+01:00, declined)
* item[+]
  * insert Text(reason, [["Wil er in dit gesprek niet over praten."]])
* insert Closing(pluis)

RuleSet: UnclearExample
* item[+]
  * insert Named([["Jip"]], 2012-01, own, with-other-parent)
  * insert Fares(unknown, unknown, unknown)
* insert Once(no, no, unknown)

Instance: ExampleUnclearNobodyElseInvolved
InstanceOf: KindcheckResponse
Usage: #example
Description: "Not clear; nobody else is involved."
* insert Response(unclear-nobody-else-involved, example-gijs, [["Gijs Voorbeeld"]], 2026-02-10T10:00:00+01:00, unclear)
* item[+]
  * insert Code(outcome-unclear, UnclearCodes#nobody-else-involved)
* insert UnclearExample
* insert Closing(twijfel)
* insert FollowUp([["Andere ouder bellen, met toestemming."]], [["Noor Voorbeeld"]], 2026-02-17)

Instance: ExampleUnclearTakenOver
InstanceOf: KindcheckResponse
Usage: #example
Description: "Not clear; another professional takes it over."
* insert Response(unclear-taken-over, example-gijs, [["Gijs Voorbeeld"]], 2026-02-11T10:00:00+01:00, unclear)
* item[+]
  * insert Code(outcome-unclear, UnclearCodes#taken-over)
* insert UnclearExample
* insert Closing(pluis)
* insert FollowUp([["Nagaan of de gezinscoach het gesprek heeft gehad."]], [["Gezinscoach"]], 2026-03-11)

Instance: ExampleUnclearNotTakenOver
InstanceOf: KindcheckResponse
Usage: #example
Description: "Not clear; another professional does not take it over."
* insert Response(unclear-not-taken-over, example-gijs, [["Gijs Voorbeeld"]], 2026-02-12T10:00:00+01:00, unclear)
* item[+]
  * insert Code(outcome-unclear, UnclearCodes#not-taken-over)
* insert UnclearExample
* insert Closing(twijfel)
* insert FollowUp([["Zelf een gesprek met beide ouders plannen."]], [["Noor Voorbeeld"]], 2026-02-19)

Instance: ExamplePostponed
InstanceOf: KindcheckResponse
Usage: #example
Description: "Postponed, with a reason and a date."
* insert Response(postponed, example-hilde, [["Hilde Voorbeeld"]], 2026-02-13T10:00:00+01:00, postponed)
* item[+]
  * insert Text(reason, [["Kort gesprek; de volgende afspraak is vrijdag."]])
* item[+]
  * insert Date(postponed-until, 2026-02-20)

Instance: ExampleNotApplicable
InstanceOf: KindcheckResponse
Usage: #example
Description: "Not applicable, with a reason."
* insert Response(not-applicable, example-ivo, [["Ivo Voorbeeld"]], 2026-02-16T10:00:00+01:00, not-applicable)
* item[+]
  * insert Text(reason, [["Eenmalige second opinion, geen behandeling hier."]])

Instance: ExampleBare
InstanceOf: KindcheckResponse
Usage: #example
Description: "A bare tick: valid, stored, and not complete."
* insert Response(bare, example-jet, [["Jet Voorbeeld"]], 2026-02-17T10:00:00+01:00, goes-well)

Instance: ExampleAmended
InstanceOf: KindcheckResponse
Usage: #example
Description: "An amendment says why."
* insert Response(amended, example-anja, [["Anja Voorbeeld"]], 2026-02-18T10:00:00+01:00, goes-well)
* status = #amended
* extension[amendmentReason].valueString = "Geboortemaand van Mees was niet goed."
* item[+]
  * insert Named([["Mees"]], 2019-04, own, with-patient)
  * insert Fares(goes-well, not-seen, explained)
* insert Once(no, no, no)
* insert Closing(pluis)
