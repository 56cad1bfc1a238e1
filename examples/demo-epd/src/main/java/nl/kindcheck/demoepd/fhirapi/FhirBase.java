package nl.kindcheck.demoepd.fhirapi;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address of our FHIR endpoint as Kindcheck has it registered: it reads from there only, never
 * from wherever a call says.
 */
@Component
public record FhirBase(@Value("${demo-epd.fhir-base}") String url) {}
