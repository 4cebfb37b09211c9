package entente.scenario;

import entente.document.SourceLocation;
import entente.model.Assumptions;
import entente.model.ObservedOutcome;
import entente.model.Reading;
import entente.model.Source;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A validated scenario file before its parents are applied. */
record ScenarioFile(
        String id,
        String title,
        Optional<String> narrative,
        Optional<LocalDate> asOf,
        Optional<Integer> horizonYears,
        Optional<String> parent,
        SourceLocation parentLocation,
        Map<String, Reading> readings,
        Map<String, SourceLocation> sourceLocations,
        Assumptions assumptions,
        Map<String, Source> sources,
        Optional<ObservedOutcome> observed) {}
