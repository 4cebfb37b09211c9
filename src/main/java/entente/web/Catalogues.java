package entente.web;

import entente.json.CatalogueJson;
import entente.service.InForce;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a scenario can rate. */
@RestController
class Catalogues {

    private final InForce inForce;

    Catalogues(InForce inForce) {
        this.inForce = inForce;
    }

    @GetMapping(path = "/api/v1/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
    String indicators() {
        return CatalogueJson.write(inForce.current().book().catalogue().indicators());
    }
}
