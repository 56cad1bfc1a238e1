// Building blocks of the examples. The people in them do not exist.
RuleSet: Response(slug, patient, name, authored, outcome)
* id = "example-{slug}"
* language = #nl
* identifier.system = "urn:example:demo-epd"
* identifier.value = "example-{slug}"
* status = #completed
* questionnaire = Canonical(Kindcheck|1.0.0)
* subject = Reference(Patient/{patient}) {name}
* encounter = Reference(Encounter/example-{slug})
* authored = "{authored}"
* author = Reference(Practitioner/example-noor) "Noor Voorbeeld"
* item[+]
  * insert Code(moment, MomentCodes#intake)
* item[+]
  * insert Code(outcome, OutcomeCodes#{outcome})

RuleSet: Code(linkId, code)
* linkId = "{linkId}"
* answer.valueCoding = {code}

RuleSet: Text(linkId, text)
* linkId = "{linkId}"
* answer.valueString = {text}

RuleSet: Date(linkId, date)
* linkId = "{linkId}"
* answer.valueDate = "{date}"

RuleSet: Yes(linkId)
* linkId = "{linkId}"
* answer.valueBoolean = true

RuleSet: Said(perspective, nature)
* answer.extension[+].url = Canonical(PerspectiveExtension)
* answer.extension[=].valueCode = #{perspective}
* answer.extension[+].url = Canonical(NatureExtension)
* answer.extension[=].valueCode = #{nature}

// A child whose month of birth is known, up to where it lives.
RuleSet: Named(label, birth, relation, residence)
* linkId = "children"
* item[+]
  * insert Text(children.label, [[{label}]])
  * insert Said(parent, fact)
* item[+]
  * insert Date(children.birth, {birth})
  * insert Said(parent, fact)
* item[+]
  * insert Code(children.relation, RelationCodes#{relation})
  * insert Said(parent, fact)
* item[+]
  * insert Code(children.residence, ResidenceCodes#{residence})
  * insert Said(parent, fact)

// How the child does, as the parent sees it.
RuleSet: Fares(wellbeing, adaptation, explained)
* item[+]
  * insert Code(children.wellbeing, WellbeingCodes#{wellbeing})
  * insert Said(parent, opinion)
* item[+]
  * insert Code(children.over-adaptation, OverAdaptationCodes#{adaptation})
  * insert Said(parent, opinion)
* item[+]
  * insert Code(children.illness-explained, IllnessExplainedCodes#{explained})
  * insert Said(parent, fact)

RuleSet: Once(pregnancy, partnerChildren, otherCarers)
* item[+]
  * insert Code(pregnancy, PregnancyCodes#{pregnancy})
* item[+]
  * insert Code(partner-children, AnswerCodes#{partnerChildren})
* item[+]
  * insert Code(other-carers, AnswerCodes#{otherCarers})

RuleSet: Carer(label, role)
* item[+]
  * linkId = "carers"
  * item[+]
    * insert Text(carers.label, [[{label}]])
  * item[+]
    * insert Code(carers.role, CarerRoleCodes#{role})

RuleSet: Closing(gutFeeling)
* item[+]
  * insert Code(discussed, AnswerCodes#yes)
* item[+]
  * insert Code(gut-feeling, GutFeelingCodes#{gutFeeling})

RuleSet: NotDiscussed(reason, gutFeeling)
* item[+]
  * insert Code(discussed, AnswerCodes#no)
* item[+]
  * insert Text(discussed-reason, [[{reason}]])
* item[+]
  * insert Code(gut-feeling, GutFeelingCodes#{gutFeeling})

RuleSet: FollowUp(action, owner, date)
* item[+]
  * linkId = "follow-up"
  * item[+]
    * insert Text(follow-up.action, [[{action}]])
  * item[+]
    * insert Text(follow-up.owner, [[{owner}]])
  * item[+]
    * insert Date(follow-up.date, {date})
