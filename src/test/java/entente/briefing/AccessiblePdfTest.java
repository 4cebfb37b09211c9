package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Briefings as PDF can be read aloud and searched: veraPDF finds no violation of PDF/UA-1 that a program can find. */
@Tag("thorough")
class AccessiblePdfTest {

    @BeforeAll
    static void prepare() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void briefingIsAccessible(String id) throws Exception {
        byte[] pdf = BriefingMedium.PDF.render(BriefingsTest.briefing(Shipped.scenario(id), Optional.empty()));
        PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            assertThat(validator.validate(parser).getTestAssertions())
                    .extracting(TestAssertion::getMessage)
                    .isEmpty();
        }
    }
}
