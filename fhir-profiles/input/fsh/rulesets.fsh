// Every text that a person reads is Dutch and carries its English translation beside it.
RuleSet: English(path, text)
* {path}.extension[+].url = "http://hl7.org/fhir/StructureDefinition/translation"
* {path}.extension[=].extension[0].url = "lang"
* {path}.extension[=].extension[0].valueCode = #en
* {path}.extension[=].extension[1].url = "content"
* {path}.extension[=].extension[1].valueString = {text}

RuleSet: EnglishMeta(path, text)
* ^{path}.extension[+].url = "http://hl7.org/fhir/StructureDefinition/translation"
* ^{path}.extension[=].extension[0].url = "lang"
* ^{path}.extension[=].extension[0].valueCode = #en
* ^{path}.extension[=].extension[1].url = "content"
* ^{path}.extension[=].extension[1].valueString = {text}

// The head of a code system or value set.
RuleSet: Texts(titleEn, descriptionEn)
* ^language = #nl
* ^experimental = false
* insert EnglishMeta(title, [[{titleEn}]])
* insert EnglishMeta(description, [[{descriptionEn}]])

RuleSet: Codes(titleEn, descriptionEn)
* insert Texts([[{titleEn}]], [[{descriptionEn}]])
* ^caseSensitive = true
* ^content = #complete

RuleSet: Concept(code, nl, en)
* #{code} {nl}
* #{code} ^designation[0].language = #en
* #{code} ^designation[0].value = {en}

// One item of the Questionnaire.
RuleSet: Item(linkId, type, nl, en)
* linkId = "{linkId}"
* type = #{type}
* text = {nl}
* insert English(text, [[{en}]])

// Words beside the form: how to open, why we ask. Never an answer, never in a response.
RuleSet: Help(linkId, nl, en)
* extension[+].url = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
* extension[=].valueCodeableConcept = http://hl7.org/fhir/questionnaire-item-control#help
* insert Item({linkId}, display, [[{nl}]], [[{en}]])

RuleSet: Choice(linkId, valueSet, nl, en)
* insert Item({linkId}, choice, [[{nl}]], [[{en}]])
* answerValueSet = Canonical({valueSet})

RuleSet: EnableWhenCode(linkId, code)
* enableWhen[+].question = "{linkId}"
* enableWhen[=].operator = #=
* enableWhen[=].answerCoding = {code}
