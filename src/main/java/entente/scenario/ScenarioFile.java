package entente.scenario;

import entente.document.Place;
import entente.domain.Assumptions;
import entente.domain.Observed;
import entente.domain.Reading;
import entente.domain.Source;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One scenario file, checked for itself, before its parents are applied. */
record ScenarioFile(
        String id,
        String title,
        Optional<String> narrative,
        Optional<LocalDate> asOf,
        OptionalInt horizonYears,
        Optional<String> parent,
        Place parentPlace,
        Map<String, Reading> readings,
        Map<String, Place> sourcePlaces,
        Assumptions assumptions,
        Map<String, Source> sources,
        Optional<Observed> observed) {}
