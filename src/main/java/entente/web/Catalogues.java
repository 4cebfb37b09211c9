package entente.web;

import entente.json.CatalogueJson;
import entente.service.Edition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a scenario can rate. */
@RestController
class Catalogues {

    private final Edition edition;

    Catalogues(Edition edition) {
        this.edition = edition;
    }

    @GetMapping(path = "/api/v1/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
    String indicators() {
        return CatalogueJson.write(edition.book().catalogue().indicators());
    }
}
